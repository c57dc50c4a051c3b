"""Judge a node tree by its schema: pydantic's errors become findings at the very node."""

from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from meldcode.protocol.diagnostics import Finding, Place, nearest
from meldcode.protocol.schema import PLACE, Element, prepared
from meldcode.protocol.yaml import Map, Node, Seq

Spec = TypeVar("Spec", bound=Element)

_EXPECTED = {
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}


def judged(kind: type[Spec], node: Node, findings: list[Finding]) -> Spec | None:
    """Return the node as this kind of element, or None after adding every finding."""
    try:
        return kind.model_validate(prepared(node))
    except ValidationError as error:
        findings.extend(_finding(kind, node, details) for details in error.errors(include_url=False))
        return None


def _finding(kind: type[Element], root: Node, details: ErrorDetails) -> Finding:
    path = tuple(part for part in details["loc"] if part != "[key]")
    node, key_place = _find(root, path)
    place = key_place if "[key]" in details["loc"] and key_place else node.place
    context = {name: str(value) for name, value in (details.get("ctx") or {}).items()}
    name = str(path[-1]) if path else ""
    match details["type"]:
        case "missing":
            return Finding("S02", node.place, {"key": name})
        case "extra_forbidden":
            meant = nearest(name, _fields(kind, path))
            return Finding("S01", key_place or node.place, {"key": name, "meant": meant})
        case "literal_error":
            text = str(details["input"])
            allowed = context.get("expected", "").replace("'", "").replace(" or ", ", ")
            values = {"key": name, "given": text, "allowed": allowed, "meant": nearest(text, allowed.split(", "))}
            return Finding("S04", place, values)
        case "union_tag_invalid" | "union_tag_not_found":
            given = context.get("tag", "").strip("'")
            allowed = context.get("expected_tags", "").replace("'", "")
            return Finding("O01", node.place, {"given": given, "allowed": allowed})
        case kind_of_error if kind_of_error in _EXPECTED:
            return Finding("S03", node.place, {"key": name, "expected": _EXPECTED[kind_of_error]})
        case code:
            ours = code if code.startswith(("S", "O")) else "S03"
            return Finding(ours, place, {"key": name, "expected": ""} | context)


def _find(root: Node, path: tuple[int | str, ...]) -> tuple[Node, Place | None]:
    """Return the deepest node on the path, and where its key stands; union tags in the path are skipped."""
    node, key_place = root, None
    for part in path:
        if isinstance(node, Map) and str(part) in node.entries:
            key_place = node.keys.get(str(part))
            node = node.entries[str(part)]
        elif isinstance(node, Seq) and isinstance(part, int) and part < len(node.items):
            node, key_place = node.items[part], None
    return node, key_place


def _fields(kind: type[Element], path: tuple[int | str, ...]) -> list[str]:
    """Return the keys that an element at this path may have, for "did you mean"."""
    names: set[str] = set()
    schema = kind.model_json_schema(by_alias=True)
    for definition in (schema, *schema.get("$defs", {}).values()):
        properties = set(definition.get("properties", {})) - {PLACE}
        names |= properties if len(path) > 1 or definition is schema else set()
    return sorted(names)
