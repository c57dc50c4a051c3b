"""Where the exercise of a result file is found: in someone's own folder first, then among those that are shipped."""

from contextlib import suppress
from pathlib import Path

from meldcode.protocol.diagnostics import RefusedError
from meldcode.training import exercise as exercises
from meldcode.training.exercise import Exercise


class Shelf:
    """The exercises by id, each read once."""

    def __init__(self, own: Path | None = None) -> None:
        """Take someone's own from this folder; nothing is read yet."""
        self._own = exercises.files_in(own) if own else ()
        self._shipped = {path.stem: path for path in exercises.shipped()}
        self._found: dict[str, Exercise | None] = {}

    def exercise(self, name: str) -> Exercise | None:
        """Return the exercise with this id; None where there is none that can be read."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Exercise | None:
        # By the name of its file first; a file that is refused may not be the one, and `protocol check` says why.
        for path in sorted(self._own, key=lambda each: each.stem != name):
            with suppress(RefusedError):
                if (found := exercises.load(path)).id == name:
                    return found
        return exercises.load(self._shipped[name]) if name in self._shipped else None
