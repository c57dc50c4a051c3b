"""Made participants at an exercise, with an agreement that is known: for tests, and to try the debrief with.

Each takes the answer of the reference path with a chance, and else any option; `always` sets answers for all of them.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from meldcode.case.events import Answered, Event, Reopened, Skipped, Started
from meldcode.case.state import State, apply, replay
from meldcode.training.attempt import Attempt, Head, Told, head_text, line_text
from meldcode.training.attempt import Happened as At
from meldcode.training.exercise import Exercise, load

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping

    from meldcode.protocol.model import Question

BEGIN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
AWAY = timedelta(minutes=45)


class Made:
    """Makes attempts of one exercise; the same seed makes the same attempts."""

    def __init__(self, exercise: Exercise, seed: int = 1) -> None:
        self.exercise, self.dice = exercise, random.Random(seed)  # noqa: S311 - made answers

    def attempt(self, name: str, agreeing: float = 1.0, always: Mapping[str, object] | None = None) -> Attempt:
        """Return one attempt at the whole exercise."""
        head = Head(
            self.exercise.id, self.exercise.digest, self.exercise.sector, self.exercise.protocol.digest, name, "toets"
        )
        return Attempt(head, tuple(self._lines(agreeing, always or {})))

    def group(self, size: int, agreeing: float = 1.0, always: Mapping[str, object] | None = None) -> list[Attempt]:
        """Return attempts of as many participants."""
        return [self.attempt(f"d{number:03}", agreeing, always) for number in range(1, size + 1)]

    def _lines(self, agreeing: float, always: Mapping[str, object]) -> Iterator[At | Told]:
        at = BEGIN + timedelta(minutes=self.dice.randrange(60))
        state = replay(self.exercise.protocol, ())
        for event in self._events(agreeing, always):
            state = apply(self.exercise.protocol, state, event)
            at += AWAY if self.dice.random() < 0.01 else timedelta(seconds=self.dice.randrange(15, 120))
            yield At(at, event)
            if isinstance(event, Started):
                yield from (Told(at, f"part.{step}") for step in list(self.exercise.parts)[:1])

    def _events(self, agreeing: float, always: Mapping[str, object]) -> Iterator[Event]:
        protocol = self.exercise.protocol
        start = Started(protocol.id, protocol.digest, protocol.version, at=BEGIN.isoformat())
        yield start
        state = apply(protocol, replay(protocol, ()), start)
        state = yield from self._round(state, {**self.exercise.answers, **always}, agreeing)
        turn = self.exercise.turn
        if turn is not None:
            new = Reopened(turn.text.nl)
            yield new
            state = apply(protocol, state, new)
            yield from self._round(state, {**self.exercise.answers, **turn.answers, **always}, agreeing)

    def _round(self, state: State, wanted: Mapping[str, object], agreeing: float) -> Generator[Event, None, State]:
        protocol = self.exercise.protocol
        done: set[str] = set()
        while name := next((each for each in state.path.reached if self._due(each, state) and each not in done), ""):
            done.add(name)
            value = self._value(protocol.questions[name], wanted, agreeing)
            event: Event = Skipped(name) if value is None else Answered(name, value)  # type: ignore[arg-type]
            yield event
            state = apply(protocol, state, event)
        return state

    @staticmethod
    def _due(name: str, state: State) -> bool:
        return name not in state.answers and name not in state.path.waiting

    def _value(self, question: Question, wanted: Mapping[str, object], agreeing: float) -> object:
        options = [option.id for option in question.options]
        raw = wanted.get(question.id)
        if question.type == "choice":
            usual = raw if raw in options else options[0]
            return usual if self.dice.random() < agreeing else self.dice.choice(options)
        if question.type == "signals" and isinstance(raw, list):
            return self._signals(raw, agreeing)
        if question.type == "text" and question.required:
            return raw or "Zo afgesproken."
        return [] if question.type == "multi" and raw is None else raw

    def _signals(self, raw: list[object], agreeing: float) -> list[object]:
        """Miss some of what is there and add some that one is tempted to record."""
        over = [{"signal": each.signal, "seen": "Gezien.", "how": "gezien"} for each in self.exercise.overclaims]
        half = [each for each in raw if self._kept(agreeing, there=True)]
        return [*half, *(each for each in over if self._kept(agreeing, there=False))]

    def _kept(self, agreeing: float, *, there: bool) -> bool:
        return there if self.dice.random() < agreeing else self.dice.random() < 0.5


def text_of(attempt: Attempt) -> str:
    """Return the attempt as a result file has it."""
    return "".join(f"{line}\n" for line in (head_text(attempt.head), *map(line_text, attempt.lines)))


def written(attempt: Attempt, folder: Path) -> Path:
    """Write the attempt into a folder as `train run` does; return the file."""
    path = folder / f"{attempt.head.exercise}.{attempt.head.participant}.jsonl"
    path.write_text(text_of(attempt), encoding="utf-8")
    return path


if __name__ == "__main__":  # python -m tests.training.made_group EXERCISE.yaml FOLDER [SIZE [AGREEING [SEED]]]
    file, target, *rest = sys.argv[1:]
    size, agreeing, seed = [*rest, *("30", "0.7", "1")[len(rest) :]]
    for each in Made(load(Path(file)), int(seed)).group(int(size), float(agreeing)):
        written(each, Path(target))
