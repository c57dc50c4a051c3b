"""Build the pages of the wizard from protocol and state: worded, in one language, and nothing else."""

from collections.abc import Iterator

from meldcode.case.events import Answered, Drafted, Event, Noted, Retracted, Skipped
from meldcode.case.state import State
from meldcode.case.summary import labels
from meldcode.case.values import Observation, Value, plain
from meldcode.protocol.language import Language
from meldcode.protocol.model import AFTER_ADVICE, Definition, Protocol, Question, Source, Step, Theme
from meldcode.referral.help import fitting
from meldcode.text import say
from meldcode.text.answers import worded
from meldcode.text.emergency import PAGE
from meldcode.text.summary import source_line
from meldcode.wizard.prompter import Choose, Command, Option, Page, Write

ALL_KEYS = (
    Command.BACK,
    Command.EXPLAIN,
    Command.OVERVIEW,
    Command.NOTE,
    Command.PAUSE,
    Command.EMERGENCY,
    Command.LEAVE,
)
SKIP = "*overslaan"
SAFETY, HELP = "veiligheid", "hulp"
UNSAFE = {"gesprek": "talk_unsafe", "aankondiging": "tell_unsafe"}
"""Questions at which a theme may warn, and with which words."""
DONE, NOW, TODO = "●", "◉", "○"


class Wording:
    """Words the pages of one case."""

    def __init__(self, protocol: Protocol, language: Language, *, code: str, practice: bool) -> None:
        """Keep what every page needs."""
        self.protocol, self.language = protocol, language
        self.code, self.practice = code, practice

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the wizard."""
        return say(self.language, f"wizard.{key}", **values)

    def place(self) -> str:
        """Return in which case one is, or that it is practice; empty before there is a case."""
        return self.say("practice") if self.practice else self.say("case", code=self.code) if self.code else ""

    def head(self, state: State | None = None, step: Step | None = None) -> tuple[str, ...]:
        """Return the lines at the top: case, sector and step."""
        owners = ", ".join(each.owner for each in self.protocol.overlays)
        local = self.say("adapted", owner=owners) if owners else ""
        first = "   ".join(filter(None, ("meldcode", self.place(), self.protocol.title.to(self.language), local)))
        return (first,) if state is None or step is None else (first, self.step_line(state, step))

    def progress(self, state: State, step: Step | None) -> str:
        """Return what is done in signs; the step line says the same in words."""
        steps = state.path.steps
        if step is None:
            return ""
        return "   ".join(f"{self._mark(state, each, step)} {number}" for number, each in enumerate(steps, start=1))

    def step_line(self, state: State, step: Step) -> str:
        """Return which step this is."""
        count = len(state.path.steps)
        return self.say(
            "step", number=state.path.steps.index(step) + 1, count=count, title=step.title.to(self.language)
        )

    def _mark(self, state: State, step: Step, now: Step) -> str:
        if step is now:
            return NOW
        asked = [name for name in step.questions if name in state.path.reached and name not in AFTER_ADVICE]
        return DONE if all(name in state.answers or name in state.skipped for name in asked) and asked else TODO

    def question(self, state: State, question: Question) -> Page:
        """Return the page of a choice, several choices, a text, a date or a number."""
        shown = state.offered(question.id)
        return Page(
            question.id,
            question.ask.to(self.language),
            self._field(question, shown),
            self.head(state, self.step_of(state, question.id)),
            tuple(self._body(state, question, shown)),
            "",
            ALL_KEYS,
            self.progress(state, self.step_of(state, question.id)),
        )

    def _field(self, question: Question, shown: Value | None) -> Choose | Write:
        if question.type in ("choice", "multi"):
            marked = shown if isinstance(shown, tuple) else (shown,) if isinstance(shown, str) else ()
            return Choose(self.options(question), question.type == "multi", tuple(str(item) for item in marked))
        return Write(lines=question.type == "text", draft="" if shown is None else str(shown))

    def options(self, question: Question) -> tuple[Option, ...]:
        """Return the options as they are shown; a question that need not be answered can be skipped."""
        options = tuple(
            Option(option.id, option.text.to(self.language), option.hint.to(self.language))
            for option in question.options
        )
        skippable = question.type == "choice" and not question.required
        return (*options, Option(SKIP, self.say("skip"))) if skippable else options

    def _body(self, state: State, question: Question, earlier: Value | None) -> list[str]:
        body = [*self.theme_lines(state, question), *self.weighing_lines(state, question)]
        if question.id == HELP and (offered := fitting(self.protocol.help, state.answers)):
            body.append(self.say("help_offered" if len(offered) > 1 else "help_offered_one", amount=len(offered)))
        if question.help.nl:
            body.append(question.help.to(self.language).split("\n")[0])
        body += self._local_help(question)
        body += [
            f"{each.term.to(self.language)}: {each.text.to(self.language)}" for each in self._definitions(question)
        ]
        if question.type == "date":
            body.append(self.say("date_hint"))
        if question.type == "text":
            body.append(self.say("record_facts"))
        if not question.required and question.type != "choice":
            body.append(self.say("optional"))
        if earlier is not None:
            body.append(self.say("earlier", answer=self.answer(question, earlier)))
        return body

    def theme_lines(self, state: State, question: Question) -> list[str]:
        """Return what the themes of this case change here: whether talking and telling is safe, and whom to consult."""
        ticked = state.answers.get("thema")
        active = [self.protocol.themes[str(name)] for name in ticked] if isinstance(ticked, tuple) else []
        if question.id in UNSAFE:
            return [
                self.say(UNSAFE[question.id], theme=theme.title.to(self.language), because=theme.talk.to(self.language))
                for theme in active
                if theme.talk_safe != "ja"
            ]
        if question.id == "deskundige":
            return [line for theme in active if theme.consult_required for line in self._consult(theme)]
        return []

    def weighing_lines(self, state: State, question: Question) -> list[str]:
        """Return, where safety is weighed, the recorded signals that ask for an explicit weighing."""
        given = state.answers.get("signalen", ()) if question.id == SAFETY else ()
        recorded = [item.signal for item in given if isinstance(item, Observation)] if isinstance(given, tuple) else []
        heavy = [signal for signal in dict.fromkeys(recorded) if self.protocol.weighs_explicitly(signal)]
        lines = [f"- {self.protocol.signal(signal).text.to(self.language)}" for signal in heavy]
        return [self.say("weigh_explicitly"), *lines] if lines else []

    def _consult(self, theme: Theme) -> Iterator[str]:
        yield self.say("consult", theme=theme.title.to(self.language), text=theme.consult.to(self.language))
        for contact in (self.protocol.contacts[name] for name in theme.consult_contacts):
            reach = contact.phone or contact.channel.to(self.language)
            yield f"- {': '.join(filter(None, (contact.name.to(self.language), reach)))}"

    def explanation(self, state: State, question: Question) -> list[str]:
        """Return help, definitions with examples, why it is asked, its source, and what this step is about."""
        text = [*self._about(question), *self._about_step(self.step_of(state, question.id))]
        return text or [self.say("no_help")]

    def part_explanation(self, state: State, question: Question) -> list[str]:
        """Return what a part of a question needs: what the question itself explains, else in short what the step is."""
        step = self.step_of(state, question.id)
        short = [step.title.to(self.language), step.purpose.to(self.language)] if step else [self.say("no_help")]
        return self._about(question) or short

    def _about(self, question: Question) -> list[str]:
        text = question.help.to(self.language).split("\n") if question.help.nl else []
        text += self._local_help(question)
        if question.id == "thema":
            themes = self.protocol.themes.values()
            text += [line for theme in themes for line in self._about_theme(theme)]
        for each in self._definitions(question):
            text.append(f"{each.term.to(self.language)}: {each.text.to(self.language)}")
            if each.examples:
                text.append(self.say("examples"))
                text += [f"- {example.text.to(self.language)}" for example in each.examples]
            text.append(self.source(self.protocol.sources[each.source]))
        if question.why.nl:
            text.append(self.say("why", why=question.why.to(self.language)))
        if question.source:
            text.append(self.source(self.protocol.sources[question.source]))
        return text

    def _local_help(self, question: Question) -> list[str]:
        """Return what overlays explain beside our own words, each with its owner."""
        given = self.protocol.local_help.get(question.id, ())
        return [f"{item.hint.to(self.language)}: {item.text.to(self.language)}" for item in given]

    def _about_step(self, step: Step | None) -> list[str]:
        if step is None:
            return []
        text = ["", step.title.to(self.language), step.purpose.to(self.language)]
        text += step.guidance.to(self.language).split("\n\n") if step.guidance.nl else []
        if step.tasks:
            text += [self.say("tasks"), *(f"- {task.text.to(self.language)}" for task in step.tasks)]
        if self.protocol.roles:
            text += [self.say("roles"), *(f"- {role.text.to(self.language)}" for role in self.protocol.roles)]
        return [*text, self.say("who_decides", who=self.protocol.decides.to(self.language))]

    def _about_theme(self, theme: Theme) -> Iterator[str]:
        yield f"{theme.title.to(self.language)}: {theme.help.to(self.language)}"
        lists = [self.protocol.signal_lists[name] for name in theme.lists if name in self.protocol.signal_lists]
        if lists:
            yield self.say("theme_lists", lists=", ".join(each.title.to(self.language) for each in lists))

    def source(self, source: Source) -> str:
        """Return a source with the date on which it was checked, or that it was not."""
        language = self.language
        parts = (source.title.to(language), source.article, source.url, source.note.to(language))
        return source_line(language, parts, source.verified, source.unverified.to(language))

    def _definitions(self, question: Question) -> list[Definition]:
        return [self.protocol.definitions[name] for name in question.definitions]

    def answer(self, question: Question, value: Value) -> str:
        """Return an answer in words."""
        return self._worded(question, plain(value))

    def _worded(self, question: Question, value: object) -> str:
        client = self.protocol.client_word(self.language)
        return worded(self.language, labels(self.protocol, question, self.language), value, client)

    def event(self, event: Event) -> str:
        """Return what an event would have stored, in words."""
        match event:
            case Answered() | Drafted():
                question = self.protocol.questions[event.question]
                return f"{question.label.to(self.language)}: {self._worded(question, event.value)}"
            case Noted():
                return event.text
            case Skipped() | Retracted():
                return self.protocol.questions[event.question].label.to(self.language)
            case _:
                return ""

    def step_of(self, state: State, name: str) -> Step | None:
        """Return the step on the path that asks this question."""
        return next((step for step in state.path.steps if name in step.questions), None)

    def step_done(self, state: State, done: Step, following: Step) -> Page:
        """Return the page between two steps: what was recorded, what comes, and the choice to go on later."""
        recorded = [
            f"- {question.label.to(self.language)}: {self.answer(question, state.answers[question.id])}"
            for question in (self.protocol.questions[name] for name in done.questions if name in state.answers)
        ]
        body = [self.say("recorded"), *recorded, ""]
        body.append(
            self.say("next_step", title=following.title.to(self.language), purpose=following.purpose.to(self.language))
        )
        body += [f"- {task.text.to(self.language)}" for task in following.tasks]
        if done.meanwhile.nl:
            body += ["", self.say("meanwhile", text=done.meanwhile.to(self.language))]
        title = self.say("step_done", number=state.path.steps.index(done) + 1, title=done.title.to(self.language))
        options = (Option("continue", self.say("continue")), Option("later", self.say("later")))
        progress = self.progress(state, following)
        return Page(
            f"{done.id}.done", title, Choose(options), self.head(state, following), tuple(body), "", ALL_KEYS, progress
        )

    def message(self, page_id: str, title: str, body: tuple[str, ...], head: tuple[str, ...] = ()) -> Page:
        """Return a page to read, that goes back to where one was."""
        options = (Option("return", self.say("return")),)
        return Page(page_id, title, Choose(options, marked=("return",)), head or self.head(), body)

    def emergency(self) -> Page:
        """Return the emergency page."""
        body = tuple(say(self.language, f"emergency.{name}") for name in PAGE)
        return self.message("112", say(self.language, "emergency.title"), body)
