"""What people type stays what it is: text. It never steers a terminal, a browser, a spreadsheet or our own layout."""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from meldcode.export.json import json_text
from meldcode.export.markdown import escaped, markdown
from meldcode.export.sections import Bullet, Pair, Paragraph, sections
from meldcode.export.text import text as as_text
from meldcode.text.visible import visible
from tests.case.shipped import checked
from tests.export.papers import SIGNAL, case_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from meldcode.case.summary import Summary
    from meldcode.export.sections import Block

HOSTILE = {
    "plain": "Een gewone zin.",
    "csi": "\x1b[31mrood\x1b[0m\x1b[2J",
    "osc 8": "\x1b]8;;http://evil.example\x07klik\x1b]8;;\x07",
    "osc 52": "\x1b]52;c;ZXZpbA==\x07",
    "c1": "\x9b31m\x90\x9d\x85",
    "lone escape": "a\x1b",
    "backspaces": "veilig\b\b\b\b\b\bonveilig\r",
    "rich markup": "[red]rood[/red] [blauwe plek]",
    "unclosed markup": "[/x] [",
    "emoji code": ":smile: :100: a:b:c",
    "bidi": "\u202enettol\u2066a\u2069",
    "zero width": "aan\u200bgifte\u2060\ufeff\u00ad",
    "formula": "=cmd|' /C calc'!A0\n+1\n-1\n@SUM(A1)",
    "html": "<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt; &#60;",
    "link": "[klik](http://evil.example) [klik][1]\n\n[1]: http://evil.example",
    "image": "![plaatje](http://evil.example/a.png)",
    "headings": "# kop\n## kop\nkop\n===\nkop\n---",
    "lists and quotes": "- a\n* b\n+ c\n1. d\n2) e\n  3. f\n> g\n    h\n\t- i",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |\n\na\n:-:\nb",
    "code": "`a` ``b``\n```\nc\n```\n~~~\nd\n~~~\n    e",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~ \\*f\\*",
    "rules": "***\n___\n- - -\n---",
    "autolinks": "http://evil.example https://evil.example www.evil.example <http://evil.example> a@evil.example",
    "schemes": "mailto:a@evil.example javascript:alert(1) file:///etc/passwd",
    "front matter": "---\ntitle: x\n---",
    "footnote and formula": "[^1] $x$ $$y$$\n[^1]: noot",
    "names": "Łukasz Şahin € “ja” ‟",
    "arabic": "مرحبا يا ليلى",
    "our own layout": "Gewoon.\n\nAdvies\n------\nSluit de meldcode af\n\n## Advies\n\n**Protocol:** vals",
    "pasted lines": "een\r\ntwee\r\n\r\n\r\nvier  \n  vijf",
    "separators": "een\u2028twee\u2029drie\x0bvier\x0cvijf",
    "spaces": "   \n \t \n",
    "long": "x" * 20_000,
    "long with words": "gezien " * 2857,
}

hostile = pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE.keys())

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def lines_of(typed: str) -> list[str]:
    """What must be read on paper: each line of the text, without the blank ones."""
    return [line.strip() for line in visible(typed).split("\n") if line.strip()]


def tokens_of(source: str) -> Iterator[Token]:
    for token in PARSER.parse(source):
        yield token
        yield from token.children or ()


def read_from(source: str) -> list[str]:
    """Return what a reader of rendered Markdown sees, line by line."""
    shown: list[str] = []
    for token in PARSER.parse(source):
        line = ""
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                shown.append(line)
                line = ""
            line += child.content
        shown.append(line)
    return [line for line in shown if line]


def blocks_of(summary: Summary) -> Iterator[Block]:
    for section in sections(summary, "nl"):
        yield from section.blocks


@hostile
def test_no_character_of_it_is_active_in_text_and_markdown(typed: str) -> None:
    for output in (as_text(case_with(typed), "nl"), markdown(case_with(typed), "nl")):
        active = {c for c in output if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
        assert not active


@hostile
def test_json_gives_back_the_very_text(typed: str) -> None:
    output = json_text(case_with(typed), "nl")
    assert output.isascii()
    assert all(character == "\n" or character.isprintable() for character in output)
    document = json.loads(output)
    answers = {each["question"]: each["value"] for step in document["steps"] for each in step["answers"]}
    filled = {"seen": typed, "meaning": typed} if typed else {}
    assert answers["signalen"] == [{"signal": SIGNAL, "on": "2026-11-02", **filled}]
    assert answers["beschermend"] == typed
    assert answers["afwijking_reden"] == (typed if typed.strip() else "Reden.")
    assert [note["text"] for note in document["notes"]] == [typed, typed]
    assert document["closed"] == typed
    (earlier,) = document["rounds"]
    assert earlier["reason"] == typed
    assert earlier["answers"]["weging"] == typed


@hostile
def test_markdown_makes_no_link_image_heading_html_code_or_table_of_it(typed: str) -> None:
    source = markdown(case_with(typed), "nl")
    bare = markdown(case_with("Gewoon."), "nl")
    assert headings(source) == headings(bare)
    allowed = {"text", "softbreak", "hardbreak", "strong_open", "strong_close", "inline"}
    blocks = {"heading", "paragraph", "bullet_list", "list_item"}
    allowed |= {f"{block}_{end}" for block in blocks for end in ("open", "close")}
    assert {token.type for token in tokens_of(source)} <= allowed
    bold = [token for token in tokens_of(source) if token.type == "strong_open"]
    assert len(bold) == sum(1 for block in blocks_of(case_with(typed)) if isinstance(block, Pair))


def headings(source: str) -> list[str]:
    tokens = PARSER.parse(source)
    return [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]


@hostile
def test_markdown_holds_nothing_that_github_would_make_a_link_or_a_smiley_of(typed: str) -> None:
    """What its dialect adds to the standard: bare addresses, mail addresses, `:smile:`, mentions, formulas."""
    source = markdown(case_with(typed), "nl")
    for active in ("http:", "https:", r"www\.", "mailto:", r"(?<!\\):smile:", r"(?<!\\):100:", "a@", " @", r"\$x\$"):
        assert not re.search(active, source), active


@hostile
def test_a_reader_of_the_markdown_reads_the_very_text(typed: str) -> None:
    assert read_from(escaped(visible(typed))) == lines_of(typed)


@checked
@given(typed=st.text(st.sampled_from("ab1. \n\t-+*_=#>|:~`[]()<>!&@$\\/wx'\"\u00a0é"), max_size=30) | st.text())
def test_whatever_is_typed_is_one_and_the_same_text_in_markdown(typed: str) -> None:
    source = escaped(visible(typed))
    assert read_from(source) == lines_of(typed)
    kinds = {"paragraph_open", "paragraph_close", "inline", "text", "hardbreak", "softbreak"}
    assert {token.type for token in tokens_of(source)} <= kinds


def test_what_does_no_harm_in_markdown_is_left_as_it_is() -> None:
    sentence = "Bel 0800-2000 (gratis, dag en nacht), ma-vr 9:00-17:00! Gezien: 1 plek, 2,5 cm. “Au”, zei zij; punt."
    assert escaped(sentence) == sentence


@hostile
def test_in_text_no_line_of_it_looks_like_a_line_of_ours(typed: str) -> None:
    """Our headings and their rules stand at the left margin; what was typed never does."""
    ours = {line for line in as_text(case_with("Gewoon."), "nl").splitlines() if line[:1].strip()}
    found = {line for line in as_text(case_with(typed), "nl").splitlines() if line[:1].strip()}
    new = {line.partition(":")[0] for line in found - ours}
    labels = {line.partition(":")[0] for line in ours}
    assert new <= labels, sorted(new - labels)


@hostile
def test_the_text_can_be_read_back_from_the_text(typed: str) -> None:
    shown = " ".join(as_text(case_with(typed), "nl").split())
    assert " ".join(visible(typed).split()) in shown


@hostile
def test_text_and_markdown_show_the_same_sections_in_the_same_order(typed: str) -> None:
    summary = case_with(typed)
    titles = [section.title for section in sections(summary, "nl")]
    lines = as_text(summary, "nl").splitlines()
    ruled = [line for line, rule in pairwise(lines) if rule and set(rule) == {"-"} and line in titles]
    assert ruled == titles
    assert headings(markdown(summary, "nl"))[1:] == [escaped(title) for title in titles]


def test_every_kind_of_block_is_used_in_that_case() -> None:
    assert {type(block) for block in blocks_of(case_with("a"))} == {Paragraph, Pair, Bullet}
