"""The shipped exercises: sound, translated, invented, over all sectors and forms, and they lead where they say."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from meldcode.case.scenario import rounds
from meldcode.protocol import library
from meldcode.protocol.scenario_file import read
from meldcode.training import exercise
from meldcode.training.check import findings_of
from meldcode.training.remarks import looked, remarks
from meldcode.wizard.talk import Ending
from tests.training.walking import Participant, Walk

if TYPE_CHECKING:
    from pathlib import Path

PATHS = exercise.shipped()
AT_LEAST = 20


def named(path: Path) -> str:
    return path.stem


@cache
def walked(path: Path) -> tuple[Walk, Participant]:
    """Return the walk of someone who gives the reference answers, and the pages that came by."""
    loaded = exercise.load(path)
    participant = Participant(loaded)
    return Walk(participant, exercise=loaded), participant


def test_there_are_at_least_twenty_over_most_sectors_and_every_difficulty() -> None:
    entries = [exercise.entry(path) for path in PATHS]
    assert len(entries) >= AT_LEAST
    assert {each.difficulty for each in entries} == set(exercise.DIFFICULTIES)
    assert len({each.sector for each in entries}) >= AT_LEAST // 2
    assert len({each.form.nl for each in entries}) >= AT_LEAST // 2


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_a_shipped_exercise_is_sound_and_about_nothing_in_it_there_is_anything_to_say(path: Path) -> None:
    assert [(each.code, each.place.line, each.values) for each in findings_of(path)] == []
    assert exercise.load(path).id == path.stem


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_it_has_its_english_beside_it(path: Path) -> None:
    assert path.with_suffix(".en.yaml").is_file()


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_its_answers_lead_where_it_says_in_every_round(path: Path) -> None:
    spec = read(path)
    outcomes = rounds(library.protocol(spec.sector), spec)
    assert [outcome.deviations() for outcome in outcomes] == [()] * len(outcomes)
    assert len(outcomes) == (2 if spec.teaching and spec.teaching.turn else 1)


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_the_wizard_comes_with_those_answers_to_the_same_end_and_tells_the_whole_story(path: Path) -> None:
    spec = read(path)
    *_, last = rounds(library.protocol(spec.sector), spec)
    walk, participant = walked(path)
    assert walk.ending is Ending.FINISHED
    assert walk.sitting.state.path.level == last.advice.level
    assert dict(walk.answers) == dict(last.live)
    loaded = walk.sitting.exercise
    pieces = {f"part.{name}" for name in loaded.parts} | {f"fact.{fact.id}" for fact in loaded.facts}
    assert set(walk.attempt.told) == pieces | ({"turn"} if loaded.turn else set())
    assert len(participant.titles) >= 1 + len(pieces)


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_its_own_example_is_within_its_norms_and_against_nothing(path: Path) -> None:
    """Someone who does just as the example reads no fault, other than a flag that the exercise itself expects."""
    walk, _ = walked(path)
    spec = read(path)
    expected = {*spec.expect.flags, *(spec.teaching.turn.expect.flags if spec.teaching and spec.teaching.turn else ())}
    said = remarks(looked(walk.sitting.exercise, walk.attempt))
    wrong = [each for each in said if each.kind == "fault" and each.question not in expected]
    assert [(each.code, each.question, each.signal) for each in wrong] == []
    assert [each.question for each in said if each.code == "outside"] == []
    assert [each.signal for each in said if each.code in ("signal_missed", "overclaimed")] == []


@pytest.mark.parametrize("path", PATHS, ids=named)
def test_it_holds_no_number_or_address_that_could_be_somebodys(path: Path) -> None:
    """112 and Veilig Thuis may be in a story; nobody is called by mistake."""
    for each in (path, path.with_suffix(".en.yaml")):
        text = each.read_text("utf-8")
        assert all(number == "0800-2000" for number in re.findall(r"\b0\d[\d-]{6,}\b", text))
        assert not re.search(r"\S+@\S+\.\w|https?://(?!raw)", text)
