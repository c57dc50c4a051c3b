"""Lay an overlay over a resolved protocol: addressed operations, each judged for what it may touch (I-11).

What makes a result safe is decided here, at loading: what something rests on keeps its meaning, levels only rise, what
is added starts at `overleg`, 112 and Veilig Thuis stay what they are. The proof afterwards is a second pair of eyes.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from meldcode.protocol import codec
from meldcode.protocol.compile import sources
from meldcode.protocol.diagnostics import Finding
from meldcode.protocol.model import Change, Overlay, Protocol, Text
from meldcode.protocol.overlay_add import ADDING
from meldcode.protocol.overlay_change import CHANGING
from meldcode.protocol.overlay_schema import Operation, OverlaySpec, about
from meldcode.protocol.overlay_work import Work
from meldcode.protocol.said import in_element
from meldcode.protocol.scalars import place_of

MOST_OPERATIONS = 500
MOST_OVERLAYS = 3

DOERS: dict[str, Callable[[Work, Any], None]] = {**ADDING, **CHANGING}


def overlaid(protocol: Protocol, spec: OverlaySpec, digest: str, findings: list[Finding], name: str = "") -> Protocol:
    """Return the protocol with the operations of an overlay done; what is wrong is added to the findings.

    `name` is the id of the sector, `digest` the SHA-256 of the overlay's file.
    """
    findings.extend(_misfits(protocol, spec, name or protocol.id))
    work = Work(protocol, spec, findings)
    _judge_words(work)
    for each, source in spec.sources.items():
        work.new(each, protocol.sources, source.place)
    work.sources |= sources(spec.sources)
    for operation in spec.operations[:MOST_OPERATIONS]:
        before = len(findings)
        DOERS[about(operation)](work, operation)
        if len(findings) == before:
            work.note(_change(spec, operation))
    mark = Overlay(spec.overlay, spec.version, spec.owner, digest, spec.municipalities)
    made = work.made()
    made = replace(made, overlays=(*made.overlays, mark), digest="")
    return replace(made, digest=codec.digest(made))


def _judge_words(work: Work) -> None:
    """Refuse another number for 112 or Veilig Thuis, and a text without words, wherever they stand."""
    spec = work.spec
    work.no_other_number(Text(spec.owner), spec.place, about_emergency=True)
    work.readable(Text(spec.owner), "owner", spec.place, cited=True)
    for source in spec.sources.values():
        work.no_other_number(Text(source.article), source.place)
    for said in in_element(spec):
        work.no_other_number(said.text, said.place)
        work.readable(said.text, said.key, said.place, cited=said.cited)


def _misfits(protocol: Protocol, spec: OverlaySpec, name: str) -> list[Finding]:
    found = []
    if spec.overlay in {each.id for each in protocol.overlays}:
        found.append(Finding("O09", spec.place, {"name": spec.overlay}))
    elif spec.overlay in protocol.sources:
        found.append(Finding("R11", place_of(spec.overlay, spec.place), {"name": spec.overlay}))
    if name not in spec.extends:
        found.append(Finding("O10", spec.place, {"given": ", ".join(spec.extends), "sector": name}))
    if spec.base.partition(".")[0] != protocol.version.partition(".")[0]:
        found.append(Finding("O11", spec.place, {"given": spec.base, "version": protocol.version}))
    if len(spec.operations) > MOST_OPERATIONS:
        values = {"amount": str(len(spec.operations)), "limit": str(MOST_OPERATIONS)}
        found.append(Finding("O12", spec.place, values))
    if len(protocol.overlays) >= MOST_OVERLAYS:
        found.append(Finding("O14", spec.place, {"limit": str(MOST_OVERLAYS)}))
    return found


def _change(spec: OverlaySpec, operation: Operation) -> Change:
    verb, _, kind = about(operation).partition(" ")
    inner = getattr(operation, kind, None) if verb == "add" else None
    given = operation if inner is None or isinstance(inner, str) else inner
    keys = tuple(key for key in given.model_fields_set if key not in (verb, "id", "place"))
    name = getattr(given, "id", "")
    return Change(spec.overlay, verb, kind, name, tuple(sorted(keys)), operation.place)
