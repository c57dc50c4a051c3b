"""What there is to say about an attempt, beside the norm and from the events: values, not yet words.

Every remark belongs to a step and names its ground. It is about what was done, never about the person.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from meldcode.case.advice import advise
from meldcode.case.events import Answered, Event, Reopened
from meldcode.case.state import State, replay, weighing
from meldcode.case.values import Observation, Value
from meldcode.protocol.condition import reads
from meldcode.protocol.model import NO_TEXT, Source, Text
from meldcode.training.attempt import Attempt
from meldcode.training.exercise import Exercise, Norm
from meldcode.training.interpretation import interpreting_word
from meldcode.training.reference import references

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
    `taken_back` is whether what was done was changed later.
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
    taken_back: bool = False


@dataclass(frozen=True)
class Looked:
    """An attempt as it stands: its state, and the answers that counted in each round."""

    exercise: Exercise
    attempt: Attempt
    state: State

    @property
    def rounds(self) -> tuple[tuple[Mapping[str, Norm], Mapping[str, Value]], ...]:
        """The norms and the answers of each round."""
        return tuple((norms, state.answers) for norms, state, _ in self.weighed)

    @cached_property
    def weighed(self) -> tuple[tuple[Mapping[str, Norm], State, tuple[Event, ...]], ...]:
        """The norms, the state at the end and the events of each round."""
        events, norms = self.attempt.events, self.exercise.norms
        split = next((at for at, event in enumerate(events) if isinstance(event, Reopened)), None)
        if split is None or self.exercise.turn is None:
            return ((norms, self.state, events),)
        first = replay(self.exercise.protocol, events[:split])
        return ((norms, first, events[:split]), (self.exercise.turn.norms, self.state, events[split:]))


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
    for number, (norms, state, _) in enumerate(at.weighed, start=1):
        for norm in norms.values():
            given = state.answers.get(norm.question)
            if isinstance(given, str):
                within = given in norm.accept
                kind: Kind = "good" if within else "look"
                code = "within" if within else "outside"
                yield replace(_on_norm(at, norm, number), kind=kind, code=code, given=given)
            elif norm.question in state.path.reached:
                yield _on_norm(at, norm, number)


def _on_norm(at: Looked, norm: Norm, number: int) -> Remark:
    """Return that a question with a norm was left open, which is what there is to say until an answer is known."""
    step, room = _step(at, norm.question), norm.accept
    return Remark(
        "look", "open", step, norm.question, room=room, because=norm.because, source=norm.source, round=number
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
        if how.get(each.signal) == "van_ander" and each.how == "gezien":
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
    """Find that the suspected person was told where the norm leaves no room for it, also if it was taken back later.

    After new facts the norm of before holds on where they bring no other.
    """
    norms: dict[str, Norm] = {}
    for number, (new, state, events) in enumerate(at.weighed, start=1):
        norms |= new
        for question, told in TELLING.items():
            norm = norms.get(question)
            said = any(
                isinstance(each, Answered) and (each.question, each.value) == (question, told) for each in events
            )
            if norm is not None and told not in norm.accept and said:
                back = state.answers.get(question) != told
                found = _on_norm(at, norm, number)
                yield replace(found, kind="fault", code=f"told_unsafe_{question}", given=told, taken_back=back)


def _on_flags(at: Looked) -> Iterator[Remark]:
    """Find what the protocol says about the steps, in the round where it first does.

    What it says about an answer that a new weighing asks again, it says of each round. What the reference path leads to
    as well is no fault.
    """
    protocol = at.exercise.protocol
    again = weighing(protocol)
    known: set[str] = set()
    for number, ((_, state, _), wanted) in enumerate(zip(at.weighed, references(at.exercise), strict=False), start=1):
        excused = advise(protocol, wanted).flags
        raised = [
            each for each in advise(protocol, state).flags if each.id not in known | {flag.id for flag in excused}
        ]
        known |= {each.id for each in (*excused, *raised) if not reads(each.when) & again}
        for flag in raised:
            source = protocol.sources[flag.source]
            yield Remark("fault", "flag", flag.step, flag.id, because=flag.text, source=source, round=number)
