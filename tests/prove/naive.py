"""A second reading of the protocol format, written apart from `meldcode.case`: slow, plain, dictionaries only.

Answers are in the form of an answers file. Nothing here imports the engine that it is held against.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from meldcode.protocol import condition as c

if TYPE_CHECKING:
    from collections.abc import Mapping

    from meldcode.protocol.model import Protocol

Given = dict[str, Any]

ORDER = ["afsluiten", "volgen", "hulp", "overleg", "melden", "bel_112"]
WEIGHT = ["context", "laag", "midden", "hoog", "acuut"]
AFTER = {"besluit", "afwijking_reden", "aankondiging", "melding_datum"}
PARENTS = {"ouder", "partner", "ex_partner", "mantelzorger"}


@dataclass
class Outcome:
    """What comes out for some answers."""

    route: str
    reached: list[str]
    live: Given
    fired: list[str]
    level: str
    missing: list[str]
    waiting: list[str]
    actions: set[str]
    flags: set[str]
    gap: bool

    @property
    def complete(self) -> bool:
        return not self.missing

    @property
    def height(self) -> int:
        return ORDER.index(self.level)


class Naive:
    """The protocol, read slowly."""

    def __init__(self, protocol: Protocol) -> None:
        self.protocol = protocol
        lists = protocol.signal_lists.values()
        self.weights = {signal.id: signal.severity for each in lists for signal in each.signals}
        guards = {name: question.when for name, question in protocol.questions.items()}
        self.late = {name for name, when in guards.items() if any(isinstance(e, c.BelowAdvice) for e in c.leaves(when))}

    def evaluate(self, answers: Mapping[str, Any]) -> Outcome:
        live: Given = {}
        reached: list[str] = []
        for step in self.protocol.steps:
            if step.route not in ("alle", self.route(live)):
                continue
            for name in step.questions:
                if self.asked(name, live, reached):
                    reached.append(name)
                    if name in answers:
                        live[name] = answers[name]
        return self.outcome(live, reached)

    def outcome(self, live: Given, reached: list[str]) -> Outcome:
        fired, level, gap = self.weigh(live, reached)
        waiting = self.waiting(live, reached)
        rules = [rule for rule in self.protocol.rules if rule.id in fired]
        actions = {
            name
            for rule in rules
            for name in rule.actions
            if (when := self.protocol.actions[name].when) is None or self.holds(when, live, level) == "yes"
        }
        return Outcome(
            route=self.route(live),
            reached=reached,
            live=live,
            fired=fired,
            level=level,
            missing=[n for n in self.unanswered(live, reached) if n not in waiting and n not in AFTER],
            waiting=waiting,
            actions=actions,
            flags={flag.id for flag in self.protocol.flags if self.holds(flag.when, live, level) == "yes"},
            gap=gap,
        )

    def route(self, live: Given) -> str:
        for route in self.protocol.routes:
            if self.holds(route.when, live) == "yes":
                return route.id
        return "huiselijke_kring"

    def asked(self, name: str, live: Given, reached: list[str]) -> bool:
        guard = self.protocol.questions[name].when
        if guard is None:
            return True
        if name in self.late:
            return self.holds(guard, live, self.weigh(live, reached)[1]) == "yes"
        return self.holds(guard, live) != "no"

    def unanswered(self, live: Given, reached: list[str]) -> list[str]:
        return [name for name in reached if name not in live and self.protocol.questions[name].required]

    def waiting(self, live: Given, reached: list[str]) -> list[str]:
        waits = {name: self.protocol.questions[name].waits for name in reached}
        return [name for name, wait in waits.items() if wait and self.holds(wait.when, live) == "yes"]

    def weigh(self, live: Given, reached: list[str]) -> tuple[list[str], str, bool]:
        fired = [rule for rule in self.protocol.rules if self.holds(rule.when, live) == "yes"]
        heights = [ORDER.index(rule.level) for rule in fired if rule.level]
        gap = not heights
        waiting = self.waiting(live, reached)
        open_danger = [
            n for n in self.unanswered(live, reached) if self.protocol.questions[n].rising and n not in waiting
        ]
        if gap or open_danger:
            heights.append(3)
        return [rule.id for rule in fired], ORDER[max(heights)], gap

    def holds(self, when: c.Condition, live: Given, level: str = "") -> str:  # noqa: PLR0911 - one return for each kind
        """Return `yes`, `no` or `unknown`."""
        match when:
            case c.Not(part):
                return {"yes": "no", "no": "yes", "unknown": "unknown"}[self.holds(part, live, level)]
            case c.All(parts):
                return self.worst(["no", "unknown", "yes"], [self.holds(part, live, level) for part in parts])
            case c.Any(parts):
                return self.worst(["yes", "unknown", "no"], [self.holds(part, live, level) for part in parts])
            case c.Answered(name):
                return "yes" if self.told(name, live) is not None else "no"
            case c.Is(name, values):
                return self.same(self.told(name, live), values)
            case c.AtLeast(name, amount, severity):
                return self.at_least(live, name, amount, severity)
            case c.YoungerThan(name, years):
                age = self.told(name, live)
                return "unknown" if age is None else ("yes" if age < years else "no")
            case c.BelowAdvice(name):
                if name not in live or not level:
                    return "unknown"
                return "yes" if ORDER.index(live[name]) < ORDER.index(level) else "no"

    @staticmethod
    def worst(order: list[str], found: list[str]) -> str:
        return min(found, key=order.index)

    @staticmethod
    def same(answer: Any, values: tuple[str, ...]) -> str:  # noqa: ANN401 - as an answers file has it
        if answer is None:
            return "unknown"
        given = answer if isinstance(answer, list) else [answer]
        names = [item if isinstance(item, str) else item.get("signal", item.get("role")) for item in given]
        if set(names) & set(values):
            return "yes"
        return "unknown" if "onbekend" in names else "no"

    def at_least(self, live: Given, name: str, amount: int, severity: str) -> str:
        answer = self.told(name, live)
        if answer is None:
            return "unknown"
        if severity:
            heavy = WEIGHT[WEIGHT.index(severity) :]
            return "yes" if any(self.weights.get(item["signal"]) in heavy for item in answer) else "no"
        size = len(answer) if isinstance(answer, list) else answer
        return "yes" if size >= amount else "no"

    def told(self, name: str, live: Given) -> Any:  # noqa: ANN401 - as an answers file has it
        """Return the answer, or the fact that the persons tell."""
        if name in c.FACTS:
            for question in self.protocol.questions.values():
                if question.type == "people" and question.id in live:
                    return fact(name, live[question.id], question.client)
            return None
        return live.get(name)


class Remembering(Naive):
    """Evaluates the same answers once."""

    def __init__(self, protocol: Protocol) -> None:
        super().__init__(protocol)
        self.known: dict[str, Outcome] = {}

    def evaluate(self, answers: Mapping[str, Any]) -> Outcome:
        key = repr(sorted(answers.items()))
        if key not in self.known:
            self.known[key] = super().evaluate(answers)
        return self.known[key]


def minor(person: Given) -> str:
    age = person.get("age")
    if age == "ongeboren":
        return "ja"
    if age is not None:
        return "ja" if age < 18 else "nee"
    return "nee" if person["role"] in PARENTS else "onbekend"


def adult(person: Given) -> str:
    return {"ja": "nee", "nee": "ja", "onbekend": "onbekend"}[minor(person)]


def some(words: list[str]) -> str | None:
    if "ja" in words:
        return "ja"
    return None if "onbekend" in words else "nee"


def fact(name: str, people: list[Given], client: str) -> Any:  # noqa: ANN401, PLR0911 - one return a fact
    if not people:
        return None
    if name == "minderjarige":
        return some([minor(person) for person in people])
    if name == "zwanger":
        return "ja" if "ongeboren" in [person.get("age") for person in people] else "nee"
    if name == "jongste_leeftijd":
        ages = [0 if person["age"] == "ongeboren" else person["age"] for person in people if "age" in person]
        return min(ages) if ages else None
    if name == "afhankelijke_volwassene":
        if not any(person["role"] == "mantelzorger" for person in people):
            return "nee"
        return some([adult(person) for person in people if person["role"] != "mantelzorger"])
    marked = [person for person in people if person.get("client") == "ja" or person["role"] == "client"]
    clients = marked or [person for person in people if person["role"] == client]
    return some([adult(person) for person in clients]) if clients else None
