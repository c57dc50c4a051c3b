"""Before there is a case: which protocol, which municipality, and first of all whether there is direct danger."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from meldcode.case.path import trace
from meldcode.case.state import State
from meldcode.protocol import library
from meldcode.protocol.directory import Index
from meldcode.protocol.language import Language
from meldcode.protocol.model import Protocol
from meldcode.referral.municipality import UnknownMunicipalityError, find
from meldcode.text import say
from meldcode.wizard.prompter import Choose, Command, Option, Page, Write, Written
from meldcode.wizard.talk import GoBack, ShowOverview, Talk

FIRST = (Command.PAUSE, Command.EMERGENCY, Command.LEAVE)
KEYS = (Command.BACK, *FIRST)
"""Keys of a question that another one comes before."""
DANGER = "direct_gevaar"
LAST, ALL, OTHER, NONE = "*laatste", "*alle", "*andere", "*geen"
REMEMBERED = 5
"""Municipalities that are remembered."""


def ask_danger(talk: Talk) -> str:
    """Return whether there is direct danger, kept in memory; if so the emergency page comes first."""
    wording = talk.wording
    question = wording.protocol.questions[DANGER]
    state = State(trace(wording.protocol, {}))
    page = replace(wording.question(state, question), keys=(Command.EXPLAIN, *FIRST))
    while True:
        try:
            reply = talk.ask(page, wording.explanation(state, question))
        except (GoBack, ShowOverview):
            continue
        answer = "" if isinstance(reply, Written) else reply.ids[0]
        if answer == "ja":
            talk.show(wording.emergency())
        return answer


@dataclass(frozen=True, slots=True)
class Recent:
    """What the cases in the vault tell of earlier ones: the sector of the newest, and up to five municipalities."""

    sector: str = ""
    municipalities: tuple[str, ...] = ()


def recent(cases: Iterable[Mapping[str, str]]) -> Recent:
    """Return what is remembered, from what lists show of each case; nothing else remembers it."""
    newest = sorted(cases, key=lambda facts: facts.get("started", ""), reverse=True)
    named = dict.fromkeys(filter(None, (facts.get("municipality", "") for facts in newest)))
    return Recent(newest[0].get("sector", "") if newest else "", tuple(named)[:REMEMBERED])


def ask_sector(talk: Talk, last: str = "") -> str:
    """Return the id of a protocol: by workplace and profession, as last time, or from the whole list."""
    language, index = talk.wording.language, library.index()
    titles = {entry.id: entry.title.to(language) for entry in index.sectors}
    options = [Option(place.id, place.title.to(language)) for place in index.workplaces]
    if last in titles:
        options.insert(0, Option(LAST, say(language, "wizard.sector_last", title=titles[last])))
    options.append(Option(ALL, say(language, "wizard.sector_all")))
    while True:
        try:
            place = talk.choose(replace(_opening(talk, "sector", "sector_ask", options, "sector_hint"), keys=FIRST))
            if place == LAST:
                return last
            if place == ALL:
                return talk.choose(_opening(talk, "sector.alle", "sector_which", _all(index, language)))
            professions = next(each.professions for each in index.workplaces if each.id == place)
            choices = [Option(each.id, each.title.to(language), titles[each.sector]) for each in professions]
            chosen = talk.choose(_opening(talk, "sector.beroep", "sector_work", choices))
            return next(each.sector for each in professions if each.id == chosen)
        except (GoBack, ShowOverview):
            continue


def _all(index: Index, language: Language) -> list[Option]:
    return [Option(entry.id, entry.title.to(language), entry.for_whom.to(language)) for entry in index.sectors]


def _opening(talk: Talk, name: str, title: str, options: Sequence[Option], hint: str = "") -> Page:
    body = (talk.wording.say(hint),) if hint else ()
    return Page(name, talk.wording.say(title), Choose(tuple(options)), talk.wording.head(), body, "", KEYS)


def ask_municipality(talk: Talk, known: Sequence[str] = (), *, back: bool = False) -> str:
    """Return the name of the municipality, or an empty text; those of earlier cases can be picked.

    With `back`, where another question came before, the first page leads back to it and raises `GoBack`.
    """
    keys = KEYS if back else FIRST
    if not known:
        return _typed_municipality(talk, keys)
    options = [Option(name, name) for name in known] + [
        Option(OTHER, talk.wording.say("municipality_other")),
        Option(NONE, talk.wording.say("skip")),
    ]
    page = replace(_opening(talk, "gemeente.eerder", "municipality_ask", options), keys=keys)
    while True:
        chosen = talk.choose(page)
        if chosen != OTHER:
            return "" if chosen == NONE else chosen
        with suppress(GoBack):
            return _typed_municipality(talk, KEYS)


def _typed_municipality(talk: Talk, keys: tuple[Command, ...]) -> str:
    language = talk.wording.language
    title, body = say(language, "wizard.municipality_ask"), (say(language, "wizard.municipality_hint"),)
    page = Page("gemeente", title, Write(), talk.wording.head(), body, "", keys)
    while True:
        reply = talk.ask(page)
        name = reply.text.strip() if isinstance(reply, Written) else ""
        if not name:
            return ""
        try:
            found = find(name, library.municipalities())
        except UnknownMunicipalityError as error:
            page = replace(page, error=_unknown(language, error), field=Write(draft=name))
            continue
        if found.corrected:
            talk.prompter.tell(say(language, "wizard.municipality_taken", name=found.municipality.name))
        return found.municipality.name


def show_expired(talk: Talk, protocol: Protocol, today: date) -> None:
    """Say that the content of a protocol should have been reviewed again, where the day for that has passed."""
    if today.isoformat() >= protocol.review_before:
        wording = talk.wording
        text = say(wording.language, "summary.review_expired", before=protocol.review_before)
        talk.show(wording.message("verouderd", wording.say("review_expired"), (text,)))


def _unknown(language: Language, error: UnknownMunicipalityError) -> str:
    if not error.meant:
        return say(language, "wizard.municipality_unknown")
    joined = f" {say(language, 'cli.or')} ".join(error.meant)
    return say(language, "wizard.municipality_meant", meant=joined)
