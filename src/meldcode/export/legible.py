"""Text for a file that brings its own fonts: what these lack is shown by its number, never as an empty box."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from meldcode.text.visible import numbered

_UNSURE = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u27e8\u27e9]")
"""All but the letters and marks of western and central Europe, which every font of ours has."""

_NEVER = re.compile("[\u2e80-\ua4cf\uac00-\ud7ff\ue000-\uf8ff\uf900-\ufaff\U0001f000-\U0010ffff]")
"""Chinese, Japanese, Korean, emoji and rarer: no font of ours has these, so that nobody needs to try each.

And what is for private use: there a font may have anything.
"""

_WORD = re.compile(r"\s?\S+")
"""What is shaped as one; a mark that stands first belongs to the space before it."""

MOST_ATTEMPTS = 200
"""After so many attempts, what is still unsure is shown by its number: a second or two for the worst of texts."""

CanShow = Callable[[Sequence[str]], bool]
"""Tells whether the fonts can show all of these texts."""


class Legible:
    """Makes texts legible: finds out once, with as few attempts as it can, what the fonts can't show."""

    def __init__(self, texts: Iterable[str], can_show: CanShow) -> None:
        """Look for what can't be shown: characters, and then words in which characters that can don't go together."""
        several, can_show = tuple(texts), _at_most(can_show)
        unsure = {character for text in several for character in _UNSURE.findall(text)}
        never = {character for character in unsure if _NEVER.match(character)}
        self._lacking = never | set(_refused(sorted(unsure - never), can_show))
        words = {word for text in several for word in _WORD.findall(self._by_number(text)) if _UNSURE.search(word)}
        self._torn = frozenset(_refused(sorted(words), can_show))

    @property
    def found_all(self) -> bool:
        """Whether the fonts show every character."""
        return not self._lacking and not self._torn

    def __call__(self, text: str) -> str:
        """Return the text with the number of each character that can't be shown in its place."""
        return _WORD.sub(lambda word: self._whole(word[0]), self._by_number(text))

    def _by_number(self, text: str) -> str:
        return "".join(numbered(character) if character in self._lacking else character for character in text)

    def _whole(self, word: str) -> str:
        return cautious(word) if word in self._torn else word


def cautious(text: str) -> str:
    """Return the text with only the characters that every font has."""
    return _UNSURE.sub(lambda match: numbered(match[0]), text)


def _at_most(can_show: CanShow) -> CanShow:
    attempts = iter(range(MOST_ATTEMPTS))
    return lambda texts: next(attempts, None) is not None and can_show(texts)


def _refused(texts: Sequence[str], can_show: CanShow) -> Iterator[str]:
    """Yield the texts that can't be shown, by halving what fails."""
    if not texts or can_show(texts):
        return
    if len(texts) == 1:
        yield texts[0]
        return
    half = len(texts) // 2
    yield from _refused(texts[:half], can_show)
    yield from _refused(texts[half:], can_show)
