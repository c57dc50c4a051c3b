"""Danger and doubt are never played down: I-01 to I-05.

I-01, I-02, I-03 and I-05 hold whatever else is answered *or left out*: an answers file may leave out anything. I-04
compares complete walks.
"""

from itertools import combinations

from meldcode.protocol.condition import UNKNOWN
from meldcode.protocol.model import Question
from meldcode.prove.diagram import FALSE
from meldcode.prove.subject import Found, Subject

DANGER, SUSPICION, UNSAFE, RESULT = "direct_gevaar", "vermoeden", "veiligheid", "resultaat"
HELP = ("hulp", "acceptatie", RESULT)
ORDER = dict.fromkeys((DANGER, SUSPICION, UNSAFE), ("nee", UNKNOWN, "ja"))
ORDER |= dict.fromkeys(HELP, ("ja", UNKNOWN, "nee"))
"""The fixed questions whose answers run from least to most dangerous in every protocol that asks them."""

LEAST_IN_DOUBT = {SUSPICION: "volgen", UNSAFE: "overleg", "hulp": "overleg", "acceptatie": "overleg"}


def direct_danger(subject: Subject) -> Found:
    """I-01: danger now asks for 112, and doubt about it at least for advice."""
    yield from subject.asks("I-01", DANGER, "ja", UNKNOWN)
    yield from _least(subject, "I-01", (DANGER, "ja"), "bel_112")
    yield from _least(subject, "I-01", (DANGER, UNKNOWN), "overleg")


def reporting_norm(subject: Subject) -> Found:
    """I-02: acute or structural unsafety is reported, whatever else is answered."""
    yield from subject.asks("I-02", UNSAFE, "ja")
    yield from _least(subject, "I-02", (UNSAFE, "ja"), "melden")


def no_help(subject: Subject) -> Found:
    """I-03: no help, help that is refused or help that does not work is reported while there is a suspicion."""
    for name in HELP:
        yield from subject.asks("I-03", name, "nee")
        yield from _least(subject, "I-03", (name, "nee"), "melden", unless=subject.walk.live(SUSPICION, "nee"))


def monotone(subject: Subject) -> Found:
    """I-04: a more dangerous answer to one question never lowers the level of a complete walk.

    The two walks share every answer that both reach. What only one of them reaches may be answered in any way: both are
    walks with the same raw answers, in which an answer off the path counts for nothing.
    """
    for name, order in ORDER.items():
        question = subject.protocol.questions.get(name)
        own = tuple(option for option in subject.options(name) if option in order)
        if question and (not question.rising or own != order):
            yield from subject.always("I-04", "P33", question.origin, question=name, options=", ".join(order))
    for question in _rising(subject):
        if question.type != "choice":
            yield from subject.always("I-04", "P03", question.origin, question=question.id)
            continue
        for safer, worse in combinations([option.id for option in question.options], 2):
            first, second = (_complete_with(subject, question, option) for option in (safer, worse))
            before, after = (subject.levels_with(question.id, option) for option in (safer, worse))
            lowered = subject.diagrams.every((first, second, subject.lowered(before, after)))
            yield from subject.compared("I-04", "P02", lowered, (question.id, safer, worse))


def doubt(subject: Subject) -> Found:
    """I-05: not knowing and not answering are never the safest answer.

    For each question whose options run from least to most dangerous, all else being equal: `onbekend`, and no answer,
    give no lower a level than the safest option. No answer gives at least `overleg`, but that `resultaat` may wait for
    its date. Doubt about `veiligheid`, `hulp` and `acceptatie` gives at least `overleg`, and doubt about `vermoeden` is
    walked on as a suspicion: every question that `ja` asks is asked, and it never ends in `afsluiten` (protocol format:
    Doubt).
    """
    for question in _rising(subject):
        if question.type == "choice" and question.options:
            yield from _not_safest(subject, question)
        excused = subject.walk.waiting(RESULT) if question.id == RESULT else FALSE
        open_still = subject.diagrams.without(subject.walk.missing(question.id), excused)
        calm = subject.diagrams.without(open_still, subject.walk.at_least("overleg"))
        yield from subject.refuted("I-05", "P06", calm, (question.origin,), question=question.id)
    for name, level in LEAST_IN_DOUBT.items():
        yield from subject.asks("I-05", name)
        yield from _least(subject, "I-05", (name, UNKNOWN), level)
    if {"ja", UNKNOWN} <= set(subject.options(SUSPICION)):
        yield from _walked_on(subject)


def _not_safest(subject: Subject, question: Question) -> Found:
    options = [option.id for option in question.options]
    safest = subject.levels_with(question.id, options[0])
    unsure: list[tuple[str, str | None]] = [("P05", None)]
    if UNKNOWN in options[1:]:
        unsure.append(("P04", UNKNOWN))
    for code, answer in unsure:
        lowered = subject.lowered(safest, subject.levels_with(question.id, answer))
        yield from subject.compared("I-05", code, lowered, (question.id, options[0], answer))


def _walked_on(subject: Subject) -> Found:
    for name, reached in subject.walk.reached.items():
        sure, unsure = (subject.space.put(reached, SUSPICION, option) for option in ("ja", UNKNOWN))
        lost = subject.diagrams.without(sure, unsure)
        change = (SUSPICION, "ja", UNKNOWN)
        yield from subject.compared("I-05", "P34", lost, change, subject.origin(name), lost=name)


def _least(subject: Subject, invariant: str, answer: tuple[str, str], level: str, unless: int = FALSE) -> Found:
    """Refute that this option of a question gives at least this level."""
    name, option = answer
    given = subject.diagrams.without(subject.walk.live(name, option), unless)
    calm = subject.diagrams.without(given, subject.walk.at_least(level))
    values = {"question": name, "option": option, "least": level}
    yield from subject.refuted(invariant, "P01", calm, subject.origin(name), **values)


def _rising(subject: Subject) -> list[Question]:
    return [question for question in subject.protocol.questions.values() if question.rising]


def _complete_with(subject: Subject, question: Question, option: str) -> int:
    return subject.space.put(subject.walk.complete, question.id, option)
