"""The chart for the docs: every row beside what it may cost and beside its peers, as static SVG."""

from collections.abc import Iterator, Mapping
from html import escape

from bench.rows import Row

WIDE, LEFT, RIGHT = 880, 330, 120
BAR, GAP, TOP = 14, 12, 60
OURS, OTHERS, LIMIT = "#1f4e79", "#a7b6c2", "#b00020"


def drawing(rows: list[Row], machine: Mapping[str, object]) -> str:
    """Return the rows that are multiples of F, as bars."""
    bars = list(_bars([row for row in rows if row.unit == "F"]))
    high = TOP + len(bars) * (BAR + 4) + GAP * sum(row.unit == "F" for row in rows) + 20
    scale = (WIDE - LEFT - RIGHT) / max(value for _, value, _, _ in bars)
    return "\n".join([*_head(high, machine), *_drawn(bars, scale), "</svg>", ""])


def _bars(rows: list[Row]) -> Iterator[tuple[str, float, str, float]]:
    """Yield for each bar its words, its length in F, its colour, and what was asked (0: nothing)."""
    for row in rows:
        yield f"{row.id} {row.what}", row.value, OURS, row.asked
        for name, value in row.peers.items():
            yield name, value, OTHERS, 0


def _head(high: int, machine: Mapping[str, object]) -> Iterator[str]:
    about = escape(", ".join(f"{key} {value}" for key, value in machine.items()))
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" font-family="sans-serif" font-size="12"'
    yield '  role="img" aria-labelledby="title about">'
    yield '<title id="title">meldcode naast andere programma&#8217;s, in veelvouden van F</title>'
    yield f'<desc id="about">{about}. Korter is sneller.</desc>'
    yield f'<rect width="{WIDE}" height="{high}" fill="#ffffff"/>'
    yield '<text x="10" y="20" font-size="14">Veelvouden van een kale Python-start (F); korter is sneller</text>'
    yield f'<text x="10" y="40" fill="#555555">{about}. Rode streep: wat het mag kosten.</text>'


def _drawn(bars: list[tuple[str, float, str, float]], scale: float) -> Iterator[str]:
    y = TOP
    for words, value, colour, asked in bars:
        y += GAP if colour == OURS else 0
        yield f'<text x="{LEFT - 8}" y="{y + 11}" text-anchor="end">{escape(words)}</text>'
        yield f'<rect x="{LEFT}" y="{y}" width="{value * scale:.1f}" height="{BAR}" fill="{colour}"/>'
        yield f'<text x="{LEFT + value * scale + 6:.1f}" y="{y + 11}">{value:.1f} F</text>'
        if asked:
            at = LEFT + asked * scale
            yield f'<path d="M{at:.1f} {y - 3}v{BAR + 6}" stroke="{LIMIT}" stroke-width="2"/>'
        y += BAR + 4
