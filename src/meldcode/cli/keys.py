"""`vault init`: make a vault."""

from meldcode.cli import kept
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.settings import is_interactive
from meldcode.cli.terminal import conversation, early_wording, ended, stopped_early
from meldcode.text import say
from meldcode.vault import errors
from meldcode.vault.errors import VaultError
from meldcode.vault.harden import harden
from meldcode.vault.place import check_place
from meldcode.wizard.talk import Ending, StopSession, Talk


def init(voice: Voice, *, accept_place: bool) -> Exit:
    """Make a vault by asking for a passphrase and confirming the recovery code."""
    if not is_interactive():
        raise CommandError(Exit.MISSING, "cli.no_terminal_case")
    if (kept.place() / "kluis.json").exists():
        raise VaultError(errors.EXISTS, path=".")
    check_place(kept.place(), accept=accept_place)
    harden()
    with conversation(voice) as prompter:
        try:
            kept.locksmith(Talk(prompter, early_wording(voice))).make(accept_place=accept_place)
        except StopSession as stop:
            return stopped_early(voice, prompter, stop)
        return ended(prompter, Ending.FINISHED, say(voice.language, "vault.made", path=kept.place()))
