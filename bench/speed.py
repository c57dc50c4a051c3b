"""What the program costs, beside its peers, in one run: `make bench`.

F is one `python -c pass` in the same environment, whole process, in turns with the others. Ratios travel between
machines, seconds don't: a ratio that grew by more than 20 % since the recorded run is named. `--strict` makes that exit
code 1. `--record` makes this run the recorded one: results.json and docs/bench.svg.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from bench import interactive, throughput
from bench.chart import drawing
from bench.place import ROOT, Place, machine
from bench.rows import record, regressions, table

RECORDED = Path(__file__).parent / "results.json"
CHART = ROOT / "docs" / "bench.svg"


def main() -> int:
    """Measure, print, compare, and record when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Place(Path(name))
        f, rows = interactive.measured(place)
        rows += throughput.measured(place, f)
    about = machine() | {"F in ms": round(f * 1000, 1)}
    lines = [", ".join(f"{key} {value}" for key, value in about.items()), *table(rows)]
    grown = list(regressions(rows, RECORDED))
    sys.stdout.write("\n".join([*lines, *grown]) + "\n")
    if options.record:
        record(rows, about, RECORDED)
        CHART.write_text(drawing(rows, about), encoding="utf-8")
    return 1 if grown and options.strict else 0


if __name__ == "__main__":
    sys.exit(main())
