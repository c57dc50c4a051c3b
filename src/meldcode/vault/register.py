"""The register: for every case how many records are acknowledged, the hash of the last, and what lists need."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from meldcode.vault import codes, errors
from meldcode.vault.errors import VaultError
from meldcode.vault.record import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH: Final = "register.age"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """A row of the register.

    `count` records are acknowledged and `last_hash` is the hash of the last; `facts` are the caller's small texts for
    lists.
    """

    code: str
    count: int
    last_hash: str
    facts: Mapping[str, str]

    @property
    def control(self) -> str:
        """The control code of the case as it stands, as printed on summaries and exports."""
        return codes.control_code(self.last_hash)


@dataclass(frozen=True, slots=True)
class Repair:
    """The trace of a rebuilt row: when, who, which case, and what the register said before (0 and "" if nothing)."""

    at: str
    who: str
    case: str
    count: int
    last_hash: str


@dataclass(frozen=True, slots=True)
class Register:
    """All rows by case code, and the repairs that were ever made."""

    cases: Mapping[str, CaseEntry] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()

    def having(self, entry: CaseEntry) -> Register:
        """Give the register with this row added or replaced."""
        return Register({**self.cases, entry.code: entry}, self.repairs)

    def repaired(self, entry: CaseEntry, trace: Repair) -> Register:
        """Give the register with this row and the trace of how it came to be."""
        return Register({**self.cases, entry.code: entry}, (*self.repairs, trace))


def encode(register: Register) -> bytes:
    """Write the plaintext of a register."""
    return canonical(
        {
            "v": VERSION,
            "cases": {
                code: {"count": entry.count, "last": entry.last_hash, "facts": dict(entry.facts)}
                for code, entry in register.cases.items()
            },
            "repairs": [
                {"at": one.at, "who": one.who, "case": one.case, "count": one.count, "last": one.last_hash}
                for one in register.repairs
            ],
        }
    )


def decode(plain: bytes) -> Register:
    """Read the plaintext of a register; raises `damaged` or `newer_format`."""
    try:
        fields = json.loads(plain)
        if isinstance(fields["v"], int) and fields["v"] > VERSION:
            raise VaultError(errors.NEWER_FORMAT, path=PATH, format=str(fields["v"]))
        return Register(
            {
                code: CaseEntry(code, row["count"], row["last"], row["facts"])
                for code, row in sorted(fields["cases"].items())
            },
            tuple(Repair(one["at"], one["who"], one["case"], one["count"], one["last"]) for one in fields["repairs"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise VaultError(errors.DAMAGED, path=PATH) from error
