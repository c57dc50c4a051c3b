"""SPD-07 to SPD-11: many cases at once, beside those who decide or list many things; and what memory it takes."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle, islice
from random import Random

from bench import many, peers
from bench.interactive import ANSWERS
from bench.place import BIN, MELDCODE, PYTHON, ROOT, Place, taken
from bench.rows import Measure, Row
from meldcode.case.random_walk import walks
from meldcode.case.values import Plain, plain
from meldcode.protocol import library
from meldcode.prove.proof import prove

LINES = 10_000
HUNDRED_THOUSAND = 100_000
WALKS = 5_000
"""Walks that differ; a file of more lines has them again."""
CASES = 10_000
DECISIONS = 10_000
ROUNDS = 2
UNLOCKINGS = 9
"""Rounds of what is measured less an unlocking: that takes far more than what is left, so both need a quiet round."""


def measured(place: Place, f: float) -> list[Row]:
    """Return the rows; F is in seconds."""
    return [*_lines(place, f), *_proofs(f), *_vault(place, f), *_memory(place)]


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the least seconds of a few rounds: what others do on the machine only adds."""
    return min(taken(work) for _ in range(rounds))


def _lines(place: Place, f: float) -> list[Row]:
    shutil.copy(ROOT / "examples" / "gemeente-voorbeeldstad" / "overlay.yaml", place.folder / "overlay.yaml")
    decided = _decisions()
    rates = {name: 1 / each for name, each in decided.items()}
    batch = {"zen-engine batch": decided["zen-engine batch"] * HUNDRED_THOUSAND}
    kinds: dict[str, Sequence[Mapping[str, Plain]]] = {
        "five equal answers": [ANSWERS],
        "whole walks": list(_walked(WALKS)),
    }
    rows = []
    for kind, answers in kinds.items():
        few, all_lines = _written(place, answers, LINES), _written(place, answers, HUNDRED_THOUSAND)
        advised = best(place.process([MELDCODE, "advise", "-a", few])) / LINES
        impact = best(
            place.process([MELDCODE, "protocol", "impact", "onderwijs", "overlay.yaml", "--cases", all_lines])
        )
        rows += [
            Row("SPD-07", f"advise on lines, {kind}", 1 / advised, "/s", 5000, advised / f, rates),
            Measure(f).in_seconds("SPD-08", f"impact on 100,000 lines, {kind}", impact, 0.5, **batch),
        ]
    return rows


def _walked(amount: int) -> Iterator[Mapping[str, Plain]]:
    """Yield the answers of random walks to their end, the same in every run."""
    states = walks(library.protocol("onderwijs"), Random(7), {})  # noqa: S311 - guards no secret
    for state in islice(states, amount):
        yield {name: plain(value) for name, value in state.answers.items()}


def _written(place: Place, answers: Sequence[Mapping[str, Plain]], amount: int) -> str:
    """Write so many lines with these answers, over and over, and return the name of the file."""
    path = place.folder / f"zaken-{amount}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, given in enumerate(islice(cycle(answers), amount)):
            file.write(json.dumps({"id": f"Z{number}", "sector": "onderwijs", "answers": given}) + "\n")
    return str(path)


def _decisions() -> dict[str, float]:
    """Return the seconds a decision of each peer."""
    zen, cases = peers.Zen(), [ANSWERS] * DECISIONS
    work = {
        "zen-engine batch": zen.batch,
        "zen-engine": zen.single,
        "SpiffWorkflow": peers.Spiff().single,
    }
    return {name: best(partial(decide, cases)) / DECISIONS for name, decide in work.items()}


def _proofs(f: float) -> list[Row]:
    protocols = [library.protocol(sector) for sector in library.sector_ids()]
    prove(protocols[0])
    each = [best(partial(prove, one)) for one in protocols]
    return [
        Measure(f).in_seconds("SPD-09", "protocol prove, the slowest sector", max(each), 1),
        Measure(f).in_seconds("SPD-09", "protocol prove, all sectors", sum(each), 10),
    ]


def _vault(place: Place, f: float) -> list[Row]:
    shutil.rmtree(place.vault, ignore_errors=True)
    vault, listed = many.empty(place.vault), [MELDCODE, "list", "--passphrase-fd", "{fd}"]
    unlocking = best(place.process(listed, many.PASSPHRASE), UNLOCKINGS)
    many.fill(vault, CASES)
    listing = best(place.process(listed, many.PASSPHRASE), UNLOCKINGS) - unlocking
    exporting = {form: _exporting(place, form) - unlocking for form in ("json", "csv")}
    written = json.loads((place.folder / "zaken.json").read_text("utf-8"))
    rows = place.folder / "rows.db"
    flat = [{"code": number, **ANSWERS} for number in range(CASES)]
    (place.folder / "rows.json").write_text(json.dumps(flat), encoding="utf-8")
    tool = str(BIN / "sqlite-utils")
    place.process([tool, "insert", str(rows), "zaken", "rows.json"])()
    peer = {"sqlite-utils rows": best(place.process([tool, "rows", str(rows), "zaken"]))}
    dumped = {"json module, whole file, s": best(lambda: json.dumps(written))}
    return [
        Measure(f).in_f("SPD-10", f"list of {CASES:,} cases, unlocked", listing, 4, **peer),
        *(_a_record(form, seconds, f, dumped) for form, seconds in exporting.items()),
    ]


def _exporting(place: Place, form: str) -> float:
    """Return the seconds of an export of all cases."""
    target = str(place.folder / f"zaken.{form}")
    command = [MELDCODE, "export", "--all", "--format", form, "--output", target, "--passphrase-fd", "{fd}"]
    return taken(place.process(command, many.PASSPHRASE))


def _a_record(form: str, seconds: float, f: float, beside: Mapping[str, float]) -> Row:
    """Return the row of what one record of an export costs, in milliseconds."""
    each = seconds / (CASES * (1 + len(many.STEP_ONE)))
    return Row("SPD-10", f"export of {CASES:,} cases as {form}, a record", each * 1000, "ms", 0.3, each / f, beside)


def _memory(place: Place) -> list[Row]:
    """Return peaks of what needs no vault, each under a small parent: a child starts with the peak of its parent."""
    tool = [str(BIN / "sqlite-utils"), "rows", str(place.folder / "rows.db"), "zaken"]
    commands = {"advise": ["advise", "-a", "zaak.json"], "sectors": ["sectors", "--all"], "help": ["--help"]}
    beside = {"sqlite-utils rows": _peak(place, tool)}
    peaks = {name: _peak(place, [MELDCODE, *words]) for name, words in commands.items()}
    return [Row("SPD-11", f"peak of {name}", peak, "MiB", 40, peak, beside) for name, peak in peaks.items()]


SMALL = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def _peak(place: Place, command: list[str]) -> float:
    asked = [PYTHON, "-c", SMALL, *command]
    done = subprocess.run(asked, cwd=place.folder, env=place.env, capture_output=True, check=True)
    return float(done.stdout)
