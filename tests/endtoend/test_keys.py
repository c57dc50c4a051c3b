"""Keys and destroying in a real terminal: passphrase, recovery keys and `shred`, as a person meets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from meldcode.vault.age import Key
from meldcode.vault.codes import fingerprint
from meldcode.vault.errors import VaultError
from meldcode.vault.setup import open_vault, open_with_recovery
from tests.endtoend.made import clock, made_case
from tests.endtoend.test_walk import ESCAPE, PASSPHRASE, Sitting, ran, vault_output
from tests.wizard.driven import Driven

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.store import Vault

FULL_DISK = """
import resource, sys
sys.dont_write_bytecode = True  # a byte-code file cut short would break the next program
from meldcode.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (300, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
sys.exit(main())
"""
NEW = "zes heel andere woorden dan eerst"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


def opened(vault: Path, passphrase: str = PASSPHRASE) -> Vault:
    return open_vault(vault, passphrase, clock=clock, who="test")


def unlocked(vault: Path, *arguments: str, columns: int = 80) -> Sitting:
    sitting = Sitting(vault, *arguments, columns=columns)
    sitting.write("Wachtwoord van de kluis", PASSPHRASE)
    return sitting


@pytest.mark.parametrize("columns", [40, 80])
def test_a_changed_passphrase_opens_and_the_old_one_does_not(vault: Path, columns: int) -> None:
    code = made_case(vault, PASSPHRASE)
    sitting = unlocked(vault, "vault", "passphrase", columns=columns)
    sitting.choose("Een nieuw wachtwoord voor de kluis", 2)
    sitting.write("Kies een wachtwoord", "te kort")
    sitting.write("te makkelijk te raden", NEW)
    sitting.write("Typ het wachtwoord nog een keer", NEW)

    assert sitting.end() == 0
    assert "Het oude opent deze kluis niet meer" in " ".join(sitting.normal().split())
    assert NEW not in sitting.normal()
    assert [entry.code for entry in opened(vault, NEW).cases()] == [code]
    with pytest.raises(VaultError):
        opened(vault)


def test_old_key_files_and_the_old_passphrase_open_nothing_of_today(vault: Path) -> None:
    """ENC-07: who knows the old passphrase and kept a copy of two small files reads nothing that is there now."""
    code = made_case(vault, PASSPHRASE)
    old = {path: path.read_bytes() for path in (vault / "kluis.json", vault / "sleutel.age")}
    sitting = unlocked(vault, "vault", "passphrase")
    sitting.choose("Een nieuw wachtwoord voor de kluis", 2)
    sitting.write("Kies een wachtwoord", NEW)
    sitting.write("Typ het wachtwoord nog een keer", NEW)
    assert sitting.end() == 0

    assert opened(vault, NEW).read(code).complete
    for path, data in old.items():
        path.write_bytes(data)
    with pytest.raises(VaultError) as refused:
        opened(vault).read(code)
    assert refused.value.code == "damaged"


def test_who_stops_halfway_changes_nothing(vault: Path) -> None:
    code = made_case(vault, PASSPHRASE)
    before = (vault / "sleutel.age").read_bytes()
    for stop, exit_code in ((ESCAPE, 0), ("\x03", 130)):
        for arguments, text in (
            (("vault", "passphrase"), "Een nieuw wachtwoord"),
            (("shred", code), "Waarom mag deze zaak weg?"),
            (("vault", "recovery", "renew"), "Uw herstelcode op papier"),
        ):
            sitting = unlocked(vault, *arguments)
            sitting.see(text)
            sitting.send(stop)
            assert sitting.end() == exit_code
            assert "Er is niets veranderd" in sitting.normal()

    assert (vault / "sleutel.age").read_bytes() == before


@pytest.mark.parametrize("columns", [40, 80])
def test_an_organisation_is_added_by_its_fingerprint_and_removed_again(vault: Path, columns: int) -> None:
    made_case(vault, PASSPHRASE)
    organisation = Key.generate()
    (vault.parent / "organisatie.txt").write_text(f"# ICT\n{organisation.recipient}\n", encoding="utf-8")
    shown = fingerprint(organisation.recipient)
    sitting = unlocked(vault, "vault", "recovery", "add", str(vault.parent / "organisatie.txt"), columns=columns)
    assert shown in sitting.see("Typ de vingerafdruk over")
    sitting.send("AAAA-BBBB\r")
    sitting.see("Dit is niet de vingerafdruk")
    sitting.send("\x15" + shown.lower().replace("-", " ") + "\r")
    sitting.write("De naam van de organisatie", "School Voorbeeld")
    assert sitting.end() == 0

    assert f"sleutel van School Voorbeeld ({shown})" in vault_output(vault, "vault", "recovery", "list")
    assert open_with_recovery(vault, organisation.secret(), clock=clock, who="x").cases()
    told = vault_output(vault, "vault", "info")
    assert shown in told
    key = re.findall(r"age1[a-z0-9]+", told)[0]
    assert fingerprint(key) in told

    sitting = unlocked(vault, "vault", "recovery", "remove", columns=columns)
    sitting.choose("Welke sleutel mag de kluis niet meer openen?", 2)
    assert sitting.end() == 0
    assert "oudere" in sitting.normal()
    with pytest.raises(VaultError):
        open_with_recovery(vault, organisation.secret(), clock=clock, who="x")
    assert key in vault_output(vault, "vault", "info")

    sitting = unlocked(vault, "vault", "recovery", "remove")
    assert sitting.end() == 2
    assert "de laatste sleutel" in " ".join(sitting.normal().split())


def test_a_new_paper_code_takes_the_place_of_the_old_one_and_opens_a_forgotten_vault(vault: Path) -> None:
    made_case(vault, PASSPHRASE)
    sitting = unlocked(vault, "vault", "recovery", "renew")
    page = sitting.see("Ik heb de code opgeschreven")
    groups = re.findall(r"^\s*(AGE-SECRET-KEY-1|[A-Z0-9]{4}|[A-Z0-9]{6})\s*$", page, re.MULTILINE)
    sitting.send("1\r")
    sitting.write("Typ de laatste groep", "XXXXXX")
    sitting.see("Dit is niet de laatste groep")
    sitting.send("\x15" + groups[-1] + "\r")
    assert sitting.end() == 0
    assert groups[-1] not in sitting.normal()

    sitting = Sitting(vault, "vault", "passphrase")
    sitting.write("Wachtwoord van de kluis", " ".join(groups))
    sitting.choose("Een nieuw wachtwoord voor de kluis", 2)
    sitting.write("Kies een wachtwoord", NEW)
    sitting.write("Typ het wachtwoord nog een keer", NEW)
    assert sitting.end() == 0
    assert opened(vault, NEW).cases()


@pytest.mark.parametrize("columns", [40, 80])
def test_a_case_is_destroyed_after_its_ground_a_choice_and_its_code(vault: Path, columns: int) -> None:
    code, other = made_case(vault, PASSPHRASE), made_case(vault, PASSPHRASE)
    sitting = unlocked(vault, "shred", code.lower(), columns=columns)
    page = " ".join(sitting.see("Waarom mag deze zaak weg?").split())
    assert "niet gesloten" in page
    assert "officiële dossier" in page
    sitting.send("4\r")
    sitting.choose(f"Zaak {code} vernietigen?", 2)
    sitting.write("Typ de code van de zaak over", other)
    sitting.see("Dit is niet de code van deze zaak")
    sitting.send("\x15" + code + "\r")
    assert sitting.end() == 0
    said = " ".join(sitting.normal().split())
    assert f"Zaak {code} is vernietigd" in said
    assert "reservekopieën" in said

    assert vault_output(vault, "list").split()[0] == other
    assert f"{code}  vernietigd op" in vault_output(vault, "list", "--all")
    assert "vernietigd op" in vault_output(vault, "verify", code)
    shown = ran(vault, "show", code)
    assert (shown.returncode, "vernietigd" in shown.stderr) == (2, True)


def test_another_reason_is_asked_and_stays_in_the_vault(vault: Path) -> None:
    code = made_case(vault, PASSPHRASE)
    sitting = unlocked(vault, "shred", code, "--plain")
    sitting.choose("Waarom mag deze zaak weg?", 5)
    sitting.see("Wat is de reden?")
    sitting.send("dubbel ingevoerd\r\r")
    sitting.choose("vernietigen?", 2)
    sitting.write("Typ de code van de zaak over", code)
    assert sitting.end() == 0

    (stone,) = opened(vault).tombstones()
    assert (stone.ground, stone.text) == ("other", "dubbel ingevoerd")
    assert not any(b"dubbel" in path.read_bytes() for path in vault.rglob("*") if path.is_file())


def test_a_full_disk_is_told_and_loses_nothing(vault: Path) -> None:
    code = made_case(vault, PASSPHRASE)
    full = vault.parent / "full.py"
    full.write_text(FULL_DISK, encoding="utf-8")
    for arguments, replies in (
        (("shred", code), (("Waarom mag deze zaak weg?", "4"), ("vernietigen?", "2"), ("Typ de code", code))),
        (
            ("vault", "passphrase"),
            (("Een nieuw wachtwoord", "2"), ("Kies een wachtwoord", NEW), ("nog een keer", NEW)),
        ),
    ):
        sitting = Driven(full, *arguments, MELDCODE_VAULT=str(vault), HOME=str(vault.parent))
        for text, reply in (("Wachtwoord van de kluis", PASSPHRASE), *replies):
            sitting.see(text)
            sitting.send(f"{reply}\r")
        assert sitting.end() == 7
        assert "Er is niets kwijt" in " ".join(sitting.normal().split())

    assert [entry.code for entry in opened(vault).cases()] == [code]


def test_without_a_terminal_nothing_is_asked_and_nothing_done(vault: Path) -> None:
    code = made_case(vault, PASSPHRASE)
    for arguments in (("shred", code), ("vault", "passphrase"), ("vault", "recovery", "renew")):
        done = ran(vault, *arguments)
        assert (done.returncode, "terminal" in done.stderr) == (3, True)
    assert opened(vault).tombstones() == ()
