"""Whether an attempt that was read is one at this exercise, so that nothing of another is told, walked or judged."""

from collections.abc import Iterator

from meldcode.case.answers import AnswerError
from meldcode.case.events import Answered, Drafted, Event, Noted, Reopened, Retracted, Skipped, Started
from meldcode.case.state import replay
from meldcode.training import story
from meldcode.training.attempt import Attempt, Counted, Told
from meldcode.training.exercise import Exercise

_OF_AN_EXERCISE = (Started, Answered, Drafted, Skipped, Retracted, Noted, Reopened)
"""All that can happen in one; anything else comes from a case."""


def misfit(exercise: Exercise, attempt: Attempt) -> str:
    """Return why an attempt does not belong to an exercise as a code, or nothing where it does.

    Codes: `other_exercise`, `other_version`, `other_protocol`, and `other_events` where something in it can't have
    happened at this exercise.
    """
    head = attempt.head
    if head.exercise != exercise.id:
        return "other_exercise"
    if head.digest != exercise.digest:
        return "other_version"
    if head.protocol != exercise.protocol.digest:
        return "other_protocol"
    return "other_events" if any(_impossible(exercise, attempt)) else ""


def _impossible(exercise: Exercise, attempt: Attempt) -> Iterator[bool]:
    yield any(not isinstance(event, _OF_AN_EXERCISE) for event in attempt.events)
    yield not _begins_once(exercise, attempt.events)
    yield sum(isinstance(event, Reopened) for event in attempt.events) > (exercise.turn is not None)
    for line in attempt.lines:
        if isinstance(line, Told):
            yield line.piece not in story.pieces(exercise)
        elif isinstance(line, Counted):
            question = exercise.protocol.questions.get(line.question)
            yield question is None or not line.hands.keys() <= {option.id for option in question.options}
    try:
        replay(exercise.protocol, attempt.events)
    except (AnswerError, KeyError):
        yield True


def _begins_once(exercise: Exercise, events: tuple[Event, ...]) -> bool:
    starts = [number for number, event in enumerate(events) if isinstance(event, Started)]
    first = events[0] if events else None
    return not events or (starts == [0] and isinstance(first, Started) and first.protocol == exercise.protocol.digest)
