"""Opening hours: `altijd`, `onbekend`, or days with times, as in `ma-vr 9:00-17:00, za 10:00-16:00`."""

import re
from datetime import datetime

ALWAYS = "altijd"
UNKNOWN = "onbekend"
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")

_SPAN = re.compile(r"(ma|di|wo|do|vr|za|zo)(?:-(ma|di|wo|do|vr|za|zo))? (\d{1,2})(?::(\d\d))?-(\d{1,2})(?::(\d\d))?")

_DAY = 24 * 60
"""Minutes."""


class HoursError(ValueError):
    """The text is not in this grammar."""


def is_open(hours: str, moment: datetime) -> bool | None:
    """Tell whether it is open at a moment of local time; None when the hours are not known.

    The end itself is no longer open; `24:00` is the end of the day. A span over midnight is written as two.
    Raises `HoursError` for a text outside the grammar.
    """
    if hours in (ALWAYS, UNKNOWN):
        return True if hours == ALWAYS else None
    return any([_within(span.strip(), moment) for span in hours.split(",")])  # noqa: C419 - every span is read


def _within(span: str, moment: datetime) -> bool:
    match = _SPAN.fullmatch(span)
    if match is None:
        raise HoursError(span)
    first, last = DAYS.index(match[1]), DAYS.index(match[2] or match[1])
    begin, end = _minutes(match[3], match[4]), _minutes(match[5], match[6])
    if not begin < end <= _DAY:
        raise HoursError(span)
    days = {(first + offset) % 7 for offset in range((last - first) % 7 + 1)}
    return moment.weekday() in days and begin <= moment.hour * 60 + moment.minute < end


def _minutes(hour: str, minute: str | None) -> int:
    """Return the minutes since midnight."""
    if int(minute or 0) >= 60:  # noqa: PLR2004 - minutes of an hour
        raise HoursError(f"{hour}:{minute}")
    return int(hour) * 60 + int(minute or 0)
