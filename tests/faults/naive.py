"""A store as it is easily written: all records in one file, opened with "w" at every change. It must be caught."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.faults.promise import LOST
from tests.faults.server import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_FILE = "records.json"
_BEFORE = ["a1", "a2", "a3"]


def _save(world: Path, records: Sequence[str]) -> None:
    with (world / _FILE).open("w", encoding="utf-8") as file:
        json.dump(records, file)


def make(world: Path) -> None:
    _save(world, _BEFORE)


def append(world: Path) -> None:
    records = [*_BEFORE]
    for number in (1, 2):
        records.append(f"new {number}")
        try:
            _save(world, records)
        except OSError as error:
            say(refused=str(error.errno))
            return
        say(record=records[-1])


def check(world: Path, said: Sequence[Mapping[str, Any]]) -> None:
    acknowledged = [*_BEFORE, *(line["record"] for line in said if "record" in line)]
    try:
        records = json.loads((world / _FILE).read_text(encoding="utf-8"))
    except (ValueError, FileNotFoundError):
        records = []
    if records[: len(acknowledged)] != acknowledged:
        say(kind=LOST, words=f"{len(records)} of {len(acknowledged)} records")
