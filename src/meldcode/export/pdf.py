"""Summaries as a PDF that a screen reader can follow (PDF/UA-1), made with the package `typst`.

Every text goes in as data, never as markup, and the fonts are those inside the package: the same summaries at the same
moment give the same bytes on every machine. A character that these fonts lack is shown by its number, and that is said.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from importlib.resources import files
from tempfile import TemporaryDirectory
from typing import Any

from meldcode.case.summary import Summary
from meldcode.export.legible import Legible, cautious
from meldcode.export.outline import outline
from meldcode.export.page import page_name, title
from meldcode.export.sections import sections
from meldcode.protocol.language import Language
from meldcode.text import say

STANDARD = "ua-1"
"""What typst checks while it writes; it refuses what falls short of it, such as a character without a glyph."""

Content = dict[str, Any]


def pdf(summaries: Iterable[Summary], language: Language, now: datetime) -> bytes:
    """Return the file; each summary begins on a new page and has its own page numbers."""
    import typst  # noqa: PLC0415 - an extra, only for this form

    with TemporaryDirectory() as nothing:  # the folder that a document could read from
        made = _maker(typst.Compiler(root=nothing, font_paths=typst.Fonts(include_system_fonts=False)), now)
        content = _content(list(summaries), language, now)

        def can_show(texts: Sequence[str]) -> bool:
            try:
                made(_probe(texts, language))
            except typst.TypstError:
                return False
            return True

        legible = Legible(_texts(content), can_show)
        note = "" if legible.found_all else say(language, "exporting.glyphs")
        try:
            return made({**_changed(content, legible), "note": note})
        except typst.TypstError:  # characters that go together in a word, and not in its line
            return made({**_changed(content, cautious), "note": say(language, "exporting.glyphs")})


def _maker(compiler: Any, now: datetime) -> Callable[[Content], bytes]:  # noqa: ANN401 - a class of the extra
    source = files("meldcode.export").joinpath("pdf.typ").read_bytes()

    def made(content: Content) -> bytes:
        inputs = {"given": json.dumps(content)}
        document = compiler.compile(
            source, format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD], timestamp=int(now.timestamp())
        )
        assert isinstance(document, bytes)
        return document

    return made


def _content(summaries: Sequence[Summary], language: Language, now: datetime) -> Content:
    return _page_words(language) | {
        "title": title(summaries, language),
        "heading": say(language, "summary.heading"),
        "banner": say(language, "summary.banner"),
        "summaries": [_summary(each, language, now) for each in summaries],
    }


def _page_words(language: Language) -> Content:
    return {"lang": language, "page": say(language, "exporting.page"), "of": say(language, "exporting.of"), "note": ""}


def _probe(texts: Sequence[str], language: Language) -> Content:
    """Return a document with only these texts."""
    parts = [{"kind": "prose", "text": text} for text in texts]
    sections = [{"id": "", "title": "-", "parts": parts}]
    return _page_words(language) | {
        "title": "-",
        "heading": "-",
        "banner": "",
        "summaries": [{"name": "", "sections": sections}],
    }


def _summary(summary: Summary, language: Language, now: datetime) -> Content:
    found = [
        {"id": section.id, "title": section.title, "parts": [_part(part) for part in outline(section)]}
        for section in sections(summary, language, now)
    ]
    return {"name": page_name(summary, language), "sections": found}


def _part(part: Any) -> Content:  # noqa: ANN401 - one of the parts of an outline
    return {"kind": type(part).__name__.lower(), **asdict(part)}


def _texts(content: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    match content:
        case str():
            yield content
        case dict():
            yield from (text for each in content.values() for text in _texts(each))
        case list() | tuple():
            yield from (text for each in content for text in _texts(each))
        case _:
            pass


def _changed(content: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - as above
    match content:
        case str():
            return change(content)
        case dict():
            return {name: _changed(each, change) for name, each in content.items()}
        case list() | tuple():
            return [_changed(each, change) for each in content]
        case _:
            return content
