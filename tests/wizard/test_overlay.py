"""A protocol that was adapted locally, in the wizard: the screen says by whom, and whose explanation it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.case.advice import advise
from meldcode.case.path import trace
from meldcode.case.state import State
from meldcode.protocol.yaml import plain
from meldcode.wizard.pages import Wording
from meldcode.wizard.scripted import Scripted
from meldcode.wizard.session import Session
from tests.case.shipped import protocol_of
from tests.examples.folders import EXAMPLES, adapted, scenario
from tests.wizard.answerer import Answerer
from tests.wizard.test_parity import NoPaper, Remembered

if TYPE_CHECKING:
    from meldcode.protocol.language import Language
    from meldcode.protocol.model import Protocol
    from meldcode.wizard.prompter import Page

FOLDERS = (EXAMPLES / "gemeente-voorbeeldstad", EXAMPLES / "schoolbestuur")
COACH = "Gemeente Voorbeeldstad: Kent u niemand om mee te overleggen?"


def wording(protocol: Protocol, language: Language = "nl") -> Wording:
    return Wording(protocol, language, code="7Q2MX4HK", practice=False)


def page(protocol: Protocol, question: str, language: Language = "nl") -> Page:
    return wording(protocol, language).question(State(trace(protocol, {})), protocol.questions[question])


@pytest.mark.parametrize(("language", "words"), [("nl", "aangepast door"), ("en", "adapted by")])
def test_the_head_line_names_every_owner_on_every_page(language: Language, words: str) -> None:
    protocol = adapted("onderwijs", *FOLDERS)
    for question in ("direct_gevaar", "collega", "besluit"):
        head = page(protocol, question, language).head[0]
        assert "Gemeente Voorbeeldstad, Stichting De Voorbeeldschool" in head
        assert words in head.casefold()
    assert "Voorbeeld" not in page(protocol_of("onderwijs"), "collega").head[0]


def test_local_help_stands_beside_ours_with_the_name_of_who_wrote_it() -> None:
    protocol, national = adapted("onderwijs", *FOLDERS), protocol_of("onderwijs")
    ours = page(national, "collega")
    local = page(protocol, "collega")
    assert local.title == ours.title
    assert local.field == ours.field
    assert [line for line in ours.body if line not in local.body] == []
    (added,) = (line for line in local.body if line not in ours.body)
    assert added.startswith(COACH)


def test_local_help_is_in_the_explanation_too_and_in_english() -> None:
    protocol = adapted("onderwijs", *FOLDERS)
    question = protocol.questions["collega"]
    state = State(trace(protocol, {}))
    assert any(line.startswith(COACH) for line in wording(protocol).explanation(state, question))
    english = wording(protocol, "en").explanation(state, question)
    assert any(line.startswith("Gemeente Voorbeeldstad: Do you know nobody to consult?") for line in english)


def test_two_overlays_that_explain_the_same_locked_question_are_both_shown() -> None:
    """Through the value: the loader itself keeps two overlays off the same words."""
    protocol = adapted("onderwijs", *FOLDERS)
    (one,), (other,) = protocol.local_help["collega"], protocol.local_help["gesprek"]
    both = replace(protocol, local_help={"collega": (one, other)})
    body = page(both, "collega").body
    shown = [line.partition(":")[0] for line in body if line.startswith(("Gemeente V", "Stichting"))]
    assert shown == ["Gemeente Voorbeeldstad", "Stichting De Voorbeeldschool"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_walk_with_overlays_asks_the_local_questions_in_their_place_and_ends_in_the_stricter_level(
    language: Language,
) -> None:
    protocol = adapted("onderwijs", *FOLDERS)
    spec = scenario(EXAMPLES / "schoolbestuur" / "scenarios" / "niet-in-het-dossier.yaml")
    given: Any = plain(spec.answers)
    record = Remembered()
    prompter = Scripted(Answerer(protocol, {**given, "verhuisd": "ja"}))
    session = Session(wording(protocol, language), State(trace(protocol, {})), record, prompter, NoPaper())
    session.run()
    asked = [each.id for each in prompter.pages]
    assert asked.index("collega") < asked.index("verhuisd") < asked.index("dossier_bijgewerkt") < asked.index("gesprek")
    advice = advise(protocol, session.state)
    assert advice.level == "melden"
    assert "dossier_niet_bijgewerkt" in {flag.id for flag in advice.flags}
    titles = {each.id: each.title for each in prompter.pages}
    assert titles["verhuisd"] == protocol.questions["verhuisd"].ask.to(language)
