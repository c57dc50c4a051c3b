"""Result files of a group: which of them can be looked at together, and which are left out and why."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from meldcode.case.answers import AnswerError
from meldcode.case.events import Answered
from meldcode.training.attempt import Attempt, Counted, NoAttemptError, read
from meldcode.training.exercise import Exercise
from meldcode.training.remarks import Looked, Remark, looked, remarks

CLASS = "klas"
MOST_HANDS = 9999
"""At one option: what can be typed in a class; more was never counted."""


@dataclass(frozen=True, slots=True)
class Sat:
    """What one participant did, looked at; `participant` is the pseudonym in the file."""

    participant: str
    looked: Looked
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A file that is left out.

    Codes: those of `NoAttemptError`, `unreadable`, `unknown` exercise, `other_version` of the exercise,
    `other_protocol`, `unfit` (its answers do not fit the exercise), `empty`, and `double` (this participant is there).
    """

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """The attempts at one exercise: those of participants, and those of classes in which hands were counted."""

    exercise: Exercise
    sats: tuple[Sat, ...]
    classes: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was read, an exercise each, by id."""

    groups: tuple[Group, ...]
    left: tuple[Left, ...]


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that are named and those in folders that are named (`*.jsonl`), each once, by name."""
    found: dict[Path, Path] = {}
    for path in paths:
        for each in sorted(path.glob("*.jsonl")) if path.is_dir() else (path,):
            found.setdefault(each.resolve(), each)
    return tuple(found.values())


def gather(files: Iterable[Path], exercise_of: Callable[[str], Exercise | None]) -> Gathered:
    """Read the files and group them; `exercise_of` gives an exercise by its id. Of two attempts the first counts."""
    found: dict[str, _Gathering] = {}
    left: list[Left] = []
    for path, attempt in sorted(_read(files, left), key=lambda each: (_begun(each[1]), each[0].name)):
        exercise = exercise_of(attempt.head.exercise)
        why = _unfit(attempt, exercise)
        if exercise is not None and not why:
            why = found.setdefault(exercise.id, _Gathering(exercise)).take(attempt)
        if why:
            left.append(Left(path, why))
    groups = tuple(found[name].group() for name in sorted(found) if found[name])
    return Gathered(groups, tuple(sorted(left, key=lambda each: str(each.path))))


class _Gathering:
    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.sats: dict[str, Sat] = {}
        self.classes: dict[str, Attempt] = {}

    def __bool__(self) -> bool:
        return bool(self.sats or self.classes)

    def take(self, attempt: Attempt) -> str:
        """Add an attempt, or return why not."""
        name = " ".join(attempt.head.participant.split())
        known = name.casefold()
        if attempt.head.mode == CLASS:
            if known in self.classes:
                return "double"
            self.classes[known] = attempt
            return ""
        if known in self.sats:
            return "double"
        try:
            at = looked(self.exercise, attempt)
            self.sats[known] = Sat(name, at, remarks(at))
        except (AnswerError, KeyError, TypeError, ValueError):
            return "unfit"
        return ""

    def group(self) -> Group:
        sats = tuple(self.sats[name] for name in sorted(self.sats))
        return Group(self.exercise, sats, tuple(self.classes[name] for name in sorted(self.classes)))


def _read(files: Iterable[Path], left: list[Left]) -> Iterator[tuple[Path, Attempt]]:
    for path in files:
        try:
            yield path, read(path)
        except NoAttemptError as error:
            left.append(Left(path, error.why))
        except (OSError, ValueError):
            left.append(Left(path, "unreadable"))


def _begun(attempt: Attempt) -> float:
    return attempt.lines[0].at.timestamp() if attempt.lines else 0.0


def _unfit(attempt: Attempt, exercise: Exercise | None) -> str:
    """Return why an attempt can't be looked at with this exercise, or nothing."""
    if exercise is None:
        return "unknown"
    if attempt.head.digest != exercise.digest:
        return "other_version"
    if attempt.head.protocol != exercise.protocol.digest:
        return "other_protocol"
    counted = [count for line in attempt.lines if isinstance(line, Counted) for count in line.hands.values()]
    if max(counted, default=0) > MOST_HANDS:
        return "unfit"
    answered = any(isinstance(event, Answered) for event in attempt.events)
    return "" if (counted if attempt.head.mode == CLASS else answered) else "empty"
