"""Key files: an age identity file (`# name value` lines and one secret key), encrypted to one or more recipients.

The stock `age` program decrypts one to exactly the file that it takes with `-i`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from meldcode.vault import age, errors
from meldcode.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Sequence

VERSION: Final = 1
MOST_BYTES: Final = 64 * 1024
_FORMAT: Final = "meldcode"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key and the named values that stand with it; `notes` may hold a name more than once."""

    key: age.Key
    notes: tuple[tuple[str, str], ...]


def seal(content: KeyFile, recipients: Sequence[str]) -> bytes:
    """Encrypt a key file so that each of `recipients` alone can open it."""
    notes = ((_FORMAT, str(VERSION)), *content.notes)
    text = "".join(f"# {name} {value}\n" for name, value in notes) + content.key.secret() + "\n"
    return age.encrypt(text.encode("ascii"), recipients)


def unseal(ciphertext: bytes, key: age.Key, path: str) -> KeyFile:
    """Open a key file.

    Raises `damaged`, `newer_format` or `bad_parameters`, and `UndecryptableError` for the wrong key.
    """
    try:
        text = key.decrypt(ciphertext).decode("ascii")
    except age.HostileHeaderError as error:
        raise VaultError(errors.BAD_PARAMETERS, path=path, reason="header") from error
    except UnicodeDecodeError as error:
        raise VaultError(errors.DAMAGED, path=path) from error
    *comments, secret = text.splitlines() or [""]
    notes = tuple((name, value) for name, _, value in (line.removeprefix("# ").partition(" ") for line in comments))
    version = dict(notes).get(_FORMAT, "")
    if version.isdecimal() and int(version) > VERSION:
        raise VaultError(errors.NEWER_FORMAT, path=path, format=version)
    if version != str(VERSION):
        raise VaultError(errors.DAMAGED, path=path)
    try:
        return KeyFile(age.Key(secret), tuple(note for note in notes if note[0] != _FORMAT))
    except age.BadKeyError as error:
        raise VaultError(errors.DAMAGED, path=path) from error
