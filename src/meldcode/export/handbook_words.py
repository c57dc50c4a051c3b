"""What every part of the handbook shares: a protocol in one language, its words as markup, and who changed what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from meldcode.export.handbook_marks import Marks
from meldcode.export.html import NOTHING, Html, element, escaped, joined, shown
from meldcode.protocol.condition import Condition
from meldcode.protocol.language import Language
from meldcode.protocol.model import HOME_ROUTE, Protocol, Text
from meldcode.protocol.sentence import sentence
from meldcode.text import say


@dataclass(frozen=True, slots=True)
class Part:
    """A heading inside a chapter, as the table of contents names it."""

    id: str
    title: Html


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the handbook: its id, what stands in it, and the parts that the table of contents names."""

    id: str
    body: Html
    parts: tuple[Part, ...] = ()


class Words:
    """The words of one handbook; every method returns markup."""

    def __init__(self, protocol: Protocol, language: Language) -> None:
        """Keep both; questions and sources are numbered here, in the order of the protocol."""
        self.protocol, self.language = protocol, language
        self._marks = Marks(protocol)
        asked = dict.fromkeys(name for step in protocol.steps for name in step.questions)
        self.numbers = {name: str(number) for number, name in enumerate(asked, start=1)}
        self._sources = {name: str(number) for number, name in enumerate(protocol.sources, start=1)}

    def say(self, key: str, **values: str) -> Html:
        """Return a sentence of the handbook."""
        return shown(say(self.language, f"handbook.{key}", **values))

    def shared(self, key: str, **values: str) -> Html:
        """Return a sentence that the handbook shares with the rest of the program, by its subject and name."""
        return shown(say(self.language, key, **values))

    def text(self, text: Text | None) -> Html:
        """Return a text; Dutch that stands in for missing English is marked as Dutch, for who hears it read."""
        if text is None or not text.nl:
            return NOTHING
        said = shown(text.to(self.language))
        return element("span", said, lang="nl") if self.language == "en" and text.en is None else said

    def paragraphs(self, text: Text | None, **attributes: str) -> Html:
        """Return a text as paragraphs, one for each line of it."""
        if text is None or not text.nl:
            return NOTHING
        stands_in = "nl" if self.language == "en" and text.en is None else ""
        parts = (part for part in text.to(self.language).split("\n") if part.strip())
        return joined(element("p", shown(part), lang=stands_in, **attributes) for part in parts)

    def plain(self, text: Text) -> str:
        """Return a text as it is, to be put into a sentence."""
        return text.to(self.language)

    def condition(self, condition: Condition) -> Html:
        """Return a condition in words."""
        return shown(sentence(self.protocol, condition, self.language))

    def only_if(self, condition: Condition | None, key: str = "only_if") -> Html:
        """Return on what condition something holds, as a sentence, or nothing where it always does."""
        if condition is None:
            return NOTHING
        return self.say(key, condition=sentence(self.protocol, condition, self.language))

    def source(self, name: str, verified: str = "", unverified: Text | None = None) -> Html:
        """Return a source by its number and title, with the day on which it was checked, or that it was not.

        What has a check of its own, such as a contact, gives it; otherwise it is that of the source.
        """
        source = self.protocol.sources.get(name)
        if source is None:
            return NOTHING
        if not verified and not (unverified and unverified.nl):
            verified, unverified = source.verified, source.unverified
        number = self.say("source_number", number=self._sources[name])
        link = element("a", number, Html(" "), self.text(source.title), href=f"#bron-{self._sources[name]}")
        return joined((link, self.checked(verified, unverified)), ", ")

    def source_number(self, name: str) -> str:
        """Return the number of a source."""
        return self._sources[name]

    def checked(self, verified: str, unverified: Text | None) -> Html:
        """Return when something was last checked, or that it was not and why."""
        if verified:
            return self.shared("summary.verified", date=verified)
        reason = unverified.to(self.language) if unverified else ""
        return element("strong", self.shared("summary.unverified", reason=reason), class_="unverified")

    def sourced(self, name: str) -> Html:
        """Return a source as a line of its own, or nothing where there is none."""
        source = self.source(name)
        return element("p", source, class_="source") if source else NOTHING

    def mark(self, kind: str, name: str) -> Html:
        """Return who changed this locally, or nothing; it leads to the list of changes."""
        found = self._marks.of(kind, name)
        links = (
            element("a", self.did(each.verb), Html(" "), escaped(self._marks.owner(each)), href=f"#{place}")
            for place, each in found
        )
        return joined(element("span", Html(" "), link, class_="changed") for link in links)

    def did(self, verb: str) -> Html:
        """Return what was done, and by whom follows."""
        return self.say(f"did_{verb}")

    def question(self, name: str) -> Html:
        """Return the name of a question as a link to it."""
        question = self.protocol.questions[name]
        return element(
            "a",
            self.say("question_number", number=self.numbers[name]),
            Html(" "),
            self.text(question.label),
            href=f"#vraag-{name}",
        )

    def level(self, level: str, route: str = HOME_ROUTE) -> Html:
        """Return what a level asks in a route, as a link to where that is told."""
        title = self.protocol.level_text(level, route).title
        differs = any(each.id == route and level in each.levels for each in self.protocol.routes)
        place = f"#route-{route}" if differs else f"#advies-{level}"
        return element("a", self.text(title), class_=f"level {level}", href=place)

    def contacts(self, names: Iterable[str]) -> Html:
        """Return contacts by name, as links, or nothing where there are none."""
        known = (self.protocol.contacts[name] for name in names if name in self.protocol.contacts)
        return joined((element("a", self.text(each.name), href=f"#contact-{each.id}") for each in known), ", ")

    def lists(self, names: Iterable[str]) -> Html:
        """Return signal lists by name, as links."""
        known = (self.protocol.signal_lists[name] for name in names if name in self.protocol.signal_lists)
        return joined((element("a", self.text(each.title), href=f"#lijst-{each.id}") for each in known), ", ")

    def themes(self, names: Iterable[str]) -> Html:
        """Return themes by name, as links."""
        known = (self.protocol.themes[name] for name in names if name in self.protocol.themes)
        return joined((element("a", self.text(each.title), href=f"#thema-{each.id}") for each in known), ", ")

    def labelled(self, key: str, said: Html, **attributes: str) -> Html:
        """Return a line that begins with what it is, or nothing where it says nothing."""
        return element("p", element("strong", self.say(key)), Html(" "), said, **attributes) if said else NOTHING


Writer = Callable[[Words], Chapter]
"""What writes a chapter; one without a body is left out."""
