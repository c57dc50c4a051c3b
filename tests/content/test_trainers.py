"""The afternoon of `docs/trainers.md`, done as it stands there: every command run, the exercise written from the page.

A block that needs a terminal is run without one: that it stops there, and not before, says that its command is right.
What the participants would have left behind then comes from made participants.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from meldcode.cli.errors import Exit
from meldcode.protocol import library
from meldcode.training import exercise as exercises
from tests.cli.program import Done, Program
from tests.shared import installed
from tests.training.made_group import Made, written

if TYPE_CHECKING:
    from collections.abc import Iterator

# The afternoon is played once, for all tests of it.
pytestmark = pytest.mark.xdist_group("trainers")

PAGE = Path(__file__).parents[2] / "docs" / "trainers.md"
BLOCK = re.compile(r"(?:<!-- bestand: (?P<file>\S+) -->\n)?```(?P<info>.*)\n(?P<body>(?:.*\n)*?)```\n")
EVERY_COMMAND = {"list", "run", "new", "debrief", "score", "offers"}


def squeezed(text: str) -> str:
    return " ".join(text.split())


def blocks() -> Iterator[re.Match[str]]:
    return BLOCK.finditer(PAGE.read_text("utf-8"))


class Trainer:
    """Someone who does what the page says, in a folder of their own."""

    def __init__(self, program: Program) -> None:
        self.program, self.last = program, Done(0, "", "")
        self.shown: list[Done] = []

    def do(self, block: re.Match[str]) -> None:
        match block["info"]:
            case "sh":
                self.run(block["body"], Exit.FINE)
            case "sh terminal":
                self.run(block["body"], Exit.MISSING)
                assert "terminal" in self.last.err
                self.participate(block["body"])
            case "yaml":
                (self.program.folder / block["file"]).write_text(block["body"], encoding="utf-8")
            case "text":
                shown = squeezed(self.last.out)
                assert [line for line in block["body"].splitlines() if squeezed(line) not in shown] == []
            case _:
                raise AssertionError(block["info"])

    def run(self, script: str, code: Exit) -> None:
        self.last = self.program.shell(f'meldcode() {{ $M "$@"; }}; set -e\n{script}')
        self.shown.append(self.last)
        assert self.last.code == code, f"{script}{self.last.out}{self.last.err}"

    def participate(self, script: str) -> None:
        """Leave behind what whoever sits down at this exercise in a terminal does."""
        words = shlex.split(script.splitlines()[-1])
        if "--result" not in words or "--sector" in words:
            return
        name, result = words[words.index("run") + 1], self.program.folder / words[words.index("--result") + 1]
        path = self.program.folder / name if name.endswith(".yaml") else exercises.folder() / f"{name}.yaml"
        made = Made(exercises.load(path))
        if result.is_dir():
            for participant in (words[words.index("--name") + 1], "das", "ree", "uil", "mus"):
                written(made.attempt(participant, 0.8), result)
        else:
            written(made.attempt("klas", 1.0), result.parent).rename(result)


@pytest.fixture(scope="module")
def trainer(tmp_path_factory: pytest.TempPathFactory) -> Trainer:
    done = Trainer(Program(installed(), tmp_path_factory.mktemp("thuis")))
    for block in blocks():
        done.do(block)
    return done


def test_every_block_of_the_page_is_known_to_this_test() -> None:
    page = PAGE.read_text("utf-8")
    assert page.count("\n```") == 2 * len(list(blocks()))
    assert all(block["file"] for block in blocks() if block["info"] == "yaml")
    commands = {name for block in blocks() for name in re.findall(r"meldcode train (\w+)", block["body"])}
    assert commands == EVERY_COMMAND


def test_whoever_does_what_the_page_says_has_a_debrief_and_an_exercise_without_a_fault(trainer: Trainer) -> None:
    (made,) = (block for block in blocks() if block["info"] == "yaml")
    exercise = exercises.load(trainer.program.folder / made["file"])
    assert (exercise.id, exercise.sector) == ("de-zeven", "onderwijs")
    checked = trainer.program.run("protocol", "check", made["file"], "--format", "json").json
    assert {each["code"] for each in checked["findings"]} == {"W04"}
    shown = squeezed(" ".join(done.out for done in trainer.shown))
    assert "met een verschil: 0" in shown
    assert exercise.title.nl in shown


def test_the_example_shows_every_key_that_the_page_explains() -> None:
    page = PAGE.read_text("utf-8")
    (made,) = (block["body"] for block in blocks() if block["info"] == "yaml")
    explained = re.findall(r"^\| `(\w+)`\*? \|", page, re.MULTILINE)
    assert len(explained) > len(["format", "scenario", "sector", "title", "story", "answers", "expect", "teaching"])
    assert [key for key in explained if not re.search(rf"^ *{key}:", made, re.MULTILINE)] == []


def test_at_the_end_nothing_of_the_participants_is_left(trainer: Trainer) -> None:
    for name in ("uitslagen", "reeks", "klas.jsonl", "nabespreking.html", "antwoorden.csv"):
        assert not (trainer.program.folder / name).exists(), name


def test_no_exercise_made_a_vault(trainer: Trainer) -> None:
    assert list(trainer.program.folder.rglob("*.age")) == []


def test_the_checklist_of_the_page_is_that_of_the_catalogue() -> None:
    rows = [
        f"| {number} | {each.text.nl} | {each.covered} | {each.our_part.nl} |"
        for number, each in enumerate(library.training().criteria, start=1)
    ]
    page = PAGE.read_text("utf-8").splitlines()
    assert [line for line in page if re.match(r"\| \d+ \| ", line)] == rows


def test_the_numbers_to_call_are_those_of_the_directory() -> None:
    page = PAGE.read_text("utf-8")
    contacts = library.directory().contacts
    for name in ("veilig_thuis", "slachtofferhulp", "luisterlijn"):
        assert contacts[name].phone in page
