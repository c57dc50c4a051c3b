"""One case from the first worry to the summary in a file, in a real terminal: back twice, a stop in step 3, resumed."""

from pathlib import Path

import pytest

from meldcode.protocol import library
from tests.endtoend.test_walk import (
    ESCAPE,
    PASSPHRASE,
    SAVE,
    TICK_NONE,
    Sitting,
    begin,
    people,
    rest_of_step_one,
    signals,
)

PAGE_DOWN = "\x1b[6~"


def asked(question: str, language: str = "nl") -> str:
    """Return how a question is asked; its first words are enough to see it, also on a narrow screen."""
    text = library.protocol("onderwijs").questions[question].ask
    return text.en if language == "en" and text.en else text.nl


def pass_over(sitting: Sitting, question: str) -> None:
    sitting.see(asked(question))
    sitting.send(SAVE)


def two_steps(sitting: Sitting) -> None:
    """Walk through step 1 and step 2."""
    people(sitting)
    signals(sitting)
    rest_of_step_one(sitting)
    sitting.choose("Stap 1 is klaar", 1)
    sitting.choose(asked("collega"), 1)
    pass_over(sitting, "collega_advies")
    sitting.choose(asked("vt_advies"), 1)
    pass_over(sitting, "vt_advies_inhoud")
    sitting.choose("Stap 2 is klaar", 1)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.mark.parametrize("columns", [40, 80])
def test_a_pupil_of_eleven_who_does_not_want_to_go_home(vault: Path, tmp_path: Path, columns: int) -> None:
    first = begin(vault, columns=columns)
    two_steps(first)
    first.see(asked("gesprek"))
    first.send(ESCAPE)
    first.see(asked("vt_advies_inhoud"))
    first.send(ESCAPE)
    first.see("Eerder beantwoord: Ja")
    first.send("\r")
    first.choose("Stap 2 is klaar", 1)
    first.see(asked("gesprek"))
    first.send("\x03")
    assert first.end() == 130

    again = Sitting(vault, "resume", columns=columns)
    again.write("Wachtwoord van de kluis", PASSPHRASE)
    again.choose(asked("gesprek"), 1)
    again.see(asked("gesprek_verslag"))
    again.send(f"De ouders hoorden de zorg aan.{SAVE}")
    again.choose("Stap 3 is klaar", 1)
    again.choose(asked("vermoeden"), 3)
    again.see(asked("instrument"))
    again.send(TICK_NONE)
    pass_over(again, "weging")
    again.choose("Stap 4 is klaar", 1)
    again.choose(asked("veiligheid"), 3)
    again.see("Meld bij Veilig Thuis")
    again.send(PAGE_DOWN * 30 + "1\r")
    again.see("Het advies is: Meld bij Veilig Thuis")
    again.send("5\r")
    again.choose(asked("aankondiging"), 1)
    again.write(asked("melding_datum"), "2026-11-20")
    again.see("Einde van deze ronde")
    again.send("2\r")
    again.see("Waar moet het bestand komen?")
    again.send(f"\x15{tmp_path / 'samenvatting.txt'}\r")
    again.see("Alleen u kunt dit bestand lezen")
    again.send("\r")
    again.choose("Einde van deze ronde", 1)
    assert again.end() == 0

    summary = (tmp_path / "samenvatting.txt").read_text(encoding="utf-8")
    assert "Meld bij Veilig Thuis" in summary
    assert "Veilig Thuis Utrecht: 0800-2000" in summary
    assert "Łukasz € ü" in summary
    assert "De ouders hoorden de zorg aan." in summary
    assert "Controlecode: " in summary
    assert "meldcode show" in " ".join(again.normal().split())
    assert "ouders hoorden" not in again.normal()


def test_the_same_walk_in_english_in_plain_lines(vault: Path) -> None:
    sitting = Sitting(vault, "start", "--practice", "--plain", "--lang", "en", "--sector", "onderwijs", "-m", "Utrecht")
    lines = {
        asked("direct_gevaar", "en"): "no",
        asked("betrokkenen", "en"): "child",
        "How old is this person?": "11",
        "Is this the person you deal with": "yes",
        "child, 11 years old": "1",
        asked("pleger", "en"): "1",
        asked("signalen", "en"): "0",
        asked("beschermend", "en"): "",
        asked("thema", "en"): "0",
        "Step 1 is done": "1",
        asked("collega", "en"): "1",
        asked("collega_advies", "en"): "",
        asked("vt_advies", "en"): ":back",
    }
    for text, line in lines.items():
        sitting.write(text, line)
    for text, line in (
        (asked("collega_advies", "en"), ""),
        (asked("vt_advies", "en"), "1"),
        (asked("vt_advies_inhoud", "en"), ""),
        ("Step 2 is done", "1"),
        (asked("gesprek", "en"), "1"),
        (asked("gesprek_verslag", "en"), ""),
        ("Step 3 is done", "1"),
        (asked("vermoeden", "en"), "3"),
        (asked("instrument", "en"), "0"),
        (asked("weging", "en"), ""),
        ("Step 4 is done", "1"),
        (asked("veiligheid", "en"), "3"),
        ("Report to Veilig Thuis", "1"),
        (asked("besluit", "en"), "5"),
        (asked("aankondiging", "en"), "1"),
        (asked("melding_datum", "en"), "2026-11-20"),
        ("End of this round", "1"),
    ):
        sitting.write(text, line)

    assert sitting.end() == 0
    assert b"\x1b" not in sitting.output
