"""The summary as sections of plain blocks: what every format for people shows, in the same order.

What people typed is made visible here, once: no control or bidi character leaves as itself (INP-12, INP-14).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from meldcode.case.advice import Reason
from meldcode.case.due import due
from meldcode.case.summary import Summary, labels
from meldcode.case.values import Value, plain
from meldcode.export.audit import audit
from meldcode.export.contacts import contact_lines
from meldcode.export.help import help_lines
from meldcode.protocol.language import Language
from meldcode.protocol.model import DECISION, Action, Contact, Protocol, Question, Source, Text
from meldcode.protocol.sentence import sentence
from meldcode.referral.help import fitting
from meldcode.text import say
from meldcode.text.answers import worded
from meldcode.text.summary import source_line
from meldcode.text.visible import one_line, visible

HELPING = "hulp"
"""The level at which help is accepted."""

CALLING = frozenset({"overleg", "melden", "bel_112"})
"""Levels at which the professional calls, so that what to have at hand is shown."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item of a list, with further lines that belong to it."""

    text: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what it says."""

    label: str
    text: str


Block = Paragraph | Bullet | Pair


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with blocks; `id` is the same in every language."""

    id: str
    title: str
    blocks: tuple[Block, ...]


def lines_of(block: Block) -> list[str]:
    """Return a block as lines for a screen, not yet broken to its width."""
    match block:
        case Bullet():
            return [f"- {block.text}", *(f"  {line}" for line in block.more)]
        case Pair():
            return [f"{block.label}: {block.text}"]
        case Paragraph():
            return [block.text]


def sections(summary: Summary, language: Language, now: datetime | None = None) -> tuple[Section, ...]:
    """Return the sections that have something to say; with `now`, contacts tell whether they are open."""
    writer = _Writer(summary, language, now)
    return tuple(
        Section(name, say(language, f"summary.{name}"), blocks)
        for name, write in writer.parts()
        if (blocks := tuple(write))
    )


class _Writer:
    def __init__(self, summary: Summary, language: Language, now: datetime | None) -> None:
        self.summary, self.language, self.now = summary, language, now
        self.protocol, self.advice, self.facts = summary.protocol, summary.advice, summary.facts

    def parts(self) -> Iterable[tuple[str, Iterator[Block]]]:
        return (
            ("about", self.about()),
            ("advice", self.level()),
            ("because", self.because()),
            ("flags", self.flags()),
            ("do", self.actions("do")),
            ("contacts", self.contacts()),
            ("help", self.help()),
            ("due", self.due()),
            ("at_hand", self.at_hand()),
            ("tell", self.actions("tell")),
            ("duty", self.actions("duty")),
            ("decision", self.decision()),
            ("steps", self.steps()),
            ("notes", self.notes()),
            ("rounds", self.rounds()),
            ("ignored", self.ignored()),
            ("limits", self.limits()),
            ("trail", self.trail()),
        )

    def about(self) -> Iterator[Block]:
        facts, protocol = self.facts, self.protocol
        yield Paragraph(self._say("banner"))
        if facts.practice:
            yield Paragraph(self._say("practice"))
        if facts.damaged:
            yield Paragraph(self._say("damaged"))
        given = {
            "case": facts.code,
            "sector": self._to(protocol.title),
            "municipality": facts.municipality,
            "region": facts.region.name if facts.region else "",
            "started": facts.started,
            "made": facts.made,
            "protocol": f"{protocol.id} {protocol.version}",
            "digest": protocol.digest,
            "control": facts.control,
        }
        yield from (Pair(self._say(name), visible(text)) for name, text in given.items() if text)
        for each in protocol.overlays:
            words = {"owner": each.owner, "id": each.id, "version": each.version, "digest": each.digest}
            yield Paragraph(visible(self._say("overlay_line", **words)))
        for renewal in self.summary.state.renewals:
            yield Paragraph(self._say("renewed", version=renewal.version, date=renewal.at[:10]))

    def level(self) -> Iterator[Block]:
        advice = self.advice
        yield Paragraph(self._to(advice.text.title))
        yield Paragraph(self._to(advice.text.text))
        route = next((route for route in self.protocol.routes if route.id == advice.route), None)
        if route is not None:
            yield Pair(self._to(route.title), self._to(route.text))
        if advice.missing:
            yield Pair(self._say("missing"), ", ".join(self._label(name) for name in advice.missing))
        for name in advice.waiting:
            yield Pair(self._say("waiting"), self._waiting(name))

    def because(self) -> Iterator[Block]:
        for reason in self.advice.reasons:
            yield Bullet(self._to(reason.rule.because), tuple(self._grounds(reason)))

    def flags(self) -> Iterator[Block]:
        for flag in self.advice.flags:
            source = self._source(self.protocol.sources[flag.source])
            yield Bullet(self._to(flag.text), (source,))

    def actions(self, kind: str) -> Iterator[Block]:
        yield from (
            Bullet(self._to(action.text), self._open_source(action))
            for action in self.advice.actions
            if action.kind == kind
        )

    def contacts(self) -> Iterator[Block]:
        for contact in self.advice.contacts:
            name, *lines = contact_lines(contact, self.facts.region, self.language, self.now, self._source_of(contact))
            yield Bullet(name, tuple(lines))

    def _source_of(self, contact: Contact) -> Source | None:
        return self.protocol.sources.get(contact.source)

    def help(self) -> Iterator[Block]:
        """Show help that may fit where help is advised, never beside a norm that asks for a report."""
        found = fitting(self.protocol.help, self.summary.state.answers) if self.advice.level == HELPING else ()
        if found:
            yield from (Paragraph(self._to(item.text)) for item in self.protocol.help.cautions)
        for each in found:
            name, *lines = help_lines(self.protocol, each, self.language, self.now.date() if self.now else None)
            yield Bullet(name, tuple(lines))

    def due(self) -> Iterator[Block]:
        for each in due(self.protocol, self.summary.state):
            yield Pair(f"{each.on.isoformat()}, {self._to(each.label)}", self._to(each.text))

    def at_hand(self) -> Iterator[Block]:
        if self.advice.level in CALLING and self.advice.route == "huiselijke_kring":
            yield from (Bullet(self._to(item.text)) for item in self.protocol.at_hand)

    def decision(self) -> Iterator[Block]:
        for name in (DECISION, "afwijking_reden", "aankondiging"):
            if name in self.summary.state.answers:
                yield self._answer(self.protocol.questions[name], self.summary.state.answers[name])
        if self.summary.state.closed is not None:
            yield Pair(self._say("closed"), visible(self.summary.state.closed))

    def steps(self) -> Iterator[Block]:
        for record in self.summary.steps:
            if record.answers:
                number = f"{record.step.number}. " if record.step.number else ""
                yield Paragraph(number + self._to(record.step.title))
                yield from (self._answer(question, value) for question, value in record.answers)

    def notes(self) -> Iterator[Block]:
        yield from (Pair(note.at or self._say("note"), visible(note.text)) for note in self.summary.notes)

    def rounds(self) -> Iterator[Block]:
        for number, earlier in enumerate(self.summary.state.rounds, start=1):
            title = self._to(self.protocol.levels[earlier.level].title)
            yield Paragraph(self._say("round", number=number, level=title))
            protocol = earlier.protocol or self.protocol
            if earlier.reason:
                yield Pair(self._say("reopened"), visible(earlier.reason))
            else:
                yield Paragraph(self._say("round_renewed", version=protocol.version))
            again = (name for name in protocol.questions if name in earlier.answers)
            for name in again:
                if earlier.answers[name] != self.summary.state.answers.get(name):
                    yield self._answer(protocol.questions[name], earlier.answers[name], protocol)

    def ignored(self) -> Iterator[Block]:
        if self.facts.code:
            return  # in a case these are dormant answers: they are exported nowhere
        for each in self.advice.ignored:
            guard = sentence(self.protocol, each.guard, self.language) if each.guard else ""
            yield Pair(one_line(self._label(each.question)), say(self.language, f"answers.{each.reason}", guard=guard))

    def limits(self) -> Iterator[Block]:
        yield Paragraph(self._say("limits_text"))
        retention = self.protocol.retention
        if retention is not None:
            source = self._source(self.protocol.sources[retention.source])
            yield Pair(self._say("retention"), f"{self._to(retention.text)} {source}")
        if self.now is not None and self.now.date().isoformat() >= self.protocol.review_before:
            yield Paragraph(self._say("review_expired", before=self.protocol.review_before))
        yield Paragraph(self._say("reviewed", date=self.protocol.reviewed, before=self.protocol.review_before))

    def trail(self) -> Iterator[Block]:
        notices, records = audit(self.summary, self.language)
        yield from (Paragraph(each) for each in notices)
        yield from (Pair(label, visible(text)) for label, text in records)

    # -- words --------------------------------------------------------------------------------------------------------

    def _answer(self, question: Question, value: Value, asked_by: Protocol | None = None) -> Pair:
        protocol = asked_by or self.protocol
        named = labels(protocol, question, self.language)
        return Pair(
            question.label.to(self.language),
            visible(worded(self.language, named, plain(value), protocol.client_word(self.language))),
        )

    def _waiting(self, name: str) -> str:
        waits = self.protocol.questions[name].waits
        until = self.summary.state.answers.get(waits.until) if waits else None
        if until is None:
            return self._say("waits_open", name=self._label(name))
        return self._say("waits_until", name=self._label(name), date=until)

    def _grounds(self, reason: Reason) -> Iterator[str]:
        for name, value in reason.answers.items():
            pair = self._answer(self.protocol.questions[name], value)
            yield f"{pair.label}: {pair.text}"
        yield self._source(reason.source)

    def _source(self, source: Source) -> str:
        parts = (self._to(source.title), source.article, source.url, self._to(source.note))
        return source_line(self.language, parts, source.verified, self._to(source.unverified))

    def _open_source(self, action: Action) -> tuple[str, ...]:
        """Name the source of an action only when it is unverified; the reason above names the others."""
        source = self.protocol.sources.get(action.source)
        return (self._source(source),) if source is not None and not source.verified else ()

    def _label(self, name: str) -> str:
        question = self.protocol.questions.get(name)
        return name if question is None else question.label.to(self.language)

    def _to(self, text: Text) -> str:
        return text.to(self.language)

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, f"summary.{key}", **values)
