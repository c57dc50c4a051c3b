"""Cases in the vault, as the commands need them: open the vault, find a case, replay it, put it on paper."""

import getpass
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path

from meldcode.case.answers import AnswerError
from meldcode.case.events import Event, Noted, Opened, UnknownEventError, from_body, to_body
from meldcode.case.state import State, followed
from meldcode.case.summary import Facts, Note, Summary, summarise
from meldcode.case.trail import NO_TRAIL, Entry, Remark, Trail
from meldcode.cli import elsewhere
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.settings import clock
from meldcode.protocol import codec, library
from meldcode.protocol.model import Protocol
from meldcode.vault import errors
from meldcode.vault.codes import case_code, control_code
from meldcode.vault.errors import VaultError
from meldcode.vault.log import HARMLESS, REPAIRED, CaseLog
from meldcode.vault.place import default_place
from meldcode.vault.store import CaseEntry, Vault
from meldcode.wizard.record import control_of
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
    except (OSError, ValueError, TypeError):  # the last two for a number that no descriptor has
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
    trail: Trail = NO_TRAIL
    sound: bool = True
    """Whether all its records are there, in order and unchanged."""


def read_case(vault: Vault, code: str) -> Case:
    """Return a case; raises `VaultError`, and `CommandError` when it is too damaged or made by a newer version."""
    return _case(vault, code, vault.read(code))


def read_each(vault: Vault, codes: Iterable[str]) -> Iterator[tuple[str, Case | None]]:
    """Yield each case, or None for one that can't be read."""
    for code, found in vault.read_each(codes):
        try:
            yield code, None if isinstance(found, VaultError) else _case(vault, code, found)
        except (CommandError, VaultError):
            yield code, None


def _case(vault: Vault, code: str, found: CaseLog) -> Case:
    try:
        timed = [(record.at, from_body(record.body)) for record in found.records]
        protocol, state = followed(partial(_protocol, vault), (event for _, event in timed))
    except (UnknownEventError, AnswerError, KeyError):
        # Where records are lost, those that stayed may not fit together any more: no newer version is to blame.
        key = "cli.case_newer" if _sound(found) else "cli.case_damaged"
        raise CommandError(Exit.DAMAGED, key, code=code) from None
    notes = tuple(Note(_moment(at), event.text) for at, event in timed if isinstance(event, Noted))
    return Case(code, protocol, state, _facts(code, state, found), notes, _trail(found, timed), _sound(found))


def _trail(found: CaseLog, timed: list[tuple[datetime, Event]]) -> Trail:
    return Trail(
        tuple(
            Entry(record.seq, record.at, record.who, event, control_code(record.hash))
            for record, (_, event) in zip(found.records, timed, strict=True)
        ),
        tuple(Remark(finding.code, finding.values) for finding in found.findings),
    )


@lru_cache(maxsize=8)  # most cases of a vault were begun with one of a few protocols; decoding one takes long
def _protocol(vault: Vault, digest: str) -> Protocol:
    kept = codec.decode(vault.kept(digest).decode("utf-8"))
    assert isinstance(kept, Protocol)
    return kept


def _facts(code: str, state: State, found: CaseLog) -> Facts:
    name = state.started.municipality if state.started else ""
    return Facts(
        code=code,
        started=_moment(found.records[0].at),
        control=control_of(found.records),
        damaged=not _sound(found),
        municipality=name,
        region=library.region_of(name),
    )


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")


def summary_of(case: Case, *, trail: bool = False) -> Summary:
    """Return the summary of a case, made now; with its trail if that is asked for."""
    summary = summarise(case.protocol, case.state, replace(case.facts, made=_moment(clock())), case.notes)
    return replace(summary, trail=case.trail) if trail else summary


def entry_of(vault: Vault, code: str) -> CaseEntry:
    """Return the row of a case in the register; raises `VaultError` `unknown_case` or `shredded`."""
    wanted = case_code(code)
    for entry in vault.cases():
        if entry.code == wanted:
            return entry
    for stone in vault.tombstones():
        if stone.code == wanted:
            raise VaultError(errors.SHREDDED, at=stone.at[:10])
    raise VaultError(errors.UNKNOWN_CASE)


def is_damaged(vault: Vault, code: str) -> bool:
    """Tell whether something of a case was lost or changed."""
    return not _sound(vault.read(code))


def _sound(found: CaseLog) -> bool:
    """Tell whether all records are there; a repaired row is no damage, though `verify` goes on saying it."""
    return all(finding.code in HARMLESS | {REPAIRED} for finding in found.findings)


def unlisted(vault: Vault, known: Iterable[CaseEntry], on_disk: Iterable[str]) -> tuple[str, ...]:
    """List the cases `on_disk` that are not `known` to the register: put there, or forgotten by an older register.

    One whose making was interrupted is not among them: nothing of it was ever said to be stored.
    """
    strange = set(on_disk) - {entry.code for entry in known}
    if strange:  # reading the register once more takes long where there are many cases
        strange -= {stone.code for stone in vault.tombstones()}
    return tuple(code for code in sorted(strange) if _is_strange(vault, code))


def _is_strange(vault: Vault, code: str) -> bool:
    try:
        return is_damaged(vault, code)
    except VaultError:
        return True


def refuse_damaged(vault: Vault, code: str) -> None:
    """Refuse to add to a damaged case."""
    if is_damaged(vault, code):
        raise CommandError(Exit.DAMAGED, "cli.case_damaged", code=code)


def record_opening(vault: Vault, entry: CaseEntry, how: str) -> None:
    """Record that a case is opened, and for what; raises `VaultError` when that can't be kept.

    Nothing is added to a case that is elsewhere.
    """
    if not elsewhere.is_elsewhere(entry):
        vault.append(entry.code, to_body(Opened(how)), entry.facts)
