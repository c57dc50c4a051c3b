"""Which help may fit the persons in a case: a catalogue to talk about, never an answer to whether there is help."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from meldcode.protocol.model import Fits, Help, Intervention

ADULT = 18
FIVE_YEARS = 5
NO_HELP = "hulpmiddel"
"""Aim of an aid for the professional, which is no help for the persons concerned."""

ORDER = ("stoppen", "herstel", "pleger", "preventie", "weerbaarheid")
"""Safety comes before recovery (help.md 1.8, rule 2)."""

Who = tuple[str, int | None, bool]
"""Someone in a case: role, age in years where it is known, and whether the child is not born yet."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What a case tells that help depends on: who is in it, the themes ticked, and the lists of the signals recorded."""

    people: tuple[Who, ...]
    themes: frozenset[str]
    lists: frozenset[str]


def fitting(offered: Help, situation: Situation) -> tuple[Intervention, ...]:
    """Return the interventions that fit, first what stops the violence, and then by how well they are founded.

    What is not safe with a theme that was ticked is left out (help.md 1.8, rule 6).
    """
    found = (
        each
        for each in offered.interventions.values()
        if each.aim != NO_HELP
        and not situation.themes.intersection(each.unsafe_with)
        and _is_about(each.fits, situation)
        and any(_is_for(each.fits, someone) for someone in _with_parts(situation.people))
    )
    return tuple(sorted(found, key=lambda each: (each.later, ORDER.index(each.aim))))


def is_old(intervention: Intervention, today: date) -> bool:
    """Tell whether a judgement is more than five years old: it is valid for five years in principle (help.md 1.1)."""
    year = intervention.judged_on[:4]
    return year.isdigit() and today.year - int(year) > FIVE_YEARS


def _is_about(fits: Fits, situation: Situation) -> bool:
    if not fits.themes and not fits.lists:
        return True
    return bool(situation.themes.intersection(fits.themes) or situation.lists.intersection(fits.lists))


def _is_for(fits: Fits, someone: Who) -> bool:
    role, age, unborn = someone
    if role not in fits.roles:
        return False
    if unborn:
        return fits.unborn
    return age is None or fits.age_from <= age <= fits.age_to


def _with_parts(people: Sequence[Who]) -> Iterable[Who]:
    """Yield everyone, and whoever plays a second part: a client who is a minor is a child, beside one a parent."""
    minors = any(role == "kind" or _minor(age) for role, age, _ in people)
    for role, age, unborn in people:
        yield role, age, unborn
        if role != "kind" and _minor(age):
            yield "kind", age, unborn
        elif role == "client" and minors:
            yield "ouder", age, unborn


def _minor(age: int | None) -> bool:
    return age is not None and age < ADULT
