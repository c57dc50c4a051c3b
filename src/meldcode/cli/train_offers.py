"""`meldcode train offers`: training that exists, how it is accredited, and what good training holds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.local import configured, protocol_here
from meldcode.cli.output import Voice
from meldcode.cli.places import municipality_facts, sector_of
from meldcode.protocol import library
from meldcode.protocol.diagnostics import RefusedError
from meldcode.text import say
from meldcode.training.offers import Listed, added, fitting, in_catalogue
from meldcode.training.offers_said import accreditation_lines, criteria_data, criteria_lines, offers_data, offers_lines


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone looks for; what is empty asks for nothing."""

    word: str = ""
    sector: str = ""
    municipality: str = ""
    overlays: tuple[str, ...] = ()


def criteria(voice: Voice, wish: Wish, form: str) -> Exit:
    """Print what good training holds, with the ground of each criterion."""
    if wish != Wish():
        raise CommandError(Exit.USAGE, "offers.criteria_alone")
    training = library.training()
    if form == "json":
        _data(voice, criteria_data(training, voice.language))
    for line in criteria_lines(training, voice.language) if form == "text" else ():
        voice.prose(line)
    return Exit.FINE


def offers(voice: Voice, wish: Wish, form: str) -> Exit:
    """Print the training that fits, what was added locally first; of accreditation only where no word was asked."""
    training = library.training()
    sector = sector_of(voice, wish.sector) if wish.sector else ""
    facts = municipality_facts(voice, wish.municipality) if wish.municipality else None
    region = facts.region.id if facts and facts.region else ""
    here = _added_here(voice, sector, facts.municipality if facts else "", wish.overlays)
    found = fitting(
        chain(here, in_catalogue(training)), voice.language, sector=sector, region=region, word=wish.word.strip()
    )
    if not found.fitting:
        voice.note("offers.none")
    if form == "json":
        _data(voice, offers_data(training, found, voice.language))
        return Exit.FINE
    for line in offers_lines(training, found, voice.language):
        voice.prose(line)
    voice.out("")
    for line in accreditation_lines(training, voice.language) if not wish.word else ():
        voice.prose(line)
    if not facts:
        voice.prose(say(voice.language, "offers.hint_place"))
    return Exit.FINE


def _data(voice: Voice, content: dict[str, object]) -> None:
    voice.out(json.dumps(content, ensure_ascii=False, indent=2))


def _added_here(voice: Voice, sector: str, municipality: str, given: tuple[str, ...]) -> tuple[Listed, ...]:
    """Return what overlays add for a sector, or for every sector that an overlay here extends.

    Raises `RefusedError` for one that was given; a broken one of this machine is told and left out.
    """
    extended, broken = _extended(given)
    found: dict[tuple[str, str], Listed] = {}
    for each in [sector] if sector else extended:
        fit = [name for name, sectors in _sectors_of(given) if sector or each in sectors]
        here = protocol_here(each, municipality, fit)
        broken |= dict.fromkeys(here.broken)
        for listed in added(here.protocol):
            found.setdefault((listed.owner, listed.offer.id), listed)
    for file in broken:
        voice.note("author.left_out", file=file)
    return tuple(found.values())


def _extended(given: tuple[str, ...]) -> tuple[list[str], dict[str, None]]:
    """Return the sectors that the overlays here extend, and those of this machine that are broken."""
    names, broken = {sector: None for _, sectors in _sectors_of(given) for sector in sectors}, dict[str, None]()
    for path in configured():
        from meldcode.protocol import overlay_file  # noqa: PLC0415 - YAML and pydantic, only where there is an overlay

        try:
            names |= dict.fromkeys(overlay_file.read(path).spec.extends)
        except RefusedError:
            broken[overlay_file.name_of(path)] = None
    return list(names), broken


def _sectors_of(given: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in given:
        from meldcode.protocol import overlay_file  # noqa: PLC0415 - as above

        yield name, overlay_file.read(Path(name)).spec.extends
