"""Words and numbers of a debrief in one language."""

from meldcode.case.summary import labels
from meldcode.protocol.language import Language
from meldcode.protocol.model import Text
from meldcode.text import say
from meldcode.training.agreement import Interval
from meldcode.training.debrief import FaultCount
from meldcode.training.exercise import Exercise

FAULTS = frozenset(
    {
        *("second_hand_as_seen", "interpretation_as_fact", "no_fact", "no_date", "no_how"),
        *("told_unsafe_gesprek", "told_unsafe_aankondiging"),
    }
)
"""Codes with words of their own; any other is said with its ground."""
MINUTE = 60


class Words:
    """Words a debrief of one exercise."""

    def __init__(self, exercise: Exercise, language: Language) -> None:
        """Speak a language."""
        self.exercise, self.language = exercise, language

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of ours."""
        return say(self.language, f"train_debrief.{key}", **values)

    def to(self, text: Text) -> str:
        """Return a text of the exercise or the protocol."""
        return text.to(self.language)

    def titles(self) -> dict[str, str]:
        """Return what every question is called."""
        return {name: self.question(name) for name in self.exercise.protocol.questions}

    def question(self, name: str) -> str:
        """Return what a question is called."""
        return self.to(self.exercise.protocol.questions[name].label)

    def option(self, question: str, option: str) -> str:
        """Return an option; an empty one is no answer."""
        if not option:
            return self.say("no_answer")
        return labels(self.exercise.protocol, self.exercise.protocol.questions[question], self.language).get(
            option, option
        )

    def level(self, level: str) -> str:
        """Return a level of advice."""
        return self.to(self.exercise.protocol.levels[level].title)

    def step(self, name: str) -> str:
        """Return the title of a step."""
        return self.to(next(step.title for step in self.exercise.protocol.steps if step.id == name))

    def signal(self, name: str) -> str:
        """Return a signal."""
        return self.to(self.exercise.protocol.signal(name).text)

    def fault(self, fault: FaultCount) -> str:
        """Return what was found about the process."""
        return self.say(f"fault.{fault.code}") if fault.code in FAULTS else self.to(fault.because)

    def count(self, count: int, total: int) -> str:
        """Return how many of how many."""
        return self.say("count", count=count, total=total, share=self.share(count / total if total else 0.0))

    def reach(self, interval: Interval) -> str:
        """Return from where to where a share lies."""
        return self.say("reach", low=self.share(interval.low), high=self.share(interval.high))

    def number(self, value: float) -> str:
        """Return a number with two decimals, a minus that is one, and the decimal sign of the language."""
        text = f"{value:.2f}".replace("-0.00", "0.00").replace("-", "\u2212")
        return text.replace(".", ",") if self.language == "nl" else text

    @staticmethod
    def share(value: float) -> str:
        """Return a share as a percentage."""
        return f"{int(100 * value + 0.5)}%"

    @staticmethod
    def time(seconds: float) -> str:
        """Return a time as minutes and seconds."""
        whole = int(seconds + 0.5)
        return f"{whole // MINUTE}:{whole % MINUTE:02}"
