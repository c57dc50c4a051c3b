"""Conditions: a closed tree of plain values, judged in Kleene's three-valued logic (true, false, unknown).

A condition can be listed, explained, inverted and exhausted; there is no expression language and nothing is executed.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol

SEVERITIES = ("context", "laag", "midden", "hoog", "acuut")
"""Weight of a signal, lightest first."""

FACTS = {
    "minderjarige": ("nee", "ja"),
    "zwanger": ("nee", "ja"),
    "afhankelijke_volwassene": ("nee", "ja"),
    "client_volwassen": ("nee", "ja"),
    "jongste_leeftijd": (),
}
"""What the `people` question tells besides the persons themselves, with the values it can have (ages are numbers)."""

NUMBERS = frozenset(name for name, values in FACTS.items() if not values)
"""The facts that are numbers."""

UNKNOWN = "onbekend"
"""The option that says: I do not know. It is never taken as false."""


@dataclass(frozen=True, slots=True)
class Is:
    """The answer to `name` is one of `values` (for several ticks: at least one of them)."""

    name: str
    values: tuple[str, ...]

    def judge(self, view: "View") -> bool | None:
        """Return the outcome; unknown without an answer, and for one that is not known and not listed."""
        value = view.value(self.name)
        if isinstance(value, str):
            return value in self.values or (None if value == UNKNOWN else False)
        if not isinstance(value, tuple):
            return None if value is None else str(value) in self.values
        for tick in value:
            if tick in self.values:
                return True
        return None if UNKNOWN in value else False


@dataclass(frozen=True, slots=True)
class Answered:
    """`name` has an answer; never unknown."""

    name: str

    def judge(self, view: "View") -> bool | None:
        """Return the outcome."""
        return view.value(self.name) is not None


@dataclass(frozen=True, slots=True)
class AtLeast:
    """`name` has at least `amount` ticks, or one signal of at least `severity`."""

    name: str
    amount: int
    severity: str = ""

    def judge(self, view: "View") -> bool | None:
        """Return the outcome; unknown without an answer."""
        if self.severity:
            found = view.severities(self.name)
            lowest = SEVERITIES.index(self.severity)
            return None if found is None else any(SEVERITIES.index(severity) >= lowest for severity in found)
        value = view.value(self.name)
        if isinstance(value, tuple):
            return len(value) >= self.amount
        return value >= self.amount if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class YoungerThan:
    """The number `name` is below `years`."""

    name: str
    years: int

    def judge(self, view: "View") -> bool | None:
        """Return the outcome; unknown without a number."""
        value = view.value(self.name)
        return value < self.years if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class BelowAdvice:
    """The level chosen at `name` is lower than the level of the advice."""

    name: str

    def judge(self, view: "View") -> bool | None:
        """Return the outcome; unknown where no level was chosen."""
        return view.below_advice(self.name)


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"

    def judge(self, view: "View") -> bool | None:
        """Return the outcome turned round; unknown stays unknown."""
        inner = self.part.judge(view)
        return None if inner is None else not inner


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]

    def judge(self, view: "View") -> bool | None:
        """Return the outcome: one part that is false decides; if none is, one that is unknown does."""
        outcome: bool | None = True
        for part in self.parts:
            inner = part.judge(view)
            if inner is False:
                return False
            if inner is None:
                outcome = None
        return outcome


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple["Condition", ...]

    def judge(self, view: "View") -> bool | None:
        """Return the outcome: one part that is true decides; if none is, one that is unknown does."""
        outcome: bool | None = False
        for part in self.parts:
            inner = part.judge(view)
            if inner is True:
                return True
            if inner is None:
                outcome = None
        return outcome


Leaf = Is | Answered | AtLeast | YoungerThan | BelowAdvice
Condition = Leaf | Not | All | Any


class View(Protocol):
    """What a condition may look at."""

    def value(self, name: str) -> str | int | tuple[str, ...] | None:
        """Return the answer or fact `name`, or None when there is none."""

    def severities(self, name: str) -> tuple[str, ...] | None:
        """Return the weights of the signals recorded at `name`, or None when it has no answer."""

    def below_advice(self, name: str) -> bool | None:
        """Tell whether the level chosen at `name` is below the advice; None when none was chosen."""


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """Yield every leaf of the tree, left to right."""
    match condition:
        case None:
            return
        case Not():
            yield from leaves(condition.part)
        case All() | Any():
            for part in condition.parts:
                yield from leaves(part)
        case _:
            yield condition


def reads(condition: Condition | None) -> frozenset[str]:
    """Return the names of the questions and facts that the condition looks at."""
    return frozenset(leaf.name for leaf in leaves(condition))


def settled(condition: Condition, absent: AbstractSet[str], *, unknown: bool) -> Condition | bool:
    """Return what is left of a condition when the questions in `absent` are never asked, True or False if nothing is.

    `unknown` says what counts where it can't be told: False for what must hold to count, True for a guard, which need
    only not be false. Below `Not` it turns round.
    """
    match condition:
        case Not():
            inner = settled(condition.part, absent, unknown=not unknown)
            return not inner if isinstance(inner, bool) else Not(inner)
        case All() | Any():
            parts = [settled(part, absent, unknown=unknown) for part in condition.parts]
            left = tuple(part for part in parts if not isinstance(part, bool))
            decisive = isinstance(condition, Any)
            if decisive in parts:
                return decisive
            if not left:
                return not decisive
            return left[0] if len(left) == 1 else type(condition)(left)
        case Answered():
            return False if condition.name in absent else condition
        case _:
            return unknown if condition.name in absent else condition


def both(*conditions: Condition | None) -> Condition | None:
    """Return the condition that holds when all the given ones do; None stands for always."""
    parts = tuple(condition for condition in conditions if condition is not None)
    if len(parts) <= 1:
        return parts[0] if parts else None
    return All(parts)
