"""What an overlay changes, hides and tightens, and what it may not: whatever something rests on keeps its meaning."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from meldcode.protocol.model import ACUTE, LEVELS, NO_TEXT, Item, Question, Text
from meldcode.protocol.overlay_names import is_emergency
from meldcode.protocol.overlay_schema import (
    ChangeContact,
    ChangeQuestion,
    ChangeRole,
    ChangeStep,
    ChangeTerm,
    HideContact,
    HideIntervention,
    HideQuestion,
    HideSignal,
    TightenRule,
)
from meldcode.protocol.overlay_work import LOWEST, Work

LOCKED = "locked"
"""Why a question stays that nothing reads."""


HEAVY = ("hoog", ACUTE)
"""Weights of signals that nobody may hide."""

TOLD = ("guidance", "meanwhile")
"""Texts of a step that tell people what to do."""


def _given(spec: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the operations
    keys = spec.model_fields_set - {"change", "hide", "tighten", "id", "place"}
    return {key: getattr(spec, key) for key in sorted(keys) if getattr(spec, key) is not None}


def _question(work: Work, spec: ChangeQuestion) -> None:
    """Reword a question; one that is locked or that something rests on gets an explanation beside ours, no more."""
    if not work.known("O02", spec.id, work.questions, spec.place):
        return
    given = _given(spec)
    if work.conflict("change", "question", spec.id, given, spec.place):
        return
    question = work.questions[spec.id]
    if work.fixed(spec.id):
        if set(given) - {"help"}:
            work.fault("O03", spec.place, name=spec.id)
            return
        item = Item(work.spec.overlay, given.get("help", Text("")), Text(work.spec.owner, work.spec.owner))
        work.local_help[spec.id] = (*work.local_help.get(spec.id, ()), item)
        return
    work.questions[spec.id] = _reworded(work, question, given, spec)


def _reworded(work: Work, question: Question, given: dict[str, Any], spec: ChangeQuestion) -> Question:
    options = {option.id: option for option in question.options}
    for key in ("options", "hints"):
        work.all_known("R02", given.get(key, {}), options, spec.place)
    said, hints = given.pop("options", {}), given.pop("hints", {})
    if said or hints:
        meant = {name: said.get(name, option.text) for name, option in options.items()}
        work.honest_options(meant, hints, spec.place)
    if "when" in given:
        given["when"] = work.condition(given["when"], spec.place)
        work.later(given["when"], question.id, spec.place)
    worded = (replace(o, text=said.get(o.id, o.text), hint=hints.get(o.id, o.hint)) for o in question.options)
    return replace(question, options=tuple(worded), **given)


def _step(work: Work, spec: ChangeStep) -> None:
    """Reword a step; what it tells people to do stays, and an overlay's own is put below it with its owner."""
    steps = {step.id: number for number, step in enumerate(work.steps)}
    given = _given(spec)
    if work.known("O02", spec.id, steps, spec.place) and not work.conflict(
        "change", "step", spec.id, given, spec.place
    ):
        step = work.steps[steps[spec.id]]
        told = {key: _below(getattr(step, key), given[key], work.spec.owner) for key in TOLD if key in given}
        work.steps[steps[spec.id]] = replace(step, **given | told)


def _below(ours: Text, theirs: Text, owner: str) -> Text:
    """Return our words with theirs below them, in both languages; where they gave no English, their Dutch."""
    if not ours.nl:
        return theirs
    english = None if ours.en is None else f"{ours.en}\n\n{owner}: {theirs.to('en')}"
    return Text(f"{ours.nl}\n\n{owner}: {theirs.nl}", english)


def _contact(work: Work, spec: ChangeContact) -> None:
    if not work.known("O02", spec.id, work.contacts, spec.place):
        return
    given, contact = _given(spec), work.contacts[spec.id]
    added = {each.id for each in work.changes if (each.verb, each.kind) == ("add", "contact")}
    if spec.id not in added and set(given) - {"note"}:
        work.fault("O03", spec.place, name=spec.id)
    elif not work.conflict("change", "contact", spec.id, given, spec.place):
        given |= {"unverified": NO_TEXT} if given.get("verified") else {}
        changed = replace(contact, **given)
        if spec.id in added:
            work.not_like_emergency(changed.name, changed.phone, spec.place)
            work.texts_of_emergency(changed.name, (changed.use, changed.note), spec.place)
        elif is_emergency(contact.phone):
            work.no_other_number(changed.note, spec.place, about_emergency=True)
        work.contacts[spec.id] = changed


def _role(work: Work, spec: ChangeRole) -> None:
    if work.known("O02", spec.id, work.roles, spec.place) and not work.conflict(
        "change", "role", spec.id, ("text",), spec.place
    ):
        work.roles[spec.id] = Item(spec.id, spec.text)


def _term(work: Work, spec: ChangeTerm) -> None:
    if work.known("O02", spec.id, work.terms, spec.place) and not work.conflict(
        "change", "term", spec.id, ("text",), spec.place
    ):
        work.terms[spec.id] = Item(spec.id, spec.text)


def _hide_question(work: Work, spec: HideQuestion) -> None:
    if not work.known("O02", spec.id, work.questions, spec.place):
        return
    if work.fixed(spec.id):
        readers = work.rests_on(spec.id) or [LOCKED]
        work.fault("O05", spec.place, name=spec.id, readers=", ".join(readers[:5]))
    elif not work.conflict("hide", "question", spec.id, (), spec.place):
        del work.questions[spec.id]
        work.local_help.pop(spec.id, None)
        for number, step in enumerate(work.steps):
            kept = tuple(name for name in step.questions if name != spec.id)
            work.steps[number] = replace(step, questions=kept)


def _hide_contact(work: Work, spec: HideContact) -> None:
    if not work.known("O02", spec.id, work.contacts, spec.place):
        return
    readers = [rule.id for rule in work.rules.values() if spec.id in rule.contacts]
    readers += [theme.id for theme in work.protocol.themes.values() if spec.id in theme.consult_contacts]
    readers += ["expertise"] if spec.id in work.protocol.expertise else []
    readers += [work.contacts[spec.id].phone] if is_emergency(work.contacts[spec.id].phone) else []
    if readers:
        work.fault("O05", spec.place, name=spec.id, readers=", ".join(readers[:5]))
    elif not work.conflict("hide", "contact", spec.id, (), spec.place):
        del work.contacts[spec.id]


def _hide_intervention(work: Work, spec: HideIntervention) -> None:
    if work.known("O02", spec.id, work.interventions, spec.place) and not work.conflict(
        "hide", "intervention", spec.id, (), spec.place
    ):
        del work.interventions[spec.id]


def _hide_signal(work: Work, spec: HideSignal) -> None:
    signals = {each.id: (name, each) for name, one in work.lists.items() for each in one.signals}
    if not work.known("R14", spec.id, signals, spec.place):
        return
    name, signal = signals[spec.id]
    weighed = [theme.id for theme in work.protocol.themes.values() if spec.id in theme.weigh]
    if signal.severity in HEAVY or weighed:
        work.fault("O05", spec.place, name=spec.id, readers=", ".join(weighed) or signal.severity)
    else:  # no operation changes a signal, so none can be in conflict with this
        kept = tuple(each for each in work.lists[name].signals if each.id != spec.id)
        work.lists[name] = replace(work.lists[name], signals=kept)


def _rule(work: Work, spec: TightenRule) -> None:
    if not work.known("O02", spec.id, work.rules, spec.place):
        return
    rule = work.rules[spec.id]
    if work.conflict("tighten", "rule", spec.id, ("level",), spec.place):
        return
    if rule.level and LEVELS.index(spec.level) <= LEVELS.index(rule.level):
        work.fault("O06", spec.place, name=spec.id, level=rule.level, given=spec.level)
    elif not rule.level and LEVELS.index(spec.level) < LEVELS.index(LOWEST):
        work.fault("O07", spec.place, given=spec.level)
    else:
        work.rules[spec.id] = replace(rule, level=spec.level)


CHANGING: dict[str, Callable[[Work, Any], None]] = {
    "change question": _question,
    "change step": _step,
    "change contact": _contact,
    "change role": _role,
    "change term": _term,
    "hide question": _hide_question,
    "hide contact": _hide_contact,
    "hide intervention": _hide_intervention,
    "hide signal": _hide_signal,
    "tighten rule": _rule,
}
