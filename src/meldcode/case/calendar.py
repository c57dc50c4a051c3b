"""Working days in the Netherlands, and the days on which something is due."""

from datetime import date, timedelta
from functools import cache

SATURDAY = 5


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the days that count as a holiday for a legal term.

    Algemene termijnenwet, art. 3: New Year's Day, Good Friday, Easter Monday, King's Day, 5 May, Ascension Day, Whit
    Monday, Christmas Day and the day after. King's Day is 27 April, or the 26th when that is a Sunday.
    """
    easter = easter_sunday(year)
    kings_day = date(year, 4, 27)
    return frozenset(
        {
            date(year, 1, 1),
            easter - timedelta(days=2),
            easter + timedelta(days=1),
            kings_day - timedelta(days=1) if kings_day.isoweekday() == 7 else kings_day,  # noqa: PLR2004 - Sunday
            date(year, 5, 5),
            easter + timedelta(days=39),
            easter + timedelta(days=50),
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


def easter_sunday(year: int) -> date:
    """Return Easter Sunday by the Gregorian calendar (the rule of Butcher, as Meeus gives it)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap_centuries - correction + 15) % 30
    leap_years, since = divmod(rest, 4)
    weekday = (32 + 2 * odd + 2 * leap_years - moon - since) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def is_working_day(day: date) -> bool:
    """Tell whether it is neither weekend nor holiday."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def after_working_days(start: date, days: int) -> date:
    """Return the last day of a term of so many working days that begins the day after `start`."""
    day = start
    for _ in range(days):
        day += timedelta(days=1)
        while not is_working_day(day):
            day += timedelta(days=1)
    return day
