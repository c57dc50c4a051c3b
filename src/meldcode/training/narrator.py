"""The story around the wizard's pages: a prompter that tells what is due before it asks, and counts hands in a class.

The session knows nothing of it; to the person it is one conversation.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol as Interface

from meldcode.protocol.model import Language
from meldcode.text import say
from meldcode.wizard.pages import SKIP
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Option, Page, Prompter, Reply, Write, Written

READ_KEYS = (Command.PAUSE, Command.EMERGENCY, Command.LEAVE)
END = "einde"
"""Page of the wizard that ends a round."""
DONE = ".done"
"""How the page between two steps ends."""
EXPLAIN = "uitleg"
_MOST_DIGITS = 4


class Course(Interface):
    """What the narrator asks about the exercise at hand."""

    def due(self, page: Page) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield what must be read before this page: a piece, a title and paragraphs."""

    def was_read(self, piece: str) -> None:
        """Remember that a piece was read."""

    def so_far(self) -> tuple[str, ...]:
        """Return the story as it is known now."""

    def turns(self) -> bool:
        """Tell whether new facts follow on this round."""

    def counts(self, page: Page) -> bool:
        """Tell whether hands are to be counted at this page."""

    def counted(self, question: str, hands: Mapping[str, int]) -> None:
        """Remember the hands."""


class Narrator:
    """Tells the story of an exercise through another prompter."""

    def __init__(
        self, inner: Prompter, course: Course, head: Callable[[], tuple[str, ...]], language: Language
    ) -> None:
        """Speak through `inner`; `head` are the lines at the top of a page of the story."""
        self.inner, self.course, self.head, self.language = inner, course, head, language

    def ask(self, page: Page) -> Reply:
        """Tell what is due, then ask the page."""
        for piece, title, body in self.course.due(page):
            left = self.read(title, body)
            if left is not None:
                return Asked(left, _nothing(page))
            self.course.was_read(piece)
        if page.id == END and self.course.turns():
            return Chosen(("done",))
        if page.id == EXPLAIN:
            page = replace(page, body=(*page.body, "", self._say("story_so_far"), *self.course.so_far()))
        return self._with_hands(page) if self.course.counts(page) else self.inner.ask(page)

    def read(self, title: str, body: tuple[str, ...]) -> Command | None:
        """Show a page to read; return the command with which the person left it, if it was not read on."""
        options = (Option("continue", say(self.language, "wizard.continue")),)
        page = Page("verhaal", title, Choose(options, marked=("continue",)), self.head(), body, "", READ_KEYS)
        reply = self.inner.ask(page)
        return reply.command if isinstance(reply, Asked) else None

    def _with_hands(self, page: Page) -> Reply:
        """Ask how many hands went up for each option, then the page itself with those numbers on it."""
        assert isinstance(page.field, Choose)
        options = [option for option in page.field.options if option.id != SKIP]
        listed = tuple(f"{number}. {option.label}" for number, option in enumerate(options, start=1))
        ask = replace(page, field=Write(), body=(*page.body, "", *listed, "", self._say("hands_ask")), progress="")
        while True:
            reply = self.inner.ask(ask)
            if isinstance(reply, Asked):
                return Asked(reply.command, _nothing(page))
            typed = reply.text.split() if isinstance(reply, Written) else []
            if not typed:
                return self.inner.ask(page)
            if len(typed) == len(options) and all(each.isdecimal() and len(each) <= _MOST_DIGITS for each in typed):
                break
            ask = replace(ask, error=self._say("hands_refused", count=len(options)))
        hands = {option.id: int(count) for option, count in zip(options, typed, strict=True)}
        self.course.counted(page.id, hands)
        shown = " · ".join(f"{option.label}: {hands[option.id]}" for option in options)
        return self.inner.ask(replace(page, body=(*page.body, self._say("hands", counts=shown))))

    def tell(self, text: str) -> None:
        """Pass on what needs no reply."""
        self.inner.tell(text)

    def close(self, last: str = "") -> None:
        """End the session."""
        self.inner.close(last)

    def leave(self) -> None:
        """Leave quickly."""
        self.inner.leave()

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, f"training.{key}", **values)


def _nothing(page: Page) -> Chosen | Written:
    """Return what to give as a draft where nothing was done: what stood there already."""
    match page.field:
        case Choose():
            return Chosen(page.field.marked)
        case Write():
            return Written("" if page.field.secret else page.field.draft)
