"""A calendar file (iCalendar, RFC 5545) with neutral titles: it may be seen by whoever sees the calendar.

Written by hand: a handful of ASCII lines of fixed shape, in which nothing that a person typed ever stands.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from meldcode.text import say

LINE_END = "\r\n"


def ics(days: Iterable[tuple[str, str, date]], language: str, made: datetime) -> str:
    """Return a calendar with one whole-day event for each case code, id of what is due, and day.

    An event keeps its id as long as it is about the same thing, so that a second import moves it.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//calendar//1//NL", "CALSCALE:GREGORIAN"]
    for code, name, day in days:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{hashlib.sha256(f'{code} {name}'.encode()).hexdigest()[:32]}",
            f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{_compact(day)}",
            f"DTEND;VALUE=DATE:{_compact(day + timedelta(days=1))}",
            f"SUMMARY:{say(language, 'summary.reminder', code=code)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return LINE_END.join([*lines, "END:VCALENDAR", ""])


def _compact(day: date) -> str:
    """Return a day as YYYYMMDD; `%Y` would write a year before 1000, a slip of the pen, in three digits."""
    return day.isoformat().replace("-", "")
