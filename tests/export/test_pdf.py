"""The summary as PDF: the same words, tagged for a screen reader, nothing active in it, the same bytes every time."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.export.pdf import pdf
from meldcode.text import say
from meldcode.text.visible import numbered
from tests.export.papers import case_with
from tests.export.said import NOW, said, squeezed
from tests.export.test_hostile import HOSTILE

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("typst")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

    from meldcode.case.summary import Summary
    from meldcode.protocol.language import Language

ACTIVE = ("/URI", "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA", "/Annots", "/SubmitForm")
FOOT = re.compile(r"zaak7Q2MX4HK·blz\.(\d+)van(\d+)")


def read(*summaries: Summary, language: Language = "nl") -> PdfReader:
    reader: PdfReader = pypdf.PdfReader(BytesIO(pdf(summaries, language, NOW)))
    return reader


def words(reader: PdfReader) -> str:
    """All that is read on the pages, without their feet."""
    banner = squeezed(say("nl", "summary.banner"))
    pages = (squeezed(page.extract_text()) for page in reader.pages)
    return "".join(FOOT.sub("", page).removesuffix(banner) for page in pages)


def names(value: Any, seen: set[int] | None = None) -> Iterator[str]:  # noqa: ANN401 - whatever a PDF holds
    """Every name and key in a PDF."""
    seen = set() if seen is None else seen
    value = value.get_object() if hasattr(value, "get_object") else value
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, dict):
        for key, each in value.items():
            yield str(key)
            yield from names(each, seen)
    elif isinstance(value, list):
        for each in value:
            yield from names(each, seen)
    elif isinstance(value, str) and value.startswith("/"):
        yield value


def test_it_says_what_text_says_in_the_same_order() -> None:
    """But for what is drawn from right to left, which is read in another order."""
    summaries = [
        case_with(typed) for name, typed in HOSTILE.items() if name not in ("arabic", "long", "long with words")
    ]
    assert words(read(*summaries)) == "".join(said(summary, bullet="•") for summary in summaries)


def test_no_instruction_of_typst_is_followed() -> None:
    typed = '#set page(width: 1cm) #read("/etc/passwd") #panic() $x^2$ @a <b> *c* _d_ `e` = f // g /* h */ \\ ~ -- ...'
    summary = case_with(typed)
    assert words(read(summary)) == said(summary, bullet="•")


def test_a_screen_reader_finds_its_way() -> None:
    """INP-16, INP-17: what typst checks for PDF/UA-1, and the parts of it that can be seen from outside."""
    reader = read(case_with("Gewoon."))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(root["/Lang"]) == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title == "Samenvatting meldcode, zaak 7Q2MX4HK"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()  # type: ignore[attr-defined]
    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/LBody", "/P"} <= set(names(root["/StructTreeRoot"]))


def test_nothing_in_it_leads_or_runs_anywhere() -> None:
    """INP-16."""
    links = (HOSTILE[name] for name in ("link", "autolinks", "schemes", "html"))
    found = set(names(read(*map(case_with, links)).trailer))
    assert not found & set(ACTIVE)
    assert "/StructTreeRoot" in found


def test_it_tells_nothing_of_the_machine_and_is_the_same_every_time() -> None:
    first, second = (pdf([case_with("Gewoon.")], "nl", NOW) for _ in range(2))
    assert first == second
    about = pypdf.PdfReader(BytesIO(first)).metadata
    assert set(about) == {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert about["/CreationDate"].startswith("D:20261123093012")


def test_each_page_has_the_banner_and_its_number_and_the_first_all_that_identifies_it() -> None:
    summary = case_with("Gewoon.")
    reader = read(summary, summary)
    feet = [FOOT.search(squeezed(page.extract_text())) for page in reader.pages]
    numbers = [(int(foot[1]), int(foot[2])) for foot in feet if foot]
    half = len(reader.pages) // 2
    assert numbers == [(number, half) for number in range(1, half + 1)] * 2
    for page in reader.pages:
        assert say("nl", "summary.banner") in page.extract_text()
    first = squeezed(reader.pages[half].extract_text())
    for known in (summary.protocol.version, summary.protocol.digest, summary.facts.control, summary.facts.made):
        assert squeezed(known) in first


def test_names_in_european_scripts_and_arabic_and_hebrew_are_shown() -> None:
    """INP-17. Letters of scripts that run from right to left come out in the order in which they are drawn."""
    typed = "Łukasz Şahin € Жанна Ελένη “ja”"
    shown = "".join(page.extract_text() for page in read(case_with(f"{typed} ليلى יעל")).pages)
    assert squeezed(typed) in squeezed(shown)
    assert set("يעל") <= set(shown)
    assert "⟨U+" not in shown
    assert say("nl", "exporting.glyphs") not in " ".join(shown.split())


def test_a_character_without_glyph_is_shown_by_its_number_and_that_is_said() -> None:
    lacking = "漢😀\ue000\ufffe\u0e01"
    shown = squeezed("".join(page.extract_text() for page in read(case_with(f"Zij heet {lacking}.")).pages))
    assert f"Zijheet{''.join(map(numbered, lacking))}." in shown
    assert squeezed(say("nl", "exporting.glyphs")) in shown


def test_a_word_longer_than_a_line_is_broken_and_keeps_every_letter() -> None:
    long = "Rare" + "xW" * 200
    reader = read(case_with(long))
    assert squeezed(long) in words(reader)
    right = max(x for page in reader.pages for x in ends(page))
    assert right < 595 - 40


def ends(page: Any) -> list[float]:  # noqa: ANN401 - a page of a PDF
    """Where on the page each piece of text begins: one that runs off it would have the next begin outside."""
    found: list[float] = []
    page.extract_text(visitor_text=lambda _text, _cm, tm, _font, _size: found.append(tm[4]))
    return found


def test_any_text_that_can_be_kept_can_be_put_on_paper() -> None:
    """Letters and marks of many scripts after each other, in words where they do not go together."""
    kept = [character for character in map(chr, range(0x180, 0x600, 5)) if character.isprintable()]
    mixed = ("".join(kept[start::9]) for start in range(9))
    assert pdf([case_with(" ".join(mixed))], "en", NOW).startswith(b"%PDF-1.7")
