from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.server import Server
from tests.faults.strace import require_strace

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    require_strace()
    with Server() as one:
        yield one
