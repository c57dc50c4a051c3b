"""One case on its way to a colleague: a single age file to the colleague's receiving key (docs/vault-format.md).

What comes in is not trusted: everything in it is checked by hand, and the whole chain of records, before it is used.
That the chain is sound does not tell who made the file.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from meldcode.vault import age, codes, errors, record
from meldcode.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from meldcode.vault.record import Record
    from meldcode.vault.register import CaseEntry

VERSION: Final = 1
PATH: Final = "bundle"
"""What errors name as their place: a bundle is not a file of the vault."""
HANDOVER: Final = "handover"
COPY: Final = "copy"
MOST_BYTES: Final = 16 * 1024 * 1024
_MOST_ITEMS: Final = 100_000
"""Commas and brackets in the JSON: without a bound, 16 MiB of them would become a gigabyte of objects."""
_MOST_NAME: Final = 200
_FIELDS: Final = frozenset(("v", "kind", "case", "key", "lines", "count", "last", "facts", "kept", "at", "who"))
_DIGEST: Final = re.compile(r"sha256:[0-9a-f]{64}")

NEW: Final = "new"
CONTINUES: Final = "continues"
KNOWN: Final = "known"
CONTRADICTS: Final = "contradicts"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A case with everything that reading it and going on with it takes.

    `kind` is `HANDOVER` or `COPY`; `lines` are the lines of its file that hold `records`, in order and without a gap;
    `facts` are those of its row; `kept` are, by digest, the kept bytes that the records name. `at` and `who` say when
    and by whom it was packed.
    """

    kind: str
    code: str
    key: age.Key
    lines: tuple[bytes, ...]
    records: tuple[Record, ...]
    facts: Mapping[str, str]
    kept: Mapping[str, bytes]
    at: datetime
    who: str

    @property
    def control(self) -> str:
        """The control code of the last record."""
        return codes.control_code(self.records[-1].hash)


def seal(parcel: Parcel, recipient: str) -> bytes:
    """Encrypt a parcel to a receiving key; raises `bad_recipient`, or `bad_parameters` for a case that is too large."""
    plain = record.canonical(
        {
            "v": VERSION,
            "kind": parcel.kind,
            "case": parcel.code,
            "key": parcel.key.secret(),
            "lines": [line.decode("ascii") for line in parcel.lines],
            "count": len(parcel.records),
            "last": parcel.records[-1].hash,
            "facts": dict(parcel.facts),
            "kept": {digest: base64.b64encode(data).decode("ascii") for digest, data in parcel.kept.items()},
            "at": parcel.at.isoformat(),
            "who": parcel.who[:_MOST_NAME],
        }
    )
    try:
        ciphertext = age.encrypt(plain, [recipient])
    except age.BadKeyError as error:
        raise VaultError(errors.BAD_RECIPIENT, reason="key") from error
    if len(ciphertext) > MOST_BYTES or _is_heavy(plain):
        raise VaultError(errors.BAD_PARAMETERS, path=PATH, reason="size")
    return ciphertext


def check(ciphertext: bytes) -> None:
    """Look at size and header before any key work; raises `damaged` or `bad_parameters`."""
    if len(ciphertext) > MOST_BYTES:
        raise VaultError(errors.BAD_PARAMETERS, path=PATH, reason="size")
    try:
        age.check_header(ciphertext)
    except age.HostileHeaderError as error:
        raise VaultError(errors.BAD_PARAMETERS, path=PATH, reason="header") from error
    except age.UndecryptableError as error:
        raise VaultError(errors.DAMAGED, path=PATH) from error


def decode(plain: bytes) -> Parcel:
    """Read and check a plaintext, the chain of records included; raises `damaged`, `bad_parameters`, `newer_format`."""
    if _is_heavy(plain):
        raise VaultError(errors.BAD_PARAMETERS, path=PATH, reason="size")
    try:
        fields = json.loads(plain)
        if isinstance(fields["v"], int) and fields["v"] > VERSION:
            raise VaultError(errors.NEWER_FORMAT, path=PATH, format=str(fields["v"]))
        return _parcel(fields, plain)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise VaultError(errors.DAMAGED, path=PATH) from error


def standing(
    parcel: Parcel, entry: CaseEntry | None, here: Sequence[Record], added: Mapping[str, object] | None
) -> str:
    """Tell how a parcel relates to the case as it is here: `NEW`, `CONTINUES`, `KNOWN` or `CONTRADICTS`.

    `here` are the records of the case file; one that is not acknowledged yet, with `added` as its body, is what an
    interrupted receiving leaves behind the records of the parcel. What was acknowledged here is never replaced.
    """
    acknowledged = entry.count if entry else 0
    theirs = {one.seq: one.hash for one in parcel.records}
    if any(theirs.get(one.seq, one.hash) != one.hash for one in here):
        return CONTRADICTS
    if entry and theirs.get(acknowledged, entry.last_hash) != entry.last_hash:
        return CONTRADICTS
    if entry and acknowledged >= len(theirs):
        return KNOWN if acknowledged == len(theirs) or len(theirs) in {one.seq for one in here} else CONTRADICTS
    without_gap = [one.seq for one in here] == list(range(1, len(here) + 1)) and len(here) >= acknowledged
    beyond = [one.body for one in here[len(theirs) :]]
    if not without_gap or (beyond and beyond != [added]):
        return CONTRADICTS
    return CONTINUES if entry else NEW


def digests(records: Sequence[Record]) -> tuple[str, ...]:
    """List the digests of kept bytes that records name, the first first."""
    texts = (text for one in records for text in _texts(one.body))
    return tuple(dict.fromkeys(text for text in texts if _DIGEST.fullmatch(text)))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _texts(item)
        case dict():
            for item in value.values():
                yield from _texts(item)
        case _:
            pass


def _is_heavy(plain: bytes) -> bool:
    return len(plain) > MOST_BYTES or sum(plain.count(sign) for sign in (b",", b"[", b"{", b":")) > _MOST_ITEMS


def _parcel(fields: Any, plain: bytes) -> Parcel:  # noqa: ANN401 - whatever the JSON was; each part is judged here
    texts = [fields[name] for name in ("kind", "case", "key", "last", "at", "who")]
    # Only the one canonical spelling counts: anything else was not written by us.
    _require(fields.keys() == _FIELDS and fields["v"] == VERSION and record.canonical(fields) == plain)
    _require(all(isinstance(text, str) for text in texts) and type(fields["count"]) is int)
    _require(
        len(fields["who"]) <= _MOST_NAME and fields["kind"] in (HANDOVER, COPY) and codes.is_case_code(fields["case"])
    )
    _require(isinstance(fields["lines"], list) and all(isinstance(line, str) for line in fields["lines"]))
    _require(all(isinstance(text, str) for text in fields["facts"].values()))
    key, at = age.Key(fields["key"]), datetime.fromisoformat(fields["at"])
    _require(at.utcoffset() is not None)
    lines = tuple(line.encode("ascii") for line in fields["lines"])
    records = tuple(_chain(lines, fields["case"], key))
    _require(bool(records) and fields["count"] == len(records) and fields["last"] == records[-1].hash)
    kept = dict(_kept(fields["kept"]))
    return Parcel(fields["kind"], fields["case"], key, lines, records, fields["facts"], kept, at, fields["who"])


def _chain(lines: Sequence[bytes], case: str, key: age.Key) -> Iterator[Record]:
    before = record.NOTHING_BEFORE
    for number, line in enumerate(lines, 1):
        plain = record.unseal(line, key)
        link = record.parse(plain, case) if plain is not None else None
        _require(link is not None and link.record.seq == number and link.prev == before)
        assert link is not None
        yield link.record
        before = link.record.hash


def _kept(entries: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    for digest, text in entries.items():
        data = base64.b64decode(text, validate=True)
        _require(base64.b64encode(data).decode("ascii") == text)
        _require(digest == "sha256:" + hashlib.sha256(data).hexdigest())
        yield digest, data


def _require(holds: bool) -> None:  # noqa: FBT001 - a statement, not a switch
    if not holds:
        raise VaultError(errors.DAMAGED, path=PATH)
