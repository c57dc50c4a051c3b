"""The border of overlays: what a municipality or organisation may write, operation by operation.

An overlay adds, changes, hides and tightens what has an id. What it may never touch has no key here at all: no guard of
a question that is there, no order, no lock, no level that goes down, no rule that goes away.
"""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from meldcode.protocol.model import NO_TEXT
from meldcode.protocol.overlay_scalars import Address, Line, Phone
from meldcode.protocol.scalars import (
    Date,
    FormatNumber,
    Hours,
    Id,
    Ids,
    Key,
    LevelName,
    Number,
    OneOrMore,
    Plain,
    SignalId,
    Texts,
    Truth,
    Version,
    When,
    Word,
    Words,
)
from meldcode.protocol.schema import ActionSpec, Element, FlagSpec, ReviewedSpec, RuleSpec, SourceSpec
from meldcode.protocol.schema_shared import AgesSpec, FitsSpec, Founded
from meldcode.protocol.schema_shared import Aim as AimName
from meldcode.protocol.schema_training import OfferedSpec

VERBS = ("add", "change", "hide", "tighten")


def about(value: object) -> str:
    """Return the verb and the kind of an operation, as `add contact`; what has not exactly one verb has no name."""
    entries = value if isinstance(value, dict) else vars(value)
    said = [(verb, entries[verb]) for verb in VERBS if entries.get(verb) is not None]
    return " ".join((said[0][0], getattr(said[0][1], "value", str(said[0][1])))) if len(said) == 1 else ""


class Placed(Element):
    """Something that is put before or after something that is there."""

    after: Id | None = None
    before: Id | None = None

    @model_validator(mode="after")
    def _one(self) -> "Placed":
        if (self.after is None) == (self.before is None):
            raise PydanticCustomError("O15", "before or after")
        return self


class LocalQuestionSpec(Element):
    """A question that an overlay adds: never locked, without an order of danger, and free to be skipped."""

    id: Id
    ask: Words
    type: Annotated[Literal["choice", "multi", "text", "date", "number"], Word]
    label: Words = NO_TEXT
    options: Texts = Field(default_factory=dict)
    hints: Texts = Field(default_factory=dict)
    help: Words = NO_TEXT
    why: Words = NO_TEXT
    source: Id | None = None
    when: When = None
    required: Truth = False


class LocalStepSpec(Element):
    """A step that an overlay adds."""

    id: Id
    title: Words
    purpose: Words
    guidance: Words = NO_TEXT
    tasks: Texts = Field(default_factory=dict)
    meanwhile: Words = NO_TEXT
    source: Id | None = None
    questions: tuple[LocalQuestionSpec, ...]


class LocalSignalSpec(Element):
    """A signal that an overlay adds."""

    id: Id
    text: Words
    severity: Annotated[Literal["context", "laag", "midden", "hoog", "acuut"], Word]
    source: Id | None = None


class LocalSourceSpec(SourceSpec):
    """A source that an overlay adds."""

    url: Address = ""


class LocalRuleSpec(RuleSpec):
    """A rule that an overlay adds."""

    source: Id = ""


class LocalFlagSpec(FlagSpec):
    """A flag that an overlay adds."""

    source: Id = ""


class LocalInterventionSpec(Element):
    """Local help that an overlay adds."""

    id: Id
    name: Words
    what: Words
    refer: Words
    aim: Annotated[AimName, Word]
    level: Annotated[Founded, Word] = "geen"
    fits: FitsSpec
    source: Id | None = None
    judged_by: Words | None = None
    judged_on: Plain = ""
    verified: Date = ""
    unverified: Words | None = None
    unsafe_with: Ids = ()


class LocalOfferSpec(OfferedSpec):
    """Local training that an overlay adds; the sectors are those that it extends."""

    provider: Line = ""
    url: Address = ""
    source: Id | None = None
    verified: Date = ""
    unverified: Words | None = None


class AddContact(Element):
    """Add someone to call; with `rules` it is shown wherever one of these fires."""

    add: Annotated[Literal["contact"], Word]
    id: Id
    name: Words
    phone: Phone = ""
    hours: Hours = "onbekend"
    who: Words = NO_TEXT
    use: Words = NO_TEXT
    channel: Words = NO_TEXT
    url: Address = ""
    cost: Annotated[Literal["gratis", "lokaal", "onbekend"], Word] = "onbekend"
    note: Words = NO_TEXT
    urgency: Number = 50
    themes: Ids = ()
    ages: AgesSpec | None = None
    source: Id | None = None
    verified: Date = ""
    unverified: Words = NO_TEXT
    rules: Ids = ()


class AddQuestion(Placed):
    """Add a question before or after one that is there."""

    add: Annotated[Literal["question"], Word]
    question: LocalQuestionSpec


class AddStep(Placed):
    """Add a step with questions of its own before or after one that is there."""

    add: Annotated[Literal["step"], Word]
    step: LocalStepSpec


class AddRule(Element):
    """Add a rule of at least `overleg`, or one without a level."""

    add: Annotated[Literal["rule"], Word]
    rule: LocalRuleSpec


class AddAction(Element):
    """Add an action; it can't be one that informs the persons concerned."""

    add: Annotated[Literal["action"], Word]
    action: ActionSpec


class AddFlag(Element):
    """Add a flag."""

    add: Annotated[Literal["flag"], Word]
    flag: LocalFlagSpec


class AddSignal(Element):
    """Add a signal to a list."""

    add: Annotated[Literal["signal"], Word]
    list: Id
    signal: LocalSignalSpec


class AddExample(Element):
    """Add an example to a definition."""

    add: Annotated[Literal["example"], Word]
    definition: Id
    id: Id
    text: Words


class AddTask(Element):
    """Add a task to a step."""

    add: Annotated[Literal["task"], Word]
    step: Id
    id: Id
    text: Words


class AddRole(Element):
    """Add who does what."""

    add: Annotated[Literal["role"], Word]
    id: Id
    text: Words


class AddIntervention(Element):
    """Add local help."""

    add: Annotated[Literal["intervention"], Word]
    intervention: LocalInterventionSpec


class AddOffer(Element):
    """Add local training."""

    add: Annotated[Literal["offer"], Word]
    offer: LocalOfferSpec


class ChangeQuestion(Element):
    """Change the words of a question; where something rests on its answers, only an explanation is added to it."""

    change: Annotated[Literal["question"], Word]
    id: Id
    ask: Words | None = None
    label: Words | None = None
    help: Words | None = None
    why: Words | None = None
    options: Texts | None = None
    hints: Texts | None = None
    when: When = None


class ChangeStep(Element):
    """Change the words of a step."""

    change: Annotated[Literal["step"], Word]
    id: Id
    title: Words | None = None
    purpose: Words | None = None
    guidance: Words | None = None
    meanwhile: Words | None = None


class ChangeContact(Element):
    """Change a contact that an overlay added; of a national one only the note."""

    change: Annotated[Literal["contact"], Word]
    id: Id
    name: Words | None = None
    phone: Phone | None = None
    hours: Hours | None = None
    use: Words | None = None
    note: Words | None = None
    verified: Date | None = None


class ChangeRole(Element):
    """Change who does what."""

    change: Annotated[Literal["role"], Word]
    id: Id
    text: Words


class ChangeTerm(Element):
    """Change the word for the person one works for."""

    change: Annotated[Literal["term"], Word]
    id: Id
    text: Words


class HideQuestion(Element):
    """Hide a question that nothing rests on."""

    hide: Annotated[Literal["question"], Word]
    id: Id


class HideContact(Element):
    """Hide a contact that no rule or theme names."""

    hide: Annotated[Literal["contact"], Word]
    id: Id


class HideIntervention(Element):
    """Hide help that is not there locally."""

    hide: Annotated[Literal["intervention"], Word]
    id: Id


class HideSignal(Element):
    """Hide a signal that is not acute and that no theme weighs."""

    hide: Annotated[Literal["signal"], Word]
    id: SignalId


class TightenRule(Element):
    """Raise the level of a rule."""

    tighten: Annotated[Literal["rule"], Word]
    id: Id
    level: LevelName


Operation = Annotated[
    Annotated[AddContact, Tag("add contact")]
    | Annotated[AddQuestion, Tag("add question")]
    | Annotated[AddStep, Tag("add step")]
    | Annotated[AddRule, Tag("add rule")]
    | Annotated[AddAction, Tag("add action")]
    | Annotated[AddFlag, Tag("add flag")]
    | Annotated[AddSignal, Tag("add signal")]
    | Annotated[AddExample, Tag("add example")]
    | Annotated[AddTask, Tag("add task")]
    | Annotated[AddRole, Tag("add role")]
    | Annotated[AddIntervention, Tag("add intervention")]
    | Annotated[AddOffer, Tag("add offer")]
    | Annotated[ChangeQuestion, Tag("change question")]
    | Annotated[ChangeStep, Tag("change step")]
    | Annotated[ChangeContact, Tag("change contact")]
    | Annotated[ChangeRole, Tag("change role")]
    | Annotated[ChangeTerm, Tag("change term")]
    | Annotated[HideQuestion, Tag("hide question")]
    | Annotated[HideContact, Tag("hide contact")]
    | Annotated[HideIntervention, Tag("hide intervention")]
    | Annotated[HideSignal, Tag("hide signal")]
    | Annotated[TightenRule, Tag("tighten rule")],
    Discriminator(about),
]
"""Every operation, by its verb and the kind of thing it is about."""


class OverlaySpec(Element):
    """An overlay file."""

    overlay: Id
    version: Version
    owner: Line
    extends: OneOrMore
    base: Version
    format: FormatNumber = "1"
    municipalities: tuple[Line, ...] = ()
    reviewed: ReviewedSpec | None = None
    sources: dict[Key, LocalSourceSpec] = Field(default_factory=dict)
    operations: tuple[Operation, ...]
