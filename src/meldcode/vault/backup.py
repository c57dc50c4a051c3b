"""A backup: the vault's files in one plain tar, with what should be in it in front (docs/vault-format.md).

Nothing in it needs a key to be made or put back: every file is encrypted already, or harmless. Reading takes only the
very bytes that writing would have made, so that a link, a device, another folder, a file twice or anything hidden
between two files is refused without a rule for each.
"""

from __future__ import annotations

import hashlib
import json
import re
import tarfile
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, BinaryIO, Final

from meldcode.vault import errors, slot
from meldcode.vault.disk import Disk, make_folder
from meldcode.vault.errors import VaultError
from meldcode.vault.layout import CASES, FOLDERS
from meldcode.vault.record import canonical
from meldcode.vault.whole import appearing, require_free

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FORMAT: Final = 1
PATH: Final = "backup.json"
"""The first member, and what errors name as their place where the backup as a whole is meant."""
_CODE: Final = "[0-9A-HJKMNP-TV-Z]{8}"
_NAME: Final = re.compile(
    rf"kluis\.json|sleutel\.age|register\.age|zaken/{_CODE}\.zaak|sleutels/{_CODE}\.age|protocollen/[0-9a-f]{{64}}\.age"
)
_BLOCK: Final = 512
_END: Final = bytes(2 * _BLOCK)
_MOST_BYTES: Final = 256 * 1024 * 1024
"""Of one file; a case of a thousand records has half a megabyte."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself: when it was made, when it should be destroyed, and the SHA-256 (hex) by file."""

    made: datetime
    destroy_by: date
    files: Mapping[str, str]

    @property
    def cases(self) -> int:
        """How many cases are in it."""
        return sum(name.startswith(f"{CASES}/") for name in self.files)


def write(disk: Disk, file: BinaryIO, made: datetime, destroy_by: date) -> Manifest:
    """Write the files of a vault, as they are at one moment; raises `absent` where there is no vault."""
    with slot.reading(disk):
        names = vault_files(disk)
        if not names:
            raise VaultError(errors.ABSENT, path=".")
        digests = {name: hashlib.sha256(_read(disk, name)).hexdigest() for name in names}
        manifest = Manifest(made, destroy_by, digests)
        _add(file, PATH, _encode(manifest))
        for name in names:
            _add(file, name, _read(disk, name))
        file.write(_END)
    return manifest


def vault_files(disk: Disk) -> tuple[str, ...]:
    """List a vault's files, sorted; remains of interrupted writes, and what is not ours, are left out."""
    found = [*disk.names(""), *(f"{folder}/{name}" for folder in FOLDERS for name in disk.names(folder))]
    return tuple(sorted(name for name in found if _NAME.fullmatch(name)))


def check(file: BinaryIO) -> Manifest:
    """Read a whole backup and return what it holds; raises as `members`."""
    manifest, members = opened(file)
    for _ in members:
        pass
    return manifest


def restore(file: BinaryIO, place: Path) -> Manifest:
    """Put a backup at a place where nothing is; it appears there as a whole or not at all.

    Raises `exists`, `symlink`, `read_only`, `not_stored`, and as `opened`.
    """
    require_free(place)
    check(file)  # before anything is written
    file.seek(0)
    manifest, members = opened(file)
    with appearing(place) as fresh:
        for folder in FOLDERS:
            make_folder(fresh / folder)
        disk = Disk(fresh)
        for name, data in members:
            disk.create(name, data)
    return manifest


def opened(file: BinaryIO) -> tuple[Manifest, Iterator[tuple[str, bytes]]]:
    """Return what a backup says of itself, and its files, each checked when its turn comes.

    Raises `damaged`, `bad_parameters` for what can't be in a vault, and `newer_format`; the files too raise while read.
    """
    manifest = _decode(_next(file, PATH))
    return manifest, _members(file, manifest)


def _members(file: BinaryIO, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    for name, digest in manifest.files.items():
        data = _next(file, name)
        if hashlib.sha256(data).hexdigest() != digest:
            raise VaultError(errors.DAMAGED, path=name)
        yield name, data
    if file.read(len(_END) + 1) != _END:
        raise VaultError(errors.DAMAGED, path=PATH, reason="end")


def _next(file: BinaryIO, name: str) -> bytes:
    """Read the next member, which must be this one, written as we write it."""
    header = file.read(_BLOCK)
    try:
        size = int(header[124:135], 8)
    except ValueError as error:
        raise VaultError(errors.DAMAGED, path=PATH, reason="header") from error
    if not 0 <= size <= _MOST_BYTES:
        raise VaultError(errors.BAD_PARAMETERS, path=PATH, reason="size")
    if header != _header(name, size):
        raise VaultError(errors.DAMAGED, path=PATH, reason="header")
    data, padding = file.read(size), file.read(-size % _BLOCK)
    if len(data) != size or padding != bytes(-size % _BLOCK):
        raise VaultError(errors.DAMAGED, path=name, reason="size")
    return data


def _add(file: BinaryIO, name: str, data: bytes) -> None:
    if len(data) > _MOST_BYTES:
        raise VaultError(errors.BAD_PARAMETERS, path=name, reason="size")
    file.write(_header(name, len(data)) + data + bytes(-len(data) % _BLOCK))


def _header(name: str, size: int) -> bytes:
    """Return the tar header of a file; nothing in it tells of this machine or this user."""
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info.tobuf(tarfile.USTAR_FORMAT)


def _read(disk: Disk, name: str) -> bytes:
    data = disk.read(name)
    if data is None:
        raise VaultError(errors.DAMAGED, path=name, reason="missing")
    return data


def _encode(manifest: Manifest) -> bytes:
    fields = {
        "format": FORMAT,
        "made": manifest.made.isoformat(),
        "destroy_by": manifest.destroy_by.isoformat(),
        "cases": manifest.cases,
        "files": dict(manifest.files),
    }
    return canonical({**fields, "check": hashlib.sha256(canonical(fields)).hexdigest()}) + b"\n"


def _decode(data: bytes) -> Manifest:
    try:
        fields = json.loads(data)
        if isinstance(fields["format"], int) and fields["format"] > FORMAT:
            raise VaultError(errors.NEWER_FORMAT, path=PATH, format=str(fields["format"]))
        made, destroy_by = datetime.fromisoformat(fields["made"]), date.fromisoformat(fields["destroy_by"])
        manifest = Manifest(made, destroy_by, fields["files"])
        names = list(manifest.files)
        # Only what would be written for this is taken: no other name, order, key or spelling.
        if made.utcoffset() is None or not names or _encode(manifest) != data:
            raise VaultError(errors.DAMAGED, path=PATH)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise VaultError(errors.DAMAGED, path=PATH) from error
    if not all(_NAME.fullmatch(name) for name in names):
        raise VaultError(errors.BAD_PARAMETERS, path=PATH, reason="name")
    return manifest
