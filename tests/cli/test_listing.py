"""`list` and `agenda` over a vault in this process: what both tell and what they look at (SPD-10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.cli import listing
from meldcode.cli.agenda import agenda
from meldcode.cli.errors import Exit
from meldcode.cli.output import Voice
from meldcode.vault.age import Key
from tests.cli.vaults import begun, open_here
from tests.vault.helpers import case_file, empty_vault, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.store import Vault

VOICE = Voice("nl")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.fixture
def user() -> Key:
    return Key.generate()


@pytest.fixture
def vault(root: Path, user: Key) -> Vault:
    return empty_vault(root, user)


def cut_in_the_middle(root: Path, code: str) -> None:
    path = case_file(root, code)
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[1])


def test_a_case_stands_there_in_the_language_that_is_asked(vault: Vault, capsys: pytest.CaptureFixture[str]) -> None:
    code = begun(vault)
    assert listing.list_cases(VOICE, vault, every=False) == Exit.FINE
    assert listing.list_cases(Voice("en"), vault, every=False) == Exit.FINE
    assert capsys.readouterr().out == (
        f"{code}  Onderwijs: open, bij stap Breng de signalen in kaart\n"
        f"{code}  Education: open, at step Map the signals\n"
    )


def test_damage_in_the_middle_of_a_case_is_seen_and_hides_no_other(
    vault: Vault, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken, whole = begun(vault), begun(vault)
    cut_in_the_middle(root, broken)
    assert listing.list_cases(VOICE, vault, every=False) == Exit.DAMAGED
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert "BESCHADIGD" in lines[broken]
    assert "BESCHADIGD" not in lines[whole]


def test_a_case_that_the_register_does_not_know_is_named_and_one_that_was_never_made_is_not(
    vault: Vault, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun(vault)
    older = (root / "register.age").read_bytes()
    forgotten = begun(vault)
    (root / "register.age").write_bytes(older)
    assert listing.list_cases(VOICE, vault, every=False) == Exit.DAMAGED
    assert f"niet kent: {forgotten}" in capsys.readouterr().err
    case_file(root, forgotten).write_bytes(b"")
    assert listing.list_cases(VOICE, vault, every=False) == Exit.FINE
    assert forgotten not in capsys.readouterr().err


def test_the_agenda_names_a_case_that_the_register_does_not_know(
    vault: Vault, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(vault)
    older = (root / "register.age").read_bytes()
    forgotten = begun(vault)
    with open_here(vault, monkeypatch):
        assert agenda(VOICE, "", None) == Exit.FINE
        assert forgotten not in capsys.readouterr().err
        (root / "register.age").write_bytes(older)
        assert agenda(VOICE, "", None) == Exit.DAMAGED
        assert f"niet kent: {forgotten}" in capsys.readouterr().err


def test_of_more_cases_the_register_tells_and_that_is_said(
    vault: Vault, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "CHECKED", 2)
    cut, gone, _ = begun(vault), begun(vault), begun(vault)
    cut_in_the_middle(root, cut)
    case_file(root, gone).unlink()
    assert listing.list_cases(VOICE, vault, every=False) == Exit.DAMAGED
    said = capsys.readouterr()
    damaged = [line.split()[0] for line in said.out.splitlines() if "BESCHADIGD" in line]
    assert damaged == [gone], "a file that is gone is seen without opening any; damage inside one is not"
    assert "meldcode verify" in said.err


def test_after_a_repair_the_case_itself_tells_where_it_stands(
    vault: Vault, root: Path, user: Key, capsys: pytest.CaptureFixture[str]
) -> None:
    code = begun(vault)
    (root / "register.age").unlink()
    again = unlocked(root, user)
    assert again.repair() == (code,)
    assert listing.list_cases(VOICE, again, every=False) == Exit.FINE
    assert capsys.readouterr().out == f"{code}  Onderwijs: open, bij stap Breng de signalen in kaart\n"
