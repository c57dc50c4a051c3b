"""A case with an overlay in a real terminal: at 40 and 80 columns, plain, in English, stopped and resumed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.overlays import TIGHTER, overlay
from tests.endtoend.test_walk import PASSPHRASE, SAVE, TICK_NONE, Sitting, begin, people
from tests.endtoend.test_whole_walk import asked
from tests.examples.folders import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = EXAMPLES / "gemeente-voorbeeldstad" / "overlay.yaml"
OWNER = "Gemeente Voorbeeldstad"
LOCAL_HELP = "Kent u niemand om mee te overleggen?"
LOCAL_QUESTION = "Is het gezin in het laatste jaar naar Voorbeeldstad verhuisd?"


def to_step_two(sitting: Sitting) -> None:
    """Answer the questions of step 1, up to the first of step 2."""
    people(sitting)
    sitting.choose(asked("pleger"), 1)
    sitting.see(asked("signalen"))
    sitting.send(TICK_NONE)
    sitting.see(asked("beschermend"))
    sitting.send(SAVE)
    sitting.see(asked("thema"))
    sitting.send(TICK_NONE)
    sitting.choose("Stap 1 is klaar", 1)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.mark.parametrize("columns", [40, 80])
def test_the_owner_the_local_help_and_the_local_question_are_on_the_screen(vault: Path, columns: int) -> None:
    options = ("start", "--practice", "--sector", "onderwijs", "-m", "Utrecht", "--overlay", str(EXAMPLE))
    sitting = Sitting(vault, *options, columns=columns, rows=60)
    sitting.choose("Is er op dit moment direct gevaar voor iemand?", 1)
    sitting.see(f"aangepast door {OWNER}")
    to_step_two(sitting)
    page = " ".join(sitting.see(asked("collega")).split())
    assert f"{OWNER}: {LOCAL_HELP}" in page
    assert all(len(row) <= columns for row in sitting.screen().splitlines())
    sitting.choose(asked("collega"), 1)
    sitting.see(asked("collega_advies"))
    sitting.send(SAVE)
    page = sitting.see(LOCAL_QUESTION)
    assert all(len(row) <= columns for row in page.splitlines())
    sitting.send("\x04")
    assert sitting.end() == 0


def test_in_plain_lines_in_english_the_overlay_says_the_same(vault: Path) -> None:
    options = ("start", "--practice", "--plain", "--lang", "en", "--sector", "onderwijs", "-m", "Utrecht")
    sitting = Sitting(vault, *options, "--overlay", str(EXAMPLE))
    for text, line in (
        (asked("direct_gevaar", "en"), "1"),
        (asked("betrokkenen", "en"), "child"),
        ("How old is this person?", "8"),
        ("Is this the person you deal with", "1"),
        ("child, 8 years old", "1"),
        (asked("pleger", "en"), "1"),
        (asked("signalen", "en"), "0"),
        (asked("beschermend", "en"), ""),
        (asked("thema", "en"), "0"),
        ("Step 1 is done", "1"),
    ):
        sitting.see(text)
        sitting.send(f"{line}\r")
    sitting.see("Do you know nobody to consult?")
    shown = " ".join(sitting.normal().split())
    assert f"adapted by {OWNER}" in shown
    assert f"{OWNER}: Do you know nobody to consult?" in shown
    sitting.send("1\r")
    sitting.see(asked("collega_advies", "en"))
    sitting.send("\r")
    sitting.see("Did the family move to Voorbeeldstad in the last year?")
    sitting.send(":pause\r")
    assert sitting.end() == 0
    assert b"\x1b" not in sitting.output


def test_a_broken_overlay_of_this_machine_is_told_and_the_case_goes_on_with_the_national_protocol(
    vault: Path, tmp_path: Path
) -> None:
    place = tmp_path / ".config" / "meldcode" / "overlays" / "stuk.yaml"
    place.parent.mkdir(parents=True)
    place.write_text(overlay("stuk", TIGHTER, base="9.0.0"), encoding="utf-8")
    sitting = Sitting(vault, "start", "--practice", "--sector", "onderwijs", "-m", "Utrecht")
    sitting.choose("Is er op dit moment direct gevaar voor iemand?", 1)
    page = " ".join(sitting.see("Een lokale aanpassing is weggelaten").split())
    assert "overlays/stuk.yaml" in page
    assert str(tmp_path) not in page
    sitting.send("\r")
    page = sitting.see("Om welke leerling of student gaat het")
    assert "aangepast door" not in page
    sitting.send("\x04")
    assert sitting.end() == 0


def test_a_given_overlay_that_is_refused_ends_the_sitting_with_its_findings(vault: Path, tmp_path: Path) -> None:
    broken = tmp_path / "stuk.yaml"
    broken.write_text(overlay("stuk", TIGHTER, base="9.0.0"), encoding="utf-8")
    sitting = Sitting(vault, "start", "--practice", "--sector", "onderwijs", "-m", "Utrecht", "--overlay", str(broken))
    sitting.choose("Is er op dit moment direct gevaar voor iemand?", 1)
    assert sitting.end() == 4
    assert "O11" in sitting.normal()


def test_a_kept_case_keeps_its_overlay_when_the_file_is_gone(vault: Path, tmp_path: Path) -> None:
    place = tmp_path / ".config" / "meldcode" / "overlays" / "gemeente"
    shutil.copytree(EXAMPLE.parent, place)
    sitting = begin(vault)
    assert f"aangepast door {OWNER}" in " ".join(sitting.screen().split())
    to_step_two(sitting)
    sitting.see(LOCAL_HELP)
    sitting.send("\x04")
    assert sitting.end() == 0
    shutil.rmtree(place)

    again = Sitting(vault, "resume")
    again.write("Wachtwoord van de kluis", PASSPHRASE)
    again.see(LOCAL_HELP)
    assert f"aangepast door {OWNER}" in " ".join(again.screen().split())
    again.send("1\r")
    again.see(asked("collega_advies"))
    again.send(SAVE)
    again.see(LOCAL_QUESTION)
    again.send("\x04")
    assert again.end() == 0
