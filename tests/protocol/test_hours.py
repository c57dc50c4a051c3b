"""Opening hours: what can be written, and when somebody answers."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.protocol import library
from meldcode.protocol.hours import DAYS, HoursError, is_open
from tests.case.shipped import checked

AMSTERDAM = timezone(timedelta(hours=1))
OFFICE = "ma-vr 9:00-17:00, za 10:00-16:00"


def on(day: str, at: str) -> datetime:
    """A moment in the week of Monday 23 November 2026."""
    hour, minute = at.split(":")
    return datetime(2026, 11, 23 + DAYS.index(day), int(hour), int(minute), tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        ("ma", "8:59", False),
        ("ma", "9:00", True),
        ("vr", "16:59", True),
        ("vr", "17:00", False),
        ("za", "9:30", False),
        ("za", "10:00", True),
        ("zo", "12:00", False),
    ],
)
def test_it_is_open_from_the_beginning_up_to_the_end(day: str, at: str, *, expected: bool) -> None:
    assert is_open(OFFICE, on(day, at)) is expected


def test_day_and_night_is_always_open_and_unknown_is_not_known() -> None:
    assert is_open("altijd", on("zo", "3:00")) is True
    assert is_open("onbekend", on("ma", "10:00")) is None


def test_24_00_is_the_end_of_the_day() -> None:
    assert is_open("vr 16:00-24:00", on("vr", "23:59")) is True
    assert is_open("vr 16:00-24:00", on("za", "0:00")) is False


def test_days_may_run_over_the_weekend_and_minutes_may_be_left_out() -> None:
    assert [is_open("za-ma 9-17", on(day, "12:00")) for day in DAYS] == [True, *[False] * 4, True, True]


def test_a_night_is_written_as_two_spans() -> None:
    night = "ma-zo 22:00-24:00, ma-zo 0:00-6:00"
    assert is_open(night, on("di", "23:00")) is True
    assert is_open(night, on("di", "5:59")) is True
    assert is_open(night, on("di", "6:00")) is False


@pytest.mark.parametrize(
    "hours",
    [
        "",
        "ma",
        "ma-vr",
        "9:00-17:00",
        "ma-vr 9:00",
        "mon-fri 9:00-17:00",
        "ma-vr 9.00-17.00",
        "ma-vr 9:00-25:00",
        "ma-vr 9:00-24:30",
        "ma-vr 9:60-17:00",
        "ma-vr 17:00-9:00",
        "ma-vr 22:00-6:00",
        "ma-vr 9:00-9:00",
        "ma-vr 9:00-17:00,",
        "ma-vr 9:00-17:00 za 10:00-16:00",
        "ma-vr 9:00-17:00, za",
        "Altijd",
    ],
)
def test_anything_else_is_refused_whatever_the_moment(hours: str) -> None:
    for moment in (on("ma", "10:00"), on("zo", "3:00")):
        with pytest.raises(HoursError):
            is_open(hours, moment)


@checked
@given(hours=st.text("mavrzo-0123456789:, ", max_size=24))
def test_any_text_is_read_or_refused(hours: str) -> None:
    with suppress(HoursError):
        assert is_open(hours, on("ma", "10:00")) in (True, False, None)


def test_the_hours_of_every_contact_can_be_read() -> None:
    for contact in library.directory().contacts.values():
        is_open(contact.hours, on("ma", "10:00"))
