"""Many cases read one by one, for an export or a count, with what is to be said of those that are not whole."""

from collections.abc import Iterable, Iterator

from meldcode.case.summary import Summary
from meldcode.cli import kept
from meldcode.cli.output import Voice
from meldcode.cli.progress import Progress
from meldcode.vault.store import CaseEntry, Vault


class Reading:
    """Reads cases one by one, and remembers which were whole, how many could be read, and whether all were sound."""

    def __init__(self, voice: Voice, vault: Vault, bar: Progress, *, trail: bool) -> None:
        """Read with `voice` for what is to be said; with `trail` every summary has its records."""
        self.voice, self.vault, self.bar, self.trail = voice, vault, bar, trail
        self.found, self.sound = 0, True
        self.whole: list[str] = []

    def summaries(self, entries: Iterable[CaseEntry]) -> Iterator[Summary]:
        """Yield the summary of each case that can be read, and tell of each that can't, or not wholly."""
        for number, (code, case) in enumerate(kept.read_each(self.vault, (each.code for each in entries)), start=1):
            if case is None:
                self._tell("exporting.unreadable", code)
            else:
                self.found += 1
                if case.sound:
                    self.whole.append(code)
                else:
                    self._tell("cli.case_damaged", code)
                yield kept.summary_of(case, trail=self.trail)
            self.bar.at(number)

    def _tell(self, key: str, code: str) -> None:
        self.sound = False
        self.bar.clear()
        self.voice.note(key, code=code)
