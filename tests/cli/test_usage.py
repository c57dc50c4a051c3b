"""A command line that is not right: what was wrong, in the user's language, and what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.program import Program


@pytest.mark.parametrize(
    ("arguments", "nl", "en"),
    [
        (["strat"], "“strat” bestaat niet. Bedoelde u “start”?", "no command “strat”. Did you mean “start”?"),
        (["qqq"], "“qqq” bestaat niet. Uitleg: meldcode --help", "no command “qqq”. Help: meldcode --help"),
        (["vault", "ini"], "Bedoelde u “init”?", "Did you mean “init”?"),
        (["start", "--sectr", "x"], "“--sectr” bestaat niet. Bedoelde u “--sector”?", "Did you mean “--sector”?"),
        (["start", "--qqq"], "“--qqq” bestaat niet. Uitleg: meldcode start --help", "no option “--qqq”. Help: "),
        (["advise"], "Dit ontbreekt: --answers.", "This is missing: --answers."),
        (["show"], "Dit ontbreekt: CODE.", "This is missing: CODE."),
        (["advise", "-a", "x", "--format", "xml"], "--format kan niet. Kies uit: text, md, json.", "Choose from: text"),
        (["verify", "--passphrase-fd", "x"], "--passphrase-fd kan niet.", "--passphrase-fd is not possible."),
        (["advise", "--answers"], "Na --answers hoort een waarde.", "--answers needs a value."),
        (["verify", "--repair=x"], "Bij --repair hoort geen waarde.", "--repair takes no value."),
        (["contacts", "a", "b"], "niet goed ingevuld. Uitleg: meldcode contacts --help", "not filled in right."),
        (["vault", "--"], "niet goed ingevuld. Uitleg: meldcode vault --help", "Help: meldcode vault --help"),
        (["help", "qqq"], "Over “qqq” is geen uitleg. Kies uit: accessibility", "no help about “qqq”."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_wrong_is_said_in_one_line_and_the_code_is_2(
    program: Program, arguments: list[str], nl: str, en: str
) -> None:
    for language, expected, head in (("nl", nl, "Fout: "), ("en", en, "Error: ")):
        done = program.run("--lang", language, *arguments)
        said = done.err.splitlines()[-1]
        assert (done.code, done.out) == (2, "")
        assert said.startswith(head)
        assert expected in said


@pytest.mark.parametrize("given", ["de", "NL", "", "nl_NL", "\x1b[31m"])
def test_a_language_that_is_not_there_is_refused(program: Program, given: str) -> None:
    done = program.run("--lang", given, "emergency")
    assert (done.code, done.out) == (2, "")
    assert "Kies nl of en." in done.err
    assert "\x1b" not in done.err


def test_language_and_plain_are_taken_before_and_after_the_command(program: Program) -> None:
    for arguments in (
        ["--lang", "en", "emergency"],
        ["emergency", "--lang", "en"],
        ["--lang=en", "--plain", "emergency"],
        ["emergency", "--plain", "--lang=en"],
    ):
        done = program.run(*arguments)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("Immediate danger: 112")


@pytest.mark.parametrize(
    ("env", "english"),
    [
        ({}, False),
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "fr_FR.UTF-8"}, False),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "nl_NL", "LANG": "en_US.UTF-8"}, False),
        ({"LC_MESSAGES": "en", "LANG": "nl"}, True),
        ({"MELDCODE_LANG": "en", "LANG": "nl"}, True),
        ({"MELDCODE_LANG": "de", "LANG": "en"}, True),
    ],
)
def test_without_the_option_the_environment_decides_else_dutch(
    program: Program, env: dict[str, str], *, english: bool
) -> None:
    out = program.with_env(**env).run("emergency").out
    assert out.startswith("Immediate danger" if english else "Direct gevaar")


def test_the_configuration_decides_before_the_locale_and_a_broken_one_does_no_harm(program: Program) -> None:
    folder = program.folder / ".config" / "meldcode"
    folder.mkdir(parents=True)
    for content, english in ((b'lang = "en"\n', True), (b"lang = 3\n", False), (b"\xff", False), (b"= =", False)):
        (folder / "config.toml").write_bytes(content)
        out = program.with_env(LANG="nl_NL.UTF-8").run("emergency").out
        assert out.startswith("Immediate danger" if english else "Direct gevaar")


def test_start_without_a_terminal_asks_nothing_and_names_what_is_missing(program: Program) -> None:
    done = program.run("start", "--sector", "onderwijs")
    assert (done.code, done.out) == (3, "")
    first, last = done.err.splitlines()
    assert first.startswith("Direct gevaar: 112")
    assert "direct_gevaar, betrokkenen, pleger" in last
    assert "meldcode advise --sector onderwijs --answers BESTAND" in last


@pytest.mark.parametrize("command", ["resume", "note", "close", "reopen", "list", "show", "verify"])
def test_no_command_asks_anything_without_a_terminal(program: Program, command: str) -> None:
    code = ["7Q2MX4HK"] if command not in ("list", "verify", "resume") else []
    done = program.run(command, *code)
    assert done.code in (3, 5)
    assert done.out == ""
    assert "terminal" in done.err
