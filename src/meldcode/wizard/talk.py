"""Ask a page and deal with the commands that work everywhere: emergency, explanation, note, overview, stopping.

What was ticked or typed is never lost: after a command the same page comes back with it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto

from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Page, Prompter, Reply, Write, Written


class Ending(Enum):
    """How a session ended."""

    FINISHED = auto()
    PAUSED = auto()
    INTERRUPTED = auto()
    LEFT = auto()


class StopSession(Exception):  # noqa: N818 - an ending, not an error
    """The person stops; everything answered is stored."""

    def __init__(self, ending: Ending, draft: Reply | None = None) -> None:
        """Keep how, and what was ticked or typed on the page at that moment."""
        self.ending, self.draft = ending, draft
        super().__init__(ending.name)


class GoBack(Exception):  # noqa: N818 - a wish, not an error
    """The person wants the previous question; `draft` is what was ticked or typed."""

    def __init__(self, draft: Reply | None = None) -> None:
        """Keep what was ticked or typed."""
        self.draft = draft
        super().__init__()


class ShowOverview(Exception):  # noqa: N818 - a wish, not an error
    """The person wants to see all answers; `draft` is what was ticked or typed."""

    def __init__(self, draft: Reply | None = None) -> None:
        """Keep what was ticked or typed."""
        self.draft = draft
        super().__init__()


LEAVING = (StopSession, GoBack, ShowOverview)
"""Ways to leave a page without answering it."""


_STOPS = {
    Command.PAUSE: Ending.PAUSED,
    Command.INTERRUPT: Ending.INTERRUPTED,
    Command.LEAVE: Ending.LEFT,
}


class Talk:
    """A prompter with manners; `note` asks for a note and keeps it, or is None where there is no case yet."""

    def __init__(self, prompter: Prompter, wording: Wording, note: Callable[[Page], None] | None = None) -> None:
        """Speak through this prompter."""
        self.prompter, self.wording, self.note = prompter, wording, note

    def ask(self, page: Page, explanation: Sequence[str] = ()) -> Chosen | Written:
        """Return the answer to a page.

        Raises `StopSession`, `GoBack` and `ShowOverview` (only where the page offers those keys).
        """
        while True:
            reply = self.prompter.ask(page)
            if not isinstance(reply, Asked):
                return reply
            self._command(reply, page, explanation)
            page = _with_draft(page, reply.draft)

    def choose(self, page: Page) -> str:
        """Return the one option that was chosen."""
        reply = self.ask(page)
        assert isinstance(reply, Chosen)
        return reply.ids[0]

    def _command(self, asked: Asked, page: Page, explanation: Sequence[str]) -> None:
        if asked.command in _STOPS:
            raise StopSession(_STOPS[asked.command], asked.draft)
        match asked.command:
            case Command.BACK:
                raise GoBack(asked.draft)
            case Command.OVERVIEW:
                raise ShowOverview(asked.draft)
            case Command.EMERGENCY:
                self.show(self.wording.emergency())
            case Command.EXPLAIN:
                title = self.wording.say("explain")
                body = tuple(explanation) or (self.wording.say("no_help"),)
                self.show(self.wording.message("uitleg", title, body, page.head))
            case _:
                if self.note is not None:
                    self.note(page)

    def show(self, page: Page) -> None:
        """Show a page to read; going back from it is reading on."""
        while True:
            reply = self.prompter.ask(page)
            if not isinstance(reply, Asked) or reply.command is Command.BACK:
                return
            if reply.command in _STOPS:
                raise StopSession(_STOPS[reply.command])


def _with_draft(page: Page, draft: Reply) -> Page:
    match page.field, draft:
        case Choose(), Chosen():
            return replace(page, field=replace(page.field, marked=draft.ids), error="")
        case Write(secret=False), Written():
            return replace(page, field=replace(page.field, draft=draft.text), error="")
        case _:
            return page
