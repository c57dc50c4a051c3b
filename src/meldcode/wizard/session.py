"""The session: asks the next question of the state, turns the answer into an event, stores it, repeats.

Each answer is stored before the next question appears. Nothing is remembered here that the events do not tell, but for
what was shown already.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from meldcode.case.answers import AnswerError, judged
from meldcode.case.events import Answered, Drafted, Event, Noted, Retracted, Skipped
from meldcode.case.state import State, apply
from meldcode.case.values import Value, plain
from meldcode.protocol.model import AFTER_ADVICE, DECISION, Question, Step
from meldcode.text import say
from meldcode.text.findings import cause
from meldcode.vault.errors import VaultError
from meldcode.wizard import walk
from meldcode.wizard.ask_text import ask_text, checked, keepable, text_page
from meldcode.wizard.compose import Unfinished, ask_people, ask_signals, from_reply
from meldcode.wizard.finish import Finish, Paper
from meldcode.wizard.pages import ALL_KEYS, HELP, SKIP, Wording
from meldcode.wizard.prompter import Choose, Chosen, Option, Page, Prompter, Write, Written
from meldcode.wizard.record import Record
from meldcode.wizard.talk import LEAVING, Ending, GoBack, ShowOverview, StopSession, Talk


class Session:
    """One sitting at a case, from where it stands until the person stops or the walk ends."""

    def __init__(self, wording: Wording, state: State, record: Record, prompter: Prompter, paper: Paper) -> None:
        """Sit down at a case; nothing is asked yet."""
        self.wording, self.protocol = wording, wording.protocol
        self.state, self.record = state, record
        self.talk = Talk(prompter, self.wording, self._note)
        self.finish = Finish(self.talk, record, paper)
        self._said_stored = record.practice

    def run(self) -> Ending:
        """Walk on until the end or until the person stops."""
        try:
            self._walk()
        except StopSession as stop:
            return stop.ending
        return Ending.FINISHED

    def _walk(self) -> None:
        last: Step | None = None
        wanted: str | None = self._waiting_first()
        while True:
            name = wanted or walk.upcoming(self.state)
            try:
                if name in (None, *AFTER_ADVICE) and not self.finish.has_shown(self.state):
                    self.finish.advice(self.state)
                    wanted = DECISION if self._decides_again() else None
                    continue
                if name is None:
                    chosen = self.finish.end(self.protocol, self.state)
                    if chosen == "done":
                        return
                    wanted = self._overview() if chosen == "overview" else chosen
                    continue
                step = self.wording.step_of(self.state, name)
                if wanted is None:
                    self._between(last, step)
                self._question(self.protocol.questions[name])
                last, wanted = step, None
            except GoBack:
                wanted = walk.before(self.state, name)
            except ShowOverview:
                wanted = self._overview(name) or name

    def _decides_again(self) -> bool:
        """Tell whether the advice has become another since the professional decided."""
        return DECISION in self.state.answers and self.state.decided != self.state.path.level

    def _waiting_first(self) -> str | None:
        """Offer what the case waits for, when nothing else is open."""
        waiting = self.state.path.waiting
        if not waiting or walk.upcoming(self.state) is not None:
            return None
        try:
            return self.finish.waits(self.protocol, self.state)
        except (GoBack, ShowOverview):
            return None

    def _between(self, last: Step | None, step: Step | None) -> None:
        steps = self.state.path.steps
        if last is None or step is None or last not in steps or steps.index(step) <= steps.index(last):
            return
        if self.talk.choose(self.wording.step_done(self.state, last, step)) == "later":
            raise StopSession(Ending.PAUSED)

    # -- one question -------------------------------------------------------------------------------------------------

    def _question(self, question: Question) -> None:
        error, draft = "", ""
        while True:
            raw = self._finished(question, error, draft)
            if raw is None:
                self._passed_over(question)
                return
            try:
                value = judged(self.protocol, question, raw)
            except AnswerError as refused:
                error, draft = cause(self.wording.language, refused.code, refused.values), keepable(raw)
                continue
            if not self._keeps(question, value):
                self._store(question, value)
            return

    def _finished(self, question: Question, error: str, draft: str) -> object:
        """Return the raw answer; what was ticked or typed when the person leaves the question instead is kept."""
        try:
            return self._asked(question, error, draft)
        except Unfinished as unfinished:
            self._keep_draft(question, unfinished.so_far, unfinished.leaving)
            raise unfinished.leaving from None
        except LEAVING as leaving:
            if isinstance(leaving.draft, Written):
                self._keep_draft(question, from_reply(question, leaving.draft), leaving)
            raise

    def _keep_draft(self, question: Question, raw: object, leaving: Exception) -> None:
        """Store what was left unfinished, unless it is nothing new or can't be kept."""
        try:
            value = judged(self.protocol, question, raw)
        except AnswerError:
            return
        if not value or not str(value).strip() or value == self.state.offered(question.id):
            return
        event = Drafted(question.id, plain(value))
        if isinstance(leaving, StopSession) and leaving.ending is Ending.LEFT:
            with suppress(VaultError, OSError):  # nobody is there to see a message
                self.record.add(event, walk.facts_of(self.protocol, self.state))
            return
        self._add(event)

    def _asked(self, question: Question, error: str, draft: str) -> object:
        """Return the raw answer, or None when the question was passed over."""
        if question.type == "people":
            return plain(ask_people(self.talk, self.state, question))
        if question.type == "signals":
            return plain(ask_signals(self.talk, self.state, question, partial(checked, self.talk)))
        page = self._with_advice(self.wording.question(self.state, question))
        if error:
            field = replace(page.field, draft=draft) if draft and isinstance(page.field, Write) else page.field
            page = replace(page, error=error, field=field)
        explanation = self.wording.explanation(self.state, question)
        if question.id == HELP:
            explanation += self.finish.paper.help(self.state)
        reply = self.talk.ask(page, explanation)
        raw = from_reply(question, reply)
        nothing = not raw if isinstance(raw, list) else isinstance(raw, str) and not raw.strip()
        if raw == SKIP or (nothing and not question.required):
            return None
        return checked(self.talk, page, raw) if question.type == "text" and isinstance(raw, str) else raw

    def _with_advice(self, page: Page) -> Page:
        """Keep the advice in sight where the person decides."""
        if page.id not in AFTER_ADVICE:
            return page
        title = self.protocol.level_text(self.state.path.level, self.state.path.route).title.to(self.wording.language)
        return replace(page, body=(self.wording.say("advice_is", title=title), *page.body))

    def _passed_over(self, question: Question) -> None:
        if question.id in self.state.answers:
            self._add(Retracted(question.id))
        if question.id not in self.state.skipped:
            self._add(Skipped(question.id))

    def _keeps(self, question: Question, value: Value) -> bool:
        if question.id == DECISION and self._decides_again():
            return False
        return self.state.answers.get(question.id) == value

    def _store(self, question: Question, value: Value) -> None:
        """Store the answer, unless later answers would lapse and the person leaves it as it was."""
        event = Answered(question.id, plain(value))
        lapsing = walk.lapsing(self.state, apply(self.protocol, self.state, event), question.id)
        if lapsing and not self._confirmed(question, lapsing):
            return
        self._add(event)
        if question.id == "direct_gevaar" and value == "ja":
            self.talk.show(self.wording.emergency())
        if not self._said_stored:
            self._said_stored = True
            self.talk.prompter.tell(self.wording.say("stored"))

    def _confirmed(self, question: Question, lapsing: Sequence[str]) -> bool:
        labels = [f"- {self.protocol.questions[name].label.to(self.wording.language)}" for name in lapsing]
        body = (self.wording.say("lapse_list"), *labels, self.wording.say("lapse_back"))
        options = (Option("change", self.wording.say("lapse_change")), Option("keep", self.wording.say("lapse_keep")))
        head = self.wording.head(self.state, self.wording.step_of(self.state, question.id))
        page = Page(f"{question.id}.lapse", self.wording.say("lapse"), Choose(options), head, body, "", ALL_KEYS)
        return self.talk.choose(page) == "change"

    def _add(self, event: Event) -> None:
        """Store an event; the state moves on only when it is kept, and until then it stays on the screen."""
        after = apply(self.protocol, self.state, event)
        while True:
            try:
                self.record.add(event, walk.facts_of(self.protocol, after))
            except VaultError as failed:
                self._try_again(event, failed)
            else:
                self.state = after
                return

    def _try_again(self, event: Event, failed: VaultError) -> None:
        """Show what could not be stored, to try again; stopping here raises the failure."""
        say_ = self.wording.say
        reason = say(self.wording.language, f"vault.{failed.code}", **failed.values)
        shown = self.wording.event(event)
        options = (Option("again", say_("not_stored_again")), Option("stop", say_("not_stored_stop")))
        head = self.wording.head(self.state)
        page = Page("niet_bewaard", say_("not_stored"), Choose(options), head, (shown, say_("not_stored_why")), reason)
        try:
            if self.talk.choose(page) == "stop":
                raise failed
        except StopSession:
            raise failed from None

    def _note(self, page: Page) -> None:
        """Ask for a note and store it; going back makes none."""
        say_ = self.wording.say
        asked = text_page(self.wording, "notitie", page.head, say_("note"), say_("note_ask"))
        try:
            self._add(Noted(ask_text(self.talk, asked)))
        except StopSession as stop:
            if isinstance(stop.draft, Written) and (text := keepable(stop.draft.text).strip()):
                self._add(Noted(text))
            raise
        except GoBack:
            self.talk.prompter.tell(say_("note_empty"))
        else:
            self.talk.prompter.tell(say_("note_stored"))

    def _overview(self, here: str | None = None) -> str | None:
        """Show all answers; return the question to jump to. `here` is the question to which going back leads."""
        names = [name for name in self.state.path.reached if name in self.state.answers]
        wording = self.wording
        options = [
            Option(
                name,
                f"{question.label.to(wording.language)}: {_short(wording.answer(question, self.state.answers[name]))}",
            )
            for name in names
            for question in (self.protocol.questions[name],)
        ]
        body = [wording.say("overview_ask") if options else wording.say("overview_empty")]
        if options and walk.upcoming(self.state) is not None:
            body.append(wording.say("overview_then"))
        onward = self.protocol.questions[here].label.to(wording.language) if here else ""
        hint = wording.say("overview_onward", name=onward) if onward else ""
        field = Choose((*options, Option("*return", wording.say("return"), hint)))
        page = Page("overzicht", wording.say("overview"), field, wording.head(self.state), tuple(body), "", ALL_KEYS)
        try:
            reply = self.talk.ask(page)
        except (GoBack, ShowOverview):
            return None
        chosen = reply.ids[0] if isinstance(reply, Chosen) else "*return"
        return None if chosen == "*return" else chosen


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
