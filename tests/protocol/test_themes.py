"""What the themes do to a protocol by themselves: no file can forget it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from meldcode.protocol.condition import Any, Is, Not
from meldcode.protocol.model import Protocol
from tests.protocol import small
from tests.protocol.fakes import Answers
from tests.protocol.small import BASE, BASE_EN, EER, KMDF, SCHOOL

TOLD = {"gesprek": "gevoerd"}


@pytest.fixture
def school(tmp_path: Path) -> Protocol:
    return small.resolved(tmp_path)


def informs(protocol: Protocol, answers: Mapping[str, object]) -> bool | None:
    when = protocol.actions["vertel"].when
    assert when is not None
    return when.judge(Answers(answers))


def asks_expert(protocol: Protocol, answers: Mapping[str, object]) -> bool | None:
    when = protocol.questions["deskundige"].when
    assert when is not None
    return when.judge(Answers(answers))


def test_themes_are_the_options_in_their_own_order_with_their_hints(school: Protocol) -> None:
    options = school.questions["thema"].options
    assert [option.id for option in options] == ["kmdf", "eer"]
    assert [option.hint.nl for option in options] == ["Ziekte die iemand anders maakt.", ""]


def test_rules_and_actions_of_a_theme_are_those_of_the_protocol(school: Protocol) -> None:
    assert [rule.origin.file for rule in school.rules if rule.id == "eer_eerst"] == [EER]
    assert school.actions["eer_bel"].origin.file == EER


def test_without_a_theme_the_own_condition_of_the_action_decides(school: Protocol) -> None:
    assert informs(school, {**TOLD, "thema": ()}) is True
    assert informs(school, {"gesprek": "uitgesteld", "thema": ()}) is False


def test_a_theme_with_an_unsafe_talk_closes_informing_whatever_was_asked(school: Protocol) -> None:
    consulted = {"deskundige": "ja", "vt_advies": "ja"}
    assert informs(school, {**TOLD, **consulted, "thema": ("eer",)}) is False
    assert informs(school, {**TOLD, **consulted, "thema": ("kmdf", "eer")}) is False


@pytest.mark.parametrize("who", ["deskundige", "vt_advies"])
def test_a_theme_that_wants_advice_first_closes_informing_until_then(who: str, school: Protocol) -> None:
    ticked = {**TOLD, "thema": ("kmdf",)}
    assert informs(school, ticked) is None
    assert informs(school, {**ticked, "deskundige": "nee", "vt_advies": "nee"}) is False
    assert informs(school, {**ticked, who: "ja"}) is True


def test_as_long_as_themes_are_not_answered_nobody_is_informed(school: Protocol) -> None:
    assert informs(school, TOLD) is None


def test_an_informing_action_without_a_condition_is_closed_just_the_same(tmp_path: Path) -> None:
    protocol = small.resolved(tmp_path, files=small.edited(BASE, "    when: {gesprek: gevoerd}\n", ""))
    assert informs(protocol, {"thema": ("eer",)}) is False
    assert informs(protocol, {"thema": ()}) is True


def test_an_action_that_informs_nobody_is_left_alone(school: Protocol) -> None:
    assert school.actions["bel"].when is None


def test_a_sector_that_tells_in_its_own_words_is_closed_as_well(tmp_path: Path) -> None:
    own = "actions:\n  - {id: brief, text: Stuur een brief., informs: true}\n"
    protocol = small.resolved(tmp_path, files=small.edited(SCHOOL, "actions: []\n", own))
    when = protocol.actions["brief"].when
    assert when is not None
    assert when.judge(Answers({"thema": ("eer",)})) is False


def test_a_theme_that_demands_an_expert_makes_the_question_reached(school: Protocol) -> None:
    assert asks_expert(school, {"thema": ("eer",)}) is True
    assert asks_expert(school, {"thema": ("kmdf",)}) is False
    assert school.questions["deskundige"].required


def test_the_guard_of_a_sector_can_only_add_to_what_a_theme_demands(tmp_path: Path) -> None:
    """A sector that asks the expert also elsewhere does not stop asking where a theme demands it."""
    own = "{id: deskundige, when: {gesprek: uitgesteld}, required: false}"
    protocol = small.resolved(tmp_path, files=small.edited(SCHOOL, "deskundige, vt", f"{own}, vt"))
    assert protocol.questions["deskundige"].when == Any((Is("gesprek", ("uitgesteld",)), Is("thema", ("eer",))))
    assert protocol.questions["deskundige"].required
    assert asks_expert(protocol, {"gesprek": "gevoerd", "thema": ("eer",)}) is True
    assert asks_expert(protocol, {"gesprek": "uitgesteld", "thema": ()}) is True


def test_when_no_theme_demands_an_expert_the_own_guard_stands(tmp_path: Path) -> None:
    protocol = small.resolved(tmp_path, files=small.edited(EER, "required: true", "required: false"))
    assert protocol.questions["deskundige"].when is None


def test_when_every_talk_is_safe_nothing_is_closed(tmp_path: Path) -> None:
    files = {**small.FILES}
    files[EER] = files[EER].replace("safe: nee", "safe: ja")
    files[KMDF] = files[KMDF].replace("safe: na_overleg", "safe: ja")
    protocol = small.resolved(tmp_path, files=files)
    assert protocol.actions["vertel"].when == Is("gesprek", ("gevoerd",))


def without_thema() -> dict[str, str]:
    """A sector that the law does not bind and that does not ask for themes."""
    base = small.FILES[BASE].replace("    informs: true\n", "")
    school = small.FILES[SCHOOL].replace("bound: true", "bound: false").replace(", thema]", "]")
    return {**small.FILES, BASE: base, SCHOOL: school}


def test_a_protocol_that_does_not_ask_for_themes_takes_none_in(tmp_path: Path) -> None:
    protocol = small.resolved(tmp_path, files=without_thema())
    assert protocol.themes == {}
    assert "eer_eerst" not in {rule.id for rule in protocol.rules}
    assert "eer_bel" not in protocol.actions
    assert "knooppunt" not in protocol.sources


def test_who_does_not_ask_for_themes_informs_nobody(tmp_path: Path) -> None:
    """Nobody could tell whether the talk is safe."""
    protocol = small.resolved(tmp_path, files={**without_thema(), BASE: small.FILES[BASE]})
    assert [action.id for action in protocol.actions.values() if action.informs] == []


def test_advice_that_a_protocol_does_not_ask_for_never_opens_informing(tmp_path: Path) -> None:
    school = small.FILES[SCHOOL].replace("bound: true", "bound: false").replace(", deskundige, vt_advies]", "]")
    protocol = small.resolved(tmp_path, files={**small.FILES, SCHOOL: school})
    assert informs(protocol, {**TOLD, "thema": ("kmdf",)}) is False
    assert informs(protocol, {**TOLD, "thema": ()}) is True


def test_the_theme_itself_keeps_what_it_says_about_consult_and_talk(school: Protocol) -> None:
    theme = school.themes["eer"]
    assert (theme.consult_required, theme.consult_contacts, theme.talk_safe) == (True, ("veilig_thuis",), "nee")
    assert (theme.talk.nl, theme.lists) == ("Het is gevaarlijk.", ("kind",))
    assert Not(Is("thema", ("eer",))) in getattr(school.actions["vertel"].when, "parts", ())


def test_only_the_lists_that_are_asked_come_along(school: Protocol, tmp_path: Path) -> None:
    assert set(school.signal_lists) == {"kind"}
    files = {name: text for name, text in small.FILES.items() if name != BASE_EN}
    files["protocols/signals/oud.yaml"] = files[small.KIND].replace("list: kind", "list: oud")
    assert set(small.resolved(tmp_path, files=files).signal_lists) == {"kind"}
