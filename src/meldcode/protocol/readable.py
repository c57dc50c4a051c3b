"""How hard a text is to read: sentences and their words, held against what guides for B1 name as the utmost."""

import re
from collections.abc import Iterator

LONGEST = 25
"""Words in one sentence: the limit that guides for B1 name as the utmost."""

LONGEST_LIST = 30
"""Words in a sentence that is a list (three commas or more): a reader takes it in piece by piece."""

_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:(?i:artt?|nr|jo|bijv|bv|blz|hfst|dr|mr|drs|prof|ca|max|incl|e\.d|o\.a|d\.w\.z|a\.u\.b)|[A-Z])\."
)
_DOT = "\0"
_END = re.compile(r"(?<=[.?!])[”\"\u2019)]*\s+(?=[“\"\u2018'(\[{]?[^\Wa-z_])|\n+")


def sentences(text: str) -> list[str]:
    """Split a text; a line break ends a sentence, the dot of an abbreviation or a number does not."""
    kept = _ABBREVIATION.sub(lambda match: match[0].replace(".", _DOT), text)
    parts = (part.replace(_DOT, ".").strip() for part in _END.split(kept))
    return [part for part in parts if part]


def words(sentence: str) -> int:
    """Count the words; a number, an address and a `{value}` are one each."""
    return sum(1 for word in sentence.split() if re.search(r"\w", word))


def too_long(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each sentence that is too long, with how many words it has and how many it may have."""
    for sentence in sentences(text):
        most = LONGEST_LIST if sentence.count(",") >= 3 else LONGEST  # noqa: PLR2004 - see LONGEST_LIST
        if (counted := words(sentence)) > most:
            yield sentence, counted, most
