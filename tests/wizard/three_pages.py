"""Asks three pages in a real terminal and prints what came back; the first argument is what to do else.

`hostile`: asks every hostile page first. `crash`: an exception after a page. `silent`: ends without closing. `slow`:
works a while after every page.
"""

import sys
import time

from meldcode.wizard.prompter import Asked, Command, Prompter, Reply
from meldcode.wizard.screen import Screen
from tests.wizard.pages import CONSULTED, FACTS, HOSTILE, SIGNALS, hostile_pages


def main(extra: str) -> int:
    screen: Prompter = Screen("nl")
    if extra == "hostile":
        for text in HOSTILE.values():
            for page in hostile_pages(text):
                screen.ask(page)
    replies: list[Reply] = []
    last: Reply | None = None
    for page in (CONSULTED, SIGNALS, FACTS):
        last = screen.ask(page)
        replies.append(last)
        if extra == "crash":
            raise RuntimeError
        if extra == "silent":
            return 0
        if extra == "slow":
            time.sleep(0.5)
        if isinstance(last, Asked) and last.command in {Command.LEAVE, Command.PAUSE, Command.INTERRUPT}:
            break
    if isinstance(last, Asked) and last.command is Command.LEAVE:
        time.sleep(0.5)
        screen.leave()
        return 0
    screen.close("\n".join(map(repr, replies)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
