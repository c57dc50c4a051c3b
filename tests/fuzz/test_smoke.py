"""INP-05: a few tries at every reader of foreign bytes in every run; `make fuzz` tries for minutes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_a_reader_reads_or_refuses_and_nothing_else(name: str) -> None:
    quick = settings(
        max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    quick(given(some.data())(TARGETS[name]))()
