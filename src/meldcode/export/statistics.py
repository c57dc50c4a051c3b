"""What a municipality counts: trajectories of one half-year, without persons, codes of cases or days.

Every table divides the same cases: those that were started in the period. What may be shown of it is decided in
`disclosure`. Only whole half-years can be counted, so that no two periods overlap and can be subtracted. What is
counted and how is definition `VERSION`; docs/exports.md says it in words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from meldcode.case.events import Answered, Reopened
from meldcode.case.summary import Summary
from meldcode.export.disclosure import FEW, Cell, cells, median, rounded
from meldcode.protocol.model import DECISION, HOME_ROUTE, LEVELS, Text

VERSION = 1
"""Goes up whenever a table, a category or its meaning changes."""

NOT_YET = "niet_beantwoord"
STEPS = 5
GRACE = timedelta(days=7)
"""How long after the agreed day a review still counts as on time."""

TABLES: Mapping[str, Sequence[str]] = {
    "stand": ("andere_weg", *(f"stap_{number}" for number in range(1, STEPS + 1)), "gesloten"),
    "besluit": ("lager_met_reden", NOT_YET, *LEVELS, "hoger", "lager_zonder_reden"),
    "weg": (HOME_ROUTE, "beroepskracht", "medeclient", "kinderen_onderling", "andere"),
    "veilig_thuis": ("ja", "niet_nodig", "nee", NOT_YET),
    "gesprek": ("gevoerd", "uitgesteld", "veiligheid", "onbereikbaar", "ander", NOT_YET),
    "hulp": ("aangenomen", "niet_aangenomen", "niet_mogelijk", NOT_YET),
    "evaluatie": ("op_tijd", "te_laat", "afgesproken", "niet_afgesproken"),
}
"""The tables with their categories in the fixed order in which they are taken together."""

RESTATED = frozenset({"gesprek_ontbreekt", "veilig_thuis_niet_geraadpleegd", "lager_dan_advies"})
"""Flags that tell again what a table counts: shown twice, one could be used to work out the other."""


@dataclass(frozen=True, slots=True)
class Period:
    """A half-year: 1 is January to June, 2 is July to December."""

    year: int
    half: int

    def __str__(self) -> str:
        """Return it as it is typed: 2026-H2."""
        return f"{self.year}-H{self.half}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)


def period_of(day: date) -> Period:
    """Return the half-year in which a day falls."""
    return Period(day.year, 1 if day.month <= 6 else 2)  # noqa: PLR2004 - June


def period_before(day: date) -> Period:
    """Return the last half-year that was over on a day."""
    return period_of(period_of(day).first - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Table:
    """What may be shown of one division of the cases; `label` is what a protocol calls its subject, if it has one."""

    id: str
    cells: tuple[Cell, ...]
    label: Text | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """All that is published about a period; `started` is None, and the rest empty, where it is of too few cases.

    `days` holds per step the median of the days from the start of a case to its first answer in that step.
    """

    period: Period
    started: int | None
    tables: tuple[Table, ...] = ()
    days: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class _Tally:
    total: int = 0
    sectors: Counter[str] = field(default_factory=Counter)
    tables: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in TABLES})
    ticks: Counter[str] = field(default_factory=Counter)
    labels: dict[str, Text] = field(default_factory=dict)
    days: dict[str, list[int]] = field(default_factory=dict)


def statistics(summaries: Iterable[Summary], period: Period) -> Statistics:
    """Return the statistics of the cases that were started in a period; each summary has its trail."""
    tally = _Tally()
    for summary in summaries:
        if period_of(_start(summary)) == period:
            _count(tally, summary)
    if tally.total < FEW:
        return Statistics(period, None)
    return Statistics(period, rounded(tally.total), tuple(_tables(tally)), tuple(_days(tally)))


def _start(summary: Summary) -> date:
    return date.fromisoformat(summary.facts.started[:10])


def _count(tally: _Tally, summary: Summary) -> None:
    tally.total += 1
    tally.sectors[summary.protocol.id] += 1
    for name, category in _categories(summary).items():
        tally.tables[name][category] += 1
    themes = summary.state.answers.get("thema", ())
    ticked = {f"vorm.{name}" for name in themes if isinstance(name, str)} if isinstance(themes, tuple) else set()
    tally.ticks.update(ticked | {f"let_op.{flag.id}" for flag in summary.advice.flags if flag.id not in RESTATED})
    tally.labels |= {f"vorm.{theme.id}": theme.title for theme in summary.protocol.themes.values()}
    tally.labels |= {f"let_op.{flag.id}": flag.text for flag in summary.protocol.flags if flag.id not in RESTATED}
    for name, days in _first_days(summary).items():
        tally.days.setdefault(name, []).append(days)


def _tables(tally: _Tally) -> Iterator[Table]:
    """Yield the tables that tell more than the total does."""
    for table in _divisions(tally):
        if len(table.cells) > 1 or any(len(cell.categories) == 1 for cell in table.cells):
            yield table


def _divisions(tally: _Tally) -> Iterator[Table]:
    yield Table("sector", cells({name: tally.sectors[name] for name in sorted(tally.sectors)}, occurring=True))
    for name, categories in TABLES.items():
        yield Table(name, cells({category: tally.tables[name][category] for category in categories}))
    for name in sorted(tally.labels):
        ticked = tally.ticks[name]
        yield Table(name, cells({"ja": ticked, "nee": tally.total - ticked}), tally.labels[name])


def _days(tally: _Tally) -> Iterator[tuple[str, int]]:
    for name in sorted(tally.days):
        middle = median(tally.days[name])
        if middle is not None:
            yield name, middle


def _categories(summary: Summary) -> dict[str, str]:
    return {
        "stand": _stand(summary),
        "besluit": _decision(summary),
        "weg": summary.advice.route if summary.advice.route in TABLES["weg"] else "andere",
        "veilig_thuis": _answer(summary, "vt_advies", "veilig_thuis"),
        "gesprek": _talk(summary),
        "hulp": _help(summary),
        "evaluatie": _review(summary),
    }


def _answer(summary: Summary, question: str, table: str) -> str:
    given = summary.state.answers.get(question)
    return given if isinstance(given, str) and given in TABLES[table] else NOT_YET


def _stand(summary: Summary) -> str:
    if summary.state.closed is not None:
        return "gesloten"
    if summary.advice.route != HOME_ROUTE:
        return "andere_weg"
    reached = (record.step.number for record in summary.steps if record.answers)
    return f"stap_{min(max((1, *reached)), STEPS)}"


def _decision(summary: Summary) -> str:
    chosen = summary.state.answers.get(DECISION)
    if not isinstance(chosen, str):
        return NOT_YET
    difference = LEVELS.index(chosen) - LEVELS.index(summary.advice.level)
    if difference < 0:
        reason = str(summary.state.answers.get("afwijking_reden", ""))
        return "lager_met_reden" if reason.strip() else "lager_zonder_reden"
    return "hoger" if difference else chosen


def _talk(summary: Summary) -> str:
    given = _answer(summary, "gesprek", "gesprek")
    if summary.state.answers.get("gesprek") == "niet_gevoerd":
        return _answer(summary, "gesprek_reden", "gesprek")
    return given


def _help(summary: Summary) -> str:
    answers = summary.state.answers
    if "hulp" not in answers:
        return NOT_YET
    if answers["hulp"] != "ja":
        return "niet_mogelijk"
    return "aangenomen" if answers.get("acceptatie") == "ja" else "niet_aangenomen"


def _review(summary: Summary) -> str:
    agreed = summary.state.answers.get("evaluatie")
    if not isinstance(agreed, str):
        return "niet_afgesproken"
    if "resultaat" not in summary.state.answers:
        return "afgesproken"
    done = _answered_on(summary, "resultaat")
    late = done is not None and done - date.fromisoformat(agreed) > GRACE
    return "te_laat" if late else "op_tijd"


def _answered_on(summary: Summary, question: str) -> date | None:
    """Return the day on which a question was first answered, since the case was last reopened."""
    found: date | None = None
    for entry in summary.trail.entries if summary.trail else ():
        if isinstance(entry.event, Reopened):
            found = None
        elif isinstance(entry.event, Answered) and entry.event.question == question:
            found = found or entry.at.date()
    return found


def _first_days(summary: Summary) -> dict[str, int]:
    """Return per step after the first how many days after the start its first answer came."""
    steps = {name: step.number for step in summary.protocol.steps for name in step.questions}
    found: dict[str, int] = {}
    for entry in summary.trail.entries if summary.trail else ():
        number = steps.get(entry.event.question, 0) if isinstance(entry.event, Answered) else 0
        if number > 1:
            found.setdefault(f"stap_{number}", max(0, (entry.at.date() - _start(summary)).days))
    return found
