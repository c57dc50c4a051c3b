"""Files of ours and no others: private whatever the umask, never through a link, never into a pipe."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

import pytest

from meldcode.vault import errors
from meldcode.vault.errors import VaultError
from meldcode.vault.setup import open_vault, prepare
from tests.vault.helpers import FACTS, Clock, case_file, tree, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from meldcode.vault.age import Key
    from meldcode.vault.store import Vault

OWN = "correct paard batterij nietje"


@pytest.mark.parametrize("umask", [0o000, 0o777])
def test_files_are_for_their_owner_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        pending = prepare(tmp_path / "a" / "kluis", OWN, clock=Clock(), who="x")
        vault = pending.confirm(pending.recovery_code[-6:])
        (tmp_path / "a" / "kluis" / ".slot").unlink()
        code = vault.create({}, FACTS)
        vault.append(code, {}, FACTS)
        vault.keep(b"x")
    finally:
        os.umask(before)

    paths = list((tmp_path / "a").rglob("*"))
    assert len(paths) == 11
    for path in (tmp_path / "a", *paths):
        assert stat.S_IMODE(path.lstat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def link(path: Path, elsewhere: Path) -> None:
    elsewhere.write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(elsewhere)


def dangling(path: Path, elsewhere: Path) -> None:
    path.unlink()
    path.symlink_to(elsewhere)


def hard_link(path: Path, elsewhere: Path) -> None:
    elsewhere.write_bytes(path.read_bytes())
    path.unlink()
    path.hardlink_to(elsewhere)


def pipe(path: Path, _elsewhere: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path, _elsewhere: Path) -> None:
    path.unlink()
    path.mkdir()


PLANTED = pytest.mark.parametrize("plant", [link, dangling, hard_link, pipe, folder])
TARGETS = pytest.mark.parametrize("target", ["zaken", "sleutels", "register.age", ".slot", "protocollen"])


@pytest.fixture
def code(vault: Vault) -> str:
    vault.keep(b"kept")
    return vault.create({}, FACTS)


@PLANTED
@TARGETS
def test_whatever_is_planted_at_our_paths_is_never_written_through(
    root: Path, user: Key, code: str, target: str, plant: Callable[[Path, Path], None]
) -> None:
    path = next((root / target).iterdir()) if (root / target).is_dir() else root / target
    elsewhere = root.parent / "elsewhere"
    plant(path, elsewhere)
    before = elsewhere.read_bytes() if elsewhere.exists() else None

    again = unlocked(root, user)
    for ask in (lambda: again.append(code, {}, FACTS), lambda: again.keep(b"kept"), lambda: again.read(code)):
        with contextlib.suppress(VaultError):
            ask()

    assert (elsewhere.read_bytes() if elsewhere.exists() else None) == before


@pytest.mark.parametrize("plant", [link, pipe, folder])
@pytest.mark.parametrize("target", ["zaken", "sleutels", "register.age", ".slot"])
def test_links_and_pipes_are_refused_by_name(
    root: Path, user: Key, code: str, target: str, plant: Callable[[Path, Path], None]
) -> None:
    path = next((root / target).iterdir()) if (root / target).is_dir() else root / target
    plant(path, root.parent / "elsewhere")

    with pytest.raises(VaultError) as refused:
        unlocked(root, user).append(code, {}, FACTS)
    assert (refused.value.code, refused.value.values["path"]) == (errors.SYMLINK, str(path.relative_to(root)))


def test_a_case_file_with_a_second_name_is_read_but_not_written(vault: Vault, root: Path, tmp_path: Path) -> None:
    code = vault.create({"n": 1}, FACTS)
    (tmp_path / "backup").hardlink_to(case_file(root, code))

    assert vault.read(code).findings == ()
    with pytest.raises(VaultError) as refused:
        vault.append(code, {}, FACTS)
    assert (refused.value.code, refused.value.values["kind"]) == (errors.SYMLINK, "hardlink")


@pytest.mark.parametrize("name", ["zaken", "sleutels", "protocollen"])
def test_a_folder_that_became_a_link_is_refused(root: Path, user: Key, code: str, tmp_path: Path, name: str) -> None:
    (root / name).rename(tmp_path / "moved")
    (root / name).symlink_to(tmp_path / "moved")
    before = tree(tmp_path / "moved")

    again = unlocked(root, user)
    with pytest.raises(VaultError) as refused:
        again.keep(b"kept") if name == "protocollen" else again.append(code, {}, FACTS)
    assert refused.value.code == errors.SYMLINK
    assert tree(tmp_path / "moved") == before


def test_a_vault_behind_a_link_is_refused(vault: Vault, root: Path, user: Key, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)

    for ask in (
        unlocked(tmp_path / "link", user).cases,
        lambda: open_vault(tmp_path / "link", OWN, clock=Clock(), who="x"),
        lambda: prepare(tmp_path / "link", OWN, clock=Clock(), who="x"),
    ):
        with pytest.raises(VaultError) as refused:
            ask()
        assert refused.value.code == errors.SYMLINK
    assert vault.cases() == ()


def test_a_link_planted_at_a_temporary_name_is_replaced_and_not_followed(
    vault: Vault, root: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    (root / ".register.age.new").symlink_to(victim)

    vault.create({}, FACTS)

    assert victim.read_bytes() == b"untouched"
    assert not (root / "register.age").is_symlink()
