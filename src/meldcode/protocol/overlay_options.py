"""Words of an option that say the opposite of its id: rules read the id, people read the words."""

import re
from collections.abc import Mapping

from meldcode.protocol.model import Text
from meldcode.protocol.overlay_names import folded

_YES = re.compile(r"(?:ja|jawel|yes)\b|(?:\w+ ){0,2}wel\W*$")
_NO = re.compile(r"(?:nee|neen|nope)\b|no\b(?![ -]\w)|(?:\w+ ){0,2}(?:niet|not)\W*$")
_SPACED = re.compile(r"\b(\w) (?=\w\b)")
_OPPOSITES = {"ja": (_NO,), "nee": (_YES,), "onbekend": (_YES, re.compile(r"nee\b"))}
_WITHOUT = ("niet", "geen", "nooit", "zonder")


def contradicts(option: str, text: Text) -> bool:
    """Tell whether these words, in one of the languages, would be read as the opposite of the id of the option.

    *Nee* or *Zeker niet* for `ja`, *Ja* for `nee` or `onbekend`, and *niet gemeld* for `gemeld`.
    """
    seen = (_SPACED.sub(r"\1", folded(words)).strip() for words in (text.nl, text.en or ""))
    return any(_turns_round(option, words) for words in seen)


def answers_otherwise(option: str, hint: Text) -> bool:
    """Tell whether a hint begins with *nee* below `ja`, or with *ja* below `nee`."""
    begins = {"ja": r"nee\b|no\b(?![ -]\w)", "nee": r"(?:ja|yes)\b"}.get(option.partition("_")[0])
    return begins is not None and any(re.match(begins, folded(each)) for each in (hint.nl, hint.en or ""))


def belongs_elsewhere(option: str, text: Text, options: Mapping[str, Text]) -> bool:
    """Tell whether these words are just the id, or just the words, of another of the options: *Later* for `gedaan`."""
    seen = _bare(text.nl)
    others = (each for name, words in options.items() if name != option for each in (_bare(name), _bare(words.nl)))
    return bool(seen) and seen != _bare(option) and seen in others


def _bare(words: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", folded(words).replace("_", " ")))


def _turns_round(option: str, words: str) -> bool:
    first = option.partition("_")[0]
    if any(pattern.match(words) for pattern in _OPPOSITES.get(first, ())):
        return True
    named = re.escape(option.replace("_", " "))
    return first not in _WITHOUT and re.search(rf"\b(?:niet|geen|not|no) {named}\b", words) is not None
