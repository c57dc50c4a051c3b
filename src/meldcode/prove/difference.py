"""What two protocols advise differently, over every answer: another level, route, action or flag, or more to be asked.

Exact, like the proof: sets of answers to the questions of both, no sampling.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from meldcode.case.path import trace
from meldcode.case.values import Plain, Value
from meldcode.protocol.model import HOME_ROUTE, LEVELS, Protocol
from meldcode.prove.diagram import FALSE, LIMIT
from meldcode.prove.space import Space
from meldcode.prove.subject import written
from meldcode.prove.walk import Walk
from meldcode.prove.witness import known

COMPLETE: Final = "complete"

About = Literal["level", "route", "action", "flag", "complete"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Answers that end differently: from one level or route to another, or an action or flag that comes or goes.

    Of an action, of a flag and of `complete`, one side is empty: there it is not so. `paths` counts the walks that are
    complete in both protocols (for `complete`: in one of them); 0 where the two differ only while something is missing.
    `old` and `new` are the shortest answers that show it, as an answers file has them: those that count in each.
    """

    about: About
    before: str
    after: str
    paths: int
    old: Mapping[str, Plain]
    new: Mapping[str, Plain]


@dataclass(frozen=True, slots=True)
class Difference:
    """Every kind of situation that ends differently, and the number of walks that are complete in both protocols."""

    situations: tuple[Situation, ...]
    paths: int


def difference(old: Protocol, new: Protocol, *, limit: int = LIMIT) -> Difference:
    """Return what the new protocol advises differently; raises `UnprovenError` where that can't be decided.

    Levels that fall come first, then levels that rise, routes, flags, actions and what is complete.
    """
    pair = Pair(old, new, limit=limit)
    return Difference(tuple(pair.situations()), pair.space.diagrams.count(pair.walks))


class Pair:
    """Two protocols walked side by side, over the answers to the questions of both."""

    def __init__(self, old: Protocol, new: Protocol, *, limit: int = LIMIT) -> None:
        """Walk through both; raises `UnprovenError` where that is too much, or a question is of two types."""
        self.space = Space(old, new, limit=limit)
        self.diagrams = self.space.diagrams
        self.old, self.new = Walk(self.space, old), Walk(self.space, new)

    @cached_property
    def changed(self) -> int:
        """Where anything is different."""
        return self.diagrams.some(node for _, _, _, node in self._parts())

    @cached_property
    def walks(self) -> int:
        """Where both are complete and every answer counts in one of them: each a walk, counted once."""
        return self.diagrams.every((self.old.complete, self.new.complete, self._counting))

    def situations(self) -> Iterator[Situation]:
        """Yield each kind of situation that ends differently, with its number of walks and an example."""
        for about, before, after, node in self._parts():
            if node != FALSE:
                within = self._counting if about == COMPLETE else self.walks
                paths = self.diagrams.count(self.diagrams.both(node, within))
                yield Situation(about, before, after, paths, *self._example(node, within))

    @cached_property
    def _counting(self) -> int:
        """Where each answer counts in one of the protocols, and what counts in neither is left out."""
        live = ((name, self.diagrams.either(self.old.live(name), self.new.live(name))) for name in self.space.questions)
        return self.diagrams.every(self.diagrams.either(node, self.space.silent(name)) for name, node in live)

    def _parts(self) -> Iterator[tuple[About, str, str, int]]:
        """Yield every part of an ending in which two protocols can differ, and where they do."""
        levels = [(before, after) for before in LEVELS for after in LEVELS if before != after]
        for before, after in sorted(levels, key=lambda pair: LEVELS.index(pair[1]) > LEVELS.index(pair[0])):
            yield "level", before, after, self.diagrams.both(exactly(self.old, before), exactly(self.new, after))
        routes = self._names(
            [HOME_ROUTE, *(route.id for route in walk.protocol.routes)] for walk in (self.old, self.new)
        )
        for before in routes:
            for after in routes:
                if before != after:
                    yield "route", before, after, self.diagrams.both(self.old.on(before), self.new.on(after))
        for name in self._names([flag.id for flag in walk.protocol.flags] for walk in (self.old, self.new)):
            yield from self._comes_and_goes("flag", name, self.old.flagged(name), self.new.flagged(name))
        for name in self._names(walk.protocol.actions for walk in (self.old, self.new)):
            yield from self._comes_and_goes("action", name, _shown(self.old, name), _shown(self.new, name))
        yield from self._comes_and_goes(COMPLETE, COMPLETE, self.old.complete, self.new.complete)

    def _comes_and_goes(self, about: About, name: str, old: int, new: int) -> Iterator[tuple[About, str, str, int]]:
        yield about, name, "", self.diagrams.without(old, new)
        yield about, "", name, self.diagrams.without(new, old)

    @staticmethod
    def _names(several: Iterable[Iterable[str]]) -> list[str]:
        return list(dict.fromkeys(name for names in several for name in names))

    def _example(self, node: int, within: int) -> tuple[dict[str, Plain], dict[str, Plain]]:
        """Return the shortest answers of the situation: where it can be of a complete walk, else of any."""
        among = (self.diagrams.both(node, region) for region in (within, self._counting))
        where = next((each for each in among if each != FALSE), node)
        answers = self.space.answers(self.diagrams.fewest(where))
        return _counted(self.old.protocol, answers), _counted(self.new.protocol, answers)


def exactly(walk: Walk, level: str) -> int:
    """Return where the advice is this level."""
    higher = (*walk.levels[1:], FALSE)[LEVELS.index(level)]
    return walk.diagrams.without(walk.at_least(level), higher)


def _shown(walk: Walk, name: str) -> int:
    action = walk.protocol.actions.get(name)
    return FALSE if action is None else walk.shown(action)


def _counted(protocol: Protocol, answers: Mapping[str, Value]) -> dict[str, Plain]:
    """Return the answers that this protocol knows and that count in it."""
    kept = {name: known(protocol, name, value) for name, value in answers.items() if name in protocol.questions}
    return written(trace(protocol, {name: value for name, value in kept.items() if value is not None}).live)
