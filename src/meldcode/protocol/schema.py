"""The border: pydantic models of every content file, which judge what comes from outside and give the JSON Schema.

What they accept is compiled to the plain values of `meldcode.protocol.model`. Conditions stay nodes here and are read
by `condition_yaml`, which knows the questions they speak of.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import NO_TEXT
from meldcode.protocol.scalars import (
    Date,
    FormatNumber,
    Id,
    Ids,
    Key,
    LevelName,
    Number,
    Plain,
    SignalId,
    Statutory,
    Texts,
    Truth,
    Version,
    When,
    Word,
    Words,
)
from meldcode.protocol.yaml import TEXT_MAPS, Map, Node, Scalar, Seq

PLACE = "@place"
"""Key under which every mapping carries its own place."""


class Element(BaseModel):
    """A mapping of a content file: only the keys below, and the place where it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)
    place: Annotated[Place, Field(alias=PLACE), WithJsonSchema({"type": "object"})]


class Dated(Element):
    """Something that was verified on a day, or says why it was not."""

    verified: Date = ""
    unverified: Words = NO_TEXT

    @model_validator(mode="after")
    def _one(self) -> "Dated":
        if bool(self.verified) == bool(self.unverified.nl):
            raise PydanticCustomError("S10", "verified or unverified")
        return self


class SourceSpec(Dated):
    """An entry of `sources`."""

    title: Words
    url: Plain = ""
    article: Plain = ""
    note: Words = NO_TEXT


class DefinitionSpec(Element):
    """An entry of `definitions`."""

    id: Id
    term: Words
    text: Words
    source: Id
    examples: Texts = Field(default_factory=dict)


class WaitsSpec(Element):
    """When a question waits, and the date question that says until when."""

    when: When
    until: Id


class QuestionSpec(Element):
    """A question where it stands in a step."""

    id: Id
    ask: Words
    label: Words
    type: Annotated[Literal["choice", "multi", "signals", "people", "text", "date", "number"], Word]
    options: Texts = Field(default_factory=dict)
    hints: Texts = Field(default_factory=dict)
    danger: Annotated[Literal["rising", "none"], Word] = "none"
    help: Words = NO_TEXT
    why: Words = NO_TEXT
    source: Id | None = None
    definitions: Ids = ()
    lists: Ids = ()
    client: Id | None = None
    when: When = None
    required: Truth = True
    locked: Truth = False
    waits: WaitsSpec | None = None


def _kind_of_item(value: object) -> str:
    return "question" if isinstance(value, dict | QuestionSpec) else "reference"


Placed = Annotated[
    Annotated[QuestionSpec, Tag("question")] | Annotated[Id, Tag("reference")], Discriminator(_kind_of_item)
]


class StepSpec(Element):
    """A step; an item of `questions` that is a bare id refers to a question placed elsewhere."""

    id: Id
    title: Words
    purpose: Words
    statutory: Statutory = 0
    route: Id | None = None
    guidance: Words = NO_TEXT
    tasks: Texts = Field(default_factory=dict)
    meanwhile: Words = NO_TEXT
    source: Id | None = None
    questions: tuple[Placed, ...]


class RuleSpec(Element):
    """A rule."""

    id: Id
    when: When
    because: Words
    source: Id
    level: LevelName | None = None
    actions: Ids = ()
    contacts: Ids = ()


class ActionSpec(Element):
    """An action."""

    id: Id
    text: Words
    kind: Annotated[Literal["do", "tell", "duty"], Word] = "do"
    when: When = None
    informs: Truth = False
    source: Id | None = None


class FlagSpec(Element):
    """A flag."""

    id: Id
    when: When
    text: Words
    source: Id
    step: Id | None = None


class LevelSpec(Element):
    """What a level asks."""

    title: Words
    text: Words


class RetentionSpec(Element):
    """How long the record is kept."""

    text: Words
    source: Id
    years: Number = 0


class DeadlineSpec(Element):
    """Something that is due some days after a date."""

    id: Id
    label: Words
    text: Words
    start: Annotated[Id, Field(alias="from")]
    source: Id
    days: Number = 0
    working_days: Number = 0
    when: When = None

    @model_validator(mode="after")
    def _one(self) -> "DeadlineSpec":
        if bool(self.days) == bool(self.working_days):
            raise PydanticCustomError("S12", "days or working_days")
        return self


class RouteSpec(Element):
    """A route besides that of the domestic circle."""

    id: Id
    title: Words
    when: When
    text: Words
    levels: dict[LevelName, LevelSpec] = Field(default_factory=dict)


class ReviewedSpec(Element):
    """When the content was reviewed and before when it must be again."""

    date: Date
    before: Date


class HeadSpec(Element):
    """What a base or a sector says of itself: which version, for whom, bound by law or not, and when it was read."""

    version: Version
    title: Words
    for_whom: Words
    bound: Truth = True
    reviewed: ReviewedSpec


class ProtocolSpec(HeadSpec):
    """A base protocol, or a sector after it was laid over its base."""

    format: FormatNumber
    protocol: Id | None = None
    sector: Id | None = None
    extends: Id | None = None
    decides: Words
    sources: dict[Key, SourceSpec]
    steps: tuple[StepSpec, ...]
    definitions: tuple[DefinitionSpec, ...] = ()
    rules: tuple[RuleSpec, ...]
    actions: tuple[ActionSpec, ...]
    flags: tuple[FlagSpec, ...]
    levels: dict[LevelName, LevelSpec]
    routes: tuple[RouteSpec, ...] = ()
    at_hand: Texts = Field(default_factory=dict)
    roles: Texts = Field(default_factory=dict)
    terms: Texts = Field(default_factory=dict)
    retention: RetentionSpec | None = None
    expertise: Ids = ()
    deadlines: tuple[DeadlineSpec, ...] = ()
    left_out: tuple[QuestionSpec, ...] = ()


class ConsultSpec(Element):
    """Whom to consult about a theme."""

    required: Truth
    text: Words
    contacts: Ids = ()


class TalkSpec(Element):
    """Whether a talk with the family is safe."""

    safe: Annotated[Literal["ja", "nee", "na_overleg"], Word]
    because: Words


class ThemeSpec(Element):
    """A theme file."""

    format: FormatNumber
    theme: Id
    title: Words
    order: Number
    help: Words
    hint: Words = NO_TEXT
    sources: dict[Key, SourceSpec]
    consult: ConsultSpec
    talk: TalkSpec
    rules: tuple[RuleSpec, ...] = ()
    actions: tuple[ActionSpec, ...] = ()
    flags: tuple[FlagSpec, ...] = ()
    lists: Ids = ()
    weigh: tuple[SignalId, ...]


RAW = frozenset({"when", "answers"})
"""Keys whose value stays a node here."""

NAMED = TEXT_MAPS | {"sources", "levels"}
"""Keys whose value maps ids to values, so that it carries no place of its own."""


def prepared(node: Node, key: str = "") -> object:
    """Return the tree as pydantic gets it: scalars and conditions as nodes, mappings with their place."""
    if key in RAW:
        return node
    match node:
        case Scalar():
            return node
        case Seq():
            return [prepared(item) for item in node.items]
        case Map():
            inner: dict[str, object] = {name: prepared(value, name) for name, value in node.entries.items()}
            return inner if key in NAMED else inner | {PLACE: node.place}
