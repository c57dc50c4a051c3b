"""A program in a real terminal: send keys, see the screen."""

import os
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pyte

from tests.cli.warm import MEASURED, only_a_start_will_do
from tests.shared import python_path
from tests.wizard.seat import Seat

PATIENCE = 10.0
"""Seconds after which something that should be seen will not come any more."""
ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
SILENCE = 0.02
"""Seconds without a byte after which a screen is looked at."""
UNDER_A_SHELL = """
import os, sys
watched = 'set -m; "$@"; echo op de achtergrond; read; fg >/dev/null'
os.execvp("bash", ["bash", "-c", watched, "bash", sys.executable, *sys.argv[1:]])
"""
_HALF = re.compile(rb"\x1b(\[[\d;?]*)? ?$")
_CURSOR_SHAPE = re.compile(rb"\x1b\[\d q")
"""pyte does not know this sequence and would print a part of it."""


def clean(more: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a program under test: nothing of this one but the path, and what is given."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": python_path(), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    return env | MEASURED | dict(more)


class _Terminal:
    """A terminal of this size that was fed so far; feeding it again from the start is most of what a test costs."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size, self.fed = size, b""
        self.screen = pyte.HistoryScreen(*size, history=10_000)
        self._stream = pyte.ByteStream(self.screen)

    def feed(self, output: bytes) -> None:
        """Feed what came after what was fed, but for a sequence of which only a part came yet."""
        half = _HALF.search(output, len(self.fed))
        whole = output[: half.start()] if half else output
        self._stream.feed(_CURSOR_SHAPE.sub(b"", whole[len(self.fed) :]))
        self.fed = whole


class Driven:
    """A Python script with its arguments in a terminal of this size; `fresh` where its start is what is tested."""

    def __init__(
        self,
        script: Path,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        fresh: bool = False,
        **environment: str,
    ) -> None:
        self.size = (columns, rows)
        self.output = b""
        self._terminals: dict[str, _Terminal] = {}
        program = [str(script), *arguments]
        if arguments == ("stopped",):
            # Only a program that a shell watches over can be stopped.
            program = ["-c", UNDER_A_SHELL, *program]
        fresh = fresh or arguments == ("stopped",) or only_a_start_will_do(environment)
        self.program = Seat(program, (rows, columns), clean(environment), fresh=fresh)

    def send(self, keys: str) -> float:
        """Type these keys; return when."""
        self.program.send(keys)
        return time.monotonic()

    def see(self, text: str) -> str:
        """Wait until the text is on the screen, on one row or more; return the rows."""
        self._wait(lambda: " ".join(text.split()) in " ".join(self.screen().split()), text)
        return self.screen()

    def see_page(self) -> None:
        """Wait until there is a page; keys before that are lost."""
        self._wait(lambda: ENTER in self.output, "a page")

    def see_nothing(self) -> None:
        """Wait until the screen is empty."""
        self._wait(lambda: self.screen() == "", "an empty screen")

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; what was shown is gone."""
        self.size = (columns, rows)
        self.output = ENTER if self.output.rfind(ENTER) > self.output.rfind(LEAVE) else b""
        self.program.setwinsize(rows, columns)

    def end(self) -> int | None:
        """Wait until the program has ended; return its exit code."""
        self._wait(lambda: not self.program.isalive(), "the end")
        self._read()
        self.program.close()
        code: int | None = self.program.exitstatus
        return code

    def screen(self) -> str:
        """Return what is visible now."""
        in_alternate = self.output.rfind(ENTER) > self.output.rfind(LEAVE)
        return self.alternate() if in_alternate else self.normal()

    def normal(self) -> str:
        """Return the normal screen with everything that scrolled out of it."""
        return self._shown("normal", self._parts()[0])

    def alternate(self) -> str:
        """Return the alternate screen as it is, or was when it was left."""
        return self._shown("alternate", self._parts()[1])

    def without_alternate(self) -> str:
        """Return what a terminal without an alternate screen would show, with everything that scrolled away."""
        return self._shown("both", self.output)

    def cursor(self) -> tuple[int, int]:
        """Return the column and row of the cursor in the alternate screen."""
        screen = self._emulated("alternate", self._parts()[1])
        return screen.cursor.x, screen.cursor.y

    def _parts(self) -> tuple[bytes, bytes]:
        """Return the output for the normal screen, and that for the alternate screen since it was last entered."""
        before, *entered = self.output.split(ENTER)
        pairs = [part.partition(LEAVE) for part in entered]
        return before + b"".join(after for _, _, after in pairs), pairs[-1][0] if pairs else b""

    def _emulated(self, which: str, output: bytes) -> pyte.HistoryScreen:
        terminal = self._terminals.get(which)
        if terminal is None or terminal.size != self.size or not output.startswith(terminal.fed):
            terminal = self._terminals[which] = _Terminal(self.size)
        terminal.feed(output)
        return terminal.screen

    def _shown(self, which: str, output: bytes) -> str:
        screen = self._emulated(which, output)
        lines = [*screen.history.top, *(screen.buffer[row] for row in range(self.size[1]))]
        # A line knows only the cells that were written; the second cell of a wide character is empty.
        rows = ("".join(line[column].data for column in range(max(line, default=-1) + 1)) for line in lines)
        return "\n".join(row.rstrip() for row in rows).rstrip("\n")

    def _wait(self, happened: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < until, f"{what} did not come; on the screen is:\n{self.screen()}"
            self._read()

    def _read(self) -> None:
        """Read until nothing came for a moment: half a page is not looked at."""
        part = self.program.read(timeout=5 * SILENCE)
        while part:
            self.output += part
            part = self.program.read(timeout=SILENCE)
        if part is None:
            time.sleep(SILENCE / 4)  # it is about to end
