"""On protocols that are small enough to try every answer, the proof finds exactly what is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from meldcode.protocol import condition as c
from meldcode.protocol.model import Route
from meldcode.prove.proof import prove
from tests.prove.harm import harms
from tests.prove.naive import Remembering
from tests.prove.samples import dice
from tests.prove.small import WORDS, at_random, choice, every_answer, made, rule, special

if TYPE_CHECKING:
    from meldcode.protocol.model import Protocol

SEEN_IN_ANSWERS = {
    *("P01", "P02", "P04", "P05", "P06", "P09", "P10", "P11", "P12", "P13", "P14", "P15"),
    *("P16", "P17", "P18", "P19", "P24", "P34"),
}
"""The codes of what some answers show, or that no answers ever come to."""


def tried(protocol: Protocol) -> set[str]:
    """Return the invariants that trying every answer shows to be broken."""
    naive = Remembering(protocol)
    found = {name for answers in every_answer(protocol) for name in harms(naive, answers)}
    return found | ({"I-10"} if never(protocol, naive) else set())


def differs(seed: int) -> bool:
    """Tell whether the proof of a random protocol finds anything else than trying every answer, or leaves it open."""
    protocol = at_random(dice(seed))
    report = prove(protocol)
    found = {each.invariant for each in report.broken if each.code in SEEN_IN_ANSWERS}
    return bool(report.unproven) or found != tried(protocol)


def never(protocol: Protocol, naive: Remembering) -> set[str]:
    """Return what never happens, whatever is answered, and the questions that no complete walk comes to."""
    outcomes = list(naive.known.values())
    happened = {name for each in outcomes for name in (*each.fired, *each.flags, *each.actions)}
    happened |= {name for each in [each for each in outcomes if each.complete] or outcomes for name in each.reached}
    named = {rule.id for rule in protocol.rules} | {flag.id for flag in protocol.flags}
    return (named | protocol.actions.keys() | protocol.questions.keys()) - happened


@pytest.mark.parametrize("seed", range(120))
def test_the_proof_finds_exactly_what_trying_every_answer_finds(seed: int) -> None:
    assert not differs(seed)


def codes(protocol: Protocol) -> set[str]:
    return {each.code for each in prove(protocol).broken}


def test_of_two_routes_that_both_hold_the_first_is_taken() -> None:
    pleger = choice("pleger", "huiselijke_kring beroepskracht kind")
    routes = [
        Route("beroepskracht", WORDS, c.Not(c.Is("pleger", ("huiselijke_kring",))), WORDS),
        Route("medeclient", WORDS, c.Is("pleger", ("kind",)), WORDS),
    ]
    elsewhere = [("beroepskracht", [choice("bestuur", "ja nee")]), ("medeclient", [choice("plan", "ja nee")])]
    report = prove(
        made([(1, [pleger])], [rule("r", c.Answered("pleger"), "overleg")], routes=routes, elsewhere=elsewhere)
    )
    assert [each.values["question"] for each in report.broken if each.code == "P19"] == ["plan"]


def test_a_level_that_is_higher_only_while_something_is_missing_is_not_lowered() -> None:
    """The question about danger that is asked of the safer answer keeps the level up until it is answered."""
    first = choice("vermoeden", "nee onbekend ja", rising=True)
    second = choice("erger", "nee ja", rising=True, when=c.Is("vermoeden", ("nee",)))
    always = [rule("r", c.Answered("vermoeden"), "hulp")]
    assert "P02" not in codes(made([(4, [first, second])], always, bound=False))
    assert "P02" in codes(
        made([(4, [first, second])], [*always, rule("s", c.Is("erger", ("ja",)), "melden")], bound=False)
    )


def test_what_is_newly_asked_may_be_answered_in_the_most_favourable_way() -> None:
    """A worse answer that asks a further question is no better than the best answer to that."""
    first = choice("vermoeden", "nee onbekend ja", rising=True)
    second = choice("hulp", "ja onbekend nee", when=c.Is("vermoeden", ("ja",)))
    rules = [rule("r", c.Is("vermoeden", ("nee", "onbekend")), "overleg"), rule("s", c.Is("hulp", ("ja",)), "volgen")]
    rules.append(rule("t", c.Is("hulp", ("onbekend", "nee")), "melden"))
    found = [each for each in prove(made([(4, [first, second])], rules)).broken if each.code == "P02"]
    assert [(each.values["first"], each.values["second"]) for each in found] == [("nee", "ja"), ("onbekend", "ja")]
    assert found[0].answers == {"vermoeden": "nee"}
    assert found[0].other == {"vermoeden": "ja", "hulp": "ja"}


def test_the_child_check_is_not_asked_for_on_another_route() -> None:
    people = special("people")
    pleger = choice("pleger", "huiselijke_kring beroepskracht")
    check = choice("kindcheck", "veilig onbekend zorgen")
    away = [Route("beroepskracht", WORDS, c.Is("pleger", ("beroepskracht",)), WORDS)]
    rules = [rule("r", c.Answered("pleger"), "overleg")]
    assert "P14" not in codes(made([(1, [people, pleger]), (2, [check])], rules, routes=away))
    late = replace(check, when=c.Is("pleger", ("beroepskracht",)))
    assert "P14" in codes(made([(1, [people, pleger]), (2, [late])], rules))


def test_the_complete_walks_are_counted() -> None:
    first = choice("a", "x y", rising=True)
    second = choice("b", "x y z", when=c.Is("a", ("x",)))
    third = choice("c", "x y", required=False)
    late = choice("besluit", "overleg melden")
    protocol = made([(1, [first, second, third, late])], [rule("r", c.Answered("a"), "overleg")])
    assert prove(protocol).paths == (3 + 1) * 3 * 3


def test_ticks_that_may_be_left_out_are_counted_once_when_they_are() -> None:
    first = choice("a", "x y", rising=True)
    ticked = replace(special("multi"), required=False)
    protocol = made([(1, [first, ticked])], [rule("r", c.Answered("a"), "overleg")])
    assert prove(protocol).paths == 2 * (1 + 2 ** len(ticked.options))
