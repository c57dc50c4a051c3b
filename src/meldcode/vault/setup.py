"""Make and open a vault.

Making has two halves, so that no vault exists whose recovery code nobody wrote down: `prepare` writes nothing, and
`Pending.confirm` writes everything.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from meldcode.vault import age, errors, header, keyfile, paper, passphrase, register, userkeys
from meldcode.vault.disk import Disk, make_folder, require_platform
from meldcode.vault.errors import VaultError
from meldcode.vault.header import Header
from meldcode.vault.keyring import Keyring, header_if_sound, read_header, read_key_file
from meldcode.vault.layout import FOLDERS
from meldcode.vault.paper import grouped
from meldcode.vault.place import check_place, default_place
from meldcode.vault.slot import SLOT, reading
from meldcode.vault.store import Vault
from meldcode.vault.userkeys import Recovery, UserKeys
from meldcode.vault.whole import appearing, require_free

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

__all__ = ["Pending", "check_place", "default_place", "grouped", "open_vault", "open_with_recovery", "prepare"]


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
        paper.check(self.recovery_code, last_group)
        with appearing(self._path) as fresh:
            self._fill(fresh)
        return self._vault

    def _fill(self, folder: Path) -> None:
        for name in FOLDERS:
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
    require_free(path)
    check_place(path, accept=accept_place)
    user, recovery = age.Key.generate(), age.Key.generate()
    salt = secrets.token_bytes(header.SALT_BYTES)
    unlocking = _passphrase_key(own, Header(salt, header.SCRYPT_N, ""))
    keys = UserKeys(user, unlocking.recipient, (Recovery(recovery.recipient),))
    key_file = keyfile.seal(keys.key_file(), keys.recipients())
    files = {
        userkeys.PATH: key_file,
        register.PATH: age.encrypt(register.encode(register.Register()), [user.recipient]),
        SLOT: b"",
        header.PATH: header.encode(Header(salt, header.SCRYPT_N, hashlib.sha256(key_file).hexdigest())),
    }
    disk = Disk(path)
    vault = Vault(disk, Keyring(disk, unlocking, key_file), clock=clock, who=who)
    return Pending(path, files, recovery.secret(), vault)


def open_vault(path: Path, own: str, *, clock: Callable[[], datetime], who: str) -> Vault:
    """Unlock with the passphrase (about 0.4 s, 130 MB); writes nothing.

    Raises `absent`, `locked_wrong`, `damaged`, `newer_format`, `bad_parameters`, `symlink`, `no_platform`.
    """
    disk = Disk(path)
    with reading(disk):
        found = read_header(disk)
        key_file = read_key_file(disk)
    return Vault(disk, _unlock(disk, key_file, _passphrase_key(own, found.of(key_file) or found)), clock=clock, who=who)


def open_with_recovery(path: Path, code: str, *, clock: Callable[[], datetime], who: str) -> Vault:
    """Unlock with the paper code or an organisation's key, also when `kluis.json` is damaged; writes nothing.

    Raises as `open_vault`.
    """
    disk = Disk(path)
    with reading(disk):
        header_if_sound(disk)
        key_file = read_key_file(disk)
    try:
        recovery = age.Key(paper.as_typed(code))
    except age.BadKeyError as error:
        raise VaultError(errors.LOCKED_WRONG) from error
    return Vault(disk, _unlock(disk, key_file, recovery), clock=clock, who=who)


def _unlock(disk: Disk, key_file: bytes, key: age.Key) -> Keyring:
    try:
        return Keyring(disk, key, key_file)
    except age.UndecryptableError as error:
        found = header_if_sound(disk)
        if found is not None and found.of(key_file) is None:
            raise VaultError(errors.DAMAGED, path=userkeys.PATH) from error
        raise VaultError(errors.LOCKED_WRONG) from error


def _passphrase_key(own: str, parameters: Header) -> age.Key:
    return age.Key.from_bytes(header.derive(passphrase.as_bytes(own), parameters))
