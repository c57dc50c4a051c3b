"""`meldcode protocol new`: a folder that loads, proves and passes as it is written, whole or not at all."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from meldcode.case.scenario import tried
from meldcode.cli import local_folder
from meldcode.cli.local_folder import Wish, make, newest, slug
from meldcode.cli.protocol_new import ask_owner, ask_sectors
from meldcode.protocol import library
from meldcode.protocol.diagnostics import LocalRefusedError
from meldcode.protocol.json_schema import schema
from meldcode.protocol.library import region_of, sector_ids
from meldcode.protocol.overlay_file import read
from meldcode.prove.proof import prove
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Page, Write, Written
from meldcode.wizard.scripted import Scripted
from meldcode.wizard.talk import StopSession, Talk
from tests.endtoend.test_walk import PROGRAM
from tests.examples.folders import scenario
from tests.wizard.driven import Driven

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.wizard.prompter import Reply
    from tests.cli.program import Program

TODAY = date(2026, 11, 23)
OPTIONS = ("--municipality", "Utrecht", "--sector", "onderwijs", "--owner", "Gemeente Utrecht")


def made(folder: Path, *sectors: str, municipality: str = "Utrecht", owner: str = "Gemeente Utrecht") -> Path:
    target = folder / "nieuw"
    make(Wish(municipality, region_of(municipality), sectors or ("onderwijs",), owner), target, TODAY, "{}")
    return target


@pytest.mark.parametrize("sector", sector_ids())
def test_what_is_written_is_proven_and_its_scenario_passes_in_every_sector(sector: str, tmp_path: Path) -> None:
    folder, base = made(tmp_path, sector), library.protocol(sector)
    protocol = library.overlaid(sector, [folder / "overlay.yaml"])
    kept = {each.invariant for each in prove(base).broken}
    assert {each.invariant for each in prove(protocol, base).broken} == kept
    spec = scenario(folder / "scenarios" / "voorbeeld.yaml")
    outcome = tried(protocol, spec)
    assert (spec.sector, outcome.deviations()) == (sector, ())
    assert outcome.advice.complete
    assert "lokaal_team" in {contact.id for contact in outcome.advice.contacts}


def test_one_overlay_can_be_on_several_sectors(program: Program) -> None:
    done = program.run("protocol", "new", *OPTIONS, "--sector", "sport", "--sector", "onderwijs", "--folder", "map")
    assert (done.code, done.out) == (0, "Gemaakt: map\n")
    assert read(program.folder / "map" / "overlay.yaml").spec.extends == ("onderwijs", "sport")
    proven = program.run("protocol", "prove", "map/overlay.yaml")
    assert proven.code == 0
    assert proven.out.count("BEWEZEN") == 2


def test_the_folder_is_named_after_the_municipality_and_says_what_to_do_next(program: Program) -> None:
    done = program.run("protocol", "new", "-m", "s hertogenbosch", "-s", "onderwijs", "--owner", "Gemeente")
    assert done.code == 0
    folder = program.folder / "meldcode-s-hertogenbosch"
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*.*")) == FILES
    assert "INVULLEN" in done.err
    assert "protocol check overlay.yaml" in " ".join(done.err.split())
    assert "regio Oost-Brabant, https://www.veiligthuisoostbrabant.nl" in (folder / "overlay.yaml").read_text("utf-8")


FILES = ["README.md", "overlay.schema.json", "overlay.yaml", "scenarios/voorbeeld.yaml"]


def test_an_editor_finds_the_schema_that_the_first_line_names(program: Program) -> None:
    assert program.run("protocol", "new", *OPTIONS, "--folder", "map").code == 0
    first = (program.folder / "map" / "overlay.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=overlay.schema.json"
    assert json.loads((program.folder / "map" / "overlay.schema.json").read_text("utf-8")) == schema("overlay")


def test_what_is_to_be_filled_in_is_said_at_each_place(tmp_path: Path) -> None:
    spec = read(made(tmp_path) / "overlay.yaml").spec
    assert spec.municipalities == ("Utrecht",)
    assert (spec.overlay, spec.version, spec.owner) == ("gemeente-utrecht", "1.0.0", "Gemeente Utrecht")
    assert spec.base == library.protocol("onderwijs").version
    assert spec.reviewed is not None
    assert (spec.reviewed.date, spec.reviewed.before) == ("2026-11-23", "2027-11-23")
    protocol = library.overlaid("onderwijs", [tmp_path / "nieuw" / "overlay.yaml"])
    team = protocol.contacts["lokaal_team"]
    assert all("INVULLEN" in text.nl for text in (team.name, team.who, team.use, team.unverified))
    (officer,) = (role for role in protocol.roles if role.id == "aandachtsfunctionaris_lokaal")
    assert "INVULLEN" in officer.text.nl


def test_every_example_in_the_comments_can_be_used_as_it_stands(tmp_path: Path) -> None:
    """And between them they show every operation that there is."""
    path = made(tmp_path) / "overlay.yaml"
    text = path.read_text("utf-8")
    head, _, examples = text.partition("\n# Hieronder staat van elke bewerking een voorbeeld.")
    used = [line[2:] for line in examples.splitlines() if re.match(r"# ( |- [a-z{])", line)]
    path.write_text(head + "\n" + "\n".join(f"  {line}" for line in used) + "\n", encoding="utf-8")
    protocol = library.overlaid("onderwijs", [path])
    shown = {(each.verb, each.kind) for each in protocol.changes}
    every = {("add", kind) for kind in ADDED} | {("change", kind) for kind in CHANGED} | {("hide", k) for k in HIDDEN}
    assert shown == every | {("tighten", "rule")}
    assert prove(protocol, library.protocol("onderwijs")).sound


ADDED = [
    "contact",
    "question",
    "step",
    "rule",
    "action",
    "flag",
    "signal",
    "example",
    "task",
    "role",
    "intervention",
    "offer",
]
CHANGED = ["question", "step", "contact", "role", "term"]
HIDDEN = ["question", "contact", "intervention", "signal"]


def test_an_overlay_for_all_municipalities_names_no_region(tmp_path: Path) -> None:
    path = made(tmp_path, municipality="", owner="Stichting De School") / "overlay.yaml"
    assert read(path).spec.municipalities == ()
    assert read(path).spec.overlay == "stichting-de-school"
    assert "hangt af van de gemeente" in path.read_text("utf-8")


@pytest.mark.parametrize(
    "owner", ['De "brug" # 1: [x]', "Żółta łódź", "Onderwijs", "112", "学校", "O'Brien & Zn.", "${x}"]
)
def test_any_name_of_an_owner_stays_a_name(owner: str, tmp_path: Path) -> None:
    folder = made(tmp_path, owner=owner)
    spec = read(folder / "overlay.yaml").spec
    assert spec.owner == owner
    assert spec.overlay not in sector_ids()
    assert library.overlaid("onderwijs", [folder / "overlay.yaml"]).overlays[0].owner == owner
    assert owner in (folder / "README.md").read_text("utf-8")


def test_a_name_becomes_what_can_stand_in_an_id() -> None:
    assert [slug(name) for name in ("'s-Hertogenbosch", "Súdwest-Fryslân", "Bergen (L.)", "学校", "x" * 60)] == [
        "s-hertogenbosch",
        "sudwest-fryslan",
        "bergen-l",
        "",
        "x" * 50,
    ]


def test_the_newest_of_some_versions_is_compared_by_its_numbers() -> None:
    assert newest(["1.9.0", "1.10.0", "1.2.30"]) == "1.10.0"


@pytest.mark.parametrize("what", ["folder", "empty", "file", "link"])
def test_it_is_never_written_over_something(program: Program, what: str) -> None:
    there = program.folder / "map"
    match what:
        case "folder":
            there.mkdir()
            (there / "x").write_text("van u", encoding="utf-8")
        case "empty":
            there.mkdir()
        case "file":
            there.write_text("van u", encoding="utf-8")
        case _:
            there.symlink_to("nergens")
    before = sorted(path.name for path in program.folder.iterdir())
    done = program.run("protocol", "new", *OPTIONS, "--folder", "map")
    assert (done.code, done.out) == (2, "")
    assert "map" in done.err
    assert "--folder" in done.err
    assert sorted(path.name for path in program.folder.iterdir()) == before
    assert not there.is_dir() or sorted(path.name for path in there.iterdir()) == ["x"] * (what == "folder")


def test_when_something_goes_wrong_halfway_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_folder, "README", "bestaat-niet.md")
    with pytest.raises(FileNotFoundError):
        made(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_owner_that_cannot_stand_in_a_file_leaves_nothing_either(tmp_path: Path) -> None:
    with pytest.raises(LocalRefusedError):
        made(tmp_path, owner="Gemeente\u3164")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), "--municipality, --sector, --owner"),
        (("-m", "Utrecht"), "--sector, --owner"),
        (("--owner", "X", "--sector", "sport"), "--municipality"),
        (("-m", "", "--owner", "X"), "--sector"),
    ],
)
@pytest.mark.parametrize(("language", "word"), [("nl", "ontbreekt"), ("en", "missing")])
def test_without_a_terminal_it_names_the_options_that_are_missing(
    program: Program, given: tuple[str, ...], missing: str, language: str, word: str
) -> None:
    done = program.run("protocol", "new", *given, "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert done.err.rstrip().endswith(f"{missing}.")
    assert word in done.err
    assert list(program.folder.iterdir()) == []


@pytest.mark.parametrize(
    "wrong",
    [
        ("-m", "Nergenshuizen", "-s", "onderwijs", "--owner", "X"),
        ("-m", "Utrecht", "-s", "bakkerij", "--owner", "X"),
        ("-m", "Utrecht", "-s", "onderwijs", "--owner", "x" * 81),
        ("-m", "Utrecht", "-s", "onderwijs", "--owner", "een\ntwee"),
        ("-m", "Utrecht", "-s", "onderwijs", "--owner", "  "),
    ],
)
def test_what_does_not_exist_or_fit_is_wrong_usage_and_writes_nothing(program: Program, wrong: tuple[str, ...]) -> None:
    done = program.run("protocol", "new", *wrong)
    assert (done.code, done.out) == (2, "")
    assert list(program.folder.iterdir()) == []


# -- in a terminal -----------------------------------------------------------------------------------------------------


def talk(*replies: Reply) -> Talk:
    waiting = iter(replies)
    prompter = Scripted(lambda _: next(waiting))
    return Talk(prompter, Wording(library.protocol("algemeen"), "nl", code="", practice=False))


def pages(asked: Talk) -> list[Page]:
    assert isinstance(asked.prompter, Scripted)
    return asked.prompter.pages


def test_one_sector_or_more_are_chosen_and_none_is_asked_again() -> None:
    asked = talk(Chosen(()), Asked(Command.BACK, Chosen(())), Chosen(("kinderopvang", "onderwijs")))
    assert ask_sectors(asked) == ("kinderopvang", "onderwijs")
    first, second, third = pages(asked)
    assert (first.error, bool(second.error), bool(third.error)) == ("", True, True)
    assert isinstance(first.field, Choose)
    assert {option.id for option in first.field.options} == set(sector_ids())
    assert first.field.marked == ()


def test_the_owner_is_suggested_and_a_name_that_does_not_fit_is_asked_again() -> None:
    asked = talk(Written(" "), Written("x" * 81), Written(" Gemeente Utrecht "))
    assert ask_owner(asked, "Utrecht") == "Gemeente Utrecht"
    drafts = [page.field.draft for page in pages(asked) if isinstance(page.field, Write)]
    assert drafts == ["Gemeente Utrecht", " ", "x" * 81]
    assert [bool(page.error) for page in pages(asked)] == [False, True, True]


def test_an_organisation_is_not_called_a_municipality() -> None:
    asked = talk(Written("Stichting De School"))
    assert ask_owner(asked, "") == "Stichting De School"
    (page,) = pages(asked)
    assert page.field == Write()


def test_stopping_is_always_possible() -> None:
    for ask in (ask_sectors, lambda asked: ask_owner(asked, "")):
        with pytest.raises(StopSession):
            ask(talk(Asked(Command.PAUSE, Chosen(()) if ask is ask_sectors else Written(""))))


@pytest.mark.parametrize("plain", [False, True])
def test_in_a_terminal_it_asks_what_was_not_given(tmp_path: Path, plain: bool) -> None:  # noqa: FBT001 - a way to ask
    target = tmp_path / "map"
    more = ("--plain",) if plain else ()
    terminal = Driven(PROGRAM, "protocol", "new", "--folder", str(target), *more, HOME=str(tmp_path), rows=60)
    terminal.see("In welke gemeente")
    terminal.send("Zeist\r")
    terminal.see("Voor welke sectoren is de aanpassing?")
    terminal.send("2\r" if plain else "\x1b[H \r")
    terminal.see("Wie is de eigenaar van de aanpassing?")
    terminal.send("Gemeente Zeist\r" if plain else "\r")
    assert terminal.end() == 0
    assert read(target / "overlay.yaml").spec.owner == "Gemeente Zeist"
    assert read(target / "overlay.yaml").spec.municipalities == ("Zeist",)
    assert "Gemaakt" in terminal.normal()
