"""An attempt at an exercise: everything that happened, in order, with the time of each; a line each in a result file.

A result file is plain JSON Lines and no case: it says so in its first line, and only such a file is read back as one.
It holds a pseudonym and what was answered and typed about an invented case; it never holds anything of the vault.
"""

import json
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from meldcode.case.events import Event, UnknownEventError, from_body, to_body

KIND = "meldcode-oefening"
"""What the first line of a result file calls itself."""
FORMAT = 1
MOST_BYTES = 4 * 1024 * 1024
MOST_LINES = 20_000

Mode = Literal["leren", "toets", "klas"]
MODES: tuple[Mode, ...] = ("leren", "toets", "klas")


@dataclass(frozen=True, slots=True)
class Head:
    """Whose attempt it is and at what; `participant` is a pseudonym, `digest` that of the exercise file."""

    exercise: str
    digest: str
    sector: str
    protocol: str
    participant: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of the walk, and when (aware)."""

    at: datetime
    event: Event


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of the story was shown: `part.STEP`, `fact.ID` or `turn`."""

    at: datetime
    piece: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Hands were counted at a question: how many for each option."""

    at: datetime
    question: str
    hands: Mapping[str, int]


Line = Happened | Told | Counted


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt so far."""

    head: Head
    lines: tuple[Line, ...] = ()

    def having(self, line: Line) -> "Attempt":
        """Return the attempt with one more line."""
        return Attempt(self.head, (*self.lines, line))

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened in the walk, in order."""
        return tuple(line.event for line in self.lines if isinstance(line, Happened))

    @property
    def told(self) -> tuple[str, ...]:
        """The pieces of the story that were shown, in order."""
        return tuple(line.piece for line in self.lines if isinstance(line, Told))

    @property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """The hands per question, as counted last."""
        return {line.question: line.hands for line in self.lines if isinstance(line, Counted)}


class NoAttemptError(ValueError):
    """The text is not a result file of an exercise, or is damaged; `line` is where, 1 for the first, and `why` a code.

    Codes: `not_exercise`, `newer`, `size`, `line`.
    """

    def __init__(self, line: int, why: str) -> None:
        """Keep the place and the reason."""
        self.line, self.why = line, why
        super().__init__(f"line {line}: {why}")


def head_text(head: Head) -> str:
    """Return the first line of a result file."""
    return _json({"format": FORMAT, "kind": KIND, **{name: getattr(head, name) for name in Head.__slots__}})


def line_text(line: Line) -> str:
    """Return a further line of a result file."""
    at = {"at": line.at.isoformat()}
    match line:
        case Happened():
            return _json(at | {"event": to_body(line.event)})
        case Told():
            return _json(at | {"told": line.piece})
        case Counted():
            return _json(at | {"question": line.question, "hands": dict(line.hands)})


def parse(text: str) -> Attempt:
    """Read a result file; a last line that was cut is left out. Raises `NoAttemptError`."""
    first, *rest = text.split("\n", MOST_LINES + 1)
    if len(rest) > MOST_LINES:
        raise NoAttemptError(MOST_LINES, "size")
    head = _head(_object(first, 1))
    whole = rest[:-1]  # what follows the last line end was cut, or is empty
    return Attempt(head, tuple(_lines(whole)))


def read(path: Path) -> Attempt:
    """Read a result file; raises `OSError` and `NoAttemptError`."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise NoAttemptError(1, "not_exercise")  # reading from a pipe could wait for ever
    if about.st_size > MOST_BYTES:
        raise NoAttemptError(1, "size")
    return parse(path.read_bytes().decode("utf-8", "replace"))


def _lines(texts: Iterable[str]) -> Iterator[Line]:
    for number, text in enumerate(texts, start=2):
        entry = _object(text, number)
        try:
            yield _line(entry)
        except (KeyError, TypeError, ValueError, AttributeError, UnknownEventError):
            raise NoAttemptError(number, "line") from None


def _line(entry: Mapping[str, object]) -> Line:
    at = datetime.fromisoformat(str(entry["at"]))
    if at.tzinfo is None:
        raise ValueError("a time needs a zone")
    if isinstance(body := entry.get("event"), dict):
        return Happened(at, from_body(body))
    if isinstance(piece := entry.get("told"), str):
        return Told(at, piece)
    hands = entry["hands"]
    if not isinstance(hands, dict) or not all(type(count) is int and count >= 0 for count in hands.values()):
        raise TypeError("hands are counts")
    return Counted(at, str(entry["question"]), hands)


def _head(entry: Mapping[str, object]) -> Head:
    if entry.get("kind") != KIND:
        raise NoAttemptError(1, "not_exercise")
    if entry.get("format") != FORMAT:
        raise NoAttemptError(1, "newer")
    texts = {name: entry.get(name) for name in Head.__slots__}
    if not all(isinstance(text, str) for text in texts.values()) or texts["mode"] not in MODES:
        raise NoAttemptError(1, "line")
    return Head(**texts)  # type: ignore[arg-type]  # each was just seen to be a text


def _object(text: str, number: int) -> dict[str, object]:
    try:
        entry = json.loads(text)
    except (ValueError, RecursionError):
        entry = None
    if not isinstance(entry, dict):
        raise NoAttemptError(number, "not_exercise" if number == 1 else "line")
    return entry


def _json(entry: Mapping[str, object]) -> str:
    return json.dumps(entry, ensure_ascii=True, separators=(",", ":"))
