"""What there is to say about an attempt, beside the norm and from the events: values, not yet words.

Every remark belongs to a step and names its ground. It is about what was done, never about the person.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from meldcode.case.advice import advise
from meldcode.case.events import Answered
from meldcode.case.state import State, replay
from meldcode.case.values import Observation, Value
from meldcode.protocol.model import NO_TEXT, Source, Text
from meldcode.training.attempt import Attempt
from meldcode.training.exercise import Exercise, Norm
from meldcode.training.interpretation import interpreting_word

Kind = Literal["good", "look", "fault"]
"""`good` fits the norm, `look` is worth a second look, `fault` is against the process."""

TELLING = {"gesprek": "gevoerd", "aankondiging": "ja"}
"""The answers that say that the suspected person was told."""
SIGNALS = "signalen"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say.

    `code` says what, `question` what it is about; `given` and `room` are the answer and the answers that the norm
    leaves room for, `signal` a signal, `because` and `source` the ground. `round` is 1, or 2 after new facts.
    """

    kind: Kind
    code: str
    step: str
    question: str = ""
    given: str = ""
    room: tuple[str, ...] = ()
    signal: str = ""
    because: Text = NO_TEXT
    source: Source | None = None
    round: int = field(default=1)


@dataclass(frozen=True, slots=True)
class Looked:
    """An attempt as it stands: its state, and the answers that counted in each round."""

    exercise: Exercise
    attempt: Attempt
    state: State

    @property
    def rounds(self) -> tuple[tuple[Mapping[str, Norm], Mapping[str, Value]], ...]:
        """The norms and the answers of each round."""
        first = (self.exercise.norms, self.state.rounds[0].answers if self.state.rounds else self.state.answers)
        if self.exercise.turn is None or not self.state.rounds:
            return (first,)
        return (first, (self.exercise.turn.norms, self.state.answers))


def looked(exercise: Exercise, attempt: Attempt) -> Looked:
    """Return the attempt as it stands; raises `AnswerError` and `KeyError` when it is not of this exercise."""
    return Looked(exercise, attempt, replay(exercise.protocol, attempt.events))


def remarks(at: Looked) -> tuple[Remark, ...]:
    """Return all that there is to say, in the order of the walk."""
    found = [*_on_norms(at), *_on_signals(at), *_on_recording(at), *_on_telling(at), *_on_flags(at)]
    order = {step.id: number for number, step in enumerate(at.exercise.protocol.steps)}
    return tuple(sorted(found, key=lambda each: (each.round, order.get(each.step, len(order)))))


def _step(at: Looked, question: str) -> str:
    return next((step.id for step in at.exercise.protocol.steps if question in step.questions), "")


def _on_norms(at: Looked) -> Iterator[Remark]:
    for number, (norms, answers) in enumerate(at.rounds, start=1):
        for norm in norms.values():
            given = answers.get(norm.question)
            if isinstance(given, str):
                within = given in norm.accept
                yield Remark(
                    "good" if within else "look",
                    "within" if within else "outside",
                    _step(at, norm.question),
                    norm.question,
                    given,
                    norm.accept,
                    because=norm.because,
                    source=norm.source,
                    round=number,
                )


def recorded(at: Looked) -> tuple[Observation, ...]:
    """Return the signals that were recorded."""
    given = at.state.answers.get(SIGNALS, ())
    return tuple(each for each in given if isinstance(each, Observation)) if isinstance(given, tuple) else ()


def _on_signals(at: Looked) -> Iterator[Remark]:
    if SIGNALS not in at.state.answers:
        return
    step = _step(at, SIGNALS)
    noted: set[str] = {each.signal for each in recorded(at)}
    for shown in at.exercise.signals:
        seen = shown.signal in noted
        code = "signal_seen" if seen else "signal_missed"
        yield Remark("good" if seen else "look", code, step, SIGNALS, signal=shown.signal, because=shown.because)
    for over in at.exercise.overclaims:
        if over.signal in noted:
            yield Remark("look", "overclaimed", step, SIGNALS, signal=over.signal, because=over.because)
    named = {each.signal for each in at.exercise.signals} | {each.signal for each in at.exercise.overclaims}
    for signal in sorted(noted - named):
        yield Remark("look", "not_in_story", step, SIGNALS, signal=signal)


def _on_recording(at: Looked) -> Iterator[Remark]:
    step, how = _step(at, SIGNALS), {each.signal: each.how for each in at.exercise.signals}
    for each in recorded(at):
        if how.get(each.signal, "gezien") != "gezien" and each.how == "gezien":
            yield Remark("fault", "second_hand_as_seen", step, SIGNALS, signal=each.signal)
        if not each.seen.strip():
            yield Remark("look", "no_fact", step, SIGNALS, signal=each.signal)
        elif word := interpreting_word(each.seen):
            yield Remark("look", "interpretation_as_fact", step, SIGNALS, word, signal=each.signal)
        if not each.on:
            yield Remark("look", "no_date", step, SIGNALS, signal=each.signal)
        if not each.how:
            yield Remark("look", "no_how", step, SIGNALS, signal=each.signal)


def _on_telling(at: Looked) -> Iterator[Remark]:
    """Find that the suspected person was told where the norm leaves no room for it, also if it was taken back later."""
    for question, told in TELLING.items():
        norm = at.exercise.norms.get(question)
        said = (event for event in at.attempt.events if isinstance(event, Answered) and event.question == question)
        if norm is not None and told not in norm.accept and any(event.value == told for event in said):
            code = f"told_unsafe_{question}"
            yield Remark("fault", code, _step(at, question), question, told, because=norm.because, source=norm.source)


def _on_flags(at: Looked) -> Iterator[Remark]:
    for flag in advise(at.exercise.protocol, at.state).flags:
        source = at.exercise.protocol.sources[flag.source]
        yield Remark("fault", "flag", flag.step, flag.id, because=flag.text, source=source, round=len(at.rounds))
