"""Summaries with the trail of their records, made from events at given moments."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from meldcode.case.events import Answered, Event, Started
from meldcode.case.state import replay
from meldcode.case.summary import Facts, Summary, summarise
from meldcode.case.trail import Entry, Remark, Trail
from tests.case.shipped import protocol_of

if TYPE_CHECKING:
    from collections.abc import Sequence

START: Final = datetime(2026, 9, 1, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
CODE: Final = "7Q2MX4HK"


def answered(**answers: object) -> list[Event]:
    """Return an event for each answer, in the order given."""
    return [Answered(name, value) for name, value in answers.items()]  # type: ignore[arg-type]


def case_of(
    events: Sequence[Event],
    *,
    sector: str = "onderwijs",
    start: datetime = START,
    apart: timedelta = timedelta(hours=1),
    remarks: tuple[Remark, ...] = (),
) -> Summary:
    """Return the summary of a case with these events after its start, so much time apart."""
    protocol = protocol_of(sector)
    begun = Started(sector, protocol.digest, protocol.version, "", start.isoformat())
    all_events = (begun, *events)
    entries = tuple(
        Entry(number, start + (number - 1) * apart, "jdevries", event, f"AAAA-BBBB-CCCC-DDDD-{number:04}")
        for number, event in enumerate(all_events, start=1)
    )
    facts = Facts(CODE, started=f"{start:%Y-%m-%d %H:%M}", made="2026-11-23 10:00", control=entries[-1].control)
    summary = summarise(protocol, replay(protocol, all_events), facts)
    return replace(summary, trail=Trail(entries, remarks))
