from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import Program, installed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed(tmp_path_factory.mktemp("installed"))


@pytest.fixture
def program(tree: Path, tmp_path: Path) -> Program:
    return Program(tree, tmp_path)
