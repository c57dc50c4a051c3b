"""The summary as a Word file: the same words under real headings, no trace of a maker, nothing outside it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.export.papers import advice_on, case_with
from tests.export.said import NAMES, NOW, said, squeezed
from tests.export.test_hostile import HOSTILE

reading = pytest.importorskip("docx")

from docx.table import Table  # noqa: E402 - only where the extra is there

from meldcode.export.docx import docx  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from meldcode.case.summary import Summary
    from meldcode.protocol.language import Language


def read(*summaries: Summary, language: Language = "nl") -> Document:
    document: Document = reading.Document(BytesIO(docx(summaries, language, NOW)))
    return document


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph in order, those in tables too."""
    for each in document.iter_inner_content():
        if isinstance(each, Table):
            yield from (line for row in each.rows for cell in row.cells for line in cell.paragraphs)
        else:
            yield each


def words(document: Document) -> str:
    return squeezed("".join(paragraph.text for paragraph in paragraphs(document)))


def styles(document: Document) -> list[str]:
    """The style of every paragraph with text; an empty one only ends the pages of a case."""
    said_in = ((paragraph.style, paragraph.text) for paragraph in paragraphs(document))
    return [style.name or "" for style, text in said_in if style and text]


def parts(content: bytes) -> dict[str, str]:
    """The files inside, as text."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def test_it_says_what_text_says_in_the_same_order() -> None:
    """What has a colon elsewhere stands in a table here."""
    summaries = [advice_on("veiligheid=ja"), *map(case_with, HOSTILE.values())]
    expected = "".join(map(said, summaries))
    assert words(read(*summaries)).replace(":", "") == expected.replace(":", "")


def test_what_was_typed_makes_no_heading_link_or_field() -> None:
    """INP-16."""
    summaries = [case_with(typed) for typed in HOSTILE.values()]
    content = docx(summaries, "nl", NOW)
    assert styles(reading.Document(BytesIO(content))) == styles(read(case_with("Gewoon."))) * len(summaries)
    inside = parts(content)
    for active in ("w:hyperlink", "w:instrText", "w:fldSimple", "w:object", "w:drawing", "w:altChunk"):
        assert f"<{active}" not in inside["word/document.xml"]
    assert not any('TargetMode="External"' in text for name, text in inside.items() if name.endswith(".rels"))


def test_headings_lists_tables_and_the_verdict_are_real() -> None:
    summary = case_with("Gewoon.")
    document = read(summary)
    named = dict(zip((paragraph.text for paragraph in paragraphs(document)), styles(document), strict=True))
    assert named["Samenvatting meldcode"] == "Heading 1"
    assert named["Wat is vastgelegd"] == "Heading 2"
    assert named["1. Breng de signalen in kaart"] == "Heading 3"
    assert named[summary.advice.text.title.nl] == "Verdict"
    assert named[summary.advice.reasons[0].rule.because.nl] == "List Bullet"
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Zaak", "7Q2MX4HK"]


def test_it_tells_nothing_of_who_made_it_and_is_the_same_every_time() -> None:
    first, second = (docx([case_with("Gewoon.")], "nl", NOW) for _ in range(2))
    assert first == second
    about = reading.Document(BytesIO(first)).core_properties
    assert (about.author, about.last_modified_by, about.comments, about.keywords) == ("", "", "", "")
    assert about.title == "Samenvatting meldcode, zaak 7Q2MX4HK"
    assert about.created == about.modified == NOW.replace(microsecond=0)
    inside = parts(first)
    assert not {"docProps/app.xml", "docProps/thumbnail.jpeg", "docProps/custom.xml"} & inside.keys()
    assert not any("python-docx" in text or "Macintosh" in text for text in inside.values())


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_its_language_is_set_so_that_it_is_read_aloud_well(language: Language, tag: str) -> None:
    content = docx([case_with("Gewoon.")], language, NOW)
    assert f'w:lang w:val="{tag}"' in parts(content)["word/styles.xml"]
    assert reading.Document(BytesIO(content)).core_properties.language == tag


def test_each_case_has_its_own_pages_with_banner_code_and_number() -> None:
    first, second = case_with("Een."), case_with("Twee.")
    document = read(first, second)
    assert words(document).replace(":", "") == (said(first) + said(second)).replace(":", "")
    assert len(document.sections) == 2
    for section in document.sections:
        banner, line = (paragraph.text for paragraph in section.footer.paragraphs)
        assert banner.startswith("Dit stuk bevat bijzondere persoonsgegevens.")
        assert line.startswith("zaak 7Q2MX4HK · blz. ")
    inside = parts(docx([first, second], "nl", NOW))
    assert re.findall(r"<w:pgMar [^>]*/><w:pgNumType ([^>]*)/>", inside["word/document.xml"]) == ['w:start="1"'] * 2
    assert 'w:instr="PAGE"' in inside["word/footer2.xml"]


def test_names_in_every_script_stand_in_it() -> None:
    """INP-17."""
    typed = f"{NAMES} 漢字 😀"
    assert squeezed(typed) in words(read(case_with(typed)))


def test_a_character_that_xml_cannot_hold_is_shown_by_its_number() -> None:
    assert "a⟨U+FFFE⟩b" in words(read(case_with("a\ufffeb")))
