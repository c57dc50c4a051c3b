"""An exercise: a vignette that is told in parts, the reference path, and what the norm leaves room for."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from meldcode.protocol import library, scenario_file, yaml
from meldcode.protocol.condition import Condition
from meldcode.protocol.condition_yaml import ConditionReader
from meldcode.protocol.diagnostics import Finding, Place, RefusedError, nearest
from meldcode.protocol.model import Protocol, Source, Text

if TYPE_CHECKING:
    from meldcode.protocol.schema_scenario import NormSpec, ScenarioSpec, TeachingSpec

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
        return self.protocol.id


def folder() -> Path:
    """Return the folder of the exercises that are shipped."""
    root = library.content_root()
    shipped = root / "exercises"
    return shipped if shipped.is_dir() else root / "examples" / "exercises"


def shipped() -> tuple[Path, ...]:
    """Return the files of the exercises that are shipped, by name."""
    return files_in(folder())


def files_in(place: Path) -> tuple[Path, ...]:
    """Return the exercise files in a folder, by name, without their translations."""
    return tuple(path for path in sorted(place.glob("*.yaml")) if not path.name.endswith(".en.yaml"))


def load(path: Path) -> Exercise:
    """Return the exercise in a file; raises `RefusedError` with all that is wrong, also where it teaches nothing."""
    spec = scenario_file.read(path)
    if spec.teaching is None:
        raise RefusedError([Finding("E01", Place(path.name, 1, 1), {})])
    if spec.sector not in library.sector_ids():
        given = {"key": "sector", "given": spec.sector, "allowed": ", ".join(library.sector_ids())}
        raise RefusedError([Finding("S04", spec.place, given)])
    findings: list[Finding] = []
    made = _Maker(library.protocol(spec.sector), findings).exercise(spec, spec.teaching, _digest(path))
    if findings:
        raise RefusedError(findings)
    return made


def _digest(path: Path) -> str:
    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


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
            self.findings.append(Finding(code, place, {"name": name, "meant": nearest(name, names), **values}))
        return name


def _raw(node: yaml.Node) -> Mapping[str, object]:
    plain = yaml.plain(node)
    return plain if isinstance(plain, dict) else {}
