"""Help: of every command, in both languages, with an example that works."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

import pytest
import typer

from meldcode.cli.app import app
from meldcode.cli.errors import Exit
from meldcode.cli.front_page import PROTOCOL_SECTIONS, SECTIONS
from meldcode.cli.grammar import spoken, translate
from meldcode.cli.output import Voice
from meldcode.cli.settings import split
from meldcode.text import say
from meldcode.text.help import EXAMPLES, TEXTS
from meldcode.text.topics import TEXTS as TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meldcode.protocol.language import Language
    from tests.cli.program import Program

ROOT_COMMAND: Any = typer.main.get_command(app)


def commands() -> Iterator[tuple[str, ...]]:
    """Yield every command as it is typed, the program itself first."""
    yield ()
    yield from within(ROOT_COMMAND)


def within(group: Any, *above: str) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - the group class is private to typer
    for name, command in group.commands.items():
        yield (*above, name)
        if hasattr(command, "commands"):
            yield from within(command, *above, name)


every_command = pytest.mark.parametrize(
    "command", list(commands()), ids=lambda command: " ".join(command) or "meldcode"
)

below_the_first_page = pytest.mark.parametrize("command", [one for one in commands() if one], ids=" ".join)


def command_of(path: tuple[str, ...]) -> Any:  # noqa: ANN401 - as above
    found = ROOT_COMMAND
    for name in path:
        found = found.commands[name]
    return found


def options_of(command: tuple[str, ...]) -> set[str]:
    return {
        option for parameter in command_of(command).params for option in (*parameter.opts, *parameter.secondary_opts)
    }


def help_of(command: tuple[str, ...], language: Language) -> str:
    """Return what `--help` writes."""
    found = translate(typer.main.get_command(app), language)
    context = found.make_context("meldcode", [], obj=Voice(language), resilient_parsing=True)
    for name in command:
        found = found.commands[name]
        context = found.make_context(name, [], parent=context, resilient_parsing=True)
    return f"{found.get_help(context)}\n"


@every_command
def test_every_command_has_help(program: Program, command: tuple[str, ...]) -> None:
    done = program.run(*command, "--help", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert done.out == help_of(command, "en")


@pytest.mark.parametrize(
    ("language", "place", "usage", "example"), [("nl", 0, "Gebruik", "Voorbeeld(en)?"), ("en", 1, "Usage", "Examples?")]
)
@below_the_first_page
def test_help_is_in_the_users_language_with_an_example_and_fits_the_screen(
    command: tuple[str, ...], language: Language, place: int, usage: str, example: str
) -> None:
    out, name = help_of(command, language), ".".join(command)
    assert out.startswith(f"{usage}: meldcode")
    assert TEXTS[name][place].split("\n")[0] in " ".join(out.split())
    assert re.search(f"{example}:\n    meldcode", out)
    assert all(f"\n    {line}\n" in out for line in EXAMPLES[name])
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "..." not in out.partition("\n")[2], "a text is cut short"


@every_command
def test_dutch_help_has_no_english_of_the_library_in_it(command: tuple[str, ...]) -> None:
    out = help_of(command, "nl")
    for english in ("Usage", "Options", "OPTIONS", "Arguments", "Commands", "COMMAND", "ARGS", "Show this", "required"):
        assert english not in out
    for english in ("default:", "FILE", "NUMBER", "TEXT", "INTEGER", "{"):
        assert english not in out


@below_the_first_page
def test_every_option_is_explained(command: tuple[str, ...]) -> None:
    out = help_of(command, "nl")
    for option in options_of(command):
        if option.startswith("--"):
            assert re.search(rf"^  .*{option}( [A-Za-z<|>]+)?(  +\w|$)", out, re.MULTILINE), option


@pytest.mark.parametrize("example", sorted({line for lines in EXAMPLES.values() for line in lines}))
def test_an_example_names_a_command_and_options_that_exist(example: str) -> None:
    program, *words = shlex.split(example)
    assert program == "meldcode"
    words, _, _ = split(words)
    command = max((one for one in commands() if tuple(words[: len(one)]) == one), key=len)
    rest = words[len(command) :]
    assert command, "no such command"
    assert {word for word in rest if word.startswith("-")} <= options_of(command)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_first_page_names_every_command_and_option_once_by_who_uses_it(language: Language) -> None:
    named = [word for _, rows in SECTIONS for _, words in rows for word in words]
    commands_named = [word for word in named if not word.startswith("-")]
    assert sorted(commands_named) == sorted(ROOT_COMMAND.commands)
    assert {word.partition(" ")[0] for word in named if word.startswith("-")} == options_of(()) | {"--help"}
    out = help_of((), language)
    for heading, rows in SECTIONS:
        assert f"\n{say(language, f'front.{heading}')}\n" in out
        for name, words in rows:
            assert re.search(
                rf"^  {re.escape(', '.join(words))} +{re.escape(say(language, f'front.{name}'))}$", out, re.MULTILINE
            )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_first_page_fits_a_screen_of_24_rows_with_the_prompt_below_it(language: Language) -> None:
    out = help_of((), language)
    assert len(out.splitlines()) <= 23
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "112" in out
    assert EXAMPLES["main"][0] in out


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_for_authors_names_every_command_once_and_fits_a_screen(language: Language) -> None:
    named = [word for _, rows in PROTOCOL_SECTIONS for _, words in rows for word in words]
    assert sorted(named) == sorted([*command_of(("protocol",)).commands, "--help"])
    out = help_of(("protocol",), language)
    assert len(out.splitlines()) <= 23
    for heading, rows in PROTOCOL_SECTIONS:
        assert f"\n{say(language, f'front.{heading}')}\n" in out
        for name, (word,) in rows:
            assert re.search(rf"^  {word} +{re.escape(say(language, f'front.{name}'))}$", out, re.MULTILINE)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("group", [("train",), ("vault",), ("vault", "recovery")], ids=" ".join)
def test_the_page_of_a_small_group_fits_a_screen(group: tuple[str, ...], language: Language) -> None:
    assert len(help_of(group, language).splitlines()) <= 23


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("columns", [40, 80])
@every_command
def test_help_fits_the_terminal_but_for_examples_that_are_typed_as_they_stand(
    command: tuple[str, ...], columns: int, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    examples = {f"    {line}" for lines in EXAMPLES.values() for line in lines}
    lines = help_of(command, language).splitlines()
    assert [line for line in lines if len(line) > min(columns, 80) and line not in examples] == []
    if not command:
        assert "0800-2000" in "\n".join(lines), "a number that is cut is no number"


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
    for text in TOPICS["exit-codes"]:
        named = {int(number) for number in re.findall(r"^(\d+) ", text, re.MULTILINE)}
        assert named == {code.value for code in Exit}


@pytest.mark.parametrize("command", [(), ("protocol",)], ids=["meldcode", "meldcode protocol"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_first_page_begins_with_the_usage_that_the_parser_would_show(
    command: tuple[str, ...], language: Language
) -> None:
    found = translate(typer.main.get_command(app), language)
    context = found.make_context("meldcode", [], obj=Voice(language), resilient_parsing=True)
    for name in command:
        found = found.commands[name]
        context = found.make_context(name, [], parent=context, resilient_parsing=True)
    assert help_of(command, language).splitlines()[0] == spoken(found.get_usage(context), language)
