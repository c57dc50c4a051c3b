"""Make what people typed safe to show: control and hidden characters become visible, never active."""

import re

_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """Return the text with every control, bidi, zero-width and surrogate character as ⟨U+001B⟩; line breaks stay.

    A tab becomes a space and CR LF a line break: they hide nothing.
    """
    text = text.replace("\r\n", "\n").replace("\t", " ")
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def one_line(text: str) -> str:
    """Return the text as one visible line."""
    return " ".join(visible(text).split())
