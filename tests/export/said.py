"""What every form of a summary must say, in this order: the very texts of its sections."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from meldcode.export.sections import Bullet, Pair, Paragraph, sections
from meldcode.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meldcode.case.summary import Summary
    from meldcode.export.sections import Block
    from meldcode.protocol.language import Language

NOW: Final = datetime(2026, 11, 23, 10, 30, 12, 345, tzinfo=timezone(timedelta(hours=1)))

NAMES: Final = "Łukasz en Şahin, € 5, “ja”, Жанна, Ελένη, ليلى"
"""What every form shows as it is (INP-17)."""


def said(summary: Summary, language: Language = "nl", colon: str = ": ", bullet: str = "") -> str:
    """Return all that a summary says, without white space."""
    lines = [say(language, "summary.heading")]
    for section in sections(summary, language, NOW):
        lines.append(section.title)
        for block in section.blocks:
            lines += _lines(block, colon if section.id != "about" else colon.strip(":"), bullet)
    return squeezed("".join(lines))


def _lines(block: Block, colon: str, bullet: str) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Pair():
            yield f"{block.label}{colon}{block.text}"
        case Bullet():
            yield bullet + block.text
            yield from block.more


def squeezed(text: str) -> str:
    """Return a text without white space: where a line breaks is of no interest."""
    return "".join(text.split())
