"""How much people agree who answered the same questions: pure numbers.

A table has a row for each participant and a column for each question or signal (a unit); a cell is the rank of the
answer, 0 for the first, or None where there is none.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt
from typing import Literal

Metric = Literal["nominal", "ordinal"]
Row = Sequence[int | None]

RESAMPLES = 1000
SEED = 6
"""Fixed, so that the same files always give the same interval."""
LEAST = 20
"""Participants below which there is no interval: then it is too narrow.

In our trials with made groups (2026-11-23) it held the true value 88 times in a hundred at 10 to 15 participants.
"""
Z = 1.959963984540054
"""Of a standard normal distribution 95 per cent lies within this many deviations."""
_MOST_UNDEFINED = RESAMPLES // 20


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a number lies with 95 per cent confidence."""

    low: float
    high: float


def alpha(rows: Sequence[Row], metric: Metric) -> float | None:
    """Return Krippendorff's alpha: 1 is full agreement, 0 is what chance would give, below 0 is less than that.

    None where it does not exist: fewer than two answers in every unit, or the same answer everywhere.
    Source: Krippendorff, Content Analysis (2018), chapter 12; a unit with a single answer is left out.
    """
    return _Table(rows).alpha(range(len(rows)), metric)


def interval(rows: Sequence[Row], metric: Metric) -> Interval | None:
    """Return the 95 per cent percentile bootstrap interval of alpha over participants: what another group could give.

    Whole participants are drawn with replacement, as many as there are, `RESAMPLES` times; the units stay as they are.
    One who is drawn twice is never compared with themselves, which would count as agreement. None below `LEAST`
    participants, and where alpha does not exist in more than one resample in twenty.
    """
    if len(rows) < LEAST:
        return None
    table, dice, numbers = _Table(rows), random.Random(SEED), range(len(rows))  # noqa: S311 - statistics, no secret
    drawn = (table.alpha(dice.choices(numbers, k=len(rows)), metric) for _ in range(RESAMPLES))
    found = sorted(each for each in drawn if each is not None)
    if RESAMPLES - len(found) > _MOST_UNDEFINED:
        return None
    tail = len(found) // 40
    return Interval(found[tail], found[-1 - tail])


def wilson(hits: int, total: int) -> Interval | None:
    """Return the 95 per cent interval of a share (Wilson, 1927), which holds for small groups too; None without any."""
    if not total:
        return None
    share, square = hits / total, Z * Z / total
    middle = share + square / 2
    around = Z * sqrt(share * (1 - share) / total + square / (4 * total))
    return Interval(max(0.0, (middle - around) / (1 + square)), min(1.0, (middle + around) / (1 + square)))


def alike(counts: Mapping[str, int]) -> float | None:
    """Return the chance that two participants, drawn at random, gave the same answer; None below two."""
    total = sum(counts.values())
    if total < 2:  # noqa: PLR2004 - a pair
        return None
    return sum(count * (count - 1) for count in counts.values()) / (total * (total - 1))


class _Table:
    def __init__(self, rows: Sequence[Row]) -> None:
        self.units = tuple(zip(*rows, strict=True))
        self.open = tuple(tuple(at for at, value in enumerate(unit) if value is None) for unit in self.units)

    def alpha(self, drawn: Sequence[int], metric: Metric) -> float | None:
        """Return alpha of these participants, some of whom may be there more than once."""
        copies = Counter(drawn)
        own = sum(count * count for count in copies.values())
        counted: list[tuple[Counter[int], int, int]] = []
        for unit, missing in zip(self.units, self.open, strict=True):
            counts = Counter(map(unit.__getitem__, drawn))
            del counts[None]
            total = counts.total()
            pairs = total * total - own + sum(copies[at] ** 2 for at in missing)
            if pairs > 0:
                counted.append((counts, total, pairs))
        return _alpha(counted, metric)


def _alpha(units: Sequence[tuple[Counter[int], int, int]], metric: Metric) -> float | None:
    """Return one minus observed by expected disagreement; a unit is its counts, their total and its ordered pairs."""
    totals: Counter[int] = sum((counts for counts, _, _ in units), Counter())
    apart, whole = _distances(totals, metric), totals.total()
    expected = _disagreement(totals, apart) / (whole * (whole - 1)) if whole > 1 else 0.0
    if not expected:
        return None
    observed = sum(total * _disagreement(counts, apart) / pairs for counts, total, pairs in units) / whole
    return 1 - observed / expected


def _disagreement(counts: Mapping[int, int], apart: Mapping[tuple[int, int], float]) -> float:
    """Return the sum of the distances over all ordered pairs of answers."""
    return 2 * sum(counts.get(one, 0) * counts.get(other, 0) * far for (one, other), far in apart.items())


def _distances(totals: Mapping[int, int], metric: Metric) -> dict[tuple[int, int], float]:
    """Return how far each two answers are apart; the ordinal distance counts the answers that lie between them."""
    values = sorted(totals)
    pairs = [(one, other) for one in values for other in values if one < other]
    if metric == "nominal":
        return dict.fromkeys(pairs, 1.0)
    upto = dict(zip(values, accumulate(totals[value] for value in values), strict=True))
    middle = {value: upto[value] - totals[value] / 2 for value in values}
    return {(one, other): (middle[other] - middle[one]) ** 2 for one, other in pairs}
