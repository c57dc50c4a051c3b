"""Where output goes: results to stdout, messages to stderr, and neither ever fails on a character."""

import sys
from dataclasses import dataclass

from meldcode.protocol.model import Language
from meldcode.text import say


def forgiving() -> None:
    """Show a replacement for characters that the terminal can't show, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@dataclass(frozen=True, slots=True)
class Voice:
    """Says things in the language of this run."""

    language: Language
    plain: bool = False

    def out(self, text: str) -> None:
        """Write a result."""
        print(text, end="" if text.endswith("\n") else "\n", flush=True)

    def note(self, key: str, **values: object) -> None:
        """Write a message beside the result."""
        print(say(self.language, key, **values), file=sys.stderr, flush=True)

    def fail(self, text: str) -> None:
        """Write an error."""
        print(f"{say(self.language, 'cli.error')} {text}", file=sys.stderr, flush=True)
