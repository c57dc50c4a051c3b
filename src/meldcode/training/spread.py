"""How the answers of a group lie: per question and round, each option with how many chose it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from meldcode.case.events import Reopened
from meldcode.case.state import weighing
from meldcode.case.values import Value
from meldcode.protocol.model import DECISION, Question
from meldcode.training.agreement import Interval, alike, wilson
from meldcode.training.attempt import Attempt, Counted, Happened
from meldcode.training.exercise import Exercise, Norm
from meldcode.training.gather import Sat

FIRST, SECOND = 1, 2
"""Rounds: before the new facts and after them."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The answers to one question in one round.

    `asked` is how many answered; `counts` has every option, in the order of the protocol. `accept` are the options
    that the norm leaves room for, empty without a norm; `within` is how many chose one of those, `surely` its
    interval. `alike` is the chance that two participants gave the same answer. With `several`, more than one option
    could be ticked, and neither is there.
    """

    round: int
    question: str
    asked: int
    counts: Mapping[str, int]
    accept: tuple[str, ...]
    several: bool = False

    @property
    def within(self) -> int:
        """How many answers lie within the norm."""
        return sum(self.counts[option] for option in self.accept)

    @property
    def surely(self) -> Interval | None:
        """Where the share within the norm lies with 95 per cent confidence."""
        return wilson(self.within, self.asked) if self.accept else None

    @property
    def alike(self) -> float | None:
        """The chance that two participants, drawn at random, gave the same answer."""
        return None if self.several else alike(self.counts)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Of those whose answers led to the level `advice`, how many decided what."""

    round: int
    advice: str
    decisions: Mapping[str, int]


def answers_in(sat: Sat, number: int) -> Mapping[str, Value]:
    """Return the answers that counted in a round; in the second only those to what was asked again."""
    rounds = sat.looked.rounds
    if number > len(rounds):
        return {}
    answers = rounds[number - 1][1]
    if number == FIRST:
        return answers
    again = weighing(sat.looked.exercise.protocol)
    return {name: value for name, value in answers.items() if name in again}


def rounds_of(exercise: Exercise) -> tuple[int, ...]:
    """Return the numbers of the rounds of an exercise."""
    return (FIRST,) if exercise.turn is None else (FIRST, SECOND)


def norms_in(exercise: Exercise, number: int) -> Mapping[str, Norm]:
    """Return the norms of a round."""
    if number == FIRST or exercise.turn is None:
        return exercise.norms
    return exercise.turn.norms


def in_order(exercise: Exercise) -> Iterator[Question]:
    """Yield the questions in the order of the walk, each once."""
    names = (name for step in exercise.protocol.steps for name in step.questions)
    for name in dict.fromkeys(names):
        yield exercise.protocol.questions[name]


def spreads(exercise: Exercise, sats: Sequence[Sat]) -> Iterator[Spread]:
    """Yield the spread of each question with options that anyone answered, round by round, in the order of the walk."""
    for number in rounds_of(exercise):
        answers = [answers_in(sat, number) for sat in sats]
        for question in in_order(exercise):
            given = [each[question.id] for each in answers if question.id in each]
            if given and question.options:
                yield _spread(exercise, number, question, _counted(given), len(given))


def hands(exercise: Exercise, classes: Iterable[Attempt]) -> Iterator[Spread]:
    """Yield the spread of the hands that were counted, all classes together; hands for unknown options are left out."""
    counted: dict[tuple[int, str], Counter[str]] = {}
    for attempt in classes:
        for place, votes in _hands(attempt).items():
            counted.setdefault(place, Counter()).update(votes)
    for number in rounds_of(exercise):
        for question in in_order(exercise):
            votes = counted.get((number, question.id), Counter())
            known = Counter({option.id: votes[option.id] for option in question.options})
            if known.total():
                yield _spread(exercise, number, question, known, known.total())


def _hands(attempt: Attempt) -> dict[tuple[int, str], Mapping[str, int]]:
    """Return the hands of a class per round and question, as counted last."""
    number, found = FIRST, dict[tuple[int, str], Mapping[str, int]]()
    for line in attempt.lines:
        if isinstance(line, Happened) and isinstance(line.event, Reopened):
            number = SECOND
        elif isinstance(line, Counted):
            found[number, line.question] = line.hands
    return found


def weighed(exercise: Exercise, sats: Sequence[Sat]) -> Iterator[Weighed]:
    """Yield the decisions beside the advice that the participant's own answers gave, least urgent advice first."""
    for number in rounds_of(exercise):
        beside: dict[str, Counter[str]] = {}
        for sat in sats:
            decision = answers_in(sat, number).get(DECISION)
            if isinstance(decision, str):
                beside.setdefault(_level(sat, number), Counter())[decision] += 1
        for advice in exercise.protocol.levels:
            if advice in beside:
                yield Weighed(number, advice, beside[advice])


def _level(sat: Sat, number: int) -> str:
    state = sat.looked.state
    return state.rounds[0].level if number == FIRST and state.rounds else state.path.level


def _counted(given: Iterable[Value]) -> Counter[str]:
    found: Counter[str] = Counter()
    for value in given:
        ticked = value if isinstance(value, tuple) else (value,)
        found.update(each for each in ticked if isinstance(each, str))
    return found


def _spread(exercise: Exercise, number: int, question: Question, counts: Counter[str], asked: int) -> Spread:
    norm = norms_in(exercise, number).get(question.id)
    options = {option.id: counts[option.id] for option in question.options}
    accept = norm.accept if norm and question.type == "choice" else ()
    return Spread(number, question.id, asked, options, accept, several=question.type == "multi")
