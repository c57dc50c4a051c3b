"""What grows old: a review that is due, contacts that nobody called for a year, a protocol that has moved on."""

from collections.abc import Collection, Iterator
from datetime import date

from meldcode.protocol.diagnostics import Finding, Place
from meldcode.protocol.hours import UNKNOWN
from meldcode.protocol.model import Protocol
from meldcode.protocol.overlay_schema import AddContact, OverlaySpec

CONTACTS = "protocols/contacts.yaml"
"""Where the contacts of the country stand."""

STALE = 365
"""Days after which a contact must be looked at again."""

LATEST = 2 * 366
"""Days within which content must be reviewed again."""


def future(when: str, place: Place, today: date) -> Iterator[Finding]:
    """W20: yield a finding for a day of checking that has not come yet; an ISO date, or empty."""
    if when and date.fromisoformat(when) > today:
        yield Finding("W20", place, {"date": when})


def far(before: str, reviewed: str, place: Place) -> Iterator[Finding]:
    """W22: yield a finding for a review that is to come more than two years after the last; ISO dates, or empty."""
    if before and (date.fromisoformat(before) - date.fromisoformat(reviewed)).days > LATEST:
        yield Finding("W22", place, {"before": before, "date": reviewed})


def review(before: str, place: Place, today: date) -> Iterator[Finding]:
    """W08: yield a finding when the content should have been reviewed by now; `before` is an ISO date, or empty."""
    if before and today >= date.fromisoformat(before):
        yield Finding("W08", place, {"before": before})


def contacts(spec: OverlaySpec, today: date) -> Iterator[Finding]:
    """W09, W10 and W19: yield a finding for each added contact without hours, checked long ago, or never checked."""
    for each in spec.operations:
        if isinstance(each, AddContact):
            yield from _contact(each.id, each.hours, each.verified, each.place, today)
            yield from future(each.verified, each.place, today)


def contacts_of(protocol: Protocol, today: date) -> Iterator[Finding]:
    """W09, W10 and W19 for the contacts that the rules and themes of a protocol name."""
    named = {name for rule in protocol.rules for name in rule.contacts}
    named |= {name for theme in protocol.themes.values() for name in theme.consult_contacts}
    for each in protocol.contacts.values():
        if each.id in named:
            yield from _contact(each.id, each.hours, each.verified, Place(CONTACTS, 1, 1), today)


def _contact(name: str, hours: str, verified: str, place: Place, today: date) -> Iterator[Finding]:
    if hours == UNKNOWN:
        yield Finding("W09", place, {"name": name})
    if not verified:
        yield Finding("W19", place, {"name": name})
    elif (today - date.fromisoformat(verified)).days > STALE:
        yield Finding("W10", place, {"name": name, "date": verified})


def base(spec: OverlaySpec, protocol: Protocol) -> Iterator[Finding]:
    """W17: yield a finding when an overlay was made for another version than the protocol has now."""
    if spec.base != protocol.version:
        yield Finding("W17", spec.place, {"given": spec.base, "version": protocol.version})


def municipalities(spec: OverlaySpec, known: Collection[str]) -> Iterator[Finding]:
    """W18: yield a finding for each municipality that is not in the list of the country (which knows one year)."""
    yield from (Finding("W18", spec.place, {"name": name}) for name in spec.municipalities if name not in known)
