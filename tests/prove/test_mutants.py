"""Every shipped protocol, broken in many ways: whatever random answers show to be wrong, the proof has found."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest

from meldcode.prove.proof import prove
from tests.prove.harm import harms
from tests.prove.mutants import mutants
from tests.prove.naive import Naive, Remembering
from tests.prove.samples import answers, dice
from tests.prove.shipped import SECTORS, protocol_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from meldcode.prove.report import Report
    from tests.prove.mutants import Mutant

SAMPLES = 4
EACH = 6
"""How many mutants of a protocol are tried here; `teeth.py` tries as many as asked."""

SHOWN_BY_ANSWERS = {"P01", "P02", "P04", "P05", "P06", "P09", "P10", "P11", "P12", "P13", "P14", "P15", "P24", "P34"}


def escaped(tried: Iterable[Mutant], samples: int) -> Iterator[str]:
    """Yield each mutant of which random answers show more than the proof, or the proof more than its answers."""
    for name, protocol in tried:
        report, naive, random = prove(protocol), Remembering(protocol), dice(name)
        drawn = [answers(protocol, random, left_out) for left_out in (0, 0, 0.15, 0.4) * (samples // 4)]
        shown = {harm for given in drawn for harm in harms(naive, given)}
        missed = shown - {each.invariant for each in report.broken}
        if missed or report.unproven:
            yield f"{name}: {sorted(missed)} not found"
        yield from (f"{name}: {claim} not confirmed" for claim in unconfirmed(report, naive))


def unconfirmed(report: Report, naive: Naive) -> Iterator[str]:
    """Yield each counterexample whose own answers do not show what it says."""
    for each in report.broken:
        given = {**each.answers, **(each.other or {})}
        if each.code in SHOWN_BY_ANSWERS and each.invariant not in harms(naive, given):
            yield f"{each.invariant} {each.code}"


@pytest.mark.parametrize("sector", SECTORS)
def test_what_random_answers_show_of_a_broken_protocol_is_proven_broken(sector: str) -> None:
    every = list(mutants(protocol_of(sector)))
    chosen = dice(sector).sample(every, EACH)
    assert list(escaped(chosen, SAMPLES)) == []


@pytest.mark.parametrize("sector", SECTORS)
def test_there_are_many_ways_to_break_a_protocol(sector: str) -> None:
    assert len(list(islice(mutants(protocol_of(sector)), 500))) == 500
