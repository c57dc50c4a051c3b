"""Someone at a terminal who does what a lesson says: sees each screen that it shows, and types what it says to type."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.endtoend.test_walk import Sitting

if TYPE_CHECKING:
    from collections.abc import Iterator

LESSON: Final = Path(__file__).parents[2] / "docs" / "eerste-zaak.md"
PIECE: Final = re.compile(r"```(?P<info>.+)\n(?P<body>(?:.*\n)*?)```\n|^\*\*U typt:\*\* (?P<keys>.*)\n", re.MULTILINE)
KEYS: Final = {"Enter": "\r", "Ctrl-S": "\x13", "Ctrl-X": "\x18", "PageDown": "\x1b[6~", "spatie": " "}


def pieces() -> Iterator[re.Match[str]]:
    """Yield every block and every line of keys, in the order of the page."""
    return PIECE.finditer(LESSON.read_text("utf-8"))


class Reader:
    """Someone with a place for a vault and one program at a time."""

    def __init__(self, vault: Path) -> None:
        """Sit down; nothing runs yet."""
        self.vault = vault
        self.sitting: Sitting | None = None

    def start(self, command: str) -> None:
        """Start a command of the page in a terminal of 80 by 24."""
        self.sitting = Sitting(self.vault, *shlex.split(command)[1:], rows=24)

    def see(self, text: str) -> None:
        """Wait until the screen shows these lines, one after the other."""
        assert self.sitting
        self.sitting.see(text)

    def type(self, line: str) -> None:
        """Press the keys of a line."""
        assert self.sitting
        self.sitting.send("".join(KEYS.get(each, each) for each in re.findall(r"`([^`]+)`", line)))

    def end(self) -> None:
        """See the program end without a complaint, if one runs."""
        if self.sitting:
            assert self.sitting.end() == 0
