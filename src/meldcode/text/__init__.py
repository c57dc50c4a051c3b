"""Every sentence of the interface, Dutch and English side by side; one module a subject, loaded when it is used."""

import re
from functools import cache
from importlib import import_module

LANGUAGES = ("nl", "en")

Pair = tuple[str, str]
"""Dutch, English."""


def say(language: str, key: str, /, **values: object) -> str:
    """Return the sentence `subject.name` in the language, with `{placeholders}` filled in.

    Values are put in as they are, never interpreted. Raises KeyError for a sentence that does not exist.
    """
    subject, _, name = key.partition(".")
    sentence = _texts(subject)[name][LANGUAGES.index(language)]
    return re.sub(r"\{(\w+)\}", lambda match: str(values[match[1]]), sentence) if "{" in sentence else sentence


@cache
def _texts(subject: str) -> dict[str, Pair]:
    texts: dict[str, Pair] = import_module(f"meldcode.text.{subject}").TEXTS
    return texts
