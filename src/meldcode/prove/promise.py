"""What a version number promises, and what the changes ask for."""

from collections.abc import Iterable, Mapping
from itertools import starmap
from typing import Literal

from meldcode.protocol.model import LEVELS, Action, Protocol
from meldcode.protocol.textual import Added, Changed, Edit, Removed
from meldcode.prove.difference import Situation

Step = Literal["none", "patch", "minor", "major"]

STEPS: tuple[Step, ...] = ("none", "patch", "minor", "major")
"""What a release can be, least first."""

STEERING = frozenset(
    (
        *("when", "level", "actions", "contacts", "waits.when", "waits.until", "type", "options", "rising", "required"),
        *("lists", "client", "locked", "questions", "steps", "route", "number", "informs", "kind", "severity"),
        *("talk_safe", "consult_required", "consult_contacts", "bound", "start", "days", "working_days"),
    )
)
"""Keys that decide what is asked, in which order, and what is advised."""


def needed(edits: Iterable[Edit], situations: Iterable[Situation], actions: Mapping[str, Action]) -> Step:
    """Return the least step that tells the truth about these changes; `actions` are those of the old protocol.

    - *major*: something was removed or weakened. Removed: an element with an id, which an overlay, an answers file or a
      scenario may name; or the lock of a question. Weakened: some answers, finished or not, give a lower level, no
      longer raise a flag, or no longer show an action (other than one that informs, which may close for safety).
    - *minor*: something was added, or changed that steers: a key of `STEERING`, or any other difference in the advice.
    - *patch*: anything else: words, sources, dates, phone numbers.
    - *none*: nothing differs.
    """
    found = [*map(_of_edit, edits), *(_of_situation(each, actions) for each in situations)]
    return max(found, key=STEPS.index, default="none")


def promised(old: Protocol, new: Protocol) -> Step | None:
    """Return the largest step between the versions of both, and of their overlays one by one.

    None where they are not two releases of one thing, so that nothing was promised.
    """
    if old.id != new.id or [each.id for each in old.overlays] != [each.id for each in new.overlays]:
        return None
    overlays = zip(old.overlays, new.overlays, strict=True)
    versions = [(old.version, new.version), *((before.version, after.version) for before, after in overlays)]
    return max(starmap(_step, versions), key=STEPS.index)


def _of_edit(edit: Edit) -> Step:
    match edit:
        case Removed():
            return "major"
        case Added():
            return "minor"
        case Changed(key="locked", before=True):
            return "major"
        case Changed():
            return "minor" if edit.key in STEERING else "patch"


def _of_situation(situation: Situation, actions: Mapping[str, Action]) -> Step:
    match situation:
        case Situation(about="level", before=before, after=after):
            weaker = LEVELS.index(after) < LEVELS.index(before)
        case Situation(about="action", before=before, after=""):
            weaker = not actions[before].informs
        case _:
            weaker = situation.about == "flag" and not situation.after
    return "major" if weaker else "minor"


def _step(before: str, after: str) -> Step:
    """Return the step from one `major.minor.patch` to another; a version that goes back promises nothing."""
    old, new = ([int(part) for part in version.split(".")] for version in (before, after))
    if new <= old:
        return "none"
    first = next(at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    return STEPS[3 - min(first, 2)]
