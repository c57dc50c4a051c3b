"""The draft of a report to Veilig Thuis from a case: facts apart from interpretation, second-hand marked, and blanks.

The order is that of a Veilig Thuis form: reporter, persons, report, network, other, completion. What was typed is given
word for word, so that nothing sounds more certain than it was recorded. What identifies people we never hold; there a
blank stands.
"""

from collections.abc import Iterator

from meldcode.case.summary import Summary, labels
from meldcode.case.values import HOW, SECOND_HAND, Observation, Person, Value, plain
from meldcode.export.sections import Block, Bullet, Pair, Paragraph, Section
from meldcode.protocol.language import Language
from meldcode.protocol.model import LEVELS, Question
from meldcode.text import say
from meldcode.text.answers import person, worded
from meldcode.text.visible import visible

REPORTING = LEVELS[LEVELS.index("melden") :]
"""Levels that ask for a report."""

BLANK = "____________________"

PLACED = {
    "now": ("direct_gevaar",),
    "risk": ("thema",),
    "protective": ("beschermend",),
    "weighing": ("vermoeden", "veiligheid", "weging"),
    "consulted": ("collega", "collega_advies", "deskundige", "vt_advies", "vt_advies_inhoud"),
    "talk": ("gesprek", "gesprek_datum", "gesprek_reden", "gesprek_verslag"),
    "told": ("aankondiging", "melding_datum"),
    "help": ("hulp", "acceptatie", "hulp_afspraken", "evaluatie", "resultaat"),
}
"""Which answers stand in which part; the blanks of a part stand below them."""

BLANKS = {
    "reporter": ("name", "function", "organisation", "reach"),
    "anonymous": ("open", "ground"),
    "person": ("name", "born", "address", "authority", "language"),
    "now": ("where", "needed"),
    "history": ("earlier", "pattern"),
    "risk": ("weapons",),
    "protective": ("network",),
    "talk": ("reaction",),
    "told": ("whom",),
    "help": ("others",),
    "after": ("own", "agreed"),
}

ELSEWHERE = frozenset({"betrokkenen", "signalen"})
"""What has parts of its own; every other answer stands in a part above, or in the rest."""


def report(summary: Summary, language: Language) -> tuple[Section, ...]:
    """Return the parts of the draft that have something to say or to fill in."""
    writer = _Report(summary, language)
    return tuple(
        Section(name, say(language, f"report.{name}"), blocks)
        for name, write in writer.parts()
        if (blocks := tuple(write))
    )


class _Report:
    def __init__(self, summary: Summary, language: Language) -> None:
        self.summary, self.language = summary, language
        self.protocol, self.answers = summary.protocol, summary.state.answers

    def parts(self) -> Iterator[tuple[str, Iterator[Block]]]:
        yield "draft", self.draft()
        yield "reporter", self.blanks("reporter")
        yield "anonymous", self.blanks("anonymous")
        yield "persons", self.persons()
        yield "now", self.part("now")
        yield "own", self.facts(HOW[0], HOW[1])
        yield "second_hand", self.facts(SECOND_HAND)
        yield "how_unknown", self.facts("")
        yield "history", self.part("history")
        for name in ("risk", "protective"):
            yield name, self.part(name)
        yield "interpretation", self.interpretation()
        for name in ("weighing", "consulted", "talk", "told", "help"):
            yield name, self.part(name)
        yield "norm", self.norm()
        yield "rest", self.rest()
        yield "notes", self.notes()
        yield "after", self.blanks("after")
        yield "at_hand", self.at_hand()

    def draft(self) -> Iterator[Block]:
        yield Paragraph(self._say("draft_text"))
        if self.summary.advice.route != "huiselijke_kring":
            yield Paragraph(self._say("other_route"))
        if self.summary.advice.level not in REPORTING:
            title = self.summary.advice.text.title.to(self.language)
            yield Paragraph(self._say("not_advised", title=title))
        if self.summary.facts.code:
            yield Pair(say(self.language, "summary.case"), self.summary.facts.code)
        yield Pair(say(self.language, "summary.sector"), self.protocol.title.to(self.language))
        if self.summary.facts.municipality:
            yield Pair(say(self.language, "summary.municipality"), self.summary.facts.municipality)
        if self.summary.facts.region:
            yield Pair(say(self.language, "summary.region"), self.summary.facts.region.name)

    def persons(self) -> Iterator[Block]:
        for someone in self._people():
            item = plain((someone,))
            assert isinstance(item, list)
            yield Bullet(
                person(self.language, item[0], self._client()),
                tuple(f"{self._say(f'blank_{name}')}: {BLANK}" for name in BLANKS["person"]),
            )
        yield Bullet(self._say("others_at_home"), (BLANK,))

    def facts(self, *how: str) -> Iterator[Block]:
        for each in self._observations():
            if each.how in how:
                yield Bullet(self._signal(each), tuple(self._fact(each)))

    def _fact(self, each: Observation) -> Iterator[str]:
        yield f"{self._say('fact')}: {visible(each.seen) if each.seen.strip() else BLANK}"
        yield f"{self._say('date')}: {each.on or BLANK}"
        known = say(self.language, f"answers.{each.how}") if each.how else BLANK
        yield f"{self._say('source')}: {known}"
        if each.how == SECOND_HAND:
            yield f"{self._say('who_said')}: {BLANK}"

    def interpretation(self) -> Iterator[Block]:
        meanings = [each for each in self._observations() if each.meaning.strip()]
        if meanings:
            yield Paragraph(self._say("interpretation_text"))
        for each in meanings:
            yield Bullet(self._signal(each), (visible(each.meaning),))

    def part(self, name: str) -> Iterator[Block]:
        for question in PLACED.get(name, ()):
            if question in self.answers:
                yield self._answer(self.protocol.questions[question], self.answers[question])
        yield from self.blanks(name)

    def blanks(self, part: str) -> Iterator[Block]:
        for name in BLANKS.get(part, ()):
            yield Pair(self._say(f"blank_{name}"), BLANK)

    def norm(self) -> Iterator[Block]:
        for reason in self.summary.advice.reasons:
            if reason.rule.level in REPORTING:
                yield Bullet(reason.rule.because.to(self.language))

    def rest(self) -> Iterator[Block]:
        """Give what the sector recorded besides, so that nothing is silently left out."""
        placed = ELSEWHERE.union(*PLACED.values())
        for name, value in self.answers.items():
            if name not in placed:
                yield self._answer(self.protocol.questions[name], value)

    def notes(self) -> Iterator[Block]:
        yield from (Pair(note.at or self._say("note"), visible(note.text)) for note in self.summary.notes)
        if self.summary.state.rounds:
            yield Paragraph(self._say("rounds"))

    def at_hand(self) -> Iterator[Block]:
        yield from (Bullet(item.text.to(self.language)) for item in self.protocol.at_hand)

    # -- words --------------------------------------------------------------------------------------------------------

    def _people(self) -> list[Person]:
        given = self.answers.get("betrokkenen", ())
        return [item for item in given if isinstance(item, Person)] if isinstance(given, tuple) else []

    def _observations(self) -> list[Observation]:
        given = self.answers.get("signalen", ())
        return [item for item in given if isinstance(item, Observation)] if isinstance(given, tuple) else []

    def _client(self) -> str:
        return self.protocol.client_word(self.language)

    def _signal(self, each: Observation) -> str:
        return self.protocol.signal(each.signal).text.to(self.language)

    def _answer(self, question: Question, value: Value) -> Pair:
        named = labels(self.protocol, question, self.language)
        text = worded(self.language, named, plain(value), self._client())
        return Pair(question.label.to(self.language), visible(text))

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, f"report.{key}", **values)
