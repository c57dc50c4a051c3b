"""What the vault keeps of an event, and what it gives back."""

from __future__ import annotations

import json

import pytest

from meldcode.case import events as module
from meldcode.case.events import (
    Answered,
    Closed,
    Declined,
    Drafted,
    Event,
    Exported,
    Filed,
    HandedOver,
    Noted,
    Opened,
    Received,
    Renewed,
    Reopened,
    Retracted,
    Skipped,
    Started,
    UnknownEventError,
    from_body,
    to_body,
)
from meldcode.case.values import Person, plain

EVENTS: list[Event] = [
    Started("onderwijs", "sha256:0", "1.0.0", "Utrecht"),
    Answered("betrokkenen", plain((Person("kind", 7, client=True),))),
    Skipped("weging"),
    Drafted("weging", "De moeder zei dat"),
    Retracted("weging"),
    Noted("Gebeld."),
    Reopened("Nieuw letsel."),
    Closed("Overgedragen.", "2026-11-23T10:00:00+01:00"),
    Filed("2026-11-23T10:00:00+01:00"),
    Opened("show"),
    Renewed("sha256:1", "1.1.0", "2026-11-23T10:00:00+01:00"),
    Declined("sha256:1", "1.1.0"),
    Exported("md"),
    HandedOver("ABCD-EFGH-IJKL-MNOP-QRST", "handover"),
    Received("j.jansen"),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_comes_back_from_the_vault_as_it_went_in(event: Event) -> None:
    assert from_body(json.loads(json.dumps(to_body(event)))) == event


def test_every_kind_of_event_is_tried_here() -> None:
    kinds = {kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == module.__name__}
    assert {type(event) for event in EVENTS} == kinds - {UnknownEventError}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"event": "handedover", "to": "iemand"},
        {"event": "noted"},
        {"event": "noted", "text": "a", "more": "b"},
        {"event": 7},
        {"text": "a"},
    ],
)
def test_a_record_that_this_version_does_not_know_is_refused_by_name(body: dict[str, object]) -> None:
    with pytest.raises(UnknownEventError):
        from_body(body)
