"""The one place that speaks age: keys, encrypting, and decrypting only what has a sane header.

Everything here is X25519. `pyrage` has no types and reports a Rust panic as a `BaseException`; both stay here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyrage

from meldcode.vault import bech32

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECRET_PREFIX: Final = "age-secret-key-"  # noqa: S105 - the public name of a format, not a secret
_MAGIC: Final = b"age-encryption.org/v1\n"
_MOST_STANZAS: Final = 32
_MOST_HEADER_BYTES: Final = 64 * 1024


class BadKeyError(ValueError):
    """The text is not an age secret key, or not a recipient."""


class UndecryptableError(ValueError):
    """These bytes are no age file, are changed, or are not for this key."""


class HostileHeaderError(ValueError):
    """The header asks for something that ours never do: a passphrase stanza, or more than 32 stanzas."""


class Key:
    """A private X25519 key; `str(key.recipient)` may be shown, `secret()` may not, and `repr` never shows it."""

    __slots__ = ("_identity", "recipient")

    def __init__(self, secret: str) -> None:
        """Read an `AGE-SECRET-KEY-1…` text; raises `BadKeyError`."""
        try:
            self._identity = pyrage.x25519.Identity.from_str(secret)
        except (pyrage.IdentityError, UnicodeEncodeError) as error:
            raise BadKeyError from error
        self.recipient: str = str(self._identity.to_public())

    @classmethod
    def generate(cls) -> Key:
        """Make a new random key."""
        return cls(str(pyrage.x25519.Identity.generate()))

    @classmethod
    def from_bytes(cls, scalar: bytes) -> Key:
        """Make the key that 32 given bytes stand for."""
        return cls(bech32.encode(_SECRET_PREFIX, scalar).upper())

    def secret(self) -> str:
        """Give the `AGE-SECRET-KEY-1…` text."""
        return str(self._identity)

    def decrypt(self, ciphertext: bytes) -> bytes:
        """Open a binary age file; raises `UndecryptableError` or `HostileHeaderError`."""
        check_header(ciphertext)
        try:
            plain: bytes = pyrage.decrypt(ciphertext, [self._identity])
        except Exception as error:
            raise UndecryptableError from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise
            raise UndecryptableError from error
        return plain

    def __repr__(self) -> str:
        """Show the public half only."""
        return f"Key({self.recipient})"


def encrypt(plain: bytes, recipients: Sequence[str]) -> bytes:
    """Make a binary age file that each of `recipients` (`age1…`) can open; raises `BadKeyError`."""
    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    except (pyrage.RecipientError, UnicodeEncodeError) as error:
        raise BadKeyError from error
    ciphertext: bytes = pyrage.encrypt(plain, keys)
    return ciphertext


def check_header(ciphertext: bytes) -> None:
    """Look at the header before any key work; raises `UndecryptableError` or `HostileHeaderError`."""
    if not ciphertext.startswith(_MAGIC):
        raise UndecryptableError
    end = ciphertext.find(b"\n--- ", len(_MAGIC) - 1, _MOST_HEADER_BYTES)
    if end < 0:
        raise UndecryptableError if len(ciphertext) <= _MOST_HEADER_BYTES else HostileHeaderError
    stanzas = [line for line in ciphertext[len(_MAGIC) : end].split(b"\n") if line.startswith(b"-> ")]
    if len(stanzas) > _MOST_STANZAS or any(line.split(b" ")[1] == b"scrypt" for line in stanzas):
        raise HostileHeaderError
