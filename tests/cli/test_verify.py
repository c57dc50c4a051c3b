"""`verify` in words: what is wrong, with the number of the record, what can still be trusted, and the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Noted
from meldcode.cli import cases, kept
from meldcode.cli import verify as command
from meldcode.cli.errors import Exit
from meldcode.cli.output import Voice
from meldcode.vault import errors
from meldcode.vault.age import Key
from meldcode.vault.errors import VaultError
from tests.cli.vaults import begun, open_here
from tests.vault.helpers import FailingDisk, case_file, empty_vault, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from meldcode.vault.store import Vault

Said = tuple[Exit, list[str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.fixture
def user() -> Key:
    return Key.generate()


@pytest.fixture
def vault(root: Path, user: Key) -> Vault:
    return empty_vault(root, user)


@pytest.fixture
def checked(vault: Vault, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Check the vault, or a case, and return the exit code with what was said, line by line."""

    def check(code: str = "", control: str = "", *, repair: bool = False, language: str = "nl") -> Said:
        with open_here(vault, monkeypatch):
            voice = Voice("en" if language == "en" else "nl")
            outcome = command.verify(voice, code, control, None, repair=repair)
        said = capsys.readouterr()
        return outcome, (said.err + said.out).splitlines()

    return check


def lines_of(root: Path, code: str) -> list[bytes]:
    return case_file(root, code).read_bytes().splitlines(keepends=True)


def put(root: Path, code: str, lines: list[bytes]) -> None:
    case_file(root, code).write_bytes(b"".join(lines))


def test_a_whole_case_is_said_to_be_whole(vault: Vault, checked: Callable[..., Said]) -> None:
    code = begun(vault)
    assert checked() == (
        Exit.FINE,
        [
            f"Zaak {code}:",
            "  - volledig: alle 2 records zijn er, in volgorde en ongewijzigd",
            "Alles is in orde.",
        ],
    )


def test_a_half_written_line_at_the_end_harms_nothing(vault: Vault, root: Path, checked: Callable[..., Said]) -> None:
    code = begun(vault)
    put(root, code, [*lines_of(root, code), b"half"])
    outcome, said = checked()
    assert outcome == Exit.FINE
    assert "een half geschreven regel aan het eind" in said[2]


def test_a_hole_is_named_by_its_number_with_what_can_be_trusted(
    vault: Vault, root: Path, checked: Callable[..., Said]
) -> None:
    code = begun(vault, Noted("Gebeld."), Noted("Nog eens."))
    first, _, *rest = lines_of(root, code)
    put(root, code, [first, *rest])
    outcome, said = checked()
    assert outcome == Exit.DAMAGED
    assert said[1:3] == [
        "  - record 2 ontbreekt of is onleesbaar",
        "  - te vertrouwen: record 1 tot en met 1; daarna zijn er nog 2 te lezen, die u moet nagaan",
    ]
    assert checked(language="en")[1][1] == "  - record 2 is missing or unreadable"
    put(root, code, [first, rest[-1]])
    assert "  - records 2 tot en met 3 ontbreken of zijn onleesbaar" in checked()[1]


def test_a_case_without_its_end_says_how_much_is_there(vault: Vault, root: Path, checked: Callable[..., Said]) -> None:
    code = begun(vault, Noted("Gebeld."))
    put(root, code, lines_of(root, code)[:2])
    outcome, said = checked()
    assert outcome == Exit.DAMAGED
    assert "2 van 3 records gevonden" in said[1]
    assert said[2] == "  - te vertrouwen: record 1 tot en met 2; die passen op elkaar"


def test_a_record_of_another_history_is_named(vault: Vault, root: Path, checked: Callable[..., Said]) -> None:
    code = begun(vault)
    before = {path: path.read_bytes() for path in (root / "register.age", case_file(root, code))}
    kept.record_opening(vault, kept.entry_of(vault, code), "show")
    other = lines_of(root, code)[2]
    for path, data in before.items():
        path.write_bytes(data)
    kept.record_opening(vault, kept.entry_of(vault, code), "resume")
    put(root, code, [*lines_of(root, code)[:2], other])
    outcome, said = checked(code)
    assert outcome == Exit.DAMAGED
    assert "record 3 past niet" in said[1]
    assert "geen enkel record is zeker" in said[2]


def test_a_file_that_is_empty_leaves_nothing_certain(vault: Vault, root: Path, checked: Callable[..., Said]) -> None:
    put(root, begun(vault), [])
    assert "  - geen enkel record is zeker; ga alles na wat u nog kunt lezen" in checked()[1]


class TestControlCode:
    def test_of_any_record_it_is_known_again(self, vault: Vault, checked: Callable[..., Said]) -> None:
        code = begun(vault)
        control = kept.read_case(vault, code).facts.control
        kept.record_opening(vault, kept.entry_of(vault, code), "show")
        assert kept.read_case(vault, code).facts.control == control
        assert any("is die van record 2 van 3" in line for line in checked(code, control)[1])
        assert checked(control=control)[0] == Exit.FINE

    def test_of_no_case_at_all_is_not_in_order(self, vault: Vault, checked: Callable[..., Said]) -> None:
        begun(vault)
        outcome, said = checked(control="A" * 20)
        assert outcome == Exit.FINDINGS
        assert "De controlecode past bij geen enkele zaak in deze kluis." in said
        assert "Alles is in orde." not in said


class TestRepair:
    def test_it_says_what_it_did_and_the_case_goes_on(
        self, vault: Vault, root: Path, checked: Callable[..., Said]
    ) -> None:
        code = begun(vault)
        (root / "register.age").unlink()
        assert checked()[0] == Exit.DAMAGED
        outcome, said = checked(repair=True)
        assert outcome == Exit.FINDINGS
        assert f"Het register is opnieuw gemaakt voor: {code}." in said[0]
        assert "Er is geen record kwijt, maar lees wat hierboven staat." in said
        kept.refuse_damaged(vault, code)

    def test_a_hole_can_not_be_repaired_and_stays_marked(
        self, vault: Vault, root: Path, checked: Callable[..., Said]
    ) -> None:
        code = begun(vault, Noted("Gebeld."))
        first, _, last = lines_of(root, code)
        put(root, code, [first, last])
        outcome, said = checked(repair=True)
        assert outcome == Exit.DAMAGED
        assert "blijft gemarkeerd" in said[0]


def test_a_vault_that_can_not_be_written_can_be_looked_at_and_that_is_said(
    vault: Vault, root: Path, user: Key, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """DUR-05: reading works."""
    code = begun(vault)
    before = case_file(root, code).read_bytes()
    refusing = FailingDisk(root, 1, VaultError(errors.READ_ONLY, path="."), after=False)
    with open_here(unlocked(root, user, disk=refusing), monkeypatch):
        assert cases.show(Voice("nl"), code, "text", "", None, report=False) == Exit.FINE
    said = capsys.readouterr()
    assert code in said.out
    assert "kon niet worden vastgelegd" in said.err
    assert case_file(root, code).read_bytes() == before


def test_what_is_shown_does_not_depend_on_the_zone_of_the_machine(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DUR-07: times are said as they were recorded."""
    code = begun(vault)
    started = kept.read_case(vault, code).facts.started
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert kept.read_case(vault, code).facts.started == started == "2026-11-02 09:01"
