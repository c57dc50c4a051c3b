"""Where the paths of a group parted: beside the reference path, and which paths were taken most."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from meldcode.case.values import Value
from meldcode.training.exercise import Exercise
from meldcode.training.feedback import reference
from meldcode.training.gather import Sat
from meldcode.training.spread import FIRST, answers_in, in_order, norms_in

COMMONEST = 5
"""Paths that are shown apart."""
SEVERAL = 2
"""Fewest participants of a path that is shown apart: a path that one person took could point to that person."""


@dataclass(frozen=True, slots=True)
class Station:
    """A choice on the reference path.

    `still` took the reference path up to here; `reference` is its option. Of them, `parted` chose another option
    (an empty one: the question was not asked or passed over), and `stopped` went no further.
    """

    question: str
    reference: str
    still: int
    parted: Mapping[str, int]
    stopped: int
    accept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A path through the questions that have a norm: question and option of each, and how many took it."""

    choices: tuple[tuple[str, str], ...]
    count: int


def stations(exercise: Exercise, sats: Sequence[Sat]) -> tuple[Station, ...]:
    """Return the choices of the reference path before the new facts, with who left it where; one leaves it once."""
    wanted = reference(replace(exercise, turn=None))
    norms = norms_in(exercise, FIRST)
    still = [answers_in(sat, FIRST) for sat in sats]
    choices = [each for each in in_order(exercise) if each.type == "choice" and each.id in wanted]
    found = []
    for place, question in enumerate(choices):
        name, on_path = question.id, str(wanted[question.id])
        later = {each.id for each in choices[place + 1 :]}
        stopped = [each for each in still if name not in each and not later & each.keys()]
        here = [each for each in still if name in each or later & each.keys()]
        parted = Counter(str(each.get(name, "")) for each in here if each.get(name) != on_path)
        accept = norms[name].accept if name in norms else ()
        found.append(Station(name, on_path, len(still), parted, len(stopped), accept))
        still = [each for each in here if each.get(name) == on_path]
    return tuple(found)


def routes(exercise: Exercise, sats: Sequence[Sat]) -> tuple[Route, ...]:
    """Return the commonest paths through the questions with a norm, of `SEVERAL` participants or more."""
    norms = norms_in(exercise, FIRST)
    names = [question.id for question in in_order(exercise) if question.id in norms]
    taken = Counter(tuple(_choices(names, answers_in(sat, FIRST))) for sat in sats)
    ordered = sorted(taken.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Route(choices, count) for choices, count in ordered[:COMMONEST] if choices and count >= SEVERAL)


def _choices(names: Sequence[str], answers: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for name in names:
        if isinstance(given := answers.get(name), str):
            yield name, given
