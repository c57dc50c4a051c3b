"""The page about the exports says what the program writes."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from meldcode.case.events import Event
from meldcode.export.codes import BDS, code_of
from meldcode.export.csv import COLUMNS
from meldcode.export.disclosure import FEW
from meldcode.export.statistics import RESTATED, TABLES, VERSION
from tests.case.shipped import protocol_of

PAGE = (Path(__file__).parents[2] / "docs/exports.md").read_text("utf-8")

NAMES = (*COLUMNS, *TABLES, *RESTATED, *(kind.__name__.lower() for kind in get_args(Event)))


def test_the_page_names_every_column_event_and_table() -> None:
    assert [name for name in NAMES if f"`{name}`" not in PAGE] == []


def test_the_page_names_every_code_and_the_version_of_the_definitions() -> None:
    protocol = protocol_of("zorg-jgz")
    codes = {name: code for name in protocol.questions if (code := code_of(protocol, name)) is not None}
    assert len(codes) == 5
    assert all(f"| `{name}` | {code.code} |" in PAGE and code.system == BDS for name, code in codes.items())
    assert f"Definities, versie {VERSION}" in PAGE
    assert FEW == 10
    assert "**tien** mogelijke waarden" in PAGE
