"""The promise after any interruption, looked at by a process that saw nothing of it.

Every acknowledged record is there, in order and unchanged; at most one extra for each try that was not acknowledged,
and nothing that nobody tried to write. The vault opens with the passphrase and the paper code that were acknowledged
and no longer with those before. A case is whole or, from its tombstone on, gone. A change of keys that was interrupted
can be finished. The next record and the next case can be written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from meldcode.vault import log, setup
from meldcode.vault.errors import LOCKED_WRONG, VaultError
from meldcode.vault.verify import verify
from tests.faults import handing, story
from tests.vault.helpers import FACTS, Clock, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from meldcode.vault.store import Vault

LOST, SILENT, STUCK = "lost", "silent", "stuck"
"""Something acknowledged is not there; something wrong was not told; something that must work does not."""
Broken = tuple[str, str]
Said = list[dict[str, Any]]


def broken(world: Path, said: Said, *, repaired: bool = False) -> Iterator[Broken]:
    """Give everything in which the promise is not kept, as kind and words."""
    yield from ((STUCK, f"{line['crashed']} at {line['at']}") for line in said if "crashed" in line)
    known = story.read(world).after(said)
    try:
        vault, wrong = _opened(world, known, said)
        yield from wrong
        if repaired:
            vault.repair()
        known, wrong = _ended(vault, known, said)
        yield from wrong
        yield from _records(vault, known, said, repaired=repaired)
        left = vault.access.finish()
        yield from ((STUCK, f"no key opens {path}") for path in left)
        yield from _records(vault, known, said, repaired=repaired)
        yield from _gone(world, known)
        outside = handing.wrong_outside(world, said)
        if outside:
            yield LOST, outside
        yield from _goes_on(vault, known)
    except VaultError as error:
        yield LOST, f"the vault says {error}"


def _opened(world: Path, known: story.Story, said: Said) -> tuple[Vault, list[Broken]]:
    def by_paper(code: str) -> Vault:
        return setup.open_with_recovery(world / story.VAULT, code, clock=Clock(), who="x")

    def by_passphrase(own: str) -> Vault:
        return setup.open_vault(world / story.VAULT, own, clock=Clock(), who="x")

    papers = [by_paper(code) for code in story.recovery_codes(known, said) if _opens(by_paper, code)]
    wrong = []
    if not any(_opens(by_passphrase, own) for own in story.passphrases(said)):
        wrong.append((LOST, "no passphrase opens it"))
    if story.PASSPHRASE not in story.passphrases(said) and _opens(by_passphrase, story.PASSPHRASE):
        wrong.append((SILENT, "the passphrase before opens it"))
    if known.recovery not in story.recovery_codes(known, said) and _opens(by_paper, known.recovery):
        wrong.append((SILENT, "the paper code before opens it"))
    for line in said:
        if "opens_too" in line and not _opens(by_paper, line["opens_too"]):
            wrong.append((LOST, "the organisation's key does not open it"))
        if "receiving" in line and papers and papers[0].access.receiving != line["receiving"]:
            wrong.append((LOST, "the receiving key"))
    if not papers:
        raise VaultError(LOCKED_WRONG)
    return papers[0], wrong


def _opens(way: Callable[[str], Vault], secret: str) -> bool:
    try:
        way(secret)
    except VaultError as error:
        if error.code != LOCKED_WRONG:
            raise
        return False
    return True


def _ended(vault: Vault, known: story.Story, said: Said) -> tuple[story.Story, list[Broken]]:
    """Leave out the case that was being destroyed, if it has its tombstone; one that was acknowledged must have it."""
    buried = {stone.code for stone in vault.tombstones()}
    asked = {line["shreds"] for line in said if "shreds" in line}
    done = {line["shredded"] for line in said if "shredded" in line}
    wrong = [(LOST, f"{code} was never to be destroyed") for code in sorted(buried - asked)]
    wrong += [(SILENT, f"{code} is not destroyed") for code in sorted(done - buried)]
    left = {code: bodies for code, bodies in known.cases.items() if code not in buried}
    return story.Story(known.recovery, left, known.kept), wrong


def _gone(world: Path, known: story.Story) -> Iterator[Broken]:
    """When all is finished, no file of a destroyed case and no remains are left."""
    ended = set(story.read(world).cases) - set(known.cases)
    for path in tree(world / story.VAULT):
        if any(code in path for code in ended):
            yield SILENT, f"{path} is still there"


def _records(vault: Vault, known: story.Story, said: Said, *, repaired: bool) -> Iterator[Broken]:
    listed = {entry.code: entry.count for entry in vault.cases()}
    tried = [line["tries"] for line in said if "tries" in line]
    allowed = log.HARMLESS | ({log.REPAIRED} if repaired else frozenset())
    extras = []
    for code in sorted({*listed, *known.cases} | set(vault.case_codes_on_disk())):
        expected = known.cases.get(code, {})
        if expected and code not in listed:
            yield LOST, f"{code} is not listed"
        if expected and not repaired and listed.get(code, 0) < max(expected):
            yield SILENT, f"a cut end of {code} would not be seen"
        try:
            case = vault.read(code)
        except VaultError as error:
            if expected:
                yield LOST, f"{code}: {error}"
            continue
        there = {one.seq: one.body for one in case.records}
        yield from ((LOST, f"{code} record {seq}") for seq, body in expected.items() if there.get(seq) != body)
        extras += [body for seq, body in there.items() if seq not in expected]
        if expected:
            yield from ((LOST, f"{code}: {one.code}") for one in case.findings if one.code not in allowed)
    yield from ((SILENT, f"nobody wrote {body}") for body in extras if body not in tried)
    if len(extras) > len(tried) - sum("case" in line for line in said):
        yield SILENT, f"{len(extras)} extra records"
    for digest in known.kept:
        vault.kept(digest)


def _goes_on(vault: Vault, known: story.Story) -> Iterator[Broken]:
    for code in known.cases:
        added = vault.append(code, {"n": "next"}, FACTS)
        if vault.read(code).records[-1] != added:
            yield STUCK, f"{code}: the next record"
    fresh = vault.create({"n": "next"}, FACTS)
    if fresh not in {report.code for report in verify(vault) if report.good}:
        yield STUCK, "the next case"
