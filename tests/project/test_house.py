"""The rules of the house that no other tool checks."""

import ast
import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import meldcode

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
REQUIREMENTS = sorted((ROOT / "requirements").iterdir())
PROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
EXTRAS = r"(?:\[[a-z0-9,-]+\])"

FORBIDDEN_CALLS = {"__import__", "compile", "eval", "exec"}
# Running what was read (INP-09); speaking to anything outside this machine (USR-10).
FORBIDDEN_MODULES = {
    *("code", "codeop", "marshal", "pickle", "runpy", "shelve"),
    *("ftplib", "http", "requests", "smtplib", "socket", "socketserver", "ssl", "urllib", "webbrowser", "xmlrpc"),
}
# Spells text only; the parts of urllib that speak to a network stay forbidden.
ALLOWED_MODULES = {"urllib.parse"}
FORBIDDEN_ATTRIBUTES = {("os", "popen"), ("os", "system"), *(("builtins", name) for name in FORBIDDEN_CALLS)}


def forbidden(source: str) -> Iterator[str]:
    """Every use in a source text of what may run content as code or reach the network."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
                yield name
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if (owner, name) in FORBIDDEN_ATTRIBUTES:
                yield f"{owner}.{name}"
            case ast.Import(names=names):
                named = {alias.name for alias in names} - ALLOWED_MODULES
                yield from (name for name in named if name.partition(".")[0] in FORBIDDEN_MODULES)
            case ast.ImportFrom(module=str(module), names=names):
                if module.partition(".")[0] in FORBIDDEN_MODULES:
                    yield module
                yield from (f"{module}.{alias.name}" for alias in names if (module, alias.name) in FORBIDDEN_ATTRIBUTES)
            case _:
                pass


def pins(path: Path) -> dict[str, str]:
    """The locked version of each package in a requirements file."""
    return dict(re.findall(rf"^([a-z0-9-]+){EXTRAS}?==([^\s;]+)", path.read_text("utf-8"), re.MULTILINE))


def test_the_version_stands_in_one_place() -> None:
    assert tomllib.loads(PROJECT)["project"]["dynamic"] == ["version"]
    assert version("meldcode") == meldcode.__version__


def test_no_module_runs_content_as_code_or_opens_a_socket() -> None:
    found = [(path.relative_to(ROOT), use) for path in SOURCES for use in forbidden(path.read_text("utf-8"))]
    assert len(SOURCES) > 200
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "eval('1')",
        "exec('1')",
        "compile('1', 'x', 'eval')",
        "__import__('os')",
        "import pickle",
        "from marshal import loads",
        "import urllib.request",
        "def f():\n    import socket as s",
        "import os\nos.system('ls')",
        "from os import system",
        "import builtins\nbuiltins.eval('1')",
    ],
)
def test_what_is_forbidden_is_seen(source: str) -> None:
    assert list(forbidden(source))


@pytest.mark.parametrize(
    "source", ["import re\nre.compile('a')", "from os import path", "protocol.compile()", "import urllib.parse"]
)
def test_what_only_looks_alike_is_allowed(source: str) -> None:
    assert not list(forbidden(source))


def test_no_module_passes_400_lines() -> None:
    assert [path for path in SOURCES if len(path.read_text("utf-8").splitlines()) > 400] == []


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_the_lock_holds_versions_with_hashes_and_no_addresses(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "://" not in text
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
    assert entries
    for entry in entries:
        assert re.match(rf"[a-z0-9-]+{EXTRAS}?==[^\s;]+( ; [^\\]+)? \\\n    --hash=sha256:[0-9a-f]{{64}}", entry), entry


def test_what_is_asked_for_with_an_extra_is_locked_with_it() -> None:
    """Otherwise pip looks at a newer release, finds no hash and refuses: the lock no longer installs one day."""
    locked = set(
        re.findall(rf"^([a-z0-9-]+{EXTRAS})==", (ROOT / "requirements/dev.txt").read_text("utf-8"), re.MULTILINE)
    )
    asked = set()
    for name in pins(ROOT / "requirements/dev.txt"):
        with suppress(PackageNotFoundError):  # one for another platform
            for each in map(Requirement, requires(name) or ()):
                if each.extras and (each.marker is None or each.marker.evaluate({"extra": ""})):
                    asked.add(f"{canonicalize_name(each.name)}[{','.join(sorted(each.extras))}]")
    assert asked
    assert asked <= locked


def test_users_and_developers_have_the_same_versions() -> None:
    run, build, dev = (pins(ROOT / "requirements" / f"{name}.txt") for name in ("run", "build", "dev"))
    assert dev == dev | run | build


def test_a_user_installs_at_most_25_packages() -> None:
    assert 0 < len(pins(ROOT / "requirements/run.txt")) <= 25


def test_every_rule_that_is_not_followed_has_a_reason() -> None:
    """In the ruff tables, a line that switches a rule off ends in a comment that says why."""
    tables = PROJECT.partition("[tool.ruff.lint]")[2].partition("[tool.ruff.lint.flake8")[0]
    rules = re.findall(r'^ {4}"[A-Z]+[0-9]*",.*$', tables, re.MULTILINE)
    lint = tomllib.loads(PROJECT)["tool"]["ruff"]["lint"]
    off = [*lint["ignore"], *(rule for some in lint["per-file-ignores"].values() for rule in some)]
    assert len(rules) == len(off)
    for rule in rules:
        assert re.search(r'",\s+# \w+', rule), rule
