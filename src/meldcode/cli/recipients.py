"""For whom a file is encrypted: public age keys, given as they are or in a file."""

from collections.abc import Iterable

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import expanded
from meldcode.vault import age

_PUBLIC = "age1"
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how such a key begins, not a key
_MOST_BYTES = 64 * 1024


def recipients_of(given: Iterable[str]) -> tuple[str, ...]:
    """Return the public keys, those in files included; raises `CommandError` for what is none."""
    keys = tuple(key for each in given for key in ([each] if each.startswith(_PUBLIC) else _in_file(each)))
    try:
        if keys:
            age.encrypt(b"", keys)
    except age.BadKeyError:
        raise CommandError(Exit.USAGE, "exporting.bad_recipient") from None
    return keys


def _in_file(name: str) -> list[str]:
    """Return the keys in a file, one a line; empty lines and lines that begin with # say nothing."""
    try:
        with expanded(name).open("rb") as file:
            lines = file.read(_MOST_BYTES).decode("utf-8-sig").splitlines()
    except OSError as error:
        raise CommandError(Exit.USAGE, "cli.unreadable", file=name, reason=error) from None
    except UnicodeDecodeError:
        raise CommandError(Exit.USAGE, "exporting.bad_recipient") from None
    keys = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if any(key.upper().startswith(_SECRET) for key in keys):
        raise CommandError(Exit.USAGE, "exporting.secret_recipient", file=name)
    if not keys:
        raise CommandError(Exit.USAGE, "exporting.bad_recipient")
    return keys
