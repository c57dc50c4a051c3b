"""A case that is not this vault's to change: handed over, or a copy to read.

Nothing at all is added to such a case, not even that it was opened: what a colleague sends later must follow on it, and
two stories can't be joined.
"""

from meldcode.case.events import COPY, HandedOver, UnknownEventError, from_body
from meldcode.case.state import State
from meldcode.cli.errors import CommandError, Exit
from meldcode.vault.codes import fingerprint
from meldcode.vault.store import CaseEntry, Vault

AWAY = "away"
STATUSES = (AWAY, COPY)
"""What the fact `status` says of such cases, for lists."""


def is_elsewhere(entry: CaseEntry) -> bool:
    """Tell whether nothing may be added to a case, as lists know it."""
    return entry.facts.get("status") in STATUSES


def is_copy(vault: Vault, code: str) -> bool:
    """Tell whether a case is here to read only: its last record gave a copy to the receiving key of this vault.

    That record came with it, so this holds also where the facts for lists were lost.
    """
    records = vault.read(code).records
    try:
        last = from_body(records[-1].body) if records else None
    except UnknownEventError:
        return False
    mine = vault.access.receiving
    return mine is not None and isinstance(last, HandedOver) and (last.kind, last.to) == (COPY, fingerprint(mine))


def refuse_copy(vault: Vault, code: str) -> None:
    """Refuse to change a copy; raises `CommandError`."""
    if is_copy(vault, code):
        raise CommandError(Exit.USAGE, "handover.is_copy", code=code)


def refuse(vault: Vault, code: str, state: State) -> None:
    """Refuse to add to a case that is elsewhere; raises `CommandError`."""
    refuse_copy(vault, code)
    if state.handed_over:
        raise CommandError(Exit.USAGE, "handover.is_away", code=code, to=state.handed_over)
