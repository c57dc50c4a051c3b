"""A sitting at an exercise: the story in parts, the three modes, stopping, going back and going on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from meldcode.case.events import Answered, Reopened
from meldcode.training.attempt import Counted, Happened, Told
from meldcode.training.narrator import STORY
from meldcode.training.sitting import is_finished
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Page, Reply, Write, Written
from meldcode.wizard.talk import Ending
from tests.training.walking import BREAD, Participant, Walk, stopping

if TYPE_CHECKING:
    from collections.abc import Callable

    from meldcode.training.attempt import Mode

SEEN = Chosen(("continue",))


def after_new_facts() -> Participant:
    """Return one who knows the new facts already."""
    assert BREAD.turn is not None
    own: dict[str, Any] = dict(BREAD.turn.answers)
    return Participant(BREAD, **own)


def ask(command: Command) -> Asked:
    return Asked(command, SEEN)


def test_the_story_comes_in_parts_facts_by_asking_and_new_facts_after_the_decision() -> None:
    participant = Participant()
    walk = Walk(participant)

    assert walk.ending is Ending.FINISHED
    assert walk.attempt.told == ("part.overleg", "fact.zus", "part.gesprek", "fact.moeder", "turn")
    assert walk.answers["besluit"] == "melden"
    assert is_finished(BREAD, walk.attempt)
    assert participant.titles[-1] == "Terugkijken op de oefening"


def test_who_does_not_ask_does_not_hear() -> None:
    walk = Walk(Participant(collega="nee", gesprek="niet_gevoerd", gesprek_reden="veiligheid"))

    assert not {"fact.zus", "fact.moeder"} & set(walk.attempt.told)


def test_every_page_says_that_it_is_an_exercise() -> None:
    participant = Participant()
    Walk(participant)

    heads = [page.head[0] for page in participant.pages]
    assert all("OEFENING" in line for line in heads)
    assert {page.mark for page in participant.pages} == {"OEFENING"}


@pytest.mark.parametrize(("mode", "times"), [("leren", 5), ("toets", 0), ("klas", 0)])
def test_only_the_mode_that_learns_looks_back_after_each_step(mode: Mode, times: int) -> None:
    participant = Participant()
    Walk(counting(participant), mode=mode)

    assert participant.titles.count("Terugkijken op deze stap") == times
    assert participant.titles.count("Terugkijken op de oefening") == 1


def test_the_looking_back_on_a_step_comes_once_for_the_same_answers() -> None:
    participant = Participant()
    back = stopping(participant, "collega", Asked(Command.BACK, Chosen(())))
    Walk(back, mode="leren")

    first = [page for page in participant.pages if page.title == "Terugkijken op deze stap" and "direct" in said(page)]
    assert len(first) == 1


def said(page: Page) -> str:
    return " ".join(page.body).casefold()


# -- on a page of the story -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "ending"),
    [
        (Command.INTERRUPT, Ending.INTERRUPTED),
        (Command.PAUSE, Ending.PAUSED),
        (Command.LEAVE, Ending.LEFT),
    ],
)
@pytest.mark.parametrize("title", ["Brood zonder beleg", "U hoort iets nieuws", "nieuwe feiten", "op de oefening"])
def test_stopping_on_any_page_of_the_story_stops_and_goes_on_later(
    command: Command, ending: Ending, title: str
) -> None:
    participant = Participant()
    first = Walk(stopping(participant, STORY, ask(command), title))
    assert first.ending is ending

    again = after_new_facts() if "turn" in first.attempt.told else Participant()
    second = Walk(again, first.attempt)
    assert second.ending is Ending.FINISHED
    assert second.attempt.told == ("part.overleg", "fact.zus", "part.gesprek", "fact.moeder", "turn")
    assert sum(isinstance(event, Reopened) for event in second.attempt.events) == 1


def test_going_on_at_the_end_of_a_round_leads_to_the_new_facts_and_not_to_waiting_for_a_day() -> None:
    """The first round ends with help that is agreed on, so its result waits for a date."""
    stopped = Walk(stopping(Participant(besluit="hulp"), STORY, ask(Command.PAUSE), "nieuwe feiten"))
    assert stopped.sitting.state.path.waiting == ("resultaat",)

    again = after_new_facts()
    Walk(again, stopped.attempt)
    assert "wacht" not in [page.id for page in again.pages]
    assert next(page.id for page in again.pages if page.id != STORY) == "advies"
    assert "Er zijn nieuwe feiten" in again.titles


def test_going_back_from_a_fact_leads_to_the_question_before_it_and_the_fact_comes_again() -> None:
    participant = Participant()
    walk = Walk(stopping(participant, STORY, ask(Command.BACK), "U hoort iets nieuws"))

    asked = [page.id for page in participant.pages]
    assert asked.count("collega") == 2
    assert asked[asked.index("collega") + 1] == "collega"  # and not the fact again
    assert walk.attempt.told.count("fact.zus") == 1


@pytest.mark.parametrize("title", ["nieuwe feiten", "op de oefening"])
def test_going_back_from_new_facts_and_from_the_looking_back_leads_into_the_walk_again(title: str) -> None:
    participant = Participant()
    walk = Walk(stopping(participant, STORY, ask(Command.BACK), title))

    assert walk.ending is Ending.FINISHED
    assert [page.id for page in participant.pages].count("advies") == 3
    assert sum(isinstance(event, Reopened) for event in walk.attempt.events) == 1


@pytest.mark.parametrize("title", ["Brood zonder beleg", "U hoort iets nieuws", "nieuwe feiten", "op de oefening"])
def test_the_emergency_page_opens_on_every_page_of_the_story_and_the_walk_goes_on(title: str) -> None:
    participant = Participant()
    walk = Walk(stopping(participant, STORY, ask(Command.EMERGENCY), title))

    assert [page.id for page in participant.pages].count("112") == 1
    assert walk.ending is Ending.FINISHED


def test_the_story_so_far_stands_under_an_explanation_and_at_the_start_of_going_on() -> None:
    participant = Participant()
    asking = stopping(explaining(participant), "vermoeden", Asked(Command.EXPLAIN, Chosen(())))
    first = Walk(stopping(asking, "hulp", Asked(Command.PAUSE, Chosen(()))))

    explained = next(page for page in participant.pages if page.id == "uitleg")
    assert "boodschappen doet en kookt" in " ".join(explained.body)
    again = Participant()
    Walk(again, first.attempt)
    opening = " ".join(again.pages[0].body)
    assert "Het verhaal tot nu toe:" in opening
    assert "boodschappen doet en kookt" in opening
    assert "Moeder huilt" in opening


def explaining(participant: Participant) -> Callable[[Page], Reply]:
    def answers(page: Page) -> Reply:
        if page.id == "uitleg":
            participant.pages.append(page)
            return Chosen(("return",))
        return participant(page)

    return answers


def test_what_was_written_between_new_facts_and_the_new_weighing_is_not_lost_by_a_crash() -> None:
    whole = Walk(Participant()).attempt
    turn = next(number for number, line in enumerate(whole.lines) if isinstance(line, Told) and line.piece == "turn")
    cut = type(whole)(whole.head, whole.lines[: turn + 1])

    walk = Walk(after_new_facts(), cut)
    assert sum(isinstance(event, Reopened) for event in walk.attempt.events) == 1
    assert len(walk.sitting.state.rounds) == 1


# -- a class ----------------------------------------------------------------------------------------------------------


def counting(participant: Participant, typed: str = "") -> Callable[[Page], Reply]:
    """Return answers that type these hands wherever they are counted."""

    def answers(page: Page) -> Reply:
        question = BREAD.protocol.questions.get(page.id)
        if question is not None and question.type == "choice" and isinstance(page.field, Write):
            participant.pages.append(page)
            return Written(typed)
        return participant(page)

    return answers


def test_hands_are_typed_in_shown_with_the_question_kept_and_the_group_chooses_itself() -> None:
    participant = Participant()
    walk = Walk(stopping(counting(participant), "collega", Written("3, 12")), mode="klas")

    assert walk.attempt.counts == {"collega": {"ja": 3, "nee": 12}}
    page = next(page for page in participant.pages if page.id == "collega")
    assert isinstance(page.field, Choose)
    assert [option.hint for option in page.field.options] == ["Handen: 3", "Handen: 12"]
    assert walk.answers["collega"] == "ja"


@pytest.mark.parametrize("typed", ["3", "3 4 5", "3 -1", "drie vier", "3 99999", "٣ ٤"])
def test_what_are_no_counts_is_asked_again(typed: str) -> None:
    participant = Participant()
    hands = stopping(counting(participant), "collega", Written(typed))
    walk = Walk(hands, mode="klas")

    again = next(page for page in participant.pages if page.id == "collega")
    assert again.error == "Typ 2 hele getallen met spaties ertussen, of laat het leeg."
    assert not walk.attempt.counts


def test_hands_are_not_counted_again_after_an_explanation_but_are_after_going_back() -> None:
    participant = Participant()
    replies = iter((Written("3 12"), Asked(Command.EXPLAIN, Chosen(())), ask(Command.BACK), Written("5 10")))
    others = counting(participant)

    def answers(page: Page) -> Reply:
        if page.id == "uitleg":
            return Chosen(("return",))
        reply = next(replies, None) if page.id == "collega" else None
        if isinstance(reply, Asked) and reply.command is Command.BACK:
            return Asked(Command.BACK, Chosen(()))
        return reply or others(page)

    walk = Walk(answers, mode="klas")
    counted = [line.hands for line in walk.attempt.lines if isinstance(line, Counted)]
    assert counted == [{"ja": 3, "nee": 12}, {"ja": 5, "nee": 10}]


def test_every_answer_is_kept_before_the_next_page_appears() -> None:
    participant = Participant()
    walk = Walk(participant)

    events = [line.event for line in walk.kept if isinstance(line, Happened)]
    answered = [event.question for event in events if isinstance(event, Answered)]
    assert answered[:3] == ["direct_gevaar", "betrokkenen", "pleger"]
    assert tuple(walk.kept) == walk.attempt.lines
