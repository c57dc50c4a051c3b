"""Read what a person types in plain mode: options by number or word, commands by word. Pure."""

from dataclasses import dataclass

from meldcode.text import LANGUAGES, say
from meldcode.text.visible import one_line
from meldcode.wizard.prompter import Choose, Chosen, Command

ALWAYS = (Command.PAUSE, Command.EMERGENCY, Command.LEAVE, Command.INTERRUPT)
"""Commands that work on every page, also when it does not name them."""

_QUOTED = 40


@dataclass(frozen=True, slots=True)
class Refused:
    """What was typed is no answer; `message` says why and what to do."""

    message: str


def word(command: Command, language: str) -> str:
    """Return the word for a command."""
    return command.value[LANGUAGES.index(language)]


def command_of(typed: str) -> Command | None:
    """Return the command that a word after a colon stands for, in either language; None if it is none."""
    name = typed.removeprefix(":").strip().casefold()
    return next((command for command in Command if name and name in command.value), None)


def quoted(typed: str) -> str:
    """Return what was typed as it may stand in a message: visible, on one line, and not endless."""
    shown = one_line(typed[:_QUOTED])
    return shown if len(typed) <= _QUOTED else f"{shown}…"


def choice(field: Choose, typed: str, language: str) -> Chosen | Refused:
    """Read the reply to a `Choose` field: a number or a word, or several with spaces or commas between them."""
    found = _rows(field, typed.strip(), language)
    if field.several:
        # A label may hold spaces, so commas come first.
        for parts in (typed.split(","), typed.replace(",", " ").split()):
            if isinstance(found, Refused) and any(map(str.strip, parts)):
                found = _all(field, parts, language)
    if isinstance(found, Refused):
        return found
    return Chosen(tuple(option.id for row, option in enumerate(field.options) if row in found))


def _all(field: Choose, parts: list[str], language: str) -> set[int] | Refused:
    rows: set[int] = set()
    none = False
    for part in filter(None, map(str.strip, parts)):
        found = _rows(field, part, language)
        if isinstance(found, Refused):
            return found
        none = none or not found
        rows |= found
    if none and rows:
        return Refused(say(language, "screen.plain_none_mixed"))
    return rows


def _rows(field: Choose, typed: str, language: str) -> set[int] | Refused:
    """Return the row of one number or word, no row for "none of these"."""
    options = field.options
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= len(options):
        return {int(typed) - 1}
    name = typed.casefold()
    labels = [one_line(option.label).casefold() for option in options]
    for fits in (
        {row for row, label in enumerate(labels) if label == name},
        {row for row, option in enumerate(options) if option.id.casefold() == name},
        {row for row, label in enumerate(labels) if name and label.startswith(name)},
    ):
        if len(fits) == 1:
            return fits
        if fits:
            return Refused(say(language, "screen.plain_several", typed=quoted(typed)))
    if field.several and name in {"0", *(say(each, "screen.plain_none_word") for each in LANGUAGES)}:
        return set()
    return Refused(say(language, "screen.plain_unknown", typed=quoted(typed), last=len(options)))
