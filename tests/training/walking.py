"""Walks an exercise with its reference answers, or others, as a participant would; nothing is kept on disk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from meldcode.protocol.library import content_root
from meldcode.training.attempt import Attempt, Head, Line, Mode
from meldcode.training.exercise import Exercise, load
from meldcode.training.feedback import review
from meldcode.training.narrator import STORY
from meldcode.training.sitting import Sitting, World
from meldcode.wizard.prompter import Chosen, Page, Reply
from meldcode.wizard.scripted import Scripted
from tests.wizard.answerer import Answerer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from meldcode.case.state import State
    from meldcode.wizard.prompter import Prompter
    from meldcode.wizard.talk import Ending

BEGIN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BREAD = load(content_root() / "examples" / "exercises" / "brood-zonder-beleg.yaml")
"""An exercise with a turn, two parts and two facts."""


class NoPaper:
    def advice(self, state: State) -> tuple[str, ...]:
        return (state.path.level,)

    def help(self, state: State) -> tuple[str, ...]:
        return (state.path.level,)

    def write(self, state: State, form: str, path: str) -> str:
        raise AssertionError(path, form, state)


def head(exercise: Exercise = BREAD, mode: Mode = "toets") -> Head:
    return Head(exercise.id, exercise.digest, exercise.sector, exercise.protocol.digest, "vos", mode)


class Participant:
    """Answers the pages of an exercise from the reference path, over which lie answers of one's own."""

    def __init__(self, exercise: Exercise = BREAD, **own: Any) -> None:  # noqa: ANN401 - answers of any kind
        self.exercise, self.own = exercise, own
        self.walk = Answerer(exercise.protocol, {**exercise.answers, **own})
        self.pages: list[Page] = []

    def __call__(self, page: Page) -> Reply:
        self.pages.append(page)
        if page.id != STORY:
            return self.walk(page)
        if page.title in ("Er zijn nieuwe feiten", "There are new facts") and self.exercise.turn is not None:
            self.walk.answers = {**self.exercise.answers, **self.own, **self.exercise.turn.answers}
        return Chosen(("continue",))

    @property
    def titles(self) -> list[str]:
        """The titles of the pages of the story."""
        return [page.title for page in self.pages if page.id == STORY]


class Walk:
    """A sitting at an exercise, with what it kept."""

    def __init__(
        self,
        answer: Callable[[Page], Reply],
        attempt: Attempt | None = None,
        exercise: Exercise = BREAD,
        mode: Mode = "toets",
        prompter: Prompter | None = None,
    ) -> None:
        self.kept: list[Line] = []
        self.prompter = prompter or Scripted(answer)
        times = (BEGIN + timedelta(minutes=number) for number in count())
        world = World(self.kept.append, lambda: next(times), partial(review, exercise, language="nl"))
        self.sitting = Sitting(exercise, attempt or Attempt(head(exercise, mode)), "nl", world)
        self.ending: Ending = self.sitting.run(self.prompter, lambda _: NoPaper())

    @property
    def attempt(self) -> Attempt:
        return self.sitting.attempt

    @property
    def answers(self) -> Mapping[str, object]:
        return self.sitting.state.answers


def stopping(answer: Callable[[Page], Reply], page_id: str, reply: Reply, title: str = "") -> Callable[[Page], Reply]:
    """Return answers that at the first page with this id (and title) reply otherwise, and then go on as they were."""
    done: list[Page] = []

    def answers(page: Page) -> Reply:
        if page.id == page_id and title in page.title and not done:
            done.append(page)
            return reply
        return answer(page)

    return answers
