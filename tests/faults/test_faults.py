"""A sample of what `make faults` does in full, and the teeth of the harness (DUR-01 to DUR-04, and DUR-08).

docs/durability.md says what is shown and what is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults import rot
from tests.faults.campaign import NAIVE, OPERATIONS, Field, errors, flush_again, kills
from tests.faults.promise import LOST, SILENT
from tests.faults.replay import breaks, losing, record, spare
from tests.faults.strace import Call, Fault

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.server import Server

WRITES = frozenset({"write", "fsync", "renameat", "unlinkat", "mkdir", "rename"})


@pytest.mark.parametrize("name", OPERATIONS)
def test_kill_9_before_any_call_that_changes_the_disk_costs_nothing_acknowledged(
    name: str, server: Server, tmp_path: Path
) -> None:
    """DUR-01, every fifth call that changes something; `make faults` kills at every call."""
    field = Field(tmp_path / "field", server, OPERATIONS[name])
    changing = [call for call in field.calls() if call.name in WRITES]
    outcomes = [field.hurt(fault) for fault in kills(changing[::5])]

    assert all(outcome.struck for outcome in outcomes)
    assert [(outcome.fault, outcome.broken) for outcome in outcomes if outcome.broken] == []


def test_the_harness_catches_a_store_that_writes_with_open_w(server: Server, tmp_path: Path) -> None:
    """DUR-01, the teeth."""
    field = Field(tmp_path / "field", server, NAIVE)
    outcomes = [field.hurt(fault) for fault in kills(field.calls())]

    assert any(kind == LOST for outcome in outcomes for kind, _ in outcome.broken)


SPARE = {"append": [1], "create": [], "keep": []}
"""The flushes without which nothing is lost: of the folder, after a process stored a register again that was certain.

It counts where that register was not (DUR-04); here the flush after it covers the same name.
"""


@pytest.mark.parametrize("name", SPARE)
def test_a_power_cut_at_any_moment_loses_nothing_and_every_fsync_is_needed(
    name: str, server: Server, tmp_path: Path
) -> None:
    """DUR-02."""
    field = Field(tmp_path / "field", server, OPERATIONS[name])
    recording = record(field)

    assert len(recording.flushes) >= 2
    assert set(losing(field, recording, cuts=1)) == {()}
    assert spare(field, recording) == SPARE[name]


def test_a_power_cut_catches_the_naive_store(server: Server, tmp_path: Path) -> None:
    """DUR-02, the teeth."""
    field = Field(tmp_path / "field", server, NAIVE)

    assert breaks(field, record(field))


def test_a_record_whose_fsync_failed_is_whole_on_the_disk_before_the_next_is_acknowledged(
    server: Server, tmp_path: Path
) -> None:
    """DUR-02 and DUR-04: the failed bytes never reach the disk by themselves, and the power is cut at every moment."""
    field = Field(tmp_path / "field", server, OPERATIONS["append after remains"])

    assert set(losing(field, record(field, Fault("fsync", 1, "error=EIO")), cuts=0)) == {()}


@pytest.mark.parametrize("name", ["append", "create"])
def test_an_error_at_a_call_is_told_and_costs_nothing_acknowledged(name: str, server: Server, tmp_path: Path) -> None:
    """DUR-03 and DUR-04, every 97th of all errors at all calls, and EIO at every fsync."""
    field = Field(tmp_path / "field", server, OPERATIONS[name])
    every = list(errors(field.calls()))
    failing = [fault for fault in every if fault.name == "fsync" and fault.what == "error=EIO" and not fault.on]
    outcomes = [field.hurt(fault) for fault in [*every[::97], *failing]]

    assert all(outcome.struck for outcome in outcomes)
    assert [(outcome.fault, outcome.broken) for outcome in outcomes if outcome.broken] == []
    for outcome in outcomes[-len(failing) :]:
        assert any("refused" in line for line in outcome.done.said)
        assert not flush_again(outcome.calls)


def test_an_fsync_that_is_tried_again_on_the_same_file_is_caught() -> None:
    """DUR-04, the teeth."""
    failed = Call("fsync", "4</x>", -1, " EIO (Input/output error) (INJECTED)", 1)
    again = Call("fsync", "4</x>", 0, "", 2)
    closed = Call("close", "4</x>", 0, "", 1)

    assert flush_again([failed, again])
    assert not flush_again([failed, closed, again])


def test_no_damaged_bit_and_no_cut_goes_unnoticed_in_any_file(server: Server, tmp_path: Path) -> None:
    """DUR-08, every 131st of all bits and lengths; `make faults` does them all."""
    world = tmp_path / "field"
    world.mkdir()
    server.do("make rotting", world)
    assert all(file.startswith(rot.PLACES) for file in rot.files(world))
    said = [line for place in rot.PLACES for line in server.do("rot", world, place=place, step=131).said]

    assert [line for line in said if "kind" in line or "crashed" in line] == []
    assert sum(line["damaged"] for line in said) > 500


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (rot.Case(((1, "a", "x"),), complete=True), False),
        (rot.Case(((1, "a", "x"),), complete=False), True),
        (rot.Case(((1, "a", "x"), (2, "c", "y")), complete=False), False),
        (rot.TOLD, True),
    ],
    ids=["a record gone", "a record gone and told", "another record", "an error"],
)
def test_what_is_read_otherwise_without_a_word_is_caught(after: object, told: bool) -> None:  # noqa: FBT001
    """DUR-08, the teeth."""
    before = {"case": rot.Case(((1, "a", "x"), (2, "b", "y")), complete=True), "the list": ("A",)}
    found = [kind for kind, _ in rot.differences(before, {"case": after, "the list": ("A",)})]

    assert found == ([] if told else [SILENT])
    assert list(rot.differences(before, {**before, "the list": ()})) == [(SILENT, "the list differs")]
