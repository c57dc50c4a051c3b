"""Agreement: the same numbers as an independent library gives, and numbers that mean what they say."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meldcode.training.agreement import LEAST, alike, alpha, interval, wilson

if TYPE_CHECKING:
    from meldcode.training.agreement import Metric, Row

METRICS: tuple[Metric, ...] = ("nominal", "ordinal")


def dice_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - made answers


def table(dice: random.Random) -> list[Row]:
    options, missing = dice.randint(2, 6), dice.choice([0.0, 0.2, 0.6])
    people, units = dice.randint(2, 15), dice.randint(1, 12)

    def cell() -> int | None:
        return None if dice.random() < missing else dice.randrange(options)

    return [[cell() for _ in range(units)] for _ in range(people)]


def theirs(rows: list[Row], metric: Metric) -> float | None:
    """Return what the independent library says; None where it says that alpha does not exist."""
    data = [[np.nan if value is None else value for value in row] for row in rows]
    try:
        with np.errstate(invalid="ignore", divide="ignore"):
            found = krippendorff.alpha(reliability_data=data, value_domain=list(range(6)), level_of_measurement=metric)
    except ValueError:  # where there are no two answers in a unit
        return None
    return None if np.isnan(found) else float(found)


@pytest.mark.parametrize("metric", METRICS)
def test_alpha_is_that_of_an_independent_library_on_hundreds_of_tables(metric: Metric) -> None:
    dice, compared = dice_of(20), 0
    for _ in range(400):
        rows = table(dice)
        expected = theirs(rows, metric)
        assert alpha(rows, metric) == (None if expected is None else pytest.approx(expected, abs=1e-12)), rows
        compared += expected is not None
    assert compared > 300


def test_a_published_table_gives_the_published_numbers() -> None:
    """Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, missing data."""
    text = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    rows = [[None if sign == "." else int(sign) for sign in row] for row in text]
    assert alpha(rows, "nominal") == pytest.approx(0.743, abs=5e-4)
    assert alpha(rows, "ordinal") == pytest.approx(0.815, abs=5e-4)


@given(
    people=st.integers(2, 30),
    unit=st.lists(st.integers(0, 4), min_size=2, max_size=20).filter(lambda unit: len(set(unit)) > 1),
    metric=st.sampled_from(METRICS),
)
def test_people_who_always_agree_have_alpha_1(people: int, unit: list[int], metric: Metric) -> None:
    assert alpha([unit] * people, metric) == pytest.approx(1)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), options=st.integers(2, 5), metric=st.sampled_from(METRICS))
def test_people_who_throw_dice_have_alpha_near_0(seed: int, options: int, metric: Metric) -> None:
    dice = dice_of(seed)
    rows = [[dice.randrange(options) for _ in range(40)] for _ in range(40)]
    assert alpha(rows, metric) == pytest.approx(0, abs=0.05)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), keeping=st.sampled_from([0.3, 0.5, 0.7, 0.9]))
def test_known_agreement_comes_back(seed: int, keeping: float) -> None:
    """Who keeps to the right answer with chance p and else throws a die, agrees beyond chance p times p."""
    dice = dice_of(seed)
    right = [unit % 3 for unit in range(60)]
    rows = [[each if dice.random() < keeping else dice.randrange(3) for each in right] for _ in range(60)]
    assert alpha(rows, "nominal") == pytest.approx(keeping**2, abs=0.06)


def test_two_camps_that_contradict_each_other_agree_less_than_by_chance() -> None:
    one, other = [0, 1] * 10, [1, 0] * 10
    found = alpha([one, other], "nominal")
    assert found is not None
    assert found < -0.9


def test_what_lies_close_counts_less_when_there_is_an_order() -> None:
    near = [[0, 1, 2, 0, 2], [0, 1, 2, 1, 2], [0, 1, 2, 0, 1]]
    far = [[0, 1, 2, 0, 2], [0, 1, 2, 2, 2], [0, 1, 2, 0, 0]]
    close, apart = alpha(near, "ordinal"), alpha(far, "ordinal")
    assert close is not None
    assert apart is not None
    assert close > apart + 0.2


@pytest.mark.parametrize("rows", [[], [[]], [[0, 1]], [[0], [None]], [[1, 1], [1, 1]]])
def test_where_there_is_nothing_to_compare_there_is_no_alpha(rows: list[Row]) -> None:
    assert alpha(rows, "nominal") is None


def noisy(people: int, keeping: float, seed: int = 3) -> list[Row]:
    dice = dice_of(seed)
    right = [unit % 3 for unit in range(12)]
    return [[each if dice.random() < keeping else dice.randrange(3) for each in right] for _ in range(people)]


def test_the_interval_is_the_same_every_time_and_holds_the_number() -> None:
    rows = noisy(40, 0.6)
    found, value = interval(rows, "ordinal"), alpha(rows, "ordinal")
    assert found == interval(rows, "ordinal")
    assert found is not None
    assert value is not None
    assert found.low < value < found.high


def test_a_larger_group_gives_a_narrower_interval() -> None:
    small, large = interval(noisy(20, 0.6), "nominal"), interval(noisy(200, 0.6), "nominal")
    assert small is not None
    assert large is not None
    assert large.high - large.low < (small.high - small.low) / 2


def test_who_is_drawn_twice_does_not_agree_with_themselves() -> None:
    """Else the interval of people who throw dice would lie above 0."""
    found = interval(noisy(LEAST, 0.0), "nominal")
    assert found is not None
    assert found.low < 0 < found.high
    assert (found.low + found.high) / 2 < 0.05


def test_a_small_group_has_no_interval() -> None:
    assert interval(noisy(LEAST - 1, 0.6), "nominal") is None
    assert interval(noisy(LEAST, 0.6), "nominal") is not None


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_the_interval_of_a_share_is_wilsons(hits: int, total: int, low: float, high: float) -> None:
    """The last is from Newcombe, Statistics in Medicine 17 (1998), table I."""
    found = wilson(hits, total)
    assert found is not None
    assert [found.low, found.high] == pytest.approx([low, high], abs=5e-5)


def test_a_share_of_nobody_has_no_interval() -> None:
    assert wilson(0, 0) is None


def test_the_chance_of_the_same_answer_counts_pairs() -> None:
    assert alike({"ja": 3, "nee": 1}) == pytest.approx(0.5)
    assert alike({"ja": 4, "nee": 0}) == 1
    assert alike({"ja": 1, "nee": 1}) == 0
    assert alike({"ja": 1}) is None
