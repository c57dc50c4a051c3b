"""What is due in a case: what it waits for, and the deadlines of its protocol."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from meldcode.case.due import Due, due, is_erasable
from meldcode.case.events import Closed
from meldcode.case.state import apply
from meldcode.case.values import Person
from meldcode.protocol.condition import Is
from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import Deadline, Text
from tests.case.shipped import protocol_of, standing, texts

if TYPE_CHECKING:
    from meldcode.protocol.model import Protocol

REPORTED = "vt_beoordeling"
WAITS_FOR_HELP = ("vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=ja")
WAITS_FOR_TALK = ("gesprek=uitgesteld",)
DECIDED = ("vermoeden=ja", "veiligheid=ja", "besluit=melden", "aankondiging=ja")


def found(*pairs: str, protocol: Protocol | None = None) -> list[Due]:
    protocol = protocol or protocol_of("algemeen")
    return list(due(protocol, standing(protocol, texts(*pairs))))


def days(*pairs: str, protocol: Protocol | None = None) -> list[tuple[str, str]]:
    return [(each.id, each.on.isoformat()) for each in found(*pairs, protocol=protocol)]


def with_deadlines(*deadlines: Deadline) -> Protocol:
    return replace(protocol_of("algemeen"), deadlines=deadlines)


def deadline(name: str, **more: object) -> Deadline:
    made = Deadline(name, Text("Wat"), Text("Doe dit."), "melding_datum", "bron", Place("x.yaml", 1, 1))
    return replace(made, **more)  # type: ignore[arg-type]


def test_nothing_is_due_in_a_fresh_case() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("pairs", "date_question", "waiting"),
    [(WAITS_FOR_HELP, "evaluatie", "resultaat"), (WAITS_FOR_TALK, "gesprek_datum", "gesprek")],
)
def test_what_a_case_waits_for_is_due_on_the_day_that_was_recorded(
    pairs: tuple[str, ...], date_question: str, waiting: str
) -> None:
    (only,) = found(*pairs, f"{date_question}=2027-01-11")
    question = protocol_of("algemeen").questions[waiting]

    assert only == Due(waiting, date(2027, 1, 11), question.label, question.ask, question.source)
    assert found(*pairs) == []


def test_what_was_answered_is_not_due_any_more() -> None:
    assert found(*WAITS_FOR_HELP, "evaluatie=2027-01-11", "resultaat=ja") == []


@pytest.mark.parametrize("waits", ["9999-12-31", "9999-01-01"])
def test_a_date_at_the_end_of_time_is_no_appointment(waits: str) -> None:
    assert found(*WAITS_FOR_HELP, f"evaluatie={waits}") == []
    assert found(*DECIDED, f"melding_datum={waits}") == []


def test_after_a_report_the_judgement_of_veilig_thuis_is_due_in_five_working_days() -> None:
    """Uitvoeringsbesluit Wmo 2015, art. 4.1.7; over a weekend, and over Easter."""
    assert days(*DECIDED) == []
    assert days(*DECIDED, "melding_datum=2026-11-20") == [(REPORTED, "2026-11-27")]
    assert days(*DECIDED, "melding_datum=2026-04-02") == [(REPORTED, "2026-04-13")]


def test_every_sector_knows_the_deadline_of_a_report_and_says_where_it_is_from() -> None:
    for sector in ("algemeen", "onderwijs", "zorg-arts"):
        protocol = protocol_of(sector)
        (each,) = [each for each in protocol.deadlines if each.id == REPORTED]
        assert each.source in protocol.sources
        assert "0800-2000" in each.text.nl
        assert "0800-2000" in each.text.to("en")


def test_days_are_counted_as_they_come_and_working_days_are_not() -> None:
    protocol = with_deadlines(deadline("dagen", days=42), deadline("werkdagen", working_days=3))
    assert days(*DECIDED, "melding_datum=2026-11-20", protocol=protocol) == [
        ("werkdagen", "2026-11-25"),
        ("dagen", "2027-01-01"),
    ]


@pytest.mark.parametrize(("suspicion", "expected"), [("ja", True), ("nee", False), ("onbekend", True), ("", True)])
def test_a_deadline_with_a_condition_holds_unless_the_condition_is_false(suspicion: str, *, expected: bool) -> None:
    """What is not known is reminded of."""
    protocol = with_deadlines(deadline("soms", days=1, start="gesprek_datum", when=Is("vermoeden", ("ja",))))
    pairs = ("gesprek=uitgesteld", "gesprek_datum=2026-11-20", *([f"vermoeden={suspicion}"] if suspicion else []))
    assert ("soms" in [each.id for each in found(*pairs, protocol=protocol)]) == expected


def test_a_deadline_says_what_to_do_and_where_that_is_from() -> None:
    (only,) = found(*DECIDED, "melding_datum=2026-11-20", protocol=with_deadlines(deadline("dag", days=1)))
    assert only == Due("dag", date(2026, 11, 21), Text("Wat"), Text("Doe dit."), "bron")


def test_a_deadline_can_depend_on_what_the_persons_tell() -> None:
    protocol = with_deadlines(deadline("kind", days=1, start="gesprek_datum", when=Is("minderjarige", ("ja",))))
    pairs = ("gesprek=uitgesteld", "gesprek_datum=2026-11-20")
    for person, expected in ((Person("kind", 7), 1), (Person("client", 40), 0)):
        state = standing(protocol, {**texts(*pairs), "betrokkenen": (person,)})
        assert [each.id for each in due(protocol, state)].count("kind") == expected


def test_an_answer_that_does_not_count_any_more_sets_no_deadline() -> None:
    """Who decided not to report after all has no report to wait for."""
    assert days("vermoeden=ja", "veiligheid=ja", "besluit=hulp", "melding_datum=2026-11-20") == []


def test_the_first_day_comes_first_and_the_same_day_is_ordered_by_id() -> None:
    protocol = with_deadlines(deadline("b", days=7), deadline("a", days=7), deadline("c", days=1))
    pairs = (*DECIDED, *WAITS_FOR_TALK, "gesprek_datum=2026-11-25", "melding_datum=2026-11-20")
    assert [name for name, _ in days(*pairs, protocol=protocol)] == ["c", "gesprek", "a", "b"]


def test_in_a_closed_case_nothing_is_due() -> None:
    protocol = protocol_of("algemeen")
    state = standing(protocol, texts(*DECIDED, "melding_datum=2026-11-20"))
    assert due(protocol, state)
    assert due(protocol, apply(protocol, state, Closed("Overgedragen."))) == ()


@pytest.mark.parametrize(
    ("closed", "filed", "asked"),
    [
        ("2026-01-01", "2026-01-01", True),
        ("2026-01-01", "2026-01-02", False),
        ("2026-01-02", "2026-01-01", False),
        ("2026-01-01", "", False),
        ("", "2026-01-01", False),
        ("9999-12-31", "1970-01-01", False),
        ("1970-01-01", "1970-01-01", True),
    ],
)
def test_a_working_copy_may_go_ninety_days_after_both_closing_and_filing(
    closed: str, filed: str, *, asked: bool
) -> None:
    assert is_erasable(closed, filed, date(2026, 4, 1)) is asked
