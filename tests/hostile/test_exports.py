"""INP-12 to INP-17: in every form that leaves the program, text stays text and all of it is there."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from meldcode.export import markdown, text
from meldcode.export.ics import ics
from meldcode.export.json import json_text
from meldcode.export.report import report
from meldcode.text import LANGUAGES, say
from tests.export.papers import SIGNAL
from tests.hostile.corpus import CORPUS
from tests.hostile.papers import MOMENT, NOTED, TYPED, joined, lost, missing, observed, whole_case

if TYPE_CHECKING:
    from meldcode.protocol.language import Language

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"heading", "paragraph", "bullet_list", "list_item", "strong"}


def active(output: str) -> set[str]:
    """Every character that steers instead of being shown."""
    return {each for each in output if each != "\n" and unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp")}


def read_from(source: str) -> str:
    """What a reader of rendered Markdown reads; fails when anything but our own kinds of block is made."""
    shown: list[str] = []
    for token in PARSER.parse(source):
        assert token.type == "inline" or token.type.removesuffix("_open").removesuffix("_close") in OURS, token.type
        line = ""
        for child in token.children or ():
            assert child.type in {"text", "softbreak", "hardbreak", "strong_open", "strong_close"}, child.type
            line += "\n" if child.type.endswith("break") else child.content
        shown.append(line)
    return "\n".join(shown)


@pytest.fixture(scope="module", params=["summary", "report"])
def papers(request: pytest.FixtureRequest) -> dict[str, str]:
    """What a reader reads in each form of the summary, or of the draft of a report."""
    summary = whole_case()
    if request.param == "summary":
        outputs = {"text": text.text(summary, "nl", MOMENT), "md": markdown.markdown(summary, "nl", MOMENT)}
    else:
        heading, parts = say("nl", "report.heading"), report(summary, "nl")
        outputs = {"text": text.rendered(heading, parts), "md": markdown.rendered(heading, parts)}
    assert {form: active(output) for form, output in outputs.items()} == {"text": set(), "md": set()}
    return outputs | {"md": read_from(outputs["md"])}


@pytest.mark.parametrize("form", ["text", "md"])
def test_every_note_is_read_back_whole_and_nothing_of_it_is_active(papers: dict[str, str], form: str) -> None:
    assert lost(papers[form]) == []


@pytest.mark.parametrize("form", ["text", "md"])
def test_every_observation_and_every_answer_is_read_back_whole(papers: dict[str, str], form: str) -> None:
    typed = [observed(number).seen for number in range(len(TYPED))]
    assert missing(papers[form], [*typed, joined(TYPED[:100]), joined(TYPED[:50])]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_gives_back_every_text_exactly_in_ascii(language: Language) -> None:
    output = json_text(whole_case(), language)
    assert output.isascii()
    assert all(each == "\n" or each.isprintable() for each in output)
    document = json.loads(output)
    assert [note["text"] for note in document["notes"]] == [*(each.text for each in NOTED), "Klaar."]
    answers = {each["question"]: each["value"] for step in document["steps"] for each in step["answers"]}
    assert answers["beschermend"] == joined(TYPED[:100])
    assert [each.get("seen", "") for each in answers["signalen"]] == [each.text for each in TYPED]
    assert {each["signal"] for each in answers["signalen"]} == {SIGNAL}
    assert document["closed"] == joined(TYPED)


def test_a_calendar_holds_nothing_that_anyone_typed() -> None:
    """Even where what names a case or a day would be hostile, each line is one of ours."""
    days = [("7Q2MX4HK", each.text, date(2026, 11, 23)) for each in CORPUS if len(each.text) < 30_000 and each.keepable]
    lines = ics(days, "nl", MOMENT).split("\r\n")
    assert all(line.isascii() and "\n" not in line and "\r" not in line for line in lines)
    names = {re.split("[:;]", line)[0] for line in lines}
    event = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP"}
    assert names == {"", "BEGIN", "END", "VERSION", "PRODID", "CALSCALE"} | event
    titles = {line for line in lines if line.startswith("SUMMARY")}
    assert titles == {f"SUMMARY:{say('nl', 'summary.reminder', code='7Q2MX4HK')}"}
