"""Sit down at an exercise: the wizard over a vignette; everything goes into the attempt and nothing into a vault."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from meldcode.case.events import Event, Reopened, Started
from meldcode.case.state import State, apply, replay
from meldcode.protocol.model import Language
from meldcode.text import say
from meldcode.training import story
from meldcode.training.attempt import Attempt, Counted, Happened, Line, Told
from meldcode.training.exercise import Exercise
from meldcode.training.narrator import DONE, Narrator
from meldcode.wizard.finish import Paper
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Choose, Command, Page, Prompter
from meldcode.wizard.session import Session
from meldcode.wizard.talk import Ending

Review = Callable[[Attempt, str], tuple[str, ...]]
"""Feedback on a step of the attempt so far, as paragraphs; on the whole where the step is empty."""

_ENDINGS = {Command.LEAVE: Ending.LEFT, Command.INTERRUPT: Ending.INTERRUPTED}


@dataclass(frozen=True, slots=True)
class World:
    """What a sitting needs from outside: `keep` puts a line of the attempt where it stays, or does nothing."""

    keep: Callable[[Line], None]
    clock: Callable[[], datetime]
    review: Review


class ExerciseWording(Wording):
    """Words the pages of an exercise: every one says that it is one."""

    def __init__(self, exercise: Exercise, language: Language) -> None:
        """Speak of no case."""
        super().__init__(exercise.protocol, language, code="", practice=True)

    def place(self) -> str:
        """Return that this is an exercise."""
        return say(self.language, "training.place")


class Sitting:
    """One sitting at an exercise: the record that the session writes to, and the course that the narrator asks."""

    code = ""
    practice = True

    def __init__(self, exercise: Exercise, attempt: Attempt, language: Language, world: World) -> None:
        """Take up an attempt where it stands; nothing is asked yet."""
        self.exercise, self.attempt, self.language = exercise, attempt, language
        self._world = world
        self.wording = ExerciseWording(exercise, language)
        self.state = replay(exercise.protocol, attempt.events)
        self._reviewed: dict[str, State] = {}

    def run(self, prompter: Prompter, paper: Callable[["Sitting"], Paper]) -> Ending:
        """Tell the story and walk, until the end or until the person stops; at the end comes the feedback."""
        narrator = Narrator(prompter, self, partial(self.wording.head), self.language)
        left = self._open(narrator)
        while left is None:
            ending = Session(self.wording, self.state, self, narrator, paper(self)).run()
            if ending is not Ending.FINISHED:
                return ending
            if not self.turns():
                left = narrator.read(self._say("feedback"), self._world.review(self.attempt, ""))
                return Ending.FINISHED if left is None else _ending(left)
            left = self._turn(narrator)
        return _ending(left)

    def _open(self, narrator: Narrator) -> Command | None:
        begun = bool(self.attempt.events)
        if not begun:
            goals = (f"- {goal.to(self.language)}" for goal in self.exercise.goals)
            about = (self._say("about", form=self.exercise.form.to(self.language), minutes=self.exercise.minutes),)
            body = (*about, "", self._say("goals"), *goals, "", *self.so_far(), "", self._say("look_again"))
            left = narrator.read(self.exercise.title.to(self.language), body)
            if left is None:
                protocol = self.exercise.protocol
                self.add(
                    Started(protocol.id, protocol.digest, protocol.version, at=self._world.clock().isoformat()), {}
                )
            return left
        return narrator.read(self.exercise.title.to(self.language), (self._say("story_so_far"), *self.so_far()))

    def _turn(self, narrator: Narrator) -> Command | None:
        """Tell the new facts and start the weighing again."""
        text = story.text_of(self.exercise, story.TURN).to(self.language)
        left = narrator.read(self._say("turn"), (text, "", self._say("turn_weigh")))
        if left is None:
            self.was_read(story.TURN)
            self.add(Reopened(text), {})
        return left

    # -- the record that the session writes to ------------------------------------------------------------------------

    def add(self, event: Event, facts: Mapping[str, str]) -> None:  # noqa: ARG002 - lists have no exercises
        """Keep one more event; raises `OSError`."""
        after = apply(self.exercise.protocol, self.state, event)
        self._add(Happened(self._world.clock(), event))
        self.state = after

    def control(self) -> str:
        """Return no code: an exercise proves nothing."""
        return ""

    # -- the course that the narrator asks ----------------------------------------------------------------------------

    def due(self, page: Page) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield feedback on a step that is done, what the answers brought to light, and the part of this step."""
        if page.id.endswith(DONE):
            yield from self._feedback(page.id.removesuffix(DONE))
            return
        for piece in story.facts_due(self.exercise, self.attempt.told, self.state):
            yield piece, self._say("fact"), (self._text(piece),)
        name = page.id.partition(".")[0]
        step = next((step for step in self.state.path.steps if name in step.questions), None)
        if step is not None:
            for piece in story.parts_due(self.exercise, self.attempt.told, step.id):
                yield piece, step.title.to(self.language), (self._text(piece),)

    def _feedback(self, step: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield feedback in the mode that learns, once for what was answered."""
        if self.attempt.head.mode != "leren" or self._reviewed.get(step) == self.state:
            return
        if body := self._world.review(self.attempt, step):
            yield f"review.{step}", self._say("feedback_step"), body

    def was_read(self, piece: str) -> None:
        """Keep that a piece of the story was told; feedback is no part of the story."""
        kind, _, name = piece.partition(".")
        if kind == "review":
            self._reviewed[name] = self.state
        else:
            self._add(Told(self._world.clock(), piece))

    def so_far(self) -> tuple[str, ...]:
        """Return the story as it is known now."""
        return tuple(story.so_far(self.exercise, self.attempt.told, self.language))

    def turns(self) -> bool:
        """Tell whether new facts follow on this round."""
        return self.exercise.turn is not None and story.TURN not in self.attempt.told

    def counts(self, page: Page) -> bool:
        """Tell whether hands are counted: in a class, at every question with one answer."""
        asked = page.id in self.exercise.protocol.questions and isinstance(page.field, Choose)
        return self.attempt.head.mode == "klas" and asked and not page.field.several  # type: ignore[union-attr]

    def counted(self, question: str, hands: Mapping[str, int]) -> None:
        """Keep the hands."""
        self._add(Counted(self._world.clock(), question, hands))

    # -- inside -------------------------------------------------------------------------------------------------------

    def _add(self, line: Line) -> None:
        self._world.keep(line)
        self.attempt = self.attempt.having(line)

    def _text(self, piece: str) -> str:
        return story.text_of(self.exercise, piece).to(self.language)

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, f"training.{key}", **values)


def _ending(command: Command) -> Ending:
    return _ENDINGS.get(command, Ending.PAUSED)
