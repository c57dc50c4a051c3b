"""The summary as Markdown in which text stays text: no link, heading or HTML comes from what a person typed (INP-16).

Only what CommonMark or GitHub's dialect acts on is escaped, so that it can also be read as it stands.
"""

import re
from collections.abc import Iterable
from datetime import datetime

from meldcode.case.summary import Summary
from meldcode.export.sections import Block, Bullet, Pair, Paragraph, Section, sections
from meldcode.protocol.language import Language
from meldcode.text import say

_ACTIVE = re.compile(
    r"""
    [\\`*_\[\]<&|~@$]      # emphasis, code, links, HTML, entities, tables, mentions, formulas
    | (?<!\d):(?=\S)        # :smile: and http:, but not 9:00 or the end of a label
    | :(?=[^\s\d])
    | \.(?=[^\W\d_])        # www. and example.nl
    """,
    re.VERBOSE,
)
_FIRST = re.compile(r"(\d*)([#>+=:.)-])")
"""What makes a line a heading, quote, list, rule or table when it stands first."""


def markdown(summary: Summary, language: Language, now: datetime | None = None) -> str:
    """Return the summary as Markdown."""
    return rendered(say(language, "summary.heading"), sections(summary, language, now))


def rendered(heading: str, parts_of_it: Iterable[Section]) -> str:
    """Return a heading and sections as Markdown."""
    parts = [f"# {escaped(heading)}"]
    for section in parts_of_it:
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
            more = (f"  - {_indented(escaped(line), 4)}" for line in block.more)
            return "\n".join([f"- {_indented(escaped(block.text), 2)}", *more])


def _indented(text: str, columns: int) -> str:
    """Return the text with its further lines inside the item of a list, also after an empty line."""
    return text.replace("\n", "\n" + " " * columns)


def escaped(text: str) -> str:
    """Return the text with every character that Markdown acts on made plain; line breaks become hard breaks."""
    return "  \n".join(_line(line.strip()) for line in text.split("\n"))


def _line(line: str) -> str:
    plain = _ACTIVE.sub(r"\\\g<0>", line)
    return _FIRST.sub(r"\1\\\2", plain, count=1) if _FIRST.match(plain) else plain
