"""DUR-03 in a real terminal: the disk is full at an answer, and then it is not."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

import pytest

from tests.endtoend.test_walk import begin, case_code, people, vault_output

if TYPE_CHECKING:
    from pathlib import Path

    from tests.endtoend.test_walk import Sitting

pytestmark = pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux lets others set a limit")


def room(sitting: Sitting, most: int) -> None:
    """Let the program write files of at most so many bytes."""
    resource.prlimit(sitting.program.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


@pytest.mark.parametrize("columns", [40, 80])
def test_an_answer_on_a_full_disk_is_said_not_to_be_stored_and_can_be_given_again(tmp_path: Path, columns: int) -> None:
    vault = tmp_path / "kluis"
    sitting = begin(vault, columns=columns)
    people(sitting)
    sitting.see("Wie veroorzaakt misschien het geweld")
    room(sitting, 64)
    sitting.send("1\r")
    sitting.see("niet bewaard")
    assert "Iemand uit de huiselijke kring" in " ".join(sitting.screen().split())
    sitting.choose("Dit is niet bewaard", 1)
    sitting.see("Dit is niet bewaard")

    room(sitting, resource.RLIM_INFINITY)
    sitting.choose("Dit is niet bewaard", 1)
    sitting.see("Welke signalen heeft u gezien of gehoord?")
    sitting.send("\x03")
    assert sitting.end() == 130
    assert "Traceback" not in sitting.normal()
    assert "volledig" in vault_output(vault, "verify")
    assert "huiselijke kring" in vault_output(vault, "show", case_code(vault)).lower()


def test_stopping_while_the_disk_is_full_ends_with_exit_code_7_and_keeps_what_was_stored(tmp_path: Path) -> None:
    vault = tmp_path / "kluis"
    sitting = begin(vault)
    people(sitting)
    sitting.see("Wie veroorzaakt misschien het geweld")
    room(sitting, 64)
    sitting.send("1\r")
    sitting.choose("Dit is niet bewaard", 2)

    assert sitting.end() == 7
    assert "kind, 11 jaar" in vault_output(vault, "show", case_code(vault))
    assert "volledig" in vault_output(vault, "verify")
