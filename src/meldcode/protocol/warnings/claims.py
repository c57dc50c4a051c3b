"""What an overlay claims that no program can look up."""

from collections.abc import Iterator

from meldcode.protocol.diagnostics import Finding
from meldcode.protocol.overlay_add import JUDGED
from meldcode.protocol.overlay_schema import AddIntervention, OverlaySpec


def judged(spec: OverlaySpec) -> Iterator[Finding]:
    """W21: yield a finding for each help that an overlay adds with the judgement of a committee."""
    for each in spec.operations:
        if isinstance(each, AddIntervention) and each.intervention.level in JUDGED:
            given = each.intervention
            yield Finding("W21", given.place, {"name": given.id, "level": given.level})
