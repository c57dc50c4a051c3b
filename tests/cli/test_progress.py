"""The progress bar: only in a terminal, only after a second, and gone when something else is written."""

from __future__ import annotations

import io
from contextlib import redirect_stderr

import pytest

from meldcode.cli import progress as module
from meldcode.cli.output import Voice
from meldcode.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Watch:
    """A clock that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Watch:
    clock = Watch()
    monkeypatch.setattr(module, "monotonic", clock)
    return clock


@pytest.fixture
def screen() -> Terminal:
    return Terminal()


def test_nothing_is_shown_in_the_first_second(screen: Terminal, clock: Watch) -> None:
    with redirect_stderr(screen), progress(Voice("nl"), 10) as bar:
        clock.now += 0.9
        bar.at(5)
    assert screen.getvalue() == ""


def test_after_a_second_a_bar_is_drawn_at_most_ten_times_a_second(screen: Terminal, clock: Watch) -> None:
    with redirect_stderr(screen), progress(Voice("nl"), 200) as bar:
        for done in range(200):
            clock.now += 0.01
            bar.at(done)
        assert 9 <= screen.getvalue().count("\r[") <= 11
        assert screen.getvalue().startswith("\r[##############................] 49 % gedaan")
    assert screen.getvalue().endswith("\r\x1b[K")


def test_the_bar_is_taken_away_before_something_else_is_written(screen: Terminal, clock: Watch) -> None:
    with redirect_stderr(screen), progress(Voice("nl"), 10) as bar:
        clock.now += 2
        bar.at(5)
        bar.clear()
        assert screen.getvalue().endswith("\r\x1b[K")
        before = screen.getvalue()
        bar.clear()
        assert screen.getvalue() == before


def test_in_plain_mode_it_says_a_line_a_second(screen: Terminal, clock: Watch) -> None:
    with redirect_stderr(screen), progress(Voice("nl", plain=True), 100) as bar:
        for done in range(100):
            clock.now += 0.05
            bar.at(done)
    lines = screen.getvalue().splitlines()
    assert 3 <= len(lines) <= 5
    assert lines[0].endswith(" % gedaan")
    assert "\x1b" not in screen.getvalue()


def test_without_a_terminal_nothing_is_shown(clock: Watch) -> None:
    stream = io.StringIO()
    with redirect_stderr(stream), progress(Voice("nl"), 10) as bar:
        clock.now += 5
        bar.at(5)
    assert stream.getvalue() == ""


def test_it_goes_away_when_the_work_is_broken_off(screen: Terminal, clock: Watch) -> None:
    with redirect_stderr(screen), pytest.raises(KeyboardInterrupt):
        broken_off(clock)
    assert screen.getvalue().endswith("\r\x1b[K")


def broken_off(clock: Watch) -> None:
    with progress(Voice("nl"), 0) as bar:
        clock.now += 2
        bar.at(7)
        raise KeyboardInterrupt
