"""What a scalar of a content file can be: each kind is judged here and written into the JSON Schema."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from meldcode.protocol.diagnostics import Finding, Place, nearest
from meldcode.protocol.hours import HoursError, is_open
from meldcode.protocol.model import Text
from meldcode.protocol.yaml import Scalar

_TIME = r"[0-9]{1,2}(?::[0-5][0-9])?"
_DAY = "(?:ma|di|wo|do|vr|za|zo)"
_SPAN = rf"{_DAY}(?:-{_DAY})? {_TIME}-{_TIME}"
HOURS = rf"altijd|onbekend|{_SPAN}(?: *, *{_SPAN})*"
ID = r"[a-z0-9][a-z0-9_-]{0,63}|VT[0-9]{2}"
_ID = re.compile(ID)
_SIGNAL = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\.[a-z0-9][a-z0-9_-]{0,63}")
_VERSION = re.compile(r"(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){2}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STATUTORY = ("1", "2", "3", "4", "5")


class Ref(str):
    """An id that knows where it stands, so that a reference to nothing is shown at the very word."""

    __slots__ = ("place",)
    place: Place


def place_of(name: str, otherwise: Place) -> Place:
    """Return where an id stands, if it knows."""
    return name.place if isinstance(name, Ref) else otherwise


def unknown(code: str, names: Iterable[str], known: Iterable[str], place: Place, **values: str) -> list[Finding]:
    """Return a finding for each name that refers to nothing, at the very word where it knows its place."""
    known = list(known)
    return [
        Finding(code, place_of(name, place), {"name": name, "meant": nearest(name, known)} | values)
        for name in names
        if name not in known
    ]


def _plain(value: object) -> str:
    if isinstance(value, str):  # a key of a mapping
        return value
    if isinstance(value, Scalar) and value.value.strip():
        return value.value
    raise PydanticCustomError("S03", "text expected", {"expected": "text"})


def _text(value: object) -> Text:
    return Text(_plain(value), value.english if isinstance(value, Scalar) else None)


def _id(value: object) -> Ref:
    if not isinstance(value, Scalar) or not _ID.fullmatch(value.value):
        raise PydanticCustomError("S08", "id expected")
    ref = Ref(value.value)
    ref.place = value.place
    return ref


def _signal(value: object) -> Ref:
    if not isinstance(value, Scalar) or not _SIGNAL.fullmatch(value.value):
        raise PydanticCustomError("S08", "id expected")
    ref = Ref(value.value)
    ref.place = value.place
    return ref


def _key(value: str) -> str:
    if not _ID.fullmatch(value):
        raise PydanticCustomError("S08", "id expected")
    return value


def _truth(value: object) -> bool:
    if isinstance(value, Scalar) and value.value in ("true", "false"):
        return value.value == "true"
    raise PydanticCustomError("S05", "truth value expected")


def _number(value: object) -> int:
    if isinstance(value, Scalar) and re.fullmatch(r"[0-9]{1,6}", value.value):
        return int(value.value)
    raise PydanticCustomError("S07", "number expected")


def _statutory(value: object) -> int:
    given = _plain(value)
    if given not in _STATUTORY:
        raise PydanticCustomError("S04", "step expected", {"given": given, "allowed": ", ".join(_STATUTORY)})
    return int(given)


def _hours(value: object) -> str:
    given = _plain(value)
    try:
        is_open(given, datetime(2026, 1, 5, 12, 0))  # noqa: DTZ001 - any moment will do: the grammar is what counts
    except HoursError:
        raise PydanticCustomError("S13", "hours expected", {"given": given}) from None
    return given


def _version(value: object) -> str:
    given = _plain(value)
    if not _VERSION.fullmatch(given):
        raise PydanticCustomError("S14", "version expected", {"given": given})
    return given


def _ids(value: object) -> object:
    return (value,) if isinstance(value, Scalar) else value


def _date(value: object) -> str:
    try:
        if isinstance(value, Scalar) and _DATE.fullmatch(value.value):
            return date.fromisoformat(value.value).isoformat()
    except ValueError:
        pass
    raise PydanticCustomError("S06", "date expected")


_JSON_ID: dict[str, Any] = {"type": ["string", "integer"], "pattern": f"^(?:{ID})$"}
"""An editor may take an id that is not in quotes for a number."""

_JSON_TEXT = WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": r"\S"})
Words = Annotated[Text, PlainValidator(_text), _JSON_TEXT]
Id = Annotated[str, PlainValidator(_id), WithJsonSchema(_JSON_ID)]
SignalId = Annotated[
    str, PlainValidator(_signal), WithJsonSchema({"type": "string", "pattern": f"^{_SIGNAL.pattern}$"})
]
Key = Annotated[str, AfterValidator(_key), WithJsonSchema({"type": "string", "pattern": f"^(?:{ID})$"})]
Plain = Annotated[str, BeforeValidator(_plain), _JSON_TEXT]
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
Number = Annotated[int, BeforeValidator(_number), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 999_999})]
Statutory = Annotated[int, BeforeValidator(_statutory), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5})]
Date = Annotated[
    str, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DATE.pattern}$"})
]
When = Annotated[Any, WithJsonSchema({"$comment": "condition"})]
Ids = tuple[Id, ...]
OneOrMore = Annotated[
    tuple[Id, ...],
    BeforeValidator(_ids),
    WithJsonSchema({"type": ["string", "integer", "array"], "pattern": f"^(?:{ID})$", "items": _JSON_ID}),
]
Hours = Annotated[str, PlainValidator(_hours), WithJsonSchema({"type": "string", "pattern": f"^(?:{HOURS})$"})]
Version = Annotated[
    str, PlainValidator(_version), WithJsonSchema({"type": "string", "pattern": f"^{_VERSION.pattern}$"})
]
Texts = dict[Key, Words]
LevelName = Annotated[Literal["afsluiten", "volgen", "hulp", "overleg", "melden", "bel_112"], BeforeValidator(_plain)]
FormatNumber = Annotated[Literal["1"], BeforeValidator(_plain), WithJsonSchema({"enum": [1, "1"]})]
Word = BeforeValidator(_plain)
"""Marks a closed choice of words: the scalar is taken as its text first."""
