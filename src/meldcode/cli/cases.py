"""`list`, `show`, `note`, `reopen`, `close`: the life of a case outside the wizard's walk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from meldcode.case.events import Closed, Event, Exported, Filed, Noted, Reopened, to_body
from meldcode.case.state import apply
from meldcode.cli import elsewhere, kept, listing
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import reported, shown, written
from meldcode.cli.kept import Case
from meldcode.cli.output import Voice
from meldcode.cli.settings import clock, is_interactive
from meldcode.cli.terminal import conversation, ended, unlocked
from meldcode.protocol.language import Language
from meldcode.protocol.model import DECISION
from meldcode.text import say
from meldcode.vault.errors import VaultError
from meldcode.vault.harden import harden
from meldcode.vault.store import CaseEntry, Vault
from meldcode.wizard import walk
from meldcode.wizard.ask_text import ask_text, keepable, text_page
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Choose, Command, Option, Page, Prompter, Written
from meldcode.wizard.talk import Ending, GoBack, StopSession, Talk


def list_cases(voice: Voice, descriptor: int | None, *, every: bool) -> Exit:
    """Print the cases: code, sector, and where each stands."""
    return listing.list_cases(voice, open_quietly(voice, descriptor), every=every)


def show(voice: Voice, code: str, form: str, output: str, descriptor: int | None, *, report: bool) -> Exit:
    """Print the summary of a case or the draft of a report, or write it to a new file, which is recorded."""
    if report and form == "json":
        raise CommandError(Exit.USAGE, "cli.report_form")
    vault = open_quietly(voice, descriptor)
    entry = kept.entry_of(vault, code)
    damaged = kept.is_damaged(vault, entry.code)
    outcome = Exit.DAMAGED if damaged else Exit.FINE
    if damaged:
        voice.note("cli.case_damaged", code=entry.code)
    if elsewhere.is_elsewhere(entry):
        voice.note(f"handover.looking_{entry.facts['status']}")
    summary = kept.summary_of(kept.read_case(vault, entry.code))
    content = reported(summary, voice, form) if report else shown(summary, voice, form, clock())
    if not output or output == "-":
        if not damaged:
            _recorded_opening(voice, vault, entry)
        voice.out(content)
        return outcome
    path = written(output, content)
    if not damaged and not elsewhere.is_elsewhere(entry):
        vault.append(entry.code, to_body(Exported(f"report-{form}" if report else form)), entry.facts)
    voice.note("cli.written", path=path)
    return outcome


def _recorded_opening(voice: Voice, vault: Vault, entry: CaseEntry) -> None:
    """Record that the case is looked at; where nothing can be written, it is shown all the same and that is said."""
    try:
        kept.record_opening(vault, entry, "show")
    except VaultError:
        voice.note("cli.opening_not_recorded")


def note(voice: Voice, code: str, descriptor: int | None) -> Exit:
    """Ask for a note and add it."""
    return _at_case(voice, code, descriptor, _noted)


def reopen(voice: Voice, code: str, descriptor: int | None) -> Exit:
    """Ask for the new facts and start a new round of weighing."""
    return _at_case(voice, code, descriptor, _reopened)


def close(voice: Voice, code: str, descriptor: int | None) -> Exit:
    """Ask for the reason and close the case, then whether its summary is in the official file.

    A case that is not finished, or that waits, stays open. One that is closed already is asked only for the last.
    """
    return _at_case(voice, code, descriptor, _closed)


class _Desk:
    """A case that a command asks about and adds to."""

    def __init__(self, talk: Talk, vault: Vault, case: Case) -> None:
        self.talk, self.vault, self.case = talk, vault, case

    def ask(self, title: str, body: str) -> str:
        """Return a text that is not empty; what was typed when the person leaves instead is kept as a note."""
        wording = self.talk.wording
        page = text_page(wording, "tekst", wording.head(), say(wording.language, title), say(wording.language, body))
        try:
            return ask_text(self.talk, page)
        except (StopSession, GoBack) as leaving:
            ending = leaving.ending if isinstance(leaving, StopSession) else Ending.PAUSED
            typed = keepable(leaving.draft.text).strip() if isinstance(leaving.draft, Written) else ""
            if not typed:
                raise StopSession(ending) from None
            self.add(Noted(typed))
            raise _StoppedError(ending, "cli.stopped_noted") from None

    def add(self, event: Event) -> None:
        """Append an event to the case."""
        after = apply(self.case.protocol, self.case.state, event)
        self.vault.append(self.case.code, to_body(event), walk.facts_of(self.case.protocol, after))
        self.case = replace(self.case, state=after)


class _StoppedError(StopSession):
    """The person stopped after something was added; `said` is the sentence about it."""

    def __init__(self, ending: Ending, said: str) -> None:
        """Keep both."""
        self.said = said
        super().__init__(ending)


def _noted(desk: _Desk) -> str:
    desk.add(Noted(desk.ask("wizard.note", "wizard.note_ask")))
    return "cli.noted"


def _reopened(desk: _Desk) -> str:
    desk.add(Reopened(desk.ask("cli.reopen_ask", "cli.reopen_note")))
    return "cli.reopened"


def _closed(desk: _Desk) -> str:
    state = desk.case.state
    if state.closed is not None and state.filed_at:
        raise CommandError(Exit.USAGE, "cli.case_closed", code=desk.case.code)
    if state.closed is None:
        _refuse_unfinished(desk.case, desk.talk.wording.language)
        desk.add(Closed(desk.ask("cli.close_ask", "cli.close_note"), clock().isoformat()))
    # Closed before this is asked: whoever stops here has closed the case, and can say it later in the same way.
    if not _is_filed(desk.talk):
        return "cli.closed_unfiled"
    desk.add(Filed(clock().isoformat()))
    return "cli.closed"


def _is_filed(talk: Talk) -> bool:
    """Ask whether the summary is in the official file; stopping is no answer."""
    language, wording = talk.wording.language, talk.wording
    options = tuple(Option(name, say(language, f"cli.filed_{name}")) for name in ("yes", "no"))
    keys = (Command.PAUSE, Command.EMERGENCY, Command.LEAVE)
    body = (say(language, "cli.filed_note"),)
    page = Page("dossier", say(language, "cli.filed_ask"), Choose(options), wording.head(), body, "", keys)
    try:
        return talk.choose(page) == "yes"
    except StopSession as stop:
        raise _StoppedError(stop.ending, "cli.closed_unfiled") from None


def _refuse_unfinished(case: Case, language: Language) -> None:
    open_questions = list(case.state.path.missing)
    if DECISION in case.state.path.reached and DECISION not in case.state.answers:
        open_questions.append(DECISION)
    if open_questions:
        named = ", ".join(case.protocol.questions[name].label.to(language) for name in open_questions)
        raise CommandError(Exit.MISSING, "cli.close_open", missing=named, code=case.code)
    if case.state.path.waiting:
        what = walk.waiting_for(case.protocol, case.state, language, case.state.path.waiting)
        raise CommandError(Exit.MISSING, "cli.close_waits", what=what, code=case.code)


def _at_case(voice: Voice, code: str, descriptor: int | None, act: Callable[[_Desk], str]) -> Exit:
    """Open a case in the terminal, let `act` ask and add, and say the sentence that it returns."""
    if not is_interactive():
        raise CommandError(Exit.MISSING, "cli.no_terminal_case")
    harden()
    with conversation(voice) as prompter:
        chosen = ""
        try:
            vault = unlocked(voice, prompter, descriptor)
            chosen = kept.entry_of(vault, code).code
            with vault.hold(chosen):
                kept.refuse_damaged(vault, chosen)
                case = kept.read_case(vault, chosen)
                if act is _reopened:  # new facts bring a case back here
                    elsewhere.refuse_copy(vault, chosen)
                else:
                    elsewhere.refuse(vault, chosen, case.state)
                wording = Wording(case.protocol, voice.language, code=chosen, practice=False)
                done = act(_Desk(Talk(prompter, wording), vault, case))
        except StopSession as stop:
            key = stop.said if isinstance(stop, _StoppedError) else "cli.stopped"
            return ended(prompter, stop.ending, say(voice.language, key, code=chosen))
        return ended(prompter, Ending.FINISHED, say(voice.language, done, code=chosen))


def open_quietly(voice: Voice, descriptor: int | None) -> Vault:
    """Open the vault for a command that only prints: with a descriptor, or by asking for the passphrase."""
    harden()
    if descriptor is not None:
        return kept.open_with_descriptor(descriptor)
    if not is_interactive():
        raise CommandError(Exit.LOCKED, "vault.no_terminal")
    with _asking(voice) as prompter:
        return unlocked(voice, prompter, None)


@contextmanager
def _asking(voice: Voice) -> Iterator[Prompter]:
    with conversation(voice) as prompter:
        try:
            yield prompter
        except StopSession as stop:
            if stop.ending is Ending.LEFT:
                prompter.leave()
            raise KeyboardInterrupt from None
