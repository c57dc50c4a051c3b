"""USR-10: a session needs no network and opens no socket but the pair that asyncio makes for itself."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.endtoend import test_walk
from tests.safety.watched import NOT_ALLOWED
from tests.shared import ROOT

SCRIPT = Path(__file__).parent / "watched.py"
OWN_PAIR = f"socket.__new__ ({socket.AF_UNIX!r},)"


@pytest.fixture(scope="module", autouse=True)
def _allowed(tmp_path_factory: pytest.TempPathFactory) -> None:
    env = {"PYTHONPATH": f"{ROOT / 'src'}", "WATCHED": str(tmp_path_factory.mktemp("proef") / "sockets")}
    done = subprocess.run([sys.executable, str(SCRIPT), "--version"], env=env, capture_output=True, check=False)
    if done.returncode == NOT_ALLOWED:
        assert "CI" not in os.environ, "where the tests run there must be a network namespace to be had"
        pytest.skip("this system allows no network namespace")
    assert done.returncode == 0, done.stderr


@pytest.mark.unmeasured
def test_a_case_is_begun_filled_in_and_stopped_without_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = tmp_path / "sockets"
    monkeypatch.setattr(test_walk, "PROGRAM", SCRIPT)
    monkeypatch.setattr(test_walk.Sitting, "__init__", with_list(test_walk.Sitting.__init__, opened))
    sitting = test_walk.begin(tmp_path / "kluis")
    test_walk.people(sitting)
    test_walk.signals(sitting)
    sitting.see("Wat gaat er goed")
    sitting.send("\x03")
    assert sitting.end() == 130
    assert set(opened.read_text("utf-8").splitlines()) <= {f"socket.__new__ ({int(socket.AF_UNIX)},)", OWN_PAIR}


def with_list(begin: object, opened: Path) -> object:
    """Return how a sitting begins, with the file for the list added to its environment."""

    def started(self: test_walk.Sitting, *arguments: str, **options: object) -> None:
        begin(self, *arguments, WATCHED=str(opened), **options)  # type: ignore[operator]

    return started


def test_a_socket_that_is_opened_is_seen(tmp_path: Path) -> None:
    opened = tmp_path / "sockets"
    check = "import socket, sys; from pathlib import Path; from tests.safety.watched import watch\n"
    check += "watch(Path(sys.argv[1])); socket.socket(socket.AF_INET).close()"
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    subprocess.run([sys.executable, "-c", check, str(opened)], env={"PYTHONPATH": paths}, check=True)
    assert not set(opened.read_text("utf-8").splitlines()) <= {OWN_PAIR}
