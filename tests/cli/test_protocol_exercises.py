"""`protocol check`, `test` and `schema` on scenarios and exercises: files, folders, and what is beside an overlay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from meldcode.cli.errors import Exit
from meldcode.cli.output import Voice
from meldcode.cli.protocol_try import test as try_out
from tests.cli.overlays import overlay
from tests.protocol.small_exercise import ENGLISH, TEXT, edited, write

if TYPE_CHECKING:
    from tests.cli.program import Program

FAULTY = edited("id: overleg,", "id: overlegg,").replace("accept: [nee]", "accept: [ja]")


def test_all_findings_about_an_exercise_come_at_once_with_place_caret_and_what_was_meant(program: Program) -> None:
    write(program.folder, FAULTY, ENGLISH.replace("overleg:", "overlegg:"))
    done = program.run("protocol", "check", "proef.yaml")
    assert done.code == 1
    first, second = (part for part in done.out.split("\n\n") if part.startswith("proef.yaml:"))
    assert first.startswith("proef.yaml:29:16: R03 De stap “overlegg” bestaat niet.")
    assert first.splitlines()[0].endswith("Bedoelde u “overleg”?")
    assert first.splitlines()[2].index("^") == first.splitlines()[1].index("overlegg")
    assert second.startswith("proef.yaml:34:12: E03 Op “direct_gevaar” is het voorbeeldantwoord nee")
    assert done.out.rstrip().endswith("Fouten: 2. Waarschuwingen: 0.")


def test_the_same_in_english_as_json_and_for_github(program: Program) -> None:
    write(program.folder, FAULTY, ENGLISH.replace("overleg:", "overlegg:"))
    done = program.run("protocol", "check", "proef.yaml", "--lang", "en", "--format", "json")
    found = [(each["code"], each["severity"], each["file"], each["line"]) for each in done.json["findings"]]
    assert found == [("R03", "error", "proef.yaml", 29), ("E03", "error", "proef.yaml", 34)]
    assert "The reference answer to" in done.json["findings"][1]["text"]
    done = program.run("protocol", "check", "proef.yaml", "--format", "github")
    assert done.out.startswith("::error file=proef.yaml,line=29,col=16,title=R03::")


def test_a_folder_is_checked_and_tried_whole(program: Program) -> None:
    write(program.folder / "map", TEXT, ENGLISH)
    (program.folder / "map" / "tweede.yaml").write_text(FAULTY, "utf-8")
    (program.folder / "map" / "kapot.yaml").write_text("scenario: [", "utf-8")
    done = program.run("protocol", "check", "map", "--format", "json")
    assert {each["file"]: each["code"] for each in done.json["findings"]}["map/kapot.yaml"] == "Y03"
    assert {each["file"] for each in done.json["findings"]} == {"map/tweede.yaml", "map/kapot.yaml"}
    assert done.code == 1


def test_a_translation_leads_to_the_exercise_that_it_translates(program: Program) -> None:
    write(program.folder, TEXT, ENGLISH)
    done = program.run("protocol", "check", "proef.en.yaml")
    assert (done.code, "Nagekeken: proef.yaml" in done.out) == (0, True)


def test_an_exercise_is_tried_in_both_rounds_and_the_round_that_differs_is_named(program: Program) -> None:
    write(program.folder)
    done = program.run("protocol", "test", "proef.yaml")
    assert (done.code, done.out) == (0, "proef.yaml: rondes: 2, met een verschil: 0.\n")
    write(program.folder, edited("expect: {level: melden", "expect: {level: bel_112"))
    done = program.run("protocol", "test", "proef.yaml")
    assert done.code == 1
    assert "niveau: melden. Verwacht: bel_112" in done.out
    assert ":38: proef" in done.out


def test_a_scenario_beside_an_overlay_is_tried_with_that_overlay(program: Program) -> None:
    question = "{add: question, after: collega, question: {id: buurt, ask: Wat zegt de buurt?, type: text}}"
    (program.folder / "overlay.yaml").write_text(overlay("stad", question), "utf-8")
    bare = TEXT.partition("teaching:")[0].replace("  collega: ja\n", "  collega: ja\n  buurt: Niets.\n")
    write(program.folder / "scenarios", bare)
    assert program.run("protocol", "check", "scenarios/proef.yaml").code == 0
    assert program.run("protocol", "test", "scenarios/proef.yaml").code == 0
    write(program.folder, bare)
    done = program.run("protocol", "check", "proef.yaml")
    assert (done.code, "R01" in done.out) == (1, True)


def test_walking_a_faulty_exercise_of_ones_own_says_where_it_is_faulty_and_not_that_the_program_is(
    program: Program,
) -> None:
    write(program.folder, FAULTY)
    done = program.run("train", "list", ".")
    assert done.code == 0
    done = program.run("protocol", "test", "proef.yaml")
    assert done.code == 0  # what it leads to is as expected: the faults are in the teaching
    write(program.folder, edited("sector: onderwijs", "sector: onderwijz"))
    done = program.run("protocol", "test", "proef.yaml")
    assert (done.code, done.out) == (4, "")
    assert "proef.yaml:3:9: R15" in done.err
    assert "beschadigd" not in done.err


@pytest.mark.parametrize("name", ["exercise", "scenario"])
def test_the_schema_of_an_exercise_asks_for_teaching(program: Program, name: str) -> None:
    done = program.run("protocol", "schema", name)
    assert done.code == 0
    assert ("teaching" in json.loads(done.out)["required"]) is (name == "exercise")


def test_without_names_all_sectors_are_tried_and_with_only_an_exercise_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert try_out(Voice("nl"), ["examples/exercises/brood-zonder-beleg.yaml"], stack=False) == Exit.FINE
    assert "scenario's" not in capsys.readouterr().out
