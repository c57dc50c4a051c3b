from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import Program
from tests.shared import installed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def tree() -> Path:
    return installed()


@pytest.fixture
def program(tree: Path, tmp_path: Path) -> Program:
    return Program(tree, tmp_path)
