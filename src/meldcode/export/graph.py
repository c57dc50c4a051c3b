"""The protocol as a Mermaid flowchart: steps with their questions, the rules that give a level, and the levels.

Text only: whoever draws it does so with Mermaid, elsewhere. No text of the content can end a label or begin a line.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from meldcode.case.view import rests_on
from meldcode.export.flow import routes_of
from meldcode.protocol.condition import Condition, both, reads
from meldcode.protocol.language import Language
from meldcode.protocol.model import EVERY_ROUTE, HOME_ROUTE, LEVELS, Protocol, Rule, Step
from meldcode.protocol.sentence import sentence
from meldcode.text import say
from meldcode.text.visible import one_line

_IN_LABEL = re.compile(r"[^\w ,?().“”]|_|(?<=\d)\.")
"""What does not stand in a label as it is: quotes, marks of Markdown, entities, comments, icons, numbered lists."""

_IN_COMMENT = re.compile(r"[^\w .,:-]")
"""What does not stand in a comment as it is: Mermaid looks for directives (`%%{`) there too."""


def graph(protocol: Protocol, language: Language) -> str:
    """Return the flowchart; the same protocol always gives the same text.

    An edge into a question says when it is asked, an edge into another route when that is taken. A rule hangs from the
    last question that it reads, because that answer decides.
    """
    about = (protocol.id, protocol.version, protocol.digest)
    made = (f"{each.owner} {each.id} {each.version} {each.digest}" for each in protocol.overlays)
    comments = [f"%% {_escaped(each, _IN_COMMENT)}" for each in (" ".join(about), *made)]
    lines = (f"  {line}" for line in _Graph(protocol, language).lines())
    return "\n".join([*comments, "flowchart TD", *lines]) + "\n"


class _Graph:
    def __init__(self, protocol: Protocol, language: Language) -> None:
        self.protocol, self.language = protocol, language
        self.order = [name for step in protocol.steps for name in step.questions]

    def lines(self) -> Iterator[str]:
        title = self.protocol.title.to(self.language)
        yield f"accTitle: {_escaped(self._say('graph_title', title=title, version=self.protocol.version))}"
        yield f"accDescr: {_escaped(self._say('graph_about'))}"
        for number, step in enumerate(self.protocol.steps):
            yield from self._step(number, step)
        rules = [rule for rule in self.protocol.rules if rule.level]
        yield from _group("rules", self._say("graph_rules"), (self._rule(rule) for rule in rules))
        yield from _group("levels", self._say("graph_levels"), self._levels())
        yield from self._walks()
        yield from (line for rule in rules for line in self._outcome(rule))

    def _step(self, number: int, step: Step) -> Iterator[str]:
        """Give a step with the questions that stand in it first; one that it shares stands in the earlier step."""
        title = step.title.to(self.language)
        if step.number:
            title = self._say("graph_step", number=str(step.number), title=title)
        earlier = {name for other in self.protocol.steps[:number] for name in other.questions}
        own = (name for name in step.questions if name not in earlier)
        yield from _group(f"s_{_id(step.id)}", title, (self._question(each) for each in own))

    def _question(self, name: str) -> str:
        return f"q_{_id(name)}{_label(self.protocol.questions[name].ask.to(self.language))}"

    def _rule(self, rule: Rule) -> str:
        return f"r_{_id(rule.id)}({_quoted(self._if(rule.when))})"

    def _levels(self) -> Iterator[str]:
        """Give every level, and what it means in another route where that differs."""
        for level in reversed(LEVELS):
            for route in (HOME_ROUTE, *(each.id for each in self.protocol.routes if level in each.levels)):
                title = self.protocol.level_text(level, route).title.to(self.language)
                yield f"{self._level(level, route)}({_label(title)})"

    def _level(self, level: str, route: str) -> str:
        differs = any(each.id == route and level in each.levels for each in self.protocol.routes)
        return f"l_{level}.{_id(route)}" if differs else f"l_{level}"

    def _walks(self) -> Iterator[str]:
        """Give the order of the questions of every route, each arrow once."""
        routes: dict[str, Condition | None] = {HOME_ROUTE: None}
        routes |= {each.id: each.when for each in self.protocol.routes}
        edges = (edge for route, when in routes.items() for edge in self._walk(route, when))
        yield from dict.fromkeys(edges)

    def _walk(self, route: str, when: Condition | None) -> Iterator[str]:
        steps = [step for step in self.protocol.steps if step.route in (EVERY_ROUTE, route)]
        names = [name for step in steps for name in step.questions]
        entered = next((name for step in steps if step.route == route for name in step.questions), "")
        for before, name in pairwise(names):
            yield self._edge(before, name, when if name == entered else None)

    def _edge(self, before: str, name: str, enters: Condition | None) -> str:
        guard = both(enters, self.protocol.questions[name].when)
        label = f"|{_quoted(self._if(guard))}|" if guard else ""
        return f"q_{_id(before)} -->{label} q_{_id(name)}"

    def _outcome(self, rule: Rule) -> Iterator[str]:
        """Give the arrows to a rule from the last question that it reads, and from it to its level."""
        read = rests_on(self.protocol, reads(rule.when)) & set(self.order)
        if read:
            yield f"q_{_id(max(read, key=self.order.index))} -.-> r_{_id(rule.id)}"
        levels = (self._level(rule.level, route) for route in routes_of(self.protocol, rule))
        yield from (f"r_{_id(rule.id)} ==> {level}" for level in dict.fromkeys(levels))

    def _if(self, condition: Condition) -> str:
        return self._say("graph_if", condition=sentence(self.protocol, condition, self.language))

    def _say(self, key: str, **values: str) -> str:
        return say(self.language, f"handbook.{key}", **values)


def _group(name: str, title: str, nodes: Iterator[str]) -> Iterator[str]:
    yield f"subgraph {name}{_label(title)}"
    yield from (f"  {node}" for node in nodes)
    yield "end"


def _id(name: str) -> str:
    """Return an id as Mermaid takes it; ids hold no full stop, so that two never become one."""
    return name.replace("-", ".")


def _label(text: str) -> str:
    return f"[{_quoted(text)}]"


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str, active: re.Pattern[str] = _IN_LABEL) -> str:
    """Return text on one line, with whatever Mermaid could act on as the number of its character."""
    return active.sub(lambda match: f"#{ord(match[0])};", one_line(text))
