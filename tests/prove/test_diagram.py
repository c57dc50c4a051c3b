"""Sets of assignments, held against trying every assignment."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from meldcode.prove.diagram import FALSE, TRUE, Diagrams, UnprovenError
from tests.prove.holding import holds
from tests.prove.samples import dice

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.prove.holding import Chosen

SIZES = (2, 3, 1, 4, 2)
EVERYTHING = [dict(enumerate(values)) for values in product(*map(range, SIZES))]

Table = frozenset[int]
"""A set as the numbers of the assignments in it."""


def table(inside: Callable[[Chosen], bool]) -> Table:
    return frozenset(at for at, each in enumerate(EVERYTHING) if inside(each))


def at_random(diagrams: Diagrams, random: Random, depth: int) -> tuple[int, Table]:
    """Return a set made with the operations, and the same set tried one by one."""
    if depth == 0 or random.random() < 0.2:
        variable = random.randrange(len(SIZES))
        values = {value for value in range(SIZES[variable]) if random.random() < 0.5}
        return diagrams.among(variable, values), table(lambda each: each[variable] in values)
    node, tried = at_random(diagrams, random, depth - 1)
    other, too = at_random(diagrams, random, depth - 1)
    match random.randrange(5):
        case 0:
            return diagrams.negated(node), table(lambda _: True) - tried
        case 1:
            return diagrams.both(node, other), tried & too
        case 2:
            return diagrams.either(node, other), tried | too
        case 3:
            return diagrams.without(node, other), tried - too
        case _:
            variable = random.randrange(len(SIZES))
            value = random.randrange(SIZES[variable])
            put = [EVERYTHING.index({**each, variable: value}) for each in EVERYTHING]
            fixed = frozenset(at for at, there in enumerate(put) if there in tried)
            return diagrams.fixed(node, variable, value), fixed


def test_the_operations_do_what_they_say_on_every_assignment() -> None:
    for seed in range(150):
        does_what_it_says(seed)


def does_what_it_says(seed: int) -> None:
    diagrams = Diagrams(SIZES)
    node, tried = at_random(diagrams, dice(seed), depth=5)
    assert table(lambda each: holds(diagrams, node, each)) == tried
    assert diagrams.count(node) == len(tried)
    if tried:
        least = min(sum(value > 0 for value in EVERYTHING[at].values()) for at in tried)
        chosen = diagrams.fewest(node)
        assert holds(diagrams, node, chosen)
        assert len(chosen) == least


def test_equal_sets_are_one_and_the_same_node() -> None:
    diagrams = Diagrams(SIZES)
    nodes: dict[Table, int] = {}
    for seed in range(300):
        node, tried = at_random(diagrams, dice(seed), depth=4)
        assert nodes.setdefault(tried, node) == node


def test_the_empty_set_and_the_whole_are_the_constants() -> None:
    diagrams = Diagrams(SIZES)
    some = diagrams.among(1, [0, 2])
    assert diagrams.both(some, diagrams.negated(some)) == FALSE
    assert diagrams.either(some, diagrams.negated(some)) == TRUE
    assert diagrams.among(2, [0]) == TRUE
    assert diagrams.every([]) == TRUE
    assert diagrams.some([]) == FALSE


def test_the_empty_set_has_no_example() -> None:
    with pytest.raises(ValueError, match="empty"):
        Diagrams(SIZES).fewest(FALSE)


def test_a_number_that_no_computer_counts_to_is_counted() -> None:
    diagrams = Diagrams([3] * 60)
    assert diagrams.count(diagrams.among(59, [0])) == 3**59


def test_too_much_is_said_and_never_passed_over() -> None:
    """Pairs that lie far apart have no small diagram in this order."""
    diagrams = Diagrams([2] * 40, limit=5000)
    pairs = [(diagrams.among(at, [1]), diagrams.among(at + 20, [1])) for at in range(20)]
    with pytest.raises(UnprovenError) as error:
        diagrams.every(diagrams.either(*pair) for pair in pairs)
    assert error.value.code == "U01"
    assert error.value.values == {"limit": "5000"}
