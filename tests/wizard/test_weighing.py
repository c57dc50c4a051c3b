"""What the wizard shows and keeps where one weighs: heavy signals, help that may fit, how one knows, nothing ticked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Answered, Retracted, Skipped
from meldcode.case.state import replay
from meldcode.case.values import HOW, Observation, Person, plain
from meldcode.protocol import library
from meldcode.protocol.help import Help
from meldcode.wizard.compose import Unfinished, ask_people
from meldcode.wizard.pages import SKIP, Wording
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Page, Written
from meldcode.wizard.scripted import Scripted
from meldcode.wizard.talk import Talk
from tests.wizard.test_session import BASE, Sitting, command, protocol, upto

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from meldcode.case.values import Plain
    from meldcode.protocol.language import Language
    from meldcode.protocol.model import Protocol
    from meldcode.wizard.prompter import Reply

HEAVY = next(
    signal
    for each in protocol().signal_lists.values()
    for signal in each.signals
    if signal.severity == "acuut" and each.id in protocol().questions["signalen"].lists
)
NAMED = next(
    name
    for theme in protocol().themes.values()
    for name in theme.weigh
    if protocol().signal(name).severity != "acuut" and name.partition(".")[0] in protocol().questions["signalen"].lists
)
LIGHT = next(
    signal
    for each in protocol().signal_lists.values()
    for signal in each.signals
    if not protocol().weighs_explicitly(signal.id) and each.id in protocol().questions["signalen"].lists
)


def page_of(question: str, answers: Mapping[str, Plain], language: Language = "nl", of: Protocol | None = None) -> Page:
    used = of or protocol()
    state = replay(used, [Answered(name, value) for name, value in answers.items()])
    return Wording(used, language, code="", practice=False).question(state, used.questions[question])


def with_signals(*signals: str, upto_: str = "veiligheid") -> dict[str, Plain]:
    return upto(upto_) | {"signalen": plain(tuple(map(Observation, signals)))}


class TestHeavySignals:
    @pytest.mark.parametrize("signal", [HEAVY.id, NAMED], ids=["acute", "named by a theme"])
    def test_where_safety_is_weighed_a_signal_that_weighs_heavily_is_named(self, signal: str) -> None:
        body = page_of("veiligheid", with_signals(LIGHT.id, signal)).body
        assert body[0].startswith("U legde iets vast dat op ernstig gevaar kan wijzen.")
        assert body[1] == f"- {protocol().signal(signal).text.nl}"
        assert f"- {LIGHT.text.nl}" not in body

    def test_it_is_said_in_english_too(self) -> None:
        body = page_of("veiligheid", with_signals(HEAVY.id), "en").body
        assert body[0].startswith("You recorded something that may point to serious danger.")
        assert body[1] == f"- {HEAVY.text.to('en')}"

    @pytest.mark.parametrize("signals", [(), (LIGHT.id,)])
    def test_without_such_a_signal_nothing_is_said(self, signals: tuple[str, ...]) -> None:
        body = page_of("veiligheid", with_signals(*signals)).body
        assert not any("ernstig gevaar kan wijzen" in line for line in body)

    def test_a_signal_that_was_seen_twice_is_named_once(self) -> None:
        body = page_of("veiligheid", with_signals(HEAVY.id, HEAVY.id)).body
        assert body.count(f"- {HEAVY.text.nl}") == 1

    @pytest.mark.parametrize("question", ["vermoeden", "gesprek", "hulp"])
    def test_elsewhere_it_is_not_repeated(self, question: str) -> None:
        body = page_of(question, with_signals(HEAVY.id, upto_=question)).body
        assert not any("ernstig gevaar kan wijzen" in line for line in body)

    def test_it_changes_no_option_and_marks_none(self) -> None:
        """It asks to weigh, and does not weigh itself."""
        heavy, light = (page_of("veiligheid", with_signals(each.id)) for each in (HEAVY, LIGHT))
        assert heavy.field == light.field
        assert isinstance(heavy.field, Choose)
        assert heavy.field.marked == ()


class TestHelpWhereItIsWeighed:
    EVERY_LIST = tuple(
        each.signals[0].id
        for each in protocol().signal_lists.values()
        if each.id in protocol().questions["signalen"].lists
    )

    def test_the_question_says_how_many_forms_of_help_may_fit_and_where_to_read_which(self) -> None:
        body = page_of("hulp", with_signals(*self.EVERY_LIST, upto_="hulp")).body
        (line,) = [line for line in body if "vormen van hulp die kunnen passen" in line]
        assert int(line.split()[2]) > 3

    def test_one_is_said_as_one_and_none_is_not_said(self) -> None:
        answers = with_signals(*self.EVERY_LIST, upto_="hulp")
        shipped = protocol().help
        one = next(each for each in shipped.interventions.values() if each.id == "families_first")
        for known, line in (
            ({one.id: one}, "Er is een vorm van hulp die kan passen."),
            ({}, ""),
        ):
            small = replace(protocol(), help=Help(known, shipped.levels, shipped.cautions))
            body = " ".join(page_of("hulp", answers, of=small).body)
            assert line in body
            assert "vormen van hulp" not in body
            assert line or "vorm van hulp" not in body

    def test_the_explanation_lists_them_and_other_questions_do_not(self) -> None:
        explain = command(Command.EXPLAIN)
        for question, listed in (("hulp", True), ("veiligheid", False)):
            sitting = Sitting(upto(question), [explain, Chosen(("return",))])
            assert any(line.startswith("hulp bij: ") for line in sitting.prompter.pages[1].body) == listed


class TestNothingTicked:
    """An optional question with several answers, in which nothing was ticked, is passed over: that is no answer."""

    @pytest.fixture
    def optional(self) -> Protocol:
        base = protocol()
        question = replace(base.questions["thema"], required=False)
        return replace(base, questions={**base.questions, "thema": question})

    def sitting(
        self, monkeypatch: pytest.MonkeyPatch, of: Protocol, answers: dict[str, Plain], reply: Reply
    ) -> Sitting:
        monkeypatch.setattr("tests.wizard.test_session.protocol", lambda: of)
        return Sitting(answers, [reply])

    def test_it_is_recorded_as_passed_over(self, monkeypatch: pytest.MonkeyPatch, optional: Protocol) -> None:
        sitting = self.sitting(monkeypatch, optional, upto("thema"), Chosen(()))
        assert sitting.added == [Skipped("thema")]
        assert "thema" not in sitting.session.state.answers

    def test_what_was_ticked_is_an_answer(self, monkeypatch: pytest.MonkeyPatch, optional: Protocol) -> None:
        sitting = self.sitting(monkeypatch, optional, upto("thema"), Chosen(("eer",)))
        assert sitting.added == [Answered("thema", ["eer"])]

    def test_unticking_all_takes_the_answer_back(self, monkeypatch: pytest.MonkeyPatch, optional: Protocol) -> None:
        monkeypatch.setattr("tests.wizard.test_session.protocol", lambda: optional)
        answers = upto("collega") | {"thema": ["ongeboren"]}
        sitting = Sitting(answers, [command(Command.OVERVIEW), Chosen(("thema",)), Chosen(())])
        assert sitting.added[:2] == [Retracted("thema"), Skipped("thema")]
        assert "thema" not in sitting.session.state.answers

    def test_where_the_question_must_be_answered_none_is_an_answer(self) -> None:
        assert protocol().questions["thema"].required
        assert Sitting(upto("thema"), [Chosen(())]).added == [Answered("thema", [])]


class TestHowOneKnows:
    def answered(self, how: str, before: tuple[Observation, ...] = ()) -> Sitting:
        earlier = {"signalen": plain(before)} if before else {}
        signal = LIGHT.id
        replies: list[Reply | Callable[[Page], Reply]] = [
            Chosen((signal.partition(".")[0],)),
            Chosen((signal,)),
            Written("Zegt dat het niet naar huis wil."),
            Chosen((how,)),
            Written("2026-11-20"),
            Written(""),
        ]
        if not before:
            return Sitting(upto("signalen"), replies)
        return Sitting({**upto("thema"), **earlier}, [command(Command.OVERVIEW), Chosen(("signalen",)), *replies])

    @pytest.mark.parametrize("how", HOW)
    def test_each_way_of_knowing_is_kept(self, how: str) -> None:
        (event,) = self.answered(how).added
        assert isinstance(event, Answered)
        assert event.value == [
            {"signal": LIGHT.id, "seen": "Zegt dat het niet naar huis wil.", "how": how, "on": "2026-11-20"}
        ]

    def test_passing_it_over_keeps_no_way_of_knowing_and_guesses_none(self) -> None:
        (event,) = self.answered(SKIP).added
        assert isinstance(event, Answered)
        assert event.value == [{"signal": LIGHT.id, "seen": "Zegt dat het niet naar huis wil.", "on": "2026-11-20"}]

    def test_the_question_says_why_and_marks_nothing_the_first_time(self) -> None:
        page = next(page for page in self.answered("verteld").prompter.pages if page.id == "signalen.how")
        assert page.title == "Hoe weet u dit?"
        assert page.body == (
            LIGHT.text.nl,
            "Wat u van een ander hoort, is geen eigen waarneming. Wie dit later leest, moet dat zien.",
        )
        assert isinstance(page.field, Choose)
        assert page.field.marked == ()
        assert [option.id for option in page.field.options] == [*HOW, SKIP]

    def test_an_earlier_answer_is_marked_when_one_comes_back(self) -> None:
        before = (Observation(LIGHT.id, "Zegt dat het niet naar huis wil.", "van_ander", "2026-11-20"),)
        sitting = self.answered("van_ander", before)
        page = next(page for page in sitting.prompter.pages if page.id == "signalen.how")
        assert isinstance(page.field, Choose)
        assert page.field.marked == ("van_ander",)
        assert sitting.added == [], "the same answer adds nothing"


def test_who_is_involved_can_be_entered_page_by_page() -> None:
    """Role, age and whether this is the client, for two persons; it once failed on the first."""
    replies: list[Reply] = [
        Chosen(("kind",)),
        Written("11"),
        Chosen(("ja",)),
        Chosen(("add",)),
        Chosen(("ouder",)),
        Written(""),
        Chosen(("done",)),
    ]
    sitting = Sitting(upto("betrokkenen"), list(replies))
    family = plain((Person("kind", 11, client=True), Person("ouder")))
    assert sitting.added == [Answered("betrokkenen", family)]


@pytest.mark.parametrize("sector", ["onderwijs", "zorg-arts"])
def test_the_sectors_own_word_for_the_client_is_on_the_page(sector: str) -> None:
    used = library.protocol(sector)
    shown: list[Page] = []

    def stop(page: Page) -> Reply:
        shown.append(page)
        return Asked(Command.PAUSE, Chosen(()))

    talk = Talk(Scripted(stop), Wording(used, "nl", code="", practice=False))
    with pytest.raises(Unfinished):
        ask_people(talk, replay(used, []), used.questions["betrokkenen"])
    field = shown[0].field
    assert isinstance(field, Choose)
    assert {option.id: option.label for option in field.options}["client"] == used.client_word("nl")


def test_the_fixed_answers_of_these_tests_are_those_of_the_walk() -> None:
    assert list(BASE)[:5] == ["direct_gevaar", "betrokkenen", "pleger", "signalen", "thema"]
