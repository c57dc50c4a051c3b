"""The program in a network of its own with nothing in it, with a list of every socket that it opens.

The file that `WATCHED` names gets a line for each; exit 77 where the system allows no such network.
"""

import ctypes
import os
import sys
from pathlib import Path

from meldcode.__main__ import main

NEWUSER, NEWNET = 0x10000000, 0x40000000
NOT_ALLOWED = 77


def alone() -> bool:
    """Leave the network behind; with the rights of an ordinary user that takes a user namespace as well."""
    libc = ctypes.CDLL(None, use_errno=True)
    return any(libc.unshare(flags) == 0 for flags in (NEWNET, NEWUSER | NEWNET))


def watch(path: Path) -> None:
    """Write down every event of Python about a socket."""

    def heard(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket."):
            with path.open("a", encoding="utf-8") as file:
                file.write(f"{event} {arguments[1:2]}\n")

    sys.addaudithook(heard)


if __name__ == "__main__":
    if not alone():
        sys.exit(NOT_ALLOWED)
    listed = Path(os.environ["WATCHED"])
    listed.touch()
    watch(listed)
    sys.exit(main())
