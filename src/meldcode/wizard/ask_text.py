"""Ask for one piece of free text, with the warning about what may identify someone."""

from dataclasses import replace

from meldcode.case.answers import AnswerError, free_text, unkeepable
from meldcode.text.findings import cause
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Choose, Command, Option, Page, Write, Written
from meldcode.wizard.sensitive import found
from meldcode.wizard.talk import Talk

KEYS = (Command.BACK, Command.PAUSE, Command.EMERGENCY, Command.LEAVE)


def text_page(wording: Wording, name: str, head: tuple[str, ...], title: str, body: str) -> Page:
    """Return a page that asks for a text of several lines."""
    return Page(name, title, Write(lines=True), head, (body, wording.say("record_facts")), "", KEYS)


def ask_text(talk: Talk, page: Page) -> str:
    """Return a text that is not empty; raises `GoBack` and `StopSession`."""
    while True:
        reply = talk.ask(page)
        typed = reply.text if isinstance(reply, Written) else ""
        try:
            text = free_text(typed.strip())
        except AnswerError as refused:
            error = cause(talk.wording.language, refused.code, refused.values)
            page = replace(page, error=error, field=Write(lines=True, draft=keepable(typed)))
            continue
        if text:
            return checked(talk, page, text)
        page = replace(page, error=talk.wording.say("text_needed"))


def keepable(raw: object) -> str:
    """Return a refused text as it can stand in the field again: U+FFFD for a character that can't be kept."""
    if not isinstance(raw, str):
        return ""
    return "".join("\N{REPLACEMENT CHARACTER}" if unkeepable(character) else character for character in raw)


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
