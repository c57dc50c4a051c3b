"""The keys of an opened vault: read from `sleutel.age`, read anew when another process changed it, and written anew.

`kluis.json` and `sleutel.age` cannot be replaced at once. So `kluis.json` first tells what will hold next, then
`sleutel.age` is replaced, which is the moment of the change, and then `kluis.json` forgets what was before.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
from typing import TYPE_CHECKING, Final

from meldcode.vault import age, errors, header, keyfile, userkeys
from meldcode.vault.errors import VaultError
from meldcode.vault.header import Header

if TYPE_CHECKING:
    from meldcode.vault.disk import Disk
    from meldcode.vault.userkeys import UserKeys

_REPAIRABLE: Final = (errors.DAMAGED, errors.BAD_PARAMETERS)


def read_header(disk: Disk) -> Header:
    """Read `kluis.json`; raises `absent`, `damaged`, `newer_format`, `bad_parameters`."""
    data = disk.read(header.PATH, most=header.MOST_BYTES)
    if data is None:
        key_is_there = disk.read(userkeys.PATH) is not None
        raise VaultError(errors.DAMAGED if key_is_there else errors.ABSENT, path=header.PATH)
    return header.decode(data)


def header_if_sound(disk: Disk) -> Header | None:
    """Read `kluis.json`; None if it is damaged or missing."""
    try:
        return read_header(disk)
    except VaultError as error:
        if error.code not in (*_REPAIRABLE, errors.ABSENT):
            raise
        return None


def read_key_file(disk: Disk) -> bytes:
    """Read `sleutel.age`; raises `absent` or `damaged`."""
    data = disk.read(userkeys.PATH, most=keyfile.MOST_BYTES)
    if data is None:
        vault_is_there = os.path.lexists(disk.root / header.PATH)
        raise VaultError(errors.DAMAGED if vault_is_there else errors.ABSENT, path=userkeys.PATH)
    return data


class Keyring:
    """The user's keys while a vault is open; whoever changes them holds the vault's writing lock."""

    def __init__(self, disk: Disk, opener: age.Key, key_file: bytes) -> None:
        """Open `key_file` with the passphrase's key or a recovery key.

        Raises `damaged`, `newer_format`, `bad_parameters`, and `UndecryptableError` for the wrong key.
        """
        self._disk = disk
        self._opener = opener
        self._seen = key_file
        self.keys = self._opened(key_file)
        self.unsure = False
        """Whether a write failed here, so that what `sleutel.age` shows now may not be on the disk."""

    def refresh(self) -> None:
        """Take over what another process made of `sleutel.age`; raises `locked_wrong` if it is no longer for us.

        A damaged or missing file changes nothing: with the keys at hand answers can still be stored.
        """
        key_file = self._disk.read(userkeys.PATH, most=keyfile.MOST_BYTES)
        if key_file is None or key_file == self._seen:
            return
        try:
            self.keys = self._opened(key_file)
            self._seen = key_file
        except age.UndecryptableError as error:
            found = header_if_sound(self._disk)
            if found is not None and found.of(key_file) is not None:
                raise VaultError(errors.LOCKED_WRONG) from error
        except VaultError as error:
            if error.code not in _REPAIRABLE:
                raise

    def decrypt(self, ciphertext: bytes, path: str) -> bytes:
        """Open a file that is for the user's key, or for the one before it; raises `damaged`."""
        for key in self.keys.ring():
            with contextlib.suppress(age.UndecryptableError, age.HostileHeaderError):
                return key.decrypt(ciphertext)
        raise VaultError(errors.DAMAGED, path=path)

    def encrypt(self, plain: bytes) -> bytes:
        """Make a file that is for the user's key."""
        return age.encrypt(plain, [self.keys.current.recipient])

    def write(self, keys: UserKeys) -> None:
        """Put these keys in `sleutel.age`; after any interruption it holds the old ones or these.

        Raises `needs_passphrase`, `last_recovery`, `too_many_keys`, `not_stored`, `read_only`, and `damaged` for
        `kluis.json`, which a new passphrase repairs.
        """
        self._write(keys, read_header(self._disk).of(self._seen))

    def write_with_passphrase(self, keys: UserKeys, opener: age.Key, salt: bytes, n: int) -> None:
        """Do the same with a new passphrase, whose key is `opener`; a damaged `kluis.json` is made anew."""
        found = header_if_sound(self._disk)
        self._write(
            dataclasses.replace(keys, passphrase=opener.recipient),
            found.of(self._seen) if found else None,
            Header(salt, n, ""),
        )
        self._opener = opener

    def _write(self, keys: UserKeys, present: Header | None, parameters: Header | None = None) -> None:
        basis = parameters or present
        if basis is None:
            raise VaultError(errors.DAMAGED, path=header.PATH)
        key_file = keyfile.seal(keys.key_file(), keys.recipients())
        if len(key_file) > keyfile.MOST_BYTES:
            raise VaultError(errors.NOT_STORED, path=userkeys.PATH, errno="EFBIG")
        coming = Header(basis.salt, basis.n, hashlib.sha256(key_file).hexdigest())
        both = dataclasses.replace(present, coming=coming) if present else coming
        self.unsure = True
        # What `kluis.json` is about to name must be on the disk; after a failed fsync it may only seem to be.
        self._disk.replace(userkeys.PATH, self._seen)
        self._disk.replace(header.PATH, header.encode(both))
        self._disk.replace(userkeys.PATH, key_file)
        self.keys, self._seen, self.unsure = keys, key_file, False
        # The change is made; that `kluis.json` also names what was before harms nobody and goes with the next change.
        with contextlib.suppress(VaultError):
            self._disk.replace(header.PATH, header.encode(coming))

    def _opened(self, key_file: bytes) -> UserKeys:
        return userkeys.read(keyfile.unseal(key_file, self._opener, userkeys.PATH), self._opener)
