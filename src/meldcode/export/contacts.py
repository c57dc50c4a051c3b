"""A contact in words: for the directory and for the summary."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from meldcode.protocol.directory import Region
from meldcode.protocol.hours import ALWAYS, DAYS, UNKNOWN, is_open
from meldcode.protocol.language import Language
from meldcode.protocol.model import Contact, Source
from meldcode.text import say

A_YEAR = 365

_DAY = re.compile("|".join(DAYS))


def contact_lines(
    contact: Contact, region: Region | None, language: Language, now: datetime | None, source: Source | None = None
) -> Iterator[str]:
    """Yield name with number, for whom, when to call, hours and cost, address, the source and when that was checked.

    With `now` it tells whether they are open, and that a check is more than a year old.
    """
    name, url = contact.name.to(language), contact.url
    if contact.id == "veilig_thuis" and region is not None:
        name, url = f"Veilig Thuis {region.name}", region.url or contact.url
    yield ": ".join(filter(None, (name, contact.phone or contact.channel.to(language))))
    if contact.who.nl:
        yield say(language, "summary.for_whom", who=contact.who.to(language))
    if contact.use.nl:
        yield contact.use.to(language)
    if contact.note.nl:
        yield contact.note.to(language)
    cost = say(language, f"summary.cost_{contact.cost}") if contact.cost != UNKNOWN else ""
    yield ", ".join(filter(None, (_hours(contact.hours, language, now), cost)))
    if url:
        yield url
    named = say(language, "summary.source", source=source.title.to(language)) if source else ""
    yield ", ".join(filter(None, (named, _checked(contact, language, now))))


def _hours(hours: str, language: Language, now: datetime | None) -> str:
    known = {ALWAYS: say(language, "summary.always"), UNKNOWN: say(language, "summary.hours_unknown")}
    named = _DAY.sub(lambda day: say(language, f"summary.day_{day[0]}"), hours)
    text = known.get(hours) or say(language, "summary.hours", hours=named)
    if now is None or hours in known:
        return text
    return f"{text} ({say(language, 'summary.open' if is_open(hours, now) else 'summary.shut')})"


def _checked(contact: Contact, language: Language, now: datetime | None) -> str:
    if not contact.verified:
        return say(language, "summary.unverified", reason=contact.unverified.to(language))
    old = now is not None and (now.date() - date.fromisoformat(contact.verified)).days > A_YEAR
    return say(language, "summary.verified_long_ago" if old else "summary.verified", date=contact.verified)
