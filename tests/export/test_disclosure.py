"""Counts that tell nothing about few, tried by someone who knows everything but the counts that are not shown."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.export.disclosure import FEW, STEP, cells, median, rounded
from tests.case.shipped import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

Counts = tuple[int, ...]


def divisions(total: int, categories: int, least: int) -> Iterator[Counts]:
    """Yield every way to divide so many cases over so many categories."""
    if categories == 1:
        if total >= least:
            yield (total,)
        return
    for first in range(least, total + 1):
        for rest in divisions(total - first, categories - 1, least):
            yield (first, *rest)


def published(counts: Counts, *, occurring: bool) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return what is shown, but with the exact sums: more than anyone gets to see."""
    shown = cells({str(place): count for place, count in enumerate(counts)}, occurring=occurring)
    return tuple((cell.categories, sum(counts[int(name)] for name in cell.categories)) for cell in shown)


def fewest_possible_values(total: int, categories: int, *, occurring: bool) -> int:
    """Attack every table of this size, and return how few values the count that is known best can still have.

    The attacker knows the total, all sums before rounding, the order of the categories and the rules.
    """
    tables: dict[object, list[Counts]] = defaultdict(list)
    for counts in divisions(total, categories, 1 if occurring else 0):
        tables[published(counts, occurring=occurring)].append(counts)
    fewest = total + 1
    for shown, possible in tables.items():
        groups = [names for names, _ in shown if len(names) > 1]  # type: ignore[attr-defined]
        for name in (name for names in groups for name in names):
            fewest = min(fewest, len({counts[int(name)] for counts in possible}))
    return fewest


@pytest.mark.parametrize("occurring", [False, True])
@pytest.mark.parametrize(("categories", "totals"), [(2, 46), (3, 36), (4, 26)])
def test_every_count_that_is_not_shown_keeps_ten_possible_values(
    categories: int, totals: int, *, occurring: bool
) -> None:
    for total in range(FEW, totals):
        assert fewest_possible_values(total, categories, occurring=occurring) >= FEW


@checked
@given(counts=st.lists(st.integers(0, 60), min_size=1, max_size=9))
def test_what_is_shown_by_itself_is_never_of_few_and_every_category_is_somewhere_once(counts: list[int]) -> None:
    named = {str(place): count for place, count in enumerate(counts)}
    shown = cells(named)
    for cell in shown:
        assert sum(named[name] for name in cell.categories) >= FEW
        assert cell.count % STEP == 0
    told = [name for cell in shown for name in cell.categories]
    assert told == (list(named) if sum(counts) >= FEW else [])


def test_a_small_count_takes_its_neighbour_with_it_so_that_the_total_gives_nothing_away() -> None:
    shown = cells({"ja": 40, "nee": 3, "onbekend": 60})
    assert [(cell.categories, cell.count) for cell in shown] == [(("ja",), 40), (("nee", "onbekend"), 65)]
    shown = cells({"ja": 40, "nee": 60, "onbekend": 3})
    assert [(cell.categories, cell.count) for cell in shown] == [(("ja",), 40), (("nee", "onbekend"), 65)]


def test_no_case_is_told_apart_from_a_few() -> None:
    assert cells({"ja": 40, "nee": 0})[0].categories == ("ja", "nee")
    assert cells({"ja": 5, "nee": 4}) == ()
    assert cells({}) == ()


def test_categories_that_are_known_to_occur_need_more_cases() -> None:
    assert len(cells({"onderwijs": 10, "sport": 10})) == 2
    assert len(cells({"onderwijs": 10, "sport": 10}, occurring=True)) == 1
    assert len(cells({"onderwijs": 11, "sport": 11}, occurring=True)) == 2


def test_rounding_is_to_the_nearest_five() -> None:
    assert [rounded(count) for count in (10, 12, 13, 17, 18, 20)] == [10, 10, 15, 15, 20, 20]


def test_a_median_is_of_ten_or_more() -> None:
    assert median(range(9)) is None
    assert median([1] * 5 + [4] * 5) == 3
    assert median([0] * 5 + [7] * 6) == 7
