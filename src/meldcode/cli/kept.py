"""Cases in the vault, as the commands need them: open the vault, find a case, replay it, put it on paper."""

import getpass
import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from meldcode.case.answers import AnswerError
from meldcode.case.events import Event, Noted, Started, UnknownEventError
from meldcode.case.state import State, replay
from meldcode.case.summary import Facts, Note, Summary, summarise
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.settings import clock
from meldcode.protocol import codec, library
from meldcode.protocol.model import Protocol
from meldcode.vault.errors import VaultError
from meldcode.vault.log import HARMLESS
from meldcode.vault.place import default_place
from meldcode.vault.store import CaseEntry, Vault
from meldcode.wizard.record import events_of
from meldcode.wizard.talk import Talk
from meldcode.wizard.unlock import Locksmith, opened


def who() -> str:
    """Return the account that works here, for the records inside the vault."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "onbekend"


def place() -> Path:
    """Return where the vault is or will be."""
    return default_place(os.environ)


def locksmith(talk: Talk) -> Locksmith:
    """Return who makes and opens the vault of this user."""
    return Locksmith(talk, place(), clock=clock, who=who())


def open_with_descriptor(descriptor: int) -> Vault:
    """Open the vault with the passphrase from a file descriptor, up to the first line break."""
    try:
        with os.fdopen(descriptor, "rb", closefd=False) as source:
            secret = source.readline(4096).rstrip(b"\r\n").decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise CommandError(Exit.USAGE, "vault.bad_descriptor", number=descriptor) from None
    return opened(place(), secret, clock=clock, who=who())


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands: its protocol, state and what the records tell besides."""

    code: str
    protocol: Protocol
    state: State
    facts: Facts
    notes: tuple[Note, ...]


def read_case(vault: Vault, code: str) -> Case:
    """Return a case; raises `VaultError`, and `CommandError` when it was made by a newer version."""
    try:
        timed = events_of(vault, code)
        events = [event for _, event in timed]
        protocol = _protocol(vault, events)
        state = replay(protocol, events)
    except StopIteration:  # the first record is lost
        raise CommandError(Exit.DAMAGED, "cli.case_damaged", code=code) from None
    except (UnknownEventError, AnswerError, KeyError):
        raise CommandError(Exit.DAMAGED, "cli.case_newer") from None
    notes = tuple(Note(_moment(at), event.text) for at, event in timed if isinstance(event, Noted))
    return Case(code, protocol, state, _facts(vault, code, state, timed), notes)


def _protocol(vault: Vault, events: list[Event]) -> Protocol:
    started = next(event for event in events if isinstance(event, Started))
    kept = codec.decode(vault.kept(started.protocol).decode("utf-8"))
    assert isinstance(kept, Protocol)
    return kept


def _facts(vault: Vault, code: str, state: State, timed: list[tuple[datetime, Event]]) -> Facts:
    entry = entry_of(vault, code)
    name = state.started.municipality if state.started else ""
    return Facts(
        code=code,
        started=_moment(timed[0][0]),
        control=entry.control,
        municipality=name,
        region=library.region_of(name),
    )


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")


def summary_of(case: Case) -> Summary:
    """Return the summary of a case, made now."""
    return summarise(case.protocol, case.state, replace(case.facts, made=_moment(clock())), case.notes)


def entry_of(vault: Vault, code: str) -> CaseEntry:
    """Return the row of a case in the register; raises `VaultError` `unknown_case`."""
    from meldcode.vault.codes import case_code  # noqa: PLC0415 - light

    wanted = case_code(code)
    for entry in vault.cases():
        if entry.code == wanted:
            return entry
    raise VaultError("unknown_case")


def is_damaged(vault: Vault, code: str) -> bool:
    """Tell whether something of a case was lost or changed."""
    return any(finding.code not in HARMLESS for finding in vault.read(code).findings)


def refuse_damaged(vault: Vault, code: str) -> None:
    """Refuse to add to a damaged case."""
    if is_damaged(vault, code):
        raise CommandError(Exit.DAMAGED, "cli.case_damaged", code=code)
