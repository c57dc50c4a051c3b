"""What all workers of a run share, each made once: the program laid out as pip does, and what scrypt answered."""

from __future__ import annotations

import compileall
import fcntl
import hashlib
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import meldcode
from meldcode.vault import header

if TYPE_CHECKING:
    from collections.abc import Callable

    from meldcode.vault.header import Header

ROOT: Final = Path(__file__).parents[1]
_PLACE: Final = "MELDCODE_TESTS"
_TREE, _STRETCHED = "installed", "stretched"


def make_place() -> None:
    """Make the folder of this run; whoever is started from here finds it in the environment."""
    place = tempfile.mkdtemp(prefix="meldcode-tests-")
    Path(place, _STRETCHED).mkdir()
    os.environ[_PLACE] = place


def remove_place() -> None:
    shutil.rmtree(os.environ.pop(_PLACE))


@cache
def installed() -> Path:
    """Return the folder that holds the package as a user has it, with its content and its code compiled."""
    return once(_TREE, _lay_out)


def once(name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of this run with this name, made by the first that asks for it; `make` asks for no other."""
    place = Path(os.environ[_PLACE])
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / name).exists():
            make(half := place / "half")
            half.rename(place / name)
    return place / name


def python_path() -> str:
    """Return where a script of the tests finds that package, and the tests."""
    return os.pathsep.join((str(installed()), str(ROOT)))


def _lay_out(folder: Path) -> None:
    from meldcode.protocol import library  # noqa: PLC0415 - a program under test does not pay for it

    package = folder / "meldcode"
    shutil.copytree(Path(meldcode.__file__).parent, package, ignore=shutil.ignore_patterns("_content", "__pycache__"))
    for name in ("protocols", "sectors", "examples/exercises"):
        shutil.copytree(ROOT / name, package / "_content" / Path(name).name)
    library.compile_all(ROOT, package / "_content" / "compiled")
    # What is compiled bears the path and the time of its source: not those of the folder under its first name.
    compileall.compile_dir(package, quiet=1, stripdir=str(folder), prependdir=str(folder.with_name(_TREE)))


def stretch_once() -> None:
    """Let this process ask scrypt only what nobody asked before: a vault is opened many times, and it takes 0.4 s.

    The answers are scrypt's own, so a vault made this way opens in the program as it is, and the other way round.
    """
    place = Path(os.environ.get(_PLACE) or Path(meldcode.__file__).parents[2]) / _STRETCHED
    if place.is_dir():
        header.derive = _remembered(header.derive, place)  # type: ignore[assignment]


def _remembered(derive: Callable[[bytes, Header], bytes], place: Path) -> Callable[[bytes, Header], bytes]:
    def remembered(passphrase_bytes: bytes, parameters: Header) -> bytes:
        asked = b"%d %b " % (parameters.n, parameters.salt) + passphrase_bytes
        answer = place / hashlib.sha256(asked).hexdigest()
        if not answer.exists():
            half = answer.with_suffix(f".{os.getpid()}")
            half.write_bytes(derive(passphrase_bytes, parameters))
            half.rename(answer)
        return answer.read_bytes()

    return remembered
