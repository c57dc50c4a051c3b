"""Our own wheel and source distribution, built twice so that a release is known to be reproducible."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

CONTENT = "meldcode/_content/"


class DifferentError(Exception):
    """The wheel from the source distribution is not the wheel from the tree."""


def build(root: Path, scratch: Path, *, epoch: int) -> tuple[Path, Path]:
    """Build the wheel and the source distribution of a source tree and return their paths in a scratch folder.

    The wheel is built once more, from the source distribution and with another umask. Raises `DifferentError`.
    """
    wheel = _hatchling(root, scratch / "wheel", "wheel", epoch, umask=0o022)
    sdist = _hatchling(root, scratch / "sdist", "sdist", epoch, umask=0o022)
    again = _from_sdist(sdist, scratch / "again", epoch)
    if again.read_bytes() != wheel.read_bytes():
        raise DifferentError(f"{sdist.name} does not build the same {wheel.name}")
    return wheel, sdist


def content_sums(wheel: Path) -> str:
    """Return the SHA-256 of every protocol, sector and exercise in a wheel, and of what they compile to."""
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith(CONTENT))
        digests = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names}
    return "".join(f"{digest}  {name.removeprefix(CONTENT)}\n" for name, digest in digests.items())


def protocol_digests(root: Path) -> str:
    """Return a line for each sector of a source tree: its name, the version and the digest of its protocol."""
    from meldcode.protocol.library import sector_ids  # noqa: PLC0415  # the rest needs no meldcode
    from meldcode.protocol.source import Content  # noqa: PLC0415  # as above

    content = Content(root)
    protocols = {sector: content.protocol(sector) for sector in sorted(sector_ids(root))}
    return "".join(f"{sector}\t{one.version}\t{one.digest}\n" for sector, one in protocols.items())


def _hatchling(root: Path, target: Path, kind: str, epoch: int, *, umask: int) -> Path:
    return _made(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)], root, target, epoch, umask
    )


def _from_sdist(sdist: Path, target: Path, epoch: int) -> Path:
    alone = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "wheel", *alone, "--wheel-dir", str(target), str(sdist)]
    return _made(command, sdist.parent, target, epoch, 0o077)


def _made(command: list[str], folder: Path, target: Path, epoch: int, umask: int) -> Path:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    subprocess.run(command, cwd=folder, env=environment, umask=umask, check=True, capture_output=True)  # noqa: S603  # our own arguments
    (made,) = target.iterdir()
    return made
