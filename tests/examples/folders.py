"""The folders in `examples/`, read as a policy officer would have them read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from meldcode.case.scenario import Outcome, tried
from meldcode.protocol import library, yaml
from meldcode.protocol.judge import judged
from meldcode.protocol.overlay_file import laid_over, read
from meldcode.protocol.schema_scenario import ScenarioSpec

if TYPE_CHECKING:
    from meldcode.protocol.diagnostics import Finding
    from meldcode.protocol.model import Protocol

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = sorted(path.parent for path in EXAMPLES.glob("*/overlay.yaml"))


def sectors_of(folder: Path) -> tuple[str, ...]:
    return tuple(map(str, read(folder / "overlay.yaml").spec.extends))


def adapted(sector: str, *folders: Path) -> Protocol:
    """Return the protocol of a sector with the overlays of these folders, in order."""
    return laid_over(library.protocol(sector), sector, [read(folder / "overlay.yaml") for folder in folders])


def scenarios_of(folder: Path) -> list[Path]:
    found = sorted((folder / "scenarios").glob("*.yaml"))
    return [path for path in found if not path.name.endswith(".en.yaml")]


def scenario(path: Path) -> ScenarioSpec:
    findings: list[Finding] = []
    spec = judged(ScenarioSpec, yaml.parse(path.read_bytes(), path.name), findings)
    assert spec is not None, findings
    return spec


def outcome(spec: ScenarioSpec, *folders: Path) -> Outcome:
    """Return what a scenario comes to with the overlays of these folders."""
    return tried(adapted(spec.sector, *folders), spec)
