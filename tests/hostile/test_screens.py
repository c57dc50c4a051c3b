"""INP-12 to INP-14: every page shows what was typed, in every place of it, and nothing of it steers the terminal.

`tests/wizard` holds the pages themselves to this with a handful of strings; here it is the whole corpus, the bytes that
are sent, and what a terminal makes of them.
"""

from __future__ import annotations

import re
from io import StringIO

import pyte
import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input.defaults import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from meldcode.text import say
from meldcode.text.visible import visible
from meldcode.wizard.plain import Plain
from meldcode.wizard.prompter import Choose, Option, Page, Write
from meldcode.wizard.screen import Screen
from tests.hostile.corpus import CORPUS, MOST
from tests.hostile.papers import shown, words
from tests.wizard.pages import ALL_KEYS, hostile_pages

PAUSE = "\x1bOS"
SHORT = tuple(each for each in CORPUS if len(each.text) <= 300)
WIDE = tuple(each for each in SHORT if each.kind in {"hidden", "person"})[::2]
OURS = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]|\x1b\[\d? q")
"""The sequences that the terminal library writes; that none of them comes from a text is shown by what is visible."""
COLOUR_OF_A_TEXT = re.compile(r"\x1b\[31m|\x1b\[3J|\x1b\[2J\x1b\[3J|\x1b\[\?1003h|\x1b\[6n")


class Drawn:
    """A session on a screen of this size: what was written, and what a terminal shows of it."""

    def __init__(self, columns: int, rows: int) -> None:
        self.written = StringIO()
        self.columns, self.rows = columns, rows

    def output(self) -> Vt100_Output:
        return Vt100_Output(self.written, lambda: Size(rows=self.rows, columns=self.columns), term="xterm")

    def page(self) -> str:
        """What stands on the screen after the last page, as one line of words."""
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.Stream(screen)
        stream.feed(re.sub(r"\x1b\[\d? q", "", self.written.getvalue()))
        return words(" ".join(screen.display))


def everywhere(text: str) -> Page:
    """Return a page with a text in its title, body, error, label, hint and head."""
    return Page("a", text, Choose((Option("x", text, text), Option("y", "Slot"))), (text,), (text,), text, ALL_KEYS)


@pytest.mark.parametrize("columns", [40, 80])
def test_no_text_on_a_page_steers_the_screen(columns: int) -> None:
    with create_pipe_input() as keys:
        drawn = Drawn(columns, 400)
        screen = Screen("nl", input=keys, output=drawn.output())
        for each in SHORT:
            keys.send_text(PAUSE)
            screen.ask(everywhere(each.text))
            keys.send_text(PAUSE)
            screen.ask(Page("b", "Titel", Write(lines=True, draft=each.text), error=each.text))
            screen.tell(each.text)
        screen.close("Klaar.")
    assert not COLOUR_OF_A_TEXT.search(drawn.written.getvalue())
    rest = OURS.sub("", drawn.written.getvalue())
    # The library moves the cursor with backspace and line ends; a text's own stand there as ⟨U+0008⟩.
    assert {char for char in rest if char not in "\b\n\r" and visible(char) != char} == set()
    assert "⟨U+001B⟩" in rest


def test_the_emergency_line_stands_whole_below_every_text() -> None:
    """Where a terminal and we disagree about how wide a character is, it is the line below that would suffer."""
    lost = []
    for each in WIDE:
        with create_pipe_input() as keys:
            drawn = Drawn(40, 30)
            screen = Screen("nl", input=keys, output=drawn.output())
            keys.send_text(PAUSE)
            screen.ask(everywhere(each.text))
            if say("nl", "emergency.line") not in drawn.page():
                lost.append(each.name)
            screen.close()
    assert lost == []


@pytest.fixture
def forty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give plain mode a terminal of forty columns."""
    monkeypatch.setenv("COLUMNS", "40")


@pytest.mark.usefixtures("forty")
def test_plain_lines_hold_every_text_whole_and_no_control_character() -> None:
    for each in CORPUS:
        if len(each.text) > MOST:
            continue
        said: list[str] = []
        plain = Plain("nl", read=lambda: "", write=said.append)
        for page in hostile_pages(each.text):
            Plain("nl", read=lambda: "", write=said.append).ask(page)
        plain.tell(each.text)
        plain.close(each.text)
        output = "".join(said)
        assert {char for char in output if char != "\n" and visible(char) != char} == set(), each.name
        flat, squeezed = words(output), re.sub(r"\s", "", output)
        found = shown(each.text) in flat or re.sub(r"\s", "", visible(each.text)) in squeezed
        assert found, each.name


@pytest.mark.usefixtures("forty")
def test_no_text_looks_like_a_numbered_option_of_ours() -> None:
    for each in SHORT:
        said: list[str] = []
        Plain("nl", read=lambda: "", write=said.append).ask(Page("a", "Welke?", Choose((Option("x", each.text),))))
        numbered = [line[:2] for line in "".join(said).split("\n") if re.match(r"\d+\. ", line)]
        assert numbered == ["1."], each.name
