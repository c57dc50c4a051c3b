"""Going on, going back, changing and resuming are one function: the replay of what happened (I-13, I-14)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.case.advice import advise
from meldcode.case.answers import AnswerError, judged
from meldcode.case.events import (
    Answered,
    Closed,
    Drafted,
    Event,
    Exported,
    Filed,
    HandedOver,
    Noted,
    Received,
    Reopened,
    Retracted,
    Skipped,
    Started,
)
from meldcode.case.state import SUSPICION, State, apply, basis, replay, settled, weighing
from meldcode.case.values import Observation, Person, plain
from meldcode.protocol.condition import All, Is, Not
from tests.case.shipped import (
    SECTORS,
    answers_to,
    checked,
    events_of,
    protocol_of,
    some_values,
    standing,
    texts,
    walked,
)

if TYPE_CHECKING:
    from meldcode.case.values import Plain
    from meldcode.protocol.model import Protocol

sectors = pytest.mark.parametrize("sector", SECTORS)


def answered(protocol: Protocol, state: State, name: str, value: Plain) -> State:
    return apply(protocol, state, Answered(name, value))


def replay_on(protocol: Protocol, state: State, *events: Event) -> State:
    for event in events:
        state = apply(protocol, state, event)
    return state


def other_values(protocol: Protocol, state: State, name: str) -> list[Plain]:
    question = protocol.questions[name]
    values = some_values(protocol, question)
    return [value for value in values if judged(protocol, question, value) != state.answers[name]]


def changes(protocol: Protocol, state: State) -> st.SearchStrategy[tuple[str, Plain]]:
    """A question that was answered, with another answer to it; what decides much is tried most."""
    every = [(name, other) for name in state.answers for other in other_values(protocol, state, name)]
    turning = [pair for pair in every if protocol.questions[pair[0]].rising or pair[0] in ("pleger", "besluit")]
    return st.sampled_from(every) | st.sampled_from(turning or every)


@sectors
@checked
@given(data=st.data())
def test_a_case_resumed_from_its_events_is_the_case_that_was_left(sector: str, data: st.DataObject) -> None:
    protocol = protocol_of(sector)
    events = events_of(protocol, data.draw(answers_to(sector)))
    left = data.draw(st.integers(0, len(events)))
    state = replay(protocol, events[:left])
    for event in events[left:]:
        state = apply(protocol, state, event)
    assert state == replay(protocol, events)


@sectors
@checked
@given(data=st.data())
def test_an_answers_file_gives_the_state_of_answering_its_questions_one_by_one(
    sector: str, data: st.DataObject
) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    assert settled(protocol, answers).path == walked(protocol, answers).path


@sectors
@checked
@given(data=st.data())
def test_the_order_in_which_answers_are_given_does_not_matter(sector: str, data: st.DataObject) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector))
    in_order = {name: answers[name] for name in protocol.questions if name in answers}
    assert advise(protocol, settled(protocol, answers)) == advise(protocol, settled(protocol, in_order))


@sectors
@checked
@given(data=st.data())
def test_changing_an_answer_and_changing_it_back_restores_everything(sector: str, data: st.DataObject) -> None:
    protocol = protocol_of(sector)
    state = standing(protocol, data.draw(answers_to(sector)))
    name, other = data.draw(changes(protocol, state))
    there = answered(protocol, state, name, other)
    back = answered(protocol, there, name, plain(state.answers[name]))
    assert back.answers == state.answers
    assert advise(protocol, back) == advise(protocol, state)


@sectors
@checked
@given(data=st.data())
def test_what_lapsed_is_offered_after_another_change_and_used_by_nothing(sector: str, data: st.DataObject) -> None:
    """A → B → C: an answer that was given under A comes back under C as an offer only."""
    protocol = protocol_of(sector)
    state = standing(protocol, data.draw(answers_to(sector, whole=True)))
    name, second = data.draw(changes(protocol, state))
    third = data.draw(st.sampled_from(other_values(protocol, state, name)))
    there = answered(protocol, state, name, second)
    onward = answered(protocol, there, name, third)
    for lapsed in state.answers.keys() - there.answers.keys():
        assert lapsed not in onward.answers
        assert onward.offered(lapsed) == state.answers[lapsed]


@sectors
@checked
@given(data=st.data())
def test_going_back_and_changing_gives_the_advice_of_a_fresh_walk(sector: str, data: st.DataObject) -> None:
    protocol = protocol_of(sector)
    state = standing(protocol, data.draw(answers_to(sector)))
    changed = answered(protocol, state, *data.draw(changes(protocol, state)))
    fresh = settled(protocol, changed.answers)
    assert changed.path == fresh.path
    assert replace(advise(protocol, changed), ignored=()) == advise(protocol, fresh)


@sectors
@checked
@given(data=st.data())
def test_an_answer_that_is_not_reached_changes_nothing_but_the_list_of_what_was_ignored(
    sector: str, data: st.DataObject
) -> None:
    protocol, answers = protocol_of(sector), data.draw(answers_to(sector, whole=True))
    state = settled(protocol, answers)
    advice, bare = advise(protocol, state), advise(protocol, settled(protocol, state.answers))
    assert replace(advice, ignored=()) == bare
    assert {ignored.question for ignored in advice.ignored} == answers.keys() - state.answers.keys()


@sectors
@checked
@given(data=st.data())
def test_taking_an_answer_back_leaves_its_question_open(sector: str, data: st.DataObject) -> None:
    protocol = protocol_of(sector)
    state = standing(protocol, data.draw(answers_to(sector)))
    name = data.draw(st.sampled_from(sorted(state.answers)))
    after = apply(protocol, state, Retracted(name))
    assert name not in after.answers
    assert name in after.path.reached
    assert after.offered(name) is None


def test_an_answer_to_a_question_of_another_protocol_is_left_out() -> None:
    protocol = protocol_of("algemeen")
    state = settled(protocol, texts("direct_gevaar=nee", "bestuur_gemeld=ja"))
    assert state.answers == {"direct_gevaar": "nee"}
    assert state.dormant == {}


def test_a_fact_that_comes_back_through_other_persons_does_not_wake_an_answer() -> None:
    """The kindcheck of one adult client says nothing of the next one."""
    protocol = protocol_of("algemeen")
    state = replay(protocol, [Answered("betrokkenen", plain((Person("client", 30),))), Answered("kindcheck", "veilig")])
    child = answered(protocol, state, "betrokkenen", plain((Person("client", 7),)))
    other = answered(protocol, child, "betrokkenen", plain((Person("client", 50),)))
    assert "kindcheck" not in child.path.reached
    assert "kindcheck" not in other.answers
    assert other.offered("kindcheck") == "veilig"


def test_a_reason_to_deviate_does_not_come_back_for_another_advice() -> None:
    protocol = protocol_of("algemeen")
    answers = texts("direct_gevaar=ja", "vermoeden=nee", "besluit=volgen") | {"afwijking_reden": "De politie is er al."}
    state = walked(protocol, answers)
    calm = answered(protocol, state, "direct_gevaar", "nee")
    doubt = answered(protocol, calm, "direct_gevaar", "onbekend")
    assert "afwijking_reden" in state.answers
    assert "afwijking_reden" not in calm.path.reached
    assert "afwijking_reden" in doubt.path.reached
    assert "afwijking_reden" not in doubt.answers
    assert answered(protocol, calm, "direct_gevaar", "ja").answers == state.answers


def test_what_was_asked_of_one_route_is_not_used_for_the_next_person() -> None:
    protocol = protocol_of("zorg-arts")
    routes = {route.id for route in protocol.routes}
    assert "beroepskracht" in routes
    state = walked(protocol, texts("pleger=beroepskracht", "zorgrelatie_geweld=nee"))
    assert state.answers["zorgrelatie_geweld"] == "nee"
    home = answered(protocol, state, "pleger", "huiselijke_kring")
    fellow = answered(protocol, home, "pleger", "medeclient")
    assert "zorgrelatie_geweld" not in fellow.answers
    assert answered(protocol, home, "pleger", "beroepskracht").answers == state.answers


class TestRounds:
    """`reopen`: new facts start the weighing again."""

    @pytest.fixture
    def protocol(self) -> Protocol:
        return protocol_of("algemeen")

    @pytest.fixture
    def closed(self, protocol: Protocol) -> State:
        answers = texts("direct_gevaar=nee", "collega=ja", "vermoeden=nee", "besluit=afsluiten")
        return apply(protocol, walked(protocol, answers), Closed("De zorg is weg.", "2026-12-02T10:00:00+01:00"))

    def test_what_is_weighed_is_asked_again_and_the_rest_stays(self, protocol: Protocol, closed: State) -> None:
        again = apply(protocol, closed, Reopened("Nieuw letsel."))
        assert again.answers == {"collega": "ja"}
        assert {"direct_gevaar", "vermoeden"} <= set(again.path.missing)

    def test_the_old_round_is_kept_with_its_reason_answers_and_level(self, protocol: Protocol, closed: State) -> None:
        (old,) = apply(protocol, closed, Reopened("Nieuw letsel.")).rounds
        assert (old.reason, old.level) == ("Nieuw letsel.", "afsluiten")
        assert old.answers == closed.answers
        assert old.protocol is protocol, "its answers are worded by the protocol it was made with"

    def test_the_case_is_open_again(self, protocol: Protocol, closed: State) -> None:
        assert closed.closed == "De zorg is weg."
        gone = replay_on(protocol, closed, Filed("2026-12-01T10:00:00+01:00"), HandedOver("ABCD", "handover"))
        assert (gone.decided, gone.filed_at[:10], gone.handed_over) == ("afsluiten", "2026-12-01", "ABCD")
        again = apply(protocol, gone, Reopened("Nieuw letsel."))
        assert (again.decided, again.closed) == (None, None)
        assert (again.closed_at, again.filed_at, again.handed_over) == ("", "", "")

    def test_a_protocol_that_asks_for_no_suspicion_asks_only_about_danger_again(self, protocol: Protocol) -> None:
        asked = [tuple(name for name in step.questions if name != SUSPICION) for step in protocol.steps]
        steps = tuple(replace(step, questions=names) for step, names in zip(protocol.steps, asked, strict=True))
        rising = {name for name, question in protocol.questions.items() if question.rising}
        assert weighing(replace(protocol, steps=steps)) == rising - {SUSPICION}

    def test_old_answers_are_offered_and_do_not_come_back_by_themselves(
        self, protocol: Protocol, closed: State
    ) -> None:
        again = apply(protocol, closed, Reopened("Nieuw letsel."))
        assert again.offered("vermoeden") == "nee"
        again = answered(protocol, again, "direct_gevaar", "nee")
        assert "vermoeden" not in again.answers

    def test_no_kept_answer_is_lost_where_the_weighing_decided_that_it_was_asked(self, protocol: Protocol) -> None:
        """Even if a protocol lets a question before the weighing rest on direct danger."""
        gate = replace(protocol.questions["collega"], when=protocol.questions["kindcheck"].when)
        bent = replace(protocol, questions={**protocol.questions, "collega": gate})
        state = walked(bent, {"collega": "ja", "betrokkenen": (Person("client", 30),)})
        assert state.answers["collega"] == "ja"
        assert apply(bent, state, Reopened("Nieuw letsel.")).answers["collega"] == "ja"

    def test_a_skipped_question_of_the_weighing_is_asked_again(self, protocol: Protocol, closed: State) -> None:
        skipped = apply(protocol, apply(protocol, closed, Skipped("weging")), Skipped("beschermend"))
        assert apply(protocol, skipped, Reopened("Nieuw letsel.")).skipped == {"beschermend"}


def test_what_is_asked_on_every_route_does_not_rest_on_the_answers_that_choose_one() -> None:
    protocol = protocol_of("onderwijs")
    state = walked(protocol, texts("direct_gevaar=nee", "pleger=huiselijke_kring", "collega=ja"))
    assert basis(protocol, state.path, "signalen") == {}
    assert basis(protocol, state.path, "collega") == {"pleger": "huiselijke_kring"}


def test_events_that_are_no_answers_are_kept_beside_the_answers() -> None:
    protocol = protocol_of("algemeen")
    started = Started("algemeen", "sha256:0", "1.0.0", "Utrecht")
    events: list[Event] = [started, Noted("Gebeld."), Skipped("beschermend"), Noted("Nog eens."), Exported("md")]
    state = replay(protocol, events)
    assert state.started == started
    assert state.notes == ("Gebeld.", "Nog eens.")
    assert state.skipped == {"beschermend"}
    assert answered(protocol, state, "beschermend", "Oma helpt.").skipped == frozenset()


def test_an_answer_that_wakes_and_lapses_at_once_keeps_what_it_rested_on() -> None:
    """It wakes beside the answer that closes it; when that one goes, it stands on the same ground as before."""
    base = protocol_of("algemeen")
    plain_question = replace(base.questions["collega"], when=None, waits=None, required=False, rising=False)
    opened = {
        "deur": None,
        "gang": Is("deur", ("ja",)),
        "kamer": Is("deur", ("ja",)),
        "raam": All((Is("deur", ("ja",)), Is("kamer", ("ja",)))),
        "licht": All((Is("gang", ("ja",)), Not(Is("raam", ("ja",))))),
    }
    questions = {name: replace(plain_question, id=name, when=when) for name, when in opened.items()}
    house = replace(
        base,
        steps=(replace(base.steps[0], questions=tuple(opened)),),
        questions=questions,
        rules=(),
        flags=(),
        routes=(),
        deadlines=(),
    )
    both = [Answered("deur", "ja"), Answered("gang", "ja"), Answered("licht", "ja")]
    both += [Answered("kamer", "ja"), Answered("raam", "ja"), Answered("deur", "nee"), Answered("deur", "ja")]
    state = replay(house, both)
    assert set(state.answers) == {"deur", "gang", "kamer", "raam"}
    assert replay_on(house, state, Retracted("raam")).answers["licht"] == "ja"


def test_a_case_that_was_handed_over_is_away_until_it_comes_back_and_a_copy_changes_nothing() -> None:
    protocol = protocol_of("algemeen")
    begun = replay(protocol, [Answered("direct_gevaar", "nee")])
    assert apply(protocol, begun, HandedOver("ABCD", "copy")) == begun
    away = apply(protocol, begun, HandedOver("ABCD", "handover"))
    assert away == replace(begun, handed_over="ABCD")
    assert apply(protocol, away, Received("pjansen")) == begun


def test_only_the_decision_settles_the_level_that_it_was_taken_by() -> None:
    protocol = protocol_of("algemeen")
    weighed = replay(protocol, [Answered("vermoeden", "ja"), Answered("veiligheid", "ja")])
    assert weighed.decided is None
    decided = answered(protocol, weighed, "besluit", "melden")
    assert decided.decided == "melden"
    later = answered(protocol, decided, "direct_gevaar", "ja")
    assert (later.decided, later.path.level) == ("melden", "bel_112")


def test_a_draft_is_judged_as_an_answer_is() -> None:
    protocol = protocol_of("algemeen")
    acute = next(name for name, signal in protocol.lookup.signals.items() if signal.severity == "acuut")
    state = apply(protocol, replay(protocol, []), Drafted("signalen", [{"signal": acute, "seen": "Zelf gezien."}]))
    assert state.drafts == {"signalen": (Observation(acute, "Zelf gezien."),)}
    with pytest.raises(AnswerError):
        apply(protocol, state, Drafted("direct_gevaar", "misschien"))


def test_an_answer_that_a_fresh_walk_leaves_out_counts_once_its_question_is_asked() -> None:
    protocol = protocol_of("algemeen")
    state = settled(protocol, texts("vermoeden=nee", "veiligheid=ja"))
    assert dict(state.answers) == {"vermoeden": "nee"}
    assert dict(apply(protocol, state, Retracted("vermoeden")).answers) == {"veiligheid": "ja"}
