"""The debrief as lines for a terminal: bars of plain characters with the numbers beside them, in 40 columns."""

from collections.abc import Iterable, Iterator

from meldcode.training.debrief_blocks import Bars, Block, Dots, Grid, Items, Prose, Section, Tree

WIDE = 16
"""Characters of a full bar: with four before it and the numbers of 999 participants behind it, at most 40."""
PLOT = 30
_BAR = "    "
"""A line that begins so is never broken."""


def lines(sections: Iterable[Section], exercise: str) -> Iterator[str]:
    """Yield the lines; every section begins with the word for an exercise."""
    for section in sections:
        yield f"{exercise} \u00b7 {section.title}"
        for chapter in section.chapters:
            yield ""
            yield chapter.title.upper()
            for block in chapter.blocks:
                yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Prose():
            yield f"! {block.text}" if block.warning else block.text
        case Items():
            yield from (f"- {text}" for text in block.texts)
        case Bars():
            yield from _bars(block)
        case Grid():
            yield from _grid(block)
        case Tree():
            yield from _tree(block)
        case Dots():
            yield from _dots(block)


def _bars(block: Bars) -> Iterator[str]:
    yield from ("", block.title)
    for row in block.rows:
        yield f"  {row.label}{f' ({row.mark})' if row.mark else ''}"
        yield f"{_BAR}{bar(row.count, row.total)} {row.said}"
    yield from (f"  {note}" for note in block.notes)


def bar(count: int, total: int) -> str:
    """Return a bar; what is there shows, however little, and only the whole is full."""
    filled = round(WIDE * count / total) if total else 0
    filled = min(max(filled, 1), WIDE - 1) if 0 < count < total else filled
    return "#" * filled + "." * (WIDE - filled)


def _grid(block: Grid) -> Iterator[str]:
    yield from ("", block.title)
    for first, *rest in block.rows:
        yield f"  {first}"
        yield from (f"   - {head}: {cell}" for head, cell in zip(block.head[1:], rest, strict=True))
    yield from (f"  {note}" for note in block.notes)


def _tree(block: Tree) -> Iterator[str]:
    yield from ("", block.title)
    for stop in block.stops:
        yield f"  {stop.label}: {stop.option}"
        yield f"{_BAR}{bar(stop.still, block.total)} {stop.said}"
        for label, count, mark in stop.branches:
            yield f"   -> {label}: {count}{f' ({mark})' if mark else ''}"


def _dots(block: Dots) -> Iterator[str]:
    yield from ("", block.title)
    most = max((row.high for row in block.rows), default=0.0) or 1.0
    for row in block.rows:
        yield f"  {row.label}"
        low, middle, high = (round((PLOT - 1) * each / most) for each in (row.low, row.median, row.high))
        plot = "".join("o" if at == middle else "-" if low <= at <= high else "." for at in range(PLOT))
        yield f"{_BAR}{plot}"
        yield from (f"   - {head}: {cell}" for head, cell in zip(block.head[2:], row.cells, strict=True))
    yield from (f"  {note}" for note in block.notes)
