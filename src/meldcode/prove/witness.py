"""Concrete answers that stand for all: one for each thing that the conditions can tell apart.

Whom or what an answer names is endless; what a condition can see of it is not. Which answers differ is never decided
here: every leaf is judged by `condition.judge` through `case.view`, so that the proof cannot disagree with the program.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from meldcode.case.answers import MAX_ITEMS
from meldcode.case.values import UNBORN, Observation, Person, Value
from meldcode.case.view import ADULT, Answers, fact
from meldcode.protocol.condition import FACTS, NUMBERS, AtLeast, Is, Leaf, YoungerThan
from meldcode.protocol.help import OLDEST
from meldcode.protocol.model import ROLES, Protocol, Question

ADULT_CLIENT = Is("client_volwassen", ("ja",))
"""The one fact that an invariant itself reads (I-09)."""

SOME_TEXT, SOME_DATE, LARGEST = "…", "2027-01-04", 10**6

_CARER = Person("mantelzorger")


def leaves_about(protocol: Protocol, question: Question) -> tuple[Leaf, ...]:
    """Return every leaf that reads this question, or a fact from it."""
    told = FACTS.keys() if question.type == "people" else set()
    found = {leaf for leaf in protocol.lookup.leaves if leaf.name in {question.id, *told}}
    return tuple(sorted(found | ({ADULT_CLIENT} if told else set()), key=repr))


def known(protocol: Protocol, name: str, value: Value) -> Value | None:
    """Return what this protocol keeps of an answer: another one may have options or signals that it lacks."""
    question = protocol.questions[name]
    options = {option.id for option in question.options}
    if question.type == "choice":
        return value if value in options else None
    if question.type == "multi" and isinstance(value, tuple):
        return tuple(item for item in value if isinstance(item, str) and item in options)
    if question.type == "signals" and isinstance(value, tuple):
        own = protocol.lookup.signal_order[name]
        return tuple(item for item in value if isinstance(item, Observation) and item.signal in own)
    return value


def judged_at(protocol: Protocol, name: str, leaf: Leaf, value: Value | None) -> bool | None:
    """Judge the leaf when this is the only answer; None for the value is no answer."""
    return leaf.judge(_only(protocol, name, value))


def _only(protocol: Protocol, name: str, value: Value | None) -> Answers:
    seen = None if value is None else known(protocol, name, value)
    return Answers(protocol, {} if seen is None else {name: seen})


def witnesses(asking: Sequence[Protocol], name: str) -> tuple[Value, ...]:
    """Return answers such that every condition sees any answer to this question as one of these.

    `asking` are protocols that have the question. Not for ticks, which act one by one.
    """
    questions = [protocol.questions[name] for protocol in asking]
    about = [leaf for protocol in asking for leaf in leaves_about(protocol, protocol.questions[name])]
    found: Iterable[Value]
    match questions[0].type:
        case "choice":
            return tuple(dict.fromkeys(option.id for question in questions for option in question.options))
        case "people":
            found = _people(questions, about)
        case "number":
            found = sorted({0, *(cut for cut in _cuts(about) if cut <= LARGEST)})
        case "date":
            found = (SOME_DATE,)
        case _:
            found = (SOME_TEXT,)
    return told_apart(asking, name, found)


def ticks(asking: Sequence[Protocol], name: str) -> tuple[str | Observation, ...]:
    """Return what can be ticked: every option, or of all signals that no condition tells apart the first."""
    questions = [protocol.questions[name] for protocol in asking]
    if questions[0].type == "multi":
        return tuple(dict.fromkeys(option.id for question in questions for option in question.options))
    signals = (signal for protocol in asking for signal in protocol.lookup.signal_order[name])
    singles = told_apart(asking, name, [(Observation(signal),) for signal in dict.fromkeys(signals)])
    return tuple(single[0] for single in singles if isinstance(single, tuple) and not isinstance(single[0], Person))


def most_ticks(asking: Sequence[Protocol], name: str) -> int:
    """Return how often one and the same can be ticked before no condition sees a difference (signals only)."""
    about = [leaf for protocol in asking for leaf in leaves_about(protocol, protocol.questions[name])]
    return _most(about) if asking[0].questions[name].type == "signals" else 1


def told_apart(asking: Sequence[Protocol], name: str, values: Iterable[Value]) -> tuple[Value, ...]:
    """Keep the first of all values that no condition of any of these protocols tells apart."""
    about = told_by(asking, name)
    first: dict[Hashable, Value] = {}
    for value in values:
        first.setdefault(about(value), value)
    return tuple(first.values())


def told_by(asking: Sequence[Protocol], name: str) -> Callable[[Value], tuple[bool | None, ...]]:
    """Return a function that gives all that the conditions of these protocols tell of an answer, the only one given."""
    about = [(protocol, (*leaves_about(protocol, protocol.questions[name]), AtLeast(name, 1))) for protocol in asking]

    def told(value: Value) -> tuple[bool | None, ...]:
        seen = [(_only(protocol, name, value), asked) for protocol, asked in about]
        return tuple(leaf.judge(view) for view, asked in seen for leaf in asked)

    return told


def _cuts(about: Iterable[Leaf]) -> set[int]:
    """Return the numbers at which the outcome of a comparison can change."""
    compared = (leaf for leaf in about if isinstance(leaf, AtLeast | YoungerThan))
    return {leaf.years if isinstance(leaf, YoungerThan) else leaf.amount for leaf in compared}


def _most(about: Iterable[Leaf]) -> int:
    """Return the number of items beyond which no leaf counts."""
    return min(max({1, *_cuts(leaf for leaf in about if leaf.name not in NUMBERS)}), MAX_ITEMS)


# -- people: lists of any length, by what they add up to ---------------------------------------------------------------


def _people(questions: Sequence[Question], about: Sequence[Leaf]) -> tuple[tuple[Person, ...], ...]:
    clients = tuple(sorted({question.client for question in questions}))
    cuts = _cuts(leaf for leaf in about if leaf.name in NUMBERS)
    bounds = sorted({0, ADULT, *(cut for cut in cuts if cut <= OLDEST), OLDEST + 1})
    years = tuple(low + min(9, (high - low) // 2) for low, high in pairwise(bounds))
    return _people_of(clients, years, _most(about), frozenset(leaf.name for leaf in about))


@cache
def _people_of(
    clients: tuple[str, ...], years: tuple[int, ...], most: int, names: frozenset[str]
) -> tuple[tuple[Person, ...], ...]:
    """Return the shortest list of persons for each thing that the facts `names` can tell of any list.

    What a list tells follows from its profile, and the profile of a longer list from that of the shorter one and the
    person added: so growing lists until no profile is new finds them all.
    """
    ages = (None, *years, UNBORN)
    kinds: dict[Hashable, Person] = {}
    for role in ROLES:
        for person in (Person(role, age, marked or role == "client") for age in ages for marked in (False, True)):
            kinds.setdefault(_profile((person,), clients, most, names), person)
    found: dict[Hashable, tuple[Person, ...]] = {_profile((), clients, most, names): ()}
    fresh: list[tuple[Person, ...]] = [()]
    while fresh:
        longer = [(*people, person) for people in fresh for person in kinds.values() if len(people) < MAX_ITEMS]
        fresh = []
        for people in longer:
            profile = _profile(people, clients, most, names)
            if profile not in found:
                found[profile] = people
                fresh.append(people)
    return tuple(found.values())


def _profile(people: tuple[Person, ...], clients: tuple[str, ...], most: int, names: frozenset[str]) -> Hashable:
    """Return what decides every fact about these persons, and about these with more persons added.

    A fact asks whether *some* person is so: "ja" outweighs not known, and that outweighs "nee". Behind two of the facts
    are more of such questions: who would be cared for if there were a carer; whether those marked as client are adult,
    and those who count as client while nobody is marked.
    """
    told: list[Hashable] = [min(len(people), most)]
    told += [fact(name, people, "") for name in ("minderjarige", "zwanger", "jongste_leeftijd") if name in names]
    if "afhankelijke_volwassene" in names:
        told += [_CARER.role in {each.role for each in people}, fact("afhankelijke_volwassene", (*people, _CARER), "")]
    groups = [("", tuple(each for each in people if each.client))]
    groups += [(role, tuple(each for each in people if each.role == role and not each.client)) for role in clients]
    told += [bool(group) and fact("client_volwassen", group, role) for role, group in groups]
    return tuple(told)
