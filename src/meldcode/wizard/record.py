"""The case a session works on: its events, kept in the vault or, for practice, nowhere."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from meldcode.case.events import Event, from_body, to_body

if TYPE_CHECKING:
    from meldcode.vault.store import Vault


class Record(Protocol):
    """Where events go."""

    code: str
    practice: bool

    def add(self, event: Event, facts: Mapping[str, str]) -> None:
        """Keep one more event; it is durable when this returns. Raises `VaultError` when it could not be kept."""

    def control(self) -> str:
        """Return the control code of what is kept."""


class Practice:
    """Keeps nothing."""

    code = ""
    practice = True

    def add(self, event: Event, facts: Mapping[str, str]) -> None:
        """Forget the event."""

    def control(self) -> str:
        """Return no code: nothing is kept."""
        return ""


class Kept:
    """A case in the vault."""

    practice = False

    def __init__(self, vault: "Vault", code: str) -> None:
        """Work on a case that exists."""
        self.vault, self.code = vault, code

    def add(self, event: Event, facts: Mapping[str, str]) -> None:
        """Append the event to the case."""
        self.vault.append(self.code, to_body(event), facts)

    def control(self) -> str:
        """Return the control code of the last record."""
        return next(entry.control for entry in self.vault.cases() if entry.code == self.code)


def events_of(vault: "Vault", code: str) -> list[tuple[datetime, Event]]:
    """Return the events of a case with the time of each record; raises `VaultError` and `UnknownEventError`."""
    return [(record.at, from_body(record.body)) for record in vault.read(code).records]
