"""Sector and municipality by name: a clear misspelling is used and said, an unclear one is refused with suggestions."""

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.protocol import library
from meldcode.protocol.directory import Region
from meldcode.referral.municipality import Found, UnknownMunicipalityError, find
from meldcode.text import say

if TYPE_CHECKING:
    from meldcode.case.summary import Facts

CLEAR = 0.84
"""Likeness (0-1) from which a misspelt sector is taken as meant, if no other name comes near it."""


def sector_of(voice: Voice, name: str) -> str:
    """Return the id of the sector that is meant; raises `CommandError`."""
    known = _sectors()
    wanted = name.strip().casefold()
    if wanted in known:
        return wanted
    close = get_close_matches(wanted, known, n=3, cutoff=0.6)
    if len(close) == 1 and get_close_matches(wanted, close, cutoff=CLEAR):
        voice.note("cli.sector_taken", given=name[:60], sector=close[0])
        return close[0]
    if close:
        raise CommandError(Exit.USAGE, "cli.sector_meant", given=name[:60], meant=", ".join(close))
    raise CommandError(Exit.USAGE, "cli.sector_unknown", given=name[:60], known=", ".join(known))


def municipality_facts(voice: Voice, name: str) -> "Facts":
    """Return the municipality and its Veilig Thuis region; raises `CommandError`."""
    try:
        found = _found(name)
    except UnknownMunicipalityError as error:
        if error.meant:
            meant = f" {say(voice.language, 'cli.or')} ".join(error.meant)
            raise CommandError(Exit.USAGE, "cli.municipality_meant", given=name[:60], meant=meant) from None
        raise CommandError(Exit.USAGE, "cli.municipality_unknown", given=name[:60]) from None
    if found.corrected:
        voice.note("cli.municipality_taken", given=name[:60], name=found.municipality.name)
    from meldcode.case.summary import Facts  # noqa: PLC0415 - who only names a sector does not need it

    return Facts(municipality=found.municipality.name, region=_regions()[found.municipality.region])


# A file of lines asks these once a line.


@cache
def _sectors() -> tuple[str, ...]:
    return library.sector_ids()


@cache
def _found(name: str) -> Found:
    return find(name, library.municipalities())


@cache
def _regions() -> dict[str, Region]:
    return dict(library.directory().regions)
