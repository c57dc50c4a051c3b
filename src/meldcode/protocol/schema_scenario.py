"""The border, continued: worked cases, and the teaching that makes an exercise of one.

One file serves as test, exercise and example: what a scenario expects of the advice is what an exercise leads to.
"""

from typing import Annotated, Any, Literal

from meldcode.protocol.scalars import (
    FormatNumber,
    Id,
    Ids,
    LevelName,
    Number,
    SignalId,
    Texts,
    Truth,
    When,
    Word,
    Words,
)
from meldcode.protocol.schema import Element

Difficulty = Literal["basis", "gevorderd", "lastig"]


class ExpectSpec(Element):
    """What a scenario expects of the advice."""

    level: LevelName
    flags: Ids
    route: Id | None = None
    complete: Truth = True
    actions: Ids = ()
    not_actions: Ids = ()
    contacts: Ids = ()
    missing: Ids = ()
    rules: Ids = ()


class PartSpec(Element):
    """A part of the vignette, told when the step with this id begins."""

    id: Id
    text: Words


class FactSpec(Element):
    """What one only hears by asking: told as soon as the condition is true, and never again."""

    id: Id
    when: When
    text: Words


class ShownSignalSpec(Element):
    """A signal that the vignette holds, how one knows it there, and why it counts."""

    id: SignalId
    how: Annotated[Literal["gezien", "verteld", "van_ander"], Word]
    because: Words


class OverclaimSpec(Element):
    """A signal that one is tempted to record and that the vignette does not hold."""

    id: SignalId
    because: Words


class NormSpec(Element):
    """The answers to a question that the norm leaves room for; more than one where judgement may differ.

    Its source is that of the question, where no other is named.
    """

    id: Id
    accept: Ids
    because: Words
    source: Id | None = None


class TurnSpec(Element):
    """New facts after the first decision: the weighing starts again, and what then changes in the reference answers."""

    text: Words
    answers: Any
    expect: ExpectSpec
    norms: tuple[NormSpec, ...] = ()


class TeachingSpec(Element):
    """What makes an exercise of a scenario; `minutes` is how long one person needs, `form` the violence it is about."""

    form: Words
    difficulty: Annotated[Difficulty, Word]
    minutes: Number
    goals: Texts
    parts: tuple[PartSpec, ...] = ()
    facts: tuple[FactSpec, ...] = ()
    signals: tuple[ShownSignalSpec, ...] = ()
    overclaims: tuple[OverclaimSpec, ...] = ()
    norms: tuple[NormSpec, ...]
    careful: Words
    discussion: Texts
    turn: TurnSpec | None = None


class ScenarioSpec(Element):
    """A worked case: a story, answers, and what must come out. `answers` are judged by `meldcode.case.answers`.

    With `teaching` it is an exercise too, and its answers are the reference path.
    """

    format: FormatNumber
    scenario: Id
    sector: Id
    title: Words
    story: Words
    answers: Any
    expect: ExpectSpec
    teaching: TeachingSpec | None = None
