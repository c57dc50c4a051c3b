"""Makes a vault with many cases, quickly: all records of a case at once, and the register once at the end.

The vault is one like any other; `meldcode verify` finds nothing. Cases differ in their code only.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from meldcode.case.events import Answered, Event, Started, to_body
from meldcode.case.state import replay
from meldcode.protocol import codec, library
from meldcode.vault import age, codes, keyfile, record, setup
from meldcode.vault.layout import case_path, key_path
from meldcode.vault.register import CaseEntry
from meldcode.vault.store import Vault
from meldcode.wizard.walk import facts_of

Raw = str | Sequence[str] | Sequence[Mapping[str, str | int]]

PASSPHRASE = "fiets lampion zeester kompas"  # noqa: S105 - of a vault that is thrown away
PEOPLE: Sequence[Mapping[str, str | int]] = [{"role": "kind", "age": 11, "client": "ja"}, {"role": "ouder"}]
STEP_ONE: Mapping[str, Raw] = {
    "direct_gevaar": "nee",
    "betrokkenen": PEOPLE,
    "pleger": "huiselijke_kring",
    "signalen": [],
    "thema": [],
}
"""What is answered in each case."""


def clock() -> datetime:
    """Give the time with its zone."""
    return datetime.now().astimezone()


def empty(path: Path) -> Vault:
    """Make a vault without cases, open."""
    pending = setup.prepare(path, PASSPHRASE, clock=clock, who="bench", accept_place=True)
    return pending.confirm(setup.grouped(pending.recovery_code)[-1])


def fill(vault: Vault, cases: int, answers: Mapping[str, Raw] = STEP_ONE) -> list[str]:
    """Add so many cases with these answers; return their codes."""
    protocol = library.protocol("onderwijs")
    digest = vault.keep(codec.encode(protocol).encode())
    events: list[Event] = [Started("onderwijs", digest, protocol.version)]
    events += [Answered(name, raw) for name, raw in answers.items()]
    facts = facts_of(protocol, replay(protocol, events))
    bodies = [to_body(event) for event in events]
    files = vault._files  # noqa: SLF001 - the quick way in is no public one
    known = files.register()
    made = [_case(vault, bodies, facts) for _ in range(cases)]
    files.store(type(known)(dict(known.cases) | {entry.code: entry for entry in made}, known.repairs, known.tombstones))
    return [entry.code for entry in made]


def _case(vault: Vault, bodies: Sequence[Mapping[str, object]], facts: Mapping[str, str]) -> CaseEntry:
    files, disk, ring = vault._files, vault._disk, vault._ring  # noqa: SLF001 - as above
    code, key, lines = codes.new_case_code(), age.Key.generate(), b""
    entry = CaseEntry(code, 0, record.NOTHING_BEFORE, facts)
    for body in bodies:
        sealed, added = files.next_line(entry, key, body)
        lines += sealed + b"\n"
        entry = CaseEntry(code, added.seq, added.hash, facts)
    disk.create(key_path(code), keyfile.seal(keyfile.KeyFile(key, (("case", code),)), [ring.keys.current.recipient]))
    disk.create(case_path(code), lines)
    return entry
