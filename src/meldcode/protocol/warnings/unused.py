"""What is there and used by nothing: answers, contacts, actions, definitions, sources, rules that no case tries."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from meldcode.protocol.condition import UNKNOWN, Condition, Is, leaves
from meldcode.protocol.diagnostics import Finding, Place
from meldcode.protocol.model import AFTER_ADVICE, Protocol
from meldcode.protocol.overlay_schema import AddAction, AddContact, AddRule, OverlaySpec, TightenRule
from meldcode.protocol.said import head

NOT_NEEDED = "niet_nodig"
"""The option that says that a question does not apply: nothing needs to name it."""


def options(protocol: Protocol, files: AbstractSet[str]) -> Iterator[Finding]:
    """W11: yield a finding for answers between which nothing tells the difference, though something reads the question.

    Only for questions of these files. One answer that no condition names is what is left when the others do not hold;
    two such answers do the same, so that one of them is forgotten, or too much.
    """
    named = _named(protocol)
    for question in protocol.questions.values():
        if question.origin.file not in files or question.type != "choice" or question.id in AFTER_ADVICE:
            continue
        names = [option.id for option in question.options if option.id not in (UNKNOWN, NOT_NEEDED)]
        idle = [name for name in names if name not in named.get(question.id, ())]
        if question.id in named and len(idle) > 1:
            yield Finding("W11", question.origin, {"question": question.id, "options": ", ".join(idle)})


def _named(protocol: Protocol) -> dict[str, set[str]]:
    """Return for each question the answers that some condition names."""
    found: dict[str, set[str]] = {}
    for condition in _conditions(protocol):
        for leaf in leaves(condition):
            if isinstance(leaf, Is):
                found.setdefault(leaf.name, set()).update(leaf.values)
    return found


def _conditions(protocol: Protocol) -> Iterator[Condition | None]:
    questions = protocol.questions.values()
    yield from (each.when for each in questions)
    yield from (each.waits.when for each in questions if each.waits)
    yield from (each.when for each in protocol.rules)
    yield from (each.when for each in protocol.actions.values())
    yield from (each.when for each in protocol.flags)
    yield from (each.when for each in protocol.routes)
    yield from (each.when for each in protocol.deadlines)


def in_overlay(spec: OverlaySpec, protocol: Protocol) -> Iterator[Finding]:
    """W12, W13 and W14: yield a finding for what an overlay adds and nothing uses: contacts, actions, sources."""
    called = {name for rule in protocol.rules for name in rule.contacts}
    named = {name for rule in protocol.rules for name in rule.actions}
    for each in spec.operations:
        if isinstance(each, AddContact) and each.id not in called:
            yield Finding("W12", each.place, {"name": each.id})
        if isinstance(each, AddAction) and each.action.id not in named:
            yield Finding("W13", each.action.place, {"name": each.action.id})
    known = set(_sources(protocol))
    yield from (
        Finding("W14", place.place, {"name": name}) for name, place in spec.sources.items() if name not in known
    )


def in_protocol(protocol: Protocol) -> Iterator[Finding]:
    """W15: yield a finding for each definition that no question shows."""
    shown = {name for question in protocol.questions.values() for name in question.definitions}
    for name in protocol.definitions:
        if name not in shown:
            yield Finding("W15", head(protocol), {"name": name})


def _sources(protocol: Protocol) -> Iterator[str]:
    yield from (each.source for each in protocol.questions.values())
    yield from (each.source for each in protocol.steps)
    yield from (each.source for each in protocol.rules)
    yield from (each.source for each in protocol.actions.values())
    yield from (each.source for each in protocol.flags)
    yield from (each.source for each in protocol.contacts.values())
    yield from (each.source for each in protocol.help.interventions.values())
    yield from (each.source for one in protocol.signal_lists.values() for each in one.signals)


def untried(places: Iterable[tuple[str, Place]], fired: AbstractSet[str]) -> Iterator[Finding]:
    """W16: yield a finding for each rule that no scenario lets fire."""
    yield from (Finding("W16", place, {"name": name}) for name, place in places if name not in fired)


def rules_of(spec: OverlaySpec) -> Iterator[tuple[str, Place]]:
    """Yield the rules that an overlay adds or tightens, with their places."""
    for each in spec.operations:
        if isinstance(each, AddRule):
            yield each.rule.id, each.rule.place
        if isinstance(each, TightenRule):
            yield each.id, each.place
