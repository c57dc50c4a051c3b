"""The way to one's protocol in a real terminal: in two questions the first time, in one the next time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.endtoend.made import made_case
from tests.endtoend.test_walk import ESCAPE, PASSPHRASE, Sitting, case_code, vault_output

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.mark.parametrize("columns", [40, 80])
def test_the_first_case_asks_workplace_work_and_municipality_and_the_second_offers_them(
    vault: Path, columns: int
) -> None:
    first = Sitting(vault, "start", columns=columns)
    first.choose("Is er op dit moment direct gevaar voor iemand?", 1)
    page = first.see("Waar werkt u?")
    assert "vorige keer" not in page
    first.send("6\r")
    first.see("Wat is daar uw werk?")
    first.send(ESCAPE)
    first.see("Waar werkt u?")
    first.send("6\r")
    first.see("Wat is daar uw werk?")
    first.send("1\r")
    first.write("In welke gemeente speelt dit?", "Utrecht")
    first.choose("Een kluis voor uw zaken", 2)
    first.write("Kies een wachtwoord", PASSPHRASE)
    first.write("Typ het wachtwoord nog een keer", PASSPHRASE)
    group = re.findall(r"^\s*([A-Z0-9]{6})\s*$", first.see("Ik heb de code opgeschreven"), re.MULTILINE)[-1]
    first.send("1\r")
    first.write("Typ de laatste groep van de herstelcode over", group)
    first.see("Om welke leerling of student gaat het")
    first.send("\x03")
    assert first.end() == 130
    code = case_code(vault)

    second = Sitting(vault, "start", columns=columns)
    second.choose("Is er op dit moment direct gevaar voor iemand?", 1)
    second.write("Wachtwoord van de kluis", PASSPHRASE)
    second.see("Zoals de vorige keer: Onderwijs")
    second.choose("Waar werkt u?", 1)
    second.see("In welke gemeente speelt dit?")
    second.choose("Een andere gemeente", 1)
    second.see("Om welke leerling of student gaat het")
    second.send("\x03")
    assert second.end() == 130

    for each in {line.split()[0] for line in vault_output(vault, "list").splitlines()} - {code}:
        shown = vault_output(vault, "show", each)
        assert "Protocol: Onderwijs" in shown
        assert "Gemeente: Utrecht" in shown


def test_a_wrong_choice_of_work_is_undone_with_esc_at_the_municipality(vault: Path) -> None:
    sitting = Sitting(vault, "start", "--practice")
    sitting.choose("Is er op dit moment direct gevaar voor iemand?", 1)
    sitting.choose("Waar werkt u?", 6)
    sitting.choose("Wat is daar uw werk?", 1)
    sitting.see("In welke gemeente speelt dit?")
    sitting.send(ESCAPE)
    sitting.choose("Waar werkt u?", 11)
    sitting.choose("Wat is daar uw werk?", 1)
    sitting.write("In welke gemeente speelt dit?", "Utrecht")
    sitting.see("Om welke sporter gaat het")
    sitting.send("\x03")
    assert sitting.end() == 130


def test_an_exercise_remembers_nothing_and_does_not_ask_for_the_vault(vault: Path) -> None:
    made_case(vault, PASSPHRASE)
    sitting = Sitting(vault, "start", "--practice")
    sitting.choose("Is er op dit moment direct gevaar voor iemand?", 1)
    assert "vorige keer" not in sitting.see("Waar werkt u?")
    sitting.send("6\r")
    sitting.choose("Wat is daar uw werk?", 1)
    sitting.see("Dan ziet u welke regio van Veilig Thuis erbij hoort.")
    sitting.send("\x03")
    assert sitting.end() == 130
    assert "Utrecht" not in sitting.without_alternate()


def test_in_plain_lines_in_english_the_last_time_is_the_first_choice(vault: Path) -> None:
    made_case(vault, PASSPHRASE)
    sitting = Sitting(vault, "start", "--plain", "--lang", "en", columns=40)
    for text, line in (
        ("Is anyone in immediate danger", "1"),
        ("Passphrase of the vault", PASSPHRASE),
        ("1. As last time: Education", "1"),
        ("1. Utrecht", "Utrecht"),
        ("No names, only roles and ages.", ":pause"),
    ):
        sitting.write(text, line)
    assert sitting.end() == 0
    assert b"\x1b" not in sitting.output
    assert PASSPHRASE not in sitting.normal()


def test_interrupted_before_there_is_a_case_nothing_is_made(vault: Path) -> None:
    sitting = Sitting(vault, "start")
    sitting.choose("Is er op dit moment direct gevaar voor iemand?", 1)
    sitting.see("Waar werkt u?")
    sitting.send("\x03")
    assert sitting.end() == 130
    assert "Er is nog geen zaak gemaakt." in sitting.normal()
    assert not vault.exists()


@pytest.mark.parametrize("command", ["list", "resume", "agenda"])
def test_without_a_vault_no_passphrase_is_asked(vault: Path, command: str) -> None:
    sitting = Sitting(vault, command)
    sitting.see("Er is nog geen kluis")
    assert sitting.end() != 0
