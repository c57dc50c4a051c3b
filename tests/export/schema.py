"""As much of JSON Schema as `docs/advice.schema.json` uses; a keyword that is not known here is an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
SILENT = {"$schema", "$defs", "title", "description", "required", "properties", "items", "additionalProperties"}

Schema = dict[str, Any]


def violations(value: object, schema: Schema, root: Schema | None = None, at: str = "$") -> Iterator[str]:
    """Yield where and how a value is not as the schema says."""
    root = root or schema
    for keyword, expected in schema.items():
        if keyword == "$ref":
            yield from violations(value, root["$defs"][expected.removeprefix("#/$defs/")], root, at)
        elif keyword == "anyOf":
            if all(any(violations(value, each, root, at)) for each in expected):
                yield f"{at}: fits none of the alternatives"
        elif keyword not in SILENT and not _holds(keyword, expected, value):
            yield f"{at}: {keyword} {expected}"
    if isinstance(value, dict):
        yield from _members(value, schema, root, at)
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            yield from violations(item, schema["items"], root, f"{at}[{number}]")


def _members(value: dict[str, object], schema: Schema, root: Schema, at: str) -> Iterator[str]:
    yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
    properties, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    for key, item in value.items():
        if key in properties:
            yield from violations(item, properties[key], root, f"{at}.{key}")
        elif others is False:
            yield f"{at}: {key} is unknown"
        elif isinstance(others, dict):
            yield from violations(item, others, root, f"{at}.{key}")


def _holds(keyword: str, expected: Any, value: object) -> bool:  # noqa: ANN401, PLR0911 - any JSON; one return a keyword
    match keyword:
        case "type":
            return any(_is(name, value) for name in ([expected] if isinstance(expected, str) else expected))
        case "const":
            return value == expected and type(value) is type(expected)
        case "enum":
            return value in expected
        case "pattern":
            return not isinstance(value, str) or re.search(expected, value) is not None
        case "minimum":
            return not isinstance(value, int) or value >= expected
        case "maximum":
            return not isinstance(value, int) or value <= expected
        case "maxItems":
            return not isinstance(value, list) or len(value) <= expected
        case _:
            raise NotImplementedError(keyword)


def _is(name: str, value: object) -> bool:
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])
