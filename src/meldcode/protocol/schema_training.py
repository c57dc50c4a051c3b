"""The border, continued: the file with training offers, accreditation and what good training holds."""

from typing import Annotated, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from meldcode.protocol.scalars import Date, FormatNumber, Id, Ids, Key, Plain, Word, Words
from meldcode.protocol.schema import Dated, Element, SourceSpec

Form = Annotated[Literal["groep", "online", "zelftest", "lesmateriaal"], Word]


class OfferedSpec(Element):
    """What every offer says, whoever adds it; a price has the day on which it was read."""

    id: Id
    name: Words
    who: Words
    what: Words
    forms: tuple[Form, ...] = ()
    length: Words | None = None
    accredited: Words | None = None
    price: Words | None = None
    price_on: Date = ""
    where: Words | None = None

    @model_validator(mode="after")
    def _priced(self) -> "OfferedSpec":
        if (self.price is None) != (not self.price_on):
            raise PydanticCustomError("S02", "price and price_on", {"key": "price" if self.price_on else "price_on"})
        return self


class OfferSpec(OfferedSpec, Dated):
    """An offer of the catalogue."""

    source: Id
    provider: Plain = ""
    sectors: Ids = ()
    regions: Ids = ()
    also: Ids = ()


class AccreditationSpec(Element):
    """A system of accreditation."""

    id: Id
    name: Words
    text: Words
    source: Id


class CriterionSpec(Element):
    """What good training holds."""

    id: Id
    text: Words
    source: Id
    covered: Annotated[Literal["ja", "deels", "nee"], Word]
    our_part: Words
    also: Ids = ()


class TrainingSpec(Element):
    """The training file."""

    format: FormatNumber
    notice: Words
    sources: dict[Key, SourceSpec]
    offers: tuple[OfferSpec, ...]
    accreditations: tuple[AccreditationSpec, ...]
    criteria: tuple[CriterionSpec, ...]
