"""Which training is shown to whom, and in which words; what was not seen is never filled in."""

import json
from pathlib import Path

import pytest

from meldcode.protocol.source import Content
from meldcode.protocol.training import Training
from meldcode.training.offers import Found, added, fitting, in_catalogue
from meldcode.training.offers_said import accreditation_lines, criteria_lines, offers_data, offers_lines
from tests.protocol.small import FILES, write
from tests.protocol.small_overlay import laid, overlay

LOCAL = "{add: offer, offer: {id: middag, name: Middag, who: Voor ons., what: Oefenen.}}"


@pytest.fixture
def catalogue(tmp_path: Path) -> Training:
    return Content(write(tmp_path / "content", FILES)).training()


def found(catalogue: Training, sector: str = "", region: str = "", word: str = "") -> Found:
    return fitting(in_catalogue(catalogue), "nl", sector=sector, region=region, word=word)


def names(found: Found) -> list[str]:
    return [each.offer.id for each in found.fitting]


def test_without_a_wish_everything_is_shown(catalogue: Training) -> None:
    assert names(found(catalogue)) == ["dag", "les"]


def test_an_offer_without_sectors_is_for_all(catalogue: Training) -> None:
    assert names(found(catalogue, sector="sport")) == ["dag"]
    assert names(found(catalogue, sector="school")) == ["dag", "les"]


def test_an_offer_of_another_region_is_left_out_and_counted(catalogue: Training) -> None:
    assert names(found(catalogue, region="VT01")) == ["dag", "les"]
    elsewhere = found(catalogue, region="VT02")
    assert (names(elsewhere), elsewhere.elsewhere) == (["dag"], 1)
    assert "Aanbod in een andere regio: 1." in " ".join(offers_lines(catalogue, elsewhere, "nl"))


@pytest.mark.parametrize("word", ["LERAREN", "online leren", "de school", "een uur", "noorden", "les", "kijken"])
def test_a_word_is_sought_in_all_that_is_said(catalogue: Training, word: str) -> None:
    assert names(found(catalogue, word=word)) == ["les"]


def test_what_was_not_seen_is_said_so_and_nothing_is_filled_in(catalogue: Training) -> None:
    day = list(offers_lines(catalogue, found(catalogue, word="dag"), "nl"))
    assert "  Niet gezien in de bron: aanbieder, vorm, duur, accreditatie, kosten, plaats." in day
    assert not any("Kosten:" in line for line in day)
    lesson = list(offers_lines(catalogue, found(catalogue, word="les"), "nl"))
    assert "  Kosten: Tien euro. Gelezen op 2026-01-02." in lesson
    assert "  Niet gezien in de bron: accreditatie." in lesson


def test_every_source_is_named_with_its_day(catalogue: Training) -> None:
    lines = list(offers_lines(catalogue, found(catalogue, word="les"), "nl"))
    assert lines[-3:] == [
        "  Bron: De gids, nagelezen op 2026-01-02",
        "  https://gids.example",
        "  Bron: De krant, nagelezen op 2026-01-02",
    ]


def test_the_first_line_says_what_the_list_is_not(catalogue: Training) -> None:
    assert next(offers_lines(catalogue, found(catalogue), "nl")) == "Vraag het na."


def test_what_is_known_of_accreditation_has_its_source(catalogue: Training) -> None:
    assert list(accreditation_lines(catalogue, "nl"))[1:] == [
        "- Punten: Een punt is een uur.",
        "  Bron: De gids, nagelezen op 2026-01-02",
    ]


def test_a_criterion_has_its_grounds_and_what_exercises_cover(catalogue: Training) -> None:
    assert list(criteria_lines(catalogue, "nl"))[2:] == [
        "1. Vaker oefenen.",
        "  Zit in de oefeningen van meldcode. Dat kan hier.",
        "  Bron: De gids, nagelezen op 2026-01-02",
        "  Bron: De krant, nagelezen op 2026-01-02",
    ]


def test_in_data_what_was_not_seen_is_null(catalogue: Training) -> None:
    (day,) = json.loads(json.dumps(offers_data(catalogue, found(catalogue, word="dag"), "nl")))["offers"]
    assert {name for name, value in day.items() if value is None} == {
        *("provider", "length", "accredited", "price", "price_on", "where", "url", "unverified", "added_by"),
    }


def test_what_an_overlay_adds_says_by_whom_and_that_it_was_not_verified(catalogue: Training, tmp_path: Path) -> None:
    local = fitting(added(laid(tmp_path, overlay(LOCAL))), "nl", sector="school", region="", word="")
    lines = list(offers_lines(catalogue, local, "nl"))
    assert "Middag, Gemeente Stad" in lines
    assert "  Lokaal toegevoegd door Gemeente Stad." in lines
    assert any("NIET NAGEKEKEN: lokaal toegevoegd" in line for line in lines)
