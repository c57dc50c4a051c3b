"""The border, continued: what the protocols share. Signal lists, contacts, interventions, and who is to use what."""

from typing import Annotated, Literal

from pydantic import Field

from meldcode.protocol.help import OLDEST
from meldcode.protocol.model import NO_TEXT
from meldcode.protocol.scalars import FormatNumber, Id, Ids, Key, Number, Plain, Texts, Truth, Word, Words
from meldcode.protocol.schema import Dated, Element, LevelSpec, SourceSpec


class SignalSpec(Element):
    """A signal."""

    id: Id
    text: Words
    severity: Annotated[Literal["context", "laag", "midden", "hoog", "acuut"], Word]
    source: Id
    graded: Annotated[Literal["bron", "eigen"], Word] = "eigen"


class SignalListSpec(Element):
    """A signal list file."""

    format: FormatNumber
    list: Id
    title: Words
    order: Number
    intro: Words = NO_TEXT
    sources: dict[Key, SourceSpec]
    signals: tuple[SignalSpec, ...]


class AgesSpec(Element):
    """Ages in years, both included."""

    start: Annotated[Number, Field(alias="from")] = 0
    to: Number = OLDEST


class ContactSpec(Dated):
    """A contact."""

    id: Id
    name: Words
    hours: Plain
    who: Words
    use: Words
    source: Id
    phone: Plain = ""
    channel: Words = NO_TEXT
    url: Plain = ""
    cost: Annotated[Literal["gratis", "lokaal", "onbekend"], Word] = "onbekend"
    note: Words = NO_TEXT
    urgency: Number = 50
    themes: Ids = ()
    only: Ids = ()
    ages: AgesSpec | None = None


class RegionSpec(Dated):
    """A Veilig Thuis region."""

    id: Id
    name: Plain
    url: Plain = ""
    phone: Plain = ""
    note: Words = NO_TEXT


class ContactsSpec(Element):
    """The contacts file."""

    format: FormatNumber
    sources: dict[Key, SourceSpec]
    contacts: tuple[ContactSpec, ...]
    regions: tuple[RegionSpec, ...]


Aim = Literal["stoppen", "preventie", "herstel", "pleger", "weerbaarheid", "hulpmiddel"]
Founded = Literal["sterk", "goed", "eerste", "onderbouwd", "beschreven", "geen", "werkwijze", "afgewezen"]


class FitsSpec(Element):
    """For whom an intervention is."""

    roles: Ids
    age_from: Number = 0
    age_to: Number = OLDEST
    unborn: Annotated[Truth, Field(alias="ongeboren")] = False
    themes: Ids = ()
    lists: Ids = ()


class InterventionSpec(Dated):
    """An intervention."""

    id: Id
    name: Words
    what: Words
    refer: Words
    aim: Annotated[Aim, Word]
    level: Annotated[Founded, Word]
    fits: FitsSpec
    source: Id
    judged_by: Words = NO_TEXT
    judged_on: Plain = ""
    reassessing: Truth = False
    later: Truth = False
    unsafe_with: Ids = ()


class InterventionsSpec(Element):
    """The interventions file."""

    format: FormatNumber
    sources: dict[Key, SourceSpec]
    cautions: Texts
    levels: dict[Annotated[Founded, Word], LevelSpec]
    interventions: tuple[InterventionSpec, ...]


class ProfessionSpec(Element):
    """Someone's work."""

    id: Id
    title: Words
    sector: Id
    words: tuple[Plain, ...] = ()


class WorkplaceSpec(Element):
    """Where people work."""

    id: Id
    title: Words
    professions: tuple[ProfessionSpec, ...]


class ProfessionsSpec(Element):
    """The professions file."""

    format: FormatNumber
    workplaces: tuple[WorkplaceSpec, ...]
