"""What a command loads, exactly: slow packages only where they are needed (SPD-01 to SPD-06)."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import COMPLETE
from tests.cli.test_help import command_of, commands

if TYPE_CHECKING:
    from tests.cli.program import Program

SLOW = {"prompt_toolkit", "pydantic", "pyrage", "rich", "typer", "yaml", "platformdirs", "questionary"}

SCRIPT = """
import sys
from meldcode.__main__ import main
sys.argv[1:] = {arguments!r}
code = main()
print("LOADED", code, *sorted(sys.modules))
"""


def ended(program: Program, *arguments: str) -> list[str]:
    """Return how a run ended and every module that it loaded."""
    command = [sys.executable, "-c", SCRIPT.format(arguments=list(arguments))]
    done = subprocess.run(
        command, cwd=program.folder, env=program.env, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    head, *last = done.stdout.decode().splitlines()[-1].split()
    assert head == "LOADED", done.stdout.decode()
    return last


def modules(program: Program, *arguments: str) -> set[str]:
    """Return every module that a run loads, however it ends."""
    return set(ended(program, *arguments)[1:])


def tops(names: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


def loaded(program: Program, *arguments: str) -> set[str]:
    """Return the packages that a run that ends well loads."""
    code, *names = ended(program, *arguments)
    assert code == "0"
    return tops(set(names))


def test_the_version_needs_nothing_but_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "meldcode", "--version"], capture_output=True, check=True
    )
    names = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert {name for name in names if name.startswith("meldcode")} <= {"meldcode", "meldcode.__main__"}
    assert not names & SLOW


ALWAYS = {
    *("", ".__main__", ".cli", ".cli.app", ".cli.completion", ".cli.errors", ".cli.findings_format"),
    *(".cli.front_page", ".cli.grammar", ".cli.output", ".cli.protocol_app", ".cli.run", ".cli.settings"),
    *(".cli.train_app", ".cli.vault_app", ".protocol", ".protocol.diagnostics", ".protocol.language", ".text"),
    *(".text.findings", ".text.help", ".text.help_handover", ".text.help_train", ".text.system", ".text.visible"),
    *(".vault", ".vault.errors", ".wizard", ".wizard.layout"),
}
"""Every module of ours that parsing a command line takes; one more is a decision, not an accident."""

FAST = {
    "completion bash": set[str](),
    "start --help": set[str](),
    "help privacy": {".cli.about", ".text.topics"},
}
"""What a command that must be quick loads of ours besides."""


@pytest.mark.parametrize("line", FAST)
def test_what_must_be_quick_loads_exactly_what_is_declared(program: Program, line: str) -> None:
    found = modules(program, *line.split())
    assert {name.removeprefix("meldcode") for name in found if tops({name}) == {"meldcode"}} == ALWAYS | FAST[line]
    assert tops(found) & SLOW == {"typer"}


WAY_IN = {
    *("", ".__main__", ".cli", ".cli.output", ".cli.run", ".cli.settings", ".protocol", ".protocol.language"),
    *(".text", ".text.visible", ".wizard", ".wizard.layout"),
}
"""Every module of ours on the way to what is said at once, before the command line is parsed."""

AT_ONCE = {
    "--help": {".cli.front_page", ".text.front", ".text.help", ".text.help_handover", ".text.help_train"},
    "--lang en --plain --help": {
        ".cli.front_page",
        ".text.front",
        ".text.help",
        ".text.help_handover",
        ".text.help_train",
    },
    "emergency": {".cli.emergency", ".text.emergency"},
}
"""What is said at once, and what it loads of ours besides."""


@pytest.mark.parametrize("line", AT_ONCE)
def test_what_is_said_at_once_loads_no_parser_and_exactly_what_is_declared(program: Program, line: str) -> None:
    found = modules(program, *line.split())
    assert {name.removeprefix("meldcode") for name in found if tops({name}) == {"meldcode"}} == WAY_IN | AT_ONCE[line]
    assert not tops(found) & {*SLOW, "dataclasses", "inspect"}


VAULT = {"typer", "pyrage"}
"""Before a vault is opened."""
AUTHOR = {"typer", "yaml", "pydantic"}
"""Whoever reads YAML judges it."""

SLOW_OF = {
    "start -s onderwijs": VAULT,
    "resume": VAULT,
    "list": VAULT,
    "show 7Q2MX4HK": VAULT,
    "export 7Q2MX4HK -o x.txt": VAULT,
    "agenda": VAULT,
    "note 7Q2MX4HK": VAULT,
    "reopen 7Q2MX4HK": VAULT,
    "close 7Q2MX4HK": VAULT,
    "shred 7Q2MX4HK": VAULT,
    "handover 7Q2MX4HK -o x.age --to x.pub": VAULT,
    "receive x.age": VAULT,
    "verify": VAULT,
    "vault init": VAULT,
    "vault info": VAULT,
    "vault passphrase": VAULT,
    "vault backup -o x.backup": {*VAULT, "platformdirs"},
    "vault restore x.backup": {*VAULT, "platformdirs"},
    "vault recovery list": VAULT,
    "vault recovery add": VAULT,
    "vault recovery remove": VAULT,
    "vault recovery renew": VAULT,
    "protocol list": AUTHOR,
    "protocol show onderwijs": AUTHOR,
    "protocol prove sport": AUTHOR,
    "protocol graph sport": AUTHOR,
    "protocol handbook sport": AUTHOR,
    "protocol new -m Utrecht -s onderwijs --owner x": {*AUTHOR, "pyrage"},
    "protocol check x.yaml": AUTHOR,
    "protocol explain O03": AUTHOR,
    "protocol schema overlay": AUTHOR,
    "protocol diff sport sport": AUTHOR,
    "protocol impact sport sport --cases x.jsonl": AUTHOR,
    "protocol test sport": AUTHOR,
    "protocol walk sport --n 1": AUTHOR,
    "train list": AUTHOR,
    "train new": {*AUTHOR, "pyrage"},
    "train run": {*AUTHOR, "pyrage"},
    "train score x.json": AUTHOR,
    "train debrief x.json -o x.html": {"typer"},
    "train offers": {"typer"},
}
"""What each command loads of the slow packages, without a terminal and without a vault."""


@pytest.mark.parametrize("line", SLOW_OF)
def test_a_command_loads_exactly_the_slow_packages_that_are_declared(program: Program, line: str) -> None:
    assert tops(modules(program, *line.split())) & SLOW == SLOW_OF[line]


def test_what_each_command_loads_is_declared() -> None:
    here = {"advise", "contacts", "sectors"}  # below, with what they are given
    told = [*SLOW_OF, *FAST, *AT_ONCE, *here]
    left = [
        name
        for name, command in ((" ".join(one), command_of(one)) for one in commands() if one)
        if not hasattr(command, "commands") and not any(line == name or line.startswith(f"{name} ") for line in told)
    ]
    assert left == []


def test_no_plugin_of_another_package_sees_what_is_read(program: Program) -> None:
    """Pydantic would load it, and give it every file that is judged."""
    (program.folder / "spy-1.dist-info").mkdir()
    program.file("spy-1.dist-info/METADATA", "Name: spy\nVersion: 1\n")
    program.file("spy-1.dist-info/entry_points.txt", "[pydantic]\nspy = spy:plugin\n")
    program.file("spy.py", "plugin = None\n")
    program.file("x.yaml", "overlay: x\n")
    assert "spy" not in modules(program, "protocol", "check", "x.yaml")


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
