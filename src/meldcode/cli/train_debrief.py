"""`meldcode train debrief`: what a group did in exercises, in the terminal, as a page and as data."""

from collections.abc import Sequence
from dataclasses import dataclass

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import written
from meldcode.cli.output import Voice
from meldcode.cli.train_files import folder_of, there
from meldcode.text import say
from meldcode.training import debrief_data, debrief_page, debrief_text
from meldcode.training.debrief import Debrief, Scale, debrief, scales
from meldcode.training.debrief_blocks import Section
from meldcode.training.debrief_outline import sections
from meldcode.training.debrief_together import by_name, together
from meldcode.training.gather import Left, files_of, gather
from meldcode.training.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked on the command line."""

    exercises: str
    html: str
    csv: str
    form: str
    names: bool


def run(voice: Voice, names: Sequence[str], wanted: Wanted) -> Exit:
    """Show the debrief; what is left out is named beside it, and then the exit code says that there are findings."""
    paths = [there(name) for name in names]
    shelf = Shelf(folder_of(wanted.exercises))
    gathered = gather(files_of(paths), shelf.exercise)
    _tell(voice, gathered.left)
    if not gathered.groups:
        raise CommandError(Exit.MISSING, "train_debrief.nothing")
    found = [debrief(group) for group in gathered.groups]
    common = scales(gathered.groups) if len(found) > 1 else ()
    parts = _sections(voice, found, common, wanted)
    if wanted.html:
        path = written(wanted.html, debrief_page.page(parts, voice.language))
        voice.note("train_debrief.written", path=path)
    if wanted.csv:
        path = written(wanted.csv, "".join(debrief_data.csv_lines(found, names=wanted.names)))
        voice.note("train_debrief.csv_note", path=path)
    if wanted.form == "json":
        voice.out(debrief_data.json_text(found, common, gathered.left))
    elif not (wanted.html or wanted.csv):
        text = "\n".join(debrief_text.lines(parts, say(voice.language, "train_debrief.exercise")))
        voice.prose(text)
    return Exit.FINDINGS if gathered.left else Exit.FINE


def _sections(voice: Voice, found: Sequence[Debrief], common: Sequence[Scale], wanted: Wanted) -> tuple[Section, ...]:
    parts = sections(found, voice.language)
    if len(found) > 1:
        parts = (*parts, together(found, common, voice.language))
    return (*parts, *by_name(found, voice.language)) if wanted.names else parts


def _tell(voice: Voice, left: Sequence[Left]) -> None:
    if left:
        voice.note("train_debrief.left_out")
    for each in left:
        voice.note(f"train_debrief.left.{each.why}", path=each.path)
