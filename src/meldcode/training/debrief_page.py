"""The debrief as one static HTML page, to project and to print: no script, nothing loaded, one style sheet by its hash.

A chart is drawn in the table that holds its numbers, or stands before it.
"""

from collections.abc import Iterable, Sequence

from meldcode.export.html import NOTHING, Html, element, escaped, head, joined, listed, shown
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.training.debrief_blocks import Bars, Block, Chapter, Dots, Grid, Items, Prose, Section, Stop, Tree
from meldcode.training.debrief_charts import bar_chart, dot_plot, tree
from meldcode.training.debrief_style import style


def page(sections: Sequence[Section], language: Language) -> str:
    """Return the page; the same debrief always gives the same bytes."""

    def word(key: str) -> str:
        return say(language, f"train_debrief.{key}")

    main = element("main", *(_section(each) for each in sections), id="main", tabindex="-1")
    body = element(
        "body",
        element("a", escaped(word("skip")), href="#main", class_="skip"),
        element(
            "div",
            escaped(word("exercise_long")),
            class_="exercise",
            role="region",
            aria_label=word("exercise"),
        ),
        element(
            "div",
            element("header", element("h1", escaped(word("heading")))),
            _contents(sections, word("contents")),
            main,
            element("footer", element("p", escaped(word("exercise_long")))),
            class_="page",
        ),
    )
    return f"<!DOCTYPE html>\n{element('html', _head(sections, language), body, lang=language)}"


def _head(sections: Sequence[Section], language: Language) -> Html:
    words = {name: say(language, f"train_debrief.{name}") for name in ("heading", "exercise", "exercise_long", "page")}
    titles = ", ".join(section.title for section in sections)
    sheet = style(words["exercise_long"], words["page"])
    return head(f"{words['exercise']}: {words['heading']}: {titles}", sheet)


def _contents(sections: Iterable[Section], title: str) -> Html:
    items = (
        joined(
            (
                element("a", escaped(section.title), href=f"#{section.id}"),
                listed(
                    element("a", escaped(chapter.title), href=f"#{section.id}-{chapter.id}")
                    for chapter in section.chapters
                ),
            )
        )
        for section in sections
    )
    return element("nav", element("h2", escaped(title), id="contents"), listed(items), aria_labelledby="contents")


def _section(section: Section) -> Html:
    heading = element("h2", escaped(section.title), id=section.id)
    return element("section", heading, *(_chapter(each, section.id) for each in section.chapters))


def _chapter(chapter: Chapter, section: str) -> Html:
    place = f"{section}-{chapter.id}"
    return element("section", element("h3", escaped(chapter.title), id=place), *map(_block, chapter.blocks))


def _block(block: Block) -> Html:
    match block:
        case Prose():
            return element("p", shown(block.text), class_="warning" if block.warning else "")
        case Items():
            return listed(map(shown, block.texts))
        case Bars():
            return _titled(block.title, _bars(block), block.notes)
        case Grid():
            return _titled(block.title, _table("grid", block.head, map(_cells, block.rows)), block.notes)
        case Tree():
            rows = (_stop(stop) for stop in block.stops)
            return _titled(block.title, joined((tree(block), _table("grid trees", block.head, rows))), ())
        case Dots():
            most = max((row.high for row in block.rows), default=0.0)
            cells = (
                (escaped(row.label), dot_plot(row, most), *map(shown, row.cells))
                for row in block.rows
            )  # fmt: skip
            return _titled(block.title, _table("plot", block.head, cells), block.notes)


def _bars(block: Bars) -> Html:
    rows = (
        (
            joined((escaped(row.label), element("span", escaped(row.mark), class_="mark") if row.mark else NOTHING)),
            joined((bar_chart(row), element("span", shown(row.said), class_="said"))),
        )
        for row in block.rows
    )
    return _table("bars", block.head, rows)


def _cells(row: Iterable[str]) -> tuple[Html, ...]:
    return tuple(map(shown, row))


def _stop(stop: Stop) -> tuple[Html, ...]:
    branches = (shown(f"{label}: {count}{f' ({mark})' if mark else ''}") for label, count, mark in stop.branches)
    return shown(f"{stop.label}: {stop.option}"), shown(stop.said), listed(branches) or escaped("\u2013")


def _table(kind: str, head: Sequence[str], rows: Iterable[tuple[Html, ...]]) -> Html:
    names = element("tr", *(element("th", escaped(name), scope="col") for name in head))
    body = (
        element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))
        for first, *rest in rows
    )
    return element("table", element("thead", names), element("tbody", *body), class_=kind)


def _titled(title: str, inside: Html, notes: Sequence[str]) -> Html:
    below = element("div", *(element("p", shown(note)) for note in notes), class_="notes") if notes else NOTHING
    return element("div", element("h4", escaped(title)), inside, below, class_="block")
