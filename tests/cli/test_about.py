"""Commands that need no case: the first page, emergency, contacts and sectors."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from meldcode.protocol import library
from meldcode.text import say
from meldcode.text.emergency import LINE, PAGE, TEXTS
from tests.cli.program import Program

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_command_it_says_what_it_is_whom_to_call_and_how_to_begin(program: Program) -> None:
    for place, language in enumerate(("nl", "en")):
        done = program.run("--lang", language)
        assert (done.code, done.err) == (0, "")
        assert LINE[place] in done.out
        assert "meldcode start" in done.out
        assert "meldcode --help" in done.out


def test_where_there_is_a_vault_it_says_so(program: Program) -> None:
    vault = program.folder / "kluis"
    vault.mkdir()
    (vault / "kluis.json").write_text("{}", "utf-8")
    done = program.with_env(MELDCODE_VAULT=str(vault)).run()
    assert (done.code, done.err) == (0, "")
    assert say("nl", "cli.welcome_vault") in done.out
    assert say("nl", "cli.welcome_vault") not in program.run().out


def test_the_emergency_page_has_every_number_and_what_to_do(program: Program) -> None:
    for place, language in enumerate(("nl", "en")):
        done = program.run("emergency", "--lang", language)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(LINE[place])
        for name in PAGE:
            assert TEXTS[name][place] in done.out


def test_the_emergency_page_works_with_broken_content_and_a_broken_vault(program: Program, tmp_path: Path) -> None:
    """USR-11: its text is constant and no file is opened for it."""
    broken = tmp_path / "broken"
    shutil.copytree(program.tree, broken)
    for path in (broken / "meldcode" / "_content").rglob("*.*"):
        path.write_bytes(b"\xff{")
    (tmp_path / "kluis.json").write_bytes(b"\xff")
    for env in ({}, {"MELDCODE_VAULT": str(tmp_path)}, {"HOME": "/nonexistent"}, {"XDG_DATA_HOME": "/dev/null"}):
        assert Program(broken, tmp_path, env, fresh=True).run("emergency") == program.run("emergency")


@pytest.mark.parametrize("command", [["sectors"], ["contacts"], ["advise", "-s", "algemeen", "-a", "-"]])
def test_with_broken_content_every_other_command_stops_and_says_whom_to_call(
    program: Program, tmp_path: Path, command: list[str]
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(program.tree, broken)
    for path in (broken / "meldcode" / "_content" / "compiled").iterdir():
        path.write_bytes(b"{")
    done = Program(broken, tmp_path, fresh=True).run(*command, stdin="answers: {}")
    assert (done.code, done.out) == (4, "")
    assert "112" in done.err
    assert "0800-2000" in done.err


def test_contacts_begin_with_112_and_veilig_thuis_and_say_who_is_open(program: Program) -> None:
    out = program.run("contacts").out
    names = [line for line in out.splitlines() if not line.startswith(" ")]
    assert names[:2] == ["Alarmnummer: 112", "Veilig Thuis: 0800-2000"]
    assert len(names) == len(library.directory().contacts)
    office = [each for each in library.directory().contacts.values() if each.hours.startswith("ma-")]
    assert out.count("(nu open)") + out.count("(nu gesloten)") == len(office) > 0


def test_contacts_of_a_municipality_begin_with_its_region(program: Program) -> None:
    done = program.run("contacts", "Utrect")
    assert done.out.startswith("Utrecht: Veilig Thuis Utrecht, 0800-2000\n")
    assert "\nVeilig Thuis Utrecht: 0800-2000\n" in done.out
    assert done.err == "Bedoeld is gemeente Utrecht (u typte: Utrect).\n"


def test_a_region_whose_address_nobody_checked_says_so(program: Program) -> None:
    regions = library.directory().regions
    unchecked = [
        each for each in library.municipalities() if regions[each.region].url and not regions[each.region].verified
    ]
    for municipality in unchecked[:1]:
        assert "(het webadres is niet nagekeken)" in program.run("contacts", municipality.name).out
    checked = next(each for each in library.municipalities() if regions[each.region].verified)
    assert "niet nagekeken" not in program.run("contacts", checked.name).out.split("\n\n")[0]


def test_sectors_lists_every_protocol_with_whom_it_is_for(program: Program) -> None:
    out = program.run("sectors").out
    heads = [line.partition(":")[0] for line in out.splitlines() if not line.startswith(" ")]
    assert sorted(heads) == sorted(library.sector_ids())
    assert heads[-1] == "algemeen"
    assert out.count("\n  ") == 2 * len(heads)
    for entry in library.sectors():
        assert (f"{entry.title.nl} (niet gebonden door de wet)" in out) == (not entry.bound)
