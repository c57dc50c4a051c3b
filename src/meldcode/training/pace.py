"""How long the steps took, from the times in the result files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import quantiles

from meldcode.case.events import Answered, Drafted, Event, Reopened, Retracted, Skipped
from meldcode.training.attempt import Attempt, Happened
from meldcode.training.exercise import Exercise
from meldcode.training.gather import Sat
from meldcode.training.spread import FIRST, SECOND

IDLE = timedelta(minutes=30)
"""Two lines of a file further apart than this: someone was away."""


@dataclass(frozen=True, slots=True)
class Pace:
    """The time that participants spent on a step in a round, in seconds: median and quartiles."""

    round: int
    step: str
    participants: int
    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True)
class Spent:
    """The seconds of one attempt per round and step; `away` are the gaps that were left out."""

    seconds: Mapping[tuple[int, str], float]
    away: int


def spent(exercise: Exercise, attempt: Attempt) -> Spent:
    """Return the time of an attempt: what lies before an answer counts for its step, reading too."""
    steps = {name: step.id for step in reversed(exercise.protocol.steps) for name in step.questions}
    seconds: dict[tuple[int, str], float] = {}
    number, before, reading, away = FIRST, None, 0.0, 0
    for line in attempt.lines:
        gap = line.at - before if before is not None else timedelta()
        before = line.at
        away += gap > IDLE
        reading += gap.total_seconds() if timedelta() < gap <= IDLE else 0.0
        if not isinstance(line, Happened):
            continue
        if isinstance(line.event, Reopened):
            number = SECOND
        elif step := steps.get(_question(line.event), ""):
            seconds[number, step] = seconds.get((number, step), 0.0) + reading
            reading = 0.0
    return Spent(seconds, away)


def paces(exercise: Exercise, sats: Sequence[Sat]) -> tuple[tuple[Pace, ...], int]:
    """Return the time per round and step in the order of the walk, and how many idle gaps were left out."""
    all_spent = [spent(exercise, sat.looked.attempt) for sat in sats]
    found = []
    for number in (FIRST, SECOND):
        for step in exercise.protocol.steps:
            times = [each.seconds[number, step.id] for each in all_spent if (number, step.id) in each.seconds]
            if times:
                found.append(Pace(number, step.id, len(times), *_quartiles(times)))
    return tuple(found), sum(each.away for each in all_spent)


def _quartiles(times: Sequence[float]) -> Iterator[float]:
    if len(times) == 1:
        yield from (times[0], times[0], times[0])
    else:
        yield from quantiles(times, n=4, method="inclusive")


def _question(event: Event) -> str:
    return event.question if isinstance(event, Answered | Drafted | Skipped | Retracted) else ""
