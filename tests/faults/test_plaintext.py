"""ENC-01: a whole life of a case, and not a word of it anywhere but in the vault and in the files that were asked for.

Two ways of looking: every file that is there afterwards, and every file that was ever opened to be written, so that a
temporary file which is gone again (of typst, of python-docx) does not escape.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Noted
from meldcode.vault.age import Key
from meldcode.vault.codes import fingerprint
from tests.endtoend.made import ANSWERS, made_case
from tests.endtoend.test_handover import receiving_key
from tests.endtoend.test_walk import PASSPHRASE, PROGRAM, SAVE, TICK_FIRST, Sitting
from tests.faults.strace import require_strace
from tests.shared import python_path
from tests.vault.helpers import environment

if TYPE_CHECKING:
    from pathlib import Path

MARK = "MERKTEKEN7431"
FORMS = ("html", "pdf", "docx", "csv", "json", "md", "text")
PLACES = ("thuis", "tijdelijk", "xdg", "collega")
DEVICES = ("/dev/", "/proc/", "/sys/")
_OPENED = re.compile(r'^\d+ +(?:open\(|openat\([^"]*)"([^"]*)", [^)]*O_(?:WRONLY|RDWR)')
_MADE = re.compile(r'^\d+ +(?:creat|mkdir|mkdirat|memfd_create)\([^"]*"([^"]*)"')
_MOVED = re.compile(r'^\d+ +rename\w*\(.*"([^"]*)"[^"]*$')
_EMPTY = re.compile(r"(tmp)?[a-z0-9_]{8}")
"""What Python's `tempfile` makes at the top of the folder for temporary files: a try whether it can be written (four
letters), and the empty folder that typst is given to read from."""
_OURS = re.compile(r"\.?[\w.]+\.(age|zaak|json|new)|\.slot")


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A home with a vault in which every text is the mark, a colleague, and folders for what is temporary or asked."""
    for name in (*PLACES, "gevraagd"):
        (tmp_path / name).mkdir()
    seen = [{"signal": "kind_4_12.vertelt_mishandeling", "seen": MARK, "meaning": MARK}]
    answers = {**ANSWERS, "signalen": seen, "weging": MARK, "beschermend": MARK}
    made_case(tmp_path / "thuis" / "kluis", PASSPHRASE, answers, more=[Noted(MARK)])
    made_case(tmp_path / "collega" / "kluis", PASSPHRASE)
    return tmp_path


def places(world: Path) -> dict[str, str]:
    names = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
    return {"TMPDIR": str(world / "tijdelijk"), "HOME": str(world / "thuis")} | dict.fromkeys(names, str(world / "xdg"))


def written(world: Path, *arguments: str) -> set[str]:
    """Run a command and give every path that it opened to write, made or moved to."""
    log = world / "calls.log"
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n".encode())
    os.close(writing)
    command = ["strace", "-f", "-qq", "-s", "4096", "-o", str(log)]
    command += ["-e", "trace=open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,memfd_create"]
    command += [sys.executable, str(PROGRAM), *arguments, "--passphrase-fd", str(reading)]
    env = environment() | {"PYTHONPATH": python_path(), "MELDCODE_VAULT": str(world / "thuis/kluis")} | places(world)
    done = subprocess.run(command, env=env, pass_fds=[reading], capture_output=True, text=True, check=False)
    os.close(reading)
    assert done.returncode == 0, done.stderr
    lines = log.read_text("utf-8", "replace").splitlines()
    log.unlink()
    found = (form.search(line) for line in lines if " = -1 " not in line for form in (_OPENED, _MADE, _MOVED))
    return {match[1] for match in found if match}


def commands(world: Path, code: str, key: str) -> list[tuple[str, ...]]:
    asked = str(world / "gevraagd")
    export = [("export", code, "--audit", "--output", f"{asked}/zaak.{form}", "--format", form) for form in FORMS]
    sealed = [("export", code, "--output", f"{asked}/dicht.{form}", "--to", key) for form in ("pdf", "docx")]
    return [
        *export,
        *sealed,
        ("export", "--all", "--statistics", "--output", f"{asked}/telling.csv"),
        ("show", code, "--output", f"{asked}/overzicht.txt"),
        ("vault", "backup", "--output", f"{asked}/reserve.tar"),
        ("vault", "info"),
        ("list", "--all"),
        ("agenda",),
        ("verify",),
    ]


def hits(folder: Path) -> list[str]:
    """The files in which a word of the case stands: the mark, the sector or the municipality."""
    words = (MARK.encode(), b"onderwijs", b"Utrecht", "\ufeff".join(MARK).encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path) for path in files if any(word in path.read_bytes() for word in words)]


@pytest.mark.unmeasured
def test_no_command_opens_any_file_to_write_but_the_vault_and_what_was_asked_for(world: Path) -> None:
    require_strace()
    vault, asked, temporary = world / "thuis/kluis", world / "gevraagd", world / "tijdelijk"
    (code,) = [path.stem for path in (vault / "zaken").iterdir()]
    for command in commands(world, code, Key.generate().recipient):
        paths = written(world, *command)
        # Inside a folder of the vault names are given without their folder.
        inside = {path for path in paths if not path.startswith("/")}
        allowed = (*DEVICES, f"{asked}/", f"{vault}/")
        outside = {path for path in paths - inside if not path.startswith(allowed)}
        assert [path for path in inside if not _OURS.fullmatch(path)] == [], command
        empty = {path for path in outside if _EMPTY.fullmatch(path.removeprefix(f"{temporary}/"))}
        assert outside == empty, command
        assert any(path.startswith(f"{asked}/") for path in paths) == ("--output" in command), "what is written is seen"
    assert len(hits(asked)) >= len(FORMS) - 2, "pdf and docx are packed"
    assert hits(world / "thuis") + hits(world / "tijdelijk") + hits(world / "xdg") == []


def test_after_handing_over_receiving_noting_and_practising_no_word_is_left_anywhere(world: Path) -> None:
    vault, colleague, asked = world / "thuis/kluis", world / "collega/kluis", world / "gevraagd"
    (code,) = [path.stem for path in (vault / "zaken").iterdir()]
    env = {name: value for name, value in places(world).items() if name != "HOME"}
    note = Sitting(vault, "note", code, columns=80, rows=40, fresh=False, **env)
    note.write("Wachtwoord van de kluis", PASSPHRASE)
    note.see("Notitie")
    note.send(f"{MARK}{SAVE}")
    assert note.end() == 0
    handed_over(vault, code, receiving_key(colleague), asked / "zaak.age", env)
    taking = Sitting(colleague, "receive", str(asked / "zaak.age"), columns=80, rows=40, fresh=False, **env)
    taking.write("Wachtwoord van de kluis", PASSPHRASE)
    taking.choose("Controlecode", 1)
    assert taking.end() == 0
    practise(world, env)

    assert (colleague / "zaken" / f"{code}.zaak").exists()
    assert [path for place in PLACES for path in hits(world / place)] == []
    left = {path.name for place in PLACES for path in (world / place).iterdir()}
    assert left == {"kluis"}
    assert MARK in next(asked.glob("oefening*")).read_text("utf-8")


def handed_over(vault: Path, code: str, key: str, file: Path, env: dict[str, str]) -> None:
    sitting = Sitting(
        vault, "handover", code, "--to", key, "--output", str(file), columns=80, rows=40, fresh=False, **env
    )
    sitting.write("Wachtwoord van de kluis", PASSPHRASE)
    shown, _, last = fingerprint(key).rpartition("-")
    sitting.see(shown)
    sitting.write("Is dit de sleutel van uw collega?", last)
    assert sitting.end() == 0


def practise(world: Path, env: dict[str, str]) -> None:
    """Begin an exercise, say the mark in it, and stop; its result is a file that was asked for."""
    result = world / "gevraagd" / "oefening.jsonl"
    sitting = Sitting(
        world / "thuis/kluis",
        "train",
        "run",
        "brood-zonder-beleg",
        "--result",
        str(result),
        columns=80,
        rows=40,
        fresh=False,
        **env,
    )
    sitting.see("Brood zonder beleg")
    sitting.send("\x1b[6~" * 30 + "\r")
    sitting.choose("direct gevaar", 1)
    sitting.choose("Om welke leerling of student gaat het", 2)
    sitting.write("Hoe oud is deze persoon?", "8")
    sitting.choose("Is dit de persoon met wie u beroepsmatig te maken heeft?", 1)
    sitting.choose("kind, 8 jaar", 1)
    sitting.choose("Wie veroorzaakt misschien het geweld", 1)
    sitting.see("Welke signalen heeft u gezien of gehoord?")
    sitting.send(TICK_FIRST)
    sitting.see("Wat zag of hoorde u?")
    sitting.send(TICK_FIRST)
    sitting.see("Wat is er precies gezien of gehoord?")
    sitting.send(f"{MARK}{SAVE}")
    sitting.choose("Hoe weet u dit?", 1)
    sitting.send("\x03")
    assert sitting.end() in (0, 130)
