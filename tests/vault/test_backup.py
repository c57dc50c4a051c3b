"""Backup and restore: equal byte for byte, and nothing but the very bytes of a backup is ever put back.

DUR-13: a backup is restored elsewhere and verified. INP-11: no name in a backup becomes a path but those of a vault.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import tarfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.vault import backup, errors
from meldcode.vault.disk import Disk
from meldcode.vault.errors import VaultError
from meldcode.vault.record import canonical
from meldcode.vault.verify import verify
from tests.vault.helpers import FACTS, tree, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from meldcode.vault.age import Key
    from meldcode.vault.store import Vault

MADE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
UNTIL = date(2027, 2, 21)


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """Give a vault with two cases and kept bytes."""
    vault.keep(b"the protocol")
    code = vault.create({"n": 1}, FACTS)
    vault.append(code, {"n": 2}, FACTS)
    vault.create({"n": "another"}, FACTS)
    return vault


def made(root: Path) -> bytes:
    file = io.BytesIO()
    backup.write(Disk(root), file, MADE, UNTIL)
    return file.getvalue()


def files(root: Path) -> dict[str, bytes]:
    """Every file of a vault, but the lock."""
    return {name: data for name, data in tree(root).items() if name != ".slot"}


def refused(data: bytes, place: Path) -> VaultError:
    with pytest.raises(VaultError) as raised:
        backup.restore(io.BytesIO(data), place)
    assert not place.exists()
    assert list(place.parent.glob(".*.new")) == []
    return raised.value


def test_a_restored_vault_is_equal_byte_for_byte_and_verifies(
    filled: Vault, root: Path, user: Key, tmp_path: Path
) -> None:
    """DUR-13."""
    place = tmp_path / "elders" / "kluis"
    manifest = backup.restore(io.BytesIO(made(root)), place)

    assert files(place) == files(root)
    assert (manifest.cases, manifest.made, manifest.destroy_by) == (2, MADE, UNTIL)
    again = unlocked(place, user)
    assert [report.good for report in verify(again)] == [True, True]
    assert again.damaged_kept() == ()
    for entry in filled.cases():
        assert again.read(entry.code).records == filled.read(entry.code).records
    assert again.append(entry.code, {"n": "on"}, FACTS).seq == entry.count + 1
    assert {path.stat().st_mode & 0o777 for path in place.rglob("*")} == {0o600, 0o700}


@pytest.mark.usefixtures("filled")
def test_what_does_not_belong_to_a_vault_does_not_go_along(root: Path) -> None:
    before = made(root)
    for name in (".register.age.new", "aantekeningen.txt", "zaken/oud.zaak", "zaken/.7Q2M9XKD.zaak.new"):
        (root / name).write_bytes(b"x")
    assert made(root) == before


@pytest.mark.usefixtures("filled")
def test_the_stock_tar_unpacks_a_backup(root: Path, tmp_path: Path) -> None:
    (tmp_path / "kluis.tar").write_bytes(made(root))
    unpacked = tmp_path / "uitgepakt"
    unpacked.mkdir()
    tar = shutil.which("tar")
    assert tar
    subprocess.run([tar, "-xf", str(tmp_path / "kluis.tar"), "-C", str(unpacked)], check=True)
    manifest = json.loads((unpacked / "backup.json").read_bytes())
    (unpacked / "backup.json").unlink()
    assert tree(unpacked) == files(root)
    assert manifest["cases"] == 2
    assert {name: hashlib.sha256(data).hexdigest() for name, data in files(root).items()} == manifest["files"]


@pytest.mark.usefixtures("filled")
def test_a_place_with_something_in_it_is_refused_and_left_alone(root: Path, tmp_path: Path) -> None:
    data, before = made(root), tree(root)
    with pytest.raises(VaultError) as raised:
        backup.restore(io.BytesIO(data), root)
    assert raised.value.code == errors.EXISTS
    assert tree(root) == before
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nergens")
    with pytest.raises(VaultError) as raised:
        backup.restore(io.BytesIO(data), link)
    assert raised.value.code == errors.SYMLINK


def test_a_backup_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VaultError) as raised:
        backup.write(Disk(tmp_path / "leeg"), io.BytesIO(), MADE, UNTIL)
    assert raised.value.code == errors.ABSENT


def test_a_damaged_vault_is_backed_up_as_it_is(filled: Vault, root: Path, tmp_path: Path) -> None:
    code = filled.cases()[0].code
    (root / "zaken" / f"{code}.zaak").write_bytes(b"\xff\x00 damaged")
    (root / "register.age").unlink()
    backup.restore(io.BytesIO(made(root)), tmp_path / "elders")
    assert files(tmp_path / "elders") == files(root)


@pytest.mark.usefixtures("filled")
class TestHostile:
    def test_every_cut_of_a_backup_is_refused(self, root: Path, tmp_path: Path) -> None:
        whole = made(root)
        for length in (*range(0, len(whole), 97), len(whole) - 1):
            assert refused(whole[:length], tmp_path / "x").code in (errors.DAMAGED, errors.BAD_PARAMETERS), length
        assert list(tmp_path.iterdir()) == [root]

    def test_every_flipped_bit_of_a_backup_is_refused(self, root: Path, tmp_path: Path) -> None:
        """Every 61st byte, in turn each of its bits; hash, header and padding speak for every one."""
        whole = made(root)
        for at in range(0, len(whole), 61):
            wrong = whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :]
            refused(wrong, tmp_path / "x")

    @pytest.mark.parametrize("more", [b"x", bytes(512), bytes(10240)])
    def test_what_follows_the_end_is_refused(self, root: Path, tmp_path: Path, more: bytes) -> None:
        assert refused(made(root) + more, tmp_path / "x").code == errors.DAMAGED

    @pytest.mark.parametrize(
        "name",
        [
            "../kluis.json",
            "/etc/passwd",
            "zaken/../../x",
            "zaken/AAAAAAAA.zaak/x",
            "zaken/AAAAAAAI.zaak",
            "zaken/aaaaaaaa.zaak",
            "sleutels/AAAAAAAA.zaak",
            "kluis.json\n",
            "",
            ".",
            ".slot",
            "x" * 100,
        ],
    )
    def test_a_name_that_no_vault_has_is_refused(self, root: Path, tmp_path: Path, name: str) -> None:
        """INP-11: whole and with a right hash, so that nothing but the name is wrong."""
        whole = remade(root, {name: b"x"})
        assert refused(whole, tmp_path / "x").code == errors.BAD_PARAMETERS

    @pytest.mark.parametrize(
        "change",
        [
            lambda info: setattr(info, "type", tarfile.SYMTYPE),
            lambda info: setattr(info, "type", tarfile.LNKTYPE),
            lambda info: setattr(info, "type", tarfile.CHRTYPE),
            lambda info: setattr(info, "type", tarfile.FIFOTYPE),
            lambda info: setattr(info, "type", tarfile.DIRTYPE),
            lambda info: setattr(info, "type", b"L"),
            lambda info: setattr(info, "linkname", "/etc/passwd"),
            lambda info: setattr(info, "mode", 0o4777),
            lambda info: setattr(info, "name", "zaken/../../x"),
        ],
        ids=["symlink", "hard link", "device", "pipe", "folder", "long name", "link name", "setuid", "other name"],
    )
    def test_a_header_that_we_do_not_write_is_refused(
        self, root: Path, tmp_path: Path, change: Callable[[tarfile.TarInfo], None]
    ) -> None:
        whole = made(root)
        at = whole.index(b"kluis.json\0")
        info = tarfile.TarInfo.frombuf(whole[at : at + 512], "ascii", "strict")
        change(info)
        wrong = whole[:at] + info.tobuf(tarfile.USTAR_FORMAT) + whole[at + 512 :]
        assert refused(wrong, tmp_path / "x").code == errors.DAMAGED

    def test_a_giant_is_refused_before_it_is_read(self, root: Path, tmp_path: Path) -> None:
        whole = made(root)
        info = tarfile.TarInfo(backup.PATH)
        info.size, info.mode = 2**33 - 1, 0o600
        wrong = info.tobuf(tarfile.USTAR_FORMAT) + whole[512:]
        assert refused(wrong, tmp_path / "x").code == errors.BAD_PARAMETERS

    def test_a_file_twice_is_refused(self, root: Path, tmp_path: Path) -> None:
        whole = made(root)
        first = whole[whole.index(b"kluis.json\0") : -1024]
        assert refused(whole[:-1024] + first + bytes(1024), tmp_path / "x").code == errors.DAMAGED

    @pytest.mark.parametrize(
        "fields",
        [
            {"format": 0},
            {"made": "2026-11-23"},
            {"destroy_by": 1},
            {"cases": 7},
            {"files": []},
            {"files": {}},
            {"x": 1},
        ],
        ids=str,
    )
    def test_a_manifest_that_cannot_be_is_refused(self, root: Path, tmp_path: Path, fields: dict[str, object]) -> None:
        assert refused(remade(root, {}, **fields), tmp_path / "x").code == errors.DAMAGED

    def test_a_newer_format_is_told_apart_from_damage(self, root: Path, tmp_path: Path) -> None:
        assert refused(remade(root, {}, format=2), tmp_path / "x").code == errors.NEWER_FORMAT

    @pytest.mark.parametrize("data", [b"", b"\0" * 2048, b"\xff" * 2048, b"age-encryption.org/v1\n"])
    def test_what_is_no_backup_is_refused(self, tmp_path: Path, data: bytes) -> None:
        assert refused(data, tmp_path / "x").code == errors.DAMAGED


def remade(root: Path, more: dict[str, bytes], **fields: object) -> bytes:
    """Make a backup as someone would who knows the format: other files or other fields, and everything else right."""
    content = dict(sorted((files(root) | more).items()))
    manifest: dict[str, Any] = {
        "format": 1,
        "made": MADE.isoformat(),
        "destroy_by": UNTIL.isoformat(),
        "cases": sum(name.startswith("zaken/") for name in content),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in content.items()},
    } | fields
    manifest["check"] = hashlib.sha256(canonical(manifest)).hexdigest()
    whole = b""
    for name, data in {"backup.json": canonical(manifest) + b"\n", **content}.items():
        info = tarfile.TarInfo(name)
        info.size, info.mode = len(data), 0o600
        whole += info.tobuf(tarfile.USTAR_FORMAT) + data + bytes(-len(data) % 512)
    return whole + bytes(1024)


@pytest.mark.usefixtures("filled")
def test_what_the_hostile_backups_are_made_with_makes_a_good_one(root: Path) -> None:
    assert remade(root, {}) == made(root)


class PowerCutError(BaseException):
    """The process is gone: no code of ours runs after this."""


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("error", [PowerCutError(), OSError(28, "ENOSPC")], ids=["power cut", "full disk"])
@pytest.mark.parametrize("at", [1, 4, 8])
def test_an_interrupted_restore_leaves_nothing_at_the_place(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, at: int, error: BaseException
) -> None:
    data, place, left = made(root), tmp_path / "elders", at
    write = Disk.create

    def failing(disk: Disk, path: str, content: bytes) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise error
        write(disk, path, content)

    with monkeypatch.context() as patched:
        patched.setattr(Disk, "create", failing)
        with pytest.raises((PowerCutError, VaultError)):
            backup.restore(io.BytesIO(data), place)
    assert not place.exists()
    backup.restore(io.BytesIO(data), place)
    assert files(place) == files(root)


@pytest.mark.usefixtures("filled")
def test_nothing_in_a_backup_tells_of_this_machine_or_this_user(root: Path) -> None:
    whole = made(root)
    assert str(root).encode() not in whole
    assert b"j.jansen" not in whole
    info = tarfile.TarInfo.frombuf(whole[:512], "ascii", "strict")
    assert (info.uid, info.gid, info.uname, info.gname, info.mtime) == (0, 0, "", "", 0)
