"""`meldcode export --all --statistics`: counts of a half-year, without persons."""

import re

from meldcode.cli.cases import open_quietly
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.export import Order
from meldcode.cli.forms import written
from meldcode.cli.output import Voice
from meldcode.cli.progress import progress
from meldcode.cli.reading import Reading
from meldcode.cli.settings import clock
from meldcode.export.statistics import Period, period_before, statistics
from meldcode.export.statistics_forms import statistics_csv, statistics_json, statistics_text

FORMS = ("text", "csv", "json")
_PERIOD = re.compile(r"(\d{4})-H([12])", re.ASCII | re.IGNORECASE)


def export_statistics(voice: Voice, order: Order, period: str, descriptor: int | None) -> Exit:
    """Count the cases that were started in a half-year, the last whole one if none is given.

    No case is changed: what leaves says nothing about one, so none records it.
    """
    form = _form_of(order)
    chosen = _period_of(period)
    vault = open_quietly(voice, descriptor)
    entries = vault.cases()
    with progress(voice, len(entries)) as bar:
        reading = Reading(voice, vault, bar, trail=True)
        found = statistics(reading.summaries(entries), chosen)
    match form:
        case "csv":
            content = statistics_csv(found, voice.language)
        case "json":
            content = statistics_json(found, voice.language)
        case _:
            content = statistics_text(found, voice.language, clock().date())
    if order.output == "-":
        voice.out(content)
    else:
        voice.note("cli.written", path=written(order.output, content))
    return Exit.FINE if reading.sound else Exit.DAMAGED


def _form_of(order: Order) -> str:
    """Return the form; raises `CommandError` for what can't be, before anyone types a passphrase."""
    if order.codes or not order.every:
        raise CommandError(Exit.USAGE, "statistics.all_cases")
    if order.audit or order.to:
        raise CommandError(Exit.USAGE, "statistics.not_with")
    ending = order.output.rpartition(".")[2].lower()
    form = order.form or (ending if ending in FORMS else "text")
    if form not in FORMS:
        raise CommandError(Exit.USAGE, "statistics.which_form")
    return form


def _period_of(given: str) -> Period:
    if not given:
        return period_before(clock().date())
    typed = _PERIOD.fullmatch(given)
    if typed is None or typed[1] == "0000":
        raise CommandError(Exit.USAGE, "statistics.bad_period")
    return Period(int(typed[1]), int(typed[2]))
