"""Summaries as a Word file with real headings, lists and tables, made with the package `python-docx`.

It tells nothing about who made it or where, links to nothing, and the same summaries at the same moment give the same
bytes.
"""

import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_SECTION
from docx.section import Section as Pages

from meldcode.case.summary import Summary
from meldcode.export.docx_style import BANNER, CELL, COLUMNS, LANGUAGES, VERDICT, field, styled
from meldcode.export.outline import Heading, Items, Part, Prose, Terms, Verdict, outline
from meldcode.export.page import page_name, title
from meldcode.export.sections import Bullet, Pair, sections
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.text.visible import numbered

_NOT_XML = re.compile("[\ufffe\uffff]")
"""What XML can't hold, besides what is made visible everywhere."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file inside: the first that a zip file can hold."""


def docx(summaries: Iterable[Summary], language: Language, now: datetime) -> bytes:
    """Return the file; each summary begins on a new page and has its own page numbers."""
    several = list(summaries)
    document = Document()
    styled(document, language)
    _told(document, title(several, language), language, now)
    for number, summary in enumerate(several):
        pages = document.add_section(WD_SECTION.NEW_PAGE) if number else document.sections[0]
        _foot(pages, page_name(summary, language), language, "SECTIONPAGES" if len(several) > 1 else "NUMPAGES")
        document.add_heading(say(language, "summary.heading"), 1)
        for section in sections(summary, language, now):
            document.add_heading(_plain(section.title), 2)
            for part in outline(section):
                _add(document, part, section.id)
    return _packed(document)


def _told(document: Paper, name: str, language: Language, now: datetime) -> None:
    """Say what the file is, and nothing about who made it."""
    about = document.core_properties
    about.title, about.language = name, LANGUAGES[language]
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = now.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _foot(pages: Pages, name: str, language: Language, total: str) -> None:
    """Give a summary its own foot: the banner, of which case it is, and the page number.

    `total` is the field that counts the pages; the one for a single summary is known to more programs.
    """
    pages.footer.is_linked_to_previous = False
    pages.footer.paragraphs[0].add_run(say(language, "summary.banner"))
    line = pages.footer.add_paragraph(style="Footer")
    line.add_run(f"{f'{name} · ' if name else ''}{say(language, 'exporting.page')} ")
    field(line, "PAGE")
    line.add_run(f" {say(language, 'exporting.of')} ")
    field(line, total)


def _add(document: Paper, part: Part, name: str) -> None:
    match part:
        case Heading():
            document.add_heading(_plain(part.text), 3)
        case Verdict():
            document.add_paragraph(_plain(part.text), VERDICT if name == "advice" else BANNER)
        case Prose():
            document.add_paragraph(_plain(part.text))
        case Items():
            for item in part.items:
                _item(document, item)
        case Terms():
            _table(document, part.pairs)


def _item(document: Paper, item: Bullet) -> None:
    document.add_paragraph(_plain(item.text), "List Bullet")
    for line in item.more:
        document.add_paragraph(_plain(line), "List Continue 2")


def _table(document: Paper, pairs: tuple[Pair, ...]) -> None:
    """Add a table of two columns: what it is, and what is said of it."""
    table = document.add_table(rows=0, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, COLUMNS, strict=True):
        column.width = width
    for pair in pairs:
        cells = table.add_row().cells
        for cell, width, text in zip(cells, COLUMNS, (pair.label, pair.text), strict=True):
            cell.width = width
            line = cell.paragraphs[0]
            line.style = document.styles[CELL]
            line.add_run(_plain(text)).bold = cell is cells[0]


def _plain(text: str) -> str:
    return _NOT_XML.sub(lambda match: numbered(match[0]), text)


def _packed(document: Paper) -> bytes:
    """Return the bytes of a document, with every file inside dated the same."""
    made, packed = BytesIO(), BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
