"""Summaries as one static HTML page: to read, to print on A4 and to put in the official file.

It needs no script and loads nothing. Its policy allows one style sheet, by its hash, and nothing else.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from meldcode.case.summary import Summary
from meldcode.export.html import NOTHING, Html, element, escaped, head, joined, listed, shown, void
from meldcode.export.outline import Heading, Items, Part, Prose, Terms, Verdict, outline
from meldcode.export.page_style import style
from meldcode.export.sections import Bullet, Section, sections
from meldcode.protocol.language import Language
from meldcode.text import say


def page(summaries: Iterable[Summary], language: Language, now: datetime | None = None) -> Iterator[str]:
    """Yield the page piece by piece: its head, each summary, its end; each summary is printed from a new page on."""
    several = iter(summaries)
    first, second = next(several, None), next(several, None)
    sheet = style(say(language, "summary.banner"), say(language, "exporting.page"))
    known = [each for each in (first, second) if each is not None]
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n{head(title(known, language), sheet)}<body>\n<main>\n'
    for number, summary in enumerate(chain(known, several), start=1):
        yield _article(summary, language, now, number)
    yield "</main>\n</body>\n</html>\n"


def title(summaries: Iterable[Summary], language: Language) -> str:
    """Return what a file with these summaries is called; of one summary it names the case, if it is one."""
    codes = [each.facts.code for each in summaries]
    if len(codes) > 1:
        return say(language, "exporting.title_several")
    return say(language, "exporting.title", code=codes[0]) if codes and codes[0] else say(language, "summary.heading")


def page_name(summary: Summary, language: Language) -> str:
    """Return what stands at the foot of each page of a summary: of which case it is."""
    if summary.facts.code:
        return say(language, "exporting.page_case", code=summary.facts.code)
    return say(language, "exporting.page_practice") if summary.facts.practice else ""


def _article(summary: Summary, language: Language, now: datetime | None, number: int) -> Html:
    heading = element("h1", escaped(say(language, "summary.heading")), id=f"zaak-{number}")
    parts = joined(map(_section, sections(summary, language, now)))
    return element("article", heading, parts, aria_labelledby=f"zaak-{number}")


def _section(section: Section) -> Html:
    """Return a section; it has no name of its own, because several cases have the same sections."""
    heading = element("h2", escaped(section.title))
    return element("section", heading, joined(map(_part, outline(section))), class_=section.id)


def _part(part: Part) -> Html:
    match part:
        case Heading():
            return element("h3", _lines(part.text))
        case Verdict():
            return element("p", _lines(part.text), class_="verdict")
        case Prose():
            return element("p", _lines(part.text))
        case Items():
            return listed(map(_item, part.items))
        case Terms():
            rows = (element("dt", _lines(pair.label)) + element("dd", _lines(pair.text)) for pair in part.pairs)
            return element("dl", Html("".join(rows)))


def _item(item: Bullet) -> Html:
    return joined((_lines(item.text), listed(map(_lines, item.more)) if item.more else NOTHING))


def _lines(text: str) -> Html:
    """Return text in which every line break is one on the page too."""
    return Html(str(void("br")).join(map(shown, text.split("\n"))))
