"""The examples are what they tell others to make: whole, proven, translated, tried, and invented."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from meldcode.protocol import library
from meldcode.protocol.library import sector_ids
from meldcode.protocol.model import Text
from meldcode.protocol.overlay_file import read
from meldcode.prove.proof import prove
from tests.examples.folders import EXAMPLES, FOLDERS, adapted, outcome, scenario, scenarios_of, sectors_of

if TYPE_CHECKING:
    from meldcode.protocol.model import Protocol

MUNICIPALITY, BOARD, HOSPITAL = (EXAMPLES / name for name in ("gemeente-voorbeeldstad", "schoolbestuur", "ziekenhuis"))
SUBJECTS = [(folder, sector) for folder in FOLDERS for sector in sectors_of(folder)]
SCENARIOS = [(folder, path) for folder in FOLDERS for path in scenarios_of(folder)]
FILES = sorted(path for path in EXAMPLES.rglob("*") if path.is_file())


def named(value: object) -> str:
    return value.name if isinstance(value, Path) else str(value)


def test_there_is_an_example_of_a_municipality_a_school_board_and_a_hospital() -> None:
    assert [MUNICIPALITY, BOARD, HOSPITAL] == FOLDERS
    assert [len(sectors_of(folder)) for folder in FOLDERS] == [3, 1, 3]
    assert all((folder / "README.md").is_file() for folder in FOLDERS)


@pytest.mark.parametrize(("folder", "sector"), SUBJECTS, ids=named)
def test_an_example_is_proven_safe_and_nowhere_weaker_on_every_sector_that_it_extends(
    folder: Path, sector: str
) -> None:
    assert sector in sector_ids()
    report = prove(adapted(sector, folder), library.protocol(sector))
    assert report.sound, [(each.invariant, each.values) for each in report.broken]
    assert "I-11" in report.checked


@pytest.mark.parametrize(("folder", "path"), SCENARIOS, ids=named)
def test_a_scenario_of_an_example_gives_what_it_expects(folder: Path, path: Path) -> None:
    spec = scenario(path)
    assert spec.scenario == path.stem
    assert spec.sector in sectors_of(folder)
    assert outcome(spec, folder).deviations() == ()


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_the_scenarios_of_an_example_try_every_rule_and_flag_that_it_touches(folder: Path) -> None:
    outcomes = [outcome(scenario(path), folder).advice for path in scenarios_of(folder)]
    tried = {reason.rule.id for advice in outcomes for reason in advice.reasons}
    tried |= {flag.id for advice in outcomes for flag in advice.flags}
    changes = adapted(sectors_of(folder)[0], folder).changes
    touched = {each.id for each in changes if each.kind in ("rule", "flag")}
    assert touched
    assert touched <= tried


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_an_example_is_tried_in_every_sector_that_it_extends(folder: Path) -> None:
    assert {scenario(path).sector for path in scenarios_of(folder)} == set(sectors_of(folder))


def test_the_school_board_stacks_on_the_municipality_and_stays_proven() -> None:
    base = library.protocol("onderwijs")
    both = adapted("onderwijs", MUNICIPALITY, BOARD)
    assert [each.owner for each in both.overlays] == ["Gemeente Voorbeeldstad", "Stichting De Voorbeeldschool"]
    assert prove(both, base).sound
    assert prove(both, adapted("onderwijs", MUNICIPALITY)).sound


def test_stacked_examples_give_both_their_contacts_and_their_stricter_rules() -> None:
    moved = scenario(MUNICIPALITY / "scenarios" / "pas-verhuisd.yaml")
    advice = outcome(moved, MUNICIPALITY, BOARD).advice
    assert "lokaal_team" in {contact.id for contact in advice.contacts}
    unrecorded = outcome(scenario(BOARD / "scenarios" / "niet-in-het-dossier.yaml"), MUNICIPALITY, BOARD)
    assert unrecorded.deviations() == ()


def test_the_order_of_stacking_changes_no_advice() -> None:
    for folder in (MUNICIPALITY, BOARD):
        for path in scenarios_of(folder):
            spec = scenario(path)
            if spec.sector == "onderwijs":
                one, other = outcome(spec, MUNICIPALITY, BOARD).advice, outcome(spec, BOARD, MUNICIPALITY).advice
                assert (one.level, {each.id for each in one.flags}) == (other.level, {each.id for each in other.flags})


@pytest.mark.parametrize(("folder", "sector"), SUBJECTS, ids=named)
def test_every_text_of_an_example_is_there_in_english(folder: Path, sector: str) -> None:
    base, made = library.protocol(sector), adapted(sector, folder)
    missing = [text.nl for text in texts(made) - texts(base) if text.nl and not text.en]
    assert missing == []


def texts(protocol: Protocol) -> set[Text]:
    """Every text in a protocol; who the owner is stays as it is."""
    bare = replace(protocol, overlays=(), changes=())
    found: set[Text] = set()
    waiting: list[object] = [bare]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            found.add(value)
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, tuple):
            waiting += value
        elif hasattr(value, "__slots__"):
            waiting += [getattr(value, name) for name in value.__slots__ if name != "origin"]
    return found


def test_an_example_holds_no_number_that_could_be_somebodys() -> None:
    """112, Veilig Thuis and numbers of noughts: nobody is called by mistake."""
    numbers = [(path, number) for path in FILES for number in re.findall(r"\b0\d[\d-]{6,}\b", path.read_text("utf-8"))]
    assert numbers
    harmless = re.compile(r"0800-2000|030-000000\d")
    assert [(path, number) for path, number in numbers if not harmless.fullmatch(number)] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_a_number_in_an_example_is_marked_as_not_verified(folder: Path) -> None:
    added = [each.id for each in adapted(sectors_of(folder)[0], folder).changes if (each.verb, each.kind) == ADDED]
    contacts = adapted(sectors_of(folder)[0], folder).contacts
    assert added
    assert all(contacts[name].unverified.nl and not contacts[name].verified for name in added)


ADDED = ("add", "contact")


def test_the_digest_of_an_example_covers_its_translation(tmp_path: Path) -> None:
    """A translation can say something else than the Dutch: it is part of what is named by the hash."""
    source = MUNICIPALITY / "overlay.yaml"
    (tmp_path / "overlay.yaml").write_bytes(source.read_bytes())
    alone = read(tmp_path / "overlay.yaml").digest
    (tmp_path / "overlay.en.yaml").write_bytes((MUNICIPALITY / "overlay.en.yaml").read_bytes())
    assert read(tmp_path / "overlay.yaml").digest == read(source).digest != alone
