"""The field's own codes for our questions, as far as they were read at the source; what was not read is left out.

Source: Basisdataset Jeugdgezondheidszorg (BDS), elements 1572 to 1576, value set of 27 May 2020 (version 4.0.0 and up),
as Nictiz publishes it with the conversion of the JGZ file transfer from 3.2.7 to 4.0.1. Read on 2026-11-23.
The codes of the answers, and those of the Informatieprotocol of Veilig Thuis, were not read and are not here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from meldcode.protocol.model import Protocol


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a system, with the name that the system gives it."""

    system: str
    code: str
    display: str


BDS = "urn:oid:2.16.840.1.113883.2.4.4.40.267"
"""The elements of the youth-health basic data set."""

YOUTH_HEALTH = "zorg-jgz"
"""The protocol of those who work with that data set; for others its elements mean nothing."""

_WEIGHING: Mapping[str, Code] = {
    "vermoeden": Code(
        BDS,
        "1572",
        "Afwegingsvraag 1: Is er een vermoeden van (dreiging van) huiselijk geweld en/of kindermishandeling?",
    ),
    "veiligheid": Code(
        BDS, "1573", "Afwegingsvraag 2: Is er sprake van acute onveiligheid en/of structurele onveiligheid?"
    ),
    "hulp": Code(
        BDS,
        "1574",
        "Afwegingsvraag 3: Ben ik, als JGZ-professional, in staat effectieve hulp te bieden of te organiseren?",
    ),
    "acceptatie": Code(
        BDS,
        "1575",
        ("Afwegingsvraag 4: Aanvaarden de betrokkenen de hulp? Ben ik in staat de hulp te bieden of te organiseren?"),
    ),
    "resultaat": Code(
        BDS,
        "1576",
        (
            "Afwegingsvraag 5: Leidt de hulp binnen de gewenste termijn tot duurzame veiligheid en/of het welzijn van "
            "alle betrokkenen?"
        ),
    ),
}


def code_of(protocol: Protocol, question: str) -> Code | None:
    """Return the code of a question in this protocol, or None where there is none that was read."""
    return _WEIGHING.get(question) if protocol.id == YOUTH_HEALTH else None
