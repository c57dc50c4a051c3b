"""Texts that a person must look at: not translated, hard to read, not filled in, or about what is never weakened."""

import re
from collections.abc import Iterable, Iterator

from meldcode.protocol.diagnostics import Finding, Place
from meldcode.protocol.readable import too_long
from meldcode.protocol.said import Said

PLACEHOLDER = "INVULLEN"
"""What `protocol new` writes where someone must still fill something in."""

_WATCHED = {
    "112": r"(?<![\w-])112(?![\w-])|alarmnummer|alarmcentrale|emergency (?:number|services)",
    "Veilig Thuis": r"veilig thuis|0800[ -]?2000",
    "toestemming": r"toestemming|instemming|akkoord|consent|permission|approv\w+",
    "leidinggevende": r"leidinggevende|teamleider|manager|directeur|supervisor|line manager|management",
    "wachten": (
        r"\bwacht(?:en)? (?:u )?(?:met|tot|op)\b|\b(?:meld|bel)t? (?:u )?(?:niet|nooit|pas)\b"
        r"|\b(?:niet|nooit|pas) (?:melden|bellen)\b|\bwait (?:with|until|for)\b|\b(?:do not|never) (?:report|call)\b"
    ),
}
_PATTERNS = {word: re.compile(pattern, re.IGNORECASE) for word, pattern in _WATCHED.items()}


def untranslated(said: Iterable[Said]) -> Iterator[Finding]:
    """W04: yield a finding for each mapping with texts that have no English."""
    for place, keys in _by_place(each for each in said if each.text.en is None and not each.cited):
        yield Finding("W04", place, {"keys": ", ".join(keys)})


def hard(said: Iterable[Said]) -> Iterator[Finding]:
    """W05: yield a finding for each sentence that is too long."""
    for each in said:
        for sentence, counted, most in () if each.cited else too_long(each.text.nl):
            start = " ".join(sentence.split()[:6])
            values = {"key": each.key, "start": start, "words": str(counted), "limit": str(most)}
            yield Finding("W05", each.place, values)


def open_places(said: Iterable[Said]) -> Iterator[Finding]:
    """W06: yield a finding for each mapping in which something must still be filled in."""
    for place, keys in _by_place(each for each in said if PLACEHOLDER in _whole(each)):
        yield Finding("W06", place, {"keys": ", ".join(keys), "word": PLACEHOLDER})


def to_be_read(said: Iterable[Said]) -> Iterator[Finding]:
    """W07: yield a finding for each mapping whose texts speak of what an overlay may never weaken.

    Whether such a text is right, no program can tell: someone who knows the meldcode must read it.
    """
    found: dict[Place, dict[str, None]] = {}
    for each in said:
        for word, pattern in _PATTERNS.items():
            if pattern.search(_whole(each)):
                found.setdefault(each.place, {})[word] = None
    for place, words in found.items():
        yield Finding("W07", place, {"words": ", ".join(words)})


def _whole(said: Said) -> str:
    return f"{said.text.nl}\n{said.text.en or ''}"


def _by_place(said: Iterable[Said]) -> Iterator[tuple[Place, list[str]]]:
    found: dict[Place, dict[str, None]] = {}
    for each in said:
        found.setdefault(each.place, {})[each.key] = None
    yield from ((place, list(keys)) for place, keys in found.items())
