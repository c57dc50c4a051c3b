"""The JSON that programs read: its shape, its schema, and that it depends on the answers alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.case.state import settled
from meldcode.case.summary import Facts, summarise
from meldcode.export.json import json_cases, json_line, json_text
from meldcode.protocol.model import LEVELS, ROLES
from tests.case.shipped import SECTORS, answers_to, checked, protocol_of
from tests.export.papers import advice_on, case_with
from tests.export.schema import violations

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs/advice.schema.json").read_text("utf-8"))
EXPORT: dict[str, Any] = json.loads((Path(__file__).parents[2] / "docs/export.schema.json").read_text("utf-8"))

CASE_KEYS = {"case", "started", "made", "control", "closed", "notes", "rounds"}


@pytest.mark.parametrize("sector", SECTORS)
@checked
@given(data=st.data())
def test_advice_on_any_answers_is_as_the_schema_says(sector: str, data: st.DataObject) -> None:
    protocol = protocol_of(sector)
    summary = summarise(protocol, settled(protocol, data.draw(answers_to(sector))), Facts())
    for language in ("nl", "en"):
        document = json.loads(json_text(summary, language))
        assert list(violations(document, SCHEMA)) == []


def test_a_case_is_as_the_schema_says_and_has_its_own_keys() -> None:
    document = json.loads(json_text(case_with("Een zin."), "nl"))
    assert list(violations(document, SCHEMA)) == []
    assert document.keys() == set(SCHEMA["required"]) | CASE_KEYS
    assert document["case"] == "7Q2MX4HK"
    assert document["rounds"][0]["answers"]["vermoeden"] == "nee"


def test_the_schema_names_every_key_that_can_come_and_no_other() -> None:
    assert SCHEMA["properties"].keys() == set(SCHEMA["required"]) | CASE_KEYS | {"id"}
    document = json.loads(json_text(case_with("Een zin."), "nl"))
    for found in (document | {"extra": 1}, {key: value for key, value in document.items() if key != "flags"}):
        assert list(violations(found, SCHEMA))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("format",), 2),
        (("complete",), "true"),
        (("next",), 3),
        (("route",), "thuis"),
        (("advice", "level"), "MELDEN"),
        (("protocol", "digest"), "sha256:abc"),
        (("steps", 0, "number"), 0),
        (("advice", "because", 0, "source", "verified"), "gisteren"),
        (("advice", "actions", 0, "kind"), "doe"),
        (("advice", "contacts", 0, "phone"), 112),
        (("steps", 0, "answers", 0, "value"), {"a": 1}),
    ],
)
def test_the_schema_refuses_what_is_not_so(path: tuple[str | int, ...], wrong: object) -> None:
    document: Any = json.loads(json_text(advice_on("direct_gevaar=ja"), "nl"))
    place = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = wrong
    assert list(violations(document, SCHEMA))


def test_the_schema_has_the_words_of_the_protocol() -> None:
    assert SCHEMA["$defs"]["level"]["enum"] == list(LEVELS)
    assert SCHEMA["$defs"]["person"]["properties"]["role"]["enum"] == list(ROLES)


def test_the_same_answers_give_the_same_bytes() -> None:
    pairs = ["direct_gevaar=nee", "vermoeden=nee", "veiligheid=ja", "hulp=nee"]
    assert json_text(advice_on(*pairs), "nl") == json_text(advice_on(*reversed(pairs)), "nl")


def test_a_line_is_one_line_with_what_was_given_first() -> None:
    line = json_line(advice_on("veiligheid=ja"), "nl", {"id": "zaak-1"})
    assert "\n" not in line
    assert line.startswith('{"id":"zaak-1","format":1,')
    whole = json.loads(json_text(advice_on("veiligheid=ja"), "nl"))
    assert json.loads(line) == {"id": "zaak-1", **whole}


def test_ids_are_the_same_in_every_language_and_texts_are_not() -> None:
    nl, en = (json.loads(json_text(advice_on("veiligheid=ja"), language)) for language in ("nl", "en"))
    assert [each["rule"] for each in nl["advice"]["because"]] == [each["rule"] for each in en["advice"]["because"]]
    assert nl["advice"]["title"] == "Meld bij Veilig Thuis"
    assert en["advice"]["title"] != nl["advice"]["title"]


def test_it_names_what_is_missing_waiting_and_ignored() -> None:
    document = json.loads(json_text(advice_on("gesprek=uitgesteld", "vermoeden=nee", "veiligheid=ja"), "nl"))
    assert document["complete"] is False
    assert document["next"] == document["missing"][0] == "direct_gevaar"
    assert document["waiting"] == ["gesprek"]
    (ignored,) = document["ignored"]
    assert ignored["question"] == "veiligheid"
    assert "Vermoeden" in ignored["reason"]


def test_it_names_the_region_of_the_municipality() -> None:
    document = json.loads(json_text(advice_on("veiligheid=ja", municipality="Utrecht"), "nl"))
    assert document["municipality"] == "Utrecht"
    assert document["region"]["name"] == "Utrecht"
    assert json.loads(json_text(advice_on("veiligheid=ja"), "nl"))["region"] is None


def test_an_export_of_several_cases_is_one_object_in_pieces() -> None:
    summaries = [case_with("Een zin."), case_with("Łukasz; =1+1")]
    document = json.loads("".join(json_cases(iter(summaries), "nl", "2026-11-23T10:00:00+01:00")))
    head, cases = EXPORT["required"][:-1], document.pop("cases")
    assert list(document) == head
    assert list(violations(document, EXPORT | {"required": head})) == []
    assert [list(violations(case, SCHEMA)) for case in cases] == [[], []]
    assert cases[0] == json.loads(json_text(summaries[0], "nl"))
    assert len(list(json_cases(iter(summaries), "nl", ""))) == len(summaries) + 2


def test_an_export_of_no_case_is_still_json() -> None:
    assert json.loads("".join(json_cases([], "en", "")))["cases"] == []


def test_the_weighing_questions_carry_the_code_of_the_youth_health_data_set_there_and_nowhere_else() -> None:
    pairs = ["direct_gevaar=nee", "vermoeden=ja", "veiligheid=nee", "hulp=ja", "acceptatie=ja"]
    codes = {}
    for sector in ("zorg-jgz", "onderwijs"):
        document = json.loads(json_text(advice_on(*pairs, sector=sector), "nl"))
        assert list(violations(document, SCHEMA)) == []
        answers = [answer for step in document["steps"] for answer in step["answers"]]
        codes[sector] = {answer["question"]: answer["code"]["code"] for answer in answers if "code" in answer}
    assert codes["zorg-jgz"] == {"vermoeden": "1572", "veiligheid": "1573", "hulp": "1574", "acceptatie": "1575"}
    assert codes["onderwijs"] == {}
