"""The summary as a page: all that it says and nothing else, whatever was typed; no script, no address, one style."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from meldcode.export.html import fingerprint
from meldcode.export.page import page
from meldcode.text import say
from meldcode.text.visible import visible
from tests.export.page import Page
from tests.export.papers import advice_on, case_with
from tests.export.said import NAMES, NOW, said, squeezed
from tests.export.test_hostile import hostile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meldcode.case.summary import Summary


def made(*summaries: Summary) -> str:
    return "".join(page(summaries, "nl", NOW))


@cache
def harmless() -> list[str]:
    return shape(made(case_with("Gewoon.")))


def shape(source: str) -> list[str]:
    """The elements but for line breaks and what keeps a number on one line: these depend on the text."""
    found = Page(source)
    assert found.odd == []
    return [tag for tag, given in found.elements if tag not in ("br", "span")]


@hostile
def test_it_says_what_text_says_in_the_same_order(typed: str) -> None:
    summary = case_with(typed)
    assert squeezed(Page(made(summary)).body()) == said(summary, colon="")


@hostile
def test_what_was_typed_makes_no_element_no_link_and_no_attribute(typed: str) -> None:
    """INP-16."""
    source = made(case_with(typed))
    assert shape(source) == harmless()
    for tag, given in Page(source).elements:
        allowed = {"class", "id", "aria-labelledby"} if tag not in ("html", "meta") else given.keys()
        assert given.keys() <= allowed, (tag, given)


def test_it_can_load_and_run_nothing() -> None:
    found = Page(made(case_with("Gewoon.")))
    (sheet,) = [text for (tag, _), text in zip(found.elements, found.texts, strict=True) if tag == "style"]
    (policy,) = [given["content"] for _, given, _ in found.named("meta") if "http-equiv" in given]
    assert policy.startswith(f"default-src 'none'; style-src {fingerprint(sheet)};")
    assert not found.named("script", "link", "img", "a", "iframe", "form", "object")
    assert not re.search(r"@import|url\(", sheet)


def test_it_has_a_language_a_title_with_the_case_and_headings_in_order() -> None:
    found = Page(made(case_with("Gewoon.")))
    assert found.named("html")[0][1] == {"lang": "nl"}
    assert found.named("title")[0][2] == "Samenvatting meldcode, zaak 7Q2MX4HK"
    levels = [int(tag[1]) for tag, _, _ in found.named("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(found.ids()) == len(set(found.ids()))


def test_steps_are_headings_reasons_a_list_and_answers_a_list_of_terms() -> None:
    summary = case_with("Gewoon.")
    found = Page(made(summary))
    steps = [text for tag, _, text in found.named("h3") if text.startswith("5. ")]
    assert steps
    reasons = [text for tag, _, text in found.named("li")]
    assert any(text.startswith(summary.advice.reasons[0].rule.because.nl) for text in reasons)
    assert "Uw besluit" in [text for _, _, text in found.named("dt")]


def test_several_summaries_stand_after_each_other_each_on_paper_of_its_own() -> None:
    first, second = case_with("Een."), case_with("Twee.")
    source = made(first, second, first)
    found = Page(source)
    assert squeezed(found.body()) == said(first, colon="") + said(second, colon="") + said(first, colon="")
    assert len(found.named("article")) == 3
    assert "article + article { break-before: page;" in source
    assert found.named("title")[0][2] == "Samenvattingen meldcode"
    assert len(found.ids()) == len(set(found.ids()))


def test_a_page_is_made_piece_by_piece() -> None:
    """So that an export of thousands of cases needs no memory for all of them."""
    asked: list[int] = []

    def cases(count: int) -> list[Summary]:
        return [case_with("Een.")] * count

    def watched(summaries: list[Summary]) -> Iterator[Summary]:
        for number, summary in enumerate(summaries):
            asked.append(number)
            yield summary

    pieces = page(watched(cases(4)), "nl", NOW)
    next(pieces)
    next(pieces)
    assert asked == [0, 1]


def test_names_in_every_script_stand_on_it() -> None:
    """INP-17."""
    assert f"{NAMES} 漢字 😀" in Page(made(case_with(f"{NAMES} 漢字 😀"))).body()


def test_hidden_characters_are_shown_by_their_number() -> None:
    assert visible("a\u202eb") in Page(made(case_with("a\u202eb"))).body()


def test_a_case_that_is_damaged_says_so_at_once() -> None:
    whole = case_with("Gewoon.")
    broken = replace(whole, facts=replace(whole.facts, damaged=True))
    warning = say("nl", "summary.damaged")
    assert [text for _, given, text in Page(made(broken)).named("p") if given.get("class") == "verdict"][1] == warning
    assert warning not in Page(made(whole)).body()


def test_advice_without_a_case_has_a_page_too() -> None:
    summary = advice_on("veiligheid=ja")
    found = Page(made(summary))
    assert squeezed(found.body()) == said(summary, colon="")
    assert found.named("title")[0][2] == "Samenvatting meldcode"


def test_english_is_english() -> None:
    summary = case_with("Gewoon.")
    found = Page("".join(page([summary], "en", NOW)))
    assert squeezed(found.body()) == said(summary, "en", colon="")
    assert found.named("html")[0][1] == {"lang": "en"}
