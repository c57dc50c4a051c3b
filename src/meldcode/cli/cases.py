"""`list`, `show`, `note`, `reopen`, `close`: the life of a case outside the wizard's walk."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from meldcode.case.events import Closed, Event, Exported, Noted, Reopened, to_body
from meldcode.case.state import apply
from meldcode.cli import kept
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.forms import reported, shown, written
from meldcode.cli.kept import Case
from meldcode.cli.output import Voice
from meldcode.cli.settings import clock, is_interactive
from meldcode.cli.terminal import conversation, ended, stopped_early, unlocked
from meldcode.protocol.model import DECISION
from meldcode.text import say
from meldcode.vault.errors import VaultError
from meldcode.vault.harden import harden
from meldcode.vault.store import CaseEntry, Vault
from meldcode.wizard import walk
from meldcode.wizard.ask_text import ask_text, text_page
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Prompter
from meldcode.wizard.talk import Ending, GoBack, StopSession, Talk


def list_cases(voice: Voice, descriptor: int | None, *, every: bool) -> Exit:
    """Print the cases: code, sector, and where each stands."""
    vault = open_quietly(voice, descriptor)
    entries = [entry for entry in vault.cases() if every or entry.facts.get("status") != "closed"]
    if not entries:
        voice.note("cli.list_none")
    lines = [line_of(voice, vault, entry) for entry in entries]
    for line, _ in lines:
        voice.out(line)
    return Exit.FINE if all(readable for _, readable in lines) else Exit.DAMAGED


def line_of(voice: Voice, vault: Vault, entry: CaseEntry) -> tuple[str, bool]:
    """Return a case as a line of a list, and whether it can be read: one that can't must not hide the others."""
    try:
        return f"{entry.code}  {_standing(voice, vault, entry)}", True
    except (CommandError, VaultError):
        return f"{entry.code}  {say(voice.language, 'cli.list_unreadable', code=entry.code)}", False


def _standing(voice: Voice, vault: Vault, entry: CaseEntry) -> str:
    case = kept.read_case(vault, entry.code)
    language, facts = voice.language, entry.facts
    match facts.get("status"):
        case "closed":
            how = say(language, "cli.list_closed")
        case "waiting":
            how = say(language, "cli.list_waiting", what=waiting_for(case, voice))
        case "decided":
            how = say(language, "cli.list_decided")
        case _:
            steps = {step.id: step.title.to(language) for step in case.protocol.steps}
            how = say(language, "cli.list_open", step=steps.get(facts.get("step", ""), ""))
    return f"{case.protocol.title.to(language)}: {how}"


def waiting_for(case: Case, voice: Voice, names: Iterable[str] | None = None) -> str:
    """Return what a case waits for and until when, in words: all of it, or what is named."""
    parts = []
    for name in case.state.path.waiting if names is None else names:
        question = case.protocol.questions[name]
        until = case.state.answers.get(question.waits.until, "") if question.waits else ""
        parts.append(" ".join(filter(None, (question.label.to(voice.language), str(until)))))
    return ", ".join(parts)


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
    summary = kept.summary_of(kept.read_case(vault, entry.code))
    content = reported(summary, voice, form) if report else shown(summary, voice, form, clock())
    if not output or output == "-":
        voice.out(content)
        return outcome
    path = written(output, content)
    if not damaged:
        vault.append(entry.code, to_body(Exported(f"report-{form}" if report else form)), entry.facts)
    voice.note("cli.written", path=path)
    return outcome


def note(voice: Voice, code: str, descriptor: int | None) -> Exit:
    """Ask for a note and add it."""
    return _asked(voice, code, descriptor, _Ask("wizard.note", "wizard.note_ask", Noted, "cli.noted"))


def reopen(voice: Voice, code: str, descriptor: int | None) -> Exit:
    """Ask for the new facts and start a new round of weighing."""
    return _asked(voice, code, descriptor, _Ask("cli.reopen_ask", "cli.reopen_note", Reopened, "cli.reopened"))


def close(voice: Voice, code: str, descriptor: int | None) -> Exit:
    """Ask for the reason and close the case; one that is not finished, or waits without a date, stays open."""
    return _asked(
        voice, code, descriptor, _Ask("cli.close_ask", "cli.close_note", Closed, "cli.closed", _refuse_unfinished)
    )


class _Ask:
    """What a command asks: title, explanation, the event that the text becomes, and what is said afterwards."""

    def __init__(
        self,
        title: str,
        body: str,
        event: Callable[[str], Event],
        done: str,
        refuse: Callable[[Case, Voice], None] = lambda _case, _voice: None,
    ) -> None:
        self.title, self.body, self.event, self.done, self.refuse = title, body, event, done, refuse


def _refuse_unfinished(case: Case, voice: Voice) -> None:
    if case.state.closed is not None:
        raise CommandError(Exit.USAGE, "cli.case_closed", code=case.code)
    open_questions = list(case.state.path.missing)
    if DECISION in case.state.path.reached and DECISION not in case.state.answers:
        open_questions.append(DECISION)
    if open_questions:
        named = ", ".join(case.protocol.questions[name].label.to(voice.language) for name in open_questions)
        raise CommandError(Exit.MISSING, "cli.close_open", missing=named, code=case.code)
    if case.state.path.waiting:
        raise CommandError(Exit.MISSING, "cli.close_waits", what=waiting_for(case, voice), code=case.code)


def _asked(voice: Voice, code: str, descriptor: int | None, ask: _Ask) -> Exit:
    if not is_interactive():
        raise CommandError(Exit.MISSING, "cli.no_terminal_case")
    harden()
    with conversation(voice) as prompter:
        try:
            vault = unlocked(voice, prompter, descriptor)
            chosen = kept.entry_of(vault, code).code
            with vault.hold(chosen):
                kept.refuse_damaged(vault, chosen)
                case = kept.read_case(vault, chosen)
                ask.refuse(case, voice)
                text = _text(voice, prompter, case, ask)
                event = ask.event(text)
                after = apply(case.protocol, case.state, event)
                vault.append(chosen, to_body(event), walk.facts_of(case.protocol, after))
        except StopSession as stop:
            return stopped_early(voice, prompter, stop)
        return ended(prompter, Ending.FINISHED, say(voice.language, ask.done, code=chosen))


def _text(voice: Voice, prompter: Prompter, case: Case, ask: _Ask) -> str:
    wording = Wording(case.protocol, voice.language, code=case.code, practice=False)
    title, body = say(voice.language, ask.title), say(voice.language, ask.body)
    try:
        return ask_text(Talk(prompter, wording), text_page(wording, "tekst", wording.head(), title, body))
    except GoBack:
        raise StopSession(Ending.PAUSED) from None


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
