"""USR-04: dozens of ways in which a vault can fail, and not a word of what it holds on any stream or disk."""

from __future__ import annotations

import os
import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Closed, Noted
from meldcode.cli.errors import Exit
from meldcode.cli.run import run
from meldcode.text import say
from meldcode.vault import header
from tests.endtoend.made import ANSWERS, made_case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MARK = "GEHEIM7431"
PASSPHRASE = f"{MARK} lampion zeester kompas"
UNEXPECTED = say("nl", "cli.unexpected", where="").partition("(")[0]

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "half": lambda data: data[: len(data) // 2],
    "flipped": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "other": lambda data: b"\x1b]0;x\x07{" + data[::-1],
}
COMMANDS = (["list"], ["verify"])


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault with a case in which every text is the mark."""
    vault = tmp_path_factory.mktemp("stil") / "kluis"
    seen = [{"signal": "kind_4_12.vertelt_mishandeling", "seen": MARK, "meaning": MARK}]
    answers = {**ANSWERS, "signalen": seen, "weging": MARK, "beschermend": MARK}
    return vault, made_case(vault, PASSPHRASE, answers, more=[Noted(MARK), Closed(MARK)])


@pytest.fixture
def vault(sound: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, in a home of its own; what costs half a second is done once."""
    shutil.copytree(sound[0], tmp_path / "kluis")
    for name, value in {"HOME": tmp_path, "MELDCODE_VAULT": tmp_path / "kluis", "TMPDIR": tmp_path}.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(header, "derive", derived)
    return tmp_path / "kluis"


@cache
def derived(passphrase: bytes, parameters: header.Header) -> bytes:
    return DERIVE(passphrase, parameters)


DERIVE = header.derive


def ran(arguments: list[str], secret: str = PASSPHRASE) -> int:
    reading, writing = os.pipe()
    os.write(writing, f"{secret}\n".encode())
    os.close(writing)
    try:
        return run([*arguments, "--passphrase-fd", str(reading)])
    finally:
        os.close(reading)


def files(vault: Path) -> list[str]:
    names = sorted(path.relative_to(vault).as_posix() for path in vault.rglob("*") if path.is_file())
    return [name for name in names if not name.endswith(".slot")]


def test_no_damage_to_any_file_makes_a_command_say_what_is_in_it(
    vault: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    failures = 0
    for name in files(vault):
        good = (vault / name).read_bytes()
        for kind, damage in {**DAMAGE, "gone": None}.items():
            if damage is None:
                (vault / name).unlink()
            else:
                (vault / name).write_bytes(damage(good))
            for command in COMMANDS:
                code = ran(command)
                said = "".join(capfd.readouterr())
                assert MARK not in said, (name, kind, command)
                assert UNEXPECTED not in said, (name, kind, command, said)
                assert "\x1b" not in said, (name, kind, command)
                assert code in set(Exit), (name, kind, command)
                failures += code != Exit.FINE
            (vault / name).write_bytes(good)
    assert failures >= 40
    assert marked(vault.parent) == []


def marked(folder: Path) -> list[str]:
    """The files below a folder in which the mark stands."""
    return [str(path) for path in folder.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes()]


def test_nor_does_a_wrong_passphrase_a_lost_descriptor_or_a_place_that_cannot_be(
    vault: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ""
    for secret in (f"{MARK} nee", "", f"AGE-SECRET-KEY-1{MARK}", "\x1b[31m" + MARK, MARK * 500):
        assert ran(["list"], secret) == Exit.LOCKED
        said += "".join(capfd.readouterr())
    for number in ("-1", "999", str(10**20)):
        assert run(["list", "--passphrase-fd", number]) == Exit.USAGE
    for place in ("~niemand/kluis", "/proc/kluis", "/dev/null", "/dev/null/x", "x" * 5_000, "\x1b[31m"):
        monkeypatch.setenv("MELDCODE_VAULT", place)
        assert ran(["list"]) in set(Exit) - {Exit.FINE, Exit.FINDINGS}, place
    said += "".join(capfd.readouterr())
    assert MARK not in said
    assert UNEXPECTED not in said
    assert "\x1b" not in said
    assert marked(vault.parent) == []
