"""Which pieces of the story one has been told, and which are due now: pure functions of exercise and state."""

from collections.abc import Iterator, Sequence

from meldcode.case.state import State
from meldcode.case.view import Answers
from meldcode.protocol.language import Language
from meldcode.protocol.model import Text
from meldcode.training.exercise import Exercise

TURN = "turn"
"""The piece with the new facts."""
_PART, _FACT = "part.", "fact."


def parts_due(exercise: Exercise, told: Sequence[str], step: str) -> Iterator[str]:
    """Yield the piece that belongs to the step that is entered, if it was not told yet."""
    if step in exercise.parts and _PART + step not in told:
        yield _PART + step


def facts_due(exercise: Exercise, told: Sequence[str], state: State) -> Iterator[str]:
    """Yield the facts that the answers so far bring to light, as far as they were not told yet."""
    view = Answers(exercise.protocol, state.answers)
    for fact in exercise.facts:
        if _FACT + fact.id not in told and fact.when.judge(view) is True:
            yield _FACT + fact.id


def text_of(exercise: Exercise, piece: str) -> Text:
    """Return the text of a piece; raises `KeyError` for one that this exercise does not have."""
    if piece == TURN and exercise.turn is not None:
        return exercise.turn.text
    if piece.startswith(_PART):
        return exercise.parts[piece.removeprefix(_PART)]
    texts = {_FACT + fact.id: fact.text for fact in exercise.facts}
    return texts[piece]


def unheard(exercise: Exercise, told: Sequence[str]) -> tuple[Text, ...]:
    """Return the facts that nobody asked for."""
    return tuple(fact.text for fact in exercise.facts if _FACT + fact.id not in told)


def so_far(exercise: Exercise, told: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the story as it is known now: what it began with, and each piece once, in the order of the telling."""
    yield exercise.story.to(language)
    yield from (text_of(exercise, piece).to(language) for piece in dict.fromkeys(told))


def pieces(exercise: Exercise) -> frozenset[str]:
    """Return every piece that this exercise has."""
    named = {_PART + step for step in exercise.parts} | {_FACT + fact.id for fact in exercise.facts}
    return frozenset(named if exercise.turn is None else {*named, TURN})
