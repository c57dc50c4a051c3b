"""Scenarios as they stand in files: those of a sector, and those beside an overlay."""

from pathlib import Path

from meldcode.protocol.diagnostics import Finding, Place, RefusedError
from meldcode.protocol.judge import judged
from meldcode.protocol.library import content_root
from meldcode.protocol.overlay_file import name_of, quoted
from meldcode.protocol.schema_scenario import ScenarioSpec
from meldcode.protocol.source import Content
from meldcode.protocol.translate import translated
from meldcode.protocol.yaml import Map, parse


def of_sector(sector: str) -> tuple[ScenarioSpec, ...]:
    """Return the scenarios that are shipped with a sector; raises `RefusedError`."""
    return Content(content_root()).scenarios(sector) if sector else ()


def beside(overlay: Path) -> tuple[ScenarioSpec, ...]:
    """Return the scenarios in `scenarios` beside an overlay file; raises `RefusedError`."""
    folder = overlay.parent / "scenarios"
    return tuple(read(path) for path in sorted(folder.glob("*.yaml")) if not path.name.endswith(".en.yaml"))


def read(path: Path) -> ScenarioSpec:
    """Return one scenario file, with the English from `NAME.en.yaml` beside it; raises `RefusedError`."""
    name = name_of(path)
    data = _bytes(path)
    findings: list[Finding] = []
    tree, english = _tree(data, name), path.with_suffix(".en.yaml")
    if english.is_file():
        tree = translated(tree, _tree(_bytes(english), name_of(english)), findings)
    spec = None if findings else judged(ScenarioSpec, tree, findings)
    if spec is None:
        raise RefusedError(quoted(findings, name, data.decode("utf-8-sig").splitlines()))
    return spec


def _tree(data: bytes, name: str) -> Map:
    node = parse(data, name)
    if not isinstance(node, Map):
        raise RefusedError([Finding("S03", node.place, {"key": "", "expected": "mapping"})])
    return node


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusedError([Finding("Y18", Place(name_of(path), 1, 1), {"reason": error.strerror or ""})]) from None
