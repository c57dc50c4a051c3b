"""Which questions are reached, what is missing, what waits, and when the advice is complete."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from meldcode.case.advice import OFF_PATH, OFF_ROUTE, advise
from meldcode.case.path import _Walk, trace
from meldcode.case.state import settled
from meldcode.case.values import Observation
from meldcode.case.view import Answers
from meldcode.protocol.condition import All, Answered, AtLeast, BelowAdvice, Is, Not
from meldcode.protocol.model import AFTER_ADVICE
from tests.case.shipped import protocol_of, texts

if TYPE_CHECKING:
    from meldcode.case.advice import Advice
    from meldcode.case.path import Path
    from meldcode.case.values import Value

HELP_RUNS: Final[dict[str, Value]] = {
    **texts("direct_gevaar=nee", "pleger=huiselijke_kring", "kindcheck=veilig", "collega=ja", "vt_advies=ja"),
    **texts("gesprek=gevoerd", "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=ja"),
    "betrokkenen": (),
    "signalen": (),
    "thema": (),
}
"""An ordinary walk in the base model, up to the help that was accepted."""


def path_of(*without: str, **changed: Value) -> Path:
    answers = {name: value for name, value in HELP_RUNS.items() if name not in without} | changed
    return trace(protocol_of("algemeen"), answers)


def advice_of(**changed: Value) -> Advice:
    protocol = protocol_of("algemeen")
    return advise(protocol, settled(protocol, HELP_RUNS | changed))


def test_without_answers_everything_reached_and_required_is_missing_and_the_level_is_the_floor() -> None:
    path = trace(protocol_of("algemeen"), {})
    assert path.missing[0] == "direct_gevaar"
    assert path.level == "overleg"
    assert not AFTER_ADVICE & set(path.missing)


def test_a_question_that_is_not_answered_does_not_hide_those_that_rest_on_it() -> None:
    path = trace(protocol_of("algemeen"), {})
    assert {"vermoeden", "veiligheid", "hulp", "acceptatie", "resultaat"} <= set(path.reached)


def test_a_question_is_closed_only_when_its_guard_is_false() -> None:
    assert "hulp" in path_of(veiligheid="onbekend").reached
    assert "hulp" not in path_of(veiligheid="ja").reached
    assert "veiligheid" not in path_of(vermoeden="nee").reached


def test_help_that_runs_waits_for_its_result_and_is_complete() -> None:
    path = path_of(evaluatie="2026-12-01")
    assert path.waiting == ("resultaat",)
    assert path.missing == ()
    assert path.level == "hulp"


def test_a_waiting_result_does_not_raise_the_level_and_its_absence_without_acceptance_does() -> None:
    assert path_of().level == "hulp"
    assert path_of("acceptatie").level == "overleg"
    assert path_of("acceptatie").missing == ("acceptatie", "resultaat")


def test_a_talk_that_comes_later_waits_though_it_was_answered() -> None:
    path = path_of(gesprek="uitgesteld")
    assert path.waiting == ("gesprek", "resultaat")
    assert "gesprek_datum" in path.reached


def test_the_decision_and_what_follows_it_are_never_missing() -> None:
    advice = advice_of(veiligheid="ja", besluit="overleg")
    assert "afwijking_reden" in advice_path(veiligheid="ja", besluit="overleg").reached
    assert advice.complete


def advice_path(**changed: Value) -> Path:
    return settled(protocol_of("algemeen"), HELP_RUNS | changed).path


def test_a_reason_is_asked_only_for_a_decision_below_the_advice() -> None:
    assert "afwijking_reden" not in advice_path(besluit="hulp").reached
    assert "afwijking_reden" not in advice_path(besluit="melden").reached
    assert "afwijking_reden" in advice_path(besluit="volgen").reached


def test_the_announcement_is_asked_when_the_decision_is_to_report() -> None:
    assert "aankondiging" in advice_path(besluit="melden").reached
    assert "aankondiging" not in advice_path(besluit="hulp").reached


def test_advice_is_right_as_soon_as_a_norm_is_met_though_answers_are_missing() -> None:
    protocol = protocol_of("algemeen")
    advice = advise(protocol, settled(protocol, texts("veiligheid=ja")))
    assert advice.level == "melden"
    assert advice.next == "direct_gevaar"
    assert not advice.complete


def test_the_reason_names_the_answers_behind_it_and_a_fact_names_the_persons() -> None:
    protocol = protocol_of("algemeen")
    given: dict[str, Value] = {**HELP_RUNS, "veiligheid": "ja", "signalen": ()}
    reasons = {reason.rule.id: reason for reason in advise(protocol, settled(protocol, given)).reasons}
    assert reasons["onveilig"].answers == {"veiligheid": "ja"}
    assert reasons["onveilig"].source.id == protocol.sources[reasons["onveilig"].rule.source].id


@pytest.mark.parametrize("sector", ["algemeen", "onderwijs", "zorg-arts"])
def test_an_answer_off_the_path_is_ignored_with_the_guard_that_closed_its_question(sector: str) -> None:
    protocol = protocol_of(sector)
    advice = advise(protocol, settled(protocol, texts("vermoeden=nee", "veiligheid=ja", "hulp=nee")))
    assert [(each.question, each.reason) for each in advice.ignored] == [("veiligheid", OFF_PATH), ("hulp", OFF_PATH)]
    assert advice.ignored[0].guard == protocol.questions["veiligheid"].when
    assert advice.level == "overleg"  # direct danger is still open; without a suspicion nothing else counts


def test_an_answer_from_another_route_is_ignored_for_that_reason_and_not_for_a_guard() -> None:
    protocol = protocol_of("onderwijs")
    advice = advise(protocol, settled(protocol, texts("pleger=beroepskracht", "collega=ja", "veiligheid=ja")))
    assert {(each.question, each.reason, each.guard) for each in advice.ignored} == {
        ("collega", OFF_ROUTE, None),
        ("veiligheid", OFF_ROUTE, None),
    }


def test_a_decision_below_the_advice_is_a_finding_about_the_process() -> None:
    assert "lager_dan_advies" in {flag.id for flag in advice_of(veiligheid="ja", besluit="volgen").flags}
    assert "lager_dan_advies" not in {flag.id for flag in advice_of(veiligheid="ja", besluit="melden").flags}


def test_in_another_route_the_questions_of_the_home_route_are_not_reached() -> None:
    protocol = protocol_of("onderwijs")
    path = trace(protocol, texts("pleger=beroepskracht", "veiligheid=ja"))
    assert path.route == "beroepskracht"
    assert "zeden" in path.reached
    assert "veiligheid" not in path.reached
    assert path.live == {"pleger": "beroepskracht"}


def test_a_level_means_what_the_route_says_it_means() -> None:
    protocol = protocol_of("onderwijs")
    home = advise(protocol, settled(protocol, texts("veiligheid=ja")))
    school = advise(protocol, settled(protocol, texts("direct_gevaar=nee", "pleger=beroepskracht", "zeden=ja")))
    assert (home.level, school.level) == ("melden", "melden")
    assert home.text.title.nl == "Meld bij Veilig Thuis"
    assert school.text.title.nl == "Meld dit nu aan het bestuur van de school"


def test_without_answers_no_rule_fires_but_one_that_asks_for_what_is_not_there() -> None:
    protocol = protocol_of("algemeen")
    assert trace(protocol, {}).fired == ()
    rule = replace(protocol.rules[0], id="niets", when=Not(Answered("veiligheid")), level="melden")
    asking = replace(protocol, rules=(*protocol.rules, rule))
    assert [each.id for each in trace(asking, {}).fired] == ["niets"]
    assert trace(asking, {}).level == "melden"


def test_an_answer_after_the_decision_is_weighed_as_any_other() -> None:
    """The reason for a lower decision is asked by the level so far; what comes after it may raise that level."""
    protocol = protocol_of("algemeen")
    last = replace(protocol.questions["collega"], id="laatst", when=None, rising=False, waits=None, required=False)
    step = replace(protocol.steps[-1], questions=(*protocol.steps[-1].questions, "laatst"))
    rule = replace(protocol.rules[0], id="laatst", when=Is("laatst", ("nee",)), level="bel_112")
    longer = replace(
        protocol,
        steps=(*protocol.steps[:-1], step),
        questions={**protocol.questions, "laatst": last},
        rules=(*protocol.rules, rule),
    )
    path = trace(longer, {**HELP_RUNS, "besluit": "volgen", "laatst": "nee"})
    assert path.level == "bel_112"
    assert "laatst" in [each.id for each in path.fired]


def test_a_question_about_a_lower_decision_may_look_at_signals_too() -> None:
    protocol = protocol_of("algemeen")
    reason = protocol.questions["afwijking_reden"]
    when = All((BelowAdvice("besluit"), AtLeast("signalen", 1, "acuut")))
    looking = replace(protocol, questions={**protocol.questions, reason.id: replace(reason, when=when)})
    acute = next(name for name, signal in protocol.lookup.signals.items() if signal.severity == "acuut")
    seen = (Observation(acute, "zelf gezien"),)
    lower = {**HELP_RUNS, "besluit": "afsluiten"}
    assert reason.id in trace(looking, {**lower, "signalen": seen}).reached
    assert reason.id not in trace(looking, lower).reached


def test_nothing_is_below_an_advice_that_is_not_there_yet() -> None:
    assert Answers(protocol_of("algemeen"), {"besluit": "afsluiten"}).below_advice("besluit") is None


def test_a_way_is_weighed_when_its_level_is_asked_for_or_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[int] = []
    level = _Walk.level

    def counted(walk: _Walk) -> str:
        weighed.append(1)
        return level(walk)

    monkeypatch.setattr(_Walk, "level", counted)
    path = path_of()
    assert weighed == []
    assert (path.level, path.level) == ("hulp", "hulp")
    assert weighed == [1]
    assert "afwijking_reden" not in path_of(besluit="melden").reached
    assert "afwijking_reden" in path_of(besluit="afsluiten").reached
    assert weighed == [1, 1, 1]
