"""The sets of answers say the same as the engine, and the engine the same as a second reading of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.case.advice import advise
from meldcode.case.answers import judged
from meldcode.case.state import settled
from meldcode.protocol.model import HOME_ROUTE, LEVELS
from meldcode.prove.space import Space
from meldcode.prove.walk import Walk
from tests.prove.holding import drawn, holds
from tests.prove.naive import Naive
from tests.prove.samples import answers, dice
from tests.prove.shipped import SECTORS, protocol_of

if TYPE_CHECKING:
    from meldcode.case.advice import Advice
    from meldcode.case.path import Path
    from meldcode.case.values import Value
    from meldcode.protocol.model import Protocol
    from tests.prove.samples import Given

every_sector = pytest.mark.parametrize("sector", SECTORS)


def as_values(protocol: Protocol, given: Given) -> dict[str, Value]:
    return {name: judged(protocol, protocol.questions[name], value) for name, value in given.items()}


def disagreements(protocol: Protocol, naive: Naive, given: Given) -> list[str]:
    """Return on what the engine and the second reading differ."""
    state = settled(protocol, as_values(protocol, given))
    advice, path, other = advise(protocol, state), state.path, naive.evaluate(given)
    pairs = {
        "route": (advice.route, other.route),
        "reached": (list(path.reached), other.reached),
        "live": (sorted(path.live), sorted(other.live)),
        "fired": ([rule.id for rule in path.fired], other.fired),
        "level": (advice.level, other.level),
        "missing": (list(advice.missing), other.missing),
        "waiting": (list(advice.waiting), other.waiting),
        "actions": ({action.id for action in advice.actions}, other.actions),
        "flags": ({flag.id for flag in advice.flags}, other.flags),
    }
    return [f"{name}: {ours} and {theirs}" for name, (ours, theirs) in pairs.items() if ours != theirs]


@every_sector
def test_a_second_reading_of_the_format_gives_the_same_advice(sector: str) -> None:
    protocol, random = protocol_of(sector), dice(sector)
    naive = Naive(protocol)
    for number in range(200):
        given = answers(protocol, random, left_out=(number % 4) / 5)
        assert disagreements(protocol, naive, given) == [], given


@every_sector
def test_the_sets_of_answers_hold_exactly_the_answers_that_lead_there(sector: str) -> None:
    protocol, random = protocol_of(sector), dice(sector)
    space = Space(protocol)
    walk = Walk(space, protocol)
    for _ in range(15):
        chosen = drawn(space, random)
        given = space.answers(chosen)
        state = settled(protocol, given)
        advice, path = advise(protocol, state), state.path
        sets = expected(walk)
        found = {name for name, node in sets.items() if holds(space.diagrams, node, chosen)}
        assert found == said(path, advice) & sets.keys(), given


def expected(walk: Walk) -> dict[str, int]:
    """Return every set of a walk by a name."""
    protocol = walk.protocol
    routes = [HOME_ROUTE, *(route.id for route in protocol.routes)]
    sets = {f"reached {name}": node for name, node in walk.reached.items()}
    sets |= {f"live {name}": walk.live(name) for name in protocol.questions}
    sets |= {f"waiting {name}": walk.waiting(name) for name in protocol.questions}
    sets |= {f"fired {name}": node for name, node in walk.fired.items()}
    sets |= {f"level {name}": walk.at_least(name) for name in LEVELS}
    sets |= {f"action {name}": walk.shown(action) for name, action in protocol.actions.items()}
    sets |= {f"flag {flag.id}": walk.raised(flag) for flag in protocol.flags}
    return sets | {f"route {name}": walk.on(name) for name in routes} | {"complete": walk.complete, "gap": walk.gap}


def said(path: Path, advice: Advice) -> set[str]:
    """Return the same names, for what the engine says."""
    return {
        *(f"reached {name}" for name in path.reached),
        *(f"live {name}" for name in path.live),
        *(f"waiting {name}" for name in path.waiting),
        *(f"fired {rule.id}" for rule in path.fired),
        *(f"level {name}" for name in LEVELS[: LEVELS.index(path.level) + 1]),
        *(f"action {action.id}" for action in advice.actions),
        *(f"flag {flag.id}" for flag in advice.flags),
        f"route {path.route}",
        *(["complete"] if advice.complete else []),
        *([] if any(rule.level for rule in path.fired) else ["gap"]),
    }
