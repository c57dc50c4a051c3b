"""Answers that take more than one page: the people involved, and the signals with what was seen."""

from collections.abc import Callable
from dataclasses import replace

from meldcode.case.answers import AnswerError, judged
from meldcode.case.state import State
from meldcode.case.values import HOW, Observation, Person, Plain, Value, plain
from meldcode.protocol.model import ROLES, Question, Signal, SignalList
from meldcode.text import say
from meldcode.text.answers import person, role
from meldcode.text.findings import cause
from meldcode.wizard.ask_text import keepable
from meldcode.wizard.pages import ALL_KEYS, SKIP, Wording
from meldcode.wizard.prompter import Choose, Chosen, Option, Page, Reply, Write, Written
from meldcode.wizard.talk import LEAVING, GoBack, Talk


class Unfinished(Exception):  # noqa: N818 - a way to leave, not an error
    """A question of several pages was left: how, and what was ticked and typed so far."""

    def __init__(self, leaving: Exception, so_far: Plain) -> None:
        """Keep both."""
        self.leaving, self.so_far = leaving, so_far
        super().__init__()


Check = Callable[[Page, str], str]
"""Asks about identifying data in a text; returns the text that stays."""


def ask_people(talk: Talk, state: State, question: Question) -> tuple[Person, ...]:
    """Return the people involved, by role and age; raises `Unfinished`."""
    earlier = state.offered(question.id) or ()
    people: list[Person] = [item for item in earlier if isinstance(item, Person)]  # type: ignore[union-attr]
    try:
        return _everyone(_People(talk, state, question), people)
    except LEAVING as leaving:
        raise Unfinished(leaving, plain(tuple(people))) from leaving


def _everyone(asker: "_People", people: list[Person]) -> tuple[Person, ...]:
    if not people:
        people.append(asker.one(people))
    while True:
        choice = asker.more(people)
        if choice == "done":
            return tuple(people)
        if choice == "remove":
            people.pop()
            if people:
                continue
        try:
            people.append(asker.one(people))
        except GoBack:
            continue


class _People:
    def __init__(self, talk: Talk, state: State, question: Question) -> None:
        self.talk, self.question, self.wording = talk, question, talk.wording
        self.head = talk.wording.head(state, talk.wording.step_of(state, question.id))
        self.progress = talk.wording.progress(state, talk.wording.step_of(state, question.id))
        self.explanation = talk.wording.explanation(state, question)
        self.part = talk.wording.part_explanation(state, question)

    def more(self, people: list[Person]) -> str:
        """Return what the person wants now that these people are there."""
        return self._chosen(self._so_far(people), whole=True)

    def _so_far(self, people: list[Person]) -> Page:
        wording = self.wording
        body = (wording.say("people_so_far"), *(f"- {_worded(wording, each)}" for each in people))
        choices = ("done", "add", "remove")
        options = tuple(Option(choice, wording.say(f"people_{choice}")) for choice in choices)
        title = self.question.ask.to(wording.language)
        return Page(self.question.id, title, Choose(options), self.head, body, "", ALL_KEYS, self.progress)

    def one(self, people: list[Person]) -> Person:
        wording = self.wording
        client = wording.protocol.client_word(wording.language)
        roles = tuple(Option(name, role(wording.language, name, client)) for name in ROLES)
        page = self._page("role", Choose(roles), wording.say("people_none"))
        if not people:
            page = replace(page, title=self.question.ask.to(wording.language))
        who = self._chosen(page, whole=not people)
        age = self._age()
        if who == "client" or any(each.client or each.role == "client" for each in people):
            return Person(who, age)
        options = (Option("ja", wording.say("yes")), Option("nee", wording.say("no")))
        page = self._page(
            "client",
            Choose(options),
            wording.say("people_client_word", client=client) if client else wording.say("people_client_hint"),
        )
        return Person(who, age, client=self._chosen(page) == "ja")

    def _chosen(self, page: Page, *, whole: bool = False) -> str:
        """Ask; `whole` is for a page that stands for the whole question."""
        reply = self.talk.ask(page, self.explanation if whole else (*page.body, *self.part))
        return reply.ids[0] if isinstance(reply, Chosen) else ""

    def _age(self) -> int | str | None:
        page = self._page("age", Write(), self.wording.say("people_age_hint"))
        while True:
            reply = self.talk.ask(page, (*page.body, *self.part))
            text = reply.text.strip().casefold() if isinstance(reply, Written) else ""
            raw = {"": None, "unborn": "ongeboren"}.get(text, text)
            try:
                people = judged(self.wording.protocol, self.question, [{"role": "kind", "age": raw}])
            except AnswerError as error:
                page = replace(page, error=cause(self.wording.language, error.code, error.values))
                continue
            first = people[0]  # type: ignore[index]
            assert isinstance(first, Person)
            return first.age

    def _page(self, name: str, field: Choose | Write, *body: str) -> Page:
        title = self.wording.say(f"people_{name}")
        return Page(f"{self.question.id}.{name}", title, field, self.head, body, "", ALL_KEYS, self.progress)


def _worded(wording: Wording, each: Person) -> str:
    age = {} if each.age is None else {"age": each.age}
    client = {"client": "ja"} if each.client else {}
    word = wording.protocol.client_word(wording.language)
    return person(wording.language, {"role": each.role, **age, **client}, word)


def ask_signals(talk: Talk, state: State, question: Question, check: Check) -> tuple[Observation, ...]:
    """Return the signals with what was seen of each; raises `Unfinished`."""
    earlier = state.offered(question.id) or ()
    known = {item.signal: item for item in earlier if isinstance(item, Observation)}  # type: ignore[union-attr]
    asker = _Signals(talk, state, question, check)
    try:
        for each in asker.lists(known):
            for signal in asker.ticked(each, known):
                asker.observe(known.get(signal, Observation(signal)))
    except LEAVING as leaving:
        asker.half_typed(leaving.draft)
        raise Unfinished(leaving, plain(tuple((known | asker.seen).values()))) from leaving
    return tuple(asker.seen.values())


class _Signals:
    def __init__(self, talk: Talk, state: State, question: Question, check: Check) -> None:
        self.talk, self.question, self.wording, self.check = talk, question, talk.wording, check
        self.protocol = talk.wording.protocol
        self.head = talk.wording.head(state, talk.wording.step_of(state, question.id))
        self.progress = talk.wording.progress(state, talk.wording.step_of(state, question.id))
        self.explanation = talk.wording.explanation(state, question)
        self.part = talk.wording.part_explanation(state, question)
        self.seen: dict[str, Observation] = {}
        """What was ticked, with what was written of it so far."""
        self.now = ("", "")
        """The signal and the part that are being asked."""

    def half_typed(self, draft: Reply | None) -> None:
        """Keep what was typed on the page that is left, where it is a text."""
        signal, part = self.now
        if isinstance(draft, Written) and part in ("seen", "meaning"):
            self.seen[signal] = replace(self.seen[signal], **{part: keepable(draft.text)})

    def lists(self, known: dict[str, Observation]) -> list[SignalList]:
        wording = self.wording
        lists = [self.protocol.signal_lists[name] for name in self.question.lists]
        options = tuple(Option(each.id, each.title.to(wording.language)) for each in lists)
        marked = tuple(each.id for each in lists if any(name.startswith(f"{each.id}.") for name in known))
        body = (wording.say("signals_lists"), wording.say("signals_rule"))
        title = self.question.ask.to(wording.language)
        page = Page(
            self.question.id,
            title,
            Choose(options, several=True, marked=marked),
            self.head,
            body,
            "",
            ALL_KEYS,
            self.progress,
        )
        reply = self.talk.ask(page, self.explanation)
        return [each for each in lists if isinstance(reply, Chosen) and each.id in reply.ids]

    def ticked(self, each: SignalList, known: dict[str, Observation]) -> tuple[str, ...]:
        language = self.wording.language
        options = tuple(Option(signal.id, signal.text.to(language), self._weight(signal)) for signal in each.signals)
        marked = tuple(signal.id for signal in each.signals if signal.id in known)
        title = self.wording.say("signals_tick", list=each.title.to(language))
        body = (each.intro.to(language),) if each.intro.nl else ()
        page = Page(
            f"{self.question.id}.{each.id}",
            title,
            Choose(options, several=True, marked=marked),
            self.head,
            body,
            "",
            ALL_KEYS,
            self.progress,
        )
        reply = self.talk.ask(page, (*page.body, *self.part))
        ticked = reply.ids if isinstance(reply, Chosen) else ()
        self.seen |= {signal: known.get(signal, Observation(signal)) for signal in ticked}
        return ticked

    def _weight(self, signal: Signal) -> str:
        """Say of an acute signal that it is one, and whose grading that is; the other weights are not shown."""
        return self.wording.say(f"signal_acute_{signal.graded}") if signal.severity == "acuut" else ""

    def observe(self, earlier: Observation) -> None:
        """Ask what was seen of a signal, how one knows, when, and what it may mean; each is kept as it comes."""
        signal = earlier.signal
        self._keep(signal, seen=self._text("seen", signal, earlier.seen))
        self._keep(signal, how=self._how(signal, earlier.how))
        self._keep(signal, on=self._date(signal, earlier.on))
        self._keep(signal, meaning=self._text("meaning", signal, earlier.meaning))

    def _keep(self, signal: str, **part: str) -> None:
        self.seen[signal] = replace(self.seen[signal], **part)
        self.now = ("", "")

    def _how(self, signal: str, earlier: str) -> str:
        say_ = self.wording.say
        known = tuple(Option(how, say(self.wording.language, f"answers.{how}")) for how in HOW)
        options = (*known, Option(SKIP, say_("skip")))
        page = self._page("how", signal, say_("signals_how_hint"))
        page = replace(page, field=Choose(options, marked=(earlier,) if earlier else ()))
        chosen = self.talk.ask(page, (*page.body, *self.part))
        return chosen.ids[0] if isinstance(chosen, Chosen) and chosen.ids[0] in HOW else ""

    def _text(self, part: str, signal: str, draft: str) -> str:
        self.now = (signal, part)
        page = self._page(part, signal, self.wording.say(f"signals_{part}_hint"))
        page = replace(page, field=Write(lines=True, draft=draft))
        return self.check(page, self._judged(page, part, signal))

    def _date(self, signal: str, draft: str) -> str:
        page = self._page("on", signal, self.wording.say("date_hint"), self.wording.say("optional"))
        page = replace(page, field=Write(draft=draft))
        return self._judged(page, "on", signal)

    def _judged(self, page: Page, part: str, signal: str) -> str:
        while True:
            reply = self.talk.ask(page, (*page.body, *self.part))
            text = reply.text.strip() if isinstance(reply, Written) else ""
            try:
                judged(self.protocol, self.question, [{"signal": signal, part: text}])
            except AnswerError as error:
                field = Write(lines=part != "on", draft=text if error.code != "A05" else "")
                page = replace(page, field=field, error=cause(self.wording.language, error.code, error.values))
                continue
            return text

    def _page(self, part: str, signal: str, *body: str) -> Page:
        text = self.protocol.signal(signal).text.to(self.wording.language)
        title = self.wording.say(f"signals_{part}")
        return Page(f"{self.question.id}.{part}", title, Write(), self.head, (text, *body), "", ALL_KEYS, self.progress)


def from_reply(question: Question, reply: Chosen | Written) -> Value | list[str]:
    """Return what a simple page gave, as the answers file would write it."""
    if isinstance(reply, Written):
        return reply.text if question.type == "text" else reply.text.strip()
    return list(reply.ids) if question.type == "multi" else reply.ids[0]
