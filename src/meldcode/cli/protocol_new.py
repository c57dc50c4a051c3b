"""`meldcode protocol new`: a folder in which a municipality or organisation writes its overlay."""

import json
from collections.abc import Sequence
from dataclasses import replace

from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import expanded
from meldcode.cli.local_folder import Wish, folder_name, make
from meldcode.cli.output import Voice
from meldcode.cli.places import municipality_facts, sector_of
from meldcode.cli.settings import clock, is_interactive
from meldcode.cli.terminal import conversation, early_wording, stopped_early
from meldcode.protocol import library
from meldcode.protocol.json_schema import schema
from meldcode.text import say
from meldcode.text.visible import one_line
from meldcode.wizard.opening import KEYS, ask_municipality
from meldcode.wizard.prompter import Choose, Chosen, Option, Page, Write, Written
from meldcode.wizard.talk import GoBack, ShowOverview, StopSession, Talk

LONGEST_OWNER = 80
"""Characters in the name of an owner: it stands in the head line of every page."""


def new(voice: Voice, municipality: str | None, sectors: Sequence[str], owner: str, folder: str) -> Exit:
    """Write a new folder with an overlay, after asking what was not given.

    An empty municipality is all of them; None was not given.
    """
    if municipality:
        municipality = municipality_facts(voice, municipality).municipality
    chosen = tuple(dict.fromkeys(sector_of(voice, sector) for sector in sectors))
    if municipality is None or not chosen or not owner:
        if not is_interactive():
            given = {"--municipality": municipality is not None, "--sector": chosen, "--owner": owner}
            names = ", ".join(name for name, there in given.items() if not there)
            raise CommandError(Exit.USAGE, "new.missing", names=names)
        with conversation(voice) as prompter:
            try:
                talk = Talk(prompter, early_wording(voice))
                municipality = ask_municipality(talk) if municipality is None else municipality
                chosen = chosen or ask_sectors(talk)
                owner = owner or ask_owner(talk, municipality)
            except StopSession as stop:
                return stopped_early(voice, prompter, stop)
    _made(voice, Wish(municipality, library.region_of(municipality), chosen, _named(owner)), folder)
    return Exit.FINE


def _made(voice: Voice, wish: Wish, folder: str) -> None:
    versions = {sector: library.protocol(sector).version for sector in wish.sectors}
    if len({version.partition(".")[0] for version in versions.values()}) > 1:
        said = ", ".join(f"{sector} {version}" for sector, version in versions.items())
        raise CommandError(Exit.USAGE, "new.versions_differ", versions=said)
    target = expanded(folder or folder_name(wish))
    try:
        make(wish, target, clock().date(), json.dumps(schema("overlay"), ensure_ascii=False, indent=2))
    except FileExistsError:
        raise CommandError(Exit.USAGE, "new.exists", path=target) from None
    voice.prose(say(voice.language, "new.made", path=one_line(str(target))))
    voice.note("new.next")


def _named(owner: str) -> str:
    """Return the name of an owner; raises `CommandError` for one that does not fit on a line."""
    name = " ".join(owner.split(" ")).strip()
    if not name or len(name) > LONGEST_OWNER or not name.isprintable():
        raise CommandError(Exit.USAGE, "new.owner_bad", most=LONGEST_OWNER)
    return name


def ask_sectors(talk: Talk) -> tuple[str, ...]:
    """Return the ids of one or more protocols."""
    language = talk.wording.language
    options = tuple(
        Option(entry.id, entry.title.to(language), entry.for_whom.to(language)) for entry in library.index().sectors
    )
    body = (say(language, "new.sectors_note"),)
    title = say(language, "new.sectors")
    page = Page("sectoren", title, Choose(options, several=True), talk.wording.head(), body, "", KEYS)
    while True:
        try:
            reply = talk.ask(page)
        except (GoBack, ShowOverview):
            continue
        if isinstance(reply, Chosen) and reply.ids:
            return reply.ids
        page = replace(page, error=say(language, "new.sectors_none"))


def ask_owner(talk: Talk, municipality: str) -> str:
    """Return who owns the overlay."""
    language = talk.wording.language
    draft = f"Gemeente {municipality}" if municipality else ""
    body = (say(language, "new.owner_note"),)
    page = Page("eigenaar", say(language, "new.owner"), Write(draft=draft), talk.wording.head(), body, "", KEYS)
    while True:
        try:
            reply = talk.ask(page)
        except (GoBack, ShowOverview):
            continue
        given = reply.text if isinstance(reply, Written) else ""
        try:
            return _named(given)
        except CommandError as error:
            page = replace(page, field=Write(draft=given), error=error.said(language))
