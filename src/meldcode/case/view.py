"""What conditions see of a case: its reached answers, and the facts that the persons tell."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from copy import copy
from typing import Self

from meldcode.case.values import UNBORN, Observation, Person, Value
from meldcode.protocol.condition import FACTS
from meldcode.protocol.model import LEVELS, Protocol

ADULT = 18
_ADULT_ROLES = frozenset({"ouder", "partner", "ex_partner", "mantelzorger"})


class Answers:
    """A `condition.View` on answers; `level` is the level of the advice, where it is known already.

    What an answer tells is worked out once, for it is asked hundreds of times.
    """

    def __init__(self, protocol: Protocol, answers: Mapping[str, Value], level: str = "") -> None:
        """Keep the answers; they are only read."""
        self._protocol, self._answers, self._level = protocol, answers, level
        self._told: dict[str, str | int | tuple[str, ...] | None] = {}
        for name in answers:
            self.hear(name)

    def hear(self, name: str) -> None:
        """Take in an answer that was added to the answers."""
        answer = self._answers[name]
        self._told[name] = tuple(map(_tick, answer)) if isinstance(answer, tuple) else answer
        if self._protocol.questions[name].type == "people":
            self._told |= self._facts()

    def at(self, level: str) -> Self:
        """Return the view in which this is the level of the advice."""
        seen = copy(self)
        seen._level = level  # noqa: SLF001 - one of its own kind
        return seen

    def value(self, name: str) -> str | int | tuple[str, ...] | None:
        """Return the answer or the fact."""
        return self._told.get(name)

    def severities(self, name: str) -> tuple[str, ...] | None:
        """Return the weight of each signal recorded."""
        answer = self._answers.get(name)
        if not isinstance(answer, tuple):
            return None
        return tuple(self._protocol.signal(item.signal).severity for item in answer if isinstance(item, Observation))

    def below_advice(self, name: str) -> bool | None:
        """Compare the level chosen with that of the advice."""
        chosen = self._answers.get(name)
        if not isinstance(chosen, str) or not self._level:
            return None
        return LEVELS.index(chosen) < LEVELS.index(self._level)

    def _facts(self) -> dict[str, str | int | None]:
        """Return what the persons tell of the first question about persons that has an answer."""
        question = next(each for each in self._protocol.lookup.people if each.id in self._answers)
        people = tuple(item for item in self._answers[question.id] if isinstance(item, Person))  # type: ignore[union-attr]
        return {name: fact(name, people, question.client) for name in FACTS}


def rests_on(protocol: Protocol, names: AbstractSet[str]) -> AbstractSet[str]:
    """Return the questions whose answers a condition rests on that reads these names; a fact rests on the persons."""
    return protocol.lookup.rests_on(names)


def fact(name: str, people: tuple[Person, ...], default_client: str) -> str | int | None:
    """Return what the persons tell; None where it can't be told, as when nobody is named.

    An unborn child counts as a minor (doctors' framework, annex 5 and 6).
    """
    if not people:
        return None
    match name:
        case "minderjarige":
            return _some([_minor(person) for person in people])
        case "zwanger":
            return "ja" if any(person.age == UNBORN for person in people) else "nee"
        case "jongste_leeftijd":
            ages = [0 if person.age == UNBORN else person.age for person in people]
            return min((age for age in ages if isinstance(age, int)), default=None)
        case "afhankelijke_volwassene":
            cared_for = [person for person in people if person.role != "mantelzorger"]
            carer = any(person.role == "mantelzorger" for person in people)
            return _some([_turned(_minor(person)) for person in cared_for]) if carer else "nee"
        case _:
            return _client_adult(people, default_client)


def _client_adult(people: tuple[Person, ...], default_client: str) -> str | None:
    clients = [person for person in people if person.client or person.role == "client"]
    clients = clients or [person for person in people if person.role == default_client]
    return _some([_turned(_minor(person)) for person in clients]) if clients else None


def _minor(person: Person) -> bool | None:
    if person.age == UNBORN:
        return True
    if isinstance(person.age, int):
        return person.age < ADULT
    return False if person.role in _ADULT_ROLES else None


def _turned(value: bool | None) -> bool | None:  # noqa: FBT001 - one of three truth values
    return None if value is None else not value


def _some(values: list[bool | None]) -> str | None:
    if True in values:
        return "ja"
    return None if None in values else "nee"


def _tick(item: str | Person | Observation) -> str:
    match item:
        case Person():
            return item.role
        case Observation():
            return item.signal
        case _:
            return item
