"""Format 1 as written down: the golden vault, the vectors of docs/vault-format.md, and the stock `age` program."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from meldcode.vault import codes, header, keyfile, record, register
from meldcode.vault.age import Key
from meldcode.vault.setup import open_vault, open_with_recovery
from meldcode.vault.verify import CONTROL_MATCHES, verify
from tests.vault.helpers import Clock, environment, tree

GOLDEN = Path(__file__).parent / "golden-1"
DOCUMENT = Path(__file__).parents[2] / "docs" / "vault-format.md"


@pytest.fixture(scope="module")
def vectors() -> dict[str, Any]:
    text = DOCUMENT.read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.rsplit("```json\n", 1)[1].split("```", 1)[0])
    return found


@pytest.fixture(scope="module")
def stock_age() -> str:
    program = shutil.which("age")
    if program is None and os.environ.get("CI") == "true":
        pytest.fail("the stock age program must be there in CI")
    if program is None:
        pytest.skip("no stock age program here")
    return program


def test_the_golden_vault_opens_and_not_a_byte_changes(vectors: dict[str, Any]) -> None:
    before = tree(GOLDEN)
    vault = open_vault(GOLDEN, vectors["passphrase"], clock=Clock(), who="x")

    entries = {entry.code: (entry.count, dict(entry.facts)) for entry in vault.cases()}
    bodies = [one.body for one in vault.read(vectors["case"]).records]
    reports = verify(vault, control=vectors["control_code"])

    assert entries[vectors["case"]] == (3, {"sector": "onderwijs", "step": "overleg"})
    assert bodies == [json.loads(plain)["body"] for plain in vectors["records"]]
    assert all(report.good for report in reports)
    assert [report.code for report in reports if CONTROL_MATCHES in {one.code for one in report.findings}] == [
        vectors["case"]
    ]
    assert vault.kept(vectors["kept"]) == vectors["kept_text"].encode()
    assert (GOLDEN / "protocollen" / vectors["kept_file"]).is_file()
    assert tree(GOLDEN) == before


GOLDEN_VAULTS = {
    "golden-1": ("fiets lampion zeester kompas wafel uil", 6),
    "golden-1-life": ("anker citroen bezem molen glas fluit", 6),
    "golden-1-case": ("fiets lampion zeester kompas wafel uil", 0),
}
"""With the passphrase, and how `list` ends: the first two hold records that are not those of a walk."""


@pytest.mark.parametrize("name", GOLDEN_VAULTS)
def test_the_program_checks_and_lists_each_golden_vault_and_not_a_byte_changes(name: str, tmp_path: Path) -> None:
    """DUR-10."""
    passphrase, ends = GOLDEN_VAULTS[name]
    copy = shutil.copytree(GOLDEN.parent / name, tmp_path / "kluis")
    before = tree(copy)

    assert "Alles is in orde." in asked(copy, passphrase, "verify")
    listed = asked(copy, passphrase, "list", "--all", ends=ends)

    assert all(path.stem in listed for path in (copy / "zaken").iterdir())
    assert ("kan niet worden gelezen" in listed) == (ends != 0)
    assert tree(copy) == before


def test_the_program_shows_a_golden_case_and_adds_only_that_it_did(tmp_path: Path) -> None:
    """DUR-10: a walk of the first release, with its protocol; the control code is the one that it showed then."""
    passphrase, _ = GOLDEN_VAULTS["golden-1-case"]
    copy = shutil.copytree(GOLDEN.parent / "golden-1-case", tmp_path / "kluis")
    before = tree(copy)

    shown = asked(copy, passphrase, "show", "KK6SV07E")
    checked = asked(copy, passphrase, "verify", "KK6SV07E", "--control", "YFEJ-OAVG-GLTM-77YE-YUKK")

    assert "ik wil niet naar huis" in shown
    assert "tot daar is niets veranderd" in checked
    changed = {path for path, data in tree(copy).items() if data != before[path]}
    assert changed == {"register.age", "zaken/KK6SV07E.zaak"}
    assert tree(copy)["zaken/KK6SV07E.zaak"].startswith(before["zaken/KK6SV07E.zaak"])


def asked(vault: Path, passphrase: str, *arguments: str, ends: int = 0) -> str:
    """Give what the program says of this vault."""
    command = [sys.executable, "-m", "meldcode", *arguments, "--passphrase-fd", "0"]
    env = environment() | {"MELDCODE_VAULT": str(vault)}
    done = subprocess.run(command, env=env, input=f"{passphrase}\n", capture_output=True, text=True, check=False)
    assert done.returncode == ends, done.stderr
    return done.stdout


def test_the_golden_vault_can_be_written_on(vectors: dict[str, Any], tmp_path: Path) -> None:
    copy = shutil.copytree(GOLDEN, tmp_path / "kluis")
    vault = open_with_recovery(copy, vectors["recovery_code"], clock=Clock(), who="x")

    assert vault.append(vectors["case"], {"kind": "on"}, {}).seq == 4
    assert vault.read(vectors["case"]).complete


def test_the_passphrase_becomes_the_key_of_the_document(vectors: dict[str, Any]) -> None:
    fields = json.loads(vectors["kluis.json"])
    scrypt = fields["scrypt"]
    scalar = hashlib.scrypt(
        vectors["passphrase"].encode(),
        salt=bytes.fromhex(scrypt["salt"]),
        n=scrypt["n"],
        r=scrypt["r"],
        p=scrypt["p"],
        maxmem=2**28,
        dklen=32,
    )

    assert (GOLDEN / "kluis.json").read_text(encoding="ascii") == vectors["kluis.json"] + "\n"
    assert scalar.hex() == vectors["scrypt_output"]
    assert Key.from_bytes(scalar).secret() == vectors["passphrase_key"]
    assert header.encode(header.decode(vectors["kluis.json"].encode())) == vectors["kluis.json"].encode() + b"\n"
    without = {name: value for name, value in fields.items() if name != "check"}
    spelled = json.dumps(without, sort_keys=True, separators=(",", ":"))
    assert fields["check"] == hashlib.sha256(spelled.encode()).hexdigest()
    assert fields["key_file"] == hashlib.sha256((GOLDEN / "sleutel.age").read_bytes()).hexdigest()


def test_key_files_and_register_read_as_in_the_document(vectors: dict[str, Any]) -> None:
    user_file = (GOLDEN / "sleutel.age").read_bytes()
    user = Key(vectors["user_key"])
    for opener in (vectors["passphrase_key"], vectors["recovery_code"]):
        assert Key(opener).decrypt(user_file).decode() == vectors["sleutel.age"]
        assert keyfile.unseal(user_file, Key(opener), "x").key.secret() == vectors["user_key"]
    case_file = (GOLDEN / "sleutels" / f"{vectors['case']}.age").read_bytes()
    assert user.decrypt(case_file).decode() == vectors["case_key_file"]
    plain = user.decrypt((GOLDEN / "register.age").read_bytes())
    assert plain.decode() == vectors["register.age"]
    assert register.encode(register.decode(plain)) == plain


def test_records_hashes_and_control_code_are_as_in_the_document(vectors: dict[str, Any]) -> None:
    key = Key(vectors["case_key_file"].splitlines()[-1])
    lines = (GOLDEN / "zaken" / f"{vectors['case']}.zaak").read_bytes().splitlines()
    before = "0" * 64

    assert lines[0].decode() == vectors["first_line"]
    for line, plain, digest in zip(lines, vectors["records"], vectors["hashes"], strict=True):
        assert record.unseal(line, key) == plain.encode("ascii")
        assert hashlib.sha256(plain.encode("ascii")).hexdigest() == digest
        assert json.loads(plain)["prev"] == before
        before = digest
    spelled = base64.b32encode(bytes.fromhex(before)).decode()
    assert vectors["control_code"].replace("-", "") == spelled[:20]
    assert codes.control_code(before) == vectors["control_code"]


@pytest.mark.parametrize("opener", ["recovery_code", "passphrase_key"])
def test_the_stock_age_program_restores_every_record(
    vectors: dict[str, Any], stock_age: str, tmp_path: Path, opener: str
) -> None:
    def opened(ciphertext: bytes, identity: str) -> bytes:
        path = tmp_path / "identity.txt"
        path.write_text(identity, encoding="ascii")
        return subprocess.run([stock_age, "-d", "-i", path], input=ciphertext, capture_output=True, check=True).stdout

    user = opened((GOLDEN / "sleutel.age").read_bytes(), vectors[opener]).decode()
    case = opened((GOLDEN / "sleutels" / f"{vectors['case']}.age").read_bytes(), user).decode()
    lines = (GOLDEN / "zaken" / f"{vectors['case']}.zaak").read_bytes().splitlines()

    assert [opened(base64.b64decode(line), case).decode() for line in lines] == vectors["records"]
