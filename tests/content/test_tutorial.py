"""The hour of `docs/aanpassen.md`, done as it stands there: every file written, every command run, its output seen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from meldcode.protocol import library
from meldcode.prove.proof import prove
from tests.cli.program import Done, Program
from tests.shared import installed

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

PAGE = Path(__file__).parents[2] / "docs" / "aanpassen.md"
BLOCK = re.compile(r"(?:<!-- (?P<how>bestand|erbij): (?P<file>\S+) -->\n)?```(?P<info>.*)\n(?P<body>(?:.*\n)*?)```\n")
FOLDER = "mijn-meldcode"


def squeezed(text: str) -> str:
    return " ".join(text.split())


class Reader:
    """Someone who does what the page says, in a folder of their own."""

    def __init__(self, program: Program) -> None:
        self.program, self.last = program, Done(0, "", "")

    @property
    def folder(self) -> Path:
        inside = self.program.folder / FOLDER
        return inside if inside.is_dir() else self.program.folder

    def do(self, block: re.Match[str]) -> None:
        kind, _, ending = block["info"].partition(" exit=")
        match kind:
            case "sh":
                self.run(block["body"], int(ending or 0))
            case "yaml":
                path = self.folder / block["file"]
                before = path.read_text("utf-8") if block["how"] == "erbij" else ""
                path.write_text(before + block["body"], encoding="utf-8")
            case "text":
                self.look(block["body"])
            case _:
                raise AssertionError(block["info"])

    def run(self, script: str, ending: int) -> None:
        inside = f"cd {FOLDER}; " if self.folder != self.program.folder else ""
        self.last = self.program.shell(f'meldcode() {{ $M "$@"; }}; {inside}set -e\n{script}')
        assert self.last.code == ending, f"{script}{self.last.out}{self.last.err}"

    def look(self, text: str) -> None:
        """Every line that the page shows was in the output of the last command."""
        shown = squeezed(self.last.out)
        assert [line for line in text.splitlines() if squeezed(line) not in shown] == [], self.last.out


def blocks() -> Iterator[re.Match[str]]:
    return BLOCK.finditer(PAGE.read_text("utf-8"))


def test_every_block_of_the_page_is_known_to_this_test() -> None:
    assert PAGE.read_text("utf-8").count("\n```") == 2 * len(list(blocks()))
    assert all(block["file"] for block in blocks() if block["info"] == "yaml")


def test_whoever_does_what_the_page_says_ends_with_a_proven_overlay_in_use(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    reader = Reader(Program(installed(), tmp_path_factory.mktemp("thuis")))
    for block in blocks():
        reader.do(block)
    overlay = reader.folder / "overlay.yaml"
    base = library.protocol("onderwijs")
    assert prove(library.overlaid("onderwijs", [overlay]), base).sound
    in_use = reader.program.folder / ".config" / "meldcode" / "overlays" / "gemeente-utrecht" / "overlay.yaml"
    assert in_use.read_bytes() == overlay.read_bytes()
    advice = reader.program.run("advise", "--answers", f"{FOLDER}/antwoorden.yaml", "--format", "json").json
    assert [each["id"] for each in advice["protocol"]["overlays"]] == ["gemeente-utrecht"]


def test_every_command_that_the_page_names_in_passing_exists() -> None:
    named = set(re.findall(r"`meldcode (protocol \w+|\w+)", PAGE.read_text("utf-8")))
    assert named == {"protocol new", "protocol check", "protocol show", "protocol explain", "protocol diff", "start"}
