"""Plain mode: lines out, lines in; for screen readers, simple terminals, pipes. Append-only, without escape codes."""

from collections.abc import Callable
from shutil import get_terminal_size

from meldcode.text import LANGUAGES, say
from meldcode.text.visible import one_line, visible
from meldcode.wizard.layout import hang, wrap
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Page, Reply, Write, Written
from meldcode.wizard.streams import EchoError, hidden_line, standard_input, standard_output
from meldcode.wizard.words import ALWAYS, Refused, choice, command_of, quoted, word

_MAX_COLUMNS = 80
_FEW = 9
"""Most options that are printed once more after an error."""


class Plain:
    """Prints a page, reads a line; a refused line is asked again under an error that says why; few options come again.

    `read` returns a line with its line break, or nothing at the end of the input; `write` takes text; both are the
    standard streams if not given. Bytes that are no text come back as lone surrogates, for the session to refuse. When
    input or output ends, every page is replied to with `Command.PAUSE`.
    """

    def __init__(
        self, language: str, *, read: Callable[[], str] | None = None, write: Callable[[str], object] | None = None
    ) -> None:
        self._language = language
        self._read = read or standard_input()
        self._read_hidden = None if read else hidden_line
        self._write = write or standard_output()
        self._ended = False
        self._head: tuple[str, ...] | None = None
        self._hinted: set[Command] = set()

    def ask(self, page: Page) -> Reply:
        """Print the page and read until there is a reply."""
        lines = _lines(page.field)
        try:
            if not self._ended:
                self._show(page)
            return (
                self._choose(page, page.field)
                if isinstance(page.field, Choose)
                else self._type(page, page.field, lines)
            )
        except EOFError:
            self._ended = True
            return Asked(Command.PAUSE, _draft(page.field, lines))
        except KeyboardInterrupt:
            return Asked(Command.INTERRUPT, _draft(page.field, lines))

    def tell(self, text: str) -> None:
        """Print a text."""
        self._say(visible(text))

    def close(self, last: str = "") -> None:
        """Print `last`; what was printed before stays, as plain mode takes nothing back."""
        if last:
            self._say("")
            self._say(visible(last))

    def leave(self) -> None:
        """Push what was printed out of sight with empty lines; more is not possible without escape codes."""
        self._put([""] * get_terminal_size().lines)

    def _show(self, page: Page) -> None:
        self._say("")
        if page.head != self._head:
            self._head = page.head
            for line in (say(self._language, "emergency.line"), *map(visible, page.head), ""):
                self._say(line)
        self._say(one_line(f"{page.mark} \u00b7 {page.title}" if page.mark else page.title))
        for paragraph in page.body:
            self._say(visible(paragraph))
        if page.error:
            self._error(visible(page.error))
        if isinstance(page.field, Choose):
            self._options(page.field)
        elif page.field.draft and not page.field.secret:
            self._say(self._text("plain_draft"))
            self._say(visible(page.field.draft))
            name = "plain_draft_add" if page.field.lines else "plain_draft_keep"
            self._say(self._text(name, word=":" + self._text("plain_empty")))
        self._hints(page)

    def _few(self, field: Choose) -> None:
        """Print the options once more, unless that pushes the error out of sight."""
        if len(field.options) <= _FEW:
            self._options(field)

    def _options(self, field: Choose) -> None:
        entries = [
            (str(number), one_line(option.label), one_line(option.hint), option.id in field.marked)
            for number, option in enumerate(field.options, 1)
        ]
        if field.several:
            entries.append(("0", self._text("none"), "", False))
        for number, label, hint, marked in entries:
            mark = f" ({self._text('chosen_mark')})" if marked else ""
            self._put(hang(f"{number}. ", label + mark, _columns(), whole_links=True))
            if hint:
                self._put(hang(" " * (len(number) + 2), hint, _columns(), whole_links=True))
        if field.marked:
            self._say(self._text("plain_keep"))

    def _hints(self, page: Page) -> None:
        """Name each command once, on the first page where it makes sense."""
        new = [command for command in Command if command in page.keys and command not in self._hinted]
        if not new:
            return
        self._hinted.update(new)
        self._say(self._text("plain_commands"))
        for command in new:
            self._say(f":{word(command, self._language)}  {self._text(command.name.lower())}")
        if Command.EXPLAIN in new:
            self._say(self._text("plain_question_mark", word=":" + word(Command.EXPLAIN, self._language)))

    def _choose(self, page: Page, field: Choose) -> Reply:
        while True:
            self._say(self._text("plain_tick" if field.several else "plain_choose"))
            typed = self._line().strip()
            if typed == "?" or typed.startswith(":"):
                if command := self._command(page, word(Command.EXPLAIN, "nl") if typed == "?" else typed):
                    return Asked(command, _draft(field, []))
                self._few(field)
                continue
            chosen = choice(field, typed, self._language) if typed else self._kept(field)
            if isinstance(chosen, Chosen):
                self._confirm(field, chosen)
                return chosen
            self._error(chosen.message)
            self._few(field)

    def _confirm(self, field: Choose, chosen: Chosen) -> None:
        labels = "; ".join(one_line(option.label) for option in field.options if option.id in chosen.ids)
        self._say(self._text("plain_chose", labels=labels) if labels else self._text("plain_chose_none"))

    def _kept(self, field: Choose) -> Chosen | Refused:
        if field.marked:
            return _marked(field)
        return Refused(self._text("tick_first" if field.several else "choose_first"))

    def _type(self, page: Page, field: Write, lines: list[str]) -> Reply:
        """Read a text; to `lines`, which may be there already, is added what is typed."""
        if field.secret:
            return self._type_secret(page)
        self._say(self._text("plain_lines" if field.lines else "plain_write"))
        while True:
            line = self._line()
            if line.startswith(":") and not line.startswith("::"):
                if field.draft and _empties(line):
                    lines.clear()
                    if not field.lines:
                        return Written("")
                    self._say(self._text("plain_emptied"))
                    continue
                if command := self._command(page, line):
                    return Asked(command, _draft(field, lines))
                self._say(self._text("plain_double"))
                continue
            line = line.removeprefix(":")
            if not field.lines:
                return Written(line or field.draft)
            if not line.strip():
                return _draft(field, lines)
            lines.append(line)

    def _type_secret(self, page: Page) -> Reply:
        """Read a secret as it is typed, colons included, unless it is exactly a command."""
        self._say(self._text("plain_secret"))
        while True:
            line = self._secret_line()
            command = command_of(line) if line.startswith(":") else None
            if command is None:
                return Written(line)
            if command in (*ALWAYS, *page.keys):
                return Asked(command, Written(""))
            self._command(page, line)

    def _command(self, page: Page, typed: str) -> Command | None:
        """Return the command if it is possible here; otherwise say what is."""
        possible = [command for command in Command if command in (*ALWAYS, *page.keys)]
        command = command_of(typed)
        if command in possible:
            return command
        words = ", ".join(f":{word(each, self._language)}" for each in possible if word(each, self._language))
        self._error(self._text("plain_no_command", typed=quoted(typed), words=words))
        return None

    def _line(self) -> str:
        """Return the next line without its line break. Raises EOFError when input or output has ended."""
        line = "" if self._ended else self._read()
        if not line:
            raise EOFError
        return line.removesuffix("\n").removesuffix("\r")

    def _secret_line(self) -> str:
        while self._read_hidden and not self._ended:
            try:
                return self._read_hidden()
            except EchoError:
                self._read_hidden = None
            except UnicodeDecodeError:
                self._error(self._text("plain_unreadable"))
        self._say(self._text("plain_echo"))
        return self._line()

    def _text(self, name: str, **values: object) -> str:
        return say(self._language, f"screen.{name}", **values)

    def _error(self, message: str) -> None:
        self._say(self._text("error", message=message))

    def _say(self, text: str) -> None:
        self._put(wrap(text, _columns(), whole_links=True))

    def _put(self, rows: list[str]) -> None:
        try:
            self._write("".join(f"{row}\n" for row in rows))
        except (OSError, ValueError):
            # A closed pipe, a full disk, a closed stream: nobody sees the questions any more.
            self._ended = True


def _columns() -> int:
    return min(get_terminal_size().columns, _MAX_COLUMNS)


def _marked(field: Choose) -> Chosen:
    return Chosen(tuple(option.id for option in field.options if option.id in field.marked))


def _empties(line: str) -> bool:
    return line.removeprefix(":").strip().casefold() in {say(each, "screen.plain_empty") for each in LANGUAGES}


def _lines(field: Choose | Write) -> list[str]:
    return field.draft.split("\n") if isinstance(field, Write) and field.lines and field.draft else []


def _draft(field: Choose | Write, lines: list[str]) -> Chosen | Written:
    """Return what is chosen or typed so far."""
    if isinstance(field, Choose):
        return _marked(field)
    return Written("\n".join(lines) if field.lines else field.draft)
