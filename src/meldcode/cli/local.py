"""Which overlays hold: those given by `--overlay`, and those in the configuration folder for this sector and place.

Nothing is looked for in the folder in which someone works. A configured overlay that is broken is told and left out:
the national protocol is safe, and someone who is worried must be able to go on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from meldcode.cli.settings import configuration_folder
from meldcode.protocol import library
from meldcode.protocol.diagnostics import RefusedError
from meldcode.protocol.model import Protocol

if TYPE_CHECKING:
    from meldcode.protocol.overlay_file import OverlayFile


@dataclass(frozen=True, slots=True)
class Local:
    """The protocol that holds here, and the configured overlays that were left out because they are broken."""

    protocol: Protocol
    broken: tuple[str, ...] = ()


def folder() -> Path:
    """Return where the overlays of this machine are: `overlays` in the configuration folder."""
    return configuration_folder() / "overlays"


def protocol_here(sector: str, municipality: str, given: Sequence[str]) -> Local:
    """Return the protocol of a sector with the overlays that hold; raises `RefusedError` for one that was given."""
    files = configured()
    if not files and not given:
        return Local(library.protocol(sector))
    from meldcode.protocol import overlay_file  # noqa: PLC0415 - YAML and pydantic, only where there is an overlay

    protocol, found, broken = library.protocol(sector), [], []
    for path in files:
        try:
            found.append(overlay_file.read(path))
        except RefusedError:
            broken.append(overlay_file.name_of(path))
    here = [file for file in found if holds(file, sector, municipality)]
    outdated = older(here)
    for file in (each for each in here if each not in outdated):
        try:
            protocol = overlay_file.laid_over(protocol, sector, [file])
        except RefusedError:
            broken.append(file.name)
    chosen = [overlay_file.read(Path(name)) for name in given]
    return Local(overlay_file.laid_over(protocol, sector, chosen), tuple(broken))


def holds(file: "OverlayFile", sector: str, municipality: str) -> bool:
    """Tell whether a configured overlay is for this sector, and for this municipality or for all."""
    places = file.spec.municipalities
    return sector in file.spec.extends and (not places or municipality in places)


def older(files: Sequence["OverlayFile"]) -> list["OverlayFile"]:
    """Return those of which a higher version is among them: an old copy that was left lying must not win."""
    return [
        file for file in files if any(each.spec.overlay == file.spec.overlay and _newer(each, file) for each in files)
    ]


def _newer(one: "OverlayFile", other: "OverlayFile") -> bool:
    first, second = ([int(part) for part in file.spec.version.split(".")] for file in (one, other))
    return first > second


def configured() -> list[Path]:
    """Return the overlay files of this machine, in the order in which they are laid over each other."""
    try:
        return sorted(path for path in folder().rglob("*.yaml") if _is_overlay(path))
    except OSError:
        return []


def _is_overlay(path: Path) -> bool:
    """Tell whether a file is an overlay, perhaps a broken one; a translation, scenario or answers file is not."""
    if path.name.endswith(".en.yaml") or "scenarios" in path.relative_to(folder()).parts:
        return False
    try:
        keys = {line.partition(":")[0] for line in path.read_text("utf-8-sig", errors="replace").splitlines()}
    except OSError:
        return True
    return "answers" not in keys or "overlay" in keys
