"""A newer protocol at `resume`: find it, offer it once, and record what was chosen."""

from collections.abc import Sequence
from dataclasses import replace

from meldcode.case.events import Declined, Event, Renewed, to_body
from meldcode.case.renewal import difference, is_newer, missing_overlays
from meldcode.case.state import State, apply, carried
from meldcode.cli.kept import Case
from meldcode.cli.local import protocol_here
from meldcode.cli.output import Voice
from meldcode.cli.settings import clock
from meldcode.protocol import codec
from meldcode.protocol.diagnostics import RefusedError
from meldcode.protocol.library import UnknownSectorError
from meldcode.protocol.model import Protocol
from meldcode.vault.store import Vault
from meldcode.wizard import walk
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Prompter
from meldcode.wizard.renewal import takes_over
from meldcode.wizard.talk import Talk


def offered(voice: Voice, prompter: Prompter, vault: Vault, case: Case, overlays: Sequence[str]) -> Case:
    """Return the case as it goes on: with the protocol it has, or with the newer one that was taken over.

    Raises `RefusedError` for an overlay that was given and is faulty.
    """
    newer = _today(case, overlays)
    if newer is None:
        return case
    talk = Talk(prompter, Wording(case.protocol, voice.language, code=case.code, practice=False))
    lacking = missing_overlays(case.protocol, newer)
    if lacking:
        talk.prompter.tell(talk.wording.say("renew_overlay", names=", ".join(lacking)))
    if not is_newer(case.protocol, newer):
        return case
    digest = vault.keep(codec.encode(newer).encode())
    if digest in case.state.declined:
        return case
    if takes_over(talk, case.state, newer, difference(case.protocol, newer, case.state)):
        taken = Renewed(digest, newer.version, clock().isoformat())
        return _recorded(vault, case, taken, newer, carried(case.protocol, newer, case.state, taken))
    left = Declined(digest, newer.version)
    return _recorded(vault, case, left, case.protocol, apply(case.protocol, case.state, left))


def _recorded(vault: Vault, case: Case, event: Event, protocol: Protocol, state: State) -> Case:
    vault.append(case.code, to_body(event), walk.facts_of(protocol, state))
    return replace(case, protocol=protocol, state=state)


def _today(case: Case, overlays: Sequence[str]) -> Protocol | None:
    """Return the protocol with which this case would begin today; None when there is none that can be used."""
    begun = case.state.started
    if begun is None:
        return None
    try:
        return protocol_here(begun.sector, begun.municipality, overlays).protocol
    except UnknownSectorError:
        return None
    except RefusedError:
        if overlays:
            raise
        return None
