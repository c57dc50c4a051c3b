"""Which cases end differently is what the engine says of each of them, whatever was answered or left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.case.advice import advise
from meldcode.case.answers import AnswerError, judged
from meldcode.case.state import settled
from meldcode.prove import locate
from meldcode.prove.impact import Impact
from meldcode.prove.locate import Case, Locator
from meldcode.prove.space import Space
from tests.prove.mutants import mutants
from tests.prove.samples import answers, dice
from tests.prove.shipped import protocol_of
from tests.prove.small import at_random, every_answer
from tests.prove.test_difference import taken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from meldcode.protocol.model import Protocol
    from meldcode.prove.impact import Fate


def ending(protocol: Protocol, given: Mapping[str, Any]) -> tuple[str, Any]:
    known = taken(protocol, given)
    lists = {each.id for one in protocol.signal_lists.values() for each in one.signals}
    for name, question in protocol.questions.items():
        if question.type == "signals" and name in known:
            asked = {each.id for one in question.lists for each in protocol.signal_lists[one].signals}
            known[name] = [item for item in known[name] if item["signal"] in asked & lists]
    values = {name: judged(protocol, protocol.questions[name], value) for name, value in known.items()}
    advice = advise(protocol, settled(protocol, values))
    rest = (advice.route, {each.id for each in advice.actions}, {each.id for each in advice.flags}, advice.complete)
    return advice.level, rest


def fate(old: Protocol, new: Protocol, given: Mapping[str, Any]) -> Fate | None:
    before, after = ending(old, given), ending(new, given)
    return None if before == after else (before[0], after[0])


@pytest.mark.parametrize("seed", range(8))
def test_every_case_of_small_protocols_has_the_fate_that_the_engine_gives(seed: int) -> None:
    random = dice(seed)
    old = at_random(random)
    new = random.choice([mutant for _, mutant in mutants(old)])
    impact = Impact(old, new)
    for given in every_answer(old):
        assert impact.fate(given) == fate(old, new, given), given


@pytest.mark.parametrize(
    ("first", "second"), [("onderwijs", "zorg-arts"), ("zorg-arts", "algemeen"), ("sport", "jeugdhulp")]
)
def test_cases_have_the_fate_that_the_engine_gives(first: str, second: str) -> None:
    old, new = protocol_of(first), protocol_of(second)
    impact, random = Impact(old, new), dice(first)
    for number in range(60):
        given = answers(old, random, left_out=(number % 4) / 5)
        assert impact.fate(given) == fate(old, new, given), given


def test_a_case_that_is_not_touched_ends_the_same() -> None:
    protocol = protocol_of("onderwijs")
    impact, random = Impact(protocol, protocol), dice("same")
    assert all(impact.fate(answers(protocol, random, 0.1)) is None for _ in range(20))


def test_an_answer_that_no_protocol_takes_is_refused_where_the_difference_rests_on_it() -> None:
    impact = Impact(protocol_of("onderwijs"), protocol_of("zorg-arts"))
    with pytest.raises(AnswerError) as refused:
        impact.fate({"direct_gevaar": "misschien"})
    assert (refused.value.question, refused.value.code) == ("direct_gevaar", "A01")


@pytest.mark.parametrize("raw", [True, 1, None, {}, [[]], ["nee"], "NEE"])
def test_no_value_is_mistaken_for_an_answer_that_it_looks_like(raw: object) -> None:
    impact = Impact(protocol_of("onderwijs"), protocol_of("zorg-arts"))
    impact.fate({"direct_gevaar": "nee", "thema": []})
    with pytest.raises(AnswerError):
        impact.fate({"direct_gevaar": raw})


def test_a_text_is_not_mistaken_for_the_list_that_it_looks_like() -> None:
    old, new = protocol_of("onderwijs"), protocol_of("zorg-arts")
    space = Space(old, new)
    locator, variable = Locator(space, old, new), space.questions["thema"].variable
    assert Case(locator, {"thema": ["eer"]})[variable] == 1
    with pytest.raises(AnswerError):
        Case(locator, {"thema": "['eer']"})[variable]


def test_of_a_text_only_is_seen_that_it_is_there_and_none_is_remembered() -> None:
    old, new = protocol_of("onderwijs"), protocol_of("zorg-arts")
    space = Space(old, new)
    locator, variable = Locator(space, old, new), space.questions["beschermend"].variable
    assert [Case(locator, {"beschermend": text})[variable] for text in ("Oma helpt.", "De buren.")] == [1, 1]
    assert Case(locator, {})[variable] == 0
    assert locator.spots[variable]._known == {}  # noqa: SLF001 - that nothing stays shows nowhere else


def test_what_is_remembered_stays_bounded_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = protocol_of("onderwijs"), protocol_of("zorg-arts")
    random = dice("memory")
    given = [answers(old, random, 0) for _ in range(60)]
    whole = Impact(old, new)
    expected = [whole.fate(each) for each in given]
    monkeypatch.setattr(locate, "REMEMBERED", 3)
    small = Impact(old, new)
    assert [small.fate(json.loads(json.dumps(each))) for each in given] == expected
    assert max(len(spot._known) for spot in small._locator.spots.values()) <= 3  # noqa: SLF001 - that it is bounded shows nowhere else
