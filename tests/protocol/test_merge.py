"""How a sector is built on its base: what it takes over, what it changes, and in which order it asks."""

from pathlib import Path

import pytest

from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import HOME_ROUTE, Protocol, Text
from tests.protocol import small
from tests.protocol.small import BASE, SCHOOL, SCHOOL_EN


@pytest.fixture
def school(tmp_path: Path) -> Protocol:
    return small.resolved(tmp_path)


def changed(root: Path, old: str, new: str) -> Protocol:
    return small.resolved(root, files=small.edited(SCHOOL, old, new))


def test_a_step_takes_over_every_key_that_the_sector_does_not_give(school: Protocol) -> None:
    step = school.steps[0]
    assert (step.title, step.number, step.route) == (Text("Signalen", "Signals"), 1, "alle")
    assert step.origin.file == SCHOOL


def test_steps_and_questions_stand_in_the_order_of_the_sector(school: Protocol) -> None:
    assert [step.id for step in school.steps] == ["signalen", "overleg", "wegen", "bestuur"]
    assert school.steps[1].questions == ("gesprek", "gesprek_datum", "deskundige", "vt_advies")


def test_a_bare_question_is_the_base_question_as_it_is(school: Protocol, tmp_path: Path) -> None:
    base = small.resolved(tmp_path, "algemeen")
    assert school.questions["gesprek"] == base.questions["gesprek"]
    assert school.questions["gesprek"].origin.file == BASE


def test_a_question_takes_over_every_key_that_the_sector_does_not_give(school: Protocol) -> None:
    question = school.questions["veiligheid"]
    assert question.help == Text("Denk aan school.")
    assert question.ask == Text("Is het onveilig?", "Is it unsafe?")
    assert question.rising
    assert question.origin == Place(SCHOOL, 19, 9)


def test_a_dutch_text_of_the_sector_drops_the_english_of_the_base(school: Protocol) -> None:
    assert school.questions["veiligheid"].help.en is None
    assert {rule.id: rule.because for rule in school.rules}["meld"] == Text("Zo staat het in het handboek.")


def test_the_english_of_the_sector_takes_its_place(tmp_path: Path) -> None:
    english = "language: en\nquestions: {veiligheid: {help: Think of school.}}\n"
    protocol = small.resolved(tmp_path, files={**small.FILES, SCHOOL_EN: english})
    assert protocol.questions["veiligheid"].help == Text("Denk aan school.", "Think of school.")


def test_texts_in_a_mapping_are_given_whole(tmp_path: Path) -> None:
    options = "help: Denk aan school.\n        options: {nee: Nee, ja: Zeker}"
    protocol = changed(tmp_path, "help: Denk aan school.", options)
    assert [(option.id, option.text) for option in protocol.questions["veiligheid"].options] == [
        ("nee", Text("Nee")),
        ("ja", Text("Zeker")),
    ]


def test_a_rule_keeps_its_place_in_the_order_and_new_ones_follow(tmp_path: Path) -> None:
    extra = "  - {id: extra, when: {veiligheid: nee}, because: X., source: handboek}\nactions: []"
    protocol = changed(tmp_path, "actions: []", extra)
    assert [rule.id for rule in protocol.rules] == ["gevaar", "meld", "signaal", "extra", "eer_eerst"]
    assert {rule.id: rule.source for rule in protocol.rules}["meld"] == "handboek"
    assert {rule.id: rule.level for rule in protocol.rules}["meld"] == "melden"


@pytest.mark.parametrize("key", ["actions", "flags"])
def test_without_anything_of_its_own_a_sector_has_what_the_base_has(key: str, tmp_path: Path) -> None:
    protocol = changed(tmp_path, f"{key}: []\n", "")
    assert set(protocol.actions) == {"bel", "vertel", "eer_bel"}
    assert [flag.id for flag in protocol.flags] == ["lager"]


def test_sources_of_base_sector_and_themes_are_all_there(school: Protocol) -> None:
    assert set(school.sources) == {"wet", "eigen", "handboek", "knooppunt", "lijst", "site", "bank"}


def test_a_sector_changes_a_source_key_by_key(tmp_path: Path) -> None:
    own = "sources:\n  wet: {article: '3', verified: 2026-01-03}"
    source = changed(tmp_path, "sources:", own).sources["wet"]
    assert (source.title, source.article, source.verified) == (Text("De wet", "The law"), "3", "2026-01-03")


def test_a_base_question_can_stand_in_steps_of_two_routes(school: Protocol) -> None:
    placed = [(step.route, "toelichting" in step.questions) for step in school.steps]
    assert placed == [("alle", False), (HOME_ROUTE, False), (HOME_ROUTE, True), ("beroepskracht", True)]
    assert list(school.questions).count("toelichting") == 1


def test_a_guard_is_judged_at_the_first_place_of_its_question(tmp_path: Path) -> None:
    """Placed before what it reads, the base's guard could never be judged in time."""
    moved = small.edited(
        SCHOOL, "questions: [gesprek, gesprek_datum,", "questions: [toelichting, gesprek, gesprek_datum,"
    )
    found = small.refused(tmp_path, moved)
    assert [(finding.code, finding.values["name"]) for finding in found] == [("R12", "veiligheid")]


def test_a_sector_that_the_law_does_not_bind_may_leave_a_question_out(tmp_path: Path) -> None:
    shorter = small.FILES[SCHOOL].replace("bound: true", "bound: false").replace(", vt_advies]", "]")
    protocol = small.resolved(tmp_path, files={**small.FILES, SCHOOL: shorter})
    assert not protocol.bound
    assert "vt_advies" not in protocol.questions


def test_the_base_as_it_is_needs_no_sector(tmp_path: Path) -> None:
    protocol = small.resolved(tmp_path, "algemeen")
    assert (protocol.id, protocol.bound, protocol.version) == ("basismodel", True, "1.0.0")
    assert protocol.reviewed == "2026-01-02"
    assert protocol.review_before == "2027-01-02"


def test_a_sector_speaks_for_itself(school: Protocol) -> None:
    assert (school.id, school.version, school.title) == ("school", "2.0.0", Text("School", "School"))
    assert (school.for_whom, school.decides) == (Text("Voor scholen."), Text("De directeur."))


def test_what_the_sector_has_at_hand_is_given_whole_or_taken_over(school: Protocol, tmp_path: Path) -> None:
    assert [item.text for item in school.at_hand] == [Text("Uw feiten", "Your facts")]
    own = changed(tmp_path, "actions: []", "actions: []\nat_hand: {klas: De klas}")
    assert [item.id for item in own.at_hand] == ["klas"]


def test_a_sector_says_in_its_own_words_what_a_level_asks(tmp_path: Path) -> None:
    levels = changed(tmp_path, "actions: []", "levels: {melden: {text: Vertel het het bestuur.}}\nactions: []").levels
    assert levels["melden"].text == Text("Vertel het het bestuur.")
    assert levels["melden"].title == Text("Meld", "Report")
