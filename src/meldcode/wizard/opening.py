"""Before there is a case: which protocol, which municipality, and first of all whether there is direct danger."""

from dataclasses import replace

from meldcode.case.path import trace
from meldcode.case.state import State
from meldcode.protocol import library
from meldcode.protocol.model import Language, Protocol
from meldcode.referral.municipality import UnknownMunicipalityError, find
from meldcode.text import say
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Choose, Command, Option, Page, Write, Written
from meldcode.wizard.talk import GoBack, ShowOverview, Talk

KEYS = (Command.BACK, Command.PAUSE, Command.EMERGENCY)
DANGER = "direct_gevaar"


def ask_danger(talk: Talk, protocol: Protocol) -> str:
    """Return whether there is direct danger, kept in memory; if so the emergency page comes first."""
    question = protocol.questions[DANGER]
    state = State(trace(protocol, {}))
    wording = Wording(protocol, talk.wording.language, code="", practice=False)
    page = replace(wording.question(state, question), keys=(Command.EXPLAIN, Command.PAUSE, Command.EMERGENCY))
    while True:
        try:
            reply = talk.ask(page, wording.explanation(state, question))
        except (GoBack, ShowOverview):
            continue
        answer = "" if isinstance(reply, Written) else reply.ids[0]
        if answer == "ja":
            talk.show(wording.emergency())
        return answer


def ask_sector(talk: Talk, language: Language) -> str:
    """Return the id of the protocol that was chosen."""
    options = tuple(
        Option(entry.id, entry.title.to(language), entry.for_whom.to(language)) for entry in library.sectors()
    )
    title, body = say(language, "wizard.sector_ask"), (say(language, "wizard.sector_hint"),)
    while True:
        try:
            return talk.choose(Page("sector", title, Choose(options), (), body, "", KEYS))
        except (GoBack, ShowOverview):
            continue


def ask_municipality(talk: Talk, language: Language) -> str:
    """Return the name of the municipality, or an empty text."""
    title, body = say(language, "wizard.municipality_ask"), (say(language, "wizard.municipality_hint"),)
    page = Page("gemeente", title, Write(), (), body, "", KEYS)
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
