"""Which pieces of the story one has been told, and which are due now: pure functions of exercise and state."""

from collections.abc import Iterator, Sequence

from meldcode.case.state import State
from meldcode.case.view import Answers
from meldcode.protocol.condition import judge
from meldcode.protocol.model import Language, Text
from meldcode.training.exercise import Exercise

TURN = "turn"
_PART, _FACT = "part.", "fact."


def parts_due(exercise: Exercise, told: Sequence[str], step: str) -> Iterator[str]:
    """Yield the piece that belongs to the step that is entered, if it was not told yet."""
    if step in exercise.parts and _PART + step not in told:
        yield _PART + step


def facts_due(exercise: Exercise, told: Sequence[str], state: State) -> Iterator[str]:
    """Yield the facts that the answers so far bring to light, as far as they were not told yet."""
    view = Answers(exercise.protocol, state.answers)
    for fact in exercise.facts:
        if _FACT + fact.id not in told and judge(fact.when, view) is True:
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
    """Yield the story as it is known now: what it began with, and the pieces in the order in which they were told."""
    yield exercise.story.to(language)
    yield from (text_of(exercise, piece).to(language) for piece in told)
