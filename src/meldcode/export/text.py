"""The summary as plain text, wrapped on words."""

import textwrap
from collections.abc import Iterable
from datetime import datetime

from meldcode.case.summary import Summary
from meldcode.export.sections import Block, Bullet, Pair, Paragraph, Section, sections
from meldcode.protocol.language import Language
from meldcode.text import say

WIDTH = 80
"""Columns."""


def text(summary: Summary, language: Language, now: datetime | None = None) -> str:
    """Return the summary as text of at most `WIDTH` columns, but for words that are longer."""
    return rendered(say(language, "summary.heading"), sections(summary, language, now))


def rendered(heading: str, parts_of_it: Iterable[Section]) -> str:
    """Return a heading and sections as such a text."""
    parts = [heading.upper()]
    for section in parts_of_it:
        lines = [line for block in section.blocks for line in _lines(block)]
        parts.append("\n".join([section.title, "-" * len(section.title), *lines]))
    return "\n\n".join(parts) + "\n"


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return wrapped(block.text)
        case Pair():
            return wrapped(f"{block.label}: {block.text}", rest="  ")
        case Bullet():
            further = [line for extra in block.more for line in wrapped(extra, first="  ", rest="  ")]
            return wrapped(block.text, first="- ", rest="  ") + further


def wrapped(paragraphs: str, first: str = "", rest: str = "") -> list[str]:
    """Return lines broken between words only, so that no number or telephone number is cut."""
    lines: list[str] = []
    for paragraph in paragraphs.split("\n"):
        lead = rest if lines else first
        lines += textwrap.wrap(
            paragraph,
            WIDTH,
            initial_indent=lead,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return lines
