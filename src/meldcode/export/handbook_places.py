"""Whom to call, what help there is, and where it all comes from."""

from collections.abc import Iterator

from meldcode.export.handbook_words import Chapter, Words
from meldcode.export.help import help_lines
from meldcode.export.html import NOTHING, Html, element, escaped, joined, listed, reference, terms
from meldcode.protocol.help import OLDEST, Fits, Intervention
from meldcode.protocol.hours import ALWAYS, UNKNOWN
from meldcode.protocol.model import Contact, Source
from meldcode.text.answers import role


def contacts(words: Words) -> Chapter:
    """Return the chapter on whom to call, in the order of the protocol: the most urgent first."""
    cards = joined(_contact(words, each) for each in words.protocol.contacts.values())
    return Chapter("contacts", element("div", cards, class_="cards") if cards else NOTHING)


def interventions(words: Words) -> Chapter:
    """Return the chapter on help that exists, after the cautions that go with it."""
    offered = words.protocol.help
    founded = terms((words.text(level.title), words.text(level.text)) for level in offered.levels)
    titled = joined((element("h3", words.say("help_levels")), founded)) if founded else NOTHING
    cautions = listed((words.text(each.text) for each in offered.cautions), class_="cautions")
    cards = joined(_intervention(words, each) for each in offered.interventions.values())
    return Chapter("help", joined((cautions, titled, element("div", cards, class_="cards"))) if cards else NOTHING)


def sources(words: Words) -> Chapter:
    """Return the chapter with every source by its number."""
    items = (_source(words, source) for source in words.protocol.sources.values())
    return Chapter(
        "sources", joined((element("p", words.say("sources_text")), element("ol", *items, class_="sources")))
    )


def _contact(words: Words, contact: Contact) -> Html:
    place = f"contact-{contact.id}"
    all_themes = len(contact.themes) == len(words.protocol.themes)
    unknown_cost = contact.cost == UNKNOWN
    pairs = (
        (words.say("contact_use"), words.paragraphs(contact.use)),
        (words.say("contact_who"), words.text(contact.who)),
        (words.say("contact_hours"), _hours(words, contact.hours)),
        (words.say("contact_cost"), NOTHING if unknown_cost else words.shared(f"summary.cost_{contact.cost}")),
        (words.say("contact_channel"), words.text(contact.channel)),
        (words.say("contact_site"), escaped(contact.url)),
        (words.say("ages"), _ages(words, contact.age_from, contact.age_to)),
        (words.say("contact_note"), words.text(contact.note)),
        (words.say("contact_themes"), NOTHING if all_themes else words.themes(contact.themes)),
        (words.say("source"), words.source(contact.source, contact.verified, contact.unverified)),
    )
    title = element("h3", words.text(contact.name), words.mark("contact", contact.id))
    phone = element("p", escaped(contact.phone), class_="phone") if contact.phone else NOTHING
    return element("section", title, phone, terms(pairs), class_="card", id=place)


def _hours(words: Words, hours: str) -> Html:
    if hours in (ALWAYS, UNKNOWN):
        return words.shared("summary.always" if hours == ALWAYS else "summary.hours_unknown")
    return escaped(hours)


def _ages(words: Words, first: int, last: int) -> Html:
    if (first, last) == (0, OLDEST):
        return NOTHING
    return (
        words.say("ages_from", first=str(first))
        if last == OLDEST
        else words.say("ages_to", first=str(first), last=str(last))
    )


def _intervention(words: Words, each: Intervention) -> Html:
    place = f"hulp-{each.id}"
    name, what, founded, refer, _ = help_lines(words.protocol, each, words.language, None)
    pairs = (
        (words.say("help_aim"), words.say(f"aim_{each.aim}")),
        (words.say("help_for"), joined(_fits(words, each.fits), ". ")),
        (words.say("help_refer"), escaped(refer)),
        (words.say("help_founded"), escaped(founded)),
        (words.say("help_unsafe"), words.themes(each.unsafe_with)),
        (words.say("source"), words.source(each.source, each.verified, each.unverified)),
    )
    title = element("h3", escaped(name), words.mark("intervention", each.id))
    lead = element("p", escaped(what))
    return element("section", title, lead, terms(pairs), class_="card", id=place)


def _fits(words: Words, fits: Fits) -> Iterator[Html]:
    client = words.protocol.client_word(words.language)
    yield escaped(", ".join(role(words.language, name, client) for name in fits.roles))
    yield _ages(words, fits.age_from, fits.age_to)
    yield words.say("unborn_too") if fits.unborn else NOTHING
    about = joined((words.themes(fits.themes), words.lists(fits.lists)), ", ")
    yield joined((words.say("help_with"), about), " ") if about else NOTHING


def _source(words: Words, source: Source) -> Html:
    number = words.source_number(source.id)
    parts = (
        joined((words.say("source_number", number=number), element("strong", words.text(source.title))), " "),
        escaped(source.article),
        words.checked(source.verified, source.unverified),
    )
    note = element("span", words.text(source.note), class_="hint") if source.note.nl else NOTHING
    address = element("span", reference(source.url), class_="address") if source.url else NOTHING
    return element("li", joined((joined(parts, ", "), note, address), " "), id=f"bron-{number}")
