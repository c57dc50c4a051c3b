"""`make faults`: every fault, on every operation; ends with a table, and with exit code 1 if anything broke.

The vaults stand on a disk in memory where there is one, and those of the first operation once more on a real disk.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from tests.faults.campaign import NAIVE, OPERATIONS, Field, errors, flush_again, kills
from tests.faults.replay import losing, record
from tests.faults.server import Server
from tests.faults.strace import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.faults.campaign import Operation

MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
CUTS: Final = 3
WORKERS: Final = 2
IN_FULL: Final = ("append", "create")


@dataclass(slots=True)
class Row:
    """One line of the table; `missed` are faults that did not strike."""

    id: str
    operation: str
    faults: int = 0
    missed: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, what: object, broken: Iterable[tuple[str, str]]) -> None:
        """Count one fault and what it broke."""
        self.faults += 1
        for kind, words in broken:
            self.broken[kind] += 1
            self.words.append(f"{self.id} {self.operation}: {what}: {words}")


def struck(place: Field, row: Row, faults: Iterable[Fault]) -> None:
    """Let every fault strike once; an fsync that is made again after it failed counts as broken."""
    for fault in faults:
        outcome = place.hurt(fault)
        row.missed += not outcome.struck
        again = [("silent", "fsync again")] if fault.name == "fsync" and flush_again(outcome.calls) else []
        row.add(fault.option(), [*outcome.broken, *again])


def cut(place: Field, row: Row, fault: Fault | None = None) -> None:
    """Look at every disk that a power cut can leave."""
    for broken in losing(place, record(place, fault), cuts=CUTS):
        row.add("a power cut", broken)


def killed(place: Field, row: Row) -> None:
    """Kill at every call."""
    struck(place, row, kills(place.calls()))


def failed(place: Field, row: Row) -> None:
    """Fail every call with every error."""
    struck(place, row, errors(place.calls()))


def failed_in_turn(place: Field, row: Row) -> None:
    """Fail every call with two errors, the next call with the next two."""
    struck(place, row, errors(place.calls(), 2))


def cut_after_failure(place: Field, row: Row) -> None:
    """Cut the power at every moment of trying again after each fsync failed; after two faults a repair is allowed."""
    for at in (call.nth for call in place.calls() if call.name == "fsync"):
        cut(place, row, Fault("fsync", at, "error=EIO"))


Job = tuple[str, "Operation", "Callable[[Field, Row], None]", Path]


def measured(job: Job) -> Row:
    """Do one line of the table in a folder of its own, with a server of its own."""
    name, operation, work, where = job
    row = Row(name, operation.do)
    began = monotonic()
    with tempfile.TemporaryDirectory(dir=where) as folder, Server() as server:
        work(Field(Path(folder) / "field", server, operation), row)
    row.seconds = monotonic() - began
    return row


def jobs(only: list[str]) -> list[Job]:
    """List the lines of the table."""
    disk = Path(tempfile.gettempdir())
    memory = MEMORY if MEMORY.is_dir() else disk
    chosen = [one for one in OPERATIONS.values() if not only or one.do in only]
    rows: list[Job] = []
    for one in chosen:
        failing = failed if one.do in IN_FULL else failed_in_turn
        rows += [("DUR-01", one, killed, memory), ("DUR-02", one, cut, memory), ("DUR-03", one, failing, memory)]
    for one in chosen:
        if one.do.startswith("append"):
            rows += [
                ("DUR-04", replace(one, how={"repaired": True}), cut_after_failure, memory),
                ("DUR-01 on disk", one, killed, disk),
            ]
    return sorted(rows, key=lambda job: job[0] != "DUR-03")


def main() -> int:
    """Print the table, and first whatever broke."""
    with ThreadPoolExecutor(WORKERS) as pool:
        rows = list(pool.map(measured, jobs(sys.argv[1:])))
    teeth = measured(("teeth", NAIVE, killed, Path(tempfile.gettempdir())))
    for words in dict.fromkeys(words for row in rows for words in row.words):
        print(words)  # noqa: T201 - a report
    print(f"{'id':15}{'operation':22}{'faults':>7}{'missed':>7}{'lost':>6}{'silent':>7}{'stuck':>6}{'seconds':>9}")  # noqa: T201
    for row in [*sorted(rows, key=lambda row: row.id), teeth]:
        counts = "".join(f"{row.broken[kind]:>{width}}" for kind, width in (("lost", 6), ("silent", 7), ("stuck", 6)))
        print(f"{row.id:15}{row.operation:22}{row.faults:7}{row.missed:7}{counts}{row.seconds:9.1f}")  # noqa: T201
    print(f"{sum(row.faults for row in rows)} faults; the naive store must lose")  # noqa: T201
    return int(any(row.broken for row in rows) or not teeth.broken["lost"])


if __name__ == "__main__":
    sys.exit(main())
