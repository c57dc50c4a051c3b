"""A program in a terminal, with the moment at which something can be read on its screen.

What it writes is taken in with its time and shown to a terminal emulator afterwards, so that reading costs the program
nothing.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter

import pyte

SIZE = (80, 24)
PATIENCE = 12.0
"""Seconds after which something will not come any more."""


@dataclass
class Sitting:
    """A program that runs; `peak` is its memory in MiB when it has ended."""

    command: Sequence[str]
    env: Mapping[str, str]
    folder: str
    started: float = 0.0
    peak: float = 0.0
    _pid: int = 0
    _terminal: int = -1
    _stream: pyte.ByteStream = field(init=False)

    def __post_init__(self) -> None:
        """Start it."""
        self._screen = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self._screen)
        self.started = perf_counter()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.chdir(self.folder)
            os.execve(self.command[0], list(self.command), dict(self.env))  # noqa: S606 - our own program and its peers
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))

    def send(self, keys: str) -> float:
        """Type; return when."""
        now = perf_counter()
        os.write(self._terminal, keys.encode())
        return now

    def see(self, text: str) -> float:
        """Wait until the text can be read; return when it came."""
        until = perf_counter() + PATIENCE
        while perf_counter() < until:
            if select.select([self._terminal], [], [], 0.5)[0]:
                try:
                    data = os.read(self._terminal, 1 << 16)
                except OSError:
                    break
                came = perf_counter()
                self._stream.feed(data)
                if text in " ".join(" ".join(self._screen.display).split()):
                    return came
        shown = "\n".join(row.rstrip() for row in self._screen.display if row.strip())
        raise RuntimeError(f"not seen: {text!r}; the screen shows:\n{shown}")

    def end(self) -> None:
        """Stop it and wait."""
        os.kill(self._pid, signal.SIGTERM)
        os.close(self._terminal)
        _, _, used = os.wait4(self._pid, 0)
        self.peak = used.ru_maxrss / 1024
