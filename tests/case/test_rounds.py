"""A scenario with new facts is tried twice: as it was, and with what then changes; a walk comes to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode.case.events import Answered, Reopened, Started
from meldcode.case.scenario import misfits, rounds
from meldcode.case.state import replay
from meldcode.case.values import plain
from meldcode.protocol import library
from meldcode.protocol.scenario_file import read
from tests.protocol.small_exercise import TEXT, edited, write

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.case.events import Event
    from meldcode.case.scenario import Outcome

SCHOOL = library.protocol("onderwijs")


def outcomes(folder: Path, text: str = TEXT) -> tuple[Outcome, ...]:
    return rounds(SCHOOL, read(write(folder, text)))


def test_the_second_round_lays_the_new_answers_over_the_others_and_expects_what_the_turn_expects(
    tmp_path: Path,
) -> None:
    first, second = outcomes(tmp_path)
    assert (first.advice.level, second.advice.level) == ("hulp", "melden")
    assert (first.deviations(), second.deviations()) == ((), ())
    assert second.live["collega"] == "ja"
    assert second.scenario.expect.level == "melden"


def test_answers_of_the_first_round_that_are_no_longer_asked_are_no_fault_of_the_second(tmp_path: Path) -> None:
    first, second = outcomes(tmp_path)
    assert "acceptatie" in first.live
    assert "acceptatie" not in second.live
    assert second.advice.ignored == ()


def test_an_answer_of_the_turn_itself_that_is_never_asked_is_told(tmp_path: Path) -> None:
    _, second = outcomes(tmp_path, edited("{veiligheid: ja, b", "{acceptatie: ja, veiligheid: ja, b"))
    (deviation,) = second.deviations()
    assert (deviation.part, deviation.got) == ("ignored", ("acceptatie",))


def test_without_new_facts_there_is_one_round(tmp_path: Path) -> None:
    assert len(outcomes(tmp_path, TEXT[: TEXT.index("  turn:")])) == 1
    assert len(outcomes(tmp_path, TEXT.partition("teaching:")[0])) == 1


def test_a_case_that_is_weighed_again_ends_where_the_second_round_does(tmp_path: Path) -> None:
    """Reopening lays the weighing to rest and asks it anew; with the same answers that comes to the same."""
    first, second = outcomes(tmp_path)
    events: list[Event] = [Started("onderwijs", SCHOOL.digest, SCHOOL.version)]
    events += (Answered(name, plain(value)) for name, value in first.live.items())
    events.append(Reopened("Er is nieuws."))
    state = replay(SCHOOL, events)
    while open_ones := [name for name in state.path.reached if name not in state.answers and name in second.live]:
        events.append(Answered(open_ones[0], plain(second.live[open_ones[0]])))
        state = replay(SCHOOL, events)
    assert state.path.level == second.advice.level
    assert dict(state.answers) == dict(second.live)


def test_answers_that_do_not_fit_are_told_with_their_place(tmp_path: Path) -> None:
    text = edited("  collega: ja\n", "  collega: jaa\n").replace("  thema: []", "  tema: []")
    found = sorted(misfits(SCHOOL, read(write(tmp_path, text)).answers), key=lambda each: each.place)
    assert [(each.code, each.place.line, each.values["meant"]) for each in found] == [
        ("R01", 13, "thema"),
        ("A01", 14, "ja"),
    ]
