"""Which cases end differently under another protocol: the difference of two protocols, looked up case by case."""

from collections.abc import Mapping

from meldcode.protocol.model import LEVELS, Protocol
from meldcode.prove.difference import Pair, exactly
from meldcode.prove.locate import Case, Locator
from meldcode.prove.walk import Walk

Fate = tuple[str, str]
"""The level before and after; the same twice where the route, the actions, the flags or what is missing differ."""


class Impact:
    """Two protocols, compared once for all cases."""

    def __init__(self, old: Protocol, new: Protocol) -> None:
        """Compare; raises `UnprovenError` where that is too much."""
        self._pair = Pair(old, new)
        self._locator = Locator(self._pair.space, old, new)
        self._changed = self._pair.changed
        self._before, self._after = _levels(self._pair.old), _levels(self._pair.new)

    def fate(self, answers: Mapping[str, object]) -> Fate | None:
        """Return how a case with these answers, as an answers file has them, ends differently; None if it does not.

        Only answers that the difference rests on are read: `AnswerError` where no protocol takes one of these.
        """
        case = Case(self._locator, answers)
        if not self._pair.diagrams.holds(self._changed, case):
            return None
        return self._level(self._before, case), self._level(self._after, case)

    def _level(self, levels: Mapping[str, int], case: Case) -> str:
        return next(level for level, node in levels.items() if self._pair.diagrams.holds(node, case))


def _levels(walk: Walk) -> dict[str, int]:
    return {level: exactly(walk, level) for level in LEVELS}
