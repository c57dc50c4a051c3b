"""`make faults`: every fault, on every operation; ends with a table, and with exit code 1 if anything broke.

The vaults stand on a disk in memory where there is one, and those of the first operation once more on a real disk.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from tests.faults import figures, rot
from tests.faults.campaign import NAIVE, OPERATIONS, Field, Operation, errors, flush_again, kills
from tests.faults.promise import STUCK
from tests.faults.replay import losing, record
from tests.faults.server import Server
from tests.faults.strace import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
CUTS: Final = 3
WORKERS: Final = 2
IN_FULL: Final = ("append", "create")
CUT_FINELY: Final = ("append", "append after remains", "append each", "create", "keep", "receive")


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


def cut(place: Field, row: Row, fault: Fault | None = None, cuts: int = CUTS) -> None:
    """Look at every disk that a power cut can leave."""
    for broken in losing(place, record(place, fault), cuts=cuts):
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
    """Cut the power at every moment of trying again after each fsync failed.

    What writes many files leaves so many disks that writes are cut at fewer lengths there: none, all, and all but one.
    """
    cuts = CUTS if row.operation in CUT_FINELY else 0
    for at in (call.nth for call in place.calls() if call.name == "fsync"):
        cut(place, row, Fault("fsync", at, "error=EIO"), cuts)


def rotted(place: Field, row: Row) -> None:
    """Damage a file at every bit and every length; missed is what changes nothing that is read and is not told."""
    for line in place.asked("rot", place=row.operation).said:
        row.faults += line.get("damaged", 0)
        row.missed += line.get("unseen", 0)
        if "kind" in line:
            row.broken[line["kind"]] += 1
            row.words.append(f"{row.id}: {line['words']}")
        if "crashed" in line:
            row.broken[STUCK] += 1
            row.words.append(f"{row.id}: {line['crashed']} {line['at']}")


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
        rows.append(("DUR-04", one, cut_after_failure, memory))
        if one.do.startswith("append"):
            rows.append(("DUR-01 on disk", one, killed, disk))
    if not only:
        rows += [("DUR-08", Operation(one, "make rotting"), rotted, memory) for one in rot.PLACES]
    return sorted(rows, key=lambda job: job[0] != "DUR-03")


def measured_figures(where: Path) -> bool:
    """Print what is measured and not counted, and tell whether all of it is as asked."""
    fine = True
    for name, work in (("DUR-06", figures.dur_06), ("ENC-02", figures.enc_02)):
        with tempfile.TemporaryDirectory(dir=where) as folder:
            words, good = work(Path(folder))
        print(f"{name:15}{words}{'' if good else '   NOT AS ASKED'}")  # noqa: T201 - a report
        fine = fine and good
    return fine


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
    fine = measured_figures(Path(tempfile.gettempdir()))
    return int(any(row.broken for row in rows) or not teeth.broken["lost"] or not fine)


if __name__ == "__main__":
    sys.exit(main())
