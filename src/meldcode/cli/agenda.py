"""`meldcode agenda`: what is due when, over all open cases, and a calendar file on request."""

from dataclasses import dataclass
from datetime import date

from meldcode.case.due import Due, due
from meldcode.cli import elsewhere, kept
from meldcode.cli.cases import open_quietly
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import written
from meldcode.cli.listing import erasable, named
from meldcode.cli.output import Voice
from meldcode.cli.settings import clock
from meldcode.export.ics import ics
from meldcode.protocol.model import REPORTED
from meldcode.text import say
from meldcode.vault.errors import VaultError
from meldcode.vault.store import Vault
from meldcode.wizard.walk import waiting_for


@dataclass(frozen=True, slots=True)
class _Entry:
    code: str
    due: Due


def agenda(voice: Voice, calendar: str, descriptor: int | None) -> Exit:
    """Print what is due, the first day first, and which cases wait without a date; write it to a calendar file.

    With `-` the calendar is the only result, for the program that reads it.
    """
    vault = open_quietly(voice, descriptor)
    entries, dateless, troubled = _entries(voice, vault)
    if calendar != "-":
        _print(voice, entries, dateless)
    for code, trouble in troubled.items():
        voice.note(trouble, code=code)
    strange = kept.unlisted(vault, vault.cases(), vault.case_codes_on_disk())
    if strange:
        voice.note("cli.list_unlisted", codes=named(strange))
    if not entries and not dateless:
        voice.note("cli.agenda_none")
    if calendar:
        _write(voice, calendar, entries)
    question = erasable(voice, vault.cases())
    if question:
        voice.err(question)
    return Exit.DAMAGED if troubled or strange else Exit.FINE


def _print(voice: Voice, entries: list[_Entry], dateless: list[tuple[str, str]]) -> None:
    today = clock().date()
    for entry in entries:
        voice.prose(_line(voice, entry, today))
        voice.prose(f"  {entry.due.text.to(voice.language)}")
    for code, what in dateless:
        voice.prose(say(voice.language, "cli.agenda_no_date", code=code, what=what))


def _write(voice: Voice, calendar: str, entries: list[_Entry]) -> None:
    """Write the calendar file; one without a day in it is no calendar."""
    days = [(entry.code, entry.due.id, entry.due.on) for entry in entries]
    if days and calendar == "-":
        voice.out(ics(days, voice.language, clock()))
    elif days:
        voice.note("cli.written", path=written(calendar, ics(days, voice.language, clock())))
    else:
        voice.note("cli.agenda_no_file")


def _entries(voice: Voice, vault: Vault) -> tuple[list[_Entry], list[tuple[str, str]], dict[str, str]]:
    """Return what is due, what waits without a date, and what to say of each case that can't be read whole."""
    entries, dateless, troubled = [], [], dict[str, str]()
    for case_entry in vault.cases():
        code = case_entry.code
        if case_entry.facts.get("status") in ("closed", *elsewhere.STATUSES):
            continue
        try:
            case = kept.read_case(vault, code)
            if kept.is_damaged(vault, code):
                troubled[code] = "cli.case_damaged"
        except CommandError as error:
            troubled[code] = error.key
            continue
        except VaultError:
            troubled[code] = "cli.case_damaged"
            continue
        found = due(case.protocol, case.state)
        entries += [_Entry(code, each) for each in found]
        undated = set(case.state.path.waiting) - {each.id for each in found}
        if undated:
            dateless.append((code, waiting_for(case.protocol, case.state, voice.language, sorted(undated))))
        if (
            REPORTED in case.state.path.reached and REPORTED not in case.state.answers
        ):  # decided to report, not done yet
            dateless.append((code, case.protocol.questions[REPORTED].label.to(voice.language)))
    return sorted(entries, key=lambda entry: (entry.due.on, entry.code, entry.due.id)), dateless, troubled


def _line(voice: Voice, entry: _Entry, today: date) -> str:
    when = "late" if entry.due.on < today else "today" if entry.due.on == today else "later"
    weekday = say(voice.language, f"cli.weekday_{entry.due.on.isoweekday()}")
    words = {"code": entry.code, "date": entry.due.on.isoformat(), "weekday": weekday}
    return say(voice.language, f"cli.agenda_{when}", what=entry.due.label.to(voice.language), **words)
