"""What is built on a base may add and strengthen, and never weaken: I-11."""

from dataclasses import replace

from meldcode.protocol.model import Protocol
from meldcode.prove.diagram import FALSE
from meldcode.prove.report import Counterexample, Void
from meldcode.prove.subject import Found, Subject, deciding, written

EMERGENCY = ("112", "0800-2000")


def never_weaker(subject: Subject) -> Found:
    """I-11: whatever is answered, the level is at least that of the base; what is locked there is as it was.

    Both see the same answers, complete or not; the base leaves out what it does not ask.
    """
    if subject.base is None:
        yield Void("I-11", "V03", {}, whole=True)
        return
    base = subject.base.protocol
    lowered = subject.lowered(subject.base.walk.levels, subject.walk.levels)
    if lowered != FALSE:
        answers = subject.example(lowered)
        before, after = subject.base.traced(answers), subject.traced(answers)
        values = {"before": before.level, "after": after.level}
        places = (*deciding(after), *deciding(before))
        yield Counterexample("I-11", "P25", values, places, written(after.live), written(before.live))
    yield from _locked(subject, base)
    yield from _emergency(subject, base)


def _locked(subject: Subject, base: Protocol) -> Found:
    own = subject.protocol.questions
    locked = [question for question in base.questions.values() if question.locked]
    for question in locked:
        changed = own.get(question.id)
        if changed is None:
            yield from subject.always("I-11", "P26", question.origin, question=question.id)
        elif replace(changed, origin=question.origin) != question:
            yield from subject.always("I-11", "P26", changed.origin, question.origin, question=question.id)
    yield from _moved(subject, base, {question.id for question in locked if question.id in own})


def _moved(subject: Subject, base: Protocol, names: set[str]) -> Found:
    """Find the locked question without which the others stand as they did; all of them when it is not one alone."""
    if _placed(base, names) != _placed(subject.protocol, names):
        others = ((name, names - {name}) for name, _ in _placed(base, names))
        moved = [name for name, rest in others if _placed(base, rest) == _placed(subject.protocol, rest)]
        for name in moved[:1] or sorted(names):
            places = (*subject.origin(name), base.questions[name].origin)
            yield from subject.always("I-11", "P32", *places, question=name)


def _emergency(subject: Subject, base: Protocol) -> Found:
    for contact in base.contacts.values():
        own = subject.protocol.contacts.get(contact.id)
        if contact.phone in EMERGENCY and (own is None or (own.phone, own.hours) != (contact.phone, contact.hours)):
            yield from subject.always("I-11", "P27", contact=contact.id, phone=contact.phone)


def _placed(protocol: Protocol, names: set[str]) -> list[tuple[str, str]]:
    """Return these questions in the order of the walk, each with the route in which it is asked."""
    return [(name, step.route) for step in protocol.steps for name in step.questions if name in names]
