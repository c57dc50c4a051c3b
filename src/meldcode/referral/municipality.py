"""Find a municipality, also by an old name, another spelling or a typing error."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from meldcode.protocol.library import Municipality

CLEAR = 0.84
"""Likeness (0-1) from which a misspelt name is taken as meant, if no other name comes near it."""

LEAD = 0.06
"""How far the best name must be ahead of the next."""

WORTH_SAYING = 0.6


@dataclass(frozen=True, slots=True)
class Found:
    """The municipality; `corrected` when the name given was not one of its names."""

    municipality: Municipality
    corrected: bool


class UnknownMunicipalityError(LookupError):
    """No municipality, or several; `meant` are the nearest names."""

    def __init__(self, name: str, meant: tuple[str, ...]) -> None:
        """Keep both."""
        self.name, self.meant = name, meant
        super().__init__(name)


def find(name: str, municipalities: Iterable[Municipality]) -> Found:
    """Return the municipality that is clearly meant; raises `UnknownMunicipalityError`."""
    known = tuple(municipalities)
    wanted = _key(name)
    exact = [each for each in known if wanted in map(_key, (each.name, *each.aliases))]
    namesakes = exact or [each for each in known if _key(re.sub(r"\(.*\)", "", each.name)) == wanted]
    if len(namesakes) == 1:
        return Found(namesakes[0], corrected=False)
    if namesakes:
        raise UnknownMunicipalityError(name, tuple(each.name for each in namesakes))
    ranked = sorted(((_likeness(wanted, each), each) for each in known), key=lambda pair: -pair[0])
    (best, municipality), (second, _) = ranked[:2]
    if best >= CLEAR and best - second >= LEAD:
        return Found(municipality, corrected=True)
    raise UnknownMunicipalityError(name, tuple(each.name for score, each in ranked[:3] if score >= WORTH_SAYING))


def _likeness(wanted: str, municipality: Municipality) -> float:
    names = (municipality.name, *municipality.aliases)
    return max(SequenceMatcher(None, wanted, _key(name)).ratio() for name in names)


def _key(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(character for character in bare if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"^gemeente\s+", "", letters))
