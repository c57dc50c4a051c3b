"""A program in a real terminal: send keys, see the screen."""

import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

from tests.shared import python_path

PATIENCE = 10.0
"""Seconds after which something that should be seen will not come any more."""
ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
_HALF = re.compile(rb"\x1b(\[[\d;?]*)? ?$")
_CURSOR_SHAPE = re.compile(rb"\x1b\[\d q")
"""pyte does not know this sequence and would print a part of it."""


class _Terminal:
    """A terminal of this size that was fed so far; feeding it again from the start is most of what a test costs."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size, self.fed = size, b""
        self.screen = pyte.HistoryScreen(*size, history=10_000)
        self._stream = pyte.ByteStream(self.screen)

    def feed(self, output: bytes) -> None:
        """Feed what came after what was fed, but for a sequence of which only a part came yet."""
        half = _HALF.search(output)
        whole = output[: half.start()] if half else output
        self._stream.feed(_CURSOR_SHAPE.sub(b"", whole[len(self.fed) :]))
        self.fed = whole


class Driven:
    """A Python script with its arguments in a terminal of this size."""

    def __init__(self, script: Path, *arguments: str, columns: int = 80, rows: int = 24, **environment: str) -> None:
        self.size = (columns, rows)
        self.output = b""
        self._terminals: dict[str, _Terminal] = {}
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": python_path(), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        # `make coverage` counts what runs here too.
        env |= {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
        command = [sys.executable, str(script), *arguments]
        if arguments == ("stopped",):
            # Only a program that a shell watches over can be stopped.
            command = ["bash", "-c", 'set -m; "$@"; echo op de achtergrond; read; fg >/dev/null', "bash", *command]
        self.program = pexpect.spawn(command[0], command[1:], dimensions=(rows, columns), env=env | environment)

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
        scrolled = ["".join(line[column].data for column in range(self.size[0])) for line in screen.history.top]
        return "\n".join(row.rstrip() for row in [*scrolled, *screen.display]).rstrip("\n")

    def _wait(self, happened: Callable[[], bool], what: str) -> None:
        until = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < until, f"{what} did not come; on the screen is:\n{self.screen()}"
            self._read()

    def _read(self) -> None:
        try:
            while True:
                self.output += self.program.read_nonblocking(65_536, timeout=0.02)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
