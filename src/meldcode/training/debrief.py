"""All that there is to discuss with a group after an exercise: numbers about the group, never about one person."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from meldcode.protocol.model import DECISION, LEVELS, NO_TEXT, Text
from meldcode.training.agreement import Interval, Metric, alpha, interval
from meldcode.training.exercise import Exercise
from meldcode.training.gather import Group, Sat
from meldcode.training.pace import Pace, paces
from meldcode.training.parting import Route, Station, routes, stations
from meldcode.training.remarks import SIGNALS, recorded
from meldcode.training.spread import (
    FIRST,
    Spread,
    Weighed,
    answers_in,
    hands,
    in_order,
    rounds_of,
    spreads,
    weighed,
)

FEW = 5
"""In a group below this someone could recognise a person in the numbers."""

Kind = Literal["danger", "decision", "signals", "same_options"]
"""Which units share a scale: questions from least to most dangerous, the decision, signals, or the same options."""

Unit = tuple[str, int, str]
"""Exercise, round, and question or signal."""
Cells = dict[Unit, dict[str, int]]
"""Per unit the rank of each participant's answer."""
ScaleKey = tuple[Kind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Scale:
    """Agreement among participants on units with one scale; `units` are those that two or more of them answered.

    `alpha` is None where it does not exist (one unit, or the same answer everywhere), `interval` too for few people.
    """

    kind: Kind
    options: tuple[str, ...]
    metric: Metric
    units: tuple[Unit, ...]
    participants: int
    alpha: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class SignalCount:
    """How many recorded a signal; `role` is `shown`, `overclaimed` or `not_in_story`."""

    signal: str
    role: str
    count: int
    because: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class FaultCount:
    """In how many attempts something about the process was found; `flag` names the flag, for the code `flag`."""

    code: str
    flag: str
    count: int
    because: Text


@dataclass(frozen=True)
class Debrief:
    """A group and an exercise. `sats` are the attempts it rests on, for those who ask for rows."""

    exercise: Exercise
    sats: tuple[Sat, ...]
    classes: int
    spreads: tuple[Spread, ...]
    hands: tuple[Spread, ...]
    weighed: tuple[Weighed, ...]
    recorders: int
    signals: tuple[SignalCount, ...]
    faults: tuple[FaultCount, ...]
    stations: tuple[Station, ...]
    routes: tuple[Route, ...]
    paces: tuple[Pace, ...]
    away: int
    scales: tuple[Scale, ...]

    @cached_property
    def voters(self) -> int:
        """The most hands that were counted at one question."""
        return max((each.asked for each in self.hands), default=0)

    @cached_property
    def unfinished(self) -> int:
        """Participants without a decision in the last round that they came to, or who did not come to the last."""
        last = rounds_of(self.exercise)[-1]
        return sum(DECISION not in answers_in(sat, last) for sat in self.sats)


def debrief(group: Group) -> Debrief:
    """Return the debrief of one exercise."""
    exercise, sats = group.exercise, group.sats
    times, away = paces(exercise, sats)
    return Debrief(
        exercise=exercise,
        sats=sats,
        classes=len(group.classes),
        spreads=tuple(spreads(exercise, sats)),
        hands=tuple(hands(exercise, group.classes)),
        weighed=tuple(weighed(exercise, sats)),
        recorders=sum(SIGNALS in sat.looked.state.answers for sat in sats),
        signals=tuple(_signals(exercise, sats)),
        faults=tuple(_faults(sats)),
        stations=stations(exercise, sats),
        routes=routes(exercise, sats),
        paces=times,
        away=away,
        scales=scales([group]),
    )


def scales(groups: Iterable[Group]) -> tuple[Scale, ...]:
    """Return the agreement per scale over one exercise or several; a participant is known by the pseudonym."""
    cells: dict[ScaleKey, Cells] = {}
    for group in groups:
        for key, unit, name, rank in _ranks(group):
            cells.setdefault(key, {}).setdefault(unit, {})[name] = rank
    found = (_scale(key, cells[key]) for key in sorted(cells, key=_order))
    return tuple(each for each in found if each.kind != "same_options" or len(each.units) > 1)


def _order(key: ScaleKey) -> tuple[int, tuple[str, ...]]:
    return ("danger", "decision", "signals", "same_options").index(key[0]), key[1]


def _scale(key: ScaleKey, cells: Cells) -> Scale:
    kind, options = key
    units = tuple(unit for unit, given in cells.items() if len(given) > 1)
    names = sorted({name for unit in units for name in cells[unit]})
    rows = [[cells[unit].get(name) for unit in units] for name in names]
    metric: Metric = "ordinal" if kind in ("danger", "decision") else "nominal"
    # With one unit alpha is 0 whatever people answered: there is nothing to set their differences against.
    several = len(units) > 1
    found = alpha(rows, metric) if several else None
    reach = interval(rows, metric) if found is not None else None
    return Scale(kind, options, metric, units, len(names), found, reach)


def _ranks(group: Group) -> Iterator[tuple[ScaleKey, Unit, str, int]]:
    """Yield every answer with its scale: (scale, unit, participant, rank)."""
    for sat in group.sats:
        yield from _question_ranks(group.exercise, sat)
        yield from _signal_ranks(group.exercise, sat)


def _question_ranks(exercise: Exercise, sat: Sat) -> Iterator[tuple[ScaleKey, Unit, str, int]]:
    for number in rounds_of(exercise):
        answers = answers_in(sat, number)
        for question in in_order(exercise):
            given = answers.get(question.id)
            if question.type != "choice" or not isinstance(given, str):
                continue
            unit = (exercise.id, number, question.id)
            options = tuple(option.id for option in question.options)
            if question.id == DECISION:
                yield ("decision", ()), unit, sat.participant, LEVELS.index(given)
            elif question.rising:
                yield ("danger", (str(len(options)),)), unit, sat.participant, options.index(given)
            else:
                ordered = tuple(sorted(options))
                yield ("same_options", ordered), unit, sat.participant, ordered.index(given)


def _signal_ranks(exercise: Exercise, sat: Sat) -> Iterator[tuple[ScaleKey, Unit, str, int]]:
    """Yield for every signal that the exercise names whether it was recorded.

    The list is fixed by the exercise: what one person alone recorded does not change it.
    """
    if SIGNALS not in sat.looked.state.answers:
        return
    noted = {each.signal for each in recorded(sat.looked)}
    for name in _named(exercise):
        yield ("signals", ()), (exercise.id, FIRST, name), sat.participant, int(name in noted)


def _named(exercise: Exercise) -> tuple[str, ...]:
    return (*(each.signal for each in exercise.signals), *(each.signal for each in exercise.overclaims))


def _signals(exercise: Exercise, sats: Sequence[Sat]) -> Iterator[SignalCount]:
    """Yield the signals: those of the story by how often they were missed, then what was recorded beside it."""
    counts = Counter(signal for sat in sats for signal in {each.signal for each in recorded(sat.looked)})
    shown = [SignalCount(each.signal, "shown", counts[each.signal], each.because) for each in exercise.signals]
    yield from sorted(shown, key=lambda each: each.count)
    over = [SignalCount(each.signal, "overclaimed", counts[each.signal], each.because) for each in exercise.overclaims]
    yield from sorted(over, key=lambda each: -each.count)
    other = [SignalCount(name, "not_in_story", counts[name]) for name in counts.keys() - set(_named(exercise))]
    yield from sorted(other, key=lambda each: (-each.count, each.signal))


_RECORDING = frozenset({"interpretation_as_fact", "no_fact", "no_date", "no_how"})


def _faults(sats: Sequence[Sat]) -> Iterator[FaultCount]:
    """Yield what was found about the process and the recording, most frequent first; once an attempt."""
    counts: Counter[tuple[str, str]] = Counter()
    because: Mapping[tuple[str, str], Text] = {}
    for sat in sats:
        found = {
            (each.code, each.question if each.code == "flag" else ""): each.because
            for each in sat.remarks
            if each.kind == "fault" or each.code in _RECORDING
        }
        counts.update(found.keys())
        because = {**found, **because}
    for (code, flag), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield FaultCount(code, flag, count, because[code, flag])
