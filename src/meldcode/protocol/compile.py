"""Turn judged content into one `Protocol`: read the conditions, check every reference, let the themes take part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from meldcode.protocol import codec
from meldcode.protocol.condition import (
    FACTS,
    BelowAdvice,
    Condition,
    both,
    leaves,
    reads,
    settled,
)
from meldcode.protocol.condition_yaml import ConditionReader
from meldcode.protocol.diagnostics import Finding, Place, repeated
from meldcode.protocol.directory import Directory
from meldcode.protocol.help import Help
from meldcode.protocol.model import (
    AFTER_ADVICE,
    EVERY_ROUTE,
    HOME_ROUTE,
    NO_TEXT,
    Action,
    Contact,
    Deadline,
    Definition,
    Flag,
    Item,
    LevelText,
    Protocol,
    Question,
    Retention,
    Route,
    Rule,
    SignalList,
    Source,
    Step,
    Text,
    Theme,
    Waits,
)
from meldcode.protocol.scalars import place_of, unknown
from meldcode.protocol.schema import (
    ActionSpec,
    DeadlineSpec,
    DefinitionSpec,
    FlagSpec,
    ProtocolSpec,
    QuestionSpec,
    RouteSpec,
    RuleSpec,
    SourceSpec,
    StepSpec,
    ThemeSpec,
    WaitsSpec,
)
from meldcode.protocol.themes import EXPERT, THEME, demanded, safe_to_inform, weighed
from meldcode.protocol.yaml import Node

Named = QuestionSpec | RuleSpec | ActionSpec | FlagSpec | DefinitionSpec | StepSpec | RouteSpec | DeadlineSpec


@dataclass(frozen=True, slots=True)
class Shared:
    """Content that every protocol takes in, in the order in which people see it."""

    themes: tuple[ThemeSpec, ...]
    lists: Mapping[str, SignalList]
    list_sources: Mapping[str, Source]
    directory: Directory
    help: Help
    help_sources: Mapping[str, Source]


def compiled(spec: ProtocolSpec, shared: Shared, findings: list[Finding]) -> Protocol | None:
    """Return the protocol with its digest, or None after adding findings."""
    before = len(findings)
    protocol = _Compiler(spec, shared, findings).protocol()
    return replace(protocol, digest=codec.digest(protocol)) if len(findings) == before else None


def sources(specs: Mapping[str, SourceSpec]) -> dict[str, Source]:
    """Return the sources as plain values."""
    return {
        name: Source(name, spec.title, spec.url, spec.article, spec.note, spec.verified, spec.unverified)
        for name, spec in specs.items()
    }


def items(texts: Mapping[str, Text], hints: Mapping[str, Text] | None = None) -> tuple[Item, ...]:
    """Return texts by id as items."""
    return tuple(Item(name, text, (hints or {}).get(name, NO_TEXT)) for name, text in texts.items())


class _Compiler:
    def __init__(self, spec: ProtocolSpec, shared: Shared, findings: list[Finding]) -> None:
        self.spec, self.shared, self.findings = spec, shared, findings
        self.placed = [item for step in spec.steps for item in step.questions if isinstance(item, QuestionSpec)]
        self.themes = shared.themes if any(item.id == THEME for item in self.placed) else ()
        self.rules = [*spec.rules, *(rule for theme in self.themes for rule in theme.rules)]
        self.actions = [*spec.actions, *(action for theme in self.themes for action in theme.actions)]
        self.flags = [*spec.flags, *(flag for theme in self.themes for flag in theme.flags)]
        self.sources = {
            name: source
            for named in (*(theme.sources for theme in self.themes), spec.sources)
            for name, source in sources(named).items()
        }
        for named in (shared.list_sources, shared.help_sources):
            self.sources |= {name: source for name, source in named.items() if name not in self.sources}
        self.contacts = self._own_contacts()
        self.absent = frozenset(item.id for item in spec.left_out)
        bare = {item.id: self._bare(item) for item in (*self.placed, *spec.left_out)}
        self.reader = ConditionReader(bare, tuple(theme.theme for theme in self.themes), findings)

    def protocol(self) -> Protocol:
        spec = self.spec
        kinds = (self.rules, self.actions, self.flags, spec.definitions, spec.steps, spec.routes, spec.deadlines)
        self._unique(self.placed, *kinds)
        questions = {item.id: self._question(item) for item in self.placed}
        steps = tuple(self._step(step, questions) for step in spec.steps)
        self._order(steps, questions)
        actions = {each.id: action for each in self.actions if (action := self._action(each)) is not None}
        rules = tuple(rule for each in self.rules if (rule := self._rule(each, actions)) is not None)
        if self.absent:  # what a sector leaves out takes the actions with it that only that would show
            named = {name for rule in rules for name in rule.actions}
            actions = {name: action for name, action in actions.items() if name in named}
        return Protocol(
            id=spec.sector or spec.protocol or "",
            version=spec.version,
            title=spec.title,
            for_whom=spec.for_whom,
            decides=spec.decides,
            bound=spec.bound,
            reviewed=spec.reviewed.date,
            review_before=spec.reviewed.before,
            sources=self.sources,
            steps=steps,
            questions=questions,
            definitions={
                each.id: Definition(
                    each.id, each.term, each.text, self._source(each.source, each.place), items(each.examples)
                )
                for each in spec.definitions
            },
            rules=rules,
            actions=actions,
            flags=tuple(flag for each in self.flags if (flag := self._flag(each)) is not None),
            levels={name: LevelText(level.title, level.text) for name, level in spec.levels.items()},
            routes=self._routes(),
            themes={theme.theme: self._theme(theme) for theme in self.themes},
            signal_lists={name: self.shared.lists[name] for name in self._lists() if name in self.shared.lists},
            contacts=self.contacts,
            at_hand=items(spec.at_hand),
            roles=items(spec.roles),
            terms=items(spec.terms),
            retention=self._retention(),
            expertise=self._expertise(),
            deadlines=tuple(each for deadline in spec.deadlines if (each := self._deadline(deadline)) is not None),
            help=self.shared.help,
        )

    # -- elements ---------------------------------------------------------------------------------------------------

    def _bare(self, spec: QuestionSpec) -> Question:
        options = items(spec.options, spec.hints)
        if spec.id == THEME:
            options = tuple(Item(theme.theme, theme.title, theme.hint) for theme in self.themes)
        return Question(
            id=spec.id,
            ask=spec.ask,
            label=spec.label,
            type=spec.type,
            origin=spec.place,
            options=options,
            rising=spec.danger == "rising",
            help=spec.help,
            why=spec.why,
            source=spec.source or "",
            definitions=spec.definitions,
            lists=spec.lists,
            client=spec.client or "",
            required=spec.required,
            locked=spec.locked,
        )

    def _question(self, spec: QuestionSpec) -> Question:
        question = self._bare(spec)
        self._refer("R04", [spec.source] if spec.source else [], self.sources, spec.place)
        self._refer("R07", spec.definitions, [each.id for each in self.spec.definitions], spec.place)
        self._refer("R08", spec.lists, self.shared.lists, spec.place)
        self._refer("R02", spec.hints, spec.options, spec.place, question=spec.id, options=", ".join(spec.options))
        if (spec.type in ("choice", "multi") and spec.id != THEME) != bool(spec.options):
            self.findings.append(Finding("S11", spec.place, {"question": spec.id}))
        question = replace(question, when=self._guard(spec.when), waits=self._waits(spec.waits))
        return demanded(question, self.themes) if spec.id == EXPERT else question

    def _waits(self, spec: WaitsSpec | None) -> Waits | None:
        if spec is None:
            return None
        self._refer_to_date("until", spec.until, spec.place)
        condition = self._when(spec.when)
        return Waits(condition, spec.until) if condition and spec.until not in self.absent else None

    def _step(self, spec: StepSpec, questions: Mapping[str, Question]) -> Step:
        placed = [item if isinstance(item, str) else item.id for item in spec.questions]
        self._refer("R01", placed, questions, spec.place)
        self._refer("R04", [spec.source] if spec.source else [], self.sources, spec.place)
        known = (HOME_ROUTE, EVERY_ROUTE, *(route.id for route in self.spec.routes))
        self._refer("R06", [spec.route] if spec.route else [], known, spec.place)
        return Step(
            id=spec.id,
            title=spec.title,
            purpose=spec.purpose,
            questions=tuple(placed),
            origin=spec.place,
            number=spec.statutory,
            route=spec.route or HOME_ROUTE,
            guidance=spec.guidance,
            tasks=items(spec.tasks),
            meanwhile=spec.meanwhile,
            source=spec.source or "",
        )

    def _rule(self, spec: RuleSpec, shown: Mapping[str, Action]) -> Rule | None:
        contacts = self._callable(spec.contacts, spec.place)
        self._refer("R09", spec.actions, [action.id for action in self.actions], spec.place)
        when = self._when(spec.when)
        self._below_advice_only_for_flags(when, spec.place)
        source = self._source(spec.source, spec.place)
        if when is None:
            return None
        when = self._holding(weighed(when, spec.actions, self.themes, self._lists()))
        actions = tuple(name for name in spec.actions if name in shown)
        if when is None:
            return None
        return Rule(spec.id, when, spec.because, source, spec.place, spec.level or "", actions, contacts)

    def _action(self, spec: ActionSpec) -> Action | None:
        self._refer("R04", [spec.source] if spec.source else [], self.sources, spec.place)
        when = self._when(spec.when)
        self._below_advice_only_for_flags(when, spec.place)
        if spec.informs:
            self._refer("R01", [THEME], self.reader.questions, spec.place)
            when = both(when, *safe_to_inform(self.themes, self.reader.questions))
        left = self._left(when)
        if left is False or (spec.informs and THEME in self.absent):  # nobody could tell whether the talk is safe
            return None
        when = None if left is True else left
        return Action(spec.id, spec.text, spec.place, spec.kind, when, spec.informs, spec.source or "")

    def _deadline(self, spec: DeadlineSpec) -> Deadline | None:
        self._refer_to_date("from", spec.start, spec.place)
        source = self._source(spec.source, spec.place)
        when = self._guard(spec.when)
        if spec.start in self.absent:
            return None
        return Deadline(
            spec.id, spec.label, spec.text, spec.start, source, spec.place, spec.days, spec.working_days, when
        )

    def _retention(self) -> Retention | None:
        spec = self.spec.retention
        return None if spec is None else Retention(spec.text, self._source(spec.source, spec.place), spec.years)

    def _expertise(self) -> tuple[str, ...]:
        self._refer("R05", self.spec.expertise, self.contacts, self.spec.place)
        return self.spec.expertise

    def _flag(self, spec: FlagSpec) -> Flag | None:
        when = self._when(spec.when)
        source = self._source(spec.source, spec.place)
        if when is None or self.absent & reads(when):  # what is not asked is no fault of the walk
            return None
        if spec.step:
            self._refer("R03", [spec.step], [step.id for step in self.spec.steps], spec.place)
        return Flag(spec.id, when, spec.text, source, spec.place, spec.step or "")

    def _routes(self) -> tuple[Route, ...]:
        return tuple(
            Route(
                route.id,
                route.title,
                when,
                route.text,
                {name: LevelText(level.title, level.text) for name, level in route.levels.items()},
            )
            for route in self.spec.routes
            if (when := self._when(route.when)) is not None
        )

    def _theme(self, spec: ThemeSpec) -> Theme:
        contacts = self._callable(spec.consult.contacts, spec.consult.place)
        self._refer("R08", spec.lists, self.shared.lists, spec.place)
        known = [signal.id for each in self.shared.lists.values() for signal in each.signals]
        self._refer("R14", spec.weigh, known, spec.place)
        return Theme(
            id=spec.theme,
            title=spec.title,
            help=spec.help,
            consult_required=spec.consult.required,
            consult=spec.consult.text,
            consult_contacts=contacts,
            talk_safe=spec.talk.safe,
            talk=spec.talk.because,
            hint=spec.hint,
            lists=spec.lists,
            weigh=spec.weigh,
        )

    def _own_contacts(self) -> dict[str, Contact]:
        sector = self.spec.sector or "algemeen"
        contacts = self.shared.directory.contacts
        return {name: contact for name, contact in contacts.items() if not contact.only or sector in contact.only}

    def _callable(self, names: tuple[str, ...], place: Place) -> tuple[str, ...]:
        """Return the contacts that this sector may call; one that is there for other sectors only is passed over."""
        self._refer("R05", names, self.shared.directory.contacts, place)
        return tuple(name for name in names if name in self.contacts)

    # -- checks -----------------------------------------------------------------------------------------------------

    def _when(self, node: Node | None) -> Condition | None:
        return None if node is None else self.reader.read(node)

    def _guard(self, node: Node | None) -> Condition | None:
        """Return a guard; of what an unbound sector leaves out nothing is left in it."""
        when = self._when(node)
        left = when is None or settled(when, self.absent, unknown=True)
        return None if isinstance(left, bool) else left

    def _left(self, when: Condition | None) -> Condition | bool:
        """Return what must hold when some questions are never asked: True for nothing at all, False where it can't."""
        return when is None or settled(when, self.absent, unknown=False)

    def _holding(self, when: Condition) -> Condition | None:
        """Return what must hold; None for what can't, or would say no more than that a question is not asked."""
        left = self._left(when)
        return None if isinstance(left, bool) else left

    def _source(self, name: str, place: Place) -> str:
        self._refer("R04", [name], self.sources, place)
        return name

    def _refer(self, code: str, names: Iterable[str], known: Iterable[str], place: Place, **values: str) -> None:
        self.findings.extend(unknown(code, names, known, place, **values))

    def _refer_to_date(self, key: str, name: str, place: Place) -> None:
        self._refer("R01", [name], self.reader.questions, place)
        dates = [each for each, question in self.reader.questions.items() if question.type == "date"]
        if name in self.reader.questions and name not in dates:
            values = {"key": key, "given": name, "allowed": ", ".join(dates)}
            self.findings.append(Finding("S04", place_of(name, place), values))

    def _unique(self, *kinds: Iterable[Named]) -> None:
        for elements in kinds:
            self.findings.extend(repeated((element.id, element.place) for element in elements))

    def _order(self, steps: tuple[Step, ...], questions: Mapping[str, Question]) -> None:
        """Refuse a guard that reads a question that comes later: it could never be judged in time."""
        order = [name for step in steps for name in step.questions]
        people = {name for name, question in questions.items() if question.type == "people"}
        for question in questions.values():
            earlier = set(order[: order.index(question.id)]) if question.id in order else set()
            for leaf in leaves(question.when):
                if not earlier & (people if leaf.name in FACTS else {leaf.name}):
                    self.findings.append(Finding("R12", question.origin, {"name": leaf.name, "question": question.id}))
                if isinstance(leaf, BelowAdvice) and question.id not in AFTER_ADVICE:
                    self.findings.append(Finding("C05", question.origin, {}))

    def _below_advice_only_for_flags(self, when: Condition | None, place: Place) -> None:
        if any(isinstance(leaf, BelowAdvice) for leaf in leaves(when)):
            self.findings.append(Finding("C05", place, {}))

    def _lists(self) -> list[str]:
        return [name for item in self.placed for name in item.lists]
