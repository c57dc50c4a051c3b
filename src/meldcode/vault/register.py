"""The register: for every case how many records are acknowledged, the hash of the last, and what lists need."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from meldcode.vault import codes, errors
from meldcode.vault.errors import VaultError
from meldcode.vault.record import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH: Final = "register.age"
VERSION: Final = 1
_HASH: Final = re.compile(r"[0-9a-f]{64}")


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
class Tombstone:
    """What stays of a destroyed case: its code, when, who, on what ground, and how far it went; nothing of its content.

    `text` is what the person added to the ground. `count` and `last_hash` are those of the row, 0 and "" if there was
    none. The code is never given to another case.
    """

    code: str
    at: str
    who: str
    ground: str
    text: str
    count: int
    last_hash: str

    @property
    def control(self) -> str:
        """The last control code of the case, as printed on summaries and exports; "" if it had none."""
        return codes.control_code(self.last_hash) if self.last_hash else ""


@dataclass(frozen=True, slots=True)
class Register:
    """All rows by case code, the repairs that were ever made, and the tombstones by case code."""

    cases: Mapping[str, CaseEntry] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    tombstones: Mapping[str, Tombstone] = field(default_factory=dict)

    def having(self, entry: CaseEntry) -> Register:
        """Give the register with this row added or replaced."""
        return replace(self, cases={**self.cases, entry.code: entry})

    def repaired(self, entry: CaseEntry, trace: Repair) -> Register:
        """Give the register with this row and the trace of how it came to be."""
        return replace(self.having(entry), repairs=(*self.repairs, trace))

    def buried(self, stone: Tombstone) -> Register:
        """Give the register with a tombstone in the place of the row and of its repairs."""
        cases = {code: entry for code, entry in self.cases.items() if code != stone.code}
        repairs = tuple(one for one in self.repairs if one.case != stone.code)
        return Register(cases, repairs, {**self.tombstones, stone.code: stone})


def encode(register: Register) -> bytes:
    """Write the plaintext of a register."""
    stones = {
        code: {
            "at": one.at,
            "who": one.who,
            "ground": one.ground,
            "text": one.text,
            "count": one.count,
            "last": one.last_hash,
        }
        for code, one in register.tombstones.items()
    }
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
        | ({"tombstones": stones} if stones else {})
    )


def decode(plain: bytes) -> Register:
    """Read the plaintext of a register; raises `damaged` or `newer_format`."""
    try:
        fields = json.loads(plain)
        if isinstance(fields["v"], int) and fields["v"] > VERSION:
            raise VaultError(errors.NEWER_FORMAT, path=PATH, format=str(fields["v"]))
        return Register(
            {
                code: _row(CaseEntry(code, row["count"], row["last"], row["facts"]))
                for code, row in sorted(fields["cases"].items())
            },
            tuple(
                _trace(Repair(one["at"], one["who"], one["case"], one["count"], one["last"]))
                for one in fields["repairs"]
            ),
            {
                code: _stone(
                    Tombstone(code, one["at"], one["who"], one["ground"], one["text"], one["count"], one["last"])
                )
                for code, one in sorted(fields.get("tombstones", {}).items())
            },
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise VaultError(errors.DAMAGED, path=PATH) from error


def _row(entry: CaseEntry) -> CaseEntry:
    """Give the row back if each of its values is one: it is what paths, counts and control codes are made of."""
    _require(isinstance(entry.facts, dict) and _texts(*entry.facts, *entry.facts.values()))
    _require(_place(entry.code, entry.count) and _hash(entry.last_hash))
    return entry


def _trace(one: Repair) -> Repair:
    _require(_texts(one.at, one.who) and _place(one.case, one.count) and (one.last_hash == "" or _hash(one.last_hash)))
    return one


def _stone(one: Tombstone) -> Tombstone:
    _require(_texts(one.at, one.who, one.ground, one.text) and _place(one.code, one.count))
    _require(one.last_hash == "" or _hash(one.last_hash))
    return one


def _texts(*values: object) -> bool:
    return set(map(type, values)) <= {str}


def _place(code: object, count: object) -> bool:
    return isinstance(code, str) and codes.is_case_code(code) and type(count) is int and count >= 0


def _hash(text: object) -> bool:
    return isinstance(text, str) and _HASH.fullmatch(text) is not None


def _require(holds: bool) -> None:  # noqa: FBT001 - a statement, not a switch
    if not holds:
        raise ValueError("not a register")
