"""What a municipality gets to see: counts of a half-year, nothing about one case."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from meldcode.case.events import Closed, Event, Reopened
from meldcode.export.csv import MARK
from meldcode.export.statistics import (
    STEPS,
    TABLES,
    Period,
    Statistics,
    period_before,
    period_of,
    statistics,
)
from meldcode.export.statistics_forms import statistics_csv, statistics_json, statistics_text
from tests.export.schema import violations
from tests.export.trails import CODE, START, answered, case_of

if TYPE_CHECKING:
    from meldcode.case.summary import Summary

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs/statistics.schema.json").read_text("utf-8"))

AUTUMN = Period(2026, 2)
TODAY = date(2027, 1, 4)

WALKED = answered(
    direct_gevaar="nee",
    betrokkenen=[{"role": "kind", "age": 9}, {"role": "ouder"}],
    pleger="huiselijke_kring",
    signalen=[],
    thema=["eer"],
    collega="ja",
    vt_advies="ja",
    gesprek="gevoerd",
    vermoeden="ja",
    veiligheid="ja",
    besluit="melden",
)
MELDEN = "afsluiten volgen hulp overleg melden bel_112 hoger lager_zonder_reden"
SHORT = answered(direct_gevaar="nee", thema=[])


def cases(*groups: tuple[int, list[Event]], **more: Any) -> list[Summary]:  # noqa: ANN401 - as `case_of`
    made: list[Summary] = []
    for count, events in groups:
        made += [case_of(events, **more)] * count
    return made


def shown(found: Statistics, table: str) -> dict[str, int]:
    (chosen,) = [each for each in found.tables if each.id == table]
    return {" ".join(cell.categories): cell.count for cell in chosen.cells}


def test_a_period_of_few_cases_is_told_as_few_and_nothing_more() -> None:
    for count in (0, 9):
        found = statistics(cases((count, WALKED)), AUTUMN)
        assert found == Statistics(AUTUMN, None)
        assert "minder dan 10" in statistics_text(found, "nl", TODAY)
    assert statistics(cases((10, WALKED)), AUTUMN).started == 10


def test_only_cases_that_were_started_in_the_period_count() -> None:
    before = case_of(WALKED, start=datetime(2026, 6, 30, 23, 59, tzinfo=ZoneInfo("Europe/Amsterdam")))
    after = case_of(WALKED, start=datetime(2027, 1, 1, 0, 1, tzinfo=ZoneInfo("Europe/Amsterdam")))
    assert statistics([*cases((20, WALKED)), *[before] * 20, *[after] * 20], AUTUMN).started == 20


def test_the_tables_count_what_was_done() -> None:
    found = statistics(cases((30, WALKED), (20, SHORT), (40, [*WALKED, Closed("Klaar.")])), AUTUMN)
    assert found.started == 90
    assert shown(found, "sector") == {"onderwijs": 90}
    assert shown(found, "stand") == {"andere_weg stap_1": 20, "stap_2 stap_3 stap_4 stap_5": 30, "gesloten": 40}
    assert shown(found, "besluit") == {"lager_met_reden niet_beantwoord": 20, MELDEN: 70}
    assert shown(found, "veilig_thuis") == {"ja": 70, "niet_nodig nee niet_beantwoord": 20}
    assert shown(found, "vorm.eer") == {"ja": 70, "nee": 20}


def test_a_decision_lower_than_the_advice_counts_with_and_without_a_reason() -> None:
    lower = [*WALKED[:-1], *answered(besluit="volgen")]
    told = [*lower, *answered(afwijking_reden="Omdat.")]
    found = statistics(cases((20, WALKED), (15, told), (10, lower)), AUTUMN)
    counts = shown(found, "besluit")
    assert counts["lager_met_reden"] == 15
    assert counts["bel_112 hoger lager_zonder_reden"] == 10


def test_a_talk_that_was_not_held_counts_with_its_reason() -> None:
    skipped = [*WALKED[:7], *answered(gesprek="niet_gevoerd", gesprek_reden="veiligheid")]
    found = statistics(cases((20, WALKED), (12, skipped)), AUTUMN)
    assert shown(found, "gesprek") == {"gevoerd": 20, "uitgesteld veiligheid onbereikbaar ander niet_beantwoord": 10}


def test_a_review_is_on_time_up_to_a_week_after_the_agreed_day_and_is_judged_after_the_last_reopening() -> None:
    asked = [*WALKED[:-2], *answered(veiligheid="nee", hulp="ja", acceptatie="ja", evaluatie="2026-09-10")]
    done = [*asked, *answered(resultaat="ja")]
    days = timedelta(days=1)
    early = cases((12, done), apart=days)  # the last answer comes on 14 September
    late = cases((14, done), apart=2 * days)
    found = statistics([*early, *late, *cases((16, asked))], AUTUMN)
    assert shown(found, "evaluatie") == {"op_tijd": 10, "te_laat": 15, "afgesproken niet_afgesproken": 15}
    again = [*done, Reopened("Nieuw."), *asked[7:-1], *answered(evaluatie="2026-09-15", resultaat="ja")]
    found = statistics([*early, *cases((12, again), apart=days), *cases((12, SHORT))], AUTUMN)
    assert shown(found, "evaluatie") == {"op_tijd": 10, "te_laat": 10, "afgesproken niet_afgesproken": 10}


def test_the_days_to_a_step_are_the_middle_of_ten_cases_or_more() -> None:
    day = timedelta(days=1)
    assert dict(statistics(cases((11, WALKED), apart=day), AUTUMN).days)["stap_2"] == 6
    assert statistics(cases((9, WALKED), (20, SHORT), apart=day), AUTUMN).days == ()


def test_a_table_that_tells_no_more_than_the_total_is_left_out() -> None:
    found = statistics(cases((20, answered(direct_gevaar="nee", thema=["eer"]))), AUTUMN)
    assert [table.id for table in found.tables] == ["sector"]


FEW_AND_MANY = cases((60, WALKED), (3, SHORT), (25, [*WALKED, Closed("Klaar.")]), (1, WALKED[:8]))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_in_any_form_is_about_a_case_or_the_machine(language: Any) -> None:  # noqa: ANN401 - a literal
    found = statistics(FEW_AND_MANY, AUTUMN)
    forms = (
        statistics_text(found, language, TODAY),
        statistics_csv(found, language),
        statistics_json(found, language),
    )
    for text in forms:
        for trace in (CODE, "jdevries", "2026-09", "AAAA", "Klaar.", f"{START:%H:%M}"):
            assert trace not in text
    numbers = [cell.count for table in found.tables for cell in table.cells]
    assert all(number >= 10 and number % 5 == 0 for number in numbers)


def test_the_forms_hold_the_same_figures() -> None:
    found = statistics(FEW_AND_MANY, AUTUMN)
    document = json.loads(statistics_json(found, "nl"))
    assert list(violations(document, SCHEMA)) == []
    rows = list(csv.DictReader(io.StringIO(statistics_csv(found, "nl").removeprefix(MARK), newline=""), delimiter=";"))
    in_json = [(table["id"], cell["count"]) for table in document["tables"] for cell in table["cells"]]
    in_rows = [(row["table"], int(row["count"])) for row in rows if row["table"] not in ("begonnen", "dagen")]
    assert in_json == in_rows
    text = " ".join(statistics_text(found, "nl", TODAY).split())
    assert all(f"{cell['label']}: {cell['count']}" in text for table in document["tables"] for cell in table["cells"])
    assert "geen stuurcijfer" in text


def test_the_same_cases_in_any_order_give_the_same_bytes() -> None:
    for form in (statistics_csv, statistics_json):
        assert form(statistics(FEW_AND_MANY, AUTUMN), "nl") == form(statistics(FEW_AND_MANY[::-1], AUTUMN), "nl")


def test_a_period_that_is_not_over_is_told_as_such() -> None:
    found = statistics(FEW_AND_MANY, AUTUMN)
    assert "nog niet voorbij" in statistics_text(found, "nl", date(2026, 12, 31))
    assert "nog niet voorbij" not in statistics_text(found, "nl", TODAY)


def test_a_half_year_has_its_days() -> None:
    assert str(AUTUMN) == "2026-H2"
    assert (AUTUMN.first, AUTUMN.last) == (date(2026, 7, 1), date(2026, 12, 31))
    assert period_of(date(2026, 6, 30)) == Period(2026, 1)
    assert period_before(date(2026, 7, 1)) == Period(2026, 1)
    assert period_before(date(2026, 6, 30)) == Period(2025, 2)


def test_every_category_has_its_words_and_the_five_steps_are_there() -> None:
    assert len([name for name in TABLES["stand"] if name.startswith("stap_")]) == STEPS
