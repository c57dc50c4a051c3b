"""All that can be answered to the questions of one protocol, or of several side by side, as variables of a diagram."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meldcode.case.values import Observation, Value
from meldcode.protocol.condition import Answered, AtLeast, Leaf
from meldcode.protocol.model import Protocol
from meldcode.prove.diagram import FALSE, LIMIT, TRUE, Diagrams, UnprovenError
from meldcode.prove.witness import judged_at, known, most_ticks, ticks, witnesses

Truth = tuple[int, int]
"""Where a condition is true and where it is false; elsewhere it is unknown."""


@dataclass(frozen=True, slots=True)
class Single:
    """A question as one variable: 0 is no answer, `i` the i-th of its values, counted from 1."""

    variable: int
    values: tuple[Value, ...]

    @property
    def sizes(self) -> list[int]:
        """The number of values of each of its variables."""
        return [len(self.values) + 1]


@dataclass(frozen=True, slots=True)
class Ticks:
    """A question with ticks: whether it is answered, and after that for each item how often it is ticked."""

    variable: int
    items: tuple[str | Observation, ...]
    most: int

    @property
    def sizes(self) -> list[int]:
        """The number of values of each of its variables."""
        return [2, *(self.most + 1 for _ in self.items)]

    def ticked(self) -> list[tuple[int, str | Observation]]:
        """Return each item with its variable."""
        return list(enumerate(self.items, self.variable + 1))


class Space:
    """The assignments of an answer, or none, to every question; `diagrams` holds the sets of them."""

    def __init__(self, *protocols: Protocol, limit: int = LIMIT) -> None:
        """Give each question its variables, in the order of the walk.

        Raises `UnprovenError` when a question is of different types in these protocols.
        """
        self.questions: dict[str, Single | Ticks] = {}
        sizes: list[int] = []
        for name in _order(protocols):
            asking = [protocol for protocol in protocols if name in protocol.questions]
            self.questions[name] = _variables(asking, name, len(sizes))
            sizes += self.questions[name].sizes
        self.diagrams = Diagrams(sizes, limit)

    def put(self, node: int, name: str, option: str | None) -> int:
        """Return where the set holds once this option of a choice is the answer, or nothing is (None)."""
        question = self.questions[name]
        assert isinstance(question, Single)
        value = 0 if option is None else question.values.index(option) + 1
        return self.diagrams.fixed(node, question.variable, value)

    def judged(self, protocol: Protocol, name: str, leaf: Leaf) -> Truth:
        """Return where a leaf that reads the question `name` is true and false, as far as that question decides it."""
        question = self.questions[name]
        if isinstance(question, Ticks):
            return self._judged_ticks(protocol, name, question, leaf)
        outcomes = [judged_at(protocol, name, leaf, value) for value in (None, *question.values)]
        true, false = ([at for at, outcome in enumerate(outcomes) if outcome is wanted] for wanted in (True, False))
        return self.diagrams.among(question.variable, true), self.diagrams.among(question.variable, false)

    def kept(self, protocol: Protocol, name: str) -> int:
        """Return where there is an answer that this protocol knows."""
        return self.judged(protocol, name, Answered(name))[0]

    def silent(self, name: str) -> int:
        """Return where the question has no answer, written in the one way that all its variables are 0."""
        question = self.questions[name]
        at = range(question.variable, question.variable + len(question.sizes))
        return self.diagrams.every(self.diagrams.among(variable, [0]) for variable in reversed(at))

    def answers(self, chosen: Mapping[int, int]) -> dict[str, Value]:
        """Return the answers that these values of variables stand for; a variable left out is 0."""
        given = {name: each for name, each in self.questions.items() if chosen.get(each.variable, 0)}
        return {name: _read(question, chosen) for name, question in given.items()}

    def _judged_ticks(self, protocol: Protocol, name: str, question: Ticks, leaf: Leaf) -> Truth:
        """Judge ticks one by one: any that makes the leaf true does; if none does, any that leaves it unknown does."""
        answered = self.diagrams.among(question.variable, [1])
        if isinstance(leaf, AtLeast) and not leaf.severity:
            true = unsure = self._at_least(protocol, name, question, leaf.amount)
        else:
            true, unsure = (self._any(protocol, name, question, leaf, wanted) for wanted in (True, None))
            unsure = self.diagrams.either(true, unsure)
        silent = judged_at(protocol, name, leaf, None)
        false = self.diagrams.without(answered, unsure)
        return (
            self.diagrams.either(self.diagrams.both(answered, true), self._unless(answered, silent is True)),
            self.diagrams.either(false, self._unless(answered, silent is False)),
        )

    def _unless(self, node: int, holds: bool) -> int:  # noqa: FBT001 - where, and whether
        return self.diagrams.negated(node) if holds else FALSE

    def _any(self, protocol: Protocol, name: str, question: Ticks, leaf: Leaf, wanted: bool | None) -> int:  # noqa: FBT001 - one of three truth values
        """Return where something ticked by itself, or an answer without ticks, makes this of the leaf."""
        if judged_at(protocol, name, leaf, ()) is wanted:
            return TRUE
        found = (at for at, item in question.ticked() if judged_at(protocol, name, leaf, _ticks_of(item)) is wanted)
        return self.diagrams.some(self.diagrams.among(at, range(1, question.most + 1)) for at in found)

    def _at_least(self, protocol: Protocol, name: str, question: Ticks, amount: int) -> int:
        """Return where at least that many ticks were given that the protocol knows."""
        enough = [TRUE] + [FALSE] * amount
        for at, item in reversed(question.ticked()):
            if known(protocol, name, _ticks_of(item)):
                times = [self.diagrams.among(at, [number]) for number in range(question.most + 1)]
                enough = [
                    self.diagrams.some(
                        self.diagrams.both(tick, enough[max(0, wanted - number)]) for number, tick in enumerate(times)
                    )
                    for wanted in range(amount + 1)
                ]
        return enough[amount]


def _order(protocols: Sequence[Protocol]) -> list[str]:
    """Return every question in the order of the walk; what only a later protocol has stands behind what it follows."""
    order: list[str] = []
    for protocol in protocols:
        at = 0
        for name in dict.fromkeys([*(name for step in protocol.steps for name in step.questions), *protocol.questions]):
            if name not in order:
                order.insert(at, name)
            at = order.index(name) + 1
    return order


def _variables(asking: Sequence[Protocol], name: str, first: int) -> Single | Ticks:
    types = sorted({protocol.questions[name].type for protocol in asking})
    if len(types) > 1:
        raise UnprovenError("U02", question=name, types=", ".join(types))
    if types[0] in ("multi", "signals"):
        return Ticks(first, ticks(asking, name), most_ticks(asking, name))
    return Single(first, witnesses(asking, name))


def _ticks_of(item: str | Observation) -> Value:
    return (item,)  # type: ignore[return-value]  # a text or an observation, as the question has them


def _read(question: Single | Ticks, chosen: Mapping[int, int]) -> Value:
    if isinstance(question, Single):
        return question.values[chosen[question.variable] - 1]
    return tuple(item for at, item in question.ticked() for _ in range(chosen.get(at, 0)))  # type: ignore[return-value]
