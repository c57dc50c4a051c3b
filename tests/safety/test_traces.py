"""USR-02, USR-03, ENC-04: what stays on a screen, in a list of processes or in a history when someone looks."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer

from meldcode.cli.app import app
from tests.endtoend.made import ANSWERS, made_case
from tests.endtoend.test_walk import OVERVIEW, PASSPHRASE, Sitting, vault_output
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "GEHEIM-7431"
LEAVE, NOTE = "\x18", "\x1bOR"
SOURCES = sorted((ROOT / "src").rglob("*.py"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault with a case that stands at its first text."""
    vault = tmp_path_factory.mktemp("sporen") / "kluis"
    return vault, made_case(vault, PASSPHRASE, {name: ANSWERS[name] for name in list(ANSWERS)[:4]})


def at_text(vault: Path, code: str) -> Sitting:
    """Go on with the case and begin to write a note; a start of its own has a line of its own in the processes."""
    sitting = Sitting(vault, "resume", code, fresh=True)
    sitting.write("Wachtwoord", PASSPHRASE)
    sitting.see("Stap")
    sitting.send(NOTE)
    sitting.see("Notitie")
    sitting.send(MARK)
    sitting.see(MARK)
    return sitting


@pytest.mark.parametrize("way", [LEAVE, signal.SIGHUP], ids=["weg", "SIGHUP"])
def test_whatever_ends_it_no_answer_stays_on_the_screen_and_what_was_typed_is_kept(
    kept: tuple[Path, str], way: str | signal.Signals
) -> None:
    vault, code = kept
    sitting = at_text(vault, code)
    in_no_list_of_processes(sitting)
    if isinstance(way, str):
        sitting.send(way)
    else:
        sitting.program.kill(way)
    assert sitting.end() == 0
    shown = sitting.normal()
    assert MARK not in shown
    assert b"\x1b]" not in sitting.output
    assert isinstance(way, signal.Signals) or "meldcode" not in shown
    assert MARK in vault_output(vault, "show", code)


@pytest.mark.parametrize("page", ["wachtwoord", "overzicht"])
def test_the_quick_exit_needs_no_second_key_on_any_kind_of_page(kept: tuple[Path, str], page: str) -> None:
    vault, code = kept
    sitting = Sitting(vault, "resume", code)
    sitting.see("Wachtwoord")
    if page != "wachtwoord":
        sitting.send(f"{PASSPHRASE}\r")
        sitting.see("Stap")
    if page == "overzicht":
        sitting.send(OVERVIEW)
        sitting.see("Overzicht")
    sitting.send(LEAVE)
    assert sitting.end() in (0, 130)
    assert "meldcode" not in sitting.normal()


def in_no_list_of_processes(sitting: Sitting) -> None:
    """Hold what others on this machine can see of the running program to it: no passphrase and no answer (ENC-04)."""
    names = ("cmdline", "environ", "comm", "status")
    seen = b"".join((Path("/proc") / str(sitting.program.pid) / name).read_bytes() for name in names)
    assert b"resume" in seen
    assert PASSPHRASE.split()[0].encode() not in seen
    assert MARK.encode() not in seen


def parameters(command: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a private class of the library
    for each in command.params:
        yield command.name, each
    for inner in getattr(command, "commands", {}).values():
        yield from parameters(inner)


def test_no_option_takes_a_text_about_someone_or_a_secret() -> None:
    """What is typed after a command stays in the history of the shell and in every list of processes."""
    named = {each.name for _, each in parameters(typer.main.get_command(app))}
    assert not named & {"note", "text", "reason", "passphrase", "password", "wachtwoord", "answer", "recovery"}


def test_there_is_no_completion_that_could_show_cases() -> None:
    options = {option for _, each in parameters(typer.main.get_command(app)) for option in getattr(each, "opts", ())}
    assert not {option for option in options if "completion" in option}


def test_only_these_names_of_the_environment_are_read() -> None:
    read = set(re.findall(r'"(MELDCODE_[A-Z_]+)"', "\n".join(path.read_text("utf-8") for path in SOURCES)))
    assert read == {"MELDCODE_LANG", "MELDCODE_PLAIN", "MELDCODE_VAULT", "MELDCODE_CONFIG"}
    assert not {name for name in os.environ if "PASSPHRASE" in name and name.startswith("MELDCODE")}
