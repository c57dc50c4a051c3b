"""Help: of every command, in both languages, with an example that works."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest
import typer

from meldcode.cli.app import app
from meldcode.cli.settings import split
from meldcode.text.help import EXAMPLES, TEXTS
from tests.cli.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.program import Program

ROOT_COMMAND: Any = typer.main.get_command(app)


def commands() -> Iterator[tuple[str, ...]]:
    """Yield every command as it is typed, the program itself first."""
    yield ()
    for name, command in ROOT_COMMAND.commands.items():
        yield (name,)
        yield from ((name, inner) for inner in getattr(command, "commands", {}))


every_command = pytest.mark.parametrize(
    "command", list(commands()), ids=lambda command: " ".join(command) or "meldcode"
)


def options_of(command: tuple[str, ...]) -> set[str]:
    found = ROOT_COMMAND
    for name in command:
        found = found.commands[name]
    return {option for parameter in found.params for option in (*parameter.opts, *parameter.secondary_opts)}


@every_command
def test_help_is_in_the_users_language_with_an_example_and_fits_the_screen(
    program: Program, command: tuple[str, ...]
) -> None:
    name = ".".join(command) or "main"
    for place, language in enumerate(("nl", "en")):
        done = program.run(*command, "--help", "--lang", language)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(("Gebruik: meldcode", "Usage: meldcode")[place])
        assert TEXTS[name][place].split("\n")[0] in " ".join(done.out.split())
        assert re.search(("Voorbeeld(en)?:\n    meldcode", "Examples?:\n    meldcode")[place], done.out)
        for example in EXAMPLES[name]:
            assert f"\n    {example}\n" in done.out
        assert all(len(line) <= 80 for line in done.out.splitlines())
        assert "..." not in done.out.partition("\n")[2], "a text is cut short"


@every_command
def test_dutch_help_has_no_english_of_the_library_in_it(program: Program, command: tuple[str, ...]) -> None:
    out = program.run(*command, "--help").out
    for english in ("Usage", "Options", "OPTIONS", "Arguments", "Commands", "COMMAND", "ARGS", "Show this", "required"):
        assert english not in out
    for english in ("default:", "FILE", "NUMBER", "TEXT", "INTEGER", "{"):
        assert english not in out


@every_command
def test_every_option_is_explained(program: Program, command: tuple[str, ...]) -> None:
    out = program.run(*command, "--help").out
    for option in options_of(command):
        if option.startswith("--"):
            assert re.search(rf"^  .*{option}( [A-Za-z<|>]+)?(  +\w|$)", out, re.MULTILINE), option


@pytest.mark.parametrize("example", sorted({line for lines in EXAMPLES.values() for line in lines}))
def test_an_example_names_a_command_and_options_that_exist(example: str) -> None:
    program, *words = shlex.split(example)
    assert program == "meldcode"
    words, _, _ = split(words)
    depth = 2 if words[0] == "vault" else 1
    command, rest = tuple(words[:depth]), words[depth:]
    assert command in set(commands())
    assert {word for word in rest if word.startswith("-")} <= options_of(command)


def test_the_first_page_lists_every_command_with_its_first_sentence(program: Program) -> None:
    out = " ".join(program.run("--help").out.split())
    for name in ROOT_COMMAND.commands:
        assert f" {name} {TEXTS[name][0].splitlines()[0]}" in out


def test_vault_without_a_command_shows_its_help_and_counts_as_wrong_usage(program: Program) -> None:
    done = program.run("vault")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Gebruik: meldcode vault")
    assert "Fout" not in done.err


@pytest.mark.parametrize("topic", ["accessibility", "exit-codes", "privacy", "answers"])
def test_a_topic_is_explained_in_both_languages(program: Program, topic: str) -> None:
    nl, en = program.run("help", topic), program.run("help", topic, "--lang", "en")
    assert nl.code == en.code == 0
    assert nl.out.count("\n\n") == en.out.count("\n\n") >= 1
    assert nl.out != en.out
    listed = program.run("help")
    assert f"  meldcode help {topic}: {nl.out.splitlines()[0]}\n" in listed.out


def test_the_answers_file_in_the_help_is_taken(program: Program) -> None:
    """Documentation is checked, not trusted."""
    for language in ("nl", "en"):
        shown = program.run("help", "answers", "--lang", language).out
        example = shown.split("\n\n")[1]
        done = program.run("advise", "--answers", "-", "--format", "json", stdin=example)
        assert (done.code, done.err) == (3, "")
        assert done.json["advice"]["level"] == "melden"
        assert done.json["ignored"] == []


def test_the_help_on_exit_codes_names_every_code() -> None:
    from meldcode.cli.errors import Exit  # noqa: PLC0415 - only here
    from meldcode.text.topics import TEXTS as TOPICS  # noqa: PLC0415

    for text in TOPICS["exit-codes"]:
        named = {int(number) for number in re.findall(r"^(\d+) ", text, re.MULTILINE)}
        assert named == {code.value for code in Exit}


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for line in re.findall(r"^(?:\$ )?meldcode ([a-z][^\n#]*)", readme, re.MULTILINE):
        words, _, _ = split(shlex.split(line))
        assert words[0] in ROOT_COMMAND.commands, line
