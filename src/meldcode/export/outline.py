"""Sections as the parts that a page has: headings, running text, lists of items and lists of terms.

Page, PDF and Word file take theirs from here, so that they are laid out alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from meldcode.export.sections import Block, Bullet, Pair, Paragraph, Section

PARTED = frozenset({"steps", "rounds"})
"""Sections in which a paragraph is the heading of what follows it."""

VERDICT = "advice"
"""The section that begins with the advice in a few words."""

WARNING = "about"
"""The section that begins with what must be known before reading on."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What counts most: a warning, or the advice in a few words."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of items, each with lines that belong to it."""

    items: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """A list of labels, each with what it says."""

    pairs: tuple[Pair, ...]


Part = Heading | Verdict | Prose | Items | Terms


def outline(section: Section) -> tuple[Part, ...]:
    """Return the parts of a section: its very texts, in the same order."""
    return tuple(_parts(section))


def _parts(section: Section) -> Iterator[Part]:
    for place, (kind, blocks) in enumerate(groupby(section.blocks, type)):
        yield from _run(section.id, kind, list(blocks), first=place == 0)


def _run(name: str, kind: type[Block], blocks: Iterable[Block], *, first: bool) -> Iterator[Part]:
    if kind is Bullet:
        yield Items(tuple(each for each in blocks if isinstance(each, Bullet)))
        return
    if kind is Pair:
        yield Terms(tuple(each for each in blocks if isinstance(each, Pair)))
        return
    for number, each in enumerate(blocks):
        assert isinstance(each, Paragraph)
        if name in PARTED:
            yield Heading(each.text)
        elif first and (name == WARNING or (name == VERDICT and number == 0)):
            yield Verdict(each.text)
        else:
            yield Prose(each.text)
