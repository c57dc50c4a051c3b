"""Ask for one piece of free text, with the warning about what may identify someone."""

from dataclasses import replace

from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Choose, Command, Option, Page, Write, Written
from meldcode.wizard.sensitive import found
from meldcode.wizard.talk import Ending, GoBack, StopSession, Talk

KEYS = (Command.BACK, Command.PAUSE, Command.EMERGENCY, Command.LEAVE)


def ask_text(talk: Talk, head: tuple[str, ...], title: str, body: str) -> str:
    """Return a text that is not empty; going back is stopping."""
    page = Page("tekst", title, Write(lines=True), head, (body, talk.wording.say("record_facts")), "", KEYS)
    while True:
        try:
            reply = talk.ask(page)
            text = reply.text.strip() if isinstance(reply, Written) else ""
            if text:
                return checked(talk, page, text)
        except GoBack:
            raise StopSession(Ending.PAUSED) from None
        page = replace(page, error=talk.wording.say("text_needed"))


def checked(talk: Talk, page: Page, text: str) -> str:
    """Warn about what may identify someone; the writer decides, nothing is changed."""
    while kinds := found(text):
        options = _options(talk.wording)
        named = ", ".join(talk.wording.say(f"private_{kind}") for kind in kinds)
        body = (talk.wording.say("private_found", kinds=named),)
        warning = Page(
            f"{page.id}.private", talk.wording.say("private"), Choose(options), page.head, body, "", page.keys
        )
        if talk.choose(warning) == "keep":
            break
        reply = talk.ask(replace(page, field=Write(lines=True, draft=text), error=""))
        text = reply.text if isinstance(reply, Written) else text
    return text


def _options(wording: Wording) -> tuple[Option, ...]:
    return Option("edit", wording.say("private_edit")), Option("keep", wording.say("private_keep"))
