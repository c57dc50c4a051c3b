"""The offline bundle: one archive per platform from which meldcode installs without network."""

import gzip
import hashlib
import io
import shutil
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tools.supply.lock import OURS, Locked
from tools.supply.wheels import PYTHONS, Platform, Wheel

KIT = Path(__file__).with_name("kit")
UNTESTED = "\nOp {name} is deze installatie nog niet getest. Laat ons weten wat u ziet.\n"
NO_VAULT = (
    UNTESTED
    + "De kluis werkt op Windows nog niet: zaken bewaren kan dus niet. Advies (advise), contacten (contacts), 112\n"
    "(emergency) en oefenen (start --practice) zijn er wel voor gemaakt.\n"
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a bundle: our wheel, the packages and their wheels, the wheel of pip, and the papers by name."""

    ours: Wheel
    packages: Sequence[Locked]
    wheels: Sequence[Wheel]
    pip: Wheel
    papers: Mapping[str, str]


def lay_out(contents: Contents, platform: Platform, folder: Path) -> None:
    """Fill a new folder with everything a bundle has; its name is that of the archive. The list of sums comes last."""
    (folder / "wheels").mkdir(parents=True)
    (folder / "tools").mkdir()
    for wheel in (contents.ours, *contents.wheels):
        shutil.copyfile(wheel.path, folder / "wheels" / wheel.path.name)
    shutil.copyfile(contents.pip.path, folder / "tools" / contents.pip.path.name)
    for name in ("install.py", "install.cmd" if platform.system == "win32" else "install.sh"):
        shutil.copyfile(KIT / name, folder / name)
    # The only file with a line end of its own is the .cmd; papers are the same bytes wherever they are made.
    texts = {**contents.papers, "LEESMIJ.txt": _readme(contents, platform, folder.name)}
    texts |= {"VERSION": f"{contents.ours.version}\n", "requirements.txt": _requirements(contents)}
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    (folder / "SHA256SUMS").write_text(sums(folder), "utf-8", newline="\n")


def sums(folder: Path) -> str:
    """Return the SHA-256 of every file below a folder, as `sha256sum --check` reads them."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    return "".join(f"{_sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)


def pack(folder: Path, platform: Platform, *, epoch: int) -> Path:
    """Pack a folder beside itself: a zip for Windows, else a tar.gz. The same folder and moment give the same bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    target = folder.with_name(archive_name(folder.name, platform))
    if platform.system == "win32":
        _zip(files, folder.parent, target, epoch)
    else:
        _tar(files, folder.parent, target, epoch)
    return target


def archive_name(folder: str, platform: Platform) -> str:
    """Return the file name of a bundle."""
    return f"{folder}.zip" if platform.system == "win32" else f"{folder}.tar.gz"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _requirements(contents: Contents) -> str:
    """Return the lock of this bundle: only hashes of files that are in it, so that it can be checked by eye."""
    there = {wheel.sha256 for wheel in contents.wheels}
    ours = Locked(OURS, contents.ours.version, "", (contents.ours.sha256,), ())
    everything = (ours, *(package.narrowed(there) for package in contents.packages))
    return "\n".join(one.requirement() for one in everything) + "\n"


def _readme(contents: Contents, platform: Platform, name: str) -> str:
    windows = platform.system == "win32"
    caveat = NO_VAULT if windows else UNTESTED if platform.name != "linux-x86_64" else ""
    install = "install.cmd" if windows else "sh install.sh"
    link = "De opdracht meldcode wijst daarna naar deze versie: een koppeling in ~/.local/bin (anders: --command MAP)."
    text = (KIT / "LEESMIJ.txt").read_text("utf-8")
    return text.format(
        version=contents.ours.version,
        platform=platform.name,
        line="=" * 60,
        pythons=f"{PYTHONS[0]} tot en met {PYTHONS[-1]}",
        first=PYTHONS[0],
        last=PYTHONS[-1],
        archive=archive_name(name, platform),
        check=f"{install} --check",
        install=install,
        folder=r"%LOCALAPPDATA%\Programs\meldcode" if windows else "~/.local/opt/meldcode",
        link=r"U start het met Scripts\meldcode.exe in de map van de versie." if windows else link,
        unlink="" if windows else " en ~/.local/bin/meldcode",
        caveat=caveat.format(name=platform.name),
    )


def _mode(path: Path) -> int:
    return 0o755 if path.suffix == ".sh" else 0o644


def _tar(files: Sequence[Path], base: Path, target: Path, epoch: int) -> None:
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in files:
            entry = tarfile.TarInfo(path.relative_to(base).as_posix())
            entry.size, entry.mtime, entry.mode = path.stat().st_size, epoch, _mode(path)
            with path.open("rb") as content:
                archive.addfile(entry, content)
    # The wheels in it are packed already; a higher level costs seconds and wins nothing.
    target.write_bytes(gzip.compress(raw.getvalue(), compresslevel=1, mtime=epoch))


def _zip(files: Sequence[Path], base: Path, target: Path, epoch: int) -> None:
    moment = datetime.fromtimestamp(epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for path in files:
            entry = zipfile.ZipInfo(path.relative_to(base).as_posix(), moment)
            entry.create_system, entry.external_attr = 3, _mode(path) << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_STORED)
