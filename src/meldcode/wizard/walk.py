"""Where a walk is: the next question, the one before, and what lists tell of a case. Pure functions of state."""

from meldcode.case.state import State
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
    """Return what lists show of a case, as ids: sector, status, step, what it waits for, where and since when."""
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
    }


def _status(state: State, question: str | None) -> str:
    if state.closed is not None:
        return "closed"
    if question is None or (question in AFTER_ADVICE and question != DECISION):
        return "waiting" if state.path.waiting else "decided"
    return "open"
