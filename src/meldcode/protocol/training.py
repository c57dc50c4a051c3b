"""Training that people can follow, how it is accredited, and what good training about the meldcode holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from meldcode.protocol.model import Source, Text


@dataclass(frozen=True, slots=True)
class Offer:
    """Training that is offered, as its source told it; what is empty was not seen there, which is not "none".

    Without `sectors` it is for all, without `regions` (of Veilig Thuis) for the whole country. `price_on` is the ISO
    date on which the price was read, `also` the sources besides `source`.
    """

    id: str
    name: Text
    who: Text
    what: Text
    source: str
    provider: str = ""
    sectors: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    length: Text | None = None
    accredited: Text | None = None
    price: Text | None = None
    price_on: str = ""
    where: Text | None = None
    regions: tuple[str, ...] = ()
    url: str = ""
    also: tuple[str, ...] = ()
    verified: str = ""
    unverified: Text | None = None


@dataclass(frozen=True, slots=True)
class Accreditation:
    """A system that gives points or a mark for training, and what is known of it."""

    id: str
    name: Text
    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """What good training holds, on what ground, and whether our exercises cover it: `ja`, `deels` or `nee`."""

    id: str
    text: Text
    source: str
    covered: str
    our_part: Text
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Training:
    """The catalogue; `notice` says what it is not."""

    notice: Text
    offers: tuple[Offer, ...] = ()
    accreditations: tuple[Accreditation, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
