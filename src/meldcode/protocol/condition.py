"""Conditions: a closed tree of plain values, judged in Kleene's three-valued logic (true, false, unknown).

A condition can be listed, explained, inverted and exhausted; there is no expression language and nothing is executed.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol, assert_never

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


@dataclass(frozen=True, slots=True)
class Answered:
    """`name` has an answer; never unknown."""

    name: str


@dataclass(frozen=True, slots=True)
class AtLeast:
    """`name` has at least `amount` ticks, or one signal of at least `severity`."""

    name: str
    amount: int
    severity: str = ""


@dataclass(frozen=True, slots=True)
class YoungerThan:
    """The number `name` is below `years`."""

    name: str
    years: int


@dataclass(frozen=True, slots=True)
class BelowAdvice:
    """The level chosen at `name` is lower than the level of the advice."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple["Condition", ...]


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


def judge(condition: Condition, view: View) -> bool | None:  # noqa: PLR0911 - one return for each kind
    """Return True, False, or None for unknown."""
    match condition:
        case Is():
            return _is(condition, view.value(condition.name))
        case Answered():
            return view.value(condition.name) is not None
        case AtLeast():
            return _at_least(condition, view)
        case YoungerThan():
            value = view.value(condition.name)
            return value < condition.years if isinstance(value, int) else None
        case BelowAdvice():
            return view.below_advice(condition.name)
        case Not():
            inner = judge(condition.part, view)
            return None if inner is None else not inner
        case All():
            return _all([judge(part, view) for part in condition.parts])
        case Any():
            inner = _all([_negated(judge(part, view)) for part in condition.parts])
            return _negated(inner)
        case _:
            assert_never(condition)


def _negated(value: bool | None) -> bool | None:  # noqa: FBT001 - one of three truth values
    return None if value is None else not value


def _all(values: list[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def _is(condition: Is, value: str | int | tuple[str, ...] | None) -> bool | None:
    if value is None:
        return None
    ticks = value if isinstance(value, tuple) else (str(value),)
    if any(tick in condition.values for tick in ticks):
        return True
    return None if UNKNOWN in ticks else False


def _at_least(condition: AtLeast, view: View) -> bool | None:
    if condition.severity:
        found = view.severities(condition.name)
        lowest = SEVERITIES.index(condition.severity)
        return None if found is None else any(SEVERITIES.index(severity) >= lowest for severity in found)
    value = view.value(condition.name)
    if isinstance(value, tuple):
        return len(value) >= condition.amount
    return value >= condition.amount if isinstance(value, int) else None


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
