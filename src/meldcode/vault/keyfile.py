"""Key files: an age identity file (`# name value` lines and secret keys), encrypted to one or more recipients.

The stock `age` program decrypts one to exactly the file that it takes with `-i`, and then tries every key in it.
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
    """A key and the named values that stand with it; `notes` may hold a name more than once.

    `previous` are keys that came before it and may still be needed, the oldest first.
    """

    key: age.Key
    notes: tuple[tuple[str, str], ...]
    previous: tuple[age.Key, ...] = ()


def seal(content: KeyFile, recipients: Sequence[str]) -> bytes:
    """Encrypt a key file so that each of `recipients` alone can open it."""
    notes = ((_FORMAT, str(VERSION)), *content.notes)
    keys = (*content.previous, content.key)
    text = "".join(f"# {name} {value}\n" for name, value in notes) + "".join(f"{key.secret()}\n" for key in keys)
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
    lines = text.splitlines()
    comments = [line for line in lines if line.startswith("#")]
    secrets = [line for line in lines if not line.startswith("#")]
    notes = tuple((name, value) for name, _, value in (line.removeprefix("# ").partition(" ") for line in comments))
    version = dict(notes).get(_FORMAT, "")
    if version.isdecimal() and int(version) > VERSION:
        raise VaultError(errors.NEWER_FORMAT, path=path, format=version)
    if version != str(VERSION):
        raise VaultError(errors.DAMAGED, path=path)
    try:
        *previous, key = (age.Key(secret) for secret in secrets)
        return KeyFile(key, tuple(note for note in notes if note[0] != _FORMAT), tuple(previous))
    except ValueError as error:
        raise VaultError(errors.DAMAGED, path=path) from error
