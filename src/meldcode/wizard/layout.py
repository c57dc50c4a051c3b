"""Break text into rows that fit: on spaces only, never inside a word or a number, unless it is wider than a row."""

import re
import unicodedata
from collections.abc import Iterator

_LINK = re.compile(r"[(<\[]?https?://")
_WORD = re.compile(r"[^ ]+ *| +")
# A space between two digits belongs to the number (06 12 34 56 78), one after a sign of progress to that sign.
_TOGETHER = re.compile(r"(?:[^ ]|(?<=\d) (?=\d)|(?<=[●◉○]) (?=[^ ]))+ *| +")


def width(text: str) -> int:
    """Return how many columns a text takes; text as `visible` gives it, without line breaks."""
    return len(text) if text.isascii() else sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def rows(text: str, columns: int, *, whole_links: bool = False) -> list[tuple[int, int]]:
    """Return the start and end of every row in the text.

    Together the rows are the whole text but for its line breaks. Spaces at the end of a row may stick out of it.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        found += [(at + start, at + end) for start, end in _line_rows(line, max(columns, 1), whole_links=whole_links)]
        at += len(line) + 1
    return found


def wrap(text: str, columns: int, *, whole_links: bool = False) -> list[str]:
    """Return the rows as texts, without spaces at their ends.

    With `whole_links` a web address that is wider than a row gets a row of its own and sticks out of it: a terminal
    that breaks it itself still copies it as one.
    """
    return [text[start:end].rstrip(" ") for start, end in rows(text, columns, whole_links=whole_links)]


def hang(prefix: str, text: str, columns: int, *, whole_links: bool = False) -> list[str]:
    """Return the rows of a text behind a prefix; rows after the first begin under the text."""
    room = max(columns - width(prefix), 1)
    first, *rest = wrap(text, room, whole_links=whole_links)
    return [prefix + first, *(" " * width(prefix) + row for row in rest)]


def _line_rows(line: str, columns: int, *, whole_links: bool) -> Iterator[tuple[int, int]]:
    start = end = used = 0
    for piece_start, piece_end in _pieces(line, columns, whole_links=whole_links):
        piece = line[piece_start:piece_end]
        if end > start and used + width(piece.rstrip(" ")) > columns:
            yield start, end
            start, used = piece_start, 0
        used += width(piece)
        end = piece_end
    yield start, end


def _pieces(line: str, columns: int, *, whole_links: bool) -> Iterator[tuple[int, int]]:
    """Every part of a line that stays together, with the spaces after it; only a whole link may be too wide."""
    for whole in _TOGETHER.finditer(line):
        if width(whole[0].rstrip(" ")) <= columns:
            yield whole.span()
            continue
        for word in _WORD.finditer(line, *whole.span()):
            if width(word[0].rstrip(" ")) <= columns or (whole_links and _LINK.match(word[0])):
                yield word.span()
            else:
                yield from _chunks(line, word.start(), word.end(), columns)


def _chunks(line: str, start: int, end: int, columns: int) -> Iterator[tuple[int, int]]:
    used = 0
    for at in range(start, end):
        wide = width(line[at])
        if used + wide > columns and at > start:
            yield start, at
            start, used = at, 0
        used += wide
    yield start, end
