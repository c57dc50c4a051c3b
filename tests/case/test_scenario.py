"""Trying a worked case: every part that is not as expected is named, and what another protocol makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.case.scenario import PARTS, Deviation, Tally, changes, everything, tried, weaker
from meldcode.protocol.scenario_file import of_sector
from tests.case.shipped import protocol_of

if TYPE_CHECKING:
    from meldcode.protocol.model import Protocol, Rule
    from meldcode.protocol.schema_scenario import ScenarioSpec

PROTOCOL = protocol_of("onderwijs")
GOOD = next(each for each in of_sector("onderwijs") if each.scenario == "hulp-werkt")
"""Ends in `volgen`, by the rules `hulp_werkt` and `school_regie`."""


def expecting(**expect: Any) -> ScenarioSpec:  # noqa: ANN401 - any part
    return GOOD.model_copy(update={"expect": GOOD.expect.model_copy(update=expect)})


def with_rule(name: str, **changed: Any) -> Protocol:  # noqa: ANN401 - any field
    def put(rule: Rule) -> Rule:
        return replace(rule, **changed) if rule.id == name else rule

    return replace(PROTOCOL, rules=tuple(map(put, PROTOCOL.rules)))


def test_a_scenario_that_gives_what_it_expects_has_no_deviation() -> None:
    assert tried(PROTOCOL, GOOD).deviations() == ()


@pytest.mark.parametrize(
    ("part", "wrong", "found"),
    [
        ("level", "melden", Deviation("level", "other", ("volgen",), ("melden",))),
        ("flags", ("onzin",), Deviation("flags", "other", (), ("onzin",))),
        ("route", "onzin", Deviation("route", "other", ("huiselijke_kring",), ("onzin",))),
        ("complete", False, Deviation("complete", "other", ("true",), ("false",))),
        ("missing", ("onzin",), Deviation("missing", "absent", wanted=("onzin",))),
        ("actions", ("onzin",), Deviation("actions", "absent", wanted=("onzin",))),
        ("contacts", ("onzin",), Deviation("contacts", "absent", wanted=("onzin",))),
        ("rules", ("onzin",), Deviation("rules", "absent", wanted=("onzin",))),
        ("not_actions", ("volg_afspraken",), Deviation("not_actions", "present", ("volg_afspraken",))),
    ],
)
def test_a_part_that_is_expected_otherwise_is_named(part: str, wrong: object, found: Deviation) -> None:
    assert tried(PROTOCOL, expecting(**{part: wrong})).deviations() == (found,)


def test_answers_that_are_unknown_refused_or_off_the_path_are_named() -> None:
    questions = {name: each for name, each in PROTOCOL.questions.items() if name != "collega"}
    protocol = replace(PROTOCOL, questions=questions, steps=tuple(without(PROTOCOL, "collega")))
    resultaat = questions["resultaat"]
    questions["resultaat"] = replace(resultaat, options=resultaat.options[1:])
    questions["hulp_afspraken"] = replace(questions["hulp_afspraken"], when=PROTOCOL.flags[0].when)
    found = {each.part: each.got for each in tried(protocol, GOOD).deviations()}
    assert found["unknown"] == ("collega",)
    assert found["refused"] == ("resultaat",)
    assert found["ignored"] == ("hulp_afspraken",)


def without(protocol: Protocol, name: str) -> list[Any]:
    return [replace(step, questions=tuple(each for each in step.questions if each != name)) for step in protocol.steps]


def test_a_rule_that_is_raised_changes_the_outcome_and_weakens_nothing() -> None:
    before, after = tried(PROTOCOL, GOOD), tried(with_rule("hulp_werkt", level="overleg"), GOOD)
    assert changes(before, after)[0] == Deviation("level", "other", ("overleg",), ("volgen",))
    assert not weaker(before, after)


def test_a_level_that_falls_or_a_flag_that_goes_is_weaker() -> None:
    before = tried(PROTOCOL, GOOD)
    assert weaker(before, tried(with_rule("hulp_werkt", level="afsluiten"), GOOD))
    flagged = next(each for each in of_sector("onderwijs") if each.expect.flags)
    assert weaker(tried(PROTOCOL, flagged), tried(replace(PROTOCOL, flags=()), flagged))


def test_the_same_protocol_changes_nothing() -> None:
    assert changes(tried(PROTOCOL, GOOD), tried(PROTOCOL, GOOD)) == ()
    assert not weaker(tried(PROTOCOL, GOOD), tried(PROTOCOL, GOOD))


def test_a_tally_counts_what_each_case_touches_and_tells_what_none_did() -> None:
    tally, outcome = Tally(PROTOCOL), tried(PROTOCOL, GOOD)
    assert {part: tally.never(part) for part in PARTS} == everything(PROTOCOL)
    tally.add(outcome.advice, outcome.live)
    tally.add(outcome.advice, outcome.live)
    assert tally.counts["levels"] == {"volgen": 2}
    assert tally.counts["rules"]["hulp_werkt"] == 2
    assert tally.counts["options"]["collega=ja"] == 2
    assert "collega=ja" not in tally.never("options")
    assert "collega=nee" in tally.never("options")
    assert tally.never("routes") == ("beroepskracht",)
