"""An open vault: make a case, add to it, read it, list them all, destroy one; `access` says who can open it.

The order of every write is fixed (docs/vault-format.md): lock, look at the tail, write one line with one call, fsync,
register, acknowledge. Bodies are JSON objects with text keys; they come back as JSON gives them (a tuple as a list).
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from meldcode.vault import age, bundle, codes, errors, kept, keyfile, log, record, rotate, slot
from meldcode.vault.access import Access
from meldcode.vault.bundle import Parcel
from meldcode.vault.casefiles import CaseFiles, refuse_destroyed
from meldcode.vault.errors import VaultError
from meldcode.vault.layout import CASES, KEPT, KEYS, case_path, key_path
from meldcode.vault.log import CaseLog, Finding, KnownCase
from meldcode.vault.record import Record
from meldcode.vault.register import CaseEntry, Register, Repair, Tombstone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from meldcode.vault.disk import Disk
    from meldcode.vault.keyring import Keyring

__all__ = ["CASES", "KEPT", "KEYS", "CaseEntry", "CaseLog", "Finding", "Record", "Tombstone", "Vault"]


class Vault:
    """An unlocked vault; it holds the user's keys in memory and unwraps the keys of cases when they are asked for."""

    def __init__(self, disk: Disk, ring: Keyring, *, clock: Callable[[], datetime], who: str) -> None:
        """Take what `setup.open_vault` found; `clock` gives aware times, `who` is written into each record."""
        self._disk = disk
        self._ring = ring
        self._clock = clock
        self._who = who
        self._files = CaseFiles(disk, ring, clock, who)
        self.access = Access(disk, ring)

    def cases(self) -> tuple[CaseEntry, ...]:
        """List all acknowledged cases by code; raises `damaged` if the register is lost (see `repair`)."""
        with self._reading():
            return tuple(self._files.register().cases.values())

    def tombstones(self) -> tuple[Tombstone, ...]:
        """List what stays of destroyed cases, by code; raises as `cases`."""
        with self._reading():
            return tuple(self._files.register().tombstones.values())

    def create(self, body: Mapping[str, object], facts: Mapping[str, str]) -> str:
        """Start a case with its first record and return its code, when both are durable."""
        with self._writing():
            known = self._files.register()
            code = codes.new_case_code()
            while code in known.cases or code in known.tombstones:
                code = codes.new_case_code()
            key = age.Key.generate()
            content = keyfile.KeyFile(key, (("case", code),))
            sealed, first = self._files.next_line(CaseEntry(code, 0, record.NOTHING_BEFORE, facts), key, body)
            self._disk.create(key_path(code), keyfile.seal(content, [self._ring.keys.current.recipient]))
            self._disk.create(case_path(code), sealed + b"\n")
            self._files.store(known.having(CaseEntry(code, first.seq, first.hash, facts)))
            self._files.knows(code, key)
            return code

    def append(self, code: str, body: Mapping[str, object], facts: Mapping[str, str]) -> Record:
        """Add a record and return it when it is durable; `facts` replace those of the row.

        Raises `not_stored` or `read_only` when nothing was acknowledged, `damaged` when file and register contradict
        each other. A hole or a missing end does not stop anyone: the new record follows what the register acknowledged,
        and the hole stays visible for ever.
        """
        with self._writing():
            known, added = self._files.add(self._files.certain_register(), _known(code), body, facts)
            self._files.store(known)
            return added

    def append_each(self, bodies: Mapping[str, Mapping[str, object]]) -> None:
        """Add a record to each of these cases, with the register written once; facts stay as they are.

        Returns when all of them are durable; raises as `append`, and then some may be there already, as one record more
        than was acknowledged.
        """
        with self._writing():
            known = self._files.certain_register()
            for code, body in bodies.items():
                known, _ = self._files.add(known, _known(code), body, None)
            self._files.store(known)

    def read(self, code: str) -> CaseLog:
        """Read a case with everything that was noticed.

        Raises `unknown_case`, `shredded`, or `damaged` if its key is lost.
        """
        code = _known(code)
        with self._reading():
            data = self._disk.read(case_path(code))
            known = self._files.register_if_sound()
            refuse_destroyed(known, code)
            entry = known.cases.get(code) if known else None
            if data is None and entry is None:
                raise VaultError(errors.UNKNOWN_CASE)
            key = self._files.key(code)
        found = log.read_log(data or b"", KnownCase(code, key, entry), register_lost=known is None)
        repairs = tuple(_repaired(one) for one in (known.repairs if known else ()) if one.case == code)
        return CaseLog(found.records, found.findings + repairs)

    def read_each(self, wanted: Iterable[str]) -> Iterator[tuple[str, CaseLog | VaultError]]:
        """Yield each case as `read` gives it, or what it raises, with the register read once for all of them.

        A case that does not agree with that register may have grown since, and is read again on its own.
        """
        with self._reading():
            known = self._files.register_if_sound()
        for code in wanted:
            try:
                yield code, self._read_with(known, code) or self.read(code)
            except VaultError as error:
                yield code, error

    def _read_with(self, known: Register | None, code: str) -> CaseLog | None:
        if known is None or code not in known.cases:
            return None
        with self._reading():
            data = self._disk.read(case_path(code)) or b""
            found = log.read_log(data, KnownCase(code, self._files.key(code), known.cases[code]))
        agrees = not found.findings and not any(one.case == code for one in known.repairs)
        return found if agrees else None

    @contextlib.contextmanager
    def hold(self, code: str) -> Iterator[None]:
        """Hold a case for a session; a second session is refused within two seconds with `busy`."""
        with slot.holding(self._disk, case_path(_known(code))):
            yield

    def keep(self, data: bytes) -> str:
        """Keep bytes once, encrypted, and return their digest, "sha256:…"; keeping them again changes nothing."""
        with self._writing():
            return kept.write(self._disk, self._ring, data)

    def kept(self, digest: str) -> bytes:
        """Give back kept bytes, checked against their digest; raises `absent` or `damaged`."""
        with self._reading():
            return kept.read(self._disk, self._ring, digest)

    def damaged_kept(self) -> tuple[str, ...]:
        """List the files of kept bytes that can no longer be read, or that stand under another name."""
        with self._reading():
            found = kept.paths(self._disk)
            damaged = (path for path in found if not kept.is_sound(self._disk, self._ring, path))
            return tuple(path.removeprefix(f"{KEPT}/") for path in damaged)

    def receiving_key(self) -> str:
        """Give the public key that colleagues hand cases over to; see `Access.receiving_key`."""
        return self.access.receiving_key()

    def open_received(self, ciphertext: bytes) -> bytes:
        """Open what a colleague made for the receiving key; see `Access.open_received`."""
        return self.access.open_received(ciphertext)

    def rotate(self) -> tuple[str, ...]:
        """Give everything a fresh key; see `Access.rotate`."""
        return self.access.rotate()

    def shred(self, code: str, ground: str, text: str = "") -> tuple[str, ...]:
        """Destroy a case, also one that is damaged, and return the files that no key opens (see `rotate.finish`).

        The tombstone in the register is the moment of no return: an interruption before it leaves the case whole, and
        after it `Access.finish` does the rest. Raises `unknown_case`, `shredded`, and `damaged` for the register.
        """
        code = _known(code)
        with self._writing():
            known = self._files.register()
            refuse_destroyed(known, code)
            entry = known.cases.get(code)
            if entry is None and all(self._disk.read(path) is None for path in (case_path(code), key_path(code))):
                raise VaultError(errors.UNKNOWN_CASE)
            count, last_hash = (entry.count, entry.last_hash) if entry else (0, "")
            rotate.begin(self._ring, self._ring.keys)
            stone = Tombstone(code, self._clock().isoformat(), self._who, ground, text, count, last_hash)
            self._files.store(known.buried(stone))
            self._files.forget(code)
            return rotate.finish(self._disk, self._ring)

    def parcel(self, code: str, kind: str) -> Parcel:
        """Pack a case for a colleague as it is acknowledged; raises as `read`, and `damaged` unless it is complete."""
        code = _known(code)
        with self._reading():
            known = self._files.register()
            refuse_destroyed(known, code)
            if code not in known.cases:
                raise self._files.not_in_register(code)
            entry, key = known.cases[code], self._files.key(code)
            data = self._disk.read(case_path(code)) or b""
            found = log.read_log(data, KnownCase(code, key, entry))
            if not found.complete:
                raise VaultError(errors.DAMAGED, path=case_path(code))
            records = found.records[: entry.count]
            lines = {line.link.record.seq: line.raw for line in log.lines(data, code, key) if line.link}
            ordered = tuple(lines[one.seq] for one in records)
            named = {name: kept.read(self._disk, self._ring, name) for name in bundle.digests(records)}
            return Parcel(kind, code, key, ordered, records, entry.facts, named, self._clock(), self._who)

    def adopt(self, parcel: Parcel, body: Mapping[str, object] | None, facts: Mapping[str, str]) -> str:
        """Take in a case, with one more record if there is a `body`, and tell what it was here (`bundle.standing`).

        What is known here already or contradicts it changes nothing. Kept bytes come first, then the case's key, its
        file and the register; an interruption leaves nothing acknowledged, and doing it again finishes it. Raises
        `shredded`, `not_stored`, `read_only`.
        """
        code = parcel.code
        with self._writing():
            known = self._files.certain_register()
            refuse_destroyed(known, code)
            entry, data = known.cases.get(code), self._disk.read(case_path(code)) or b""
            here = log.read_log(data, KnownCase(code, parcel.key, entry)).records
            if data and not here:
                return bundle.CONTRADICTS  # whatever it is, it is not this case
            standing = bundle.standing(parcel, entry, here, body)
            if standing not in (bundle.NEW, bundle.CONTINUES):
                return standing
            for one in parcel.kept.values():
                kept.write(self._disk, self._ring, one)
            lines, last = self._missing(parcel, here, body)
            if entry is None:
                content = keyfile.KeyFile(parcel.key, (("case", code),))
                self._disk.replace(key_path(code), keyfile.seal(content, [self._ring.keys.current.recipient]))
            # What is there is written again with the rest: it may never have reached the disk.
            fresh_line = b"" if data.endswith(b"\n") or not data else b"\n"
            self._disk.replace(case_path(code), data + fresh_line + b"".join(line + b"\n" for line in lines))
            self._files.store(known.having(CaseEntry(code, last.seq, last.hash, facts)))
            self._files.knows(code, parcel.key)
            return standing

    def _missing(
        self, parcel: Parcel, here: Sequence[Record], body: Mapping[str, object] | None
    ) -> tuple[Sequence[bytes], Record]:
        """Give the lines of a parcel that a case file still misses, and the record that is then its last."""
        if len(here) > len(parcel.records):
            return (), here[-1]
        lines, last = parcel.lines[len(here) :], parcel.records[-1]
        if body is None:
            return lines, last
        sealed, added = self._files.next_line(CaseEntry(parcel.code, last.seq, last.hash, {}), parcel.key, body)
        return (*lines, sealed), added

    def case_codes_on_disk(self) -> tuple[str, ...]:
        """List the codes of all case files, also of those that the register does not know."""
        names = (name.removesuffix(".zaak") for name in self._disk.names(CASES))
        return tuple(name for name in names if codes.is_case_code(name))

    def repair(self) -> tuple[str, ...]:
        """Make the register agree with the case files where `append` refuses, and return the codes that were changed.

        Only the register is written. What it said before is kept in it and reported as `repaired` from then on, because
        a rebuilt row can no longer prove that the end of its file is still there. Lost facts stay empty.
        """
        with self._writing():
            sound = self._files.register_if_sound()
            known = sound or Register()
            changed = tuple(filter(None, (self._rebuilt(known, code) for code in self.case_codes_on_disk())))
            repaired = known
            for entry in changed:
                old = known.cases.get(entry.code, CaseEntry(entry.code, 0, "", {}))
                trace = Repair(self._clock().isoformat(), self._who, entry.code, old.count, old.last_hash)
                repaired = repaired.repaired(entry, trace)
            if changed or sound is None:
                self._files.store(repaired)
            return tuple(entry.code for entry in changed)

    def _rebuilt(self, known: Register, code: str) -> CaseEntry | None:
        if code in known.tombstones:
            return None
        entry = known.cases.get(code)
        data = self._disk.read(case_path(code)) or b""
        try:
            found = log.read_log(data, KnownCase(code, self._files.key(code), entry))
        except VaultError:
            return None  # without its key a file says nothing; verify names it
        if not found.records or (entry and not _contradicts(entry, found)):
            return None
        last = found.records[-1]
        return CaseEntry(code, last.seq, last.hash, entry.facts if entry else {})

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        with slot.writing(self._disk):
            self._ring.refresh()
            yield

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        with slot.reading(self._disk):
            self._ring.refresh()
            yield


def _known(typed: str) -> str:
    code = codes.case_code(typed)
    if code is None:
        raise VaultError(errors.UNKNOWN_CASE)
    return code


def _contradicts(entry: CaseEntry, found: CaseLog) -> bool:
    """Whether `append` would refuse: the file goes further than the row, or tells another story at the row's last."""
    by_number = {one.seq: one.hash for one in found.records}
    tells_other = by_number.get(entry.count, entry.last_hash) != entry.last_hash
    return tells_other or any(finding.code == log.NEWER_THAN_REGISTER for finding in found.findings)


def _repaired(one: Repair) -> Finding:
    return Finding(log.REPAIRED, {"at": one.at, "count": str(one.count)})
