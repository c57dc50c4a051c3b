"""Completion for the shell tells commands, options and protocols, and never opens anything."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.program import Program


def completed(program: Program, *words: str) -> list[str]:
    asked = program.with_env(
        COMP_WORDS=" ".join(("meldcode", *words)), COMP_CWORD=str(len(words)), _MELDCODE_COMPLETE="complete_bash"
    )
    done = asked.run()
    assert (done.code, done.err) == (0, "")
    return done.out.split()


def test_commands_are_completed(program: Program) -> None:
    assert completed(program, "sta") == ["start"]
    assert completed(program, "protocol", "ex") == ["explain"]


def test_options_and_their_values_are_completed(program: Program) -> None:
    assert "--municipality" in completed(program, "start", "--")
    assert completed(program, "show", "7Q2MX4HK", "--format", "j") == ["json"]


def test_sectors_are_completed(program: Program) -> None:
    assert completed(program, "start", "--sector", "zorg-a") == ["zorg-acuut", "zorg-apotheek", "zorg-arts"]


@pytest.mark.parametrize("command", ["resume", "show", "note", "close", "shred", "handover", "export"])
def test_cases_are_never_completed_and_no_vault_is_looked_at(program: Program, command: str) -> None:
    """USR-03: the list of cases is for whoever has the passphrase."""
    vault = program.folder / "kluis"
    (vault / "zaken").mkdir(parents=True)
    (vault / "zaken" / "7Q2MX4HK.zaak").touch()
    assert completed(program.with_env(MELDCODE_VAULT=str(vault)), command, "7") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_its_shell_accepts(program: Program, shell: str) -> None:
    script = program.run("completion", shell)
    assert script.code == 0
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n"], input=script.out, text=True, check=True)


def test_another_shell_is_refused_with_the_ones_there_are(program: Program) -> None:
    done = program.run("completion", "tcsh")
    assert done.code == 2
    assert "bash, zsh, fish" in done.err
