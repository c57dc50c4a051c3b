"""What the commands that change who can open the vault share: a terminal, an opened vault, and a way out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from meldcode.cli import kept
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.settings import is_interactive
from meldcode.cli.terminal import conversation, early_wording, ended, unlocked
from meldcode.text import say
from meldcode.vault import errors
from meldcode.vault.errors import VaultError
from meldcode.vault.harden import harden
from meldcode.vault.place import check_place
from meldcode.vault.store import Vault
from meldcode.wizard.prompter import Choose, Option, Page, Write, Written
from meldcode.wizard.talk import Ending, GoBack, StopSession, Talk
from meldcode.wizard.unlock import HEAD, KEYS, Locksmith


@dataclass(frozen=True, slots=True)
class Desk:
    """Someone at the opened vault."""

    voice: Voice
    talk: Talk
    vault: Vault

    def say(self, key: str, **values: object) -> str:
        """Return a sentence in the user's language."""
        return say(self.voice.language, key, **values)

    def locksmith(self) -> Locksmith:
        """Return who asks for new passphrases and shows new codes."""
        return kept.locksmith(self.talk)

    def choose(self, name: str, title: str, body: Sequence[str], options: Sequence[Option]) -> str:
        """Ask for one of the options and return its id."""
        return self.talk.choose(Page(name, title, Choose(tuple(options)), HEAD, tuple(body), "", KEYS))

    def write(self, name: str, title: str, body: Sequence[str], refusal: Callable[[str], str]) -> str:
        """Ask for a line until `refusal` says nothing about it, and return it."""
        page = Page(name, title, Write(), HEAD, tuple(body), "", KEYS)
        while True:
            reply = self.talk.ask(page)
            typed = reply.text if isinstance(reply, Written) else ""
            if not (error := refusal(typed)):
                return typed
            page = replace(page, error=error)

    def left(self, files: Sequence[str]) -> str:
        """Say which damaged files keep the key before alive; empty if there are none."""
        return self.say("keys.left", files=", ".join(files)) if files else ""


def at_desk(voice: Voice, descriptor: int | None, work: Callable[[Desk], Sequence[str]]) -> Exit:
    """Open the vault in a terminal, do the work, and say what it returns; whoever stops changes nothing."""
    if not is_interactive():
        raise CommandError(Exit.MISSING, "keys.no_terminal")
    harden()
    check_place(kept.place(), accept=True)
    with conversation(voice) as prompter:
        talk = Talk(prompter, early_wording(voice))
        try:
            said = _done(work, Desk(voice, talk, unlocked(voice, prompter, descriptor)))
        except (GoBack, StopSession) as stop:
            ending = stop.ending if isinstance(stop, StopSession) else Ending.PAUSED
            return ended(prompter, ending, say(voice.language, "keys.nothing_changed"))
        return ended(prompter, Ending.FINISHED, "\n".join(filter(None, said)))


def _done(work: Callable[[Desk], Sequence[str]], desk: Desk) -> Sequence[str]:
    """Do the work; where the disk stops it, say what may have happened, since it is more than one write."""
    try:
        return work(desk)
    except VaultError as error:
        if error.code not in (errors.NOT_STORED, errors.READ_ONLY):
            raise
        raise CommandError(Exit.NOT_STORED, "keys.unsure") from error
