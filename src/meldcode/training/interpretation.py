"""Words that show an interpretation where a fact is asked for: a hint for the reader, never a judgement."""

import re

_WORDS = (
    # Dutch: what one makes of it, and what only an investigation can establish
    *("blijkbaar", "duidelijk", "kennelijk", "natuurlijk", "volgens mij", "ik denk", "ik vind", "vermoedelijk"),
    *(
        "mishandel\\w*",
        "misbruik\\w*",
        "verwaarlo\\w*",
        "dader\\w*",
        "slachtoffer\\w*",
        "agressief",
        "liegt",
        "manipul\\w*",
    ),
    *(
        "altijd",
        "nooit",
        "expres",
        "schuld\\w*",
        "getraumatiseerd",
        "onverantwoord\\w*",
        "slechte moeder",
        "slechte vader",
    ),
    # English
    *("apparently", "clearly", "obviously", "of course", "i think", "i believe", "probably", "abus\\w*", "neglect\\w*"),
    *("perpetrator\\w*", "victim\\w*", "aggressive", "lies", "lying", "always", "never", "on purpose", "guilt\\w*"),
)
_INTERPRETING = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_QUOTED = re.compile("[\"'\u2018\u201c\u201e][^\"'\u2019\u201d]*[\"'\u2019\u201d]")


def interpreting_word(text: str) -> str:
    """Return the first word of interpretation in a text that should hold facts, or nothing; a quotation may say any.

    The list of words is our own (2026-11-23) and knows no context: it can be wrong in both directions.
    """
    found = _INTERPRETING.search(_QUOTED.sub(" ", text))
    return found.group() if found else ""
