"""`meldcode protocol impact`: which recorded cases would have ended differently under another protocol."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from meldcode.case.answers import AnswerError
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.progress import Progress, progress
from meldcode.cli.protocol_impact_cases import REMEMBERED, Recorded, Told, from_file, from_vault
from meldcode.cli.protocol_pairs import pairs_of
from meldcode.protocol.language import Language
from meldcode.prove.diagram import UnprovenError
from meldcode.prove.impact import Fate, Impact
from meldcode.text import say
from meldcode.text.diff import amount
from meldcode.text.findings import cause
from meldcode.text.visible import one_line

NAME = "\0"
"""Stands for the name of a case."""

TOGETHER = 500
"""Lines that are written at once."""


class _Tally:
    """What was found so far; changed cases are written while the reading goes on, so that memory stays flat."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.fates: Counter[Fate] = Counter()
        self.cases = self.foreign = self.unread = 0
        self._lines: list[str] = []

    def unreadable(self, text: str) -> None:
        """Tell about a case that can't be read."""
        self.unread += 1
        self.voice.err(text)

    def changed(self, name: str, fate: Fate, bar: Progress) -> None:
        """Keep a case that would have ended differently, to be written with others."""
        self.fates[fate] += 1
        self._lines.append(_said(self.voice.language, fate).replace(NAME, one_line(name)))
        if len(self._lines) >= TOGETHER:
            self.written(bar)

    def written(self, bar: Progress) -> None:
        """Write what is kept."""
        bar.clear()
        if self._lines:
            self.voice.out("\n".join(self._lines))
        self._lines.clear()


@cache
def _said(language: Language, fate: Fate) -> str:
    """Return the line of a case that ends differently, with `NAME` for its name."""
    before, after = fate
    if before == after:
        return say(language, "diff.case_other", id=NAME, level=before)
    return say(language, "diff.case_level", id=NAME, before=before, after=after)


def impact(voice: Voice, old: str, new: str, logs: Sequence[str], descriptor: int | None, *, vault: bool) -> Exit:
    """Print each case that would have ended differently, and how many of each kind.

    A log is an answers file, `.jsonl` lines of answers, or what `show` and `advise` write as JSON.
    """
    if not logs and not vault:
        raise CommandError(Exit.USAGE, "diff.no_cases")
    impacts = _impacts(voice, old, new)
    tally = _Tally(voice)
    for log in logs:
        _weigh(impacts, from_file(log, voice.language, tally.unreadable), tally, _size(log))
    if vault:
        from meldcode.cli.cases import open_quietly  # noqa: PLC0415 - only where there is a vault

        opened = open_quietly(voice, descriptor)
        _weigh(impacts, from_vault(opened, voice.language, tally.unreadable), tally, len(opened.cases()))
    for line in _summary(tally):
        voice.prose(line)
    return Exit.FINDINGS if tally.unread else Exit.FINE


def _impacts(voice: Voice, old: str, new: str) -> dict[str, Impact]:
    pairs = pairs_of(voice, old, new)
    try:
        return {before.sector: Impact(before.protocol, after.protocol) for before, after in pairs}
    except UnprovenError as error:
        reason = say(voice.language, f"proof.{error.code}", **error.values)
        raise CommandError(Exit.FINDINGS, "diff.advice_unproven", reason=reason) from None


def _weigh(impacts: Mapping[str, Impact], cases: Iterable[Recorded], tally: _Tally, total: int) -> None:
    only = next(iter(impacts)) if len(impacts) == 1 else ""

    @lru_cache(maxsize=REMEMBERED)
    def fate_of(told: Told) -> Fate | None:
        return impacts[told.sector or only].fate(told.answers)

    with progress(tally.voice, total) as bar:
        for case in cases:
            bar.at(case.done)
            if (case.told.sector or only) not in impacts:
                tally.foreign += 1
                continue
            try:
                fate = fate_of(case.told)
            except AnswerError as error:
                reason = cause(tally.voice.language, error.code, error.values)
                tally.unreadable(f"{case.id}: {error.question}: {reason}" if case.id else f"{error.question}: {reason}")
                continue
            tally.cases += 1
            if fate:
                tally.changed(case.id, fate, bar)
        tally.written(bar)


def _summary(tally: _Tally) -> Iterator[str]:
    language = tally.voice.language
    changed, cases = amount(language, tally.fates.total()), amount(language, tally.cases)
    yield say(language, "diff.impact", changed=changed, amount=cases)
    for (before, after), times in tally.fates.most_common():
        key = "diff.impact_other" if before == after else "diff.impact_level"
        yield "  " + say(language, key, amount=amount(language, times), before=before, after=after, level=before)
    if tally.foreign:
        yield say(language, "diff.impact_foreign", amount=amount(language, tally.foreign))
    if tally.unread:
        yield say(language, "diff.impact_unread", amount=amount(language, tally.unread))


def _size(log: str) -> int:
    """Return the size of a file in bytes, 0 where there is none to tell."""
    try:
        return Path(log).stat().st_size if log != "-" else 0
    except OSError:
        return 0
