"""The summary of the case at hand as the wizard needs it: on its pages, and in a file."""

from collections.abc import Callable

from meldcode.case.state import State
from meldcode.case.summary import Summary
from meldcode.cli.forms import shown, write_new
from meldcode.cli.output import Voice
from meldcode.cli.settings import clock
from meldcode.export.help import catalogue
from meldcode.export.sections import lines_of, sections

ADVICE_PARTS = ("advice", "because", "flags", "do", "contacts", "help", "due", "at_hand", "tell", "duty", "limits")
"""Sections of the summary that the advice page shows."""


class Paper:
    """Puts the summary of the case at hand on paper; `whole` tells all there is to know of it now."""

    def __init__(self, voice: Voice, whole: Callable[[State], Summary]) -> None:
        """Speak as this voice does."""
        self.voice, self.whole = voice, whole

    def advice(self, state: State) -> tuple[str, ...]:
        """Return the advice as lines, with what to do now and whom to call."""
        lines: list[str] = []
        for section in sections(self.whole(state), self.voice.language, clock()):
            if section.id in ADVICE_PARTS:
                lines += ["", section.title.upper()] if lines else []
                lines += [line for block in section.blocks for line in lines_of(block)]
        return tuple(lines)

    def help(self, state: State) -> tuple[str, ...]:
        """Return the help that may fit the persons of the case, as lines."""
        return tuple(catalogue(self.whole(state).protocol, state.answers, self.voice.language, clock().date()))

    def write(self, state: State, form: str, path: str) -> str:
        """Write the summary to a new file and return its path; raises `OSError` and `ValueError`."""
        return write_new(path, shown(self.whole(state), self.voice, form, clock()))
