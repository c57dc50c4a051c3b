"""As much of JSON Schema as ours use, and YAML as an editor reads it; a keyword that is not known here is an error."""

from __future__ import annotations

import re
from typing import Any

import yaml

Schema = dict[str, Any]

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}
SILENT = {"$schema", "$defs", "title", "description", "format", "then", "else"}


def typed(text: str) -> Any:  # noqa: ANN401 - any JSON
    """Return YAML as an editor sees it, by the core schema of YAML 1.2: `1` a number, `true` a truth value."""
    return _typed(yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _typed(node: yaml.Node | None) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(node, yaml.MappingNode):
        return {key.value: _typed(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_typed(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    word: str = node.value
    return word if node.style else _plain(word)


def _plain(word: str) -> str | float | bool | None:
    if word in ("", "~", "null"):
        return None
    if word in ("true", "false"):
        return word == "true"
    if re.fullmatch(r"[-+]?[0-9]+", word):
        return int(word)
    return float(word) if re.fullmatch(r"[-+]?[0-9]+\.[0-9]*", word) else word


def fits(value: object, schema: Schema, root: Schema | None = None) -> bool:
    """Tell whether a value is as the schema says."""
    root = root or schema
    return all(_holds(word, told, value, schema, root) for word, told in schema.items() if word not in SILENT)


def _holds(word: str, told: Any, value: object, schema: Schema, root: Schema) -> bool:  # noqa: ANN401
    """Tell whether one keyword holds."""
    if word in ("anyOf", "oneOf"):
        fitting = sum(fits(value, each, root) for each in told)
        return fitting == 1 if word == "oneOf" else fitting > 0
    if word == "if":
        return fits(value, schema.get("then" if fits(value, told, root) else "else", {}), root)
    if word == "not":
        return not fits(value, told, root)
    if word == "$ref":
        return fits(value, root["$defs"][told.removeprefix("#/$defs/")], root)
    if isinstance(value, dict) and word in _OBJECT:
        return _object(word, told, value, schema, root)
    return _simple(word, told, value, root)


_OBJECT = {"properties", "patternProperties", "additionalProperties", "propertyNames"}


def _object(word: str, told: Any, value: dict[str, object], schema: Schema, root: Schema) -> bool:  # noqa: ANN401
    if word == "properties":
        return all(fits(value[key], each, root) for key, each in told.items() if key in value)
    if word == "propertyNames":
        return all(fits(key, told, root) for key in value)
    if word == "patternProperties":
        return all(
            fits(each, rule, root) for at, rule in told.items() for key, each in value.items() if re.search(at, key)
        )
    known = [key for key in value if key in schema.get("properties", {})]
    known += [key for key in value for at in schema.get("patternProperties", {}) if re.search(at, key)]
    others = [each for key, each in value.items() if key not in known]
    return not others if told is False else all(fits(each, told, root) for each in others)


def _simple(word: str, told: Any, value: object, root: Schema) -> bool:  # noqa: ANN401, C901, PLR0911, PLR0912
    match word:
        case "type":
            return any(_is(name, value) for name in ([told] if isinstance(told, str) else told))
        case "const":
            return value == told and type(value) is type(told)
        case "enum":
            return any(value == each and type(value) is type(each) for each in told)
        case "pattern":
            return not isinstance(value, str) or re.search(told, value) is not None
        case "minimum":
            return not isinstance(value, int) or value >= told
        case "maximum":
            return not isinstance(value, int) or value <= told
        case "items":
            return not isinstance(value, list) or all(fits(each, told, root) for each in value)
        case "minItems":
            return not isinstance(value, list) or len(value) >= told
        case "minProperties":
            return not isinstance(value, dict) or len(value) >= told
        case "maxProperties":
            return not isinstance(value, dict) or len(value) <= told
        case "required":
            return not isinstance(value, dict) or all(key in value for key in told)
        case name if name in _OBJECT:
            return True
        case _:
            raise NotImplementedError(word)


def _is(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, TYPES[name])
