"""`meldcode contacts` and `meldcode sectors`: whom to call, and which protocol is for whom."""

from collections.abc import Iterator

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.places import municipality_facts, sector_of
from meldcode.cli.settings import clock
from meldcode.export.contacts import contact_lines
from meldcode.protocol import library
from meldcode.protocol.diagnostics import nearest
from meldcode.protocol.directory import Index, Profession, SectorEntry
from meldcode.protocol.language import Language
from meldcode.protocol.model import Contact
from meldcode.text import say


def contacts(voice: Voice, municipality: str, theme: str, age: int | None, sector: str) -> Exit:
    """Print the Veilig Thuis region of a municipality, and the contacts by urgency, open now or not.

    With a theme, an age in years or a sector only those that are for it; 112 and Veilig Thuis always.
    """
    facts = municipality_facts(voice, municipality) if municipality else None
    found = tuple(_wanted(voice.language, theme, age, sector_of(voice, sector) if sector else ""))
    if facts is not None and facts.region is not None:
        voice.prose(say(voice.language, "cli.region_of", name=facts.municipality, region=facts.region.name))
        if facts.region.url:
            checked = "" if facts.region.verified else f" ({say(voice.language, 'cli.region_unverified')})"
            voice.prose(f"  {facts.region.url}{checked}")
        voice.out("")
    region = facts.region if facts else None
    sources = library.directory().sources
    for contact in found:
        name, *lines = contact_lines(contact, region, voice.language, clock(), sources.get(contact.source))
        voice.prose(name)
        for line in lines:
            voice.prose(f"  {line}")
    return Exit.FINE


ALWAYS = ("alarmnummer", "veilig_thuis")


def _wanted(language: Language, theme: str, age: int | None, sector: str) -> Iterator[Contact]:
    directory = library.directory()
    themes = sorted({name for contact in directory.contacts.values() for name in contact.themes})
    if theme and theme not in themes:
        wanted = theme.strip().casefold()
        begun = [name for name in themes if len(wanted) > 1 and name.startswith(wanted)]
        meant = f"” {say(language, 'cli.or')} “".join(begun) or nearest(wanted, themes)
        values = {"given": theme[:40], "known": ", ".join(themes), "meant": meant}
        raise CommandError(Exit.USAGE, "cli.theme_meant" if values["meant"] else "cli.theme_unknown", **values)
    for contact in directory.contacts.values():
        fits = (
            (not theme or theme in contact.themes)
            and (age is None or contact.age_from <= age <= contact.age_to)
            and (not sector or not contact.only or sector in contact.only)
        )
        if fits or contact.id in ALWAYS:
            yield contact


def sectors(voice: Voice, word: str, *, every: bool) -> Exit:
    """Lead to the protocol that is for someone: by a word, by two questions in a terminal, or as a list."""
    index = library.index()
    if word:
        return _searched(voice, index, word)
    from meldcode.cli.settings import is_interactive  # noqa: PLC0415 - only where someone may be asked

    if is_interactive() and not every:
        return _asked(voice, index)
    for entry in index.sectors:
        _tell(voice, entry)
    return Exit.FINE


def _searched(voice: Voice, index: Index, word: str) -> Exit:
    entries = {entry.id: entry for entry in index.sectors}
    professions = [each for place in index.workplaces for each in place.professions]
    wanted = word.strip().casefold()
    whole = [each for each in professions if wanted in _words(each)]
    begun = [each for each in professions if _begins(each, wanted)]
    found: dict[str, Profession] = {}
    for each in (*whole, *begun):
        found.setdefault(each.sector, each)
    if not found:
        meant = nearest(wanted, sorted({name for each in professions for name in _words(each)}))
        key = "cli.profession_meant" if meant else "cli.profession_unknown"
        raise CommandError(Exit.USAGE, key, given=word[:40], meant=meant)
    for sector, each in found.items():
        voice.prose(say(voice.language, "cli.profession_is", name=each.title.to(voice.language)))
        _tell(voice, entries[sector])
    return Exit.FINE


def _words(profession: Profession) -> tuple[str, ...]:
    known = (*profession.words, profession.title.nl, profession.title.en or "")
    return tuple(each.casefold() for each in known)


def _begins(profession: Profession, wanted: str) -> bool:
    """Tell whether a word for this profession begins so; one letter says too little."""
    return len(wanted) > 1 and any(f" {wanted}" in f" {each}" for each in _words(profession))


def _asked(voice: Voice, index: Index) -> Exit:
    from meldcode.cli.terminal import conversation, early_wording, stopped_early  # noqa: PLC0415 - as above
    from meldcode.wizard.opening import ask_sector  # noqa: PLC0415 - as above
    from meldcode.wizard.talk import StopSession, Talk  # noqa: PLC0415 - as above

    with conversation(voice) as prompter:
        try:
            chosen = ask_sector(Talk(prompter, early_wording(voice)))
        except StopSession as stop:
            return stopped_early(voice, prompter, stop)
    entry = next(entry for entry in index.sectors if entry.id == chosen)
    _tell(voice, entry)
    voice.prose(say(voice.language, "cli.sector_start", sector=entry.id))
    return Exit.FINE


def _tell(voice: Voice, entry: SectorEntry) -> None:
    note = "" if entry.bound else " " + say(voice.language, "cli.not_bound")
    voice.prose(f"{entry.id}: {entry.title.to(voice.language)}{note}")
    voice.prose(f"  {entry.for_whom.to(voice.language)}")
    expired = clock().date().isoformat() >= entry.review_before
    key = "review_expired" if expired else "reviewed"
    dates = {"before": entry.review_before} if expired else {"date": entry.reviewed, "before": entry.review_before}
    voice.prose(f"  {say(voice.language, f'summary.{key}', **dates)}")
