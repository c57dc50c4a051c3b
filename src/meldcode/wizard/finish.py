"""The end of a walk: the advice, what the case waits for, and the last page with the way to a file."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol as Interface

from meldcode.case.state import State
from meldcode.protocol.model import DECISION, Protocol
from meldcode.wizard.pages import ALL_KEYS
from meldcode.wizard.prompter import Choose, Command, Option, Page, Write, Written
from meldcode.wizard.record import Record
from meldcode.wizard.talk import Ending, GoBack, ShowOverview, StopSession, Talk

FORMS = ("text", "md")
"""Forms in which the last page offers to write the summary."""
ENDINGS = {"text": "txt", "md": "md"}
"""How the name of a file in such a form ends."""


class Paper(Interface):
    """Puts a summary on paper: what the command line knows and the wizard does not."""

    def advice(self, state: State) -> tuple[str, ...]:
        """Return the advice as paragraphs, with what to do now and whom to call."""

    def help(self, state: State) -> tuple[str, ...]:
        """Return the help that may fit the persons of the case, as lines; nothing where none does."""

    def write(self, state: State, form: str, path: str) -> str:
        """Write the summary to a new file that only its owner can read; return the path.

        Raises OSError; FileExistsError when the file is there already.
        """


class Finish:
    """The pages at the end."""

    def __init__(self, talk: Talk, record: Record, paper: Paper) -> None:
        """Nothing has been shown yet."""
        self.talk, self.record, self.paper = talk, record, paper
        self.wording = talk.wording
        self._shown: object = None

    def has_shown(self, state: State) -> bool:
        """Tell whether the advice that now holds was shown in this session."""
        return self._shown == _essence(state)

    def advice(self, state: State) -> None:
        """Show the advice and what it rests on; going on leads to the professional's own decision."""
        onward = "advice_go" if DECISION in state.path.reached else "continue"
        options = (Option("continue", self.wording.say(onward)), Option("later", self.wording.say("later")))
        head = self.wording.head(state)
        title = self.wording.say("advice")
        body = self.paper.advice(state)
        if self.talk.choose(Page("advies", title, Choose(options), head, body, "", ALL_KEYS)) == "later":
            raise StopSession(Ending.PAUSED)
        self._shown = _essence(state)

    def waits(self, protocol: Protocol, state: State) -> str | None:
        """Show what the case waits for and until when; return the question to answer now, if that is chosen."""
        options = self._to_answer(protocol, state)
        options += [Option("*advice", self.wording.say("waits_advice")), Option("*later", self.wording.say("later"))]
        head, body = self.wording.head(state), tuple(self._waiting(protocol, state))
        chosen = self.talk.choose(
            Page("wacht", self.wording.say("waits"), Choose(tuple(options)), head, body, "", ALL_KEYS)
        )
        if chosen == "*later":
            raise StopSession(Ending.PAUSED)
        return None if chosen == "*advice" else chosen

    def end(self, protocol: Protocol, state: State) -> str:
        """Show the last page; return `done`, `overview`, or the waiting question to answer now."""
        while True:
            chosen = self.talk.choose(self._last_page(protocol, state))
            if chosen not in FORMS:
                return chosen
            draft = f"meldcode-{self.record.code or 'oefening'}.{ENDINGS[chosen]}"
            to_file(self.talk, self.wording.head(state), draft, partial(self.paper.write, state, chosen))

    def _last_page(self, protocol: Protocol, state: State) -> Page:
        say = self.wording.say
        body = self._waiting(protocol, state)
        if self.record.practice:
            body.append(self.wording.place())
        else:
            body += [say("end_stored", code=self.record.code, control=self.record.control()), say("end_record")]
        options = [Option("done", say("end_done")), *self._to_answer(protocol, state)]
        options += [Option(name, say(f"end_{name}")) for name in (*FORMS, "overview")]
        head = self.wording.head(state)
        return Page("einde", say("end"), Choose(tuple(options)), head, tuple(body), "", ALL_KEYS)

    def _to_answer(self, protocol: Protocol, state: State) -> list[Option]:
        label = self._label
        return [
            Option(name, self.wording.say("waits_answer", name=label(protocol, name))) for name in state.path.waiting
        ]

    def _waiting(self, protocol: Protocol, state: State) -> list[str]:
        lines = []
        for name in state.path.waiting:
            waits = protocol.questions[name].waits
            until = state.answers.get(waits.until) if waits else None
            label = self._label(protocol, name)
            lines.append(self.wording.say("end_waits", what=f"{label}, {until}" if until else label))
        return lines

    def _label(self, protocol: Protocol, name: str) -> str:
        return protocol.questions[name].label.to(self.wording.language)


def to_file(talk: Talk, head: tuple[str, ...], draft: str, write: Callable[[str], str]) -> None:
    """Ask where a file must come and write it, as long as it takes; going back or an empty name writes nothing.

    `draft` is the name that is offered; `write` takes a path and does as `Paper.write`.
    """
    say = talk.wording.say
    keys = (Command.BACK, Command.PAUSE, Command.EMERGENCY)
    page = Page("bestand", say("file_ask"), Write(draft=draft), head, (say("file_hint"),), "", keys)
    while True:
        try:
            reply = talk.ask(page)
            path = reply.text.strip() if isinstance(reply, Written) else ""
            if not path:
                return
            written = write(path)
        except (GoBack, ShowOverview):
            return
        except FileExistsError:
            page = replace(page, error=say("file_exists"))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or ""
            page = replace(page, error=say("file_failed", reason=reason))
        else:
            body = (say("file_written", path=written),)
            talk.show(talk.wording.message("geschreven", say("end"), body))
            return


def _essence(state: State) -> object:
    """Return what the advice rests on: shown again only when this changed."""
    return state.path.level, tuple(rule.id for rule in state.path.fired), state.path.missing, state.path.waiting
