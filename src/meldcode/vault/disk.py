"""Files of the vault on disk: private, never through a link, and durable when a call returns.

Paths are relative to the vault ("kluis.json", "zaken/7Q2M9XKD.zaak") and at most one folder deep, so that `O_NOFOLLOW`
covers every part of them. Every `OSError` leaves here as a `VaultError`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, Final

from meldcode.vault import errors
from meldcode.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700

# Absent on native Windows, where this module must still import; nothing is opened there (see `require_platform`).
_NOFOLLOW: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
_FOLDER: Final = _NOFOLLOW | getattr(os, "O_DIRECTORY", 0)
_CREATE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW


def require_platform(name: str = os.name) -> None:
    """Refuse native Windows, which has none of the guarantees that this module leans on."""
    if name != "posix":
        raise VaultError(errors.NO_PLATFORM, platform=name)


def flush(descriptor: int) -> None:
    """Bring what was written to the disk itself; macOS leaves it in the drive's cache unless asked by `F_FULLFSYNC`."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - absent on Windows

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


class Disk:
    """The folder of one vault."""

    def __init__(self, root: Path) -> None:
        """Name the folder; nothing is touched yet."""
        require_platform()
        self.root = root

    def read(self, path: str, *, most: int | None = None) -> bytes | None:
        """Read a whole file; None if it is not there. More than `most` bytes is `damaged`."""
        with _told_as(path, writing=False):
            try:
                with self.opened(path, os.O_RDONLY) as descriptor:
                    if most is not None and os.fstat(descriptor).st_size > most:
                        raise VaultError(errors.DAMAGED, path=path, reason="size")
                    with open(descriptor, "rb", closefd=False) as file:
                        return file.read()
            except FileNotFoundError:
                return None

    def names(self, folder: str) -> tuple[str, ...]:
        """List the file names in a folder of the vault, sorted; none if the folder is not there."""
        with _told_as(folder, writing=False):
            try:
                with self._folder(folder) as descriptor:
                    return tuple(sorted(os.listdir(descriptor)))  # noqa: PTH208 - of a descriptor, so that no link is followed
            except FileNotFoundError:
                return ()

    def create(self, path: str, data: bytes) -> None:
        """Write a new file and return when it and its name are on disk; `exists` if something is there."""
        folder, name = _split(path)
        with _told_as(path, writing=True), self._folder(folder) as parent:
            _write_new(parent, name, data)
            flush(parent)

    def replace(self, path: str, data: bytes) -> None:
        """Put a whole new file in the place of an old one: after any interruption it is the old or the new one."""
        folder, name = _split(path)
        fresh = f".{name}.new"
        with _told_as(path, writing=True), self._folder(folder) as parent:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(fresh, dir_fd=parent)
            _write_new(parent, fresh, data)
            os.replace(fresh, name, src_dir_fd=parent, dst_dir_fd=parent)
            flush(parent)

    def append(self, path: str, data: bytes) -> None:
        """Add to an existing file with one call and return when it is on disk.

        After an error some, all or none of `data` may be there; the descriptor is never used again.
        """
        with _told_as(path, writing=True), self.opened(path, os.O_WRONLY | os.O_APPEND) as descriptor:
            _write(descriptor, data)

    def write_again(self, path: str, offset: int, data: bytes) -> None:
        """Write the very bytes that are there once more, and return when they and their name are on disk.

        After a failed fsync the kernel may show bytes as written that never reached the disk, and a second fsync
        then says nothing; writing them anew makes them dirty again, so that the fsync here means what it says.
        """
        folder, _ = _split(path)
        with _told_as(path, writing=True), self._folder(folder) as parent:
            with self.opened(path, os.O_WRONLY) as descriptor:
                os.lseek(descriptor, offset, os.SEEK_SET)
                _write(descriptor, data)
            flush(parent)

    def remove(self, path: str) -> None:
        """Take a file away and return when its name is off the disk; nothing happens if it is not there."""
        folder, name = _split(path)
        with _told_as(path, writing=True), self._folder(folder) as parent:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name, dir_fd=parent)
            flush(parent)

    @contextlib.contextmanager
    def opened(self, path: str, flags: int) -> Iterator[int]:
        """Open an ordinary file of ours; links, pipes and (for writing) files with a second name are refused."""
        folder, name = _split(path)
        with self._folder(folder) as parent:
            descriptor = os.open(name, flags | _NOFOLLOW, FILE_MODE, dir_fd=parent)
        try:
            _require_ordinary(path, os.fstat(descriptor), writing=bool(flags & (os.O_WRONLY | os.O_RDWR)))
            if flags & os.O_CREAT and stat.S_IMODE(os.fstat(descriptor).st_mode) != FILE_MODE:
                os.fchmod(descriptor, FILE_MODE)
            yield descriptor
        finally:
            _close(descriptor)

    @contextlib.contextmanager
    def _folder(self, name: str) -> Iterator[int]:
        root = os.open(self.root, os.O_RDONLY | _FOLDER)
        try:
            descriptor = os.open(name or ".", os.O_RDONLY | _FOLDER, dir_fd=root)
        finally:
            _close(root)
        try:
            yield descriptor
        finally:
            _close(descriptor)


def make_folder(path: Path) -> None:
    """Make a folder that only its owner can enter, whatever the umask, and bring its name to the disk."""
    path.mkdir(mode=FOLDER_MODE)
    path.chmod(FOLDER_MODE)
    flush_folder(path.parent)


def make_parents(path: Path) -> None:
    """Make the folders above `path` that are not there yet, as `make_folder` does."""
    for folder in reversed(path.parents):
        if not folder.exists():
            make_folder(folder)


def flush_folder(path: Path) -> None:
    """Bring the names in a folder to the disk; it may be a link, since it is the user's and not the vault's."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    try:
        flush(descriptor)
    finally:
        _close(descriptor)


def _split(path: str) -> tuple[str, str]:
    folder, _, name = path.rpartition("/")
    return folder, name


def _write_new(parent: int, name: str, data: bytes) -> None:
    descriptor = os.open(name, _CREATE, FILE_MODE, dir_fd=parent)
    try:
        os.fchmod(descriptor, FILE_MODE)
        _write(descriptor, data)
    except OSError:
        # A new file that is not whole was never acknowledged and would only raise questions later.
        with contextlib.suppress(OSError):
            os.unlink(name, dir_fd=parent)
        raise
    finally:
        _close(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    if os.write(descriptor, data) != len(data):
        raise OSError(errno.ENOSPC, "short write")
    flush(descriptor)


def _close(descriptor: int) -> None:
    """Let go of a descriptor: it is gone also when this fails, and what was written was flushed or refused before."""
    with contextlib.suppress(OSError):
        os.close(descriptor)


def _require_ordinary(path: str, status: os.stat_result, *, writing: bool) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise VaultError(errors.SYMLINK, path=path, kind="special")
    # A second name is harmless to read (some backups are made so), but writing would change that other file too.
    if writing and status.st_nlink > 1:
        raise VaultError(errors.SYMLINK, path=path, kind="hardlink")


@contextlib.contextmanager
def _told_as(path: str, *, writing: bool) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise disk_error(error, path, writing=writing) from error


def disk_error(error: OSError, path: str, *, writing: bool) -> VaultError:
    """Say in our codes what the system said about `path`."""
    name = errno.errorcode.get(error.errno or 0, "UNKNOWN")
    if error.errno in (errno.ELOOP, errno.ENOTDIR, errno.ENXIO, errno.EISDIR):
        return VaultError(errors.SYMLINK, path=path, kind="link" if error.errno == errno.ELOOP else "special")
    if error.errno in (errno.EEXIST, errno.ENOTEMPTY):
        return VaultError(errors.EXISTS, path=path)
    if not writing:
        return VaultError(errors.UNREADABLE, errno=name, path=path)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return VaultError(errors.READ_ONLY, path=path)
    return VaultError(errors.NOT_STORED, errno=name, path=path)
