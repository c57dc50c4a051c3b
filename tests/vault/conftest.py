from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.vault.age import Key
from tests.vault.helpers import empty_vault

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.store import Vault


@pytest.fixture
def user() -> Key:
    return Key.generate()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.fixture
def vault(root: Path, user: Key) -> Vault:
    return empty_vault(root, user)
