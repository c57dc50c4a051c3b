"""What `train score` and `train debrief` are pointed at: result files, and a folder of one's own exercises."""

from pathlib import Path

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import expanded


def there(name: str) -> Path:
    """Return a file or folder that is there; raises `CommandError`."""
    path = expanded(name)
    if not path.exists():
        raise CommandError(Exit.USAGE, "practice.no_such", path=name)
    return path


def folder_of(name: str) -> Path | None:
    """Return the folder of one's own exercises, None where none was named; raises `CommandError`."""
    if not name:
        return None
    path = expanded(name)
    if not path.is_dir():
        raise CommandError(Exit.USAGE, "practice.no_exercises", path=name)
    return path
