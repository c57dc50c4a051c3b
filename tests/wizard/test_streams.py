"""Plain mode on the standard streams: every encoding, every way to fail, and secrets."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from meldcode.wizard.prompter import Asked, Command, Written
from tests.shared import ROOT

PROGRAM = """
import sys
from meldcode.wizard.plain import Plain
from tests.wizard.pages import CONSULTED, FACTS, PASSPHRASE, ROLE
plain = Plain("nl")
replies = [plain.ask(page) for page in (CONSULTED, {page})]
plain.close()
sys.stderr.write(ascii(replies[1]))
sys.stderr.flush()
import os
os._exit(7)
"""


def run(page: str, given: bytes, out: int = subprocess.PIPE, **environment: str) -> tuple[bytes, str]:
    env = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))} | environment
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(page=page)],
        input=given,
        stdout=out,
        stderr=subprocess.PIPE,
        env=env,
        timeout=20,
        check=False,
    )
    assert done.returncode == 7, done.stderr.decode()
    return done.stdout, done.stderr.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_standard_streams_of_every_encoding(encoding: str) -> None:
    said, reply = run("ROLE", b"1\ncaf\xff\n", PYTHONIOENCODING=encoding)
    assert b"\x1b" not in said
    assert b"Direct gevaar: 112" in said
    assert reply == ascii(Written("caf\xff" if encoding == "latin-1" else "caf\udcff"))


def test_a_secret_through_a_pipe() -> None:
    said, reply = run("PASSPHRASE", b"1\ngeheim\n", PYTHONUTF8="1")
    assert reply == ascii(Written("geheim"))
    assert b"Let op" in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk_is_no_traceback() -> None:
    with Path("/dev/full").open("wb") as full:
        _, reply = run("ROLE", b"1\nx\n", out=full.fileno())
    assert reply == ascii(Asked(Command.PAUSE, Written("")))


def test_a_closed_pipe_is_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    _, reply = run("ROLE", b"1\nx\n", out=writing)
    os.close(writing)
    assert reply == ascii(Asked(Command.PAUSE, Written("")))


@pytest.fixture
def in_terminal() -> Callable[[str], pexpect.spawn]:
    def start(page: str) -> pexpect.spawn:
        env = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))), "PYTHONUTF8": "1", "TERM": "xterm"}
        return pexpect.spawn(
            sys.executable, ["-c", PROGRAM.format(page=page)], env=env, dimensions=(24, 40), timeout=10
        )

    return start


def test_in_a_terminal_there_is_no_escape_and_a_secret_is_not_echoed(
    in_terminal: Callable[[str], pexpect.spawn],
) -> None:
    program = in_terminal("PASSPHRASE")
    program.expect("dan Enter:\r\n")
    seen = program.before
    program.sendline("1")
    program.expect("typt:\r\n")
    seen += program.before
    program.waitnoecho()
    program.sendline("geheim")
    program.expect("Written")
    seen += program.before
    assert b"\x1b" not in seen
    assert b"geheim" not in seen
    program.close()


def test_a_secret_from_a_pipe_is_not_asked_from_the_terminal() -> None:
    env = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))), "PYTHONUTF8": "1", "TERM": "xterm"}
    command = 'printf "1\\ngeheim\\n" | "$@"'
    arguments = ["-c", command, "sh", sys.executable, "-c", PROGRAM.format(page="PASSPHRASE")]
    program = pexpect.spawn("sh", arguments, env=env, timeout=10)
    program.expect_exact("Written(text='geheim')")
    program.close()


@pytest.mark.parametrize(("key", "command"), [("\x03", "INTERRUPT"), ("\x04", "PAUSE")])
@pytest.mark.parametrize("page", ["ROLE", "PASSPHRASE"])
def test_control_c_and_control_d_in_a_terminal(
    in_terminal: Callable[[str], pexpect.spawn], page: str, key: str, command: str
) -> None:
    program = in_terminal(page)
    program.expect("dan Enter:\r\n")
    program.sendline("1")
    program.expect("antwoord, en dan Enter:\r\n" if page == "ROLE" else "typt:\r\n")
    if page == "PASSPHRASE":
        program.waitnoecho()
    program.send(key)
    program.expect(f"Command.{command}")
    program.close()
