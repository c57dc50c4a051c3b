"""What changes who can open a vault, and what ends a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from meldcode.vault import age
from tests.faults import story
from tests.faults.server import say
from tests.faults.trying import attempt, opened

if TYPE_CHECKING:
    from pathlib import Path


def rotate(world: Path) -> None:
    vault = opened(world)
    if vault and attempt(vault.rotate) is not None:
        say(done=True)


def change_passphrase(world: Path) -> None:
    vault = opened(world)
    if vault is None:
        return
    say(coming_passphrase=story.NEW_PASSPHRASE)

    def change() -> bool:
        vault.access.change_passphrase(story.NEW_PASSPHRASE)
        return True

    if attempt(change):
        say(passphrase=story.NEW_PASSPHRASE)


def renew_paper(world: Path) -> None:
    vault = opened(world)
    if vault is None:
        return
    code = age.Key.generate().secret()
    say(coming_recovery=code)
    if attempt(lambda: vault.access.renew_paper(code)) is not None:
        say(recovery=code)


def add_organisation(world: Path) -> None:
    vault = opened(world)
    if vault is None:
        return
    key = age.Key.generate()

    def add() -> bool:
        vault.access.add_organisation(key.recipient, "Bestuur")
        return True

    if attempt(add):
        say(opens_too=key.secret())


def receiving_key(world: Path) -> None:
    vault = opened(world)
    if vault is None:
        return
    key = attempt(vault.receiving_key)
    if key:
        say(receiving=key)


def shred(world: Path) -> None:
    vault = opened(world)
    if vault is None:
        return
    code = story.read(world).first
    say(shreds=code)
    if attempt(lambda: vault.shred(code, "retention")) is not None:
        say(shredded=code)
