"""`meldcode start` and `meldcode resume`: sit down at a case in the wizard."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from meldcode.case.events import Answered, Event, Started, to_body
from meldcode.case.path import trace
from meldcode.case.state import State, apply, replay
from meldcode.case.summary import Facts, Note, Summary
from meldcode.cli import elsewhere, kept
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.kept import Case
from meldcode.cli.listing import erasable, lines_of
from meldcode.cli.local import protocol_here
from meldcode.cli.output import Voice
from meldcode.cli.paper import Paper
from meldcode.cli.places import municipality_facts, sector_of
from meldcode.cli.renewal import offered
from meldcode.cli.settings import clock, is_interactive
from meldcode.cli.terminal import conversation, early_wording, ended, stopped_early, unlocked
from meldcode.protocol import codec, library
from meldcode.protocol.model import Protocol
from meldcode.text import say
from meldcode.vault.harden import harden
from meldcode.vault.place import check_place
from meldcode.vault.store import Vault
from meldcode.wizard import walk
from meldcode.wizard.opening import DANGER, Recent, ask_danger, ask_municipality, ask_sector, recent, show_expired
from meldcode.wizard.pages import Wording
from meldcode.wizard.prompter import Choose, Option, Page, Prompter
from meldcode.wizard.record import Kept, Practice, Record
from meldcode.wizard.session import Session
from meldcode.wizard.talk import Ending, GoBack, StopSession, Talk
from meldcode.wizard.unlock import HEAD, KEYS


def start(
    voice: Voice, sector: str, municipality: str, overlays: Sequence[str], descriptor: int | None, *, practice: bool
) -> Exit:
    """Begin a new case; danger is asked before the vault is opened or made."""
    chosen = sector_of(voice, sector) if sector else ""
    facts = municipality_facts(voice, municipality) if municipality else Facts()
    if not is_interactive():
        _refuse_without_terminal(chosen or library.BASE)
    if not practice:
        harden()
        check_place(kept.place(), accept=kept.place().exists())
    with conversation(voice) as prompter:
        try:
            return _Start(voice, prompter, overlays, descriptor, practice=practice).run(chosen, facts.municipality)
        except StopSession as stop:
            return stopped_early(voice, prompter, stop)


def _refuse_without_terminal(sector: str) -> None:
    missing = trace(library.protocol(sector), {}).missing
    raise CommandError(Exit.MISSING, "cli.no_terminal", missing=", ".join(missing), sector=sector)


class _Start:
    def __init__(
        self, voice: Voice, prompter: Prompter, overlays: Sequence[str], descriptor: int | None, *, practice: bool
    ) -> None:
        self.voice, self.prompter, self.overlays = voice, prompter, overlays
        self.descriptor, self.practice = descriptor, practice

    def run(self, sector: str, municipality: str) -> Exit:
        talk = self._talk(library.protocol(sector or library.BASE))
        danger = Answered(DANGER, ask_danger(talk))
        vault = self._opened(talk)
        known = recent(entry.facts for entry in vault.cases()) if vault else Recent()
        sector, municipality = _where(talk, known, sector, municipality)
        protocol, now = self._protocol(talk, sector, municipality), clock()
        show_expired(talk, protocol, now.date())
        if self.practice:
            started = Started(sector, protocol.digest, protocol.version, municipality, now.isoformat())
            facts = Facts(practice=True, municipality=municipality, region=library.region_of(municipality))
            case = Case("", protocol, replay(protocol, [started, danger]), facts, ())
            return sit(self.voice, self.prompter, Practice(), case)
        vault = vault or kept.locksmith(self._talk(protocol)).make()
        digest = vault.keep(codec.encode(protocol).encode())
        started = Started(sector, digest, protocol.version, municipality, now.isoformat())
        code = _created(vault, protocol, [started, danger])
        with vault.hold(code):
            return sit(self.voice, self.prompter, Kept(vault, code), kept.read_case(vault, code))

    def _protocol(self, talk: Talk, sector: str, municipality: str) -> Protocol:
        """Return the protocol that holds here, and tell which local overlay is broken and was left out."""
        here = protocol_here(sector, municipality, self.overlays)
        for file in here.broken:
            text = say(self.voice.language, "author.left_out", file=file)
            title = say(self.voice.language, "author.left_out_title")
            talk.show(talk.wording.message("weggelaten", title, (text,)))
        return here.protocol

    def _talk(self, protocol: Protocol) -> Talk:
        return Talk(self.prompter, Wording(protocol, self.voice.language, code="", practice=self.practice))

    def _opened(self, talk: Talk) -> Vault | None:
        """Return the vault that is there, opened; None for practice, and where one is to be made."""
        if self.practice:
            return None
        if self.descriptor is not None:
            return kept.open_with_descriptor(self.descriptor)
        return kept.locksmith(talk).open() if (kept.place() / "kluis.json").exists() else None


def _where(talk: Talk, known: Recent, sector: str, municipality: str) -> tuple[str, str]:
    """Return the sector and the municipality; what was not given is asked, and Esc leads back to the sector."""
    while True:
        chosen = sector or ask_sector(talk, known.sector)
        try:
            return chosen, municipality or ask_municipality(talk, known.municipalities, back=not sector)
        except GoBack:
            continue


def _created(vault: Vault, protocol: Protocol, events: list[Event]) -> str:
    state = State(trace(protocol, {}))
    code = ""
    for event in events:
        state = apply(protocol, state, event)
        facts = walk.facts_of(protocol, state)
        if code:
            vault.append(code, to_body(event), facts)
        else:
            code = vault.create(to_body(event), facts)
    return code


def resume(voice: Voice, code: str, descriptor: int | None, overlays: Sequence[str] = ()) -> Exit:
    """Go on with a case; without a code the only open one, or the one that is chosen.

    A newer protocol is offered first; `overlays` are files of local adaptations that hold besides the configured ones.
    """
    if not is_interactive():
        raise CommandError(Exit.MISSING, "cli.no_terminal_case")
    harden()
    with conversation(voice) as prompter:
        try:
            vault = unlocked(voice, prompter, descriptor)
            chosen = kept.entry_of(vault, code).code if code else _chosen(voice, prompter, vault)
            with vault.hold(chosen):
                kept.refuse_damaged(vault, chosen)
                case = kept.read_case(vault, chosen)
                elsewhere.refuse(vault, chosen, case.state)
                if case.state.closed is not None:
                    raise CommandError(Exit.USAGE, "cli.case_closed", code=chosen)
                # First of all, so that a place that can't be written is refused before anything is asked.
                kept.record_opening(vault, kept.entry_of(vault, chosen), "resume")
                case = offered(voice, prompter, vault, case, overlays)
                return sit(voice, prompter, Kept(vault, chosen), case)
        except StopSession as stop:
            return stopped_early(voice, prompter, stop)


def _chosen(voice: Voice, prompter: Prompter, vault: Vault) -> str:
    known = vault.cases()
    running = [entry for entry in known if entry.facts.get("status") not in ("closed", *elsewhere.STATUSES)]
    question = erasable(voice, known)
    if not running:
        raise CommandError(Exit.USAGE, "cli.no_open_case", question=question)
    if question:
        prompter.tell(question)
    if len(running) == 1:
        return running[0].code
    options = tuple(
        Option(line.code, line.text) for line in lines_of(voice, vault, running, frozenset(vault.case_codes_on_disk()))
    )
    talk = Talk(prompter, early_wording(voice))
    while True:
        try:
            return talk.choose(Page("zaak", say(voice.language, "cli.which_case"), Choose(options), HEAD, keys=KEYS))
        except GoBack:
            continue


def sit(voice: Voice, prompter: Prompter, record: Practice | Kept, case: Case) -> Exit:
    """Hold a session at a case and say at the end how to go on."""
    wording = Wording(case.protocol, voice.language, code=record.code, practice=record.practice)
    session = Session(wording, case.state, record, prompter, Paper(voice, partial(_whole, record, case)))
    ending = session.run()
    return ended(prompter, ending, _last_words(voice, record, finished=ending is Ending.FINISHED))


def _whole(record: Practice | Kept, case: Case, state: State) -> Summary:
    """Return the summary now; of a kept case as it is read back, so that what is put on paper is what is kept."""
    if isinstance(record, Kept):
        return kept.summary_of(kept.read_case(record.vault, record.code))
    return kept.summary_of(replace(case, state=state, notes=tuple(Note("", text) for text in state.notes)))


def _last_words(voice: Voice, record: Record, *, finished: bool) -> str:
    key = "paused_practice" if record.practice else "finished" if finished else "paused"
    return say(voice.language, f"wizard.{key}", code=record.code)
