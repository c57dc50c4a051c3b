"""A case on its way to a colleague and back: whole, checked to the last bit, and never in the place of something else.

ENC-02: hostile bundles; INP-11: nothing in a bundle becomes a path but a checked code.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from meldcode.vault import age, bundle, errors, log, record
from meldcode.vault.disk import Disk
from meldcode.vault.errors import VaultError
from meldcode.vault.record import canonical
from meldcode.vault.verify import verify
from tests.vault.helpers import FACTS, PAPER, case_file, empty_vault, found, numbers, tree, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.bundle import Parcel
    from meldcode.vault.store import Vault

AGE = shutil.which("age")
HANDED = {"event": "handedover"}
RECEIVED = {"event": "received"}


@pytest.fixture
def colleague(tmp_path: Path) -> Vault:
    return empty_vault(tmp_path / "collega", age.Key.generate())


def packed(vault: Vault, kind: str = bundle.HANDOVER, records: int = 3) -> Parcel:
    """Make a case that names kept bytes and pack it."""
    digest = vault.keep(b"the protocol")
    code = vault.create({"event": "started", "protocol": digest}, FACTS)
    for number in range(2, records):
        vault.append(code, {"n": number}, FACTS)
    vault.append(code, HANDED, FACTS)
    return vault.parcel(code, kind)


def sent(parcel: Parcel, to: Vault) -> Parcel:
    """Seal a parcel for a vault and open it there."""
    ciphertext = bundle.seal(parcel, to.receiving_key())
    bundle.check(ciphertext)
    return bundle.decode(to.open_received(ciphertext))


def opened(ciphertext: bytes, key: age.Key) -> Parcel:
    bundle.check(ciphertext)
    return bundle.decode(key.decrypt(ciphertext))


def faults(vault: Vault, code: str) -> list[str]:
    """What a check found; the clocks of these vaults are not set alike."""
    return [one for one in found(vault, code) if one != log.CLOCK_BACK]


def plain_of(parcel: Parcel) -> bytes:
    key = age.Key.generate()
    return key.decrypt(bundle.seal(parcel, key.recipient))


def refused(plain: bytes) -> VaultError:
    with pytest.raises(VaultError) as raised:
        bundle.decode(plain)
    return raised.value


def changed(parcel: Parcel, **fields: object) -> bytes:
    return canonical({**json.loads(plain_of(parcel)), **fields})


class TestRoundTrip:
    def test_what_comes_out_is_what_went_in(self, vault: Vault, colleague: Vault) -> None:
        parcel = packed(vault)
        came = sent(parcel, colleague)
        assert dataclasses.replace(came, key=parcel.key) == parcel
        assert came.key.secret() == parcel.key.secret()
        assert list(came.kept.values()) == [b"the protocol"]

    def test_a_case_goes_to_a_colleague_and_comes_back_with_what_was_added(
        self, vault: Vault, colleague: Vault
    ) -> None:
        there = sent(packed(vault), colleague)
        assert colleague.adopt(there, RECEIVED, FACTS) == bundle.NEW
        colleague.append(there.code, {"n": "by the colleague"}, FACTS)
        colleague.append(there.code, HANDED, FACTS)
        assert colleague.kept(vault.keep(b"the protocol")) == b"the protocol"

        back = sent(colleague.parcel(there.code, bundle.HANDOVER), vault)
        assert vault.adopt(back, RECEIVED, FACTS) == bundle.CONTINUES

        assert numbers(vault, there.code) == [1, 2, 3, 4, 5, 6, 7]
        assert all(report.good for each in (vault, colleague) for report in verify(each))
        assert vault.append(there.code, {"n": "on"}, FACTS).seq == 8

    def test_the_same_and_an_older_bundle_change_nothing(self, vault: Vault, colleague: Vault, root: Path) -> None:
        parcel = packed(vault)
        mine = sent(parcel, vault)
        before = tree(root)
        assert vault.adopt(mine, RECEIVED, FACTS) == bundle.KNOWN
        assert tree(root) == before
        colleague.adopt(sent(parcel, colleague), RECEIVED, FACTS)
        assert colleague.adopt(sent(parcel, colleague), RECEIVED, FACTS) == bundle.KNOWN
        assert numbers(colleague, parcel.code) == [1, 2, 3, 4]

    def test_two_stories_of_one_case_are_never_joined(self, vault: Vault, colleague: Vault) -> None:
        parcel = packed(vault)
        colleague.adopt(sent(parcel, colleague), RECEIVED, FACTS)
        vault.append(parcel.code, {"n": "also here"}, FACTS)
        before = numbers(vault, parcel.code)

        assert vault.adopt(sent(colleague.parcel(parcel.code, bundle.COPY), vault), RECEIVED, FACTS) == (
            bundle.CONTRADICTS
        )
        assert numbers(vault, parcel.code) == before
        assert colleague.adopt(sent(vault.parcel(parcel.code, bundle.COPY), colleague), None, FACTS) == (
            bundle.CONTRADICTS
        )

    def test_a_newer_copy_and_then_the_case_itself_follow_on_a_copy(self, vault: Vault, colleague: Vault) -> None:
        parcel = packed(vault, bundle.COPY)
        assert colleague.adopt(sent(parcel, colleague), None, FACTS) == bundle.NEW
        assert colleague.cases()[0].control == vault.cases()[0].control
        vault.append(parcel.code, {"n": "more"}, FACTS)
        newer = vault.parcel(parcel.code, bundle.COPY)
        assert colleague.adopt(sent(newer, colleague), None, FACTS) == bundle.CONTINUES
        vault.append(parcel.code, HANDED, FACTS)
        whole = vault.parcel(parcel.code, bundle.HANDOVER)
        assert colleague.adopt(sent(whole, colleague), RECEIVED, FACTS) == bundle.CONTINUES
        assert numbers(colleague, parcel.code) == [1, 2, 3, 4, 5, 6]

    def test_torn_remains_stay_behind_and_do_not_travel(self, vault: Vault, colleague: Vault, root: Path) -> None:
        parcel = packed(vault)
        path = case_file(root, parcel.code)
        path.write_bytes(path.read_bytes() + b"\xff\x00half")
        vault.append(parcel.code, {"n": 4}, FACTS)
        colleague.adopt(sent(vault.parcel(parcel.code, bundle.HANDOVER), colleague), RECEIVED, FACTS)
        assert faults(colleague, parcel.code) == []
        assert numbers(colleague, parcel.code) == [1, 2, 3, 4, 5]

    def test_a_case_with_a_hole_is_not_packed(self, vault: Vault, root: Path) -> None:
        parcel = packed(vault)
        path = case_file(root, parcel.code)
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(lines[0] + lines[2])
        with pytest.raises(VaultError) as raised:
            vault.parcel(parcel.code, bundle.HANDOVER)
        assert raised.value.code == errors.DAMAGED

    def test_a_destroyed_case_does_not_come_back(self, vault: Vault, colleague: Vault) -> None:
        parcel = packed(vault)
        colleague.adopt(sent(parcel, colleague), RECEIVED, FACTS)
        colleague.shred(parcel.code, "mistake")
        with pytest.raises(VaultError) as raised:
            colleague.adopt(sent(parcel, colleague), RECEIVED, FACTS)
        assert raised.value.code == errors.SHREDDED

    def test_another_case_with_this_code_is_left_alone(self, vault: Vault, colleague: Vault, tmp_path: Path) -> None:
        parcel = packed(vault)
        stranger = case_file(tmp_path / "collega", parcel.code)
        stranger.write_bytes(b"a case that the register does not know\n")
        assert colleague.adopt(sent(parcel, colleague), RECEIVED, FACTS) == bundle.CONTRADICTS
        assert stranger.read_bytes() == b"a case that the register does not know\n"


class PowerCutError(BaseException):
    """The process is gone: no code of ours runs after this."""


class StoppingDisk(Disk):
    """A disk on which the power goes before or after the n-th replacement."""

    def __init__(self, root: Path, at: int, *, after: bool) -> None:
        super().__init__(root)
        self.left, self.after = at, after

    def replace(self, path: str, data: bytes) -> None:
        self.left -= 1
        if self.left or self.after:
            super().replace(path, data)
        if not self.left:
            raise PowerCutError


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", [1, 2, 3, 4, 5])
def test_an_interrupted_receiving_is_finished_by_receiving_again(
    vault: Vault, tmp_path: Path, at: int, *, after: bool
) -> None:
    """The register as it was, kept bytes, key file, case file, register: five writes, and nothing else is touched."""
    user, root = age.Key.generate(), tmp_path / "collega"
    colleague = empty_vault(root, user)
    parcel = sent(packed(vault), colleague)
    with pytest.raises(PowerCutError):
        unlocked(root, user, disk=StoppingDisk(root, at, after=after)).adopt(parcel, RECEIVED, FACTS)

    again = unlocked(root, user)
    acknowledged = at == 5 and after
    assert [entry.code for entry in again.cases()] == ([parcel.code] if acknowledged else [])
    assert again.adopt(parcel, RECEIVED, FACTS) == (bundle.KNOWN if acknowledged else bundle.NEW)
    assert numbers(again, parcel.code) == [1, 2, 3, 4]
    assert faults(again, parcel.code) == []


@pytest.mark.usefixtures("vault")
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_interrupted_return_keeps_what_was_here_and_is_finished_later(
    colleague: Vault, root: Path, user: age.Key, *, at: int, after: bool
) -> None:
    vault = unlocked(root, user)
    there = sent(packed(vault), colleague)
    colleague.adopt(there, RECEIVED, FACTS)
    colleague.append(there.code, HANDED, FACTS)
    back = sent(colleague.parcel(there.code, bundle.HANDOVER), vault)
    with pytest.raises(PowerCutError):
        unlocked(root, user, disk=StoppingDisk(root, at, after=after)).adopt(back, RECEIVED, FACTS)

    again = unlocked(root, user)
    assert numbers(again, there.code)[:3] == [1, 2, 3]
    again.adopt(back, RECEIVED, FACTS)
    assert numbers(again, there.code) == [1, 2, 3, 4, 5, 6]
    assert faults(again, there.code) == []


def test_a_record_beyond_the_bundle_that_receiving_did_not_leave_is_never_adopted(vault: Vault, tmp_path: Path) -> None:
    user, root = age.Key.generate(), tmp_path / "collega"
    parcel = sent(packed(vault), empty_vault(root, user))
    with pytest.raises(PowerCutError):
        unlocked(root, user, disk=StoppingDisk(root, 5, after=False)).adopt(parcel, {"n": "unknown"}, FACTS)
    assert unlocked(root, user).adopt(parcel, RECEIVED, FACTS) == bundle.CONTRADICTS


class TestHostile:
    def test_every_cut_and_every_flipped_bit_of_a_bundle_is_refused(self, vault: Vault) -> None:
        """Every eighth byte with one of its bits: age itself guards the rest in the same way."""
        key = age.Key.generate()
        whole = bundle.seal(packed(vault, records=1), key.recipient)
        for at in range(0, len(whole), 8):
            for wrong in (whole[:at], whole[:at] + bytes([whole[at] ^ 1 << at // 8 % 8]) + whole[at + 1 :]):
                with pytest.raises((VaultError, age.UndecryptableError)):
                    opened(wrong, key)

    def test_every_flipped_bit_of_the_text_inside_is_refused(self, vault: Vault) -> None:
        plain = plain_of(packed(vault, records=1))
        fields = {"facts", "who", "at", "kind"}  # what no hash speaks for can be another text, but only a sound one
        for at in range(len(plain)):
            wrong = plain[:at] + bytes([plain[at] ^ 1 << at % 7]) + plain[at + 1 :]
            try:
                parcel = bundle.decode(wrong)
            except VaultError as error:
                assert error.code in (errors.DAMAGED, errors.NEWER_FORMAT)  # noqa: PT017 - most are refused, not all
                continue
            old, new = json.loads(plain), json.loads(wrong)
            assert {name for name in old if old[name] != new[name]} <= fields
            assert parcel.records == bundle.decode(plain).records

    @pytest.mark.parametrize(
        "fields",
        [
            {"v": 0},
            {"v": "1"},
            {"kind": "gift"},
            {"kind": ["copy"]},
            {"case": "../../../"},
            {"case": "AAAAAAAA"},
            {"case": 7},
            {"key": "AGE-SECRET-KEY-1"},
            {"lines": []},
            {"lines": "AAAA"},
            {"lines": [1]},
            {"lines": ["\u00e9"]},
            {"count": True},
            {"count": 2},
            {"count": "3"},
            {"last": "0" * 64},
            {"facts": []},
            {"facts": {"a": 1}},
            {"kept": []},
            {"kept": {"sha256:" + "0" * 64: "AAAA"}},
            {"kept": {"../x": "AAAA"}},
            {"at": "yesterday"},
            {"at": "2026-11-02T09:00:00"},
            {"who": None},
            {"more": 1},
        ],
        ids=str,
    )
    def test_a_field_that_cannot_be_is_refused(self, vault: Vault, fields: dict[str, object]) -> None:
        assert refused(changed(packed(vault), **fields)).code == errors.DAMAGED

    def test_records_left_out_swapped_or_added_are_refused(self, vault: Vault) -> None:
        parcel = packed(vault, records=4)
        lines = [line.decode() for line in parcel.lines]
        other = [line.decode() for line in packed(vault).lines]
        for wrong in (lines[1:], [lines[0], *lines[2:]], lines[::-1], [*lines, lines[-1]], [*lines[:-1], other[-1]]):
            assert refused(changed(parcel, lines=wrong, count=len(wrong))).code == errors.DAMAGED

    def test_a_record_in_its_place_that_follows_another_story_is_refused(self, vault: Vault) -> None:
        parcel = packed(vault)
        last = dataclasses.replace(parcel.records[-1], body={"n": "forged"})
        forged = record.plaintext(parcel.code, last, "0" * 64, bytes(16))
        lines = [line.decode() for line in parcel.lines[:-1]]
        lines.append(record.seal(forged, parcel.key.recipient).decode())
        wrong = changed(parcel, lines=lines, last=hashlib.sha256(forged).hexdigest())
        assert refused(wrong).code == errors.DAMAGED

    def test_a_newer_format_is_told_apart_from_damage(self, vault: Vault) -> None:
        assert refused(changed(packed(vault), v=2)).code == errors.NEWER_FORMAT

    @pytest.mark.parametrize(
        "plain",
        [
            b"",
            b"{",
            b"null",
            b"[]",
            b'"x"',
            b"\xff\xfe",
            b'{"v":' + b"9" * 10_000 + b"}",
            b"[" * 90_000,
            b'{"a":' * 40_000,
            b"[" + b"0," * (8 * 1024 * 1024) + b"0]",
            b"{" + b" " * (17 * 1024 * 1024),
        ],
        ids=lambda plain: f"{plain[:6]!r}x{len(plain)}",
    )
    def test_what_is_no_bundle_is_refused_at_once(self, plain: bytes) -> None:
        before = time.process_time()
        assert refused(plain).code in (errors.DAMAGED, errors.BAD_PARAMETERS)
        assert time.process_time() - before < 0.25, "50 ms is asked; this machine may be five times as busy"

    @pytest.mark.parametrize(
        ("ciphertext", "code"),
        [
            (b"", errors.DAMAGED),
            (b"age-encryption.org/v1\n", errors.DAMAGED),
            (b"age-encryption.org/v1\n-> scrypt c2FsdA 40\n\n--- x\n", errors.BAD_PARAMETERS),
            (b"age-encryption.org/v1\n" + b"-> X25519 a\nb\n" * 33 + b"--- x\n", errors.BAD_PARAMETERS),
            (bytes(bundle.MOST_BYTES + 1), errors.BAD_PARAMETERS),
        ],
        ids=["empty", "no header", "scrypt", "33 stanzas", "large"],
    )
    def test_a_hostile_header_is_refused_before_any_key_work(self, ciphertext: bytes, code: str) -> None:
        with pytest.raises(VaultError) as raised:
            bundle.check(ciphertext)
        assert raised.value.code == code

    def test_a_case_too_large_to_be_received_is_not_packed_either(self, vault: Vault) -> None:
        parcel = dataclasses.replace(packed(vault), facts={"x": "x" * bundle.MOST_BYTES})
        with pytest.raises(VaultError) as raised:
            bundle.seal(parcel, age.Key.generate().recipient)
        assert raised.value.values["reason"] == "size"

    @pytest.mark.parametrize("recipient", ["", "age1", "AGE-SECRET-KEY-1", "\ud800"])
    def test_what_is_no_public_key_is_refused(self, vault: Vault, recipient: str) -> None:
        with pytest.raises(VaultError) as raised:
            bundle.seal(packed(vault), recipient)
        assert raised.value.code == errors.BAD_RECIPIENT


@pytest.mark.skipif(not (AGE or os.environ.get("CI")), reason="the age program is not installed (Debian: age)")
def test_the_stock_age_program_alone_opens_a_bundle_and_the_records_in_it(
    vault: Vault, colleague: Vault, tmp_path: Path
) -> None:
    """docs/vault-format.md, *Bundles and backups*: the receiving key stands in the colleague's `sleutel.age`."""
    assert AGE
    parcel = packed(vault)
    (tmp_path / "zaak.age").write_bytes(bundle.seal(parcel, colleague.receiving_key()))
    key_file = tmp_path / "collega" / "sleutel.age"
    (tmp_path / "paper.txt").write_text(PAPER.secret(), "ascii")

    def opened_by_age(identity: str, ciphertext: bytes) -> str:
        command = [AGE or "age", "-d", "-i", str(tmp_path / identity)]
        return subprocess.run(command, input=ciphertext, capture_output=True, check=True).stdout.decode()

    user = opened_by_age("paper.txt", key_file.read_bytes())
    receiving = next(line for line in user.splitlines() if line.startswith("# receiving "))
    (tmp_path / "receiving.txt").write_text(receiving.removeprefix("# receiving "), "ascii")
    inside = json.loads(opened_by_age("receiving.txt", (tmp_path / "zaak.age").read_bytes()))
    (tmp_path / "case.txt").write_text(inside["key"], "ascii")
    records = [json.loads(opened_by_age("case.txt", base64.b64decode(line))) for line in inside["lines"]]
    assert [one["body"] for one in records] == [dict(one.body) for one in parcel.records]
    assert {name: base64.b64decode(text) for name, text in inside["kept"].items()} == dict(parcel.kept)
