"""What is due in a case and when: the dates that it waits for, and the deadlines of its protocol."""

from dataclasses import dataclass
from datetime import date, timedelta

from meldcode.case.calendar import after_working_days
from meldcode.case.state import State
from meldcode.case.view import Answers
from meldcode.protocol.model import NO_TEXT, Deadline, Protocol, Text

WORKING_COPY = timedelta(days=90)
"""How long after closing and filing it is asked whether the working copy can be erased (our own choice, docs)."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something to do on or before a day; `id` is that of the deadline, or of the question that waits for the day."""

    id: str
    on: date
    label: Text
    text: Text = NO_TEXT
    source: str = ""


def due(protocol: Protocol, state: State) -> tuple[Due, ...]:
    """Return what is due, the first day first; nothing of a closed case, and nothing that has no date yet."""
    if state.closed is not None:
        return ()
    found = [*_waits(protocol, state), *_deadlines(protocol, state)]
    return tuple(sorted(found, key=lambda each: (each.on, each.id)))


def is_erasable(closed: str, filed: str, today: date) -> bool:
    """Tell whether to ask if a working copy can go: long ago closed (a day), and put in the official file (a day)."""
    return bool(closed and filed) and today - date.fromisoformat(max(closed, filed)) >= WORKING_COPY


def _waits(protocol: Protocol, state: State) -> list[Due]:
    found = []
    for name in state.path.waiting:
        question = protocol.questions[name]
        until = _date(state, question.waits.until) if question.waits else None
        if until is not None:
            found.append(Due(name, until, question.label, question.ask, question.source))
    return found


def _deadlines(protocol: Protocol, state: State) -> list[Due]:
    view = Answers(protocol, state.answers)
    found = []
    for each in protocol.deadlines:
        start = _date(state, each.start)
        if start is not None and (each.when is None or each.when.judge(view) is not False):
            found.append(Due(each.id, _end(each, start), each.label, each.text, each.source))
    return found


def _end(deadline: Deadline, start: date) -> date:
    if deadline.working_days:
        return after_working_days(start, deadline.working_days)
    return start + timedelta(days=deadline.days)


def _date(state: State, name: str) -> date | None:
    """Return the date that was answered; one so far off that no term fits behind it is no appointment."""
    given = state.answers.get(name)
    if not isinstance(given, str):
        return None
    day = date.fromisoformat(given)
    return day if day.year < date.max.year else None
