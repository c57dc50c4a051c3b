"""The reference path: what the answers of the author lead to, in each round."""

from collections.abc import Mapping

from meldcode.case.answers import AnswerError, judged
from meldcode.case.state import State, settled
from meldcode.training.exercise import Exercise


def references(exercise: Exercise) -> tuple[State, ...]:
    """Return where the reference path stands after each round: one state, or two where new facts come in.

    In the second round the answers of the turn are laid over the others. An answer that the protocol refuses is left
    out: `protocol check` names it, feedback goes on without.
    """
    first = _state(exercise, exercise.answers)
    if exercise.turn is None:
        return (first,)
    return (first, _state(exercise, {**exercise.answers, **exercise.turn.answers}))


def _state(exercise: Exercise, raw: Mapping[str, object]) -> State:
    answers = {}
    for name, given in raw.items():
        question = exercise.protocol.questions.get(name)
        if question is not None:
            try:
                answers[name] = judged(exercise.protocol, question, given)
            except AnswerError:
                continue
    return settled(exercise.protocol, answers)
