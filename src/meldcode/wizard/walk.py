"""Where a walk is: the next question, the one before, and what lists tell of a case. Pure functions of state."""

from collections.abc import Iterable

from meldcode.case.state import State
from meldcode.protocol.language import Language
from meldcode.protocol.model import AFTER_ADVICE, DECISION, Protocol


def upcoming(state: State) -> str | None:
    """Return the first reached question without an answer that was not passed over and does not wait."""
    open_questions = (
        name
        for name in state.path.reached
        if name not in state.answers and name not in state.skipped and name not in state.path.waiting
    )
    return next(open_questions, None)


def before(state: State, name: str | None) -> str | None:
    """Return the reached question before this one that was dealt with; at the end of the walk the last one."""
    order = state.path.reached
    earlier = order[: order.index(name)] if name in order else order
    dealt = [each for each in earlier if each in state.answers or each in state.skipped]
    return dealt[-1] if dealt else name


def lapsing(now: State, then: State, changed: str) -> tuple[str, ...]:
    """Return the answers that count now and would not after a change."""
    return tuple(name for name in now.answers if name not in then.answers and name != changed)


def facts_of(protocol: Protocol, state: State) -> dict[str, str]:
    """Return what lists show of a case, so that they need not open it.

    Ids: sector, status, step, what it waits for, where and since when; days: closed and filed; words: where it stands.
    """
    question = upcoming(state)
    step = next((step.id for step in state.path.steps if question in step.questions), "")
    until = [
        f"{name}={state.answers.get(waits.until, '')}"
        for name in state.path.waiting
        if (waits := protocol.questions[name].waits) is not None
    ]
    return {
        "sector": state.started.sector if state.started else protocol.id,
        "status": _status(state, question),
        "step": step,
        "waits": " ".join(until),
        "municipality": state.started.municipality if state.started else "",
        "started": state.started.at if state.started else "",
        "closed": state.closed_at[:10],
        "filed": state.filed_at[:10],
        "where_nl": _where(protocol, state, step, "nl"),
        "where_en": _where(protocol, state, step, "en"),
    }


def _where(protocol: Protocol, state: State, step: str, language: Language) -> str:
    """Return at which step a case is, or else what it waits for."""
    titles = {each.id: each.title.to(language) for each in state.path.steps}
    return titles.get(step) or waiting_for(protocol, state, language, state.path.waiting)


def waiting_for(protocol: Protocol, state: State, language: Language, names: Iterable[str]) -> str:
    """Return what a case waits for and until when, in words."""
    parts = []
    for name in names:
        question = protocol.questions[name]
        until = state.answers.get(question.waits.until, "") if question.waits else ""
        parts.append(" ".join(filter(None, (question.label.to(language), str(until)))))
    return ", ".join(parts)


def _status(state: State, question: str | None) -> str:
    if state.handed_over:
        return "away"
    if state.closed is not None:
        return "closed"
    if question is None or (question in AFTER_ADVICE and question != DECISION):
        return "waiting" if state.path.waiting else "decided"
    return "open"
