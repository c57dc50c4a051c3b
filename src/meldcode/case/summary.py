"""One value that feeds every form of output: the advice with what it rests on, and the record of the steps."""

from collections.abc import Mapping
from dataclasses import dataclass

from meldcode.case.advice import Advice, advise
from meldcode.case.state import State
from meldcode.case.trail import Trail
from meldcode.case.values import Value
from meldcode.protocol.directory import Region
from meldcode.protocol.language import Language
from meldcode.protocol.model import Protocol, Question, Step


@dataclass(frozen=True, slots=True)
class Facts:
    """What the shell knows about a case and the core does not: code, times, place, control code."""

    code: str = ""
    practice: bool = False
    made: str = ""
    started: str = ""
    control: str = ""
    municipality: str = ""
    region: Region | None = None
    damaged: bool = False
    """Whether something of the case was lost or changed."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note, and when it was made."""

    at: str
    text: str


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A step with the answers that count."""

    step: Step
    answers: tuple[tuple[Question, Value], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """All that an export needs; every format shows the same content in the same order."""

    protocol: Protocol
    state: State
    advice: Advice
    facts: Facts
    steps: tuple[StepRecord, ...]
    notes: tuple[Note, ...]
    trail: Trail | None = None
    """The records one by one, where they were asked for."""

    @property
    def protocols(self) -> tuple[Protocol, ...]:
        """The protocol that holds, and then those of earlier rounds, whose questions may be others."""
        return (self.protocol, *(each.protocol for each in self.state.rounds if each.protocol is not None))


def summarise(protocol: Protocol, state: State, facts: Facts, notes: tuple[Note, ...] = ()) -> Summary:
    """Return the summary of a case as it stands."""
    return Summary(protocol, state, advise(protocol, state), facts, _records(protocol, state), notes)


def _records(protocol: Protocol, state: State) -> tuple[StepRecord, ...]:
    return tuple(
        StepRecord(
            step,
            tuple((protocol.questions[name], state.answers[name]) for name in step.questions if name in state.answers),
        )
        for step in state.path.steps
    )


def labels(protocol: Protocol, question: Question, language: Language) -> Mapping[str, str]:
    """Return what each id that an answer to this question can hold is called."""
    if question.lists:
        return protocol.lookup.signal_texts[language]
    return question.labels[language]
