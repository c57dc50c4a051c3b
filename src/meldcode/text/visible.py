"""Make what people typed safe to show: control and hidden characters become visible, never active."""

import re

_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Unicode's control (Cc) and format (Cf) characters, line and paragraph separators, and surrogates."""


def visible(text: str) -> str:
    """Return the text with every control, bidi, zero-width and surrogate character as ⟨U+001B⟩; line breaks stay.

    A tab becomes a space and CR LF a line break: they hide nothing.
    """
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\t", " ")
    return _HIDDEN.sub(lambda match: numbered(match[0]), text)


def numbered(character: str) -> str:
    """Return a character by its number: ⟨U+001B⟩."""
    return f"⟨U+{ord(character):04X}⟩"


def one_line(text: str) -> str:
    """Return the text as one visible line."""
    return " ".join(visible(text).split())
