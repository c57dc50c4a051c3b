"""What a municipality or organisation changed, as the handbook tells it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from meldcode.export.handbook import handbook
from meldcode.protocol import overlay_file
from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import Change, Item, Overlay, Protocol, Text
from meldcode.protocol.overlay import DOERS
from meldcode.text import say
from tests.case.shipped import protocol_of
from tests.export.page import Page
from tests.export.test_handbook import as_read, in_both_languages, page_of

if TYPE_CHECKING:
    from meldcode.protocol.language import Language

OWNER = "Gemeente Voorbeeldstad"
OVERLAY = Overlay("voorbeeldstad", "1.2.0", OWNER, "sha256:" + "ab" * 32, ("Voorbeeldstad", "Ommeland"))


def change(verb: str, kind: str, name: str, *keys: str, line: int = 7) -> Change:
    return Change("voorbeeldstad", verb, kind, name, keys, Place("lokaal/overlay.yaml", line, 3))


def adapted(*changes: Change) -> Protocol:
    protocol = protocol_of("onderwijs")
    local = Item("voorbeeldstad", Text("Vraag het ook aan ons team."), Text(OWNER, OWNER))
    return replace(protocol, overlays=(OVERLAY,), changes=changes, local_help={"veiligheid": (local,)})


EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/overlay.yaml"))

CHANGES = (
    change("add", "contact", "veilig_thuis", "add", "id", "name", "phone", "rules"),
    change("change", "question", "beschermend", "help", "options"),
    change("change", "step", "overleg", "guidance"),
    change("tighten", "rule", "hulp_loopt", "level"),
    change("add", "flag", "gesprek_ontbreekt", "when", "text"),
    change("add", "action", "bel_veilig_thuis", "text"),
    change("add", "signal", "is_bang", "list", "signal"),
    change("add", "task", "zorgteam", "step", "text"),
    change("change", "role", "decaan", "text"),
    change("change", "term", "client", "text"),
    change("add", "intervention", "vipp_sd", "name"),
    change("hide", "question", "iets_van_vroeger"),
    change("add", "example", "een_nieuw_voorbeeld", "iets_nieuws"),
)


@in_both_languages
def test_who_adapted_it_stands_at_the_top_and_at_the_end(language: Language) -> None:
    page = Page(handbook(adapted(), language))
    values = {"owner": OWNER, "overlay": "voorbeeldstad", "version": "1.2.0", "digest": OVERLAY.digest}
    said = say(language, "handbook.adapted", **values)
    assert said in page.named("header")[0][2]
    assert said in page.named("footer")[0][2]
    assert "Voorbeeldstad, Ommeland" in page.named("header")[0][2]
    assert {"href": "#changes"} in page.links()


def test_a_protocol_as_shipped_says_nothing_about_adapting() -> None:
    assert not [given for _, given in page_of("onderwijs").elements if given.get("class") in ("adapted", "changed")]
    assert "changes" not in page_of("onderwijs").ids()


@in_both_languages
def test_every_change_is_told_in_words_with_its_place(language: Language) -> None:
    page = Page(handbook(adapted(*CHANGES), language))
    for number, each in enumerate(CHANGES, start=1):
        said = page.said(f"wijziging-{number}")
        assert f"{say(language, f'handbook.did_{each.verb}')} {OWNER}" in said
        assert said.startswith(say(language, f"handbook.kind_{each.kind}"))
        assert "lokaal/overlay.yaml:7" in said
    assert "iets_van_vroeger" in page.said("wijziging-12")
    assert "iets_nieuws" in page.said("wijziging-13")
    assert say(language, "handbook.key_phone") in page.said("wijziging-1")


MARKED = {
    1: "contact-veilig_thuis",
    2: "vraag-beschermend",
    3: "stap-overleg",
    4: "regel-hulp_loopt",
    5: "aandachtspunt-gesprek_ontbreekt",
    6: "regel-onveilig",
    8: "stap-overleg",
    9: "about",
    10: "about",
    11: "hulp-vipp_sd",
}


@pytest.mark.parametrize("number", MARKED)
def test_a_changed_element_is_marked_where_it_stands(number: int) -> None:
    made = CHANGES[number - 1]
    page = Page(handbook(adapted(made), "nl"))
    marks = [text for _, given, text in page.named("span") if given.get("class") == "changed"]
    assert marks
    assert set(marks) == {f"{say('nl', f'handbook.did_{made.verb}')} {OWNER}"}
    assert marks[0] in page.said(MARKED[number])
    assert {"href": "#wijziging-1"} in page.links()


def test_an_added_signal_is_marked_only_where_it_is_clear_which_one_is_meant() -> None:
    lists = protocol_of("onderwijs").signal_lists
    names = [signal.id.partition(".")[2] for each in lists.values() for signal in each.signals]
    clear = next(name for name in names if names.count(name) == 1)
    twice = next(name for name in names if names.count(name) > 1)
    for name, amount in ((clear, 1), (twice, 0), ("bestaat_niet", 0)):
        page = Page(handbook(adapted(change("add", "signal", name)), "nl"))
        assert [given.get("class") for _, given, _ in page.named("span")].count("changed") == amount


@in_both_languages
def test_a_local_explanation_stands_beside_our_own(language: Language) -> None:
    page = Page(handbook(adapted(), language))
    said = page.said("vraag-veiligheid")
    assert say(language, "handbook.local_help", owner=OWNER) in said
    assert "Vraag het ook aan ons team." in said
    assert as_read(protocol_of("onderwijs").questions["veiligheid"].why, language) in said


@pytest.mark.parametrize("operation", DOERS)
def test_everything_that_an_overlay_can_do_has_words(operation: str) -> None:
    verb, _, kind = operation.partition(" ")
    page = Page(handbook(adapted(change(verb, kind, "iets")), "nl"))
    assert "iets" in page.said("wijziging-1")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
@in_both_languages
def test_whatever_an_example_changes_is_marked_and_told_without_ids(path: Path, language: Language) -> None:
    overlay = overlay_file.read(path)
    for sector in overlay.spec.extends:
        protocol = overlay_file.laid_over(protocol_of(sector), sector, [overlay])
        page = Page(handbook(protocol, language))
        marked = {link["href"] for link in page.links()}
        for number, each in enumerate(protocol.changes, start=1):
            assert (f"#wijziging-{number}" in marked) == (each.verb != "hide"), each
        codes = [text for _, _, text in page.named("code")]
        hidden = [each.id for each in protocol.changes if each.verb == "hide"]
        places = [f"{each.origin.file}:{each.origin.line}" for each in protocol.changes]
        assert sorted(codes) == sorted(hidden + places)
