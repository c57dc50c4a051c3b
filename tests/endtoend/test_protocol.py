"""The commands for who adapts a protocol, in a real terminal: narrow screens, questions, a bar, and a real vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.endtoend.made import ANSWERS, made_case
from tests.endtoend.test_walk import PASSPHRASE, Sitting, ran, vault_output
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OVERLAY = str(ROOT / "examples" / "gemeente-voorbeeldstad" / "overlay.yaml")
HELP_IN_DOUBT = ANSWERS | {"veiligheid": "nee", "hulp": "ja", "acceptatie": "onbekend"}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.mark.parametrize(
    "arguments", [("walk", "onderwijs", "--n", "50"), ("diff", "onderwijs", OVERLAY), ("test", OVERLAY)]
)
def test_no_row_is_wider_than_a_narrow_terminal(vault: Path, arguments: tuple[str, ...]) -> None:
    sitting = Sitting(vault, "protocol", *arguments, columns=40)
    assert sitting.end() == 0
    rows = sitting.output.decode().replace("\r", "").split("\n")
    assert len(rows) > 5
    assert [row for row in rows if len(row) > 40] == []


def test_impact_reads_the_cases_of_the_vault_and_tells_of_one_that_is_damaged(vault: Path) -> None:
    made_case(vault, PASSPHRASE)
    changed = made_case(vault, PASSPHRASE, HELP_IN_DOUBT)
    broken = made_case(vault, PASSPHRASE)
    stored = vault / "zaken" / f"{broken}.zaak"
    stored.write_bytes(stored.read_bytes()[:200])
    done = ran(vault, "protocol", "impact", "onderwijs", OVERLAY, "--vault")
    assert done.returncode == 1
    assert f"{changed}: " in done.stdout
    assert broken in done.stderr


def test_impact_of_a_protocol_on_itself_changes_no_case_of_the_vault(vault: Path) -> None:
    made_case(vault, PASSPHRASE)
    said = vault_output(vault, "protocol", "impact", "onderwijs", "onderwijs", "--vault")
    assert said.startswith("0 van 1 ")


@pytest.mark.parametrize("columns", [40, 80])
def test_a_folder_is_made_after_three_questions(vault: Path, columns: int) -> None:
    folder = vault.parent / "mijn-overlay"
    sitting = Sitting(vault, "protocol", "new", "--folder", str(folder), columns=columns)
    sitting.see("gemeente")
    sitting.send("Utrecht\r")
    sitting.see("protocol")
    sitting.send("\x1b[H \r")
    sitting.see("Gemeente Utrecht")
    sitting.send("\r")
    assert sitting.end() == 0
    assert "aangepast door Gemeente Utrecht" in (folder / "overlay.yaml").read_text("utf-8")
    assert Sitting(vault, "protocol", "prove", str(folder / "overlay.yaml")).end() == 0


def test_whoever_stops_halfway_the_questions_has_made_nothing(vault: Path) -> None:
    folder = vault.parent / "mijn-overlay"
    sitting = Sitting(vault, "protocol", "new", "--folder", str(folder))
    sitting.see("gemeente")
    sitting.send("\x03")
    sitting.end()
    assert not folder.exists()


def test_a_long_walk_shows_how_far_it_is_and_is_stopped_in_peace(vault: Path) -> None:
    sitting = Sitting(vault, "protocol", "walk", "onderwijs", "--n", "1000000")
    sitting.see("% gedaan")
    sitting.send("\x03")
    assert sitting.end() == 130
    assert "% gedaan" not in sitting.screen()
    assert "Traceback" not in sitting.screen()
