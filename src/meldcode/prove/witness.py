"""Concrete answers that stand for all: one for each thing that the conditions can tell apart.

Whom or what an answer names is endless; what a condition can see of it is not. Which answers differ is never decided
here: every leaf is judged by `condition.judge` through `case.view`, so that the proof cannot disagree with the program.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from meldcode.case.answers import MAX_AGE, MAX_ITEMS
from meldcode.case.values import UNBORN, Observation, Person, Value
from meldcode.case.view import ADULT, Answers, fact
from meldcode.protocol.condition import (
    FACTS,
    NUMBERS,
    SEVERITIES,
    AtLeast,
    Condition,
    Is,
    Leaf,
    YoungerThan,
    judge,
    leaves,
)
from meldcode.protocol.model import ROLES, Protocol, Question

ADULT_CLIENT = Is("client_volwassen", ("ja",))
"""The one fact that an invariant itself reads (I-09)."""

SOME_TEXT, SOME_DATE, MOST = "…", "2027-01-04", 10**6

_CARER = Person("mantelzorger")

Member = TypeVar("Member", Person, Observation)
Judged = tuple[bool | None, ...]
Compared = AtLeast | YoungerThan


def conditions(protocol: Protocol) -> Iterator[Condition | None]:
    """Yield every condition of the protocol."""
    for question in protocol.questions.values():
        yield question.when
        yield question.waits.when if question.waits else None
    yield from (each.when for each in (*protocol.rules, *protocol.flags, *protocol.routes))
    yield from (action.when for action in protocol.actions.values())


def leaves_about(protocol: Protocol, question: Question) -> tuple[Leaf, ...]:
    """Return every leaf that reads this question, or a fact from it."""
    facts = FACTS if question.type == "people" else {}
    own = {leaf for when in conditions(protocol) for leaf in leaves(when) if leaf.name == question.id}
    told = {leaf for when in conditions(protocol) for leaf in leaves(when) if leaf.name in facts}
    return tuple(sorted(own | told | ({ADULT_CLIENT} if facts else set()), key=repr))


def known(protocol: Protocol, name: str, value: Value) -> Value | None:
    """Return what this protocol keeps of an answer: another one may have options or signals that it lacks."""
    question = protocol.questions[name]
    options = {option.id for option in question.options}
    match question.type:
        case "choice":
            return value if value in options else None
        case "signals":
            signals = {signal.id for each in question.lists for signal in protocol.signal_lists[each].signals}
            return tuple(item for item in value if isinstance(item, Observation) and item.signal in signals)  # type: ignore[union-attr]
    return value


def judged_at(protocol: Protocol, name: str, leaf: Leaf, value: Value | None) -> bool | None:
    """Judge the leaf when this is the only answer; None for the value is no answer."""
    seen = None if value is None else known(protocol, name, value)
    return judge(leaf, Answers(protocol, {} if seen is None else {name: seen}))


def witnesses(protocols: Sequence[Protocol], name: str) -> tuple[Value, ...]:
    """Return answers to this question such that any answer is seen as one of these by every condition.

    Not for `multi`, whose ticks act one by one.
    """
    asking = [protocol for protocol in protocols if name in protocol.questions]
    questions = [protocol.questions[name] for protocol in asking]
    about = {leaf for protocol in asking for leaf in leaves_about(protocol, protocol.questions[name])}
    match questions[0].type:
        case "choice":
            return tuple(dict.fromkeys(option.id for question in questions for option in question.options))
        case "people":
            found: Iterable[Value] = _people(questions, about)
        case "signals":
            found = _signals(asking, name, about)
        case "number":
            found = sorted({0, *(cut for cut in _cuts(about) if cut <= MOST)})
        case "date":
            found = (SOME_DATE,)
        case _:
            found = (SOME_TEXT,)
    return _told_apart(asking, name, found)


def _told_apart(protocols: Sequence[Protocol], name: str, values: Iterable[Value]) -> tuple[Value, ...]:
    """Keep the first of all values that no leaf of any protocol tells apart."""
    about = [(protocol, leaf) for protocol in protocols for leaf in leaves_about(protocol, protocol.questions[name])]
    first: dict[Judged, Value] = {}
    for value in values:
        first.setdefault(tuple(judged_at(protocol, name, leaf, value) for protocol, leaf in about), value)
    return tuple(first.values())


def _cuts(about: Iterable[Leaf]) -> set[int]:
    """Return the numbers at which the outcome of a comparison can change."""
    return {
        leaf.years if isinstance(leaf, YoungerThan) else leaf.amount for leaf in about if isinstance(leaf, Compared)
    }


def _most(about: Iterable[Leaf]) -> int:
    """Return the number of items beyond which no leaf counts."""
    amounts = _cuts(leaf for leaf in about if leaf.name not in NUMBERS)
    return min(max({1, *amounts}), MAX_ITEMS)


# -- people and signals: lists of any length, by what they add up to -----------------------------------------------------


def _closure(
    kinds: Sequence[Member], profile: Callable[[tuple[Member, ...]], Hashable]
) -> tuple[tuple[Member, ...], ...]:
    """Return the shortest list for each profile that any list can have.

    Holds when the profile of a longer list follows from that of the shorter one and of what was added.
    """
    single = {profile((kind,)): kind for kind in reversed(kinds)}
    found: dict[Hashable, tuple[Member, ...]] = {profile(()): ()}
    fresh: list[tuple[Member, ...]] = [()]
    while fresh:
        longer = [(*members, kind) for members in fresh for kind in reversed(single.values())]
        fresh = []
        for members in longer:
            key = profile(members)
            if key not in found and len(members) <= MAX_ITEMS:
                found[key] = members
                fresh.append(members)
    return tuple(found.values())


def _people(questions: Sequence[Question], about: set[Leaf]) -> tuple[tuple[Person, ...], ...]:
    clients = tuple(sorted({question.client for question in questions}))
    cuts = _cuts(leaf for leaf in about if leaf.name in NUMBERS)
    years = tuple(sorted({0, ADULT, *(cut for cut in cuts if cut <= MAX_AGE)}))
    return _people_of(clients, years, _most(about), frozenset(leaf.name for leaf in about))


@cache
def _people_of(
    clients: tuple[str, ...], years: tuple[int, ...], most: int, names: frozenset[str]
) -> tuple[tuple[Person, ...], ...]:
    """Return lists of persons, one for each thing that the facts `names` can tell of any list.

    Every fact asks whether *some* person of a kind is there: someone of unknown age outweighs a "nee", a "ja" outweighs
    both. So the profile keeps each such value, and those behind `afhankelijke_volwassene` (who would be cared for if
    there were a carer) and `client_volwassen` (those marked, and those who count when nobody is).
    """
    ages = (None, *years, UNBORN)
    kinds = [
        Person(role, age, client or role == "client") for role in ROLES for age in ages for client in (False, True)
    ]

    def profile(people: tuple[Person, ...]) -> Hashable:
        marked = tuple(person for person in people if person.client)
        unmarked = [tuple(each for each in people if not each.client and each.role == client) for client in clients]
        told: list[Hashable] = [min(len(people), most)]
        told += [fact(name, people, "") for name in ("minderjarige", "zwanger", "jongste_leeftijd") if name in names]
        if "afhankelijke_volwassene" in names:
            told += [
                _CARER.role in {each.role for each in people},
                fact("afhankelijke_volwassene", (*people, _CARER), ""),
            ]
        groups = zip(("", *clients), (marked, *unmarked), strict=True)
        told += [bool(group) and fact("client_volwassen", group, client) for client, group in groups]
        return tuple(told)

    return _closure(kinds, profile)


def _signals(protocols: Sequence[Protocol], name: str, about: set[Leaf]) -> tuple[tuple[Observation, ...], ...]:
    weights = [_weights(protocol, protocol.questions[name]) for protocol in protocols]
    signals = dict.fromkeys(signal for each in weights for signal in each)
    named = {value for leaf in about if isinstance(leaf, Is) for value in leaf.values}
    most = _most(about)

    def profile(observations: tuple[Observation, ...]) -> Hashable:
        ticks = [each.signal for each in observations]
        found = [[weight[tick] for tick in ticks if tick in weight] for weight in weights]
        return (frozenset(ticks) & named, *((min(len(each), most), max(each, default=-1)) for each in found))

    return _closure([Observation(signal) for signal in signals], profile)


def _weights(protocol: Protocol, question: Question) -> Mapping[str, int]:
    lists = (protocol.signal_lists[name].signals for name in question.lists)
    return {signal.id: SEVERITIES.index(signal.severity) for each in lists for signal in each}
