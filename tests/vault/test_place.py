"""DUR-12: no vault on a network disk or in a synced folder, unless that was accepted once; the mounts are fake."""

from __future__ import annotations

from pathlib import Path

import pytest

from meldcode.vault import errors
from meldcode.vault.errors import VaultError
from meldcode.vault.setup import check_place, default_place, prepare
from tests.vault.helpers import Clock


def reason(path: Path, mounts: str = "") -> tuple[str, str]:
    with pytest.raises(VaultError) as refused:
        check_place(path, mounts=mounts)
    assert refused.value.code == errors.UNSAFE_PLACE
    return refused.value.values["reason"], refused.value.values["name"]


def test_an_ordinary_place_is_fine(tmp_path: Path) -> None:
    check_place(tmp_path / "new" / "kluis", mounts="/dev/sda1 / ext4 rw 0 0\n")


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "davfs"])
def test_a_network_disk_is_refused_unless_accepted(tmp_path: Path, kind: str) -> None:
    mounts = f"/dev/sda1 / ext4 rw 0 0\nserver:/home {tmp_path} {kind} rw 0 0\n"

    assert reason(tmp_path / "deep" / "kluis", mounts) == ("network", kind)
    check_place(tmp_path / "kluis", accept=True, mounts=mounts)


def test_the_nearest_and_last_mount_counts(tmp_path: Path) -> None:
    inner = tmp_path / "local disk"
    inner.mkdir()
    network = f"/dev/sda1 / ext4 rw 0 0\nserver:/x {tmp_path} nfs rw 0 0\n"
    named = str(inner).replace(" ", "\\040")

    check_place(inner / "kluis", mounts=f"{network}/dev/sdb1 {named} ext4 rw 0 0\n")
    assert reason(inner, f"{network}/dev/sdb1 {named} ext4 rw 0 0\na:/b {named} nfs rw 0 0\n") == ("network", "nfs")
    assert reason(tmp_path / "local diskette", f"{network}/dev/sdb1 {named} ext4 rw 0 0\n") == ("network", "nfs")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "dropbox"),
        ("OneDrive - Gemeente Utrecht", "onedrive"),
        ("Nextcloud", "nextcloud"),
        ("Google Drive", "google drive"),
        ("GoogleDrive-x@y.nl", "googledrive"),
        ("Mobile Documents", "mobile documents"),
        ("iCloud Drive", "icloud"),
    ],
)
def test_a_synced_folder_is_refused_unless_accepted(tmp_path: Path, folder: str, service: str) -> None:
    path = tmp_path / folder / "work" / "kluis"

    assert reason(path) == ("synced", service)
    check_place(path, accept=True)
    with pytest.raises(VaultError) as refused:
        prepare(path, "correct paard batterij nietje", clock=Clock(), who="x")
    assert refused.value.code == errors.UNSAFE_PLACE


def test_a_folder_with_the_mark_of_a_sync_service_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()

    assert reason(tmp_path / "any" / "kluis") == ("synced", ".stfolder")


def test_a_name_that_only_looks_like_a_service_is_fine(tmp_path: Path) -> None:
    check_place(tmp_path / "dropboxes" / "stacks" / "kluis", mounts="")


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "innocent").symlink_to(tmp_path / "Dropbox")

    assert reason(tmp_path / "innocent" / "kluis") == ("synced", "dropbox")


def test_the_default_place_is_local_data_unless_chosen() -> None:
    assert default_place({"MELDCODE_VAULT": "/srv/kluis"}) == Path("/srv/kluis")
    assert default_place({"MELDCODE_VAULT": "~/kluis"}) == Path.home() / "kluis"
    assert default_place({}).parts[-2:] == ("meldcode", "kluis")
