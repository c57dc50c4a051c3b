"""Kept bytes: each encrypted once, in a file that is named by a keyed digest.

The plain digest of a public protocol would tell which protocol, so which sector, uses the vault.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Final

from meldcode.vault import errors
from meldcode.vault.errors import VaultError
from meldcode.vault.layout import KEPT

if TYPE_CHECKING:
    from meldcode.vault.age import Key
    from meldcode.vault.disk import Disk
    from meldcode.vault.keyring import Keyring

_NAME: Final = b"meldcode kept 1:"
_DIGEST: Final = "sha256:"


def digest_of(data: bytes) -> str:
    """Give the name by which records call these bytes, "sha256:…"."""
    return _DIGEST + hashlib.sha256(data).hexdigest()


def path_of(key: Key, digest: str) -> str:
    """Give the place of the bytes with this digest under this user's key."""
    hexadecimal = digest.removeprefix(_DIGEST)
    name = hmac.digest(key.secret().encode(), _NAME + hexadecimal.encode(), "sha256").hex()
    return f"{KEPT}/{name}.age"


def paths(disk: Disk) -> tuple[str, ...]:
    """List the places of all kept bytes."""
    return tuple(f"{KEPT}/{name}" for name in disk.names(KEPT) if not name.startswith("."))


def read(disk: Disk, ring: Keyring, digest: str) -> bytes:
    """Give back kept bytes, checked against their digest; raises `absent` or `damaged`."""
    _, _, data = _found(disk, ring, digest)
    return data


def _found(disk: Disk, ring: Keyring, digest: str) -> tuple[str, bytes, bytes]:
    """Give the place of kept bytes, their file as it is, and the bytes; raises as `read`."""
    name = digest.removeprefix(_DIGEST)
    if len(name) != hashlib.sha256().digest_size * 2 or not set(name) <= set("0123456789abcdef"):
        raise VaultError(errors.ABSENT, path=KEPT)
    problem = VaultError(errors.ABSENT, path=path_of(ring.keys.current, digest))
    for key in ring.keys.ring():
        path = path_of(key, digest)
        ciphertext = disk.read(path)
        if ciphertext is None:
            continue
        try:
            data = ring.decrypt(ciphertext, path)
        except VaultError as error:
            problem = error
            continue
        if hashlib.sha256(data).hexdigest() == name:
            return path, ciphertext, data
        problem = VaultError(errors.DAMAGED, path=path)
    raise problem


def write(disk: Disk, ring: Keyring, data: bytes) -> str:
    """Keep bytes and return their digest; what is kept and sound stays as it is.

    It is brought to the disk once more, since it may be what a failed fsync left behind.
    """
    digest = digest_of(data)
    try:
        path, ciphertext, _ = _found(disk, ring, digest)
    except VaultError as error:
        if error.code not in (errors.ABSENT, errors.DAMAGED):
            raise
        disk.replace(path_of(ring.keys.current, digest), ring.encrypt(data))
    else:
        disk.write_again(path, 0, ciphertext)
    return digest


def is_sound(disk: Disk, ring: Keyring, path: str) -> bool:
    """Tell whether a kept file can be read and stands under its own name."""
    try:
        data = ring.decrypt(disk.read(path) or b"", path)
    except VaultError:
        return False
    return path in {path_of(key, digest_of(data)) for key in ring.keys.ring()}
