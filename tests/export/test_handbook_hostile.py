"""Whatever content says stays text in the handbook: no element, attribute, address or style comes from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

import pytest

from meldcode.export.handbook import handbook
from meldcode.export.html import element, escaped, reference
from meldcode.protocol.model import NO_TEXT, Protocol, Text
from meldcode.text.visible import visible
from tests.case.shipped import protocol_of
from tests.export.page import Page
from tests.export.test_handbook import LANGUAGES
from tests.export.test_handbook_changes import adapted, change

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "end of what stands around it": "</p></section></main></style></title>--></body>",
    "attributes": '"\' onmouseover="alert(1)" x=\'',
    "image": "<img src=x onerror=alert(1)>",
    "entities": "&lt;b&gt; &#60;i&#62; &amp;",
    "markdown link": "](http://evil.example) [klik](javascript:alert(1))",
    "address": "javascript:alert(1) https://evil.example",
    "style": "}*{display:none} @import 'x'; \\22 ; url(x)",
    "comment": "<!-- <![CDATA[ ]]> <?php ?> <!DOCTYPE x>",
    "template": "{title} {{title}} %s {0} \\1",
    "hidden": "veilig\u202egilievno\u200b\x1b[31m",
}

hostile = pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE.keys())
LOCAL = change("change", "question", "beschermend", "help")


def spoken(value: object, said: Callable[[], Text]) -> Any:  # noqa: ANN401 - the same kind of value
    """Return a value in which every text is another."""
    if isinstance(value, Text):
        return value if value == NO_TEXT else said()
    if isinstance(value, Mapping):
        return {key: spoken(item, said) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(spoken(item, said) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: spoken(getattr(value, field.name), said) for field in fields(value)})
    return value


def saying(typed: str) -> Protocol:
    """Return an adapted protocol in which every text, and every free field beside the texts, is this."""
    protocol = cast("Protocol", spoken(adapted(LOCAL), lambda: Text(typed, typed)))
    overlay = replace(protocol.overlays[0], owner=typed, municipalities=(typed,))
    sources = {name: replace(each, article=typed, url=typed) for name, each in protocol.sources.items()}
    contacts = {name: replace(each, phone=typed, url=typed) for name, each in protocol.contacts.items()}
    return replace(protocol, overlays=(overlay,), sources=sources, contacts=contacts)


@cache
def harmless() -> Page:
    return Page(handbook(saying("Gewoon."), "nl"))


def shape(page: Page) -> list[tuple[str, dict[str, str]]]:
    """Every element with its attributes; the policy, which has the hash of the style sheet, by its name alone."""
    return [(tag, {**given, "content": ""} if "http-equiv" in given else given) for tag, given in page.elements]


@hostile
def test_it_makes_no_element_and_no_attribute(typed: str) -> None:
    for language in LANGUAGES:
        page = Page(handbook(saying(typed), language))
        expected = [(tag, {**given, "lang": language} if tag == "html" else given) for tag, given in shape(harmless())]
        labels = {given.get("aria-label") for _, given in page.elements}
        found = [
            (tag, {**given, "aria-label": harmless_label(given)} if "aria-label" in given else given)
            for tag, given in shape(page)
        ]
        assert found == expected
        assert typed not in labels
        assert not page.odd


def harmless_label(given: Mapping[str, str]) -> str:
    """Return the one label that we give, in Dutch, so that both languages compare."""
    assert given["class"] == "emergency"
    return "Bij gevaar"


@hostile
def test_it_is_read_as_it_was_written_wherever_it_stands(typed: str) -> None:
    page, plain = Page(handbook(saying(typed), "nl")), harmless()
    shown = " ".join(visible(typed).split())
    assert page.body().count(shown) == plain.body().count("Gewoon.") > 1000
    assert shown in page.named("title")[0][2]


@hostile
def test_the_style_sheet_is_ours_but_for_a_title_that_cannot_end_its_string(typed: str) -> None:
    page = Page(handbook(saying(typed), "nl"))
    (sheet,) = [text for _, _, text in page.named("style")]
    (ours,) = [text for _, _, text in harmless().named("style")]
    titles = re.compile(r'(@bottom-left \{ content: )"([^"]*)"')
    assert titles.sub(r"\1", sheet) == titles.sub(r"\1", ours)
    assert re.fullmatch(r"(?:[a-zA-Z0-9]|\\[0-9a-f]+ )+", titles.findall(sheet)[0][1])


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://example.nl",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.nl",
        "/pad",
        "example.nl",
        " https://example.nl",
        "https://example.nl\nx",
        'https://example.nl/" onclick="alert(1)',
        "https://example.nl/<b>",
        "https:\\\\example.nl",
        "https://",
        "",
    ],
)
def test_what_is_no_address_of_a_page_is_no_link(url: str) -> None:
    assert "<a" not in reference(url)


@pytest.mark.parametrize("url", ["https://example.nl/a?b=c&d=e#f", "http://example.nl", "HTTPS://example.nl/a(b)"])
def test_an_address_of_a_page_is_a_link_that_shows_it(url: str) -> None:
    page = Page(reference(url))
    assert page.named("a") == [("a", {"href": url, "rel": "noreferrer"}, url)]


def test_text_in_an_attribute_never_ends_it() -> None:
    given = '\' " onclick="x" <b> &quot;'
    assert Page(element("p", escaped(given), title=given)).named("p") == [("p", {"title": given}, given)]


def test_the_page_that_is_compared_with_holds_all_that_a_protocol_can_say() -> None:
    assert {"changes", "wijziging-1"} <= set(harmless().ids())
    assert len(harmless().elements) > 5000
    assert protocol_of("onderwijs").title.nl not in harmless().body()
