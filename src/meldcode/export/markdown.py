"""The summary as Markdown in which text stays text: no link, heading or HTML comes from what a person typed."""

import re
from datetime import datetime

from meldcode.case.summary import Summary
from meldcode.export.sections import Block, Bullet, Pair, Paragraph, sections
from meldcode.protocol.model import Language
from meldcode.text import say

_ACTIVE = re.compile(r"([\\`*_{}\[\]()<>#+!|~&@:-])")
_LEADING_NUMBER = re.compile(r"^(\d+)([.)])", re.MULTILINE)


def markdown(summary: Summary, language: Language, now: datetime | None = None) -> str:
    """Return the summary as Markdown."""
    parts = [f"# {escaped(say(language, 'summary.heading'))}"]
    for section in sections(summary, language, now):
        parts.append(f"## {escaped(section.title)}")
        parts += [_block(block) for block in section.blocks]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return escaped(block.text)
        case Pair():
            return f"**{escaped(block.label)}:** {escaped(block.text)}"
        case Bullet():
            return "\n".join([f"- {escaped(block.text)}", *(f"  - {escaped(line)}" for line in block.more)])


def escaped(text: str) -> str:
    """Return the text with every character that Markdown acts on made plain; line breaks become hard breaks."""
    plain = _LEADING_NUMBER.sub(r"\1\\\2", _ACTIVE.sub(r"\\\1", text))
    return "  \n".join(line.strip() for line in plain.split("\n"))
