"""What is remarked about an attempt, how it is worded, and what the rubric makes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.case.events import Answered
from meldcode.training.attempt import Attempt, Happened
from meldcode.training.feedback import looking_back, review
from meldcode.training.interpretation import interpreting_word
from meldcode.training.remarks import Remark, looked, remarks
from meldcode.training.score import score, total
from tests.training.walking import BEGIN, BREAD, Participant, Walk

if TYPE_CHECKING:
    from meldcode.training.exercise import Exercise

HUNGRY, ALONE = "kind_4_12.honger_vuil", "kind_4_12.alleen_gelaten"
REFERENCE = Walk(Participant()).attempt


def attempt(**own: Any) -> Attempt:  # noqa: ANN401 - answers of any kind
    return Walk(Participant(**own)).attempt


def found(at: Attempt, exercise: Exercise = BREAD) -> tuple[Remark, ...]:
    return remarks(looked(exercise, at))


def codes(at: Attempt) -> set[str]:
    return {each.code for each in found(at)}


def points(at: Attempt, exercise: Exercise = BREAD) -> dict[tuple[str, int], tuple[int, int]]:
    return {(each.criterion, each.round): (each.points, each.of) for each in score(looked(exercise, at))}


def recording(**parts: str) -> list[dict[str, str]]:
    whole = {"signal": HUNGRY, "seen": "Maandag geen eten mee.", "how": "gezien", "on": "2026-11-09"}
    return [{name: text for name, text in {**whole, **parts}.items() if text}]


def test_the_reference_path_has_only_good_remarks_and_every_point() -> None:
    assert {each.kind for each in found(REFERENCE)} == {"good"}
    gained, most = total(score(looked(BREAD, REFERENCE)))
    assert gained == most > 0


def test_an_answer_is_within_the_range_or_outside_it_in_its_own_round() -> None:
    weighed = {(each.question, each.round): each for each in found(attempt(vermoeden="onbekend"))}

    assert weighed["vermoeden", 1].code == "within"
    assert weighed["vermoeden", 1].given == "onbekend"
    assert ("besluit", 2) in weighed


def test_what_was_passed_over_is_remarked_and_gets_no_point() -> None:
    half = Attempt(REFERENCE.head, REFERENCE.lines[:3])

    assert "open" in codes(half)
    assert points(half)["consults", 1] == (0, 1)


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"seen": ""}, "no_fact"),
        ({"seen": "Duidelijk verwaarloosd."}, "interpretation_as_fact"),
        ({"how": ""}, "no_how"),
        ({"on": ""}, "no_date"),
    ],
)
def test_each_thing_that_misses_in_the_record_costs_one_of_three_points(parts: dict[str, str], code: str) -> None:
    at = attempt(signalen=recording(**parts))

    assert code in codes(at)
    assert points(at)["record", 1] == (2, 3)


def test_what_was_heard_and_recorded_as_seen_is_a_fault() -> None:
    heard = replace(BREAD, signals=tuple(replace(each, how="van_ander") for each in BREAD.signals))

    fault = next(each for each in found(REFERENCE, heard) if each.code == "second_hand_as_seen")
    assert fault.kind == "fault"
    assert points(REFERENCE, heard)["record", 1] == (4, 6)


def test_a_missed_and_an_overclaimed_signal_are_told_with_their_reason() -> None:
    at = attempt(signalen=recording(signal=ALONE))
    told = " ".join(review(BREAD, at, "", "nl"))

    assert {"signal_missed", "overclaimed"} <= codes(at)
    assert "gerucht bij het hek" in told
    assert points(at)["signals_seen", 1] == (0, 2)
    assert points(at)["not_overclaimed", 1] == (1, 2)


UNSAFE = replace(BREAD, norms={**BREAD.norms, "gesprek": replace(BREAD.norms["gesprek"], accept=("niet_gevoerd",))})


def test_telling_the_suspected_person_while_unsafe_is_a_fault_and_said_once() -> None:
    told = [each for each in found(REFERENCE, UNSAFE) if each.code == "told_unsafe_gesprek"]
    said = [line for line in review(UNSAFE, REFERENCE, "gesprek", "nl") if line.startswith("- ")]

    assert [(each.kind, each.taken_back) for each in told] == [("fault", False)]
    assert not [line for line in said if "De norm laat hier ruimte" in line]
    assert points(REFERENCE, UNSAFE)["process", 1] == (1, 2)


def test_what_was_told_stays_told_when_the_answer_is_changed_later() -> None:
    lines = list(REFERENCE.lines)
    told = next(number for number, line in enumerate(lines) if is_answer(line, "gesprek"))
    lines.insert(told + 1, Happened(BEGIN, Answered("gesprek", "niet_gevoerd")))
    at = Attempt(REFERENCE.head, tuple(lines[: told + 2]))

    fault = next(each for each in found(at, UNSAFE) if each.code == "told_unsafe_gesprek")
    assert fault.taken_back
    assert "niet terug" in " ".join(review(UNSAFE, at, "", "nl"))


def is_answer(line: object, question: str) -> bool:
    return isinstance(line, Happened) and isinstance(line.event, Answered) and line.event.question == question


def test_a_telling_in_the_second_round_counts_there() -> None:
    assert BREAD.turn is not None
    norm = replace(BREAD.norms["besluit"], question="aankondiging", accept=("nee_veiligheid",))
    turned = replace(BREAD, turn=replace(BREAD.turn, norms={**BREAD.turn.norms, "aankondiging": norm}))

    fault = next(each for each in found(REFERENCE, turned) if each.code.startswith("told_unsafe"))
    assert (fault.question, fault.round) == ("aankondiging", 2)


def test_after_new_facts_the_norm_of_before_holds_on_where_they_bring_no_other() -> None:
    norm = replace(BREAD.norms["besluit"], question="aankondiging", accept=("nee_veiligheid",))
    unsafe = replace(BREAD, norms={**BREAD.norms, "aankondiging": norm})

    faults = [each for each in found(REFERENCE, unsafe) if each.code.startswith("told_unsafe")]
    assert [(each.question, each.round) for each in faults] == [("aankondiging", 2)]


def test_a_step_that_was_skipped_is_found_once_in_the_round_in_which_it_was() -> None:
    at = attempt(collega="nee")
    flags = [each for each in found(at) if each.code == "flag"]

    assert [(each.kind, each.round) for each in flags] == [("fault", 1)]
    assert points(at)["process", 1] == (1, 2)
    assert points(at)["process", 2] == (2, 2)


def test_a_decision_below_the_advice_is_found_in_each_round_in_which_it_was_taken() -> None:
    participant = Participant(besluit="afsluiten", afwijking_reden="Uitgelegd.")
    assert BREAD.turn is not None
    again = {**BREAD.turn.answers, "besluit": "afsluiten", "afwijking_reden": "Uitgelegd."}
    participant.exercise = replace(BREAD, turn=replace(BREAD.turn, answers=again))
    at = Walk(participant).attempt

    assert [each.round for each in found(at) if each.question == "lager_dan_advies"] == [1, 2]
    assert points(at)["process", 2] == (1, 2)


def test_what_the_reference_path_flags_as_well_is_no_fault() -> None:
    careless = replace(BREAD, answers={**BREAD.answers, "collega": "nee"})

    assert "flag" not in {each.code for each in found(attempt(collega="nee"), careless)}


def test_the_path_stands_beside_that_of_the_author_in_both_rounds() -> None:
    sections = {each.id: each for each in looking_back(BREAD, attempt(vermoeden="onbekend"), "nl")}

    assert {"path.1", "path.2"} <= sections.keys()
    assert "“Dat weet ik niet zeker”, de maker “Ja”" in str(sections["path.1"])


def test_what_was_beside_the_path_before_is_not_said_again_of_the_second_round() -> None:
    sections = {each.id: each for each in looking_back(BREAD, attempt(collega="nee"), "nl")}

    assert "Overleg met collega" in str(sections["path.1"])
    assert "Overleg met collega" not in str(sections["path.2"])
    assert "dezelfde punten" in str(sections["path.2"])


def test_a_signal_that_the_author_named_nowhere_is_a_ground_without_a_point() -> None:
    at = looked(BREAD, attempt(signalen=recording(signal="kind_4_12.maakt_stuk")))

    line = next(each for each in score(at) if each.criterion == "not_overclaimed")
    assert (line.points, line.of) == (2, 2)
    assert [each.code for each in line.grounds] == ["not_in_story"]


def test_who_did_not_ask_hears_at_the_end_what_there_was_to_hear() -> None:
    told = " ".join(review(BREAD, attempt(collega="nee"), "", "nl"))

    assert "Wie verder vraagt, had dit gehoord" in told
    assert "boodschappen doet en kookt" in told


def test_sources_are_short_on_the_screen_and_whole_in_the_file() -> None:
    assert "https://" not in " ".join(review(BREAD, REFERENCE, "", "nl"))
    assert "https://" in str(looking_back(BREAD, REFERENCE, "nl"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_file_says_first_that_it_is_an_exercise(language: Any) -> None:  # noqa: ANN401 - a literal
    first = looking_back(BREAD, REFERENCE, language)[0]
    assert ("OEFENING" if language == "nl" else "EXERCISE") in str(first.blocks[0])


@pytest.mark.parametrize(
    "text",
    [
        "Dat is verwaarlozing.",
        "Vader liegt daarover.",
        "Hij is agressief.",
        "Zij komt altijd te laat.",
        "Clearly abused.",
    ],
)
def test_an_interpretation_is_recognised(text: str) -> None:
    assert interpreting_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "Zegt: “papa is agressief”.",
        'Zegt: "ik lieg altijd".',
        "Zegt: 'mama liegt'.",
        "Een blauwe plek in de lies, 3 cm.",
        "Is lying on the floor of the hall.",
        "Er zijn brieven over schulden.",
    ],
)
def test_a_quotation_and_a_plain_fact_are_not_taken_for_one(text: str) -> None:
    assert not interpreting_word(text)


def test_an_apostrophe_hides_nothing() -> None:
    assert interpreting_word("'s Avonds liegt hij over de foto's.") == "liegt"
