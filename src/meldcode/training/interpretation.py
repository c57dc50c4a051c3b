"""Words that show an interpretation where a fact is asked for: a hint for the reader, never a judgement."""

import re

_DUTCH = (
    # how sure one is, and what one makes of it
    *("blijkbaar", "overduidelijk", "kennelijk", "natuurlijk", "volgens mij", "ik denk", "vermoedelijk"),
    # what only an investigation or a judge can establish
    *("mishandel\\w*", "misbruik\\w*", "verwaarlo\\w*", "dader\\w*", "slachtoffer\\w*", "schuldig\\w*"),
    # what someone is or means, and what is so at all times
    *("agressie\\w*", "liegt", "manipul\\w*", "expres", "getraumatiseerd", "onverantwoord\\w*"),
    *("slechte moeder", "slechte vader", "altijd", "nooit"),
)
_ENGLISH = (
    *("apparently", "obviously", "of course", "i think", "i believe", "probably"),
    *("abus\\w*", "neglect\\w*", "perpetrator\\w*", "victim\\w*", "guilty"),
    *(
        "aggressive\\w*",
        "liar",
        "lying about",
        "on purpose",
        "traumatised",
        "bad mother",
        "bad father",
        "always",
        "never",
    ),
)
_INTERPRETING = re.compile(rf"\b(?:{'|'.join((*_DUTCH, *_ENGLISH))})\b", re.IGNORECASE)
_QUOTED = re.compile(
    '"[^"]*"|[\u201c\u201e][^\u201d]*\u201d'
    # an apostrophe stands inside a word, or at the start of 's avonds: no quotation begins there
    "|(?<!\\w)['\u2018](?!s\\b|n\\b|t\\b)[^'\u2019]*['\u2019](?!\\w)"
)


def interpreting_word(text: str) -> str:
    """Return the first word of interpretation in a text that should hold facts, or nothing; a quotation may say any.

    The list of words is our own (2026-11-23) and knows no context: it can be wrong in both directions.
    """
    found = _INTERPRETING.search(_QUOTED.sub(" ", text))
    return found.group() if found else ""
