"""Read a condition from its nodes; every fault is a finding at the very node."""

import re

from meldcode.protocol.condition import (
    FACTS,
    NUMBERS,
    SEVERITIES,
    All,
    Answered,
    Any,
    AtLeast,
    BelowAdvice,
    Condition,
    Is,
    Not,
    YoungerThan,
)
from meldcode.protocol.diagnostics import Finding, Place, nearest
from meldcode.protocol.model import DECISION, Question
from meldcode.protocol.yaml import Map, Node, Scalar, Seq

COMPARISONS = ("at_least", "younger_than")

_COMPARABLE = {
    "signals": ("at_least: 1", "at_least: acuut"),
    "multi": ("at_least: 1",),
    "people": ("at_least: 1",),
    "number": ("at_least: 1", "younger_than: 1"),
}
"""What the answer to a question of each type can be compared with; any other comparison could never be judged."""


class ConditionReader:
    """Reads conditions about the questions of one protocol; `findings` collects what is wrong."""

    def __init__(self, questions: dict[str, Question], themes: tuple[str, ...], findings: list[Finding]) -> None:
        """Keep what conditions may refer to; the options of `thema` are the themes."""
        self.questions = questions
        self.options = {name: tuple(option.id for option in question.options) for name, question in questions.items()}
        self.options["thema"] = themes
        self.facts = FACTS if any(question.type == "people" for question in questions.values()) else {}
        self.findings = findings

    def read(self, node: Node) -> Condition | None:
        """Return the condition, or None after adding findings."""
        if not isinstance(node, Map) or len(node.entries) != 1:
            self._fault("C01", node.place)
            return None
        (key, value) = next(iter(node.entries.items()))
        place = node.keys[key]
        match key:
            case "all" | "any":
                return self._several(key, value)
            case "not":
                part = self.read(value)
                return None if part is None else Not(part)
            case "answered" | "below_advice":
                return self._about(key, value)
            case _:
                return self._compare(key, value, place) if isinstance(value, Map) else self._is(key, value, place)

    def _several(self, key: str, value: Node) -> Condition | None:
        if not isinstance(value, Seq) or not value.items:
            self._fault("C02", value.place, key=key)
            return None
        parts = [self.read(item) for item in value.items]
        sound = tuple(part for part in parts if part is not None)
        if len(sound) < len(parts):
            return None
        return All(sound) if key == "all" else Any(sound)

    def _about(self, key: str, value: Node) -> Condition | None:
        if not isinstance(value, Scalar):
            self._fault("C01", value.place)
            return None
        if not self._known(value.value, value.place, facts=False):
            return None
        if key == "below_advice" and value.value != DECISION:
            self._fault("S04", value.place, key=key, given=value.value, allowed=DECISION)
            return None
        return Answered(value.value) if key == "answered" else BelowAdvice(value.value)

    def _compare(self, name: str, value: Map, place: Place) -> Condition | None:
        if not self._known(name, place):
            return None
        if len(value.entries) != 1 or (key := next(iter(value.entries))) not in COMPARISONS:
            self._fault("C03", value.place)
            return None
        given = value.entries[key]
        text = given.value if isinstance(given, Scalar) else ""
        weighs = key == "at_least" and text in SEVERITIES
        if not weighs and not re.fullmatch(r"[0-9]{1,4}", text):
            self._fault("C03", given.place)
            return None
        if not self._comparable(name, key, "acuut" if weighs else "1", place):
            return None
        if weighs:
            return AtLeast(name, 1, text)
        return AtLeast(name, int(text)) if key == "at_least" else YoungerThan(name, int(text))

    def _comparable(self, name: str, key: str, kind_of_value: str, place: Place) -> bool:
        """Tell whether this question can be compared so; `acuut` stands for a severity, `1` for a number."""
        question = self.questions.get(name)
        kind = question.type if question else ("number" if name in NUMBERS else "choice")
        if f"{key}: {kind_of_value}" in _COMPARABLE.get(kind, ()):
            return True
        allowed = _COMPARABLE.get(kind) or FACTS.get(name) or self.options.get(name, ())
        if allowed:
            self._fault("S04", place, key=name, given=f"{key}: {kind_of_value}", allowed=", ".join(allowed))
        else:
            self._fault("C04", place, name=name)
        return False

    def _is(self, name: str, value: Node, place: Place) -> Condition | None:
        if not self._known(name, place):
            return None
        listed = value.items if isinstance(value, Seq) else (value,)
        if not listed or not all(isinstance(item, Scalar) for item in listed):
            self._fault("C01", value.place)
            return None
        possible = FACTS[name] if name in FACTS else self.options.get(name, ())
        if not possible:
            self._fault("C04", place, name=name)
            return None
        values = tuple(item.value for item in listed if isinstance(item, Scalar))
        unknown = [item for item in listed if isinstance(item, Scalar) and item.value not in possible]
        for item in unknown:
            meant = nearest(item.value, possible)
            self._fault("R02", item.place, name=item.value, question=name, meant=meant, options=", ".join(possible))
        return None if unknown else Is(name, values)

    def _known(self, name: str, place: Place, *, facts: bool = True) -> bool:
        known = [*self.questions, *(self.facts if facts else ())]
        if name in known:
            return True
        self._fault("R01", place, name=name, meant=nearest(name, known))
        return False

    def _fault(self, code: str, place: Place, **values: str) -> None:
        self.findings.append(Finding(code, place, values))
