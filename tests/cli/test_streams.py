"""Output that fails, terminals that show little, and streams that are closed: said in one line, with its own code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import INCOMPLETE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Program

TYPED = "Łukasz zei “au” €5, مرحبا 👍"


@pytest.fixture
def answers(program: Program) -> str:
    return program.file("zaak.yaml", INCOMPLETE + f'  weging: "{TYPED}"\n')


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "ascii:strict"])
@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_a_terminal_that_shows_few_characters_never_stops_it(
    program: Program, answers: str, encoding: str, form: str
) -> None:
    done = program.with_env(PYTHONIOENCODING=encoding).run("advise", "-a", answers, "-f", form)
    assert done.code == 3
    assert "Meld bij Veilig Thuis" in done.out
    assert "0800-2000" in done.out
    if form == "json":
        (step,) = [step for step in done.json["steps"] if step["id"] == "wegen"]
        assert step["answers"][-1]["value"] == TYPED


@pytest.mark.parametrize("arguments", ["emergency", "contacts", "sectors", "--help", "help privacy", "strat"])
def test_nothing_else_stops_there_either(program: Program, arguments: str) -> None:
    done = program.with_env(PYTHONIOENCODING="ascii").run(*arguments.split())
    assert done.code in (0, 2)
    assert (done.out + done.err).isascii()


def test_the_c_locale_gives_the_same_bytes(program: Program, answers: str) -> None:
    plain = program.run("advise", "-a", answers, "-f", "md")
    assert program.with_env(LC_ALL="C", LANG="C").run("advise", "-a", answers, "-f", "md") == plain
    assert TYPED.split(maxsplit=1)[0] in plain.out


@pytest.mark.parametrize(
    "command", ["advise -a zaak.yaml", "advise -a zaak.yaml -f json", "contacts", "--help", "emergency", "--version"]
)
def test_a_full_disk_is_said_and_has_its_own_code(program: Program, answers: str, command: str) -> None:
    done = program.shell(f"$M {command} >/dev/full")
    assert (done.code, done.out) == (7, "")
    assert done.err in ("", "Fout: Lezen of schrijven is niet gelukt: er is geen ruimte meer.\n")
    assert done.err or command == "--version"
    assert answers


@pytest.mark.parametrize("command", ["contacts", "--help", "advise -a zaak.yaml -f json", "advise -a veel.jsonl"])
def test_a_reader_that_stops_reading_is_a_normal_ending(program: Program, answers: str, command: str) -> None:
    line = json.dumps({"sector": "algemeen", "answers": {"veiligheid": "ja"}})
    program.file("veel.jsonl", f"{line}\n" * 300)
    done = program.shell(f"$M {command} | head -1")
    assert done.code in (0, 3)  # 3 where all was written before the reader stopped
    assert done.err == ""
    assert len(done.out.splitlines()) == 1
    assert answers


@pytest.mark.parametrize(
    ("script", "code", "said"),
    [
        ("$M emergency >&-", 7, "er is geen verbinding mee"),
        ("$M advise -s algemeen -a - <&-", 4, "Het bestand - kan niet worden gelezen"),
        ("$M strat 2>&-", 2, ""),
        ("$M strat 2>/dev/full", 2, ""),
        ("$M start -s algemeen 2>/dev/full", 3, ""),
        ("$M start -s algemeen 2>&-", 3, ""),
        ("$M emergency 2>&- | cat", 0, "112"),
    ],
)
def test_a_stream_that_is_closed_never_stops_it_with_a_traceback(
    program: Program, script: str, code: int, said: str
) -> None:
    done = program.shell(script)
    assert done.code == code
    assert said in done.out + done.err
    assert "Fout" not in done.out


def test_5_columns_and_a_dumb_terminal_are_enough(program: Program, answers: str) -> None:
    small = program.with_env(TERM="dumb", COLUMNS="5", LINES="2")
    assert small.run("advise", "-a", answers) == program.run("advise", "-a", answers)
    assert small.run("--help").code == 0


def test_a_file_that_is_no_file_is_refused(program: Program, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").mkdir()
    program.file("binair.yaml", bytes(range(256)))
    program.file("groot.yaml", "answers: {weging: " + "a" * 2_000_000 + "}")
    program.file("groot.json", '{"answers": {"weging": "' + "a" * 2_000_000 + '"}}')
    program.file("diep.json", '{"answers": ' + "[" * 100_000)
    program.file("diep.yaml", "answers: " + "[" * 100_000)
    refused = {
        "map.yaml": "is een map",
        "er-is-niets.yaml": "bestaat niet",
        "binair.yaml": "Y01",
        "groot.yaml": "Y02",
        "groot.json": "Y02",
        "diep.json": "Y19",
        "diep.yaml": "Y10",
        "/dev/zero": "Y02",
        "": "is een map",
        "a" * 5000: "de naam is te lang",
    }
    for file, said in refused.items():
        done = program.run("advise", "-s", "algemeen", "-a", file)
        assert (done.code, done.out) == (4, ""), file[:40]
        assert said in done.err, file[:40]
