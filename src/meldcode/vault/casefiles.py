"""The files of the cases and the register: one step at a time, each under a lock that the caller holds.

The order of every write is fixed (docs/vault-format.md): look at the tail, write one line with one call, fsync; then
the register.
"""

from __future__ import annotations

import contextlib
import dataclasses
import secrets
from typing import TYPE_CHECKING

from meldcode.vault import age, errors, keyfile, log, record, register
from meldcode.vault.errors import VaultError
from meldcode.vault.layout import case_path, key_path
from meldcode.vault.record import Record
from meldcode.vault.register import CaseEntry, Register

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from meldcode.vault.disk import Disk
    from meldcode.vault.keyring import Keyring


class CaseFiles:
    """What an open vault has on disk of its cases; the keys of cases stay in memory once they were unwrapped."""

    def __init__(self, disk: Disk, ring: Keyring, clock: Callable[[], datetime], who: str) -> None:
        """Touch nothing yet; `clock` and `who` go into each record."""
        self._disk, self._ring = disk, ring
        self._clock, self._who = clock, who
        self._keys: dict[str, age.Key] = {}
        self._stored = b""

    def register(self) -> Register:
        """Read the register; raises `damaged` or `newer_format`."""
        return self._decoded(self._register_file())

    def certain_register(self) -> Register:
        """Read the register, and store it once more unless it is what this process stored last; raises as both.

        After a failed fsync of its folder the system shows a register that a power cut takes back. A record that
        followed it would then stand two beyond the register, and nothing could be added before a repair.
        """
        ciphertext = self._register_file()
        known = self._decoded(ciphertext)
        if ciphertext != self._stored:
            self.store(known)
        return known

    def _register_file(self) -> bytes:
        ciphertext = self._disk.read(register.PATH)
        if ciphertext is None:
            raise VaultError(errors.DAMAGED, path=register.PATH, reason="missing")
        return ciphertext

    def _decoded(self, ciphertext: bytes) -> Register:
        return register.decode(self._ring.decrypt(ciphertext, register.PATH))

    def register_if_sound(self) -> Register | None:
        """Read the register; None if it is lost. Raises `newer_format`."""
        try:
            return self.register()
        except VaultError as error:
            if error.code != errors.DAMAGED:
                raise
            return None

    def store(self, known: Register) -> None:
        """Write the register; what it acknowledges is acknowledged when this returns."""
        ciphertext = self._ring.encrypt(register.encode(known))
        self._disk.replace(register.PATH, ciphertext)
        self._stored = ciphertext

    def key(self, code: str) -> age.Key:
        """Unwrap the key of a case, once; raises `damaged`."""
        if code not in self._keys:
            path = key_path(code)
            ciphertext = self._disk.read(path, most=keyfile.MOST_BYTES)
            if ciphertext is None:
                raise VaultError(errors.DAMAGED, path=path, reason="missing")
            self._keys[code] = self._unsealed(ciphertext, path)
        return self._keys[code]

    def knows(self, code: str, key: age.Key) -> None:
        """Remember the key of a case that was just made or taken in."""
        self._keys[code] = key

    def forget(self, code: str) -> None:
        """Forget the key of a case."""
        self._keys.pop(code, None)

    def _unsealed(self, ciphertext: bytes, path: str) -> age.Key:
        for key in self._ring.keys.ring():
            with contextlib.suppress(age.UndecryptableError):
                return keyfile.unseal(ciphertext, key, path).key
        raise VaultError(errors.DAMAGED, path=path)

    def add(
        self, known: Register, code: str, body: Mapping[str, object], facts: Mapping[str, str] | None
    ) -> tuple[Register, Record]:
        """Write a record to the file of its case; give it, and the register that acknowledges it once it is stored."""
        refuse_destroyed(known, code)
        if code not in known.cases:
            raise self.not_in_register(code)
        data = self._disk.read(case_path(code))
        if data is None:
            raise VaultError(errors.DAMAGED, path=case_path(code), reason="missing")
        entry = self._settle(known, code, data)
        sealed, added = self.next_line(entry, self.key(code), body)
        # Torn remains are left as they are, on a line of their own.
        fresh_line = b"" if data.endswith(b"\n") or not data else b"\n"
        self._disk.append(case_path(code), fresh_line + sealed + b"\n")
        kept_facts = entry.facts if facts is None else facts
        return known.having(CaseEntry(code, added.seq, added.hash, kept_facts)), added

    def _settle(self, known: Register, code: str, data: bytes) -> CaseEntry:
        """Bring file and register to agree before a write and give the row that the new record follows."""
        entry = known.cases[code]
        tail = next((line for line in log.lines(data, code, self.key(code)) if line.link), None)
        if tail is None or tail.link is None:
            return entry
        last = tail.link.record
        if last.seq == entry.count + 1 and tail.link.prev == entry.last_hash:
            # With the line ends around it: one that is missing on the disk would join two records, and cost both.
            start = max(tail.offset - 1, 0)
            self._disk.write_again(case_path(code), start, data[start:])
            entry = dataclasses.replace(entry, count=last.seq, last_hash=last.hash)
            self.store(known.having(entry))
        elif last.seq > entry.count or (last.seq == entry.count and last.hash != entry.last_hash):
            raise VaultError(errors.DAMAGED, path=register.PATH, reason="contradiction")
        return entry

    def next_line(self, entry: CaseEntry, key: age.Key, body: Mapping[str, object]) -> tuple[bytes, Record]:
        """Make the record that follows a row, and its sealed line without a line end."""
        draft = Record(entry.count + 1, self._clock(), self._who, body, "")
        plain = record.plaintext(entry.code, draft, entry.last_hash, secrets.token_bytes(record.SALT_BYTES))
        link = record.parse(plain, entry.code)
        if link is None:
            raise ValueError("a body must be a JSON object")
        return record.seal(plain, key.recipient), link.record

    def not_in_register(self, code: str) -> VaultError:
        """Tell a case that never was from one that the register lost."""
        if self._disk.read(case_path(code)) is None:
            return VaultError(errors.UNKNOWN_CASE)
        return VaultError(errors.DAMAGED, path=register.PATH, reason="not_in_register")


def refuse_destroyed(known: Register | None, code: str) -> None:
    """Raise `shredded` for a case of which only a tombstone is left."""
    if known is not None and code in known.tombstones:
        raise VaultError(errors.SHREDDED, at=known.tombstones[code].at[:10])
