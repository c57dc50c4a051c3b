from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

import pytest

from meldcode.vault import errors, slot
from meldcode.vault.disk import Disk
from meldcode.vault.errors import VaultError
from meldcode.vault.slot import SLOT
from tests.vault.helpers import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from meldcode.vault.store import Vault


class TellingDisk(Disk):
    """Tells when a file was opened."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.was_opened = threading.Event()

    @contextlib.contextmanager
    def opened(self, path: str, flags: int) -> Iterator[int]:
        with super().opened(path, flags) as descriptor:
            self.was_opened.set()
            yield descriptor


def test_whoever_waited_at_a_removed_lock_waits_again_at_the_new_one(vault: Vault, root: Path) -> None:
    vault.create({}, FACTS)
    waiting = TellingDisk(root)
    seen = []

    def write() -> None:
        with slot.writing(waiting):
            seen.append((root / SLOT).exists())

    thread = threading.Thread(target=write)
    with slot.writing(Disk(root)):
        thread.start()
        assert waiting.was_opened.wait(10)
        (root / SLOT).unlink()
    thread.join(10)

    assert seen == [True]


def test_a_reader_waits_for_a_writer_and_gives_up_in_words(
    vault: Vault, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.create({}, FACTS)
    monkeypatch.setattr(slot, "WRITE_PATIENCE", 0.0)
    with slot.writing(Disk(root)), pytest.raises(VaultError) as refused:
        vault.cases()
    assert (refused.value.code, refused.value.values["path"]) == (errors.BUSY, SLOT)

    with slot.reading(Disk(root)):
        assert len(vault.cases()) == 1


def test_a_copy_without_lock_file_can_be_read(vault: Vault, root: Path) -> None:
    code = vault.create({}, FACTS)
    (root / SLOT).unlink()

    assert vault.read(code).findings == ()
    assert not (root / SLOT).exists()
