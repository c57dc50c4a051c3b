"""A few answers stand for all: whatever is answered, the conditions see it as one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from meldcode.case.answers import judged
from meldcode.case.values import Observation, plain
from meldcode.case.view import Answers
from meldcode.protocol.condition import FACTS, Answered, AtLeast, Is, YoungerThan
from meldcode.protocol.model import Question
from meldcode.prove.space import Space, Ticks
from meldcode.prove.witness import witnesses
from tests.prove.holding import holds
from tests.prove.samples import dice, person
from tests.prove.small import WORDS, choice, made, place, rule

if TYPE_CHECKING:
    from meldcode.case.values import Value
    from meldcode.protocol.condition import Leaf
    from meldcode.protocol.model import Protocol, QuestionType

LEAVES: dict[QuestionType, tuple[Leaf, ...]] = {
    "people": (
        *(Is(name, (value,)) for name, values in FACTS.items() for value in values),
        YoungerThan("jongste_leeftijd", 12),
        YoungerThan("jongste_leeftijd", 16),
        AtLeast("jongste_leeftijd", 14),
        AtLeast("q", 3),
        Answered("q"),
    ),
    "number": (AtLeast("q", 3), YoungerThan("q", 12), AtLeast("q", 12), Answered("q")),
    "text": (Answered("q"),),
    "date": (Answered("q"),),
}


def asking(kind: QuestionType, leaves: tuple[Leaf, ...], client: str = "kind") -> Protocol:
    """Return a protocol with one question `q`, read by these leaves."""
    question = Question("q", WORDS, WORDS, kind, place(), lists=("lijst",), client=client)
    return made([(1, [question])], [rule(f"r{at}", leaf) for at, leaf in enumerate(leaves)])


def outcomes(protocol: Protocol, value: Value | None) -> tuple[bool | None, ...]:
    view = Answers(protocol, {} if value is None else {"q": value})
    return tuple(each.when.judge(view) for each in protocol.rules)


@pytest.mark.parametrize("client", ["kind", "client", "ouder", "mantelzorger"])
def test_whoever_is_named_the_facts_are_those_of_one_of_the_examples(client: str) -> None:
    protocol, random = asking("people", LEAVES["people"], client), dice(client)
    seen = {outcomes(protocol, value) for value in witnesses([protocol], "q")}
    for _ in range(4000):
        people = [person(random) for _ in range(random.randrange(7))]
        assert outcomes(protocol, judged(protocol, protocol.questions["q"], people)) in seen, people


@pytest.mark.parametrize("kind", LEAVES)
def test_no_two_examples_look_alike_and_each_can_be_answered(kind: QuestionType) -> None:
    protocol = asking(kind, LEAVES[kind])
    found = witnesses([protocol], "q")
    assert len({outcomes(protocol, value) for value in found}) == len(found) > 0
    for value in found:
        assert judged(protocol, protocol.questions["q"], plain(value)) == value


@pytest.mark.parametrize("number", [0, 2, 3, 11, 12, 10**6])
def test_whatever_the_number_it_is_seen_as_one_of_the_examples(number: int) -> None:
    protocol = asking("number", LEAVES["number"])
    assert outcomes(protocol, number) in {outcomes(protocol, value) for value in witnesses([protocol], "q")}


def test_persons_about_whom_nothing_is_asked_are_one_example_and_nobody_another() -> None:
    protocol = asking("people", (Answered("q"),))
    assert len(witnesses([protocol], "q")) < len(witnesses([asking("people", LEAVES["people"])], "q"))
    assert () in witnesses([protocol], "q")


SIGNAL_LEAVES: tuple[Leaf, ...] = (
    AtLeast("q", 1, "acuut"),
    AtLeast("q", 1, "laag"),
    AtLeast("q", 3),
    Is("q", ("lijst.zwaar",)),
    Answered("q"),
)
MULTI_LEAVES: tuple[Leaf, ...] = (Is("q", ("a", "b")), Is("q", ("c",)), AtLeast("q", 2), AtLeast("q", 9), Answered("q"))


@pytest.mark.parametrize(
    ("kind", "leaves"), [("signals", SIGNAL_LEAVES), ("multi", MULTI_LEAVES)], ids=["signals", "multi"]
)
def test_ticks_are_judged_in_sets_as_the_engine_judges_them_one_answer_at_a_time(
    kind: QuestionType, leaves: tuple[Leaf, ...]
) -> None:
    options = choice("q", "a b c onbekend").options if kind == "multi" else ()
    protocol = asking(kind, leaves)
    protocol = replace(protocol, questions={"q": replace(protocol.questions["q"], options=options)})
    space, random = Space(protocol), dice(kind)
    question = space.questions["q"]
    assert isinstance(question, Ticks)
    for _ in range(300):
        chosen = {at: random.randrange(size) for at, size in enumerate(question.sizes)}
        value = space.answers(chosen).get("q")
        for leaf, outcome in zip(leaves, outcomes(protocol, value), strict=True):
            true, false = (holds(space.diagrams, node, chosen) for node in space.judged(protocol, "q", leaf))
            assert (true, false) == (outcome is True, outcome is False), (leaf, value)


def test_signals_that_no_condition_tells_apart_are_one() -> None:
    question = Space(asking("signals", (AtLeast("q", 1),))).questions["q"]
    assert isinstance(question, Ticks)
    assert question.items == (Observation("lijst.licht"),)
