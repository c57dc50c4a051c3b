"""The full screen: its replies through a pipe, what it leaves behind in a real terminal."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from meldcode.text import say
from meldcode.wizard.frame import View
from meldcode.wizard.keys import press
from meldcode.wizard.prompter import Asked, Chosen, Command, Reply, Written
from meldcode.wizard.screen import Screen
from tests.shared import ROOT
from tests.wizard.driven import ENTER, Driven
from tests.wizard.pages import CONSULTED, FACTS, HEAD, HOSTILE, ROLE, SIGNALS, hostile_pages

SCRIPT = Path(__file__).with_name("three_pages.py")
ESC, F1, F4, F8 = "\x1b", "\x1bOP", "\x1bOS", "\x1b[19~"
CTRL_C, CTRL_D, CTRL_S, CTRL_X = "\x03", "\x04", "\x13", "\x18"
PAGE_WORDS = re.compile(r"aandachtsfunctionaris|Blauwe|Wat zag u|meldcode|Direct gevaar|F1|geheim")


@pytest.fixture(autouse=True)
def _never_waits_for_ever() -> Iterator[None]:
    """A page that is never replied to fails its test."""

    def give_up(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe:
        yield pipe


@pytest.fixture
def screen(keys: PipeInput) -> Iterator[Screen]:
    screen = Screen("nl", input=keys, output=DummyOutput())
    yield screen
    screen.close()


@pytest.fixture
def start() -> Iterator[Callable[..., Driven]]:
    started = []

    def start(*arguments: str, columns: int = 80, rows: int = 24, **environment: str) -> Driven:
        driven = Driven(SCRIPT, *(arguments or ("",)), columns=columns, rows=rows, fresh=False, **environment)
        started.append(driven)
        return driven

    yield start
    for driven in started:
        driven.program.close()


# Through a pipe


def test_keys_become_replies(screen: Screen, keys: PipeInput) -> None:
    keys.send_text("2\r")
    assert screen.ask(CONSULTED) == Chosen(("nee",))
    keys.send_text("1 3\r")
    assert screen.ask(SIGNALS) == Chosen(("honger",))
    keys.send_text(f"een\rtwee{CTRL_S}")
    assert screen.ask(FACTS) == Written("een\ntwee")


def test_keys_that_come_early_wait_for_the_next_page(screen: Screen, keys: PipeInput) -> None:
    keys.send_text("2\r1\rleraar\r")
    assert [screen.ask(page) for page in (CONSULTED, SIGNALS, ROLE)] == [
        Chosen(("nee",)),
        Chosen(("plek",)),
        Written("leraar"),
    ]


def test_escape_alone_goes_back_without_waiting(screen: Screen, keys: PipeInput) -> None:
    keys.send_text("2\r")
    screen.ask(CONSULTED)
    keys.send_text(ESC)
    before = time.monotonic()
    assert screen.ask(CONSULTED) == Asked(Command.BACK, Chosen(()))
    assert time.monotonic() - before < 0.5


@pytest.mark.parametrize("sequence", ["\x1b[99~", "\x1b[1;99Q", "\x1bO9", "\x1bx", "\x1b\r", "\x1b[?1;2c"])
def test_an_unknown_key_is_neither_back_nor_text(screen: Screen, keys: PipeInput, sequence: str) -> None:
    keys.send_text(f"{sequence}ok\r")
    assert screen.ask(ROLE) == Written("ok")


def test_a_paste_is_text_up_to_its_end(screen: Screen, keys: PipeInput) -> None:
    keys.send_text("\x1b[200~een\r\ntwee\x1b[31m\x00\x18\x1b[201~\r")
    assert screen.ask(ROLE) == Written("een twee\x1b[31m\x00\x18")


def test_bytes_that_are_no_text_are_passed_on(screen: Screen, keys: PipeInput) -> None:
    keys.send_bytes(b"caf\xff\r")
    assert screen.ask(ROLE) == Written("caf\udcff")


def test_a_closed_terminal_pauses_on_this_and_every_later_page(screen: Screen, keys: PipeInput) -> None:
    keys.send_text("2")
    keys.close()
    assert screen.ask(CONSULTED) == Asked(Command.PAUSE, Chosen(("nee",)))
    assert screen.ask(ROLE) == Asked(Command.PAUSE, Written(""))
    screen.close("Tot later.")


@pytest.mark.parametrize("written_before", [0, 1, 2])
def test_output_that_fails_pauses(keys: PipeInput, written_before: int) -> None:
    class Broken(StringIO):
        left = written_before

        def write(self, text: str) -> int:
            self.left -= 1
            if self.left < 0:
                raise BrokenPipeError
            return super().write(text)

    keys.send_text("1")
    output = Vt100_Output(Broken(), lambda: Size(rows=24, columns=60), term="xterm")
    screen = Screen("nl", input=keys, output=output)
    reply = screen.ask(CONSULTED)
    assert isinstance(reply, Asked)
    assert reply.command is Command.PAUSE
    assert screen.ask(ROLE) == Asked(Command.PAUSE, Written(""))
    screen.close("Tot later.")


def test_a_fault_of_ours_is_raised_and_not_printed(
    screen: Screen, keys: PipeInput, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("meldcode.wizard.terminal.press", fail)
    keys.send_text("2")
    with pytest.raises(ZeroDivisionError):
        screen.ask(CONSULTED)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("number", "command"),
    [
        (signal.SIGINT, Command.INTERRUPT),
        (signal.SIGTERM, Command.PAUSE),
        (signal.SIGHUP, Command.PAUSE),
    ],
)
def test_a_signal_between_pages_is_a_reply_at_the_next(
    screen: Screen, keys: PipeInput, number: signal.Signals, command: Command
) -> None:
    before = signal.getsignal(number)
    keys.send_text("2\r")
    screen.ask(CONSULTED)
    os.kill(os.getpid(), number)
    assert screen.ask(CONSULTED) == Asked(command, Chosen(()))
    screen.close()
    assert signal.getsignal(number) is before


def test_a_signal_in_the_moment_of_a_reply_is_not_lost(
    screen: Screen, keys: PipeInput, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press_and_signal(view: View, key: str, text: str, size: tuple[int, int]) -> View | Reply:
        if key == "c-m":
            os.kill(os.getpid(), signal.SIGTERM)
        return press(view, key, text, size)

    monkeypatch.setattr("meldcode.wizard.terminal.press", press_and_signal)
    keys.send_text("2\r")
    assert screen.ask(CONSULTED) == Chosen(("nee",))
    assert screen.ask(ROLE) == Asked(Command.PAUSE, Written(""))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_escape_of_a_text_reaches_the_terminal(keys: PipeInput, name: str) -> None:
    """Everything that starts with an escape character is ours: no C1, no OSC, no colour of the text."""
    written = StringIO()
    output = Vt100_Output(written, lambda: Size(rows=24, columns=60), term="xterm")
    screen = Screen("nl", input=keys, output=output)
    for page in hostile_pages(HOSTILE[name]):
        screen.tell(HOSTILE[name])
        keys.send_text(f"{CTRL_D}")
        screen.ask(page)
    screen.close(HOSTILE[name])
    rest = re.sub(r"\x1b\[[?0-9;]*[A-Za-z]|\x1b\[\d? q", "", written.getvalue())
    assert not re.search("[\x00-\x07\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ud800-\udfff]", rest)
    assert not re.findall(r"\x1b\[31m|\x1b\[3J", written.getvalue())


# In a real terminal


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_three_pages_in_a_terminal(start: Callable[..., Driven], columns: int) -> None:
    driven = start(columns=columns, rows=30)
    shown = driven.see("3 Onbekend")
    for text in (CONSULTED.title, *CONSULTED.body, *HEAD, say("nl", "emergency.line")):
        assert " ".join(text.split()) in " ".join(shown.split())
    assert any("06 12 34 56 78" in row for row in shown.splitlines())
    assert any("0800-2000 (gratis" in row for row in shown.splitlines())
    driven.send("2")
    driven.see("> 2 Nee, nog niet")
    driven.send("\r")
    driven.see("Wat ziet u?")
    driven.send(F1)
    driven.see("Wat zag u?")
    driven.send(ESC)
    assert driven.end() == 0
    assert driven.output.count(ENTER) == 1
    assert driven.alternate() == ""
    assert not PAGE_WORDS.search(driven.normal())
    for reply in (Chosen(("nee",)), Asked(Command.EXPLAIN, Chosen(())), Asked(Command.BACK, Written(""))):
        assert "".join(repr(reply).split()) in "".join(driven.normal().split())


@pytest.mark.parametrize(
    ("keys", "command"),
    [(CTRL_C, Command.INTERRUPT), (CTRL_D, Command.PAUSE), (F4, Command.PAUSE), (F8, Command.EMERGENCY)],
)
def test_keys_that_stop(start: Callable[..., Driven], keys: str, command: Command) -> None:
    driven = start()
    driven.see("3 Onbekend")
    driven.send(f"2{keys}")
    if command is Command.EMERGENCY:
        driven.see("Wat ziet u?")
        driven.send(CTRL_C)
    assert driven.end() == 0
    assert repr(Asked(command, Chosen(("nee",)))) in driven.normal().replace("\n", "")


def test_quick_exit_clears_everything_at_once_even_while_the_program_works_on(start: Callable[..., Driven]) -> None:
    driven = start("slow")
    driven.see("3 Onbekend")
    driven.send("2\r")
    driven.see("Wat ziet u?")
    pressed = driven.send(CTRL_X)
    driven.see_nothing()
    assert time.monotonic() - pressed < 0.2
    assert driven.program.isalive()
    assert driven.end() == 0
    assert driven.normal() == driven.alternate() == driven.without_alternate() == ""
    assert b"\x1b[3J" in driven.output.partition(b"1049l")[2]


@pytest.mark.parametrize("ending", ["crash", "silent"])
def test_an_end_without_close_leaves_no_answer(start: Callable[..., Driven], ending: str) -> None:
    driven = start(ending)
    driven.see("3 Onbekend")
    driven.send("2\r")
    driven.end()
    assert not PAGE_WORDS.search(driven.normal() + driven.alternate() + driven.without_alternate())


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_leaves_no_answer(start: Callable[..., Driven], name: str) -> None:
    driven = start()
    driven.see("3 Onbekend")
    driven.send("2\r")
    driven.see("Wat ziet u?")
    driven.program.kill(getattr(signal, name))
    assert driven.end() == 0
    assert "PAUSE" in driven.normal() or name == "SIGINT"
    assert not PAGE_WORDS.search(driven.normal() + driven.alternate() + driven.without_alternate())


def test_the_cursor_stands_after_what_is_typed(start: Callable[..., Driven]) -> None:
    driven = start()
    driven.see("3 Onbekend")
    driven.send("1\r1\r")
    driven.see("Wat zag u?")
    driven.send("漢字 é  ")
    shown = driven.see("漢字 é").splitlines()
    row = next(number for number, line in enumerate(shown) if "漢字" in line)
    assert driven.cursor() == (len(" > ") + len("漢字 é  ") + 2, row)


def test_a_stopped_program_shows_no_page(start: Callable[..., Driven]) -> None:
    driven = start("stopped")
    driven.see("3 Onbekend")
    os.killpg(os.tcgetpgrp(driven.program.child_fd), signal.SIGTSTP)
    assert not PAGE_WORDS.search(driven.see("op de achtergrond"))
    driven.send("\n")
    driven.see("3 Onbekend")
    driven.send(f"2{CTRL_C}")
    assert driven.end() == 0
    assert repr(Asked(Command.INTERRUPT, Chosen(("nee",)))) in driven.normal().replace("\n", "")


def test_typing_while_an_answer_is_stored_is_not_echoed(start: Callable[..., Driven]) -> None:
    driven = start("slow")
    driven.see("3 Onbekend")
    driven.send("2\r")
    driven.send("1zz")
    driven.see("> 1 [x] Blauwe plekken")
    assert b"zz" not in driven.output


def test_a_new_size_is_laid_out_again(start: Callable[..., Driven]) -> None:
    driven = start(columns=120)
    driven.see("3 Onbekend")
    driven.resize(40, 20)
    shown = driven.see("aandachtsfunctionaris overlegd?")
    assert all(len(row) <= 40 for row in shown.splitlines())
    assert say("nl", "emergency.line") in " ".join(shown.split())


@pytest.mark.parametrize("columns", [5, 40, 80])
def test_hostile_texts_in_a_terminal(start: Callable[..., Driven], columns: int) -> None:
    driven = start("hostile", columns=columns)
    driven.see_page()
    for _ in range(5 * len(HOSTILE)):
        driven.send(CTRL_D)
    driven.send(CTRL_C)
    assert driven.end() == 0
    assert "Traceback" not in driven.normal()


def test_a_terminal_that_knows_no_colour_gets_none(start: Callable[..., Driven]) -> None:
    coloured, plain = start(), start(NO_COLOR="1")
    for driven in (coloured, plain):
        driven.see("3 Onbekend")
        driven.send("\r")
        driven.see("Fout: Kies eerst een antwoord.")
    colour = re.compile(rb"\x1b\[[0-9;]*\b[34]\d(?:;[0-9;]*)?m")
    assert colour.search(coloured.output)
    assert not colour.search(plain.output)


def test_an_ascii_terminal_gets_question_marks(start: Callable[..., Driven]) -> None:
    driven = start(LANG="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    driven.see("Direct gevaar: 112 ? Veilig Thuis 0800-2000")


def test_the_terminal_library_is_loaded_at_the_first_page_only() -> None:
    check = "import sys, meldcode.wizard.screen, meldcode.wizard.plain; sys.exit('prompt_toolkit' in sys.modules)"
    env = {"PYTHONPATH": str(ROOT / "src")}
    assert subprocess.run([sys.executable, "-c", check], env=env, check=False).returncode == 0
