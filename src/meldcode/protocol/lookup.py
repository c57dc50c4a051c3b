"""What is looked up in a protocol for every case, and is the same for all: made once, when it is first asked for."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING

from meldcode.protocol.condition import FACTS, BelowAdvice, leaves, reads

if TYPE_CHECKING:
    from meldcode.protocol.condition import Condition, Leaf
    from meldcode.protocol.language import Language
    from meldcode.protocol.model import Protocol, Question, Signal, Waits


class Lookup:
    """The parts of one protocol by what is asked about them."""

    def __init__(self, protocol: "Protocol") -> None:
        """Keep the protocol; nothing is made yet."""
        self._protocol = protocol
        self._guards: dict[tuple[str, Language], str] = {}

    def guard(self, name: str, language: "Language") -> str:
        """Return in words when a question is asked; empty where it always is."""
        key = (name, language)
        if key not in self._guards:
            from meldcode.protocol.sentence import sentence  # noqa: PLC0415 - it builds on the model, which builds on this

            guard = self._protocol.questions[name].when
            self._guards[key] = sentence(self._protocol, guard, language) if guard else ""
        return self._guards[key]

    def rests_on(self, names: AbstractSet[str]) -> AbstractSet[str]:
        """Return the questions whose answers a condition rests on that reads these names.

        A fact rests on the persons.
        """
        people = {question.id for question in self.people}
        return (names & self._protocol.questions.keys()) | (people if names & FACTS.keys() else set())

    @cached_property
    def people(self) -> "tuple[Question, ...]":
        """The questions about persons, in order."""
        return tuple(question for question in self._protocol.questions.values() if question.type == "people")

    @cached_property
    def after_level(self) -> Mapping[str, AbstractSet[str]]:
        """The questions whose guard reads the level of the advice, each with those that it compares with it."""
        compared = {
            name: {leaf.name for leaf in leaves(question.when) if isinstance(leaf, BelowAdvice)}
            for name, question in self._protocol.questions.items()
        }
        return {name: others for name, others in compared.items() if others}

    @cached_property
    def waits(self) -> "Mapping[str, Waits]":
        """When a question waits, for each that can, in the order in which they are asked."""
        asked = (self._protocol.questions[name] for step in self._protocol.steps for name in step.questions)
        return {question.id: question.waits for question in asked if question.waits is not None}

    @cached_property
    def grounds(self) -> Mapping[str, AbstractSet[str]]:
        """For each rule the questions whose answers it rests on."""
        return {rule.id: self.rests_on(reads(rule.when)) for rule in self._protocol.rules}

    @cached_property
    def weighed(self) -> frozenset[str]:
        """The questions whose answers a rule rests on."""
        return frozenset(name for names in self.grounds.values() for name in names)

    @cached_property
    def leaves(self) -> "tuple[Leaf, ...]":
        """Every leaf of a condition that steers the walk or the advice, each once."""
        protocol = self._protocol
        conditions: list[Condition | None] = [each.when for each in protocol.questions.values()]
        conditions += [each.waits.when for each in protocol.questions.values() if each.waits]
        conditions += [each.when for each in protocol.rules]
        conditions += [each.when for each in protocol.flags]
        conditions += [each.when for each in protocol.routes]
        conditions += [each.when for each in protocol.actions.values()]
        return tuple(dict.fromkeys(leaf for condition in conditions for leaf in leaves(condition)))

    @cached_property
    def signals(self) -> "Mapping[str, Signal]":
        """Every signal, by its id `list.signal`."""
        return {signal.id: signal for each in self._protocol.signal_lists.values() for signal in each.signals}

    @cached_property
    def signal_order(self) -> Mapping[str, Mapping[str, int]]:
        """For each question every signal that it can be answered with, and where that stands among them."""
        return {name: self._order(question) for name, question in self._protocol.questions.items()}

    @cached_property
    def signal_texts(self) -> "Mapping[Language, Mapping[str, str]]":
        """What every signal is called, in each language."""
        dutch = {name: signal.text.to("nl") for name, signal in self.signals.items()}
        english = {name: signal.text.to("en") for name, signal in self.signals.items()}
        return {"nl": dutch, "en": english}

    def _order(self, question: "Question") -> dict[str, int]:
        listed = (signal.id for name in question.lists for signal in self._protocol.signal_lists[name].signals)
        return {signal: at for at, signal in enumerate(dict.fromkeys(listed))}
