"""The exports for other systems and for figures, from a vault to a file, as someone types them."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Closed, Noted
from meldcode.cli.settings import clock
from meldcode.export.statistics import period_of
from tests.cli.program import Program
from tests.endtoend.made import made_case
from tests.shared import installed

if TYPE_CHECKING:
    from pathlib import Path

PASSPHRASE = "een twee drie vier vijf zes"


@pytest.fixture(scope="module")
def tree() -> Path:
    return installed()


@pytest.fixture
def program(tree: Path, tmp_path: Path) -> Program:
    return Program(tree, tmp_path, {"MELDCODE_VAULT": str(tmp_path / "kluis")})


def place(program: Program) -> Path:
    return program.folder / "kluis"


def code_in(program: Program) -> str:
    return made_case(place(program), PASSPHRASE, more=[Noted("=1+1; Łukasz"), Closed("Klaar.")])


def test_csv_holds_every_record_in_a_private_file_and_the_export_is_recorded(program: Program) -> None:
    code = code_in(program)
    done = program.run("export", code, "--output", "zaak.csv", "--passphrase-fd", "0", stdin=PASSPHRASE)
    assert done.code == 0, done.err
    path = program.folder / "zaak.csv"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    content = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))
    assert [row["record"] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert rows[-2]["text"] == "'=1+1; Łukasz"
    assert os.fspath(program.folder) not in content
    again = program.run(
        "export", code, "--audit", "--output", "-", "-f", "text", "--passphrase-fd", "0", stdin=PASSPHRASE
    )
    assert again.code == 0, again.err
    told = " ".join(again.out.split())
    assert "Spoor: wie wat wanneer deed" in told
    assert "in de vorm csv" in told
    assert rows[0]["control"] in told


def test_json_of_all_cases_is_one_object(program: Program) -> None:
    codes = {code_in(program), code_in(program)}
    done = program.run("export", "--all", "-f", "json", "-o", "-", "--passphrase-fd", "0", stdin=PASSPHRASE)
    assert {case["case"] for case in json.loads(done.out)["cases"]} == codes


def test_statistics_of_few_cases_say_so_and_leave_the_cases_as_they_are(program: Program) -> None:
    code_in(program)
    before = [path.stat().st_size for path in sorted(place(program).rglob("*")) if path.is_file()]
    arguments = ("export", "--all", "--statistics", "--period", str(period_of(clock().date())), "-o", "-")
    done = program.run(*arguments, "--passphrase-fd", "0", stdin=PASSPHRASE)
    assert done.code == 0, done.err
    assert "minder dan 10" in done.out
    assert [path.stat().st_size for path in sorted(place(program).rglob("*")) if path.is_file()] == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--all", "--statistics", "--period", "2026"), "Geef een half jaar"),
        (("7Q2MX4HK", "--statistics"), "geef --all"),
        (("--all", "--statistics", "--format", "pdf"), "text, csv of json"),
        (("--all", "--statistics", "--audit"), "laat --audit en --to weg"),
        (("--all", "--period", "2026-H1"), "hoort bij --statistics"),
    ],
)
def test_what_cannot_be_is_refused_before_a_passphrase_is_asked(
    program: Program, arguments: tuple[str, ...], said: str
) -> None:
    done = program.run("export", *arguments, "--output", "x.csv")
    assert done.code == 2
    assert said in done.err
    assert not (program.folder / "x.csv").exists()
