"""Fuzz every target in turn for some minutes: `python -m tests.fuzz [seconds] [seed] [target …]`.

The same seed tries the same things in the same order; how far it gets depends on the machine. What it finds is shown as
small as it can be made, and belongs in `test_found.py`.
"""

from __future__ import annotations

import sys
import time
from random import SystemRandom

import hypothesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.fuzz.targets import TARGETS

SECONDS = 300
AT_A_TIME = 200
"""Examples between two looks at the clock."""


def tried(name: str, seed: int, seconds: float) -> tuple[int, BaseException | None]:
    """Try one target for so long; return how many rounds it took and what was found."""
    until, rounds = time.monotonic() + seconds, 0
    careful = settings(max_examples=AT_A_TIME, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    while time.monotonic() < until:
        trial = hypothesis.seed(seed + rounds)(careful(given(some.data())(TARGETS[name])))
        try:
            trial()
        except Exception as error:  # noqa: BLE001 - whatever comes out is what we are looking for
            return rounds, error
        rounds += 1
    return rounds, None


def main(seconds: float, seed: int, names: list[str]) -> int:
    """Try the targets and return 1 if anything was found."""
    print(f"zaadje {seed}", flush=True)  # noqa: T201 - a program for a developer
    found = 0
    for name in names:
        rounds, error = tried(name, seed, seconds / len(names))
        said = "niets" if error is None else f"{type(error).__name__}: {error}"
        print(f"{name}: {rounds * AT_A_TIME} pogingen, gevonden: {said}", flush=True)  # noqa: T201 - as above
        if error is not None:
            found += 1
            print("\n".join(getattr(error, "__notes__", ())), flush=True)  # noqa: T201 - as above
    return 1 if found else 0


if __name__ == "__main__":
    given_seconds, given_seed, *given_names = [*sys.argv[1:], *[""] * (3 - len(sys.argv))][:2] + sys.argv[3:]
    chosen_seed = int(given_seed) if given_seed else SystemRandom().randrange(10**9)
    sys.exit(main(float(given_seconds or SECONDS), chosen_seed, given_names or list(TARGETS)))
