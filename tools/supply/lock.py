"""What the lock files of `requirements/` say, as values."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from packaging.markers import Marker
from packaging.utils import canonicalize_name

OURS = "meldcode"


@dataclass(frozen=True, slots=True)
class Locked:
    """A package with its one version, the SHA-256 of every file that may be it, and the packages that ask for it."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    wanted_by: tuple[str, ...]

    def applies(self, environment: Mapping[str, str]) -> bool:
        """Tell whether this package is installed in an environment, such as `{"sys_platform": "win32"}`."""
        return not self.marker or Marker(self.marker).evaluate(environment)

    def narrowed(self, hashes: Collection[str]) -> "Locked":
        """Return the same package with only those of its files that are among these SHA-256 values."""
        return replace(self, hashes=tuple(one for one in self.hashes if one in hashes))

    def requirement(self) -> str:
        """Return the line of a requirements file that holds pip to these very files, whatever the environment."""
        return " \\\n    ".join((f"{self.name}=={self.version}", *(f"--hash=sha256:{one}" for one in self.hashes)))


def read(text: str) -> tuple[Locked, ...]:
    """Return the packages of a lock file. Raises `ValueError` for an entry without a version or a hash."""
    return tuple(_locked(entry) for entry in re.split(r"\n(?=[a-z0-9])", text.strip()))


def _locked(entry: str) -> Locked:
    head = re.match(r"([a-z0-9-]+)==([^\s;]+)(?: ; ([^\\]+?))? \\\n", entry)
    hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
    if not head or not hashes:
        raise ValueError(f"not a locked package: {entry.splitlines()[0]}")
    return Locked(head[1], head[2], head[3] or "", hashes, tuple(_wanted_by(entry)))


def _wanted_by(entry: str) -> Iterator[str]:
    for line in re.findall(r"^ {4}# +(?:via *)?(.*)$", entry, re.MULTILINE):
        if line and not line.startswith("-c "):
            yield canonicalize_name(line.partition(" ")[0])
