"""Replay a power cut at every moment of an operation, and look at every disk that can be left."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults.power import Flush, Moment, Recorder, trees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.faults.campaign import Field
    from tests.faults.power import Event, Tree
    from tests.faults.strace import Fault


@dataclass(frozen=True, slots=True)
class Recording:
    """What an operation did to its world, and the world before."""

    events: tuple[Event, ...]
    start: Moment
    folders: frozenset[int]

    @property
    def flushes(self) -> tuple[int, ...]:
        """Where the flushes stand that succeeded."""
        return tuple(at for at, one in enumerate(self.events) if isinstance(one, Flush) and not one.failed)

    def without(self, at: int) -> Recording:
        """Give the same without one event."""
        return Recording(self.events[:at] + self.events[at + 1 :], self.start, self.folders)


def record(field: Field, fault: Fault | None = None) -> Recording:
    """Do the operation once, with every call seen."""
    recorder = Recorder(field.world)
    recorder.load(_tree(field.sound))
    start = Moment(dict(recorder.files), dict(recorder.names))
    events = tuple(recorder.events(field.recorded(fault)))
    return Recording(events, start, frozenset(recorder.folders))


def states(recording: Recording, cuts: int) -> Iterator[tuple[Tree, Moment]]:
    """Give every different disk with what was said by then; the last moments first, since there most is promised."""
    moments = [recording.start]
    for event in recording.events:
        moments.append(moments[-1].after(event))
    seen = set()
    for moment in reversed(moments):
        for tree in trees(moment, set(recording.folders), cuts):
            key = hashlib.sha256(repr((sorted(tree.items()), len(moment.said))).encode()).digest()
            if key not in seen:
                seen.add(key)
                yield tree, moment


def losing(field: Field, recording: Recording, *, cuts: int) -> Iterator[tuple[tuple[str, str], ...]]:
    """Give for every disk what is broken on it; nothing where the promise is kept."""
    for tree, moment in states(recording, cuts):
        _put(field.world, tree)
        yield field.look(moment.said)


def breaks(field: Field, recording: Recording) -> bool:
    """Tell whether any disk breaks the promise."""
    return any(losing(field, recording, cuts=0))


def _tree(folder: Path) -> Tree:
    return {str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}


def _put(world: Path, tree: Tree) -> None:
    shutil.rmtree(world, ignore_errors=True)
    world.mkdir()
    for path, data in sorted(tree.items()):
        if data is None:
            (world / path).mkdir(mode=0o700)
        else:
            (world / path).write_bytes(data)


def spare(field: Field, recording: Recording) -> Sequence[int]:
    """Give the numbers of the flushes without which nothing is lost either."""
    return [number for number, at in enumerate(recording.flushes) if not breaks(field, recording.without(at))]
