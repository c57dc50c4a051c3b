"""What stands in a summary: which sections, and what each of them says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Renewed
from meldcode.case.state import carried, settled
from meldcode.case.summary import Facts, summarise
from meldcode.case.values import Observation, Person
from meldcode.export.contacts import contact_lines
from meldcode.export.sections import Bullet, Pair, Paragraph, sections
from meldcode.export.text import text, wrapped
from meldcode.protocol import library
from meldcode.protocol.model import Text
from meldcode.text import say
from meldcode.text.summary import TEXTS, source_line
from tests.case.shipped import protocol_of, texts
from tests.export.papers import SIGNAL, advice_on, case_with

if TYPE_CHECKING:
    from meldcode.case.summary import Summary
    from meldcode.case.values import Value
    from meldcode.export.sections import Block
    from meldcode.protocol.language import Language
    from meldcode.protocol.model import Contact

WINTER = timezone(timedelta(hours=1))
MONDAY_MORNING = datetime(2026, 11, 23, 10, 30, tzinfo=WINTER)
SUNDAY_NIGHT = datetime(2026, 11, 22, 3, 0, tzinfo=WINTER)


def ids(summary: Summary, language: Language = "nl") -> list[str]:
    return [section.id for section in sections(summary, language)]


def said(summary: Summary, name: str, language: Language = "nl") -> str:
    """Everything that one section says."""
    (section,) = [section for section in sections(summary, language) if section.id == name]
    return "\n".join(line for block in section.blocks for line in lines_of(block))


def lines_of(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [block.text]
        case Pair():
            return [f"{block.label}: {block.text}"]
        case Bullet():
            return [block.text, *block.more]


@pytest.mark.parametrize("part", ["Van 17 november 2018.", "Van 17 november 2018"])
def test_a_source_has_no_full_stop_before_a_comma(part: str) -> None:
    line = source_line("nl", ("Factsheet", "", part), "2026-11-23", "")
    assert line == "Bron: Factsheet, Van 17 november 2018, nagelezen op 2026-11-23"


def test_a_kept_case_has_every_section_in_this_order() -> None:
    expected = "about advice because flags do contacts at_hand tell duty decision steps notes rounds limits"
    assert ids(case_with("Een zin.")) == expected.split()


def test_both_languages_have_the_same_sections_with_as_many_blocks() -> None:
    for summary in (case_with("Een zin."), advice_on("vermoeden=nee", "veiligheid=ja")):
        nl, en = sections(summary, "nl"), sections(summary, "en")
        assert [(each.id, len(each.blocks)) for each in nl] == [(each.id, len(each.blocks)) for each in en]


def test_a_section_that_has_nothing_to_say_is_left_out() -> None:
    calm = advice_on("direct_gevaar=nee", "collega=ja", "gesprek=gevoerd", "vermoeden=nee")
    assert not {"flags", "decision", "notes", "rounds", "ignored"} & set(ids(calm))


def test_it_begins_with_what_it_is_and_ends_with_what_it_is_not() -> None:
    summary = case_with("Een zin.")
    assert said(summary, "about").startswith(say("nl", "summary.banner"))
    assert said(summary, "limits").startswith(say("nl", "summary.limits_text"))
    assert summary.protocol.digest in said(summary, "about")
    assert summary.protocol.reviewed in said(summary, "limits")


def test_an_exercise_says_so() -> None:
    protocol = protocol_of("algemeen")
    exercise = summarise(protocol, settled(protocol, {}), Facts(practice=True))
    assert say("nl", "summary.practice") in said(exercise, "about")
    assert say("nl", "summary.practice") not in said(advice_on(), "about")


def test_every_reason_names_its_answers_and_its_source_with_the_day_it_was_read() -> None:
    summary = advice_on("veiligheid=ja", sector="algemeen")
    because = said(summary, "because")
    rule = next(reason for reason in summary.advice.reasons if reason.rule.id == "onveilig")
    assert rule.rule.because.nl in because
    assert f"{summary.protocol.questions['veiligheid'].label.nl}: Ja" in because
    assert rule.source.title.nl in because
    assert f"nagelezen op {rule.source.verified}" in because


def test_a_source_that_nobody_checked_is_shown_as_such() -> None:
    summary = advice_on("direct_gevaar=onbekend", sector="algemeen")
    unverified = [reason.source for reason in summary.advice.reasons if not reason.source.verified]
    assert unverified
    assert f"NIET NAGEKEKEN: {unverified[0].unverified.nl}" in said(summary, "because")


def test_missing_questions_are_named_by_their_labels() -> None:
    summary = advice_on("veiligheid=ja")
    labels = [summary.protocol.questions[name].label.nl for name in summary.advice.missing]
    assert f"Nog niet beantwoord: {', '.join(labels)}" in said(summary, "advice")


@pytest.mark.parametrize(
    ("date", "expected"),
    [("", "Er is nog geen datum vastgelegd."), ("2026-12-01", "tot 2026-12-01")],
)
def test_a_case_that_waits_says_for_what_and_until_when(date: str, expected: str) -> None:
    protocol = protocol_of("algemeen")
    answers = texts("vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=ja") | (
        {"evaluatie": date} if date else {}
    )
    summary = summarise(protocol, settled(protocol, answers), Facts())
    assert expected in said(summary, "advice")


def test_what_to_have_at_hand_is_shown_only_to_who_calls_veilig_thuis() -> None:
    assert "at_hand" in ids(advice_on("veiligheid=ja"))
    assert "at_hand" in ids(advice_on("direct_gevaar=ja"))
    calm = ("direct_gevaar=nee", "vermoeden=nee")
    assert "at_hand" not in ids(advice_on(*calm))
    assert "at_hand" not in ids(advice_on("direct_gevaar=nee", "pleger=beroepskracht", "zeden=ja"))


def test_another_route_says_what_it_is() -> None:
    summary = advice_on("pleger=beroepskracht", "zeden=ja")
    (route,) = [route for route in summary.protocol.routes if route.id == "beroepskracht"]
    assert f"{route.title.nl}: {route.text.nl}" in said(summary, "advice")


def test_the_decision_is_shown_beside_the_advice() -> None:
    summary = case_with("Omdat.")
    assert summary.advice.level == "melden"
    assert said(summary, "decision").splitlines()[0].endswith("Ik blijf de veiligheid volgen volgens afspraak")
    assert "Omdat." in said(summary, "decision")


def test_answers_are_shown_in_words_by_step_and_without_a_name() -> None:
    protocol = protocol_of("onderwijs")
    people = (Person("kind", 9, client=True), Person("ouder"), Person("kind", "ongeboren"))
    seen = (Observation(SIGNAL, "wil niet", "verteld", "2026-11-02", "angst"), Observation(SIGNAL))
    answers: dict[str, Value] = {"betrokkenen": people, "signalen": seen, "thema": (), "beschermend": " "}
    summary = summarise(protocol, settled(protocol, answers), Facts())
    signal = protocol.signal(SIGNAL).text.nl
    steps = said(summary, "steps")
    assert "kind, 9 jaar, leerling; ouder, leeftijd onbekend; kind, ongeboren" in steps
    known = "gezien of gehoord: wil niet; verteld door de persoon zelf; op 2026-11-02; mogelijke betekenis: angst"
    assert f"{signal} ({known}); {signal}" in steps
    assert f"{protocol.questions['thema'].label.nl}: Geen" in steps
    assert f"{protocol.questions['beschermend'].label.nl}: (leeg)" in steps


def test_an_earlier_weighing_shows_what_is_answered_otherwise_now() -> None:
    rounds = said(case_with("Een zin."), "rounds").splitlines()
    assert rounds[0] == "Weging 1: Sluit de meldcode af"
    assert rounds[1] == "Heropend omdat: Een zin."
    assert any(line.startswith("Vermoeden: ") for line in rounds)
    assert not any(line.startswith("Betrokkenen: ") for line in rounds)


def test_what_lapsed_at_a_newer_protocol_is_shown_in_the_words_of_the_old_one() -> None:
    old = protocol_of("onderwijs")
    steps = tuple(
        replace(step, questions=tuple(name for name in step.questions if name != "collega")) for step in old.steps
    )
    questions = {name: question for name, question in old.questions.items() if name != "collega"}
    new = replace(old, version="2.0.0", steps=steps, questions=questions)
    renewed = Renewed("sha256:1", "2.0.0", "2026-12-01T10:00:00+01:00")
    state = carried(old, new, settled(old, {"direct_gevaar": "nee", "collega": "ja"}), renewed)
    summary = summarise(new, state, Facts())
    assert "Op 2026-12-01 is versie 2.0.0 van het protocol overgenomen." in said(summary, "about")
    rounds = said(summary, "rounds").splitlines()
    assert f"met versie {old.version} van het protocol" in rounds[1]
    assert rounds[2:] == [f"{old.questions['collega'].label.nl}: Ja"]


def test_answers_that_were_not_used_are_named_with_the_reason_but_not_in_a_case() -> None:
    """In a case they are dormant, and exported nowhere."""
    assert "Vermoeden" in said(advice_on("vermoeden=nee", "veiligheid=ja"), "ignored")
    protocol = protocol_of("onderwijs")
    state = settled(protocol, texts("vermoeden=nee", "veiligheid=ja"))
    kept = summarise(protocol, state, Facts(code="7Q2MX4HK"))
    assert "ignored" not in ids(kept)
    assert protocol.questions["veiligheid"].label.nl not in said(kept, "steps")


class TestContacts:
    """Whom to call, with hours that fit the moment."""

    @pytest.fixture
    def contacts(self) -> dict[str, Contact]:
        return dict(library.directory().contacts)

    def test_veilig_thuis_is_that_of_the_region(self, contacts: dict[str, Contact]) -> None:
        region = library.region_of("Utrecht")
        assert region is not None
        first, *_ = contact_lines(contacts["veilig_thuis"], region, "nl", None)
        assert first == "Veilig Thuis Utrecht: 0800-2000"
        other, *_ = contact_lines(contacts["alarmnummer"], region, "nl", None)
        assert other == "Alarmnummer: 112"

    def test_it_says_whether_they_are_open_only_when_the_moment_is_known(self, contacts: dict[str, Contact]) -> None:
        office = next(each for each in contacts.values() if each.hours.startswith("ma-vr"))
        assert "(nu open)" in " ".join(contact_lines(office, None, "nl", MONDAY_MORNING))
        assert "(nu gesloten)" in " ".join(contact_lines(office, None, "nl", SUNDAY_NIGHT))
        assert "(nu" not in " ".join(contact_lines(office, None, "nl", None))

    def test_day_and_night_is_said_in_words(self, contacts: dict[str, Contact]) -> None:
        assert "dag en nacht, gratis" in list(contact_lines(contacts["veilig_thuis"], None, "nl", SUNDAY_NIGHT))
        assert "day and night, free" in list(contact_lines(contacts["veilig_thuis"], None, "en", SUNDAY_NIGHT))

    def test_a_check_of_more_than_a_year_ago_is_said(self, contacts: dict[str, Contact]) -> None:
        contact = contacts["veilig_thuis"]
        checked = datetime.fromisoformat(contact.verified).replace(tzinfo=WINTER)
        (*_, fresh) = contact_lines(contact, None, "nl", checked + timedelta(days=365))
        (*_, stale) = contact_lines(contact, None, "nl", checked + timedelta(days=366))
        assert fresh == f"nagelezen op {contact.verified}"
        assert stale == f"{fresh}; dat is langer dan een jaar geleden"

    def test_a_contact_that_nobody_checked_says_so(self, contacts: dict[str, Contact]) -> None:
        unchecked = replace(contacts["veilig_thuis"], verified="", unverified=Text("nog niet gebeld", "not called yet"))
        (*_, last) = contact_lines(unchecked, None, "nl", MONDAY_MORNING)
        assert last == "NIET NAGEKEKEN: nog niet gebeld"


def test_text_is_wrapped_on_words_and_never_inside_a_number() -> None:
    address = f"https://www.voorbeeld.nl/{'een-lang-pad-' * 8}"
    for shift in range(90):
        lines = wrapped(f"{'a' * shift} Bel 0800-2000, {address}.", rest="  ")
        assert any("0800-2000," in line for line in lines)
        assert any(f"{address}." in line for line in lines)


def test_text_fits_80_columns_but_for_longer_words() -> None:
    lines = text(case_with("Een gewone zin met woorden, die wel wat langer is dan een regel. " * 5), "nl").splitlines()
    assert any(len(line) > 70 for line in lines)
    for line in lines:
        assert len(line) <= 80 or len(line.split()) == 1, line


def test_every_level_at_which_one_calls_is_worded_in_both_languages() -> None:
    for protocol in map(protocol_of, ("algemeen", "onderwijs")):
        for level, words in protocol.levels.items():
            assert words.title.nl, level
            assert words.title.to("en") != words.title.nl, level
    assert {"about", "limits"} <= TEXTS.keys()


def test_a_contact_says_for_whom_it_is_and_where_that_was_read() -> None:
    directory = library.directory()
    contact = directory.contacts["csg"]
    lines = list(contact_lines(contact, None, "nl", None, directory.sources[contact.source]))
    assert f"Voor wie: {contact.who.nl}" in lines
    assert f"Bron: {directory.sources[contact.source].title.nl}" in lines[-1]
