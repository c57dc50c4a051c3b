"""Sit down at an exercise: the wizard over a vignette; everything goes into the attempt and nothing into a vault."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from meldcode.case.events import Event, Reopened, Started
from meldcode.case.state import State, apply, replay
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.training import story
from meldcode.training.attempt import Attempt, Counted, Happened, Line, Told
from meldcode.training.exercise import Exercise
from meldcode.training.marked import Marked
from meldcode.training.narrator import DONE, END, Narrator, story_page
from meldcode.wizard.finish import ENDINGS, FORMS, Paper, to_file
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Option, Page, Prompter
from meldcode.wizard.session import Session
from meldcode.wizard.talk import Ending, GoBack, StopSession, Talk
from meldcode.wizard.walk import upcoming

Review = Callable[[Attempt, str], tuple[str, ...]]
"""Feedback on a step of the attempt so far, as paragraphs; on the whole where the step is empty."""

Write = Callable[[Attempt, str, str], str]
"""Writes the looking back on an attempt in a form (text, md) to a new file, and returns its path; see `Paper.write`."""

_AFTER_QUESTIONS = ("advies", END)
"""Pages of the walk that are no question."""


@dataclass(frozen=True, slots=True)
class World:
    """What a sitting needs from outside.

    `keep` puts a line of the attempt where it stays, or does nothing; without `write` nothing is offered to be written.
    """

    keep: Callable[[Line], None]
    clock: Callable[[], datetime]
    review: Review
    write: Write | None = None


class ExerciseWording(Wording):
    """Words the pages of an exercise: every one says that it is one."""

    def __init__(self, exercise: Exercise, language: Language) -> None:
        """Speak of no case."""
        super().__init__(exercise.protocol, language, code="", practice=True)

    def place(self) -> str:
        """Return that this is an exercise."""
        return say(self.language, "practice.place")


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
        """Tell the story and walk, until the end or until the person stops; at the end comes the feedback.

        Raises `OSError` when a line of the attempt could not be kept.
        """
        marked = Marked(prompter, self.wording.place())
        talk = Talk(marked, self.wording)
        narrator = Narrator(marked, self, self.wording.head, self.language)
        try:
            self._open(talk)
            while True:
                ending = Session(self.wording, self.state, self, narrator, paper(self)).run()
                if ending is not Ending.FINISHED:
                    return ending
                with suppress(GoBack):
                    if not self.turns():
                        self._look_back(talk)
                        return Ending.FINISHED
                    self._turn(talk)
        except StopSession as stop:
            return stop.ending

    def _open(self, talk: Talk) -> None:
        """Tell what the exercise is about and how the story begins, or the story so far where one goes on."""
        title = self.exercise.title.to(self.language)
        if self.attempt.events:
            self._tell(talk, title, (self._say("story_so_far"), *self.so_far()), first=True)
            return
        goals = (f"- {goal.to(self.language)}" for goal in self.exercise.goals)
        about = self._say("about", form=self.exercise.form.to(self.language), minutes=self.exercise.minutes)
        body = (about, "", self._say("goals"), *goals, "", *self.so_far(), "", self._say("look_again"))
        self._tell(talk, title, body, first=True)
        protocol = self.exercise.protocol
        self.add(Started(protocol.id, protocol.digest, protocol.version, at=self._world.clock().isoformat()), {})

    def _turn(self, talk: Talk) -> None:
        """Tell the new facts and start the weighing again; raises `GoBack`."""
        text = self._text(story.TURN)
        self._tell(talk, self._say("turn"), (text, "", self._say("turn_weigh")))
        self.was_read(story.TURN)
        self.add(Reopened(text), {})

    def _look_back(self, talk: Talk) -> None:
        """Show the feedback on the whole, and write it to a file where that is chosen; raises `GoBack`."""
        write = self._world.write
        forms = FORMS if write else ()
        more = tuple(Option(form, self._say(f"write_{form}")) for form in forms)
        body = self._world.review(self.attempt, "")
        page = story_page(self.language, self.wording.head(), self._say("feedback"), body, more)
        while (chosen := talk.choose(page)) in forms and write is not None:
            draft = f"{self._say('feedback_file', exercise=self.exercise.id)}.{ENDINGS[chosen]}"
            to_file(talk, self.wording.head(), draft, partial(write, self.attempt, chosen))

    def _tell(self, talk: Talk, title: str, body: tuple[str, ...], *, first: bool = False) -> None:
        """Show a page of the story; from the first one there is no way back."""
        page = story_page(self.language, self.wording.head(), title, body)
        talk.choose(replace(page, keys=page.keys[1:]) if first else page)

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
        """Yield feedback on a step that is done, what the answers brought to light, and the part of this step.

        Only at a page of the walk itself: nothing stands before the emergency page or an explanation.
        """
        if page.id.endswith(DONE):
            yield from self._feedback(page.id.removesuffix(DONE))
        elif page.id == END and self.turns():
            yield from self._feedback(self.state.path.steps[-1].id)
        elif page.id in self.exercise.protocol.questions or page.id in _AFTER_QUESTIONS:
            for piece in story.facts_due(self.exercise, self.attempt.told, self.state):
                yield piece, self._say("fact"), (self._text(piece),)
            step = self.wording.step_of(self.state, page.id)
            for piece in story.parts_due(self.exercise, self.attempt.told, step.id if step else ""):
                yield piece, step.title.to(self.language) if step else "", (self._text(piece),)

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
        return self.exercise.turn is not None and not self.state.rounds

    def counts(self, page: Page) -> bool:
        """Tell whether hands are counted: in a class, at every question with one answer."""
        question = self.exercise.protocol.questions.get(page.id)
        choice = question is not None and question.type == "choice"
        return choice and self.attempt.head.mode == "klas"

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
        return say(self.language, f"practice.{key}", **values)


def is_finished(exercise: Exercise, attempt: Attempt) -> bool:
    """Tell whether an attempt was walked to its end; raises as `replay`."""
    state = replay(exercise.protocol, attempt.events)
    done = bool(attempt.events) and upcoming(state) is None
    return done and (exercise.turn is None or bool(state.rounds))
