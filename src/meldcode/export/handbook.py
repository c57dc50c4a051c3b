"""The resolved protocol as one static HTML page: to read, to print on A4 and to put on an intranet.

It needs no script and loads nothing. Its policy allows one style sheet, by its hash, and nothing else.
"""

from collections.abc import Sequence

from meldcode.export.handbook_advice import flags, flow, levels, routes, rules
from meldcode.export.handbook_changes import adapted, changes
from meldcode.export.handbook_guide import about, afterwards, signals, themes
from meldcode.export.handbook_places import contacts, interventions, sources
from meldcode.export.handbook_steps import definitions, steps
from meldcode.export.handbook_style import style
from meldcode.export.handbook_words import Chapter, Words, Writer
from meldcode.export.html import Html, element, escaped, head, joined, listed
from meldcode.protocol.language import Language
from meldcode.protocol.model import Protocol
from meldcode.text import say

CHAPTERS: tuple[Writer, ...] = (
    about,
    levels,
    flow,
    steps,
    definitions,
    routes,
    rules,
    flags,
    themes,
    signals,
    contacts,
    interventions,
    afterwards,
    changes,
    sources,
)
"""What writes the chapters, in the order of the page."""


def handbook(protocol: Protocol, language: Language) -> str:
    """Return the page; the same protocol always gives the same bytes."""
    words = Words(protocol, language)
    chapters = tuple(chapter for write in CHAPTERS if (chapter := write(words)).body)
    main = element("main", joined(_chapter(words, chapter) for chapter in chapters), id="main", tabindex="-1")
    body = element(
        "body",
        element("a", words.say("skip"), href="#main", class_="skip"),
        element(
            "div",
            words.shared("emergency.line"),
            class_="emergency",
            role="region",
            aria_label=_plain(words, "emergency"),
        ),
        element("div", _header(words), _contents(words, chapters), main, _footer(words), class_="page"),
    )
    return f"<!DOCTYPE html>\n{element('html', _head(words), body, lang=language)}"


def _head(words: Words) -> Html:
    title = _plain(words, "title", title=words.plain(words.protocol.title))
    version = _plain(words, "version", version=words.protocol.version)
    sheet = style(f"{title}, {version}", say(words.language, "emergency.line"), _plain(words, "page"))
    return head(f"{title}, {version}", sheet)


def _header(words: Words) -> Html:
    protocol = words.protocol
    return element(
        "header",
        element("p", words.say("eyebrow"), class_="eyebrow"),
        element("h1", words.text(protocol.title)),
        words.paragraphs(protocol.for_whom, class_="lead"),
        adapted(words),
        element("p", _version(words), class_="facts-line"),
    )


def _contents(words: Words, chapters: Sequence[Chapter]) -> Html:
    items = (
        joined((element("a", _title(words, chapter), href=f"#{chapter.id}"), _parts(chapter))) for chapter in chapters
    )
    title = element("h2", words.say("contents"), id="contents")
    return element("nav", title, listed(items, "ol"), aria_labelledby="contents")


def _parts(chapter: Chapter) -> Html:
    return listed((element("a", part.title, href=f"#{part.id}") for part in chapter.parts), "ol")


def _chapter(words: Words, chapter: Chapter) -> Html:
    title = element("h2", _title(words, chapter), id=f"{chapter.id}-kop")
    return element("section", title, chapter.body, class_="chapter", id=chapter.id, aria_labelledby=f"{chapter.id}-kop")


def _footer(words: Words) -> Html:
    digest = element(
        "p", words.say("digest"), Html(" "), element("span", escaped(words.protocol.digest), class_="digest")
    )
    limits = element("p", words.shared("summary.limits_text"))
    return element("footer", limits, element("p", _version(words)), digest, adapted(words))


def _version(words: Words) -> Html:
    protocol = words.protocol
    named = words.say("version_of", protocol=protocol.id, version=protocol.version)
    reviewed = words.shared("summary.reviewed", date=protocol.reviewed, before=protocol.review_before)
    return joined((named, reviewed), " ")


def _title(words: Words, chapter: Chapter) -> Html:
    return words.say(f"chapter.{chapter.id}")


def _plain(words: Words, key: str, **values: str) -> str:
    return say(words.language, f"handbook.{key}", **values)
