"""What stands in the handbook, of every sector and in both languages, and how it is built."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from meldcode.export.flow import routes_of
from meldcode.export.handbook import handbook
from meldcode.export.handbook_style import style
from meldcode.protocol.library import sector_ids
from meldcode.protocol.model import LEVELS, Text
from meldcode.protocol.sentence import sentence
from meldcode.text import emergency, say
from tests.case.shipped import protocol_of
from tests.export.page import Page

if TYPE_CHECKING:
    from meldcode.protocol.language import Language

LANGUAGES: tuple[Language, ...] = ("nl", "en")
BOOKS = [(sector, language) for sector in sector_ids() for language in LANGUAGES]

of_every_book = pytest.mark.parametrize(
    ("sector", "language"),
    [pytest.param(*book, marks=pytest.mark.xdist_group(f"book-{'-'.join(book)}")) for book in BOOKS],
)
"""One worker makes a book once, for all tests of it."""
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


@cache
def book_of(sector: str, language: Language) -> str:
    return handbook(protocol_of(sector), language)


@cache
def page_of(sector: str, language: Language = "nl") -> Page:
    return Page(book_of(sector, language))


def as_read(text: Text, language: Language) -> str:
    """A text as it is read from a page: on one line."""
    return " ".join(text.to(language).split())


def missing(page: Page, texts: list[Text], language: Language) -> list[str]:
    body = page.body()
    return [each for text in texts if text.nl and (each := as_read(text, language)) not in body]


class TestContent:
    """Nothing of the protocol is left out."""

    @of_every_book
    def test_every_step_and_question_is_there_with_all_it_says(self, sector: str, language: Language) -> None:
        protocol, page = protocol_of(sector), page_of(sector, language)
        for step in protocol.steps:
            said = page.said(f"stap-{step.id}")
            tasks = [task.text for task in step.tasks]
            for text in (step.title, step.purpose, step.meanwhile, *tasks):
                assert as_read(text, language) in said
        for name, question in protocol.questions.items():
            said = page.said(f"vraag-{name}")
            options = [text for option in question.options for text in (option.text, option.hint)]
            for text in (question.ask, question.label, question.why, *options):
                assert as_read(text, language) in said
            if question.when:
                assert sentence(protocol, question.when, language) in said

    @of_every_book
    def test_every_rule_is_there_as_a_sentence_with_its_level_and_source(self, sector: str, language: Language) -> None:
        protocol, page = protocol_of(sector), page_of(sector, language)
        assert protocol.rules
        for rule in protocol.rules:
            said = page.said(f"regel-{rule.id}")
            texts = [rule.because, protocol.sources[rule.source].title]
            texts += [protocol.actions[name].text for name in rule.actions]
            texts += [protocol.contacts[name].name for name in rule.contacts]
            routes = routes_of(protocol, rule) if rule.level else ()
            texts += [protocol.level_text(rule.level, route).title for route in routes]
            assert sentence(protocol, rule.when, language) in said
            for text in texts:
                assert as_read(text, language) in said

    @of_every_book
    def test_every_source_says_when_it_was_read_or_that_it_was_not(self, sector: str, language: Language) -> None:
        protocol, page = protocol_of(sector), page_of(sector, language)
        for number, source in enumerate(protocol.sources.values(), start=1):
            said = page.said(f"bron-{number}")
            assert as_read(source.title, language) in said
            assert source.url in said
            reason = source.unverified.to(language)
            assert (
                source.verified in said
                if source.verified
                else say(language, "summary.unverified", reason=reason) in said
            )

    @of_every_book
    def test_every_contact_has_its_number_hours_and_check(self, sector: str, language: Language) -> None:
        protocol, page = protocol_of(sector), page_of(sector, language)
        known = {"altijd": say(language, "summary.always"), "onbekend": say(language, "summary.hours_unknown")}
        for contact in protocol.contacts.values():
            said = page.said(f"contact-{contact.id}")
            for text in (contact.name, contact.use, contact.who, contact.note, contact.channel):
                assert as_read(text, language) in said
            assert contact.phone in said
            assert known.get(contact.hours, contact.hours) in said
            assert (contact.verified or as_read(contact.unverified, language)) in said

    @of_every_book
    def test_what_else_the_protocol_says_is_there(self, sector: str, language: Language) -> None:
        protocol, page = protocol_of(sector), page_of(sector, language)
        texts = [protocol.title, protocol.for_whom, protocol.decides]
        texts += [role.text for role in protocol.roles]
        texts += [text for level in protocol.levels.values() for text in (level.title, level.text)]
        texts += [text for flag in protocol.flags for text in (flag.text, protocol.sources[flag.source].title)]
        texts += [text for route in protocol.routes for text in (route.title, route.text)]
        texts += [each.text for route in protocol.routes for each in route.levels.values()]
        texts += [text for each in protocol.definitions.values() for text in (each.term, each.text)]
        texts += [example.text for each in protocol.definitions.values() for example in each.examples]
        texts += [
            text for theme in protocol.themes.values() for text in (theme.title, theme.help, theme.consult, theme.talk)
        ]
        texts += [signal.text for each in protocol.signal_lists.values() for signal in each.signals]
        texts += [text for each in protocol.help.interventions.values() for text in (each.name, each.what, each.refer)]
        texts += [text for level in protocol.help.levels for text in (level.title, level.text)]
        texts += [caution.text for caution in protocol.help.cautions]
        texts += [text for due in protocol.deadlines for text in (due.label, due.text)]
        texts += [item.text for item in protocol.at_hand]
        texts += [protocol.retention.text] if protocol.retention else []
        assert len(texts) > 300
        assert missing(page, texts, language) == []

    @in_both_languages
    def test_a_theme_says_whether_a_talk_is_safe(self, language: Language) -> None:
        for theme in protocol_of("onderwijs").themes.values():
            assert say(language, f"handbook.talk_{theme.talk_safe}") in page_of("onderwijs", language).said(
                f"thema-{theme.id}"
            )

    @in_both_languages
    def test_a_signal_says_its_weight_and_who_gave_it(self, language: Language) -> None:
        protocol, page = protocol_of("onderwijs"), page_of("onderwijs", language)
        rows = [text for _, _, text in page.named("tr")]
        for signals in protocol.signal_lists.values():
            for signal in signals.signals:
                weight, graded = (
                    say(language, f"handbook.{key}") for key in (f"weight_{signal.severity}", f"graded_{signal.graded}")
                )
                start = f"{as_read(signal.text, language)} {weight} {graded}"
                assert any(row.startswith(start) for row in rows), start

    @of_every_book
    def test_it_begins_with_the_emergency_line_and_ends_with_version_and_digest(
        self, sector: str, language: Language
    ) -> None:
        protocol, body = protocol_of(sector), page_of(sector, language).body()
        skip = say(language, "handbook.skip")
        assert body.startswith(f"{skip}{emergency.LINE[LANGUAGES.index(language)]}")
        assert body.endswith(protocol.digest)
        assert body.count(say(language, "summary.reviewed", date=protocol.reviewed, before=protocol.review_before)) == 2

    def test_a_question_that_two_steps_share_is_written_out_once(self) -> None:
        page = page_of("sport")
        assert page.ids().count("vraag-bond_gemeld") == 1
        label = protocol_of("sport").questions["bond_gemeld"].label.nl
        assert label in page.said("stap-sport_melden_sporter")

    def test_the_weighing_is_drawn_with_the_level_of_each_answer(self) -> None:
        flow = page_of("onderwijs").said("flow")
        assert "Dat weet ik niet zeker → Meld bij Veilig Thuis Ja → Meld bij Veilig Thuis" in flow
        assert "Nee, mijn zorg is weggenomen → Sluit de meldcode af" in flow

    def test_another_route_is_drawn_with_what_a_level_means_there(self) -> None:
        route = protocol_of("onderwijs").routes[0]
        said = page_of("onderwijs").said(f"route-{route.id}")
        assert f"Ja, dat kan → {route.levels['melden'].title.nl}" in said

    @in_both_languages
    def test_a_rule_of_another_route_asks_what_its_level_means_there(self, language: Language) -> None:
        """Who must go to the board of the school is never sent to Veilig Thuis by this page."""
        protocol, page = protocol_of("onderwijs"), page_of("onderwijs", language)
        said = page.said("regel-zeden_bestuur")
        assert as_read(protocol.routes[0].levels["melden"].title, language) in said
        assert as_read(protocol.levels["melden"].title, language) not in said
        there = {"class": "level melden", "href": "#route-beroepskracht"}
        links = [text for _, given, text in page.named("a") if given == there]
        assert set(links) == {as_read(protocol.routes[0].levels["melden"].title, language)}

    def test_dutch_that_stands_in_for_missing_english_is_marked_as_dutch(self) -> None:
        protocol = replace(protocol_of("onderwijs"), title=Text("Ons eigen onderwijs"))
        marked = [text for _, given, text in Page(handbook(protocol, "en")).named("span") if given.get("lang") == "nl"]
        assert set(marked) == {"Ons eigen onderwijs"}
        assert not [text for _, given, text in page_of("onderwijs", "en").named("span", "p") if "lang" in given]


class TestStructure:
    """One page that stands alone, with an outline that a screen reader can walk."""

    @of_every_book
    def test_headings_go_down_one_level_at_a_time_and_there_is_one_first(self, sector: str, language: Language) -> None:
        depths = [int(tag[1]) for tag, _, _ in page_of(sector, language).named("h1", "h2", "h3", "h4", "h5", "h6")]
        assert depths[0] == 1
        assert depths.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(depths))
        assert all(text for _, _, text in page_of(sector, language).named("h1", "h2", "h3", "h4", "h5"))

    @of_every_book
    def test_ids_stand_once_and_every_link_inside_leads_somewhere(self, sector: str, language: Language) -> None:
        page = page_of(sector, language)
        ids = page.ids()
        assert len(ids) == len(set(ids))
        inside = [link["href"][1:] for link in page.links() if link["href"].startswith("#")]
        named = [given["aria-labelledby"] for _, given in page.elements if "aria-labelledby" in given]
        assert set(inside) | set(named) <= set(ids)
        assert len(inside) > 100

    @of_every_book
    def test_nothing_is_loaded_and_nothing_runs(self, sector: str, language: Language) -> None:
        page = page_of(sector, language)
        active = (
            "script",
            "img",
            "link",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "svg",
            "base",
            "audio",
        )
        assert not page.named(*active, "video", "source", "picture")
        assert not page.odd
        names = {name for _, given in page.elements for name in given}
        assert names <= {
            *("lang", "charset", "http-equiv", "content", "name", "href", "class", "id", "rel", "scope", "role"),
            *("aria-label", "aria-labelledby", "aria-hidden", "tabindex"),
        }

    @of_every_book
    def test_a_link_outside_comes_from_the_sources_and_tells_nobody_where_from(
        self, sector: str, language: Language
    ) -> None:
        outside = [link for link in page_of(sector, language).links() if not link["href"].startswith("#")]
        known = {source.url for source in protocol_of(sector).sources.values()}
        assert len(outside) > 50
        for link in outside:
            assert link["href"] in known
            assert link["rel"] == "noreferrer"
        text = book_of(sector, language)
        assert text.count("url(") == text.count("@import") == 0

    @in_both_languages
    def test_the_policy_allows_its_own_style_sheet_and_nothing_else(self, language: Language) -> None:
        page = page_of("onderwijs", language)
        (sheet,) = [text for (tag, _), text in zip(page.elements, page.texts, strict=True) if tag == "style"]
        digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
        (policy,) = [given["content"] for tag, given, _ in page.named("meta") if "http-equiv" in given]
        allowed = f"style-src 'sha256-{digest}'"
        assert policy == f"default-src 'none'; {allowed}; img-src 'none'; base-uri 'none'; form-action 'none'"

    @in_both_languages
    def test_it_has_a_language_landmarks_and_a_way_past_them(self, language: Language) -> None:
        page = page_of("onderwijs", language)
        assert page.elements[0] == ("html", {"lang": language})
        assert [tag for tag, _, _ in page.named("header", "nav", "main", "footer")] == [
            "header",
            "nav",
            "main",
            "footer",
        ]
        assert page.links()[0] == {"href": "#main", "class": "skip"}
        assert "main" in page.ids()
        assert protocol_of("onderwijs").title.to(language) in page.named("title")[0][2]

    @of_every_book
    def test_a_table_has_a_caption_and_says_what_its_headings_are_for(self, sector: str, language: Language) -> None:
        page = page_of(sector, language)
        tables, captions = page.named("table"), page.named("caption")
        assert len(tables) == len([each for _, _, each in captions if each]) > 0
        assert {given.get("scope") for _, given, _ in page.named("th")} == {"col", "row"}

    @of_every_book
    def test_every_chapter_is_in_the_table_of_contents(self, sector: str, language: Language) -> None:
        page = page_of(sector, language)
        chapters = [given["id"] for _, given, _ in page.named("section") if given.get("class") == "chapter"]
        contents = page.named("nav")[0][2]
        assert len(chapters) >= 13
        for chapter in chapters:
            assert say(language, f"handbook.chapter.{chapter}") in contents
            assert {"href": f"#{chapter}"} in page.links()

    @of_every_book
    def test_its_size_is_sane(self, sector: str, language: Language) -> None:
        assert 150_000 < len(book_of(sector, language).encode()) < 800_000

    def test_a_printed_page_carries_the_emergency_line_and_the_title(self) -> None:
        sheet = style("Kop", "112", "Pagina")
        assert '@top-center { content: "112"' in sheet
        assert '@bottom-left { content: "Kop"' in sheet
        assert "size: A4" in sheet


SCRIPT = """
import hashlib
from meldcode.export.graph import graph
from meldcode.export.handbook import handbook
from meldcode.protocol.library import protocol
one = protocol("kinderopvang")
for make in (handbook, graph):
    for language in ("nl", "en"):
        print(hashlib.sha256(make(one, language).encode()).hexdigest())
"""


def test_the_same_protocol_gives_the_same_bytes_whatever_the_seed_of_the_hashes() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(runs) == 1
    assert len(set(runs.pop().split())) == 4


def test_levels_are_told_most_urgent_first() -> None:
    ids = [name for name in page_of("onderwijs").ids() if name in {f"advies-{level}" for level in LEVELS}]
    assert ids == [f"advies-{level}" for level in reversed(LEVELS)]
