"""Everything that a child of the server can be asked: to make a world, to do something to its vault, to look at it."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from meldcode.vault import setup
from meldcode.vault.errors import VaultError
from tests.faults import handing, keys, naive, promise, rot, story
from tests.faults.server import say
from tests.faults.trying import attempt, opened
from tests.vault.helpers import FACTS, Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECOND: Final = "tweede"


def make(world: Path) -> None:
    story.make(world)


def make_torn(world: Path) -> None:
    """Make a vault in which the last line of a case is torn."""
    path = world / story.VAULT / "zaken" / f"{story.make(world).first}.zaak"
    with path.open("ab") as file:
        file.write(b"WWdlLWVuY3J5")


def make_unregistered(world: Path) -> None:
    story.make(world)
    (world / story.VAULT / "register.age").unlink()


def append(world: Path) -> None:
    known = story.read(world)
    vault = opened(world)
    if vault is None:
        return
    for number in (1, 2):
        body = {"n": f"new {number}"}
        added = attempt(partial(vault.append, known.first, body, FACTS), tries=body)
        if added:
            say(case=known.first, seq=added.seq, body=body)


def append_each(world: Path) -> None:
    """Add to both cases at once; what each then counts is looked up, since nothing but "done" is told."""
    codes = sorted(story.read(world).cases)
    vault = opened(world)
    if vault is None:
        return
    for number in (1, 2):
        bodies = {code: {"n": f"new {number} {code}"} for code in codes}

        def add(bodies: dict[str, dict[str, str]] = bodies) -> bool:
            for body in bodies.values():
                say(tries=body)
            vault.append_each(bodies)
            return True

        counts = attempt(lambda: {one.code: one.count for one in vault.cases()}) if attempt(add) else None
        for code, count in (counts or {}).items():
            say(case=code, seq=count, body=bodies[code])


def create(world: Path) -> None:
    vault = opened(world)
    if vault is None:
        return
    body = {"n": "new case"}
    code = attempt(lambda: vault.create(body, FACTS), tries=body)
    if code:
        say(case=code, seq=1, body=body)


def keep(world: Path) -> None:
    vault = opened(world)
    if vault is None:
        return
    digest = attempt(lambda: vault.keep(b"another protocol"))
    if digest:
        say(kept=digest)


def repair(world: Path) -> None:
    """Make the register anew, when it is lost."""
    vault = opened(world)
    if vault:
        attempt(vault.repair)


def init(world: Path) -> None:
    """Make a second vault beside the first."""
    pending = attempt(lambda: setup.prepare(world / SECOND, story.PASSPHRASE, clock=Clock(), who="x"))
    if pending is None:
        return
    say(second=pending.recovery_code)
    if attempt(lambda: pending.confirm(setup.grouped(pending.recovery_code)[-1])):
        say(done=True)


def check(world: Path, said: promise.Said, **how: Any) -> None:  # noqa: ANN401 - as `broken` takes it
    for kind, words in promise.broken(world, said, **how):
        say(kind=kind, words=words)


def check_received(world: Path, said: promise.Said) -> None:
    """Whoever was interrupted while receiving does it again, and then it is here."""
    check(world, said)
    wrong = handing.receive_again(world)
    if wrong:
        say(kind=promise.LOST, words=wrong)


def check_init(world: Path, said: promise.Said) -> None:
    """The second vault is there as a whole, or not at all, and is there if that was said; the first is as it was."""
    check(world, said)
    recovery = next((line["second"] for line in said if "second" in line), "")
    done = any("done" in line for line in said)
    if not done and not os.path.lexists(world / SECOND):
        return
    try:
        vault = setup.open_vault(world / SECOND, story.PASSPHRASE, clock=Clock(), who="x")
        setup.open_with_recovery(world / SECOND, recovery, clock=Clock(), who="x")
        vault.create({"n": "first"}, FACTS)
    except VaultError as error:
        say(kind=promise.LOST, words=f"the new vault says {error}")


TASKS: Final[dict[str, Callable[..., None]]] = {
    "make": make,
    "make unregistered": make_unregistered,
    "make torn": make_torn,
    "append": append,
    "append after remains": append,
    "append each": append_each,
    "create": create,
    "keep": keep,
    "repair": repair,
    "init": init,
    "rotate": keys.rotate,
    "change passphrase": keys.change_passphrase,
    "renew paper": keys.renew_paper,
    "add organisation": keys.add_organisation,
    "receiving key": keys.receiving_key,
    "shred": keys.shred,
    "hand over": handing.hand_over,
    "make parcel": handing.make_parcel,
    "receive": handing.receive,
    "backup": handing.backup,
    "make backup": handing.make_backup,
    "restore": handing.restore,
    "check": check,
    "check received": check_received,
    "check init": check_init,
    "make rotting": rot.make,
    "rot": rot.rot,
    "naive make": naive.make,
    "naive append": naive.append,
    "naive check": naive.check,
}
