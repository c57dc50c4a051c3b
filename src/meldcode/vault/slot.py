"""Kernel locks: one writer at a time in a vault, one session at a time on a case.

`flock` belongs to the open file and goes with its process, so a lock is never stale, not even after kill -9.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from meldcode.vault import errors
from meldcode.vault.disk import disk_error
from meldcode.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meldcode.vault.disk import Disk

SLOT: Final = ".slot"
WRITE_PATIENCE: Final = 30.0
"""Seconds: a write takes milliseconds, so waiting longer than any queue of them means that something is stuck."""
HOLD_PATIENCE: Final = 1.0
"""Seconds: long enough for a session that is just ending, short enough to be refused within two."""
_PAUSE: Final = 0.005
_LOCKS: Final = Path("/proc/locks")


@contextlib.contextmanager
def writing(disk: Disk) -> Iterator[None]:
    """Be the only one in the vault: nobody else writes or reads meanwhile."""
    while True:
        with contextlib.ExitStack() as stack:
            descriptor = _open(stack, disk, SLOT, os.O_RDWR | os.O_CREAT)
            _lock(descriptor, SLOT, shared=False, patience=WRITE_PATIENCE)
            # Someone may have removed the file while we waited; then others wait at another one.
            if _is_still(disk, descriptor):
                yield
                return


@contextlib.contextmanager
def reading(disk: Disk) -> Iterator[None]:
    """Read while nobody writes; without `.slot` (a copy on a read-only disk) there is nothing to wait for."""
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(FileNotFoundError):
            _lock(_open(stack, disk, SLOT, os.O_RDONLY), SLOT, shared=True, patience=WRITE_PATIENCE)
        yield


@contextlib.contextmanager
def holding(disk: Disk, path: str) -> Iterator[None]:
    """Hold one case for a session; a second one gets `busy` within two seconds, with the pid where the kernel tells."""
    with contextlib.ExitStack() as stack:
        try:
            descriptor = _open(stack, disk, path, os.O_RDONLY)
        except FileNotFoundError as error:
            raise VaultError(errors.UNKNOWN_CASE) from error
        _lock(descriptor, path, shared=False, patience=HOLD_PATIENCE)
        yield


def _open(stack: contextlib.ExitStack, disk: Disk, path: str, flags: int) -> int:
    try:
        return stack.enter_context(disk.opened(path, flags))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise disk_error(error, path, writing=bool(flags & os.O_CREAT)) from error


def _lock(descriptor: int, path: str, *, shared: bool, patience: float) -> None:
    import fcntl  # noqa: PLC0415 - absent on native Windows, which is refused earlier

    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > until:
                raise _busy(descriptor, path) from error
            time.sleep(_PAUSE)
        except OSError as error:
            raise disk_error(error, path, writing=not shared) from error
        else:
            return


def _is_still(disk: Disk, descriptor: int) -> bool:
    try:
        named = os.stat(disk.root / SLOT, follow_symlinks=False)  # noqa: PTH116 - samestat wants both from `os`
        return os.path.samestat(named, os.fstat(descriptor))
    except FileNotFoundError:
        return False
    except OSError as error:
        raise disk_error(error, SLOT, writing=True) from error


def _busy(descriptor: int, path: str) -> VaultError:
    pid = _holder(descriptor)
    return VaultError(errors.BUSY, path=path, pid=pid) if pid else VaultError(errors.BUSY, path=path)


def _holder(descriptor: int) -> str | None:
    """Look up who locks this file in Linux's table: `1: FLOCK ADVISORY WRITE 4321 fd:01:131090 0 EOF`."""
    with contextlib.suppress(OSError):
        status = os.fstat(descriptor)
        file = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
        for line in _LOCKS.read_text(encoding="ascii").splitlines():
            fields = line.split()
            if "->" not in fields and fields[1] == "FLOCK" and fields[5] == file and int(fields[4]) > 0:
                return fields[4]
    return None
