"""What is said about an exercise file: every fault at its place, all of them at once, and nothing about a sound one."""

from pathlib import Path
from typing import NamedTuple

import pytest

from meldcode.protocol.diagnostics import LocalRefusedError, RefusedError
from meldcode.protocol.json_schema import schema
from meldcode.training import exercise
from meldcode.training.check import findings_of
from tests.protocol.json_schema_check import fits, typed
from tests.protocol.small_exercise import ENGLISH, MARK, TEXT, edited, found, write

TEACHING = TEXT[TEXT.index("teaching:") :]


class Fault(NamedTuple):
    """An exercise with one edit, what is said about it, and where: at the mark."""

    code: str
    old: str
    new: str
    values: dict[str, str]


def fault(code: str, old: str, new: str, **values: str) -> Fault:
    return Fault(code, old, new, values)


OVERCLAIM = "{id: kind_4_12.alleen_gelaten, because"
FACT = "{id: zus, when: {collega: ja}"
TURN = "answers: {veiligheid: ja, besluit: melden}, expect: {level: melden, flags: []}}"

REFUSED = {
    "a sector that is not there": fault("R15", "sector: onderwijs", "sector: →onderwijz", meant="onderwijs"),
    "an unknown key of teaching": fault("S01", "  careful: Een", "  →zorgvuldig: X\n  careful: Een", key="zorgvuldig"),
    "a difficulty that is none": fault("S04", "difficulty: basis", "difficulty: →makkelijk", given="makkelijk"),
    "minutes in words": fault("S07", "minutes: 20", "minutes: →twintig"),
    "a way of knowing that is none": fault(
        "S04", "how: gezien, because: U", "how: →gehoord, because: U", allowed="gezien, verteld, van_ander"
    ),
    "an exercise without norms": fault(
        "S02",
        TEACHING,
        "teaching:\n  →form: X\n  difficulty: basis\n  minutes: 20\n  goals: {zien: X.}\n  careful: X.\n"
        "  discussion: {gerucht: Wat?}\n",
        key="norms",
    ),
    "a part for a step that is not there": fault("R03", "{id: overleg,", "{id: →overlegg,", meant="overleg"),
    "a fact about a question that is not there": fault(
        "R01", "{collega: ja}, text", "{→colega: ja}, text", meant="collega"
    ),
    "a fact about an answer that is not there": fault("R02", "{collega: ja}, text", "{collega: →jaa}, text"),
    "a fact without a condition": fault("C01", "{collega: ja}, text", "→ja, text"),
    "a norm about a question that is not there": fault(
        "R01", "- {id: gesprek,", "- {id: →gesprekk,", name="gesprekk", meant="gesprek"
    ),
    "a norm about free text": fault("E04", "- {id: gesprek,", "- {id: →beschermend,", question="beschermend"),
    "a norm with an answer that is not there": fault(
        "R02", "accept: [gevoerd]", "accept: [gevoerd, →gevoert]", name="gevoert", meant="gevoerd"
    ),
    "a norm with a source that is not there": fault(
        "R04", "accept: [gevoerd]", "source: →wett, accept: [gevoerd]", name="wett"
    ),
    "a signal that is not there": fault(
        "E02", "{id: kind_4_12.honger_vuil, how", "{id: →kind_4_12.honger, how", meant="kind_4_12.honger_vuil"
    ),
    "an overclaim that is not there": fault("E02", OVERCLAIM, "{id: →kind_4_12.alleen, because"),
    "a signal that is an overclaim too": fault(
        "R11", OVERCLAIM, "{id: →kind_4_12.honger_vuil, because", name="kind_4_12.honger_vuil"
    ),
    "a fact that is there twice": fault("R11", FACT, f"{FACT}, text: X.}}, {{id: →zus, when: {{collega: ja}}"),
    "an answer to a question that is not there": fault("R01", "  thema: []", "  →thenen: []", name="thenen"),
    "an answer that does not exist": fault(
        "A01", "  collega: ja\n", "  collega: →jaa\n", key="collega", meant="ja", options="ja, nee"
    ),
    "a signal in the answers that does not exist": fault(
        "A13", "signal: kind_4_12.school_achteruit", "signal: kind_4_12.school"
    )._replace(new="signal: kind_4_12.school_achterui"),
    "answers that are a list": fault(
        "S03", TEXT[TEXT.index("answers:") : TEXT.index("expect: {level: h")], ""
    )._replace(new="answers: →[ja]\n"),
    "an answer after the turn that does not exist": fault("A01", "{veiligheid: ja,", "{veiligheid: →jaa,"),
}

WRONG = {
    "a reference answer outside its own norm": fault(
        "E03", "{id: gesprek, accept: [gevoerd]", "{id: →gesprek, accept: [uitgesteld]", given="gevoerd"
    ),
    "a norm that leaves room for nothing": fault("E03", "accept: [gevoerd]", "accept: []", accept="-"),
    "an answer that is missing": fault(
        "E05", "  vt_advies: niet_nodig\n", "", part="complete", got="false, vt_advies", wanted="true"
    ),
    "another level than comes out": fault(
        "E05", "expect: {level: hulp,", "expect: →{level: melden,", part="level", got="hulp", wanted="melden"
    ),
    "an action that does not come": fault(
        "E05", "expect: {level: hulp,", "expect: →{actions: [bel_112], level: hulp,", part="actions", wanted="bel_112"
    ),
    "another level than comes out after the turn": fault(
        "E05", "expect: {level: melden,", "expect: →{level: hulp,", part="level", got="melden", wanted="hulp"
    ),
    "a part for a step of another route": fault("E06", "{id: overleg,", "{id: →bestuur,", name="bestuur"),
    "an overclaim that the answers record": fault(
        "E07", OVERCLAIM, "{id: →kind_4_12.school_achteruit, because", name="kind_4_12.school_achteruit"
    ),
    "an answer to a question that is never asked": fault(
        "E08", "  hulp: ja\n", "  hulp: ja\n  →zeden: nee\n", question="zeden"
    ),
    "an answer of the turn that is never asked": fault(
        "E08", "{veiligheid: ja, b", "{→acceptatie: ja, veiligheid: ja, b", question="acceptatie"
    ),
}

WARNED = {
    "a fact that never comes": fault("W24", FACT, "{id: →zus, when: {collega: nee}", name="zus"),
    "new facts that change nothing": fault(
        "W25",
        TEXT[TEXT.index("  turn: {text") :],
        "  turn: →{text: De hulp loopt., answers: {veiligheid: nee}, expect: {level: hulp, flags: []}}\n",
    ),
    "a norm without a reference answer": fault(
        "W26", "- {id: gesprek, accept: [gevoerd]", "- {id: →zeden, accept: [nee]"
    ),
    "one question to discuss": fault(
        "W27", TEACHING.partition("  form")[0] + "  form: Verwaarlozing", "teaching:\n  →form: Verwaarlozing"
    ),
    "a signal that the example does not record so": fault(
        "W28", "{id: kind_4_12.honger_vuil, how: gezien", "{id: →kind_4_12.honger_vuil, how: van_ander", how="van_ander"
    ),
    "a place to fill in": fault("W06", "text: De collega", "text: INVULLEN De collega", keys="text"),
    "a place to fill in in an answer": fault("W06", "seen: Viel in slaap.", "seen: →INVULLEN", keys="seen"),
    "a sentence that is too long": fault("W05", "  careful: Een", f"  careful: {'Kort ' * 26}een", key="careful"),
}


def marked(one: Fault) -> tuple[str, tuple[int, int] | None]:
    """Return the exercise without its mark, and the place where that stood."""
    before, mark, after = edited(one.old, one.new).partition(MARK)
    place = (before.count("\n") + 1, len(before) - before.rfind("\n")) if mark else None
    return before + after, place


ALL = {**REFUSED, **WRONG, **WARNED}


@pytest.mark.parametrize("name", ALL)
def test_a_fault_is_found_at_its_place_with_its_line_and_what_was_meant(name: str, tmp_path: Path) -> None:
    one = ALL[name]
    text, place = marked(one)
    if name == "one question to discuss":
        text = text.replace(", grens: Wanneer meldt u?", "")
    finding = next(each for each in found(tmp_path, text) if each.code == one.code)
    assert {each.code for each in found(tmp_path, text)} == {one.code}
    assert place in (None, (finding.place.line, finding.place.column))
    assert finding.excerpt == text.splitlines()[finding.place.line - 1]
    assert one.values.items() <= finding.values.items()


@pytest.mark.parametrize("name", REFUSED)
def test_what_an_exercise_cannot_do_without_is_refused_as_someones_own_file(name: str, tmp_path: Path) -> None:
    text, _ = marked(REFUSED[name])
    with pytest.raises(LocalRefusedError) as refused:
        exercise.load(write(tmp_path, text))
    assert {each.code for each in refused.value.findings} == {REFUSED[name].code}
    assert all(each.excerpt for each in refused.value.findings)


@pytest.mark.parametrize("name", [*WRONG, *WARNED])
def test_what_only_asks_for_a_look_or_another_number_can_be_walked(name: str, tmp_path: Path) -> None:
    assert exercise.load(write(tmp_path, marked(ALL[name])[0])).id == "proef"


FORM = ("S01", "S02", "S03", "S04", "S07", "C01")


@pytest.mark.parametrize("name", [name for name, one in REFUSED.items() if one.code in FORM])
def test_what_is_refused_for_its_form_the_json_schema_refuses_too(name: str) -> None:
    assert not fits(typed(marked(REFUSED[name])[0]), schema("exercise"))


def test_a_sound_exercise_fits_its_schema_and_a_scenario_without_teaching_does_not() -> None:
    bare = TEXT.partition("teaching:")[0]
    assert fits(typed(TEXT), schema("exercise"))
    assert not fits(typed(bare), schema("exercise"))
    assert fits(typed(bare), schema("scenario"))
    assert fits(typed(ENGLISH), schema("translation"))


def test_about_a_sound_exercise_with_its_english_nothing_is_said(tmp_path: Path) -> None:
    assert found(tmp_path, TEXT, ENGLISH) == []


def test_without_any_english_that_is_said_once_and_with_some_where_it_is_missing(tmp_path: Path) -> None:
    (once,) = findings_of(write(tmp_path / "a", TEXT))
    assert (once.code, once.place.line) == ("W04", 1)
    assert {"title", "story", "discussion"} <= set(once.values["keys"].split(", "))
    less = ENGLISH.replace("  careful: A careful route also asked about the sister.\n", "")
    (left,) = findings_of(write(tmp_path / "b", TEXT, less))
    assert (left.code, left.values["keys"]) == ("W04", "careful")


def test_a_fault_in_the_english_is_shown_in_that_file(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, TEXT, ENGLISH.replace("  careful:", "  carefull:"))
    assert (finding.code, finding.place.line, finding.values["meant"]) == ("T01", 14, "careful")
    assert finding.place.file.endswith("/proef.en.yaml")
    assert finding.excerpt.startswith("  carefull:")


def test_all_findings_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = TEXT.replace("id: overleg", "id: overlegg").replace("honger_vuil, how: gezien, b", "honger, how: gezien, b")
    text = text.replace("accept: [nee]", "accept: [ja]").replace("collega: ja}", "colega: ja}")
    assert [each.code for each in found(tmp_path, text)] == ["R03", "R01", "E02", "E03"]


def test_an_exercise_with_faulty_answers_is_not_said_to_lead_elsewhere(tmp_path: Path) -> None:
    """One fault, one finding: what the other answers lead to says nothing."""
    text = edited("  veiligheid: nee", "  veiligheid: nooit")
    assert [each.code for each in found(tmp_path, text)] == ["A01"]


def test_an_ordinary_scenario_is_checked_too_and_needs_no_teaching_and_no_english(tmp_path: Path) -> None:
    bare = TEXT.partition("teaching:")[0]
    assert findings_of(write(tmp_path, bare)) == ()
    (finding,) = findings_of(write(tmp_path, bare.replace("level: hulp", "level: melden")))
    assert finding.code == "E05"


def test_a_scenario_without_teaching_is_no_exercise(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT.partition("teaching:")[0])
    for read in (exercise.load, exercise.entry):
        with pytest.raises(LocalRefusedError) as refused:
            read(path)
        (finding,) = refused.value.findings
        assert (finding.code, finding.place.line, finding.excerpt) == ("E01", 1, "format: 1")


def test_a_shipped_exercise_that_is_faulty_is_damaged_content_and_not_someones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, edited("id: overleg,", "id: overlegg,"))
    monkeypatch.setattr(exercise, "folder", lambda: tmp_path)
    with pytest.raises(RefusedError) as refused:
        exercise.load(path)
    assert not isinstance(refused.value, LocalRefusedError)


def test_a_file_that_cannot_be_read_is_one_finding(tmp_path: Path) -> None:
    (finding,) = findings_of(tmp_path / "weg.yaml")
    assert (finding.code, finding.values["reason"]) == ("Y18", "ENOENT")


def test_an_entry_of_the_list_says_what_the_exercise_says(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT, ENGLISH)
    entry, whole = exercise.entry(path), exercise.load(path)
    assert (entry.id, entry.sector, entry.title, entry.form) == (whole.id, whole.sector, whole.title, whole.form)
    assert (entry.difficulty, entry.minutes, entry.goals) == (whole.difficulty, whole.minutes, whole.goals)
