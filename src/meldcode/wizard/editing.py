"""Typing on the screen, as values: the text, the place in it, and what they become at a key. Knows no terminal."""

from dataclasses import dataclass, replace

from meldcode.text.visible import visible
from meldcode.wizard.layout import rows, width
from meldcode.wizard.prompter import Write, Written


@dataclass(frozen=True, slots=True)
class Editing:
    """The state of a `Write` field; `at` counts characters of `text`. `ready`: the word "Done" has the focus."""

    field: Write
    text: str
    at: int
    ready: bool = False

    def insert(self, text: str) -> "Editing":
        """Put text in; in a field of one line, line breaks become spaces."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not self.field.lines:
            text = text.rstrip("\n").replace("\n", " ")
        return self._with(self.text[: self.at] + text + self.text[self.at :], self.at + len(text))

    def erase(self, count: int = 1) -> "Editing":
        """Take characters away before the place."""
        start = max(self.at - count, 0)
        return self._with(self.text[:start] + self.text[self.at :], start)

    def erase_word(self) -> "Editing":
        """Take the word before the place away."""
        before = self.text[: self.at].rstrip()
        word = before.rsplit(maxsplit=1)[-1] if before else ""
        return self.erase(self.at - len(before) + len(word))

    def erase_line(self) -> "Editing":
        """Take the line away, as far as it lies before the place."""
        return self.erase(self.at - self._line_start())

    def delete(self) -> "Editing":
        """Take the character after the place away."""
        return self._with(self.text[: self.at] + self.text[self.at + 1 :], self.at)

    def move(self, step: int) -> "Editing":
        """Go some characters to the left or the right."""
        return self.go(self.at + step)

    def home(self) -> "Editing":
        """Go to the start of the line."""
        return self.go(self._line_start())

    def end(self) -> "Editing":
        """Go to the end of the line."""
        end = self.text.find("\n", self.at)
        return self.go(len(self.text) if end < 0 else end)

    def go(self, at: int) -> "Editing":
        """Go to a place in the text."""
        return self._with(self.text, min(max(at, 0), len(self.text)))

    def row_move(self, step: int, columns: int) -> "Editing":
        """Go up or down one row, as rows are shown in so many columns; below the last row is the word "Done"."""
        shown, found, row = self._shown(columns)
        if self.ready or not self.field.lines:
            return replace(self, ready=self.ready and step > 0)
        if row + step >= len(found):
            return replace(self, ready=True)
        if row + step < 0:
            return self
        column = width(shown[found[row][0] : self._shown_at(self.at)])
        start, end = found[row + step]
        # The end of a row that goes on belongs to the next row.
        last = end if row + step + 1 == len(found) or found[row + step + 1][0] > end else end - 1
        place = next((at for at in range(start, last) if width(shown[start : at + 1]) > column), last)
        return self.go(self._text_at(place))

    def other(self) -> "Editing":
        """Move the focus between the text and the word "Done"."""
        return replace(self, ready=not self.ready) if self.field.lines else self

    def shown(self) -> str:
        """Return the text as it may be shown; dots for a secret."""
        if self.field.secret:
            return "•" * len(self.text)
        return self.text if self._as_is() else "".join(map(visible, self.text))

    def cursor(self, columns: int) -> tuple[int, int]:
        """Return how many characters into which row the place is, as the text is shown in so many columns."""
        _, found, row = self._shown(columns)
        return min(self._shown_at(self.at) - found[row][0], columns), row

    def draft(self) -> Written:
        """Return what was typed."""
        return Written(self.text)

    def _with(self, text: str, at: int) -> "Editing":
        return replace(self, text=text, at=at, ready=False)

    def _line_start(self) -> int:
        return self.text.rfind("\n", 0, self.at) + 1

    def _shown(self, columns: int) -> tuple[str, list[tuple[int, int]], int]:
        """Return the shown text, its rows, and the row of the place."""
        shown = self.shown()
        found = rows(shown, columns)
        at = self._shown_at(self.at)
        return shown, found, max(row for row, (start, _) in enumerate(found) if start <= at)

    def _as_is(self) -> bool:
        """Whether every character is shown as one; otherwise each is made visible apart, to count places."""
        return self.field.secret or visible(self.text) == self.text

    def _shown_at(self, at: int) -> int:
        return at if self._as_is() else sum(len(visible(char)) for char in self.text[:at])

    def _text_at(self, shown_at: int) -> int:
        if self._as_is():
            return shown_at
        at = passed = 0
        while at < len(self.text) and passed < shown_at:
            passed += len(visible(self.text[at]))
            at += 1
        return at


def editing(field: Write) -> Editing:
    """Return the state in which a field is shown first."""
    return Editing(field, field.draft, len(field.draft))
