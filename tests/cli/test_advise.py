"""`meldcode advise`: one file in, one advice out; many lines in, as many out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.program import COMPLETE, INCOMPLETE
from tests.export.schema import violations
from tests.export.test_json import SCHEMA

if TYPE_CHECKING:
    from tests.cli.program import Program

COMPLETE_JSON = json.dumps(COMPLETE)
INCOMPLETE_JSON = json.dumps(
    {"sector": "onderwijs", "municipality": "Utrecht", "answers": {"veiligheid": "ja", "direct_gevaar": "nee"}}
)


@pytest.mark.parametrize(
    ("form", "begins"),
    [("text", "SAMENVATTING MELDCODE\n"), ("md", "# Samenvatting meldcode\n"), ("json", '{\n "format": 1')],
)
def test_it_advises_in_every_form_and_says_by_its_code_whether_the_advice_is_complete(
    program: Program, form: str, begins: str
) -> None:
    done = program.run("advise", "--answers", program.file("zaak.json", COMPLETE_JSON), "--format", form)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(begins)
    assert "Meld bij Veilig Thuis" in done.out
    part = program.run("advise", "--answers", program.file("zaak.yaml", INCOMPLETE), "-f", form)
    assert (part.code, part.err) == (3, "")
    assert "Meld bij Veilig Thuis" in part.out


def test_json_out_is_what_the_schema_says(program: Program) -> None:
    done = program.run("advise", "--answers", program.file("zaak.yaml", INCOMPLETE), "--format", "json")
    assert list(violations(done.json, SCHEMA)) == []
    assert done.json["region"] == {"id": done.json["region"]["id"], "name": "Utrecht"}
    assert done.json["complete"] is False


@pytest.mark.parametrize(
    "content",
    [
        INCOMPLETE,
        "\ufeff" + INCOMPLETE,
        INCOMPLETE_JSON,
        f"\n  {INCOMPLETE_JSON}",
    ],
)
def test_standard_input_is_yaml_or_what_starts_with_a_brace_json(program: Program, content: str) -> None:
    done = program.run("advise", "--answers", "-", "--format", "json", stdin=content)
    assert done.code == 3
    assert done.json == program.run("advise", "-a", program.file("z.yaml", INCOMPLETE), "-f", "json").json


def test_options_win_over_what_the_file_says(program: Program) -> None:
    file = program.file("zaak.yaml", INCOMPLETE)
    done = program.run("advise", "--answers", file, "-s", "zorg-arts", "-m", "Groningen", "--format", "json")
    assert done.json["protocol"]["id"] == "zorg-arts"
    assert done.json["municipality"] == "Groningen"


@pytest.mark.parametrize("empty", ["answers:\n", "answers: {}\n"])
def test_no_answers_at_all_give_the_list_of_what_is_asked(program: Program, empty: str) -> None:
    done = program.run("advise", "--sector", "algemeen", "--answers", "-", "--format", "json", stdin=empty)
    assert done.code == 3
    assert done.json["next"] == "direct_gevaar"
    assert done.json["advice"]["level"] == "overleg"


def test_answers_that_are_not_asked_or_not_known_are_named_and_not_used(program: Program) -> None:
    answers = "answers: {vermoeden: nee, veiligheid: ja, zzz: 1, aaa: 2}\n"
    done = program.run("advise", "--sector", "algemeen", "--answers", "-", "--format", "json", stdin=answers)
    assert [each["question"] for each in done.json["ignored"]] == ["veiligheid", "aaa", "zzz"]
    assert done.json["ignored"][1]["reason"] == "Dit protocol kent deze vraag niet."
    assert done.json["advice"]["level"] == "overleg"


def test_of_what_is_no_question_only_the_beginning_is_repeated(program: Program) -> None:
    name = "vraag" + "x" * 5000
    answers = f'{{"answers": {{"{name}": 1}}}}'
    for form in ("text", "json"):
        done = program.run("advise", "--sector", "algemeen", "--answers", "-", "--format", form, stdin=answers)
        assert (name[:40] in done.out, name[:200] in done.out) == (True, False)


def test_without_a_sector_it_says_how_to_choose_one(program: Program) -> None:
    done = program.run("advise", "--answers", "-", stdin="answers: {}\n")
    assert (done.code, done.out) == (2, "")
    assert "meldcode sectors" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["-s", "onderwjis"], 3, "Bedoeld is sector onderwijs (u typte: onderwjis)."),
        (["-s", "Onderwijs "], 3, ""),
        (["-s", "zorg"], 2, "Bedoelde u: zorg-"),
        (["-s", "qqqq"], 2, "Kies uit: algemeen"),
        (["-s", "../../etc"], 2, "bestaat niet"),
        (["-m", "Utrect"], 3, "Bedoeld is gemeente Utrecht (u typte: Utrect)."),
        (["-m", "Bergen"], 2, "Bedoelde u Bergen (NH.) of Bergen (L.)?"),
        (["-m", "Qqqqqq"], 2, "is niet gevonden"),
    ],
)
def test_a_name_that_is_clearly_meant_is_used_and_said_and_any_other_asked_back(
    program: Program, arguments: list[str], code: int, said: str
) -> None:
    done = program.run("advise", "--answers", program.file("zaak.yaml", INCOMPLETE), *arguments)
    assert done.code == code
    assert said in done.err
    assert bool(done.out) == (code == 3)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.yaml", "sector: onderwijs\nanwsers: {}\n", ["a.yaml:1:1: S02", "a.yaml:2:1: S01", "Bedoelde u “answers”?"]),
        ("a.yaml", "answers:\n  gesprek: gevoert\n", ["a.yaml:2:12: A01", "Bedoelde u “gevoerd”?"]),
        ("a.yaml", "answers: {thema: eer, weging: []}\n", ["a.yaml:1:18: A02", "a.yaml:1:31: "]),
        ("a.yaml", "answers: [a]\n", ["a.yaml:1:1: A15"]),
        ("a.yaml", "- a\n", ["a.yaml:1:1: A15"]),
        ("a.yaml", "answers: {a: 1\n", ["Y03"]),
        ("a.yaml", "answers: {a: 1, a: 2}\n", ["Y04"]),
        ("a.json", '{"answers": {"gesprek": 1}, "sctor": "x"}', ["a.json:1:1: S01", "Bedoelde u “sector”?"]),
        ("a.json", '{"answers":\n {"gesprek" 1}}', ["a.json:2:13: Y19"]),
        ("a.json", "{", ["a.json:1:2: Y19"]),
    ],
)
def test_a_file_that_is_not_right_is_refused_with_place_code_and_remedy(
    program: Program, name: str, content: str, expected: list[str]
) -> None:
    done = program.run("advise", "--sector", "onderwijs", "--answers", program.file(name, content))
    assert (done.code, done.out) == (4, "")
    for part in expected:
        assert part in done.err


class TestLines:
    """A file of lines: per line a result, or an error with its id."""

    def advise(self, program: Program, *lines: str | bytes, options: tuple[str, ...] = ()) -> tuple[int, list[Any]]:
        content = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
        done = program.run("advise", "--answers", program.file("zaken.jsonl", content), *options)
        assert done.err == ""
        return done.code, done.lines

    def test_good_and_incomplete_lines_are_results_and_the_code_is_0(self, program: Program) -> None:
        code, (first, second) = self.advise(
            program,
            json.dumps({"id": "a", **COMPLETE}),
            '{"id": 2, "sector": "zorg-arts", "answers": {"veiligheid": "ja"}}',
        )
        assert code == 0
        assert (first["id"], first["complete"], first["protocol"]["id"]) == ("a", True, "basismodel")
        assert (second["id"], second["complete"], second["protocol"]["id"]) == (2, False, "zorg-arts")
        for line in (first, second):
            assert list(violations(line, SCHEMA)) == []

    def test_a_line_that_failed_is_an_error_with_its_id_and_line_and_the_code_is_1(self, program: Program) -> None:
        code, found = self.advise(
            program,
            '{"id": "a", "answers": {"gesprek": "x"}}',
            '{"id": "b", "antwoorden": {}}',
            '{"id": "c", "answers": {}, "sector": "qqqq"}',
            '{"id": "d", "answers": {}, "municipality": "Bergen"}',
            '{"id": "e", "answers"',
            '{"id": "f", "answers": {"gesprek": "gevoerd"}}',
            options=("--sector", "algemeen"),
        )
        assert code == 1
        ids = [(line["id"], line.get("line"), line.get("error", {}).get("codes")) for line in found]
        assert ids == [
            ("a", 1, ["A01"]),
            ("b", 2, ["S01", "S02"]),
            ("c", None, None),  # the option wins
            ("d", 4, ["cli.municipality_meant"]),
            (None, 5, ["Y19"]),
            ("f", None, None),
        ]
        assert "zaken.jsonl:1:1: A01" in found[0]["error"]["text"]

    def test_without_a_sector_only_the_lines_that_name_one_are_advised(self, program: Program) -> None:
        code, found = self.advise(program, '{"id": 1, "answers": {}}', '{"id": 2, "sector": "algemeen", "answers": {}}')
        assert code == 1
        assert found[0]["error"]["codes"] == ["cli.no_sector"]
        assert found[1]["advice"]["level"] == "overleg"

    @pytest.mark.parametrize(
        "line",
        [
            "null",
            "[]",
            '"a"',
            "1",
            "NaN",
            '{"id": NaN, "answers": {}}',
            '{"id": 1.5, "answers": {}}',
            '{"id": 1e999, "answers": {}}',
            '{"id": true, "answers": {}}',
            '{"id": {"a": 1}, "answers": {}}',
            '{"answers": {"weging": Infinity}}',
            '{"answers": []}',
            '{"answers": false}',
            '{"answers": {}, "sector": ["algemeen"]}',
            '{"answers": {}, "answers": {}}',
            '{"answers": {}} {}',
            '{"answers": ' + "[" * 100_000 + "]" * 100_000 + "}",
            '{"answers": {"weging": ' + "9" * 5000 + "}}",
            b'{"answers": {"weging": "caf\xff"}}',
            b'{"answers": {"weging": "\x00"}}',
            '{"answers": {"weging": "\\ud800"}}',
            '{"answers": {"weging": "' + "a" * 2_000_000 + '"}}',
        ],
        ids=lambda line: str(line)[:40],
    )
    def test_a_bad_line_never_stops_the_others(self, program: Program, line: str | bytes) -> None:
        good = '{"id": "goed", "answers": {}}'
        code, found = self.advise(program, good, line, good, options=("--sector", "algemeen"))
        assert code == 1
        assert [each["id"] for each in found] == ["goed", None, "goed"]
        assert found[1]["line"] == 2
        assert found[1]["error"]["codes"]

    def test_blank_lines_a_byte_order_mark_and_windows_line_ends_are_no_errors(self, program: Program) -> None:
        good = '{"answers": {}}\r'
        code, found = self.advise(program, "\ufeff" + good, "", "  \r", good, options=("--sector", "algemeen"))
        assert code == 0
        assert len(found) == 2

    def test_standard_input_can_be_lines_too(self, program: Program) -> None:
        done = program.run("advise", "--jsonl", "-s", "algemeen", "-a", "-", stdin='{"answers": {}}\n{"answers": 1}')
        assert done.code == 1
        assert ["error" in line for line in done.lines] == [False, True]

    def test_a_file_of_lines_that_is_not_there_is_refused(self, program: Program) -> None:
        done = program.run("advise", "--answers", "er-is-niets.jsonl")
        assert (done.code, done.out) == (4, "")
        assert "er-is-niets.jsonl kan niet worden gelezen: het bestaat niet" in done.err

    def test_a_line_gives_what_a_file_gives(self, program: Program) -> None:
        _, (line,) = self.advise(program, COMPLETE_JSON)
        whole = program.run("advise", "--answers", program.file("a.json", COMPLETE_JSON), "--format", "json").json
        assert line == {"id": None, **whole}
