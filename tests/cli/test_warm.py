"""A warm start is a start: what the program finds around it and how it ends are as after a real one."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.warm import LONGEST, only_a_start_will_do, warm
from tests.wizard.driven import clean
from tests.wizard.seat import Seat

if TYPE_CHECKING:
    from tests.cli.program import Program

TOLD = Path(__file__).with_name("told.py")
READ_WHILE_LOADING = """
import importlib, os, pkgutil, sys
read = set()
class Told(type(os.environ)):
    def __getitem__(self, name):
        read.add(name)
        return super().__getitem__(name)
os.environ.__class__ = Told
import meldcode
for module in pkgutil.walk_packages(meldcode.__path__, "meldcode."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(*sorted(read))
"""


def in_terminal(program: Program, *, fresh: bool) -> tuple[Any, int | None]:
    seat = Seat([str(TOLD), "één", "--twee"], (20, 70), clean({"X": "y"}), folder=program.folder, fresh=fresh)
    said = b""
    while (part := seat.read(timeout=LONGEST)) is not None:
        said += part
    seat.close()
    return json.loads(said), seat.exitstatus


def test_in_a_terminal_all_is_as_after_a_real_start(program: Program) -> None:
    found, code = in_terminal(program, fresh=False)
    assert (found, code) == in_terminal(program, fresh=True)
    assert found["leads"]
    assert found["in_front"]
    assert code == 5


@pytest.mark.parametrize("encoding", [{}, {"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "ascii:replace"}])
def test_without_a_terminal_too(program: Program, encoding: dict[str, str]) -> None:
    env, command = clean(encoding), [str(TOLD), "één"]
    real = subprocess.run(
        [sys.executable, *command],
        cwd=program.folder,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        check=False,
    )
    code, out, err = warm(program.tree).run(command, env, folder=program.folder)
    assert (code, err) == (real.returncode, real.stderr)
    assert json.loads(out) == json.loads(real.stdout)


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("raise SystemExit", 0),
        ("raise SystemExit('uit')", 1),
        ("1 / 0", 1),
        ("raise KeyboardInterrupt", -signal.SIGINT),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL),
        ("import atexit; atexit.register(print, 'einde'); print('begin', end=' ')", 0),
        ("import sys; sys.stdout = open('/dev/full', 'w'); print('vol')", 120),
    ],
)
def test_it_ends_as_a_real_start_ends(program: Program, script: str, code: int) -> None:
    command = [program.file("script.py", script)]
    real = subprocess.run(
        [sys.executable, *command], cwd=program.folder, env=clean({}), capture_output=True, check=False
    )
    found, out, err = warm(program.tree).run(command, clean({}), folder=program.folder)
    assert (found, out) == (real.returncode, real.stdout)
    assert found == code
    assert err.splitlines()[-1:] == real.stderr.splitlines()[-1:]


def test_one_start_leaves_nothing_to_the_next(program: Program) -> None:
    leaves = (
        "import os, sys, meldcode, random; print(hasattr(meldcode, 'left'), 'LEFT' in os.environ, random.random())\n"
    )
    leaves += "meldcode.left = 1; os.environ['LEFT'] = '1'; os.chdir('/'); os.umask(0)"
    program.file("script.py", leaves)
    said = [warm(program.tree).run(["script.py"], clean({}), folder=program.folder)[1].split() for _ in range(2)]
    assert [words[:2] for words in said] == [[b"False", b"False"]] * 2
    assert said[0] != said[1], "chance is not the same again"


def test_while_it_is_loaded_no_variable_is_read_that_a_start_could_be_given(program: Program) -> None:
    """What is loaded once would go by the environment of then: FORCE_COLOR, COLUMNS and the like are read later."""
    command = [sys.executable, "-c", READ_WHILE_LOADING]
    done = subprocess.run(command, env=program.env, capture_output=True, text=True, check=True)
    # Where Python itself is found, and whether help has colours, which the program decides.
    itself = {"HOME", "TYPER_USE_RICH", "WCWIDTH_PYTHON"}
    assert {name for name in done.stdout.split() if not name.lstrip("_").startswith("PYTHON")} <= itself


def test_what_python_reads_at_a_start_asks_for_a_real_one() -> None:
    for name in ("PYTHONPATH", "PYTHONHASHSEED", "LC_ALL", "TZ"):
        assert only_a_start_will_do({name: "x"})
    assert only_a_start_will_do({"LANG": "C"})
    assert not only_a_start_will_do({"LANG": "C.UTF-8", "PYTHONIOENCODING": "ascii", "TERM": "dumb", "COLUMNS": "5"})
