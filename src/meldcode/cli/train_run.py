"""`meldcode train run`: sit down at exercises, one after the other."""

import os
import random
import re
import secrets
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from meldcode.case.state import State
from meldcode.case.summary import Facts, Note, Summary, summarise
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import expanded, write_new
from meldcode.cli.output import Voice
from meldcode.cli.paper import Paper
from meldcode.cli.places import sector_of
from meldcode.cli.settings import clock, is_interactive
from meldcode.cli.terminal import conversation, ended
from meldcode.export import markdown, text
from meldcode.protocol.diagnostics import nearest
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.training import exercise as exercises
from meldcode.training.attempt import Attempt, Head, Line, Mode, NoAttemptError
from meldcode.training.attempt_file import ResultFile
from meldcode.training.exercise import Exercise
from meldcode.training.feedback import looking_back, review
from meldcode.training.misfit import misfit
from meldcode.training.sitting import Sitting, World, is_finished
from meldcode.wizard.talk import Ending

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_PSEUDONYM = re.compile(r"\w(?:[\w -]{0,38}\w)?")
"""It becomes part of the name of a file."""
_FIRST_MODE: Mode = "leren"


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen on the command line; no mode means that of the result file, or the one that learns."""

    sector: str
    mode: Mode | None
    result: str
    name: str
    seed: int | None


def run(voice: Voice, names: Sequence[str], choices: Choices) -> Exit:
    """Walk through the exercises that are named, or of a sector, one after the other; without a terminal none.

    In a set with a folder for the results, what is finished is passed over.
    """
    participant = _participant(choices.name)
    paths = _chosen(voice, names, choices.sector)
    if choices.seed is not None:
        random.Random(choices.seed).shuffle(paths)  # noqa: S311 - an order that can be had again, no secret
    several = len(paths) > 1
    if several and choices.result and not expanded(choices.result).is_dir():
        raise CommandError(Exit.USAGE, "practice.folder_needed", path=choices.result)
    if not is_interactive():
        raise CommandError(Exit.MISSING, "practice.no_terminal")
    for number, path in enumerate(paths):
        desk = _Desk(voice, path, choices, participant)
        if several and is_finished(desk.exercise, desk.attempt):
            voice.note("practice.was_finished", exercise=desk.exercise.id)
            continue
        outcome, ending = desk.sit()
        if ending is not Ending.FINISHED:
            if several and choices.result and ending is not Ending.LEFT:
                voice.note("practice.set_paused", count=len(paths) - number, name=participant)
            return outcome
    return Exit.FINE


def _participant(name: str) -> str:
    """Return the pseudonym, or one made up; raises `CommandError` for what can't be part of the name of a file."""
    given = name.strip()
    if given and not _PSEUDONYM.fullmatch(given):
        raise CommandError(Exit.USAGE, "practice.bad_name")
    return given or "".join(secrets.choice(_LETTERS) for _ in range(6))


def _chosen(voice: Voice, names: Sequence[str], sector: str) -> list[Path]:
    """Return the files: each name is a file, a folder or the id of a shipped exercise; without names, a sector's."""
    if names:
        return [path for name in names for path in _named(name)]
    if not sector:
        raise CommandError(Exit.USAGE, "practice.which")
    chosen = sector_of(voice, sector)
    found = [path for path in exercises.shipped() if exercises.entry(path).sector == chosen]
    if not found:
        raise CommandError(Exit.USAGE, "practice.none_for_sector", sector=chosen)
    return found


def _named(name: str) -> tuple[Path, ...]:
    path = expanded(name)
    if path.is_dir():
        found = exercises.files_in(path)
        if not found:
            raise CommandError(Exit.USAGE, "practice.empty_folder", path=name)
        return found
    if path.suffix in (".yaml", ".yml"):
        return (path,)
    known = {each.stem: each for each in exercises.shipped()}
    if name not in known:
        raise CommandError(Exit.USAGE, "practice.unknown", given=name[:60], meant=nearest(name[:60], known) or "-")
    return (known[name],)


class _Desk:
    """One exercise to sit down at, with the file in which the attempt is kept, if any."""

    def __init__(self, voice: Voice, path: Path, choices: Choices, participant: str) -> None:
        """Read what there is already, or begin the file; raises `CommandError`."""
        self.voice, self.path = voice, path
        self.exercise = exercises.load(path)
        self.file = _file(choices.result, self.exercise, participant)
        self.attempt = self._taken_up(choices.mode, participant)

    def sit(self) -> tuple[Exit, Ending]:
        """Hold the sitting; raises `CommandError` when a line could not be kept."""
        exercise, language = self.exercise, self.voice.language
        feedback = partial(review, exercise, language=language)
        world = World(self._keep, clock, feedback, partial(_write, exercise, language))
        sitting = Sitting(exercise, self.attempt, language, world)
        with conversation(self.voice) as prompter:
            ending = sitting.run(prompter, partial(_paper, self.voice))
            return ended(prompter, ending, self._last(ending)), ending

    def _keep(self, line: Line) -> None:
        if self.file is None:
            return
        try:
            self.file.add(line)
        except OSError as error:
            raise CommandError(Exit.NOT_STORED, "practice.not_kept", path=self.file.path, reason=error) from None

    def _taken_up(self, mode: Mode | None, participant: str) -> Attempt:
        exercise = self.exercise
        of = (exercise.id, exercise.digest, exercise.sector, exercise.protocol.digest)
        head = Head(*of, participant, mode or _FIRST_MODE)
        if self.file is None:
            return Attempt(head)
        if not os.path.lexists(self.file.path):
            return self._begun(self.file, head)
        attempt = self._resumed(self.file)
        if mode is not None and attempt.head.mode != mode:
            raise CommandError(Exit.USAGE, "practice.other_mode", path=self.file.path, mode=attempt.head.mode)
        return attempt

    @staticmethod
    def _begun(file: ResultFile, head: Head) -> Attempt:
        try:
            return file.begin(head)
        except OSError as error:
            raise CommandError(Exit.NOT_STORED, "cli.file_failed", path=file.path, reason=error) from None

    def _resumed(self, file: ResultFile) -> Attempt:
        try:
            attempt = file.resume()
        except NoAttemptError as error:
            raise CommandError(Exit.REFUSED, f"practice.bad_{error.why}", path=file.path, line=error.line) from None
        except OSError as error:
            raise CommandError(Exit.NOT_STORED, "cli.file_failed", path=file.path, reason=error) from None
        if why := misfit(self.exercise, attempt):
            raise CommandError(Exit.REFUSED, f"practice.{why}", path=file.path, exercise=attempt.head.exercise)
        return attempt

    def _last(self, ending: Ending) -> str:
        name = "finished" if ending is Ending.FINISHED else "paused"
        if self.file is None:
            return say(self.voice.language, f"practice.{name}_nowhere")
        shipped = self.path.parent == exercises.folder()
        words = {"exercise": self.path.stem if shipped else shlex.quote(str(self.path))}
        return say(self.voice.language, f"practice.{name}", path=shlex.quote(str(self.file.path)), **words)


def _file(result: str, exercise: Exercise, participant: str) -> ResultFile | None:
    """Return where the attempt is kept: the file that was named, or one in the folder that was named."""
    if not result:
        return None
    path = expanded(result)
    return ResultFile(path / f"{exercise.id}.{participant}.jsonl" if path.is_dir() else path)


def _write(exercise: Exercise, language: Language, attempt: Attempt, form: str, path: str) -> str:
    """Write the looking back to a new file and return its path; raises as `write_new` does."""
    rendered = markdown.rendered if form == "md" else text.rendered
    heading = say(language, "practice.feedback_heading", title=exercise.title.to(language))
    return write_new(path, rendered(heading, looking_back(exercise, attempt, language)))


def _paper(voice: Voice, sitting: Sitting) -> Paper:
    return Paper(voice, partial(_summary, sitting))


def _summary(sitting: Sitting, state: State) -> Summary:
    notes = tuple(Note("", text) for text in state.notes)
    return summarise(sitting.exercise.protocol, state, Facts(practice=True), notes)
