"""Hostile overlays on a real protocol: each is refused or asks for a reader, and what is ordinary is left alone."""

from datetime import date
from pathlib import Path

import pytest

from meldcode.protocol import library, warnings
from meldcode.protocol.diagnostics import Finding, RefusedError
from meldcode.protocol.overlay_file import OverlayFile, laid_over, read
from tests.protocol.gallery_weaker import SECTOR, TRIES, Try
from tests.protocol.small_overlay import overlay

TODAY = date(2026, 11, 23)


def _file(folder: Path, name: str, given: Try) -> OverlayFile:
    head = f"overlay: {name}\nversion: 1.0.0\nowner: {given.owner}\nextends: {SECTOR}\nbase: 1.0.0\n{given.sources}"
    (folder / f"{name}.yaml").write_text(overlay(*given.operations, head=head), encoding="utf-8")
    if given.english:
        (folder / f"{name}.en.yaml").write_text(given.english, encoding="utf-8")
    return read(folder / f"{name}.yaml")


def said(folder: Path, given: Try) -> list[Finding]:
    """Return what is said of a try: why it is refused, or else the warnings about its last overlay."""
    try:
        earlier = [_file(folder, f"eerder{at}", Try("", each)) for at, each in enumerate(given.before)]
        last = _file(folder, "stad", given)
        protocol = laid_over(library.protocol(SECTOR), SECTOR, [*earlier, last])
    except RefusedError as error:
        return list(error.findings)
    return warnings.of_overlay(last.spec, protocol, set(), frozenset(), TODAY)


@pytest.mark.parametrize("given", TRIES.values(), ids=TRIES)
def test_an_overlay_that_would_weaken_or_mislead_is_refused_or_to_be_read(given: Try, tmp_path: Path) -> None:
    found = said(tmp_path, given)
    places = {each.place.file.rpartition("/")[2] for each in found if each.code == given.code}
    assert places == {"stad.yaml"}
    if given.code[0] == "O":
        assert {each.code for each in found} == {given.code}


@pytest.mark.parametrize(
    "operations",
    [
        ("{hide: intervention, id: marietje_kessels}", "{hide: signal, id: ouder_gezin.geldzorgen_wonen}"),
        ("{add: signal, list: ouder_gezin, signal: {id: x, text: Komt niet meer op de inloop., severity: laag}}",),
        (
            "{add: signal, list: partnergeweld, signal: {id: x, text: Is bij de keel gepakt., severity: acuut}}",
            "{add: contact, id: t, name: Buurtteam, phone: 0900-1234, hours: altijd, verified: 2026-11-01}",
        ),
        ("{add: contact, id: t, name: Wijkteam, phone: 0800-1234, cost: gratis, unverified: nog niet gebeld}",),
        ("{add: contact, id: t, name: Wijkteam, phone: 030-1234567, cost: lokaal, unverified: nog niet gebeld}",),
        ("{add: role, id: x, text: 24/7}",),
        ("{add: contact, id: t, name: 学校, hours: altijd, unverified: nog niet gebeld}",),
    ],
)
def test_what_is_ordinary_is_left_alone(operations: tuple[str, ...], tmp_path: Path) -> None:
    found = {each.code for each in said(tmp_path, Try("", operations))}
    assert not found & {"O19", "O20", "W07", "W23", "W29", "W30", "W31", "W32", "W33", "W34"}


def test_an_english_that_denies_what_the_dutch_denies_is_left_alone(tmp_path: Path) -> None:
    asked = (
        "{add: question, after: collega, question: {id: q, ask: Is het team niet gebeld?, label: Team niet gebeld, "
        "type: choice, options: {ja: Klopt, onbekend: Dat weet ik niet}}}"
    )
    english = (
        "language: en\noperations: {q: {question: {ask: Wasn't the team called?, label: Team not called, "
        "options: {ja: Right, onbekend: Unknown}}}}\n"
    )
    found = {each.code for each in said(tmp_path, Try("", (asked,), english))}
    assert not found & {"W33", "W34"}


def test_the_last_that_is_hidden_of_a_list_is_pointed_at(tmp_path: Path) -> None:
    given = TRIES["all lighter signals of a list are hidden"]
    (found,) = [each for each in said(tmp_path, given) if each.code == "W29"]
    assert found.place.line == 6 + len(given.operations)
    assert (found.values["name"], found.values["hidden"]) == ("ouder_gezin", str(len(given.operations)))
