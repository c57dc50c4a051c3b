"""Before there is a case: which protocol, which municipality, and first of all whether there is direct danger."""

from dataclasses import replace

from meldcode.case.path import trace
from meldcode.case.state import State
from meldcode.protocol import library
from meldcode.protocol.model import Language
from meldcode.referral.municipality import UnknownMunicipalityError, find
from meldcode.text import say
from meldcode.wizard.prompter import Choose, Command, Option, Page, Write, Written
from meldcode.wizard.talk import GoBack, ShowOverview, Talk

KEYS = (Command.BACK, Command.PAUSE, Command.EMERGENCY, Command.LEAVE)
DANGER = "direct_gevaar"


def ask_danger(talk: Talk) -> str:
    """Return whether there is direct danger, kept in memory; if so the emergency page comes first."""
    wording = talk.wording
    question = wording.protocol.questions[DANGER]
    state = State(trace(wording.protocol, {}))
    page = replace(wording.question(state, question), keys=(Command.EXPLAIN, *KEYS[1:]))
    while True:
        try:
            reply = talk.ask(page, wording.explanation(state, question))
        except (GoBack, ShowOverview):
            continue
        answer = "" if isinstance(reply, Written) else reply.ids[0]
        if answer == "ja":
            talk.show(wording.emergency())
        return answer


def ask_sector(talk: Talk) -> str:
    """Return the id of the protocol that was chosen."""
    language = talk.wording.language
    options = tuple(
        Option(entry.id, entry.title.to(language), entry.for_whom.to(language)) for entry in library.sectors()
    )
    title, body = say(language, "wizard.sector_ask"), (say(language, "wizard.sector_hint"),)
    while True:
        try:
            return talk.choose(Page("sector", title, Choose(options), talk.wording.head(), body, "", KEYS))
        except (GoBack, ShowOverview):
            continue


def ask_municipality(talk: Talk) -> str:
    """Return the name of the municipality, or an empty text."""
    language = talk.wording.language
    title, body = say(language, "wizard.municipality_ask"), (say(language, "wizard.municipality_hint"),)
    page = Page("gemeente", title, Write(), talk.wording.head(), body, "", KEYS)
    name = ""
    while True:
        try:
            reply = talk.ask(page)
            name = reply.text.strip() if isinstance(reply, Written) else ""
            if not name:
                return ""
            found = find(name, library.municipalities())
        except UnknownMunicipalityError as error:
            page = replace(page, error=_unknown(language, error), field=Write(draft=name))
        except (GoBack, ShowOverview):
            continue
        else:
            if found.corrected:
                talk.prompter.tell(say(language, "wizard.municipality_taken", name=found.municipality.name))
            return found.municipality.name


def _unknown(language: Language, error: UnknownMunicipalityError) -> str:
    if not error.meant:
        return say(language, "wizard.municipality_unknown")
    joined = f" {say(language, 'cli.or')} ".join(error.meant)
    return say(language, "wizard.municipality_meant", meant=joined)
