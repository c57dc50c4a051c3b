"""Summaries to put on paper, with a given text in every place where a person can write one."""

from __future__ import annotations

from typing import Final

from meldcode.case.events import Answered, Closed, Event, Noted, Reopened
from meldcode.case.state import replay, settled
from meldcode.case.summary import Facts, Note, Summary, summarise
from meldcode.case.values import Observation, Person, Plain, plain
from meldcode.protocol import library
from tests.case.shipped import protocol_of, texts

SIGNAL = "kind_4_12.vertelt_mishandeling"

FACTS: Final = Facts(
    "7Q2MX4HK", made="2026-11-23 10:00", started="2026-11-20 09:00", control="ABCD-EFGH-IJKL-MNOP-QRST"
)


def case_with(text: str) -> Summary:
    """Return the summary of a kept case in which everything that was typed is this text."""
    protocol = protocol_of("onderwijs")
    seen = (Observation(SIGNAL, text, on="2026-11-02", meaning=text),)
    first: dict[str, Plain] = {
        "direct_gevaar": "nee",
        "betrokkenen": plain((Person("kind", 9), Person("ouder"))),
        "signalen": plain(seen),
        "beschermend": text,
        "vermoeden": "nee",
        "weging": text,
    }
    again: dict[str, Plain] = {"vermoeden": "ja", "weging": "Nu anders.", "veiligheid": "ja", "besluit": "volgen"}
    events: list[Event] = [Answered(name, value) for name, value in first.items()]
    events += [Noted(text), Reopened(text), *(Answered(name, value) for name, value in again.items())]
    events += [Answered("afwijking_reden", text if text.strip() else "Reden."), Closed(text)]
    notes = (Note("2026-11-20 09:30", text), Note("", text))
    return summarise(protocol, replay(protocol, events), FACTS, notes)


def advice_on(*pairs: str, sector: str = "onderwijs", municipality: str = "") -> Summary:
    """Return a summary as `advise` makes it: no case, nothing kept."""
    protocol = protocol_of(sector)
    region = library.region_of(municipality)
    return summarise(protocol, settled(protocol, texts(*pairs)), Facts(municipality=municipality, region=region))
