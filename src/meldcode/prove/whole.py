"""The protocol hangs together: I-10 and I-12."""

from meldcode.protocol.condition import FACTS, BelowAdvice, leaves
from meldcode.protocol.model import LEVELS, Flag, Question, Rule
from meldcode.prove.diagram import FALSE
from meldcode.prove.subject import Found, Subject


def no_gap(subject: Subject) -> Found:
    """I-10: advice on every complete walk, nothing that never happens, every walk comes to an end."""
    walk = subject.walk
    weighed = [question.origin for question in subject.protocol.questions.values() if question.rising]
    yield from subject.refuted("I-10", "P15", subject.diagrams.both(walk.complete, walk.gap), weighed)
    yield from _dead(subject)
    for name, question in subject.protocol.questions.items():
        if _never_asked(subject, name):
            yield from subject.always("I-10", "P19", question.origin, question=name)
        yield from _dead_end(subject, question)
    yield from _too_early(subject)
    yield from _no_level(subject)


def _never_asked(subject: Subject, name: str) -> bool:
    """Tell whether nobody who answers everything comes to a question; what is left open may seem to lead there."""
    walk = subject.walk
    if walk.complete == FALSE:
        return walk.reached[name] == FALSE
    return subject.diagrams.both(walk.reached[name], walk.complete) == FALSE


def _dead(subject: Subject) -> Found:
    for rule in subject.protocol.rules:
        if subject.walk.fired[rule.id] == FALSE:
            yield from subject.always("I-10", "P16", rule.origin, rule=rule.id)
    for flag in subject.protocol.flags:
        if subject.walk.raised(flag) == FALSE:
            yield from subject.always("I-10", "P17", flag.origin, flag=flag.id)
    for action in subject.protocol.actions.values():
        if subject.walk.shown(action) == FALSE:
            yield from subject.always("I-10", "P18", action.origin, action=action.id)


def _dead_end(subject: Subject, question: Question) -> Found:
    """Find a question that can't be answered, an option that can't be told from another, a wait without an end."""
    options = [option.id for option in question.options]
    if question.type == "choice" and question.required and not options:
        yield from subject.always("I-10", "P22", question.origin, question=question.id)
    for option in sorted({option for option in options if options.count(option) > 1}):
        yield from subject.always("I-10", "P23", question.origin, question=question.id, option=option)
    if question.waits:
        date = question.waits.until
        asked = subject.walk.reached.get(date, FALSE)
        endless = subject.diagrams.without(subject.walk.waiting(question.id), asked)
        places = (question.origin, *subject.origin(date))
        yield from subject.refuted("I-10", "P24", endless, places, question=question.id, date=date)


def _too_early(subject: Subject) -> Found:
    """Find a guard that reads what is not asked before it: a question later on, or itself."""
    people = {name for name, each in subject.protocol.questions.items() if each.type == "people"}
    earlier: set[str] = set()
    for step in subject.protocol.steps:
        for name in step.questions:
            question = subject.protocol.questions[name]
            read = {leaf.name for leaf in leaves(question.when)}
            for unasked in sorted(each for each in read if not earlier & (people if each in FACTS else {each})):
                yield from subject.always("I-10", "P21", question.origin, question=name, name=unasked)
            earlier.add(name)


def _no_level(subject: Subject) -> Found:
    for name in sorted({leaf.name for leaf in subject.protocol.lookup.leaves if isinstance(leaf, BelowAdvice)}):
        for option in subject.options(name):
            if option not in LEVELS:
                yield from subject.always("I-10", "P20", *subject.origin(name), question=name, option=option)


def sources(subject: Subject) -> Found:
    """I-12: every rule and flag names a source, which was read on a day or says that it was not."""
    known = subject.protocol.sources
    elements: tuple[Rule | Flag, ...] = (*subject.protocol.rules, *subject.protocol.flags)
    for element in elements:
        source = known.get(element.source)
        if source is None:
            yield from subject.always("I-12", "P28", element.origin, element=element.id, source=element.source)
        elif not source.verified and not source.unverified.nl:
            yield from subject.always("I-12", "P29", element.origin, element=element.id, source=source.id)
