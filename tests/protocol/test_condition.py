"""Conditions in Kleene's logic: true, false, unknown."""

from collections.abc import Mapping
from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as some

from meldcode.protocol.condition import (
    SEVERITIES,
    All,
    Answered,
    Any,
    AtLeast,
    BelowAdvice,
    Condition,
    Is,
    Not,
    YoungerThan,
    both,
    leaves,
    reads,
)
from tests.protocol.fakes import Answers, checked

YES, NO, MAYBE = Is("yes", ("ja",)), Is("no", ("ja",)), Is("maybe", ("ja",))
GIVEN = Answers({"yes": "ja", "no": "nee"})

Q = "veiligheid"
Said = Mapping[str, str | int | tuple[str, ...]]


def judged(condition: Condition, **answers: object) -> bool | None:
    return condition.judge(Answers(answers))


@pytest.mark.parametrize(("part", "expected"), [(YES, False), (NO, True), (MAYBE, None)])
def test_not_turns_true_and_false_and_leaves_unknown(part: Condition, *, expected: bool | None) -> None:
    assert Not(part).judge(GIVEN) is expected


@pytest.mark.parametrize(("number", "expected"), [(3, True), (4, False)])
def test_a_number_is_one_of_the_values_as_it_is_written(number: int, *, expected: bool) -> None:
    assert judged(Is("aantal", ("2", "3")), aantal=number) is expected


ALL = {
    (YES, YES): True,
    (YES, NO): False,
    (YES, MAYBE): None,
    (NO, NO): False,
    (NO, MAYBE): False,
    (MAYBE, MAYBE): None,
}

ANY = {
    (YES, YES): True,
    (YES, NO): True,
    (YES, MAYBE): True,
    (NO, NO): False,
    (NO, MAYBE): None,
    (MAYBE, MAYBE): None,
}


@pytest.mark.parametrize(("parts", "expected"), ALL.items())
def test_all_is_false_as_soon_as_one_part_is(parts: tuple[Condition, ...], *, expected: bool | None) -> None:
    assert All(parts).judge(GIVEN) is expected
    assert All(parts[::-1]).judge(GIVEN) is expected


@pytest.mark.parametrize(("parts", "expected"), ANY.items())
def test_any_is_true_as_soon_as_one_part_is(parts: tuple[Condition, ...], *, expected: bool | None) -> None:
    assert Any(parts).judge(GIVEN) is expected
    assert Any(parts[::-1]).judge(GIVEN) is expected


def test_an_answer_that_is_listed_is_true_and_another_false() -> None:
    assert judged(Is(Q, ("ja", "onbekend")), veiligheid="ja") is True
    assert judged(Is(Q, ("ja", "onbekend")), veiligheid="nee") is False


def test_without_an_answer_it_is_unknown() -> None:
    assert judged(Is(Q, ("ja",))) is None


def test_i_do_not_know_is_unknown_unless_it_is_listed() -> None:
    assert judged(Is(Q, ("ja",)), veiligheid="onbekend") is None
    assert judged(Is(Q, ("ja", "onbekend")), veiligheid="onbekend") is True
    assert judged(Not(Is(Q, ("ja",))), veiligheid="onbekend") is None


def test_of_several_ticks_one_is_enough() -> None:
    assert judged(Is(Q, ("eer", "vgv")), veiligheid=("kmdf", "vgv")) is True
    assert judged(Is(Q, ("eer", "vgv")), veiligheid=("kmdf",)) is False


def test_no_ticks_is_an_answer() -> None:
    assert judged(Is(Q, ("eer",)), veiligheid=()) is False


def test_a_tick_at_i_do_not_know_is_unknown_as_well() -> None:
    assert judged(Is(Q, ("eer",)), veiligheid=("kmdf", "onbekend")) is None
    assert judged(Is(Q, ("eer",)), veiligheid=("eer", "onbekend")) is True


@pytest.mark.parametrize("answer", ["ja", "onbekend", (), 0, ""])
def test_answered_is_true_for_any_answer(answer: object) -> None:
    assert judged(Answered(Q), veiligheid=answer) is True


def test_answered_is_never_unknown() -> None:
    assert judged(Answered(Q)) is False


@pytest.mark.parametrize(("count", "expected"), [(0, False), (1, False), (2, True), (3, True)])
def test_at_least_counts_ticks(count: int, *, expected: bool) -> None:
    assert judged(AtLeast(Q, 2), veiligheid=("x",) * count) is expected


@pytest.mark.parametrize(("number", "expected"), [(1, False), (2, True), (3, True)])
def test_at_least_compares_numbers(number: int, *, expected: bool) -> None:
    assert judged(AtLeast(Q, 2), veiligheid=number) is expected


def test_at_least_is_unknown_without_an_answer() -> None:
    assert judged(AtLeast(Q, 0)) is None
    assert judged(AtLeast(Q, 1, "acuut")) is None


@pytest.mark.parametrize("lowest", SEVERITIES)
@pytest.mark.parametrize("found", SEVERITIES)
def test_at_least_weighs_signals(lowest: str, found: str) -> None:
    view = Answers({}, {Q: ["context", found]})
    heavy_enough = SEVERITIES.index(found) >= SEVERITIES.index(lowest)
    assert AtLeast(Q, 1, lowest).judge(view) is (heavy_enough or lowest == "context")


def test_no_signals_weigh_nothing() -> None:
    assert AtLeast(Q, 1, "context").judge(Answers({}, {Q: []})) is False


@pytest.mark.parametrize(("age", "expected"), [(0, True), (11, True), (12, False), (40, False)])
def test_younger_than_is_below_and_not_equal(age: int, *, expected: bool) -> None:
    assert judged(YoungerThan("jongste_leeftijd", 12), jongste_leeftijd=age) is expected


def test_an_age_that_is_not_known_is_unknown() -> None:
    assert judged(YoungerThan("jongste_leeftijd", 12)) is None


@pytest.mark.parametrize("below", [True, False, None])
def test_below_advice_is_what_the_view_tells(*, below: bool | None) -> None:
    assert BelowAdvice("besluit").judge(Answers({}, below=below)) is below


def test_leaves_and_reads_name_everything_a_condition_looks_at() -> None:
    condition = All((Is("a", ("ja",)), Any((Not(Answered("b")), AtLeast("a", 2)))))
    assert list(leaves(condition)) == [Is("a", ("ja",)), Answered("b"), AtLeast("a", 2)]
    assert reads(condition) == {"a", "b"}
    assert reads(None) == set()


def test_both_holds_when_all_hold_and_nothing_stands_for_always() -> None:
    assert both() is None
    assert both(None, None) is None
    assert both(None, YES) == YES
    assert both(YES, None, NO) == All((YES, NO))


CHOICES, TICKS, NUMBERS, SIGNALS = ("a", "b"), ("t",), ("n",), ("s",)
OPTIONS = ("nee", "onbekend", "ja")

LEAVES = some.one_of(
    some.builds(
        Is,
        some.sampled_from(CHOICES + TICKS),
        some.lists(some.sampled_from(OPTIONS), min_size=1, max_size=2).map(tuple),
    ),
    some.builds(AtLeast, some.sampled_from(TICKS + NUMBERS), some.integers(0, 3)),
    some.builds(AtLeast, some.sampled_from(SIGNALS), some.just(1), some.sampled_from(SEVERITIES)),
    some.builds(YoungerThan, some.sampled_from(NUMBERS), some.integers(0, 3)),
)
ANSWERED = some.builds(Answered, some.sampled_from(CHOICES + TICKS + NUMBERS))


def trees(leaf: some.SearchStrategy[Condition]) -> some.SearchStrategy[Condition]:
    def grow(inner: some.SearchStrategy[Condition]) -> some.SearchStrategy[Condition]:
        parts = some.lists(inner, min_size=1, max_size=3).map(tuple)
        return some.one_of(some.builds(Not, inner), some.builds(All, parts), some.builds(Any, parts))

    return some.recursive(leaf, grow, max_leaves=8)


ANSWERS = some.fixed_dictionaries(
    {},
    optional={
        **{name: some.sampled_from(OPTIONS) for name in CHOICES},
        "t": some.lists(some.sampled_from(OPTIONS), unique=True).map(tuple),
        "n": some.integers(0, 4),
    },
)
WEIGHTS = some.fixed_dictionaries({}, optional={"s": some.lists(some.sampled_from(SEVERITIES), max_size=3)})


def naive(condition: Condition, view: Answers) -> float:  # noqa: PLR0911 - one return for each kind
    """Kleene's logic as numbers: 0 is false, 1 true, a half unknown."""
    match condition:
        case Not():
            return 1 - naive(condition.part, view)
        case All():
            return min(naive(part, view) for part in condition.parts)
        case Any():
            return max(naive(part, view) for part in condition.parts)
        case Answered():
            return float(view.value(condition.name) is not None)
        case BelowAdvice():
            return 0.5 if view.below is None else float(view.below)
        case Is():
            return naive_is(condition, view.value(condition.name))
        case YoungerThan():
            years = view.value(condition.name)
            return float(years < condition.years) if isinstance(years, int) else 0.5
        case AtLeast():
            return naive_at_least(condition, view)
        case _:
            assert_never(condition)


def naive_is(condition: Is, value: object) -> float:
    if value is None:
        return 0.5
    given = set(value) if isinstance(value, tuple) else {value}
    if given & set(condition.values):
        return 1
    return 0.5 if "onbekend" in given else 0


def naive_at_least(condition: AtLeast, view: Answers) -> float:
    if condition.severity:
        weights = view.severities(condition.name)
        heavy = SEVERITIES[SEVERITIES.index(condition.severity) :]
        return 0.5 if weights is None else float(bool(set(weights) & set(heavy)))
    value = view.value(condition.name)
    if value is None:
        return 0.5
    return float((value if isinstance(value, int) else len(value)) >= condition.amount)


@checked
@given(trees(some.one_of(LEAVES, ANSWERED)), ANSWERS, WEIGHTS)
def test_a_second_evaluator_agrees(condition: Condition, answers: Said, weights: Mapping[str, list[str]]) -> None:
    view = Answers(answers, weights)
    assert condition.judge(view) == {0: False, 0.5: None, 1: True}[naive(condition, view)]


@checked
@given(trees(LEAVES), ANSWERS, WEIGHTS, ANSWERS, WEIGHTS)
def test_one_more_answer_never_overturns_what_is_known(
    condition: Condition,
    answers: Said,
    weights: Mapping[str, list[str]],
    more: Said,
    more_weights: Mapping[str, list[str]],
) -> None:
    """What is true or false on some answers stays so when unanswered questions get an answer (without `answered`)."""
    before = condition.judge(Answers(answers, weights))
    after = condition.judge(Answers({**more, **answers}, {**more_weights, **weights}))
    assert before in (None, after)


def test_only_answered_can_be_overturned_by_one_more_answer() -> None:
    assert judged(Not(Answered(Q))) is True
    assert judged(Not(Answered(Q)), veiligheid="ja") is False


@checked
@given(trees(some.one_of(LEAVES, ANSWERED)), ANSWERS, WEIGHTS)
def test_any_is_all_turned_inside_out(condition: Condition, answers: Said, weights: Mapping[str, list[str]]) -> None:
    view = Answers(answers, weights)
    turned = Not(All((Not(condition), Not(YES))))
    assert turned.judge(view) is Any((condition, YES)).judge(view)
