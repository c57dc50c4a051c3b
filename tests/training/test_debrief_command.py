"""`meldcode train debrief` as a trainer has it: files in, words and files out, and an exit code."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from meldcode.training.exercise import load
from tests.cli.program import Program
from tests.shared import ROOT, installed
from tests.training.made_group import Made, written

if TYPE_CHECKING:
    from pathlib import Path

FILE = ROOT / "examples" / "exercises" / "brood-zonder-beleg.yaml"


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("uitslagen")
    for attempt in Made(load(FILE)).group(6, 0.8):
        written(attempt, folder)
    return folder


@pytest.fixture
def program(tmp_path: Path, results: Path) -> Program:
    shutil.copytree(results, tmp_path / "uitslagen")
    own = tmp_path / "oefeningen"
    own.mkdir()
    for path in FILE.parent.glob("brood-zonder-beleg.*"):
        shutil.copy(path, own)
    return Program(installed(), tmp_path)


ASKED = ("train", "debrief", "uitslagen", "--exercises", "oefeningen")


def test_a_folder_of_results_becomes_a_debrief(program: Program) -> None:
    done = program.run(*ASKED)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("OEFENING \u00b7 Brood zonder beleg")
    assert "Deelnemers: 6." in done.out
    english = program.run("--lang", "en", *ASKED)
    assert english.out.startswith("EXERCISE")


def test_plain_mode_says_the_same(program: Program) -> None:
    assert program.run("--plain", *ASKED).out == program.run(*ASKED).out


def test_what_is_left_out_is_named_and_the_exit_code_tells(program: Program) -> None:
    (program.folder / "uitslagen" / "kapot.jsonl").write_text("{}\n", encoding="utf-8")
    done = program.run(*ASKED)
    assert done.code == 1
    assert "kapot.jsonl" in done.err
    assert "Deelnemers: 6." in done.out


def test_the_page_and_the_rows_are_new_files_that_only_the_owner_reads(program: Program) -> None:
    done = program.run(*ASKED, "--html", "na.html", "--csv", "na.csv")
    assert (done.code, done.out) == (0, "")
    for name in ("na.html", "na.csv"):
        assert (program.folder / name).stat().st_mode & 0o777 == 0o600
    assert "Deel het niet met de groep" in done.err.replace("\n", " ")
    before = (program.folder / "na.html").read_bytes()
    again = program.run(*ASKED, "--html", "na.html")
    assert again.code == 7
    assert (program.folder / "na.html").read_bytes() == before


def test_json_is_for_programs(program: Program) -> None:
    body = program.run(*ASKED, "--format", "json").json
    assert body["exercises"][0]["participants"] == 6
    assert json.dumps(body).count("d001") == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("train", "debrief"), 2),
        (("train", "debrief", "weg"), 2),
        (("train", "debrief", "uitslagen", "--exercises", "weg"), 2),
        (("train", "debrief", "oefeningen"), 3),
    ],
)
def test_what_is_missing_is_said_in_one_line(program: Program, arguments: tuple[str, ...], code: int) -> None:
    done = program.run(*arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.strip()


def test_results_of_an_exercise_that_was_changed_since_are_left_out(program: Program) -> None:
    path = program.folder / "oefeningen" / "brood-zonder-beleg.yaml"
    path.write_text(path.read_text("utf-8").replace("minutes: 25", "minutes: 26"), encoding="utf-8")
    done = program.run(*ASKED)
    assert done.code == 3
    assert "van een andere versie van de oefening" in done.err


def test_names_are_there_only_when_asked(program: Program) -> None:
    assert "d001" not in program.run(*ASKED).out
    assert "d001" in program.run(*ASKED, "--names").out
