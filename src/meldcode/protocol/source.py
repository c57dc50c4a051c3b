"""Content files of one folder, read strictly and resolved: base, sector, themes, signals, contacts, translations."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from meldcode.protocol import compile as compiler
from meldcode.protocol import compile_training
from meldcode.protocol.diagnostics import Finding, Place, RefusedError, quoted, reason_of, repeated
from meldcode.protocol.directory import Directory, Index, Profession, Region, SectorEntry, Workplace
from meldcode.protocol.help import OLDEST, Fits, Help, HelpLevel, Intervention
from meldcode.protocol.judge import Spec, judged
from meldcode.protocol.library import BASE, sector_ids
from meldcode.protocol.merge import BASE_FOREIGN, FOREIGN, NEEDED, changed_twice, merged, misplaced, not_placed
from meldcode.protocol.model import ROLES, Contact, Protocol, Signal, SignalList
from meldcode.protocol.scalars import unknown
from meldcode.protocol.schema import HeadSpec, ProtocolSpec, ThemeSpec
from meldcode.protocol.schema_scenario import ScenarioSpec
from meldcode.protocol.schema_shared import (
    ContactSpec,
    ContactsSpec,
    InterventionSpec,
    InterventionsSpec,
    ProfessionsSpec,
    SignalListSpec,
)
from meldcode.protocol.schema_training import TrainingSpec
from meldcode.protocol.training import Training
from meldcode.protocol.translate import translated
from meldcode.protocol.yaml import Map, Scalar, lines_of, parse

SOURCED = ("signals", "contacts", "interventions", "offers", "accreditations", "criteria")
"""Lists in the shared files of which each item names a source."""


class Content:
    """The content below one folder (that holds `protocols/` and `sectors/`).

    Every method raises `RefusedError` with all findings, each with the line it stands on.
    """

    def __init__(self, root: Path) -> None:
        """Remember the folder; nothing is read yet, and each protocol is made once."""
        self.root = root
        self._made: dict[str, Protocol] = {}
        self._lines: dict[str, tuple[str, ...]] = {}

    def protocol(self, sector: str) -> Protocol:
        """Return the resolved protocol of a sector, or the base model as it is for `algemeen`."""
        if sector not in self._made:
            self._made[sector] = self._protocol(sector)
        return self._made[sector]

    def _protocol(self, sector: str) -> Protocol:
        findings: list[Finding] = []
        tree = self._base_alone(findings) if sector == BASE else self._on_base(sector, findings)
        spec = judged(ProtocolSpec, tree, findings)
        protocol = compiler.compiled(spec, self.shared(), findings) if spec else None
        if findings or protocol is None:
            raise RefusedError(self._quoted(findings))
        return protocol

    def shared(self) -> compiler.Shared:
        """Return what every protocol takes in."""
        return self._shared

    def index(self) -> Index:
        """Return who each protocol is for."""
        entries = (self._entry(sector) for sector in sector_ids(self.root))
        return Index(tuple(sorted(entries, key=lambda entry: (entry.id == BASE, entry.id))), self._workplaces())

    def scenarios(self, sector: str) -> tuple[ScenarioSpec, ...]:
        """Return the scenarios of a sector."""
        folder = self._file(sector).parent / "scenarios"
        return tuple(self._judged(ScenarioSpec, path) for path in _originals(folder))

    def training(self) -> Training:
        """Return the training offers, accreditation, and what good training holds."""
        spec = self._judged(TrainingSpec, self.root / "protocols" / "training.yaml")
        regions = self.shared().directory.regions
        self._refuse(list(compile_training.wrong(spec, sector_ids(self.root), regions)))
        return compile_training.compiled(spec)

    @cached_property
    def _base(self) -> Map:
        return self._tree(self._file(BASE))

    def _base_alone(self, findings: list[Finding]) -> Map:
        findings.extend(misplaced(self._base, ("protocol",), BASE_FOREIGN))
        return self._base

    def _on_base(self, sector: str, findings: list[Finding]) -> Map:
        tree = self._tree(self._file(sector))
        findings.extend(misplaced(tree, NEEDED, FOREIGN) + changed_twice(self._base, tree))
        base = self._base.entries.get("protocol")
        for key, name in (("sector", sector), ("extends", base.value if isinstance(base, Scalar) else "")):
            given = tree.entries.get(key)
            if isinstance(given, Scalar) and given.value != name:
                values = {"key": key, "given": given.value, "allowed": name}
                findings.append(Finding("S04", given.place, values))
        bound = tree.entries.get("bound")
        if not (isinstance(bound, Scalar) and bound.value == "false"):
            findings.extend(not_placed(self._base, tree))
        return merged(self._base, tree)

    @cached_property
    def _shared(self) -> compiler.Shared:
        protocols = self.root / "protocols"
        themes = [self._judged(ThemeSpec, path) for path in _originals(protocols / "themes")]
        lists = [self._judged(SignalListSpec, path) for path in _originals(protocols / "signals")]
        contacts = self._judged(ContactsSpec, protocols / "contacts.yaml")
        interventions = self._judged(InterventionsSpec, protocols / "interventions.yaml")
        self._refuse(_shared_findings(themes, lists, contacts, interventions, sector_ids(self.root)))
        sources = {name: source for spec in lists for name, source in compiler.sources(spec.sources).items()}
        return compiler.Shared(
            themes=tuple(sorted(themes, key=lambda theme: (theme.order, theme.theme))),
            lists={spec.list: _signal_list(spec) for spec in sorted(lists, key=lambda each: (each.order, each.list))},
            list_sources=sources | compiler.sources(contacts.sources),
            directory=_directory(contacts),
            help=_help(interventions),
            help_sources=compiler.sources(interventions.sources),
        )

    def _entry(self, sector: str) -> SectorEntry:
        """Return the head of a protocol; the rest is not judged, so that a list of all of them is quick."""
        tree = self._tree(self._file(sector))
        findings: list[Finding] = []
        entries = {key: value for key, value in tree.entries.items() if key in HeadSpec.model_fields}
        head = judged(HeadSpec, Map(entries, tree.keys, tree.place), findings)
        if head is None:
            raise RefusedError(self._quoted(findings))
        reviewed = head.reviewed
        return SectorEntry(sector, head.title, head.for_whom, head.bound, head.version, reviewed.date, reviewed.before)

    def _workplaces(self) -> tuple[Workplace, ...]:
        spec = self._judged(ProfessionsSpec, self.root / "protocols" / "professions.yaml")
        professions = [each for place in spec.workplaces for each in place.professions]
        findings = repeated((place.id, place.place) for place in spec.workplaces)
        findings += unknown("R15", (each.sector for each in professions), sector_ids(self.root), spec.place)
        self._refuse(findings)
        return tuple(
            Workplace(
                place.id,
                place.title,
                tuple(Profession(each.id, each.title, each.sector, each.words) for each in place.professions),
            )
            for place in spec.workplaces
        )

    def _file(self, sector: str) -> Path:
        if sector == BASE:
            return self.root / "protocols" / "basismodel" / "protocol.yaml"
        return self.root / "sectors" / sector / "sector.yaml"

    def _judged(self, kind: type[Spec], path: Path) -> Spec:
        findings: list[Finding] = []
        spec = judged(kind, self._tree(path), findings)
        if spec is None:
            raise RefusedError(self._quoted(findings))
        self._sources_known(spec, findings)
        for several in (*SOURCED, "regions"):
            findings.extend(repeated((each.id, each.place) for each in getattr(spec, several, ())))
        self._refuse(findings)
        return spec

    def _refuse(self, findings: list[Finding]) -> None:
        if findings:
            raise RefusedError(self._quoted(findings))

    def _sources_known(self, spec: object, findings: list[Finding]) -> None:
        known = getattr(spec, "sources", {})
        for element in (each for several in SOURCED for each in getattr(spec, several, ())):
            findings.extend(unknown("R04", [element.source], known, element.place))

    def _tree(self, path: Path) -> Map:
        tree = self._parsed(path)
        english = path.with_name("en.yaml") if path.stem in ("protocol", "sector") else path.with_suffix(".en.yaml")
        if not english.is_file():
            return tree
        findings: list[Finding] = []
        result = translated(tree, self._parsed(english), findings)
        if findings:
            raise RefusedError(self._quoted(findings))
        return result

    def _parsed(self, path: Path) -> Map:
        name = self._name(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise RefusedError([Finding("Y18", Place(name, 1, 1), {"reason": reason_of(error)})]) from None
        node = parse(data, name)
        self._lines[name] = lines_of(data)
        if not isinstance(node, Map):
            raise RefusedError(self._quoted([Finding("S03", node.place, {"key": "", "expected": "mapping"})]))
        return node

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name

    def _quoted(self, findings: list[Finding]) -> list[Finding]:
        for name, lines in self._lines.items():
            findings = quoted(findings, name, lines)
        return findings


def _originals(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if not path.name.endswith(".en.yaml"))


def _shared_findings(
    themes: list[ThemeSpec],
    lists: list[SignalListSpec],
    contacts: ContactsSpec,
    interventions: InterventionsSpec,
    sectors: Iterable[str],
) -> list[Finding]:
    """Return what is wrong between the shared files: ids used twice, and references to nothing."""
    fits = [each.fits for each in interventions.interventions]
    named = [name for each in contacts.contacts for name in each.themes]
    named += [name for each in interventions.interventions for name in (*each.fits.themes, *each.unsafe_with)]
    return [
        *repeated((each.theme, each.place) for each in themes),
        *repeated((each.list, each.place) for each in lists),
        *unknown("R16", named, [each.theme for each in themes], interventions.place),
        *unknown("R08", (name for each in fits for name in each.lists), [each.list for each in lists], contacts.place),
        *unknown("R15", (name for each in contacts.contacts for name in each.only), sectors, contacts.place),
        *unknown("R17", (role for each in fits for role in each.roles), ROLES, interventions.place),
    ]


def _help(spec: InterventionsSpec) -> Help:
    levels = tuple(HelpLevel(name, level.title, level.text) for name, level in spec.levels.items())
    ranks = {level.id: rank for rank, level in enumerate(levels)}
    ordered = sorted(spec.interventions, key=lambda each: (ranks.get(each.level, len(ranks)), each.id))
    return Help({each.id: _intervention(each) for each in ordered}, levels, compiler.items(spec.cautions))


def _signal_list(spec: SignalListSpec) -> SignalList:
    signals = tuple(
        Signal(f"{spec.list}.{each.id}", each.text, each.severity, each.source, each.graded) for each in spec.signals
    )
    return SignalList(spec.list, spec.title, signals, spec.intro)


def _directory(spec: ContactsSpec) -> Directory:
    contacts = {
        each.id: _contact(each) for each in sorted(spec.contacts, key=lambda contact: (contact.urgency, contact.id))
    }
    regions = {
        each.id: Region(**{name: getattr(each, name) for name in Region.__dataclass_fields__}) for each in spec.regions
    }
    return Directory(contacts, regions, compiler.sources(spec.sources))


def _contact(spec: ContactSpec) -> Contact:
    named = {name: getattr(spec, name) for name in Contact.__dataclass_fields__ if name not in ("age_from", "age_to")}
    oldest = spec.ages.to if spec.ages else OLDEST
    return Contact(**named, age_from=spec.ages.start if spec.ages else 0, age_to=oldest)


def _intervention(spec: InterventionSpec) -> Intervention:
    fits = Fits(**{name: getattr(spec.fits, name) for name in Fits.__dataclass_fields__})
    named = {name: getattr(spec, name) for name in Intervention.__dataclass_fields__ if name != "fits"}
    return Intervention(**named, fits=fits)
