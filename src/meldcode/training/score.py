"""A transparent rubric: points for each part of an attempt, each with the remarks that they rest on. No mark.

What counts is what can be seen in the attempt and is written down here; what it is worth is for the trainer to say.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from meldcode.training.remarks import SIGNALS, Looked, Remark, recorded, remarks

SIGNALS_SEEN, OVERCLAIMED, RECORD, SAFETY = "signals_seen", "not_overclaimed", "record", "safety"
CONSULTS, TALK, WEIGHING, DECISION, PROCESS = "consults", "talk", "weighing", "decision", "process"
CRITERIA = (SIGNALS_SEEN, OVERCLAIMED, RECORD, SAFETY, CONSULTS, TALK, WEIGHING, DECISION, PROCESS)
"""In the order of the walk."""

_OF_QUESTION: Mapping[str, str] = {
    "direct_gevaar": SAFETY,
    "collega": CONSULTS,
    "deskundige": CONSULTS,
    "vt_advies": CONSULTS,
    "gesprek": TALK,
    "vermoeden": WEIGHING,
    "veiligheid": WEIGHING,
}
_OF_STEP: Mapping[str, str] = {"overleg": CONSULTS, "gesprek": TALK, "wegen": WEIGHING, "signalen": SAFETY}
"""Where a question has no part of its own: the part of its step; all others belong to the decision."""

_ON_NORMS = ("within", "outside", "open")
_ON_RECORD = ("no_fact", "interpretation_as_fact", "second_hand_as_seen", "no_how", "no_date")
_PER_SIGNAL = 3
"""Points for how a signal was recorded: a fact without interpretation, how one knows, and when."""
_CHECKS = 2
"""Points for the process in a round: nothing that the protocol warns about, and nobody told who may be dangerous."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A part of the rubric in a round: the points, of how many, and the remarks that decided it.

    A signal that the author named nowhere costs no point and stands among the grounds, to be talked about.
    """

    criterion: str
    round: int
    points: int
    of: int
    grounds: tuple[Remark, ...]


def score(at: Looked) -> tuple[Scored, ...]:
    """Return the parts of the rubric that this exercise asks for, round by round, in the order of the walk."""
    found = remarks(at)
    lines: list[Scored] = []
    for number in range(1, len(at.weighed) + 1):
        here = [each for each in found if each.round == number]
        if number == 1:
            lines += _signals(at, here)
        lines += (_counted(criterion, number, group) for criterion, group in _by_criterion(here))
        lines.append(_process(number, here))
    return tuple(line for line in lines if line.of)


def total(lines: Iterable[Scored]) -> tuple[int, int]:
    """Return all points together, and of how many; every point weighs the same."""
    each = tuple(lines)
    return sum(line.points for line in each), sum(line.of for line in each)


def _signals(at: Looked, found: list[Remark]) -> Iterator[Scored]:
    """Yield what was seen, what was claimed beyond the story, and how well it was recorded."""
    seen = [each for each in found if each.code in ("signal_seen", "signal_missed")]
    good = sum(each.code == "signal_seen" for each in seen)
    yield Scored(SIGNALS_SEEN, 1, good, len(at.exercise.signals), tuple(seen))
    over = [each for each in found if each.code == "overclaimed"]
    most = len(at.exercise.overclaims) if SIGNALS in at.state.answers else 0
    beside = [each for each in found if each.code == "not_in_story"]
    yield Scored(OVERCLAIMED, 1, most - len(over), most, (*over, *beside))
    on_record = [each for each in found if each.code in _ON_RECORD]
    most = _PER_SIGNAL * len(recorded(at))
    missed = {(each.signal, _part(each.code)) for each in on_record}
    yield Scored(RECORD, 1, most - len(missed), most, tuple(on_record))


def _part(code: str) -> str:
    """Return which of the three points of a recorded signal a remark costs."""
    return {"no_date": "when", "no_how": "how", "second_hand_as_seen": "how"}.get(code, "fact")


def _by_criterion(found: list[Remark]) -> Iterator[tuple[str, list[Remark]]]:
    on_norms = [each for each in found if each.code in _ON_NORMS]
    for criterion in CRITERIA:
        group = [each for each in on_norms if _criterion(each) == criterion]
        if group:
            yield criterion, group


def _criterion(each: Remark) -> str:
    return _OF_QUESTION.get(each.question) or _OF_STEP.get(each.step, DECISION)


def _counted(criterion: str, number: int, group: list[Remark]) -> Scored:
    within = sum(each.code == "within" for each in group)
    return Scored(criterion, number, within, len(group), tuple(group))


def _process(number: int, found: list[Remark]) -> Scored:
    flags = [each for each in found if each.code == "flag"]
    told = [each for each in found if each.code.startswith("told_unsafe")]
    return Scored(PROCESS, number, _CHECKS - bool(flags) - bool(told), _CHECKS, (*flags, *told))
