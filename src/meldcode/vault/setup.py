"""Make and open a vault.

Making has two halves, so that no vault exists whose recovery code nobody wrote down: `prepare` writes nothing, and
`Pending.confirm` writes everything.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from typing import TYPE_CHECKING, Final

from meldcode.vault import age, errors, header, keyfile, passphrase, register
from meldcode.vault.disk import Disk, disk_error, flush_folder, make_folder, make_parents, require_platform
from meldcode.vault.errors import VaultError
from meldcode.vault.header import Header
from meldcode.vault.keyfile import KeyFile
from meldcode.vault.place import check_place, default_place
from meldcode.vault.slot import SLOT
from meldcode.vault.store import CASES, KEPT, KEYS, Vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

__all__ = ["Pending", "check_place", "default_place", "grouped", "open_vault", "open_with_recovery", "prepare"]

USER_KEY: Final = "sleutel.age"
RECOVERY_NOTE: Final = "recovery"
_CODE_PREFIX: Final = "AGE-SECRET-KEY-1"
_FIRST_GROUP: Final = 4
_GROUP: Final = 6


def grouped(recovery_code: str) -> tuple[str, ...]:
    """Cut a recovery code into groups for paper: the prefix, one group of 4 and nine of 6; the last is its checksum."""
    data = recovery_code.removeprefix(_CODE_PREFIX)
    rest = data[_FIRST_GROUP:]
    return (_CODE_PREFIX, data[:_FIRST_GROUP], *(rest[at : at + _GROUP] for at in range(0, len(rest), _GROUP)))


class Pending:
    """A vault that does not exist yet: show `recovery_code`, have its last group typed back, then `confirm`."""

    def __init__(self, path: Path, files: dict[str, bytes], recovery_code: str, vault: Vault) -> None:
        """Take what `prepare` made."""
        self.recovery_code = recovery_code
        self._path = path
        self._files = files
        self._vault = vault

    def confirm(self, last_group: str) -> Vault:
        """Write the vault if this is the last group of the code; it appears at its place as a whole or not at all.

        Raises `recovery_mismatch` (and may be called again), `exists`, `read_only`, `not_stored`.
        """
        if _typed(last_group) != grouped(self.recovery_code)[-1]:
            raise VaultError(errors.RECOVERY_MISMATCH)
        try:
            make_parents(self._path)
            fresh = self._path.parent / f".{self._path.name}.{secrets.token_hex(4)}.new"
            make_folder(fresh)
        except OSError as error:
            raise disk_error(error, ".", writing=True) from error
        try:
            self._fill(fresh)
            # Renaming a folder replaces an empty one and nothing else.
            fresh.rename(self._path)
            flush_folder(self._path.parent)
        except OSError as error:
            raise disk_error(error, ".", writing=True) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return self._vault

    def _fill(self, folder: Path) -> None:
        for name in (CASES, KEYS, KEPT):
            make_folder(folder / name)
        disk = Disk(folder)
        for name, data in self._files.items():
            disk.create(name, data)


def prepare(path: Path, own: str, *, clock: Callable[[], datetime], who: str, accept_place: bool = False) -> Pending:
    """Make everything for a new vault in memory; nothing is on disk before `Pending.confirm`.

    Raises `exists`, `unsafe_place`, `read_only`, `symlink`, `weak_passphrase`, `no_platform`.
    """
    require_platform()
    passphrase.judge(own)
    _require_free(path)
    check_place(path, accept=accept_place)
    user, recovery = age.Key.generate(), age.Key.generate()
    salt = secrets.token_bytes(header.SALT_BYTES)
    unlocking = _passphrase_key(own, Header(salt, header.SCRYPT_N, ""))
    content = KeyFile(user, ((RECOVERY_NOTE, recovery.recipient),))
    key_file = keyfile.seal(content, [unlocking.recipient, recovery.recipient])
    files = {
        USER_KEY: key_file,
        register.PATH: age.encrypt(register.encode(register.Register()), [user.recipient]),
        SLOT: b"",
        header.PATH: header.encode(Header(salt, header.SCRYPT_N, hashlib.sha256(key_file).hexdigest())),
    }
    vault = Vault(Disk(path), user, clock=clock, who=who)
    return Pending(path, files, recovery.secret(), vault)


def open_vault(path: Path, own: str, *, clock: Callable[[], datetime], who: str) -> Vault:
    """Unlock with the passphrase (about 0.4 s, 130 MB); writes nothing.

    Raises `absent`, `locked_wrong`, `damaged`, `newer_format`, `bad_parameters`, `symlink`, `no_platform`.
    """
    disk = Disk(path)
    found = _header(disk)
    key_file = _key_file(disk)
    user = _unlock(key_file, _passphrase_key(own, found), found)
    return Vault(disk, user, clock=clock, who=who)


def open_with_recovery(path: Path, code: str, *, clock: Callable[[], datetime], who: str) -> Vault:
    """Unlock with the paper code, also when `kluis.json` is damaged or missing; writes nothing.

    Raises as `open_vault`.
    """
    disk = Disk(path)
    try:
        found: Header | None = _header(disk)
    except VaultError as error:
        if error.code not in (errors.DAMAGED, errors.BAD_PARAMETERS, errors.ABSENT):
            raise
        found = None
    key_file = _key_file(disk)
    try:
        recovery = age.Key(_typed(code))
    except age.BadKeyError as error:
        raise VaultError(errors.LOCKED_WRONG) from error
    return Vault(disk, _unlock(key_file, recovery, found), clock=clock, who=who)


def _require_free(path: Path) -> None:
    if path.is_symlink():
        raise VaultError(errors.SYMLINK, path=".", kind="link")
    try:
        taken = path.exists() and (not path.is_dir() or any(path.iterdir()))
    except OSError as error:
        raise disk_error(error, ".", writing=True) from error
    if taken:
        raise VaultError(errors.EXISTS, path=".")


def _unlock(key_file: bytes, key: age.Key, found: Header | None) -> age.Key:
    try:
        return keyfile.unseal(key_file, key, USER_KEY).key
    except age.UndecryptableError as error:
        if found is not None and hashlib.sha256(key_file).hexdigest() != found.key_file:
            raise VaultError(errors.DAMAGED, path=USER_KEY) from error
        raise VaultError(errors.LOCKED_WRONG) from error


def _passphrase_key(own: str, parameters: Header) -> age.Key:
    return age.Key.from_bytes(header.derive(passphrase.as_bytes(own), parameters))


def _header(disk: Disk) -> Header:
    data = disk.read(header.PATH, most=header.MOST_BYTES)
    if data is None:
        key_is_there = disk.read(USER_KEY) is not None
        raise VaultError(errors.DAMAGED if key_is_there else errors.ABSENT, path=header.PATH)
    return header.decode(data)


def _key_file(disk: Disk) -> bytes:
    data = disk.read(USER_KEY, most=keyfile.MOST_BYTES)
    if data is None:
        vault_is_there = os.path.lexists(disk.root / header.PATH)
        raise VaultError(errors.DAMAGED if vault_is_there else errors.ABSENT, path=USER_KEY)
    return data


def _typed(code: str) -> str:
    return "".join(code.split()).upper()
