"""The debrief of a group: what it counts, what it leaves out, and what never leaves a result file."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Answered, Reopened
from meldcode.protocol.model import DECISION
from meldcode.training.attempt import Attempt, Counted, Happened
from meldcode.training.debrief import Debrief, debrief, scales
from meldcode.training.exercise import Exercise, load
from meldcode.training.gather import Gathered, files_of, gather
from meldcode.training.pace import spent
from meldcode.training.spread import FIRST, SECOND, Spread
from tests.shared import ROOT
from tests.training.made_group import BEGIN, Made, text_of, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

FILE = ROOT / "examples" / "exercises" / "brood-zonder-beleg.yaml"


@pytest.fixture(scope="module")
def exercise() -> Exercise:
    return load(FILE)


@pytest.fixture
def made(exercise: Exercise) -> Made:
    return Made(exercise)


def gathered(attempts: Iterable[Attempt], folder: Path, exercise: Exercise) -> Gathered:
    for attempt in attempts:
        written(attempt, folder)
    return gather(files_of([folder]), {exercise.id: exercise}.get)


def debriefed(attempts: Iterable[Attempt], folder: Path, exercise: Exercise) -> Debrief:
    found = gathered(attempts, folder, exercise)
    assert found.left == ()
    return debrief(found.groups[0])


def spread_of(found: Debrief, question: str, number: int = FIRST) -> Spread:
    return next(each for each in found.spreads if (each.question, each.round) == (question, number))


def test_a_group_that_follows_the_reference_is_of_one_mind_in_both_rounds(
    made: Made, exercise: Exercise, tmp_path: Path
) -> None:
    found = debriefed(made.group(12), tmp_path, exercise)
    first, second = spread_of(found, DECISION), spread_of(found, DECISION, SECOND)
    assert (first.counts["hulp"], second.counts["melden"]) == (12, 12)
    assert (first.within, second.within, first.alike) == (12, 12, 1)
    assert {each.kind: each.alpha for each in found.scales}["danger"] == pytest.approx(1)
    assert {each.kind: each.alpha for each in found.scales}["signals"] == pytest.approx(1)
    assert not any(station.parted or station.stopped for station in found.stations)
    assert [route.count for route in found.routes] == [12]
    assert [(each.round, each.advice) for each in found.weighed] == [(FIRST, "hulp"), (SECOND, "melden")]
    again = {each.question for each in found.spreads if each.round == SECOND}
    assert "veiligheid" in again
    assert "collega" not in again, "it was not asked again"
    assert {each.role: each.count for each in found.signals} == {"shown": 12, "overclaimed": 0}


def test_a_group_that_throws_dice_agrees_by_chance(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    found = debriefed(made.group(60, 0.0), tmp_path, exercise)
    for scale in found.scales:
        if scale.kind in ("danger", "signals"):
            assert scale.alpha == pytest.approx(0, abs=0.12), scale


def test_a_group_can_agree_and_be_outside_the_norm_together(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    """Agreement with each other and agreement with the reference are two things."""
    found = debriefed(made.group(10, always={"collega": "nee"}), tmp_path, exercise)
    spread = spread_of(found, "collega")
    assert (spread.alike, spread.within, spread.asked) == (1, 0, 10)
    assert spread.surely is not None
    assert spread.surely.low == 0
    flags = {each.flag: each.count for each in found.faults if each.code == "flag"}
    assert flags["collega_niet_geraadpleegd"] == 10


def test_shares_count_who_answered_and_not_who_was_never_asked(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    attempts = [*made.group(6), *(made.attempt(f"x{number}", always={"vermoeden": "nee"}) for number in range(3))]
    found = debriefed(attempts, tmp_path, exercise)
    assert spread_of(found, "vermoeden").asked == 9
    assert spread_of(found, "veiligheid").asked == 6


def test_one_parts_at_the_first_choice_that_differs_and_only_there(
    made: Made, exercise: Exercise, tmp_path: Path
) -> None:
    parting = {"collega": "nee", DECISION: "overleg"}
    attempts = [*made.group(5), *(made.attempt(f"x{number}", always=parting) for number in range(3))]
    found = debriefed(attempts, tmp_path, exercise)
    parted = {each.question: dict(each.parted) for each in found.stations if each.parted}
    assert parted == {"collega": {"nee": 3}}
    still = {each.question: each.still for each in found.stations}
    assert (still["collega"], still[DECISION]) == (8, 5)
    assert sorted(route.count for route in found.routes) == [3, 5]


def test_who_stopped_did_not_part(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    whole = made.attempt("vos")
    answered = [line for line in whole.lines if isinstance(line, Happened) and isinstance(line.event, Answered)]
    at = next(line for line in answered if line.event.question == "gesprek")  # type: ignore[union-attr]
    stopped = replace(whole, lines=whole.lines[: whole.lines.index(at)])
    found = debriefed([stopped, made.attempt("das")], tmp_path, exercise)
    place = next(each for each in found.stations if each.question == "gesprek")
    assert (place.still, place.stopped, dict(place.parted)) == (2, 1, {})
    assert found.unfinished == 1


def test_a_path_of_one_person_is_not_shown_apart(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    alone = made.attempt("alleen", always={"collega": "nee"})
    found = debriefed([*made.group(5), alone], tmp_path, exercise)
    assert [route.count for route in found.routes] == [5]


def test_the_decision_stands_beside_the_advice_of_ones_own_answers(
    made: Made, exercise: Exercise, tmp_path: Path
) -> None:
    found = debriefed(made.group(5, always={"direct_gevaar": "ja", DECISION: "overleg"}), tmp_path, exercise)
    first = next(each for each in found.weighed if each.round == FIRST)
    assert (first.advice, dict(first.decisions)) == ("bel_112", {"overleg": 5})


def test_signals_are_counted_as_seen_missed_and_added(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    one = [{"signal": "kind_4_12.honger_vuil", "seen": "Geen eten mee.", "how": "gezien", "on": "2026-11-09"}]
    extra = [*one, {"signal": "kind_4_12.alleen_gelaten", "seen": "Gehoord bij het hek.", "how": "gezien"}]
    attempts = [
        *made.group(3),
        made.attempt("x1", always={"signalen": one}),
        made.attempt("x2", always={"signalen": extra}),
    ]
    found = debriefed(attempts, tmp_path, exercise)
    counts = {each.signal: (each.role, each.count) for each in found.signals}
    assert counts["kind_4_12.honger_vuil"] == ("shown", 5)
    assert counts["kind_4_12.school_achteruit"] == ("shown", 3)
    assert counts["kind_4_12.alleen_gelaten"] == ("overclaimed", 1)
    assert next(each.signal for each in found.signals) == "kind_4_12.school_achteruit", "the most missed first"


def test_idle_gaps_are_left_out_and_counted(made: Made, exercise: Exercise) -> None:
    whole = made.attempt("vos")
    steady = [replace(line, at=BEGIN + timedelta(minutes=number)) for number, line in enumerate(whole.lines)]
    steady = [
        replace(line, at=line.at + timedelta(hours=2)) if number >= 3 else line for number, line in enumerate(steady)
    ]
    found = spent(exercise, Attempt(whole.head, tuple(steady)))
    assert found.away == 1
    assert sum(found.seconds.values()) == 60 * (len(steady) - 2)


def test_a_step_of_a_group_has_a_median_and_quartiles(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    found = debriefed(made.group(9), tmp_path, exercise)
    assert {each.round for each in found.paces} == {FIRST, SECOND}
    assert all(0 < each.low <= each.median <= each.high for each in found.paces)


def hands(made: Made, name: str, votes: dict[str, int]) -> Attempt:
    attempt = made.attempt(name)
    head = replace(attempt.head, mode="klas")
    at = attempt.lines[-1].at
    turned = next(
        at for at, line in enumerate(attempt.lines) if isinstance(line, Happened) and isinstance(line.event, Reopened)
    )
    before = Counted(at, "collega", votes)
    after = Counted(at, DECISION, {"melden": 7, "hulp": 2})
    return Attempt(head, (*attempt.lines[:turned], before, *attempt.lines[turned:], after))


def test_hands_of_a_class_are_voters_and_stay_apart_from_participants(
    made: Made, exercise: Exercise, tmp_path: Path
) -> None:
    attempts = [
        *made.group(5),
        hands(made, "groep-a", {"ja": 4, "nee": 6}),
        hands(made, "groep-b", {"ja": 10, "nee": 0, "x": 9}),
    ]
    found = debriefed(attempts, tmp_path, exercise)
    assert len(found.sats) == 5
    assert (found.classes, found.voters) == (2, 20)
    votes = {(each.question, each.round): dict(each.counts) for each in found.hands}
    assert votes["collega", FIRST] == {"ja": 14, "nee": 6}
    assert votes[DECISION, SECOND]["melden"] == 14
    assert spread_of(found, "collega").asked == 5


def test_what_can_not_be_looked_at_is_named_and_the_rest_goes_on(
    made: Made, exercise: Exercise, tmp_path: Path
) -> None:
    one = made.attempt("vos")
    later = replace(one, lines=tuple(replace(line, at=line.at + timedelta(days=1)) for line in one.lines))
    broken = {
        "double": text_of(replace(later, head=replace(one.head, participant=" VOS "))),
        "other_version": text_of(replace(one, head=replace(one.head, digest="sha256:0"))),
        "other_protocol": text_of(replace(one, head=replace(one.head, protocol="sha256:0"))),
        "unknown": text_of(replace(one, head=replace(one.head, exercise="niet-hier"))),
        "unfit-hands": text_of(hands(made, "klas", {"ja": 10**400})),
        "empty": text_of(replace(one, lines=one.lines[:1])),
        "unfit": text_of(one).replace('"question":"collega"', '"question":"bestaat_niet"').replace('"vos"', '"das"'),
        "not_exercise": json.dumps({"kind": "meldcode-zaak"}) + "\n",
        "newer": text_of(one).replace('"format":1', '"format":2', 1),
        "line": text_of(one).replace('"at":', '"op":', 2),
    }
    for name, text in broken.items():
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    (tmp_path / "aantekeningen.txt").write_text("geen uitslag", encoding="utf-8")
    (tmp_path / "unreadable.jsonl").symlink_to(tmp_path / "weg")
    found = gathered([one, made.attempt("egel")], tmp_path, exercise)
    assert {each.path.stem: each.why for each in found.left} == {
        name: name.partition("-")[0] for name in (*broken, "unreadable")
    }
    assert [sat.participant for sat in found.groups[0].sats] == ["egel", "vos"]


def test_a_file_that_is_named_twice_is_read_once(made: Made, tmp_path: Path) -> None:
    path = written(made.attempt("vos"), tmp_path)
    assert files_of([tmp_path, path, tmp_path]) == (path,)


def test_several_exercises_are_compared_by_pseudonym(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    """With one question a number for the decision does not exist; with two exercises it does."""
    first = gathered(made.group(8, 0.8), tmp_path, exercise).groups[0]
    other = replace(first, exercise=replace(exercise, id="andere"))
    alone = next(each for each in scales([first]) if each.kind == "signals")
    both = next(each for each in scales([first, other]) if each.kind == "signals")
    assert len(both.units) == 2 * len(alone.units)
    assert both.participants == alone.participants == 8


def test_the_work_grows_no_faster_than_the_group(made: Made, exercise: Exercise, tmp_path: Path) -> None:
    """Counted in calls, which no busy machine changes; pair by pair it would be nine times as much."""
    for size in (20, 60):
        (tmp_path / str(size)).mkdir()
    few, many = (
        calls(partial(debrief, gathered(made.group(size, 0.7), tmp_path / str(size), exercise).groups[0]))
        for size in (20, 60)
    )
    assert many < 4 * few


def calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls."""
    counted = Counter[str]()

    def seen(_frame: object, event: str, _argument: object) -> None:
        counted[event] += 1

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted["call"]
