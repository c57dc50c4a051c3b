"""The documentation: complete, without dead links, from this program, and every command in it does what it says.

A page that an author's or trainer's afternoon is on has a test of its own; here are the rest, and the site.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING, Final

import pyrage
import pytest

from tests.cli.program import Done, Program
from tests.content.test_security_page import found, in_blocks, in_sentences
from tests.endtoend.made import made_case
from tests.shared import ROOT, installed
from tools import command_reference, reference_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCS: Final = ROOT / "docs"
PAGES: Final = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in sorted(DOCS.rglob("*.md"))}
BLOCK: Final = re.compile(r"^(?P<in> *)```(?P<info>[^`\n]+)\n(?P<body>(?:.*\n)*?)(?P=in)```$", re.MULTILINE)
PASSPHRASE: Final = "fiets lampion zeester kompas"
CODE: Final = "7Q2MX4HK"

ELSEWHERE: Final = {
    "aanpassen.md": "tests/content/test_tutorial.py",
    "trainers.md": "tests/content/test_trainers.py",
    "eerste-zaak.md": "tests/content/test_first_case.py",
}
"""Pages of which every block is run by a test of their own."""

NOT_RUN: Final = {
    "commands.md": "examples from the help: names and codes stand for what someone has; their options are checked",
    "installeren-zonder-internet.md": "needs a release; `make release-check` installs one where there is no network",
    "release.md": "makes a release, which takes minutes and the package index",
    "security.md": "a control code and a place that stand for someone's own; their options are checked",
    "vault-format.md": "needs the programs age and jq, which are not ours; tests/vault opens the same vault",
}
"""Pages whose commands are not run, with the reason."""

OUTSIDE: Final = {"https://age-encryption.org/v1"}
"""Every link of the site that leads outside; they are not fetched."""

NEVER_OPENED: Final = "http://www.w3.org/2000/svg|https://www.sphinx-doc.org/"
"""In scripts: the name of a notation, and a part of a sentence that our pages do not show."""


def squeezed(text: str) -> str:
    return " ".join(text.split())


def blocks(page: str) -> Iterator[tuple[str, str]]:
    """Yield how each block is marked, and what is in it."""
    for block in BLOCK.finditer(PAGES[page]):
        yield block["info"], textwrap.dedent(block["body"])


def with_commands() -> list[str]:
    return [page for page in PAGES if any(info.startswith("sh") for info, _ in blocks(page))]


RUN_HERE: Final = [page for page in with_commands() if page not in ELSEWHERE and page not in NOT_RUN]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with a vault, the key of a colleague and the passphrase; and the code of the case in that vault."""
    folder = tmp_path_factory.mktemp("thuis")
    (folder / "collega.txt").write_text(f"{pyrage.x25519.Identity.generate().to_public()}\n", "utf-8")
    (folder / "wachtwoord").write_text(f"{PASSPHRASE}\n", "utf-8")
    return folder, made_case(folder / "kluis", PASSPHRASE)


class Reader:
    """Someone who does what a page says, in a folder of their own."""

    def __init__(self, program: Program, code: str) -> None:
        self.program, self.code, self.last = program, code, Done(0, "", "")

    def do(self, info: str, body: str) -> None:
        kind, _, mark = info.partition(" ")
        if kind == "text":
            shown = squeezed(self.last.out)
            assert [line for line in body.splitlines() if squeezed(line) not in shown] == []
        elif mark == "terminal":
            for line in body.splitlines():
                self.run(line, "", 3)
                assert "terminal" in self.last.err, line
        elif mark.startswith("elders="):
            there = (ROOT / mark.removeprefix("elders=")).read_text("utf-8")
            assert all(f'"{line.split()[1]}"' in there for line in body.splitlines()), body
        else:
            assert info in ("sh", "sh wachtwoord")
            self.run(body, " --passphrase-fd 3 3<wachtwoord" if mark else "", 0)

    def run(self, script: str, more: str, ending: int) -> None:
        script = script.replace(CODE, self.code)
        self.last = self.program.shell(f'set -e; meldcode() {{ $M "$@"{more}; }}\n{script}')
        assert self.last.code == ending, f"{script}{self.last.out}{self.last.err}"


@pytest.mark.parametrize("page", RUN_HERE)
def test_whoever_does_what_a_page_says_gets_what_it_promises(page: str, home: tuple[Path, str], tmp_path: Path) -> None:
    folder = tmp_path / "thuis"
    shutil.copytree(home[0], folder)
    reader = Reader(Program(installed(), folder, {"MELDCODE_VAULT": str(folder / "kluis")}), home[1])
    for info, body in blocks(page):
        reader.do(info, body)


def test_every_page_with_commands_is_run_here_or_elsewhere_or_has_a_reason() -> None:
    assert sorted(with_commands()) == sorted({*RUN_HERE, *ELSEWHERE, *NOT_RUN})
    for page, where in ELSEWHERE.items():
        assert f'"{page}"' in (ROOT / where).read_text("utf-8")


def test_every_block_is_read_by_these_tests() -> None:
    """An unmarked fence would be skipped; only a drawing may be one."""
    for page in RUN_HERE:
        assert PAGES[page].count("```") == 2 * len(list(blocks(page))), page


@pytest.mark.parametrize("page", PAGES)
def test_every_command_in_a_block_or_a_sentence_exists_with_its_options(page: str) -> None:
    for line in {*in_blocks(PAGES[page]), *in_sentences(PAGES[page])} - {"OPDRACHT --help", "[OPTIES] OPDRACHT ..."}:
        command, words = found(line.partition(" #")[0])
        known = {option for parameter in command.params for option in parameter.opts} | {"--help", "--lang", "--plain"}
        assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known, line


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", PAGES[page])
    files = [link for link in links if not link.startswith("https://")]
    assert [link for link in files if not (DOCS / page).parent.joinpath(link).exists()] == []


class TestReference:
    """What comes from the program is that of this program; after a change: `make content`."""

    @pytest.mark.parametrize("name", reference_pages.PAGES)
    def test_a_page(self, name: str) -> None:
        assert PAGES[f"naslag/{name}"] == reference_pages.PAGES[name]()

    def test_the_commands(self) -> None:
        assert PAGES["commands.md"] == command_reference.page()

    @pytest.mark.parametrize("language", command_reference.MANUALS)
    def test_a_man_page(self, language: str) -> None:
        (path,) = (path for each, path in command_reference.MANUALS.items() if each == language)
        (made,) = (command_reference.manual(each) for each in command_reference.MANUALS if each == language)
        assert path.read_text("utf-8") == made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it: a warning, so also a link that leads nowhere, stops it."""
    folder = tmp_path_factory.mktemp("site")
    options = ["--nitpicky", "--fail-on-warning", "-q", "-c", str(ROOT / "tools" / "site"), "-d", str(folder / "cache")]
    command = [sys.executable, "-m", "sphinx", *options, str(DOCS), str(folder / "site")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.xdist_group("site")
class TestSite:
    """What a reader opens, also straight from the disk."""

    def test_every_page_is_on_it_and_in_the_menu(self, site: Path) -> None:
        menu = (site / "index.html").read_text("utf-8")
        for page in PAGES.keys() - {"index.md"}:
            address = page.removesuffix(".md") + ".html"
            assert (site / address).is_file()
            assert f'href="{address}"' in menu, page

    def test_nothing_of_it_comes_from_elsewhere(self, site: Path) -> None:
        for path in site.rglob("*.html"):
            outside = re.findall(r'(?:src|href|srcset|action|data)="((?:https?:)?//[^"]*)"', path.read_text("utf-8"))
            assert set(outside) <= OUTSIDE, path.name
        for path in site.rglob("*.css"):
            assert not re.search(r"""@import|url\(\s*["']?(?:https?:)?//""", path.read_text("utf-8")), path.name
        for path in site.rglob("*.js"):
            assert not re.search(rf"""["'`](?!{NEVER_OPENED})(?:https?:)?//\w""", path.read_text("utf-8")), path.name

    def test_every_reference_within_it_leads_to_a_file_and_a_place_in_it(self, site: Path) -> None:
        pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
        places = {path: set(re.findall(r'\bid="([^"]+)"', text)) for path, text in pages.items()}
        for path, text in pages.items():
            for reference in set(re.findall(r'(?:src|href)="([^"]+)"', text)) - OUTSIDE:
                name, _, place = reference.partition("#")
                target = (path.parent / name.partition("?")[0]).resolve() if name else path
                assert target.exists(), f"{path.name}: {reference}"
                assert not place or target not in places or place in places[target], f"{path.name}: {reference}"

    def test_the_emergency_numbers_are_on_the_first_page_and_in_every_lesson(self, site: Path) -> None:
        for name in ("index", "eerste-zaak", "aanpassen", "trainers"):
            text = (site / f"{name}.html").read_text("utf-8")
            assert "112" in text
            assert "0800-2000" in text
