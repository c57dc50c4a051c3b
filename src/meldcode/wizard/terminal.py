"""The terminal behind `Screen`: one application for the whole session, which runs only while a page is asked.

One application, so that the alternate screen is entered and left once and the terminal stays raw between pages: keys
are not echoed there, and Ctrl-C waits for the next page instead of breaking into a write.
"""

import asyncio
import atexit
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from prompt_toolkit.application import Application
from prompt_toolkit.application.run_in_terminal import run_in_terminal
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, UIContent, UIControl, Window
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.styles import Style

from meldcode.text.visible import visible
from meldcode.wizard.editing import editing
from meldcode.wizard.frame import Frame, View, frame, text_columns
from meldcode.wizard.keys import NAMES, press
from meldcode.wizard.layout import wrap
from meldcode.wizard.picking import picking
from meldcode.wizard.prompter import Asked, Choose, Command, Page, Reply

if TYPE_CHECKING:
    from prompt_toolkit.key_binding.key_processor import KeyPress

_STYLE = Style.from_dict({"title": "bold", "emergency": "bold", "marked": "reverse", "error": "bold ansired"})
_ESCAPE_SECONDS = 0.05
_CLEAR_SCROLLBACK = "\x1b[3J"
_SIGNALS = {"SIGINT": Command.INTERRUPT, "SIGTERM": Command.PAUSE, "SIGHUP": Command.PAUSE}


class Terminal:
    """Runs the pages of one session; `Screen` says what it promises."""

    def __init__(self, language: str, input_: Input | None, output: Output | None) -> None:
        self._language = language
        self._input = input_ or create_input()
        self._output = output or create_output()
        self._told = ""
        self._ahead: list[KeyPress] = []
        self._handlers: dict[int, Any] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._view: View
        self._app: Application[None]
        self._task: asyncio.Task[None]
        self._reply: asyncio.Future[Reply]
        self._left = False

    def ask(self, page: Page) -> Reply:
        """Show the page and wait for the reply."""
        form = picking(page.field) if isinstance(page.field, Choose) else editing(page.field)
        self._view, self._told = View(page, form, self._language, told=self._told), ""
        try:
            loop = self._loop or self._start()
        except OSError:
            return self._asked(Command.PAUSE)
        if loop.is_closed() or self._task.done():
            return self._asked(Command.PAUSE)
        self._reply = loop.create_future()
        if self._app.context is not None:
            loop.call_soon(self._resume, context=self._app.context.copy())
        either: set[asyncio.Future[Any]] = {self._reply, self._task}
        loop.run_until_complete(asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED))
        if not self._reply.done():
            self._end()
            return self._asked(Command.PAUSE)
        reply = self._reply.result()
        if isinstance(reply, Asked) and reply.command is Command.LEAVE:
            self.leave()
        return reply

    def tell(self, text: str) -> None:
        """Keep a text for the next page."""
        self._told = text

    def close(self, last: str = "") -> None:
        """Clear and leave the alternate screen, then print `last`."""
        self._end()
        if last and not self._left:
            columns = text_columns(self._output.get_size().columns + 2)
            with suppress(OSError):
                self._output.write("".join(f"{row}\n" for row in wrap(visible(last), columns)))
                self._output.flush()

    def leave(self) -> None:
        """Clear both screens and what scrolled away."""
        self._end()
        self._left = True
        with suppress(OSError):
            self._output.cursor_goto(0, 0)
            self._output.erase_screen()
            # Last: some terminals keep what is erased as scrolled away.
            self._output.write_raw(_CLEAR_SCROLLBACK)
            self._output.flush()

    def _application(self) -> Application[None]:
        keys = KeyBindings()
        for name in NAMES:
            keys.add(name, eager=True)(self._pressed)
        app: Application[None] = Application(
            layout=Layout(Window(_PageControl(self._draw))),
            key_bindings=keys,
            style=_STYLE,
            include_default_pygments_style=False,
            full_screen=True,
            erase_when_done=True,
            input=self._input,
            output=self._output,
        )
        app.ttimeoutlen = _ESCAPE_SECONDS
        return app

    def _draw(self, columns: int, rows: int) -> Frame:
        return frame(self._view, columns, rows)

    def _asked(self, command: Command) -> Asked:
        return Asked(command, self._view.form.draft())

    def _start(self) -> asyncio.AbstractEventLoop:
        self._app = self._application()
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(self._failed)
        self._task = self._loop.create_task(self._app.run_async(set_exception_handler=False, handle_sigint=False))
        if threading.current_thread() is threading.main_thread():
            self._watch_signals()
        atexit.register(self._end)
        return self._loop

    def _end(self) -> None:
        """Clear and leave the alternate screen and give the terminal and the signals back."""
        if self._loop is None or self._loop.is_closed():
            return
        if not self._task.done():
            with suppress(OSError):
                # The application clears upwards from where it believes the cursor is; something else may have printed.
                self._output.cursor_goto(0, 0)
                self._output.flush()
            if not self._app.is_done:
                self._app.exit()
            self._loop.run_until_complete(asyncio.wait({self._task}))
        self._loop.close()
        atexit.unregister(self._end)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        if failure := self._task.exception():
            _only_when_the_terminal_is_gone(failure)

    def _failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Take over from asyncio, which would print a traceback."""
        failure = context.get("exception")
        if self._reply.done():
            return
        if isinstance(failure, OSError):
            self._reply.set_result(self._asked(Command.PAUSE))
        else:
            self._reply.set_exception(failure or RuntimeError(context["message"]))

    def _resume(self) -> None:
        """Show the page, then use the keys that came after the previous reply."""
        self._app.invalidate()
        ahead, self._ahead = self._ahead, []
        self._app.key_processor.feed_multiple(ahead)
        self._app.key_processor.process_keys()

    def _pressed(self, event: KeyPressEvent) -> None:
        key = event.key_sequence[0].key
        if self._reply.done():
            self._ahead += event.key_sequence
            return
        if key == Keys.Escape and self._skip_rest_of_escape():
            return
        name = key.value if isinstance(key, Keys) else Keys.Any.value
        size = self._output.get_size()
        result = press(self._view, name, event.data, (size.columns, size.rows))
        if isinstance(result, View):
            self._view = result
        else:
            self._reply.set_result(result)

    def _ask_for(self, command: Command) -> None:
        if not self._reply.done():
            self._reply.set_result(self._asked(command))
        elif self._loop:
            self._loop.call_soon(self._ask_for, command)

    def _skip_rest_of_escape(self) -> bool:
        """Drop an unknown sequence or Alt with a key, which begin like Esc; without this it would go back and type."""
        queue = self._app.key_processor.input_queue
        if not queue or (isinstance(queue[0].key, Keys) and queue[0].key not in {Keys.ControlM, Keys.ControlJ}):
            return False
        first = queue.popleft().key
        while first in {"[", "O"} and queue and not isinstance(queue[0].key, Keys):
            if queue.popleft().key >= "@" or first == "O":
                break
        return True

    def _watch_signals(self) -> None:
        for name, command in _SIGNALS.items():
            self._watch(name, partial(self._ask_for, command))
        self._watch("SIGTSTP", self._suspend)

    def _watch(self, name: str, react: Callable[[], None]) -> None:
        """React to a signal when the loop runs: at once, or at the next page when something is being stored."""
        loop = self._loop
        if loop and (number := getattr(signal, name, None)):
            self._handlers[number] = signal.signal(number, lambda *_: loop.call_soon_threadsafe(react))

    def _suspend(self) -> None:
        """Stop the program as the shell asked, with the screen cleared while it is stopped."""

        def stop() -> None:
            handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, handler)

        if self._app.context is not None:
            self._app.context.copy().run(run_in_terminal, stop)


class _PageControl(UIControl):
    """Shows a frame of exactly the size of its window."""

    def __init__(self, draw: Callable[[int, int], Frame]) -> None:
        self._draw = draw

    def is_focusable(self) -> bool:
        return True

    def create_content(self, width: int, height: int) -> UIContent:
        shown = self._draw(width, height)
        x, y = shown.cursor or (0, 0)

        def line(row: int) -> StyleAndTextTuples:
            style, text = shown.rows[row]
            # The cursor can only stand where there is a character.
            return [(f"class:{style}" if style else "", text.ljust(x + 1) if row == y else text)]

        return UIContent(
            get_line=line,
            line_count=len(shown.rows),
            cursor_position=Point(x=x, y=y),
            show_cursor=shown.cursor is not None,
        )


def _only_when_the_terminal_is_gone(failure: BaseException) -> None:
    if not isinstance(failure, OSError | EOFError):
        raise failure
