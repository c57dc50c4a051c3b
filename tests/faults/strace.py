"""What the kernel was asked, call by call, and making the kernel answer with a fault: through `strace`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

CALLS = "%file,%desc"
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)(.*)$")
_BEGUN = re.compile(r"^(?:\d+ +)?(\w+)\((.*)$")
_STRING_ROOM = 1 << 24


@dataclass(frozen=True, slots=True)
class Call:
    """One system call: its name, its arguments as strace writes them, and what it gave back (None: it never did).

    `nth` counts the calls of this name, as strace counts them for a fault.
    """

    name: str
    arguments: str
    result: int | None
    rest: str
    nth: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at the nth call of a name: `signal=KILL`, or `error=ENOSPC`; for ever after if `on`."""

    name: str
    nth: int
    what: str
    on: bool = False

    def option(self) -> str:
        return f"inject={self.name}:{self.what}:when={self.nth}{'+' if self.on else ''}"


def require_strace() -> None:
    """Skip where strace is not there or may not look into a process; in CI that is a failure."""
    there = shutil.which("strace")
    works = (
        there and subprocess.run([there, "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0
    )
    if works:
        return
    if os.environ.get("CI") == "true":
        pytest.fail("strace must be there in CI and may trace")
    pytest.skip("no strace here, or it may not trace")


class Watch:
    """A strace that is attached to one process and goes with it."""

    def __init__(self, log: Path, fault: Fault | None = None, *, whole: bool = False) -> None:
        """`whole` writes every string in full and in hexadecimal, to replay what was written."""
        self._log = log
        self._options = ["-y", "-o", str(log), "-e", f"trace={CALLS}"]
        self._options += ["-xx", "-s", str(_STRING_ROOM)] if whole else ["-s", "32"]
        self._options += ["-e", fault.option()] if fault else []
        self._process: subprocess.Popen[str] | None = None

    def __call__(self, pid: int) -> None:
        """Attach, and return when it has."""
        command = ["strace", *self._options, "-p", str(pid)]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert self._process.stderr
        line = self._process.stderr.readline()
        if "attached" not in line:
            raise RuntimeError(line)

    def calls(self) -> tuple[Call, ...]:
        """Give what was seen, when the process has ended."""
        assert self._process
        with self._process:
            self._process.wait()
        return parse(self._log.read_text(encoding="ascii").splitlines())


def parse(lines: Sequence[str]) -> tuple[Call, ...]:
    """Read the lines of a log; what is no call (a signal, the end) is passed over."""
    seen: Counter[str] = Counter()
    calls = []
    for line in lines:
        match = _LINE.match(line) or _BEGUN.match(line)
        if match is None:
            continue
        name, arguments, *answer = match.groups()
        seen[name] += 1
        result, rest = (answer[0], answer[1]) if answer else ("?", "")
        calls.append(Call(name, arguments, None if result == "?" else int(result), rest, seen[name]))
    return tuple(calls)


def touching(calls: Sequence[Call], world: Path) -> tuple[Call, ...]:
    """Give the calls on anything inside a folder (named in full, or by a descriptor)."""
    inside: Callable[[Call], bool] = lambda call: str(world) in call.arguments or str(world) in call.rest  # noqa: E731
    return tuple(call for call in calls if inside(call))
