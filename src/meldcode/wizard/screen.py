"""The full screen. Cheap to import: the terminal library is loaded at the first page."""

from typing import TYPE_CHECKING

from meldcode.wizard.prompter import Page, Reply

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from meldcode.wizard.terminal import Terminal


class Screen:
    """Shows one page at a time in the alternate screen of the terminal, which is entered at the first page.

    Nothing of it stays: not after `close` or `leave`, and not after Ctrl-C, a signal, or an end without either. SIGTERM
    and SIGHUP are `Command.PAUSE` at the page that is asked, SIGINT is `Command.INTERRUPT`. `Command.LEAVE` has cleared
    the screen before it is returned. Between pages the keys wait for the next page.
    """

    def __init__(self, language: str, *, input: "Input | None" = None, output: "Output | None" = None) -> None:  # noqa: A002 - the word of the library
        self._language = language
        self._input = input
        self._output = output
        self._opened: Terminal | None = None

    def _terminal(self) -> "Terminal":
        from meldcode.wizard.terminal import Terminal  # noqa: PLC0415 - a tenth of a second, paid at the first page

        if self._opened is None:
            self._opened = Terminal(self._language, self._input, self._output)
        return self._opened

    def ask(self, page: Page) -> Reply:
        """Show the page and wait for the reply."""
        return self._terminal().ask(page)

    def tell(self, text: str) -> None:
        """Show a text with the next page, once."""
        self._terminal().tell(text)

    def close(self, last: str = "") -> None:
        """Clear and leave the alternate screen, then print `last` on the normal one. May be called twice."""
        if self._opened or last:
            self._terminal().close(last)

    def leave(self) -> None:
        """Clear both screens and what scrolled away, as far as the terminal allows."""
        self._terminal().leave()
