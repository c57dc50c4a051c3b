"""What the bytes of a case file say: the records in order, and a finding for everything that is not as it should be.

Pure: bytes, a key and the register's row go in. Nothing is guessed: what does not decrypt is never a record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from meldcode.vault import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from meldcode.vault.age import Key
    from meldcode.vault.record import Link, Record
    from meldcode.vault.register import CaseEntry

TORN_TAIL: Final = "torn_tail"
TORN_LINE: Final = "torn_line"
EXTRA_RECORD: Final = "extra_record"
CLOCK_BACK: Final = "clock_back"
UNFINISHED_CASE: Final = "unfinished_case"
HOLE: Final = "hole"
TAMPERED: Final = "tampered"
OUT_OF_ORDER: Final = "out_of_order"
OLDER_THAN_REGISTER: Final = "older_than_register"
NEWER_THAN_REGISTER: Final = "newer_than_register"
NOT_IN_REGISTER: Final = "not_in_register"
REGISTER_LOST: Final = "register_lost"
REPAIRED: Final = "repaired"

HARMLESS: Final = frozenset({TORN_TAIL, TORN_LINE, EXTRA_RECORD, CLOCK_BACK, UNFINISHED_CASE})
"""Findings with which every acknowledged record is still there, in order and unchanged."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to report about a case: a code, and numbers or places as texts.

    | code | means | values |
    |---|---|---|
    | torn_tail | remains of an interrupted write at the end; dropped | bytes |
    | torn_line | the same between two records that follow each other; dropped | after, bytes |
    | extra_record | one record more than was acknowledged: the interruption came just before | seq |
    | clock_back | the clock stood earlier than at the record before | seq |
    | unfinished_case | not in the register, and at most one record: making it was interrupted | found |
    | hole | these acknowledged records are missing or unreadable | first, last |
    | tampered | this record does not fit the one before it, or not the register | seq |
    | out_of_order | this record stands in the wrong place in the file | seq |
    | older_than_register | the end of the file is gone | count, found |
    | newer_than_register | the file has more than one record beyond the register | count, found |
    | not_in_register | the register does not know this case of more than one record | found |
    | register_lost | there is no readable register to compare with | |
    | repaired | the row was rebuilt; before, it counted this many | at, count |
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CaseLog:
    """The readable records of a case by sequence number, and everything that was noticed while reading."""

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """Whether every acknowledged record is there, in order and unchanged."""
        return all(finding.code in HARMLESS for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a case file: where it starts, its bytes without line end, and the record in it if it can be read."""

    offset: int
    raw: bytes
    link: Link | None


@dataclass(frozen=True, slots=True)
class KnownCase:
    """What is known about a case apart from its file: its code, its key, and its row (None: not in the register)."""

    code: str
    key: Key
    entry: CaseEntry | None


def lines(data: bytes, case: str, key: Key) -> Iterator[Line]:
    """Read a case file line by line, last line first, so that whoever wants only the end decrypts only the end."""
    offset = len(data)
    for raw in reversed(data.split(b"\n")):
        offset -= len(raw)
        if raw:
            plain = record.unseal(raw, key)
            yield Line(offset, raw, record.parse(plain, case) if plain is not None else None)
        offset -= 1


def read_log(data: bytes, known: KnownCase, *, register_lost: bool = False) -> CaseLog:
    """Read a whole case file."""
    found = tuple(reversed(list(lines(data, known.code, known.key))))
    links: dict[int, Link] = {}
    findings: list[Finding] = []
    highest = 0
    for line in found:
        if line.link is None:
            continue
        seq = line.link.record.seq
        if seq in links:
            findings.append(_at(TAMPERED, seq))
            continue
        if seq < highest:
            findings.append(_at(OUT_OF_ORDER, seq))
        highest = max(highest, seq)
        links[seq] = line.link
    ordered = tuple(links[seq] for seq in sorted(links))
    findings += _chain(ordered)
    findings += _torn(found, ordered, known.entry)
    findings += [Finding(REGISTER_LOST)] if register_lost else _against_register(links, highest, found, known.entry)
    return CaseLog(tuple(link.record for link in ordered), tuple(findings))


def _at(code: str, seq: int) -> Finding:
    return Finding(code, {"seq": str(seq)})


def _hole(first: int, last: int) -> Finding:
    return Finding(HOLE, {"first": str(first), "last": str(last)})


def _chain(ordered: tuple[Link, ...]) -> Iterator[Finding]:
    seq, hash_before, at = 0, record.NOTHING_BEFORE, None
    for link in ordered:
        one = link.record
        if one.seq > seq + 1:
            yield _hole(seq + 1, one.seq - 1)
        elif link.prev != hash_before:
            yield _at(TAMPERED, one.seq)
        if at is not None and one.at < at:
            yield _at(CLOCK_BACK, one.seq)
        seq, hash_before, at = one.seq, one.hash, one.at


def _torn(found: tuple[Line, ...], ordered: tuple[Link, ...], entry: CaseEntry | None) -> Iterator[Finding]:
    """Report unreadable lines that no missing record explains; the others show as holes."""
    present = {link.record.seq for link in ordered}
    before = 0
    waiting = 0
    for line in found:
        if line.link is None:
            waiting += len(line.raw)
            continue
        if waiting and line.link.record.seq == before + 1:
            yield Finding(TORN_LINE, {"after": str(before), "bytes": str(waiting)})
        before, waiting = line.link.record.seq, 0
    if waiting and (entry is None or entry.count in present or entry.count == 0):
        yield Finding(TORN_TAIL, {"bytes": str(waiting)})


def _against_register(
    links: Mapping[int, Link], last: int, found: tuple[Line, ...], entry: CaseEntry | None
) -> Iterator[Finding]:
    if entry is None:
        yield Finding(NOT_IN_REGISTER if last > 1 else UNFINISHED_CASE, {"found": str(last)})
        return
    numbers = {"count": str(entry.count), "found": str(last)}
    if last < entry.count:
        unreadable_end = bool(found) and found[-1].link is None
        yield _hole(last + 1, entry.count) if unreadable_end else Finding(OLDER_THAN_REGISTER, numbers)
    elif entry.count in links and links[entry.count].record.hash != entry.last_hash:
        yield _at(TAMPERED, entry.count)
    elif last == entry.count + 1:
        yield _at(EXTRA_RECORD, last)
    elif last > entry.count:
        yield Finding(NEWER_THAN_REGISTER, numbers)
