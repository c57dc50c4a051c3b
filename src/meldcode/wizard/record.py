"""The case a session works on: its events, kept in the vault or, for practice, nowhere."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from meldcode.case.events import Event, Exported, Opened, from_body, to_body
from meldcode.vault.codes import control_code

if TYPE_CHECKING:
    from meldcode.vault.record import Record as VaultRecord
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
        """Return the control code of what is kept."""
        return control_of(self.vault.read(self.code).records)


def control_of(records: "Sequence[VaultRecord]") -> str:
    """Return the control code of the last record that says something of the case; looking at it changes no code."""
    telling = [each for each in records if not isinstance(from_body(each.body), Opened | Exported)]
    return control_code(telling[-1].hash) if telling else ""
