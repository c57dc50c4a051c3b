"""What an author should hear about a scenario or exercise: what is wrong, and what asks for a look.

Errors are what makes it say something else than its author meant; warnings have a W code and stop nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from meldcode.case.scenario import Outcome, rounds
from meldcode.case.values import Observation
from meldcode.case.view import Answers
from meldcode.protocol import said, scenario_file, yaml
from meldcode.protocol.diagnostics import Finding, RefusedError
from meldcode.protocol.model import Protocol
from meldcode.protocol.scalars import place_of
from meldcode.protocol.schema_scenario import NormSpec, ScenarioSpec, TeachingSpec
from meldcode.protocol.warnings import texts
from meldcode.training.exercise import Exercise, protocol_of, taught
from meldcode.training.remarks import SIGNALS

LEAST: Mapping[str, int] = {"goals": 1, "norms": 2, "discussion": 2}
"""How many of each a group needs to have something to talk about."""

NOTHING = "-"
_OWN = ("unknown", "refused", "ignored")
"""Parts of an outcome that have a code of their own."""


def findings_of(path: Path, protocol: Protocol | None = None) -> tuple[Finding, ...]:
    """Return all that is to be said about a scenario file, in the order of the file, each with its line.

    `protocol` is what the scenario is tried on; where none is given, that of its sector.
    """
    try:
        spec = scenario_file.read(path)
        found = judged(spec, protocol or protocol_of(spec))
    except RefusedError as error:
        found = list(error.findings)
    return tuple(sorted(scenario_file.with_lines(found, path), key=lambda each: (each.place, each.code)))


def judged(spec: ScenarioSpec, protocol: Protocol) -> list[Finding]:
    """Return what is to be said about a scenario, in no order."""
    found: list[Finding] = []
    exercise = taught(spec, protocol, found)
    tried = rounds(protocol, spec)
    fitting = not any(outcome.unknown or outcome.refused for outcome in tried) and isinstance(spec.answers, yaml.Map)
    if fitting:  # else one fault would give many findings: what the other answers lead to says nothing
        found += [*_ignored(tried)] or _expected(tried)
    if exercise is not None and spec.teaching is not None:
        at = _Tried(spec.teaching, exercise, tried)
        looks = (_outside, _never_told, _never_true, _not_answered, _changeless, _overclaimed, _unlike)
        found += [*_few(at), *(finding for look in looks if fitting for finding in look(at))]
        words = tuple(said.in_element(spec))
        found += [*_untranslated(words), *texts.hard(words), *texts.open_places(words), *_open(spec.answers)]
    return found


def _untranslated(words: Sequence[said.Said]) -> Iterator[Finding]:
    """Find what has no English; where nothing has, say so once, at the head of the file."""
    if any(each.text.en for each in words):
        yield from texts.untranslated(words)
    else:
        keys = dict.fromkeys(each.key for each in words)
        yield Finding("W04", words[0].place, {"keys": ", ".join(keys)})


def _open(node: yaml.Node, key: str = "answers") -> Iterator[Finding]:
    """Find what must still be filled in inside the answers."""
    match node:
        case yaml.Scalar():
            if texts.PLACEHOLDER in node.value:
                yield Finding("W06", node.place, {"keys": key, "word": texts.PLACEHOLDER})
        case yaml.Seq():
            yield from (finding for item in node.items for finding in _open(item, key))
        case yaml.Map():
            yield from (finding for name, item in node.entries.items() for finding in _open(item, name))


@dataclass(frozen=True, slots=True)
class _Tried:
    """An exercise whose reference answers were tried, in each round."""

    teaching: TeachingSpec
    exercise: Exercise
    rounds: tuple[Outcome, ...]

    @property
    def norms(self) -> tuple[tuple[tuple[NormSpec, ...], Outcome], ...]:
        """The norms of each round, with what was answered in it."""
        turn = self.teaching.turn
        return tuple(zip((self.teaching.norms, turn.norms if turn else ()), self.rounds, strict=False))


def _ignored(tried: Sequence[Outcome]) -> Iterator[Finding]:
    for outcome in tried:
        given = outcome.scenario.answers
        for each in outcome.advice.ignored if isinstance(given, yaml.Map) else ():
            yield Finding("E08", given.keys[each.question], {"question": each.question})


def _expected(tried: Sequence[Outcome]) -> Iterator[Finding]:
    for outcome in tried:
        for each in outcome.deviations():
            if each.part not in _OWN:
                got = (*each.got, *(outcome.advice.missing if each.part == "complete" else ()))
                values = {"got": ", ".join(got) or NOTHING, "wanted": ", ".join(each.wanted) or NOTHING}
                yield Finding("E05", outcome.scenario.expect.place, {"part": each.part, **values})


def _outside(at: _Tried) -> Iterator[Finding]:
    for norms, outcome in at.norms:
        for norm in norms:
            given = outcome.live.get(norm.id)
            if isinstance(given, str) and given not in norm.accept:
                values = {"question": norm.id, "given": given, "accept": ", ".join(norm.accept) or NOTHING}
                yield Finding("E03", place_of(norm.id, norm.place), values)


def _not_answered(at: _Tried) -> Iterator[Finding]:
    questions = at.exercise.protocol.questions
    for norms, outcome in at.norms:
        for norm in norms:
            if norm.id in questions and questions[norm.id].type == "choice" and norm.id not in outcome.live:
                yield Finding("W26", place_of(norm.id, norm.place), {"question": norm.id})


def _never_told(at: _Tried) -> Iterator[Finding]:
    entered = {
        step.id
        for outcome in at.rounds
        for step in outcome.path.steps
        if any(question in outcome.path.reached for question in step.questions)
    }
    known = {step.id for step in at.exercise.protocol.steps}
    for part in at.teaching.parts:
        if part.id in known - entered:
            yield Finding("E06", place_of(part.id, part.place), {"name": part.id})


def _never_true(at: _Tried) -> Iterator[Finding]:
    views = [Answers(at.exercise.protocol, outcome.live) for outcome in at.rounds]
    told = {fact.id for fact in at.exercise.facts if any(fact.when.judge(view) is True for view in views)}
    readable = {fact.id for fact in at.exercise.facts}
    for fact in at.teaching.facts:
        if fact.id in readable - told:
            yield Finding("W24", place_of(fact.id, fact.place), {"name": fact.id})


def _changeless(at: _Tried) -> Iterator[Finding]:
    turn = at.exercise.turn
    if turn is not None and at.teaching.turn is not None and turn.answers.items() <= at.exercise.answers.items():
        yield Finding("W25", at.teaching.turn.place, {})


def _overclaimed(at: _Tried) -> Iterator[Finding]:
    recorded = _recorded(at).keys() - {shown.id for shown in at.teaching.signals}
    for over in at.teaching.overclaims:
        if over.id in recorded:
            yield Finding("E07", place_of(over.id, over.place), {"name": over.id})


def _unlike(at: _Tried) -> Iterator[Finding]:
    recorded = _recorded(at)
    for shown in at.teaching.signals:
        if shown.id in at.exercise.protocol.lookup.signals and recorded.get(shown.id) != shown.how:
            yield Finding("W28", place_of(shown.id, shown.place), {"name": shown.id, "how": shown.how})


def _recorded(at: _Tried) -> dict[str, str]:
    """Return how each signal of the first round is known, by signal."""
    given = at.rounds[0].live.get(SIGNALS)
    listed = given if isinstance(given, tuple) else ()
    return {each.signal: each.how for each in listed if isinstance(each, Observation)}


def _few(at: _Tried) -> Iterator[Finding]:
    for key, least in LEAST.items():
        if (amount := len(getattr(at.teaching, key))) < least:
            yield Finding("W27", at.teaching.place, {"key": key, "amount": str(amount), "least": str(least)})
