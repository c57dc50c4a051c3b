"""Every shipped protocol keeps every invariant on every walk."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from meldcode.prove.proof import CHECKS, prove
from meldcode.text import say
from tests.prove.shipped import SECTORS, protocol_of

if TYPE_CHECKING:
    from meldcode.prove.report import Report

every_sector = pytest.mark.parametrize(
    "sector", [pytest.param(sector, marks=pytest.mark.xdist_group(f"proof-{sector}")) for sector in SECTORS]
)
"""One worker proves a sector once, for all tests of it."""


@cache
def proven(sector: str) -> Report:
    return prove(protocol_of(sector))


@every_sector
def test_a_shipped_protocol_is_proven(sector: str) -> None:
    report = proven(sector)
    said = [(each.invariant, say("nl", f"proof.{each.code}", **each.values), each.answers) for each in report.broken]
    assert said == []
    assert report.unproven == ()
    assert report.sound


@every_sector
def test_the_proof_is_small_though_the_walks_are_many(sector: str) -> None:
    report = proven(sector)
    assert report.states < 30_000
    assert report.paths > 10**9


@every_sector
def test_what_does_not_apply_is_said_and_the_rest_is_checked(sector: str) -> None:
    protocol = protocol_of(sector)
    report = proven(sector)
    only_bound = set() if protocol.bound else {"I-06", "I-09"}
    assert set(report.checked) == CHECKS.keys() - only_bound - {"I-11"}
    assert {each.invariant for each in report.void if each.whole} == {"I-11"} | only_bound
    absent = {each.values["question"] for each in report.void if each.code == "V01"}
    assert absent.isdisjoint(protocol.questions)
    assert not (protocol.bound and absent)
    assert report.by_construction == ("I-13", "I-14")


@every_sector
def test_a_protocol_is_nowhere_weaker_than_itself(sector: str) -> None:
    protocol = protocol_of(sector)
    report = prove(protocol, protocol)
    assert "I-11" in report.checked
    assert [each for each in report.broken if each.invariant == "I-11"] == []
