"""What goes into a vault from outside and out of it: bundles and backups."""

from __future__ import annotations

import contextlib
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from meldcode.cli.forms import new_file
from meldcode.vault import backup as backups
from meldcode.vault import bundle, errors, setup
from meldcode.vault.age import Key
from meldcode.vault.disk import Disk, flush_folder
from meldcode.vault.errors import VaultError
from tests.faults import story
from tests.faults.server import say
from tests.faults.trying import attempt, opened
from tests.vault.helpers import FACTS, Clock, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from meldcode.vault.bundle import Parcel

COLLEAGUE: Final = Key("AGE-SECRET-KEY-100N2R07EZ5YWGMAPJE4WWFV35XL2G42R6Z444866FL6NLVN6SDPS939PZA")
_PARCEL, _BACKUP = "parcel.age", "backup.tar"
OUT: Final = "uit"
BACK: Final = "terug"
RECEIVED: Final = {"n": "received"}


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    """What the system refuses outside the vault is a refusal, as in the program."""
    try:
        yield
    except OSError as error:
        raise VaultError(errors.NOT_STORED, errno=str(error.errno), path=".") from error


def _written(path: Path, fill: Callable[[BinaryIO], object]) -> bool:
    """Write a file as the program does."""
    with _refusing():
        with new_file(str(path)) as file:
            fill(file)
        flush_folder(path.parent)
    return True


def hand_over(world: Path) -> None:
    vault = opened(world)
    if vault is None:
        return
    code, body = story.read(world).first, {"n": "handed over"}
    added = attempt(lambda: vault.append(code, body, FACTS), tries=body)
    if added is None:
        return
    say(case=code, seq=added.seq, body=body)
    ciphertext = attempt(lambda: bundle.seal(vault.parcel(code, bundle.HANDOVER), COLLEAGUE.recipient))
    if ciphertext and attempt(lambda: _written(world / OUT, lambda file: file.write(ciphertext))):
        say(out=code)


def make_parcel(world: Path) -> None:
    """Make a vault, and beside it what a colleague handed over to it."""
    known = story.make(world)
    mine = story.opened(world, known)
    (world.parent / "colleague").mkdir()
    theirs = story.make(world.parent / "colleague")
    other = story.opened(world.parent / "colleague", theirs)
    ciphertext = bundle.seal(other.parcel(theirs.first, bundle.HANDOVER), mine.receiving_key())
    (world.parent / _PARCEL).write_bytes(ciphertext)
    story.write(world, known)


def _parcel(world: Path) -> tuple[Any, Parcel]:
    vault = story.opened(world, story.read(world))
    return vault, bundle.decode(vault.open_received((world.parent / _PARCEL).read_bytes()))


def receive(world: Path) -> None:
    def packed() -> tuple[Any, Parcel]:
        with _refusing():
            return _parcel(world)

    found = attempt(packed)
    if found is None:
        return
    vault, parcel = found
    bodies = [*(one.body for one in parcel.records), RECEIVED]
    for body in bodies:
        say(tries=body)
    if attempt(lambda: vault.adopt(parcel, RECEIVED, FACTS)):
        for seq, body in enumerate(bodies, 1):
            say(case=parcel.code, seq=seq, body=body)


def receive_again(world: Path) -> str | None:
    """Receive the same once more, as whoever was interrupted does; say what is wrong with what is then here."""
    vault, parcel = _parcel(world)
    vault.adopt(parcel, RECEIVED, FACTS)
    case = vault.read(parcel.code)
    expected = [*(one.body for one in parcel.records), RECEIVED]
    whole = case.complete and [one.body for one in case.records][: len(expected)] == expected
    return None if whole else "received twice it is not whole"


def backup(world: Path) -> None:
    disk = Disk(world / story.VAULT)

    def fill(file: BinaryIO) -> None:
        backups.write(disk, file, Clock()(), date(2027, 1, 1))

    if attempt(lambda: _written(world / OUT, fill)):
        say(backup=True)


def make_backup(world: Path) -> None:
    """Make a vault and a backup of it beside it."""
    story.make(world)
    with (world.parent / _BACKUP).open("wb") as file:
        backups.write(Disk(world / story.VAULT), file, Clock()(), date(2027, 1, 1))


def restore(world: Path) -> None:
    def put_back() -> bool:
        with _refusing(), (world.parent / _BACKUP).open("rb") as file:
            backups.restore(file, world / BACK)
        return True

    if attempt(put_back):
        say(restored=True)


def wrong_outside(world: Path, said: list[dict[str, Any]]) -> str | None:
    """Say what is wrong with a bundle, a backup or a restored vault that was said to be there."""
    done = {name for line in said for name in line}
    if "out" in done:
        bundle.decode(COLLEAGUE.decrypt((world / OUT).read_bytes()))
    if "backup" in done:
        with (world / OUT).open("rb") as file:
            backups.check(file)
    if "restored" in done or (world / BACK).exists():
        known = story.read(world)
        setup.open_with_recovery(world / BACK, known.recovery, clock=Clock(), who="x")
        before = {name: data for name, data in tree(world / story.VAULT).items() if name != ".slot"}
        if {name: data for name, data in tree(world / BACK).items() if name != ".slot"} != before:
            return "what was restored is not equal"
    return None
