"""A page of HTML as a reader of its elements sees it: what stands where, without a browser."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "meta"}


class Page(HTMLParser):
    """The elements of a page in order, with their attributes and the text in them; refuses what is not well nested."""

    def __init__(self, source: str) -> None:
        """Read the whole page."""
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.odd: list[str] = []
        self._open: list[int] = []
        self._data: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self.feed(source)
        self.close()
        assert not self._open, self._open
        self.texts = ["".join(self._data[start:end]) for start, end in self._spans]
        self.read = [" ".join(text.split()) for text in self.texts]
        named = zip(self.elements, self.read, strict=True)
        self._by_id = {given["id"]: text for (_, given), text in named if "id" in given}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._spans.append((len(self._data), len(self._data)))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        place = self._open.pop()
        assert tag == self.elements[place][0]
        self._spans[place] = (self._spans[place][0], len(self._data))

    def handle_data(self, data: str) -> None:
        """Remember text."""
        self._data.append(data)

    def handle_comment(self, data: str) -> None:
        """Remember what should not be there."""
        self.odd.append(data)

    def handle_pi(self, data: str) -> None:
        """Remember what should not be there."""
        self.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        """Remember what should not be there."""
        self.odd.append(data)

    def named(self, *tags: str) -> list[tuple[str, dict[str, str], str]]:
        """Return the elements with one of these names: name, attributes, text on one line."""
        each = zip(self.elements, self.read, strict=True)
        return [(tag, given, text) for (tag, given), text in each if tag in tags]

    def said(self, name: str) -> str:
        """Return the text of the element with this id, on one line."""
        return self._by_id[name]

    def ids(self) -> list[str]:
        """Return every id."""
        return [given["id"] for _, given in self.elements if "id" in given]

    def links(self) -> list[dict[str, str]]:
        """Return the attributes of every link."""
        return [given for _, given, _ in self.named("a")]

    def body(self) -> str:
        """Return all that is read, on one line."""
        return self.named("body")[0][2]
