"""Recovery codes on paper: cut into groups to copy, and counted as written down when the last group was typed back."""

from typing import Final

from meldcode.vault import age, errors
from meldcode.vault.errors import VaultError

PREFIX: Final = "AGE-SECRET-KEY-1"
_FIRST_GROUP: Final = 4
_GROUP: Final = 6


def new_code() -> str:
    """Make a recovery code: an ordinary age identity."""
    return age.Key.generate().secret()


def grouped(code: str) -> tuple[str, ...]:
    """Cut a recovery code into groups for paper: the prefix, one group of 4 and nine of 6; the last is its checksum."""
    data = code.removeprefix(PREFIX)
    rest = data[_FIRST_GROUP:]
    return (PREFIX, data[:_FIRST_GROUP], *(rest[at : at + _GROUP] for at in range(0, len(rest), _GROUP)))


def as_typed(code: str) -> str:
    """Read what was typed without its spaces, in capitals."""
    return "".join(code.split()).upper()


def check(code: str, last_group: str) -> None:
    """Raise `recovery_mismatch` unless this is the last group of the code."""
    if as_typed(last_group) != grouped(code)[-1]:
        raise VaultError(errors.RECOVERY_MISMATCH)
