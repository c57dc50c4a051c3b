"""Working days: the holidays of the Algemene termijnenwet, and terms that run over them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.case.calendar import after_working_days, easter_sunday, holidays, is_working_day
from tests.case.shipped import checked

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    "easter",
    [
        "1720-03-31",
        "1818-03-22",
        "1886-04-25",
        "2000-04-23",
        "2008-03-23",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2038-04-25",
        "2049-04-18",
    ],
)
def test_easter_is_on_the_day_that_the_almanac_says(easter: str) -> None:
    assert easter_sunday(day(easter).year) == day(easter)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2024, "01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26"),
        (2025, "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26"),
        (2026, "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26"),
        (2027, "01-01 03-26 03-29 04-27 05-05 05-06 05-17 12-25 12-26"),
        (2038, "01-01 04-23 04-26 04-27 05-05 06-03 06-14 12-25 12-26"),
    ],
)
def test_these_days_are_holidays_and_no_others(year: int, expected: str) -> None:
    assert sorted(holidays(year)) == [day(f"{year}-{each}") for each in expected.split()]


@pytest.mark.parametrize(("kings_day", "year"), [("2025-04-26", 2025), ("2026-04-27", 2026), ("2031-04-26", 2031)])
def test_kings_day_is_a_day_earlier_when_it_would_be_a_sunday(kings_day: str, year: int) -> None:
    (found,) = [each for each in holidays(year) if each in (date(year, 4, 26), date(year, 4, 27))]
    assert found == day(kings_day)


def test_two_holidays_on_one_day_are_one_holiday() -> None:
    """Ascension Day on the fifth of May."""
    assert len(holidays(2016)) == 8
    assert day("2016-05-05") in holidays(2016)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("2026-11-23", "2026-11-30", id="an ordinary Monday"),
        pytest.param("2026-11-20", "2026-11-27", id="a Friday"),
        pytest.param("2026-11-21", "2026-11-27", id="a Saturday: the term begins on Monday"),
        pytest.param("2026-11-22", "2026-11-27", id="a Sunday"),
        pytest.param("2026-04-02", "2026-04-13", id="over Good Friday and Easter Monday"),
        pytest.param("2026-12-24", "2027-01-04", id="over Christmas and New Year, both on a Friday"),
        pytest.param("2025-12-24", "2026-01-05", id="over Christmas on Thursday and Friday, and New Year"),
        pytest.param("2027-05-03", "2027-05-12", id="over the fifth of May and Ascension Day"),
        pytest.param("2025-04-17", "2025-04-28", id="over Easter; King's Day is on the Saturday"),
    ],
)
def test_a_term_of_five_working_days_ends_on(start: str, end: str) -> None:
    assert after_working_days(day(start), 5) == day(end)


@checked
@given(DAYS, st.integers(1, 60))
def test_a_term_ends_on_a_working_day_and_holds_exactly_so_many(start: date, days: int) -> None:
    end = after_working_days(start, days)
    inside = [start + timedelta(days=after) for after in range(1, (end - start).days + 1)]
    assert is_working_day(end)
    assert sum(each.isoweekday() < 6 and each not in holidays(each.year) for each in inside) == days


@checked
@given(DAYS)
def test_no_term_at_all_ends_on_the_day_itself(start: date) -> None:
    assert after_working_days(start, 0) == start


@checked
@given(DAYS)
def test_the_holidays_that_follow_easter_are_on_their_own_weekday(start: date) -> None:
    """Good Friday, Easter Monday, Ascension Day (a Thursday) and Whit Monday."""
    easter = easter_sunday(start.year)
    assert easter.isoweekday() == 7
    assert date(start.year, 3, 22) <= easter <= date(start.year, 4, 25)
    moving = {-2: 5, 1: 1, 39: 4, 50: 1}
    for after, weekday in moving.items():
        assert (easter + timedelta(days=after)).isoweekday() == weekday
        assert easter + timedelta(days=after) in holidays(start.year)
