"""What no protocol may break, on random answers to the shipped ones (I-01 to I-08)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.case.advice import advise
from meldcode.case.state import settled
from meldcode.protocol.model import AFTER_ADVICE, HOME_ROUTE
from tests.case.shipped import SECTORS, answers_to, checked, protocol_of, severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from meldcode.case.advice import Advice
    from meldcode.case.values import Value
    from meldcode.protocol.model import Protocol

sectors = pytest.mark.parametrize("sector", SECTORS)

SECRET_THEMES = {"eer", "huwelijksdwang", "achterlating", "vgv"}
"""Themes that forbid any contact with the family."""


def advised(protocol: Protocol, answers: Mapping[str, Value]) -> Advice:
    return advise(protocol, settled(protocol, answers))


def level_of(protocol: Protocol, answers: Mapping[str, Value]) -> int:
    return severity(settled(protocol, answers).path.level)


def rising(protocol: Protocol) -> list[str]:
    return [question.id for question in protocol.questions.values() if question.rising]


@sectors
@checked
@given(data=st.data())
def test_the_level_is_the_highest_of_the_rules_that_fire_and_of_the_floor(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    path = settled(protocol, answers).path
    levels = [severity(rule.level) for rule in path.fired if rule.level]
    unanswered = {name for name in rising(protocol) if name in path.reached and name not in path.live}
    open_danger = unanswered - set(path.waiting)
    assert unanswered & set(path.waiting) <= {"resultaat"}
    floor = [severity("overleg")] if open_danger or not levels else []
    assert severity(path.level) == max(levels + floor)


@sectors
@checked
@given(data=st.data())
def test_every_line_of_the_advice_belongs_to_a_rule_that_fired(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    advice = advised(protocol, answers)
    rules = [reason.rule for reason in advice.reasons]
    assert {action.id for action in advice.actions} <= {name for rule in rules for name in rule.actions}
    assert {contact.id for contact in advice.contacts} == {name for rule in rules for name in rule.contacts}
    assert [contact.urgency for contact in advice.contacts] == sorted(contact.urgency for contact in advice.contacts)
    levels = [severity(rule.level) if rule.level else -1 for rule in rules]
    assert levels == sorted(levels, reverse=True)
    for reason in advice.reasons:
        assert reason.source.id == reason.rule.source
        assert reason.answers.items() <= answers.items()


@sectors
@checked
@given(data=st.data())
def test_i01_direct_danger_is_112_and_doubt_about_it_at_least_advice(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    assert advised(protocol, {**answers, "direct_gevaar": "ja"}).level == "bel_112"
    assert level_of(protocol, {**answers, "direct_gevaar": "onbekend"}) >= severity("overleg")


@sectors
@checked
@given(data=st.data())
def test_i02_a_reporting_norm_is_met_whatever_else_is_answered(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    state = settled(protocol, {**answers, "veiligheid": "ja"})
    if "veiligheid" in state.answers:
        assert severity(state.path.level) >= severity("melden")


@sectors
@checked
@given(data=st.data())
def test_i03_no_help_or_help_that_is_refused_or_does_not_work_is_reported(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    for name in ("hulp", "acceptatie", "resultaat"):
        state = settled(protocol, {**answers, name: "nee"})
        if name in state.answers:
            assert state.answers.get("vermoeden") != "nee"
            assert severity(state.path.level) >= severity("melden")


@sectors
@checked
@given(data=st.data())
def test_i04_a_more_dangerous_answer_never_lowers_the_level(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    for name in rising(protocol):
        options = [option.id for option in protocol.questions[name].options]
        levels = [level_of(protocol, {**answers, name: option}) for option in options]
        assert levels == sorted(levels), f"{name}: {levels}"


@sectors
@checked
@given(data=st.data())
def test_i05_not_knowing_and_not_answering_never_count_as_the_safest_answer(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    for name in rising(protocol):
        safest = level_of(protocol, {**answers, name: protocol.questions[name].options[0].id})
        missing = settled(protocol, {key: value for key, value in answers.items() if key != name}).path
        assert severity(missing.level) >= safest, name
        if name in missing.missing:
            assert severity(missing.level) >= severity("overleg"), name
    for name in ("direct_gevaar", "veiligheid", "hulp", "acceptatie"):
        unknown = settled(protocol, {**answers, name: "onbekend"})
        if name in unknown.answers:
            assert severity(unknown.path.level) >= severity("overleg"), name


@sectors
@checked
@given(data=st.data())
def test_i08_nobody_is_told_to_inform_where_that_is_unsafe(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    secret: list[dict[str, Value]] = [{"thema": (theme,)} for theme in SECRET_THEMES]
    unsafe: list[dict[str, Value]] = [
        *secret,
        {"gesprek": "niet_gevoerd", "gesprek_reden": "veiligheid"},
        {"direct_gevaar": "ja"},
        {"direct_gevaar": "onbekend"},
    ]
    for changed in unsafe:
        told = [action.id for action in advised(protocol, answers | changed).actions if action.informs]
        assert told == [], changed
    announced = advised(protocol, answers | {"besluit": "melden", "aankondiging": "nee_veiligheid"})
    assert not any(action.informs for action in announced.actions)


@sectors
@checked
@given(data=st.data())
def test_no_theme_and_no_unsafe_talk_lets_the_user_inform(sector: str, data: st.DataObject) -> None:
    """The counterpart of I-08: where nothing forbids it and a norm is met, openness is advised."""
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    open_case: dict[str, Value] = {
        **answers,
        "direct_gevaar": "nee",
        "pleger": "huiselijke_kring",
        "thema": (),
        "gesprek": "gevoerd",
        "vermoeden": "ja",
        "veiligheid": "ja",
        "besluit": "melden",
        "aankondiging": "ja",
    }
    assert any(action.informs for action in advised(protocol, open_case).actions)


@sectors
@checked
@given(data=st.data())
def test_complete_means_that_nothing_required_is_open_but_the_decision_and_what_waits(
    sector: str, data: st.DataObject
) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    advice, path = advised(protocol, answers), settled(protocol, answers).path
    required = [name for name in path.reached if protocol.questions[name].required and name not in path.live]
    left = [name for name in required if name not in AFTER_ADVICE and name not in path.waiting]
    assert list(advice.missing) == left
    assert advice.complete == (not left)
    assert advice.next == (left[0] if left else None)


@sectors
@checked
@given(data=st.data())
def test_only_steps_of_the_route_are_walked(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    path = settled(protocol, answers).path
    assert {step.route for step in path.steps} <= {"alle", path.route}
    assert path.route in {HOME_ROUTE, *(route.id for route in protocol.routes)}
    assert set(path.reached) <= {name for step in path.steps for name in step.questions}
    if answers.get("pleger") in (None, "huiselijke_kring", "onbekend"):
        assert path.route == HOME_ROUTE
