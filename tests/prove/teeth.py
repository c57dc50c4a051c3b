"""How sharp the proof is, at length: `python -m tests.prove.teeth [SECTOR …] [--each N]`, or `make teeth`.

For each sector: mutants that random answers show to be wrong while the proof does not say so (or the other way round),
and random walks on which the engine and the second reading of the format differ. Then small protocols of which every
answer is tried. Ends with figures; what escaped is said where it is found.
"""

from __future__ import annotations

import argparse
import sys

from tests.prove.mutants import mutants
from tests.prove.naive import Naive
from tests.prove.samples import answers, dice
from tests.prove.shipped import SECTORS, protocol_of
from tests.prove.test_mutants import escaped
from tests.prove.test_small import differs
from tests.prove.test_walk import disagreements

SAMPLES = 8
MUTANTS = 500
WALKS = 100_000
SMALL = 1_000
FIRST_SEED = 10_000
"""Seeds of small protocols from here on, so that they are others than those of the tests."""


def said(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def sharpness(sector: str, each: int) -> int:
    """Say which mutants escaped; return how many."""
    every = list(mutants(protocol_of(sector)))
    tried = dice(sector).sample(every, min(each, len(every)))
    found = list(escaped(tried, SAMPLES))
    for line in found:
        said(f"  {line}")
    said(f"{sector}: {len(tried)} of {len(every)} mutants, {len(found)} escaped")
    return len(found)


def agreement(sector: str, walks: int) -> int:
    """Say on how many random walks the engine and the second reading differ; return how many."""
    protocol, random = protocol_of(sector), dice(f"walks of {sector}")
    naive, count = Naive(protocol), 0
    for number in range(walks):
        given = answers(protocol, random, left_out=(number % 4) / 5)
        for line in disagreements(protocol, naive, given):
            said(f"  {sector} {line}: {given}")
            count += 1
    said(f"{sector}: {walks} random walks, {count} differences with the second reading")
    return count


def exhaustion(amount: int) -> int:
    """Say for how many small protocols the proof differs from trying every answer; return how many."""
    wrong = [seed for seed in range(FIRST_SEED, FIRST_SEED + amount) if differs(seed)]
    said(f"{amount} small protocols, every answer tried: {len(wrong)} differ {wrong or ''}".rstrip())
    return len(wrong)


def main() -> int:
    """Try everything; return 1 when something escaped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sectors", nargs="*", metavar="SECTOR")
    parser.add_argument("--each", type=int, default=MUTANTS, metavar="N", help="mutants of each sector, at random")
    given = parser.parse_args()
    sectors = given.sectors or SECTORS
    count = sum(sharpness(sector, given.each) for sector in sectors)
    count += sum(agreement(sector, WALKS // len(SECTORS) + 1) for sector in sectors)
    count += 0 if given.sectors else exhaustion(SMALL)
    said(f"{count} escaped" if count else "nothing escaped")
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
