"""What is built on a protocol is held against it: I-11."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.case.answers import judged
from meldcode.case.path import trace
from meldcode.protocol.condition import AtLeast, Is, YoungerThan
from meldcode.protocol.model import Contact, Item, Text
from meldcode.prove.proof import prove
from tests.prove.mutants import mutants, with_question
from tests.prove.naive import Naive
from tests.prove.samples import dice
from tests.prove.shipped import protocol_of
from tests.prove.small import WORDS, at_random, choice, every_answer, made, multi, rule, some_condition

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from meldcode.protocol.model import Protocol
    from meldcode.prove.report import Counterexample

SOUND = "algemeen"


def weaker(overlay: Protocol, base: Protocol) -> list[Counterexample]:
    """Return what the proof says about I-11."""
    return [each for each in prove(overlay, base).broken if each.invariant == "I-11"]


def grown(protocol: Protocol, random: Random) -> Protocol:
    """Return the protocol with one more question, a rule that reads it, and now and then a careless edit."""
    extra = choice("extra", "a b")
    first = protocol.steps[0]
    at = random.randrange(len(first.questions) + 1)
    placed = replace(first, questions=(*first.questions[:at], "extra", *first.questions[at:]))
    when = some_condition(random, [*protocol.questions.values(), extra], 2)
    edited = random.choice(list(mutants(protocol)))[1] if random.random() < 0.7 else protocol
    kept = next((step for step in edited.steps if step.id == first.id), first)
    steps = tuple(placed if step is kept and step == first else step for step in edited.steps)
    return replace(
        edited,
        steps=steps,
        questions={**edited.questions, "extra": extra},
        rules=(*edited.rules, rule("extra", when, "overleg")),
    )


def left_in(protocol: Protocol, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers that this protocol knows."""
    found = {}
    for name, value in answers.items():
        question = protocol.questions.get(name)
        options = [option.id for option in question.options] if question else []
        if question and question.type == "multi":
            found[name] = [item for item in value if item in options]
        elif question and (question.type != "choice" or value in options):
            found[name] = value
    return found


@pytest.mark.parametrize("seed", range(80))
def test_the_proof_finds_a_weaker_overlay_exactly_when_some_answers_do(seed: int) -> None:
    random = dice(seed)
    base = at_random(random)
    overlay = grown(base, random)
    old, new = Naive(base), Naive(overlay)
    questions = {**overlay.questions, **base.questions}
    asked = replace(base, questions=questions)
    lowered = any(
        new.evaluate(left_in(overlay, given)).height < old.evaluate(left_in(base, given)).height
        for given in every_answer(asked)
    )
    assert ("P25" in {each.code for each in weaker(overlay, base)}) == lowered


def test_the_answers_of_a_weaker_overlay_show_both_levels() -> None:
    base = protocol_of(SOUND)
    overlay = replace(base, rules=tuple(each for each in base.rules if each.id != "onveilig"))
    (found,) = [each for each in weaker(overlay, base) if each.code == "P25"]
    assert level(overlay, found.answers) == found.values["after"]
    assert found.other is not None
    assert level(base, found.other) == found.values["before"]
    assert found.answers["veiligheid"] == "ja"
    assert next(each.origin for each in base.rules if each.id == "onveilig") in found.places


def level(protocol: Protocol, answers: Mapping[str, Any]) -> str:
    return trace(protocol, {name: judged(protocol, protocol.questions[name], answers[name]) for name in answers}).level


def test_what_is_added_and_raised_is_no_weaker() -> None:
    base = protocol_of(SOUND)
    extra = choice("veilige_plek", "ja onbekend nee", rising=True)
    raised = tuple(replace(each, level="melden") if each.id == "twijfel_veiligheid" else each for each in base.rules)
    first = base.steps[0]
    overlay = replace(
        base,
        questions={**base.questions, "veilige_plek": extra},
        steps=(replace(first, questions=(*first.questions, "veilige_plek")), *base.steps[1:]),
        rules=(*raised, rule("geen_plek", Is("veilige_plek", ("nee",)), "melden")),
    )
    assert weaker(overlay, base) == []


def test_an_overlay_may_tell_more_of_the_persons_apart_than_its_base() -> None:
    """Both see the same persons: the examples are those that either of the two can tell apart."""
    base = protocol_of(SOUND)
    young = rule("jong", YoungerThan("jongste_leeftijd", 4), "overleg")
    many = rule("velen", AtLeast("betrokkenen", 4), "overleg")
    assert weaker(replace(base, rules=(*base.rules, young, many)), base) == []
    found = weaker(base, replace(base, rules=(*base.rules, young, many)))
    assert [each.code for each in found] == ["P25"]


def test_a_base_counts_the_ticks_that_it_knows() -> None:
    """One tick of the overlay's own is no second tick to the base, so there it asks for less."""
    two = rule("twee", AtLeast("soort", 2), "melden")
    base = made([(1, [multi("soort", "a b"), choice("direct_gevaar", "nee onbekend ja")])], [two])
    overlay = with_question(base, multi("soort", "a b c"))
    assert weaker(overlay, base) == []
    (found,) = weaker(base, overlay)
    assert found.code == "P25"
    assert found.other is not None
    assert "c" in str(found.other["soort"])
    assert "c" not in str(found.answers.get("soort", []))


LOCKED: dict[str, Callable[[Protocol], Protocol]] = {
    "other words": lambda p: with_question(p, replace(p.questions["veiligheid"], ask=Text("Valt het mee?"))),
    "an option more": lambda p: with_question(
        p, replace(p.questions["collega"], options=(*p.questions["collega"].options, Item("later", WORDS)))
    ),
    "a narrower guard": lambda p: with_question(
        p, replace(p.questions["collega"], when=Is("client_volwassen", ("ja",)))
    ),
    "not to be answered": lambda p: with_question(p, replace(p.questions["collega"], required=False)),
    "open to changes": lambda p: with_question(p, replace(p.questions["collega"], locked=False)),
}


@pytest.mark.parametrize("edit", LOCKED.values(), ids=LOCKED)
def test_what_is_locked_is_as_it_was(edit: Callable[[Protocol], Protocol]) -> None:
    base = protocol_of(SOUND)
    assert "P26" in {each.code for each in weaker(edit(base), base)}


def test_what_is_locked_is_not_taken_away_or_moved() -> None:
    base = protocol_of(SOUND)
    hidden = replace(base, questions={name: each for name, each in base.questions.items() if name != "kindcheck"})
    steps = tuple(replace(s, questions=tuple(n for n in s.questions if n != "kindcheck")) for s in base.steps)
    gone = {each.code: each.values for each in weaker(replace(hidden, steps=steps), base)}
    assert gone["P26"] == {"question": "kindcheck"}
    last = replace(steps[-1], questions=(*steps[-1].questions, "kindcheck"))
    (moved,) = weaker(replace(base, steps=(*steps[:-1], last)), base)
    assert (moved.code, moved.values) == ("P32", {"question": "kindcheck"})


def test_where_an_element_stands_is_no_change() -> None:
    base = protocol_of(SOUND)
    other = {name: replace(each, origin=base.steps[0].origin) for name, each in base.questions.items()}
    assert weaker(replace(base, questions=other), base) == []


def test_112_and_veilig_thuis_keep_their_numbers() -> None:
    base = protocol_of(SOUND)
    contacts: dict[str, Contact] = {
        **base.contacts,
        "alarmnummer": replace(base.contacts["alarmnummer"], phone="14 030"),
        "veilig_thuis": replace(base.contacts["veilig_thuis"], hours="ma-vr 9:00-17:00"),
    }
    found = weaker(replace(base, contacts=contacts), base)
    assert {each.values["contact"] for each in found} == {"alarmnummer", "veilig_thuis"}
    assert {each.code for each in found} == {"P27"}


def test_a_question_that_changes_its_type_is_not_proven() -> None:
    base = protocol_of(SOUND)
    overlay = with_question(base, replace(base.questions["weging"], type="date"))
    report = prove(overlay, base)
    assert not report.sound
    assert {each.code for each in report.unproven} == {"U02"}
    assert report.checked == ()


def test_too_little_room_is_said_of_every_invariant_that_it_leaves_open() -> None:
    protocol = protocol_of(SOUND)
    whole, none = prove(protocol), prove(protocol, limit=100)
    assert not none.sound
    assert [each.invariant for each in none.unproven] == [f"I-{number:02}" for number in range(1, 13)]
    some = prove(protocol, limit=whole.states - 500)
    assert not some.sound
    assert some.unproven
    assert {each.code for each in some.unproven} == {"U01"}


def test_more_questions_than_can_be_worked_through_are_said_not_to_be_proven() -> None:
    base = protocol_of(SOUND)
    extra = {f"extra{at}": choice(f"extra{at}", "ja nee") for at in range(1500)}
    first = replace(base.steps[0], questions=(*base.steps[0].questions, *extra))
    report = prove(replace(base, questions={**base.questions, **extra}, steps=(first, *base.steps[1:])))
    assert not report.sound
    assert {each.code for each in report.unproven} == {"U03"}
