"""Random walks through a protocol: answers drawn question by question, to see what comes out how often.

A walk proves nothing; it shows what is common, what is rare and what never came up.
"""

from collections.abc import Callable, Iterator, Mapping
from random import Random

from meldcode.case.answers import MAX_AGE
from meldcode.case.path import trace
from meldcode.case.state import State
from meldcode.case.values import UNBORN, Observation, Person, Value
from meldcode.protocol.model import ROLES, Protocol, Question

OPTIONAL = 0.5
"""How often a question that need not be answered now is answered: an optional one, or one that can wait."""

AMOUNTS = (0, 0, 1, 1, 2, 3)
"""How many ticks, signals or persons beyond the first are drawn, each as often as it stands here."""

Draw = Callable[[], Value]


def walks(protocol: Protocol, random: Random, fixed: Mapping[str, Value]) -> Iterator[State]:
    """Yield random complete walks without end; a question in `fixed` gets that answer whenever it is reached.

    All answers are drawn before the walk, in the order of the protocol: those off the path are left out, so the walk is
    the same as one in which each question is answered when it comes.
    """
    draws = {name: _draw(protocol, question, random) for name, question in protocol.questions.items()}
    asked = {name for name, question in protocol.questions.items() if question.required and question.waits is None}
    while True:
        drawn = {name: draw() for name, draw in draws.items() if name in asked or random.random() < OPTIONAL}
        path = trace(protocol, {**drawn, **fixed})
        while path.missing:
            path = trace(protocol, {**path.live, **{name: draws[name]() for name in path.missing}})
        yield State(path)


def _draw(protocol: Protocol, question: Question, random: Random) -> Draw:  # noqa: PLR0911 - one return a type
    options = [option.id for option in question.options]
    match question.type:
        case "choice":
            return lambda: random.choice(options)
        case "multi":
            return lambda: _some(options, random)
        case "signals":
            known = [signal.id for name in question.lists for signal in protocol.signal_lists[name].signals]
            return lambda: tuple(Observation(name) for name in _some(known, random))
        case "people":
            return lambda: tuple(_person(random) for _ in range(1 + random.choice(AMOUNTS)))
        case "number":
            return lambda: random.randint(0, MAX_AGE)
        case "date":
            return lambda: "2027-01-04"
        case "text":
            return lambda: "…"


def _some(names: list[str], random: Random) -> tuple[str, ...]:
    """Return some of the names, in the order in which they stand."""
    chosen = set(random.sample(names, min(random.choice(AMOUNTS), len(names))))
    return tuple(name for name in names if name in chosen)


def _person(random: Random) -> Person:
    role = random.choice(ROLES)
    age = random.choice((None, UNBORN, random.randint(0, 17), random.randint(0, MAX_AGE), random.randint(18, 60)))
    return Person(role, age, role == "client" or random.random() < 1 / 4)
