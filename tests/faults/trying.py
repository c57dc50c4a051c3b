"""Doing something as somebody at a screen does: once more when it was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from meldcode.vault.errors import VaultError
from tests.faults import story
from tests.faults.server import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from meldcode.vault.store import Vault

Result = TypeVar("Result")


def attempt(do: Callable[[], Result], **trying: object) -> Result | None:
    """Do something, at most twice; what is tried is said before each time. None: it was refused twice."""
    for _ in range(2):
        say(**trying)
        try:
            return do()
        except VaultError as error:
            say(refused=error.code, errno=error.values.get("errno"))
    return None


def opened(world: Path) -> Vault | None:
    """Open the vault of a world; None if the disk refuses twice."""
    known = story.read(world)
    return attempt(lambda: story.opened(world, known))
