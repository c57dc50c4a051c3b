"""What a command loads, exactly: slow packages only where they are needed (SPD-01 to SPD-06)."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import COMPLETE

if TYPE_CHECKING:
    from tests.cli.program import Program

SLOW = {"prompt_toolkit", "pydantic", "pyrage", "rich", "typer", "yaml", "platformdirs", "questionary"}

SCRIPT = """
import sys
from meldcode.__main__ import main
sys.argv[1:] = {arguments!r}
code = main()
loaded = {{name.partition(".")[0] for name in sys.modules}}
print("LOADED", code, *sorted(loaded - sys.stdlib_module_names - {{"__main__"}}))
"""


def loaded(program: Program, *arguments: str) -> set[str]:
    """Return the packages outside the standard library that a run loads."""
    command = [sys.executable, "-c", SCRIPT.format(arguments=list(arguments))]
    done = subprocess.run(
        command, cwd=program.folder, env=program.env, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    last = done.stdout.decode().splitlines()[-1].split()
    assert last[:2] == ["LOADED", "0"], done.stdout.decode()
    return set(last[2:])


def test_the_version_needs_nothing_but_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "meldcode", "--version"], capture_output=True, check=True
    )
    names = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert {name for name in names if name.startswith("meldcode")} <= {"meldcode", "meldcode.__main__"}
    assert not names & SLOW


@pytest.mark.parametrize("arguments", [["emergency"], ["--help"], ["start", "--help"], ["help", "privacy"]])
def test_what_must_be_quick_loads_typer_only(program: Program, arguments: list[str]) -> None:
    assert loaded(program, *arguments) & SLOW == {"typer"}


def test_the_first_page_looks_for_a_vault_and_loads_no_more_than_where_it_could_be(program: Program) -> None:
    assert loaded(program) & SLOW == {"typer", "platformdirs"}


@pytest.mark.parametrize("arguments", [["sectors"], ["contacts", "Utrecht"]])
def test_lists_read_compiled_content_without_yaml_and_pydantic(program: Program, arguments: list[str]) -> None:
    assert loaded(program, *arguments) & SLOW == {"typer"}


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_advice_on_json_loads_typer_only(program: Program, form: str) -> None:
    import json  # noqa: PLC0415 - the name of the format is taken

    file = program.file("zaak.json", json.dumps(COMPLETE))
    assert loaded(program, "advise", "-a", file, "-f", form) & SLOW == {"typer"}


def test_advice_on_yaml_loads_yaml_and_no_pydantic(program: Program) -> None:
    import json  # noqa: PLC0415 - as above

    file = program.file("zaak.yaml", json.dumps(COMPLETE))
    assert loaded(program, "advise", "-a", file) & SLOW == {"typer", "yaml"}


def test_a_planted_module_beside_an_answers_file_is_never_loaded(program: Program) -> None:
    """INP-20: the folder in which one works is no place for code; `-P` is what the console script amounts to."""
    for name in ("yaml", "rich", "json", "typer"):
        program.file(f"{name}.py", "raise SystemExit('planted')\n")
    file = program.file("zaak.yaml", "sector: algemeen\nanswers: {}\n")
    command = [sys.executable, "-P", "-m", "meldcode", "advise", "-a", file]
    done = subprocess.run(command, cwd=program.folder, env=program.env, capture_output=True, check=False)
    assert done.returncode == 3, done.stderr.decode()
