"""Make a vault with someone, or open the one that is there; every secret is asked on a page, never taken from argv."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from meldcode.text import say
from meldcode.vault import errors, paper, passphrase, setup
from meldcode.vault.errors import VaultError
from meldcode.vault.store import Vault
from meldcode.wizard.prompter import Choose, Command, Option, Page, Write, Written
from meldcode.wizard.talk import GoBack, Talk

KEYS = (Command.BACK, Command.PAUSE, Command.EMERGENCY, Command.LEAVE)
HEAD = ("meldcode",)
ATTEMPTS = 5

Done = TypeVar("Done")


class Locksmith:
    """Sets up and opens a vault by asking."""

    def __init__(self, talk: Talk, path: Path, *, clock: Callable[[], datetime], who: str) -> None:
        """Work at this place."""
        self.talk, self.path, self.clock, self.who = talk, path, clock, who
        self.language = talk.wording.language

    def make(self, *, accept_place: bool = False) -> Vault:
        """Return a new vault; nothing is on disk before the recovery code was confirmed.

        Raises `VaultError`, and `StopSession` when the person stops.
        """
        body = (self._say("setup_why"), self._say("setup_place", path=self.path))
        while True:
            try:
                own = self.passphrase(self._say("setup"), body)
                pending = setup.prepare(self.path, own, clock=self.clock, who=self.who, accept_place=accept_place)
                return self.written_down(pending.recovery_code, pending.confirm)
            except GoBack:
                continue

    def open(self) -> Vault:
        """Return the vault; raises `VaultError` `locked_wrong` after five wrong attempts."""
        body = (self._say("passphrase_note"),)
        page = Page("kluis.wachtwoord", self._say("passphrase"), Write(secret=True), HEAD, body, "", KEYS)
        for _ in range(ATTEMPTS):
            typed = self._write(page)
            try:
                return opened(self.path, typed, clock=self.clock, who=self.who)
            except VaultError as error:
                if error.code != errors.LOCKED_WRONG:
                    raise
                page = replace(page, error=self._say("locked_wrong"))
        raise VaultError(errors.LOCKED_WRONG)

    def passphrase(self, title: str, body: tuple[str, ...]) -> str:
        """Return a new passphrase, offered or one's own, typed twice; raises `GoBack` and `StopSession`."""
        options = (Option("words", self._say("setup_generate")), Option("own", self._say("setup_own")))
        page = Page("kluis", title, Choose(options), HEAD, body, "", KEYS)
        if self.talk.choose(page) == "words":
            return self._generated()
        page = Page(
            "kluis.eigen",
            self._say("own"),
            Write(secret=True),
            HEAD,
            (self._say("own_note"),),
            "",
            KEYS,
        )
        while True:
            typed = self._write(page)
            try:
                passphrase.judge(typed)
            except VaultError as error:
                page = replace(page, error=say(self.language, f"vault.{error.code}", **error.values))
                continue
            return self._again(typed)

    def _generated(self) -> str:
        words = passphrase.generate()
        options = (Option("continue", self.talk.wording.say("continue")),)
        body = (words, self._say("words_note"))
        self.talk.ask(Page("kluis.woorden", self._say("words"), Choose(options), HEAD, body, "", KEYS))
        return self._again(words)

    def _again(self, expected: str) -> str:
        page = Page("kluis.herhaal", self._say("again"), Write(secret=True), HEAD, (), "", KEYS)
        while passphrase.as_bytes(self._write(page)) != passphrase.as_bytes(expected):
            page = replace(page, error=self._say("again_wrong"))
        return expected

    def written_down(self, code: str, confirm: Callable[[str], Done]) -> Done:
        """Show a recovery code and return what `confirm` makes of its last group, typed back.

        Raises `GoBack` and `StopSession`, and any `VaultError` of `confirm` but `recovery_mismatch`.
        """
        groups = paper.grouped(code)
        options = (Option("continue", self._say("recovery_written")),)
        body = (self._say("recovery_note"), "", *groups)
        shown = Page("kluis.herstelcode", self._say("recovery"), Choose(options), HEAD, body, "", KEYS)
        asked = Page("kluis.groep", self._say("recovery_group"), Write(), HEAD, (), "", KEYS)
        self.talk.ask(shown)
        while True:
            try:
                return confirm(self._write(asked))
            except VaultError as error:
                if error.code != errors.RECOVERY_MISMATCH:
                    raise
                asked = replace(asked, error=self._say("recovery_mismatch"))
            except GoBack:
                self.talk.ask(shown)

    def _write(self, page: Page) -> str:
        reply = self.talk.ask(page)
        return reply.text if isinstance(reply, Written) else ""

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, f"vault.{key}", **values)


def opened(path: Path, secret: str, *, clock: Callable[[], datetime], who: str) -> Vault:
    """Open with a passphrase, or with the recovery code when it is one; raises `VaultError`."""
    if "".join(secret.split()).upper().startswith(paper.PREFIX):
        return setup.open_with_recovery(path, secret, clock=clock, who=who)
    return setup.open_vault(path, secret, clock=clock, who=who)
