"""One fault at a time: copy a world, do something to it with the fault in place, and look at what is left."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from meldcode.vault.slot import SLOT
from tests.faults.strace import Fault, Watch, touching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.faults.server import Done, Server
    from tests.faults.strace import Call


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that is done to a vault: the tasks that make the world, do it, and look at what is left."""

    do: str
    make: str = "make"
    check: str = "check"
    how: dict[str, Any] = field(default_factory=dict)
    """What `check` is told besides what was said."""


OPERATIONS = {
    one.do: one
    for one in (
        Operation("append"),
        Operation("append after remains", "make torn"),
        Operation("append each"),
        Operation("create"),
        Operation("keep"),
        Operation("repair", "make unregistered", how={"repaired": True}),
        Operation("init", check="check init"),
        Operation("rotate"),
        Operation("change passphrase"),
        Operation("renew paper"),
        Operation("add organisation"),
        Operation("receiving key"),
        Operation("shred"),
        Operation("hand over"),
        Operation("receive", "make parcel", "check received"),
        Operation("backup"),
        Operation("restore", "make backup"),
    )
}
NAIVE = Operation("naive append", "naive make", "naive check")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one fault: whether it struck, the calls until then, and in what the promise was not kept."""

    fault: Fault
    struck: bool
    calls: tuple[Call, ...]
    done: Done
    broken: tuple[tuple[str, str], ...]


class Field:
    """A folder in which one operation is hurt again and again, each time in a fresh copy of the same world."""

    def __init__(self, folder: Path, server: Server, operation: Operation) -> None:
        self._folder = folder
        self._server = server
        self._operation = operation
        self.sound = folder / "sound"
        self.world = folder / "world"
        self.sound.mkdir(parents=True)
        made = server.do(operation.make, self.sound)
        assert not made.said, made.said

    def calls(self) -> tuple[Call, ...]:
        """Give the calls on the world that the operation makes when nothing goes wrong."""
        return touching(self._done(None)[1], self.world)

    def hurt(self, fault: Fault) -> Outcome:
        """Do the operation with a fault in place, and look."""
        done, calls = self._done(fault)
        struck = done.ended != 0 if "KILL" in fault.what else any("(INJECTED)" in call.rest for call in calls)
        broken = self.look(done.said)
        return Outcome(fault, struck, calls, done, broken)

    def asked(self, task: str, place: str) -> Done:
        """Have a task done to a place in the world that is copied, with nothing going wrong."""
        return self._server.do(task, self.sound, place=place)

    def look(self, said: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
        """Have a fresh process look at the world."""
        seen = self._server.do(self._operation.check, self.world, said=said, **self._operation.how)
        crashes = tuple(
            ("stuck", f"looking: {line['crashed']} {line['at']}") for line in seen.said if "crashed" in line
        )
        return tuple((line["kind"], line["words"]) for line in seen.said if "kind" in line) + crashes

    def recorded(self, fault: Fault | None = None) -> tuple[Call, ...]:
        """Give all calls with every byte that was written."""
        return self._done(fault, whole=True)[1]

    def _done(self, fault: Fault | None, *, whole: bool = False) -> tuple[Done, tuple[Call, ...]]:
        shutil.rmtree(self.world, ignore_errors=True)
        shutil.copytree(self.sound, self.world)
        watch = Watch(self._folder / "calls.log", fault, whole=whole)
        done = self._server.do(self._operation.do, self.world, watch)
        return done, watch.calls()


def kills(calls: Iterable[Call]) -> Iterator[Fault]:
    """Give kill -9 at every call."""
    return (Fault(call.name, call.nth, "signal=KILL") for call in calls)


ERRORS = ("ENOSPC", "EDQUOT", "EIO", "EROFS", "EACCES", "EFBIG", "EMFILE", "EINTR")
_NEEDED_TO_WRITE = ("openat", "write", "fsync")


def errors(calls: Sequence[Call], most: int = len(ERRORS)) -> Iterator[Fault]:
    """Give every error at every call, and those that do not pass (a disk stays full) from every call on.

    With `most`, each call gets so many of the errors, the next call the next ones.

    But for letting go of the lock: strace keeps a call that it fails from happening, and no kernel keeps a lock whose
    file was closed.
    """
    for number, call in enumerate(calls):
        if call.name == "close" and SLOT in call.arguments:
            continue
        for name in (ERRORS[(number * most + one) % len(ERRORS)] for one in range(most)):
            yield Fault(call.name, call.nth, f"error={name}")
            # The kernel asks for a call that was interrupted to be made again, so for ever is no fault that exists.
            if call.name in _NEEDED_TO_WRITE and name != "EINTR":
                yield Fault(call.name, call.nth, f"error={name}", on=True)


def flush_again(calls: Iterable[Call]) -> bool:
    """Tell whether an fsync that failed was tried again on the same open file (EINTR means: not done, do it)."""
    failed: set[str] = set()
    for call in calls:
        number = call.arguments.split("<")[0]
        if call.name == "close":
            failed.discard(number)
        if call.name == "fsync" and number in failed:
            return True
        if call.name == "fsync" and call.result == -1 and "EINTR" not in call.rest:
            failed.add(number)
    return False
