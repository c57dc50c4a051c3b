"""Rotation and destroying a case: nothing that lives is lost at any interruption, and what was destroyed stays so."""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

import pytest

from meldcode.vault import age, errors, register
from meldcode.vault.errors import VaultError
from meldcode.vault.verify import DESTROYED, verify
from tests.vault.helpers import FACTS, PAPER, FailingDisk, PowerCutError, numbers, tree, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from meldcode.vault.age import Key
    from meldcode.vault.store import Vault

KEPT_TEXT = b"id: onderwijs\n"


@pytest.fixture
def filled(vault: Vault) -> tuple[Vault, tuple[str, str], str]:
    """A vault with two cases and kept bytes: the vault, the codes, the digest."""
    codes = (vault.create({"n": 1}, FACTS), vault.create({"n": 1}, FACTS))
    for code in codes:
        vault.append(code, {"n": 2}, FACTS)
    return vault, codes, vault.keep(KEPT_TEXT)


def everything(root: Path, opener: Key, digest: str) -> set[str]:
    """Read the whole vault with one key at hand; return the codes of the cases that were read, all whole."""
    vault = unlocked(root, opener)
    assert vault.kept(digest) == KEPT_TEXT
    read = {entry.code for entry in vault.cases()}
    for code in read:
        assert numbers(vault, code) == [1, 2]
    assert vault.damaged_kept() == ()
    return read


def opens(key: Key, ciphertext: bytes) -> bool:
    try:
        key.decrypt(ciphertext)
    except age.UndecryptableError:
        return False
    return True


def user_files(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(root).items() if name.endswith(".age") and name != "sleutel.age"}


def test_after_a_rotation_the_key_before_opens_nothing_and_all_is_there(
    filled: tuple[Vault, tuple[str, str], str], root: Path, user: Key
) -> None:
    vault, codes, digest = filled
    names = set(user_files(root))

    assert vault.rotate() == ()

    assert everything(root, user, digest) == set(codes)
    assert everything(root, PAPER, digest) == set(codes)
    assert not any(opens(user, data) for data in user_files(root).values())
    assert len(user_files(root)) == len(names)
    assert b"previous" not in user.decrypt((root / "sleutel.age").read_bytes())
    assert user.decrypt((root / "sleutel.age").read_bytes()).count(b"AGE-SECRET-KEY-") == 1
    assert not vault.access.is_unfinished()


def test_a_session_that_was_open_during_a_rotation_goes_on(
    filled: tuple[Vault, tuple[str, str], str], root: Path, user: Key
) -> None:
    vault, (code, _), digest = filled
    unlocked(root, user).rotate()

    assert vault.append(code, {"n": 3}, FACTS).seq == 3
    assert vault.kept(digest) == KEPT_TEXT
    assert vault.create({"n": 1}, FACTS) in {entry.code for entry in unlocked(root, user).cases()}


def interrupted(root: Path, user: Key, at: int, *, after: bool, change: Callable[[Vault], object]) -> bool:
    """Change a vault whose n-th write is the last of its process; False if it needed fewer."""
    try:
        change(unlocked(root, user, disk=FailingDisk(root, at, PowerCutError(), after=after)))
    except PowerCutError:
        return True
    return False


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_rotation_interrupted_at_any_write_loses_nothing_and_can_be_finished(
    filled: tuple[Vault, tuple[str, str], str], root: Path, user: Key, *, after: bool
) -> None:
    _, codes, digest = filled
    for at in itertools.count(1):
        copy = shutil.copytree(root, root.with_name(f"copy{at}"))
        cut = interrupted(copy, user, at, after=after, change=lambda vault: vault.rotate())
        assert everything(copy, user, digest) == set(codes)
        assert everything(copy, PAPER, digest) == set(codes)
        again = unlocked(copy, user)
        again.append(again.create({"n": 1}, {}), {"n": 2}, FACTS)
        assert again.access.finish() == ()
        assert not again.access.is_unfinished()
        assert len(everything(copy, user, digest)) == len(codes) + 1
        assert user.decrypt((copy / "sleutel.age").read_bytes()).count(b"AGE-SECRET-KEY-") == 1
        if not cut:
            break
    assert at > 8  # three writes for the keys, one a file, three to forget the key before


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_destroying_a_case_interrupted_at_any_write_is_done_wholly_or_not_at_all(
    filled: tuple[Vault, tuple[str, str], str], root: Path, user: Key, *, after: bool
) -> None:
    vault, (code, other), digest = filled
    case_key = vault._files.key(code).secret()  # noqa: SLF001 - what must not be found again
    outcomes = set()
    for at in itertools.count(1):
        copy = shutil.copytree(root, root.with_name(f"copy{at}"))
        cut = interrupted(copy, user, at, after=after, change=lambda vault: vault.shred(code, "mistake"))
        there = code in everything(copy, user, digest)
        outcomes.add(there)
        again = unlocked(copy, user)
        report = verify(again, code)[0]
        assert report.good
        assert ({one.code for one in report.findings} == {DESTROYED}) is not there
        assert again.access.finish() == ()
        if not there:
            assert not (copy / "zaken" / f"{code}.zaak").exists()
            assert not any(case_key.encode() in plain for plain in plains(copy, user))
        assert other in everything(copy, user, digest)
        if not cut:
            break
    assert outcomes == {True, False}


def plains(root: Path, user: Key) -> list[bytes]:
    """Everything that the vault's keys open, also those that were there before."""
    key_file = user.decrypt((root / "sleutel.age").read_bytes())
    keys = [age.Key(line) for line in key_file.decode().splitlines() if not line.startswith("#")] + [user]
    files = [data for name, data in tree(root).items() if ".age" in name]
    return [key.decrypt(data) for key in keys for data in files if opens(key, data)]


def test_a_destroyed_case_leaves_a_tombstone_and_its_code_is_gone(
    filled: tuple[Vault, tuple[str, str], str], root: Path, user: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, (code, other), _ = filled
    entry = next(one for one in vault.cases() if one.code == code)

    assert vault.shred(code.lower(), "other", "op verzoek") == ()

    (stone,) = unlocked(root, user).tombstones()
    assert (stone.code, stone.ground, stone.text, stone.who) == (code, "other", "op verzoek", "j.jansen")
    assert (stone.count, stone.control) == (2, entry.control)
    assert {one.code for one in vault.cases()} == {other}
    for ask in (
        lambda: vault.read(code),
        lambda: vault.append(code, {"n": 3}, FACTS),
        lambda: vault.shred(code, "mistake"),
    ):
        with pytest.raises(VaultError) as refused:
            ask()
        assert (refused.value.code, refused.value.values) == (errors.SHREDDED, {"at": stone.at[:10]})
    drawn = iter([code, other, "00000001"])
    monkeypatch.setattr("meldcode.vault.codes.new_case_code", lambda: next(drawn))
    assert vault.create({"n": 1}, FACTS) == "00000001"


def test_verify_compares_a_control_code_with_the_last_one_of_a_destroyed_case(
    filled: tuple[Vault, tuple[str, str], str],
) -> None:
    vault, (code, _), _ = filled
    control = next(one for one in vault.cases() if one.code == code).control
    vault.shred(code, "retention")

    assert [one.code for one in verify(vault, code, control)[0].findings] == [DESTROYED, "control_matches"]
    assert not verify(vault, code, "AAAA-AAAA-AAAA-AAAA-AAAA")[0].good
    assert [report.good for report in verify(vault, control=control)] == [True, True]


def test_a_case_with_a_lost_key_or_file_can_be_destroyed_too(
    filled: tuple[Vault, tuple[str, str], str], root: Path
) -> None:
    vault, (keyless, fileless), _ = filled
    (root / "sleutels" / f"{keyless}.age").write_bytes(b"damaged")
    (root / "zaken" / f"{fileless}.zaak").unlink()

    assert vault.shred(keyless, "mistake") == ()
    assert vault.shred(fileless, "mistake") == ()

    assert vault.cases() == ()
    assert not list((root / "sleutels").iterdir())


def test_a_file_put_back_under_a_destroyed_code_is_reported_and_taken_away_when_asked(
    filled: tuple[Vault, tuple[str, str], str], root: Path
) -> None:
    vault, (code, _), _ = filled
    before = {name: data for name, data in tree(root).items() if code in name}
    vault.shred(code, "mistake")
    for name, data in before.items():
        (root / name).write_bytes(data)

    assert vault.access.is_unfinished()
    assert verify(vault, code)[0].good
    assert vault.repair() == ()
    assert vault.access.finish() == ()
    assert not any(code in name for name in tree(root))


def test_a_case_that_is_not_there_cannot_be_destroyed(vault: Vault, root: Path) -> None:
    before = tree(root)
    with pytest.raises(VaultError) as refused:
        vault.shred("7Q2M9XKD", "mistake")
    assert refused.value.code == errors.UNKNOWN_CASE
    assert {**before, ".slot": b""} == tree(root)


@pytest.mark.parametrize("damaged", ["sleutels", "protocollen", "register.age"])
def test_a_damaged_file_stays_as_it_is_and_the_key_that_it_may_need_stays_too(
    filled: tuple[Vault, tuple[str, str], str], root: Path, user: Key, damaged: str
) -> None:
    vault, _, _ = filled
    place = root / damaged
    path = next(iter(sorted(place.iterdir()))) if place.is_dir() else place
    sound = path.read_bytes()
    path.write_bytes(sound[:-1])

    left = vault.rotate()
    again = vault.rotate()

    assert left == again == (str(path.relative_to(root)),)
    assert path.read_bytes() == sound[:-1]
    assert vault.access.is_unfinished()
    path.write_bytes(sound)
    assert unlocked(root, user).access.finish() == ()
    assert not vault.access.is_unfinished()
    assert all(report.good for report in verify(unlocked(root, user)))


def test_remains_of_interrupted_writes_go_with_a_rotation(vault: Vault, root: Path) -> None:
    for name in ("sleutels/.7Q2M9XKD.age.new", ".sleutel.age.new", "protocollen/.x.age.new"):
        (root / name).write_bytes(b"half")

    vault.rotate()

    assert not [name for name in tree(root) if name.endswith(".new")]


def test_a_full_disk_stops_a_rotation_and_the_next_one_ends_it(
    filled: tuple[Vault, tuple[str, str], str], root: Path, user: Key
) -> None:
    _, codes, digest = filled
    full = VaultError(errors.NOT_STORED, errno="ENOSPC", path="x")
    with pytest.raises(VaultError) as refused:
        unlocked(root, user, disk=FailingDisk(root, 5, full, after=False)).rotate()

    assert refused.value.code == errors.NOT_STORED
    assert everything(root, user, digest) == set(codes)
    assert unlocked(root, user).rotate() == ()
    assert everything(root, user, digest) == set(codes)


def test_an_empty_register_is_spelled_as_before_there_were_tombstones() -> None:
    assert register.encode(register.Register()) == b'{"cases":{},"repairs":[],"v":1}'
