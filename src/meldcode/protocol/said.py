"""Every text that people read in an overlay or a protocol, with the place where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import Protocol, Source, Text
from meldcode.protocol.schema import Element, SourceSpec

CITED = frozenset(("name", "judged_by", "source.title", "source.article"))
"""Keys under which words of others stand."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text, the key under which it stands, and the place of the mapping that holds it."""

    place: Place
    key: str
    text: Text

    @property
    def cited(self) -> bool:
        """Tell whether these are words of others, which stay as they are: a name, or the title of a source."""
        return self.key in CITED


def in_element(element: Element) -> Iterator[Said]:
    """Yield the texts of an overlay or another judged file, in the order of its keys."""
    yield from _in(element, "", element.place)


def in_protocol(protocol: Protocol) -> Iterator[Said]:
    """Yield the texts of a resolved protocol; what does not know its place stands at the head of the sector's file."""
    yield from _in(protocol, "", head(protocol))


def head(protocol: Protocol) -> Place:
    """Return the beginning of the file in which a protocol says what it is."""
    own = f"sectors/{protocol.id}/sector.yaml" if protocol.steps[0].origin.file.startswith("sectors/") else ""
    return Place(own or protocol.steps[0].origin.file, 1, 1)


def _in(value: object, key: str, place: Place) -> Iterator[Said]:
    if isinstance(value, Text):
        if value.nl:
            yield Said(place, key, value)
        return
    for name, inner in _parts(value, key):
        yield from _in(inner, name, getattr(value, "place", None) or getattr(value, "origin", None) or place)


def _parts(value: object, key: str) -> Iterator[tuple[str, object]]:
    """Yield what is inside a value, each with the key under which it stands."""
    if isinstance(value, Mapping):
        yield from ((key, each) for each in value.values())
    elif isinstance(value, tuple):
        yield from ((key, each) for each in value)
    elif isinstance(value, Element):
        yield from ((_key(value, name), getattr(value, name)) for name in type(value).model_fields)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from ((_key(value, field.name), getattr(value, field.name)) for field in fields(value))


def _key(value: object, name: str) -> str:
    return f"source.{name}" if isinstance(value, Source | SourceSpec) else name
