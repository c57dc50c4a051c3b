"""The protocol as one immutable value: what a case is walked through, every element knowing where it came from.

Nothing here reads a file or a terminal. Texts exist in Dutch and English side by side; ids are Dutch and never
translated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from meldcode.protocol.condition import Condition
from meldcode.protocol.diagnostics import Place
from meldcode.protocol.help import NO_HELP, OLDEST, Help
from meldcode.protocol.language import Language
from meldcode.protocol.lookup import Lookup
from meldcode.protocol.training import Offer

LEVELS = ("afsluiten", "volgen", "hulp", "overleg", "melden", "bel_112")
"""Levels of advice, least to most urgent."""

HOME_ROUTE = "huiselijke_kring"
EVERY_ROUTE = "alle"
ROLES = ("client", "kind", "ouder", "partner", "ex_partner", "familielid", "mantelzorger", "ander")

ACUTE = "acuut"
"""The heaviest weight of a signal."""

DECISION = "besluit"
REPORTED = "melding_datum"
AFTER_ADVICE = frozenset({DECISION, "afwijking_reden", "aankondiging", REPORTED})
"""Questions about the professional's own decision: asked after the advice, never missing from it."""

QuestionType = Literal["choice", "multi", "signals", "people", "text", "date", "number"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text for people; where English is missing, the Dutch stands in."""

    nl: str
    en: str | None = None

    def to(self, language: Language) -> str:
        """Return the text in the language asked for."""
        return self.en if language == "en" and self.en is not None else self.nl


NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class Source:
    """Law, guideline or page behind a statement.

    `verified` is the ISO date on which it was last read; where it is empty, `unverified` says why not.
    """

    id: str
    title: Text
    url: str = ""
    article: str = ""
    note: Text = NO_TEXT
    verified: str = ""
    unverified: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Item:
    """A text with an id: an option, an example, a task."""

    id: str
    text: Text
    hint: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Definition:
    """What a term means here, with examples, shown at the questions that name it."""

    id: str
    term: Text
    text: Text
    source: str
    examples: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Waits:
    """When a question waits, and the date question that says until when."""

    when: Condition
    until: str


@dataclass(frozen=True)
class Question:
    """One question; it is reached unless its guard `when` is false."""

    id: str
    ask: Text
    label: Text
    type: QuestionType
    origin: Place
    options: tuple[Item, ...] = ()
    rising: bool = False
    help: Text = NO_TEXT
    why: Text = NO_TEXT
    source: str = ""
    definitions: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    client: str = ""
    when: Condition | None = None
    required: bool = True
    locked: bool = False
    waits: Waits | None = None

    @cached_property
    def labels(self) -> Mapping[Language, Mapping[str, str]]:
        """What every option is called, in each language."""
        return {
            "nl": {option.id: option.text.to("nl") for option in self.options},
            "en": {option.id: option.text.to("en") for option in self.options},
        }

    def option(self, option_id: str) -> Item:
        """Return the option with this id; raises KeyError."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the walk; `number` is the statutory step, 0 where it is none."""

    id: str
    title: Text
    purpose: Text
    questions: tuple[str, ...]
    origin: Place
    number: int = 0
    route: str = HOME_ROUTE
    guidance: Text = NO_TEXT
    tasks: tuple[Item, ...] = ()
    meanwhile: Text = NO_TEXT
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row that turns answers into a level of advice, actions and contacts; `level` is empty where it has none."""

    id: str
    when: Condition
    because: Text
    source: str
    origin: Place
    level: str = ""
    actions: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do, to tell, or that stays a duty.

    One that `informs` the persons concerned is closed where that is unsafe.
    """

    id: str
    text: Text
    origin: Place
    kind: Literal["do", "tell", "duty"] = "do"
    when: Condition | None = None
    informs: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding about the process, never about guilt."""

    id: str
    when: Condition
    text: Text
    source: str
    origin: Place
    step: str = ""


@dataclass(frozen=True, slots=True)
class LevelText:
    """What a level asks of the professional."""

    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Route:
    """Another way than that of the domestic circle, with what the levels mean there."""

    id: str
    title: Text
    when: Condition
    text: Text
    levels: Mapping[str, LevelText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Theme:
    """A kind of violence that changes who is consulted and whether a talk is safe (`ja`, `nee`, `na_overleg`)."""

    id: str
    title: Text
    help: Text
    consult_required: bool
    consult: Text
    consult_contacts: tuple[str, ...]
    talk_safe: Literal["ja", "nee", "na_overleg"]
    talk: Text
    hint: Text = NO_TEXT
    lists: tuple[str, ...] = ()
    weigh: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that can be seen or heard; `id` is `list.signal`, `graded` says whose weight it is."""

    id: str
    text: Text
    severity: str
    source: str
    graded: Literal["bron", "eigen"] = "eigen"


@dataclass(frozen=True, slots=True)
class SignalList:
    """Signals of one group of people."""

    id: str
    title: Text
    signals: tuple[Signal, ...]
    intro: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone to call; `hours` in the grammar of `meldcode.protocol.hours`, ages in years.

    One that is `only` for some sectors is in no other protocol.
    """

    id: str
    name: Text
    hours: str
    who: Text
    use: Text
    source: str
    phone: str = ""
    channel: Text = NO_TEXT
    url: str = ""
    cost: str = "onbekend"
    note: Text = NO_TEXT
    urgency: int = 50
    themes: tuple[str, ...] = ()
    age_from: int = 0
    age_to: int = OLDEST
    only: tuple[str, ...] = ()
    verified: str = ""
    unverified: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Retention:
    """How long the record of a case is kept (`years`, 0 where no term is known), and on what ground."""

    text: Text
    source: str
    years: int = 0


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is due some days after the date that a question gives."""

    id: str
    label: Text
    text: Text
    start: str
    source: str
    origin: Place
    days: int = 0
    working_days: int = 0
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """Who adapted a protocol locally: id, version and owner, and the SHA-256 of the file as it was read."""

    id: str
    version: str
    owner: str
    digest: str
    municipalities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an overlay did: the verb, the kind and id of the element, and the keys that it gave."""

    overlay: str
    verb: str
    kind: str
    id: str
    keys: tuple[str, ...]
    origin: Place


@dataclass(frozen=True)
class Protocol:
    """The resolved whole: base, sector, themes, signals, contacts and translations, under one digest.

    `overlays` tells who adapted it locally, in order, and `changes` what they did. `local_help` are explanations that
    they add to a question (the `hint` is the owner), beside our own, which stays; `offers` is training that they add.
    """

    id: str
    version: str
    title: Text
    for_whom: Text
    decides: Text
    bound: bool
    reviewed: str
    review_before: str
    sources: Mapping[str, Source]
    steps: tuple[Step, ...]
    questions: Mapping[str, Question]
    definitions: Mapping[str, Definition]
    rules: tuple[Rule, ...]
    actions: Mapping[str, Action]
    flags: tuple[Flag, ...]
    levels: Mapping[str, LevelText]
    routes: tuple[Route, ...]
    themes: Mapping[str, Theme]
    signal_lists: Mapping[str, SignalList]
    contacts: Mapping[str, Contact]
    at_hand: tuple[Item, ...]
    roles: tuple[Item, ...] = ()
    terms: tuple[Item, ...] = ()
    retention: Retention | None = None
    expertise: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    help: Help = NO_HELP
    overlays: tuple[Overlay, ...] = ()
    changes: tuple[Change, ...] = ()
    local_help: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    digest: str = ""

    @cached_property
    def lookup(self) -> Lookup:
        """What is looked up in it for every case."""
        return Lookup(self)

    def client_word(self, language: Language) -> str:
        """Return what this sector calls the person it works for; empty where it has no word of its own."""
        return next((term.text.to(language) for term in self.terms if term.id == "client"), "")

    def weighs_explicitly(self, signal_id: str) -> bool:
        """Tell whether a recorded signal asks for an explicit weighing: an acute one, or one that a theme names."""
        return self.signal(signal_id).severity == ACUTE or any(
            signal_id in theme.weigh for theme in self.themes.values()
        )

    def signal(self, signal_id: str) -> Signal:
        """Return the signal `list.id`; raises KeyError."""
        return self.lookup.signals[signal_id]

    def level_text(self, level: str, route: str) -> LevelText:
        """Return what the level means in this route."""
        for other in self.routes:
            if other.id == route and level in other.levels:
                return other.levels[level]
        return self.levels[level]
