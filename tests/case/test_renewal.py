"""A newer protocol in a case that has begun: what stays, what lapses, and that nothing is lowered or lost silently."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random

import pytest

from meldcode.case.events import (
    Answered,
    Closed,
    Declined,
    Drafted,
    Event,
    Filed,
    Noted,
    Renewed,
    Retracted,
    Skipped,
    Started,
)
from meldcode.case.path import trace
from meldcode.case.random_walk import walks
from meldcode.case.renewal import difference, is_newer, missing_overlays
from meldcode.case.state import State, apply, carried, followed, replay, settled
from meldcode.case.values import Plain, Value, plain
from meldcode.protocol.condition import Is
from meldcode.protocol.model import Overlay, Protocol, Rule
from tests.case.shipped import protocol_of

SECTORS = ("algemeen", "onderwijs", "kinderopvang", "zorg-arts")
RENEWED = Renewed("sha256:1", "9.0.0", "2026-12-01T10:00:00+01:00")
ANSWERS: dict[str, Plain] = {
    "direct_gevaar": "nee",
    "pleger": "huiselijke_kring",
    "collega": "ja",
    "vermoeden": "ja",
    "veiligheid": "ja",
}


def newer(protocol: Protocol, **changes: object) -> Protocol:
    return replace(protocol, version="9.0.0", **changes)  # type: ignore[arg-type]


def without(protocol: Protocol, *names: str) -> Protocol:
    """Return a newer protocol that no longer asks these; what reads them goes too."""
    steps = tuple(
        replace(step, questions=tuple(name for name in step.questions if name not in names)) for step in protocol.steps
    )
    questions = {name: question for name, question in protocol.questions.items() if name not in names}
    return newer(protocol, steps=steps, questions=questions)


def weaker(protocol: Protocol) -> Protocol:
    """Return a newer protocol in which no rule asks for a report."""
    rules: tuple[Rule, ...] = tuple(rule for rule in protocol.rules if rule.level != "melden")
    return newer(protocol, rules=rules)


@pytest.fixture
def old() -> Protocol:
    return protocol_of("algemeen")


@pytest.fixture
def state(old: Protocol) -> State:
    return replay(old, [Answered(name, value) for name, value in ANSWERS.items()])


@pytest.mark.parametrize("sector", SECTORS)
def test_the_same_protocol_changes_nothing(sector: str) -> None:
    protocol, random = protocol_of(sector), Random(7)  # noqa: S311 - walks, not secrets
    for walked in islice(walks(protocol, random, {}), 30):
        events: list[Event] = [Answered(name, plain(value)) for name, value in walked.answers.items()]
        random.shuffle(events)
        events += [Noted("Gebeld."), Drafted("weging", "Half"), Skipped("beschermend")]
        state = replay(protocol, [event for event in events if _asks(protocol, event)])
        same = carried(protocol, protocol, state, RENEWED)
        assert replace(same, renewals=()) == state
        assert difference(protocol, protocol, state).lapse == ()


def _unordered(value: Value) -> object:
    """Return a value without the order of its items, which is that of the protocol."""
    return sorted(map(repr, value)) if isinstance(value, tuple) else value


def _asks(protocol: Protocol, event: Event) -> bool:
    return getattr(event, "question", "vermoeden") in protocol.questions


@pytest.mark.parametrize("before", SECTORS)
@pytest.mark.parametrize("after", SECTORS)
def test_what_is_carried_over_is_a_fresh_walk_with_those_answers(before: str, after: str) -> None:
    """A sector stands for a newer protocol that differs much."""
    old, new = protocol_of(before), protocol_of(after)
    for state in islice(walks(old, Random(11), {}), 15):  # noqa: S311 - as above
        over = carried(old, new, state, RENEWED)
        assert over.path == trace(new, over.answers)
        assert all(_unordered(over.answers[name]) == _unordered(state.answers[name]) for name in over.answers)
        lost = {name for name in state.answers if name not in over.answers}
        assert lost == set(difference(old, new, state).lapse)
        assert not lost or over.rounds[-1].answers == state.answers, "what lapsed is in the earlier round"
        assert not over.dormant.keys() & over.answers.keys()


def test_an_answer_that_the_newer_protocol_does_not_know_lapses_and_stays_in_the_record(
    old: Protocol, state: State
) -> None:
    new = without(old, "collega")
    found = difference(old, new, state)
    over = carried(old, new, state, RENEWED)
    assert found.lapse == ("collega",)
    assert "collega" not in over.answers
    (earlier,) = over.rounds
    assert (earlier.answers, earlier.level, earlier.protocol) == (state.answers, "melden", old)
    assert earlier.reason == "", "a round without a reason is one in which a newer protocol was taken over"


def test_an_answer_that_it_refuses_lapses_and_is_asked_again(old: Protocol, state: State) -> None:
    question = old.questions["collega"]
    options = tuple(replace(option, id=f"{option.id}_nieuw") for option in question.options)
    new = newer(old, questions={**old.questions, "collega": replace(question, options=options)})
    assert difference(old, new, state).lapse == ("collega",)
    assert "collega" in carried(old, new, state, RENEWED).path.missing


def test_a_new_question_is_named_and_asked(old: Protocol, state: State) -> None:
    first = without(old, "collega")
    before = replay(first, [Answered(name, value) for name, value in ANSWERS.items() if name != "collega"])
    assert difference(first, old, before).asked == ("collega",)
    assert difference(old, old, state).asked == ()


def test_a_question_in_other_words_is_named_and_its_answer_stays(old: Protocol, state: State) -> None:
    question = old.questions["veiligheid"]
    new = newer(old, questions={**old.questions, "veiligheid": replace(question, ask=question.label)})
    found = difference(old, new, state)
    assert found.reworded == ("veiligheid",)
    assert "veiligheid" in found.stay


def test_a_lower_advice_is_told_and_the_weighing_that_stood_is_kept(old: Protocol, state: State) -> None:
    new = weaker(old)
    found = difference(old, new, state)
    assert (found.before, found.after, found.lower, found.lapse) == ("melden", "overleg", True, ())
    assert not difference(new, old, state).lower
    (earlier,) = carried(old, new, state, RENEWED).rounds
    assert earlier.level == "melden"


def test_in_a_replay_with_one_protocol_a_renewal_is_known_and_changes_nothing_else(old: Protocol, state: State) -> None:
    over = apply(old, state, RENEWED)
    assert over.renewals == (RENEWED,)
    assert replace(over, renewals=()) == state


def test_what_was_being_typed_goes_when_its_question_is_answered_and_no_sooner(old: Protocol) -> None:
    typing = replay(old, [Drafted("weging", "Half"), Drafted("collega", "ja")])
    for event in (Answered("collega", "nee"), Retracted("collega"), Skipped("collega")):
        assert apply(old, typing, event).drafts == {"weging": "Half"}


def test_what_was_being_typed_at_a_question_that_is_gone_goes_with_it(old: Protocol) -> None:
    typing = replay(old, [Drafted("weging", "Half"), Drafted("collega", "ja")])
    assert carried(old, newer(old), typing, RENEWED).drafts == typing.drafts
    assert carried(old, without(old, "collega"), typing, RENEWED).drafts == {"weging": "Half"}


def test_where_the_advice_changes_the_decision_is_asked_again(old: Protocol, state: State) -> None:
    decided = apply(old, state, Answered("besluit", "melden"))
    over = carried(old, weaker(old), decided, RENEWED)
    assert over.decided == "melden" != over.path.level


def test_what_was_passed_over_is_asked_when_it_must_be_answered_now(old: Protocol) -> None:
    passed = apply(old, replay(old, []), Skipped("beschermend"))
    must = replace(old.questions["beschermend"], required=True)
    new = newer(old, questions={**old.questions, "beschermend": must})
    assert carried(old, new, passed, RENEWED).skipped == frozenset()
    assert carried(old, newer(old), passed, RENEWED).skipped == {"beschermend"}


def test_an_answer_that_is_not_asked_now_never_counts_again_by_itself(old: Protocol, state: State) -> None:
    """It is offered when the question comes back, for a person to confirm."""
    guarded = replace(old.questions["collega"], when=Is("direct_gevaar", ("ja",)))
    new = newer(old, questions={**old.questions, "collega": guarded})
    over = carried(old, new, state, RENEWED)
    assert "collega" not in over.answers
    assert over.offered("collega") == "ja"
    again = carried(new, old, over, RENEWED)
    assert "collega" not in again.answers
    assert "collega" not in apply(old, again, Answered("veiligheid", "nee")).answers
    assert again.offered("collega") == "ja"


def test_an_answer_that_rested_does_not_wake_because_the_newer_protocol_asks_it_always(old: Protocol) -> None:
    guarded = replace(old.questions["collega"], when=Is("direct_gevaar", ("ja",)))
    first = replace(old, questions={**old.questions, "collega": guarded})
    resting = settled(first, {"direct_gevaar": "nee", "collega": "ja"})
    over = apply(old, carried(first, old, resting, RENEWED), Answered("vermoeden", "ja"))
    assert "collega" not in over.answers
    assert over.offered("collega") == "ja"


class TestFollowed:
    """The fold over the events of a case in which a newer protocol was taken over."""

    def test_events_before_are_folded_with_the_old_and_those_after_with_the_new(self, old: Protocol) -> None:
        new = without(old, "collega")
        kept = {"sha256:0": old, "sha256:1": new}
        events: list[Event] = [Started("algemeen", "sha256:0", "1.0.0")]
        events += [Answered(name, value) for name, value in ANSWERS.items()]
        events += [RENEWED, Answered("veiligheid", "nee")]

        protocol, state = followed(kept.__getitem__, events)

        assert protocol == new
        assert [each.protocol for each in state.rounds] == [old]
        assert state.renewals == (RENEWED,)
        assert state.answers == {**{name: ANSWERS[name] for name in ANSWERS if name != "collega"}, "veiligheid": "nee"}
        assert state == apply(new, carried(old, new, replay(old, events[:-2]), RENEWED), events[-1])

    def test_without_renewal_it_is_a_replay(self, old: Protocol) -> None:
        events: list[Event] = [Started("algemeen", "sha256:0", "1.0.0"), Answered("collega", "ja"), Noted("Gebeld.")]
        assert followed({"sha256:0": old}.__getitem__, events) == (old, replay(old, events))

    def test_a_refused_offer_is_remembered(self, old: Protocol) -> None:
        events: list[Event] = [Started("algemeen", "sha256:0", "1.0.0"), Declined("sha256:1", "9.0.0")]
        assert followed({"sha256:0": old}.__getitem__, events)[1].declined == {"sha256:1"}

    def test_without_a_beginning_there_is_nothing_to_follow(self) -> None:
        with pytest.raises(KeyError):
            followed(dict[str, Protocol]().__getitem__, [Noted("Gebeld.")])


class TestNewer:
    """Which protocol of today is offered."""

    def test_only_one_that_says_something_else(self, old: Protocol) -> None:
        assert not is_newer(old, old)
        assert not is_newer(replace(old, digest="sha256:0"), old), "kept by a program that made digests otherwise"
        assert is_newer(old, weaker(old))

    def test_never_an_older_one(self, old: Protocol) -> None:
        assert not is_newer(weaker(old), old)

    def test_never_one_without_a_local_adaptation_of_the_case_or_with_an_older_one(self, old: Protocol) -> None:
        def adapted(version: str) -> Protocol:
            mark = Overlay("utrecht-po", version, "Gemeente Utrecht", f"sha256:{version}", ("Utrecht",))
            return replace(old, overlays=(mark,))

        assert missing_overlays(adapted("1.0.0"), weaker(old)) == ("utrecht-po (Gemeente Utrecht)",)
        assert not is_newer(adapted("1.0.0"), weaker(old))
        assert not is_newer(adapted("1.10.0"), adapted("1.9.0"))
        assert is_newer(adapted("1.9.0"), adapted("1.10.0"))
        assert is_newer(old, adapted("1.0.0"))
        assert is_newer(adapted("1.0.0"), replace(weaker(old), overlays=adapted("1.0.0").overlays))


def test_when_it_was_closed_and_filed_is_known_until_new_facts_come(old: Protocol) -> None:
    closed: list[Event] = [Filed("2026-12-01T10:00:00+01:00"), Closed("Klaar.", "2026-12-02T10:00:00+01:00")]
    state = replay(old, closed)
    assert (state.filed_at[:10], state.closed_at[:10]) == ("2026-12-01", "2026-12-02")
