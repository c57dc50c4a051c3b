"""What an author's command is about: a sector as it is shipped, or overlay files laid over the sectors they extend."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.places import sector_of
from meldcode.protocol import library, overlay_file
from meldcode.protocol.model import Protocol
from meldcode.protocol.overlay_file import OverlayFile

ENGLISH = ".en.yaml"
"""How the name of a translation ends; it is read together with the file that it translates."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A resolved protocol, the sector it builds on, and the overlay files that were laid over that."""

    sector: str
    base: Protocol
    protocol: Protocol
    files: tuple[OverlayFile, ...] = ()

    @property
    def name(self) -> str:
        """The sector, and the ids of the overlays."""
        return " + ".join((self.sector, *(file.spec.overlay for file in self.files)))


@dataclass(frozen=True, slots=True)
class Named:
    """A subject that a name on the command line means, by its sector; it is resolved only where it is asked for."""

    sector: str
    resolve: Callable[[], Subject]


def subjects_of(voice: Voice, names: Sequence[str], *, stack: bool = False) -> tuple[Subject, ...]:
    """Return the subject of each name: a sector id, or an overlay file for each sector that it extends.

    With `stack` the overlay files are laid over each other, in the order given, for each sector that all of them
    extend. Raises `RefusedError`, and `CommandError` for a sector that does not exist.
    """
    return tuple(each.resolve() for each in named_by(voice, names, stack=stack))


def named_by(voice: Voice, names: Sequence[str], *, stack: bool = False) -> list[Named]:
    """Return what `subjects_of` would, unresolved. Raises as it does, but for what does not fit together."""
    files = [overlay_file.read(path) for path in files_of(voice, names)]
    sectors = [sector_of(voice, name) for name in names if not is_file(name)]
    found = [Named(sector, partial(_shipped, sector)) for sector in sectors]
    stacks = [files] if stack and files else [[file] for file in files]
    for several in stacks:
        shared = [name for name in several[0].spec.extends if all(name in each.spec.extends for each in several)]
        found += [Named(name, partial(_laid, name, several)) for name in shared or several[0].spec.extends]
    return found


def _shipped(sector: str) -> Subject:
    base = library.protocol(sector)
    return Subject(sector, base, base)


def _laid(sector: str, files: Sequence[OverlayFile]) -> Subject:
    base = library.protocol(sector) if sector in library.sector_ids() else library.protocol(library.BASE)
    return Subject(sector, base, overlay_file.laid_over(base, sector, files), tuple(files))


def scenarios_of(voice: Voice, names: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Return the scenarios and exercises among the names, those in a folder that is named too; and the other names.

    Raises `CommandError` for the file of a whole protocol.
    """
    from meldcode.protocol import scenario_file  # noqa: PLC0415 - its schema takes long to make, and most need none

    found: list[Path] = []
    others: list[str] = []
    for name in names:
        path = Path(name)
        if is_folder(name):
            listed = scenario_file.files_in(path)
            _refuse_sectors(listed)
        else:
            listed = tuple(files_of(voice, [name]))
        scenarios = [each for each in listed if scenario_file.is_scenario(each)]
        found += scenarios
        others += [str(each) for each in listed if each not in scenarios] if listed else [name]
    return list(dict.fromkeys(found)), others


def tried_on(path: Path, sector: str) -> Protocol | None:
    """Return the protocol that a scenario beside an overlay is about, or None where it is that of its sector alone.

    Raises `RefusedError`.
    """
    overlay = path.absolute().parent.parent / "overlay.yaml"
    if path.absolute().parent.name != "scenarios" or not overlay.is_file():
        return None
    file = overlay_file.read(overlay)
    return library.overlaid(sector, [overlay]) if sector in file.spec.extends else None


def is_folder(name: str) -> bool:
    """Tell whether a name is that of a folder; the id of a sector is never taken for one."""
    return bool(name) and name not in library.sector_ids() and Path(name).is_dir()


def files_of(voice: Voice, names: Sequence[str]) -> list[Path]:
    """Return the overlay files among the names, each once; for a translation the overlay that it translates, told.

    Raises `CommandError` for the file of a whole protocol.
    """
    files: list[Path] = []
    for name in filter(is_file, names):
        path = Path(name)
        if path.name.endswith(ENGLISH):
            path = path.with_name(path.name.removesuffix(ENGLISH) + ".yaml")
            voice.note("author.translation", file=name, overlay=path)
        files.append(path)
    _refuse_sectors(files)
    return list(dict.fromkeys(files))


def _refuse_sectors(files: Sequence[Path]) -> None:
    """Raise `CommandError` for the file of a whole protocol: read as an overlay, all of it would seem wrong."""
    for path in files:
        if sector := overlay_file.sector_in(path):
            raise CommandError(Exit.USAGE, "author.whole_protocol", file=path, sector=sector)


def is_file(name: str) -> bool:
    """Tell whether a name is that of a file; a sector id has no dot and no slash."""
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
