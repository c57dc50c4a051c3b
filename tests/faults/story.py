"""A small vault to hurt, and what is known about it: what was acknowledged, in which case, and how to open it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from meldcode.vault import setup
from tests.vault.helpers import FACTS, Clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from meldcode.vault.store import Vault

PASSPHRASE = "fiets lampion zeester kompas"
NEW_PASSPHRASE = "uil wafel kompas zeester"
VAULT = "kluis"
_FILE = "story.json"


@dataclass(frozen=True, slots=True)
class Story:
    """What was acknowledged in the vault of a world: the bodies of each case by number, and what is kept."""

    recovery: str
    cases: dict[str, dict[int, Any]]
    kept: tuple[str, ...]

    @property
    def first(self) -> str:
        """The case that things are done to."""
        return min(self.cases)

    def after(self, said: Iterable[Mapping[str, Any]]) -> Story:
        """Give the story with what was acknowledged since."""
        cases = {code: dict(bodies) for code, bodies in self.cases.items()}
        kept = list(self.kept)
        for line in said:
            if "case" in line:
                cases.setdefault(line["case"], {})[line["seq"]] = line["body"]
            if "kept" in line:
                kept.append(line["kept"])
        return Story(self.recovery, cases, tuple(kept))


def make(world: Path) -> Story:
    """Make a vault with two cases of three records and one kept text."""
    pending = setup.prepare(world / VAULT, PASSPHRASE, clock=Clock(), who="j.jansen")
    vault = pending.confirm(setup.grouped(pending.recovery_code)[-1])
    cases: dict[str, dict[int, Any]] = {}
    for case in "ab":
        bodies = {seq: {"n": f"{case}{seq}"} for seq in (1, 2, 3)}
        code = vault.create(bodies[1], FACTS)
        for seq in (2, 3):
            vault.append(code, bodies[seq], FACTS)
        cases[code] = bodies
    story = Story(pending.recovery_code, cases, (vault.keep(b"protocol"),))
    write(world, story)
    return story


def write(world: Path, story: Story) -> None:
    """Write it down beside the world, where no fault strikes."""
    fields = {"recovery": story.recovery, "cases": story.cases, "kept": story.kept}
    (world.parent / _FILE).write_text(json.dumps(fields), encoding="utf-8")


def read(world: Path) -> Story:
    fields = json.loads((world.parent / _FILE).read_text(encoding="utf-8"))
    cases = {code: {int(seq): body for seq, body in bodies.items()} for code, bodies in fields["cases"].items()}
    return Story(fields["recovery"], cases, tuple(fields["kept"]))


def recovery_codes(known: Story, said: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Give the paper codes of which one must open the vault, and no other may."""
    renewed = [line["recovery"] for line in said if "recovery" in line]
    return tuple(renewed) or (known.recovery, *(line["coming_recovery"] for line in said if "coming_recovery" in line))


def passphrases(said: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Give the passphrases of which one must open the vault, and no other may."""
    changed = [line["passphrase"] for line in said if "passphrase" in line]
    return tuple(changed) or (PASSPHRASE, *(line["coming_passphrase"] for line in said if "coming_passphrase" in line))


def opened(world: Path, story: Story) -> Vault:
    """Open the vault with the paper code."""
    return setup.open_with_recovery(world / VAULT, story.recovery, clock=Clock(), who="j.jansen")
