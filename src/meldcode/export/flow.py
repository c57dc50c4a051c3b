"""The weighing as a flow, derived from the protocol's own rules: which answer leads to which level, and then where.

Shown by the handbook and the graph; nothing about a question, an option or a level is written down here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from meldcode.case.path import Path, trace
from meldcode.case.values import Value
from meldcode.protocol.condition import UNKNOWN, Is, leaves, reads
from meldcode.protocol.model import EVERY_ROUTE, HOME_ROUTE, LEVELS, Item, Protocol, Question, Rule


@dataclass(frozen=True, slots=True)
class Branch:
    """What follows from one answer: the level of the rules that it makes fire, or empty, and what is asked next.

    `rules` are those that give that level, `ahead` all questions of the flow that are still asked after this answer.
    """

    option: Item
    level: str
    rules: tuple[str, ...]
    ahead: tuple[str, ...]

    @property
    def next(self) -> str:
        """The next question of the flow, or empty where the weighing ends."""
        return self.ahead[0] if self.ahead else ""


@dataclass(frozen=True, slots=True)
class Node:
    """A question of the flow with a branch for each of its options."""

    question: Question
    branches: tuple[Branch, ...]


def weighing(protocol: Protocol, route: str = HOME_ROUTE) -> tuple[Node, ...]:
    """Return the questions about danger of a route, in the order of the walk.

    A branch holds for who gave every earlier question of the flow the answer that leads on to this one. Other rules
    can make the advice higher. Empty where the route has no such question, or where no answer leads into it.
    """
    answers = _into(protocol, route)
    names = [name for name in _asked(protocol, route) if protocol.questions[name].rising]
    nodes = []
    for place, name in enumerate(names):
        question, later = protocol.questions[name], names[place + 1 :]
        branches = tuple(_branch(protocol, answers, question, option, later) for option in question.options)
        nodes.append(Node(question, branches))
        answers[name] = max(branches, key=lambda each: (len(each.ahead), each.option.id != UNKNOWN)).option.id
    return tuple(nodes) if trace(protocol, answers).route == route else ()


def _asked(protocol: Protocol, route: str) -> list[str]:
    """Return the questions of a route; those of every route are part of the domestic one."""
    routes = (EVERY_ROUTE, HOME_ROUTE) if route == HOME_ROUTE else (route,)
    names = (name for step in protocol.steps if step.route in routes for name in step.questions)
    return [name for name in dict.fromkeys(names) if protocol.questions[name].type == "choice"]


def _into(protocol: Protocol, route: str) -> dict[str, Value]:
    """Return the answers that lead into a route."""
    when = next((each.when for each in protocol.routes if each.id == route), None)
    return {leaf.name: _given(protocol, leaf) for leaf in leaves(when) if isinstance(leaf, Is)}


def _given(protocol: Protocol, leaf: Is) -> Value:
    question = protocol.questions.get(leaf.name)
    return (leaf.values[0],) if question is not None and question.type == "multi" else leaf.values[0]


def _branch(
    protocol: Protocol, answers: dict[str, Value], question: Question, option: Item, later: Sequence[str]
) -> Branch:
    path = trace(protocol, {**answers, question.id: option.id})
    fired = [rule for rule in path.fired if rule.level and question.id in reads(rule.when)]
    level = max((rule.level for rule in fired), key=LEVELS.index, default="")
    rules = tuple(rule.id for rule in fired if rule.level == level)
    return Branch(option, level, rules, _ahead(path, later))


def _ahead(path: Path, later: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in later if name in path.reached)


def routes_of(protocol: Protocol, rule: Rule) -> tuple[str, ...]:
    """Return the routes in which a rule can hold, as far as its questions tell: a level can mean something else there.

    A rule that reads a question of other routes only, is of those routes; every other rule is of the domestic one.
    """
    found: set[str] | None = None
    for name in reads(rule.when):
        stands_in = {step.route for step in protocol.steps if name in step.questions}
        if stands_in and not stands_in & {EVERY_ROUTE, HOME_ROUTE}:
            found = stands_in if found is None else found & stands_in
    return tuple(route.id for route in protocol.routes if route.id in (found or ())) or (HOME_ROUTE,)
