"""Where the changes of overlays show in a protocol: which element each of them is about."""

from collections.abc import Iterator

from meldcode.protocol.model import Change, Protocol


class Marks:
    """The changes of a protocol, found by the kind and id of what they changed."""

    def __init__(self, protocol: Protocol) -> None:
        """Look up every change once."""
        self._owners = {overlay.id: overlay.owner for overlay in protocol.overlays}
        elements = set(_elements(protocol))
        self._found: dict[tuple[str, str], list[tuple[str, Change]]] = {}
        for number, change in enumerate(protocol.changes, start=1):
            for name in _meant(elements, change):
                self._found.setdefault((change.kind, name), []).append((f"wijziging-{number}", change))

    def of(self, kind: str, name: str) -> list[tuple[str, Change]]:
        """Return the changes of an element, each with the id of its place in the list of changes."""
        return self._found.get((kind, name), [])

    def owner(self, change: Change) -> str:
        """Return who made a change."""
        return self._owners.get(change.overlay, change.overlay)


def _meant(elements: set[tuple[str, str]], change: Change) -> list[str]:
    """Return the element that a change names; one that is named without what it stands in, only where that is clear."""
    if (change.kind, change.id) in elements:
        return [change.id]
    found = [name for kind, name in elements if kind == change.kind and name.endswith(f".{change.id}")]
    return found if len(found) == 1 else []


def _elements(protocol: Protocol) -> Iterator[tuple[str, str]]:
    yield from (("question", name) for name in protocol.questions)
    yield from (("action", name) for name in protocol.actions)
    yield from (("contact", name) for name in protocol.contacts)
    yield from (("intervention", name) for name in protocol.help.interventions)
    yield from (("rule", rule.id) for rule in protocol.rules)
    yield from (("flag", flag.id) for flag in protocol.flags)
    yield from (("role", role.id) for role in protocol.roles)
    yield from (("term", term.id) for term in protocol.terms)
    for step in protocol.steps:
        yield "step", step.id
        yield from (("task", f"{step.id}.{task.id}") for task in step.tasks)
    for definition in protocol.definitions.values():
        yield from (("example", f"{definition.id}.{example.id}") for example in definition.examples)
    for signals in protocol.signal_lists.values():
        yield from (("signal", signal.id) for signal in signals.signals)
