"""Training and what good training holds, as lines and as data: what was not seen is said, and never filled in."""

from collections.abc import Iterator

from meldcode.protocol.language import Language
from meldcode.protocol.model import Source, Text
from meldcode.protocol.training import Criterion, Offer, Training
from meldcode.text import say
from meldcode.text.summary import source_line
from meldcode.training.offers import Found, Listed

Data = dict[str, object]

SOUGHT = ("provider", "forms", "length", "accredited", "price", "where")
"""What someone wants to know of an offer, and what a source may leave out."""


def offers_lines(training: Training, found: Found, language: Language) -> Iterator[str]:
    """Yield that nobody is endorsed, every offer that was found, and how many there are elsewhere."""
    yield training.notice.to(language)
    for each in found.fitting:
        yield ""
        yield from _offer(each, language)
    if found.elsewhere:
        yield ""
        yield say(language, "offers.elsewhere", count=found.elsewhere)


def accreditation_lines(training: Training, language: Language) -> Iterator[str]:
    """Yield what is known of accreditation."""
    yield say(language, "offers.accreditation")
    for system in training.accreditations:
        yield f"- {system.name.to(language)}: {system.text.to(language)}"
        yield f"  {_cited(training.sources[system.source], language)}"


def criteria_lines(training: Training, language: Language) -> Iterator[str]:
    """Yield what good training holds, each with its ground and with what exercises cover of it."""
    yield say(language, "offers.criteria")
    for number, each in enumerate(training.criteria, start=1):
        yield ""
        yield f"{number}. {each.text.to(language)}"
        yield f"  {say(language, f'offers.covered_{each.covered}', part=each.our_part.to(language))}"
        yield from (f"  {_cited(source, language)}" for source in _grounds(training, each))


def offers_data(training: Training, found: Found, language: Language) -> Data:
    """Return what was found, and what is known of accreditation, as data; what was not seen is null."""
    systems = (
        {
            "id": each.id,
            "name": each.name.to(language),
            "text": each.text.to(language),
            "sources": [_source(training.sources[each.source], language)],
        }
        for each in training.accreditations
    )
    return {
        "notice": training.notice.to(language),
        "offers": [_data(each, language) for each in found.fitting],
        "elsewhere": found.elsewhere,
        "accreditation": list(systems),
    }


def criteria_data(training: Training, language: Language) -> Data:
    """Return what `criteria_lines` says as data."""
    criteria = (
        {
            "id": each.id,
            "text": each.text.to(language),
            "covered": each.covered,
            "our_part": each.our_part.to(language),
            "sources": [_source(source, language) for source in _grounds(training, each)],
        }
        for each in training.criteria
    )
    return {"criteria": list(criteria)}


def _offer(listed: Listed, language: Language) -> Iterator[str]:
    offer = listed.offer
    yield ", ".join(filter(None, (offer.name.to(language), offer.provider)))
    lines = list(_told(offer, language))
    if listed.owner:
        lines.append(say(language, "offers.local", owner=listed.owner))
    lines += [offer.url] if offer.url else []
    if unseen := [say(language, f"offers.name_{name}") for name in SOUGHT if not getattr(offer, name)]:
        lines.append(say(language, "offers.not_seen", names=", ".join(unseen)))
    first, *others = listed.sources
    unverified = offer.unverified.to(language) if offer.unverified else ""
    lines += filter(None, (source_line(language, (first.title.to(language),), offer.verified, unverified), first.url))
    for source in others:
        lines += filter(None, (_cited(source, language), source.url))
    yield from (f"  {line}" for line in lines)


def _told(offer: Offer, language: Language) -> Iterator[str]:
    """Yield what the source says of an offer."""

    def line(name: str, text: Text | None, **values: str) -> Iterator[str]:
        if text:
            yield say(language, f"offers.{name}", **{name: text.to(language)}, **values)

    yield from line("who", offer.who)
    yield say(language, "offers.sectors", sectors=", ".join(offer.sectors) or say(language, "offers.all_sectors"))
    if offer.forms:
        yield say(language, "offers.form", form=", ".join(_forms(offer, language)))
    yield from line("length", offer.length)
    yield offer.what.to(language)
    yield from line("accredited", offer.accredited)
    yield from line("price", offer.price, date=offer.price_on)
    yield from line("where", offer.where)


def _forms(offer: Offer, language: Language) -> list[str]:
    return [say(language, f"offers.form_{form}") for form in offer.forms]


def _grounds(training: Training, criterion: Criterion) -> tuple[Source, ...]:
    return tuple(training.sources[name] for name in (criterion.source, *criterion.also))


def _cited(source: Source, language: Language) -> str:
    return source_line(language, (source.title.to(language),), source.verified, source.unverified.to(language))


def _data(listed: Listed, language: Language) -> Data:
    offer = listed.offer
    texts = {
        name: text.to(language) if (text := getattr(offer, name)) else None
        for name in ("name", "who", "what", "length", "accredited", "price", "where", "unverified")
    }
    codes = {name: getattr(offer, name) or None for name in ("provider", "url", "price_on", "verified")}
    lists = {name: list(getattr(offer, name)) for name in ("sectors", "forms", "regions")}
    sources = [_source(source, language) for source in listed.sources]
    return {"id": offer.id, **texts, **codes, **lists, "added_by": listed.owner or None, "sources": sources}


def _source(source: Source, language: Language) -> Data:
    return {
        "title": source.title.to(language),
        "url": source.url or None,
        "verified": source.verified or None,
        "unverified": source.unverified.to(language) or None,
    }
