"""The lesson of `docs/eerste-zaak.md`, done in a terminal as it stands there: every screen seen, every key typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.program import Program
from tests.content.first_case import LESSON, Reader, pieces
from tests.shared import installed

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "eerste-zaak.md"


def test_whoever_does_what_the_lesson_says_sees_what_it_shows(tmp_path: Path) -> None:
    program = Program(installed(), tmp_path)
    vault = tmp_path / "kluis"
    reader = Reader(vault)
    for piece in pieces():
        match piece["info"]:
            case "sh":
                assert "onderwijs" in program.run(*piece["body"].split()[1:]).out
            case "sh scherm":
                reader.end()
                reader.start(piece["body"])
            case "text":
                reader.see(piece["body"])
            case None:
                reader.type(piece["keys"])
            case other:
                raise AssertionError(other)
    reader.end()
    assert not vault.exists()


def test_every_block_and_every_key_of_the_lesson_is_known() -> None:
    page = LESSON.read_text("utf-8")
    assert LESSON.name == PAGE
    assert page.count("```") == 2 * sum(piece["keys"] is None for piece in pieces())
    assert page.count("**U typt:**") == sum(piece["keys"] is not None for piece in pieces())
    assert page.count("**U typt**") == 1
