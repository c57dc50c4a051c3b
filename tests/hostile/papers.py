"""One case that holds the whole corpus, so that every way out is walked once for all strings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from meldcode.case.events import Answered, Closed, Event, Noted, Reopened
from meldcode.case.state import replay
from meldcode.case.summary import Note, Summary, summarise
from meldcode.case.trail import Entry, Trail
from meldcode.case.values import HOW, Observation, Person, Plain, plain
from meldcode.text.visible import visible
from tests.case.shipped import protocol_of
from tests.export.papers import FACTS, SIGNAL
from tests.hostile.corpus import CORPUS, KEEPABLE, MOST

if TYPE_CHECKING:
    from collections.abc import Sequence

MOMENT: Final = datetime(2026, 11, 23, 12, tzinfo=UTC)

NOTED: Final = tuple(each for each in CORPUS if each.keepable or len(each.text) <= MOST)
"""What stands in the notes: also what is refused at every door, for a door may be forgotten."""

TYPED: Final = tuple(each for each in KEEPABLE if len(each.text) < 2_000)[:200]
"""What stands in the answers: as many as one answer holds."""


def mark(number: int) -> str:
    """The words that stand before a note, so that it can be found back."""
    return f"merk-{number:03}"


@cache
def trailed_case() -> Summary:
    """Return that case with its records one by one; who made each has a hostile name too."""
    noted = [*(each.text for each in NOTED), "Klaar."]
    entries = (
        Entry(number, MOMENT, NOTED[-1 - number % len(NOTED)].text, Noted(text), FACTS.control)
        for number, text in enumerate(noted, start=1)
    )
    return replace(whole_case(), trail=Trail(tuple(entries)))


@cache
def whole_case() -> Summary:
    """Return the summary of a case with a note for every string, and answers, reasons and rounds made of many."""
    protocol = protocol_of("onderwijs")
    first: dict[str, Plain] = {
        "direct_gevaar": "nee",
        "betrokkenen": plain((Person("kind", 9), Person("ouder"))),
        "signalen": plain(tuple(observed(number) for number in range(len(TYPED)))),
        "beschermend": joined(TYPED[:100]),
        "vermoeden": "ja",
        "weging": joined(TYPED[100:]),
    }
    events: list[Event] = [Answered(name, value) for name, value in first.items()]
    events += [Reopened(joined(TYPED)), Answered("weging", "Nu anders."), Answered("veiligheid", "ja")]
    events += [Answered("besluit", "volgen"), Answered("afwijking_reden", joined(TYPED[:50])), Closed(joined(TYPED))]
    notes = (*(Note(mark(number), each.text) for number, each in enumerate(NOTED)), Note(mark(len(NOTED)), "Klaar."))
    return summarise(protocol, replay(protocol, events), FACTS, notes)


def observed(number: int) -> Observation:
    """Return an observation of one string, which may mean another."""
    seen, meaning = TYPED[number].text, TYPED[-1 - number].text
    return Observation(SIGNAL, seen, HOW[number % len(HOW)], "2026-11-02", meaning)


def joined(several: Sequence[object]) -> str:
    """Return texts as the paragraphs of one text."""
    return "\n\n".join(getattr(each, "text", "") for each in several)


def words(text: str) -> str:
    """Return a text with every run of white space as one space: how it is broken into lines does not matter."""
    return " ".join(text.split())


def shown(text: str) -> str:
    """Return what a reader should read where this was typed."""
    return words(visible(text))


def notes_in(read: str) -> dict[str, str]:
    """Return what a reader reads after each mark, up to the next; what follows the last mark belongs to it."""
    _, *parts = re.split(r"(merk-\d{3}):?", words(read))
    return {name: text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}


def lost(read: str) -> list[str]:
    """Return the names of the strings whose note is not read back exactly."""
    found = notes_in(read)
    assert len(found) == len(NOTED) + 1
    return [each.name for number, each in enumerate(NOTED) if found[mark(number)] != shown(each.text)]


def missing(read: str, texts: Sequence[str]) -> list[str]:
    """Return which of these texts, each made visible, a reader does not find anywhere."""
    flat = words(read)
    return [text for text in texts if shown(text) not in flat]
