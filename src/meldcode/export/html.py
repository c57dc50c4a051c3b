"""A few helpers that write HTML: text becomes markup only by being escaped, and the types keep the two apart."""

import re
from collections.abc import Iterable
from html import escape
from typing import NewType

from meldcode.text.visible import visible

Html = NewType("Html", str)
"""Markup that was made here; a `str` is text that still has to be escaped."""

NOTHING = Html("")

_BLOCKS = frozenset(
    ["a", "address", "body", "caption", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "head", "header", "html", "li", "main", "nav", "ol", "p", "section", "style", "table", "tbody", "thead", "title", "tr", "ul"]
)
"""Elements that end a line of the file, so that two versions of a page can be compared; `a` only where it is one."""

_LOCATION = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)


def escaped(text: str) -> Html:
    """Return text as markup that shows that very text, hidden characters by their number."""
    return Html(escape(visible(text)))


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Return parts after each other, with a text of ours between those that say something."""
    return Html(escaped(between).join(filter(None, parts)))


def element(name: str, *inside: Html, **attributes: str) -> Html:
    """Return an element; `class_` and `aria_label` stand for `class` and `aria-label`, empty values are left out."""
    end = "\n" if name in _BLOCKS - {"a"} else ""
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
    shown = escaped(url)
    return element("a", shown, href=url, rel="noreferrer") if _LOCATION.fullmatch(url) else shown


def _attributes(attributes: dict[str, str]) -> str:
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    return "".join(f' {name}="{escaped(value)}"' for name, value in named if value)
