"""The same answers give the same bytes, whatever the clock, the zone, the locale and the seed of the hashes (I-14)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import COMPLETE, INCOMPLETE

if TYPE_CHECKING:
    from tests.cli.program import Program

WORLDS = [
    {"PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "1"},
    {"LC_ALL": "C"},
    {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
    {"TZ": "America/Los_Angeles", "COLUMNS": "20"},
]

LATER = """
import datetime, sys, time
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(2099, 12, 31, 23, 59, tzinfo=tz)
datetime.datetime = Later
time.time = lambda: 4102444799.0
"""


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_advice_depends_on_the_answers_alone(program: Program, form: str) -> None:
    file = program.file("zaak.yaml", INCOMPLETE)
    runs = {program.with_env(**world).run("advise", "-a", file, "-f", form).out for world in WORLDS}
    assert len(runs) == 1
    assert "Meld bij Veilig Thuis" in runs.pop()


def test_another_year_gives_the_same_advice(program: Program) -> None:
    """A module that Python runs at its start sets every clock to the end of 2099."""
    program.file("sitecustomize.py", LATER)
    later = program.with_env(PYTHONPATH=f"{program.folder}:{program.tree}")
    file = program.file("zaak.json", json.dumps(COMPLETE))
    for form in ("text", "md", "json"):
        assert later.run("advise", "-a", file, "-f", form) == program.run("advise", "-a", file, "-f", form)
    assert later.run("contacts").out != program.run("contacts").out


def test_the_order_of_the_answers_in_the_file_gives_the_same_advice(program: Program) -> None:
    answers = {"zzz": 1, "aaa": 1, "hulp": "nee", "veiligheid": "ja", "vermoeden": "nee", "direct_gevaar": "onbekend"}
    orders = (answers, dict(reversed(answers.items())), dict(sorted(answers.items())))
    files = [json.dumps({"sector": "onderwijs", "answers": order}) for order in orders]
    started = replace(program, fresh=True)  # each with hashes of its own
    runs = {started.run("advise", "-a", "-", "-f", "json", stdin=file).out for file in files}
    assert len(runs) == 1
