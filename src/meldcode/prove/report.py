"""What a proof ends in: what holds, what is broken and by which answers, what does not apply, what is not proven."""

from collections.abc import Mapping
from dataclasses import dataclass

from meldcode.case.values import Plain
from meldcode.protocol.diagnostics import Place

BY_CONSTRUCTION = ("I-13", "I-14")
"""Going back equals a fresh walk, and the same answers give the same advice: the engine knows nothing but its answers.

A protocol is plain data in one order and `trace` a function of it and the answers. Nothing in a protocol can break
that; tests of the engine show it.
"""


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A broken invariant: the answers that break it, as an answers file has them, and the elements involved.

    `other` holds the second answers where two are compared. `code` and `values` are worded in `meldcode.text.proof`.
    Where no answers are needed to see it (a rule that never fires), `answers` is empty.
    """

    invariant: str
    code: str
    values: Mapping[str, str]
    places: tuple[Place, ...]
    answers: Mapping[str, Plain]
    other: Mapping[str, Plain] | None = None


@dataclass(frozen=True, slots=True)
class Void:
    """An invariant, or with `whole` false a part of one, that asks nothing of this protocol: the code of the reason."""

    invariant: str
    code: str
    values: Mapping[str, str]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Unproven:
    """An invariant that was neither proven nor refuted, with the code of the reason."""

    invariant: str
    code: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome for one protocol.

    `paths` counts the complete walks: persons and signals by what conditions can tell apart, texts and dates as given
    or not. `states` is the number of merged states they were proven in. An invariant is proven when it is in `checked`
    and in neither `broken` nor `unproven`.
    """

    broken: tuple[Counterexample, ...]
    paths: int
    states: int
    checked: tuple[str, ...]
    void: tuple[Void, ...]
    unproven: tuple[Unproven, ...]
    by_construction: tuple[str, ...] = BY_CONSTRUCTION

    @property
    def sound(self) -> bool:
        """Whether all that was asked is proven."""
        return not self.broken and not self.unproven
