"""Before there is a case: danger first, then the protocol in two questions, and the municipality."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from meldcode.protocol import library
from meldcode.wizard.opening import (
    ALL,
    LAST,
    NONE,
    OTHER,
    Recent,
    ask_danger,
    ask_municipality,
    ask_sector,
    recent,
    show_expired,
)
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Page, Reply, Write, Written
from meldcode.wizard.scripted import Scripted
from meldcode.wizard.talk import Ending, GoBack, StopSession, Talk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from meldcode.protocol.language import Language

INDEX = library.index()
BACK = Asked(Command.BACK, Chosen(()))
WORK = "sector.beroep"


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout reads every protocol for the index; once is enough here."""
    monkeypatch.setattr(library, "index", lambda: INDEX)


def talk_with(replies: Sequence[tuple[str, Reply]], language: Language = "nl") -> tuple[Talk, Scripted]:
    """Return a talk in which these pages come in this order and get these replies."""
    waiting = list(replies)

    def answer(page: Page) -> Reply:
        name, reply = waiting.pop(0)
        assert page.id == name, f"{page.id} was asked, not {name}"
        return reply

    prompter = Scripted(answer)
    return Talk(prompter, Wording(library.protocol(library.BASE), language, code="", practice=False)), prompter


def options(page: Page) -> list[str]:
    assert isinstance(page.field, Choose)
    return [option.id for option in page.field.options]


def labels(page: Page) -> list[str]:
    assert isinstance(page.field, Choose)
    return [option.label for option in page.field.options]


class TestWhatIsRemembered:
    def test_nothing_without_cases(self) -> None:
        assert recent([]) == Recent()

    def test_the_sector_of_the_newest_case_and_the_municipalities_newest_first_once_each(self) -> None:
        cases = [
            {"sector": "sport", "municipality": "Utrecht", "started": "2026-01-01T10:00:00+01:00"},
            {"sector": "onderwijs", "municipality": "Utrecht", "started": "2026-11-01T10:00:00+01:00"},
            {"sector": "zorg-arts", "municipality": "Zeist", "started": "2026-06-01T10:00:00+02:00"},
            {"sector": "zorg-arts", "municipality": "", "started": "2026-07-01T10:00:00+02:00"},
        ]
        assert recent(cases) == Recent("onderwijs", ("Utrecht", "Zeist"))

    def test_five_municipalities_and_no_more(self) -> None:
        cases = [{"sector": "sport", "municipality": f"G{day}", "started": f"2026-01-0{day}"} for day in range(1, 8)]
        assert recent(cases).municipalities == ("G7", "G6", "G5", "G4", "G3")

    def test_a_case_of_an_earlier_version_without_place_and_time_is_no_hindrance(self) -> None:
        assert recent([{"status": "open"}, {"sector": "sport", "started": "2026-01-01"}]) == Recent("sport")


class TestSector:
    def test_workplace_and_work_lead_to_the_protocol(self) -> None:
        for place in INDEX.workplaces:
            for work in place.professions:
                talk, prompter = talk_with([("sector", Chosen((place.id,))), (WORK, Chosen((work.id,)))])
                assert ask_sector(talk) == work.sector
                assert options(prompter.pages[1]) == [each.id for each in place.professions]

    def test_every_protocol_can_be_reached_by_the_two_questions(self) -> None:
        reached = {work.sector for place in INDEX.workplaces for work in place.professions}
        assert reached == set(library.sector_ids())

    def test_beside_each_kind_of_work_stands_which_protocol_that_is(self) -> None:
        titles = {entry.id: entry.title.nl for entry in INDEX.sectors}
        place = INDEX.workplaces[0]
        talk, prompter = talk_with([("sector", Chosen((place.id,))), (WORK, Chosen((place.professions[0].id,)))])
        ask_sector(talk)
        field = prompter.pages[1].field
        assert isinstance(field, Choose)
        assert [option.hint for option in field.options] == [titles[work.sector] for work in place.professions]

    def test_no_option_is_marked_beforehand(self) -> None:
        talk, prompter = talk_with([("sector", Chosen((LAST,)))])
        ask_sector(talk, "onderwijs")
        assert isinstance(prompter.pages[0].field, Choose)
        assert prompter.pages[0].field.marked == ()

    @pytest.mark.parametrize(
        ("language", "label"), [("nl", "Zoals de vorige keer: Onderwijs"), ("en", "As last time: Education")]
    )
    def test_as_last_time_comes_first_and_is_one_question(self, language: Language, label: str) -> None:
        talk, prompter = talk_with([("sector", Chosen((LAST,)))], language)
        assert ask_sector(talk, "onderwijs") == "onderwijs"
        assert labels(prompter.pages[0])[0] == label

    @pytest.mark.parametrize("last", ["", "bestaat-niet-meer"])
    def test_without_a_last_time_or_when_that_protocol_is_gone_it_is_not_offered(self, last: str) -> None:
        talk, prompter = talk_with([("sector", Chosen((ALL,))), ("sector.alle", Chosen(("sport",)))])
        assert ask_sector(talk, last) == "sport"
        assert LAST not in options(prompter.pages[0])

    def test_all_protocols_are_there_with_whom_they_are_for(self) -> None:
        talk, prompter = talk_with([("sector", Chosen((ALL,))), ("sector.alle", Chosen(("algemeen",)))])
        assert ask_sector(talk) == "algemeen"
        assert sorted(options(prompter.pages[1])) == sorted(library.sector_ids())

    @pytest.mark.parametrize("second", [WORK, "sector.alle"])
    def test_esc_at_the_second_question_goes_back_to_the_first_which_offers_no_way_back(self, second: str) -> None:
        first = Chosen(("school" if second == WORK else ALL,))
        talk, prompter = talk_with([("sector", first), (second, BACK), ("sector", Chosen((LAST,)))])
        assert ask_sector(talk, "sport") == "sport"
        assert [Command.BACK in page.keys for page in prompter.pages] == [False, True, False]

    @pytest.mark.parametrize("command", [Command.PAUSE, Command.INTERRUPT, Command.LEAVE])
    def test_stopping_at_the_second_question_stops(self, command: Command) -> None:
        talk, _ = talk_with([("sector", Chosen((ALL,))), ("sector.alle", Asked(command, Chosen(())))])
        with pytest.raises(StopSession) as stopped:
            ask_sector(talk)
        assert (
            stopped.value.ending
            is {
                Command.PAUSE: Ending.PAUSED,
                Command.INTERRUPT: Ending.INTERRUPTED,
                Command.LEAVE: Ending.LEFT,
            }[command]
        )

    def test_the_emergency_page_is_a_key_away_at_every_question(self) -> None:
        urgent = Asked(Command.EMERGENCY, Chosen(()))
        talk, prompter = talk_with(
            [
                ("sector", urgent),
                ("112", Chosen(("return",))),
                ("sector", Chosen((ALL,))),
                ("sector.alle", urgent),
                ("112", Chosen(("return",))),
                ("sector.alle", Chosen(("sport",))),
            ]
        )
        assert ask_sector(talk) == "sport"
        assert all(Command.EMERGENCY in page.keys for page in prompter.pages if page.id != "112")


class TestMunicipality:
    def test_without_earlier_cases_it_is_typed(self) -> None:
        talk, _ = talk_with([("gemeente", Written(" utrecht "))])
        assert ask_municipality(talk) == "Utrecht"

    def test_it_may_be_left_empty_and_offers_no_way_back_where_nothing_comes_before(self) -> None:
        talk, prompter = talk_with([("gemeente", Written(""))])
        assert ask_municipality(talk) == ""
        assert Command.BACK not in prompter.pages[0].keys

    def test_those_of_earlier_cases_can_be_picked(self) -> None:
        talk, prompter = talk_with([("gemeente.eerder", Chosen(("Zeist",)))])
        assert ask_municipality(talk, ("Utrecht", "Zeist")) == "Zeist"
        assert options(prompter.pages[0]) == ["Utrecht", "Zeist", OTHER, NONE]

    def test_none_of_them_is_possible_too(self) -> None:
        talk, _ = talk_with([("gemeente.eerder", Chosen((NONE,)))])
        assert ask_municipality(talk, ("Utrecht",)) == ""

    def test_another_one_is_typed_and_esc_goes_back_to_the_list(self) -> None:
        talk, _ = talk_with(
            [
                ("gemeente.eerder", Chosen((OTHER,))),
                ("gemeente", Asked(Command.BACK, Written("De B"))),
                ("gemeente.eerder", Chosen((OTHER,))),
                ("gemeente", Written("De Bilt")),
            ]
        )
        assert ask_municipality(talk, ("Utrecht",)) == "De Bilt"

    @pytest.mark.parametrize("known", [(), ("Utrecht",)])
    def test_esc_at_its_first_page_leads_back_where_the_sector_was_asked(self, known: tuple[str, ...]) -> None:
        first = ("gemeente.eerder", BACK) if known else ("gemeente", Asked(Command.BACK, Written("")))
        talk, prompter = talk_with([first])
        with pytest.raises(GoBack):
            ask_municipality(talk, known, back=True)
        assert Command.BACK in prompter.pages[0].keys

    def test_a_slip_of_the_pen_is_corrected_and_said(self) -> None:
        talk, prompter = talk_with([("gemeente", Written("Utrect"))])
        assert ask_municipality(talk) == "Utrecht"
        assert prompter.told == ["Bedoeld is: Utrecht."]

    def test_a_name_that_can_mean_two_asks_again_with_what_was_typed(self) -> None:
        talk, prompter = talk_with([("gemeente", Written("Bergen")), ("gemeente", Written("Bergen (L.)"))])
        assert ask_municipality(talk) == "Bergen (L.)"
        again = prompter.pages[1]
        assert again.field == Write(draft="Bergen")
        assert "Bergen (NH.)" in again.error


class TestDanger:
    def test_danger_now_shows_the_emergency_page_before_anything_else(self) -> None:
        talk, prompter = talk_with([("direct_gevaar", Chosen(("ja",))), ("112", Chosen(("return",)))])
        assert ask_danger(talk) == "ja"
        assert prompter.pages[0].keys[0] is Command.EXPLAIN

    @pytest.mark.parametrize("answer", ["nee", "onbekend"])
    def test_otherwise_it_is_one_question(self, answer: str) -> None:
        talk, _ = talk_with([("direct_gevaar", Chosen((answer,)))])
        assert ask_danger(talk) == answer


class TestReview:
    def test_from_the_day_that_the_review_was_due_a_protocol_says_so_at_the_start(self) -> None:
        protocol = library.protocol("onderwijs")
        due = date.fromisoformat(protocol.review_before)
        talk, prompter = talk_with([("verouderd", Chosen(("return",)))])
        show_expired(talk, protocol, due)
        (page,) = prompter.pages
        assert protocol.review_before in page.body[0]
        assert "0800-2000" in page.body[0]

    def test_before_that_day_nothing_is_said(self) -> None:
        protocol = library.protocol("onderwijs")
        talk, prompter = talk_with([])
        show_expired(talk, protocol, date.fromisoformat(protocol.reviewed))
        assert prompter.pages == []
