"""Writes that stop halfway: what was acknowledged stays, the rest is dropped and reported, remains are left alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from meldcode.vault import errors, log
from meldcode.vault.errors import VaultError
from meldcode.vault.verify import verify
from tests.vault.helpers import FACTS, FailingDisk, PowerCutError, case_file, found, numbers, run, tree, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.age import Key
    from meldcode.vault.store import Vault


def test_a_last_line_torn_at_any_length_is_dropped_and_reported(vault: Vault, root: Path) -> None:
    code = vault.create({"n": 1}, FACTS)
    vault.append(code, {"n": 2}, FACTS)
    register = (root / "register.age").read_bytes()
    path = case_file(root, code)
    start = path.stat().st_size
    vault.append(code, {"n": "never acknowledged"}, FACTS)
    (root / "register.age").write_bytes(register)
    whole = path.read_bytes()

    for length in range(start + 1, len(whole)):
        path.write_bytes(whole[:length])
        case = vault.read(code)
        unended = length == len(whole) - 1
        assert [one.seq for one in case.records] == ([1, 2, 3] if unended else [1, 2]), length
        assert [one.code for one in case.findings] == [log.EXTRA_RECORD if unended else log.TORN_TAIL], length
        assert case.complete


@pytest.mark.parametrize("remains", [b"x", b"WWdl", b"\x00" * 5000, b"a\nb\nc", b"\xff\n"])
def test_the_next_record_stands_on_a_line_of_its_own_and_the_remains_stay(
    vault: Vault, root: Path, remains: bytes
) -> None:
    code = vault.create({"n": 1}, FACTS)
    path = case_file(root, code)
    path.write_bytes(path.read_bytes() + remains)
    before = path.read_bytes()

    vault.append(code, {"n": 2}, FACTS)
    vault.append(code, {"n": 3}, FACTS)

    assert path.read_bytes().startswith(before)
    assert numbers(vault, code) == [1, 2, 3]
    assert found(vault, code) == [log.TORN_LINE]
    assert vault.read(code).complete


def test_a_record_that_only_lost_its_line_end_is_not_lost(vault: Vault, root: Path) -> None:
    code = vault.create({"n": 1}, FACTS)
    vault.append(code, {"n": 2}, FACTS)
    path = case_file(root, code)
    path.write_bytes(path.read_bytes()[:-1])

    assert numbers(vault, code) == [1, 2]
    vault.append(code, {"n": 3}, FACTS)
    assert numbers(vault, code) == [1, 2, 3]
    assert found(vault, code) == []


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_power_cut_in_append_costs_nothing_acknowledged(
    vault: Vault, root: Path, user: Key, at: int, *, after: bool
) -> None:
    code = vault.create({"n": 1}, FACTS)
    with pytest.raises(PowerCutError):
        unlocked(root, user, disk=FailingDisk(root, at, PowerCutError(), after=after)).append(code, {"n": 2}, FACTS)

    again = unlocked(root, user)
    assert again.read(code).complete
    there = numbers(again, code)
    assert there in ([1], [1, 2])
    assert again.append(code, {"n": "next"}, FACTS).seq == len(there) + 1
    assert found(again, code) == []


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_power_cut_in_create_leaves_a_vault_that_works(
    vault: Vault, root: Path, user: Key, at: int, *, after: bool
) -> None:
    first = vault.create({"n": 1}, FACTS)
    with pytest.raises(PowerCutError):
        unlocked(root, user, disk=FailingDisk(root, at, PowerCutError(), after=after)).create({"n": 1}, FACTS)

    again = unlocked(root, user)
    assert found(again, first) == []
    second = again.create({"n": 1}, FACTS)
    assert {first, second} <= {entry.code for entry in again.cases()}
    assert all(report.good for report in verify(again))


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_an_unacknowledged_record_is_written_anew_before_anything_follows_it(
    vault: Vault, root: Path, user: Key, at: int
) -> None:
    """After a failed fsync the line may exist in memory only; the next append brings it to the disk first."""
    code = vault.create({"n": 1}, FACTS)
    failed = VaultError(errors.NOT_STORED, errno="EIO", path="x")
    with pytest.raises(VaultError):
        unlocked(root, user, disk=FailingDisk(root, 2, failed, after=True)).append(code, {"n": 2}, FACTS)
    assert found(vault, code) == [log.EXTRA_RECORD]

    with pytest.raises(PowerCutError):
        unlocked(root, user, disk=FailingDisk(root, at, PowerCutError(), after=False)).append(code, {"n": 3}, FACTS)
    assert numbers(vault, code) == [1, 2]
    assert vault.append(code, {"n": 3}, FACTS).seq == 3
    assert found(vault, code) == []


@pytest.mark.parametrize("same_process", [True, False])
def test_a_register_that_may_not_be_on_the_disk_is_stored_again_before_a_record_follows_it(
    vault: Vault, root: Path, user: Key, *, same_process: bool
) -> None:
    """DUR-04: the fsync of its folder failed; without this a power cut could leave the file two records ahead."""
    code = vault.create({"n": 1}, FACTS)
    failing = FailingDisk(root, 3, VaultError(errors.NOT_STORED, errno="EIO", path="x"), after=True)
    writer = unlocked(root, user, disk=failing)
    with pytest.raises(VaultError):
        writer.append(code, {"n": 2}, FACTS)
    unsure = (root / "register.age").read_bytes()

    failing.stop_at(2, PowerCutError())
    again = writer if same_process else unlocked(root, user, disk=failing)
    with pytest.raises(PowerCutError):
        again.append(code, {"n": 3}, FACTS)

    assert (root / "register.age").read_bytes() != unsure
    assert numbers(vault, code) == [1, 2, 3]
    assert found(vault, code) == [log.EXTRA_RECORD]


def test_a_register_that_this_process_stored_is_not_stored_twice(vault: Vault, root: Path, user: Key) -> None:
    code = vault.create({"n": 1}, FACTS)
    disk = FailingDisk(root, 0, PowerCutError(), after=True)
    writer = unlocked(root, user, disk=disk)
    writer.append(code, {"n": 2}, FACTS)

    disk.stop_at(2, PowerCutError())
    with pytest.raises(PowerCutError):
        writer.append(code, {"n": 3}, FACTS)
    assert writer.cases()[0].count == 3, "the line and the register, and no write before them"


def test_what_a_failed_write_left_is_written_again_before_it_is_acknowledged(
    vault: Vault, root: Path, user: Key
) -> None:
    """DUR-04: kept bytes, and the key that colleagues hand over to."""
    disk = FailingDisk(root, 1, VaultError(errors.NOT_STORED, errno="EIO", path="x"), after=True)
    writer = unlocked(root, user, disk=disk)
    with pytest.raises(VaultError):
        writer.keep(b"protocol")
    disk.stop_at(1, PowerCutError())
    with pytest.raises(PowerCutError):
        writer.keep(b"protocol")

    disk.stop_at(3, VaultError(errors.NOT_STORED, errno="EIO", path="x"))
    with pytest.raises(VaultError):
        writer.receiving_key()
    unsure = (root / "sleutel.age").read_bytes()
    key = writer.receiving_key()
    assert (root / "sleutel.age").read_bytes() != unsure
    assert unlocked(root, user).receiving_key() == key
    assert vault.receiving_key() == key


def test_a_failed_fsync_is_not_acknowledged_and_not_tried_again(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    code = vault.create({"n": 1}, FACTS)
    flushed: list[int] = []

    def failing(descriptor: int) -> None:
        flushed.append(descriptor)
        raise OSError(5, "EIO")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", failing)
        with pytest.raises(VaultError) as refused:
            vault.append(code, {"n": 2}, FACTS)

    assert (refused.value.code, refused.value.values["errno"]) == (errors.NOT_STORED, "EIO")
    assert len(flushed) == 1
    assert vault.cases()[0].count == 1


FULL_DISK = """
import resource, sys
from pathlib import Path
from meldcode.vault.age import Key
from meldcode.vault.errors import VaultError
from meldcode.vault.verify import verify
from tests.vault.helpers import FACTS, case_file, unlocked
root, code, room = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
vault = unlocked(root, Key(sys.stdin.readline().strip()))
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (case_file(root, code).stat().st_size + room, before[1]))
try:
    vault.append(code, {"n": "too much"}, FACTS)
except VaultError as error:
    print(error.code, error.values["errno"])
resource.setrlimit(resource.RLIMIT_FSIZE, before)
print(vault.append(code, {"n": "room again"}, FACTS).seq)
"""


@pytest.mark.parametrize("room", [0, 1, 300])
def test_a_full_disk_is_told_and_what_follows_is_whole(vault: Vault, root: Path, user: Key, room: int) -> None:
    code = vault.create({"n": 1}, FACTS)
    vault.append(code, {"n": 2}, FACTS)

    said = run(FULL_DISK, str(root), code, str(room), given=user.secret()).split()

    assert said[0] == errors.NOT_STORED
    assert said[1] in ("EFBIG", "ENOSPC")
    assert said[2] == "3"
    assert numbers(vault, code) == [1, 2, 3]
    assert found(vault, code) == ([log.TORN_LINE] if room else [])


def test_a_case_that_could_not_be_made_leaves_nothing(
    vault: Vault, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(root)

    def full(_descriptor: int, _data: bytes) -> int:
        raise OSError(28, "ENOSPC")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(VaultError) as refused:
            vault.create({}, FACTS)

    assert (refused.value.code, refused.value.values["errno"]) == (errors.NOT_STORED, "ENOSPC")
    assert tree(root) == {**before, ".slot": b""}


def test_remains_of_a_half_written_register_are_cleared_away(vault: Vault, root: Path) -> None:
    code = vault.create({"n": 1}, FACTS)
    (root / ".register.age.new").write_bytes(b"half")

    vault.append(code, {"n": 2}, FACTS)

    assert ".register.age.new" not in tree(root)
