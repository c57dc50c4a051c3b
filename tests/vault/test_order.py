"""The order of the calls that make a record durable, as docs/vault-format.md has it under *Writing*."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from meldcode.vault.setup import prepare
from tests.vault.helpers import FACTS, Clock

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.store import Vault

NEW_FILE = ["write", "fsync file", "fsync folder"]
REGISTER = ["write", "fsync file", "replace", "fsync folder"]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked of the system, in order; everything is still done."""
    made: list[str] = []
    write, fsync, replace = os.write, os.fsync, os.replace

    def writing(descriptor: int, data: bytes) -> int:
        made.append("write")
        return write(descriptor, data)

    def syncing(descriptor: int) -> None:
        made.append("fsync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "fsync file")
        fsync(descriptor)

    def replacing(fresh: str, name: str, *, src_dir_fd: int, dst_dir_fd: int) -> None:
        made.append("replace")
        replace(fresh, name, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)

    monkeypatch.setattr(os, "write", writing)
    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(os, "replace", replacing)
    return made


def test_append_writes_one_line_with_one_call_and_acknowledges_after_the_register(
    vault: Vault, calls: list[str]
) -> None:
    code = vault.create({}, FACTS)
    calls.clear()

    vault.append(code, {"text": "x" * 100_000}, FACTS)

    assert calls == ["write", "fsync file", *REGISTER]


def test_create_makes_the_key_before_the_case_and_the_case_before_the_register(vault: Vault, calls: list[str]) -> None:
    vault.create({}, FACTS)

    assert calls == [*NEW_FILE, *NEW_FILE, *REGISTER]


def test_kept_bytes_are_on_disk_before_their_digest_is_given(vault: Vault, calls: list[str]) -> None:
    vault.keep(b"protocol")

    assert calls == REGISTER


def test_a_new_vault_is_on_disk_with_its_name_and_the_names_above_it(tmp_path: Path, calls: list[str]) -> None:
    pending = prepare(tmp_path / "a" / "b" / "kluis", "correct paard batterij nietje", clock=Clock(), who="x")
    pending.confirm(pending.recovery_code[-6:])

    parents, vault, its_folders, files, name = 2, 1, 3, 4, 1
    assert calls == ["fsync folder"] * (parents + vault + its_folders) + NEW_FILE * files + ["fsync folder"] * name
