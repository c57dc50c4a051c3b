"""Build a sector on its base, node by node, so that every element keeps the place it came from."""

from meldcode.protocol.diagnostics import Finding, repeated
from meldcode.protocol.translate import identity
from meldcode.protocol.yaml import Map, Node, Scalar, Seq

BY_ID = ("definitions", "rules", "actions", "flags", "deadlines")
"""Lists in which an element with the id of a base element takes over the keys it does not give."""


NEEDED = ("format", "sector", "version", "title", "for_whom", "decides", "extends", "bound", "reviewed", "steps")
"""Keys that a sector gives itself and never takes over."""

FOREIGN = ("protocol", "left_out")
"""Keys of a base that a sector does not have."""

BASE_FOREIGN = ("sector", "extends", "bound", "roles", "terms", "expertise", "left_out")
"""Keys of a sector that a base does not have."""


def misplaced(tree: Map, needed: tuple[str, ...], foreign: tuple[str, ...]) -> list[Finding]:
    """Return what a base or a sector leaves out, and what it says that only the other may say."""
    missing = [Finding("S02", tree.place, {"key": key}) for key in needed if key not in tree.entries]
    return missing + [Finding("S01", tree.keys[key], {"key": key}) for key in foreign if key in tree.entries]


def changed_twice(base: Map, sector: Map) -> list[Finding]:
    """Return a finding for each element of the base that the sector changes once more: the last would win silently."""
    found = []
    for key in BY_ID:
        known = {identity(item) for item in _items(base.entries.get(key))}
        own = ((identity(item), item.place) for item in _items(sector.entries.get(key)))
        found += repeated((name, place) for name, place in own if name in known)
    return found


def left_out(base: Map, sector: Map) -> tuple[Node, ...]:
    """Return the questions of the base that no step of the sector places."""
    placed = {_name(item) for step in _items(sector.entries.get("steps")) for item in _questions(step)}
    questions = (item for step in _items(base.entries.get("steps")) for item in _questions(step))
    return tuple(item for item in questions if _name(item) not in placed)


def not_placed(base: Map, sector: Map) -> list[Finding]:
    """Return a finding for each question of the base that a sector bound by law does not place."""
    place = sector.keys.get("steps", sector.place)
    return [Finding("R13", place, {"name": _name(item)}) for item in left_out(base, sector)]


def merged(base: Map, sector: Map) -> Map:
    """Return the sector with everything that it takes from the base, and apart from it the questions that it leaves."""
    entries = {key: value for key, value in base.entries.items() if key not in ("protocol", "format")}
    entries |= sector.entries
    for key in BY_ID:
        entries[key] = _list(base.entries.get(key), sector.entries.get(key), sector)
    for key in ("sources", "levels"):
        entries[key] = _mapping(base.entries.get(key), sector.entries.get(key), sector)
    entries["steps"] = _steps(base.entries.get("steps"), sector.entries.get("steps"), sector)
    entries["left_out"] = Seq(left_out(base, sector), sector.place)
    return Map(entries, {**base.keys, **sector.keys}, sector.place)


def over(base: Node, own: Node) -> Node:
    """Return the base mapping with the keys that `own` gives."""
    if isinstance(base, Map) and isinstance(own, Map):
        return Map({**base.entries, **own.entries}, {**base.keys, **own.keys}, own.place)
    return own


def _list(base: Node | None, own: Node | None, sector: Map) -> Seq:
    below, above = _items(base), _items(own)
    changed = {identity(item): item for item in above}
    known = {identity(item) for item in below}
    kept = tuple(over(item, changed[identity(item)]) if identity(item) in changed else item for item in below)
    return Seq(kept + tuple(item for item in above if identity(item) not in known), sector.place)


def _mapping(base: Node | None, own: Node | None, sector: Map) -> Map:
    below = base if isinstance(base, Map) else Map({}, {}, sector.place)
    above = own if isinstance(own, Map) else Map({}, {}, sector.place)
    entries = {**below.entries, **above.entries}
    entries |= {
        name: over(below.entries[name], value) for name, value in above.entries.items() if name in below.entries
    }
    return Map(entries, {**below.keys, **above.keys}, sector.place)


def _steps(base: Node | None, own: Node | None, sector: Map) -> Seq:
    below, above = _items(base), _items(own)
    steps = {identity(step): step for step in below}
    unplaced = {identity(question): question for step in below for question in _questions(step)}
    return Seq(tuple(_step(step, steps, unplaced) for step in above), own.place if own else sector.place)


def _step(step: Node, steps: dict[str, Node], unplaced: dict[str, Node]) -> Node:
    whole = over(steps.get(identity(step), step), step)
    if not isinstance(step, Map) or not isinstance(whole, Map):
        return step
    entries = {key: value for key, value in whole.entries.items() if key != "questions"}
    if "questions" in step.entries:
        listed = step.entries["questions"]
        placed = Seq(tuple(_question(item, unplaced) for item in _questions(step)), listed.place)
        entries["questions"] = placed if isinstance(listed, Seq) else listed
    return Map(entries, whole.keys, whole.place)


def _question(item: Node, unplaced: dict[str, Node]) -> Node:
    """Return the base question at its first placing; a bare id further on stays a reference."""
    base = unplaced.pop(_name(item), None)
    if base is None:
        return item
    return base if isinstance(item, Scalar) else over(base, item)


def _name(item: Node) -> str:
    return item.value if isinstance(item, Scalar) else identity(item)


def _questions(step: Node) -> tuple[Node, ...]:
    return _items(step.entries.get("questions")) if isinstance(step, Map) else ()


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Seq) else ()
