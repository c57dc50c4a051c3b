"""How far something long has come, on stderr: only where someone reads it in a terminal, and only after a second."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from meldcode.cli.output import Voice
from meldcode.text import say

PATIENCE = 1.0
"""Seconds before anything is shown; in plain mode also the seconds between two lines."""

PACE = 0.1
"""Seconds between two drawings of the bar."""

WIDTH = 30
"""Columns of the bar."""


class Progress:
    """A bar that is drawn over itself; in plain mode now and then a line in words. Not for two at a time."""

    def __init__(self, voice: Voice, total: int, *, shown: bool) -> None:
        """Start; `total` is in the unit in which `at` is told, 0 where it is not known."""
        self._voice, self._total, self._shown = voice, total, shown
        self._next = monotonic() + PATIENCE
        self._drawn = False

    def at(self, done: int) -> None:
        """Tell how far it is."""
        if self._shown and monotonic() >= self._next:
            self._show(done)
            self._next = monotonic() + (PATIENCE if self._voice.plain else PACE)

    def clear(self) -> None:
        """Take the bar away, before something else is written."""
        if self._drawn:
            self._write("\r\x1b[K")
            self._drawn = False

    def _show(self, done: int) -> None:
        share = min(1.0, done / self._total) if self._total else 0.0
        words = say(self._voice.language, "walk.progress", percent=int(share * 100))
        if self._voice.plain:
            self._voice.err(words)
            return
        filled = int(share * WIDTH)
        self._write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {words}\x1b[K")
        self._drawn = True

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


@contextmanager
def progress(voice: Voice, total: int) -> Iterator[Progress]:
    """Give a bar, and take it away whatever happens."""
    bar = Progress(voice, total, shown=sys.stderr is not None and sys.stderr.isatty())
    try:
        yield bar
    finally:
        bar.clear()
