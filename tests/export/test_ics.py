"""The calendar file: readable by any calendar, and telling nothing to who happens to see that calendar."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.export.ics import ics
from meldcode.protocol import library
from tests.case.shipped import checked, protocol_of

MADE: Final = datetime(2026, 11, 23, 10, 30, tzinfo=timezone(timedelta(hours=1)))
CODE: Final = "7Q2MX4HK"
DAYS: Final = [
    (CODE, "vt_beoordeling", date(2026, 11, 27)),
    (CODE, "resultaat", date(2027, 1, 1)),
    ("K4HM2XQ7", "resultaat", date(2026, 12, 31)),
]

Event = dict[str, str]


def events_in(text: str) -> list[Event]:
    """Read a calendar by RFC 5545: content lines end in CR LF, a line that begins with a space goes on the one before.

    Refuses what is not well formed.
    """
    assert text.endswith("\r\n")
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    for raw in text.split("\r\n"):
        assert len(raw.encode()) <= 75, raw
    lines = re.sub(r"\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n")
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    events: list[Event] = []
    inside = False
    for line in lines[1:-1]:
        name, colon, value = line.partition(":")
        assert colon, line
        if line in ("BEGIN:VEVENT", "END:VEVENT"):
            assert inside == (name == "END")
            inside = not inside
            events += [{}] if inside else []
        elif inside:
            assert name not in events[-1], line
            events[-1][name] = value
    assert not inside
    return events


def test_there_is_one_whole_day_for_each_thing_that_is_due() -> None:
    events = events_in(ics(DAYS, "nl", MADE))
    read = [(event["SUMMARY"], event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) for event in events]
    assert read == [
        ("Herinnering 7Q2MX4HK", "20261127", "20261128"),
        ("Herinnering 7Q2MX4HK", "20270101", "20270102"),
        ("Herinnering K4HM2XQ7", "20261231", "20270101"),
    ]


def test_an_event_holds_what_a_calendar_needs_and_nothing_else() -> None:
    for event in events_in(ics(DAYS, "nl", MADE)):
        assert sorted(event) == ["DTEND;VALUE=DATE", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "TRANSP", "UID"]
        assert event["DTSTAMP"] == "20261123T093000Z"
        assert event["TRANSP"] == "TRANSPARENT", "a reminder blocks nobody's day"


def test_a_calendar_names_its_version_and_maker_without_telling_what_it_is_about() -> None:
    text = ics(DAYS, "nl", MADE)
    assert "\r\nVERSION:2.0\r\n" in text
    assert "\r\nPRODID:-//calendar//1//NL\r\n" in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_in_it_tells_what_it_is_about(language: str) -> None:
    days = [(CODE, each.id, date(2026, 12, 1)) for each in protocol_of("onderwijs").deadlines] + DAYS
    text = ics(days, language, MADE).casefold()
    telling = {"meldcode", "veilig", "thuis", "kind", "child", "geweld", "violence", "mishandeling", "abuse", "zaak"}
    telling |= {"melding", "report", "resultaat", "beoordeling", "hulp", "help", "school"}
    telling |= {sector.casefold() for sector in library.sector_ids()}
    assert {word for word in telling if word in text} == set()
    assert text.isascii()


def test_a_title_is_a_word_and_the_code_in_both_languages() -> None:
    for language, word in (("nl", "Herinnering"), ("en", "Reminder")):
        assert {event["SUMMARY"] for event in events_in(ics(DAYS, language, MADE))} == {
            f"{word} {CODE}",
            f"{word} K4HM2XQ7",
        }


def test_an_event_keeps_its_id_when_its_day_moves_and_no_two_share_one() -> None:
    """A second import then moves the day, and does not add one."""
    later = [(code, name, day + timedelta(days=7)) for code, name, day in DAYS]
    first, second = events_in(ics(DAYS, "nl", MADE)), events_in(ics(later, "en", datetime(2027, 1, 1, tzinfo=UTC)))
    assert [event["UID"] for event in first] == [event["UID"] for event in second]
    assert len({event["UID"] for event in first}) == len(DAYS)
    assert first[0]["DTSTART;VALUE=DATE"] != second[0]["DTSTART;VALUE=DATE"]


@checked
@given(st.lists(st.tuples(st.sampled_from([CODE, "K4HM2XQ7"]), st.text(), st.dates(max_value=date(9999, 12, 30)))))
def test_whatever_is_due_the_file_can_be_read_back(days: list[tuple[str, str, date]]) -> None:
    events = events_in(ics(days, "nl", MADE))
    read = [datetime.strptime(event["DTSTART;VALUE=DATE"], "%Y%m%d").date() for event in events]  # noqa: DTZ007
    assert read == [day for _, _, day in days]
    assert all(re.fullmatch(r"[0-9]{8}", event["DTEND;VALUE=DATE"]) for event in events)
