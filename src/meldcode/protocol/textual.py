"""What two protocols say differently: elements that came, went or changed, key by key; what it does is for the proof.

Elements are told apart by kind and id, keys are called as in the YAML. Where something stands is no difference.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace

from meldcode.protocol.condition import All, Answered, Any, AtLeast, BelowAdvice, Condition, Is, Not, YoungerThan
from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import NO_TEXT, Protocol, Text

Value = str | int | bool | tuple[str, ...] | Condition | None
"""What a key holds; a text is two keys, `ask` and `ask.en`."""

UNSAID = frozenset({"id", "origin", "digest", "overlays", "changes", "version"})
"""Fields that identify, or that say where something came from."""

CONDITIONS = (All, Answered, Any, AtLeast, BelowAdvice, Is, Not, YoungerThan)

KINDS = {
    "Protocol.sources": "source",
    "Protocol.steps": "step",
    "Step.tasks": "task",
    "Protocol.questions": "question",
    "Question.options": "option",
    "Protocol.definitions": "definition",
    "Definition.examples": "example",
    "Protocol.rules": "rule",
    "Protocol.actions": "action",
    "Protocol.flags": "flag",
    "Protocol.levels": "level",
    "Protocol.routes": "route",
    "Route.levels": "level",
    "Protocol.themes": "theme",
    "Protocol.signal_lists": "signal_list",
    "SignalList.signals": "signal",
    "Protocol.contacts": "contact",
    "Protocol.at_hand": "at_hand",
    "Protocol.roles": "role",
    "Protocol.terms": "term",
    "Protocol.deadlines": "deadline",
    "Protocol.local_help": "local_help",
    "Protocol.offers": "offer",
    "Help.interventions": "intervention",
    "Help.levels": "help_level",
    "Help.cautions": "caution",
}
"""The fields that hold elements of their own, and what these are called; other tuples hold names or plain words."""


@dataclass(frozen=True, slots=True)
class Added:
    """An element that was not there, with the words that tell what it is."""

    kind: str
    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Removed:
    """An element that is no longer there."""

    kind: str
    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Changed:
    """A key of an element that holds something else; the protocol itself has an empty id."""

    kind: str
    id: str
    key: str
    before: Value
    after: Value


Edit = Added | Removed | Changed


@dataclass(slots=True)
class _Element:
    parent: tuple[str, str]
    text: Text = NO_TEXT
    values: dict[str, Value] = field(default_factory=dict)
    orders: dict[str, tuple[str, ...]] = field(default_factory=dict)


_Elements = dict[tuple[str, str], _Element]

_WHOLE = ("protocol", "")


def edits(old: Protocol, new: Protocol) -> tuple[Edit, ...]:
    """Return every difference, kind by kind; what is inside an element that came or went is not told apart."""
    before, after = _elements(old), _elements(new)
    order = [_WHOLE[0], *KINDS.values()]
    names = sorted(dict.fromkeys([*before, *after]), key=lambda name: order.index(name[0]))
    return tuple(edit for name in names for edit in _compared(name, before, after))


def _compared(name: tuple[str, str], before: _Elements, after: _Elements) -> Iterator[Edit]:
    old, new = before.get(name), after.get(name)
    if old is None:
        assert new is not None
        if new.parent in before:
            yield Added(*name, new.text)
    elif new is None:
        if old.parent in after:
            yield Removed(*name, old.text)
    else:
        for key in dict.fromkeys([*old.values, *new.values]):
            if old.values.get(key) != new.values.get(key):
                yield Changed(*name, key, old.values.get(key), new.values.get(key))
        for key, ids in old.orders.items():
            shared = set(ids) & set(new.orders[key])
            orders = [[each for each in several if each in shared] for several in (ids, new.orders[key])]
            if orders[0] != orders[1]:
                yield Changed(*name, key, ids, new.orders[key])


def _elements(protocol: Protocol) -> _Elements:
    found: _Elements = {_WHOLE: _Element(_WHOLE)}
    _gather(found, _WHOLE, replace(protocol, id=""), "")
    return found


def _gather(found: _Elements, name: tuple[str, str], value: object, prefix: str) -> None:
    """Take one element apart: what has an id of its own becomes an element, the rest a key of this one."""
    element = found[name]
    assert is_dataclass(value)
    for each in fields(value):
        part, key = getattr(value, each.name), prefix + each.name
        if each.name in UNSAID or isinstance(part, Place):
            continue
        if isinstance(part, Text):
            element.text = element.text if element.text.nl else part
            element.values |= {key: part.nl, f"{key}.en": part.en}
        elif kind := KINDS.get(f"{type(value).__name__}.{each.name}"):
            inner = list(_inner(part))
            if isinstance(part, tuple):
                element.orders[key] = tuple(child for child, _ in inner)
            for child, item in inner:
                place = (kind, _inside(name[1], child))
                found[place] = _Element(name)
                _gather(found, place, item, "")
        elif is_dataclass(part) and not isinstance(part, CONDITIONS):
            _gather(found, name, part, f"{key}.")
        else:
            element.values[key] = part


def _inner(part: object) -> Iterator[tuple[str, object]]:
    """Yield the elements that a field of `KINDS` holds, each with its id."""
    if isinstance(part, tuple):
        yield from ((item.id, item) for item in part)
        return
    assert isinstance(part, Mapping)
    for name, item in part.items():
        if isinstance(item, tuple):
            yield from ((f"{name}.{child}", each) for child, each in _inner(item))
        else:
            yield name, item


def _inside(parent: str, child: str) -> str:
    return child if not parent or child.startswith(f"{parent}.") else f"{parent}.{child}"
