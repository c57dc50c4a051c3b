"""All that can be answered to the questions of one protocol, or of several side by side, as variables of a diagram."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from meldcode.case.values import Value
from meldcode.protocol.condition import UNKNOWN, Answered, AtLeast, Is, Leaf
from meldcode.protocol.model import Protocol
from meldcode.prove.diagram import FALSE, LIMIT, TRUE, Diagrams, UnprovenError
from meldcode.prove.witness import judged_at, witnesses

Truth = tuple[int, int]
"""Where a condition is true and where it is false; elsewhere it is unknown."""


@dataclass(frozen=True, slots=True)
class Single:
    """A question as one variable: 0 is no answer, `i` the i-th of its values, counted from 1."""

    variable: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Ticks:
    """A question with ticks: whether it is answered, and after that one variable a tick."""

    variable: int
    options: tuple[str, ...]


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
            question = _variables(asking, name, len(sizes))
            self.questions[name] = question
            sizes += [len(question.values) + 1] if isinstance(question, Single) else [2] * (len(question.options) + 1)
        self.diagrams = Diagrams(sizes, limit)

    def answered(self, name: str) -> int:
        """Return where the question has an answer."""
        return self.diagrams.negated(self.diagrams.among(self.questions[name].variable, [0]))

    def chosen(self, name: str, option: str) -> int:
        """Return where this option of a choice is the answer."""
        question = self.questions[name]
        chosen = question.values.index(option) + 1 if isinstance(question, Single) and option in question.values else -1
        return self.diagrams.among(question.variable, [chosen])

    def put(self, node: int, name: str, option: str | None) -> int:
        """Return where the set holds once this option of a choice is the answer, or nothing is."""
        question = self.questions[name]
        assert isinstance(question, Single)
        value = 0 if option is None else question.values.index(option) + 1
        return self.diagrams.fixed(node, question.variable, value)

    def judged(self, protocol: Protocol, name: str, leaf: Leaf) -> Truth:
        """Return where a leaf that reads the question `name` is true and false, as far as `name` decides it."""
        question = self.questions[name]
        if isinstance(question, Ticks):
            return self._ticked(protocol, name, question, leaf)
        outcomes = [judged_at(protocol, name, leaf, value) for value in (None, *question.values)]
        true, false = (
            [value for value, outcome in enumerate(outcomes) if outcome is wanted] for wanted in (True, False)
        )
        return self.diagrams.among(question.variable, true), self.diagrams.among(question.variable, false)

    def kept(self, protocol: Protocol, name: str) -> int:
        """Return where this protocol knows the answer to one of its questions."""
        return self.judged(protocol, name, Answered(name))[0]

    def answers(self, chosen: Mapping[int, int]) -> dict[str, Value]:
        """Return the answers that these values of variables stand for; a variable left out is 0."""
        given = {name: each for name, each in self.questions.items() if chosen.get(each.variable, 0)}
        return {name: _read(question, chosen) for name, question in given.items()}

    def _ticked(self, protocol: Protocol, name: str, question: Ticks, leaf: Leaf) -> Truth:
        own = {option.id for option in protocol.questions[name].options}
        ticks = {
            option: self.diagrams.among(variable, [1])
            for option, variable in zip(question.options, count(question.variable + 1), strict=False)
            if option in own
        }
        answered = self.answered(name)
        match leaf:
            case Answered():
                return answered, self.diagrams.negated(answered)
            case Is(values=values):
                true = self.diagrams.some(tick for option, tick in ticks.items() if option in values)
                unsure = self.diagrams.either(true, ticks.get(UNKNOWN, FALSE))
            case AtLeast(severity="", amount=amount):
                true = unsure = self._at_least(list(ticks.values()), amount)
            case _:
                raise NotImplementedError(f"{leaf} about ticks")
        return self.diagrams.both(answered, true), self.diagrams.without(answered, unsure)

    def _at_least(self, ticks: list[int], amount: int) -> int:
        """Return where at least that many of these are ticked."""
        reached = [TRUE] + [FALSE] * amount
        for tick in reversed(ticks):
            more = [self.diagrams.both(tick, below) for below in reached[:-1]]
            reached = [TRUE, *(self.diagrams.either(old, new) for old, new in zip(reached[1:], more, strict=True))]
        return reached[amount]


def _order(protocols: Sequence[Protocol]) -> list[str]:
    """Return every question in the order of the walk; what only a later protocol has stands behind what it follows."""
    order: list[str] = []
    for protocol in protocols:
        walked = [name for step in protocol.steps for name in step.questions]
        at = 0
        for name in dict.fromkeys([*walked, *protocol.questions]):
            if name not in order:
                order.insert(at, name)
            at = order.index(name) + 1
    return order


def _variables(asking: Sequence[Protocol], name: str, first: int) -> Single | Ticks:
    questions = [protocol.questions[name] for protocol in asking]
    types = sorted({question.type for question in questions})
    if len(types) > 1:
        raise UnprovenError("U02", question=name, types=", ".join(types))
    if types == ["multi"]:
        return Ticks(first, tuple(dict.fromkeys(option.id for question in questions for option in question.options)))
    return Single(first, witnesses(asking, name))


def _read(question: Single | Ticks, chosen: Mapping[int, int]) -> Value:
    if isinstance(question, Single):
        return question.values[chosen[question.variable] - 1]
    ticked = zip(question.options, count(question.variable + 1), strict=False)
    return tuple(option for option, variable in ticked if chosen.get(variable, 0))
