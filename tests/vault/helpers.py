"""What the tests of the vault share: a clock that they set, a vault without the cost of scrypt, and other processes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import meldcode.vault
from meldcode.vault import age, header, keyfile, register, userkeys
from meldcode.vault.disk import Disk, make_folder
from meldcode.vault.header import Header
from meldcode.vault.keyring import Keyring
from meldcode.vault.store import CASES, KEPT, KEYS, Vault
from meldcode.vault.userkeys import Recovery, UserKeys

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Path(meldcode.vault.__file__).parents[2]
PAPER = age.Key.generate()
"""The paper code of every vault of `empty_vault`."""
FACTS = {"sector": "onderwijs", "step": "signalen"}


class Clock:
    """A clock that goes one minute further each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class PowerCutError(BaseException):
    """The process is gone: no code of ours runs after this."""


class FailingDisk(Disk):
    """A disk on which the n-th write does what the test wants, before or after it happens."""

    def __init__(self, root: Path, at: int, error: BaseException, *, after: bool) -> None:
        super().__init__(root)
        self._left = at
        self._error = error
        self._after = after

    def stop_at(self, at: int, error: BaseException) -> None:
        """Do it once more, at the n-th write from now."""
        self._left, self._error = at, error

    def _write(self, write: str, *arguments: object) -> None:
        self._left -= 1
        if self._left == 0 and not self._after:
            raise self._error
        getattr(super(), write)(*arguments)
        if self._left == 0:
            raise self._error

    def create(self, path: str, data: bytes) -> None:
        self._write("create", path, data)

    def replace(self, path: str, data: bytes) -> None:
        self._write("replace", path, data)

    def append(self, path: str, data: bytes) -> None:
        self._write("append", path, data)

    def remove(self, path: str) -> None:
        self._write("remove", path)

    def write_again(self, path: str, offset: int, data: bytes) -> None:
        self._write("write_again", path, offset, data)


def unlocked(
    root: Path, opener: age.Key, *, disk: Disk | None = None, clock: Callable[[], datetime] | None = None
) -> Vault:
    """Open a vault with the passphrase's key (or a recovery key) at hand: what `open_vault` does after scrypt."""
    disk = disk or Disk(root)
    ring = Keyring(disk, opener, (root / userkeys.PATH).read_bytes())
    return Vault(disk, ring, clock=clock or Clock(), who="j.jansen")


def empty_vault(root: Path, user: age.Key) -> Vault:
    """Make a vault without the cost of scrypt: `user` is the user's key and stands for the passphrase's too."""
    make_folder(root)
    for name in (CASES, KEYS, KEPT):
        make_folder(root / name)
    disk = Disk(root)
    keys = UserKeys(user, user.recipient, (Recovery(PAPER.recipient),))
    key_file = keyfile.seal(keys.key_file(), keys.recipients())
    parameters = Header(bytes(header.SALT_BYTES), header.SCRYPT_N, hashlib.sha256(key_file).hexdigest())
    disk.create(userkeys.PATH, key_file)
    disk.create(header.PATH, header.encode(parameters))
    disk.create(register.PATH, age.encrypt(register.encode(register.Register()), [user.recipient]))
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
    paths = os.pathsep.join([str(SOURCE), str(SOURCE.parent)])
    # Compiled code that is written on a full disk would be half a file for every other test.
    return {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}


def run(script: str, *arguments: str, given: str = "") -> str:
    """Run a script in its own process and give what it printed; a failure shows its error."""
    done = subprocess.run(
        command(script, *arguments), env=environment(), input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
