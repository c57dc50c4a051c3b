"""Passphrases: offering one, judging one's own, and the bytes that a typed one stands for."""

import secrets
import unicodedata
from importlib import resources
from typing import Final

from meldcode.vault import errors
from meldcode.vault.errors import VaultError

WORDS: Final = 6
LEAST_LENGTH: Final = 15
_LEAST_DIFFERENT: Final = 6


def words() -> tuple[str, ...]:
    """Read the word list: 2048 different Dutch words of 3 to 8 letters."""
    text = resources.files("meldcode.vault").joinpath("woorden.txt").read_text(encoding="ascii")
    return tuple(text.split())


def generate() -> str:
    """Draw six words with spaces between: 6 times log2(2048) = 66 bits, if nobody picks the one that he likes best."""
    choices = words()
    return " ".join(secrets.choice(choices) for _ in range(WORDS))


def judge(own: str) -> None:
    """Refuse a passphrase under 15 characters, or of fewer than 6 different ones; raises `weak_passphrase`.

    It sees length only: a well-known sentence of 15 characters passes and is weak all the same.
    """
    text = _plain(own)
    if len(text) < LEAST_LENGTH:
        raise VaultError(errors.WEAK_PASSPHRASE, reason="short", minimum=str(LEAST_LENGTH))
    if len(set(text)) < _LEAST_DIFFERENT:
        raise VaultError(errors.WEAK_PASSPHRASE, reason="repeated", minimum=str(_LEAST_DIFFERENT))


def as_bytes(typed: str) -> bytes:
    """Give the bytes for scrypt: the same for é in one or two code points, and for any run of spaces."""
    return _plain(typed).encode("utf-8", "surrogatepass")


def _plain(typed: str) -> str:
    return " ".join(unicodedata.normalize("NFC", typed).split())
