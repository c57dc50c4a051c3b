"""`meldcode export` on a real vault: one explicit file, for its owner only, never without a record of it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Closed, Noted
from meldcode.vault.age import Key
from tests.endtoend.made import made_case
from tests.endtoend.test_walk import PASSPHRASE, ran, vault_output

if TYPE_CHECKING:
    from pathlib import Path

FIRST = {"text": "SAMENVATTING", "md": "# Samenvatting", "html": "<!DOCTYPE html>", "pdf": "%PDF-1.7", "docx": "PK"}


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "kluis"
    made_case(path, PASSPHRASE, more=[Noted("Eerste.")])
    made_case(path, PASSPHRASE, more=[Noted("Tweede."), Closed("Klaar.")])
    return path


@pytest.fixture(scope="module")
def codes(vault: Path) -> list[str]:
    return [line.split()[0] for line in vault_output(vault, "list", "--all").splitlines()]


def exports(vault: Path, code: str) -> int:
    return vault_output(vault, "export", code, "--audit", "--format", "text", "--output", "-").count("uit de kluis")


@pytest.mark.parametrize("form", FIRST)
def test_all_cases_go_into_one_new_file_for_its_owner_only(vault: Path, tmp_path: Path, form: str) -> None:
    """USR-07: an explicit file, 0600, never overwritten."""
    file = tmp_path / "zaken"
    done = ran(vault, "export", "--all", "--format", form, "--output", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"Geschreven: {file}\nZaken in het bestand: 2\n"
    assert file.read_bytes().startswith(FIRST[form].encode())
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    assert ran(vault, "export", "--all", "--format", form, "--output", str(file)).returncode == 7
    assert file.read_bytes() == before


def test_the_name_of_the_file_tells_the_form(vault: Path, codes: list[str], tmp_path: Path) -> None:
    assert ran(vault, "export", codes[0], "--output", str(tmp_path / "zaak.html")).returncode == 0
    assert (tmp_path / "zaak.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    done = ran(vault, "export", codes[0], "--output", str(tmp_path / "zaak.xyz"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Kies met --format uit: text, md, html, pdf, docx" in done.stderr


def test_every_export_is_recorded_and_its_control_code_can_be_verified(vault: Path, codes: list[str]) -> None:
    before = exports(vault, codes[0])
    printed = vault_output(vault, "export", codes[0], "--format", "text", "--output", "-")
    (control,) = [line.split(": ")[1] for line in printed.splitlines() if line.startswith("Controlecode: ")]
    assert exports(vault, codes[0]) == before + 2
    assert "tot daar is niets veranderd" in vault_output(vault, "verify", codes[0], "--control", control)


def test_what_cannot_be_written_is_not_recorded_and_leaves_no_file(
    vault: Path, codes: list[str], tmp_path: Path
) -> None:
    before = exports(vault, codes[0])
    assert ran(vault, "export", codes[0], "--output", str(tmp_path / "er-is-niets" / "zaak.html")).returncode == 7
    assert ran(vault, "export", codes[0], "--format", "html", "--output", "/dev/full").returncode == 7
    assert exports(vault, codes[0]) == before + 1
    assert list(tmp_path.iterdir()) == []


def test_it_is_encrypted_for_whom_it_is_meant(vault: Path, codes: list[str], tmp_path: Path) -> None:
    key, other = Key.generate(), Key.generate()
    (tmp_path / "sleutels").write_text(f"# voor het dossier\n{other.recipient}\n", "utf-8")
    keys = ("--to", key.recipient, "--to", str(tmp_path / "sleutels"))
    done = ran(vault, "export", codes[0], "--output", str(tmp_path / "zaak.md"), *keys)
    assert done.returncode == 0, done.stderr
    content = (tmp_path / "zaak.md.age").read_bytes()
    assert codes[0].encode() not in content
    assert key.decrypt(content).decode() == other.decrypt(content).decode()
    assert key.decrypt(content).startswith(b"# Samenvatting meldcode")


def test_a_key_that_is_none_or_secret_is_refused_before_the_passphrase_and_not_repeated(tmp_path: Path) -> None:
    secret = Key.generate().secret()
    (tmp_path / "geheim").write_text(secret, "utf-8")
    for given in ("age1abc", str(tmp_path / "geheim"), str(tmp_path / "er-is-niets")):
        done = ran(tmp_path / "geen-kluis", "export", "--all", "--output", str(tmp_path / "x.md"), "--to", given)
        assert (done.returncode, done.stdout) == (2, "")
        assert secret not in done.stderr
        assert not (tmp_path / "x.md").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "html"], "Welke zaken?"),
        (["--all", "7Q2MX4HK", "--format", "html"], "Niet allebei."),
        (["--all"], "In welke vorm?"),
    ],
)
def test_what_is_not_clear_is_refused_before_the_vault_is_opened(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    done = ran(tmp_path / "kluis", "export", *arguments, "--output", "-")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_damaged_case_is_marked_and_one_that_is_lost_is_named(tmp_path: Path) -> None:
    vault = tmp_path / "kluis"
    damaged, lost, whole = (made_case(vault, PASSPHRASE) for _ in range(3))
    file = vault / "zaken" / f"{damaged}.zaak"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*lines[:-3], *lines[-2:]]))
    (vault / "sleutels" / f"{lost}.age").write_bytes(b"")
    done = ran(vault, "export", "--all", "--format", "text", "--output", str(tmp_path / "zaken.txt"))
    assert done.returncode == 6
    assert f"Zaak {lost} kan niet worden gelezen" in done.stderr
    content = (tmp_path / "zaken.txt").read_text("utf-8")
    assert content.count("LET OP: deze zaak is beschadigd.") == 1
    assert f"Zaak: {damaged}" in content
    assert f"Zaak: {whole}" in content
    assert f"Zaak: {lost}" not in content


def test_a_case_that_the_register_does_not_know_is_named_and_is_not_in_the_file(tmp_path: Path) -> None:
    vault, file = tmp_path / "kluis", tmp_path / "zaken.json"
    made_case(vault, PASSPHRASE)
    older = (vault / "register.age").read_bytes()
    forgotten = made_case(vault, PASSPHRASE)
    (vault / "register.age").write_bytes(older)
    done = ran(vault, "export", "--all", "--output", str(file))
    assert done.returncode == 6
    assert f"niet kent: {forgotten}" in done.stderr
    assert forgotten not in file.read_text("utf-8")


@pytest.mark.parametrize(("form", "package"), [("pdf", "typst"), ("docx", "docx")])
def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path, form: str, package: str) -> None:
    hidden = (
        f"import sys; sys.modules[{package!r}] = None; from meldcode.cli.run import run; sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", hidden, "export", "--all", "--output", str(tmp_path / f"zaak.{form}")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"'.[{form}]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
