"""A protocol while an overlay is laid over it: the parts that change, and what every operation needs to judge."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from meldcode.protocol.condition import FACTS, BelowAdvice, Condition, leaves, reads
from meldcode.protocol.condition_yaml import ConditionReader
from meldcode.protocol.diagnostics import Finding, Place
from meldcode.protocol.model import Change, Contact, Item, Protocol, Question, Source, Step, Text
from meldcode.protocol.overlay_names import (
    imitates,
    is_emergency,
    nearly_emergency,
    other_number,
    takes_the_name,
    wordless,
)
from meldcode.protocol.overlay_options import answers_otherwise, belongs_elsewhere, contradicts
from meldcode.protocol.overlay_schema import OverlaySpec
from meldcode.protocol.scalars import place_of, unknown
from meldcode.protocol.yaml import Node

LOWEST = "overleg"
"""Level from which a rule of an overlay may start."""

FIRST_STEP, FIRST_QUESTION = "signalen", "direct_gevaar"

FIXED = frozenset(
    (
        *("direct_gevaar", "vermoeden", "veiligheid", "hulp", "acceptatie", "resultaat", "pleger", "kindcheck"),
        *("collega", "vt_advies", "deskundige", "gesprek", "gesprek_datum", "gesprek_reden", "aankondiging"),
        *("betrokkenen", "thema", "signalen", "besluit", "afwijking_reden", "melding_datum"),
    )
)
"""Questions that mean the same in every protocol, also where a sector does not ask them."""


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
        self.offers = {offer.id: offer for offer in protocol.offers}
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
            offers=tuple(self.offers.values()),
            changes=tuple(self.changes),
        )

    # -- judging ------------------------------------------------------------------------------------------------------

    def fault(self, code: str, place: Place, **values: str) -> None:
        """Add a finding."""
        self.findings.append(Finding(code, place, values))

    def known(self, code: str, name: str, names: Iterable[str], place: Place) -> bool:
        """Tell whether a name refers to something; if not, that is a finding, which says where it was hidden."""
        hidden = (each for each in self.changes if (each.verb, each.id) == ("hide", name))
        if name not in names and (first := next(hidden, None)):
            self.fault("O08", place, name=name, first=f"{first.origin.file}:{first.origin.line}")
            return False
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

    def condition(self, node: Node | None, place: Place, *, for_flag: bool = False) -> Condition | None:
        """Return a condition about the questions that are there now; only that of a flag may read the advice."""
        if node is None:
            return None
        when = ConditionReader(self.questions, tuple(self.protocol.themes), self.findings).read(node)
        if not for_flag and any(isinstance(leaf, BelowAdvice) for leaf in leaves(when)):
            self.fault("C05", place)
        return when

    def later(self, when: Condition | None, name: str, place: Place) -> None:
        """Refuse a guard that reads a question that does not come before this one."""
        order = [each for step in self.steps for each in step.questions]
        earlier = set(order[: order.index(name)]) if name in order else set()
        people = {each for each, question in self.questions.items() if question.type == "people"}
        for leaf in leaves(when):
            if not earlier & ({leaf.name} if leaf.name in self.questions else people):
                self.fault("R12", place, name=leaf.name, question=name)

    def not_like_emergency(self, name: Text, phone: str, place: Place, url: str = "") -> None:
        """Refuse what takes the name of 112 or Veilig Thuis and leads elsewhere, or a number that is nearly theirs."""
        site = url.partition("://")[2].partition("/")[0]
        called_alike = any(takes_the_name(each) for each in (name.nl, name.en or "", site))
        if (called_alike and not is_emergency(phone)) or nearly_emergency(phone):
            self.fault("O13", place, name=name.nl)

    def texts_of_emergency(self, name: Text, texts: Iterable[Text], place: Place) -> None:
        """Refuse what rightly has the name of 112 or Veilig Thuis and gives another number in a text."""
        if any(imitates(each) for each in (name.nl, name.en or "")):
            for text in texts:
                self.no_other_number(text, place, about_emergency=True)

    def no_other_number(self, text: Text, place: Place, *, about_emergency: bool = False) -> None:
        """Refuse a text about 112 or Veilig Thuis that gives another number."""
        for each in (text.nl, text.en or ""):
            if number := other_number(each, about_emergency=about_emergency):
                self.fault("O17", place, number=number)
                return

    def readable(self, text: Text, key: str, place: Place, *, cited: bool) -> None:
        """Refuse a text in which there is nothing to read, in one of the languages; a name may be in any script."""
        if any(wordless(each, cited=cited) for each in (text.nl, text.en) if each):
            self.fault("O20", place, key=key)

    def honest_options(self, options: Mapping[str, Text], hints: Mapping[str, Text], place: Place) -> None:
        """Refuse words of an option, or of its hint, that say the opposite of its id or are those of another."""
        turned = [(name, text) for name, text in options.items() if contradicts(name, text)]
        turned += [(name, text) for name, text in hints.items() if answers_otherwise(name, text)]
        turned += [each for each in (*options.items(), *hints.items()) if belongs_elsewhere(*each, options)]
        for name, text in turned[:1]:
            self.fault("O19", place, option=name, words=text.nl)

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
        """Return what reads the answers to a question: guards, rules, flags, actions, routes, waits and deadlines."""
        asks_people = question in self.questions and self.questions[question].type == "people"
        names = {question, *(FACTS if asks_people else ())}
        readers = [name for name, when in self._conditions() if names & reads(when)]
        readers += [each.id for each in self.questions.values() if each.waits and each.waits.until == question]
        readers += [each.id for each in self.protocol.deadlines if each.start == question]
        return list(dict.fromkeys(readers))

    def fixed(self, question: str) -> bool:
        """Tell whether a question keeps its meaning: it is locked, the same everywhere, or something rests on it."""
        return self.questions[question].locked or question in FIXED or bool(self.rests_on(question))

    def free_for_a_question(self, name: str, place: Place) -> bool:
        """Tell whether a question of an overlay may have this id; if not, that is a finding."""
        if name in FIXED or name in FACTS:
            self.fault("O16" if name not in self.questions else "R11", place_of(name, place), name=name)
            return False
        return self.new(name, self.questions, place)

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
