"""What stands beside the protocols: whom to call, by region, and which protocol is for whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from meldcode.protocol.model import NO_TEXT, Contact, Source, Text


@dataclass(frozen=True, slots=True)
class Region:
    """A Veilig Thuis region."""

    id: str
    name: str
    url: str = ""
    phone: str = ""
    note: Text = NO_TEXT
    verified: str = ""
    unverified: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Directory:
    """All contacts and regions, with the sources behind them."""

    contacts: Mapping[str, Contact]
    regions: Mapping[str, Region]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Profession:
    """Someone's work, the protocol that is for it, and the words by which people look for it."""

    id: str
    title: Text
    sector: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where people work, and what they do there."""

    id: str
    title: Text
    professions: tuple[Profession, ...]


@dataclass(frozen=True, slots=True)
class ExerciseEntry:
    """A row of the list of exercises; `minutes` is how long one person needs, `form` the violence it is about."""

    id: str
    sector: str
    title: Text
    form: Text
    difficulty: str
    minutes: int
    goals: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class SectorEntry:
    """A row of the index of protocols: which one is for whom, whether the law binds it, and until when it was read."""

    id: str
    title: Text
    for_whom: Text
    bound: bool
    version: str
    reviewed: str
    review_before: str


@dataclass(frozen=True, slots=True)
class Index:
    """Which protocols there are, and the way from workplace and profession to one of them."""

    sectors: tuple[SectorEntry, ...]
    workplaces: tuple[Workplace, ...]
