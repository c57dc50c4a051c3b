"""Small invented protocols, whose answers can all be tried one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations, combinations_with_replacement, count, groupby, product
from typing import TYPE_CHECKING, Any

from meldcode.protocol import condition as c
from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import (
    LEVELS,
    NO_TEXT,
    Action,
    Flag,
    Item,
    LevelText,
    Protocol,
    Question,
    Route,
    Rule,
    Signal,
    SignalList,
    Source,
    Step,
    Text,
    Theme,
    Waits,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from meldcode.protocol.condition import Condition
    from meldcode.protocol.model import QuestionType

WORDS = Text("Woorden.", "Words.")
LINES = count(1)

PERSONS: tuple[dict[str, Any], ...] = (
    {"role": "kind", "age": 7},
    {"role": "kind", "age": 15},
    {"role": "kind"},
    {"role": "ander", "age": 40},
    {"role": "ander", "age": "ongeboren"},
    {"role": "client", "age": 30, "client": "ja"},
    {"role": "client", "age": 9, "client": "ja"},
    {"role": "client", "client": "ja"},
    {"role": "ouder"},
)
PEOPLE = [list(some) for size in (0, 1, 2) for some in combinations_with_replacement(PERSONS, size)]
LIGHT, HEAVY = {"signal": "lijst.licht"}, {"signal": "lijst.zwaar"}
SIGNALS: tuple[list[dict[str, str]], ...] = ([], [LIGHT], [HEAVY], [LIGHT, LIGHT], [HEAVY, HEAVY], [LIGHT, HEAVY])
LIST = SignalList(
    "lijst", WORDS, (Signal("lijst.licht", WORDS, "laag", "wet"), Signal("lijst.zwaar", WORDS, "acuut", "wet"))
)


def place() -> Place:
    """Return a place that no other element has."""
    return Place("protocol.yaml", next(LINES), 1)


def choice(name: str, options: str, *, rising: bool = False, when: Condition | None = None, **more: Any) -> Question:  # noqa: ANN401 - any field
    items = tuple(Item(option, WORDS) for option in options.split())
    return Question(name, WORDS, WORDS, "choice", place(), options=items, rising=rising, when=when, **more)


def multi(name: str, options: str) -> Question:
    return replace(choice(name, options), type="multi")


def rule(name: str, when: Condition, level: str = "", *actions: str) -> Rule:
    return Rule(name, when, WORDS, "wet", place(), level, actions)


def flag(name: str, when: Condition) -> Flag:
    return Flag(name, when, WORDS, "wet", place())


def theme(name: str, talk: Any) -> Theme:  # noqa: ANN401 - one of three words
    return Theme(
        name, WORDS, NO_TEXT, consult_required=False, consult=WORDS, consult_contacts=(), talk_safe=talk, talk=WORDS
    )


def made(  # noqa: PLR0913 - one for each kind of element
    steps: Sequence[tuple[int, Sequence[Question]]],
    rules: Sequence[Rule],
    *,
    flags: Sequence[Flag] = (),
    actions: Sequence[Action] = (),
    themes: Sequence[Theme] = (),
    routes: Sequence[Route] = (),
    elsewhere: Sequence[tuple[str, Sequence[Question]]] = (),
    bound: bool = True,
) -> Protocol:
    """Return a protocol of these elements; `elsewhere` are the questions of other routes."""
    own = [Step(f"stap{at}", WORDS, WORDS, ids(asked), place(), number=n) for at, (n, asked) in enumerate(steps)]
    own = [
        Step(s.id, WORDS, WORDS, s.questions, s.origin, s.number, "alle" if at == 0 else s.route)
        for at, s in enumerate(own)
    ]
    own += [Step(f"weg_{name}", WORDS, WORDS, ids(asked), place(), route=name) for name, asked in elsewhere]
    asked = [question for _, each in (*steps, *elsewhere) for question in each]
    return Protocol(
        id="klein",
        version="1.0.0",
        title=WORDS,
        for_whom=WORDS,
        decides=WORDS,
        bound=bound,
        reviewed="2026-01-02",
        review_before="2027-01-02",
        sources={"wet": Source("wet", WORDS, verified="2026-01-02")},
        steps=tuple(own),
        questions={question.id: question for question in asked},
        definitions={},
        rules=tuple(rules),
        actions={action.id: action for action in actions},
        flags=tuple(flags),
        levels={level: LevelText(WORDS, WORDS) for level in LEVELS},
        routes=tuple(routes),
        themes={each.id: each for each in themes},
        signal_lists={"lijst": LIST},
        contacts={},
        at_hand=(),
    )


def ids(questions: Sequence[Question]) -> tuple[str, ...]:
    return tuple(question.id for question in questions)


# -- all answers -------------------------------------------------------------------------------------------------------


def every_answer(protocol: Protocol) -> Iterator[dict[str, Any]]:
    """Yield every set of answers, with everything left out that can be."""
    choices = [(None, *values(question)) for question in protocol.questions.values()]
    for drawn in product(*choices):
        yield {name: value for name, value in zip(protocol.questions, drawn, strict=True) if value is not None}


def values(question: Question) -> tuple[Any, ...]:
    options = [option.id for option in question.options]
    match question.type:
        case "choice":
            return tuple(options)
        case "multi":
            return tuple(
                list(some) for some in chain.from_iterable(combinations(options, n) for n in range(len(options) + 1))
            )
        case "people":
            return tuple(PEOPLE)
        case "signals":
            return SIGNALS
        case "date":
            return ("2026-12-01",)
        case _:
            return ("Tekst.",)


# -- at random ---------------------------------------------------------------------------------------------------------

FIXED: tuple[tuple[int, str, str, bool], ...] = (
    (1, "direct_gevaar", "nee onbekend ja", True),
    (1, "pleger", "huiselijke_kring beroepskracht", False),
    (1, "kindcheck", "veilig onbekend zorgen", False),
    (2, "collega", "ja nee", False),
    (2, "vt_advies", "ja nee", False),
    (3, "gesprek", "gevoerd niet_gevoerd", False),
    (3, "gesprek_reden", "veiligheid ander", False),
    (4, "vermoeden", "nee onbekend ja", True),
    (4, "veiligheid", "nee onbekend ja", True),
    (5, "hulp", "ja onbekend nee", True),
    (5, "acceptatie", "ja onbekend nee", True),
    (5, "resultaat", "ja onbekend nee", True),
    (5, "besluit", "overleg melden", False),
    (5, "aankondiging", "ja nee_veiligheid", False),
)


EXTRAS: dict[int, tuple[QuestionType | None, ...]] = {
    3: ("people", "multi", "signals", None),
    4: ("multi", None),
    5: (None,),
}
"""What a protocol of so many fixed questions may ask besides, so that all its answers can still be tried."""


def at_random(random: Random) -> Protocol:
    """Return a protocol of a few of the fixed questions, with guards, rules, flags and actions by chance."""
    chosen = sorted(random.sample(FIXED, random.choice((3, 4, 4, 5))))
    extra = random.choice(EXTRAS[len(chosen)])
    asked: list[tuple[int, Question]] = [(1, special(extra))] if extra else []
    for number, name, options, rising in chosen:
        guard = some_condition(random, [each for _, each in asked], 2) if asked and random.random() < 0.4 else None
        needed = random.random() < 0.85
        asked.append((number, choice(name, options, rising=rising, when=guard, required=needed)))
    asked = [each for number, question in asked for each in waiting(random, number, question)]
    questions = [question for _, question in asked]
    actions = [Action("vertel", WORDS, place(), when=maybe(random, questions), informs=True)]
    steps = [(number, [each for _, each in group]) for number, group in groupby(asked, key=lambda pair: pair[0])]
    away = [question for question in questions if question.id == "pleger"]
    routes = [Route("beroepskracht", WORDS, c.Is("pleger", ("beroepskracht",)), WORDS)] if away else []
    return made(
        steps,
        list(some_rules(random, questions)),
        flags=[
            flag(name, some_condition(random, questions, 2, late=True)) for name in ("collega_niet_geraadpleegd", "x")
        ],
        actions=actions,
        themes=[theme("eer", "nee"), theme("kmdf", "na_overleg")],
        routes=routes,
        elsewhere=[("beroepskracht", [choice("elders", "ja nee", when=maybe(random, questions))])] if routes else [],
        bound=random.random() < 0.5,
    )


def special(kind: QuestionType) -> Question:
    names: dict[str, str] = {"people": "betrokkenen", "multi": "thema", "signals": "signalen"}
    options = tuple(Item(name, WORDS) for name in ("eer", "kmdf")) if kind == "multi" else ()
    return Question(names[kind], WORDS, WORDS, kind, place(), options=options, lists=("lijst",), client="kind")


def waiting(random: Random, number: int, question: Question) -> Iterator[tuple[int, Question]]:
    """Yield the question, sometimes one that waits, with the date until which it does."""
    if question.id not in ("gesprek", "resultaat") or random.random() < 0.5:
        yield number, question
        return
    waits = Waits(c.Not(c.Answered(question.id)), "datum")
    yield number, replace(question, waits=waits)
    if random.random() < 0.8:
        yield number, Question("datum", WORDS, WORDS, "date", place(), required=False)


NORMS = (
    ("direct_gevaar", "ja", "bel_112"),
    ("direct_gevaar", "onbekend", "overleg"),
    ("veiligheid", "ja", "melden"),
    ("veiligheid", "onbekend", "overleg"),
    ("hulp", "nee", "melden"),
    ("hulp", "onbekend", "overleg"),
    ("acceptatie", "nee", "melden"),
    ("acceptatie", "onbekend", "overleg"),
    ("resultaat", "nee", "melden"),
    ("vermoeden", "nee", "afsluiten"),
)


def some_rules(random: Random, questions: Sequence[Question]) -> Iterator[Rule]:
    """Yield most of the norms that these questions can carry, and some rules by chance."""
    names = {question.id for question in questions}
    for name, option, level in NORMS:
        if name in names and random.random() < 0.85:
            yield rule(f"{name}_{option}", c.Is(name, (option,)), level, *random.choice(((), ("vertel",))))
    for number in range(random.choice((1, 2, 3))):
        level = random.choice(("", *LEVELS[:4]))
        yield rule(f"kans_{number}", some_condition(random, questions, 2), level, *random.choice(((), ("vertel",))))


def maybe(random: Random, questions: Sequence[Question]) -> Condition | None:
    return some_condition(random, questions, 2) if random.random() < 0.7 else None


def some_condition(random: Random, questions: Sequence[Question], depth: int, *, late: bool = False) -> Condition:
    if depth and random.random() < 0.5:
        parts = [some_condition(random, questions, depth - 1, late=late) for _ in range(2)]
        return random.choice((c.Not(parts[0]), c.All(tuple(parts)), c.Any(tuple(parts))))
    question = random.choice(questions)
    if late and question.id == "besluit":
        return c.BelowAdvice("besluit")
    return random.choice(tuple(leaves_of(question, random)))


def leaves_of(question: Question, random: Random) -> Iterator[c.Leaf]:
    """Yield the leaves that can be about a question of its type."""
    options = [option.id for option in question.options]
    match question.type:
        case "choice":
            yield c.Is(question.id, tuple(random.sample(options, random.choice((1, 1, 2)))))
            yield c.Is(question.id, (random.choice(options),))
        case "multi":
            yield c.Is(question.id, (random.choice(options),))
            yield c.AtLeast(question.id, random.choice((1, 2)))
        case "signals":
            yield c.AtLeast(question.id, 1, "acuut")
            yield c.AtLeast(question.id, 2)
            yield c.Is(question.id, ("lijst.licht",))
        case "people":
            yield c.Is("client_volwassen", (random.choice(("ja", "nee")),))
            yield c.Is("minderjarige", ("ja",))
            yield c.YoungerThan("jongste_leeftijd", 12)
            yield c.AtLeast(question.id, 2)
        case _:
            yield c.Answered(question.id)
    yield c.Answered(question.id)
