"""One browser for a run: tests of pages are of one group, so of one worker."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.endtoend.chromium import Chromium

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    program = shutil.which("chromium")
    if program is None and os.environ.get("CI") == "true":
        pytest.fail("chromium must be there in CI")
    if program is None:
        pytest.skip("chromium is not installed")
    running = Chromium(program, tmp_path_factory.mktemp("profile"))
    try:
        yield running
    finally:
        running.close()


@pytest.fixture(scope="module")
def browser(chromium: Chromium) -> Chromium:
    """Give it with an empty page for these tests."""
    chromium.begin()
    return chromium
