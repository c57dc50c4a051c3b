"""What two protocols advise differently: exactly what trying every answer shows, and every example shows it."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.case.advice import advise
from meldcode.case.answers import judged
from meldcode.case.state import settled
from meldcode.protocol import condition as c
from meldcode.prove.diagram import UnprovenError
from meldcode.prove.difference import COMPLETE, Situation, difference
from tests.prove import small
from tests.prove.mutants import mutants
from tests.prove.naive import Naive
from tests.prove.samples import answers, dice
from tests.prove.shipped import SECTORS, protocol_of
from tests.prove.small import at_random, every_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from meldcode.protocol.model import Protocol
    from tests.prove.naive import Outcome

Turn = tuple[str, str, str]
"""What differs, before and after: as a situation has it."""


def taken(protocol: Protocol, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers that the protocol knows: its questions, their options, ticks it has."""
    found: dict[str, Any] = {}
    for name, value in given.items():
        question = protocol.questions.get(name)
        options = [option.id for option in question.options] if question else []
        if question and question.type == "multi":
            found[name] = [tick for tick in value if tick in options]
        elif question and (question.type != "choice" or value in options):
            found[name] = value
    return found


def turns(before: Outcome, after: Outcome) -> Iterator[Turn]:
    """Yield every part in which two outcomes differ."""
    for about, old, new in (("level", before.level, after.level), ("route", before.route, after.route)):
        if old != new:
            yield about, old, new
    for about in ("flag", "action", COMPLETE):
        olds, news = sets(about, before), sets(about, after)
        yield from ((about, name, "") for name in olds - news)
        yield from ((about, "", name) for name in news - olds)


def sets(about: str, outcome: Outcome) -> set[str]:
    whole = {COMPLETE} if outcome.complete else set()
    return {"flag": outcome.flags, "action": outcome.actions, COMPLETE: whole}[about]


def tried(old: Protocol, new: Protocol) -> dict[Turn, int]:
    """Return every turn that some answers show, with the number of walks complete in both (for `complete`: in one)."""
    one, other = Naive(old), Naive(new)
    found: dict[Turn, int] = {}
    for given in every_answer(replace(old, questions={**new.questions, **old.questions})):
        before, after = one.evaluate(taken(old, given)), other.evaluate(taken(new, given))
        counts = given.keys() == before.live.keys() | after.live.keys()
        for turn in turns(before, after):
            whole = turn[0] == COMPLETE or (before.complete and after.complete)
            found[turn] = found.get(turn, 0) + int(counts and whole)
    return found


def turn_of(situation: Situation) -> Turn:
    return situation.about, situation.before, situation.after


def unshown(old: Protocol, new: Protocol, situations: Iterable[Situation]) -> list[Turn]:
    """Return each situation whose own answers, put to the engine, do not show it."""
    return [
        turn_of(each)
        for each in situations
        if turn_of(each) not in set(turns(ended(old, each.old), ended(new, each.new)))
    ]


def ended(protocol: Protocol, given: Mapping[str, Any]) -> Any:  # noqa: ANN401 - what `turns` reads of an outcome
    """Return what `advise` makes of an answers file, in the form of an outcome."""
    values = {name: judged(protocol, protocol.questions[name], value) for name, value in given.items()}
    advice = advise(protocol, settled(protocol, values))
    assert not advice.ignored
    return Ended(advice)


class Ended:
    def __init__(self, advice: Any) -> None:  # noqa: ANN401 - advice
        self.level, self.route, self.complete = advice.level, advice.route, advice.complete
        self.flags = {flag.id for flag in advice.flags}
        self.actions = {action.id for action in advice.actions}


def countable(protocol: Protocol) -> bool:
    """Tell whether each answer of a question is one that conditions can tell from the others."""
    return not {"people", "signals"} & {question.type for question in protocol.questions.values()}


@pytest.mark.parametrize("seed", range(25))
def test_the_difference_is_exactly_what_trying_every_answer_shows(seed: int) -> None:
    random = dice(seed)
    old = at_random(random)
    changed = random.choice([mutant for _, mutant in mutants(old)])
    for new in (changed, at_random(random)):
        if len({**old.questions, **new.questions}) > 6:
            continue
        found, shown = difference(old, new), tried(old, new)
        assert {turn_of(each) for each in found.situations} == shown.keys()
        if countable(old) and countable(new):
            assert {turn_of(each): each.paths for each in found.situations} == shown
        assert unshown(old, new, found.situations) == []


@pytest.mark.parametrize("sector", SECTORS)
def test_a_protocol_does_not_differ_from_itself(sector: str) -> None:
    protocol = protocol_of(sector)
    found = difference(protocol, protocol)
    assert found.situations == ()
    assert found.paths > 0


def test_two_sectors_are_compared_within_seconds_and_every_example_shows_what_it_says() -> None:
    old, new = protocol_of("onderwijs"), protocol_of("zorg-arts")
    began = process_time()
    found = difference(old, new)
    assert process_time() - began < 5
    assert {each.about for each in found.situations} == {"level", "route", "flag", "action", "complete"}
    assert unshown(old, new, found.situations) == []


@pytest.mark.parametrize("sector", ["onderwijs", "zorg-arts", "sport"])
def test_what_random_answers_show_of_a_changed_protocol_is_in_the_difference(sector: str) -> None:
    old = protocol_of(sector)
    one = Naive(old)
    for name, new in dice(sector).sample(list(mutants(old)), 12):
        found, other, random = difference(old, new), Naive(new), dice(name)
        drawn = [answers(old, random, left_out) for left_out in (0, 0, 0.1, 0.4)]
        shown = {turn for given in drawn for turn in turns(one.evaluate(given), other.evaluate(taken(new, given)))}
        assert shown <= {turn_of(each) for each in found.situations}, name
        assert unshown(old, new, found.situations) == [], name


def test_levels_that_fall_come_first() -> None:
    situations = difference(protocol_of("onderwijs"), protocol_of("zorg-arts")).situations
    falls = [turn_of(each) for each in situations if each.about == "level"]
    assert falls[0] == ("level", "melden", "overleg")
    assert falls[1:] == sorted(falls[1:], key=lambda turn: turn[1:] == ("melden", "overleg"))


def test_what_differs_only_while_something_is_missing_says_so() -> None:
    question = small.choice("veiligheid", "nee ja", rising=True)
    rules = [small.rule("onveilig", c.Is("veiligheid", ("ja",)), "melden")]
    rules.append(small.rule("rest", c.Is("veiligheid", ("nee",)), "afsluiten"))
    old = small.made([(1, [question])], rules)
    calm = small.rule("leeg", c.Not(c.Answered("veiligheid")), "melden")
    found = difference(old, small.made([(1, [question])], [*rules, calm]))
    assert [(turn_of(each), each.paths, each.new) for each in found.situations] == [
        (("level", "overleg", "melden"), 0, {})
    ]


def test_a_question_of_two_types_is_not_compared() -> None:
    one = small.made([(1, [small.choice("thema", "eer kmdf")])], [])
    other = small.made([(1, [small.special("multi")])], [])
    with pytest.raises(UnprovenError) as refused:
        difference(one, other)
    assert refused.value.code == "U02"


def test_what_is_too_entangled_is_not_compared() -> None:
    with pytest.raises(UnprovenError) as refused:
        difference(protocol_of("onderwijs"), protocol_of("zorg-arts"), limit=1000)
    assert refused.value.code == "U01"
