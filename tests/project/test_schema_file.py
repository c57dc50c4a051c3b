"""The JSON Schema that the shipped exercises point their reader's editor to is the one of the program."""

import json
import re
from pathlib import Path

import pytest

from meldcode.protocol.json_schema import schema
from meldcode.training.exercise import shipped

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "docs" / "schema" / "scenario.json"


def test_the_schema_file_is_that_of_this_program() -> None:
    """After a change: `meldcode protocol schema scenario > docs/schema/scenario.json`."""
    assert json.loads(KEPT.read_text("utf-8")) == schema("scenario")


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_shipped_exercise_points_to_a_schema_that_is_there(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    assert (path.parent / named[1]).resolve() == KEPT
