"""Random answers to a protocol, in the form of an answers file."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from meldcode.protocol.model import ROLES

if TYPE_CHECKING:
    from meldcode.protocol.model import Protocol, Question

Given = dict[str, Any]

AGES = (None, "ongeboren", 0, 3, 11, 12, 15, 16, 17, 18, 19, 40, 85, 120)


def dice(seed: str | int) -> Random:
    """Return the same throws for the same seed, whatever the order of the tests."""
    return Random(seed)  # noqa: S311 - guards no secret


def answers(protocol: Protocol, random: Random, left_out: float) -> Given:
    """Return answers to all questions but a share that is left out; whether a question is reached does not matter."""
    return {
        name: value(protocol, question, random)
        for name, question in protocol.questions.items()
        if random.random() >= left_out and (question.type != "choice" or question.options)
    }


def value(protocol: Protocol, question: Question, random: Random) -> Any:  # noqa: ANN401, PLR0911 - one return a type
    options = [option.id for option in question.options]
    match question.type:
        case "choice":
            return random.choice(options)
        case "multi":
            share = random.choice((0, 0.1, 0.1, 0.5))
            return [option for option in options if random.random() < share]
        case "people":
            return [person(random) for _ in range(random.choice((0, 1, 1, 2, 2, 3, 5)))]
        case "signals":
            return [{"signal": name} for name in some_signals(protocol, question, random)]
        case "date":
            return "2026-12-01"
        case "number":
            return random.choice((0, 1, 2, 5, 11, 12, 40, 10**6))
        case "text":
            return "Gezien en gehoord."


def person(random: Random) -> Given:
    role, age = random.choice(ROLES), random.choice(AGES)
    marked = role == "client" or random.random() < 0.2
    return {"role": role} | ({} if age is None else {"age": age}) | ({"client": "ja"} if marked else {})


def some_signals(protocol: Protocol, question: Question, random: Random) -> list[str]:
    known = [signal.id for name in question.lists for signal in protocol.signal_lists[name].signals]
    return [random.choice(known) for _ in range(random.choice((0, 0, 1, 1, 2, 3)))] if known else []
