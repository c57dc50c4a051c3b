"""A protocol under proof: all its walks, and counterexamples made of the shortest answers that lead there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from meldcode.case.path import Path, trace
from meldcode.case.values import Plain, Value, plain
from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import Protocol
from meldcode.prove.diagram import FALSE
from meldcode.prove.report import Counterexample, Void
from meldcode.prove.space import Space
from meldcode.prove.walk import Walk
from meldcode.prove.witness import known

Found = Iterator[Counterexample | Void]
"""What the check of an invariant yields: nothing where it holds."""

Change = tuple[str, str | None, str | None]
"""A question that is answered with one option, and then with another; None is no answer."""


class Subject:
    """A protocol with all its walks, and the protocol that it is held against, if any."""

    def __init__(self, space: Space, protocol: Protocol, base: Protocol | None = None) -> None:
        """Walk through both; raises `UnprovenError` where that is too much."""
        self.space, self.protocol, self.diagrams = space, protocol, space.diagrams
        self.walk = Walk(space, protocol)
        self.base = None if base is None else Subject(space, base)

    def asks(self, invariant: str, name: str, *options: str) -> Found:
        """Yield why the invariant says nothing about this question, or that the question or an option is wanting.

        The law does not bind every sector, but one that it binds asks every question of the base; and a question that
        is asked has the options that an invariant speaks of.
        """
        question = self.protocol.questions.get(name)
        if question is None and self.protocol.bound:
            yield from self.always(invariant, "P30", self.protocol.steps[0].origin, question=name)
        elif question is None:
            yield Void(invariant, "V01", {"question": name})
        else:
            for option in (option for option in options if option not in self.options(name)):
                yield from self.always(invariant, "P31", question.origin, question=name, option=option)

    def refuted(
        self, invariant: str, code: str, situation: int, places: Iterable[Place] = (), **values: str
    ) -> Iterator[Counterexample]:
        """Yield an example of the situation, if there is one; its level and the rules with a level are added."""
        if situation != FALSE:
            path = self.traced(self.example(situation))
            said = {"level": path.level} | values
            yield Counterexample(invariant, code, said, _once(*places, *deciding(path)), written(path.live))

    def compared(
        self, invariant: str, code: str, situation: int, change: Change, places: Iterable[Place] = (), **values: str
    ) -> Iterator[Counterexample]:
        """Yield an example of a situation in which changing one answer does harm, if there is one."""
        if situation != FALSE:
            name, first, second = change
            answers = self.example(situation)
            before, after = (self.traced(_changed(answers, name, option)) for option in (first, second))
            values |= {"question": name, "first": first or "", "second": second or ""}
            values |= {"before": before.level, "after": after.level}
            involved = _once(*self.origin(name), *places, *deciding(before), *deciding(after))
            yield Counterexample(invariant, code, values, involved, written(before.live), written(after.live))

    @staticmethod
    def always(invariant: str, code: str, *places: Place, **values: str) -> Iterator[Counterexample]:
        """Yield what is wrong whatever is answered."""
        yield Counterexample(invariant, code, values, _once(*places), {})

    def traced(self, answers: Mapping[str, Value]) -> Path:
        """Return the walk with what this protocol knows of the answers."""
        asked = {name: value for name, value in answers.items() if name in self.protocol.questions}
        kept = {name: known(self.protocol, name, value) for name, value in asked.items()}
        return trace(self.protocol, {name: value for name, value in kept.items() if value is not None})

    def example(self, situation: int) -> dict[str, Value]:
        """Return the answers in the situation that say the least."""
        return self.space.answers(self.diagrams.fewest(situation))

    def options(self, name: str) -> tuple[str, ...]:
        """Return the options of the question, none if it is not there."""
        question = self.protocol.questions.get(name)
        return tuple(option.id for option in question.options) if question else ()

    def origin(self, name: str) -> tuple[Place, ...]:
        """Return where the question stands, if it does."""
        return (self.protocol.questions[name].origin,) if name in self.protocol.questions else ()

    def lowered(self, before: Sequence[int], after: Sequence[int]) -> int:
        """Return where the first of two advices is more urgent than the second."""
        pairs = zip(before, after, strict=True)
        return self.diagrams.some(self.diagrams.without(higher, lower) for higher, lower in pairs)

    def levels_with(self, name: str, option: str | None) -> list[int]:
        """Return where the advice is at least each level once this is the answer to the question."""
        return [self.space.put(level, name, option) for level in self.walk.levels]


def deciding(path: Path) -> tuple[Place, ...]:
    """Return where the rules stand that fire and give a level."""
    return tuple(rule.origin for rule in path.fired if rule.level)


def written(answers: Mapping[str, Value]) -> dict[str, Plain]:
    """Return the answers as an answers file has them."""
    return {name: plain(value) for name, value in answers.items()}


def _changed(answers: Mapping[str, Value], name: str, option: str | None) -> dict[str, Value]:
    return {**answers, name: option} if option else {each: value for each, value in answers.items() if each != name}


def _once(*places: Place) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))
