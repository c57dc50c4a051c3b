"""What the program costs, as ratios within one run: `make bench`.

F is one `python -c pass` in the same environment, whole process, measured between the others; the median of each row is
divided by that of F. Seconds stand beside it for the work that is not a process (proofs). Ratios travel, seconds don't.
The rows are those of SPD in the requirements that the program has now; peers are not measured here. The program is laid
out as in a wheel, its content compiled.
"""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from meldcode.protocol import library
from meldcode.prove.proof import prove

ROUNDS = 11
CASES = 20_000
ANSWERS = {"direct_gevaar": "nee", "vermoeden": "ja", "veiligheid": "nee", "hulp": "ja", "acceptatie": "onbekend"}
CASE = {"sector": "onderwijs", "answers": ANSWERS}
ROOT = Path(__file__).parents[1]


def installed(folder: Path) -> Path:
    """Lay the program out in a folder as the wheel does; return the folder."""
    package = folder / "meldcode"
    shutil.copytree(ROOT / "src" / "meldcode", package)
    for name in ("protocols", "sectors"):
        shutil.copytree(ROOT / name, package / "_content" / name)
    library.compile_all(ROOT, package / "_content" / "compiled")
    return folder


def process(tree: Path, *arguments: str) -> Callable[[], None]:
    """Return a run of the program as its own process."""
    command = [sys.executable, "-m", "meldcode", *arguments]
    return lambda: _run(command, tree)


def _run(command: list[str], tree: Path) -> None:
    nowhere = subprocess.DEVNULL
    env = os.environ | {"PYTHONPATH": str(tree)}
    subprocess.run(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, env=env, check=False)


def medians(rows: dict[str, Callable[[], None]]) -> dict[str, float]:
    """Return the median seconds of each row; the rows take turns, so that a noisy minute hits all of them."""
    taken: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(ROUNDS):
        for name, run in rows.items():
            began = perf_counter()
            run()
            taken[name].append(perf_counter() - began)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def once(work: Callable[[], object]) -> float:
    """Return the seconds that something takes once."""
    began = perf_counter()
    work()
    return perf_counter() - began


def processes(folder: Path) -> dict[str, float]:
    """Return the whole-process rows as multiples of F."""
    case = folder / "case.json"
    case.write_text(json.dumps(CASE), encoding="utf-8")
    rows = {
        "F": lambda: _run([sys.executable, "-c", "pass"], folder),
        "SPD-01 --version": process(folder, "--version"),
        "SPD-02 --help": process(folder, "--help"),
        "SPD-06 advise, one case": process(folder, "advise", "-a", str(case)),
        "emergency": process(folder, "emergency"),
        "sectors --all": process(folder, "sectors", "--all"),
    }
    found = medians(rows)
    return {name: seconds / found["F"] for name, seconds in found.items()} | {"F in ms": found["F"] * 1000}


def work(folder: Path) -> dict[str, float]:
    """Return the rows that are work within a process, in seconds, or a second."""
    lines = folder / "cases.jsonl"
    lines.write_text(f"{json.dumps(CASE)}\n" * CASES, encoding="utf-8")
    changed = folder / "overlay.yaml"
    shutil.copy(ROOT / "examples" / "gemeente-voorbeeldstad" / "overlay.yaml", changed)
    impact = process(folder, "protocol", "impact", "onderwijs", str(changed), "--cases", str(lines))
    protocols = [library.protocol(sector) for sector in library.sector_ids()]
    prove(protocols[0])
    return {
        "SPD-07 advise on lines, results a second": CASES / once(process(folder, "advise", "-a", str(lines))),
        "SPD-08 impact on 100,000 lines, s": once(impact) * 100_000 / CASES,
        "SPD-09 prove the slowest sector, s": max(once(partial(prove, one)) for one in protocols),
        "SPD-09 prove all sectors, s": once(lambda: [prove(one) for one in protocols]),
    }


def main() -> None:
    """Print the rows and write them as JSON."""
    with tempfile.TemporaryDirectory() as name:
        folder = installed(Path(name))
        rows = processes(folder) | work(folder)
    machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}"
    print(machine)  # noqa: T201 - a report
    for row, value in rows.items():
        print(f"{row:45} {value:10.2f}")  # noqa: T201 - as above
    target = Path(__file__).parent / "last.json"
    target.write_text(json.dumps({"machine": machine, "rows": rows}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
