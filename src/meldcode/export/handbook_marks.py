"""Where the changes of overlays show in a protocol: which element each of them is about, and what that is called."""

from collections.abc import Mapping

from meldcode.protocol.model import Change, Protocol, Text


class Marks:
    """The changes of a protocol, found by the kind and id of what they changed."""

    def __init__(self, protocol: Protocol) -> None:
        """Look up every change once."""
        self._owners = {overlay.id: overlay.owner for overlay in protocol.overlays}
        self._names = _names(protocol)
        self._found: dict[tuple[str, str], list[tuple[str, Change]]] = {}
        for number, change in enumerate(protocol.changes, start=1):
            self._found.setdefault((change.kind, self.meant(change)), []).append((f"wijziging-{number}", change))

    def of(self, kind: str, name: str) -> list[tuple[str, Change]]:
        """Return the changes of an element, each with the id of its place in the list of changes."""
        return self._found.get((kind, name), [])

    def owner(self, change: Change) -> str:
        """Return who made a change."""
        return self._owners.get(change.overlay, change.overlay)

    def meant(self, change: Change) -> str:
        """Return the id of the element that a change is about, or an empty text where it is not there.

        What is named without what it stands in (a task without its step) is found only where one can be meant.
        """
        known = self._names.get(change.kind, {})
        inside = [name for name in known if name.endswith(f".{change.id}")]
        if change.id in known:
            return change.id
        return inside[0] if len(inside) == 1 else ""

    def called(self, change: Change) -> Text | None:
        """Return what the element that a change is about is called."""
        return self._names.get(change.kind, {}).get(self.meant(change))


def _names(protocol: Protocol) -> Mapping[str, Mapping[str, Text]]:
    """Return what is called how, by kind and id; what stands in something carries its id before a full stop."""
    lists = protocol.signal_lists.values()
    terms = protocol.definitions.values()
    return {
        "action": {name: each.text for name, each in protocol.actions.items()},
        "contact": {name: each.name for name, each in protocol.contacts.items()},
        "example": {f"{term.id}.{item.id}": item.text for term in terms for item in term.examples},
        "flag": {flag.id: flag.text for flag in protocol.flags},
        "intervention": {name: each.name for name, each in protocol.help.interventions.items()},
        "offer": {offer.id: offer.name for offer in protocol.offers},
        "question": {name: each.label for name, each in protocol.questions.items()},
        "role": {role.id: role.text for role in protocol.roles},
        "rule": {rule.id: rule.because for rule in protocol.rules},
        "signal": {signal.id: signal.text for each in lists for signal in each.signals},
        "step": {step.id: step.title for step in protocol.steps},
        "task": {f"{step.id}.{task.id}": task.text for step in protocol.steps for task in step.tasks},
        "term": {term.id: term.text for term in protocol.terms},
    }
