"""Which help may fit the persons in a case: a catalogue to talk about, never an answer to whether there is help."""

from collections.abc import Iterator, Mapping
from datetime import date

from meldcode.case.values import UNBORN, Observation, Person, Value
from meldcode.case.view import ADULT
from meldcode.protocol.help import Fits, Help, Intervention

FIVE_YEARS = 5
NO_HELP = "hulpmiddel"
"""Aim of an aid for the professional, which is no help for the persons concerned."""

REJECTED = "afgewezen"
"""Level of what was judged and not recognised: it is in the catalogue, and never offered."""

ORDER = ("stoppen", "herstel", "pleger", "preventie", "weerbaarheid")
"""Safety comes before recovery (help.md 1.8, rule 2)."""


def fitting(offered: Help, answers: Mapping[str, Value]) -> tuple[Intervention, ...]:
    """Return the interventions that fit, first what stops the violence, and then by how well they are founded.

    What is not safe with a theme that was ticked is left out (help.md 1.8, rule 6).
    """
    given = [item for answer in answers.values() if isinstance(answer, tuple) for item in answer]
    people = tuple(_parts([item for item in given if isinstance(item, Person)]))
    lists = {item.signal.partition(".")[0] for item in given if isinstance(item, Observation)}
    themes = {item for item in given if isinstance(item, str)}
    found = (
        each
        for each in offered.interventions.values()
        if each.aim != NO_HELP
        and each.level != REJECTED
        and not themes.intersection(each.unsafe_with)
        and _is_about(each.fits, themes, lists)
        and any(_is_for(each.fits, someone) for someone in people)
    )
    return tuple(sorted(found, key=lambda each: (each.later, ORDER.index(each.aim))))


def is_old(intervention: Intervention, today: date) -> bool:
    """Tell whether a judgement is more than five years old: it is valid for five years in principle (help.md 1.1).

    It was made on a day, or in a month or year of which no more is known.
    """
    year, rest = intervention.judged_on[:4], intervention.judged_on[4:]
    if not year.isdigit():
        return False
    until = f"{int(year) + FIVE_YEARS}{rest}"
    return until < today.isoformat()[: len(until)]


def _is_about(fits: Fits, themes: set[str], lists: set[str]) -> bool:
    if not fits.themes and not fits.lists:
        return True
    return bool(themes.intersection(fits.themes) or lists.intersection(fits.lists))


def _is_for(fits: Fits, someone: Person) -> bool:
    if someone.role not in fits.roles:
        return False
    if someone.age == UNBORN:
        return fits.unborn
    return not isinstance(someone.age, int) or fits.age_from <= someone.age <= fits.age_to


def _parts(people: list[Person]) -> Iterator[Person]:
    """Yield everyone, and whoever plays a second part: a client who is a minor is a child, one beside a minor a parent.

    Who is a client may also stand as a parent or a partner who was marked so; then that part counts already.
    """
    minors = any(each.role == "kind" or _is_minor(each) for each in people)
    for each in people:
        yield each
        if each.role != "kind" and _is_minor(each):
            yield Person("kind", each.age)
        elif each.role == "client" and minors:
            yield Person("ouder", each.age)


def _is_minor(someone: Person) -> bool:
    return isinstance(someone.age, int) and someone.age < ADULT
