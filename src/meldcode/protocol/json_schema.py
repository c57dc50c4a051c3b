"""JSON Schemas (draft 2020-12) of the files that people write, made from the models that judge them.

For editors: they complete and warn while someone types. What a schema refuses, the loader refuses too. The loader
refuses more: what refers to nothing, what may not be touched, and what only YAML knows (`docs/protocol-format.md`).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from meldcode.protocol.merge import BASE_FOREIGN, FOREIGN, NEEDED
from meldcode.protocol.model import DECISION
from meldcode.protocol.overlay_schema import AddContact, LocalQuestionSpec, OverlaySpec, Placed
from meldcode.protocol.scalars import ID
from meldcode.protocol.schema import PLACE, Dated, DeadlineSpec, Element, ProtocolSpec, QuestionSpec
from meldcode.protocol.schema_scenario import ScenarioSpec

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CONDITION = {"$ref": "#/$defs/Condition"}
_NAME = {"type": ["string", "integer"], "pattern": f"^(?:{ID})$"}
_ANSWER = {"type": ["string", "integer", "boolean"]}
_COMPARED = {
    "type": "object",
    "description": "A number, a weight of a signal, or an age in years.",
    "properties": {
        "at_least": {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": 9999},
                {"enum": ["context", "laag", "midden", "hoog", "acuut"]},
            ]
        },
        "younger_than": {"type": "integer", "minimum": 0, "maximum": 9999},
    },
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}
_SEVERAL = {"type": "array", "minItems": 1, "items": CONDITION}

_CONDITION: Schema = {
    "description": "A condition: exactly one key. Any key that is none of these is a question, with its answer.",
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "properties": {
        "all": {"description": "Every one of these holds.", **_SEVERAL},
        "any": {"description": "At least one of these holds.", **_SEVERAL},
        "not": CONDITION,
        "answered": {"description": "This question has an answer.", **_NAME},
        "below_advice": {"description": "The decision is below the advice; for flags.", "const": DECISION},
    },
    "additionalProperties": {"anyOf": [_ANSWER, {"type": "array", "minItems": 1, "items": _ANSWER}, _COMPARED]},
}

_ONE_VERIFIED: Schema = {"oneOf": [{"required": ["verified"]}, {"required": ["unverified"]}]}
_CHOICES: Schema = {
    "if": {
        "properties": {"type": {"enum": ["choice", "multi"]}, "id": {"not": {"const": "thema"}}},
        "required": ["type"],
    },
    "then": {"required": ["options"], "properties": {"options": {"minProperties": 1}}},
    "else": {"properties": {"options": {"maxProperties": 0}}},
}

RULES: Mapping[type[Element], Schema] = {
    Dated: _ONE_VERIFIED,
    AddContact: _ONE_VERIFIED,
    Placed: {"oneOf": [{"required": ["after"]}, {"required": ["before"]}]},
    DeadlineSpec: {"oneOf": [{"required": ["days"]}, {"required": ["working_days"]}]},
    QuestionSpec: _CHOICES,
    LocalQuestionSpec: _CHOICES,
}
"""What the validators of the models demand of several keys together."""

PARTIAL: Mapping[str, tuple[str, ...]] = {
    "StepSpec": ("id", "questions"),
    "QuestionSpec": ("id",),
    "DefinitionSpec": ("id",),
    "RuleSpec": ("id",),
    "ActionSpec": ("id",),
    "FlagSpec": ("id",),
    "DeadlineSpec": ("id",),
    "SourceSpec": (),
    "LevelSpec": (),
}
"""Keys that an element of a sector gives in any case; the others it may take from the base."""

TRANSLATED = (
    *("title", "for_whom", "decides", "story", "help", "hint", "intro", "sources", "steps", "questions", "definitions"),
    *("rules", "actions", "flags", "levels", "routes", "at_hand", "roles", "terms", "retention", "deadlines"),
    *("consult", "talk", "signals", "contacts", "regions", "cautions", "interventions", "workplaces", "operations"),
    *("notice", "offers", "accreditations", "criteria"),
    "teaching",
)
"""Keys of a file below which a translation can have texts."""


class _Generator(GenerateJsonSchema):
    def default_schema(self, schema: Any) -> Schema:  # noqa: ANN401 - pydantic's own
        """Leave out defaults: an absent key is said by its not being required."""
        return self.generate_inner(schema["schema"])


def schema(kind: str) -> Schema:
    """Return the JSON Schema of a kind of file, one of `KINDS`; raises KeyError."""
    return {"$schema": DIALECT, "title": f"meldcode: {kind}", **KINDS[kind]()}


def _model(model: type[Element]) -> Schema:
    whole = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    found: Schema = _clean(whole)
    definitions = found.setdefault("$defs", {})
    for named, kind in _kinds(Element):
        if named in definitions:
            definitions[named] |= next((rule for base, rule in RULES.items() if issubclass(kind, base)), {})
    definitions["Condition"] = _CONDITION
    return found


def _kinds(kind: type[Element]) -> Iterator[tuple[str, type[Element]]]:
    for each in kind.__subclasses__():
        yield each.__name__, each
        yield from _kinds(each)


def _clean(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return the schema without titles, places and nulls, with the condition where it belongs, and with closed maps."""
    if isinstance(node, list):
        return [_clean(each) for each in node]
    if not isinstance(node, dict):
        return node
    if node.get("$comment") == "condition":
        return CONDITION
    if "anyOf" in node and {"type": "null"} in node["anyOf"]:
        return _clean(next(each for each in node["anyOf"] if each != {"type": "null"}))
    kept = {key: _clean(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))}
    if "properties" in kept:
        kept["properties"].pop(PLACE, None)
        kept["required"] = [key for key in kept.get("required", ()) if key != PLACE]
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    return kept


def _protocol() -> Schema:
    found = _model(ProtocolSpec)
    found["description"] = "A base protocol."
    _without(found, BASE_FOREIGN)
    found["required"] = [*found["required"], "protocol"]
    return found


def _sector() -> Schema:
    found = _model(ProtocolSpec)
    found["description"] = "A sector: an element with the id of one of the base takes over every key it does not give."
    _without(found, FOREIGN)
    found["required"] = list(NEEDED)
    for name, required in PARTIAL.items():
        definition = found["$defs"][name]
        for key in ("if", "then", "else", "oneOf"):
            definition.pop(key, None)
        definition["required"] = list(required)
    return found


def _without(found: Schema, keys: tuple[str, ...]) -> None:
    for key in keys:
        found["properties"].pop(key, None)
    found["required"] = [key for key in found["required"] if key not in keys]


def _scenario() -> Schema:
    found = _model(ScenarioSpec)
    found["properties"]["answers"] = {"type": "object", "description": "Question ids with their answers."}
    found["$defs"]["TurnSpec"]["properties"]["answers"] = found["properties"]["answers"]
    return found


def _exercise() -> Schema:
    found = _scenario()
    found["description"] = "An exercise: a scenario with teaching."
    found["required"] = [*found["required"], "teaching"]
    return found


def _translation() -> Schema:
    texts = {"$ref": "#/$defs/Texts"}
    inner = {"type": "object", "additionalProperties": texts}
    text = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
    return {
        "description": "The English of a file: the same keys, with mappings by id where the file has lists.",
        "type": "object",
        "required": ["language"],
        "properties": {"language": {"const": "en"}, **dict.fromkeys(TRANSLATED, texts)},
        "additionalProperties": False,
        "$defs": {"Texts": {"description": "A text, or more of these by id.", "anyOf": [text, inner]}},
    }


KINDS: Mapping[str, Callable[[], Schema]] = {
    "protocol": _protocol,
    "sector": _sector,
    "overlay": lambda: _model(OverlaySpec),
    "translation": _translation,
    "scenario": _scenario,
    "exercise": _exercise,
}
"""Every kind of file that has a schema."""
