"""Opening hours: `altijd`, `onbekend`, or days with times, as in `ma-vr 9:00-17:00, za 10:00-16:00`."""

import re
from datetime import datetime, time

ALWAYS = "altijd"
UNKNOWN = "onbekend"
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")

_SPAN = re.compile(r"(ma|di|wo|do|vr|za|zo)(?:-(ma|di|wo|do|vr|za|zo))? (\d{1,2})(?::(\d\d))?-(\d{1,2})(?::(\d\d))?")


class HoursError(ValueError):
    """The text is not in this grammar."""


def is_open(hours: str, moment: datetime) -> bool | None:
    """Tell whether it is open at a moment of local time; None when the hours are not known.

    Raises `HoursError` for a text outside the grammar.
    """
    if hours in (ALWAYS, UNKNOWN):
        return True if hours == ALWAYS else None
    return any(_within(span, moment) for span in hours.split(","))


def _within(span: str, moment: datetime) -> bool:
    match = _SPAN.fullmatch(span.strip())
    if match is None:
        raise HoursError(span)
    first, last = DAYS.index(match[1]), DAYS.index(match[2] or match[1])
    try:
        begin, end = _time(match[3], match[4]), _time(match[5], match[6])
    except ValueError:
        raise HoursError(span) from None
    days = {(first + offset) % 7 for offset in range((last - first) % 7 + 1)}
    return moment.weekday() in days and begin <= moment.time().replace(tzinfo=None) < end


def _time(hour: str, minute: str | None) -> time:
    return time.max if hour == "24" else time(int(hour), int(minute or 0))
