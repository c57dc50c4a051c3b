"""The shipped content: where it is, how it is read, and how it is compiled when the wheel is built.

The only module that opens content files. In a wheel the compiled JSON is read, without YAML and without pydantic; in a
checkout everything is compiled on the fly.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from meldcode.protocol import codec
from meldcode.protocol.diagnostics import ContentDamagedError, nearest
from meldcode.protocol.directory import Directory, Index, Region, SectorEntry
from meldcode.protocol.model import Protocol
from meldcode.protocol.training import Training

if TYPE_CHECKING:
    from meldcode.protocol.source import Content

BASE = "algemeen"
"""Id of the base model as it is, for professions without a sector of their own."""

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = _PACKAGE / "_content"
_CHECKOUT = _PACKAGE.parent.parent


class UnknownSectorError(LookupError):
    """There is no protocol for this sector; `meant` is the nearest one, or empty."""

    def __init__(self, sector: str, meant: str) -> None:
        """Keep both names."""
        self.sector, self.meant = sector, meant
        super().__init__(sector)


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with its Veilig Thuis region (CBS/PDOK Gebiedsindelingen 2025, CC BY 4.0)."""

    name: str
    province: str
    region: str
    aliases: tuple[str, ...]


def content_root() -> Path:
    """Return the folder that holds `protocols/` and `sectors/`."""
    return _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT


def sector_ids(root: Path | None = None) -> tuple[str, ...]:
    """Return the ids of all sectors, the base model first."""
    folder = (root or content_root()) / "sectors"
    return (BASE, *sorted(path.parent.name for path in folder.glob("*/sector.yaml")))


def protocol(sector: str) -> Protocol:
    """Return the protocol of a sector.

    Raises `UnknownSectorError`, or `RefusedError` when the content in a checkout is faulty.
    """
    if sector not in sector_ids():
        raise UnknownSectorError(sector, nearest(sector, sector_ids()))
    ready = _ready(f"{sector}.json")
    return cast("Protocol", ready) if ready else _content().protocol(sector)


def overlaid(sector: str, files: Sequence[Path]) -> Protocol:
    """Return the protocol of a sector with these overlay files laid over it, in order; raises `RefusedError` too."""
    base = protocol(sector)
    if not files:
        return base
    from meldcode.protocol import overlay_file  # noqa: PLC0415 - YAML and pydantic, only where there is an overlay

    return overlay_file.laid_over(base, sector, [overlay_file.read(path) for path in files])


def index() -> Index:
    """Return which protocols there are, the base model last, and which one is for whom."""
    ready = _ready("index.json")
    return cast("Index", ready) if ready else _content().index()


def sectors() -> tuple[SectorEntry, ...]:
    """Return the index of all protocols, the base model last."""
    return index().sectors


def directory() -> Directory:
    """Return all contacts and regions."""
    ready = _ready("contacts.json")
    return cast("Directory", ready) if ready else _content().shared().directory


def training() -> Training:
    """Return the training offers, accreditation, and what good training holds."""
    ready = _ready("training.json")
    return cast("Training", ready) if ready else _content().training()


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Return all municipalities, in the order of the file."""
    path = content_root() / "protocols" / "municipalities.csv"
    with path.open(encoding="utf-8", newline="") as file:
        try:
            return tuple(
                Municipality(
                    row["gemeente"], row["provincie"], row["vt_code"], tuple(filter(None, row["alias"].split("|")))
                )
                for row in csv.DictReader(file)
            )
        except (UnicodeDecodeError, csv.Error, KeyError, AttributeError):
            raise ContentDamagedError(path.name) from None


@cache
def region_of(municipality: str) -> Region | None:
    """Return the Veilig Thuis region of a municipality by its exact name, or None."""
    region = next((each.region for each in municipalities() if each.name == municipality), "")
    return directory().regions.get(region) if region else None


def compile_all(source: Path, target: Path) -> None:
    """Write every protocol of a source folder as compiled JSON; raises `RefusedError` when anything is faulty."""
    from meldcode.protocol.source import Content  # noqa: PLC0415 - YAML and pydantic, only when compiling

    content = Content(source)
    target.mkdir(parents=True, exist_ok=True)
    for sector in sector_ids(source):
        (target / f"{sector}.json").write_text(codec.encode(content.protocol(sector)), encoding="utf-8")
    (target / "index.json").write_text(codec.encode(content.index()), encoding="utf-8")
    (target / "contacts.json").write_text(codec.encode(content.shared().directory), encoding="utf-8")
    (target / "training.json").write_text(codec.encode(content.training()), encoding="utf-8")


def _ready(name: str) -> object | None:
    """Return what was compiled when the wheel was built, or None where nothing was; raises `ContentDamagedError`."""
    path = _SHIPPED / "compiled" / name
    if not path.is_file():
        return None
    try:
        return codec.decode(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise ContentDamagedError(name) from None


@cache
def _content() -> "Content":
    from meldcode.protocol.source import Content  # noqa: PLC0415 - YAML and pydantic, only in a checkout

    return Content(content_root())
