"""A process that has the program loaded and forks for each command: loading it was most of what a command cost.

For commands that say what they do. What a start itself does is tested with real starts (`Program.shell`, test_imports,
the terminals of tests/endtoend), and so is whatever Python reads from the environment only when it starts.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ONLY_AT_A_START: Final = ("PYTHON", "LC_", "LANG", "TZ")
"""How the names begin of the variables that count when Python starts."""

LONGEST: Final = 60
"""Seconds for one command."""


class Warm:
    """The asking side; the process ends when this does."""

    def __init__(self, tree: Path) -> None:
        command = [sys.executable, "-P", __file__]
        paths = os.pathsep.join(map(str, (tree, Path(__file__).parents[2])))
        env = {"PATH": os.defpath, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
        # `make coverage` counts what runs here too.
        env |= {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
        self._process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(
        self, arguments: Sequence[str], folder: Path, env: dict[str, str], given: bytes
    ) -> tuple[int, bytes, bytes]:
        """Return the exit code (minus the signal, where one ended it) and what was written to both streams."""
        assert self._process.stdin
        assert self._process.stdout
        with TemporaryDirectory() as name:
            streams = [Path(name, stream) for stream in ("in", "out", "err")]
            streams[0].write_bytes(given)
            asked = {"arguments": arguments, "folder": str(folder), "env": env, "streams": list(map(str, streams))}
            print(json.dumps(asked), file=self._process.stdin, flush=True)
            return int(self._process.stdout.readline()), streams[1].read_bytes(), streams[2].read_bytes()

    def close(self) -> None:
        self._process.communicate()


def serve() -> None:
    """Load the commands with all they import at their top; then do what is asked, one child at a time."""
    from meldcode import __main__, cli  # noqa: PLC0415 - the asking side does not need them

    for module in pkgutil.iter_modules(cli.__path__, "meldcode.cli."):
        importlib.import_module(module.name)
    importlib.import_module("tests.shared").stretch_once()
    sys.path.remove(str(Path(__file__).parents[2]))
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os._exit(_command(json.loads(line), __main__.main))
        os.write(1, b"%d\n" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _command(asked: dict[str, Any], main: Any) -> int:  # noqa: ANN401 - a function of the tree under test
    signal.alarm(LONGEST)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["env"])
    for number, path in enumerate(asked["streams"]):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), number)
    # As Python itself makes them in the C locale.
    sys.stdin = os.fdopen(0, encoding="utf-8", errors="surrogateescape")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
    sys.argv = ["meldcode", *asked["arguments"]]
    sys.path.insert(0, asked["folder"])
    try:
        return int(main())
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 1
    except BaseException:  # noqa: BLE001 - the asking side looks for tracebacks
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


if __name__ == "__main__":
    serve()
