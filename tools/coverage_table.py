"""A table of the coverage of each package of the program, and exit code 1 where one stays below its limit.

Reads what `coverage json` writes, from standard input. A percentage counts lines and branches together, rounded down.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WHOLE: Final = frozenset({"case", "protocol", "prove"})
"""Packages of which every line and branch is run: they decide what is advised."""

LIMIT: Final = 90
"""Percent, for every other package."""

NAMES: Final = ("num_statements", "missing_lines", "num_branches", "missing_branches")


@dataclass(frozen=True)
class Row:
    """What was counted in a package."""

    package: str
    lines: int
    missing_lines: int
    branches: int
    missing_branches: int

    @property
    def percent(self) -> float:
        """Whole tenths, rounded down: 100 is said of nothing less."""
        there = self.lines + self.branches
        return 1000 * (there - self.missing_lines - self.missing_branches) // there / 10 if there else 100.0

    @property
    def limit(self) -> int:
        """Percent that this package must have."""
        return 100 if self.package in WHOLE else LIMIT

    @property
    def enough(self) -> bool:
        """Whether it has that."""
        return self.percent >= self.limit


def rows(files: Mapping[str, Any]) -> list[Row]:
    """Return a row for each package, by name; a module outside one counts as the package `.`."""
    counted: dict[str, list[int]] = defaultdict(lambda: [0] * len(NAMES))
    for path, file in files.items():
        parts = PurePath(path).parts
        within = parts[parts.index("meldcode") + 1 :]
        package = within[0] if len(within) > 1 else "."
        counted[package] = [sum(pair) for pair in zip(counted[package], _counts(file["summary"]), strict=True)]
    return [Row(package, *numbers) for package, numbers in sorted(counted.items())]


def _counts(summary: Mapping[str, int]) -> list[int]:
    return [summary[name] for name in NAMES]


def missing(files: Mapping[str, Any]) -> Iterable[str]:
    """Yield for each file of a package that must be whole what was not run there."""
    for path, file in sorted(files.items()):
        if WHOLE & set(PurePath(path).parts):
            arcs = [f"{start}->{end if end > 0 else 'exit'}" for start, end in file["missing_branches"]]
            found = [str(line) for line in file["missing_lines"]] + arcs
            if found:
                yield f"{path}: {', '.join(found)}"


def table(found: Iterable[Row]) -> str:
    """Return the rows as text, a package that stays below its limit with a mark."""
    lines = [f"{'package':<12}{'lines':>8}{'missing':>9}{'branches':>10}{'missing':>9}{'percent':>9}{'limit':>7}"]
    for row in found:
        counts = f"{row.lines:>8}{row.missing_lines:>9}{row.branches:>10}{row.missing_branches:>9}"
        lines.append(f"{row.package:<12}{counts}{row.percent:>9.1f}{row.limit:>7}{'' if row.enough else '  too low'}")
    return "\n".join(lines)


def main() -> int:
    """Print the table, and what is missing where nothing may be."""
    files = json.load(sys.stdin)["files"]
    found = rows(files)
    sys.stdout.write("\n".join([*missing(files), table(found)]) + "\n")
    return 0 if found and all(row.enough for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
