"""Advice: a pure, deterministic and explained function of protocol and state.

Every line of it names the rule, the answers and the source behind it. It advises; a person decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from meldcode.case.path import Path
from meldcode.case.state import State
from meldcode.case.values import Value
from meldcode.protocol.condition import Condition
from meldcode.protocol.model import LEVELS, Action, Contact, Flag, LevelText, Protocol, Rule, Source

OFF_PATH = "not_reached"
OFF_ROUTE = "other_route"
UNKNOWN_QUESTION = "unknown_question"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a rule that fired, the answers that it read, and the source of the norm."""

    rule: Rule
    answers: Mapping[str, Value]
    source: Source


@dataclass(frozen=True, slots=True)
class Ignored:
    """An answer that was given and not used, with the code of the reason and the guard that closed the question."""

    question: str
    reason: str
    guard: Condition | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """What the protocol advises for a state, most urgent reason first."""

    level: str
    text: LevelText
    route: str
    reasons: tuple[Reason, ...]
    actions: tuple[Action, ...]
    contacts: tuple[Contact, ...]
    flags: tuple[Flag, ...]
    missing: tuple[str, ...]
    waiting: tuple[str, ...]
    ignored: tuple[Ignored, ...]

    @property
    def complete(self) -> bool:
        """Whether every reached, required question is answered or waits for its date."""
        return not self.missing

    @property
    def next(self) -> str | None:
        """The first missing question."""
        return self.missing[0] if self.missing else None


def advise(protocol: Protocol, state: State) -> Advice:
    """Return the advice: the maximum over all rules that fire, with the actions and contacts of each of them."""
    path, view = state.path, state.path.view
    reasons = _reasons(protocol, path)
    rules = [reason.rule for reason in reasons]
    actions = (protocol.actions[name] for name in _once(name for rule in rules for name in rule.actions))
    contacts = (protocol.contacts[name] for name in _once(name for rule in rules for name in rule.contacts))
    return Advice(
        level=path.level,
        text=protocol.level_text(path.level, path.route),
        route=path.route,
        reasons=reasons,
        actions=tuple(each for each in actions if each.when is None or each.when.judge(view) is True),
        contacts=tuple(sorted(contacts, key=lambda contact: contact.urgency)),
        flags=tuple(flag for flag in protocol.flags if flag.when.judge(view) is True),
        missing=path.missing,
        waiting=path.waiting,
        ignored=tuple(_ignored(protocol, path, name) for name in state.dormant),
    )


def _reasons(protocol: Protocol, path: Path) -> tuple[Reason, ...]:
    def rank(rule: Rule) -> int:
        return -LEVELS.index(rule.level) if rule.level else 1

    return tuple(
        Reason(rule, _read(protocol, path, rule), protocol.sources[rule.source])
        for rule in sorted(path.fired, key=rank)
    )


def _read(protocol: Protocol, path: Path, rule: Rule) -> dict[str, Value]:
    """Return the answers that the rule rests on, in the order of the path."""
    names = protocol.lookup.grounds[rule.id]
    return {name: value for name, value in path.live.items() if name in names}


def _ignored(protocol: Protocol, path: Path, name: str) -> Ignored:
    if not any(name in step.questions for step in path.steps):
        return Ignored(name, OFF_ROUTE)
    return Ignored(name, OFF_PATH, protocol.questions[name].when)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
