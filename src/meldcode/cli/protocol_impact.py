"""`meldcode protocol impact`: which recorded cases would have ended differently under another protocol."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from meldcode.case.answers import AnswerError
from meldcode.cli import answers_file, kept
from meldcode.cli.answers_file import Read
from meldcode.cli.cases import open_quietly
from meldcode.cli.errors import CommandError, Exit, FindingsError
from meldcode.cli.output import Voice
from meldcode.cli.progress import Progress, progress
from meldcode.cli.protocol_compare import pairs_of
from meldcode.protocol.diagnostics import Finding, Place
from meldcode.prove.diagram import UnprovenError
from meldcode.prove.impact import Fate, Impact
from meldcode.prove.subject import written
from meldcode.text import say
from meldcode.text.diff import amount
from meldcode.text.findings import cause
from meldcode.text.visible import one_line
from meldcode.vault.errors import VaultError
from meldcode.vault.store import Vault

TOGETHER = 500
"""Lines that are written at once."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A case as it was recorded: its name, its sector (empty where that is not said), and its raw answers."""

    id: str
    sector: str
    answers: Mapping[str, object]
    done: int
    """How far the reading is with this case: bytes of its file, or cases of the vault."""


class _Tally:
    """What was found so far; changed cases are written while the reading goes on, so that memory stays flat."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.fates: Counter[Fate] = Counter()
        self.cases = self.foreign = self.unread = 0
        self._lines: list[str] = []

    def unreadable(self, place: str, text: str) -> None:
        """Tell about a case that can't be read."""
        self.unread += 1
        self.voice.err(f"{place}: {text}" if place else text)

    def changed(self, name: str, fate: Fate, bar: Progress) -> None:
        """Keep a case that would have ended differently, to be written with others."""
        self.fates[fate] += 1
        before, after = fate
        if before == after:
            line = say(self.voice.language, "diff.case_other", id=one_line(name), level=before)
        else:
            line = say(self.voice.language, "diff.case_level", id=one_line(name), before=before, after=after)
        self._lines.append(line)
        if len(self._lines) >= TOGETHER:
            self.written(bar)

    def written(self, bar: Progress) -> None:
        """Write what is kept."""
        bar.clear()
        if self._lines:
            self.voice.out("\n".join(self._lines))
        self._lines.clear()


def impact(voice: Voice, old: str, new: str, logs: Sequence[str], descriptor: int | None, *, vault: bool) -> Exit:
    """Print each case that would have ended differently, and how many of each kind.

    A log is an answers file, `.jsonl` lines of answers, or what `show` and `advise` write as JSON.
    """
    if not logs and not vault:
        raise CommandError(Exit.USAGE, "diff.no_cases")
    impacts = _impacts(voice, old, new)
    tally = _Tally(voice)
    for log in logs:
        _weigh(impacts, _from_file(log, tally), tally, _size(log))
    if vault:
        opened = open_quietly(voice, descriptor)
        _weigh(impacts, _from_vault(opened, tally), tally, len(opened.cases()))
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
    with progress(tally.voice, total) as bar:
        for case in cases:
            bar.at(case.done)
            known = impacts.get(case.sector or only)
            if known is None:
                tally.foreign += 1
                continue
            try:
                fate = known.fate(case.answers)
            except AnswerError as error:
                tally.unreadable(case.id, f"{error.question}: {cause(tally.voice.language, error.code, error.values)}")
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


# -- where cases come from ---------------------------------------------------------------------------------------------


def _size(log: str) -> int:
    """Return the size of a file in bytes, 0 where there is none to tell."""
    try:
        return Path(log).stat().st_size if log != "-" else 0
    except OSError:
        return 0


def _from_file(log: str, tally: _Tally) -> Iterator[Recorded]:
    """Yield the cases of a log: of each line, or the one of a file."""
    name = answers_file.name_of(log)
    if log.endswith((".yaml", ".yml")):
        given = answers_file.parse(answers_file.read_bytes(log), log)
        yield Recorded(name, given.sector, given.answers, 0)
        return
    whole = [(1, answers_file.read_bytes(log))] if log.endswith(".json") else answers_file.read_lines(log)
    done = 0
    for number, data in whole:
        done += len(data)
        try:
            read = answers_file.read_json(data, name, number)
            yield _recorded(read, f"{name}:{number}", done)
        except FindingsError as error:
            tally.unreadable("", error.said(tally.voice.language))


def _recorded(read: Read, place: str, done: int) -> Recorded:
    """Return a case from answers, or from the JSON in which a case was shown; raises `FindingsError`."""
    value = read.value
    if isinstance(value, dict) and isinstance(value.get("steps"), list):
        shown = value.get("protocol")
        sector = shown.get("id") if isinstance(shown, dict) else ""
        name = str(value.get("case") or _name(read, place))
        return Recorded(name, str(sector), _shown(value["steps"], read.whole), done)
    if isinstance(value, dict) and isinstance(value.get("answers"), dict):
        sector = value.get("sector")
        return Recorded(_name(read, place), sector if isinstance(sector, str) else "", value["answers"], done)
    raise FindingsError((Finding("A15", read.whole, {}),))


def _name(read: Read, place: str) -> str:
    given = read.id
    return place if given is None else str(given)


def _shown(steps: Iterable[object], whole: Place) -> dict[str, object]:
    """Return the answers in the steps of a case that was shown as JSON."""
    try:
        return {each["question"]: each["value"] for step in steps for each in step["answers"]}  # type: ignore[index]
    except (KeyError, TypeError):
        raise FindingsError((Finding("A15", whole, {}),)) from None


def _from_vault(vault: Vault, tally: _Tally) -> Iterator[Recorded]:
    """Yield the cases of the vault; one that can't be read is told, and does not hide the others."""
    for number, entry in enumerate(vault.cases()):
        try:
            case = kept.read_case(vault, entry.code)
        except (CommandError, VaultError):
            tally.unreadable("", say(tally.voice.language, "cli.case_damaged", code=entry.code))
            continue
        sector = case.state.started.sector if case.state.started else ""
        yield Recorded(entry.code, sector, written(case.state.answers), number)
