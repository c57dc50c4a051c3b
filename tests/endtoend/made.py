"""A case in a vault, made without walking: for tests of what comes after the walk."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from hashlib import sha256
from itertools import cycle
from pathlib import Path

from meldcode.case.events import Answered, Event, Skipped, Started, to_body
from meldcode.case.state import apply, replay
from meldcode.case.values import Plain
from meldcode.protocol import codec, library
from meldcode.protocol.model import Protocol
from meldcode.vault import setup
from meldcode.vault.store import Vault
from meldcode.wizard.walk import facts_of
from tests.shared import once

TURNS = cycle(range(4))
"""A new vault is a copy of one of so many that a run makes: those of one test have keys of their own."""
PEOPLE: list[dict[str, str | int]] = [{"role": "kind", "age": 11, "client": "ja"}, {"role": "ouder"}]
ANSWERS: dict[str, Plain] = {
    "direct_gevaar": "nee",
    "betrokkenen": PEOPLE,
    "pleger": "huiselijke_kring",
    "signalen": [],
    "thema": [],
    "collega": "ja",
    "vt_advies": "ja",
    "gesprek": "gevoerd",
    "vermoeden": "ja",
    "veiligheid": "ja",
    "besluit": "melden",
    "aankondiging": "ja",
    "melding_datum": "2026-11-20",
}


def clock() -> datetime:
    return datetime.now().astimezone()


def made_case(
    path: Path,
    passphrase: str,
    answers: Mapping[str, Plain] = ANSWERS,
    *,
    more: Iterable[Event] = (),
    begun_with: Protocol | None = None,
) -> str:
    """Add a case to the vault at this place, made if it is not there; a decided one at a school, unless told otherwise.

    What need not be answered is passed over. `begun_with` stands for an earlier protocol. Return the code.
    """
    vault = _vault(path, passphrase)
    protocol, encoded = (begun_with, _encoded(begun_with)) if begun_with else _school()
    kept = vault.keep(encoded)
    begun = Started("onderwijs", kept, protocol.version, "Utrecht", clock().isoformat())
    state, code = replay(protocol, []), ""
    for event in (begun, *_walked(protocol, answers), *more):
        state = apply(protocol, state, event)
        if code:
            vault.append(code, to_body(event), facts_of(protocol, state))
        else:
            code = vault.create(to_body(event), facts_of(protocol, state))
    return code


@cache
def _school() -> tuple[Protocol, bytes]:
    protocol = library.protocol("onderwijs")
    return protocol, _encoded(protocol)


def _encoded(protocol: Protocol) -> bytes:
    return codec.encode(protocol).encode()


def _walked(protocol: Protocol, answers: Mapping[str, Plain]) -> Iterator[Event]:
    events: list[Event] = [Answered(name, value) for name, value in answers.items()]
    yield from events
    reached = replay(protocol, events).path.reached
    yield from (Skipped(name) for name in reached if name not in answers and not protocol.questions[name].required)


def _vault(path: Path, passphrase: str) -> Vault:
    if not path.exists():
        name = f"vault-{next(TURNS)}-{sha256(passphrase.encode()).hexdigest()[:8]}"
        shutil.copytree(once(name, lambda folder: _confirmed(folder, passphrase)), path)
    return setup.open_vault(path, passphrase, clock=clock, who="test")


def _confirmed(path: Path, passphrase: str) -> None:
    pending = setup.prepare(path, passphrase, clock=clock, who="test")
    pending.confirm(setup.grouped(pending.recovery_code)[-1])
