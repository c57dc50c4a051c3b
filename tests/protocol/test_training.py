"""The catalogue of training: what it refers to exists, and what is shipped says where it is from."""

from pathlib import Path

import pytest

from meldcode.protocol.diagnostics import Finding, RefusedError
from meldcode.protocol.library import training
from meldcode.protocol.model import Text
from meldcode.protocol.source import Content
from tests.content.test_shipped import texts
from tests.protocol.small import FILES, TRAINING, edited, write
from tests.protocol.small_overlay import laid, overlay, refused

OFFER = "id: x, name: Les, who: Iedereen., what: Oefenen."


def wrong(folder: Path, old: str, new: str) -> tuple[Finding, ...]:
    with pytest.raises(RefusedError) as caught:
        Content(write(folder, edited(TRAINING, old, new))).training()
    return tuple(caught.value.findings)


def test_what_is_not_said_of_an_offer_stays_not_seen(tmp_path: Path) -> None:
    day, lesson = Content(write(tmp_path, FILES)).training().offers
    assert (day.length, day.price, day.accredited, day.where, day.provider, day.forms) == (None,) * 4 + ("", ())
    assert (lesson.price, lesson.price_on, lesson.regions) == (Text("Tien euro."), "2026-01-02", ("VT01",))


@pytest.mark.parametrize(
    ("old", "new", "code", "values"),
    [
        ("source: gids, verified", "source: gid, verified", "R04", {"name": "gid", "meant": "gids"}),
        ("also: [krant]\n", "also: [krent]\n", "R04", {"name": "krent", "meant": "krant"}),
        ("also: [krant]}", "also: [krent]}", "R04", {"name": "krent", "meant": "krant"}),
        ("sectors: [school]", "sectors: [schol]", "R15", {"name": "schol", "meant": "school"}),
        ("regions: [VT01]", "regions: [VT99]", "S04", {"given": "VT99", "key": "regions"}),
        ("forms: [online]", "forms: [onlin]", "S04", {"given": "onlin", "meant": "online"}),
        ("    price_on: 2026-01-02\n", "", "S02", {"key": "price_on"}),
        ("    price: Tien euro.\n", "", "S02", {"key": "price"}),
        ("source: gids, verified: 2026-01-02}\n  - id: les", "source: gids}\n  - id: les", "S10", {}),
        ("covered: ja", "covered: bijna", "S04", {"given": "bijna"}),
        ("id: les\n", "id: dag\n", "R11", {"name": "dag"}),
        ("id: punten, name: Punten, text: Een punt is een uur., source: gids", "id: p, name: P", "S02", {}),
    ],
)
def test_a_fault_is_found_at_its_line(tmp_path: Path, old: str, new: str, code: str, values: dict[str, str]) -> None:
    found = wrong(tmp_path, old, new)[0]
    assert (found.code, found.place.file) == (code, TRAINING)
    assert values.items() <= found.values.items()
    assert found.excerpt


def test_every_shipped_text_has_english() -> None:
    found = list(texts(training()))
    assert len(found) > 100
    assert [where for where, text in found if text.en is None] == []


def test_every_shipped_offer_was_read_on_a_day_or_says_why_not_and_every_price_has_its_day() -> None:
    offers = training().offers
    assert [each.id for each in offers if bool(each.verified) == bool(each.unverified)] == []
    assert [each.id for each in offers if bool(each.price) != bool(each.price_on)] == []
    assert {each.id for each in offers if each.unverified} == {"seh_ha"}


def test_nobody_is_endorsed() -> None:
    assert "bevelen geen aanbieder aan" in training().notice.nl
    assert "endorse no provider" in training().notice.to("en")


def test_an_overlay_adds_training_for_the_sectors_that_it_extends(tmp_path: Path) -> None:
    (offer,) = laid(
        tmp_path, overlay(f"{{add: offer, offer: {{{OFFER}, price: Gratis., price_on: 2026-01-02}}}}")
    ).offers
    assert (offer.provider, offer.sectors, offer.source) == ("Gemeente Stad", ("school",), "stad")
    assert offer.unverified == Text(
        "lokaal toegevoegd, niet landelijk nagekeken", "added locally, not verified nationally"
    )


def test_training_of_an_overlay_that_was_verified_says_when(tmp_path: Path) -> None:
    (offer,) = laid(tmp_path, overlay(f"{{add: offer, offer: {{{OFFER}, verified: 2026-01-02}}}}")).offers
    assert (offer.verified, offer.unverified) == ("2026-01-02", None)


def test_a_protocol_without_local_training_has_the_digest_it_always_had(tmp_path: Path) -> None:
    from meldcode.protocol import codec  # noqa: PLC0415 - only here

    assert "offers" not in codec.encode(Content(write(tmp_path, FILES)).protocol("school"))


@pytest.mark.parametrize(
    ("operations", "code"),
    [
        ([f"{{add: offer, offer: {{{OFFER}}}}}"] * 2, "R11"),
        ([f"{{add: offer, offer: {{{OFFER.replace('Les', 'Veilig Thuis Stad')}}}}}"], "O13"),
        ([f"{{add: offer, offer: {{{OFFER}, provider: Veilig Thuis Stad}}}}"], "O13"),
        ([f"{{add: offer, offer: {{{OFFER}, url: 'https://veiligthuis-stad.example'}}}}"], "O13"),
        ([f"{{add: offer, offer: {{{OFFER}, length: Bel Veilig Thuis op 030-1234567.}}}}"], "O17"),
        ([f"{{add: offer, offer: {{{OFFER}, price: Gratis.}}}}"], "S02"),
        ([f"{{add: offer, offer: {{{OFFER}, source: niets}}}}"], "R04"),
        ([f"{{add: offer, offer: {{{OFFER}, url: 'javascript:x'}}}}"], "S16"),
        ([f"{{add: offer, offer: {{{OFFER}, sectors: [school]}}}}"], "S01"),
    ],
)
def test_what_an_overlay_may_not_add_is_refused(tmp_path: Path, operations: list[str], code: str) -> None:
    assert code in {finding.code for finding in refused(tmp_path, overlay(*operations))}
