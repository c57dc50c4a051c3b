"""Lay a translation over the file it stands beside: the same tree, with English at the texts."""

from meldcode.protocol.diagnostics import Finding, nearest
from meldcode.protocol.yaml import TEXT_FIELDS, TEXT_MAPS, Map, Node, Scalar, Seq

LANGUAGE = "en"
"""The one language that content is translated into."""


def translated(original: Map, translation: Map, findings: list[Finding]) -> Map:
    """Return the original with the translation's texts as its English; what does not fit is added to the findings."""
    _language(translation, findings)
    entries = dict(original.entries)
    for key, value in translation.entries.items():
        if key == "language":
            continue
        if key == "questions" and isinstance(value, Map) and "steps" in entries:
            entries["steps"] = _questions(entries["steps"], value, findings)
        elif key not in entries:
            findings.append(_unknown(translation, key, original.entries))
        else:
            entries[key] = _laid(entries[key], value, key, findings)
    return Map(entries, original.keys, original.place)


def _language(translation: Map, findings: list[Finding]) -> None:
    given = translation.entries.get("language")
    if given is None:
        findings.append(Finding("S02", translation.place, {"key": "language"}))
    elif not isinstance(given, Scalar) or given.value != LANGUAGE:
        value = given.value if isinstance(given, Scalar) else ""
        findings.append(Finding("S04", given.place, {"key": "language", "given": value, "allowed": LANGUAGE}))


def _laid(node: Node, english: Node, key: str, findings: list[Finding]) -> Node:
    if isinstance(english, Scalar) and isinstance(node, Scalar) and (key in TEXT_FIELDS or key == "*text"):
        if not english.value.strip():
            findings.append(Finding("S03", english.place, {"key": key.lstrip("*"), "expected": "text"}))
        return Scalar(node.value, node.place, english.value)
    if isinstance(english, Map) and isinstance(node, Map):
        inner = "*text" if key in TEXT_MAPS else None
        entries = dict(node.entries)
        for name, value in english.entries.items():
            if name in entries:
                entries[name] = _laid(entries[name], value, inner or name, findings)
            else:
                findings.append(_unknown(english, name, entries))
        return Map(entries, node.keys, node.place)
    if isinstance(english, Map) and isinstance(node, Seq):
        return _by_id(node, english, findings)
    findings.append(Finding("T02", english.place, {"key": key}))
    return node


def _by_id(node: Seq, english: Map, findings: list[Finding]) -> Seq:
    known = [name for name in map(identity, node.items) if name]
    findings.extend(_unknown(english, name, known) for name in english.entries if name not in known)
    items = (
        _laid(item, english.entries[name], name, findings) if (name := identity(item)) in english.entries else item
        for item in node.items
    )
    return Seq(tuple(items), node.place)


def _questions(steps: Node, english: Map, findings: list[Finding]) -> Node:
    if not isinstance(steps, Seq):
        return steps
    known = [identity(question) for step in steps.items for question in _placed(step)]
    findings.extend(_unknown(english, name, known) for name in english.entries if name not in known)
    return Seq(tuple(_step(step, english, findings) for step in steps.items), steps.place)


def _step(step: Node, english: Map, findings: list[Finding]) -> Node:
    if not isinstance(step, Map) or not _placed(step):
        return step
    here = {name: value for name, value in english.entries.items() if name in map(identity, _placed(step))}
    questions = step.entries["questions"]
    assert isinstance(questions, Seq)
    laid = _by_id(questions, Map(here, english.keys, english.place), findings)
    return Map({**step.entries, "questions": laid}, step.keys, step.place)


def _placed(step: Node) -> tuple[Node, ...]:
    questions = step.entries.get("questions") if isinstance(step, Map) else None
    return tuple(item for item in questions.items if isinstance(item, Map)) if isinstance(questions, Seq) else ()


def identity(node: Node) -> str:
    """Return the `id` of a mapping, of what it adds where it is an operation of an overlay, or an empty text."""
    if not isinstance(node, Map):
        return ""
    kind, name = node.entries.get("add"), node.entries.get("id")
    if isinstance(kind, Scalar) and kind.value in node.entries:
        return identity(node.entries[kind.value])
    return name.value if isinstance(name, Scalar) else ""


def _unknown(where: Map, key: str, known: object) -> Finding:
    names = list(known) if isinstance(known, list | dict) else []
    return Finding("T01", where.keys[key], {"key": key, "meant": nearest(key, names)})
