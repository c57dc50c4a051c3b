"""A newer protocol for a case that has begun: whether there is one, and what taking it over would change."""

from dataclasses import dataclass

from meldcode.case.events import Renewed
from meldcode.case.state import State, carried
from meldcode.protocol import codec
from meldcode.protocol.model import LEVELS, Protocol, Question


@dataclass(frozen=True, slots=True)
class Difference:
    """What taking over a newer protocol changes, as question ids; those that lapse are of the old one.

    `reworded` stay, though the question or its options are put in other words. `before` and `after` are levels.
    """

    stay: tuple[str, ...]
    lapse: tuple[str, ...]
    reworded: tuple[str, ...]
    asked: tuple[str, ...]
    before: str
    after: str

    @property
    def lower(self) -> bool:
        """Whether the advice would be lower."""
        return LEVELS.index(self.after) < LEVELS.index(self.before)


def difference(old: Protocol, new: Protocol, state: State) -> Difference:
    """Return what changes when a case goes over from one protocol to the other."""
    path = carried(old, new, state, Renewed("", "")).path
    stay = tuple(name for name in new.questions if name in path.live)
    return Difference(
        stay,
        tuple(name for name in old.questions if name in state.answers and name not in path.live),
        tuple(name for name in stay if _asked(old.questions[name]) != _asked(new.questions[name])),
        tuple(name for name in path.reached if name not in path.live and name not in state.path.reached),
        state.path.level,
        path.level,
    )


def _asked(question: Question) -> object:
    return question.ask, tuple((option.id, option.text) for option in question.options)


def missing_overlays(old: Protocol, new: Protocol) -> tuple[str, ...]:
    """Return the local adaptations of a case that the other protocol lacks, as they are named to their owner."""
    present = {each.id for each in new.overlays}
    return tuple(f"{each.id} ({each.owner})" for each in old.overlays if each.id not in present)


def is_newer(old: Protocol, new: Protocol) -> bool:
    """Tell whether a protocol can take the place of another: it says something else, and no part of it is older.

    Nor may a local adaptation be missing: where its file is, is not known, and without it the advice could be weaker.
    The digest is taken anew, since a later program may know more about a protocol than the one that kept it.
    """
    if codec.digest(old) == codec.digest(new) or missing_overlays(old, new):
        return False
    versions = {each.id: _number(each.version) for each in new.overlays}
    known = all(versions[each.id] >= _number(each.version) for each in old.overlays)
    return known and _number(new.version) >= _number(old.version)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
