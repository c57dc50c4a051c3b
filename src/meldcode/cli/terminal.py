"""Choose how to talk with the person: the screen, plain lines, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from meldcode.cli import kept
from meldcode.cli.errors import Exit
from meldcode.cli.output import Voice
from meldcode.protocol import library
from meldcode.text import say
from meldcode.vault import errors, header
from meldcode.vault.errors import VaultError
from meldcode.vault.store import Vault
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Prompter
from meldcode.wizard.talk import Ending, StopSession, Talk

EXITS = {
    Ending.FINISHED: Exit.FINE,
    Ending.PAUSED: Exit.FINE,
    Ending.LEFT: Exit.FINE,
    Ending.INTERRUPTED: Exit.INTERRUPTED,
}


@contextmanager
def conversation(voice: Voice) -> Iterator[Prompter]:
    """Give a prompter, and leave nothing of the session on the screen whatever happens."""
    prompter = _prompter(voice)
    try:
        yield prompter
    finally:
        prompter.close()


def _prompter(voice: Voice) -> Prompter:
    if voice.plain or os.environ.get("TERM", "dumb") == "dumb":
        from meldcode.wizard.plain import Plain  # noqa: PLC0415 - only the one that is used

        return Plain(voice.language)
    from meldcode.wizard.screen import Screen  # noqa: PLC0415 - brings prompt_toolkit

    return Screen(voice.language)


def early_wording(voice: Voice) -> Wording:
    """Return wording for pages before there is a case."""
    return Wording(library.protocol(library.BASE), voice.language, code="", practice=False)


def unlocked(voice: Voice, prompter: Prompter, descriptor: int | None) -> Vault:
    """Return the vault, opened with a descriptor or by asking."""
    if descriptor is not None:
        return kept.open_with_descriptor(descriptor)
    if not os.path.lexists(kept.place()):  # a passphrase for nothing is not asked
        raise VaultError(errors.ABSENT, path=header.PATH)
    return kept.locksmith(Talk(prompter, early_wording(voice))).open()


def ended(prompter: Prompter, ending: Ending, last: str) -> Exit:
    """End the session on the screen and return the exit code; after a quick exit nothing is said."""
    if ending is Ending.LEFT:
        prompter.leave()
    else:
        prompter.close(last)
    return EXITS[ending]


def stopped_early(voice: Voice, prompter: Prompter, stop: StopSession) -> Exit:
    """End a session in which no case was made."""
    return ended(prompter, stop.ending, say(voice.language, "wizard.paused_early"))
