"""Which training fits someone who looks for it: a pure choice from the catalogue and from what overlays add."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from meldcode.protocol.language import Language
from meldcode.protocol.model import Protocol, Source
from meldcode.protocol.training import Offer, Training
from meldcode.text import say


@dataclass(frozen=True, slots=True)
class Listed:
    """An offer with the sources that it names; `owner` is who added it locally, empty for the catalogue."""

    offer: Offer
    sources: tuple[Source, ...]
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What fits, and how many offers would fit in another region."""

    fitting: tuple[Listed, ...]
    elsewhere: int = 0


def in_catalogue(training: Training) -> Iterator[Listed]:
    """Yield the national offers, in the order of the file."""
    yield from (_listed(each, training.sources) for each in training.offers)


def added(protocol: Protocol) -> Iterator[Listed]:
    """Yield what overlays add to a protocol, each with who added it."""
    owners = {overlay.id: overlay.owner for overlay in protocol.overlays}
    adding = {each.id: owners[each.overlay] for each in protocol.changes if (each.verb, each.kind) == ("add", "offer")}
    yield from (_listed(each, protocol.sources, adding[each.id]) for each in protocol.offers)


def fitting(offers: Iterable[Listed], language: Language, *, sector: str, region: str, word: str) -> Found:
    """Return the offers for a sector and a region with a word in them; an empty one asks for nothing."""
    asked = [each for each in offers if _for(each.offer, sector) and word.casefold() in _about(each.offer, language)]
    near = tuple(each for each in asked if not region or not each.offer.regions or region in each.offer.regions)
    return Found(near, len(asked) - len(near))


def _listed(offer: Offer, sources: Mapping[str, Source], owner: str = "") -> Listed:
    return Listed(offer, tuple(sources[name] for name in (offer.source, *offer.also)), owner)


def _for(offer: Offer, sector: str) -> bool:
    return not sector or not offer.sectors or sector in offer.sectors


def _about(offer: Offer, language: Language) -> str:
    texts = (offer.name, offer.who, offer.what, offer.length, offer.accredited, offer.where)
    forms = (say(language, f"offers.form_{form}") for form in offer.forms)
    said = (text.to(language) for text in texts if text)
    return " ".join((offer.id, offer.provider, *offer.sectors, *forms, *said)).casefold()
