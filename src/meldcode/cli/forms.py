"""A summary in the form that was asked, and a new file to put it in."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from meldcode.case.summary import Summary
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.text import say
from meldcode.vault.disk import flush_folder

_NO_FLUSH = (errno.EINVAL, errno.ENOTSUP, errno.EACCES)
"""What says that a folder can't be flushed, rather than that it went wrong."""


def shown(summary: Summary, voice: Voice, form: str, now: datetime | None = None) -> str:
    """Return the summary in a form: text, md or json."""
    if form == "json":
        from meldcode.export.json import json_text  # noqa: PLC0415 - only the form that is asked

        return json_text(summary, voice.language)
    if form == "md":
        from meldcode.export.markdown import markdown  # noqa: PLC0415

        return markdown(summary, voice.language, now)
    from meldcode.export.text import text  # noqa: PLC0415

    return text(summary, voice.language, now)


def reported(summary: Summary, voice: Voice, form: str) -> str:
    """Return the draft of a report to Veilig Thuis as text or md."""
    from meldcode.export import markdown, text  # noqa: PLC0415 - only when it is asked
    from meldcode.export.report import report  # noqa: PLC0415

    rendered = markdown.rendered if form == "md" else text.rendered
    return rendered(say(voice.language, "report.heading"), report(summary, voice.language))


def expanded(path: str) -> Path:
    """Return a path with `~` filled in; raises `OSError` where it names a person who is not here, or can't be one."""
    if "\0" in path:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from None


def written(path: str, content: str) -> str:
    """Write a new file as `write_new` does; raises `CommandError`."""
    with worded(path):
        return write_new(path, content)


@contextmanager
def worded(path: str) -> Iterator[None]:
    """Turn whatever keeps a new file from being written into a `CommandError`."""
    try:
        yield
    except FileExistsError:
        raise CommandError(Exit.NOT_STORED, "cli.file_exists", path=path) from None
    except (OSError, UnicodeError) as error:
        reason = error if isinstance(error, OSError) else ""
        raise CommandError(Exit.NOT_STORED, "cli.file_failed", path=path, reason=reason) from None


def write_new(path: str, content: str) -> str:
    """Write a new file that only its owner can read, whole or not at all; return its full path.

    Raises `OSError` (`FileExistsError` when something is there) and `ValueError` for a name that can't be one.
    """
    with new_file(path) as file:
        file.write(content.encode("utf-8"))
    return str(expanded(path).absolute())


@contextmanager
def new_file(path: str) -> Iterator[BinaryIO]:
    """Give a new file that only its owner can read; it is durable after the block, or gone if anything goes wrong.

    Its name too, but for file systems that can't flush a folder, as network shares are.

    Raises as `write_new` does.
    """
    target = expanded(path)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), 0o600)
            yield file
            file.flush()
            os.fsync(file.fileno())
        _flush_name(target.parent)
    except BaseException:  # also when interrupted: half a file is worse than none
        target.unlink(missing_ok=True)
        raise


def _flush_name(folder: Path) -> None:
    try:
        flush_folder(folder)
    except OSError as error:
        if error.errno not in _NO_FLUSH:
            raise


def given_file(file: str, otherwise: CommandError) -> BinaryIO:
    """Open a file that someone gave, to read; raises `otherwise` for a pipe or device, which is not waited for."""
    try:
        descriptor = os.open(expanded(file), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        source = os.fdopen(descriptor, "rb")
    except (OSError, ValueError) as error:
        raise CommandError(Exit.MISSING, "cli.unreadable", file=file, reason=error) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        source.close()
        raise otherwise
    return source
