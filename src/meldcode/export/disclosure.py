"""Counts that tell nothing about few: small ones are counted together with their neighbours before anything is shown.

What is proven (tests/export/test_disclosure.py, by someone who knows every number before rounding, the total, the order
of the categories and these rules): every count that is not shown by itself has at least `FEW` possible values. Rounding
to multiples of five comes on top. It holds because categories are taken together from first to last in an order that
is fixed beforehand, never by their size: the outcome stays the same when cases move between categories within it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FEW = 10
"""A count below this is not shown by itself; and each count that is not shown has at least so many possible values."""

STEP = 5
"""Counts are rounded to multiples of this."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Categories that are counted together, often one, and how many cases they have together, rounded."""

    categories: tuple[str, ...]
    count: int


def cells(counts: Mapping[str, int], *, occurring: bool = False) -> tuple[Cell, ...]:
    """Return what may be shown of the cases in each category, in the order given; nothing of fewer than `FEW` cases.

    With `occurring` only categories that occur are given, so that nobody can hold one of them for empty: then more
    cases are needed to count a category by itself.
    """
    enough = FEW + max(len(counts) - 1, 0) if occurring else FEW
    groups: list[tuple[list[str], int]] = [([], 0)]
    for category, count in counts.items():
        if groups[-1][1] >= enough:
            groups.append(([], 0))
        names, total = groups[-1]
        groups[-1] = ([*names, category], total + count)
    if groups[-1][1] < enough and len(groups) > 1:
        names, total = groups.pop()
        before, more = groups[-1]
        groups[-1] = (before + names, more + total)
    return tuple(Cell(tuple(names), rounded(total)) for names, total in groups if total >= enough)


def rounded(count: int) -> int:
    """Return the count rounded to a multiple of `STEP`, by itself: a total need not be the sum of what is shown."""
    return (count + STEP // 2) // STEP * STEP


def median(values: Iterable[int]) -> int | None:
    """Return the middle value, rounded up to a whole number; None of fewer than `FEW`."""
    ordered = sorted(values)
    if len(ordered) < FEW:
        return None
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else -(-(ordered[middle - 1] + ordered[middle]) // 2)
