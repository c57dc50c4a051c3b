"""The story around the wizard's pages: a prompter that tells what is due before it asks, and counts hands in a class.

The session knows nothing of it; to the person it is one conversation.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol as Interface

from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.wizard.pages import SKIP
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Option, Page, Prompter, Reply, Write, Written

READ_KEYS = (Command.BACK, Command.PAUSE, Command.EMERGENCY, Command.LEAVE)
END = "einde"
"""Page of the wizard that ends a round."""
WAITS = "wacht"
"""Page of the wizard with which a case that waits begins again."""
DONE = ".done"
"""How the page between two steps ends."""
EXPLAIN = "uitleg"
STORY = "verhaal"
"""Page on which a piece of the story is told."""
_MOST_DIGITS = 4
_BETWEEN = re.compile(r"[\s,;]+")


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
        self._aside: tuple[str, Mapping[str, int]] | None = None
        self._back = False
        self._open = ""
        """The page to which one went back from a piece of the story."""

    def ask(self, page: Page) -> Reply:
        """Tell what is due, then ask the page."""
        if page.id == WAITS:
            # In a story nobody waits for a day; the last page still offers the question that does.
            return Chosen(("*advice",))
        left = self._told(page)
        if left is not None:
            return left
        if page.id == END and self.course.turns():
            return Chosen(("done",))
        if page.id == EXPLAIN:
            page = replace(page, body=(*page.body, "", self._say("story_so_far"), *self.course.so_far()))
        return self._with_hands(page) if self.course.counts(page) else self.inner.ask(page)

    def _told(self, page: Page) -> Asked | None:
        """Tell what is due before a page; return the command with which the person left, if not by reading on.

        The page to which one goes back from a piece comes without it: the answer that brought it can be changed there.
        """
        due = tuple(self.course.due(page))
        if due and self._back:
            self._back, self._open = False, page.id
        if not due or page.id == self._open:
            return None
        self._open = ""
        for piece, title, body in due:
            reply = self.inner.ask(story_page(self.language, self.head(), title, body))
            if isinstance(reply, Asked):
                self._back = reply.command is Command.BACK
                return Asked(reply.command, _nothing(page))
            self.course.was_read(piece)
        return None

    def _with_hands(self, page: Page) -> Reply:
        """Ask how many hands went up for each option, then the page itself with those numbers on it.

        Going back from the page leads to the hands; after an explanation the page comes back with the same hands.
        """
        aside, self._aside = self._aside, None
        hands = aside[1] if aside and aside[0] == page.id else None
        while True:
            if hands is None:
                counted = self._hands(page)
                if isinstance(counted, Asked):
                    return counted
                hands = counted
            reply = self.inner.ask(self._shown(page, hands))
            if not isinstance(reply, Asked):
                return reply
            if reply.command is not Command.BACK:
                self._aside = (page.id, hands)
                return reply
            hands = None

    def _hands(self, page: Page) -> Mapping[str, int] | Asked:
        """Return the hands for each option, none where none were counted, or the command with which one left."""
        options = _to_count(page)
        listed = (f"{number}. {option.label}" for number, option in enumerate(options, start=1))
        ask = replace(page, field=Write(), body=(*listed, "", self._say("hands_ask")), progress="", error="")
        while True:
            reply = self.inner.ask(ask)
            if isinstance(reply, Asked):
                return Asked(reply.command, _nothing(page))
            typed = [each for each in _BETWEEN.split(reply.text) if each] if isinstance(reply, Written) else []
            if not typed:
                return {}
            if len(typed) == len(options) and all(map(_is_count, typed)):
                break
            ask = replace(ask, error=self._say("hands_refused", count=len(options)))
        hands = {option.id: int(count) for option, count in zip(options, typed, strict=True)}
        self.course.counted(page.id, hands)
        return hands

    def _shown(self, page: Page, hands: Mapping[str, int]) -> Page:
        """Return the page with the hands under each option."""
        assert isinstance(page.field, Choose)
        options = (
            replace(option, hint=self._say("hands", count=hands[option.id])) if option.id in hands else option
            for option in page.field.options
        )
        return replace(page, field=replace(page.field, options=tuple(options)))

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
        return say(self.language, f"practice.{key}", **values)


def story_page(
    language: Language, head: tuple[str, ...], title: str, body: tuple[str, ...], more: tuple[Option, ...] = ()
) -> Page:
    """Return a page to read on from; `more` are the other things one can do there.

    With more to choose from nothing is marked: a screen shows a long page from where the mark is.
    """
    options = (Option("continue", say(language, "practice.done" if more else "wizard.continue")), *more)
    marked = () if more else ("continue",)
    return Page(STORY, title, Choose(options, marked=marked), head, body, "", READ_KEYS)


def _to_count(page: Page) -> tuple[Option, ...]:
    assert isinstance(page.field, Choose)
    return tuple(option for option in page.field.options if option.id != SKIP)


def _is_count(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) <= _MOST_DIGITS


def _nothing(page: Page) -> Chosen | Written:
    """Return what to give as a draft where nothing was done: what stood there already."""
    match page.field:
        case Choose():
            return Chosen(page.field.marked)
        case Write():
            return Written("" if page.field.secret else page.field.draft)
