"""Prove a protocol: every invariant over every walk, or the answers that break it."""

from collections.abc import Callable, Mapping

from meldcode.protocol.model import Protocol
from meldcode.prove import danger, overlay, talk, whole
from meldcode.prove.diagram import LIMIT, UnprovenError
from meldcode.prove.report import Counterexample, Report, Unproven, Void
from meldcode.prove.space import Space
from meldcode.prove.subject import Found, Subject

CHECKS: Mapping[str, Callable[[Subject], Found]] = {
    "I-01": danger.direct_danger,
    "I-02": danger.reporting_norm,
    "I-03": danger.no_help,
    "I-04": danger.monotone,
    "I-05": danger.doubt,
    "I-06": talk.five_steps,
    "I-07": talk.consulted,
    "I-08": talk.unsafe_to_inform,
    "I-09": talk.child_check,
    "I-10": whole.no_gap,
    "I-11": overlay.never_weaker,
    "I-12": whole.sources,
}
"""What is checked, in order; I-13 and I-14 hold by construction."""


def prove(protocol: Protocol, base: Protocol | None = None, *, limit: int = LIMIT) -> Report:
    """Return what holds over every walk of a resolved protocol; with a base, also that it is nowhere weaker.

    `limit` bounds the work. What it leaves undecided is reported as not proven: nothing passes in silence.
    """
    try:
        subject = Subject(Space(*filter(None, (protocol, base)), limit=limit), protocol, base)
        paths = subject.walk.paths
    except (UnprovenError, RecursionError) as error:
        return Report((), 0, 0, (), (), tuple(_unproven(name, error) for name in CHECKS))
    found: list[Counterexample | Void] = []
    unproven: list[Unproven] = []
    for name, check in CHECKS.items():
        try:
            found += check(subject)
        except (UnprovenError, RecursionError) as error:
            unproven.append(_unproven(name, error))
    void = tuple(each for each in found if isinstance(each, Void))
    return Report(
        broken=tuple(each for each in found if isinstance(each, Counterexample)),
        paths=paths,
        states=len(subject.diagrams),
        checked=tuple(name for name in CHECKS if not any(each.invariant == name and each.whole for each in void)),
        void=void,
        unproven=tuple(unproven),
    )


def _unproven(invariant: str, error: UnprovenError | RecursionError) -> Unproven:
    if isinstance(error, UnprovenError):
        return Unproven(invariant, error.code, error.values)
    return Unproven(invariant, "U03", {})
