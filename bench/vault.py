"""What the vault costs (DUR-14): append, verify and unlock, in seconds and megabytes: `make bench`.

The vault stands in the folder for temporary files; whether that is a disk or memory decides most of the append.
"""

import resource
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import perf_counter

from meldcode.vault import setup
from meldcode.vault.store import Vault
from meldcode.vault.verify import verify

PASSPHRASE = "fiets lampion zeester kompas"  # noqa: S105 - of a vault that is thrown away
RECORDS = 200
ROUNDS = 100
BODY = {"type": "answered", "question": "weging", "value": "x" * 300}
FACTS = {"sector": "onderwijs", "step": "signalen"}


def clock() -> datetime:
    """Give the time with its zone."""
    return datetime.now().astimezone()


def taken(work: Callable[[], object], rounds: int) -> list[float]:
    """Return the seconds of each round."""
    seconds = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        seconds.append(perf_counter() - began)
    return seconds


def filled(path: Path) -> tuple[Vault, str]:
    """Make a vault with one case of 200 records."""
    pending = setup.prepare(path, PASSPHRASE, clock=clock, who="bench", accept_place=True)
    vault = pending.confirm(setup.grouped(pending.recovery_code)[-1])
    code = vault.create(BODY, FACTS)
    for _ in range(RECORDS - 1):
        vault.append(code, BODY, FACTS)
    return vault, code


def main() -> None:
    """Print the rows with what is asked of them."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "kluis"
        vault, code = filled(path)
        checking = statistics.median(taken(lambda: verify(vault, code), 11))
        adding = taken(lambda: vault.append(code, BODY, FACTS), ROUNDS)
        unlocking = statistics.median(taken(lambda: setup.open_vault(path, PASSPHRASE, clock=clock, who="x"), 5))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    rows = (
        (f"DUR-14 append after {RECORDS} records, median, ms", statistics.median(adding) * 1000, ""),
        (f"DUR-14 append after {RECORDS} records, 99th of 100, ms", sorted(adding)[-2] * 1000, "at most 50"),
        (f"DUR-14 verify of {RECORDS} records, ms", checking * 1000, "at most 60"),
        ("DUR-14 unlock, ms", unlocking * 1000, "at most 1000"),
        ("DUR-14 peak of the whole process, MB", peak, "at most 160"),
    )
    for row, value, asked in rows:
        print(f"{row:45} {value:10.2f}   {asked}")  # noqa: T201 - a report


if __name__ == "__main__":
    main()
