"""Worked cases tried on a protocol: what comes out, where that is not as expected, and what is never tried."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from meldcode.case.advice import Advice, advise
from meldcode.case.answers import AnswerError, judged
from meldcode.case.path import Path
from meldcode.case.state import settled
from meldcode.case.values import Value
from meldcode.protocol import yaml
from meldcode.protocol.diagnostics import Finding, nearest
from meldcode.protocol.model import HOME_ROUTE, LEVELS, Protocol

if TYPE_CHECKING:
    from meldcode.protocol.schema_scenario import ScenarioSpec

PARTS = ("levels", "routes", "rules", "flags", "actions", "options")
"""What of a protocol a case can touch."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A part of an outcome that is not as expected: another one, something that is not there, or must not be."""

    part: str
    how: Literal["other", "absent", "present"]
    got: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers of a scenario lead to; `unknown` and `refused` are the questions whose answer can't be used."""

    scenario: "ScenarioSpec"
    advice: Advice
    path: Path
    unknown: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def live(self) -> Mapping[str, Value]:
        """The answers that count."""
        return self.path.live

    def deviations(self) -> tuple[Deviation, ...]:
        """Return all that is not exactly as the scenario expects."""
        return (*self._exact(), *self._listed())

    def _exact(self) -> Iterator[Deviation]:
        expect, advice = self.scenario.expect, self.advice
        exact: dict[str, tuple[Sequence[str], Sequence[str]]] = {
            "level": ([advice.level], [expect.level]),
            "flags": (sorted(flag.id for flag in advice.flags), sorted(expect.flags)),
            "route": ([advice.route], [expect.route or HOME_ROUTE]),
            "complete": ([_truth(complete=advice.complete)], [_truth(complete=expect.complete)]),
            "ignored": ([ignored.question for ignored in advice.ignored], []),
            "unknown": (self.unknown, []),
            "refused": (self.refused, []),
        }
        for part, (got, wanted) in exact.items():
            if list(got) != list(wanted):
                yield Deviation(part, "other", tuple(got), tuple(wanted))

    def _listed(self) -> Iterator[Deviation]:
        expect, advice = self.scenario.expect, self.advice
        actions = {action.id for action in advice.actions}
        wanted = {
            "missing": set(expect.missing) - set(advice.missing),
            "actions": set(expect.actions) - actions,
            "contacts": set(expect.contacts) - {contact.id for contact in advice.contacts},
            "rules": set(expect.rules) - {reason.rule.id for reason in advice.reasons},
        }
        for part, names in wanted.items():
            if names:
                yield Deviation(part, "absent", wanted=tuple(sorted(names)))
        if unwanted := sorted(actions & set(expect.not_actions)):
            yield Deviation("not_actions", "present", tuple(unwanted))


def tried(protocol: Protocol, scenario: "ScenarioSpec") -> Outcome:
    """Return what the answers of a scenario lead to in this protocol."""
    raw = _raw(scenario.answers)
    answers, errors = _judged(protocol, raw)
    state = settled(protocol, answers)
    unknown = tuple(sorted(raw.keys() - protocol.questions.keys()))
    return Outcome(scenario, advise(protocol, state), state.path, unknown, tuple(sorted(errors)))


def rounds(protocol: Protocol, scenario: "ScenarioSpec") -> tuple[Outcome, ...]:
    """Return what a scenario leads to, and where its teaching brings new facts what it leads to with those.

    In the second round the answers of the turn are laid over the others; of those, what is no longer asked is left out.
    """
    first = tried(protocol, scenario)
    turn = scenario.teaching.turn if scenario.teaching else None
    if turn is None or not isinstance(scenario.answers, yaml.Map) or not isinstance(turn.answers, yaml.Map):
        return (first,)
    base, new = scenario.answers, turn.answers
    entries = {**base.entries, **new.entries}
    answers, _ = _judged(protocol, _raw(yaml.Map(entries, {}, new.place)))
    gone = answers.keys() - settled(protocol, answers).answers.keys() - new.entries.keys()
    kept = {name: node for name, node in entries.items() if name not in gone}
    whole = yaml.Map(kept, {**base.keys, **new.keys}, new.place)
    again = scenario.model_copy(update={"answers": whole, "expect": turn.expect, "place": turn.place})
    return (first, tried(protocol, again))


def misfits(protocol: Protocol, answers: yaml.Node) -> Iterator[Finding]:
    """Yield what is wrong with the answers of a scenario: no such question, or an answer that it refuses."""
    if not isinstance(answers, yaml.Map):
        yield Finding("S03", answers.place, {"key": "answers", "expected": "mapping"})
        return
    raw = _raw(answers)
    for name in raw.keys() - protocol.questions.keys():
        yield Finding("R01", answers.keys[name], {"name": name, "meant": nearest(name, protocol.questions)})
    for name, error in _judged(protocol, raw)[1].items():
        yield Finding(error.code, answers.entries[name].place, {"key": name, **error.values})


def _raw(answers: yaml.Node) -> Mapping[str, object]:
    given = yaml.plain(answers)
    return given if isinstance(given, dict) else {}


def _judged(protocol: Protocol, raw: Mapping[str, object]) -> tuple[dict[str, Value], dict[str, AnswerError]]:
    answers: dict[str, Value] = {}
    errors: dict[str, AnswerError] = {}
    for name in raw.keys() & protocol.questions.keys():
        try:
            answers[name] = judged(protocol, protocol.questions[name], raw[name])
        except AnswerError as error:
            errors[name] = error
    return answers, errors


def changes(before: Outcome, after: Outcome) -> tuple[Deviation, ...]:
    """Return what another protocol makes of the same scenario: `wanted` is what it was."""
    pairs = ((part, _ends(before)[part], _ends(after)[part]) for part in _ends(before))
    return tuple(Deviation(part, "other", got, was) for part, was, got in pairs if got != was)


def weaker(before: Outcome, after: Outcome) -> bool:
    """Tell whether the level is lower, or a flag is gone."""
    lower = LEVELS.index(after.advice.level) < LEVELS.index(before.advice.level)
    return lower or not set(_ends(before)["flags"]) <= set(_ends(after)["flags"])


def _ends(outcome: Outcome) -> dict[str, tuple[str, ...]]:
    advice = outcome.advice
    return {
        "level": (advice.level,),
        "route": (advice.route,),
        "flags": tuple(sorted(flag.id for flag in advice.flags)),
        "actions": tuple(sorted(action.id for action in advice.actions)),
        "missing": advice.missing,
    }


def _truth(*, complete: bool) -> str:
    return "true" if complete else "false"


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each part of a protocol was touched by some cases."""

    protocol: Protocol
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {part: Counter() for part in PARTS})

    def add(self, advice: Advice, live: Mapping[str, Value]) -> None:
        """Count one more case."""
        self.counts["levels"][advice.level] += 1
        self.counts["routes"][advice.route] += 1
        self.counts["rules"].update(reason.rule.id for reason in advice.reasons)
        self.counts["flags"].update({flag.id for flag in advice.flags})
        self.counts["actions"].update(action.id for action in advice.actions)
        for name, value in live.items():
            if self.protocol.questions[name].type in ("choice", "multi"):
                chosen = (value,) if isinstance(value, str) else value
                self.counts["options"].update(f"{name}={option}" for option in chosen)  # type: ignore[union-attr]

    def never(self, part: str) -> tuple[str, ...]:
        """Return what was not touched at all, in the order of the protocol."""
        return tuple(name for name in everything(self.protocol)[part] if not self.counts[part][name])


def everything(protocol: Protocol) -> dict[str, tuple[str, ...]]:
    """Return the name of all that a case can touch; an option is `question=option`, of a choice or of ticks."""
    questions = [each for each in protocol.questions.values() if each.type in ("choice", "multi")]
    fired = {rule.level for rule in protocol.rules if rule.level}
    return {
        "levels": tuple(level for level in LEVELS if level in fired),
        "routes": (HOME_ROUTE, *(route.id for route in protocol.routes)),
        "rules": tuple(rule.id for rule in protocol.rules),
        "flags": tuple(dict.fromkeys(flag.id for flag in protocol.flags)),
        "actions": tuple(protocol.actions),
        "options": tuple(f"{each.id}={option.id}" for each in questions for option in each.options),
    }
