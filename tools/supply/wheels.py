"""The wheels of the lock, fetched for a platform that need not be this one."""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from pathlib import Path

from packaging.utils import parse_wheel_filename

from tools.supply.lock import Locked

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
"""The versions of Python that a bundle serves."""


@dataclass(frozen=True, slots=True)
class Platform:
    """A kind of computer: our name for it, pip's name for its oldest system, and its `sys_platform`."""

    name: str
    tag: str
    system: str

    @property
    def environment(self) -> dict[str, str]:
        """What decides which of the locked packages it needs."""
        return {"sys_platform": self.system}


PLATFORMS = (
    Platform("linux-x86_64", "manylinux2014_x86_64", "linux"),
    Platform("linux-aarch64", "manylinux2014_aarch64", "linux"),
    Platform("macos-arm64", "macosx_11_0_arm64", "darwin"),
    Platform("macos-x86_64", "macosx_11_0_x86_64", "darwin"),
    Platform("windows-x86_64", "win_amd64", "win32"),
)


class NoWheelError(Exception):
    """The package index could not be reached, or has no wheel with a locked hash for a platform."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel file, the package it is, and what it says of itself."""

    path: Path
    name: str
    version: str
    sha256: str
    metadata: Message


def open_wheel(path: Path) -> Wheel:
    """Read what a wheel is. Nothing in it is run."""
    name, version, _, _ = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as archive:
        (inside,) = (one for one in archive.namelist() if one.endswith(".dist-info/METADATA") and one.count("/") == 1)
        metadata = Parser().parsestr(archive.read(inside).decode("utf-8"), headersonly=True)
    return Wheel(path, name, str(version), hashlib.sha256(path.read_bytes()).hexdigest(), metadata)


def fetch(packages: Iterable[Locked], platform: Platform, folder: Path) -> tuple[Wheel, ...]:
    """Put the wheels of the packages that a platform needs into a folder, for every Python of `PYTHONS`.

    pip checks each against the hashes of the lock. Raises `NoWheelError`.
    """
    folder.mkdir(parents=True)
    needed = [one for one in packages if one.applies(platform.environment)]
    asked = folder / "asked.txt"
    # pip judges markers by the computer it runs on, so they are judged here and left out.
    asked.write_text("\n".join(one.requirement() for one in needed) + "\n", "utf-8")
    for python in PYTHONS:
        _download(asked, platform, python, folder)
    asked.unlink()
    return tuple(open_wheel(path) for path in sorted(folder.iterdir()))


def _download(asked: Path, platform: Platform, python: str, folder: Path) -> None:
    target = ["--platform", platform.tag, "--python-version", python, "--implementation", "cp"]
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
    strict = ["--only-binary", ":all:", "--no-deps", "--require-hashes"]
    command = [sys.executable, "-m", "pip", "download", *quiet, *strict, *target, "-d", str(folder), "-r", str(asked)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own arguments
    if done.returncode:
        # pip also names the index it asked; only what is missing is said.
        missing = [line for line in done.stderr.splitlines() if line.startswith("ERROR") and "://" not in line]
        raise NoWheelError(f"{platform.name}, Python {python}: {' '.join(missing) or 'the index cannot be reached'}")
