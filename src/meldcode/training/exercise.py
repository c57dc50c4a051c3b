"""An exercise: a vignette that is told in parts, the reference path, and what the norm leaves room for."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from meldcode.case.scenario import misfits
from meldcode.protocol import library, scenario_file, yaml
from meldcode.protocol.condition import Condition
from meldcode.protocol.condition_yaml import ConditionReader
from meldcode.protocol.diagnostics import Finding, LocalRefusedError, Place, RefusedError, nearest, repeated
from meldcode.protocol.directory import ExerciseEntry
from meldcode.protocol.model import Protocol, Source, Text
from meldcode.protocol.scalars import place_of, unknown

if TYPE_CHECKING:
    from meldcode.protocol.schema_scenario import NormSpec, ScenarioSpec, TeachingSpec

files_in = scenario_file.files_in

DIFFICULTIES = ("basis", "gevorderd", "lastig")


@dataclass(frozen=True, slots=True)
class Fact:
    """What one only hears by asking."""

    id: str
    when: Condition
    text: Text


@dataclass(frozen=True, slots=True)
class Shown:
    """A signal that the vignette holds; `how` is how one knows it there: `gezien`, `verteld` or `van_ander`."""

    signal: str
    how: str
    because: Text


@dataclass(frozen=True, slots=True)
class Overclaim:
    """A signal that one is tempted to record and that the vignette does not hold."""

    signal: str
    because: Text


@dataclass(frozen=True, slots=True)
class Norm:
    """The answers that the norm leaves room for."""

    question: str
    accept: tuple[str, ...]
    because: Text
    source: Source


@dataclass(frozen=True, slots=True)
class Turn:
    """New facts after the first decision; `answers` are those of the reference path that change or come in."""

    text: Text
    answers: Mapping[str, object]
    norms: Mapping[str, Norm]


@dataclass(frozen=True, slots=True)
class Exercise:
    """All there is to an exercise; `answers` are the reference path, raw as in an answers file.

    `digest` names exactly this version of the file, so that results of different versions are not mixed.
    """

    id: str
    protocol: Protocol
    digest: str
    title: Text
    story: Text
    form: Text
    difficulty: str
    minutes: int
    goals: tuple[Text, ...]
    careful: Text
    discussion: tuple[Text, ...]
    answers: Mapping[str, object]
    parts: Mapping[str, Text]
    facts: tuple[Fact, ...]
    signals: tuple[Shown, ...]
    overclaims: tuple[Overclaim, ...]
    norms: Mapping[str, Norm]
    turn: Turn | None

    @property
    def sector(self) -> str:
        """The sector whose protocol it is walked with."""
        return self.protocol.id if self.protocol.id in library.sector_ids() else library.BASE


def folder() -> Path:
    """Return the folder of the exercises that are shipped."""
    root = library.content_root()
    shipped = root / "exercises"
    return shipped if shipped.is_dir() else root / "examples" / "exercises"


def shipped() -> tuple[Path, ...]:
    """Return the files of the exercises that are shipped, by name."""
    return files_in(folder())


def load(path: Path) -> Exercise:
    """Return the exercise in a file, or raise with all that is in the way, each with its line.

    Raises `LocalRefusedError` for someone's own file, also where it teaches nothing, and `RefusedError` for a shipped
    one. What asks for a look, and what only the reference path shows, is for `meldcode.training.check`.
    """
    with _quoting(path):
        spec = scenario_file.read(path)
        protocol = protocol_of(spec)
        findings: list[Finding] = []
        made = taught(spec, protocol, findings, _digest(path))
        if findings or made is None:
            raise LocalRefusedError(findings or [Finding("E01", spec.place, {})])
        return made


def entry(path: Path) -> ExerciseEntry:
    """Return what a list of exercises shows of a file, without its protocol; raises as `load`."""
    with _quoting(path):
        spec = scenario_file.read(path)
        if spec.teaching is None:
            raise LocalRefusedError([Finding("E01", spec.place, {})])
        told = spec.teaching
        goals = tuple(told.goals.values())
        return ExerciseEntry(spec.scenario, spec.sector, spec.title, told.form, told.difficulty, told.minutes, goals)


@contextmanager
def _quoting(path: Path) -> Iterator[None]:
    """Refuse a file with its lines: a shipped one as content of the program, any other as someone's own."""
    try:
        yield
    except LocalRefusedError as error:
        findings = scenario_file.with_lines(error.findings, path)
        raise (RefusedError if path.parent == folder() else LocalRefusedError)(findings) from None


def protocol_of(spec: "ScenarioSpec") -> Protocol:
    """Return the protocol of the sector of a scenario; raises `LocalRefusedError` where there is none."""
    if findings := unknown("R15", [spec.sector], library.sector_ids(), spec.place):
        raise LocalRefusedError(findings)
    return library.protocol(spec.sector)


def taught(spec: "ScenarioSpec", protocol: Protocol, findings: list[Finding], digest: str = "") -> Exercise | None:
    """Return the exercise that a scenario holds, if any; what refers to nothing is added to the findings."""
    findings += misfits(protocol, spec.answers)
    if spec.teaching is None:
        return None
    if spec.teaching.turn is not None:
        findings += misfits(protocol, spec.teaching.turn.answers)
    findings += _twice(spec.teaching)
    return _Maker(protocol, findings).exercise(spec, spec.teaching, digest)


def _digest(path: Path) -> str:
    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


def _twice(teaching: "TeachingSpec") -> list[Finding]:
    """Return a finding for each id that stands twice in a list."""
    lists = (
        [(each.id, each.place) for each in teaching.parts],
        [(each.id, each.place) for each in teaching.facts],
        [
            *((shown.id, shown.place) for shown in teaching.signals),
            *((over.id, over.place) for over in teaching.overclaims),
        ],
        [(each.id, each.place) for each in teaching.norms],
        [(each.id, each.place) for each in (teaching.turn.norms if teaching.turn else ())],
    )
    return [finding for each in lists for finding in repeated((name, place_of(name, at)) for name, at in each)]


class _Maker:
    """Turns what the schema accepted into plain values; what does not exist in the protocol becomes a finding."""

    def __init__(self, protocol: Protocol, findings: list[Finding]) -> None:
        self.protocol, self.findings = protocol, findings
        themes = tuple(protocol.themes)
        self.reader = ConditionReader(dict(protocol.questions), themes, findings)
        self.known = [signal.id for each in protocol.signal_lists.values() for signal in each.signals]

    def exercise(self, spec: "ScenarioSpec", teaching: "TeachingSpec", digest: str) -> Exercise:
        turn = teaching.turn
        facts = ((each, self.reader.read(each.when)) for each in teaching.facts)
        return Exercise(
            id=spec.scenario,
            protocol=self.protocol,
            digest=digest,
            title=spec.title,
            story=spec.story,
            form=teaching.form,
            difficulty=teaching.difficulty,
            minutes=teaching.minutes,
            goals=tuple(teaching.goals.values()),
            careful=teaching.careful,
            discussion=tuple(teaching.discussion.values()),
            answers=_raw(spec.answers),
            parts={self._step(part.id, part.place): part.text for part in teaching.parts},
            facts=tuple(Fact(each.id, when, each.text) for each, when in facts if when is not None),
            signals=tuple(
                Shown(self._signal(each.id, each.place), each.how, each.because) for each in teaching.signals
            ),
            overclaims=tuple(
                Overclaim(self._signal(each.id, each.place), each.because) for each in teaching.overclaims
            ),
            norms=self._norms(teaching.norms),
            turn=None if turn is None else Turn(turn.text, _raw(turn.answers), self._norms(turn.norms)),
        )

    def _norms(self, specs: "tuple[NormSpec, ...]") -> dict[str, Norm]:
        found = {}
        for spec in specs:
            question = self.protocol.questions.get(spec.id)
            source = spec.source or (question.source if question else "")
            self._refer("R01", spec.id, self.protocol.questions, spec.place)
            if question is None:
                continue
            if question.type != "choice":
                self.findings.append(Finding("E04", place_of(spec.id, spec.place), {"question": spec.id}))
                continue
            self._refer("R04", source, self.protocol.sources, spec.place)
            self._options(spec)
            if source in self.protocol.sources:
                found[spec.id] = Norm(spec.id, spec.accept, spec.because, self.protocol.sources[source])
        return found

    def _options(self, spec: "NormSpec") -> None:
        options = self.reader.options[spec.id]
        for each in spec.accept:
            self._refer("R02", each, options, spec.place, question=spec.id, options=", ".join(options))

    def _step(self, name: str, place: Place) -> str:
        return self._refer("R03", name, [step.id for step in self.protocol.steps], place)

    def _signal(self, name: str, place: Place) -> str:
        return self._refer("E02", name, self.known, place)

    def _refer(self, code: str, name: str, known: Iterable[str], place: Place, **values: str) -> str:
        names = list(known)
        if name not in names:
            values |= {"name": name, "meant": nearest(name, names)}
            self.findings.append(Finding(code, place_of(name, place), values))
        return name


def _raw(node: yaml.Node) -> Mapping[str, object]:
    plain = yaml.plain(node)
    return plain if isinstance(plain, dict) else {}
