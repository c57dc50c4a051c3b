"""What makes a text hard to read or unkind, decided text by text: pure functions that return what they find."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from meldcode.protocol.readable import sentences, too_long, words
from tests.content.plain_words import DUTCH_WORDS, FIRST_NAMES, PLAIN, SAME_IN_ENGLISH
from tests.content.shown_texts import Shown

AVERAGE = 20
"""Words a sentence on average, in a text of two sentences or more."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text: the words concerned, and what to do."""

    excerpt: str
    remedy: str


_QUOTED = re.compile(r"“[^”]*”|\u2018[^\u2019]*\u2019|\"[^\"]*\"")
_EXPLAINED = re.compile(rf"{_QUOTED.pattern}|\([^)]*\)|\{{[^}}]*\}}")
_INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jullie|je's|jezelf|jouwe)\b", re.IGNORECASE)
_CLICK = re.compile(r"\b(?:klikt? (?:u )?hier|click here)\b", re.IGNORECASE)
_HARD = {re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE): plain for pattern, plain in PLAIN.items()}
_ADDRESSED = re.compile(r"\b[Dd]e heer\b|\b(?:[Mm]evrouw|[Mm]ij?nheer|[Mm]eneer|[Mm]w\.|[Dd]hr\.) [A-Z]\w*")
_WORD = re.compile(r"[^\W\d_]+")
_SHAPE = re.compile(r"\{\w+\}|\S*\d\S*|\S+@\S+|\b[A-Z][A-Z-]+\b|WhatsApp|Veilig Thuis|[^\w{}]+")


def long_sentences(text: Shown) -> Iterator[Fault]:
    """Find the sentences that are too long."""
    for sentence, counted, most in () if text.cited else too_long(text.nl):
        yield Fault(sentence, f"{counted} woorden, ten hoogste {most}: maak er twee zinnen van")


def long_on_average(text: Shown) -> Iterator[Fault]:
    """Find a text whose sentences are long on average."""
    counts = [words(sentence) for sentence in sentences(text.nl)]
    if not text.cited and len(counts) > 1 and sum(counts) > AVERAGE * len(counts):
        remedy = f"{sum(counts) / len(counts):.1f} woorden per zin, ten hoogste {AVERAGE}: maak de zinnen korter"
        yield Fault(text.nl, remedy)


def informal(text: Shown) -> Iterator[Fault]:
    """Find `je` and the like, other than in what somebody literally said."""
    for found in () if text.cited else _INFORMAL.finditer(_QUOTED.sub(_blanked, text.nl)):
        yield Fault(_around(text.nl, found), f"schrijf u of uw, niet “{found[0]}”")


def click_here(text: Shown) -> Iterator[Fault]:
    """Find a reader who is told to click, in either language."""
    for given in (text.nl, text.en or ""):
        for found in _CLICK.finditer(given):
            yield Fault(_around(given, found), "zeg waar het staat; er valt niets te klikken")


def shouted(text: Shown) -> Iterator[Fault]:
    """Find exclamation marks, in either language."""
    for given in (text.nl, text.en or ""):
        for found in re.finditer("!", given):
            yield Fault(_around(given, found), "schrijf een punt")


def jargon(text: Shown) -> Iterator[Fault]:
    """Find hard words that have a plain one."""
    for pattern, plain in _HARD.items():
        for found in () if text.cited else pattern.finditer(text.nl):
            yield Fault(_around(text.nl, found), f"“{found[0]}”: {plain}")


def named(text: Shown) -> Iterator[Fault]:
    """Find people with a name: content has roles and ages only. In English, Mark and Harm are ordinary words."""
    given = "" if text.cited else text.nl
    for found in _WORD.finditer(given):
        if found[0] in FIRST_NAMES:
            yield Fault(_around(given, found), f"“{found[0]}” is een naam: schrijf een rol")
    for found in _ADDRESSED.finditer(given):
        yield Fault(_around(given, found), f"“{found[0]}”: schrijf een rol")


def untranslated(text: Shown) -> Iterator[Fault]:
    """Find a text without English, or with English that is its Dutch."""
    if text.en is None:
        if not text.without_english:
            yield Fault(text.nl, "geef het Engels in het bestand ernaast")
    elif text.en == text.nl and not text.cited and not _same_by_right(text.nl):
        yield Fault(text.nl, "het Engels is gelijk aan het Nederlands: vertaal het")


def dutch_in_english(text: Shown) -> Iterator[Fault]:
    """Find Dutch words in English; what stands in quotation marks or brackets is a Dutch name that is explained."""
    for found in () if text.cited else _WORD.finditer(_EXPLAINED.sub(_blanked, text.en or "")):
        if found[0] in DUTCH_WORDS:
            yield Fault(_around(text.en or "", found), f"“{found[0]}” is Nederlands: vertaal het")


RULES: Mapping[str, Callable[[Shown], Iterator[Fault]]] = {
    rule.__name__: rule
    for rule in (
        *(long_sentences, long_on_average, informal, click_here, shouted, jargon, named, untranslated),
        *(dutch_in_english,),
    )
}
"""Every rule by its name."""


def _same_by_right(text: str) -> bool:
    """Tell whether a text has nothing to translate: a word of the list, or only values, numbers and addresses."""
    return text in SAME_IN_ENGLISH or not _SHAPE.sub("", text)


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - 40) : found.end() + 40].replace("\n", " ")
