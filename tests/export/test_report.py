"""The draft of a report: facts apart from interpretation, second-hand apart from both, and nothing made or left out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from markdown_it import MarkdownIt

from meldcode.case.state import settled
from meldcode.case.summary import Facts, summarise
from meldcode.case.values import Observation, Person
from meldcode.export import markdown, text
from meldcode.export.report import BLANK, BLANKS, PLACED, report
from meldcode.export.sections import Bullet, Pair, Paragraph
from meldcode.protocol import library, yaml
from meldcode.protocol.library import content_root, sector_ids
from meldcode.protocol.source import Content
from meldcode.text import say
from meldcode.text.report import TEXTS
from meldcode.text.visible import visible
from tests.case.shipped import judged_all, protocol_of, texts
from tests.export.papers import SIGNAL, advice_on, case_with
from tests.export.test_hostile import HOSTILE, read_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meldcode.case.summary import Summary
    from meldcode.case.values import Value
    from meldcode.export.sections import Block
    from meldcode.protocol.language import Language
    from meldcode.protocol.model import Protocol

OWN, SECOND_HAND, UNKNOWN, MEANING = "own", "second_hand", "how_unknown", "interpretation"
OTHER = "kind_4_12.bang_voor_thuis"


def lines_of(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [block.text]
        case Pair():
            return [f"{block.label}: {block.text}"]
        case Bullet():
            return [block.text, *block.more]


def parts(summary: Summary, language: Language = "nl") -> dict[str, list[str]]:
    """What each part of the draft says, line by line."""
    return {part.id: [line for block in part.blocks for line in lines_of(block)] for part in report(summary, language)}


def on(sector: str = "onderwijs", facts: Facts | None = None, **answers: Value) -> Summary:
    protocol = protocol_of(sector)
    return summarise(protocol, settled(protocol, answers), facts or Facts())


def seen(*observations: Observation) -> dict[str, list[str]]:
    return parts(on(signalen=observations))


def some_signals(amount: int) -> list[str]:
    protocol = protocol_of("onderwijs")
    lists = (protocol.signal_lists[name].signals for name in protocol.questions["signalen"].lists)
    return [signal.id for each in lists for signal in each][:amount]


class TestFacts:
    def test_what_was_seen_told_heard_from_others_or_not_known_stands_apart(self) -> None:
        first, second, third, fourth = some_signals(4)
        said = seen(
            Observation(first, "een blauwe plek", "gezien"),
            Observation(second, "vertelt het zelf", "verteld"),
            Observation(third, "oma zegt dat", "van_ander"),
            Observation(fourth, "staat er zo", ""),
        )
        where = {
            name: [each for each in (OWN, SECOND_HAND, UNKNOWN) if f"Wat er was: {name}" in said[each]]
            for name in ("een blauwe plek", "vertelt het zelf", "oma zegt dat", "staat er zo")
        }
        assert where == {
            "een blauwe plek": [OWN],
            "vertelt het zelf": [OWN],
            "oma zegt dat": [SECOND_HAND],
            "staat er zo": [UNKNOWN],
        }

    @pytest.mark.parametrize("how", ["gezien", "verteld", "van_ander", ""])
    def test_a_fact_without_words_date_or_source_has_a_blank_there(self, how: str) -> None:
        (lines,) = (lines for name, lines in seen(Observation(SIGNAL, " ", how)).items() if name in (OWN, *HOW_PARTS))
        signal, *rest = lines
        known = say("nl", f"answers.{how}") if how else BLANK
        more = [f"Van wie ik het hoorde: {BLANK}"] if how == "van_ander" else []
        assert signal == protocol_of("onderwijs").signal(SIGNAL).text.nl
        assert rest == [f"Wat er was: {BLANK}", f"Wanneer: {BLANK}", f"Hoe ik het weet: {known}", *more]

    def test_a_fact_has_the_words_the_day_and_how_it_is_known(self) -> None:
        said = seen(Observation(SIGNAL, "Zegt: ik wil niet naar huis.", "verteld", "2026-11-02"))
        assert said[OWN][1:] == [
            "Wat er was: Zegt: ik wil niet naar huis.",
            "Wanneer: 2026-11-02",
            "Hoe ik het weet: verteld door de persoon zelf",
        ]

    def test_a_part_without_facts_is_left_out(self) -> None:
        assert {OWN, *HOW_PARTS} & seen(Observation(SIGNAL, "x", "gezien")).keys() == {OWN}
        assert not {OWN, *HOW_PARTS, MEANING} & seen().keys()

    def test_what_it_may_mean_stands_only_under_interpretation_and_is_said_to_be_no_fact(self) -> None:
        for how in ("gezien", "verteld", "van_ander", ""):
            said = seen(Observation(SIGNAL, "feit", how, meaning="Misschien is het kind bang."))
            where = [name for name, lines in said.items() if "bang." in " ".join(lines)]
            assert where == [MEANING]
            assert said[MEANING][0] == say("nl", "report.interpretation_text")

    def test_an_interpretation_names_the_fact_it_belongs_to(self) -> None:
        first, second = some_signals(2)
        said = seen(
            Observation(first, "a", meaning="Eerste uitleg."), Observation(second, "b", meaning="Tweede uitleg.")
        )
        protocol = protocol_of("onderwijs")
        assert said[MEANING][1:] == [
            protocol.signal(first).text.nl,
            "Eerste uitleg.",
            protocol.signal(second).text.nl,
            "Tweede uitleg.",
        ]


HOW_PARTS = (SECOND_HAND, UNKNOWN)


class TestPeople:
    def test_everyone_has_a_role_and_an_age_and_a_blank_for_all_that_identifies(self) -> None:
        said = parts(on(betrokkenen=(Person("kind", 9, client=True), Person("ouder"), Person("kind", "ongeboren"))))
        people = said["persons"]
        assert [line for line in people if BLANK not in line] == [
            "kind, 9 jaar, leerling",
            "ouder, leeftijd onbekend",
            "kind, ongeboren",
            say("nl", "report.others_at_home"),
        ]
        assert people.count(f"Naam: {BLANK}") == 3
        assert people.count(f"Geboortedatum: {BLANK}") == 3

    def test_without_anyone_recorded_there_is_room_for_them(self) -> None:
        assert parts(on())["persons"] == [say("nl", "report.others_at_home"), BLANK]

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_what_identifies_people_is_blank_in_any_case(self, language: Language) -> None:
        labels = {say(language, f"report.blank_{name}") for names in BLANKS.values() for name in names}
        filled = []
        for summary in (case_with("Jansen"), advice_on("veiligheid=ja")):
            for lines in parts(summary, language).values():
                filled += [line for line in lines for label in labels if line.startswith(f"{label}: ")]
        assert filled
        assert {line.rpartition(": ")[2] for line in filled} == {BLANK}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_blank_is_there_in_both_languages(language: Language) -> None:
    said = parts(on(betrokkenen=(Person("kind"),)), language)
    for part, names in BLANKS.items():
        for name in names:
            where = "persons" if part == "person" else part
            assert f"{say(language, f'report.blank_{name}')}: {BLANK}" in said[where], name


def test_both_languages_have_the_same_parts_in_the_same_order() -> None:
    for summary in (case_with("Een zin."), advice_on("vermoeden=ja", "veiligheid=ja"), advice_on()):
        nl, en = report(summary, "nl"), report(summary, "en")
        assert [(part.id, len(part.blocks)) for part in nl] == [(part.id, len(part.blocks)) for part in en]
        assert not {part.title for part in nl} & {part.title for part in en}


def test_the_order_is_that_of_a_form_reporter_persons_facts_interpretation_weighing() -> None:
    names = [part.id for part in report(case_with("Een zin."), "nl")]
    assert names[:5] == ["draft", "reporter", "anonymous", "persons", "now"]
    order = ["persons", UNKNOWN, MEANING, "weighing", "told", "after", "at_hand"]
    assert sorted(order, key=names.index) == order


class TestWhatItSaysOfItself:
    def test_it_is_a_draft_that_is_not_sent_and_acute_danger_is_called_about(self) -> None:
        for language in ("nl", "en"):
            (first, *_) = parts(case_with("Een zin."), language)["draft"]
            assert "112" in first
            assert "0800-2000" in first
        assert "verstuurt niets" in parts(case_with("Een zin."))["draft"][0]

    @pytest.mark.parametrize("pairs", [("vermoeden=nee",), ("veiligheid=onbekend",), ()])
    def test_where_the_advice_is_less_than_a_report_it_says_so_and_that_one_may_report(
        self, pairs: tuple[str, ...]
    ) -> None:
        summary = advice_on("direct_gevaar=nee", *pairs, sector="algemeen")
        title = summary.advice.text.title
        assert summary.advice.level not in ("melden", "bel_112")
        assert say("nl", "report.not_advised", title=title.nl) in parts(summary)["draft"]
        assert say("en", "report.not_advised", title=title.to("en")) in parts(summary, "en")["draft"]

    @pytest.mark.parametrize("pairs", [("veiligheid=ja",), ("direct_gevaar=ja",)])
    def test_where_a_report_is_advised_it_says_why_and_no_more(self, pairs: tuple[str, ...]) -> None:
        summary = advice_on(*pairs)
        said = parts(summary)
        reasons = [each.rule.because.nl for each in summary.advice.reasons if each.rule.level in ("melden", "bel_112")]
        assert reasons
        assert said["norm"] == reasons
        assert not any("minder ver" in line for line in said["draft"])

    def test_on_another_route_it_says_that_a_report_here_is_another_thing(self) -> None:
        summary = advice_on("direct_gevaar=nee", "pleger=beroepskracht", "zeden=ja")
        assert say("nl", "report.other_route") in parts(summary)["draft"]
        assert say("nl", "report.other_route") not in parts(advice_on("veiligheid=ja"))["draft"]

    def test_it_names_the_case_the_protocol_the_municipality_and_its_veilig_thuis(self) -> None:
        facts = Facts(code="7Q2MX4HK", municipality="Zeist", region=library.region_of("Zeist"))
        said = parts(on(facts=facts))["draft"]
        named = ["Zaak: 7Q2MX4HK", "Protocol: Onderwijs", "Gemeente: Zeist", "Regio van Veilig Thuis: Utrecht"]
        assert said[-4:] == named


def headings_of(source: str) -> set[str]:
    return {line for line in source.splitlines() if line.startswith("#")}


class TestWordForWord:
    @pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE.keys())
    def test_what_was_typed_is_there_whole_and_visible(self, typed: str) -> None:
        whole = visible(typed).strip() or ""
        said = "\n".join(line for lines in parts(case_with(typed)).values() for line in lines)
        assert said.count(whole) >= 3, "what was seen, what it may mean, and what goes well"
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)

    @pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE.keys())
    def test_in_markdown_it_stays_text(self, typed: str) -> None:
        def rendered(summary: Summary) -> str:
            return markdown.rendered(say("nl", "report.heading"), report(summary, "nl"))

        source, bare = rendered(case_with(typed)), rendered(case_with("Gewoon."))
        kinds = {token.type for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)}
        blocks = {"heading", "paragraph", "bullet_list", "list_item"}
        assert kinds <= {"inline"} | {f"{block}_{end}" for block in blocks for end in ("open", "close")}
        assert headings_of(source) <= headings_of(bare)
        shown = [" ".join(line.split()) for line in read_from(source)]
        for line in filter(None, (" ".join(line.split()) for line in visible(typed).split("\n"))):
            assert any(line in each for each in shown), line

    def test_a_text_of_several_paragraphs_stays_within_its_own_fact(self) -> None:
        source = markdown.rendered("Kop", report(on(signalen=(Observation(SIGNAL, "een\n\ntwee", "gezien"),)), "nl"))
        tokens = MarkdownIt("commonmark").parse(source)
        (place,) = [number for number, token in enumerate(tokens) if token.content == "twee"]
        depth = sum({"list_item_open": 1, "list_item_close": -1}.get(token.type, 0) for token in tokens[:place])
        assert depth == 2, "the item of a line, inside the item of the fact"

    def test_as_text_it_is_wrapped_on_words_within_eighty_columns(self) -> None:
        said = text.rendered("kop", report(case_with("Een gewone zin met woorden. " * 12), "nl"))
        assert max(len(line) for line in said.splitlines()) <= 80
        assert said.startswith("KOP\n\nLees dit eerst\n--------------\n")


def recorded(protocol: Protocol, answers: dict[str, Value]) -> Iterator[str]:
    """Every word that a draft must hold of these answers."""
    for name, value in answers.items():
        question = protocol.questions[name]
        match question.type:
            case "choice":
                yield f"{question.label.nl}: {question.option(str(value)).text.nl}"
            case "multi":
                yield from (question.option(str(each)).text.nl for each in cast("tuple[str, ...]", value))
            case "people":
                yield from (say("nl", f"answers.{each.role}") for each in people_in(value) if each.role != "client")
            case "signals":
                for each in cast("tuple[Observation, ...]", value):
                    yield from (protocol.signal(each.signal).text.nl, each.seen, each.meaning, each.on)
            case _:
                yield f"{question.label.nl}: {value}"


def people_in(value: Value) -> tuple[Person, ...]:
    return cast("tuple[Person, ...]", value)


@pytest.mark.parametrize("sector", sector_ids())
def test_nothing_that_was_recorded_is_left_out_in_any_worked_case(sector: str) -> None:
    protocol, worked = protocol_of(sector), Content(content_root()).scenarios(sector)
    assert worked
    for scenario in worked:
        given = yaml.plain(scenario.answers)
        assert isinstance(given, dict)
        state = settled(protocol, judged_all(protocol, given))
        said = "\n".join(line for lines in parts(summarise(protocol, state, Facts())).values() for line in lines)
        missing = [each for each in recorded(protocol, dict(state.answers)) if each not in said]
        assert not missing, f"{scenario.scenario}: {missing}"


def test_an_answer_stands_in_one_part_only() -> None:
    named = [name for names in PLACED.values() for name in names]
    assert len(named) == len(set(named))
    assert set(named) <= protocol_of("algemeen").questions.keys()


def test_an_answer_without_a_part_of_its_own_stands_with_the_rest_also_the_decision() -> None:
    said = parts(advice_on("pleger=huiselijke_kring", "vermoeden=ja", "veiligheid=ja", "besluit=melden"))
    protocol = protocol_of("onderwijs")
    for name, option in (("pleger", "huiselijke_kring"), ("besluit", "melden")):
        question = protocol.questions[name]
        assert f"{question.label.nl}: {question.option(option).text.nl}" in said["rest"]


def test_an_answer_that_does_not_count_any_more_is_not_in_it() -> None:
    """Dormant answers are exported nowhere."""
    protocol = protocol_of("onderwijs")
    state = settled(protocol, texts("vermoeden=nee", "veiligheid=ja"))
    assert "veiligheid" in state.dormant
    said = parts(summarise(protocol, state, Facts(code="7Q2MX4HK")))
    label = protocol.questions["veiligheid"].label.nl
    assert not any(label in line for lines in said.values() for line in lines)


def test_no_sentence_of_the_draft_says_that_anything_is_established() -> None:
    for pair in TEXTS.values():
        for sentence in pair:
            assert not re.search(r"bewezen|vaststaat|staat vast|proven|established|dader", sentence, re.IGNORECASE)


def test_a_sector_with_its_own_word_for_the_client_uses_it() -> None:
    summary = on(betrokkenen=(Person("kind", 9, client=True),))
    without = replace(summary, protocol=replace(summary.protocol, terms=()))
    assert parts(summary)["persons"][0] == "kind, 9 jaar, leerling"
    assert parts(without)["persons"][0] == "kind, 9 jaar, cliënt, leerling of patiënt"
