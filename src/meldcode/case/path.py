"""Which questions are reached: one pass through the protocol, each guard judged on the reached answers before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from meldcode.case.values import Value
from meldcode.case.view import Answers
from meldcode.protocol.model import AFTER_ADVICE, EVERY_ROUTE, HOME_ROUTE, LEVELS, Protocol, Rule, Step

FLOOR = "overleg"
"""Lowest level while a question about danger is open, and where no rule with a level fires."""


@dataclass(frozen=True, slots=True)
class Path:
    """The way through the protocol for some answers.

    `live` holds the answers that count. `missing` are the reached, required questions without an answer that are not
    waiting, without those about the professional's own decision; `waiting` are those that wait for a date. `view` is
    what conditions see at its end.
    """

    route: str
    steps: tuple[Step, ...]
    reached: tuple[str, ...]
    live: Mapping[str, Value]
    missing: tuple[str, ...]
    waiting: tuple[str, ...]
    level: str
    fired: tuple[Rule, ...]
    view: Answers = field(compare=False, repr=False)


def trace(protocol: Protocol, answers: Mapping[str, Value]) -> Path:
    """Return the path; an answer off the path is in `answers` but not in `live`, and nothing reads it."""
    walk = _Walk(protocol, answers)
    for step in protocol.steps:
        walk.enter(step)
    return walk.path()


class _Walk:
    def __init__(self, protocol: Protocol, answers: Mapping[str, Value]) -> None:
        self.protocol, self.answers = protocol, answers
        self.live: dict[str, Value] = {}
        self.reached: list[str] = []
        self.steps: list[Step] = []
        self._view = Answers(protocol, self.live)
        self._fired: tuple[Rule, ...] | None = None

    def enter(self, step: Step) -> None:
        if step.route not in (EVERY_ROUTE, self.route()):
            return
        self.steps.append(step)
        for name in step.questions:
            if self._open(name):
                self.reached.append(name)
                if name in self.answers:
                    self._answer(name)

    def route(self) -> str:
        found = (route.id for route in self.protocol.routes if route.when.judge(self._view) is True)
        return next(found, HOME_ROUTE)

    def path(self) -> Path:
        fired, level = self._weighed()
        waiting = self._waiting()
        missing = tuple(name for name in self._unanswered() if name not in waiting and name not in AFTER_ADVICE)
        steps, reached, view = tuple(self.steps), tuple(self.reached), self._view.at(level)
        return Path(self.route(), steps, reached, self.live, missing, waiting, level, fired, view)

    def _answer(self, name: str) -> None:
        self.live[name] = self.answers[name]
        self._view.hear(name)
        if name in self.protocol.lookup.weighed:
            self._fired = None

    def _open(self, name: str) -> bool:
        guard = self.protocol.questions[name].when
        if guard is None:
            return True
        if name in self.protocol.lookup.after_level:
            return guard.judge(self._view.at(self._weighed()[1])) is True
        return guard.judge(self._view) is not False

    def _unanswered(self) -> tuple[str, ...]:
        questions = self.protocol.questions
        return tuple(name for name in self.reached if name not in self.live and questions[name].required)

    def _waiting(self) -> tuple[str, ...]:
        waits = self.protocol.lookup.waits.items()
        return tuple(name for name, wait in waits if name in self.reached and wait.when.judge(self._view) is True)

    def _weighed(self) -> tuple[tuple[Rule, ...], str]:
        """Return the rules that fire and the level: the highest of theirs, at least the floor while danger is open."""
        fired = self._firing()
        levels = [rule.level for rule in fired if rule.level]
        waiting = self._waiting()
        open_danger = any(self.protocol.questions[name].rising and name not in waiting for name in self._unanswered())
        if open_danger or not levels:
            levels.append(FLOOR)
        return fired, max(levels, key=LEVELS.index)

    def _firing(self) -> tuple[Rule, ...]:
        """Return the rules that fire; looked up again once an answer came that one of them rests on."""
        if self._fired is None:
            self._fired = tuple(rule for rule in self.protocol.rules if rule.when.judge(self._view) is True)
        return self._fired
