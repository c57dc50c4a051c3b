"""The standard streams as plain mode needs them: no encoding can break them, and a secret is not echoed."""

import io
import sys
import warnings
from collections.abc import Callable


class EchoError(Exception):
    """What is typed would be visible: the input is no terminal, or its echo cannot be switched off."""


def standard_input() -> Callable[[], str]:
    """Return a reader of lines, "" at the end; bytes that are no text become lone surrogates."""
    stream = sys.stdin
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="surrogateescape")
    return stream.readline


def standard_output() -> Callable[[str], None]:
    """Return a writer; characters that the terminal does not know become question marks. Raises OSError."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")

    def write(text: str) -> None:
        stream.write(text)
        stream.flush()

    return write


def hidden_line() -> str:
    """Read a line from the terminal without showing it. Raises EchoError, EOFError and UnicodeDecodeError."""
    from getpass import GetPassWarning, getpass  # noqa: PLC0415 - only for who types a passphrase

    if not sys.stdin.isatty():
        raise EchoError
    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)
        try:
            return getpass("")
        except GetPassWarning:
            raise EchoError from None
