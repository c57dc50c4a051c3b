"""A protocol while an overlay is laid over it: the parts that change, and what every operation needs to judge."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from meldcode.protocol.condition import Condition, leaves, reads
from meldcode.protocol.condition_yaml import ConditionReader
from meldcode.protocol.diagnostics import Finding, Place
from meldcode.protocol.model import Change, Contact, Item, Protocol, Question, Source, Step, Text
from meldcode.protocol.overlay_schema import OverlaySpec
from meldcode.protocol.scalars import place_of, unknown
from meldcode.protocol.yaml import Node

EMERGENCY = ("112", "0800-2000")
"""Numbers that are never changed, imitated or put second."""

FIRST_STEP, FIRST_QUESTION = "signalen", "direct_gevaar"


class Work:
    """The mutable parts of one protocol; `made` gives the immutable whole back."""

    def __init__(self, protocol: Protocol, spec: OverlaySpec, findings: list[Finding]) -> None:
        """Take the parts apart; nothing has been done yet."""
        self.protocol, self.spec, self.findings = protocol, spec, findings
        self.sources: dict[str, Source] = dict(protocol.sources)
        self.questions: dict[str, Question] = dict(protocol.questions)
        self.steps: list[Step] = list(protocol.steps)
        self.rules = {rule.id: rule for rule in protocol.rules}
        self.actions = dict(protocol.actions)
        self.flags = {flag.id: flag for flag in protocol.flags}
        self.contacts: dict[str, Contact] = dict(protocol.contacts)
        self.definitions = dict(protocol.definitions)
        self.lists = dict(protocol.signal_lists)
        self.roles = {role.id: role for role in protocol.roles}
        self.terms = {term.id: term for term in protocol.terms}
        self.interventions = dict(protocol.help.interventions)
        self.local_help = dict(protocol.local_help)
        self.changes: list[Change] = list(protocol.changes)

    def made(self) -> Protocol:
        """Return the protocol as it is now."""
        contacts = sorted(self.contacts.values(), key=lambda contact: contact.urgency)
        return replace(
            self.protocol,
            sources=self.sources,
            questions=self.questions,
            steps=tuple(self.steps),
            rules=tuple(self.rules.values()),
            actions=self.actions,
            flags=tuple(self.flags.values()),
            contacts={contact.id: contact for contact in contacts},
            definitions=self.definitions,
            signal_lists=self.lists,
            roles=tuple(self.roles.values()),
            terms=tuple(self.terms.values()),
            help=replace(self.protocol.help, interventions=self.interventions),
            local_help=self.local_help,
            changes=tuple(self.changes),
        )

    # -- judging ------------------------------------------------------------------------------------------------------

    def fault(self, code: str, place: Place, **values: str) -> None:
        """Add a finding."""
        self.findings.append(Finding(code, place, values))

    def known(self, code: str, name: str, names: Iterable[str], place: Place) -> bool:
        """Tell whether a name refers to something; if not, that is a finding."""
        found = unknown(code, [name], names, place)
        self.findings.extend(found)
        return not found

    def all_known(self, code: str, names: Iterable[str], known: Iterable[str], place: Place) -> None:
        """Add a finding for each name that refers to nothing."""
        self.findings.extend(unknown(code, names, known, place))

    def new(self, name: str, names: Iterable[str], place: Place) -> bool:
        """Tell whether an id is free; if not, that is a finding."""
        if name in names:
            self.fault("R11", place_of(name, place), name=name)
            return False
        return True

    def source(self, name: str, place: Place) -> str:
        """Return the source that is named, or that of the overlay itself."""
        if name:
            self.known("R04", name, self.sources, place)
            return name
        own = own_source(self.spec)
        self.sources.setdefault(own.id, own)
        return own.id

    def condition(self, node: Node | None, place: Place, *, needed: bool = False) -> Condition | None:
        """Return a condition about the questions that are there now."""
        if node is None:
            if needed:
                self.fault("S02", place, key="when")
            return None
        return ConditionReader(self.questions, tuple(self.protocol.themes), self.findings).read(node)

    def later(self, when: Condition | None, name: str, place: Place) -> None:
        """Refuse a guard that reads a question that does not come before this one."""
        order = [each for step in self.steps for each in step.questions]
        earlier = set(order[: order.index(name)]) if name in order else set()
        people = {each for each, question in self.questions.items() if question.type == "people"}
        for leaf in leaves(when):
            if not earlier & ({leaf.name} if leaf.name in self.questions else people):
                self.fault("R12", place, name=leaf.name, question=name)

    def conflict(self, verb: str, kind: str, name: str, keys: Iterable[str], place: Place) -> bool:
        """Tell whether an earlier operation touched the same keys of the same thing: the last would win in silence."""
        for each in self.changes:
            same = (each.kind, each.id) == (kind, name) and each.verb != "add"
            if same and (verb == "hide" or each.verb == "hide" or set(keys) & set(each.keys)):
                first = f"{each.origin.file}:{each.origin.line}"
                self.fault("O08", place, name=name, first=first)
                return True
        return False

    def rests_on(self, question: str) -> list[str]:
        """Return what reads the answers to a question: guards, rules, flags, actions, routes and deadlines."""
        return [name for name, when in self._conditions() if question in reads(when)]

    def _conditions(self) -> Iterable[tuple[str, Condition | None]]:
        yield from ((each.id, each.when) for each in self.questions.values())
        yield from ((each.id, each.waits.when) for each in self.questions.values() if each.waits)
        yield from ((each.id, each.when) for each in self.rules.values())
        yield from ((each.id, each.when) for each in self.flags.values())
        yield from ((each.id, each.when) for each in self.actions.values())
        yield from ((each.id, each.when) for each in self.protocol.routes)
        yield from ((each.id, each.when) for each in self.protocol.deadlines)

    def note(self, change: Change) -> None:
        """Remember what was done."""
        self.changes.append(change)


def own_source(spec: OverlaySpec) -> Source:
    """Return the source of what an overlay adds without naming one: the overlay itself, which nobody of us read."""
    title = Text(f"Lokale afspraak van {spec.owner}", f"Local agreement of {spec.owner}")
    why = Text("lokaal toegevoegd, niet landelijk nagekeken", "added locally, not verified nationally")
    return Source(spec.overlay, title, unverified=why)


def texts(given: Mapping[str, Text], hints: Mapping[str, Text] | None = None) -> tuple[Item, ...]:
    """Return texts by id as items."""
    return tuple(Item(name, text, (hints or {}).get(name, Text("", ""))) for name, text in given.items())
