"""An exercise in a real terminal: the whole of it, stopping and going on, a full disk, and in plain lines."""

from __future__ import annotations

import json
import resource
import stat
from typing import TYPE_CHECKING

import pytest

from meldcode.protocol import library
from meldcode.training.attempt_file import ResultFile
from meldcode.training.narrator import STORY
from meldcode.wizard.prompter import Asked, Chosen, Command
from tests.endtoend.test_walk import EMERGENCY_PAGE, ESCAPE, SAVE, TICK_FIRST, TICK_NONE, Sitting
from tests.training.walking import Participant, Walk, stopping

if TYPE_CHECKING:
    from pathlib import Path

PAGE_DOWN = "\x1b[6~"
EXERCISE = "brood-zonder-beleg"


def asked(question: str, language: str = "nl") -> str:
    text = library.protocol("onderwijs").questions[question].ask
    return text.en if language == "en" and text.en else text.nl


def begin(folder: Path, *options: str, columns: int = 80, rows: int = 40) -> Sitting:
    """Sit down at the exercise, with the result in a file."""
    arguments = ("train", "run", EXERCISE, "--result", str(folder / "uitslag.jsonl"), *options)
    return Sitting(folder / "kluis", *arguments, columns=columns, rows=rows)


def read_on(sitting: Sitting, text: str) -> None:
    sitting.see(text)
    sitting.send("\r")


def read_to_the_end(sitting: Sitting, text: str) -> None:
    sitting.see(text)
    sitting.send(PAGE_DOWN * 30 + "\r")


def step_one(sitting: Sitting) -> None:
    read_to_the_end(sitting, "Brood zonder beleg")
    sitting.choose(asked("direct_gevaar"), 1)
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
    sitting.send(f"Dat is duidelijk verwaarlozing.{SAVE}")
    sitting.choose("Hoe weet u dit?", 1)
    sitting.write("Wanneer was dat?", "2026-11-20")
    sitting.see("Wat kan het betekenen?")
    sitting.send(SAVE)
    sitting.see("Wat gaat er goed")
    sitting.send(SAVE)
    sitting.see("Denkt u aan een van deze bijzondere vormen")
    sitting.send(TICK_NONE)


def after_new_facts(sitting: Sitting) -> None:
    """Weigh again, as unsafe, and report."""
    sitting.choose(asked("direct_gevaar"), 1)
    sitting.choose("Stap 1 is klaar", 1)
    sitting.choose(asked("vermoeden"), 3)
    sitting.see(asked("instrument"))
    sitting.send(TICK_NONE)
    sitting.see(asked("weging"))
    sitting.send(SAVE)
    sitting.choose("Stap 4 is klaar", 1)
    sitting.choose(asked("veiligheid"), 3)
    sitting.see("Meld bij Veilig Thuis")
    sitting.send(PAGE_DOWN * 30 + "1\r")
    sitting.see("Het advies is: Meld bij Veilig Thuis")
    sitting.send("5\r")
    sitting.choose(asked("aankondiging"), 1)
    sitting.write(asked("melding_datum"), "2026-11-20")
    sitting.choose("Einde van deze ronde", 1)


def until_new_facts(folder: Path) -> None:
    """Keep an attempt that stopped on the page with the new facts."""
    stopped = Walk(stopping(Participant(), STORY, Asked(Command.PAUSE, Chosen(())), "nieuwe feiten"))
    file = ResultFile(folder / "uitslag.jsonl")
    file.begin(stopped.attempt.head)
    for line in stopped.attempt.lines:
        file.add(line)


def result(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "uitslag.jsonl").read_text("ascii").splitlines()]


def test_an_exercise_is_stopped_on_a_page_of_the_story_and_resumed_on_a_narrow_screen(tmp_path: Path) -> None:
    first = begin(tmp_path, columns=40)
    first.see("OEFENING")
    step_one(first)
    read_to_the_end(first, "Terugkijken op deze stap")
    first.choose("Stap 1 is klaar", 1)
    first.see("Neem mee wat je zelf gezien hebt")
    first.send("\x03")
    assert first.end() == 130
    assert "meldcode train run brood-zonder-beleg" in " ".join(first.normal().split())
    assert "Neem mee" not in first.normal()

    again = begin(tmp_path, columns=40)
    read_to_the_end(again, "Het verhaal tot nu toe:")
    again.see("Neem mee wat je zelf gezien hebt")
    again.send(EMERGENCY_PAGE)
    again.see("Blijf aan de lijn")
    again.send("\r")
    read_on(again, "Neem mee wat je zelf gezien hebt")
    again.choose(asked("collega"), 1)
    again.see("U hoort iets nieuws")
    again.send(ESCAPE)
    again.see("Eerder beantwoord: Ja")
    again.send("\r")
    read_on(again, "U hoort iets nieuws")
    again.see(asked("collega_advies"))
    again.send("\x04")
    assert again.end() == 0

    assert [line["told"] for line in result(tmp_path) if "told" in line] == ["part.overleg", "fact.zus"]
    assert stat.S_IMODE((tmp_path / "uitslag.jsonl").stat().st_mode) == 0o600
    assert not (tmp_path / "kluis").exists()


def test_new_facts_are_weighed_and_the_looking_back_is_written_to_a_file(tmp_path: Path) -> None:
    until_new_facts(tmp_path)
    sitting = begin(tmp_path)
    read_to_the_end(sitting, "Het verhaal tot nu toe:")
    sitting.see("Geef of organiseer hulp")
    sitting.send(PAGE_DOWN * 60 + "1\r")
    read_to_the_end(sitting, "Er zijn nieuwe feiten")
    after_new_facts(sitting)
    sitting.see("Terugkijken op de oefening")
    sitting.send(PAGE_DOWN * 60 + "2\r")
    sitting.write("Waar moet het bestand komen?", f"\x15{tmp_path / 'terug.txt'}")
    read_on(sitting, "Alleen u kunt dit bestand lezen")
    sitting.see("Terugkijken op de oefening")
    sitting.send(PAGE_DOWN * 60 + "1\r")
    assert sitting.end() == 0

    written = (tmp_path / "terug.txt").read_text(encoding="utf-8")
    assert written.startswith("OEFENING: TERUGKIJKEN OP BROOD ZONDER BELEG")
    assert "https://" in written
    assert "Na de nieuwe feiten" in written
    assert [line["told"] for line in result(tmp_path) if "told" in line][-1] == "turn"


def test_the_quick_exit_leaves_no_word_and_nothing_but_the_result_file(tmp_path: Path) -> None:
    sitting = begin(tmp_path)
    sitting.see("Brood zonder beleg")
    sitting.send("\r")
    sitting.see(asked("direct_gevaar"))
    sitting.send("\x18")

    assert sitting.end() == 0
    assert "meldcode" not in sitting.screen()
    assert [path.name for path in tmp_path.iterdir()] == ["uitslag.jsonl"]


@pytest.mark.unmeasured
@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux lets others set a limit")
def test_a_full_disk_is_said_in_one_line_and_what_was_kept_stays(tmp_path: Path) -> None:
    sitting = begin(tmp_path)
    read_to_the_end(sitting, "Brood zonder beleg")
    sitting.see(asked("direct_gevaar"))
    kept = (tmp_path / "uitslag.jsonl").read_bytes()
    resource.prlimit(sitting.program.pid, resource.RLIMIT_FSIZE, (len(kept) + 10, resource.RLIM_INFINITY))
    sitting.send("1\r")

    assert sitting.end() == 7
    said = " ".join(sitting.normal().split())
    assert "niet bewaard" in said
    assert "Wat er al in stond, is er nog" in said
    assert "Traceback" not in said
    again = begin(tmp_path)
    read_to_the_end(again, "Het verhaal tot nu toe:")
    again.see(asked("direct_gevaar"))
    again.send("\x04")
    assert again.end() == 0
    assert (tmp_path / "uitslag.jsonl").read_bytes() == kept


def test_a_class_in_english_in_plain_lines_counts_hands(tmp_path: Path) -> None:
    sitting = begin(tmp_path, "--mode", "klas", "--plain", "--lang", "en")
    sitting.see("EXERCISE")
    sitting.send("1\r")
    sitting.write("Count the hands", "zes")
    sitting.write("whole numbers with spaces between", "20 3 2")
    sitting.see("Hands: 20")
    sitting.send("1\r")
    sitting.write(asked("betrokkenen", "en"), ":away")

    assert sitting.end() == 0
    assert {"direct_gevaar": {"nee": 20, "weet_niet": 3, "ja": 2}}.keys() == {
        str(line["question"]) for line in result(tmp_path) if "hands" in line
    }
