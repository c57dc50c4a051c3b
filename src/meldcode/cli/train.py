"""`meldcode train list`: the exercises there are."""

from pathlib import Path

from meldcode.cli.errors import Exit
from meldcode.cli.output import Voice
from meldcode.cli.places import sector_of
from meldcode.cli.subject import is_folder
from meldcode.protocol import library
from meldcode.protocol.directory import ExerciseEntry
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.training import exercise as exercises


def list_all(voice: Voice, word: str, sector: str) -> Exit:
    """Print the exercises that are shipped, those of a sector or with a word in them, or those in a folder."""
    chosen = sector_of(voice, sector) if sector else ""
    own = is_folder(word)
    names = {entry.id: entry.title.to(voice.language) for entry in library.sectors()}
    found = [exercises.entry(path) for path in (exercises.files_in(Path(word)) if own else exercises.shipped())]
    wanted = "" if own else word.casefold()
    fitting = [
        each
        for each in found
        if chosen in ("", each.sector) and wanted in _about(each, names.get(each.sector, ""), voice.language)
    ]
    if not fitting:
        voice.note("practice.list_none")
    for each in sorted(fitting, key=lambda each: (each.sector, exercises.DIFFICULTIES.index(each.difficulty), each.id)):
        voice.out(each.id)
        voice.prose(f"  {each.title.to(voice.language)}")
        words = {"difficulty": say(voice.language, f"practice.{each.difficulty}"), "minutes": each.minutes}
        about = {"form": each.form.to(voice.language), "sector": names.get(each.sector, each.sector)}
        voice.prose(f"  {say(voice.language, 'practice.list_line', **words, **about)}")
    return Exit.FINE


def _about(each: ExerciseEntry, sector: str, language: Language) -> str:
    texts = (each.title, each.form, *each.goals)
    return " ".join((each.id, *(text.to(language) for text in texts), sector)).casefold()
