"""A sector that the law does not bind: a shorter walk, in which what it leaves out is never answered."""

from pathlib import Path

import pytest

from meldcode.protocol.condition import All, Answered, Any, Condition, Is, Not, settled
from meldcode.protocol.model import Protocol
from tests.protocol import small
from tests.protocol.small import BASE, SCHOOL

GONE = frozenset({"weg"})
HERE, AWAY, SAID = Is("hier", ("ja",)), Is("weg", ("ja",)), Answered("weg")
ASKED = Answered("hier")

SHORT = """\
format: 1
sector: school
version: 1.0.0
title: Club
for_whom: Voor clubs.
decides: U.
extends: basismodel
bound: false
reviewed: {date: 2026-01-02, before: 2027-01-02}
steps:
  - id: signalen
    questions: [direct_gevaar, betrokkenen, thema]
  - id: overleg
    questions: [deskundige]
rules:
  - id: geen_advies
    when: {all: [{thema: eer}, {not: {answered: vt_advies}}]}
    because: Het advies is er niet.
    source: wet
    actions: [vertel, bel]
actions:
  - {id: los, text: Niemand noemt het.}
flags:
  - {id: niet_gevraagd, when: {not: {answered: vt_advies}}, text: Er is geen advies gevraagd., source: wet}
"""


@pytest.fixture
def club(tmp_path: Path) -> Protocol:
    return small.resolved(tmp_path, files={**small.FILES, SCHOOL: SHORT})


def test_only_what_it_places_is_asked(club: Protocol) -> None:
    assert set(club.questions) == {"direct_gevaar", "betrokkenen", "thema", "deskundige"}


def test_rules_flags_and_actions_that_could_never_hold_are_left_out(club: Protocol) -> None:
    assert [rule.id for rule in club.rules] == ["gevaar", "geen_advies", "eer_eerst"]
    assert set(club.actions) == {"bel", "eer_bel"}
    assert club.flags == ()


def test_a_rule_keeps_what_can_still_hold_and_the_actions_that_are_left(club: Protocol) -> None:
    rule = next(rule for rule in club.rules if rule.id == "geen_advies")
    assert rule.when == Is("thema", ("eer",))
    assert rule.actions == ("bel",)


def test_a_deadline_that_could_never_begin_is_left_out(tmp_path: Path) -> None:
    deadline = "  - {id: terugzien, label: Terug, text: Kijk terug., from: gesprek_datum, days: 7, source: wet}"
    files = small.edited(BASE, "flags:", f"deadlines:\n{deadline}\nflags:")
    assert [each.id for each in small.resolved(tmp_path / "school", files=files).deadlines] == ["terugzien"]
    assert small.resolved(tmp_path / "club", files={**files, SCHOOL: SHORT}).deadlines == ()


def test_a_flag_that_can_still_hold_stays_also_without_a_step(tmp_path: Path) -> None:
    flag = "  - {id: eer_genoemd, when: {thema: eer}, text: Let op., source: wet}\n"
    club = small.resolved(tmp_path, files={**small.FILES, SCHOOL: SHORT + flag})
    assert [(each.id, each.step) for each in club.flags] == [("eer_genoemd", "")]


def test_a_bound_sector_may_not_leave_anything_out(tmp_path: Path) -> None:
    files = {**small.FILES, SCHOOL: SHORT.replace("bound: false", "bound: true")}
    assert {finding.code for finding in small.refused(tmp_path, files)} == {"R13"}


LEFT: list[tuple[Condition, Condition | bool, Condition | bool]] = [
    (HERE, HERE, HERE),
    (AWAY, False, True),
    (SAID, False, False),
    (ASKED, ASKED, ASKED),
    (Not(AWAY), False, True),
    (Not(SAID), True, True),
    (All((HERE, AWAY)), False, HERE),
    (All((HERE, Not(SAID))), HERE, HERE),
    (Any((HERE, AWAY)), HERE, True),
    (Any((AWAY, SAID)), False, True),
    (Not(All((HERE, AWAY))), Not(HERE), True),
    (Not(Any((HERE, AWAY))), False, Not(HERE)),
    (All((HERE, Any((HERE, AWAY)))), All((HERE, HERE)), HERE),
]
"""A condition, what is left of it in a rule (that fires only on true), and in a guard (that asks unless false)."""


@pytest.mark.parametrize("case", LEFT, ids=lambda case: str(case[0]))
def test_what_is_left_of_a_condition(case: tuple[Condition, object, object]) -> None:
    condition, fires, asks = case
    assert (settled(condition, GONE, unknown=False), settled(condition, GONE, unknown=True)) == (fires, asks)
