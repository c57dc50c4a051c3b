"""A program with a terminal of its own, started afresh or forked from the warm one."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING, Final

from tests.cli.warm import warm
from tests.shared import installed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tests.cli.warm import Child

BEFORE_TYPING: Final = 0.05
"""Seconds that nobody types faster than; a terminal that is about to be read may still be set."""


class Seat:
    """The near side of the terminal; what comes after `python` on a command line runs at the far side."""

    ECHO = True

    def __init__(
        self,
        program: Sequence[str],
        size: tuple[int, int],
        env: Mapping[str, str],
        *,
        folder: Path | None = None,
        fresh: bool = False,
    ) -> None:
        self.child_fd, far = pty.openpty()
        self.setwinsize(*size)
        if not self.ECHO:
            kept = termios.tcgetattr(far)
            kept[3] &= ~termios.ECHO
            termios.tcsetattr(far, termios.TCSANOW, kept)
        self._child: subprocess.Popen[bytes] | Child
        if fresh:
            self._child = subprocess.Popen(
                [sys.executable, *program],
                cwd=folder,
                env=env,
                stdin=far,
                stdout=far,
                stderr=far,
                start_new_session=True,
                preexec_fn=_take_terminal,  # noqa: PLW1509 - no threads here
            )
        else:
            descriptors = dict.fromkeys(range(3), far)
            self._child = warm(installed()).start(program, env, descriptors, folder=folder, terminal=True)
        os.close(far)
        self.pid = self._child.pid
        self._is_open = True

    def __del__(self) -> None:
        """End a program that a test left as it was."""
        self.close()

    @property
    def exitstatus(self) -> int | None:
        """The exit code; none while it runs and where a signal ended it."""
        code = self._child.poll()
        return None if code is None or code < 0 else code

    def isalive(self) -> bool:
        return self._child.poll() is None

    def send(self, keys: str | bytes) -> None:
        time.sleep(BEFORE_TYPING)
        typed = keys.encode() if isinstance(keys, str) else keys
        while typed:
            typed = typed[os.write(self.child_fd, typed) :]

    def read(self, timeout: float) -> bytes | None:
        """Return what came, nothing after these seconds, or None when nothing can come any more."""
        if not select.select([self.child_fd], [], [], timeout)[0]:
            return b""
        try:
            return os.read(self.child_fd, 65_536) or None
        except OSError:  # how Linux says that the far side is closed
            return None

    def setwinsize(self, rows: int, columns: int) -> None:
        termios.tcsetwinsize(self.child_fd, (rows, columns))

    def kill(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.isalive():
            os.kill(self.pid, number)

    def close(self) -> None:
        """Close the terminal, and end a program that does not take that as the end."""
        if not self._is_open:
            return
        self._is_open = False
        os.close(self.child_fd)
        try:
            self._child.wait(timeout=1)
        except (TimeoutError, subprocess.TimeoutExpired):
            self.kill(signal.SIGKILL)
            self._child.wait(timeout=1)


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
