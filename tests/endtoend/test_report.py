"""The draft of a report from a real vault: printed, written, refused as json, and recorded as having left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.endtoend.made import ANSWERS, made_case
from tests.endtoend.test_walk import PASSPHRASE, ran, vault_output

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.fixture
def code(vault: Path) -> str:
    signals = [{"signal": "kind_4_12.vertelt_mishandeling", "seen": "Zegt: \x1b[31mik wil niet.", "how": "verteld"}]
    return made_case(vault, PASSPHRASE, ANSWERS | {"signalen": signals})


@pytest.mark.parametrize(
    ("options", "first", "seen"),
    [
        ([], "CONCEPT VAN EEN MELDING BIJ VEILIG THUIS", "Wat er was: Zegt: ⟨U+001B⟩[31mik wil niet."),
        (
            ["--format", "md"],
            "# Concept van een melding bij Veilig Thuis",
            r"Wat er was: Zegt: ⟨U+001B⟩\[31mik wil niet.",
        ),
        (["--lang", "en"], "DRAFT OF A REPORT TO VEILIG THUIS", "What it was: Zegt: ⟨U+001B⟩[31mik wil niet."),
    ],
)
def test_it_is_printed_with_what_was_typed_made_visible(
    vault: Path, code: str, options: list[str], first: str, seen: str
) -> None:
    output = vault_output(vault, "show", code, "--report", *options)
    assert output.splitlines()[0] == first
    assert seen in output
    assert "\x1b" not in output
    assert code in output


def test_as_json_it_is_refused_before_the_vault_is_opened(vault: Path) -> None:
    done = ran(vault, "show", "7Q2MX4HK", "--report", "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Kies --format text of --format md." in done.stderr
    assert not vault.exists()


def test_it_is_written_for_its_owner_only_never_over_a_file_and_the_case_stays_whole(
    vault: Path, code: str, tmp_path: Path
) -> None:
    file = tmp_path / "melding.md"
    done = ran(vault, "show", code, "--report", "--format", "md", "--output", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    assert f"Geschreven: {file}" in done.stderr
    assert file.stat().st_mode & 0o777 == 0o600
    content = file.read_text("utf-8")
    assert content.startswith("# Concept van een melding")

    assert ran(vault, "show", code, "--report", "--format", "md", "--output", str(file)).returncode == 7
    assert file.read_text("utf-8") == content
    assert "volledig" in vault_output(vault, "verify", code)
    assert vault_output(vault, "show", code, "--report", "--format", "md").rstrip() == content.rstrip()
