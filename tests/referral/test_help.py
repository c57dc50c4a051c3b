"""Which help may fit: by who is there and how old, what was seen, and never what is unsafe here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.case.values import Observation, Person
from meldcode.protocol.help import Fits, Help, Intervention
from meldcode.protocol.model import ROLES, Text
from meldcode.referral.help import ORDER, fitting, is_old
from tests.case.shipped import answers_to, checked, protocol_of

if TYPE_CHECKING:
    from meldcode.case.values import Value

CHILD = Fits(("kind",))
EVERY_LIST = tuple(f"{name}.iets" for name in protocol_of("algemeen").signal_lists)


def help_(name: str = "hulp", fits: Fits = CHILD, **more: object) -> Intervention:
    text = Text("x")
    made = Intervention(name, text, text, text, "stoppen", "goed", fits, "bron")
    return replace(made, **more)  # type: ignore[arg-type]


def case(*people: Person, themes: tuple[str, ...] = (), signals: tuple[str, ...] = ()) -> dict[str, Value]:
    return {"betrokkenen": people, "thema": themes, "signalen": tuple(map(Observation, signals))}


def names(answers: dict[str, Value], *offered: Intervention) -> list[str]:
    return [each.id for each in fitting(Help({each.id: each for each in offered}), answers)]


def fits(answers: dict[str, Value], whom: Fits) -> bool:
    return names(answers, help_(fits=whom)) == ["hulp"]


@pytest.mark.parametrize(
    ("age", "expected"), [(3, False), (4, True), (12, True), (13, False), (None, True), ("ongeboren", False)]
)
def test_an_age_is_within_both_bounds_and_an_unknown_one_may_be(age: int | str | None, *, expected: bool) -> None:
    assert fits(case(Person("kind", age)), Fits(("kind",), age_from=4, age_to=12)) == expected


@pytest.mark.parametrize(("unborn", "expected"), [(True, True), (False, False)])
def test_an_unborn_child_fits_only_what_is_for_the_unborn(unborn: bool, expected: bool) -> None:  # noqa: FBT001
    assert fits(case(Person("kind", "ongeboren")), Fits(("kind",), unborn=unborn)) == expected


def test_the_role_has_to_fit_the_same_person_as_the_age() -> None:
    """A child of three and a parent of forty are together no child of forty."""
    family = case(Person("kind", 3), Person("ouder", 40))
    assert fits(family, Fits(("kind",), age_to=6))
    assert fits(family, Fits(("ouder",), age_from=18))
    assert not fits(family, Fits(("kind",), age_from=18))
    assert not fits(family, Fits(("partner",)))


def test_without_persons_nothing_fits() -> None:
    assert not fits(case(), Fits(ROLES))
    assert not fits({}, Fits(ROLES))


class TestWhoPlaysTwoParts:
    def test_a_client_who_is_a_minor_is_a_child_and_an_adult_one_is_not(self) -> None:
        assert fits(case(Person("client", 9)), CHILD)
        assert fits(case(Person("client", 17)), CHILD)
        assert not fits(case(Person("client", 18)), CHILD)
        assert not fits(case(Person("client")), CHILD)

    def test_a_parent_who_is_a_minor_is_a_child_too_and_stays_a_parent(self) -> None:
        mother = case(Person("ouder", 16), Person("kind", 0))
        assert fits(mother, Fits(("kind",), age_from=12, age_to=17))
        assert fits(mother, Fits(("ouder",)))

    @pytest.mark.parametrize(
        "child", [Person("kind", 4), Person("kind"), Person("kind", "ongeboren"), Person("ander", 4)]
    )
    def test_an_adult_client_beside_a_child_is_a_parent(self, child: Person) -> None:
        assert fits(case(Person("client", 30), child), Fits(("ouder",), age_from=18))
        assert fits(case(Person("client"), child), Fits(("ouder",)))

    def test_an_adult_client_alone_or_beside_adults_is_no_parent(self) -> None:
        assert not fits(case(Person("client", 30)), Fits(("ouder",)))
        assert not fits(case(Person("client", 30), Person("partner", 31)), Fits(("ouder",)))

    def test_who_is_no_client_does_not_become_a_parent_by_a_child(self) -> None:
        assert not fits(case(Person("partner", 30), Person("kind", 4)), Fits(("ouder",)))


class TestWhatItIsAbout:
    @pytest.mark.parametrize(
        ("themes", "signals", "expected"),
        [
            ((), (), False),
            (("belaging",), (), True),
            (("eer",), (), False),
            ((), ("partner_ex.volgt",), True),
            ((), ("partner.slaat",), False),
            (("eer", "belaging"), ("partner.slaat",), True),
        ],
    )
    def test_a_theme_or_a_list_of_signals_has_to_be_there_where_some_are_named(
        self, themes: tuple[str, ...], signals: tuple[str, ...], *, expected: bool
    ) -> None:
        whom = Fits(("kind",), themes=("belaging",), lists=("partner_ex",))
        assert fits(case(Person("kind", 9), themes=themes, signals=signals), whom) == expected

    def test_where_none_is_named_it_is_for_every_form(self) -> None:
        assert fits(case(Person("kind", 9)), CHILD)
        assert fits(case(Person("kind", 9), themes=("eer",)), CHILD)

    def test_what_is_unsafe_with_a_theme_is_not_shown_whatever_else_fits(self) -> None:
        talk = help_(unsafe_with=("eer", "belaging"))
        assert names(case(Person("kind", 9), themes=("financieel",)), talk) == ["hulp"]
        assert names(case(Person("kind", 9), themes=("financieel", "eer")), talk) == []

    def test_an_aid_for_the_professional_is_no_help_for_them(self) -> None:
        assert names(case(Person("kind", 9)), help_(aim="hulpmiddel")) == []


class TestOrder:
    def test_safety_comes_before_recovery_and_what_is_for_later_comes_last(self) -> None:
        offered = [help_(aim, aim=aim) for aim in reversed(ORDER)] + [help_("later", aim="stoppen", later=True)]
        assert names(case(Person("kind", 9)), *offered) == [*ORDER, "later"]
        assert ORDER[:2] == ("stoppen", "herstel")

    def test_within_an_aim_the_best_founded_comes_first(self) -> None:
        """The shipped catalogue is in the order of its levels."""
        levels = [level.id for level in protocol_of("algemeen").help.levels]
        found = fitting(
            protocol_of("algemeen").help, case(Person("client", 9), Person("ouder", 40), signals=EVERY_LIST)
        )
        assert len({each.level for each in found}) > 2
        order = [(each.later, ORDER.index(each.aim), levels.index(each.level)) for each in found]
        assert order == sorted(order)


@checked
@given(answers=answers_to("algemeen"), theme=st.sampled_from(["eer", "huwelijksdwang", "belaging"]))
def test_in_any_case_nothing_unsafe_is_shown_and_a_theme_more_takes_away_at_least_that(
    answers: dict[str, Value], theme: str
) -> None:
    offered = protocol_of("algemeen").help
    ticked = {**answers, "thema": (theme,)}
    found = fitting(offered, ticked)
    assert not [each.id for each in found if theme in each.unsafe_with]
    assert not [each.id for each in found if each.aim == "hulpmiddel"]
    assert all(each in offered.interventions.values() for each in found)
    assert len({each.id for each in found}) == len(found)


def test_family_meetings_are_not_shown_where_family_may_be_the_danger() -> None:
    """help.md 1.8, rule 6: with honour, forced marriage and stalking a talk with everyone may kill."""
    offered = protocol_of("algemeen").help
    meetings = {"eigen_kracht", "signs_of_safety", "jim", "geweldloos_verzet"}

    def shown(*themes: str) -> set[str]:
        family = case(Person("kind", 16), Person("ouder", 45), themes=themes, signals=EVERY_LIST)
        return meetings & {each.id for each in fitting(offered, family)}

    assert shown() | shown("oudermishandeling") == meetings
    for theme in ("eer", "huwelijksdwang", "achterlating", "vgv", "belaging"):
        assert shown(theme) == set(), theme


@pytest.mark.parametrize(
    ("judged", "today", "old"),
    [
        ("2021-11-23", "2026-11-23", False),
        ("2021-11-22", "2026-11-23", True),
        ("2021-11", "2026-11-23", False),
        ("2021-10", "2026-11-23", True),
        ("2021", "2026-12-31", False),
        ("2020", "2026-01-01", True),
        ("2014-10-31", "2026-11-23", True),
        ("", "2026-11-23", False),
        ("onbekend", "2026-11-23", False),
    ],
)
def test_a_judgement_is_old_when_it_is_surely_more_than_five_years_ago(judged: str, today: str, *, old: bool) -> None:
    assert is_old(help_(judged_on=judged), date.fromisoformat(today)) == old
