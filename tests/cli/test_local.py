"""Which overlays hold: configured ones by sector and municipality, given ones always, and never one lying around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from meldcode.cli.local import configured as overlays_here
from meldcode.cli.settings import language_of
from tests.cli.overlays import HELP, IN_DOUBT, LOWER, TIGHTER, configured, overlay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Done, Program

CONTACT = "{{add: contact, id: {0}, name: Team {0}, unverified: test}}"


def advised(program: Program, *options: str, answers: str = IN_DOUBT) -> Done:
    return program.run("advise", "--answers", "-", "--format", "json", *options, stdin=answers)


def names(done: Done) -> list[str]:
    """Return the ids of the overlays that held."""
    given: list[dict[str, Any]] = done.json["protocol"]["overlays"]
    return [each["id"] for each in given]


def test_without_an_overlay_the_national_protocol_holds(program: Program) -> None:
    done = advised(program)
    assert (names(done), done.json["advice"]["level"], done.err) == ([], "overleg", "")


def test_a_configured_overlay_without_municipalities_holds_everywhere(program: Program) -> None:
    configured(program, "gemeente/overlay.yaml", overlay("een", TIGHTER))
    for options in ((), ("--municipality", "Utrecht")):
        done = advised(program, *options)
        assert (names(done), done.json["advice"]["level"], done.err) == (["een"], "melden", "")


def test_a_configured_overlay_of_a_municipality_holds_only_there(program: Program) -> None:
    configured(program, "utrecht.yaml", overlay("een", TIGHTER, places="Utrecht, Zeist"))
    assert names(advised(program)) == []
    assert names(advised(program, "-m", "Groningen")) == []
    assert names(advised(program, "-m", "Utrecht")) == ["een"]
    done = advised(program, "-m", "zeist")
    assert (names(done), done.json["advice"]["level"]) == (["een"], "melden")


def test_a_configured_overlay_of_another_sector_does_not_hold(program: Program) -> None:
    configured(program, "arts.yaml", overlay("arts", extends="zorg-arts"))
    done = advised(program)
    assert (names(done), done.err) == ([], "")
    assert names(advised(program, "--sector", "zorg-arts")) == ["arts"]


def test_several_configured_overlays_are_laid_over_each_other_by_their_path(program: Program) -> None:
    configured(program, "b/overlay.yaml", overlay("tweede", TIGHTER))
    configured(program, "a/overlay.yaml", overlay("eerste", HELP))
    configured(program, "c.yaml", overlay("derde", CONTACT.format("c")))
    assert names(advised(program)) == ["eerste", "tweede", "derde"]


def test_a_given_overlay_comes_after_the_configured_ones_and_needs_no_municipality(program: Program) -> None:
    configured(program, "a.yaml", overlay("eerste", HELP))
    given = program.file("mijn.yaml", overlay("mijn", TIGHTER, places="Utrecht"))
    done = advised(program, "--overlay", given)
    assert (names(done), done.json["advice"]["level"]) == (["eerste", "mijn"], "melden")


@pytest.mark.parametrize(
    "content",
    [
        overlay("stuk", LOWER),
        overlay("stuk", base="9.0.0"),
        overlay("onderwijs"),
        "overlay: stuk\n",
        "[",
        "",
    ],
)
@pytest.mark.parametrize(("language", "said"), [("nl", "is weggelaten"), ("en", "was left out")])
def test_a_configured_overlay_that_is_broken_is_left_out_and_told(
    program: Program, content: str, language: str, said: str
) -> None:
    """Someone who is worried must be able to go on: the national protocol is safe."""
    configured(program, "goed.yaml", overlay("goed", HELP))
    configured(program, "stuk/overlay.yaml", content)
    done = advised(program, "--lang", language)
    assert (done.code, names(done), done.json["advice"]["level"]) == (3, ["goed"], "overleg")
    assert "stuk/overlay.yaml" in done.err
    assert said in done.err
    assert str(program.folder) not in done.err, "where it is on this machine is nobody's business"


def test_one_broken_overlay_is_told_once_for_many_lines(program: Program) -> None:
    configured(program, "stuk.yaml", "[")
    lines = '{"sector": "onderwijs", "answers": {"direct_gevaar": "nee"}}\n' * 3
    done = program.run("advise", "--answers", "-", "--jsonl", stdin=lines)
    assert len(done.lines) == 3
    assert done.err.count("protocol check") == 1


def test_translations_scenarios_and_other_files_are_no_overlays(program: Program) -> None:
    configured(program, "g/overlay.yaml", overlay("een"))
    configured(program, "g/overlay.en.yaml", "language: en\noperations: {collega: {help: Call the coach first.}}\n")
    configured(program, "g/scenarios/voorbeeld.yaml", "scenario: voorbeeld\n")
    configured(program, "g/README.md", "# Lees mij\n")
    configured(program, "g/antwoorden.yaml", IN_DOUBT)
    done = advised(program)
    assert (names(done), done.err) == (["een"], "")


def test_an_old_version_that_was_left_lying_gives_way_to_the_new_one(program: Program) -> None:
    """`oud.yaml` comes before `overlay.yaml`; if the first won, the stricter rule of this year would be lost."""
    old = overlay("een", HELP).replace("version: 1.2.3", "version: 1.2.2")
    configured(program, "g/oud.yaml", old)
    configured(program, "g/overlay.yaml", overlay("een", TIGHTER))
    done = advised(program)
    assert (names(done), done.json["advice"]["level"], done.err) == (["een"], "melden", "")
    assert "Haal de oude weg: g/oud.yaml" in program.run("protocol", "list").out


def test_versions_are_compared_as_numbers(program: Program) -> None:
    configured(program, "a.yaml", overlay("een", TIGHTER).replace("version: 1.2.3", "version: 1.10.0"))
    configured(program, "b.yaml", overlay("een", HELP).replace("version: 1.2.3", "version: 1.9.0"))
    assert advised(program).json["advice"]["level"] == "melden"


def test_two_overlays_of_one_name_and_version_are_told(program: Program) -> None:
    configured(program, "a.yaml", overlay("een", TIGHTER))
    configured(program, "b.yaml", overlay("een", HELP))
    done = advised(program)
    assert (names(done), done.json["advice"]["level"]) == (["een"], "melden")
    assert "b.yaml" in done.err


def test_a_home_in_a_folder_called_scenarios_hides_no_overlay(program: Program) -> None:
    home = program.folder / "scenarios"
    home.mkdir()
    path = home / "meldcode" / "overlays" / "een.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(overlay("een"), encoding="utf-8")
    assert names(advised(program.with_env(MELDCODE_CONFIG=str(home)))) == ["een"]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (overlay("x", HELP, LOWER), "O06", 8),
        (overlay("x", HELP, HELP), "O08", 8),
        (overlay("x", base="2.0.0"), "O11", 1),
        (overlay("x", extends="zorg-arts"), "O10", 1),
        (overlay("x", "{change: question, id: direct_gevaar, ask: Gaat het goed?}"), "O03", 7),
        ("overlay: x\n  scheef: ja\n", "Y03", 2),
    ],
)
def test_a_given_overlay_that_is_refused_ends_with_its_findings_and_no_advice(
    program: Program, content: str, code: str, line: int
) -> None:
    program.file("stuk.yaml", content)
    done = advised(program, "--overlay", "stuk.yaml")
    assert (done.code, done.out) == (4, "")
    assert f"stuk.yaml:{line}:" in done.err
    assert f" {code} " in done.err
    assert "0800-2000" not in done.err, "the content of the program itself is not damaged"


def test_a_given_overlay_that_is_not_there_is_refused(program: Program) -> None:
    done = advised(program, "--overlay", "weg.yaml")
    assert (done.code, done.out) == (4, "")
    assert "Y18" in done.err


def test_two_overlays_that_touch_the_same_thing_name_both_places(program: Program) -> None:
    first, second = (program.file(f"{name}.yaml", overlay(name, TIGHTER)) for name in ("een", "twee"))
    done = advised(program, "--overlay", first, "--overlay", second)
    assert done.code == 4
    assert "O08" in done.err
    assert "twee.yaml:7:" in done.err
    assert "een.yaml:7" in done.err


def test_three_overlays_can_be_stacked_and_a_fourth_is_refused(program: Program) -> None:
    files = [program.file(f"{n}.yaml", overlay(f"laag-{n}", CONTACT.format(f"team{n}"))) for n in range(4)]
    options = [word for file in files for word in ("--overlay", file)]
    assert names(advised(program, *options[:6])) == ["laag-0", "laag-1", "laag-2"]
    done = advised(program, *options)
    assert (done.code, done.out) == (4, "")
    assert "O14" in done.err
    assert "3.yaml:1:" in done.err


def test_of_four_configured_overlays_the_last_is_left_out_and_told(program: Program) -> None:
    for number in range(4):
        configured(program, f"{number}.yaml", overlay(f"laag-{number}", CONTACT.format(f"team{number}")))
    done = advised(program)
    assert names(done) == ["laag-0", "laag-1", "laag-2"]
    assert "3.yaml" in done.err


def test_nothing_is_read_from_the_folder_in_which_someone_works(program: Program) -> None:
    work = program.folder / "werk"
    for name in ("overlay.yaml", "overlays/overlay.yaml", "meldcode/overlays/overlay.yaml", ".meldcode/overlay.yaml"):
        path = work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(overlay("geplant", TIGHTER), encoding="utf-8")
    done = program.shell(f"cd werk && printf '%s' '{IN_DOUBT}' | $M advise --answers - --format json")
    assert done.err == ""
    assert (names(done), done.json["advice"]["level"]) == ([], "overleg")


def test_the_folder_of_this_machines_configuration_wins_over_that_of_the_desktop(program: Program) -> None:
    for name in ("eigen", "bureau"):
        path = program.folder / name / "meldcode" / "overlays" / "overlay.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(overlay(name), encoding="utf-8")
    desktop = program.with_env(XDG_CONFIG_HOME=str(program.folder / "bureau"))
    assert names(advised(desktop)) == ["bureau"]
    assert names(advised(desktop.with_env(MELDCODE_CONFIG=str(program.folder / "eigen")))) == ["eigen"]


def test_whoever_has_no_home_gets_nothing_from_a_folder_that_is_called_like_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "~" / ".config" / "meldcode"
    (folder / "overlays").mkdir(parents=True)
    (folder / "config.toml").write_text('lang = "en"\n', encoding="utf-8")
    (folder / "overlays" / "x.yaml").write_text("overlay: x\n", encoding="utf-8")
    for name in ("HOME", "USERPROFILE", "MELDCODE_CONFIG", "XDG_CONFIG_HOME", "MELDCODE_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # as it does where the system knows no home
    monkeypatch.chdir(tmp_path)
    assert language_of([]) == "nl"
    assert overlays_here() == []
