"""What the persons in a case tell: minors, the unborn, adult clients, adults who depend on care."""

from __future__ import annotations

import pytest

from meldcode.case.path import trace
from meldcode.case.values import UNBORN, Observation, Person
from meldcode.case.view import Answers, fact
from meldcode.protocol.condition import AtLeast, Is
from tests.case.shipped import protocol_of

CHILD, TEENAGER, ADULT = 7, 17, 18


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([Person("kind", CHILD)], "ja"),
        ([Person("kind", TEENAGER)], "ja"),
        ([Person("kind", ADULT)], "nee"),
        ([Person("kind", UNBORN)], "ja"),
        ([Person("ouder", 16)], "ja"),
        ([Person("ouder")], "nee"),
        ([Person("kind")], None),
        ([Person("client")], None),
        ([Person("client"), Person("kind", CHILD)], "ja"),
        ([], None),
    ],
)
def test_a_minor_is_seen_and_an_unknown_age_is_never_taken_for_adult(people: list[Person], expected: str) -> None:
    assert fact("minderjarige", tuple(people), "client") == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([Person("client", ADULT)], "ja"),
        ([Person("client", TEENAGER)], "nee"),
        ([Person("client")], None),
        ([Person("ouder", client=True)], "ja"),
        ([Person("kind", CHILD, client=True), Person("ouder", 40)], "nee"),
        ([Person("kind", CHILD, client=True), Person("ouder", 40, client=True)], "ja"),
        ([Person("kind", CHILD), Person("ouder", 40)], None),
        ([], None),
    ],
)
def test_an_adult_client_is_one_who_is_marked_or_has_that_role(people: list[Person], expected: str) -> None:
    assert fact("client_volwassen", tuple(people), "client") == expected


def test_the_sector_says_who_the_client_is_when_nobody_is_marked() -> None:
    people = (Person("kind", CHILD), Person("ouder", 40))
    assert fact("client_volwassen", people, "kind") == "nee"
    assert fact("client_volwassen", people, "ouder") == "ja"
    assert fact("client_volwassen", (*people, Person("ander", 30, client=True)), "kind") == "ja"
    assert fact("client_volwassen", (*people, Person("client", 30)), "kind") == "ja"


def test_in_a_school_the_child_is_the_client_and_the_kindcheck_is_for_adult_students() -> None:
    protocol = protocol_of("onderwijs")
    pupil = trace(protocol, {"betrokkenen": (Person("kind", CHILD), Person("ouder", 40))})
    student = trace(protocol, {"betrokkenen": (Person("kind", 19), Person("kind", 1))})
    assert "kindcheck" not in pupil.reached
    assert "kindcheck" in student.reached


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([Person("kind", UNBORN)], "ja"),
        ([Person("kind", 0)], "nee"),
        ([Person("client")], "nee"),
        ([], None),
    ],
)
def test_a_child_on_the_way_is_told_by_its_age(people: list[Person], expected: str) -> None:
    assert fact("zwanger", tuple(people), "client") == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([Person("kind", 9), Person("kind", 3), Person("ouder", 40)], 3),
        ([Person("kind", 9), Person("kind", UNBORN)], 0),
        ([Person("kind")], None),
        ([Person("kind"), Person("ouder", 40)], 40),
    ],
)
def test_the_youngest_age_counts_an_unborn_child_as_zero(people: list[Person], expected: int) -> None:
    assert fact("jongste_leeftijd", tuple(people), "client") == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([Person("mantelzorger", 60), Person("ouder", 85)], "ja"),
        ([Person("mantelzorger", 60), Person("client")], None),
        ([Person("mantelzorger", 60), Person("kind", CHILD)], "nee"),
        ([Person("ouder", 85), Person("kind", 60)], "nee"),
    ],
)
def test_an_adult_depends_on_care_where_there_is_an_informal_carer(people: list[Person], expected: str) -> None:
    assert fact("afhankelijke_volwassene", tuple(people), "client") == expected


@pytest.mark.parametrize("sector", ["algemeen", "zorg-arts"])
def test_the_kindcheck_is_asked_of_adult_clients_and_wherever_that_is_not_known(sector: str) -> None:
    protocol = protocol_of(sector)
    for people in ((Person("client", 34),), (Person("client"),), (Person("ander", 50),), ()):
        assert "kindcheck" in trace(protocol, {"betrokkenen": people}).reached, people
    assert "kindcheck" in trace(protocol, {}).reached
    assert "kindcheck" not in trace(protocol, {"betrokkenen": (Person("client", CHILD),)}).reached


def test_a_condition_sees_persons_by_role_and_signals_by_id_and_weight() -> None:
    protocol = protocol_of("algemeen")
    signal = next(each for each in protocol.signal_lists["kind_4_12"].signals if each.severity == "acuut")
    seen = Answers(
        protocol, {"betrokkenen": (Person("kind", CHILD), Person("ouder")), "signalen": (Observation(signal.id),)}
    )
    assert Is("betrokkenen", ("ouder",)).judge(seen) is True
    assert Is("signalen", (signal.id,)).judge(seen) is True
    assert AtLeast("betrokkenen", 2).judge(seen) is True
    assert AtLeast("signalen", 2).judge(seen) is False
    assert AtLeast("signalen", 0, "acuut").judge(seen) is True
    assert AtLeast("signalen", 0, "acuut").judge(Answers(protocol, {"signalen": ()})) is False
    assert AtLeast("signalen", 0, "acuut").judge(Answers(protocol, {})) is None
