"""`meldcode handover` and `meldcode receive`: one case to a colleague, and one from a colleague."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial

from meldcode.case.answers import AnswerError
from meldcode.case.events import COPY, HANDOVER, Event, HandedOver, Received, UnknownEventError, from_body, to_body
from meldcode.case.state import State, apply, followed
from meldcode.cli import elsewhere, kept
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import expanded, given_file, new_file, worded
from meldcode.cli.output import Voice
from meldcode.cli.recipients import recipients_of
from meldcode.cli.settings import is_interactive
from meldcode.cli.terminal import conversation, early_wording, ended, stopped_early, unlocked
from meldcode.protocol import codec, library
from meldcode.protocol.library import UnknownSectorError
from meldcode.protocol.model import Protocol
from meldcode.text import say
from meldcode.text.visible import one_line
from meldcode.vault import age, bundle, errors
from meldcode.vault.bundle import Parcel
from meldcode.vault.codes import fingerprint, same_fingerprint
from meldcode.vault.errors import VaultError
from meldcode.vault.harden import harden
from meldcode.vault.store import Vault
from meldcode.wizard import walk
from meldcode.wizard.prompter import Choose, Option, Page, Prompter, Write, Written
from meldcode.wizard.talk import Ending, GoBack, StopSession, Talk
from meldcode.wizard.unlock import HEAD, KEYS


def handover(voice: Voice, code: str, to: str, output: str, descriptor: int | None, *, copy: bool) -> Exit:
    """Pack a case for a colleague, whose key is compared first; the case says so before the file is made."""
    keys = recipients_of([to])
    if len(keys) != 1:
        raise CommandError(Exit.USAGE, "handover.one_key")
    _refuse_output(output)
    return _conversed(voice, partial(_hand_over, voice, code, keys[0], output, descriptor, COPY if copy else HANDOVER))


def receive(voice: Voice, file: str, descriptor: int | None) -> Exit:
    """Open what a colleague packed, show what it is, and keep it when that is wanted."""
    ciphertext = _read(file)
    with _naming(file):
        bundle.check(ciphertext)
    return _conversed(voice, partial(_receive, voice, file, ciphertext, descriptor))


def _conversed(voice: Voice, work: Callable[[Prompter], Exit]) -> Exit:
    if not is_interactive():
        raise CommandError(Exit.MISSING, "cli.no_terminal_case")
    harden()
    with conversation(voice) as prompter:
        try:
            return work(prompter)
        except StopSession as stop:
            return stopped_early(voice, prompter, stop)


# -- to a colleague ---------------------------------------------------------------------------------------------------


def _refuse_output(output: str) -> None:
    """Refuse beforehand what can be seen beforehand: once the case says that it is handed over, a file should come."""
    target = expanded(output)
    if os.path.lexists(target):
        raise CommandError(Exit.NOT_STORED, "cli.file_exists", path=output)
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise CommandError(Exit.NOT_STORED, "handover.no_folder", path=output)


def _hand_over(  # noqa: PLR0917 - what was asked, and who asks
    voice: Voice, code: str, key: str, output: str, descriptor: int | None, kind: str, prompter: Prompter
) -> Exit:
    vault = unlocked(voice, prompter, descriptor)
    chosen = kept.entry_of(vault, code).code
    with vault.hold(chosen):
        kept.refuse_damaged(vault, chosen)
        elsewhere.refuse_copy(vault, chosen)
        case = kept.read_case(vault, chosen)
        if key == vault.access.receiving:
            raise CommandError(Exit.USAGE, "handover.own_key")
        _sealed(vault, chosen, kind, key)
        _compare(voice, prompter, chosen, key, kind)
        event = HandedOver(fingerprint(key), kind)
        vault.append(chosen, to_body(event), walk.facts_of(case.protocol, apply(case.protocol, case.state, event)))
        parcel, ciphertext = _sealed(vault, chosen, kind, key)
        try:
            path = _written(output, ciphertext)
        except CommandError as error:
            reason = error.said(voice.language)
            raise CommandError(error.exit_code, "handover.not_made", reason=reason, code=chosen) from None
    done = say(voice.language, f"handover.done_{kind}", path=one_line(path), control=parcel.control)
    return ended(prompter, Ending.FINISHED, done)


def _sealed(vault: Vault, code: str, kind: str, key: str) -> tuple[Parcel, bytes]:
    parcel = vault.parcel(code, kind)
    try:
        return parcel, bundle.seal(parcel, key)
    except VaultError as error:
        if error.code != errors.BAD_PARAMETERS:
            raise
        raise CommandError(Exit.USAGE, "handover.too_large", code=code) from None


def _compare(voice: Voice, prompter: Prompter, code: str, key: str, kind: str) -> None:
    """Have the last group typed as the colleague reads it out: it is not shown, so it can't be copied from here."""
    shown, _, _ = fingerprint(key).rpartition("-")
    body = (
        say(voice.language, f"handover.means_{kind}", code=code),
        say(voice.language, "handover.compare_how"),
        say(voice.language, "handover.compare_groups", groups=shown),
    )
    title = say(voice.language, "handover.compare")
    talk, error = Talk(prompter, early_wording(voice)), ""
    while True:
        reply = _asked(talk, Page("overdracht.vingerafdruk", title, Write(), HEAD, body, error, KEYS))
        if isinstance(reply, Written) and same_fingerprint(f"{shown}-{reply.text.strip()[-4:]}", key):
            return
        error = say(voice.language, "handover.compare_wrong")


def _asked(talk: Talk, page: Page) -> object:
    try:
        return talk.ask(page)
    except GoBack:
        raise StopSession(Ending.PAUSED) from None


def _written(output: str, ciphertext: bytes) -> str:
    with worded(output), new_file(output) as file:
        file.write(ciphertext)
    return str(expanded(output).absolute())


# -- from a colleague -------------------------------------------------------------------------------------------------


def _read(file: str) -> bytes:
    """Read a file that someone sent: an ordinary one, and never more of it than a bundle can be."""
    with given_file(file, CommandError(Exit.DAMAGED, "handover.no_bundle", file=file)) as source:
        try:
            return source.read(bundle.MOST_BYTES + 1)
        except OSError as error:
            raise CommandError(Exit.MISSING, "cli.unreadable", file=file, reason=error) from None


@contextmanager
def _naming(file: str) -> Iterator[None]:
    """Word what is wrong with a bundle by the name of its file."""
    try:
        yield
    except (age.UndecryptableError, age.HostileHeaderError):
        raise CommandError(Exit.REFUSED, "handover.not_for_here", file=file) from None
    except VaultError as error:
        if error.values.get("path") != bundle.PATH:
            raise
        key = "handover.newer" if error.code == errors.NEWER_FORMAT else "handover.no_bundle"
        raise CommandError(Exit.DAMAGED, key, file=file) from None


def _receive(voice: Voice, file: str, ciphertext: bytes, descriptor: int | None, prompter: Prompter) -> Exit:
    vault = unlocked(voice, prompter, descriptor)
    with _naming(file):
        parcel = bundle.decode(vault.open_received(ciphertext))
    protocol, state = _replayed(vault, parcel, file)
    if not _wanted(voice, prompter, parcel, protocol):
        return ended(prompter, Ending.FINISHED, say(voice.language, "handover.not_taken"))
    standing = _kept(vault, parcel, protocol, state)
    if standing == bundle.CONTRADICTS:
        raise CommandError(Exit.REFUSED, "handover.contradicts", code=parcel.code)
    done = "known" if standing == bundle.KNOWN else "taken_copy" if parcel.kind == COPY else "taken"
    return ended(prompter, Ending.FINISHED, say(voice.language, f"handover.{done}", code=parcel.code))


def _replayed(vault: Vault, parcel: Parcel, file: str) -> tuple[Protocol, State]:
    """Return the protocol and the state that the records tell; the last must be that the case was packed for us."""
    try:
        events = [from_body(record.body) for record in parcel.records]
        protocol, state = followed(partial(_protocol, parcel), events)
    except UnknownEventError:
        raise CommandError(Exit.DAMAGED, "handover.newer", file=file) from None
    except (AnswerError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # A protocol that someone made by hand may be wrong in any way.
        raise CommandError(Exit.DAMAGED, "handover.no_bundle", file=file) from None
    if events[-1] != HandedOver(fingerprint(vault.receiving_key()), parcel.kind):
        raise CommandError(Exit.REFUSED, "handover.not_for_here", file=file)
    return protocol, state


def _protocol(parcel: Parcel, digest: str) -> Protocol:
    protocol = codec.decode(parcel.kept[digest].decode("utf-8"))
    if not isinstance(protocol, Protocol):
        raise TypeError
    return protocol


def _wanted(voice: Voice, prompter: Prompter, parcel: Parcel, protocol: Protocol) -> bool:
    language, at = voice.language, parcel.at.strftime("%Y-%m-%d %H:%M")
    # On one line each, so that no name can look like the control code that is to be compared.
    title, who = one_line(protocol.title.to(language)), one_line(parcel.who)
    body = (
        say(language, "handover.take_case", code=parcel.code, title=title),
        say(language, "handover.take_from", who=who, at=at, count=len(parcel.records)),
        *(() if _is_ours(protocol) else (say(language, "handover.take_protocol"),)),
        say(language, "handover.take_control", control=parcel.control),
        say(language, "handover.take_compare"),
    )
    options = tuple(Option(name, say(language, f"handover.take_{name}")) for name in ("yes", "no"))
    page = Page("ontvangen", say(language, f"handover.take_{parcel.kind}"), Choose(options), HEAD, body, "", KEYS)
    talk = Talk(prompter, early_wording(voice))
    try:
        return talk.choose(page) == "yes"
    except GoBack:
        return False


def _is_ours(protocol: Protocol) -> bool:
    """Tell whether this program has the very protocol; what it says of its own digest proves nothing."""
    try:
        return codec.digest(protocol) == codec.digest(library.protocol(protocol.id))
    except UnknownSectorError:
        return False


def _kept(vault: Vault, parcel: Parcel, protocol: Protocol, state: State) -> str:
    """Keep the case and tell what it was here; what goes on here says whom it came from, a copy stays as it is."""
    received: Event | None = None if parcel.kind == COPY else Received(parcel.who)
    body = None if received is None else to_body(received)
    after = state if received is None else apply(protocol, state, received)
    facts = walk.facts_of(protocol, after) | ({"status": COPY} if received is None else {})
    with ExitStack() as stack:
        if any(entry.code == parcel.code for entry in vault.cases()):
            stack.enter_context(vault.hold(parcel.code))
        try:
            return vault.adopt(parcel, body, facts)
        except VaultError as error:
            if error.code != errors.SHREDDED:
                raise
            raise CommandError(Exit.REFUSED, "handover.shredded", code=parcel.code, **error.values) from None
