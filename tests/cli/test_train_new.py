"""`meldcode train new`: an exercise that checks, tries and walks as it is written, in every sector."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from meldcode.case.scenario import rounds
from meldcode.cli.exercise_template import filled
from meldcode.cli.train_new import ask_title
from meldcode.protocol import library
from meldcode.protocol.json_schema import schema
from meldcode.protocol.scenario_file import read
from meldcode.training import exercise
from meldcode.training.check import findings_of
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Asked, Command, Write, Written
from meldcode.wizard.scripted import Scripted
from meldcode.wizard.talk import Ending, StopSession, Talk
from tests.endtoend.test_walk import PROGRAM
from tests.protocol.json_schema_check import fits, typed
from tests.training.walking import Participant, Walk
from tests.wizard.driven import Driven

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.wizard.prompter import Reply
    from tests.cli.program import Program

OPTIONS = ("--sector", "onderwijs", "--title", "Moe op maandag")
TODAY = date(2026, 11, 23)
REMINDERS = {"W04", "W06"}


def made(folder: Path, sector: str) -> Path:
    path = folder / "nieuw.yaml"
    path.write_text(filled("nieuw", "Een 'nieuwe': proef", sector, library.protocol(sector), TODAY), "utf-8")
    return path


@pytest.mark.parametrize("sector", library.sector_ids())
def test_what_is_written_has_nothing_wrong_and_only_says_what_is_to_fill_in(sector: str, tmp_path: Path) -> None:
    path = made(tmp_path, sector)
    assert {each.code for each in findings_of(path)} == REMINDERS
    assert fits(typed(path.read_text("utf-8")), schema("exercise"))
    spec = read(path)
    assert (spec.sector, spec.title.nl) == (sector, "Een 'nieuwe': proef")
    first, second = rounds(exercise.protocol_of(spec), spec)
    assert (first.deviations(), second.deviations()) == ((), ())
    assert first.advice.complete


@pytest.mark.parametrize("sector", ["onderwijs", "sport", "zorg-ggz"])
def test_what_is_written_can_be_walked_to_the_end(sector: str, tmp_path: Path) -> None:
    loaded = exercise.load(made(tmp_path, sector))
    walk = Walk(Participant(loaded), exercise=loaded)
    assert walk.ending is Ending.FINISHED
    assert "turn" in walk.attempt.told


@pytest.mark.parametrize("sector", library.sector_ids())
def test_what_is_to_fill_in_is_all_found_by_the_check(sector: str, tmp_path: Path) -> None:
    """Whoever follows the reminders misses none: with all of them filled in the check says nothing but the English."""
    path = made(tmp_path, sector)
    path.write_text(path.read_text("utf-8").replace("INVULLEN: ", ""), "utf-8")
    assert {each.code for each in findings_of(path)} <= {"W04", "W05"}


def test_it_writes_the_file_with_its_schema_and_says_what_to_do(program: Program) -> None:
    done = program.run("train", "new", *OPTIONS, "--folder", "oefeningen")
    path = program.folder / "oefeningen" / "moe-op-maandag.yaml"
    assert (done.code, done.out) == (0, f"Gemaakt: {path}\n")
    assert f"meldcode protocol check {path}" in done.err
    line = path.read_text("utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
    assert named
    assert json.loads((path.parent / named[1]).read_text("utf-8")) == schema("exercise")
    assert program.run("protocol", "check", "oefeningen").code == 0
    assert program.run("protocol", "test", "oefeningen").code == 0
    assert "moe-op-maandag" in program.run("train", "list", "oefeningen").out


def test_a_second_one_comes_beside_it_and_what_is_there_is_never_overwritten(program: Program) -> None:
    assert program.run("train", "new", *OPTIONS).code == 0
    path = program.folder / "moe-op-maandag.yaml"
    path.write_text("van mij\n", "utf-8")
    done = program.run("train", "new", *OPTIONS)
    assert done.code == 7
    assert path.read_text("utf-8") == "van mij\n"
    assert program.run("train", "new", "-s", "sport", "-t", "Na de training").code == 0
    assert sorted(each.name for each in program.folder.glob("*.yaml")) == ["moe-op-maandag.yaml", "na-de-training.yaml"]


def test_a_folder_that_cannot_be_made_is_told_and_leaves_nothing(program: Program) -> None:
    program.file("bezet", "x")
    for folder in ("bezet", "weg/dieper"):
        done = program.run("train", "new", *OPTIONS, "--folder", folder)
        assert (done.code, done.out) == (7, "")
    assert sorted(each.name for each in program.folder.iterdir()) == ["bezet"]


@pytest.mark.parametrize(
    ("given", "missing"),
    [((), "--sector, --title"), (("-s", "sport"), "--title"), (("-t", "Een dag"), "--sector")],
)
def test_without_a_terminal_it_names_the_options_that_are_missing(
    program: Program, given: tuple[str, ...], missing: str
) -> None:
    done = program.run("train", "new", *given)
    assert (done.code, done.out) == (2, "")
    assert done.err.rstrip().endswith(f"{missing}.")
    assert list(program.folder.iterdir()) == []


@pytest.mark.parametrize("title", ["???", "x" * 81, "een\ntwee", " "])
def test_a_title_that_gives_no_name_for_a_file_is_wrong_usage(program: Program, title: str) -> None:
    done = program.run("train", "new", "-s", "sport", "-t", title)
    assert (done.code, done.out) == (2, "")
    assert list(program.folder.iterdir()) == []


def talk(*replies: Reply) -> Talk:
    waiting = iter(replies)
    return Talk(Scripted(lambda _: next(waiting)), Wording(library.protocol("algemeen"), "nl", code="", practice=False))


def test_a_title_that_does_not_fit_is_asked_again_with_what_was_typed() -> None:
    asked = talk(Written("???"), Asked(Command.BACK, Written("")), Written(" Na  de training "))
    assert ask_title(asked) == "Na  de training"
    assert isinstance(asked.prompter, Scripted)
    fields = [page.field for page in asked.prompter.pages]
    assert [field.draft for field in fields if isinstance(field, Write)] == ["", "???", "???"]
    assert [bool(page.error) for page in asked.prompter.pages] == [False, True, True]


def test_stopping_is_always_possible() -> None:
    with pytest.raises(StopSession):
        ask_title(talk(Asked(Command.PAUSE, Written(""))))


@pytest.mark.parametrize("plain", [False, True])
def test_in_a_terminal_it_asks_what_was_not_given(tmp_path: Path, plain: bool) -> None:  # noqa: FBT001 - a way to ask
    more = ("--plain",) if plain else ()
    folder = str(tmp_path / "map")
    terminal = Driven(
        PROGRAM, "train", "new", "--sector", "sport", "--folder", folder, *more, HOME=str(tmp_path), rows=60
    )
    terminal.see("Hoe heet de oefening?")
    terminal.send("Na de training\r")
    assert terminal.end() == 0
    assert read(tmp_path / "map" / "na-de-training.yaml").sector == "sport"
    assert "Gemaakt" in terminal.normal()
