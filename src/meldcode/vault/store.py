"""An open vault: make a case, add to it, read it, list them all.

The order of every write is fixed (docs/vault-format.md): lock, look at the tail, write one line with one call, fsync,
register, acknowledge. Bodies are JSON objects with text keys; they come back as JSON gives them (a tuple as a list).
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING, Final

from meldcode.vault import age, codes, errors, keyfile, log, record, register, slot
from meldcode.vault.errors import VaultError
from meldcode.vault.log import CaseLog, Finding, KnownCase
from meldcode.vault.record import Record
from meldcode.vault.register import CaseEntry, Register, Repair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from meldcode.vault.disk import Disk

__all__ = ["CaseEntry", "CaseLog", "Finding", "Record", "Vault"]

CASES: Final = "zaken"
KEYS: Final = "sleutels"
KEPT: Final = "protocollen"
_KEPT_NAME: Final = b"meldcode kept 1:"
_DIGEST: Final = "sha256:"


class Vault:
    """An unlocked vault; it holds the user's key in memory and unwraps the keys of cases when they are asked for."""

    def __init__(self, disk: Disk, user: age.Key, *, clock: Callable[[], datetime], who: str) -> None:
        """Take what `setup.open_vault` found; `clock` gives aware times, `who` is written into each record."""
        self._disk = disk
        self._user = user
        self._clock = clock
        self._who = who
        self._keys: dict[str, age.Key] = {}

    def cases(self) -> tuple[CaseEntry, ...]:
        """List all acknowledged cases by code; raises `damaged` if the register is lost (see `repair`)."""
        with slot.reading(self._disk):
            return tuple(self._register().cases.values())

    def create(self, body: Mapping[str, object], facts: Mapping[str, str]) -> str:
        """Start a case with its first record and return its code, when both are durable."""
        with slot.writing(self._disk):
            known = self._register()
            code = codes.new_case_code()
            while code in known.cases:
                code = codes.new_case_code()
            key = age.Key.generate()
            content = keyfile.KeyFile(key, (("case", code),))
            sealed, first = self._next_line(CaseEntry(code, 0, record.NOTHING_BEFORE, facts), key, body)
            self._disk.create(_key_path(code), keyfile.seal(content, [self._user.recipient]))
            self._disk.create(_case_path(code), sealed + b"\n")
            self._store(known.having(CaseEntry(code, first.seq, first.hash, facts)))
            self._keys[code] = key
            return code

    def append(self, code: str, body: Mapping[str, object], facts: Mapping[str, str]) -> Record:
        """Add a record and return it when it is durable; `facts` replace those of the row.

        Raises `not_stored` or `read_only` when nothing was acknowledged, `damaged` when file and register contradict
        each other. A hole or a missing end does not stop anyone: the new record follows what the register acknowledged,
        and the hole stays visible for ever.
        """
        code = _known(code)
        with slot.writing(self._disk):
            known = self._register()
            if code not in known.cases:
                raise self._not_in_register(code)
            data = self._disk.read(_case_path(code))
            if data is None:
                raise VaultError(errors.DAMAGED, path=_case_path(code), reason="missing")
            entry = self._settle(known, code, data)
            sealed, added = self._next_line(entry, self._key(code), body)
            # Torn remains are left as they are, on a line of their own.
            fresh_line = b"" if data.endswith(b"\n") or not data else b"\n"
            self._disk.append(_case_path(code), fresh_line + sealed + b"\n")
            self._store(known.having(CaseEntry(code, added.seq, added.hash, facts)))
            return added

    def read(self, code: str) -> CaseLog:
        """Read a case with everything that was noticed; raises `unknown_case`, or `damaged` if its key is lost."""
        code = _known(code)
        with slot.reading(self._disk):
            data = self._disk.read(_case_path(code))
            known = self._register_if_sound()
        entry = known.cases.get(code) if known else None
        if data is None and entry is None:
            raise VaultError(errors.UNKNOWN_CASE)
        found = log.read_log(data or b"", KnownCase(code, self._key(code), entry), register_lost=known is None)
        repairs = tuple(_repaired(one) for one in (known.repairs if known else ()) if one.case == code)
        return CaseLog(found.records, found.findings + repairs)

    @contextlib.contextmanager
    def hold(self, code: str) -> Iterator[None]:
        """Hold a case for a session; a second session is refused within two seconds with `busy`."""
        with slot.holding(self._disk, _case_path(_known(code))):
            yield

    def keep(self, data: bytes) -> str:
        """Keep bytes once, encrypted, and return their digest, "sha256:…"; keeping them again changes nothing."""
        digest = hashlib.sha256(data).hexdigest()
        with slot.writing(self._disk):
            try:
                self.kept(_DIGEST + digest)
            except VaultError as error:
                if error.code not in (errors.ABSENT, errors.DAMAGED):
                    raise
                self._disk.replace(self._kept_path(digest), age.encrypt(data, [self._user.recipient]))
        return _DIGEST + digest

    def kept(self, digest: str) -> bytes:
        """Give back kept bytes, checked against their digest; raises `absent` or `damaged`."""
        name = digest.removeprefix(_DIGEST)
        if len(name) != hashlib.sha256().digest_size * 2 or not set(name) <= set("0123456789abcdef"):
            raise VaultError(errors.ABSENT, path=KEPT)
        path = self._kept_path(name)
        ciphertext = self._disk.read(path)
        if ciphertext is None:
            raise VaultError(errors.ABSENT, path=path)
        data = self._decrypt(ciphertext, path)
        if hashlib.sha256(data).hexdigest() != name:
            raise VaultError(errors.DAMAGED, path=path)
        return data

    def damaged_kept(self) -> tuple[str, ...]:
        """List the files of kept bytes that can no longer be read, or that stand under another name."""
        names = (name for name in self._disk.names(KEPT) if not name.startswith("."))
        return tuple(name for name in names if not self._is_sound(f"{KEPT}/{name}"))

    def _is_sound(self, path: str) -> bool:
        try:
            data = self._decrypt(self._disk.read(path) or b"", path)
        except VaultError:
            return False
        return self._kept_path(hashlib.sha256(data).hexdigest()) == path

    def _kept_path(self, digest: str) -> str:
        """Name a file by a keyed digest: the plain one would tell which known protocol, so which sector, is used."""
        name = hmac.digest(self._user.secret().encode(), _KEPT_NAME + digest.encode(), "sha256").hex()
        return f"{KEPT}/{name}.age"

    def case_codes_on_disk(self) -> tuple[str, ...]:
        """List the codes of all case files, also of those that the register does not know."""
        names = (name.removesuffix(".zaak") for name in self._disk.names(CASES))
        return tuple(name for name in names if codes.case_code(name) == name)

    def repair(self) -> tuple[str, ...]:
        """Make the register agree with the case files where `append` refuses, and return the codes that were changed.

        Only the register is written. What it said before is kept in it and reported as `repaired` from then on, because
        a rebuilt row can no longer prove that the end of its file is still there. Lost facts stay empty.
        """
        with slot.writing(self._disk):
            sound = self._register_if_sound()
            known = sound or Register()
            changed = tuple(filter(None, (self._rebuilt(known, code) for code in self.case_codes_on_disk())))
            repaired = known
            for entry in changed:
                old = known.cases.get(entry.code, CaseEntry(entry.code, 0, "", {}))
                trace = Repair(self._clock().isoformat(), self._who, entry.code, old.count, old.last_hash)
                repaired = repaired.repaired(entry, trace)
            if changed or sound is None:
                self._store(repaired)
            return tuple(entry.code for entry in changed)

    def _rebuilt(self, known: Register, code: str) -> CaseEntry | None:
        entry = known.cases.get(code)
        data = self._disk.read(_case_path(code)) or b""
        try:
            found = log.read_log(data, KnownCase(code, self._key(code), entry))
        except VaultError:
            return None  # without its key a file says nothing; verify names it
        if not found.records or (entry and not _contradicts(entry, found)):
            return None
        last = found.records[-1]
        return CaseEntry(code, last.seq, last.hash, entry.facts if entry else {})

    def _settle(self, known: Register, code: str, data: bytes) -> CaseEntry:
        """Bring file and register to agree before a write and give the row that the new record follows."""
        entry = known.cases[code]
        tail = next((line for line in log.lines(data, code, self._key(code)) if line.link), None)
        if tail is None or tail.link is None:
            return entry
        last = tail.link.record
        if last.seq == entry.count + 1 and tail.link.prev == entry.last_hash:
            self._disk.write_again(_case_path(code), tail.offset, tail.raw)
            entry = dataclasses.replace(entry, count=last.seq, last_hash=last.hash)
            self._store(known.having(entry))
        elif last.seq > entry.count or (last.seq == entry.count and last.hash != entry.last_hash):
            raise VaultError(errors.DAMAGED, path=register.PATH, reason="contradiction")
        return entry

    def _next_line(self, entry: CaseEntry, key: age.Key, body: Mapping[str, object]) -> tuple[bytes, Record]:
        draft = Record(entry.count + 1, self._clock(), self._who, body, "")
        plain = record.plaintext(entry.code, draft, entry.last_hash, secrets.token_bytes(record.SALT_BYTES))
        link = record.parse(plain, entry.code)
        if link is None:
            raise ValueError("a body must be a JSON object")
        return record.seal(plain, key.recipient), link.record

    def _register(self) -> Register:
        ciphertext = self._disk.read(register.PATH)
        if ciphertext is None:
            raise VaultError(errors.DAMAGED, path=register.PATH, reason="missing")
        return register.decode(self._decrypt(ciphertext, register.PATH))

    def _register_if_sound(self) -> Register | None:
        try:
            return self._register()
        except VaultError as error:
            if error.code != errors.DAMAGED:
                raise
            return None

    def _store(self, known: Register) -> None:
        self._disk.replace(register.PATH, age.encrypt(register.encode(known), [self._user.recipient]))

    def _decrypt(self, ciphertext: bytes, path: str) -> bytes:
        try:
            return self._user.decrypt(ciphertext)
        except (age.UndecryptableError, age.HostileHeaderError) as error:
            raise VaultError(errors.DAMAGED, path=path) from error

    def _key(self, code: str) -> age.Key:
        if code not in self._keys:
            path = _key_path(code)
            ciphertext = self._disk.read(path, most=keyfile.MOST_BYTES)
            if ciphertext is None:
                raise VaultError(errors.DAMAGED, path=path, reason="missing")
            try:
                self._keys[code] = keyfile.unseal(ciphertext, self._user, path).key
            except age.UndecryptableError as error:
                raise VaultError(errors.DAMAGED, path=path) from error
        return self._keys[code]

    def _not_in_register(self, code: str) -> VaultError:
        if self._disk.read(_case_path(code)) is None:
            return VaultError(errors.UNKNOWN_CASE)
        return VaultError(errors.DAMAGED, path=register.PATH, reason="not_in_register")


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


def _case_path(code: str) -> str:
    return f"{CASES}/{code}.zaak"


def _key_path(code: str) -> str:
    return f"{KEYS}/{code}.age"
