"""Where a real case stands among all answers: an answers file as values of the variables of a space.

Lazily: a set is looked up variable by variable, and only answers that it rests on are read.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property

from meldcode.case.answers import AnswerError, judged
from meldcode.case.values import Observation, Person, Value
from meldcode.protocol.model import Protocol
from meldcode.prove.space import Single, Space, Ticks
from meldcode.prove.witness import told_by

Place = dict[int, int]
"""Variables with their values."""

REMEMBERED = 20_000
"""Most answers to one question that are kept with their place; after that it starts anew, so that memory stays flat."""


class Locator:
    """Finds places in a space that was made of these protocols."""

    def __init__(self, space: Space, *protocols: Protocol) -> None:
        """Prepare every variable."""
        self.spots: dict[int, _Spot] = {}
        for name, variables in space.questions.items():
            spot = _Spot([protocol for protocol in protocols if name in protocol.questions], name, variables)
            at = range(variables.variable, variables.variable + len(variables.sizes))
            self.spots |= dict.fromkeys(at, spot)


class Case(dict[int, int]):
    """The values of the variables for answers as an answers file has them, filled in as they are asked for.

    Asking for one raises `AnswerError` where no protocol takes the answer that it rests on.
    """

    def __init__(self, locator: Locator, answers: Mapping[str, object]) -> None:
        """Keep both; nothing is read yet."""
        super().__init__()
        self._locator, self._answers = locator, answers

    def __missing__(self, variable: int) -> int:
        """Read the answer to the question that this variable belongs to."""
        spot = self._locator.spots[variable]
        if spot.name in self._answers:
            self.update(spot.place(self._answers[spot.name]))
        return self.setdefault(variable, 0)


class _Spot:
    """One question; places are remembered, so that most answers are only looked up."""

    def __init__(self, asking: Sequence[Protocol], name: str, variables: Single | Ticks) -> None:
        self.name, self._asking, self._variables = name, asking, variables
        self._type = asking[0].questions[name].type
        self._known: dict[Hashable, Place] = {}
        self._ticks: dict[str, int] = {}

    def place(self, raw: object) -> Place:
        key = self._key(raw)
        found = self._known.get(key)
        if found is None:
            found = self._placed(self._judged(raw))
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            if self._type != "text":
                self._known[key] = found
        return found

    def _key(self, raw: object) -> Hashable:
        """Return what decides the place: of a recorded signal only which one it is."""
        if self._type == "signals" and isinstance(raw, list):
            return tuple(str(item.get("signal") if isinstance(item, dict) else item) for item in raw)
        return raw if isinstance(raw, str) else (repr(raw),)

    def _judged(self, raw: object) -> Value:
        """Return the value, as the first protocol that takes it has it."""
        refused = []
        for protocol in self._asking:
            try:
                return judged(protocol, protocol.questions[self.name], raw)
            except AnswerError as error:
                refused.append(error)
        raise refused[0]

    def _placed(self, value: Value) -> Place:
        variables = self._variables
        if isinstance(variables, Single):
            return {variables.variable: self._among[self._told(value)] + 1}
        assert isinstance(value, tuple)
        ticked = Counter(map(self._tick, value))
        counted = {variables.variable + 1 + at: min(times, variables.most) for at, times in ticked.items()}
        return {variables.variable: 1} | counted

    def _tick(self, item: str | Person | Observation) -> int:
        """Return which of the ticks of the space this one is; of a recorded signal the rest tells nothing."""
        name = item.signal if isinstance(item, Observation) else str(item)
        if name not in self._ticks:
            self._ticks[name] = self._among[self._told((item,))]  # type: ignore[arg-type]  # as ticks are held
        return self._ticks[name]

    @cached_property
    def _among(self) -> dict[Hashable, int]:
        """Which of the values of the space stands for all that conditions tell no different from it."""
        variables = self._variables
        values = variables.values if isinstance(variables, Single) else [(item,) for item in variables.items]
        return {self._told(value): at for at, value in enumerate(values)}  # type: ignore[arg-type]  # as ticks are held

    @cached_property
    def _judge(self) -> Callable[[Value], Hashable]:
        return told_by(self._asking, self.name)

    def _told(self, value: Value) -> Hashable:
        """Return all that conditions tell of a value; of options, which they are."""
        if self._type in ("choice", "multi"):
            return value
        return self._judge(value)
