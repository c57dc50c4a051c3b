"""INP-15, INP-16: the page, the Word file, the PDF and the table, read back by what reads such files."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pypdf
import pytest
from pypdf.generic import IndirectObject

from meldcode.case.summary import Note
from meldcode.export.csv import COLUMNS, MARK, csv_lines
from meldcode.export.docx import docx
from meldcode.export.page import page
from meldcode.export.pdf import pdf
from meldcode.text.visible import visible
from tests.export.papers import case_with
from tests.hostile.papers import MOMENT, NOTED, lost, trailed_case, whole_case

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACTIVE = {"/JS", "/JavaScript", "/URI", "/Launch", "/OpenAction", "/AA", "/EF", "/GoToR", "/SubmitForm", "/AcroForm"}
INLINE = {"span", "strong", "em", "b", "i", "wbr"}
FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


class Reader(HTMLParser):
    """A reader of a page: which elements with which attributes it meets, and the text in between."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.met: set[tuple[str, tuple[str, ...]]] = set()
        self.other: list[str] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.add((tag, tuple(sorted(name for name, _ in attrs))))
        self.text += "" if tag in INLINE else "\n"

    def handle_endtag(self, tag: str) -> None:
        self.text += ": " if tag == "dt" else "" if tag in INLINE else "\n"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


def test_the_page_has_our_own_elements_only_and_every_note_whole() -> None:
    read, bare = (Reader("".join(page([each], "nl", MOMENT))) for each in (whole_case(), case_with("Twee\nregels.")))
    assert read.met <= bare.met
    assert read.other == []
    names = {name for _, attributes in read.met for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in {"href", "src", "style", "action"}}
    assert lost(read.text) == []


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        return {name: file.read(name) for name in file.namelist()}


def kinds(document: bytes) -> set[str]:
    return {element.tag for element in ET.fromstring(document).iter()}  # noqa: S314 - made just now, by us


def read_word(document: bytes) -> str:
    """What stands in a Word file: the text of each paragraph, with its line breaks."""
    lines = []
    for paragraph in ET.fromstring(document).iter(f"{WORD}p"):  # noqa: S314 - as above
        marks = {f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}tab": " "}
        lines.append(
            "".join(
                (each.text or "") if each.tag == f"{WORD}t" else marks.get(each.tag, "") for each in paragraph.iter()
            )
        )
    return "\n".join(lines)


def test_the_word_file_has_our_own_elements_only_and_every_note_whole() -> None:
    found, bare = parts(docx([whole_case()], "nl", MOMENT)), parts(docx([case_with("Twee\nregels.")], "nl", MOMENT))
    assert set(found) == set(bare)
    assert kinds(found["word/document.xml"]) <= kinds(bare["word/document.xml"])
    assert b"External" not in b"".join(found[name] for name in found if name.endswith(".rels"))
    fields = re.findall(rb'<w:instrText[^>]*>([^<]*)<|w:instr="([^"]*)"', b"".join(found.values()))
    assert {(inner or outer).strip() for inner, outer in fields} <= {b"PAGE", b"NUMPAGES", b"SECTIONPAGES"}
    # XML can't hold U+FFFF: it is shown by its number.
    assert lost(read_word(found["word/document.xml"])) == ["noncharacters"]


@cache
def table() -> str:
    return "".join(csv_lines([trailed_case()], "nl"))


def test_the_table_holds_every_text_in_a_cell_of_its_own() -> None:
    read = list(csv.reader(io.StringIO(table().removeprefix(MARK), newline=""), delimiter=";", strict=True))
    assert read[0] == list(COLUMNS)
    assert {len(row) for row in read} == {len(COLUMNS)}
    cells = [row[COLUMNS.index("text")] for row in read[1:]]
    changed = [
        each.name
        for each, cell in zip(NOTED, cells, strict=False)
        if cell.replace("'", "") != visible(each.text).replace("'", "")
    ]
    assert changed == []
    assert len(cells) == len(NOTED) + 1


@pytest.mark.parametrize("separator", [";", ",", "\t", "|", ":"])
def test_no_cell_begins_as_a_formula_however_a_spreadsheet_cuts_it(separator: str) -> None:
    rows = csv.reader(io.StringIO(table().removeprefix(MARK), newline=""), delimiter=separator)
    cells = [cell for row in rows for cell in row]
    cells += [cell for line in table().splitlines() for cell in line.split(separator)]
    assert {cell[:20] for cell in cells if cell.strip(' "\u00a0\u3000').startswith(FORMULA)} == set()


def test_the_pdf_does_nothing_and_every_note_of_ordinary_letters_is_in_it() -> None:
    """Those that its fonts show by number are looked at in `tests/export`; these are what could steer it."""
    plain = [each for each in NOTED if visible(each.text).isascii() and len(each.text) < 1_000]
    assert len(plain) > 100
    notes = tuple(Note("", each.text) for each in plain)
    made = pypdf.PdfReader(io.BytesIO(pdf([replace(case_with("Gewoon."), notes=notes)], "nl", MOMENT)))
    assert {str(key) for each in objects(made) for key in each}.isdisjoint(ACTIVE)
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in made.pages))
    # Line by line: the foot of a page may stand between two of them.
    assert [
        line for each in plain for line in visible(each.text).split("\n") if re.sub(r"\s", "", line) not in text
    ] == []


def objects(made: pypdf.PdfReader) -> Iterator[dict[str, object]]:
    """Every dictionary in a file that can be reached from its trailer, whatever it hangs on."""
    waiting: list[object] = [made.trailer]
    seen: set[int] = set()
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            if found.idnum in seen:
                continue
            seen.add(found.idnum)
            found = found.get_object()
        if isinstance(found, dict):
            yield found
            waiting += found.values()
        elif isinstance(found, list):
            waiting += found
