"""What stands where on the screen: a page and its state become rows for a size. Pure; knows no terminal.

From top to bottom: the head, the middle (title, body, error, options or text), and always the emergency line and the
keys. A middle that is too high scrolls; on a low screen the head makes room first, then the keys, never the emergency
line.
"""

from dataclasses import dataclass, field

from meldcode.text import say
from meldcode.text.visible import one_line, visible
from meldcode.wizard.editing import Editing, editing
from meldcode.wizard.layout import hang, wrap
from meldcode.wizard.picking import Picking, picking
from meldcode.wizard.prompter import Command, Page
from meldcode.wizard.words import word

MAX_COLUMNS = 80
"""Longer rows are hard to read."""
_PROMPT = "> "
_LOW = 8
"""With fewer rows than this for the middle, something makes room for it."""

KEYS = {
    Command.BACK: "Esc",
    Command.EXPLAIN: "F1",
    Command.OVERVIEW: "F2",
    Command.NOTE: "F3",
    Command.PAUSE: "F4",
    Command.EMERGENCY: "F8",
    Command.LEAVE: "^X",
}
"""The keys as they are shown, in this order."""

Row = tuple[str, str]
"""The style (`title`, `error`, `marked`, `quiet` or nothing) and the text."""


@dataclass(frozen=True, slots=True)
class View:
    """A page and where the person is in it.

    `error` is what this screen itself has to say, `told` what was stored before. `scroll` is the first row of the
    middle that is visible; None lets the screen choose it.
    """

    page: Page
    form: Picking | Editing
    language: str
    error: str = ""
    told: str = ""
    scroll: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Rows for the whole screen; `cursor` is a place in the text of a row, and the row.

    `scroll` is the first visible row of the middle, `page` is how far one page goes.
    """

    rows: tuple[Row, ...]
    cursor: tuple[int, int] | None
    scroll: int
    page: int


@dataclass(slots=True)
class _Middle:
    rows: list[Row] = field(default_factory=list)
    wanted: tuple[int, int] | None = None
    """The first and last row that should be visible."""
    cursor: tuple[int, int] | None = None

    def add(self, style: str, texts: list[str]) -> None:
        self.rows += [(style, text) for text in texts]

    def want_last(self, count: int) -> None:
        self.wanted = (len(self.rows) - count, len(self.rows) - 1)


def frame(view: View, columns: int, height: int) -> Frame:
    """Lay a view out for a screen; every row fits in the columns if these are at least 20."""
    room = text_columns(columns)
    head, foot = _edges(view, room, height)
    middle = _middle(view, room)
    high = max(height - len(head) - len(foot), 1)
    inside = high if len(middle.rows) <= high else max(high - 1, 1)
    scroll = _scroll(view, middle, inside)
    shown = middle.rows[scroll : scroll + inside]
    more = _more(view.language, above=scroll > 0, below=scroll + inside < len(middle.rows))
    filler: list[Row] = [("", "")] * (high - len(shown) - len(more))
    placed = tuple((style, " " + text) for style, text in [*head, *shown, *filler, *more, *foot])
    return Frame(placed[:height], _cursor(middle, scroll, inside, len(head)), scroll, max(inside - 1, 1))


def text_columns(columns: int) -> int:
    """Return how wide texts are on a screen: a column stays free on either side."""
    return max(min(columns - 2, MAX_COLUMNS), 1)


def _edges(view: View, room: int, height: int) -> tuple[list[Row], list[Row]]:
    """Return the rows above and below the middle, as many as there is room for."""
    page, language = view.page, view.language
    head: list[Row] = [
        ("head", row) for line in (*page.head, page.progress) if line for row in wrap(visible(line), room)
    ]
    head += [("", "")] if head else []
    emergency: list[Row] = [("emergency", row) for row in wrap(say(language, "emergency.line"), room)]
    keys: list[Row] = [("quiet", row) for row in _keys(page, language, room)]
    told: list[Row] = [("quiet", row) for row in wrap(visible(view.told), room)] if view.told else []
    if height - len(head) - len(told) - len(emergency) - len(keys) < _LOW:
        head, told = [], []
    if height - len(emergency) - len(keys) < _LOW // 2:
        keys = []
    return head, [*told, *emergency, *keys]


def _keys(page: Page, language: str, room: int) -> list[str]:
    """Return the keys that do something here; a key stays with its word."""
    lines = [""]
    for command, key in KEYS.items():
        if command in page.keys:
            entry = f"{key} {word(command, language)}"
            longer = f"{lines[-1]}   {entry}" if lines[-1] else entry
            lines[-1:] = [longer] if len(longer) <= room or not lines[-1] else [lines[-1], entry]
    return lines if lines[-1] else []


def _middle(view: View, room: int) -> _Middle:
    middle, page, language = _Middle(), view.page, view.language
    middle.add("title", wrap(one_line(page.title), room))
    for paragraph in page.body:
        middle.add("", wrap(visible(paragraph), room))
    if message := view.error or page.error:
        error = wrap(say(language, "screen.error", message=visible(message)), room)
        middle.add("", [""])
        middle.add("error", error)
        middle.want_last(len(error))
    middle.add("", [""])
    if isinstance(view.form, Picking):
        wanted = middle.wanted
        _options(middle, view.form, language, room)
        if view.error or (page.error and view.form == picking(view.form.field)):
            # What went wrong must be seen, also when the marked option is further down.
            middle.wanted = wanted
    else:
        _text(middle, view.form, language, room)
    return middle


def _options(middle: _Middle, form: Picking, language: str, room: int) -> None:
    entries = [(str(row + 1), option.label, option.hint) for row, option in enumerate(form.field.options)]
    if form.field.several:
        entries.append(("0", say(language, "screen.none"), ""))
        # Above, as the end of a long list is not on the screen.
        middle.add("quiet", [*wrap(say(language, "screen.tick"), room), ""])
    digits = len(str(len(form.field.options)))
    for row, (number, label, hint) in enumerate(entries):
        box = ("[x] " if row in form.ticked else "[ ] ") if form.field.several else ""
        mark = ">" if row == form.at else " "
        prefix = f"{mark} {number:>{digits}}  {box}"
        texts = hang(prefix, one_line(label), room)
        texts += hang(" " * len(prefix), one_line(hint), room) if hint else []
        middle.add("marked" if row == form.at else "", texts)
        if row == form.at:
            waiting = hang(" " * len(prefix), _waiting(form, language), room) if form.waits else []
            middle.add("quiet", waiting)
            if len(entries) > 1:  # where there is nothing to choose one reads, from the top
                middle.want_last(len(texts) + len(waiting))
            middle.cursor = (0, len(middle.rows) - len(texts) - len(waiting))
    if not form.field.several:
        middle.add("quiet", ["", *wrap(say(language, "screen.choose"), room)])


def _waiting(form: Picking, language: str) -> str:
    """Return how to finish the number that is being typed."""
    if form.typed == "0":
        return say(language, "screen.tick_none")
    name = "tick_off" if form.at in form.ticked else "tick_on"
    longer = say(language, "screen.tick_longer") if form.goes_on else ""
    return f"{say(language, f'screen.{name}', number=form.typed)} {longer}".rstrip()


def _text(middle: _Middle, form: Editing, language: str, room: int) -> None:
    columns = max(room - len(_PROMPT), 1)
    place, row = form.cursor(columns)
    middle.cursor = (len(_PROMPT) + place, len(middle.rows) + row)
    middle.add("", hang(_PROMPT, form.shown(), room))
    if form.field.lines:
        style, mark = ("marked", ">") if form.ready else ("", " ")
        middle.add(style, [f"{mark} {say(language, 'screen.done')}"])
        if form.ready:
            middle.cursor = (0, len(middle.rows) - 1)
    if form != editing(form.field):
        middle.wanted = (middle.cursor[1], middle.cursor[1])
    middle.add("quiet", ["", *wrap(say(language, f"screen.{'write_lines' if form.field.lines else 'write'}"), room)])


def _scroll(view: View, middle: _Middle, inside: int) -> int:
    """Return the first visible row of the middle: where the person went, or else where the wanted rows are visible."""
    scroll = view.scroll
    if scroll is None:
        first, last = middle.wanted or (0, 0)
        scroll = min(max(last - inside + 1, 0), first)
    return max(min(scroll, len(middle.rows) - inside), 0)


def _more(language: str, *, above: bool, below: bool) -> list[Row]:
    if not above and not below:
        return []
    name = "more_both" if above and below else "more_above" if above else "more_below"
    return [("quiet", say(language, f"screen.{name}"))]


def _cursor(middle: _Middle, scroll: int, inside: int, above: int) -> tuple[int, int] | None:
    if middle.cursor is None:
        return None
    place, row = middle.cursor
    return (place + 1, row - scroll + above) if 0 <= row - scroll < inside else None
