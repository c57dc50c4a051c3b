"""The trail: who did what and when, record by record, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from meldcode.case.events import (
    Answered,
    Closed,
    Drafted,
    Event,
    Exported,
    HandedOver,
    Noted,
    Opened,
    Received,
    Reopened,
    Retracted,
    Skipped,
)
from meldcode.case.trail import Remark
from meldcode.export.markdown import markdown
from meldcode.export.sections import Pair, Paragraph, Section, sections
from meldcode.export.text import text
from meldcode.text.trail import TEXTS
from meldcode.vault import log
from tests.export.papers import case_with
from tests.export.trails import CODE, answered, case_of

if TYPE_CHECKING:
    from meldcode.protocol.language import Language


def trail_of(*events: Event, remarks: tuple[Remark, ...] = (), language: Language = "nl") -> Section:
    *_, last = sections(case_of(events, remarks=remarks), language)
    assert last.id == "trail"
    return last


def lines(section: Section) -> list[str]:
    return [f"{block.label}: {block.text}" for block in section.blocks if isinstance(block, Pair)]


def notices(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def test_the_trail_stands_last_and_only_where_it_was_asked_for() -> None:
    assert "trail" not in [section.id for section in sections(case_with("Een zin."), "nl")]
    assert trail_of(Noted("Een zin.")).title == "Spoor: wie wat wanneer deed"


def test_every_record_says_its_number_time_with_offset_account_event_and_control_code() -> None:
    found = lines(trail_of(*answered(direct_gevaar="nee")))
    assert found == [
        (
            "Record 1, 2026-09-01 09:00:00+02:00, door jdevries: "
            f"zaak begonnen met protocol onderwijs {version()}; controlecode AAAA-BBBB-CCCC-DDDD-0001"
        ),
        (
            "Record 2, 2026-09-01 10:00:00+02:00, door jdevries: "
            "vraag beantwoord: Direct gevaar; controlecode AAAA-BBBB-CCCC-DDDD-0002"
        ),
    ]


def version() -> str:
    return case_of([]).protocol.version


def test_each_event_is_told_in_words_and_answers_are_not_told_again() -> None:
    secret = "Wat er geschreven is."
    events: list[Event] = [
        Answered("thema", ["eer"]),
        Answered("thema", []),
        Drafted("beschermend", secret),
        Skipped("beschermend"),
        Answered("beschermend", secret),
        Retracted("thema"),
        Noted(secret),
        Opened("show"),
        Opened("resume"),
        Exported("pdf"),
        Reopened("Nieuwe feiten."),
        HandedOver("age1abc", "handover"),
        Received("pjansen"),
        Closed("Afgerond."),
    ]
    section = trail_of(*events)
    told = [line.split(": ", 1)[1].split("; controlecode")[0] for line in lines(section)][1:]
    assert told == [
        "vraag beantwoord: Bijzondere vormen",
        "antwoord gewijzigd: Bijzondere vormen",
        "begonnen aan een antwoord, nog niet af: Wat goed gaat",
        "vraag overgeslagen: Wat goed gaat",
        "vraag beantwoord: Wat goed gaat",
        "antwoord ingetrokken: Bijzondere vormen",
        "notitie gemaakt",
        "zaak bekeken",
        "zaak geopend om verder te gaan",
        "samenvatting uit de kluis gehaald, in de vorm pdf",
        "heropend om opnieuw te wegen; reden: Nieuwe feiten.",
        "zaak ingepakt om over te dragen aan sleutel age1abc",
        "zaak ontvangen van pjansen",
        "zaak gesloten; reden: Afgerond.",
    ]
    assert secret not in str(section)


@pytest.mark.parametrize("kind", get_args(Event))
def test_no_event_is_without_words(kind: type[Event]) -> None:
    name = f"event.{kind.__name__.lower()}"
    assert name in TEXTS or {f"{name}.other", f"{name}.handover"} & TEXTS.keys()


def test_a_whole_trail_says_so_and_a_damaged_one_says_what_is_wrong() -> None:
    assert "Alle 2 records zijn er" in notices(trail_of(Noted("a")))[1]
    damaged = trail_of(Noted("a"), remarks=(Remark(log.HOLE, {"first": "3", "last": "4"}),))
    assert [text for text in notices(damaged) if "LET OP" in text and "3" in text and "4" in text]
    assert "Alle 2 records" not in str(damaged)


def test_a_clock_that_stood_back_is_marked_at_the_record() -> None:
    section = trail_of(Noted("a"), Noted("b"), remarks=(Remark(log.CLOCK_BACK, {"seq": "3"}),))
    assert ["LET OP" in line for line in lines(section)] == [False, False, True]
    assert "klok" in lines(section)[2]


def test_a_remark_about_a_record_that_is_gone_is_still_told() -> None:
    section = trail_of(Noted("a"), remarks=(Remark(log.TAMPERED, {"seq": "9"}),))
    assert [text for text in notices(section) if "record 9" in text]


@pytest.mark.parametrize("code", sorted(log.HARMLESS | {log.HOLE, log.TAMPERED, log.OUT_OF_ORDER, log.REPAIRED}))
def test_every_finding_of_the_vault_has_its_words_here(code: str) -> None:
    values = dict.fromkeys(("seq", "after", "bytes", "first", "last", "found", "count", "at"), "2")
    for language in ("nl", "en"):
        assert str(trail_of(Noted("a"), remarks=(Remark(code, values),), language=language))


def test_what_a_person_typed_cannot_act_in_the_trail() -> None:
    summary = case_of([Closed("[klik](http://x.nl)\x1b[31m"), Reopened("a\nRecord 99, nu, door iemand: zaak gesloten")])
    assert "\x1b" not in text(summary, "nl")
    assert "[klik](" not in markdown(summary, "nl")
    assert not [line for line in text(summary, "nl").splitlines() if line.startswith("Record 99")]


def test_it_says_how_to_check_a_control_code() -> None:
    assert f"meldcode verify {CODE} --control" in notices(trail_of())[0]


def test_a_question_that_no_protocol_knows_is_named_by_its_id() -> None:
    found = lines(trail_of(Skipped("onbekende_vraag")))
    assert "vraag overgeslagen: onbekende_vraag" in found[-1]
