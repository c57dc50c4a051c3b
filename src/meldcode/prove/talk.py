"""The steps of the meldcode are walked, and nobody is told what is not safe to tell: I-06 to I-09."""

from collections.abc import Iterator

from meldcode.protocol.condition import UNKNOWN
from meldcode.protocol.model import EVERY_ROUTE, HOME_ROUTE, Step
from meldcode.prove.danger import DANGER, SUSPICION
from meldcode.prove.diagram import FALSE, TRUE
from meldcode.prove.report import Void
from meldcode.prove.subject import Found, Subject
from meldcode.prove.witness import ADULT_CLIENT

COLLEAGUE, NO_COLLEAGUE = "collega", "collega_niet_geraadpleegd"
TALK, TALK_REASON, NO_TALK = "gesprek", "gesprek_reden", "gesprek_ontbreekt"
CHILD_CHECK, THEME = "kindcheck", "thema"
STATUTORY = (1, 2, 3, 4, 5)
CONSULTED = ("vt_advies", "deskundige")


def five_steps(subject: Subject) -> Found:
    """I-06: the five steps, in order, each of them walked; danger comes first and never ends the case."""
    if not subject.protocol.bound:
        yield Void("I-06", "V02", {}, whole=True)
        return
    steps = [step for step in subject.protocol.steps if step.number and step.route in (HOME_ROUTE, EVERY_ROUTE)]
    numbers = [step.number for step in steps]
    if tuple(sorted(set(numbers))) != STATUTORY or numbers != sorted(numbers):
        said = ", ".join(str(number) for number in numbers)
        yield from subject.always("I-06", "P07", *(step.origin for step in steps), steps=said)
    yield from _danger_first(subject)
    yield from _skipped(subject, steps)
    yield from _talk_without_reason(subject)


def _danger_first(subject: Subject) -> Found:
    first = next(name for step in subject.protocol.steps for name in step.questions)
    if first != DANGER or subject.walk.reached[first] != TRUE:
        yield from subject.always("I-06", "P08", *subject.origin(first), question=first)
    options = subject.options(DANGER)
    for name, reached in subject.walk.reached.items() if "nee" in options else ():
        calm = subject.space.put(reached, DANGER, "nee")
        for option in options:
            ended = subject.diagrams.without(calm, subject.space.put(reached, DANGER, option))
            yield from subject.compared("I-06", "P09", ended, (DANGER, "nee", option), subject.origin(name), lost=name)


def _skipped(subject: Subject, steps: list[Step]) -> Found:
    home = subject.walk.on(HOME_ROUTE)
    for number in sorted({step.number for step in steps}):
        names = [name for step in steps if step.number == number for name in step.questions]
        walked = subject.diagrams.some(subject.walk.reached[name] for name in names)
        places = [step.origin for step in steps if step.number == number]
        skipped = subject.diagrams.without(home, walked)
        yield from subject.refuted("I-06", "P10", skipped, places, step=str(number))


def _talk_without_reason(subject: Subject) -> Found:
    held_back = subject.walk.live(TALK, "niet_gevoerd")
    said = subject.diagrams.either(subject.walk.reached.get(TALK_REASON, FALSE), subject.walk.flagged(NO_TALK))
    silent = subject.diagrams.without(held_back, said)
    yield from subject.refuted("I-06", "P11", silent, subject.origin(TALK), question=TALK_REASON)


def consulted(subject: Subject) -> Found:
    """I-07: while a suspicion remains, a complete walk stays below `melden` only after step 2, or with a flag."""
    yield from subject.asks("I-07", COLLEAGUE, "ja")
    if COLLEAGUE not in subject.protocol.questions:
        return
    suspicion = subject.diagrams.without(subject.walk.live(SUSPICION), subject.walk.live(SUSPICION, "nee"))
    below = subject.diagrams.without(subject.walk.complete, subject.walk.at_least("melden"))
    said = subject.diagrams.either(subject.walk.live(COLLEAGUE, "ja"), subject.walk.flagged(NO_COLLEAGUE))
    silent = subject.diagrams.without(subject.diagrams.both(suspicion, below), said)
    yield from subject.refuted("I-07", "P12", silent, subject.origin(COLLEAGUE), flag=NO_COLLEAGUE)


def unsafe_to_inform(subject: Subject) -> Found:
    """I-08: where the talk is unsafe or a theme forbids it, no action says to inform the persons concerned."""
    for action in subject.protocol.actions.values():
        if action.informs:
            shown = subject.walk.shown(action)
            telling = [rule.origin for rule in subject.protocol.rules if action.id in rule.actions]
            for question, option, unsafe in _unsafe(subject):
                told = subject.diagrams.both(shown, unsafe)
                places = (action.origin, *subject.origin(question), *telling)
                said = {"action": action.id, "question": question, "option": option}
                yield from subject.refuted("I-08", "P13", told, places, **said)


def _unsafe(subject: Subject) -> Iterator[tuple[str, str, int]]:
    """Yield the answers that make informing unsafe, and where they count."""
    unsafe = [(DANGER, "ja"), (DANGER, UNKNOWN), (TALK_REASON, "veiligheid"), ("aankondiging", "nee_veiligheid")]
    unsafe += [(THEME, theme.id) for theme in subject.protocol.themes.values() if theme.talk_safe == "nee"]
    for question, option in unsafe:
        yield question, option, subject.walk.live(question, option)
    consulted = subject.diagrams.some(subject.walk.live(name, "ja") for name in CONSULTED)
    for theme in subject.protocol.themes.values():
        if theme.talk_safe == "na_overleg":
            yield THEME, theme.id, subject.diagrams.without(subject.walk.live(THEME, theme.id), consulted)


def child_check(subject: Subject) -> Found:
    """I-09: the kindcheck is asked on every walk about the domestic circle with an adult client."""
    if not subject.protocol.bound:
        yield Void("I-09", "V02", {}, whole=True)
    elif CHILD_CHECK not in subject.protocol.questions:
        yield from subject.asks("I-09", CHILD_CHECK)
    else:
        home, adult = subject.walk.on(HOME_ROUTE), subject.walk.judged(ADULT_CLIENT)[0]
        unasked = subject.diagrams.without(subject.diagrams.both(home, adult), subject.walk.reached[CHILD_CHECK])
        yield from subject.refuted("I-09", "P14", unasked, subject.origin(CHILD_CHECK), question=CHILD_CHECK)
