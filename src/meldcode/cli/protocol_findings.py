"""All that is to be said about a shipped sector, or about overlay files that are laid over each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meldcode.case.scenario import tried
from meldcode.cli.subject import tried_on
from meldcode.protocol import library, overlay_file, scenario_file, warnings
from meldcode.protocol.diagnostics import Finding, RefusedError, quoted
from meldcode.protocol.model import Protocol
from meldcode.protocol.overlay_file import OverlayFile, name_of
from meldcode.protocol.schema_scenario import ScenarioSpec


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at, by name, and what is to be said about it: errors and warnings."""

    names: tuple[str, ...]
    findings: tuple[Finding, ...]


def of_sector(sector: str, today: date) -> Looked:
    """Return what is to be said about a shipped sector."""
    try:
        protocol = library.protocol(sector)
        fired = _fired(protocol, scenario_file.of_sector(sector))
    except RefusedError as error:
        return Looked((sector,), error.findings)
    return Looked((sector,), tuple(_with_line(each) for each in warnings.of_protocol(protocol, fired, today)))


def of_scenario(path: Path) -> Looked:
    """Return what is to be said about a scenario or an exercise."""
    from meldcode.training.check import findings_of  # noqa: PLC0415 - brings the wizard

    try:
        spec = scenario_file.read(path)
        found = findings_of(path, tried_on(path, spec.sector))
    except RefusedError as error:
        found = error.findings
    return Looked((path.as_posix(),), _as_given(found, [path]))


def of_overlays(paths: Sequence[Path], today: date) -> Looked:
    """Return what is to be said about overlay files that are laid over each other, in each sector that all extend."""
    files: list[OverlayFile] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            files.append(overlay_file.read(path))
        except RefusedError as error:
            findings += error.findings
    if findings:
        return Looked(tuple(path.as_posix() for path in paths), _as_given(findings, paths))
    shared = [name for name in files[0].spec.extends if all(name in file.spec.extends for file in files)]
    sectors = shared or list(files[0].spec.extends)
    scenarios = [each for path in paths for each in _beside(path, findings)]
    findings += _laid(files, sectors, scenarios, today)
    names = (" + ".join((sector, *(file.spec.overlay for file in files))) for sector in sectors)
    return Looked(tuple(names), _as_given(findings, paths))


def _laid(
    files: Sequence[OverlayFile], sectors: Sequence[str], scenarios: Sequence[ScenarioSpec], today: date
) -> list[Finding]:
    findings: list[Finding] = []
    protocols: dict[str, Protocol] = {}
    for sector in sectors:
        try:
            protocols[sector] = overlay_file.laid_over(library.protocol(sector), sector, files)
        except RefusedError as error:
            findings += error.findings
    fired: frozenset[str] = frozenset()
    for sector, protocol in protocols.items():
        own = (each for each in scenarios if each.sector == sector)
        fired |= _fired(protocol, (*scenario_file.of_sector(sector), *own))
    known = {each.name for each in library.municipalities()}
    for protocol in protocols.values():
        for file in files:
            found = warnings.of_overlay(file.spec, protocol, known, fired, today)
            findings += quoted(found, file.name, file.lines)
    return findings


def _beside(overlay: Path, findings: list[Finding]) -> Iterator[ScenarioSpec]:
    """Yield the scenarios beside an overlay; what is wrong with one is added to the findings."""
    for path in sorted((overlay.parent / "scenarios").glob("*.yaml")):
        if not path.name.endswith(".en.yaml"):
            try:
                yield scenario_file.read(path)
            except RefusedError as error:
                findings += error.findings


def _fired(protocol: Protocol, scenarios: Iterable[ScenarioSpec]) -> frozenset[str]:
    """Return the rules that fire in at least one of the scenarios."""
    return frozenset(each.rule.id for scenario in scenarios for each in tried(protocol, scenario).advice.reasons)


def _as_given(findings: Iterable[Finding], paths: Sequence[Path]) -> tuple[Finding, ...]:
    """Return the findings with each path as it was given, so that an editor or GitHub finds the file."""
    files = {
        name_of(path): path.as_posix()
        for given in paths
        for path in (given, given.with_suffix(".en.yaml"), *(given.parent / "scenarios").glob("*.yaml"))
    }
    return tuple(
        replace(each, place=replace(each.place, file=files.get(each.place.file, each.place.file))) for each in findings
    )


def _with_line(finding: Finding) -> Finding:
    """Return a finding about shipped content with the line that it points to; the head of a file says nothing."""
    path, line = library.content_root() / finding.place.file, finding.place.line
    return finding if line == 1 else replace(finding, excerpt=path.read_text("utf-8-sig").splitlines()[line - 1])
