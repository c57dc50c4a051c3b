"""Which questions are reached: one pass through the protocol, each guard judged on the reached answers before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from meldcode.case.values import Value
from meldcode.case.view import Answers
from meldcode.protocol.model import AFTER_ADVICE, EVERY_ROUTE, HOME_ROUTE, LEVELS, Protocol, Rule, Step

FLOOR = "overleg"
"""Lowest level while a question about danger is open, and where no rule with a level fires."""


@dataclass(frozen=True)
class Path:
    """The way through the protocol for some answers; `live` holds those that count.

    What follows from it is worked out when it is asked for: the replay of a case walks once for every event, and only
    the last way is weighed.
    """

    route: str
    steps: tuple[Step, ...]
    reached: tuple[str, ...]
    live: Mapping[str, Value]
    walk: "_Walk" = field(compare=False, repr=False)

    @cached_property
    def fired(self) -> tuple[Rule, ...]:
        """The rules that fire."""
        return self.walk.firing()

    @cached_property
    def level(self) -> str:
        """The level of the advice."""
        return self.walk.level()

    @cached_property
    def waiting(self) -> tuple[str, ...]:
        """The reached questions that wait for a date."""
        return self.walk.waiting()

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The reached, required questions without an answer that do not wait.

        Those about the professional's own decision are not among them.
        """
        still = self.walk.unanswered()
        return tuple(name for name in still if name not in self.waiting and name not in AFTER_ADVICE)

    @property
    def view(self) -> Answers:
        """What conditions see at its end."""
        return self.walk.view.at(self.level)


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
        self.view = Answers(protocol, self.live)
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
        found = (route.id for route in self.protocol.routes if route.when.judge(self.view) is True)
        return next(found, HOME_ROUTE)

    def path(self) -> Path:
        return Path(self.route(), tuple(self.steps), tuple(self.reached), self.live, self)

    def _answer(self, name: str) -> None:
        self.live[name] = self.answers[name]
        self.view.hear(name)
        if name in self.protocol.lookup.weighed:
            self._fired = None

    def _open(self, name: str) -> bool:
        guard = self.protocol.questions[name].when
        if guard is None:
            return True
        compared = self.protocol.lookup.after_level.get(name)
        if compared is None:
            return guard.judge(self.view) is not False
        # Weighing takes most of a walk, and what has no answer is below no level.
        weighed = compared & self.live.keys()
        return guard.judge(self.view.at(self.level()) if weighed else self.view) is True

    def unanswered(self) -> tuple[str, ...]:
        questions = self.protocol.questions
        return tuple(name for name in self.reached if name not in self.live and questions[name].required)

    def waiting(self) -> tuple[str, ...]:
        waits = self.protocol.lookup.waits.items()
        return tuple(name for name, wait in waits if name in self.reached and wait.when.judge(self.view) is True)

    def level(self) -> str:
        """Return the highest level of the rules that fire, at least the floor while danger is open."""
        levels = [rule.level for rule in self.firing() if rule.level]
        waiting = self.waiting()
        open_danger = any(self.protocol.questions[name].rising and name not in waiting for name in self.unanswered())
        if open_danger or not levels:
            levels.append(FLOOR)
        return max(levels, key=LEVELS.index)

    def firing(self) -> tuple[Rule, ...]:
        """Return the rules that fire; looked up again once an answer came that one of them rests on."""
        if self._fired is None:
            self._fired = tuple(rule for rule in self.protocol.rules if rule.when.judge(self.view) is True)
        return self._fired
