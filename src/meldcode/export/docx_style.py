"""How a Word file looks: calm black on white; the template of `python-docx` without what tells of another machine."""

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section as Pages
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from meldcode.protocol.language import Language

FONT = "Calibri"
BANNER, VERDICT, CELL = "Banner", "Verdict", "Cell"
"""Styles of our own: what must be known before reading, the advice in a few words, and what stands in a table."""

COLUMNS = (Mm(52), Mm(112))
"""How wide the columns of a table are: what it is, and what is said of it."""

INK, QUIET, MARK = RGBColor(0, 0, 0), RGBColor(0x40, 0x40, 0x40), RGBColor(0x8F, 0x13, 0x13)
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}

LOOKS = {
    "Normal": (11, INK, 4, 6),
    "Heading 1": (20, INK, 0, 6),
    "Heading 2": (14, INK, 18, 6),
    "Heading 3": (11.5, INK, 10, 4),
    BANNER: (11, MARK, 0, 8),
    VERDICT: (14, INK, 0, 6),
    "List Bullet": (11, INK, 0, 3),
    CELL: (10.5, INK, 2, 2),
    "List Continue 2": (9.5, QUIET, 0, 1),
    "Footer": (8.5, INK, 0, 0),
}
"""Of each style: size, colour, and room before and after it, in points."""

INDENTS = {"List Continue 2": 6.35}
"""How far this stands from the margin, in millimetres."""

_RELATIONS = "http://schemas.openxmlformats.org"
_PICTURE = f"{_RELATIONS}/package/2006/relationships/metadata/thumbnail"
_PROGRAM = f"{_RELATIONS}/officeDocument/2006/relationships/extended-properties"
_BOOKS = f"{_RELATIONS}/officeDocument/2006/relationships/customXml"
_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_DROPPED = frozenset({_PICTURE, _PROGRAM, _BOOKS, _EFFECTS})
"""What the template brings and no one needs, among which the program and the machine that it was made with."""


def styled(document: Paper, language: Language) -> None:
    """Set paper, fonts, sizes and language, and drop what the template brings besides."""
    for name in (BANNER, VERDICT, CELL):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _style(document, name).font.bold = name != CELL
    for name, (size, colour, before, after) in LOOKS.items():
        style = _style(document, name)
        _font(style, size, colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    for name, left in INDENTS.items():
        _style(document, name).paragraph_format.left_indent = Mm(left)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), LANGUAGES[language])
    _paper(document)
    for links in (document.part.package.rels, document.part.rels):
        for key in [key for key, link in links.items() if link.reltype in _DROPPED]:
            del links[key]


def _paper(document: Paper) -> None:
    """Take A4, and let page numbers begin at one; every further section is made like this one."""
    pages = document.sections[0]
    pages.page_width, pages.page_height = Mm(210), Mm(297)
    pages.left_margin = pages.right_margin = Mm(23)
    pages.top_margin, pages.bottom_margin = Mm(20), Mm(22)
    _restart_pages(pages)


def _style(document: Paper, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _font(style: ParagraphStyle, size: float, colour: RGBColor) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    fonts = style.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)


def _restart_pages(pages: Pages) -> None:
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "1")
    # Word refuses a file in which this stands elsewhere than after the margins.
    pages._sectPr.find(qn("w:pgMar")).addnext(number)  # noqa: SLF001 - the package has no other way


def field(line: Paragraph, name: str) -> None:
    """Add a number that the reader's program fills in, such as that of the page."""
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), name)
    line._p.append(simple)  # noqa: SLF001 - as above
