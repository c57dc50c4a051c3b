"""A summary in the form that was asked, and a new file to put it in."""

import os
from datetime import datetime
from pathlib import Path

from meldcode.case.summary import Summary
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.text import say


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


def written(path: str, content: str) -> str:
    """Write a new file as `write_new` does; raises `CommandError`."""
    try:
        return write_new(path, content)
    except FileExistsError:
        raise CommandError(Exit.NOT_STORED, "cli.file_exists", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or ""
        raise CommandError(Exit.NOT_STORED, "cli.file_failed", path=path, reason=reason) from None


def write_new(path: str, content: str) -> str:
    """Write a new file that only its owner can read, whole or not at all; return its full path.

    Raises `OSError` (`FileExistsError` when something is there) and `ValueError` for a name that can't be one.
    """
    target = Path(path).expanduser()
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:  # also when interrupted: half a file is worse than none
        target.unlink(missing_ok=True)
        raise
    return str(target.absolute())
