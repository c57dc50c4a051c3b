"""For every test: one folder for a run, and scrypt asked once for each vault."""

from __future__ import annotations

import pytest

from tests.shared import make_place, remove_place, stretch_once


def is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def pytest_configure(config: pytest.Config) -> None:
    if not is_worker(config):
        make_place()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not is_worker(config):
        remove_place()


@pytest.fixture(scope="session", autouse=True)
def _stretched_once() -> None:
    stretch_once()
