"""Why the parts of a file have the form they have, with an example of each fault."""

from meldcode.text.code_example import Example

TEXTS = {
    "S01": (
        "Een sleutel met een tikfout zou anders zonder een woord worden overgeslagen.",
        "A key with a typing error would otherwise be passed over without a word.",
    ),
    "S02": (
        "Zonder deze sleutel is niet bekend wat er moet gebeuren. Het programma vult nooit zelf iets in.",
        "Without this key it is not known what must happen. The program never fills in anything by itself.",
    ),
    "S03": (
        "Op deze plaats hoort een andere vorm: een tekst, een lijst, of sleutels met waarden. Een tekst is nooit leeg.",
        "Another form belongs here: a text, a list, or keys with values. A text is never empty.",
    ),
    "S04": (
        "Hier kan alleen een van een paar woorden staan, zodat zeker is wat het betekent.",
        "Only one of a few words can stand here, so that it is certain what it means.",
    ),
    "S05": (
        "Ja, yes en on betekenen in andere programma's soms iets anders. Alleen true en false zijn altijd duidelijk.",
        "Ja, yes and on sometimes mean something else in other programs. Only true and false are always clear.",
    ),
    "S06": (
        "Zo geschreven is een datum maar op een manier te lezen.",
        "Written in this way a date can be read in one way only.",
    ),
    "S07": (
        "Hier wordt gerekend of op volgorde gezet. Dat kan alleen met een getal van 0 of hoger.",
        "This is counted with or put in order. That takes a number of 0 or higher.",
    ),
    "S08": (
        "Een id is een naam voor het programma. Het is nooit een pad, een adres of een zin.",
        "An id is a name for the program. It is never a path, an address or a sentence.",
    ),
    "S10": (
        "Wie een bron of contact leest, moet weten of iemand het heeft nagekeken.",
        "Whoever reads a source or contact must know whether someone has checked it.",
    ),
    "S11": (
        "Bij een keuze valt iets te kiezen. Bij een tekst, datum of getal niet.",
        "A choice has something to choose from. A text, date or number has not.",
    ),
    "S12": (
        "Een termijn telt gewone dagen of werkdagen, niet allebei.",
        "A deadline counts days or working days, not both.",
    ),
    "S13": (
        "Het programma zegt of een contact nu open is. Dat kan alleen als de tijden zo zijn geschreven.",
        "The program says whether a contact is open now. It can do so only if the hours are written like this.",
    ),
    "S14": (
        "Aan de drie getallen is te zien hoeveel er veranderde: veel, iets erbij, of alleen woorden.",
        "The three numbers show how much changed: much, something added, or words only.",
    ),
    "S15": (
        "Wie haast heeft, belt het nummer dat er staat. Er kan dus niets anders bij staan.",
        "Someone in a hurry calls the number that stands there. So nothing else can stand with it.",
    ),
    "S16": (
        "Een link in een handboek mag alleen naar een pagina leiden, nooit iets uitvoeren.",
        "A link in a handbook may only lead to a page, never run anything.",
    ),
}

_TEAM = "add: contact, id: team, name: Wijkteam"

EXAMPLES = {
    "S01": Example(
        "{change: step, id: wegen, titel: Wegen met het team}",
        "{change: step, id: wegen, title: Wegen met het team}",
        {"key": "titel", "meant": "title"},
    ),
    "S02": Example("{add: role, id: wie}", "{add: role, id: wie, text: De intern begeleider}", {"key": "text"}),
    "S03": Example(
        '{change: step, id: wegen, title: ""}',
        "{change: step, id: wegen, title: Wegen}",
        {"key": "title", "expected": "text"},
    ),
    "S04": Example(
        "{tighten: rule, id: meld, level: bel112}",
        "{tighten: rule, id: meld, level: bel_112}",
        {"given": "bel112", "allowed": "afsluiten, volgen, hulp, overleg, melden, bel_112", "meant": "bel_112"},
    ),
    "S05": Example(
        "{add: question, after: gemeld, question: {id: sinds, ask: Sinds wanneer?, type: date, required: ja}}",
        "{add: question, after: gemeld, question: {id: sinds, ask: Sinds wanneer?, type: date, required: true}}",
        {},
    ),
    "S06": Example(f"{{{_TEAM}, verified: 2-1-2026}}", f"{{{_TEAM}, verified: 2026-01-02}}", {}),
    "S07": Example(
        f"{{{_TEAM}, verified: 2026-01-02, urgency: hoog}}", f"{{{_TEAM}, verified: 2026-01-02, urgency: 30}}", {}
    ),
    "S08": Example(
        "{add: role, id: Intern Begeleider, text: Denkt mee}",
        "{add: role, id: intern_begeleider, text: Denkt mee}",
        {},
    ),
    "S10": Example(f"{{{_TEAM}}}", f"{{{_TEAM}, unverified: nog niet gebeld}}", {}),
    "S11": Example(
        "{add: question, after: gemeld, question: {id: sisa, ask: Staat het kind in SISA?, type: choice}}",
        "add: question\nafter: gemeld\n"
        "question: {id: sisa, ask: Staat het kind in SISA?, type: choice, options: {ja: Ja, nee: Nee}}",
        {"question": "sisa"},
    ),
    "S12": Example(
        "deadlines:\n  - {id: bericht, label: Bericht, text: Vraag hoe het gaat., from: gesprek_datum, source: wet}",
        "deadlines:\n  - {id: bericht, label: Bericht, text: Vraag hoe het gaat., from: gesprek_datum, days: 7, "
        "source: wet}",
        {},
    ),
    "S13": Example(
        f"{{{_TEAM}, verified: 2026-01-02, hours: op werkdagen}}",
        f'{{{_TEAM}, verified: 2026-01-02, hours: "ma-vr 9:00-17:00"}}',
        {"given": "op werkdagen"},
    ),
    "S14": Example(
        "overlay: stad\nversion: 1.0\nowner: Gemeente Stad\nextends: school\nbase: 2.0.0\noperations: []",
        "overlay: stad\nversion: 1.0.0\nowner: Gemeente Stad\nextends: school\nbase: 2.0.0\noperations: []",
        {"given": "1.0"},
    ),
    "S15": Example(
        f"{{{_TEAM}, verified: 2026-01-02, phone: 030-1234567 toets 2}}",
        f"{{{_TEAM}, verified: 2026-01-02, phone: 030-1234567, note: Kies 2}}",
        {},
    ),
    "S16": Example(
        f"{{{_TEAM}, verified: 2026-01-02, url: www.stad.nl}}",
        f'{{{_TEAM}, verified: 2026-01-02, url: "https://www.stad.nl"}}',
        {},
    ),
}
"""Operations of an overlay, whole overlays, and S12: part of a sector."""
