"""The weighing as it is drawn, derived from the rules: what it says of a protocol is what the advice would be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from meldcode.case.path import trace
from meldcode.export.flow import Node, routes_of, weighing
from meldcode.protocol.condition import All, Condition, Is
from meldcode.protocol.library import sector_ids
from meldcode.protocol.model import HOME_ROUTE, LEVELS, Protocol
from tests.case.shipped import protocol_of

if TYPE_CHECKING:
    from meldcode.case.values import Value

of_every_sector = pytest.mark.parametrize("sector", sector_ids())


def drawn(protocol: Protocol, route: str = HOME_ROUTE) -> dict[str, str]:
    """Every answer with its level and the next question, as `level > next`."""
    return {
        f"{node.question.id}: {branch.option.id}": f"{branch.level} > {branch.next}"
        for node in weighing(protocol, route)
        for branch in node.branches
    }


def test_the_base_model_is_drawn_like_this() -> None:
    assert drawn(protocol_of("algemeen")) == {
        "direct_gevaar: nee": " > vermoeden",
        "direct_gevaar: onbekend": "overleg > vermoeden",
        "direct_gevaar: ja": "bel_112 > vermoeden",
        "vermoeden: nee": "afsluiten > ",
        "vermoeden: onbekend": " > veiligheid",
        "vermoeden: ja": " > veiligheid",
        "veiligheid: nee": " > hulp",
        "veiligheid: onbekend": "overleg > hulp",
        "veiligheid: ja": "melden > ",
        "hulp: ja": " > acceptatie",
        "hulp: onbekend": "overleg > acceptatie",
        "hulp: nee": "melden > ",
        "acceptatie: ja": "hulp > resultaat",
        "acceptatie: onbekend": "overleg > resultaat",
        "acceptatie: nee": "melden > ",
        "resultaat: ja": "volgen > ",
        "resultaat: onbekend": "hulp > ",
        "resultaat: nee": "melden > ",
    }


def test_where_doubt_about_safety_counts_as_yes_that_is_drawn() -> None:
    assert drawn(protocol_of("onderwijs"))["veiligheid: onbekend"] == "melden > "


def test_another_route_is_drawn_with_its_own_questions() -> None:
    route = drawn(protocol_of("onderwijs"), "beroepskracht")
    assert route == {"zeden: nee": "overleg > ", "zeden: onbekend": "melden > ", "zeden: ja": "melden > "}


def test_a_rule_belongs_to_the_routes_of_the_questions_that_it_reads() -> None:
    protocol = protocol_of("sport")
    rules = {rule.id: rule for rule in protocol.rules}
    assert routes_of(protocol, rules["sport_meldplicht"]) == ("beroepskracht", "medeclient")
    assert routes_of(protocol, rules["gevaar_nu"]) == routes_of(protocol, rules["zorg_blijft"]) == (HOME_ROUTE,)


def test_a_rule_that_is_made_stricter_changes_the_drawing() -> None:
    protocol = protocol_of("algemeen")
    rules = tuple(replace(rule, level="bel_112") if rule.id == "geen_hulp" else rule for rule in protocol.rules)
    assert drawn(replace(protocol, rules=rules))["hulp: nee"] == "bel_112 > "


def with_rule(when: Condition, level: str) -> Protocol:
    """The base model with one more rule."""
    protocol = protocol_of("algemeen")
    return replace(protocol, rules=(*protocol.rules, replace(protocol.rules[0], id="nieuw", when=when, level=level)))


def test_a_level_is_drawn_only_at_the_answer_that_brings_it() -> None:
    assert drawn(with_rule(Is("direct_gevaar", ("nee",)), "volgen")) == {
        **drawn(protocol_of("algemeen")),
        "direct_gevaar: nee": "volgen > vermoeden",
    }


def test_the_way_on_is_an_answer_and_never_a_doubt_where_there_is_a_choice() -> None:
    both = All((Is("vermoeden", ("ja",)), Is("veiligheid", ("nee",))))
    assert drawn(with_rule(both, "melden"))["veiligheid: nee"] == "melden > hulp"


def test_a_question_that_is_asked_under_another_condition_changes_the_drawing() -> None:
    protocol = protocol_of("algemeen")
    help_asked = replace(protocol.questions["hulp"], when=Is("veiligheid", ("onbekend",)))
    changed = replace(protocol, questions={**protocol.questions, "hulp": help_asked})
    assert drawn(changed)["veiligheid: nee"] != " > hulp"
    assert drawn(changed)["veiligheid: onbekend"] == "overleg > hulp"


def test_without_questions_about_danger_there_is_nothing_to_draw() -> None:
    protocol = protocol_of("algemeen")
    calm = {name: replace(question, rising=False) for name, question in protocol.questions.items()}
    assert weighing(replace(protocol, questions=calm)) == ()


def test_a_route_that_no_single_answer_leads_into_is_not_drawn() -> None:
    protocol = protocol_of("onderwijs")
    nowhere = replace(protocol.routes[0], when=Is("pleger", ("bestaat_niet",)))
    assert weighing(replace(protocol, routes=(nowhere,)), "beroepskracht") != ()
    other = replace(protocol.routes[0], id="eerder", when=Is("pleger", ("beroepskracht",)))
    assert weighing(replace(protocol, routes=(other, protocol.routes[0])), "beroepskracht") == ()


@of_every_sector
def test_every_drawn_level_is_that_of_a_rule_and_never_above_the_advice(sector: str) -> None:
    protocol = protocol_of(sector)
    rules = {rule.id: rule for rule in protocol.rules}
    for route in (HOME_ROUTE, *(route.id for route in protocol.routes)):
        nodes = weighing(protocol, route)
        assert nodes, route
        for answers, node in along(protocol, route, nodes):
            for branch in node.branches:
                advice = trace(protocol, {**answers, node.question.id: branch.option.id})
                assert LEVELS.index(advice.level) >= LEVELS.index(branch.level or LEVELS[0])
                assert {rules[name].level for name in branch.rules} == ({branch.level} if branch.level else set())
                assert set(branch.ahead) <= set(advice.reached)


def along(protocol: Protocol, route: str, nodes: tuple[Node, ...]) -> list[tuple[dict[str, Value], Node]]:
    """Every node with the answers that lead to it: the first that goes on to the next one, and is no doubt."""
    leaf = next((each.when for each in protocol.routes if each.id == route), None)
    answers: dict[str, Value] = {leaf.name: leaf.values[0]} if isinstance(leaf, Is) else {}
    found = []
    for node in nodes:
        found.append((dict(answers), node))
        onward = [each for each in node.branches if each.option.id != "onbekend"]
        answers[node.question.id] = max(onward, key=lambda each: len(each.ahead)).option.id
    return found


@of_every_sector
def test_of_each_question_a_more_dangerous_answer_is_never_drawn_lower(sector: str) -> None:
    """An answer without a level of its own is followed by questions, and counts as no level yet."""
    protocol = protocol_of(sector)
    for route in (HOME_ROUTE, *(route.id for route in protocol.routes)):
        for node in weighing(protocol, route):
            levels = [LEVELS.index(branch.level) for branch in node.branches if branch.level and not branch.ahead]
            assert levels == sorted(levels), node.question.id
