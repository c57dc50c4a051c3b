"""`meldcode train list` and `train run`: choose exercises and sit down at them, one after the other."""

import random
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from meldcode.case.state import State
from meldcode.case.summary import Facts, Note, Summary, summarise
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import expanded
from meldcode.cli.output import Voice
from meldcode.cli.paper import Paper
from meldcode.cli.places import sector_of
from meldcode.cli.settings import clock, is_interactive
from meldcode.cli.terminal import conversation, ended
from meldcode.protocol.diagnostics import nearest
from meldcode.protocol.model import Language
from meldcode.text import say
from meldcode.training import exercise as exercises
from meldcode.training.attempt import Attempt, Head, Line, Mode, NoAttemptError
from meldcode.training.attempt_file import ResultFile
from meldcode.training.exercise import Exercise
from meldcode.training.feedback import review
from meldcode.training.sitting import Sitting, World
from meldcode.wizard.talk import Ending

_NAME = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen on the command line."""

    sector: str
    mode: Mode
    result: str
    name: str
    seed: int | None


def list_all(voice: Voice, word: str, sector: str) -> Exit:
    """Print the exercises that are shipped, or those of a sector or with a word in them."""
    chosen = sector_of(voice, sector) if sector else ""
    found = [exercises.load(path) for path in exercises.shipped()]
    fitting = [
        each for each in found if chosen in ("", each.sector) and word.casefold() in _about(each, voice.language)
    ]
    if not fitting:
        voice.note("training.list_none")
    for each in sorted(fitting, key=lambda each: (each.sector, exercises.DIFFICULTIES.index(each.difficulty), each.id)):
        voice.out(each.id)
        voice.prose(f"  {each.title.to(voice.language)}")
        words = {"difficulty": say(voice.language, f"training.{each.difficulty}"), "minutes": each.minutes}
        about = {"form": each.form.to(voice.language), "sector": each.protocol.title.to(voice.language)}
        voice.prose(f"  {say(voice.language, 'training.list_line', **words, **about)}")
    return Exit.FINE


def _about(each: Exercise, language: Language) -> str:
    texts = (each.title, each.form, *each.goals, each.protocol.title)
    return " ".join((each.id, *(text.to(language) for text in texts))).casefold()


def run(voice: Voice, names: Sequence[str], choices: Choices) -> Exit:
    """Walk through the exercises that are named, or of a sector, one after the other; without a terminal none."""
    paths = _chosen(voice, names, choices.sector)
    if choices.seed is not None:
        random.Random(choices.seed).shuffle(paths)  # noqa: S311 - an order that can be had again, no secret
    if not is_interactive():
        raise CommandError(Exit.MISSING, "training.no_terminal")
    several = len(paths) > 1
    participant = choices.name.strip() or "".join(secrets.choice(_NAME) for _ in range(6))
    outcome = Exit.FINE
    for path in paths:
        outcome, go_on = _one(voice, exercises.load(path), choices, participant, several=several)
        if not go_on:
            break
    return outcome


def _chosen(voice: Voice, names: Sequence[str], sector: str) -> list[Path]:
    """Return the files: each name is a file, a folder or the id of a shipped exercise; without names, a sector's."""
    if names:
        return [path for name in names for path in _named(name)]
    if not sector:
        raise CommandError(Exit.USAGE, "training.which")
    chosen = sector_of(voice, sector)
    found = [path for path in exercises.shipped() if exercises.load(path).sector == chosen]
    if not found:
        raise CommandError(Exit.USAGE, "training.none_for_sector", sector=chosen)
    return found


def _named(name: str) -> tuple[Path, ...]:
    path = Path(name)
    if path.is_dir():
        return exercises.files_in(path)
    if path.suffix in (".yaml", ".yml"):
        return (path,)
    known = {each.stem: each for each in exercises.shipped()}
    if name not in known:
        raise CommandError(Exit.USAGE, "training.unknown", given=name[:60], meant=nearest(name[:60], known) or "-")
    return (known[name],)


def _one(voice: Voice, exercise: Exercise, choices: Choices, participant: str, *, several: bool) -> tuple[Exit, bool]:
    """Hold one sitting; return its exit code and whether to go on with the next."""
    file = _file(choices.result, exercise, participant, several=several)
    attempt = _taken_up(file, exercise, choices.mode, participant)
    keep = file.add if file else _forget
    sitting = Sitting(
        exercise, attempt, voice.language, World(keep, clock, partial(review, exercise, language=voice.language))
    )
    with conversation(voice) as prompter:
        ending = sitting.run(prompter, partial(_paper, voice))
        return ended(prompter, ending, _last(voice, exercise, file, ending)), ending is Ending.FINISHED


def _file(result: str, exercise: Exercise, participant: str, *, several: bool) -> ResultFile | None:
    """Return where the attempt is kept: the file that was named, or one in the folder that was named."""
    if not result:
        return None
    path = expanded(result)
    if path.is_dir():
        return ResultFile(path / f"{exercise.id}.{participant}.jsonl")
    if several:
        raise CommandError(Exit.USAGE, "training.folder_needed", path=result)
    return ResultFile(path)


def _taken_up(file: ResultFile | None, exercise: Exercise, mode: Mode, participant: str) -> Attempt:
    head = Head(exercise.id, exercise.digest, exercise.sector, exercise.protocol.digest, participant, mode)
    if file is None:
        return Attempt(head)
    try:
        attempt = file.resume() if file.path.exists() else file.begin(head)
    except NoAttemptError as error:
        raise _no_attempt(file.path, error) from None
    if (attempt.head.exercise, attempt.head.digest) != (head.exercise, head.digest):
        raise CommandError(Exit.REFUSED, "training.other_exercise", path=file.path, exercise=attempt.head.exercise)
    if attempt.head.protocol != head.protocol:
        raise CommandError(Exit.REFUSED, "training.other_protocol", path=file.path)
    return attempt


def _no_attempt(path: Path, error: NoAttemptError) -> CommandError:
    return CommandError(Exit.REFUSED, f"training.bad_{error.why}", path=path, line=error.line)


def _forget(line: Line) -> None:
    """Keep nothing."""


def _paper(voice: Voice, sitting: Sitting) -> Paper:
    return Paper(voice, partial(_summary, sitting))


def _summary(sitting: Sitting, state: State) -> Summary:
    notes = tuple(Note("", text) for text in state.notes)
    return summarise(sitting.exercise.protocol, state, Facts(practice=True), notes)


def _last(voice: Voice, exercise: Exercise, file: ResultFile | None, ending: Ending) -> str:
    name = "finished" if ending is Ending.FINISHED else "paused"
    if file is None:
        return say(voice.language, f"training.{name}_nowhere")
    return say(voice.language, f"training.{name}", exercise=exercise.id, path=file.path)
