"""A warm process that forks one child for each thing to do, so that a thousand faults cost no thousand starts.

One child at a time. It says its number, waits for a signal (so that somebody can attach to it), does what was asked and
says lines of JSON; what it said stands in the pipe before it goes on, so a line that arrived is an acknowledgement.
After the child the server says how it ended. A child knows nothing of the children before it: it is a fresh process
as far as any vault is concerned.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import meldcode.vault.header
from tests.vault.helpers import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from meldcode.vault.header import Header

_ROOM = 1 << 20
_BEGIN = signal.SIGUSR1
_PR_SET_PTRACER, _ANYONE = 0x59616D61, -1


def say(**line: object) -> None:
    """Tell the one who asked; it has arrived when this returns."""
    os.write(1, json.dumps(line).encode() + b"\n")


def _cheap(passphrase_bytes: bytes, header: Header) -> bytes:
    """Stand in for scrypt: faults are about the disk, and 0.4 s for each of thousands is not."""
    return hashlib.sha256(passphrase_bytes + header.salt).digest()


def _child(name: str, world: Path, given: dict[str, Any]) -> None:
    from tests.faults.tasks import TASKS  # noqa: PLC0415 - the one who asks does not need them

    # Where the kernel allows only parents to look in, this lets the tracer in too.
    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYONE, 0, 0, 0)
    signal.pthread_sigmask(signal.SIG_BLOCK, {_BEGIN})
    say(pid=os.getpid())
    signal.sigwait({_BEGIN})
    try:
        TASKS[name](world, **given)
    except BaseException as error:  # noqa: BLE001 - whatever escapes is a finding
        where = traceback.extract_tb(error.__traceback__)[-1]
        say(crashed=f"{type(error).__name__}: {error}", at=f"{Path(where.filename).name}:{where.lineno}")
    os._exit(0)


def main() -> None:
    """Serve until the pipe closes."""
    from tests.faults import tasks  # noqa: F401, PLC0415 - loaded once, before the first child

    meldcode.vault.header.derive = _cheap
    while asked := os.read(0, _ROOM):
        request = json.loads(asked)
        child = os.fork()
        if child == 0:
            _child(request["task"], Path(request["world"]), request["given"])
        _, status = os.waitpid(child, 0)
        say(ended=os.waitstatus_to_exitcode(status))


@dataclass(frozen=True, slots=True)
class Done:
    """What a child said, and how it ended: 0, or minus the signal."""

    said: tuple[dict[str, Any], ...]
    ended: int


class Server:
    """The asking side."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.faults.server"]
        self._process = subprocess.Popen(
            command, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        assert self._process.stdin
        assert self._process.stdout
        self._to, self._from = self._process.stdin, os.fdopen(os.dup(self._process.stdout.fileno()), "rb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._to.close()
        self._process.wait()
        self._from.close()
        if self._process.stdout:
            self._process.stdout.close()

    def do(self, task: str, world: Path, watch: Callable[[int], None] | None = None, **given: object) -> Done:
        """Have a task done in a child; `watch` is given its number before it begins."""
        self._to.write(json.dumps({"task": task, "world": str(world), "given": given}).encode())
        pid = self._line()["pid"]
        if watch:
            watch(pid)
        os.kill(pid, _BEGIN)
        said = []
        while "ended" not in (line := self._line()):
            said.append(line)
        return Done(tuple(said), line["ended"])

    def _line(self) -> dict[str, Any]:
        line: dict[str, Any] = json.loads(self._from.readline())
        return line


if __name__ == "__main__":
    main()
