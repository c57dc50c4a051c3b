"""What the tests of the vault share: a clock that they set, a vault without the cost of scrypt, and other processes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import meldcode.vault
from meldcode.vault import age, register
from meldcode.vault.disk import Disk, make_folder
from meldcode.vault.store import CASES, KEPT, KEYS, Vault

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Path(meldcode.vault.__file__).parents[2]
FACTS = {"sector": "onderwijs", "step": "signalen"}


class Clock:
    """A clock that goes one minute further each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def unlocked(
    root: Path, user: age.Key, *, disk: Disk | None = None, clock: Callable[[], datetime] | None = None
) -> Vault:
    """Open a vault with its key at hand: what `open_vault` does after scrypt."""
    return Vault(disk or Disk(root), user, clock=clock or Clock(), who="j.jansen")


def empty_vault(root: Path, user: age.Key) -> Vault:
    """Make a vault whose key file plays no part in the test."""
    make_folder(root)
    for name in (CASES, KEYS, KEPT):
        make_folder(root / name)
    Disk(root).create(register.PATH, age.encrypt(register.encode(register.Register()), [user.recipient]))
    return unlocked(root, user)


def case_file(root: Path, code: str) -> Path:
    return root / CASES / f"{code}.zaak"


def numbers(vault: Vault, code: str) -> list[int]:
    return [one.seq for one in vault.read(code).records]


def found(vault: Vault, code: str) -> list[str]:
    return [finding.code for finding in vault.read(code).findings]


def tree(root: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def command(script: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", script, *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(SOURCE), str(SOURCE.parent)])}


def run(script: str, *arguments: str, given: str = "") -> str:
    """Run a script in its own process and give what it printed; a failure shows its error."""
    done = subprocess.run(
        command(script, *arguments), env=environment(), input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
