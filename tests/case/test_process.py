"""The check scenarios of the process itself, in every sector that has the question, with ids that all sectors share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.case.advice import advise
from meldcode.case.state import settled
from meldcode.case.values import UNBORN, Person
from meldcode.protocol.model import HOME_ROUTE
from tests.case.shipped import SECTORS, protocol_of, severity, texts

if TYPE_CHECKING:
    from meldcode.case.advice import Advice
    from meldcode.case.path import Path
    from meldcode.case.values import Value

every_sector = pytest.mark.parametrize("sector", SECTORS)

CARE_STEPS = ("direct_gevaar=nee", "pleger=huiselijke_kring", "collega=ja", "vt_advies=ja", "gesprek=gevoerd")


class Case:
    """A case in a sector: the first three steps done with care, and what is answered besides."""

    def __init__(self, sector: str, *pairs: str, **more: Value) -> None:
        protocol = protocol_of(sector)
        calm: dict[str, Value] = {"betrokkenen": (Person("kind", 9, client=True),), "signalen": (), "thema": ()}
        state = settled(protocol, {**calm, **texts(*CARE_STEPS, *pairs), **more})
        self.path: Path = state.path
        self.advice: Advice = advise(protocol, state)

    @property
    def actions(self) -> set[str]:
        return {action.id for action in self.advice.actions}

    @property
    def contacts(self) -> set[str]:
        return {contact.id for contact in self.advice.contacts}

    @property
    def flags(self) -> set[str]:
        return {flag.id for flag in self.advice.flags}

    @property
    def informs(self) -> bool:
        return any(action.informs for action in self.advice.actions)


@every_sector
def test_1_a_suspicion_that_the_talk_took_away_is_closed_and_weighed_no_further(sector: str) -> None:
    case = Case(sector, "vermoeden=nee")
    assert case.advice.level == "afsluiten"
    assert "sluit_af" in case.actions
    assert not {"veiligheid", "hulp", "acceptatie", "resultaat"} & set(case.path.reached)
    assert case.flags == set()


@every_sector
def test_2_unsafe_is_reported_and_help_is_weighed_with_veilig_thuis(sector: str) -> None:
    case = Case(sector, "vermoeden=ja", "veiligheid=ja")
    assert case.advice.level == "melden"
    assert {"bel_veilig_thuis", "samen_met_vt"} <= case.actions
    assert "veilig_thuis" in case.contacts
    assert not {"hulp", "acceptatie", "resultaat"} & set(case.path.reached)


@every_sector
def test_3_without_help_that_takes_the_danger_away_it_is_reported(sector: str) -> None:
    case = Case(sector, "vermoeden=ja", "veiligheid=nee", "hulp=nee")
    assert case.advice.level == "melden"
    assert "acceptatie" not in case.path.reached


@every_sector
def test_4_help_that_is_refused_is_reported(sector: str) -> None:
    case = Case(sector, "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=nee")
    assert case.advice.level == "melden"
    assert "resultaat" not in case.path.reached


@every_sector
def test_5_accepted_help_without_a_date_waits_and_is_not_the_end(sector: str) -> None:
    case = Case(sector, "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=ja")
    assert case.advice.level == "hulp"
    assert case.advice.waiting == ("resultaat",)
    assert "evaluatie" in case.path.reached
    assert "spreek_evaluatie_af" in case.actions


@every_sector
def test_6_help_that_did_not_work_is_reported_again(sector: str) -> None:
    case = Case(sector, "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=ja", "resultaat=nee")
    assert case.advice.level == "melden"
    assert "meld_opnieuw" in case.actions


@every_sector
def test_7_help_that_works_is_followed(sector: str) -> None:
    case = Case(sector, "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=ja", "resultaat=ja")
    assert case.advice.level == "volgen"
    assert "volg_afspraken" in case.actions


def test_8_a_doctor_who_did_not_ask_veilig_thuis_is_reminded() -> None:
    careless, careful = Case("zorg-arts", "vermoeden=ja", "vt_advies=nee"), Case("zorg-arts", "vermoeden=ja")
    assert "veilig_thuis_niet_geraadpleegd" in careless.flags
    assert "vraag_advies" in careless.actions
    assert "veilig_thuis_niet_geraadpleegd" not in careful.flags


@pytest.mark.parametrize("doubt", ["veiligheid", "hulp", "acceptatie"])
@every_sector
def test_8_doubt_in_the_weighing_asks_for_that_advice_everywhere(sector: str, doubt: str) -> None:
    pairs = {"veiligheid": "nee", "hulp": "ja", "acceptatie": "ja", doubt: "onbekend"}
    answered = [f"{name}={value}" for name, value in pairs.items()]
    assert "veilig_thuis_niet_geraadpleegd" in Case(sector, "vermoeden=ja", "vt_advies=nee", *answered).flags
    assert "veilig_thuis_niet_geraadpleegd" not in Case(sector, "vermoeden=ja", *answered).flags


def test_9_in_a_school_doubt_about_safety_counts_as_yes_and_veilig_thuis_is_called() -> None:
    school, elsewhere = (Case(sector, "vermoeden=ja", "veiligheid=onbekend") for sector in ("onderwijs", "algemeen"))
    assert school.advice.level == "melden"
    assert "bel_veilig_thuis" in school.actions
    assert "hulp" not in school.path.reached
    assert elsewhere.advice.level == "overleg"


@pytest.mark.parametrize("theme", ["eer", "huwelijksdwang", "achterlating", "vgv"])
@every_sector
def test_10_honour_asks_for_an_expert_first_and_forbids_contact_with_the_family(sector: str, theme: str) -> None:
    case = Case(sector, "vermoeden=ja", "veiligheid=ja", "vt_advies=nee", thema=(theme,))
    assert "deskundige" in case.advice.missing
    assert not case.informs
    assert Case(sector, "vermoeden=ja", "veiligheid=ja").informs
    alone = ("vt_advies=nee", "deskundige=nee")
    quiet = Case(sector, *alone, "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=ja", thema=(theme,))
    assert severity(quiet.advice.level) >= severity("overleg")


@pytest.mark.parametrize("sector", ["onderwijs", "zorg-arts"])
def test_11_violence_by_an_employee_leaves_the_meldcode_for_the_route_of_the_sector(sector: str) -> None:
    case = Case(sector, "pleger=beroepskracht")
    assert case.path.route == "beroepskracht" != HOME_ROUTE
    assert not {"vermoeden", "veiligheid", "hulp"} & set(case.path.reached)
    assert severity(case.advice.level) >= severity("overleg")


def test_11_without_such_a_route_the_other_duty_is_named_and_the_walk_goes_on() -> None:
    case = Case("algemeen", "pleger=beroepskracht")
    assert case.path.route == HOME_ROUTE
    assert "andere_weg" in case.actions
    assert "vermoeden" in case.path.reached


@every_sector
def test_12_where_it_is_not_known_who_it_is_both_ways_stay_open(sector: str) -> None:
    case = Case(sector, "pleger=onbekend")
    assert case.path.route == HOME_ROUTE
    assert "andere_weg_misschien" in case.actions


@every_sector
def test_13_a_talk_that_is_not_held_needs_a_reason_and_only_some_reasons_will_do(sector: str) -> None:
    without = Case(sector, "gesprek=niet_gevoerd", "vermoeden=ja")
    assert "gesprek_reden" in without.advice.missing
    assert "gesprek_ontbreekt" in without.flags
    for reason, flagged in (("veiligheid", False), ("onbereikbaar", False), ("ander", True)):
        case = Case(sector, "gesprek=niet_gevoerd", f"gesprek_reden={reason}", "vermoeden=ja")
        assert ("gesprek_ontbreekt" in case.flags) == flagged, reason


@every_sector
def test_13_a_talk_left_out_for_safety_keeps_everybody_uninformed(sector: str) -> None:
    pairs = ("gesprek=niet_gevoerd", "gesprek_reden=veiligheid", "vermoeden=ja", "veiligheid=ja")
    case = Case(sector, *pairs)
    assert not case.informs
    assert "informeer_niet" in case.actions


@every_sector
def test_13_a_talk_that_comes_later_waits_for_its_date(sector: str) -> None:
    case = Case(sector, "gesprek=uitgesteld")
    assert "gesprek" in case.advice.waiting
    assert "gesprek_datum" in case.path.reached


@pytest.mark.parametrize("sector", ["algemeen", "zorg-arts"])
def test_14_the_children_of_an_adult_client_are_asked_about(sector: str) -> None:
    people = (Person("client", 34), Person("kind", 4))
    assert "kindcheck" in Case(sector, betrokkenen=people).advice.missing
    worried = Case(sector, "kindcheck=zorgen", "vermoeden=nee", betrokkenen=people)
    assert severity(worried.advice.level) >= severity("volgen")
    assert "kindcheck_ontbreekt" in Case(sector, "kindcheck=niet_nodig", betrokkenen=people).flags


@pytest.mark.parametrize("sector", ["algemeen", "zorg-arts"])
def test_15_an_unborn_child_counts(sector: str) -> None:
    case = Case(sector, "vermoeden=ja", betrokkenen=(Person("client", 24), Person("kind", UNBORN)))
    assert "ongeboren_telt_mee" in case.actions
    assert "veiligheid" in case.advice.missing


@every_sector
def test_17_danger_to_life_is_112_first_and_the_steps_afterwards(sector: str) -> None:
    case = Case(sector, "direct_gevaar=ja", "vermoeden=nee")
    assert case.advice.level == "bel_112"
    assert case.advice.contacts[0].id == "alarmnummer"
    assert case.advice.actions[0].id == "bel_112_nu"
