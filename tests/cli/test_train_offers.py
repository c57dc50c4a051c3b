"""`meldcode train offers` as someone types it: sector, place, word, overlays, criteria, JSON, both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.overlays import configured, overlay

if TYPE_CHECKING:
    from tests.cli.program import Program

LOCAL = "{add: offer, offer: {id: middag, name: Middag, who: Voor ons., what: Oefenen.}}"


def test_the_list_says_first_that_nobody_is_endorsed(program: Program) -> None:
    done = program.run("train", "offers")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Wij bevelen geen aanbieder aan.")
    assert "Wat er over accreditatie bekend is" in done.out
    assert "NIET NAGEKEKEN: algemene kennis" in done.out


def test_a_sector_a_place_and_a_word_narrow_it_down(program: Program) -> None:
    done = program.run("train", "offers", "regio", "--sector", "onderwijs", "-m", "Utrecht", "--format", "json").json
    assert [each["id"] for each in done["offers"]] == ["opvang_training"]
    assert done["elsewhere"] == 1
    there = program.run("train", "offers", "regio", "--sector", "onderwijs", "-m", "Tilburg", "--format", "json").json
    assert [each["id"] for each in there["offers"]] == ["regio_expertise", "opvang_training"]


def test_english_says_the_same(program: Program) -> None:
    done = program.run("--lang", "en", "train", "offers", "--criteria")
    assert "1. The organisation makes sure" in done.out
    assert done.out.count("Source: ") >= 12


def test_criteria_take_no_other_wish(program: Program) -> None:
    done = program.run("train", "offers", "online", "--criteria")
    assert (done.code, done.out) == (2, "")
    assert "--criteria" in done.err


def test_criteria_are_there_as_data(program: Program) -> None:
    done = program.run("train", "offers", "--criteria", "--format", "json").json
    assert {each["covered"] for each in done["criteria"]} == {"ja", "deels", "nee"}
    assert all(each["sources"] for each in done["criteria"])


def test_where_nothing_fits_that_is_said(program: Program) -> None:
    done = program.run("train", "offers", "paardrijden")
    assert done.code == 0
    assert "geen aanbod in de lijst" in done.err


def test_training_of_an_overlay_comes_first_and_says_whose_it_is(program: Program) -> None:
    file = program.file("stad.yaml", overlay("stad", LOCAL))
    done = program.run("train", "offers", "--overlay", file, "--format", "json").json
    assert (done["offers"][0]["id"], done["offers"][0]["added_by"]) == ("middag", "Eigenaar stad")
    assert done["offers"][0]["sectors"] == ["onderwijs"]


def test_training_of_a_municipality_is_shown_there_and_nowhere_else(program: Program) -> None:
    configured(program, "stad.yaml", overlay("stad", LOCAL, places="Tilburg"))
    shown = {
        place: "Middag, Eigenaar stad" in program.run("train", "offers", "middag", "-m", place).out
        for place in ("Tilburg", "Utrecht")
    }
    assert shown == {"Tilburg": True, "Utrecht": False}


def test_a_broken_overlay_is_told_and_left_out(program: Program) -> None:
    configured(program, "stuk.yaml", overlay("stuk", LOCAL.replace("what: Oefenen.", "wat: Oefenen.")))
    done = program.run("train", "offers", "online")
    assert done.code == 0
    assert done.err.count("stuk.yaml is niet te gebruiken") == 1
    assert "Augeo" in done.out


def test_a_broken_overlay_that_was_given_is_refused_with_its_line(program: Program) -> None:
    file = program.file("stuk.yaml", overlay("stuk", LOCAL.replace("what: Oefenen.", "wat: Oefenen.")))
    done = program.run("train", "offers", "--overlay", file)
    assert (done.code, done.out) == (4, "")
    assert "S01" in done.err
