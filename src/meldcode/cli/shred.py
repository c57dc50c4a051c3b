"""`shred`: destroy a case for good, after its ground, a choice, and its code typed back."""

import contextlib
from collections.abc import Iterator, Sequence

from meldcode.case.due import is_erasable
from meldcode.case.events import Exported, UnknownEventError, from_body
from meldcode.cli import kept
from meldcode.cli.errors import Exit
from meldcode.cli.keydesk import Desk, at_desk
from meldcode.cli.output import Voice
from meldcode.cli.settings import clock
from meldcode.vault import errors
from meldcode.vault.codes import case_code
from meldcode.vault.errors import VaultError
from meldcode.vault.store import CaseEntry
from meldcode.wizard.ask_text import ask_text, text_page
from meldcode.wizard.prompter import Option
from meldcode.wizard.talk import GoBack
from meldcode.wizard.unlock import HEAD

GROUNDS = ("filed", "retention", "request", "mistake", "other")
"""Why a case may be destroyed; the ids stand in the tombstone."""


def shred(voice: Voice, code: str, descriptor: int | None) -> Exit:
    """Ask everything and destroy the case; whoever stops before the end destroys nothing."""
    return at_desk(voice, descriptor, lambda desk: _shredded(desk, code))


def _shredded(desk: Desk, typed: str) -> Sequence[str]:
    code = case_code(typed)
    if code is None:
        raise VaultError(errors.UNKNOWN_CASE)
    if desk.vault.access.is_unfinished():
        desk.vault.access.finish()
    for stone in desk.vault.tombstones():
        if stone.code == code:
            raise VaultError(errors.SHREDDED, at=stone.at[:10])
    entry = next((one for one in desk.vault.cases() if one.code == code), None)
    if entry is None and code not in desk.vault.case_codes_on_disk():
        raise VaultError(errors.UNKNOWN_CASE)
    with _held(desk, code):
        ground, text = _ground(desk, code, entry)
        _confirmed(desk, code)
        left = desk.vault.shred(code, ground, text)
    return (desk.say("shred.done", code=code), desk.say("shred.copies"), desk.left(left))


@contextlib.contextmanager
def _held(desk: Desk, code: str) -> Iterator[None]:
    """Hold the case; one whose file is gone has no session to be kept out."""
    with contextlib.ExitStack() as stack:
        if code in desk.vault.case_codes_on_disk():
            stack.enter_context(desk.vault.hold(code))
        yield


def _ground(desk: Desk, code: str, entry: CaseEntry | None) -> tuple[str, str]:
    body = (desk.say("shred.what", code=code), *_warnings(desk, code, entry))
    options = [Option(ground, desk.say(f"shred.ground_{ground}")) for ground in GROUNDS]
    ground = desk.choose("vernietig.grond", desk.say("shred.ground"), body, options)
    if ground != "other":
        return ground, ""
    page = text_page(desk.talk.wording, "vernietig.tekst", HEAD, desk.say("shred.text"), desk.say("shred.text_why"))
    return ground, ask_text(desk.talk, page)


def _warnings(desk: Desk, code: str, entry: CaseEntry | None) -> Iterator[str]:
    """Say what speaks against destroying it now; none of it stops anyone."""
    facts = entry.facts if entry else {}
    closed, filed = facts.get("closed", ""), facts.get("filed", "")
    if not filed:
        yield desk.say("shred.not_filed")
    if not closed:
        yield desk.say("shred.not_closed")
    elif filed and not is_erasable(closed, filed, clock().date()):
        yield desk.say("shred.recent", day=max(closed, filed)[:10])
    try:
        if not any(isinstance(from_body(one.body), Exported) for one in desk.vault.read(code).records):
            yield desk.say("shred.never_exported")
        damaged = kept.is_damaged(desk.vault, code)
    except (UnknownEventError, VaultError):
        damaged = True
    if damaged:
        yield desk.say("shred.damaged")


def _confirmed(desk: Desk, code: str) -> None:
    """Ask twice, in two ways; raises `StopSession` or `GoBack` from whoever does not want it after all."""
    options = [Option("keep", desk.say("shred.keep")), Option("destroy", desk.say("shred.destroy"))]
    if (
        desk.choose("vernietig.zeker", desk.say("shred.sure", code=code), (desk.say("shred.copies"),), options)
        == "keep"
    ):
        raise GoBack

    def differs(typed: str) -> str:
        return "" if case_code(typed) == code else desk.say("shred.code_differs")

    desk.write("vernietig.code", desk.say("shred.code", code=code), (), differs)
