"""Bit rot: every bit and every length of every file of a small vault, a bundle and a backup (DUR-08).

*Silent* is exact: reading gives something else than before and nothing says so. A list or a record that differs counts
as told only by an error, or by a finding with which the case is no longer complete; a record that nobody wrote is
silent whatever is said. *Stuck* is an exception that is no error of the vault.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from meldcode.vault import age, bundle, log, setup
from meldcode.vault import backup as backups
from meldcode.vault.disk import Disk
from meldcode.vault.errors import VaultError
from tests.faults import story
from tests.faults.promise import SILENT, STUCK, Broken
from tests.faults.server import say
from tests.vault.helpers import FACTS, Clock, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from meldcode.vault.store import Vault

BUNDLE: Final = "zaak.age"
BACKUP: Final = "reserve.tar"
PLACES: Final = (
    *(f"{story.VAULT}/{name}" for name in ("kluis.json", "sleutel.age", "register.age")),
    *(f"{story.VAULT}/{folder}/" for folder in ("sleutels", "zaken", "protocollen")),
    BUNDLE,
    BACKUP,
)
"""What every file that holds anything begins with."""
TOLD: Final = "told"
"""Stands for whatever was not read because an error said so."""
Seen = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """What is read of a case: its records, and whether anything says that they are not all there and unchanged."""

    records: tuple[tuple[int, Any, str], ...]
    complete: bool


def make(world: Path) -> None:
    """Make a vault with two cases and a destroyed one, a kept text and a receiving key; a bundle and a backup."""
    pending = setup.prepare(world / story.VAULT, story.PASSPHRASE, clock=Clock(), who="j.jansen")
    vault = pending.confirm(setup.grouped(pending.recovery_code)[-1])
    codes = [vault.create({"n": 1}, FACTS) for _ in range(3)]
    vault.append(codes[0], {"n": 2}, FACTS)
    kept = vault.keep(b"protocol")
    key = vault.receiving_key()
    vault.shred(codes[2], "retention")
    story.write(world, story.Story(pending.recovery_code, {code: {} for code in codes[:2]}, (kept,)))
    (world / BUNDLE).write_bytes(bundle.seal(vault.parcel(codes[0], bundle.HANDOVER), key))
    with (world / BACKUP).open("wb") as file:
        backups.write(Disk(world / story.VAULT), file, Clock()(), date(2027, 1, 1))


def files(world: Path) -> list[str]:
    """List all files that hold anything."""
    return [name for name, data in tree(world).items() if data]


def rot(world: Path, place: str, step: int = 1) -> None:
    """Damage each file of a place in every way (or every `step`-th), look, and say what is broken and how many ways."""
    for file in files(world):
        if file.startswith(place):
            _rot(world, file, step)


def _rot(world: Path, file: str, step: int) -> None:
    path = world / file
    sound = path.read_bytes()
    look = _look_of(world, file)
    before = look()
    damaged = unseen = 0
    for data in itertools.islice(_damages(sound), 0, None, step):
        path.write_bytes(data)
        damaged += 1
        try:
            after = look()
        except Exception as error:  # noqa: BLE001 - whatever escapes is a finding
            say(kind=STUCK, words=f"{file} at {damaged}: {type(error).__name__}")
            continue
        unseen += after == before
        for kind, words in differences(before, after):
            say(kind=kind, words=f"{file} at {damaged}: {words}")
    path.write_bytes(sound)
    say(damaged=damaged, unseen=unseen)


def _damages(sound: bytes) -> Iterator[bytes]:
    for at in range(len(sound)):
        yield sound[:at]
        for bit in range(8):
            yield sound[:at] + bytes([sound[at] ^ 1 << bit]) + sound[at + 1 :]


def differences(before: Seen, after: Seen) -> Iterator[Broken]:
    """Give what is read otherwise than before without anything that says so."""
    for name, old in before.items():
        new = after.get(name, TOLD)
        if new in (old, TOLD):
            continue
        if not isinstance(old, Case):
            yield SILENT, f"{name} differs"
        elif not set(new.records) <= set(old.records):
            yield SILENT, f"{name} has a record that nobody wrote"
        elif new.complete and new.records != old.records:
            yield SILENT, f"{name} misses records"


def _look_of(world: Path, file: str) -> Callable[[], Seen]:
    known = story.read(world)
    if file == BUNDLE:
        vault = story.opened(world, known)
        return lambda: {"bundle": _told(lambda: _bundle(vault, world / file))}
    if file == BACKUP:
        return lambda: {"backup": _told(lambda: _backup(world / file))}
    return lambda: _vault(world, known, by_paper=not file.startswith(f"{story.VAULT}/zaken/"))


def _told(look: Callable[[], object]) -> object:
    try:
        return look()
    except (VaultError, age.UndecryptableError, age.HostileHeaderError):
        return TOLD


def _bundle(vault: Vault, path: Path) -> object:
    data = path.read_bytes()
    bundle.check(data)
    parcel = bundle.decode(vault.open_received(data))
    return parcel.code, parcel.kind, parcel.lines, parcel.records, parcel.facts, parcel.kept, parcel.who, parcel.at


def _backup(path: Path) -> object:
    with path.open("rb") as file:
        manifest, members = backups.opened(file)
        return manifest, list(members)


def _vault(world: Path, known: story.Story, *, by_paper: bool) -> Seen:
    """Give all that can be read, by the passphrase and (where a key could be damaged) by the paper code as well."""
    place = world / story.VAULT
    seen: Seen = {}
    ways: dict[str, Callable[[], Vault]] = {
        "passphrase": lambda: setup.open_vault(place, story.PASSPHRASE, clock=Clock(), who="x")
    }
    if by_paper:
        ways["paper"] = lambda: setup.open_with_recovery(place, known.recovery, clock=Clock(), who="x")
    for way, opened in ways.items():
        try:
            vault = opened()
        except VaultError:
            continue
        seen |= {f"{name} by {way}": value for name, value in _opened(vault, known).items()}
    return seen


def _opened(vault: Vault, known: story.Story) -> Seen:
    access = vault.access
    return {
        "the list": _told(vault.cases),
        "the tombstones": _told(vault.tombstones),
        "the keys": (access.recovery, access.receiving),
        "the kept text": _told(lambda: vault.kept(known.kept[0])),
        **{f"case {number}": _told(partial(_case, vault, code)) for number, code in enumerate(known.cases)},
    }


def _case(vault: Vault, code: str) -> Case:
    found: log.CaseLog = vault.read(code)
    records = tuple((one.seq, repr((one.body, one.at, one.who)), one.hash) for one in found.records)
    return Case(records, found.complete)
