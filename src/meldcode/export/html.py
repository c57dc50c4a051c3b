"""A few helpers that write HTML: text becomes markup only by being escaped, and the types keep the two apart."""

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape
from typing import NewType

from meldcode.text.visible import visible

Html = NewType("Html", str)
"""Markup that was made here; a `str` is text that still has to be escaped."""

NOTHING = Html("")

_INLINE = frozenset({"a", "code", "em", "span", "strong"})
"""Elements that stand in a line; every other one ends a line of the file, so that two versions can be compared."""

_NUMBER = re.compile(r"\d+(?:-\d+)+")
_LOCATION = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)


def escaped(text: str) -> Html:
    """Return text as markup that shows that very text, hidden characters by their number."""
    return Html(escape(visible(text)))


def shown(text: str) -> Html:
    """Return text as `escaped` does, in which no line ends within a telephone number or a date."""
    return Html(_NUMBER.sub(r'<span class="whole">\g<0></span>', escaped(text)))


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Return parts after each other, with a text of ours between those that say something."""
    return Html(escaped(between).join(filter(None, parts)))


def element(name: str, *inside: Html, **attributes: str) -> Html:
    """Return an element; `class_` and `aria_label` stand for `class` and `aria-label`, empty values are left out."""
    end = "" if name in _INLINE else "\n"
    return Html(f"<{name}{_attributes(attributes)}>{''.join(inside)}</{name}>{end}")


def void(name: str, **attributes: str) -> Html:
    """Return an element that holds nothing, such as `meta`."""
    return Html(f"<{name}{_attributes(attributes)}>\n")


def listed(items: Iterable[Html], name: str = "ul", **attributes: str) -> Html:
    """Return a list of items, or nothing where there are none."""
    inside = joined(element("li", item) for item in items)
    return element(name, inside, **attributes) if inside else NOTHING


def terms(pairs: Iterable[tuple[Html, Html]], **attributes: str) -> Html:
    """Return a list of terms with what each of them says; a pair that says nothing is left out."""
    inside = joined(element("dt", term) + element("dd", said) for term, said in pairs if said)  # type: ignore[misc]
    return element("dl", inside, **attributes) if inside else NOTHING


def reference(url: str) -> Html:
    """Return an address as a link that shows it; what is no `http` or `https` address stays text."""
    address = escaped(url)
    return element("a", address, href=url, rel="noreferrer") if _LOCATION.fullmatch(url) else address


def head(title: str, sheet: str) -> Html:
    """Return the head of a page that needs no script and loads nothing: its policy allows this style sheet only."""
    policy = f"default-src 'none'; style-src {fingerprint(sheet)}; img-src 'none'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=policy),
        void("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name_="referrer", content="no-referrer"),
        element("title", escaped(title)),
        element("style", Html(sheet)),
    )


def fingerprint(sheet: str) -> str:
    """Return the hash by which a content security policy allows one style sheet, and no other style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()}'"


def string(text: str) -> str:
    """Return a CSS string in which only letters and digits stand as they are."""
    plain = (
        character if character.isascii() and character.isalnum() else f"\\{ord(character):x} " for character in text
    )
    return f'"{"".join(plain)}"'


def _attributes(attributes: dict[str, str]) -> str:
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    return "".join(f' {name}="{escaped(value)}"' for name, value in named if value)
