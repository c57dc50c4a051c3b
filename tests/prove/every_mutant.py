"""All mutants of a protocol, which takes minutes: `python -m tests.prove.every_mutant [SECTOR …]`."""

from __future__ import annotations

import sys

from tests.prove.mutants import mutants
from tests.prove.shipped import SECTORS, protocol_of
from tests.prove.test_mutants import escaped

SAMPLES = 8


def main(sectors: list[str]) -> int:
    """Say which mutants escaped; return how many."""
    count = 0
    for sector in sectors or SECTORS:
        tried = list(mutants(protocol_of(sector)))
        found = list(escaped(tried, SAMPLES))
        count += len(found)
        sys.stdout.write("".join(f"{line}\n" for line in (*found, f"{sector}: {len(tried)} mutants")))
        sys.stdout.flush()
    return count


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
