"""Where output goes: results to stdout, messages to stderr, and neither ever fails on a character."""

import errno
import os
import sys
from contextlib import suppress
from shutil import get_terminal_size
from typing import TextIO

from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.text.visible import one_line, visible
from meldcode.wizard.layout import hang


def forgiving() -> None:
    """Show a replacement for characters that the terminal can't show, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def silence(stream: TextIO | None) -> None:
    """Drop what a stream that failed did not write, so that the interpreter ends with our exit code, not its own."""
    if stream is not None:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _fitted(text: str, stream: TextIO | None, *, quotes: bool = True) -> str:
    """Return the text in rows that fit the terminal and keep the indent.

    With `quotes` a line that begins with four spaces is quoted from a file, and stays as it is.
    """
    if stream is None or not stream.isatty():
        return text
    columns = get_terminal_size().columns
    lines = ([line] if quotes and line.startswith("    ") else _rows(line, columns) for line in text.split("\n"))
    return "\n".join(row for rows in lines for row in rows)


def _rows(line: str, columns: int) -> list[str]:
    bare = line.lstrip(" ")
    return hang(line[: len(line) - len(bare)], bare, columns)


class Voice:
    """Says things in the language of this run; the only one that prints."""

    def __init__(self, language: Language, *, plain: bool = False) -> None:
        """Keep how it is said."""
        self.language, self.plain = language, plain

    def out(self, text: str) -> None:
        """Write a result; raises `OSError` when it can't be written."""
        if sys.stdout is None:
            raise OSError(errno.EBADF, "")
        print(text, end="" if text.endswith("\n") else "\n", flush=True)  # noqa: T201 - this is the one place

    @staticmethod
    def is_read() -> bool:
        """Tell whether results go to a terminal, where someone reads them."""
        return sys.stdout is not None and sys.stdout.isatty()

    @staticmethod
    def data(content: bytes) -> None:
        """Write bytes as a result; raises `OSError` when they can't be written."""
        if sys.stdout is None:
            raise OSError(errno.EBADF, "")
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()

    def prose(self, text: str, *, quotes: bool = True) -> None:
        """Write running text as a result, visible, and broken between words where someone reads it in a terminal."""
        self.out(_fitted(visible(text), sys.stdout, quotes=quotes))

    def note(self, key: str, **values: object) -> None:
        """Write a message beside the result."""
        self.err(say(self.language, key, **{name: one_line(str(value)) for name, value in values.items()}))

    def err(self, text: str) -> None:
        """Write lines to stderr; where that fails, the exit code still tells."""
        if sys.stderr is None:
            return
        try:
            print(_fitted(text, sys.stderr), file=sys.stderr, flush=True)  # noqa: T201 - this is the one place
        except OSError:
            silence(sys.stderr)
