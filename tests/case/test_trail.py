"""Which answers of a record count: now, in an earlier weighing, or for nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from meldcode.case.events import Answered, Event, Renewed, Reopened, Retracted
from meldcode.case.state import carried, replay
from meldcode.case.trail import standings
from tests.case.shipped import protocol_of
from tests.export.trails import case_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from meldcode.case.state import State

SCHOOL = protocol_of("onderwijs")
RENEWED = Renewed("sha256:1", "9.0.0", "2026-12-01T10:00:00+01:00")


def counted(*events: Event, state: State | None = None) -> Mapping[int, str]:
    """Return what counts of a case with these events, whose records begin at the second."""
    trail = case_of(events).trail
    assert trail is not None
    return standings(trail, state or replay(SCHOOL, [entry.event for entry in trail.entries]))


def test_an_answer_counts_until_another_takes_its_place_or_it_is_retracted() -> None:
    twice = (Answered("direct_gevaar", "ja"), Answered("direct_gevaar", "nee"))
    assert counted(*twice) == {2: "not", 3: "now"}
    assert counted(*twice, Retracted("direct_gevaar")) == {2: "not", 3: "not"}


def test_what_a_newer_protocol_no_longer_asks_counted_earlier() -> None:
    events = [Answered("direct_gevaar", "nee"), Answered("pleger", "huiselijke_kring")]
    steps = tuple(
        replace(step, questions=tuple(name for name in step.questions if name != "pleger")) for step in SCHOOL.steps
    )
    questions = {name: question for name, question in SCHOOL.questions.items() if name != "pleger"}
    newer = replace(SCHOOL, steps=steps, questions=questions, version="9.0.0")
    state = carried(SCHOOL, newer, replay(SCHOOL, events), RENEWED)
    assert counted(*events, RENEWED, state=state) == {2: "now", 3: "earlier"}


def test_what_is_asked_again_counted_earlier_and_what_is_not_counts_now() -> None:
    events = (Answered("direct_gevaar", "nee"), Answered("pleger", "huiselijke_kring"))
    assert counted(*events, Reopened("Er is nieuws.")) == {2: "earlier", 3: "now"}
