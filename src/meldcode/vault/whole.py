"""A whole vault at its place: nothing may be there before, and it appears in one move or not at all."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from typing import TYPE_CHECKING

from meldcode.vault import errors
from meldcode.vault.disk import disk_error, flush_folder, make_folder, make_parents
from meldcode.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def require_free(place: Path) -> None:
    """Refuse a place where something is, an empty folder apart; raises `exists` or `symlink`."""
    try:
        if place.is_symlink():
            raise VaultError(errors.SYMLINK, path=".", kind="link")
        taken = place.exists() and (not place.is_dir() or any(place.iterdir()))
    except OSError as error:
        raise disk_error(error, ".", writing=True) from error
    if taken:
        raise VaultError(errors.EXISTS, path=".")


@contextlib.contextmanager
def appearing(place: Path) -> Iterator[Path]:
    """Give a folder to fill, which takes its place when the block ends well and is gone when it does not.

    Raises `exists`, `read_only`, `not_stored`.
    """
    try:
        make_parents(place)
        fresh = place.parent / f".{place.name}.{secrets.token_hex(4)}.new"
        make_folder(fresh)
    except OSError as error:
        raise disk_error(error, ".", writing=True) from error
    try:
        yield fresh
        # Renaming a folder replaces an empty one and nothing else.
        fresh.rename(place)
        flush_folder(place.parent)
    except OSError as error:
        raise disk_error(error, ".", writing=True) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
