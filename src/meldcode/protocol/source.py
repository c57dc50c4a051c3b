"""Content files of one folder, read strictly and resolved: base, sector, themes, signals, contacts, translations."""

from functools import cached_property
from pathlib import Path

from meldcode.protocol import compile as compiler
from meldcode.protocol.diagnostics import Finding, Place, RefusedError, nearest, repeated
from meldcode.protocol.judge import Spec, judged
from meldcode.protocol.library import BASE, sector_ids
from meldcode.protocol.merge import BASE_FOREIGN, FOREIGN, NEEDED, changed_twice, left_out, merged, misplaced
from meldcode.protocol.model import Contact, Directory, Protocol, Region, SectorEntry, Signal, SignalList
from meldcode.protocol.scalars import place_of
from meldcode.protocol.schema import ContactsSpec, ProtocolSpec, ScenarioSpec, SignalListSpec, ThemeSpec
from meldcode.protocol.translate import translated
from meldcode.protocol.yaml import Map, Scalar, parse


class Content:
    """The content below one folder (that holds `protocols/` and `sectors/`).

    Every method raises `RefusedError` with all findings, each with the line it stands on.
    """

    def __init__(self, root: Path) -> None:
        """Remember the folder; nothing is read yet."""
        self.root = root

    def protocol(self, sector: str) -> Protocol:
        """Return the resolved protocol of a sector, or the base model as it is for `algemeen`."""
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

    def index(self) -> tuple[SectorEntry, ...]:
        """Return who each protocol is for."""
        protocols = (self.protocol(sector) for sector in sector_ids(self.root))
        return tuple(
            SectorEntry(BASE if each.id == "basismodel" else each.id, each.title, each.for_whom, each.bound)
            for each in protocols
        )

    def scenarios(self, sector: str) -> tuple[ScenarioSpec, ...]:
        """Return the scenarios of a sector."""
        folder = self._sector_file(sector).parent / "scenarios"
        return tuple(self._judged(ScenarioSpec, path) for path in _originals(folder))

    @cached_property
    def _base(self) -> Map:
        return self._tree(self.root / "protocols" / "basismodel" / "protocol.yaml")

    def _base_alone(self, findings: list[Finding]) -> Map:
        findings.extend(misplaced(self._base, ("protocol",), BASE_FOREIGN))
        return self._base

    def _on_base(self, sector: str, findings: list[Finding]) -> Map:
        tree = self._tree(self._sector_file(sector))
        findings.extend(misplaced(tree, NEEDED, FOREIGN) + changed_twice(self._base, tree))
        base = self._base.entries.get("protocol")
        for key, name in (("sector", sector), ("extends", base.value if isinstance(base, Scalar) else "")):
            given = tree.entries.get(key)
            if isinstance(given, Scalar) and given.value != name:
                values = {"key": key, "given": given.value, "allowed": name}
                findings.append(Finding("S04", given.place, values))
        bound = tree.entries.get("bound")
        if not (isinstance(bound, Scalar) and bound.value == "false"):
            findings.extend(left_out(self._base, tree))
        return merged(self._base, tree)

    @cached_property
    def _shared(self) -> compiler.Shared:
        protocols = self.root / "protocols"
        themes = [self._judged(ThemeSpec, path) for path in _originals(protocols / "themes")]
        lists = [self._judged(SignalListSpec, path) for path in _originals(protocols / "signals")]
        contacts = self._judged(ContactsSpec, protocols / "contacts.yaml")
        self._each_once(themes, lists)
        sources = {name: source for spec in lists for name, source in compiler.sources(spec.sources).items()}
        return compiler.Shared(
            themes=tuple(sorted(themes, key=lambda theme: (theme.order, theme.theme))),
            lists={spec.list: _signal_list(spec) for spec in sorted(lists, key=lambda each: (each.order, each.list))},
            list_sources=sources | compiler.sources(contacts.sources),
            directory=_directory(contacts),
        )

    def _sector_file(self, sector: str) -> Path:
        return self.root / "sectors" / sector / "sector.yaml"

    def _judged(self, kind: type[Spec], path: Path) -> Spec:
        findings: list[Finding] = []
        spec = judged(kind, self._tree(path), findings)
        if spec is None:
            raise RefusedError(self._quoted(findings))
        self._sources_known(spec, findings)
        for several in ("signals", "contacts", "regions"):
            findings.extend(repeated((each.id, each.place) for each in getattr(spec, several, ())))
        if findings:
            raise RefusedError(self._quoted(findings))
        return spec

    def _each_once(self, themes: list[ThemeSpec], lists: list[SignalListSpec]) -> None:
        findings = repeated((each.theme, each.place) for each in themes)
        findings += repeated((each.list, each.place) for each in lists)
        if findings:
            raise RefusedError(self._quoted(findings))

    def _sources_known(self, spec: object, findings: list[Finding]) -> None:
        known = getattr(spec, "sources", {})
        for element in (*getattr(spec, "signals", ()), *getattr(spec, "contacts", ())):
            if element.source not in known:
                values = {"name": element.source, "meant": nearest(element.source, known)}
                findings.append(Finding("R04", place_of(element.source, element.place), values))

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
            raise RefusedError([Finding("Y18", Place(name, 1, 1), {"reason": error.strerror or ""})]) from None
        node = parse(data, name)
        if not isinstance(node, Map):
            raise RefusedError(self._quoted([Finding("S03", node.place, {"key": "", "expected": "mapping"})]))
        return node

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name

    def _quoted(self, findings: list[Finding]) -> list[Finding]:
        return [self._quote(finding) for finding in findings]

    def _quote(self, finding: Finding) -> Finding:
        if finding.excerpt:
            return finding
        try:
            lines = (self.root / finding.place.file).read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            return finding
        excerpt = lines[finding.place.line - 1] if finding.place.line <= len(lines) else ""
        return Finding(finding.code, finding.place, finding.values, excerpt)


def _originals(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if not path.name.endswith(".en.yaml"))


def _signal_list(spec: SignalListSpec) -> SignalList:
    signals = tuple(
        Signal(f"{spec.list}.{each.id}", each.text, each.severity, each.source, each.graded) for each in spec.signals
    )
    return SignalList(spec.list, spec.title, signals, spec.intro)


def _directory(spec: ContactsSpec) -> Directory:
    contacts = {
        each.id: Contact(**{name: getattr(each, name) for name in Contact.__dataclass_fields__})
        for each in sorted(spec.contacts, key=lambda contact: (contact.urgency, contact.id))
    }
    regions = {
        each.id: Region(**{name: getattr(each, name) for name in Region.__dataclass_fields__}) for each in spec.regions
    }
    return Directory(contacts, regions, compiler.sources(spec.sources))
