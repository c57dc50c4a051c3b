"""Every way in which one careless edit can break a protocol, one edit at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode.protocol.condition import All, Any, Is, Not, both
from meldcode.protocol.model import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meldcode.protocol.condition import Condition
    from meldcode.protocol.model import Flag, Protocol, Question, Rule

Mutant = tuple[str, "Protocol"]
"""What was done, and the protocol after that."""


def mutants(protocol: Protocol) -> Iterator[Mutant]:
    """Yield every mutant, in a fixed order."""
    yield from rules(protocol)
    yield from questions(protocol)
    yield from actions(protocol)
    yield from flags(protocol)
    yield from steps(protocol)


def rules(protocol: Protocol) -> Iterator[Mutant]:
    for rule in protocol.rules:
        yield f"rule {rule.id} dropped", with_rule(protocol, rule, None)
        for level in ("", *LEVELS[: LEVELS.index(rule.level)]) if rule.level else ():
            yield f"rule {rule.id} lowered to {level}", with_rule(protocol, rule, replace(rule, level=level))
        for name, when in edits(protocol, rule.when):
            yield f"rule {rule.id} {name}", with_rule(protocol, rule, replace(rule, when=when))


def questions(protocol: Protocol) -> Iterator[Mutant]:
    for question in protocol.questions.values():
        for name, edited in one_question(protocol, question):
            yield f"question {question.id} {name}", with_question(protocol, edited)


def one_question(protocol: Protocol, question: Question) -> Iterator[tuple[str, Question]]:
    for option in question.options:
        left = tuple(each for each in question.options if each != option)
        yield f"without {option.id}", replace(question, options=left)
    if question.required:
        yield "optional", replace(question, required=False)
    if question.rising:
        yield "without order", replace(question, rising=False)
        yield "turned round", replace(question, options=question.options[::-1])
    if question.when is not None:
        yield "without guard", replace(question, when=None)
    for name, when in edits(protocol, question.when):
        yield f"guard {name}", replace(question, when=when)
    for danger in (each for each in protocol.questions.values() if each.rising and each.options):
        worst = Not(Is(danger.id, (danger.options[-1].id,)))
        yield f"skipped at the worst of {danger.id}", replace(question, when=both(question.when, worst))


def actions(protocol: Protocol) -> Iterator[Mutant]:
    for action in protocol.actions.values():
        found = [("opened", replace(action, when=None)), ("informing", replace(action, informs=True))]
        found += [(name, replace(action, when=when)) for name, when in edits(protocol, action.when)]
        for name, edited in found:
            if edited != action:
                yield f"action {action.id} {name}", replace(protocol, actions={**protocol.actions, action.id: edited})


def flags(protocol: Protocol) -> Iterator[Mutant]:
    for flag in protocol.flags:
        yield f"flag {flag.id} dropped", with_flag(protocol, flag, None)
        for name, when in edits(protocol, flag.when):
            yield f"flag {flag.id} {name}", with_flag(protocol, flag, replace(flag, when=when))


def steps(protocol: Protocol) -> Iterator[Mutant]:
    for at, step in enumerate(protocol.steps):
        others = (*protocol.steps[:at], *protocol.steps[at + 1 :])
        yield f"step {step.id} dropped", replace(protocol, steps=others)
        yield f"step {step.id} last", replace(protocol, steps=(*others, step))
        for name in step.questions:
            left = replace(step, questions=tuple(each for each in step.questions if each != name))
            placed = tuple(left if each == step else each for each in protocol.steps)
            yield f"question {name} not in {step.id}", replace(protocol, steps=placed)


# -- conditions --------------------------------------------------------------------------------------------------------


def edits(protocol: Protocol, when: Condition | None) -> Iterator[tuple[str, Condition]]:
    """Yield the condition with one edit: another value, a part turned round or left out, all and any swapped."""
    match when:
        case None:
            return
        case Is():
            yield f"not {when.name}", Not(when)
            yield from other_values(protocol, when)
        case Not(part):
            yield "no longer not", part
            yield from ((name, Not(edited)) for name, edited in edits(protocol, part))
        case All(parts) | Any(parts):
            yield from other_parts(protocol, when, parts)
        case _:
            yield f"not {when.name}", Not(when)


def other_values(protocol: Protocol, leaf: Is) -> Iterator[tuple[str, Condition]]:
    asked = protocol.questions.get(leaf.name)
    options = [option.id for option in asked.options] if asked else ["ja", "nee"]
    for option in options:
        if option not in leaf.values:
            yield f"{leaf.name} is {option}", Is(leaf.name, (option,))
    for value in leaf.values if len(leaf.values) > 1 else ():
        yield f"{leaf.name} less {value}", Is(leaf.name, tuple(each for each in leaf.values if each != value))


def other_parts(protocol: Protocol, when: All | Any, parts: tuple[Condition, ...]) -> Iterator[tuple[str, Condition]]:
    kind, other = (All, Any) if isinstance(when, All) else (Any, All)
    if len(parts) > 1:
        yield "all for any", other(parts)
    for at, part in enumerate(parts):
        if len(parts) > 1:
            yield f"less part {at}", kind((*parts[:at], *parts[at + 1 :]))
        for name, edited in edits(protocol, part):
            yield name, kind((*parts[:at], edited, *parts[at + 1 :]))


def with_rule(protocol: Protocol, rule: Rule, edited: Rule | None) -> Protocol:
    kept = (edited if each is rule else each for each in protocol.rules)
    return replace(protocol, rules=tuple(each for each in kept if each is not None))


def with_flag(protocol: Protocol, flag: Flag, edited: Flag | None) -> Protocol:
    kept = (edited if each is flag else each for each in protocol.flags)
    return replace(protocol, flags=tuple(each for each in kept if each is not None))


def with_question(protocol: Protocol, question: Question) -> Protocol:
    return replace(protocol, questions={**protocol.questions, question.id: question})
