"""What an overlay adds: contacts, questions, rules, actions, signals, help, training, and so on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from meldcode.protocol.help import OLDEST, Fits, Intervention
from meldcode.protocol.model import (
    HOME_ROUTE,
    LEVELS,
    Action,
    Contact,
    Flag,
    Item,
    Question,
    Rule,
    Signal,
    Step,
    Text,
)
from meldcode.protocol.overlay_names import is_emergency
from meldcode.protocol.overlay_schema import (
    AddAction,
    AddContact,
    AddExample,
    AddFlag,
    AddIntervention,
    AddOffer,
    AddQuestion,
    AddRole,
    AddRule,
    AddSignal,
    AddStep,
    AddTask,
    LocalOfferSpec,
    LocalQuestionSpec,
)
from meldcode.protocol.overlay_work import FIRST_QUESTION, FIRST_STEP, LOWEST, Work, own_source, texts
from meldcode.protocol.training import Offer

JUDGED = frozenset(("sterk", "goed", "eerste", "onderbouwd", "afgewezen"))
"""Levels that a committee gives after studying the help; the others say that nobody did."""

LOCAL_OFFER = tuple(name for name in Offer.__dataclass_fields__ if name in LocalOfferSpec.model_fields)
"""What an overlay can tell of training; for which sectors and places is said by the overlay itself."""


def _contact(work: Work, spec: AddContact) -> None:
    if not work.new(spec.id, work.contacts, spec.place):
        return
    work.not_like_emergency(spec.name, spec.phone, spec.place, spec.url)
    work.texts_of_emergency(spec.name, (spec.who, spec.use, spec.channel, spec.note), spec.place)
    work.all_known("R16", spec.themes, work.protocol.themes, spec.place)
    work.all_known("O02", spec.rules, work.rules, spec.place)
    checked = bool(spec.verified) != bool(spec.unverified.nl)
    if not checked:
        work.fault("S10", spec.place)
    first = max((each.urgency for each in work.contacts.values() if is_emergency(each.phone)), default=0)
    work.contacts[spec.id] = Contact(
        id=spec.id,
        name=spec.name,
        hours=spec.hours,
        who=spec.who,
        use=spec.use,
        source=work.source(spec.source or "", spec.place),
        phone=spec.phone,
        channel=spec.channel,
        url=spec.url,
        cost=spec.cost,
        note=spec.note,
        urgency=max(spec.urgency, first + 1),
        themes=spec.themes,
        age_from=spec.ages.start if spec.ages else 0,
        age_to=spec.ages.to if spec.ages else OLDEST,
        verified=spec.verified,
        unverified=spec.unverified,
    )
    for name in spec.rules:
        if name in work.rules:
            rule = work.rules[name]
            work.rules[name] = replace(rule, contacts=(*rule.contacts, spec.id))


def _question(work: Work, spec: AddQuestion) -> None:
    anchor = spec.after or spec.before or ""
    if not work.known("O02", anchor, work.questions, spec.place):
        return
    if not work.free_for_a_question(spec.question.id, spec.question.place):
        return
    if spec.before == FIRST_QUESTION:
        work.fault("O03", spec.place, name=FIRST_QUESTION)
        return
    _made_question(work, spec.question)
    name = spec.question.id
    for number, step in enumerate(work.steps):
        if anchor in step.questions:
            at = step.questions.index(anchor) + (1 if spec.after else 0)
            work.steps[number] = replace(step, questions=(*step.questions[:at], name, *step.questions[at:]))
    _guarded(work, spec.question)


def _made_question(work: Work, spec: LocalQuestionSpec) -> None:
    if (spec.type in ("choice", "multi")) != bool(spec.options):
        work.fault("S11", spec.place, question=spec.id)
    work.all_known("R02", spec.hints, spec.options, spec.place)
    work.honest_options(spec.options, spec.hints, spec.place)
    work.questions[spec.id] = Question(
        id=spec.id,
        ask=spec.ask,
        label=spec.label if spec.label.nl else spec.ask,
        type=spec.type,
        origin=spec.place,
        options=texts(spec.options, spec.hints),
        help=spec.help,
        why=spec.why,
        source=work.source(spec.source or "", spec.place),
        required=spec.required,
    )


def _guarded(work: Work, spec: LocalQuestionSpec) -> None:
    when = work.condition(spec.when, spec.place)
    work.later(when, spec.id, spec.place)
    work.questions[spec.id] = replace(work.questions[spec.id], when=when)


def _step(work: Work, spec: AddStep) -> None:
    steps = {step.id: number for number, step in enumerate(work.steps)}
    anchor = spec.after or spec.before or ""
    known = work.known("O02", anchor, steps, spec.place) and work.new(spec.step.id, steps, spec.step.place)
    if not known:
        return
    if spec.before == FIRST_STEP or (steps[anchor] == 0 and spec.before):
        work.fault("O03", spec.place, name=anchor)
        return
    for question in spec.step.questions:
        if work.free_for_a_question(question.id, question.place):
            _made_question(work, question)
    made = Step(
        id=spec.step.id,
        title=spec.step.title,
        purpose=spec.step.purpose,
        questions=tuple(question.id for question in spec.step.questions),
        origin=spec.step.place,
        route=HOME_ROUTE,
        guidance=spec.step.guidance,
        tasks=texts(spec.step.tasks),
        meanwhile=spec.step.meanwhile,
        source=work.source(spec.step.source or "", spec.step.place),
    )
    work.steps.insert(steps[anchor] + (1 if spec.after else 0), made)
    for question in spec.step.questions:
        if question.id in work.questions:
            _guarded(work, question)


def _rule(work: Work, spec: AddRule) -> None:
    rule = spec.rule
    if not work.new(rule.id, work.rules, rule.place):
        return
    if rule.level and LEVELS.index(rule.level) < LEVELS.index(LOWEST):
        work.fault("O07", rule.place, given=rule.level)
    work.all_known("R09", rule.actions, work.actions, rule.place)
    work.all_known("R05", rule.contacts, work.contacts, rule.place)
    when = work.condition(rule.when, rule.place)
    if when is not None:
        source = work.source(rule.source or "", rule.place)
        level, actions, contacts = rule.level or "", rule.actions, rule.contacts
        work.rules[rule.id] = Rule(rule.id, when, rule.because, source, rule.place, level, actions, contacts)


def _action(work: Work, spec: AddAction) -> None:
    action = spec.action
    if not work.new(action.id, work.actions, action.place):
        return
    if action.informs:
        work.fault("O04", action.place, name=action.id)
    when = work.condition(action.when, action.place)
    source = work.source(action.source or "", action.place)
    work.actions[action.id] = Action(action.id, action.text, action.place, action.kind, when, source=source)


def _flag(work: Work, spec: AddFlag) -> None:
    flag = spec.flag
    if not work.new(flag.id, work.flags, flag.place):
        return
    if flag.step:
        work.known("R03", flag.step, [step.id for step in work.steps], flag.place)
    when = work.condition(flag.when, flag.place, for_flag=True)
    if when is not None:
        source = work.source(flag.source or "", flag.place)
        work.flags[flag.id] = Flag(flag.id, when, flag.text, source, flag.place, flag.step or "")


def _signal(work: Work, spec: AddSignal) -> None:
    if not work.known("R08", spec.list, work.lists, spec.place):
        return
    signals = work.lists[spec.list]
    name = f"{spec.list}.{spec.signal.id}"
    if work.new(name, [each.id for each in signals.signals], spec.signal.place):
        source = work.source(spec.signal.source or "", spec.signal.place)
        made = Signal(name, spec.signal.text, spec.signal.severity, source)
        work.lists[spec.list] = replace(signals, signals=(*signals.signals, made))


def _example(work: Work, spec: AddExample) -> None:
    if not work.known("R07", spec.definition, work.definitions, spec.place):
        return
    found = work.definitions[spec.definition]
    if work.new(spec.id, [each.id for each in found.examples], spec.place):
        work.definitions[found.id] = replace(found, examples=(*found.examples, Item(spec.id, spec.text)))


def _task(work: Work, spec: AddTask) -> None:
    steps = {step.id: number for number, step in enumerate(work.steps)}
    if not work.known("R03", spec.step, steps, spec.place):
        return
    step = work.steps[steps[spec.step]]
    if work.new(spec.id, [each.id for each in step.tasks], spec.place):
        work.steps[steps[spec.step]] = replace(step, tasks=(*step.tasks, Item(spec.id, spec.text)))


def _role(work: Work, spec: AddRole) -> None:
    if work.new(spec.id, work.roles, spec.place):
        work.roles[spec.id] = Item(spec.id, spec.text)


def _intervention(work: Work, spec: AddIntervention) -> None:
    given = spec.intervention
    if not work.new(given.id, work.interventions, given.place):
        return
    work.not_like_emergency(given.name, "", given.place)
    work.all_known("R16", (*given.fits.themes, *given.unsafe_with), work.protocol.themes, given.place)
    work.all_known("R08", given.fits.lists, work.lists, given.place)
    if given.level in JUDGED and not (given.judged_by and given.judged_on):
        work.fault("O18", given.place, name=given.id, level=given.level)
    local = None if given.verified else own_source(work.spec).unverified
    fits = Fits(**{name: getattr(given.fits, name) for name in Fits.__dataclass_fields__})
    work.interventions[given.id] = Intervention(
        id=given.id,
        name=given.name,
        what=given.what,
        refer=given.refer,
        aim=given.aim,
        level=given.level,
        fits=fits,
        source=work.source(given.source or "", given.place),
        judged_by=given.judged_by,
        judged_on=given.judged_on,
        unsafe_with=given.unsafe_with,
        verified=given.verified,
        unverified=given.unverified or local,
    )


def _offer(work: Work, spec: AddOffer) -> None:
    given = spec.offer
    if not work.new(given.id, work.offers, given.place):
        return
    work.not_like_emergency(given.name, "", given.place, given.url)
    work.not_like_emergency(Text(given.provider), "", given.place)
    local = None if given.verified else own_source(work.spec).unverified
    told = {name: getattr(given, name) for name in LOCAL_OFFER}
    source, provider = work.source(given.source or "", given.place), given.provider or work.spec.owner
    unverified = given.unverified or local
    own = {"source": source, "provider": provider, "unverified": unverified, "sectors": work.spec.extends}
    work.offers[given.id] = Offer(**told | own)


ADDING: dict[str, Callable[[Work, Any], None]] = {
    "add contact": _contact,
    "add question": _question,
    "add step": _step,
    "add rule": _rule,
    "add action": _action,
    "add flag": _flag,
    "add signal": _signal,
    "add example": _example,
    "add task": _task,
    "add role": _role,
    "add intervention": _intervention,
    "add offer": _offer,
}
