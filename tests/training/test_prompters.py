"""The same exercise through all three prompters gives the same attempt, line for line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from meldcode.training.attempt import head_text, line_text
from meldcode.wizard.screen import Screen
from meldcode.wizard.scripted import Scripted
from tests.training.test_sitting import counting
from tests.training.walking import Participant, Walk
from tests.wizard.answerer import pressed
from tests.wizard.test_parity import Driven, through_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from meldcode.training.attempt import Mode
    from meldcode.wizard.prompter import Page, Prompter, Reply


def lines(mode: Mode, prompter_of: Callable[[Callable[[Page], Reply]], Prompter]) -> list[str]:
    """Return the result file of a walk through this prompter; hands are typed wherever they are counted."""
    answer = counting(Participant(), "")
    walk = Walk(answer, mode=mode, prompter=prompter_of(answer))
    return [head_text(walk.attempt.head), *(line_text(line) for line in walk.attempt.lines)]


@pytest.mark.parametrize("mode", ["leren", "klas"])
def test_an_exercise_gives_the_same_lines_scripted_plain_and_on_the_screen(mode: Mode) -> None:
    scripted = lines(mode, Scripted)
    plainly = lines(mode, through_plain)
    with create_pipe_input() as keys:
        on_screen = lines(
            mode,
            lambda answer: Driven(
                Screen("nl", input=keys, output=DummyOutput()),
                answer,
                lambda page, reply: keys.send_text(pressed(page, reply)),
            ),
        )

    assert plainly == scripted
    assert on_screen == scripted
    assert len(scripted) > 30
