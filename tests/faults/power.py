"""A power cut at any moment: the calls of the real storage code, and every disk that they can leave behind.

The model promises less than any file system does. A write that was not flushed may be there, or not, or cut, or cut
with zeros up to its length where nothing stood before, each independent of the others. A name that was made, taken away
or moved is on the disk when its folder was flushed, and before that it may be or not, each change independent of the
others. What a failed fsync should have flushed stays unflushed until it is written again.
"""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tests.faults.strace import Call

ROOT: Final = 0
_STRING: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR: Final = re.compile(r"^(\d+|AT_FDCWD)<")
_HARMLESS: Final = frozenset(
    {
        *(
            "read",
            "pread64",
            "newfstatat",
            "fstat",
            "statx",
            "lseek",
            "ioctl",
            "fcntl",
            "flock",
            "getdents64",
            "access",
        ),
        *("faccessat2", "fchmod", "fchmodat", "chmod", "close", "readlink", "readlinkat", "mmap", "dup"),
    }
)
"""They change no bytes and no names; that a mode may be lost is not modelled."""


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes that were written in a file; None as `data` empties it."""

    file: int
    at: int
    data: bytes | None
    stuck: bool = False
    """A flush of it failed: the system takes it for written, and no later flush brings it."""

    def covers(self, other: Write) -> bool:
        """Tell whether every byte of another write is written again by this one."""
        if self.file != other.file or self.data is None or other.data is None:
            return False
        return self.at <= other.at and other.at + len(other.data) <= self.at + len(self.data)


@dataclass(frozen=True, slots=True)
class Names:
    """What happens to names at once: by folder and name the file that it then stands for, or None."""

    changes: tuple[tuple[int, str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Flush:
    """A file or folder is brought to the disk; a failed one brings nothing."""

    file: int
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Something was told to the one who asked."""

    line: Mapping[str, Any]


Event = Write | Names | Flush | Said
Tree = dict[str, bytes | None]
"""Every path with its bytes; None for a folder."""


@dataclass(slots=True)
class Recorder:
    """Turns calls into events; it knows which descriptor is which file, and fails on a call it does not know."""

    world: Path
    files: dict[int, bytes] = field(default_factory=dict)
    names: dict[tuple[int, str], int] = field(default_factory=dict)
    folders: set[int] = field(default_factory=lambda: {ROOT})
    _open: dict[int, int] = field(default_factory=dict)
    _at: dict[int, int] = field(default_factory=dict)
    _sizes: dict[int, int] = field(default_factory=dict)
    _live: dict[tuple[int, str], int] = field(default_factory=dict)

    def load(self, tree: Mapping[str, bytes | None]) -> None:
        """Take the world as it is on the disk before."""
        for number, (path, data) in enumerate(sorted(tree.items()), 1):
            folder, _, name = path.rpartition("/")
            self.names[self._find(folder), name] = number
            self._live[self._find(folder), name] = number
            if data is None:
                self.folders.add(number)
            else:
                self.files[number] = data
                self._sizes[number] = len(data)

    def events(self, calls: Sequence[Call]) -> Iterator[Event]:  # noqa: C901 - one branch for each kind of call
        """Give what the calls change, in order."""
        for call in calls:
            strings = [bytes.fromhex(text.replace("\\x", "")) for text in _STRING.findall(call.arguments)]
            first = _DESCRIPTOR.match(call.arguments)
            number = int(first[1]) if first and first[1].isdigit() else None
            if call.name == "write" and number == 1:
                yield Said(json.loads(strings[0]))
            elif call.name == "fsync" and number in self._open:
                yield Flush(self._open[number], failed=call.result != 0)
            elif call.result is None or call.result < 0 or not self._concerns(call, number, strings):
                continue
            elif call.name == "openat":
                yield from self._opens(call, number, strings[0])
            elif call.name == "write" and number is not None:
                yield self._writes(number, strings[0])
            elif call.name in _CHANGING:
                yield self._renames(call, number, strings)
            elif call.name == "lseek" and number is not None:
                self._at[number] = call.result
            elif call.name == "close" and number is not None:
                del self._open[number]
            elif call.name not in _HARMLESS:
                raise NotImplementedError(call.name)

    def _concerns(self, call: Call, number: int | None, strings: Sequence[bytes]) -> bool:
        if number is not None and number in self._open:
            return True
        return call.name in {"openat", *_CHANGING} and any(
            text.startswith(bytes(self.world)) for text in strings if text.startswith(b"/")
        )

    def _place(self, folder: int | None, path: bytes) -> tuple[int, str]:
        text = path.decode()
        if folder is not None and not text.startswith("/"):
            return self._open[folder], text
        inside, _, name = text.removeprefix(str(self.world)).strip("/").rpartition("/")
        return self._find(inside), name

    def _find(self, path: str) -> int:
        found = ROOT
        for name in filter(None, path.split("/")):
            found = self._live[found, name]
        return found

    def _opens(self, call: Call, number: int | None, path: bytes) -> Iterator[Event]:
        assert call.result is not None
        folder, name = self._place(number, path)
        file = folder if name in (".", "") else self._live.get((folder, name))
        if file is None:
            file = self._fresh(folder, name)
            yield Names(((folder, name, file),))
        elif "O_TRUNC" in call.arguments:
            self._sizes[file] = 0
            yield Write(file, 0, None)
        self._open[call.result] = file
        self._at[call.result] = self._sizes.get(file, 0) if "O_APPEND" in call.arguments else 0

    def _fresh(self, folder: int, name: str) -> int:
        file = 1 + max([0, *self.files, *self.folders, *self._sizes])
        self._live[folder, name] = file
        self._sizes[file] = 0
        return file

    def _writes(self, number: int, data: bytes) -> Write:
        file, at = self._open[number], self._at[number]
        self._at[number] = at + len(data)
        self._sizes[file] = max(self._sizes[file], at + len(data))
        return Write(file, at, data)

    def _renames(self, call: Call, number: int | None, strings: Sequence[bytes]) -> Names:
        place = self._place(number, strings[0])
        if call.name.startswith("mkdir"):
            file = self._fresh(*place)
            self.folders.add(file)
            return Names(((*place, file),))
        file = self._live.pop(place)
        if not call.name.startswith("rename"):
            return Names(((*place, None),))
        second = re.search(r", (\d+)<", call.arguments)
        target = self._place(int(second[1]) if second else None, strings[1])
        self._live[target] = file
        return Names(((*place, None), (*target, file)))


_CHANGING: Final = frozenset({"mkdir", "mkdirat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir"})


@dataclass(frozen=True, slots=True)
class Moment:
    """What is certain and what is not at one moment: on the disk, not flushed yet, and said."""

    files: Mapping[int, bytes]
    names: Mapping[tuple[int, str], int]
    writes: tuple[Write, ...] = ()
    changes: tuple[Names, ...] = ()
    said: tuple[Mapping[str, Any], ...] = ()

    def after(self, event: Event) -> Moment:
        """Give the next moment."""
        match event:
            case Said():
                return Moment(self.files, self.names, self.writes, self.changes, (*self.said, event.line))
            case Write():
                # Written over as a whole, what was there before waits for nothing any more.
                others = tuple(one for one in self.writes if not event.covers(one))
                return Moment(self.files, self.names, (*others, event), self.changes, self.said)
            case Names():
                return Moment(self.files, self.names, self.writes, (*self.changes, event), self.said)
            case Flush():
                return self._failed(event.file) if event.failed else self._flushed(event.file)

    def _failed(self, file: int) -> Moment:
        writes = tuple(replace(one, stuck=True) if one.file == file else one for one in self.writes)
        return Moment(self.files, self.names, writes, self.changes, self.said)

    def _flushed(self, file: int) -> Moment:
        mine = [one for one in self.writes if one.file == file and not one.stuck]
        content = {**self.files, file: _applied(self.files.get(file, b""), mine)} if mine else self.files
        rest = tuple(one for one in self.writes if one.file != file or one.stuck)
        names = dict(self.names)
        waiting = []
        for one in self.changes:
            if any(folder == file for folder, _, _ in one.changes):
                _rename(names, one)
            else:
                waiting.append(one)
        return Moment(content, names, rest, tuple(waiting), self.said)


def _applied(content: bytes, writes: Sequence[Write]) -> bytes:
    for one in writes:
        if one.data is None:
            content = b""
        else:
            padded = content.ljust(one.at, b"\0")
            content = padded[: one.at] + one.data + padded[one.at + len(one.data) :]
    return content


def _rename(names: dict[tuple[int, str], int], change: Names) -> None:
    for folder, name, file in change.changes:
        if file is None:
            names.pop((folder, name), None)
        else:
            names[folder, name] = file


def _fates(write: Write, before: bytes, cuts: int) -> list[Write | None]:
    """Give what may become of a write: nothing, all, or a part, with or without zeros behind it.

    Zeros stand only where no byte was before: a place that is written over holds the old byte or the new one.
    """
    if write.data is None:
        return [None, write]
    size = len(write.data)
    lengths = sorted({0, *(size * one // (cuts + 1) for one in range(1, cuts + 1)), size - 1})
    parts = [Write(write.file, write.at, write.data[:length]) for length in lengths if length]
    old = before[write.at : write.at + size].ljust(size, b"\0")
    zeroed = [Write(write.file, write.at, write.data[:length] + old[length:]) for length in lengths]
    return [None, write, *parts, *zeroed]


def trees(moment: Moment, folders: set[int], cuts: int) -> Iterator[Tree]:
    """Give every disk that a power cut at this moment can leave."""
    for chosen in itertools.product((False, True), repeat=len(moment.changes)):
        names = dict(moment.names)
        for change in itertools.compress(moment.changes, chosen):
            _rename(names, change)
        reached = set(names.values())
        waiting = [one for one in moment.writes if one.file in reached]
        for fates in itertools.product(*(_fates(one, moment.files.get(one.file, b""), cuts) for one in waiting)):
            done = [one for one in fates if one is not None]
            yield dict(_walk(ROOT, "", names, folders, moment.files, done))


def _walk(  # noqa: PLR0913, PLR0917 - a disk has these parts
    folder: int,
    path: str,
    names: Mapping[tuple[int, str], int],
    folders: set[int],
    files: Mapping[int, bytes],
    writes: Sequence[Write],
) -> Iterator[tuple[str, bytes | None]]:
    for (inside, name), file in names.items():
        if inside != folder:
            continue
        if file in folders:
            yield f"{path}{name}", None
            yield from _walk(file, f"{path}{name}/", names, folders, files, writes)
        else:
            yield f"{path}{name}", _applied(files.get(file, b""), [one for one in writes if one.file == file])
