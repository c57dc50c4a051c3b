"""Statistics as text, CSV and JSON: the same figures in the same order, nothing about persons or the machine."""

import json
from collections.abc import Iterator
from datetime import date

from meldcode.export.csv import MARK, line
from meldcode.export.disclosure import FEW, STEP, Cell
from meldcode.export.sections import Block, Pair, Paragraph, Section
from meldcode.export.statistics import VERSION, Statistics, Table
from meldcode.export.text import rendered
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.text.visible import one_line

COLUMNS = ("period", "definition_version", "table", "categories", "table_label", "label", "count")


def statistics_text(found: Statistics, language: Language, today: date) -> str:
    """Return the statistics as text for people."""
    return rendered(say(language, "statistics.heading", period=found.period), _sections(found, language, today))


def _sections(found: Statistics, language: Language, today: date) -> Iterator[Section]:
    yield Section("about", say(language, "statistics.about"), tuple(_about(found, language, today)))
    for table in found.tables:
        blocks = tuple(Pair(_label(table, cell, language), str(cell.count)) for cell in table.cells)
        yield Section(table.id, _title(table, language), blocks)
    if found.days:
        days = tuple(
            Pair(say(language, f"statistics.category.stand.{step}"), str(middle)) for step, middle in found.days
        )
        yield Section("days", say(language, "statistics.days"), days)


def _about(found: Statistics, language: Language, today: date) -> Iterator[Block]:
    period = found.period
    words = say(language, "statistics.period_text", first=period.first.isoformat(), last=period.last.isoformat())
    yield Pair(say(language, "statistics.period"), words)
    yield Pair(say(language, "statistics.version"), str(VERSION))
    if today <= period.last:
        yield Paragraph(say(language, "statistics.running"))
    if found.started is None:
        yield Paragraph(say(language, "statistics.few", few=FEW))
        return
    yield Pair(say(language, "statistics.started"), str(found.started))
    yield Paragraph(say(language, "statistics.rounding"))
    yield Paragraph(say(language, "statistics.steering"))


def statistics_csv(found: Statistics, language: Language) -> str:
    """Return the statistics as CSV, made as `csv_lines` makes it; a row for every count, and for every median."""
    head = (str(found.period), str(VERSION))
    lines = [MARK + line(COLUMNS)]
    if found.started is not None:
        started = say(language, "statistics.started")
        lines.append(line((*head, "begonnen", "", started, started, str(found.started))))
    for table in found.tables:
        title = _title(table, language)
        for cell in table.cells:
            label = _label(table, cell, language)
            lines.append(line((*head, table.id, " ".join(cell.categories), title, label, str(cell.count))))
    for step, middle in found.days:
        title, label = say(language, "statistics.days"), say(language, f"statistics.category.stand.{step}")
        lines.append(line((*head, "dagen", step, title, label, str(middle))))
    return "".join(lines)


def statistics_json(found: Statistics, language: Language) -> str:
    """Return the statistics as JSON; `docs/statistics.schema.json` describes it."""
    document = {
        "format": 1,
        "definition_version": VERSION,
        "period": {
            "id": str(found.period),
            "first": found.period.first.isoformat(),
            "last": found.period.last.isoformat(),
        },
        "rounded_to": STEP,
        "fewest": FEW,
        "note": say(language, "statistics.steering"),
        "started": found.started,
        "tables": [
            {
                "id": table.id,
                "title": _title(table, language),
                "cells": [
                    {
                        "categories": list(cell.categories),
                        "label": _label(table, cell, language),
                        "count": cell.count,
                    }
                    for cell in table.cells
                ],
            }
            for table in found.tables
        ],
        "median_days": [{"step": step, "days": middle} for step, middle in found.days],
    }
    return json.dumps(document, indent=1) + "\n"


def _title(table: Table, language: Language) -> str:
    if table.label is None:
        return say(language, f"statistics.table.{table.id}")
    kind = table.id.partition(".")[0]
    return say(language, f"statistics.table.{kind}", label=one_line(table.label.to(language)))


def _label(table: Table, cell: Cell, language: Language) -> str:
    labels = ", ".join(_category(table, category, language) for category in cell.categories)
    return labels if len(cell.categories) == 1 else say(language, "statistics.together", labels=labels)


def _category(table: Table, category: str, language: Language) -> str:
    if table.id == "sector":
        return category
    return say(language, f"statistics.category.{'tick' if table.label is not None else table.id}.{category}")
