"""The pages for security and privacy people say what the program does: commands, figures, links and sources hold."""

from __future__ import annotations

import math
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
import typer

from meldcode.case.due import WORKING_COPY
from meldcode.cli.app import app
from meldcode.cli.backup import LIFETIME
from meldcode.export.disclosure import FEW
from meldcode.vault import age, bundle, codes, header, keyfile, passphrase, record, userkeys
from tests.endtoend.made import made_case
from tests.endtoend.test_walk import PASSPHRASE, PROGRAM
from tests.shared import python_path

DOCS: Final = Path(__file__).parents[2] / "docs"
SECURITY: Final = (DOCS / "security.md").read_text("utf-8")
PRIVACY: Final = (DOCS / "privacy.md").read_text("utf-8")
PAGES: Final = {"security.md": SECURITY, "privacy.md": PRIVACY}


def in_blocks(page: str) -> list[str]:
    """Return every command line of ours in the blocks of a page."""
    blocks = "".join(re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL))
    return [line.strip() for line in re.findall(r"^meldcode ([^#\n]+)", blocks, re.MULTILINE)]


def in_sentences(page: str) -> list[str]:
    return re.findall(r"`meldcode ([^`]+)`", page)


LINES: Final = sorted({line for page in PAGES.values() for line in (*in_blocks(page), *in_sentences(page))})


def found(line: str) -> tuple[Any, list[str]]:
    """Return the command that a line calls, and the words that follow its name."""
    command: Any = typer.main.get_command(app)
    words = shlex.split(line)
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    return command, words


@pytest.mark.parametrize("line", LINES)
def test_every_command_on_the_pages_exists_with_its_options(line: str) -> None:
    command, words = found(line)
    assert not getattr(command, "commands", {}), f"meldcode {line} is no whole command"
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("name", PAGES)
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", PAGES[name]) if not link.startswith("https://")]
    assert links
    assert [link for link in links if not (DOCS / link).exists()] == []


def test_the_figures_about_keys_are_those_of_the_program() -> None:
    def power(number: int) -> str:
        return f"2^{int(math.log2(number))}"

    words = len(passphrase.words())
    figures = (
        f"N = {power(header.SCRYPT_N)}, r = {header.SCRYPT_R}, p = {header.SCRYPT_P}, salt {header.SALT_BYTES} bytes",
        f"onder {power(header.SCRYPT_N)} of boven {power(header._MOST_N)}",  # noqa: SLF001 - a bound, not a behaviour
        f"{passphrase.WORDS} woorden uit {words}: {int(passphrase.WORDS * math.log2(words))} bits",
        f"ten minste {passphrase.LEAST_LENGTH} tekens",
        f"ten hoogste {userkeys.MOST_RECOVERY}",
        f"{record.SALT_BYTES} willekeurige bytes",
        f"sleutelbestand {keyfile.MOST_BYTES // 1024} KiB, {age._MOST_STANZAS} stanza's",  # noqa: SLF001 - as above
        f"bundel {bundle.MOST_BYTES // 1024**2} MiB",
        f"{len(codes.control_code('0' * 64).replace('-', ''))} tekens base32: 100 bits",
    )
    assert [each for each in figures if each not in SECURITY] == []


def test_the_number_of_packages_is_that_of_the_lock() -> None:
    lock = (DOCS.parent / "requirements" / "run.txt").read_text("utf-8")
    assert f", {len(re.findall(r'^[a-z]', lock, re.MULTILINE))} pakketten)" in SECURITY


def test_the_terms_of_the_privacy_page_are_those_of_the_program() -> None:
    assert f"De werkkopie: {WORKING_COPY.days} dagen" in PRIVACY
    assert f"gewoonlijk na {LIFETIME.days} dagen" in PRIVACY
    assert FEW == 10
    assert "onder de tien samengeteld" in PRIVACY


def test_every_source_that_is_named_is_listed_and_the_other_way_round() -> None:
    text, _, sources = PRIVACY.partition("## Bronnen")
    marks = re.findall(r"\[([A-Z][A-Z0-9-]+(?:, [A-Z0-9-]+)*)\]", text)
    named = {tag for mark in marks for tag in mark.split(", ")}
    listed = set(re.findall(r"^\| ([A-Z][A-Z0-9-]+) \|", sources, re.MULTILINE))
    assert named - {"GK"} == listed


def test_what_someone_is_told_to_try_can_be_done_as_it_stands(tmp_path: Path) -> None:
    """One drill of seven runs, in order: a page that people check a vault with has to be right (DUR-13)."""
    made_case(tmp_path / "kluis", PASSPHRASE)
    lines = in_blocks(SECURITY)
    ended = [attempt(tmp_path, line) for line in lines]
    assert len(ended) >= 6
    assert [done.returncode for done in ended] == [1 if "--control" in line else 0 for line in lines]
    assert (tmp_path / "proef" / "sleutel.age").read_bytes() == (tmp_path / "kluis" / "sleutel.age").read_bytes()


def attempt(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    command, _ = found(line)
    asks = any("--passphrase-fd" in parameter.opts for parameter in command.params)
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n".encode())
    os.close(writing)
    env = os.environ | {"MELDCODE_VAULT": str(folder / "kluis"), "HOME": str(folder), "LANG": "C.UTF-8"}
    words = [*shlex.split(line), *(["--passphrase-fd", str(reading)] if asks else [])]
    done = subprocess.run(
        [sys.executable, str(PROGRAM), *words],
        cwd=folder,
        env=env | {"PYTHONPATH": python_path()},
        pass_fds=[reading],
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(reading)
    return done
