"""One edit to the small folder of content for each thing that can be wrong; `→` marks the place that must be shown."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.protocol import small
from tests.protocol.small import BASE, BASE_EN, CONTACTS, EER, KIND, SCHOOL, SCHOOL_EN

MARK = "→"


class Fault(NamedTuple):
    """A folder with one fault, and what must be said about it."""

    files: Mapping[str, str]
    code: str
    file: str
    line: int
    column: int
    values: Mapping[str, str]


def fault(code: str, file: str, old: str, new: str, **values: str) -> Fault:
    """Return the folder with one edit; the new text holds the mark, which is taken out."""
    files = small.edited(file, old, new)
    before, _, after = files[file].partition(MARK)
    assert MARK not in after
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Fault({**files, file: before + after}, code, file, line, column, values)


UNKNOWN_KEYS = {
    "an unknown key": fault("S01", BASE, "at_hand:", "→at_hands:", key="at_hands", meant="at_hand"),
    "an unknown key of a question": fault(
        "S01", BASE, "        client: kind", "        →cliënt: kind", key="cliënt", meant="client"
    ),
    "an unknown key of a condition's neighbour": fault("S01", BASE, "lists: [kind]", "lists: [kind]\n        →x: y"),
    "an unknown key of a source": fault("S01", BASE, 'article: "2"', '→artikel: "2"', meant="article"),
    "an unknown key of a theme": fault("S01", EER, "order: 2", "order: 2\n→volgorde: 2"),
    "an unknown key of a signal": fault("S01", KIND, "graded: bron", "→gradet: bron", meant="graded"),
    "the loader's own name for a place": fault("S01", BASE, "at_hand:", "→place: x\nat_hand:"),
    "a sector with levels": fault("S01", SCHOOL, "actions: []", "actions: []\n→levels: {}", key="levels"),
    "a sector that is a protocol": fault("S01", SCHOOL, "sector: school", "sector: school\n→protocol: school"),
}

MISSING_KEYS = {
    "no label": fault("S02", BASE, "id: direct_gevaar\n        ask: Is er nu gevaar?\n        label: Gevaar", ""),
}

MISSING_KEYS = {
    "a question without ask": fault(
        "S02", BASE, "- id: direct_gevaar\n        ask: Is er nu gevaar?", "- →id: direct_gevaar", key="ask"
    ),
    "a rule without a condition": fault(
        "S02", BASE, "- id: meld\n    when: {veiligheid: ja}", "- →id: meld", key="when"
    ),
    "a flag without a source": fault(
        "S02", BASE, "- id: lager\n    when: {below_advice: besluit}", "- →id: lager", key="when"
    ),
    "a signal without a source": fault(
        "S02", KIND, "{id: bang, text: Is bang., severity: laag, source: lijst}", "→{id: bang, text: X, severity: laag}"
    ),
    "a step without questions": fault(
        "S02", SCHOOL, "- id: signalen\n    questions: [direct_gevaar, betrokkenen, signalen, thema]", "- →id: signalen"
    ),
    "a sector without its own version": fault(
        "S02", SCHOOL, "format: 1\nsector: school\nversion: 2.0.0", "→format: 1\nsector: school", key="version"
    ),
    "a sector that does not say if it is bound": fault(
        "S02",
        SCHOOL,
        "format: 1\nsector: school\nversion: 2.0.0\ntitle: School\nfor_whom: Voor scholen.\n"
        "decides: De directeur.\nextends: basismodel\nbound: true",
        "→format: 1\nsector: school\nversion: 2.0.0\ntitle: School\nfor_whom: Voor scholen.\n"
        "decides: De directeur.\nextends: basismodel",
        key="bound",
    ),
    "a base without a name": fault("S02", BASE, "format: 1\nprotocol: basismodel", "→format: 1", key="protocol"),
    "a translation without a language": fault("S02", SCHOOL_EN, "language: en\n", "→", key="language"),
}

FORMS = {
    "a text where a mapping is expected": fault("S03", BASE, "{date: 2026-01-02, before: 2027-01-02}", "→gisteren"),
    "a text where a list is expected": fault("S03", BASE, "lists: [kind]", "lists: →kind", expected="list"),
    "a list where a mapping is expected": fault("S03", BASE, "{nee: Nee, onbekend: Weet ik niet, ja: Ja}\n        hints",
                                                "→[nee, ja]\n        hints", expected="mapping"),
    "a mapping where a text is expected": fault("S03", BASE, "purpose: Weeg.", "purpose: →{nl: Weeg}", key="purpose"),
    "an empty text": fault("S03", BASE, "purpose: Weeg.", "purpose:→", key="purpose", expected="text"),
    "an empty text in quotes": fault("S03", BASE, "purpose: Weeg.", 'purpose: →" "', expected="text"),
    "an empty option": fault("S03", BASE, "{gevoerd: Ja, uitgesteld: Later}", '{gevoerd: →"", uitgesteld: Later}'),
    "an empty translation": fault("S03", BASE_EN, "title: Signals", 'title: →""', key="title", expected="text"),
    "a file that is a list": fault("S03", KIND, small.FILES[KIND], "→- a\n"),
    "an unknown type": fault("S04", BASE, "type: people", "type: →peple", given="peple", meant="people"),
    "an unknown level": fault("S04", BASE, "level: bel_112", "level: →bel112", given="bel112", meant="bel_112"),
    "an unknown level among the levels": fault("S04", BASE, "  volgen: {", "  →volg: {", given="volg", meant="volgen"),
    "an unknown severity": fault("S04", KIND, "severity: laag", "severity: →licht", allowed="context, laag, midden, hoog, acuut"),
    "danger that falls": fault("S04", BASE, "rising\n        source", "→falling\n        source", given="falling"),
    "another format": fault("S04", BASE, "format: 1", "format: →2", given="2", allowed="1"),
    "a sixth statutory step": fault("S04", BASE, "statutory: 4", "statutory: →6", allowed="1, 2, 3, 4, 5"),
    "a talk that is perhaps safe": fault("S04", EER, "safe: nee", "safe: →misschien"),
    "a sector in another's folder": fault("S04", SCHOOL, "sector: school", "sector: →opvang", allowed="school"),
    "a sector on another base": fault("S04", SCHOOL, "extends: basismodel", "extends: →zorg", allowed="basismodel"),
    "a translation into German": fault("S04", SCHOOL_EN, "language: en", "language: →de", allowed="en"),
    "waiting until a question that is no date": fault(
        "S04", BASE, "until: gesprek_datum", "until: →vt_advies", allowed="gesprek_datum"
    ),
    "yes for true": fault("S05", SCHOOL, "bound: true", "bound: →yes"),
    "ja for true": fault("S05", BASE, "locked: true", "locked: →ja"),
    "on for true": fault("S05", EER, "required: true", "required: →on"),
    "no for false": fault("S05", BASE, "required: false\n        when: {gesprek", "required: →no\n        when: {gesprek"),
    "True with a capital": fault("S05", BASE, "informs: true", "informs: →True"),
    "a date in Dutch order": fault("S06", BASE, "{date: 2026-01-02, b", "{date: →02-01-2026, b"),
    "a day that does not exist": fault("S06", BASE, "before: 2027-01-02", "before: →2027-02-30"),
    "an order in words": fault("S07", EER, "order: 2", "order: →twee"),
    "an urgency below zero": fault("S07", CONTACTS, "urgency: 1", "urgency: →-1"),
    "an id with a capital": fault("S08", BASE, "id: wegen", "id: →Wegen"),
    "an id with a space": fault("S08", EER, "theme: eer", "theme: →eer en meer"),
    "an id with a dot": fault("S08", KIND, "id: bang", "id: →bang.heel"),
    "an option with a capital": fault("S08", BASE, "{gevoerd: Ja, ", "{→Gevoerd: Ja, "),
    "a source with a space": fault("S08", KIND, "  lijst: {", "  →de lijst: {"),
    "a reference that is a list": fault("S08", SCHOOL, "      - toelichting\n      - besluit", "      - →[toelichting]\n      - besluit"),
    "neither verified nor unverified": fault("S10", KIND, "{title: Lijst, verified: 2026-01-02}", "→{title: Lijst}"),
    "verified and unverified": fault("S10", KIND, "{title: Lijst, v", "→{title: Lijst, unverified: nee, v"),
    "a choice without options": fault(
        "S11", BASE, "- id: gesprek\n", "- →id: gesprek\n"
    )._replace(files=small.edited(BASE, "        options: {gevoerd: Ja, uitgesteld: Later}\n", "")),
    "a text with options": fault("S11", BASE, "- id: toelichting\n", "- →id: toelichting\n        options: {ja: Ja}\n"),
}
