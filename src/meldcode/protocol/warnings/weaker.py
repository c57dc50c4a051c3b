"""What leaves the advice as it is and still gives people less or the wrong idea.

Much that is hidden, heavy signals that count for little, and contacts that look better than they are.
"""

import re
from collections.abc import Iterator

from meldcode.protocol.diagnostics import Finding
from meldcode.protocol.model import Contact, Protocol
from meldcode.protocol.overlay_change import HEAVY
from meldcode.protocol.overlay_names import folded
from meldcode.protocol.overlay_schema import AddContact, AddSignal, ChangeContact, OverlaySpec

FEW = 3
"""Fewer than this may be hidden without a word."""

SHORT_NAME = 5
"""Letters below which a name of the country says too little to be taken for it."""

_GRAVE = re.compile(
    r"\b(?:ge)?wurg\w*|\bkeel\b|\bverstik\w*|\bverdrink\w*|\bverkracht\w*|\bseksueel (?:misbruik|geweld)\b|\baanrand\w*"
    r"|\b(?:vuur)?wapen\w*|\bmes(?:sen)?\b|\b(?:ge)?dood\b|\bdoden\b|\bzelfdoding\b|\bsuicid\w*|\bbewusteloos\b"
    r"|\bvastgebonden\b|\bopgesloten\b|\bbotbreuk\w*|\bbrandwond\w*|\bmishandel\w*|\bgeslagen\b|\bgeschopt\b"
    r"|\bbesne(?:den|denis)\b|\buitgehuwelijkt\b|\bstrangl\w+|\bchok(?:e|ed|ing)\b|\braped?\b"
    r"|\bsexual (?:abuse|violence)\b|\bweapons?\b|\bguns?\b|\bkni(?:fe|ves)\b|\bkill\w*|\bunconscious\b|\btied up\b"
    r"|\blocked up\b|\bbeaten\b|\bkicked\b"
)
"""Words, as they look, of what is heavy in the lists of the country."""

_ABROAD = r"(?:\+|00)(?!31)"
_PAID = re.compile(rf"(?:0|(?:\+|00)31)90[069]|18\d\d(?!\d)|{_ABROAD}")
_DEAR = re.compile(rf"(?:0|(?:\+|00)31)90[69]|18\d\d(?!\d)|{_ABROAD}")
"""Beginnings of numbers that are not free, and of those that cost more than an ordinary call."""


def hidden(spec: OverlaySpec, protocol: Protocol) -> Iterator[Finding]:
    """W29: yield a finding where most of the help, or most of the lighter signals of a list, is hidden.

    What all overlays of the protocol hide counts together; it is said at the last of these that this one hides.
    """
    added = {each.id for each in protocol.changes if each.verb == "add"}
    left = {"": [name for name in protocol.help.interventions if name not in added]}
    for name, one in protocol.signal_lists.items():
        lighter = [each.id for each in one.signals if each.severity not in HEAVY]
        left[name] = [each for each in lighter if each.partition(".")[2] not in added]
    gone = [each for each in protocol.changes if each.verb == "hide" and each.kind in ("intervention", "signal")]
    for name, kept in left.items():
        lost = [each for each in gone if each.id.rpartition(".")[0] == name]
        own = [each for each in lost if each.overlay == spec.overlay]
        if own and len(lost) >= FEW and len(lost) > len(kept):
            values = {"name": name or "help", "hidden": str(len(lost)), "total": str(len(lost) + len(kept))}
            yield Finding("W29", own[-1].origin, values)


def light(spec: OverlaySpec) -> Iterator[Finding]:
    """W30: yield a finding for each added signal of grave violence that gets a light weight."""
    for each in spec.operations:
        if isinstance(each, AddSignal) and each.signal.severity not in HEAVY:
            text = each.signal.text
            if found := _GRAVE.search(folded(f"{text.nl}\n{text.en or ''}")):
                values = {"name": each.signal.id, "word": found[0], "severity": each.signal.severity}
                yield Finding("W30", each.signal.place, values)


def contacts(spec: OverlaySpec, protocol: Protocol) -> Iterator[Finding]:
    """W31 and W32: yield a finding for each contact with a dear number, or one that has the name of another."""
    added = {each.id for each in protocol.changes if (each.verb, each.kind) == ("add", "contact")}
    names = {_bare(each.name.nl): each.id for each in protocol.contacts.values() if each.id not in added}
    names |= {_bare(each.id): each.id for each in protocol.changes if (each.verb, each.kind) == ("hide", "contact")}
    for each in spec.operations:
        own = protocol.contacts.get(each.id) if isinstance(each, AddContact | ChangeContact) else None
        if own is None or own.id not in added:
            continue
        if _dear(own):
            yield Finding("W31", each.place, {"name": own.id, "phone": own.phone})
        said = (_bare(own.name.nl), _bare(own.name.en or ""))
        other = (
            name for shape, name in names.items() if len(shape) >= SHORT_NAME and any(shape in one for one in said)
        )
        if found := next(other, ""):
            yield Finding("W32", each.place, {"name": own.id, "other": found})


def _dear(contact: Contact) -> bool:
    number = re.sub(r"[^\d+]", "", contact.phone)
    return (_PAID if contact.cost == "gratis" else _DEAR).match(number) is not None


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", folded(name))
