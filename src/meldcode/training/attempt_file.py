"""A result file on disk: made once, added to line by line, and taken up again where it stopped."""

import os
from pathlib import Path

from meldcode.training.attempt import Attempt, Head, Line, head_text, line_text, read

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class ResultFile:
    """Where an attempt is kept; every line is on disk when `add` returns."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is touched yet."""
        self.path = path

    def begin(self, head: Head) -> Attempt:
        """Make the file, which only its owner can read; raises `OSError` (`FileExistsError` when it is there)."""
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600)
        try:
            _write(descriptor, head_text(head) + "\n")
        except OSError:
            self.path.unlink(missing_ok=True)  # half a first line would be taken for something else
            raise
        return Attempt(head)

    def resume(self) -> Attempt:
        """Return what is in the file, after cutting off a line that was not finished.

        Raises `OSError` and `NoAttemptError`.
        """
        attempt = read(self.path)
        data = self.path.read_bytes()
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            os.truncate(self.path, whole)
        return attempt

    def add(self, line: Line) -> None:
        """Add a line; raises `OSError`, and then what was there before is whole."""
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | _NO_LINK)
        _write(descriptor, line_text(line) + "\n")


def _write(descriptor: int, text: str) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(text.encode("ascii"))
        file.flush()
        os.fsync(file.fileno())
