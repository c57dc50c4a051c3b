"""Every sentence of the interface, Dutch and English side by side; one module a subject, loaded when it is used."""

import re
from importlib import import_module

LANGUAGES = ("nl", "en")

Pair = tuple[str, str]
"""Dutch, English."""


def say(language: str, key: str, /, **values: object) -> str:
    """Return the sentence `subject.name` in the language, with `{placeholders}` filled in.

    Values are put in as they are, never interpreted. Raises KeyError for a sentence that does not exist.
    """
    subject, _, name = key.partition(".")
    texts: dict[str, Pair] = import_module(f"meldcode.text.{subject}").TEXTS
    sentence = texts[name][LANGUAGES.index(language)]
    return re.sub(r"\{(\w+)\}", lambda match: str(values[match[1]]), sentence)
