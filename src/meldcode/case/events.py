"""What can happen in a case. A case is the list of these, in order; nothing else is remembered."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, get_args

from meldcode.case.values import Plain


@dataclass(frozen=True, slots=True)
class Started:
    """A case was started with this protocol, `at` this time (ISO 8601)."""

    sector: str
    protocol: str
    version: str
    municipality: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question got an answer (as `values.plain` writes it); an earlier one lapses."""

    question: str
    value: Plain


@dataclass(frozen=True, slots=True)
class Drafted:
    """Something was ticked or typed at a question that was left unfinished; it counts for nothing until answered."""

    question: str
    value: Plain


@dataclass(frozen=True, slots=True)
class Skipped:
    """A question that need not be answered was passed over."""

    question: str


@dataclass(frozen=True, slots=True)
class Retracted:
    """An answer was taken back; the question is open again."""

    question: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A note was made."""

    text: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """New facts: the weighing starts again as a new round, the old one is kept."""

    reason: str


@dataclass(frozen=True, slots=True)
class Closed:
    """The case was closed, `at` this time (ISO 8601)."""

    reason: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """The professional says, `at` this time (ISO 8601), that the summary is in the official file."""

    at: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The case was opened, to `show` it or to `resume` it."""

    how: str


@dataclass(frozen=True, slots=True)
class Renewed:
    """A newer protocol was taken over, `at` this time (ISO 8601); what it does not know or refuses has lapsed."""

    protocol: str
    version: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """A newer protocol was offered and left: the case goes on with its own."""

    protocol: str
    version: str


@dataclass(frozen=True, slots=True)
class Exported:
    """A summary left the vault in this form."""

    format: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The case was packed for a colleague, `to` the fingerprint of the receiving key.

    `kind` is `handover`: the colleague goes on with it; or `copy`: only to read, and nothing changes here.
    """

    to: str
    kind: str


@dataclass(frozen=True, slots=True)
class Received:
    """The case came from a colleague (the account that packed it) and goes on here."""

    sender: str


HANDOVER, COPY = "handover", "copy"

Event = (
    Started
    | Answered
    | Drafted
    | Skipped
    | Retracted
    | Noted
    | Reopened
    | Closed
    | Filed
    | Opened
    | Exported
    | Renewed
    | Declined
    | HandedOver
    | Received
)

_KINDS: dict[str, type[Any]] = {kind.__name__.lower(): kind for kind in get_args(Event)}


class UnknownEventError(ValueError):
    """A record holds an event that this version does not know."""


def to_body(event: Event) -> dict[str, object]:
    """Return the event as the vault keeps it."""
    return {"event": type(event).__name__.lower(), **asdict(event)}


def from_body(body: Mapping[str, object]) -> Event:
    """Return the event of a record; raises `UnknownEventError`."""
    entries = dict(body)
    kind = _KINDS.get(str(entries.pop("event", "")))
    try:
        # What stands beside an answer is text; the answer itself is judged when it is replayed.
        if kind is not None and all(isinstance(each, str) for name, each in entries.items() if name != "value"):
            return kind(**entries)  # type: ignore[no-any-return]
    except TypeError:
        pass
    raise UnknownEventError(str(body.get("event", "")))
