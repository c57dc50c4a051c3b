"""Where a vault may stand: not on a network disk, and not in a folder that some service copies away."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from meldcode.vault import errors
from meldcode.vault.disk import disk_error, require_platform
from meldcode.vault.errors import VaultError
from meldcode.vault.layout import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOUNTS: Final = Path("/proc/mounts")
_NETWORK: Final = frozenset(
    {
        *("9p", "afs", "afpfs", "ceph", "cifs", "coda", "davfs", "davfs2", "drvfs", "glusterfs", "lustre", "ncpfs"),
        *("nfs", "nfs4", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf", "vmhgfs", "webdav"),
        *("fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.onedriver", "fuse.rclone", "fuse.sshfs"),
        *("fuse.vmhgfs-fuse",),
    }
)
"""File system types that belong to another machine; locks and fsync there do not mean what they mean here."""
_SYNCED_NAMES: Final = (
    "box sync",
    "cloudstorage",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "onedrive",
    "owncloud",
    "pcloud",
    "proton drive",
    "stack",
    "synology drive",
    "synologydrive",
    "tresorit",
)
_SYNCED_MARKERS: Final = (
    ".dropbox",
    ".dropbox.cache",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".stfolder",
    ".tresorit",
)


def default_place(env: Mapping[str, str]) -> Path:
    """Give `MELDCODE_VAULT`, or the vault's folder in the local, non-roaming application data of this user."""
    require_platform()
    if chosen := env.get("MELDCODE_VAULT"):
        with contextlib.suppress(RuntimeError):  # `~` of someone who is not here is a name like any other
            return Path(chosen).expanduser()
        return Path(chosen)
    import platformdirs  # noqa: PLC0415 - only needed when nothing was chosen

    return platformdirs.user_data_path("meldcode", appauthor=False, roaming=False) / "kluis"


def check_place(path: Path, *, accept: bool = False, mounts: str | None = None) -> None:
    """Refuse a place where a vault is not safe or cannot be written.

    Raises `unsafe_place` (reason `network` or `synced`) unless `accept`, and `read_only`. `mounts` is the text of
    /proc/mounts; where the system has none (macOS), network disks are not recognised.
    """
    require_platform()
    try:
        real = path.resolve()
        if not accept:
            if kind := _network(real, _mounts() if mounts is None else mounts):
                raise VaultError(errors.UNSAFE_PLACE, reason="network", name=kind)
            if name := _synced(real):
                raise VaultError(errors.UNSAFE_PLACE, reason="synced", name=name)
        nearest = next(folder for folder in (real, *real.parents) if folder.exists())
        inside = [nearest / name for name in FOLDERS if (nearest / name).is_dir()]
    except OSError as error:
        raise disk_error(error, ".", writing=True) from error
    if not all(os.access(folder, os.W_OK | os.X_OK) for folder in (nearest, *inside)):
        raise VaultError(errors.READ_ONLY, path=".")


def _mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _network(real: Path, mounts: str) -> str | None:
    """Find the file system that `real` is on: the longest mount point above it, the last one mounted there."""
    best, best_kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, mount point, type
            continue
        point = Path(fields[1].replace(r"\040", " "))
        if real.is_relative_to(point) and len(point.parts) >= best:
            best, best_kind = len(point.parts), fields[2]
    return best_kind if best_kind in _NETWORK else None


def _synced(real: Path) -> str | None:
    for folder in (real, *real.parents):
        name = folder.name.casefold()
        # "OneDrive - Gemeente X", "Dropbox (Personal)": the service first, then whatever it adds.
        for service in _SYNCED_NAMES:
            if name == service or name.startswith((f"{service} ", f"{service}-", f"{service}(")):
                return service
        for marker in _SYNCED_MARKERS:
            if (folder / marker).exists():
                return marker
    return None
