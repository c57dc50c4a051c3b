"""What a key does to a page: a new view of it, or the reply. Pure.

Keys are named as prompt_toolkit names them: c-i is Tab, c-m Enter, c-h Backspace.
"""

from collections.abc import Callable
from dataclasses import replace

from meldcode.text import say
from meldcode.wizard.editing import Editing
from meldcode.wizard.frame import View, frame, text_columns
from meldcode.wizard.picking import Picking
from meldcode.wizard.prompter import Asked, Command, Reply
from meldcode.wizard.words import ALWAYS

COMMANDS = {
    "escape": Command.BACK,
    "f1": Command.EXPLAIN,
    "f2": Command.OVERVIEW,
    "f3": Command.NOTE,
    "f4": Command.PAUSE,
    "c-d": Command.PAUSE,
    "f8": Command.EMERGENCY,
    "c-x": Command.LEAVE,
    "c-c": Command.INTERRUPT,
}
TYPED = "<any>"
"""The name of every key that is a character; the character comes beside it."""
PASTED = "<bracketed-paste>"
_ENTER = ("c-m", "c-j")

_PICKING: dict[str, Callable[[Picking], Picking]] = {
    "up": lambda form: form.move(-1),
    "s-tab": lambda form: form.move(-1),
    "down": lambda form: form.move(1),
    "c-i": lambda form: form.move(1),
    "home": lambda form: form.go(0),
    "end": lambda form: form.go(-1),
}
_EDITING: dict[str, Callable[[Editing], Editing]] = {
    "left": lambda form: form.move(-1),
    "right": lambda form: form.move(1),
    "home": Editing.home,
    "c-a": Editing.home,
    "end": Editing.end,
    "c-e": Editing.end,
    "c-h": Editing.erase,
    "delete": Editing.delete,
    "c-w": Editing.erase_word,
    "c-u": Editing.erase_line,
    "c-i": Editing.other,
    "s-tab": Editing.other,
}
NAMES = {*COMMANDS, *_ENTER, *_PICKING, *_EDITING, "c-s", "pageup", "pagedown", PASTED, TYPED}
"""Every key that does something."""


def press(view: View, key: str, text: str, size: tuple[int, int]) -> View | Reply:
    """Return what a key makes of the view on a screen of this size (columns, rows).

    `text` is what was typed or pasted.
    """
    command = COMMANDS.get(key)
    if isinstance(view.form, Picking) and (key, text) == (TYPED, "?"):
        command = Command.EXPLAIN
    if command:
        return Asked(command, view.form.draft()) if command in (*ALWAYS, *view.page.keys) else view
    if key in {"pageup", "pagedown"} or (key in {"up", "down"} and _is_to_read(view.form)):
        now = frame(view, *size)
        rows = now.page if key.startswith("page") else 1
        return replace(view, scroll=max(now.scroll + (rows if key.endswith("down") else -rows), 0))
    if isinstance(view.form, Picking):
        return _pick(view, view.form, key, text)
    return _edit(view, view.form, key, text, text_columns(size[0]) - 2)


def _is_to_read(form: Picking | Editing) -> bool:
    """Tell whether there is nothing to choose, so that the arrows can move the text."""
    return isinstance(form, Picking) and form.row_count == 1


def _pick(view: View, form: Picking, key: str, text: str) -> View | Reply:
    error = ""
    if key in _ENTER and not form.waits:
        name = "tick_first" if form.field.several else "choose_first"
        return form.chosen() or replace(view, error=say(view.language, f"screen.{name}"), scroll=None)
    if key in _PICKING:
        form = _PICKING[key](form)
    elif key in _ENTER or (key, text) == (TYPED, " "):
        form = form.toggle()
    elif key == TYPED and text.isascii() and text.isdigit():
        number = form.number(text)
        if form.field.several and not form.has(number):
            error = say(view.language, "screen.no_number", number=number)
        form = form.digit(text)
    return replace(view, form=form, error=error, scroll=None)


def _edit(view: View, form: Editing, key: str, text: str, columns: int) -> View | Reply:
    done = form.ready or not form.field.lines
    if key == "c-s" or (key in _ENTER and done):
        return form.draft()
    if key in {"up", "down"}:
        form = form.row_move(-1 if key == "up" else 1, columns)
    elif key in _EDITING:
        form = _EDITING[key](form)
    elif key in _ENTER or (key == PASTED) or (key == TYPED and text):
        form = form.insert("\n" if key in _ENTER else text)
    return replace(view, form=form, error="", scroll=None)
