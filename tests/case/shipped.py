"""The shipped protocols, and random answers to their questions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from hypothesis import settings
from hypothesis import strategies as st

from meldcode.case.answers import judged
from meldcode.case.events import Answered, Event
from meldcode.case.path import trace
from meldcode.case.state import State, apply, replay
from meldcode.case.values import Person, Plain, Value, plain
from meldcode.protocol import library
from meldcode.protocol.model import LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from meldcode.protocol.model import Protocol, Question

SECTORS = ("algemeen", "onderwijs", "zorg-arts")

checked = settings(max_examples=60, deadline=None, derandomize=True)
"""Every run tries the same answers: whether a change is good must not depend on luck."""

PEOPLE: tuple[Plain, ...] = tuple(
    plain(people)
    for people in (
        (),
        (Person("kind", 7, client=True), Person("ouder")),
        (Person("kind"),),
        (Person("client", 34), Person("kind", "ongeboren")),
        (Person("client"), Person("partner", 40)),
        (Person("client", 60), Person("ouder", 85), Person("mantelzorger", 60, client=True)),
        (Person("ouder", 16, client=True), Person("kind", 1)),
    )
)


@cache
def protocol_of(sector: str) -> Protocol:
    """Return a shipped protocol, read once."""
    return library.protocol(sector)


def some_values(protocol: Protocol, question: Question) -> tuple[Plain, ...]:  # noqa: PLR0911 - one return a type
    """Return values that this question takes: all of them where they are few."""
    options = [option.id for option in question.options]
    match question.type:
        case "choice":
            return tuple(options)
        case "multi":
            return ([], *([option] for option in options), options)
        case "people":
            return PEOPLE
        case "signals":
            lists = (protocol.signal_lists[name].signals for name in question.lists)
            signals = [signal for each in lists for signal in each]
            weights = {signal.severity: signal.id for signal in signals}
            return ([], *([{"signal": name, "seen": "zelf gezien"}] for name in weights.values()))
        case "date":
            return ("2026-12-01", "2027-01-15")
        case "number":
            return (0, 7)
        case "text":
            return ("Eerst dit.", "Daarna iets anders.")


@cache
def answers_to(sector: str, *, whole: bool = False) -> st.SearchStrategy[dict[str, Value]]:
    """Answers to any of the questions, in any order; with `whole`, to every one of them."""
    protocol = protocol_of(sector)
    choices: dict[str, st.SearchStrategy[Plain | None]] = {}
    for name, question in protocol.questions.items():
        values = some_values(protocol, question)
        choices[name] = st.sampled_from(values if whole else (*values, None))
    drawn = st.fixed_dictionaries(choices).map(lambda given: judged_all(protocol, given))
    return st.tuples(drawn, st.randoms(use_true_random=False)).map(
        lambda pair: dict(pair[1].sample(list(pair[0].items()), len(pair[0])))
    )


def judged_all(protocol: Protocol, given: Mapping[str, Plain | None]) -> dict[str, Value]:
    """Return the answers that are there, as values."""
    return {
        name: judged(protocol, protocol.questions[name], value) for name, value in given.items() if value is not None
    }


def events_of(protocol: Protocol, answers: Mapping[str, Value]) -> list[Event]:
    """Return what happens when the questions are answered one by one, in the order of the path."""
    state, events = replay(protocol, []), list[Event]()
    while True:
        name = next((name for name in state.path.reached if name in answers and name not in state.answers), None)
        if name is None:
            return events
        events.append(Answered(name, plain(answers[name])))
        state = apply(protocol, state, events[-1])


def walked(protocol: Protocol, answers: Mapping[str, Value]) -> State:
    """Return the state after that walk."""
    return replay(protocol, events_of(protocol, answers))


def standing(protocol: Protocol, answers: Mapping[str, Value]) -> State:
    """Return the state in which these answers stand, without walking there."""
    return State(trace(protocol, answers))


def severity(level: str) -> int:
    """Return how urgent a level is."""
    return LEVELS.index(level)


def texts(*pairs: str) -> dict[str, Value]:
    """Return answers written as `question=option`."""
    return cast("dict[str, Value]", dict(pair.split("=") for pair in pairs))
