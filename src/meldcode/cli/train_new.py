"""`meldcode train new`: an exercise file to fill in, with a whole walk of its sector, that says what goes where."""

import json
from pathlib import Path

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.exercise_template import filled
from meldcode.cli.forms import expanded, worded, written
from meldcode.cli.local_folder import slug
from meldcode.cli.output import Voice
from meldcode.cli.places import sector_of
from meldcode.cli.settings import clock, is_interactive
from meldcode.cli.terminal import conversation, early_wording, stopped_early
from meldcode.protocol import library
from meldcode.protocol.json_schema import schema
from meldcode.text import say
from meldcode.text.visible import one_line
from meldcode.wizard.opening import KEYS, ask_sector
from meldcode.wizard.prompter import Page, Write, Written
from meldcode.wizard.talk import GoBack, ShowOverview, StopSession, Talk

SCHEMA = "exercise.schema.json"
LONGEST_TITLE = 80


def new(voice: Voice, sector: str, title: str, folder: str) -> Exit:
    """Write a new exercise file, after asking what was not given."""
    chosen = sector_of(voice, sector) if sector else ""
    if not chosen or not title:
        if not is_interactive():
            names = [name for name, given in (("--sector", chosen), ("--title", title)) if not given]
            raise CommandError(Exit.USAGE, "new.missing", names=", ".join(names))
        with conversation(voice) as prompter:
            try:
                talk = Talk(prompter, early_wording(voice))
                chosen = chosen or ask_sector(talk)
                title = title or ask_title(talk)
            except StopSession as stop:
                return stopped_early(voice, prompter, stop)
    path = _made(chosen, titled(title), folder)
    voice.prose(say(voice.language, "new.made", path=one_line(str(path))))
    voice.note("train_new.next", path=path)
    return Exit.FINE


def _made(sector: str, title: str, folder: str) -> Path:
    target = expanded(folder or ".")
    name = slug(title)
    with worded(str(target)):
        target.mkdir(exist_ok=True)
    path = target / f"{name}.yaml"
    content = filled(name, title, sector, library.protocol(sector), clock().date())
    made = written(str(path), content)
    if not (target / SCHEMA).exists():
        written(str(target / SCHEMA), json.dumps(schema("exercise"), ensure_ascii=False, indent=2) + "\n")
    return Path(made)


def titled(given: str) -> str:
    """Return a title; raises `CommandError` for one that fits on no line or gives no name for a file."""
    title = " ".join(given.split(" ")).strip()
    if not slug(title) or len(title) > LONGEST_TITLE or not title.isprintable():
        raise CommandError(Exit.USAGE, "train_new.title_bad", most=LONGEST_TITLE)
    return title


def ask_title(talk: Talk) -> str:
    """Return what the exercise is called."""
    language = talk.wording.language
    body, draft, error = (say(language, "train_new.title_note"),), "", ""
    while True:
        head = talk.wording.head()
        page = Page("titel", say(language, "train_new.title"), Write(draft=draft), head, body, error, KEYS)
        try:
            reply = talk.ask(page)
        except (GoBack, ShowOverview):
            continue
        draft = reply.text if isinstance(reply, Written) else ""
        try:
            return titled(draft)
        except CommandError as refused:
            error = refused.said(language)
