"""Rotation: everything that is for the user's key is made anew for a fresh one, file by file.

`sleutel.age` holds the fresh key and the ones before it from the first moment to the last, so that at every moment each
file can be read, and whoever comes after an interruption can finish. Files that no key opens stay as they are; as long
as there is one, the keys before stay too, since it may be for one of them.

What is left of a destroyed case is taken away here as well: its tombstone is the moment of its end.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from meldcode.vault import age, errors, kept, keyfile, register
from meldcode.vault.errors import VaultError
from meldcode.vault.layout import CASES, FOLDERS, KEPT, KEYS, case_path, key_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meldcode.vault.disk import Disk
    from meldcode.vault.keyring import Keyring
    from meldcode.vault.userkeys import UserKeys

_UNREADABLE: Final = (errors.DAMAGED, errors.UNREADABLE, errors.SYMLINK)


def begin(ring: Keyring, keys: UserKeys) -> None:
    """Write `keys` with a fresh key in front; the present one becomes a previous one."""
    ring.write(dataclasses.replace(keys, current=age.Key.generate(), previous=(*keys.previous, keys.current)))


def is_unfinished(disk: Disk, ring: Keyring) -> bool:
    """Tell whether a rotation, or the destruction of a case, was interrupted or could not be finished."""
    return bool(ring.keys.previous) or any(True for _ in _of_destroyed(disk, ring))


def finish(disk: Disk, ring: Keyring) -> tuple[str, ...]:
    """Bring a rotation and the destruction of cases to their end; return the files that no key opens.

    Raises `not_stored` or `read_only`; then everything can still be read, and the next call goes on.
    """
    for path in _of_destroyed(disk, ring):
        disk.remove(path)
    if not ring.keys.previous:
        return ()
    left = tuple(path for path in _files(disk) if not _is_current(disk, ring, path))
    # What an interrupted write left behind may hold a key that is no longer meant to open anything.
    for path in _remains(disk):
        disk.remove(path)
    if not left:
        ring.write(dataclasses.replace(ring.keys, previous=()))
    return left


def _of_destroyed(disk: Disk, ring: Keyring) -> Iterator[str]:
    """Find the files of cases that have a tombstone, the key first."""
    try:
        plain = ring.decrypt(disk.read(register.PATH) or b"", register.PATH)
    except VaultError as error:
        if error.code not in _UNREADABLE:
            raise
        return
    present = {f"{folder}/{name}" for folder in (KEYS, CASES) for name in disk.names(folder)}
    for code in register.decode(plain).tombstones:
        for path in (key_path(code), f"{KEYS}/.{code}.age.new", case_path(code)):
            if path in present:
                yield path


def _files(disk: Disk) -> Iterator[str]:
    yield from (f"{KEYS}/{name}" for name in disk.names(KEYS) if not name.startswith("."))
    yield from kept.paths(disk)
    yield register.PATH


def _remains(disk: Disk) -> Iterator[str]:
    for folder in ("", *FOLDERS):
        names = (name for name in disk.names(folder) if name.startswith(".") and name.endswith(".new"))
        yield from (f"{folder}/{name}" if folder else name for name in names)


def _is_current(disk: Disk, ring: Keyring, path: str) -> bool:
    """Bring a file to the current key; tell whether it is there now."""
    try:
        ciphertext = disk.read(path, most=keyfile.MOST_BYTES if path.startswith(f"{KEYS}/") else None)
        if ciphertext is None:
            return False
        plain = ring.decrypt(ciphertext, path)
    except VaultError as error:
        if error.code in _UNREADABLE:
            return False
        raise
    place = kept.path_of(ring.keys.current, kept.digest_of(plain)) if path.startswith(f"{KEPT}/") else path
    if place != path or not _is_for(ring.keys.current, ciphertext):
        disk.replace(place, ring.encrypt(plain))
    if place != path:
        disk.remove(path)
    return True


def _is_for(key: age.Key, ciphertext: bytes) -> bool:
    try:
        key.decrypt(ciphertext)
    except age.UndecryptableError:
        return False
    return True
