"""Who did what and when in a case: its records one by one, with what a check of them noticed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from meldcode.case.events import Answered, Event, Renewed, Reopened, Retracted
from meldcode.case.state import Round, State

Standing = Literal["now", "earlier", "not"]
"""Whether an answer counts now, counted in an earlier weighing, or counts for nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: its number from 1, when (aware), the account that made it, what happened, and its control code."""

    number: int
    at: datetime
    who: str
    event: Event
    control: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check noticed: the code of a finding, with its numbers and places."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trail:
    """All readable records of a case in order, and everything that a check of them noticed."""

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...] = ()

    def answered_before(self) -> Iterator[tuple[Entry, bool]]:
        """Yield each record with whether it answers a question that had been answered before."""
        answered: set[str] = set()
        for entry in self.entries:
            event = entry.event
            yield entry, isinstance(event, Answered) and event.question in answered
            if isinstance(event, Answered):
                answered.add(event.question)


NO_TRAIL = Trail(())


def standings(trail: Trail, state: State) -> Mapping[int, Standing]:
    """Return for each record of an answer whether it counts; an answer that counts for nothing is exported nowhere."""
    found: dict[int, Standing] = {}
    latest: dict[str, int] = {}
    rounds = list(state.rounds)
    for entry in trail.entries:
        match entry.event:
            case Answered(question=question):
                latest[question] = entry.number
                found[entry.number] = "not"
            case Retracted(question=question):
                latest.pop(question, None)
            case Reopened(reason=reason) if rounds and rounds[0].reason == reason:
                found |= _earlier(latest, rounds.pop(0))
            case Renewed() if rounds and not rounds[0].reason:
                found |= _earlier(latest, rounds.pop(0))
            case _:
                pass
    return found | {number: "now" for name, number in latest.items() if name in state.answers}


def _earlier(latest: Mapping[str, int], weighed: Round) -> dict[int, Standing]:
    return {number: "earlier" for name, number in latest.items() if name in weighed.answers}
