"""Every walk through a protocol at once: for each question, rule, action and flag the set of answers that lead to it.

This is `case.path.trace` and `case.advice.advise` with sets of answers in the place of answers; tests hold the two
against each other. Answers may be given to any question, reached or not, and left out anywhere, as in an answers file.
"""

from functools import cached_property

from meldcode.case.path import FLOOR
from meldcode.case.view import Answers
from meldcode.protocol.condition import FACTS, All, Any, BelowAdvice, Condition, Is, Leaf, Not, leaves
from meldcode.protocol.model import AFTER_ADVICE, EVERY_ROUTE, HOME_ROUTE, LEVELS, Action, Flag, Protocol
from meldcode.prove.diagram import FALSE, TRUE
from meldcode.prove.space import Space, Truth

Levels = tuple[int, ...]
"""For each level, least urgent first, where the advice is at least that."""


class Walk:
    """One protocol in a space; `reached` holds where each question is reached, by name."""

    def __init__(self, space: Space, protocol: Protocol) -> None:
        """Walk through; raises `UnprovenError` where that is too much."""
        self.space, self.protocol, self.diagrams = space, protocol, space.diagrams
        self._leaves: dict[tuple[str, Leaf], Truth] = {}
        self._people = [each.id for each in protocol.questions.values() if each.type == "people"]
        self.reached = dict.fromkeys(protocol.questions, FALSE)
        for step in protocol.steps:
            entered = TRUE if step.route == EVERY_ROUTE else self.on(step.route)
            for name in step.questions:
                opened = self.diagrams.both(entered, self._open(name))
                self.reached[name] = self.diagrams.either(self.reached[name], opened)

    # -- what the answers say, as far as the walk has come ------------------------------------------------------------

    def live(self, name: str, *options: str) -> int:
        """Return where the question is reached and answered, with one of these options if any are named."""
        if name not in self.protocol.questions:
            return FALSE
        if options:
            return self.judged(Is(name, options))[0]
        return self.diagrams.both(self.reached[name], self.space.kept(self.protocol, name))

    def missing(self, name: str) -> int:
        """Return where the question is reached and not answered."""
        return self.diagrams.without(self.reached[name], self.live(name))

    def waiting(self, name: str) -> int:
        """Return where the question is reached and waits for its date."""
        waits = self.protocol.questions[name].waits
        return self.diagrams.both(self.reached[name], self.judged(waits.when)[0]) if waits else FALSE

    def on(self, route: str) -> int:
        """Return where this is the route: the first whose condition is true, or else that of the domestic circle."""
        found, taken = FALSE, FALSE
        for each in self.protocol.routes:
            true = self.judged(each.when)[0]
            if each.id == route:
                found = self.diagrams.either(found, self.diagrams.without(true, taken))
            taken = self.diagrams.either(taken, true)
        return self.diagrams.either(found, self.diagrams.negated(taken)) if route == HOME_ROUTE else found

    def judged(self, condition: Condition, levels: Levels | None = None) -> Truth:
        """Return where the condition is true and where false (Kleene); `levels` are those that `below_advice` reads."""
        match condition:
            case Not():
                true, false = self.judged(condition.part, levels)
                return false, true
            case All() | Any():
                outcomes = [self.judged(part, levels) for part in condition.parts]
                trues, falses = [true for true, _ in outcomes], [false for _, false in outcomes]
                if isinstance(condition, All):
                    return self.diagrams.every(trues), self.diagrams.some(falses)
                return self.diagrams.some(trues), self.diagrams.every(falses)
            case BelowAdvice():
                return self._below(condition, levels)
            case _:
                return self._told(condition) if condition.name in FACTS else self._leaf(condition.name, condition)

    # -- what the walk ends in ----------------------------------------------------------------------------------------

    @cached_property
    def levels(self) -> Levels:
        """Where the advice at the end of the walk is at least each level."""
        return self._weighed()

    @cached_property
    def fired(self) -> dict[str, int]:
        """Where each rule fires."""
        return {rule.id: self.judged(rule.when)[0] for rule in self.protocol.rules}

    @cached_property
    def complete(self) -> int:
        """Where nothing that the advice needs is missing."""
        needed = [name for name, each in self.protocol.questions.items() if each.required and name not in AFTER_ADVICE]
        return self.diagrams.negated(self.diagrams.some(map(self._open_still, needed)))

    @cached_property
    def paths(self) -> int:
        """The number of complete walks: of answers that count, leaving none out that the advice needs."""
        silent = {name: self.space.silent(name) for name in self.space.questions}
        counting = (self.diagrams.either(self.live(name), node) for name, node in silent.items())
        return self.diagrams.count(self.diagrams.both(self.complete, self.diagrams.every(counting)))

    @cached_property
    def gap(self) -> int:
        """Where no rule with a level fires."""
        fired = (self.fired[rule.id] for rule in self.protocol.rules if rule.level)
        return self.diagrams.negated(self.diagrams.some(fired))

    def at_least(self, level: str) -> int:
        """Return where the advice is at least this level."""
        return self.levels[LEVELS.index(level)]

    def shown(self, action: Action) -> int:
        """Return where the advice shows this action."""
        asked = self.diagrams.some(self.fired[rule.id] for rule in self.protocol.rules if action.id in rule.actions)
        return asked if action.when is None else self.diagrams.both(asked, self.judged(action.when, self.levels)[0])

    def raised(self, flag: Flag) -> int:
        """Return where the advice raises this flag."""
        return self.judged(flag.when, self.levels)[0]

    def flagged(self, name: str) -> int:
        """Return where the advice raises a flag of this name."""
        return self.diagrams.some(self.raised(flag) for flag in self.protocol.flags if flag.id == name)

    # -- step by step -------------------------------------------------------------------------------------------------

    def _open(self, name: str) -> int:
        guard = self.protocol.questions[name].when
        if guard is None:
            return TRUE
        if any(isinstance(leaf, BelowAdvice) for leaf in leaves(guard)):
            return self.judged(guard, self._weighed())[0]
        return self.diagrams.negated(self.judged(guard)[1])

    def _open_still(self, name: str) -> int:
        return self.diagrams.without(self.missing(name), self.waiting(name))

    def _weighed(self) -> Levels:
        """Return where the advice is at least each level, given the answers as far as the walk has come."""
        danger = [name for name, each in self.protocol.questions.items() if each.rising and each.required]
        rules = [(rule.level, self.judged(rule.when)[0]) for rule in self.protocol.rules if rule.level]
        no_rule = self.diagrams.negated(self.diagrams.some(node for _, node in rules))
        rules += [(FLOOR, no_rule), *((FLOOR, self._open_still(name)) for name in danger)]
        exact = [self.diagrams.some(node for level, node in rules if level == each) for each in LEVELS]
        return tuple(self.diagrams.some(exact[at:]) for at in range(len(LEVELS)))

    def _below(self, condition: BelowAdvice, levels: Levels | None) -> Truth:
        """Judge whether the level chosen is below the advice; unknown where none was chosen."""
        true = false = FALSE
        for level, higher in zip(LEVELS, (*levels[1:], FALSE), strict=True) if levels else ():
            chosen = self.live(condition.name, level)
            true = self.diagrams.either(true, self.diagrams.both(chosen, higher))
            false = self.diagrams.either(false, self.diagrams.without(chosen, higher))
        return true, false

    def _leaf(self, name: str, leaf: Leaf) -> Truth:
        """Judge a leaf on one question; an answer that does not count is as none."""
        silent = leaf.judge(Answers(self.protocol, {}))
        if name not in self.protocol.questions:
            return self._always(silent)
        if (name, leaf) not in self._leaves:
            self._leaves[name, leaf] = self.space.judged(self.protocol, name, leaf)
        return self._where(self.reached[name], self._leaves[name, leaf], self._always(silent))

    def _told(self, leaf: Leaf) -> Truth:
        """Judge a leaf on a fact: told by the first question about people that has an answer."""
        told = self._always(leaf.judge(Answers(self.protocol, {})))
        for name in reversed(self._people):
            told = self._where(self.live(name), self._leaf(name, leaf), told)
        return told

    def _where(self, where: int, then: Truth, otherwise: Truth) -> Truth:
        """Return the one outcome in the set and the other outside it."""
        pairs = zip(then, otherwise, strict=True)
        true, false = (
            self.diagrams.either(self.diagrams.both(where, inside), self.diagrams.without(outside, where))
            for inside, outside in pairs
        )
        return true, false

    @staticmethod
    def _always(outcome: bool | None) -> Truth:  # noqa: FBT001 - one of three truth values
        return (TRUE if outcome is True else FALSE), (TRUE if outcome is False else FALSE)
