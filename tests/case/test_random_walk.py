"""Random walks are complete, the same for the same seed, keep the answers that are fixed, and come everywhere."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

import pytest

from meldcode.case.advice import advise
from meldcode.case.answers import MAX_AGE, judged
from meldcode.case.random_walk import walks
from meldcode.case.scenario import PARTS, Tally
from meldcode.case.state import settled
from meldcode.case.values import plain
from meldcode.protocol.library import sector_ids
from tests.case.shipped import protocol_of

if TYPE_CHECKING:
    from meldcode.case.state import State
    from meldcode.case.values import Value


def some(sector: str, seed: int, amount: int, fixed: dict[str, Value] | None = None) -> list[State]:
    random = Random(seed)  # noqa: S311 - guards no secret
    return list(islice(walks(protocol_of(sector), random, fixed or {}), amount))


@pytest.mark.parametrize("sector", sector_ids())
def test_a_walk_is_complete_and_its_answers_are_such_as_a_person_could_give(sector: str) -> None:
    protocol = protocol_of(sector)
    for state in some(sector, 1, 30):
        again = {
            name: judged(protocol, protocol.questions[name], plain(value)) for name, value in state.answers.items()
        }
        assert again == state.answers
        assert advise(protocol, state) == advise(protocol, settled(protocol, again))
        assert advise(protocol, state).complete


def test_the_same_seed_gives_the_same_walks_and_another_seed_others() -> None:
    first, again, other = (some("onderwijs", seed, 20) for seed in (7, 7, 8))
    assert first == again
    assert first != other


def test_a_fixed_answer_is_given_wherever_its_question_is_reached() -> None:
    states = some("onderwijs", 7, 60, {"veiligheid": "nee", "thema": ("eer",)})
    assert {state.answers.get("veiligheid") for state in states} == {"nee", None}
    assert {state.answers["thema"] for state in states} == {("eer",)}
    assert all("veiligheid" in state.answers for state in states if "veiligheid" in state.path.reached)


def test_a_number_is_drawn_where_one_is_asked() -> None:
    protocol = protocol_of("onderwijs")
    asked = replace(protocol.questions["veiligheid"], id="aantal", type="number", options=(), when=None)
    first = replace(protocol.steps[0], questions=("aantal", *protocol.steps[0].questions))
    counting = replace(protocol, steps=(first, *protocol.steps[1:]), questions={**protocol.questions, "aantal": asked})
    drawn = {state.answers["aantal"] for state in islice(walks(counting, Random(7), {}), 30)}  # noqa: S311 - as above
    assert len(drawn) > 10
    assert drawn <= set(range(MAX_AGE + 1))


def test_some_hundreds_of_walks_come_nearly_everywhere() -> None:
    protocol = protocol_of("onderwijs")
    tally = Tally(protocol)
    for state in some("onderwijs", 7, 600):
        tally.add(advise(protocol, state), state.answers)
    never = [name for part in PARTS for name in tally.never(part)]
    assert len(never) < 10, never
    assert tally.never("levels") == tally.never("routes") == tally.never("flags") == ()


def test_what_can_wait_is_sometimes_waited_for_and_sometimes_answered() -> None:
    states = some("onderwijs", 7, 300)
    assert any("resultaat" in state.path.waiting for state in states)
    assert any("resultaat" in state.answers for state in states)
