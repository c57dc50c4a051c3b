"""Overlay files: read strictly, laid over a sector one after the other, every finding with its file and line.

The only module besides `source` that opens content files. Which files, is the caller's to say: nothing is looked for
here, and never in the folder in which someone works.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from meldcode.protocol.diagnostics import Finding, LocalRefusedError, Place, RefusedError, quoted, reason_of
from meldcode.protocol.judge import judged
from meldcode.protocol.library import BASE, sector_ids
from meldcode.protocol.model import Protocol
from meldcode.protocol.overlay import overlaid
from meldcode.protocol.overlay_schema import OverlaySpec
from meldcode.protocol.scalars import place_of, unknown
from meldcode.protocol.translate import translated
from meldcode.protocol.yaml import Map, Scalar, lines_of, parse


@dataclass(frozen=True, slots=True)
class OverlayFile:
    """An overlay as it was read: what it says, the SHA-256 of its bytes (and of its translation), and its lines."""

    spec: OverlaySpec
    digest: str
    name: str
    lines: tuple[str, ...]


def read(path: Path, sectors: Sequence[str] = ()) -> OverlayFile:
    """Return an overlay file, with the English from `NAME.en.yaml` beside it; raises `LocalRefusedError`.

    `sectors` are those that can be extended; where none are given, those that are shipped.
    """
    name = name_of(path)
    data = _bytes(path, name)
    tree = _tree(data, name)
    english = path.with_suffix(".en.yaml")
    findings: list[Finding] = []
    lines = lines_of(data)
    if english.is_file():
        beside = _bytes(english, name_of(english))
        tree = translated(tree, _tree(beside, name_of(english)), findings)
        findings = quoted(findings, name_of(english), lines_of(beside))
        data += beside
    spec = judged(OverlaySpec, tree, findings)
    if spec is not None:
        findings += _wrong_ids(spec, sectors or sector_ids())
    if findings or spec is None:
        raise LocalRefusedError(quoted(findings, name, lines))
    return OverlayFile(spec, "sha256:" + hashlib.sha256(data).hexdigest(), name, lines)


def _wrong_ids(spec: OverlaySpec, sectors: Sequence[str]) -> list[Finding]:
    """Return what is wrong with whom the overlay builds on, and with its own name."""
    own = place_of(spec.overlay, spec.place)
    if spec.overlay in spec.extends:
        return [Finding("O09", own, {"name": spec.overlay})]
    taken = [Finding("R11", own, {"name": spec.overlay})] if spec.overlay in sectors else []
    return taken + unknown("R15", spec.extends, sectors, spec.place)


def name_of(path: Path) -> str:
    """Return the file's name with its folder: enough to find it, and nothing of the rest of the machine."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def sector_in(path: Path) -> str:
    """Return the id of the sector of which this file is the whole protocol; empty for any other file."""
    try:
        tree = parse(path.read_bytes(), name_of(path))
    except (OSError, RefusedError):
        return ""
    if not isinstance(tree, Map) or "overlay" in tree.entries:
        return ""
    if "protocol" in tree.entries and "steps" in tree.entries:
        return BASE
    named = tree.entries.get("sector")
    return named.value if isinstance(named, Scalar) and "extends" in tree.entries else ""


def laid_over(protocol: Protocol, sector: str, files: Sequence[OverlayFile]) -> Protocol:
    """Return the protocol with every overlay laid over it, in order; raises `LocalRefusedError` with every finding."""
    findings: list[Finding] = []
    for file in files:
        protocol = overlaid(protocol, file.spec, file.digest, findings, sector)
    for file in files:
        findings = quoted(findings, file.name, file.lines)
    if findings:
        raise LocalRefusedError(findings)
    return protocol


def _tree(data: bytes, name: str) -> Map:
    try:
        node = parse(data, name)
    except RefusedError as error:
        raise LocalRefusedError(error.findings) from None
    if not isinstance(node, Map):
        raise LocalRefusedError([Finding("S03", node.place, {"key": "", "expected": "mapping"})])
    return node


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LocalRefusedError([Finding("Y18", Place(name, 1, 1), {"reason": reason_of(error)})]) from None
