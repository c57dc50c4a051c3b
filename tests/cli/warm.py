"""A process that has the program loaded and forks for each start of it: loading it was most of what a start cost.

A child runs the same script or module by the same door, with the arguments, environment, folder, umask, terminal and
descriptors that it was given, and leaves as Python does. Other than after a real start: everything of the program is
imported already, hashes have one seed for all children, the rubbish collector knows what was loaded, /proc shows the
command line of this process, and without a terminal of its own a child has none at all. What a start itself does is
tested with real starts (`fresh`, `Program.shell`, test_imports), and so is whatever Python reads only when it starts.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import importlib
import json
import os
import pkgutil
import runpy
import socket
import subprocess
import sys
import termios
import threading
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT: Final = Path(__file__).parents[2]
MEASURED = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
"""What `make coverage` needs to count a program that a test starts."""
ONLY_AT_A_START: Final = ("PYTHON", "LC_", "LANG", "TZ")
"""How the names begin of the variables that count when Python starts."""
AS_USUAL: Final = {"LANG": "C.UTF-8"}
"""What such a variable may be all the same: it changes nothing here."""

LONGEST: Final = 60
"""Seconds for one command that is waited for."""
MOST, HIGH = 20, 500
"""Descriptors for one child, and where they are kept while each gets its own number."""
NUMBER = 8
"""The bytes in which a process or an exit code is told; so few come in one piece."""


def only_a_start_will_do(more: Mapping[str, str]) -> bool:
    """Whether these variables are read by Python itself; PYTHONIOENCODING a child follows by the same rule."""
    return any(
        name.startswith(ONLY_AT_A_START) and name != "PYTHONIOENCODING" and AS_USUAL.get(name) != value
        for name, value in more.items()
    )


class Child:
    """One start of the program; what `subprocess.Popen` can tell about one."""

    def __init__(self, answer: socket.socket) -> None:
        self._answer = answer
        self.pid = self._number()
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit code (minus the signal, where one ended it), if it has ended."""
        with suppress(BlockingIOError):
            self._ended(0)
        return self.returncode

    def wait(self, timeout: float) -> int:
        """Return that code as soon as it is there; raises TimeoutError after these seconds."""
        self._ended(timeout)
        assert self.returncode is not None
        return self.returncode

    def _ended(self, timeout: float) -> None:
        if self.returncode is None:
            self._answer.settimeout(timeout)
            self.returncode = self._number()
            self._answer.close()

    def _number(self) -> int:
        told = self._answer.recv(NUMBER)
        assert told, "the warm program has ended"
        return int.from_bytes(told, signed=True)


class Warm:
    """The asking side; the process ends when this does."""

    def __init__(self, tree: Path) -> None:
        self._socket, theirs = socket.socketpair()
        paths = os.pathsep.join(map(str, (tree, ROOT)))
        env = {"PATH": os.defpath, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
        env |= MEASURED
        command = [sys.executable, "-P", __file__, str(theirs.fileno())]
        self._process = subprocess.Popen(command, env=env, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
        theirs.close()

    def start(
        self,
        program: Sequence[str],
        env: Mapping[str, str],
        descriptors: Mapping[int, int],
        *,
        folder: Path | None = None,
        terminal: bool = False,
    ) -> Child:
        """Start what comes after `python` on a command line; `descriptors` tells which of ours each of its own is."""
        os.umask(umask := os.umask(0))
        ours, theirs = socket.socketpair()
        socket.send_fds(self._socket, [b"."], [theirs.fileno(), *descriptors.values()])
        theirs.close()
        asked = {"program": list(program), "env": dict(env), "numbers": list(descriptors), "umask": umask}
        asked |= {"folder": str(folder or Path.cwd()), "terminal": terminal}
        ours.sendall(json.dumps(asked).encode() + b"\n")
        return Child(ours)

    def run(
        self,
        program: Sequence[str],
        env: Mapping[str, str],
        given: bytes = b"",
        *,
        folder: Path | None = None,
        more: Mapping[int, int] | None = None,
    ) -> tuple[int, bytes, bytes]:
        """Return the exit code and what was written to both streams; `more` are descriptors besides the three."""
        with TemporaryFile() as into, TemporaryFile() as out, TemporaryFile() as err:
            into.write(given)
            into.seek(0)
            streams = dict(enumerate(file.fileno() for file in (into, out, err)))
            code = self.start(program, env, streams | dict(more or {}), folder=folder).wait(LONGEST)
            for file in (out, err):
                file.seek(0)
            return code, out.read(), err.read()

    def close(self) -> None:
        self._socket.close()
        self._process.wait()


@cache
def warm(tree: Path) -> Warm:
    """Return the loaded program of a tree; it ends with this process."""
    one = Warm(tree)
    atexit.register(one.close)
    return one


def serve(asking: socket.socket) -> NoReturn:
    """Load all of the program; then become a child whenever one is asked for."""
    import meldcode  # noqa: PLC0415 - the asking side does not need it

    for module in pkgutil.walk_packages(meldcode.__path__, "meldcode."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    importlib.import_module("tests.shared").stretch_once()
    del sys.path[: sys.path.index(str(ROOT)) + 1]
    gc.freeze()
    while descriptors := socket.recv_fds(asking, 1, MOST)[1]:
        if os.fork() == 0:
            _run(*_asked(descriptors))
        for descriptor in descriptors:
            os.close(descriptor)
        _bury()
    sys.exit()


def _bury() -> None:
    """Take leave of those of before that told how their child ended; what they cost counts for this process then."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _asked(descriptors: list[int]) -> tuple[dict[str, Any], list[int]]:
    """Return in the child what it is to do and with what; its parent tells its number, and how it ended."""
    answer, *given = descriptors
    with socket.socket(fileno=answer) as telling:
        asked: dict[str, Any] = json.loads(telling.makefile().readline())
        child = os.fork()
        if child == 0:
            return asked, given
        for descriptor in given:
            os.close(descriptor)
        telling.sendall(child.to_bytes(NUMBER, signed=True))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        telling.sendall(code.to_bytes(NUMBER, signed=True))
    os._exit(0)


def _run(asked: dict[str, Any], given: list[int]) -> NoReturn:
    """Do what is asked as a process of its own; an exception goes up, to where Python says so."""
    os.setsid()
    high = [fcntl.fcntl(descriptor, fcntl.F_DUPFD, HIGH) for descriptor in given]
    os.closerange(3, HIGH)
    for number, descriptor in zip(asked["numbers"], high, strict=True):
        os.dup2(descriptor, number)
    os.closerange(HIGH, HIGH + MOST)
    if asked["terminal"]:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.umask(asked["umask"])
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["env"])
    _streams(os.environ.get("PYTHONIOENCODING", "utf-8:surrogateescape"))
    name, *arguments = asked["program"]
    is_module = name == "-m"
    sys.path[:0] = [
        asked["folder"] if is_module else str(Path(name).parent),
        *os.environ["PYTHONPATH"].split(os.pathsep),
    ]
    sys.argv = arguments if is_module else [name, *arguments]
    try:
        if is_module:
            runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
        else:
            runpy.run_path(name, run_name="__main__")
    except SystemExit as done:
        if isinstance(done.code, str):
            raise
        _leave(int(done.code or 0))
    _leave(0)


def _streams(encoding: str) -> None:
    """Open the three streams as Python does in the C locale, or with PYTHONIOENCODING."""
    encoding, _, errors = encoding.partition(":")
    errors = errors or "strict"
    sys.stdin = sys.__stdin__ = os.fdopen(0, encoding=encoding, errors=errors, closefd=False)  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = os.fdopen(1, "w", encoding=encoding, errors=errors, closefd=False)  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = os.fdopen(2, "w", 1, encoding, "backslashreplace", closefd=False)  # type: ignore[misc]


def _leave(code: int) -> NoReturn:
    """Leave as Python does, but for taking down one by one what was loaded: that took longer than most commands."""
    threading._shutdown()  # type: ignore[attr-defined]  # noqa: SLF001
    atexit._run_exitfuncs()  # noqa: SLF001
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(code)  # what Python says of it, and its exit code
    os._exit(code)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
