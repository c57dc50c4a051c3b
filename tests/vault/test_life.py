"""A vault after some life, as written down and by the stock `age` program: every key alone restores every case."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from meldcode.vault import codes, header, keyfile, register
from meldcode.vault.age import Key
from meldcode.vault.setup import open_vault, open_with_recovery, prepare
from meldcode.vault.verify import CONTROL_MATCHES, DESTROYED, verify
from tests.vault.helpers import FACTS, Clock, tree

GOLDEN = Path(__file__).parent / "golden-1-life"
DOCUMENT = Path(__file__).parents[2] / "docs" / "vault-format.md"
OPENERS = ("passphrase_key", "recovery_code", "organisation_key")


@pytest.fixture(scope="module")
def vectors() -> dict[str, Any]:
    text = DOCUMENT.read_text(encoding="utf-8").split("### `golden-1-life`", 1)[1]
    found: dict[str, Any] = json.loads(text.split("```json\n", 1)[1].split("```", 1)[0])
    return found


@dataclass(frozen=True)
class StockAge:
    program: str
    folder: Path

    def opened(self, ciphertext: bytes, identities: str) -> bytes:
        path = self.folder / "identity.txt"
        path.write_text(identities, encoding="ascii")
        command = [self.program, "-d", "-i", str(path)]
        return subprocess.run(command, input=ciphertext, capture_output=True, check=True).stdout

    def restored(self, vault: Path, opener: str) -> dict[str, list[str]]:
        """Every record of every case by its code, with nothing but one key and the files."""
        user = self.opened((vault / "sleutel.age").read_bytes(), opener).decode()
        found = {}
        for path in sorted((vault / "zaken").iterdir()):
            key = self.opened((vault / "sleutels" / f"{path.stem}.age").read_bytes(), user).decode()
            lines = path.read_bytes().splitlines()
            found[path.stem] = [self.opened(base64.b64decode(line), key).decode() for line in lines]
        return found


@pytest.fixture
def stock_age(tmp_path: Path) -> StockAge:
    program = shutil.which("age")
    if program is None and os.environ.get("CI") == "true":
        pytest.fail("the stock age program must be there in CI")
    if program is None:
        pytest.skip("no stock age program here")
    return StockAge(program, tmp_path)


def test_the_golden_vault_opens_with_each_key_and_not_a_byte_changes(vectors: dict[str, Any]) -> None:
    before = tree(GOLDEN)
    for vault in (
        open_vault(GOLDEN, vectors["passphrase"], clock=Clock(), who="x"),
        open_with_recovery(GOLDEN, vectors["recovery_code"], clock=Clock(), who="x"),
        open_with_recovery(GOLDEN, vectors["organisation_key"], clock=Clock(), who="x"),
    ):
        bodies = [one.body for one in vault.read(vectors["case"]).records]
        assert bodies == [json.loads(plain)["body"] for plain in vectors["records"]]
        assert [entry.code for entry in vault.cases()] == [vectors["case"]]
        assert vault.kept(vectors["kept"]) == vectors["kept_text"].encode()
        assert vault.receiving_key() == vectors["receiving_key"]
        assert not vault.access.is_unfinished()
        told = [one.code for one in verify(vault, vectors["destroyed"], vectors["destroyed_control_code"])[0].findings]
        assert told == [DESTROYED, CONTROL_MATCHES]
        assert all(report.good for report in verify(vault))
    assert tree(GOLDEN) == before


def test_its_files_read_and_are_spelled_as_in_the_document(vectors: dict[str, Any]) -> None:
    for opener in OPENERS:
        assert Key(vectors[opener]).decrypt((GOLDEN / "sleutel.age").read_bytes()).decode() == vectors["sleutel.age"]
    user = Key(vectors["user_key"])
    assert keyfile.unseal((GOLDEN / "sleutel.age").read_bytes(), Key(vectors["recovery_code"]), "x").previous == ()
    assert (
        user.decrypt((GOLDEN / "sleutels" / f"{vectors['case']}.age").read_bytes()).decode() == vectors["case_key_file"]
    )
    plain = user.decrypt((GOLDEN / "register.age").read_bytes())
    assert plain.decode() == vectors["register.age"]
    assert register.encode(register.decode(plain)) == plain
    assert (GOLDEN / "protocollen" / vectors["kept_file"]).is_file()
    organisation = Key(vectors["organisation_key"]).recipient
    assert codes.fingerprint(organisation) == vectors["organisation_fingerprint"]
    assert codes.fingerprint(vectors["receiving_key"]) == vectors["receiving_fingerprint"]
    assert header.decode((GOLDEN / "kluis.json").read_bytes()).coming is None


@pytest.mark.parametrize("opener", OPENERS)
def test_the_stock_age_program_restores_the_golden_vault(
    vectors: dict[str, Any], stock_age: StockAge, opener: str
) -> None:
    assert stock_age.restored(GOLDEN, vectors[opener]) == {vectors["case"]: vectors["records"]}


def test_each_key_alone_restores_all_cases_after_a_passphrase_change_a_rotation_and_a_destruction(
    stock_age: StockAge, tmp_path: Path
) -> None:
    """ENC-06, in a fresh vault, at the end and in the middle of a rotation that cannot be finished."""
    root, organisation = tmp_path / "kluis", Key.generate()
    pending = prepare(root, "correct paard batterij nietje", clock=Clock(), who="j.jansen")
    vault = pending.confirm(pending.recovery_code[-6:])
    living = [vault.create({"n": number}, FACTS) for number in range(2)]
    gone = vault.create({"n": "weg"}, FACTS)
    vault.access.add_organisation(organisation.recipient, "Voorbeeld")
    vault.access.change_passphrase("heel andere woorden dan eerst")
    vault.rotate()
    vault.shred(gone, "mistake")
    derived = Key.from_bytes(
        header.derive(b"heel andere woorden dan eerst", header.decode((root / "kluis.json").read_bytes()))
    )

    def all_restored() -> None:
        for opener in (pending.recovery_code, organisation.secret(), derived.secret()):
            restored = stock_age.restored(root, opener)
            bodies = {code: [json.loads(plain)["body"] for plain in plains] for code, plains in restored.items()}
            assert bodies == {code: [{"n": number}] for number, code in enumerate(living)}

    all_restored()
    key_file = root / "sleutels" / f"{living[0]}.age"
    before = key_file.read_bytes()
    key_file.write_bytes(b"damaged")
    assert vault.rotate() == (f"sleutels/{living[0]}.age",)
    key_file.write_bytes(before)
    all_restored()
