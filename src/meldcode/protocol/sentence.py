"""Every condition as a sentence, in Dutch and English: what `explain`, the summary and the wizard show.

The few joining words stand here, beside the conditions that they join; all else comes from the protocol's own texts.
"""

from typing import assert_never

from meldcode.protocol.condition import (
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
from meldcode.protocol.language import Language
from meldcode.protocol.model import Protocol

_WORDS = {
    "is": ("“{name}” is {values}", "“{name}” is {values}"),
    "is_not": ("“{name}” is niet {values}", "“{name}” is not {values}"),
    "answered": ("“{name}” is beantwoord", "“{name}” has been answered"),
    "not_answered": ("“{name}” is niet beantwoord", "“{name}” has not been answered"),
    "at_least": ("bij “{name}” is ten minste {amount} gekozen", "at least {amount} chosen at “{name}”"),
    "severity": (
        "bij “{name}” is iets vastgelegd dat {severity} weegt of zwaarder",
        "“{name}” holds something weighing {severity} or more",
    ),
    "signals": (
        "bij “{name}” is een van {amount} zware signalen vastgelegd",
        "“{name}” holds one of {amount} serious signals",
    ),
    "younger": ("“{name}” is onder {years} jaar", "“{name}” is under {years} years"),
    "below": ("“{name}” is lager dan het advies", "“{name}” is below the advice"),
    "not": ("niet ({part})", "not ({part})"),
    "and": (" en ", " and "),
    "or": (" of ", " or "),
    "ja": ("ja", "yes"),
    "nee": ("nee", "no"),
}

FEW = 3
"""More signals than these are counted in a sentence, not named."""

_FACTS = {
    "minderjarige": ("er is een minderjarige", "there is a minor"),
    "zwanger": ("er is een zwangerschap", "there is a pregnancy"),
    "afhankelijke_volwassene": ("er is een volwassene die van zorg afhangt", "there is an adult who depends on care"),
    "client_volwassen": ("de cliënt is volwassen", "the client is an adult"),
    "jongste_leeftijd": ("leeftijd van de jongste", "age of the youngest"),
}

_SEVERITIES = {
    "context": ("context", "context"),
    "laag": ("laag", "low"),
    "midden": ("midden", "medium"),
    "hoog": ("hoog", "high"),
    "acuut": ("acuut", "acute"),
}


def sentence(protocol: Protocol, condition: Condition, language: Language) -> str:
    """Return the condition in words."""
    return _Speaker(protocol, language).say(condition)


class _Speaker:
    def __init__(self, protocol: Protocol, language: Language) -> None:
        self.protocol, self.language = protocol, language

    def say(self, condition: Condition) -> str:  # noqa: C901, PLR0911, PLR0912 - one return for each kind
        match condition:
            case Is(values=several) if len(several) > FEW and self._asks_signals(condition.name):
                return self._word("signals", name=self._name(condition.name), amount=str(len(several)))
            case Is():
                return self._word("is", name=self._name(condition.name), values=self._values(condition))
            case Not(part=Is() as part):
                return self._word("is_not", name=self._name(part.name), values=self._values(part))
            case Answered():
                return self._word("answered", name=self._name(condition.name))
            case Not(part=Answered() as part):
                return self._word("not_answered", name=self._name(part.name))
            case AtLeast(severity=""):
                return self._word("at_least", name=self._name(condition.name), amount=str(condition.amount))
            case AtLeast():
                severity = self._pick(_SEVERITIES[condition.severity])
                return self._word("severity", name=self._name(condition.name), severity=severity)
            case YoungerThan():
                return self._word("younger", name=self._name(condition.name), years=str(condition.years))
            case BelowAdvice():
                return self._word("below", name=self._name(condition.name))
            case Not():
                return self._word("not", part=self.say(condition.part))
            case All():
                return self._word("and").join(self._inside(part, Any) for part in condition.parts)
            case Any():
                return self._word("or").join(self._inside(part, All) for part in condition.parts)
            case _:
                assert_never(condition)

    def _asks_signals(self, name: str) -> bool:
        return name in self.protocol.questions and self.protocol.questions[name].type == "signals"

    def _inside(self, part: Condition, other: type[All] | type[Any]) -> str:
        return f"({self.say(part)})" if isinstance(part, other) else self.say(part)

    def _values(self, condition: Is) -> str:
        return self._word("or").join(f"“{self._value(condition.name, value)}”" for value in condition.values)

    def _value(self, name: str, value: str) -> str:
        question = self.protocol.questions.get(name)
        if question is None:
            return self._word(value)
        if question.type == "signals":
            return self.protocol.signal(value).text.to(self.language)
        return question.option(value).text.to(self.language)

    def _name(self, name: str) -> str:
        question = self.protocol.questions.get(name)
        return self._pick(_FACTS[name]) if question is None else question.label.to(self.language)

    def _word(self, key: str, **values: str) -> str:
        text = self._pick(_WORDS[key])
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def _pick(self, pair: tuple[str, str]) -> str:
        return pair[1] if self.language == "en" else pair[0]
