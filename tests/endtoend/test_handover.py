"""A case goes to a colleague and back, and a backup is restored elsewhere, in a real terminal between two vaults."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import HandedOver, to_body
from meldcode.protocol import library
from meldcode.vault.bundle import seal
from meldcode.vault.codes import fingerprint
from meldcode.vault.setup import open_vault
from tests.endtoend.made import clock, made_case
from tests.endtoend.test_walk import ESCAPE, PASSPHRASE, Sitting, ran, vault_output

if TYPE_CHECKING:
    from pathlib import Path

COLLEAGUE_CASE = "Om welke leerling of student gaat het"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.fixture
def colleague(tmp_path: Path) -> Path:
    """Give the vault of a colleague, with a case of its own."""
    place = tmp_path / "collega" / "kluis"
    place.parent.mkdir()
    made_case(place, PASSPHRASE)
    return place


def receiving_key(vault: Path) -> str:
    """Return the public key that `vault info` shows."""
    found = re.search(r"age1\w+", vault_output(vault, "vault", "info"))
    assert found
    return found[0]


def handed(vault: Path, code: str, key: str, file: Path, *more: str, columns: int = 80) -> Sitting:
    """Hand over a case, the fingerprint compared, and return how the sitting ended."""
    sitting = Sitting(vault, "handover", code, "--to", key, "--output", str(file), *more, columns=columns)
    sitting.write("Wachtwoord van de kluis", PASSPHRASE)
    shown, _, last = fingerprint(key).rpartition("-")
    assert last not in " ".join(sitting.see(shown).split())
    sitting.write("Is dit de sleutel van uw collega?", last)
    assert sitting.end() == 0
    return sitting


def received(vault: Path, file: Path, *, columns: int = 80) -> Sitting:
    sitting = Sitting(vault, "receive", str(file), columns=columns)
    sitting.write("Wachtwoord van de kluis", PASSPHRASE)
    sitting.choose("Controlecode", 1)
    assert sitting.end() == 0
    return sitting


def control_in(text: str) -> str:
    found = re.search(r"\w{4}-\w{4}-\w{4}-\w{4}-\w{4}", text)
    assert found
    return found[0]


@pytest.mark.parametrize("columns", [40, 80])
def test_a_case_goes_to_a_colleague_and_comes_back(vault: Path, colleague: Path, tmp_path: Path, columns: int) -> None:
    code = made_case(vault, PASSPHRASE)
    file, back = tmp_path / "zaak.age", tmp_path / "terug.age"
    done = handed(vault, code, receiving_key(colleague), file, columns=columns)
    assert file.stat().st_mode & 0o777 == 0o600
    assert "overgedragen" in vault_output(vault, "list")

    resumed = Sitting(vault, "resume", code, columns=columns)
    resumed.write("Wachtwoord van de kluis", PASSPHRASE)
    assert resumed.end() == 2
    assert "is overgedragen" in " ".join(resumed.normal().split())
    before = (vault / "zaken" / f"{code}.zaak").read_bytes()
    assert "Protocol: Onderwijs" in vault_output(vault, "show", code)
    assert (vault / "zaken" / f"{code}.zaak").read_bytes() == before, "looking would make a second story"

    taken = received(colleague, file, columns=columns)
    assert control_in(done.normal()) in taken.without_alternate() + taken.output.decode(errors="replace")
    note = Sitting(colleague, "note", code, columns=columns)
    note.write("Wachtwoord van de kluis", PASSPHRASE)
    note.see("Notitie")
    note.send("Gebeld met school.\x13")
    assert note.end() == 0
    handed(colleague, code, receiving_key(vault), back, columns=columns)

    received(vault, back, columns=columns)
    assert "overgedragen" not in vault_output(vault, "list")
    assert "Gebeld met school." in vault_output(vault, "show", code)
    for place in (vault, colleague):
        assert "Alles is in orde." in vault_output(place, "verify")


def test_a_copy_is_to_read_only_and_a_newer_one_takes_its_place(vault: Path, colleague: Path, tmp_path: Path) -> None:
    code, key = made_case(vault, PASSPHRASE), receiving_key(colleague)
    handed(vault, code, key, tmp_path / "een.age", "--copy")
    assert "overgedragen" not in vault_output(vault, "list")
    received(colleague, tmp_path / "een.age")
    assert f"{code}  Onderwijs: leeskopie" in vault_output(colleague, "list")

    for command in ("resume", "note", "reopen", "close"):
        sitting = Sitting(colleague, command, code)
        sitting.write("Wachtwoord van de kluis", PASSPHRASE)
        assert sitting.end() == 2, command
        assert "leeskopie" in sitting.normal(), command
    assert "Protocol: Onderwijs" in vault_output(colleague, "show", code)
    vault_output(colleague, "export", code, "--output", str(tmp_path / "zaak.md"))
    refused = Sitting(colleague, "handover", code, "--to", key, "--output", str(tmp_path / "verder.age"))
    refused.write("Wachtwoord van de kluis", PASSPHRASE)
    assert refused.end() == 2

    handed(vault, code, key, tmp_path / "twee.age", "--copy")
    received(colleague, tmp_path / "twee.age")
    handed(vault, code, key, tmp_path / "over.age")
    received(colleague, tmp_path / "over.age")
    assert "leeskopie" not in vault_output(colleague, "list")
    assert "Alles is in orde." in vault_output(colleague, "verify")


def test_a_wrong_group_is_refused_and_who_stops_hands_over_nothing(
    vault: Path, colleague: Path, tmp_path: Path
) -> None:
    code, file = made_case(vault, PASSPHRASE), tmp_path / "zaak.age"
    before = (vault / "zaken" / f"{code}.zaak").read_bytes()
    for stop, exit_code in ((ESCAPE, 0), ("\x03", 130)):
        sitting = Sitting(vault, "handover", code, "--to", receiving_key(colleague), "--output", str(file))
        sitting.write("Wachtwoord van de kluis", PASSPHRASE)
        sitting.write("Is dit de sleutel van uw collega?", "AAAA")
        sitting.see("Deze groep hoort niet bij de sleutel.")
        sitting.send(stop)
        assert sitting.end() == exit_code
    assert not file.exists()
    assert (vault / "zaken" / f"{code}.zaak").read_bytes() == before


def test_a_file_for_another_vault_or_no_bundle_at_all_is_refused(vault: Path, colleague: Path, tmp_path: Path) -> None:
    code, file = made_case(vault, PASSPHRASE), tmp_path / "zaak.age"
    handed(vault, code, receiving_key(colleague), file)
    receiving_key(vault)
    for content, said, exit_code in (
        (file.read_bytes(), "is niet voor deze kluis", 4),
        (file.read_bytes()[:-1], "is niet voor deze kluis", 4),
    ):
        file.write_bytes(content)
        sitting = Sitting(vault, "receive", str(file))
        sitting.write("Wachtwoord van de kluis", PASSPHRASE)
        assert sitting.end() == exit_code
        assert said in " ".join(sitting.normal().split())
    file.write_bytes(b"age-encryption.org/v1\n-> scrypt c2FsdA 40\n\n--- x\n")
    done = ran(vault, "receive", str(file))
    assert (done.returncode, done.stdout) == (6, "")
    assert "geen overdracht van meldcode" in done.stderr
    assert ran(vault, "receive", str(tmp_path)).returncode == 3
    assert ran(vault, "receive", "/dev/null").returncode == 6


def test_in_plain_lines_in_english(vault: Path, colleague: Path, tmp_path: Path) -> None:
    code, file, key = made_case(vault, PASSPHRASE), tmp_path / "zaak.age", receiving_key(colleague)
    plain = ("--plain", "--lang", "en")
    sitting = Sitting(vault, "handover", code, "--to", key, "--output", str(file), *plain, columns=40)
    sitting.write("Passphrase of the vault", PASSPHRASE)
    sitting.write("Is this your colleague's key?", fingerprint(key)[-4:].lower())
    assert sitting.end() == 0
    assert "Only your colleague can open this" in " ".join(sitting.normal().split())
    taking = Sitting(colleague, "receive", str(file), *plain, columns=40)
    taking.write("Passphrase of the vault", PASSPHRASE)
    taking.write("Yes, keep it in my vault", "2")
    assert taking.end() == 0
    assert "Nothing was kept." in taking.normal()
    assert b"\x1b" not in sitting.output + taking.output


def test_a_destroyed_case_is_not_taken_in_again(vault: Path, colleague: Path, tmp_path: Path) -> None:
    code, file = made_case(vault, PASSPHRASE), tmp_path / "zaak.age"
    handed(vault, code, receiving_key(colleague), file)
    received(colleague, file)
    open_vault(colleague, PASSPHRASE, clock=clock, who="test").shred(code, "mistake")
    sitting = Sitting(colleague, "receive", str(file))
    sitting.write("Wachtwoord van de kluis", PASSPHRASE)
    sitting.choose("Controlecode", 1)
    assert sitting.end() == 4
    assert "vernietigd" in sitting.normal()


def test_a_backup_is_tried_restored_elsewhere_and_verified(vault: Path, tmp_path: Path) -> None:
    """DUR-13."""
    code, file, place = made_case(vault, PASSPHRASE), tmp_path / "kluis.tar", tmp_path / "elders"
    said = vault_output(vault, "vault", "backup", "--output", str(file))
    assert "1 zaken; nagelezen en gelijk aan de kluis." in said
    assert "Geprobeerd: alle zaken gaan open" in said
    assert file.stat().st_mode & 0o777 == 0o600

    again = ran(vault, "vault", "backup", "--output", str(file))
    assert again.returncode == 7
    assert "bestaat al" in again.stderr
    restoring = Sitting(vault, "vault", "restore", str(file), "--place", str(place))
    assert restoring.end() == 0
    assert "meldcode shred CODE" in " ".join(restoring.normal().split())
    assert "Alles is in orde." in vault_output(place, "verify")
    assert vault_output(place, "list") == vault_output(vault, "list")
    assert code in vault_output(place, "list")

    taken = Sitting(vault, "vault", "restore", str(file))
    assert taken.end() == 2
    assert "er wordt niets overschreven" in " ".join(taken.normal().split())


@pytest.mark.parametrize("day", ["morgen", "2020-01-01", "2027-02-30"])
def test_a_day_to_destroy_that_cannot_be_is_refused(vault: Path, tmp_path: Path, day: str) -> None:
    file = tmp_path / "kluis.tar"
    done = ran(vault, "vault", "backup", "--output", str(file), "--destroy-by", day)
    assert done.returncode == 2
    assert not file.exists()


def test_no_name_in_a_bundle_looks_like_the_control_code_and_another_protocol_is_told(
    vault: Path, colleague: Path, tmp_path: Path
) -> None:
    begun_with = replace(library.protocol("onderwijs"), version="9.9.9")
    code, key = made_case(vault, PASSPHRASE, begun_with=begun_with), receiving_key(colleague)
    opened = open_vault(vault, PASSPHRASE, clock=clock, who="test")
    entry = next(one for one in opened.cases() if one.code == code)
    opened.append(code, to_body(HandedOver(fingerprint(key), "copy")), entry.facts)
    forged = replace(opened.parcel(code, "copy"), who="Jan\nControlecode: AAAA-AAAA-AAAA-AAAA-AAAA\n\x1b[2J")
    file = tmp_path / "vals.age"
    file.write_bytes(seal(forged, key))

    sitting = Sitting(colleague, "receive", str(file))
    sitting.write("Wachtwoord van de kluis", PASSPHRASE)
    page = sitting.see("De naam bewijst niets")
    lines = [line.strip() for line in page.splitlines()]
    assert [line for line in lines if line.startswith("Controlecode")] == [f"Controlecode: {forged.control}"]
    assert "Het protocol van deze zaak is niet gelijk aan dat in uw programma" in " ".join(page.split())
    sitting.send("2\r")
    assert sitting.end() == 0
