"""Why an answer has the form it has, with an example of each fault."""

from meldcode.text.code_example import Example

TEXTS = {
    "A01": (
        "Een keuze is een id uit de lijst van antwoorden, niet de tekst die erbij staat.",
        "A choice is an id from the list of options, not the text that goes with it.",
    ),
    "A02": (
        "Bij deze vraag kan meer dan een ding gelden. Ook een enkel ding is een lijst.",
        "More than one thing can hold for this question. One thing is a list too.",
    ),
    "A03": ("Deze vraag wordt met woorden beantwoord.", "This question is answered in words."),
    "A04": (
        "Een dossier vat samen. Zet het lange verhaal in uw eigen dossier.",
        "A record sums up. Put the long story in your own file.",
    ),
    "A05": (
        "Dit teken gaat bij het bewaren verloren, en dan klopt de tekst niet meer.",
        "This character is lost when it is kept, and then the text is no longer right.",
    ),
    "A06": (
        "Zo geschreven is een datum maar op een manier te lezen.",
        "Written in this way a date can be read in one way only.",
    ),
    "A07": ("Hier wordt mee gerekend.", "This is counted with."),
    "A08": (
        "Meer dan dit is bijna altijd een vergissing.",
        "More than this is nearly always a mistake.",
    ),
    "A09": (
        "Over een persoon of signaal wordt alleen bewaard wat nodig is. Een naam hoort daar niet bij.",
        "Of a person or signal only what is needed is kept. A name is not.",
    ),
    "A10": (
        "Een rol zegt genoeg. Wie het is, staat in uw eigen dossier.",
        "A role says enough. Who it is stands in your own file.",
    ),
    "A11": (
        "Hier kan het alleen ja of nee zijn: is dit de persoon voor wie u werkt?",
        "This can only be ja or nee: is this the person you work for?",
    ),
    "A12": (
        "Een leeftijd is een getal. Een geboortedatum zou iemand aanwijzen.",
        "An age is a number. A date of birth would point at someone.",
    ),
    "A13": (
        "Een signaal heet naar zijn lijst, met een punt ertussen.",
        "A signal is called by its list, with a dot between.",
    ),
    "A14": (
        "Deze reden moet in het dossier staan. Zo vraagt de meldcode het.",
        "This reason must be in the record. The reporting code asks for it.",
    ),
    "A15": (
        "In een antwoordbestand staan vragen met hun antwoord onder answers.",
        "An answers file holds questions with their answer under answers.",
    ),
    "A16": (
        "De naam van een sector of gemeente is tekst.",
        "The name of a sector or municipality is a text.",
    ),
    "A17": (
        "Aan het id herkent u het antwoord dat bij deze regel hoort.",
        "By the id you recognise the answer that belongs to this line.",
    ),
    "A18": (
        "Zelf gezien, verteld of van een ander: dat verschil telt bij een melding.",
        "Seen oneself, told, or from someone else: that difference counts in a report.",
    ),
}

_PEOPLE = "answers: {{betrokkenen: [{}]}}"

EXAMPLES = {
    "A01": Example(
        "answers: {direct_gevaar: neen}",
        "answers: {direct_gevaar: nee}",
        {
            "options": "nee, onbekend, ja",
            "meant": "nee",
        },
    ),
    "A02": Example("answers: {thema: eer}", "answers: {thema: [eer]}", {}),
    "A03": Example("answers: {weging: [wij wachten]}", "answers: {weging: Wij wachten de uitslag af.}", {}),
    "A04": Example(values={"limit": "20000"}),
    "A05": Example('{"answers": {"weging": "wij\\u0000"}}', '{"answers": {"weging": "wij"}}', {}),
    "A06": Example("answers: {gesprek_datum: 1-12-2026}", "answers: {gesprek_datum: 2026-12-01}", {}),
    "A07": Example("answers: {hoelang: twaalf}", "answers: {hoelang: 12}", {}),
    "A08": Example(values={"limit": "200"}),
    "A09": Example(
        _PEOPLE.format("{role: kind, naam: Kim}"),
        _PEOPLE.format("{role: kind, age: 7}"),
        {
            "keys": "role, age, client",
        },
    ),
    "A10": Example(
        _PEOPLE.format("{role: opa}"),
        _PEOPLE.format("{role: familielid}"),
        {
            "options": "client, kind, ouder, partner, ex_partner, familielid, mantelzorger, ander",
        },
    ),
    "A11": Example(_PEOPLE.format("{role: kind, client: true}"), _PEOPLE.format("{role: kind, client: ja}"), {}),
    "A12": Example(
        _PEOPLE.format("{role: kind, age: zeven}"),
        _PEOPLE.format("{role: kind, age: 7}"),
        {
            "limit": "120",
        },
    ),
    "A13": Example(
        "answers: {signalen: [vertelt_mishandeling]}",
        "answers: {signalen: [kind_4_12.vertelt_mishandeling]}",
        {"meant": "kind_4_12.vertelt_mishandeling"},
    ),
    "A14": Example('answers: {afwijking_reden: " "}', "answers: {afwijking_reden: De hulp is net begonnen.}", {}),
    "A15": Example("answers: [direct_gevaar, nee]", "answers: {direct_gevaar: nee}", {}),
    "A16": Example("sector: [onderwijs]\nanswers: {}", "sector: onderwijs\nanswers: {}", {"key": "sector"}),
    "A17": Example('{"id": [1], "answers": {}}', '{"id": 1, "answers": {}}', {}),
    "A18": Example(
        "answers: {signalen: [{signal: kind_4_12.vertelt_mishandeling, how: gehoord}]}",
        "answers: {signalen: [{signal: kind_4_12.vertelt_mishandeling, how: verteld}]}",
        {"options": "gezien, verteld, van_ander"},
    ),
}
"""Whole answers files."""
