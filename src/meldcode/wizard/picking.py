"""Choosing on the screen, as values: what is marked, and what it becomes at a key. Knows no terminal."""

from dataclasses import dataclass, replace

from meldcode.wizard.prompter import Choose, Chosen


@dataclass(frozen=True, slots=True)
class Picking:
    """The state of a `Choose` field; rows are counted from 0.

    `at` is the row with the mark, None before the first key. With `several`, `ticked` are the rows that count and one
    row follows the options: "none of these". `typed` are the digits of a number that is being typed; with `several` it
    waits to be finished: by a next digit, or by ticking the marked row.
    """

    field: Choose
    at: int | None
    ticked: frozenset[int] = frozenset()
    typed: str = ""

    @property
    def row_count(self) -> int:
        """How many rows can be marked."""
        return len(self.field.options) + self.field.several

    @property
    def many(self) -> bool:
        """Whether numbers have more digits, so that a digit alone does not say which option is meant."""
        return len(self.field.options) > 9  # noqa: PLR2004 - the highest digit

    def move(self, step: int) -> "Picking":
        """Go up or down, from the last row on to the first."""
        start = -1 if self.at is None and step > 0 else self.at or 0
        return self.go((start + step) % self.row_count)

    def go(self, row: int) -> "Picking":
        """Go to a row; -1 is the last."""
        return replace(self, at=row % self.row_count, typed="")

    def toggle(self) -> "Picking":
        """Tick or untick the marked row; "none of these" and the options exclude each other."""
        if self.at is None or not self.field.several:
            return self
        none = len(self.field.options)
        others = self.ticked & {none} if self.at == none else self.ticked - {none}
        return replace(self, ticked=others ^ {self.at}, typed="")

    def digit(self, digit: str) -> "Picking":
        """Mark the option with this number; with more than nine options a second digit extends the first.

        With several it ticks or unticks at once, but waits where the number may go on or would take ticks away. A
        number without an option changes nothing.
        """
        if self.field.several:
            return self._tick_number(self.number(digit))
        for typed in (self.typed + digit, digit):
            row = self._row(int(typed))
            if row is not None:
                return replace(self, at=row, typed=typed if self.many else "")
        return replace(self, typed="")

    def number(self, digit: str) -> str:
        """Return the number that a digit makes with those before it; none begins with 0."""
        return digit if self.typed == "0" else self.typed + digit

    def has(self, number: str) -> bool:
        """Tell whether a row has this number."""
        return self._row(int(number)) is not None

    @property
    def goes_on(self) -> bool:
        """Whether one more digit could follow on those that were typed."""
        return 0 < int(self.typed or 0) * 10 <= len(self.field.options)

    @property
    def waits(self) -> bool:
        """Whether a number was typed that ticks nothing yet."""
        return self.field.several and bool(self.typed)

    def _tick_number(self, number: str) -> "Picking":
        row = self._row(int(number))
        if row is None:
            return replace(self, typed="")
        marked = replace(self, at=row, typed=number)
        takes_away = number == "0" and bool(self.ticked - {row})
        return marked if marked.goes_on or takes_away else marked.toggle()

    def _row(self, number: int) -> int | None:
        if number == 0:
            return len(self.field.options) if self.field.several else None
        return number - 1 if number <= len(self.field.options) else None

    def draft(self) -> Chosen:
        """Return what is chosen so far."""
        rows = self.ticked if self.field.several else {self.at}
        return Chosen(tuple(option.id for row, option in enumerate(self.field.options) if row in rows))

    def chosen(self) -> Chosen | None:
        """Return the answer; None when nothing was chosen yet."""
        nothing = not self.ticked if self.field.several else self.at is None
        return None if nothing else self.draft()


def picking(field: Choose) -> Picking:
    """Return the state in which a field is shown first."""
    marked = [row for row, option in enumerate(field.options) if option.id in field.marked]
    return Picking(field, at=marked[0] if marked else None, ticked=frozenset(marked if field.several else ()))
