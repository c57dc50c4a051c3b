"""What the wizard shows and what it hears: pages as plain values, one call to ask them, three implementations.

A page is fully worded already: a prompter lays it out and listens, and knows nothing of protocols, cases or the vault.
All texts of a page may hold anything a person typed; a prompter shows them through `meldcode.text.visible`.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Option:
    """A choice; `id` is what comes back, never the number or the label. `hint` is a line of explanation."""

    id: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """Pick one option, or with `several` any number of them, none included.

    `marked` are the ids marked beforehand (an earlier answer, a draft); empty on a new question, where Enter before a
    choice says so and stays. An empty `marked` on several means: nothing ticked.
    """

    options: tuple[Option, ...]
    several: bool = False
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Write:
    """Type a text; `lines` allows more than one line, `secret` shows nothing of it, `draft` stands there beforehand."""

    lines: bool = False
    secret: bool = False
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One screen.

    `id` names what is asked (a question id, or `people.role`), the same in every language. `head` are the lines at the
    top (case, sector, step), `progress` shows in signs what is done and may be left out. `title` is what is asked,
    `body` are paragraphs under it (an empty text is an empty line), `error` says what was wrong with the last reply.
    `keys` are the commands that make sense here. `mark` is a word that must be at every page, for where the head is
    not (plain lines print a head once).
    """

    id: str
    title: str
    field: Choose | Write
    head: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    error: str = ""
    keys: tuple["Command", ...] = ()
    progress: str = ""
    mark: str = ""


class Command(Enum):
    """What a person can ask at any page; the value is the word in plain mode, after a colon, per language."""

    BACK = ("terug", "back")
    EXPLAIN = ("uitleg", "explain")
    OVERVIEW = ("overzicht", "overview")
    NOTE = ("notitie", "note")
    PAUSE = ("pauze", "pause")
    EMERGENCY = ("112", "112")
    LEAVE = ("weg", "away")
    INTERRUPT = ("", "")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The options that were picked, in the order of the page."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The text that was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A command instead of an answer, with what was ticked or typed so far, so that nothing is lost."""

    command: Command
    draft: Chosen | Written


Reply = Chosen | Written | Asked


class Prompter(Protocol):
    """Shows pages and returns replies."""

    def ask(self, page: Page) -> Reply:
        """Show the page and wait for the reply.

        `Command.INTERRUPT` is Ctrl-C; Ctrl-D, a closed terminal and F4 are `Command.PAUSE`.
        """

    def tell(self, text: str) -> None:
        """Say something that needs no reply, quietly (an answer was stored)."""

    def close(self, last: str = "") -> None:
        """End the session: nothing of it stays on the screen; then print `last`. May be called twice."""

    def leave(self) -> None:
        """Quick exit: within 200 ms a neutral screen, with no word that names the program. Nothing follows."""
