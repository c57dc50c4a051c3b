"""Plain mode is equal for every command: in a terminal, asked for in each way, there is no escape byte.

A question ends with the end of the input.
"""

from __future__ import annotations

import json
import re
import shlex
from itertools import cycle

import pytest

from tests.cli.program import COMPLETE, Program
from tests.cli.test_help import commands
from tests.cli.warm import only_a_start_will_do
from tests.shared import ROOT
from tests.wizard.seat import Seat

GROUPS = {"", "vault", "vault recovery", "protocol", "train"}
ARGUMENTS = {
    "start": "-s onderwijs",
    "show": "7Q2MX4HK",
    "export": "7Q2MX4HK -o zaak.txt",
    "note": "7Q2MX4HK",
    "reopen": "7Q2MX4HK",
    "close": "7Q2MX4HK",
    "shred": "7Q2MX4HK",
    "handover": "7Q2MX4HK -o zaak.age",
    "receive": "zaak.age",
    "advise": "-a zaak.json",
    "help": "accessibility",
    "completion": "bash",
    "vault backup": "-o kluis.backup",
    "vault restore": "kluis.backup",
    "vault recovery add": "sleutel.txt",
    "vault recovery remove": "organisatie",
    "protocol show": "onderwijs --resolved",
    "protocol prove": "sport",
    "protocol graph": "sport",
    "protocol handbook": "sport -o handboek.html",
    "protocol check": "overlay.yaml",
    "protocol explain": "O03",
    "protocol schema": "overlay",
    "protocol diff": "sport overlay.yaml",
    "protocol impact": "sport overlay.yaml --cases zaak.json",
    "protocol test": "sport",
    "protocol walk": "sport --n 20",
    "protocol new": "-s sport -m Utrecht --owner X",
    "train new": "-s sport -t X",
    "train run": "-s sport",
    "train score": "uitslag.json",
    "train debrief": "uitslag.json -o nabespreking.html",
}
WAYS: tuple[tuple[str, dict[str, str]], ...] = (
    ("--plain", {"TERM": "xterm-256color", "LANG": "C.UTF-8"}),
    ("", {"TERM": "dumb", "LC_ALL": "C"}),
    ("", {"TERM": "xterm", "MELDCODE_PLAIN": "1", "PYTHONIOENCODING": "cp1252"}),
    ("", {"TERM": "xterm", "ACCESSIBLE": "1", "PYTHONIOENCODING": "ascii"}),
    ("--plain --lang en", {"TERM": "xterm-256color", "NO_COLOR": "1"}),
)
"""The ways to ask for plain lines, each with a terminal that shows less; every command gets one of them in turn."""

END = "\x04"
PATIENCE = 200
"""How often it is looked whether more comes."""

LINES = [" ".join(command) for command in commands() if " ".join(command) not in GROUPS]
CASES = [pytest.param(line, *way, id=line) for line, way in zip([*LINES, ""], cycle(WAYS), strict=False)]


class Unechoed(Seat):
    """What comes back is what the program wrote, and nothing that was typed."""

    ECHO = False


@pytest.fixture
def terminal(program: Program) -> Program:
    program.file("zaak.json", json.dumps(COMPLETE))
    program.file("overlay.yaml", (ROOT / "examples" / "gemeente-voorbeeldstad" / "overlay.yaml").read_bytes())
    return program


def typed_end(program: Program, line: str, env: dict[str, str]) -> bytes:
    """Return every byte that a run in a terminal of 40 columns writes when its input ends at once."""
    more = {"FORCE_COLOR": "1", "COLUMNS": "40", "MELDCODE_VAULT": str(program.folder / "kluis")}
    env = program.env | more | env
    fresh = only_a_start_will_do({name: env[name] for name in env if name.startswith("L")})
    seat = Unechoed(["-m", "meldcode", *shlex.split(line)], (24, 40), env, folder=program.folder, fresh=fresh)
    written = b""
    quiet = 0
    while quiet < PATIENCE and (part := seat.read(timeout=0.3)) is not None:
        written += part
        if not part:  # it asks; whoever asks for a secret drops what was typed before
            quiet += 1
            seat.send(END)
    seat.close()
    assert seat.exitstatus is not None, "it ended by itself"
    return written


@pytest.mark.parametrize(("line", "option", "env"), CASES)
def test_no_command_writes_an_escape_byte_in_plain_mode(
    terminal: Program, line: str, option: str, env: dict[str, str]
) -> None:
    written = typed_end(terminal, f"{line} {ARGUMENTS.get(line, '')} {option}", env)
    assert written.strip(), "it says something"
    assert not re.search(rb"[\x00-\x07\x0b\x0c\x0e-\x1f\x7f]", written)
    assert b"Traceback" not in written
    if env.get("PYTHONIOENCODING") == "ascii":
        assert written.isascii()


def test_every_argument_in_the_table_is_of_a_command() -> None:
    assert set(ARGUMENTS) <= set(LINES)
