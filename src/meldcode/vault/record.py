"""One record of a case: its canonical plaintext, and the encrypted line that keeps it (docs/vault-format.md)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from meldcode.vault import age, errors
from meldcode.vault.errors import VaultError
from meldcode.vault.layout import case_path

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION: Final = 1
NOTHING_BEFORE: Final = "0" * 64
SALT_BYTES: Final = 16
_MOST_SEQ: Final = 2**53
"""No case has so many records, and every program that reads JSON can say the number exactly."""
_FIELDS: Final = frozenset({"v", "case", "seq", "at", "who", "prev", "salt", "body"})


@dataclass(frozen=True, slots=True)
class Record:
    """One acknowledged line of a case.

    `seq` counts from 1; `at` is aware, as the caller's clock gave it; `hash` is the SHA-256 (hex) of the plaintext.
    """

    seq: int
    at: datetime
    who: str
    body: Mapping[str, object]
    hash: str


@dataclass(frozen=True, slots=True)
class Link:
    """A record with the hash that it names as the one before it."""

    record: Record
    prev: str


def canonical(value: Mapping[str, object]) -> bytes:
    """Write JSON in the one way that is hashed: sorted keys, no spaces, ASCII (so lone surrogates survive), no NaN."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode("ascii")


def plaintext(case: str, record: Record, prev: str, salt: bytes) -> bytes:
    """Write the plaintext of a record; `record.hash` is not part of it. Raises `ValueError` for a naive time."""
    if record.at.utcoffset() is None:
        raise ValueError("a record's time needs a zone")
    return canonical(
        {
            "v": VERSION,
            "case": case,
            "seq": record.seq,
            "at": record.at.isoformat(),
            "who": record.who,
            "prev": prev,
            "salt": salt.hex(),
            "body": record.body,
        }
    )


def parse(plain: bytes, case: str) -> Link | None:
    """Read the plaintext of a record of this case; None if it is not one. Raises `newer_format`."""
    try:
        fields = json.loads(plain)
        if not isinstance(fields, dict):
            return None
        version = fields.get("v")
        if isinstance(version, int) and version > VERSION:
            raise VaultError(errors.NEWER_FORMAT, path=case_path(case), format=str(version))
        # Only the one canonical spelling counts: anything else was not written by us.
        if fields.keys() != _FIELDS or version != VERSION or fields["case"] != case or canonical(fields) != plain:
            return None
        at = datetime.fromisoformat(fields["at"])
        if at.tzinfo is None or not isinstance(fields["body"], dict) or not _has_plain_values(fields):
            return None
        record = Record(fields["seq"], at, fields["who"], fields["body"], hashlib.sha256(plain).hexdigest())
        return Link(record, fields["prev"])
    except (ValueError, TypeError, RecursionError):
        return None


def _has_plain_values(fields: Mapping[str, object]) -> bool:
    """Whoever holds the key of a case can write a line for it, so that no type may be taken for granted."""
    seq = fields["seq"]
    texts = (fields["who"], fields["prev"], fields["salt"])
    return type(seq) is int and 1 <= seq <= _MOST_SEQ and all(isinstance(text, str) for text in texts)


def seal(plain: bytes, recipient: str) -> bytes:
    """Encrypt a plaintext to the case's own key and make it one line without its line end."""
    return base64.b64encode(age.encrypt(plain, [recipient]))


def unseal(line: bytes, key: age.Key) -> bytes | None:
    """Decrypt a line; None if it is cut, changed or not for this key."""
    try:
        ciphertext = base64.b64decode(line, validate=True)
        # Base64 has spellings that mean the same bytes; a changed bit must never go unseen.
        return key.decrypt(ciphertext) if base64.b64encode(ciphertext) == line else None
    except (binascii.Error, age.UndecryptableError, age.HostileHeaderError):
        return None
