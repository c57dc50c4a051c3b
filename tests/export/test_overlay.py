"""Whoever reads a summary can see that the protocol was adapted locally: by whom, in which version, with which hash."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from meldcode.case.state import settled
from meldcode.case.summary import Facts, summarise
from meldcode.export.json import json_text
from meldcode.export.markdown import markdown
from meldcode.export.sections import sections
from meldcode.export.text import text
from tests.case.shipped import protocol_of, texts
from tests.examples.folders import EXAMPLES, adapted
from tests.export.schema import violations
from tests.export.test_json import SCHEMA
from tests.export.test_sections import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from meldcode.case.summary import Summary
    from meldcode.protocol.language import Language

FOLDERS = (EXAMPLES / "gemeente-voorbeeldstad", EXAMPLES / "schoolbestuur")
PAIRS = ("direct_gevaar=nee", "verhuisd=ja", "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=onbekend")


def summary() -> Summary:
    """Advice with both overlays on the sector of schools."""
    protocol = adapted("onderwijs", *FOLDERS)
    return summarise(protocol, settled(protocol, texts(*PAIRS)), Facts())


@pytest.mark.parametrize(("language", "words"), [("nl", "Lokaal aangepast door"), ("en", "Adapted locally by")])
def test_each_overlay_is_named_in_a_summary_with_its_owner_version_and_hash(language: Language, words: str) -> None:
    about = said(summary(), "about", language)
    for each in summary().protocol.overlays:
        assert f"{words} {each.owner}: {each.id} {each.version} ({each.digest})" in about
    assert [line for line in about.splitlines() if line.startswith(words)] == about.splitlines()[-2:]


def test_without_an_overlay_nothing_is_said_of_one() -> None:
    protocol = protocol_of("onderwijs")
    plain = summarise(protocol, settled(protocol, texts(*PAIRS)), Facts())
    assert "Lokaal aangepast" not in text(plain, "nl")
    assert json.loads(json_text(plain, "nl"))["protocol"]["overlays"] == []


@pytest.mark.parametrize("form", [text, markdown])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_text_and_markdown_name_each_owner_and_the_whole_hash(
    form: Callable[[Summary, Language], str], language: Language
) -> None:
    made = form(summary(), language)
    for each in summary().protocol.overlays:
        assert each.owner in made
        assert each.digest.removeprefix("sha256:") in made.replace("\n", "").replace(" ", "").replace("\\", "")


def test_json_lists_each_overlay_and_is_what_the_schema_says() -> None:
    data = json.loads(json_text(summary(), "nl"))
    assert list(violations(data, SCHEMA)) == []
    overlays = summary().protocol.overlays
    assert data["protocol"]["overlays"] == [
        {"id": each.id, "version": each.version, "owner": each.owner, "digest": each.digest} for each in overlays
    ]
    assert data["protocol"]["digest"] == summary().protocol.digest != protocol_of("onderwijs").digest


def test_what_the_overlay_added_and_raised_is_in_the_advice_with_the_overlay_as_its_source() -> None:
    advice = json.loads(json_text(summary(), "nl"))["advice"]
    assert advice["level"] == "melden"
    (raised,) = (each for each in advice["because"] if each["rule"] == "twijfel_acceptatie")
    assert raised["level"] == "melden"
    assert "vraag_naar_eerdere_hulp" in {each["id"] for each in advice["actions"]}
    assert "convenant" in {each["source"]["id"] for each in advice["because"]}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_local_words_are_in_the_language_of_the_reader(language: Language) -> None:
    everything = "\n".join(said(summary(), section.id, language) for section in sections(summary(), language))
    local = {"nl": "Het gezin is pas verhuisd.", "en": "The family moved recently."}
    assert local[language] in everything
    assert local["en" if language == "nl" else "nl"] not in everything
