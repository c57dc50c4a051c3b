"""State is the replay of a case's events: a pure function, so that going back, resuming and checking are one thing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from meldcode.case.answers import AnswerError, judged
from meldcode.case.events import (
    HANDOVER,
    Answered,
    Closed,
    Declined,
    Drafted,
    Event,
    Exported,
    Filed,
    HandedOver,
    Noted,
    Opened,
    Received,
    Renewed,
    Reopened,
    Retracted,
    Skipped,
    Started,
)
from meldcode.case.path import Path, trace
from meldcode.case.values import Value, plain
from meldcode.case.view import rests_on
from meldcode.protocol.condition import BelowAdvice, leaves, reads
from meldcode.protocol.model import DECISION, EVERY_ROUTE, Protocol

SUSPICION = "vermoeden"

REOPENED = "@reopened"
"""Key of the basis of what lapsed in an earlier round: no question has it, so that basis never comes back."""


@dataclass(frozen=True, slots=True)
class Dormant:
    """An answer off the path: used by nothing, offered again when its question comes back.

    `basis` is what decided that it was asked when the answer counted; if that comes back unchanged, so does the answer.
    """

    value: Value
    basis: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Round:
    """A weighing that was reopened, or in which answers lapsed at a newer protocol: why, and the answers that stood.

    `protocol` is the one it was made with, to word the answers; `reason` is empty where a protocol was taken over.
    """

    reason: str
    answers: Mapping[str, Value]
    level: str
    protocol: Protocol | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class State:
    """Everything there is to know about a case now."""

    path: Path
    started: Started | None = None
    dormant: Mapping[str, Dormant] = field(default_factory=dict)
    drafts: Mapping[str, Value] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    decided: str | None = None
    """The level of the advice when the professional decided; another level now asks for the decision again."""
    closed: str | None = None
    closed_at: str = ""
    filed_at: str = ""
    """When it was said that the summary is in the official file; empty again after new facts."""
    renewals: tuple[Renewed, ...] = ()
    declined: frozenset[str] = frozenset()
    """Digests of newer protocols that were offered and left."""
    handed_over: str = ""
    """The fingerprint of whom the case was handed over to; empty while it is here, and after it was reopened here."""

    @property
    def answers(self) -> Mapping[str, Value]:
        """The answers that count."""
        return self.path.live

    def offered(self, question: str) -> Value | None:
        """Return what to show at a question: what was left unfinished, the answer, or an earlier one to offer."""
        if question in self.drafts:
            return self.drafts[question]
        if question in self.answers:
            return self.answers[question]
        return self.dormant[question].value if question in self.dormant else None


def replay(protocol: Protocol, events: Iterable[Event]) -> State:
    """Return the state after these events.

    Raises `AnswerError` when an event holds an answer that this protocol refuses.
    """
    state = State(trace(protocol, {}))
    for event in events:
        state = apply(protocol, state, event)
    return state


def followed(protocol_of: Callable[[str], Protocol], events: Iterable[Event]) -> tuple[Protocol, State]:
    """Return the protocol that holds at the end and the state: on the way a newer protocol may have been taken over.

    `protocol_of` gives a protocol by the digest in an event; each event is judged by the protocol that held then.
    Raises `AnswerError`, and KeyError where no event tells with which protocol the case began.
    """
    protocol: Protocol | None = None
    state: State | None = None
    early: list[Event] = []
    for event in events:
        if protocol is None or state is None:
            early.append(event)
            if isinstance(event, Started):
                protocol = protocol_of(event.protocol)
                state = replay(protocol, early)
        elif isinstance(event, Renewed):
            newer = protocol_of(event.protocol)
            state, protocol = carried(protocol, newer, state, event), newer
        else:
            state = apply(protocol, state, event)
    if protocol is None or state is None:
        raise KeyError("started")
    return protocol, state


def settled(protocol: Protocol, answers: Mapping[str, Value]) -> State:
    """Return the state of a fresh walk with these answers, whatever the order in which they are given.

    An answer to a question that this protocol does not have is left out.
    """
    path = trace(protocol, answers)
    off = {name: Dormant(answers[name], {}) for name in protocol.questions if name in answers and name not in path.live}
    return State(path, dormant=off)


def apply(protocol: Protocol, state: State, event: Event) -> State:  # noqa: PLR0911 - one return an event
    """Return the state after one more event."""
    match event:
        case Started():
            return replace(state, started=event)
        case Answered():
            value = judged(protocol, protocol.questions[event.question], event.value)
            answers = {**state.answers, event.question: value}
            moved = _moved(protocol, _finished(state, event.question), answers)
            return replace(moved, decided=moved.path.level) if event.question == DECISION else moved
        case Retracted():
            answers = {name: value for name, value in state.answers.items() if name != event.question}
            return _moved(protocol, _finished(state, event.question), answers)
        case Drafted():
            value = judged(protocol, protocol.questions[event.question], event.value)
            return replace(state, drafts={**state.drafts, event.question: value})
        case Skipped():
            finished = _finished(state, event.question)
            return replace(finished, skipped=state.skipped | {event.question})
        case Reopened():
            return _reopened(protocol, state, event.reason)
        case Renewed():
            return carried(protocol, protocol, state, event)
        case HandedOver(kind=kind, to=to):
            return replace(state, handed_over=to) if kind == HANDOVER else state
        case Received():
            return replace(state, handed_over="")
        case _:
            return _marked(state, event)


def _marked(state: State, event: Noted | Closed | Filed | Declined | Exported | Opened) -> State:
    """Return the state after an event that leaves the answers as they are."""
    match event:
        case Noted():
            return replace(state, notes=(*state.notes, event.text))
        case Closed():
            return replace(state, closed=event.reason, closed_at=event.at)
        case Filed():
            return replace(state, filed_at=event.at)
        case Declined():
            return replace(state, declined=state.declined | {event.protocol})
        case Exported() | Opened():
            return state


def _finished(state: State, question: str) -> State:
    """Return the state in which this question is neither passed over nor left unfinished."""
    drafts = {name: value for name, value in state.drafts.items() if name != question}
    return replace(state, skipped=state.skipped - {question}, drafts=drafts)


def basis(protocol: Protocol, path: Path, question: str) -> dict[str, Value]:
    """Return the answers that decide whether the question is asked: what its guard and its route rest on."""
    guard = protocol.questions[question].when
    names = rests_on(protocol, reads(guard) | _route_reads(protocol, question))
    if any(isinstance(leaf, BelowAdvice) for leaf in leaves(guard)):
        names = protocol.questions.keys()
    return {name: path.live[name] for name in sorted(names - {question}) if name in path.live}


def _route_reads(protocol: Protocol, question: str) -> frozenset[str]:
    if any(step.route == EVERY_ROUTE for step in protocol.steps if question in step.questions):
        return frozenset()
    return frozenset(name for route in protocol.routes for name in reads(route.when))


def _moved(protocol: Protocol, state: State, answers: Mapping[str, Value]) -> State:
    """Wake answers whose basis came back unchanged, then lay to rest what is off the path.

    In that order: an answer off the path only until another one wakes has not lapsed.
    """
    before, path = state.path, trace(protocol, answers)
    resting = {name: rest for name, rest in state.dormant.items() if name not in answers}
    awake = dict(answers)
    while woken := _woken(protocol, path, resting, awake):
        awake |= {name: resting[name].value for name in woken}
        path = trace(protocol, awake)
    lapsed = {
        name: resting.get(name) or Dormant(value, basis(protocol, before, name))
        for name, value in awake.items()
        if name not in path.live
    }
    dormant = {name: rest for name, rest in resting.items() if name not in awake} | lapsed
    return replace(state, path=path, dormant=dormant)


def _woken(protocol: Protocol, path: Path, resting: Mapping[str, Dormant], awake: Mapping[str, Value]) -> list[str]:
    return [
        name
        for name, rest in resting.items()
        if name in path.reached and name not in awake and rest.basis == basis(protocol, path, name)
    ]


def _reopened(protocol: Protocol, state: State, reason: str) -> State:
    """Start a new round: what is weighed is asked again, the rest stays."""
    again = weighing(protocol)
    kept = {name: value for name, value in state.answers.items() if name not in again}
    lapsed = {name: Dormant(value, {REOPENED: reason}) for name, value in state.answers.items() if name in again}
    old = Round(reason, state.answers, state.path.level, protocol)
    reopened = replace(
        state,
        dormant={**state.dormant, **lapsed},
        skipped=state.skipped - again,
        rounds=(*state.rounds, old),
        decided=None,
        closed=None,
        closed_at="",
        filed_at="",
        handed_over="",
    )
    return _moved(protocol, reopened, kept)


def carried(old: Protocol, new: Protocol, state: State, event: Renewed) -> State:
    """Return the state under a newer protocol: what it accepts counts as in a fresh walk with these answers.

    What it does not know or refuses has lapsed; then, and where the level changes, the weighing that stood is kept as
    an earlier round. What it knows and does not ask is offered when it does; nothing wakes by itself.
    """
    accepted = _accepted(new, state.answers)
    path = trace(new, accepted)
    resting = _accepted(new, {name: rest.value for name, rest in state.dormant.items()})
    dormant = {name: state.dormant[name] for name in resting}
    dormant |= {name: Dormant(value, {REOPENED: ""}) for name, value in accepted.items() if name not in path.live}
    for name in _woken(new, path, dormant, path.live):
        dormant[name] = Dormant(dormant[name].value, {REOPENED: ""})
    rounds = state.rounds
    if path.live.keys() != state.answers.keys() or path.level != state.path.level:
        rounds = (*rounds, Round("", state.answers, state.path.level, old))
    optional = {name for name, question in new.questions.items() if not question.required}
    return replace(
        state,
        path=path,
        dormant=dormant,
        drafts=_accepted(new, state.drafts),
        skipped=state.skipped & optional,
        rounds=rounds,
        renewals=(*state.renewals, event),
    )


def _accepted(protocol: Protocol, answers: Mapping[str, Value]) -> dict[str, Value]:
    """Return the answers that this protocol knows and accepts."""
    found: dict[str, Value] = {}
    for name in answers:
        question = protocol.questions.get(name)
        try:
            if question is not None:
                found[name] = judged(protocol, question, plain(answers[name]))
        except AnswerError:
            continue
    return found


def weighing(protocol: Protocol) -> frozenset[str]:
    """Return what a new round asks again: every question about danger, and all from the suspicion on."""
    order = [name for step in protocol.steps for name in step.questions]
    start = order.index(SUSPICION) if SUSPICION in order else len(order)
    return frozenset(order[start:]) | {name for name in order if protocol.questions[name].rising}
