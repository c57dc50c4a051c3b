"""The rows of a run: what was measured, against what it may cost, beside its peers; printed, compared and recorded."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

TOLERANCE = 1.2
"""A ratio that grew by more than this is named."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement in a unit, with the most (for `/s` the least) that is asked, 0 for nothing.

    `ratio` is what travels between machines: less is better.
    """

    id: str
    what: str
    value: float
    unit: str
    asked: float
    ratio: float
    peers: Mapping[str, float] = field(default_factory=dict)

    @property
    def misses(self) -> bool:
        """Tell whether it costs more than is asked."""
        if not self.asked:
            return False
        return self.value < self.asked if self.unit == "/s" else self.value > self.asked


@dataclass(frozen=True, slots=True)
class Measure:
    """Makes rows of seconds; `f` is F in seconds."""

    f: float

    def in_f(self, name: str, what: str, taken: float, asked: float = 0, **peers: float) -> Row:
        """Return a row in multiples of F."""
        beside = {peer: value / self.f for peer, value in peers.items()}
        return Row(name, what, taken / self.f, "F", asked, taken / self.f, beside)

    def in_seconds(self, name: str, what: str, taken: float, asked: float, **peers: float) -> Row:
        """Return a row in seconds; F makes it travel."""
        return Row(name, what, taken, "s", asked, taken / self.f, peers)


def table(rows: list[Row]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'':8} {'':44} {'measured':>12}    {'asked':>10}   peers"
    for row in rows:
        sign = "≥" if row.unit == "/s" else "≤"
        asked = f"{sign} {row.asked:,.5g}" if row.asked else ""
        peers = ", ".join(f"{name} {value:,.4g}" for name, value in row.peers.items())
        miss = "!" if row.misses else " "
        yield f"{row.id:8} {row.what:44} {row.value:>12,.4g} {row.unit:3}{asked:>10} {miss} {peers}".rstrip()


def regressions(rows: list[Row], recorded: Path) -> Iterator[str]:
    """Yield a line for each ratio that grew too much since the recorded run; nothing where there is none."""
    if not recorded.exists():
        return
    before = {f"{row['id']} {row['what']}": row["ratio"] for row in json.loads(recorded.read_text("utf-8"))["rows"]}
    for row in rows:
        old = before.get(f"{row.id} {row.what}")
        if old and row.ratio > old * TOLERANCE:
            yield f"{row.id} {row.what}: {row.ratio / old:.2f} times the recorded ratio"


def record(rows: list[Row], machine: Mapping[str, object], target: Path) -> None:
    """Write the run."""
    content = {"machine": machine, "rows": [asdict(row) for row in rows]}
    target.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
