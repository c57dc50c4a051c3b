"""Scenarios as they stand in files: those of a sector, and those beside an overlay."""

from collections.abc import Sequence
from pathlib import Path

from meldcode.protocol.diagnostics import Finding, LocalRefusedError, Place, RefusedError, quoted, reason_of
from meldcode.protocol.judge import judged
from meldcode.protocol.library import content_root
from meldcode.protocol.overlay_file import name_of
from meldcode.protocol.schema_scenario import ScenarioSpec
from meldcode.protocol.source import Content
from meldcode.protocol.translate import translated
from meldcode.protocol.yaml import Map, parse

_OWN = frozenset(("scenario", "story", "expect", "teaching"))
"""Keys that only a scenario has."""


def of_sector(sector: str) -> tuple[ScenarioSpec, ...]:
    """Return the scenarios that are shipped with a sector; raises `RefusedError`."""
    return Content(content_root()).scenarios(sector) if sector else ()


def beside(overlay: Path) -> tuple[ScenarioSpec, ...]:
    """Return the scenarios in `scenarios` beside an overlay file; raises `RefusedError`."""
    return tuple(read(path) for path in files_in(overlay.parent / "scenarios"))


def files_in(folder: Path) -> tuple[Path, ...]:
    """Return the YAML files in a folder, by name, without their translations."""
    return tuple(path for path in sorted(folder.glob("*.yaml")) if not path.name.endswith(".en.yaml"))


def is_scenario(path: Path) -> bool:
    """Tell whether a file is meant as a scenario, by its keys; of what cannot be read nobody knows."""
    try:
        tree = parse(path.read_bytes(), name_of(path))
    except (OSError, RefusedError):
        return False
    return isinstance(tree, Map) and bool(tree.entries.keys() & _OWN) and "overlay" not in tree.entries


def read(path: Path) -> ScenarioSpec:
    """Return one scenario file, with the English from `NAME.en.yaml` beside it; raises `LocalRefusedError`."""
    findings: list[Finding] = []
    tree, english = _tree(path), path.with_suffix(".en.yaml")
    if english.is_file():
        tree = translated(tree, _tree(english), findings)
    spec = judged(ScenarioSpec, tree, findings)
    if findings or spec is None:
        raise LocalRefusedError(with_lines(findings, path))
    return spec


def with_lines(findings: Sequence[Finding], path: Path) -> list[Finding]:
    """Return the findings about a scenario file, or the translation beside it, with the line to which they point."""
    found = list(findings)
    for each in (path, path.with_suffix(".en.yaml")):
        if any(finding.place.file == name_of(each) and not finding.excerpt for finding in found):
            found = quoted(found, name_of(each), _lines(each))
    return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _tree(path: Path) -> Map:
    try:
        node = parse(_bytes(path), name_of(path))
    except RefusedError as error:
        raise LocalRefusedError(error.findings) from None
    if not isinstance(node, Map):
        raise LocalRefusedError([Finding("S03", node.place, {"key": "", "expected": "mapping"})])
    return node


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise LocalRefusedError([Finding("Y18", Place(name_of(path), 1, 1), {"reason": reason_of(error)})]) from None
