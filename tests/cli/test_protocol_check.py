"""`protocol check`, `explain` and `schema`: everything at once, in words, as JSON and for GitHub."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.findings_format import MOST_QUOTED, Form, as_github, as_json, as_text, told
from meldcode.cli.output import Voice
from meldcode.cli.protocol_check import check, explain, schema
from meldcode.protocol.diagnostics import Finding, Place
from meldcode.protocol.library import content_root

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.protocol.language import Language

TODAY = date(2026, 11, 23)
HEAD = "overlay: stad\nversion: 1.0.0\nowner: Gemeente Stad\nextends: [{}]\nbase: 1.0.0\noperations:\n"
GOOD = "  - {add: role, id: wie, text: De intern begeleider denkt mee.}\n"
WRONG = "  - {hide: question, id: direct_gevaar}\n  - {tighten: rule, id: onveilig, level: hulp}\n"
ENGLISH = "language: en\noperations: {wie: {text: The support coordinator thinks along.}}\n"


def finding(line: str, column: int, code: str = "S02", **values: str) -> Finding:
    return Finding(code, Place("a.yaml", 3, column), values or {"key": "x"}, line)


class TestCaret:
    """The caret stands under the very word, whatever stands before it."""

    @pytest.mark.parametrize(
        ("line", "word"),
        [
            ("help: nee", "nee"),
            ("\thelp:\tnee", "nee"),
            ("naam: 漢字 nee", "nee"),
            ("naam: café\u0301 nee", "nee"),
            ("naam: \u202e nee", "nee"),
        ],
    )
    def test_it_stands_under_the_word(self, line: str, word: str) -> None:
        _, shown, caret = told(finding(line, line.index(word) + 1), "nl").split("\n")
        wide = sum(2 if char in "漢字" else 0 if char == "\u0301" else 1 for char in shown[: shown.index(word)])
        assert caret.index("^") == wide

    def test_of_a_long_line_only_the_part_around_the_word_is_shown(self) -> None:
        line = "a" * 5000 + "FOUT" + "b" * 5000
        _, shown, caret = told(finding(line, 5001), "nl").split("\n")
        assert len(shown) < MOST_QUOTED + 10
        assert shown[caret.index("^") :].startswith("FOUT")
        assert shown.strip().startswith("…")
        assert shown.endswith("…")

    def test_without_a_line_there_is_no_caret(self) -> None:
        assert "\n" not in told(finding("", 1), "nl")


class TestForms:
    def test_findings_stand_apart_and_are_counted(self) -> None:
        text = as_text([finding("x", 1), finding("y", 1, "W01", question="q")], "nl")
        assert text.count("\n\n") == 2
        assert text.endswith("Fouten: 1. Waarschuwingen: 1.")

    def test_nothing_wrong_is_said_too(self) -> None:
        assert as_text([], "en") == "Errors: 0. Warnings: 0."

    def test_json_is_stable_and_says_all(self) -> None:
        found = [finding("x", 2, "R02", name="jaa", question="q", options="ja", meant="ja")]
        whole: Any = json.loads(as_json(found, "en", ["school"]))
        assert list(whole) == ["format", "checked", "errors", "warnings", "findings"]
        assert (whole["format"], whole["checked"], whole["errors"], whole["warnings"]) == (1, ["school"], 1, 0)
        (row,) = whole["findings"]
        assert list(row) == ["code", "severity", "file", "line", "column", "text", "values", "excerpt"]
        assert (row["code"], row["severity"], row["line"], row["column"]) == ("R02", "error", 3, 2)
        assert row["values"]["meant"] == "ja"
        assert row["text"].endswith("Did you mean “ja”?")

    def test_what_a_file_says_cannot_break_out_of_a_command_of_github(self) -> None:
        nasty = Finding("S02", Place("a,b:c\n::error::%.yaml", 3, 1), {"key": "x\n::error::y % z"})
        line = as_github([nasty], "nl")
        assert "\n" not in line
        assert line.startswith("::error file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3A%25.yaml,line=3,col=1,title=S02::")
        assert line.endswith("De sleutel “x ::error::y %25 z” ontbreekt. Voeg hem toe.")

    def test_a_warning_is_a_warning_for_github(self) -> None:
        assert as_github([finding("", 1, "W01", question="q")], "nl").startswith("::warning file=a.yaml,line=3,col=1,")


def overlay(folder: Path, body: str, sectors: str = "onderwijs", name: str = "stad.yaml", english: str = "") -> str:
    path = folder / name
    path.write_text(HEAD.format(sectors).replace("overlay: stad", f"overlay: {path.stem}") + body, encoding="utf-8")
    if english:
        path.with_suffix(".en.yaml").write_text(english, encoding="utf-8")
    return str(path)


def checked(*names: str, form: Form = "text", stack: bool = False) -> Exit:
    return check(Voice("nl"), names, form, stack=stack, today=TODAY)


def test_a_good_overlay_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(overlay(tmp_path, GOOD, english=ENGLISH)) == Exit.FINE
    shown = capsys.readouterr()
    assert shown.out == "Nagekeken: onderwijs + stad\n\nFouten: 0. Waarschuwingen: 0.\n"
    assert shown.err == ""


def test_warnings_alone_are_exit_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(overlay(tmp_path, GOOD)) == Exit.FINE
    assert "W04" in capsys.readouterr().out


def test_everything_wrong_is_said_at_once_with_the_path_as_it_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = overlay(tmp_path, WRONG)
    second = overlay(tmp_path, "  - {add: role, id: Wie, text: X.}\n", name="dorp.yaml")
    assert checked(first, second, form="json") == Exit.FINDINGS
    whole = json.loads(capsys.readouterr().out)
    rows = [(row["file"], row["line"], row["code"]) for row in whole["findings"]]
    assert rows == [(second, 7, "S08"), (first, 7, "O05"), (first, 8, "O06")]
    assert whole["findings"][1]["excerpt"] == "  - {hide: question, id: direct_gevaar}"


@pytest.mark.parametrize(("language", "said"), [("nl", "is de vertaling van"), ("en", "is the translation of")])
def test_of_a_translation_the_overlay_that_it_translates_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language, said: str
) -> None:
    path = overlay(tmp_path, WRONG)
    english = tmp_path / "stad.en.yaml"
    english.write_text("language: en\noperations: {}\n", encoding="utf-8")
    assert check(Voice(language), [str(english)], "json", stack=False, today=TODAY) == Exit.FINDINGS
    shown = capsys.readouterr()
    assert [row["file"] for row in json.loads(shown.out)["findings"]] == [path, path]
    assert f"{english} {said} {path}" in shown.err


def test_an_overlay_that_is_given_with_its_translation_is_read_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = overlay(tmp_path, GOOD)
    (tmp_path / "stad.en.yaml").write_text(ENGLISH, encoding="utf-8")
    assert checked(path.replace("stad.", "stad.en."), path, stack=True) == Exit.FINE
    assert capsys.readouterr().out.count("Nagekeken") == 1


def test_of_a_translation_without_its_overlay_the_missing_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "stad.en.yaml").write_text(ENGLISH, encoding="utf-8")
    assert checked(str(tmp_path / "stad.en.yaml")) == Exit.REFUSED
    assert f"{tmp_path}/stad.yaml:1:1: Y18" in capsys.readouterr().out


def test_what_is_wrong_in_three_sectors_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(overlay(tmp_path, WRONG, "onderwijs, leerplicht, kinderopvang")) == Exit.FINDINGS
    shown = capsys.readouterr().out
    assert shown.count(": O05 ") == 1
    assert "Nagekeken: kinderopvang + stad" in shown


def test_stacked_overlays_that_change_the_same_name_both_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change = "  - {change: role, id: decaan, text: Anders}\n"
    first, second = overlay(tmp_path, change), overlay(tmp_path, change, name="wijk.yaml")
    assert checked(first, second) == Exit.FINE
    assert checked(first, second, stack=True, form="github") == Exit.FINDINGS
    assert f"{tmp_path.name}/stad.yaml:7" in capsys.readouterr().out


def test_a_scenario_beside_an_overlay_lets_its_rule_be_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    question = "{id: sisa, ask: In SISA, type: choice, options: {ja: Ja, nee: Nee}}"
    rule = "{id: eigen, when: {sisa: ja}, because: X.}"
    added = f"  - {{add: question, after: collega, question: {question}}}\n  - {{add: rule, rule: {rule}}}\n"
    path = overlay(tmp_path, added)
    checked(path)
    before = capsys.readouterr().out
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "een.yaml").write_text(
        "format: 1\nscenario: een\nsector: onderwijs\ntitle: Een\nstory: Een verhaal.\n"
        "answers: {direct_gevaar: nee, sisa: ja}\nexpect: {level: overleg, flags: []}\n",
        encoding="utf-8",
    )
    checked(path)
    assert ("W16" in before, "W16" in capsys.readouterr().out) == (True, False)


def test_a_scenario_that_is_wrong_is_told_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = overlay(tmp_path, GOOD)
    (tmp_path / "scenarios").mkdir()
    wrong = tmp_path / "scenarios" / "een.yaml"
    wrong.write_text("format: 1\nscenario: een\n", encoding="utf-8")
    assert checked(path, form="github") == Exit.FINDINGS
    assert f"file={wrong},line=1,col=1,title=S02::" in capsys.readouterr().out


def test_a_shipped_sector_can_be_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked("onderwijs", form="json") == Exit.FINE
    rows = json.loads(capsys.readouterr().out)["findings"]
    lines = (content_root() / rows[0]["file"]).read_text("utf-8").splitlines()
    row = next(row for row in rows if row["line"] > 1)
    lines = (content_root() / row["file"]).read_text("utf-8").splitlines()
    assert row["excerpt"] == lines[row["line"] - 1]


def test_a_sector_that_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(CommandError) as error:
        checked("bakkerij")
    assert error.value.exit_code == Exit.USAGE


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("sectors/onderwijs", "onderwijs"),
        ("sectors/onderwijs/sector.yaml", "onderwijs"),
        ("protocols/basismodel/protocol.yaml", "algemeen"),
    ],
)
def test_the_file_of_a_whole_protocol_is_no_overlay_and_its_name_is_told(name: str, sector: str) -> None:
    path = content_root() / name
    with pytest.raises(CommandError) as error:
        checked(str(path))
    assert (error.value.exit_code, error.value.key) == (Exit.USAGE, "author.whole_protocol")
    assert error.value.values["sector"] == sector


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(str(tmp_path / "weg.yaml"), form="github") == Exit.REFUSED
    assert "title=Y18::Dit bestand kan niet worden gelezen: het bestaat niet." in capsys.readouterr().out


def test_a_code_is_explained_however_it_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(Voice("nl"), " o06") == Exit.FINE
    assert capsys.readouterr().out.startswith("O06  fout: dit wordt geweigerd\n")


@pytest.mark.parametrize(("code", "key"), [("O66", "codes.meant"), ("kaas", "codes.unknown")])
def test_a_code_that_is_not_there_is_wrong_usage(code: str, key: str) -> None:
    with pytest.raises(CommandError) as error:
        explain(Voice("nl"), code)
    assert (error.value.exit_code, error.value.key) == (Exit.USAGE, key)


def test_a_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert schema(Voice("nl"), "overlay") == Exit.FINE
    assert json.loads(capsys.readouterr().out)["title"] == "meldcode: overlay"


def test_a_kind_without_a_schema_is_wrong_usage() -> None:
    with pytest.raises(CommandError) as error:
        schema(Voice("nl"), "brief")
    assert "protocol, sector, overlay" in error.value.said("nl")
