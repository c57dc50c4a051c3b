"""Why what is named must exist, what a condition and a translation may say, with an example of each fault."""

from meldcode.text.code_example import Example

TEXTS = {
    "R01": (
        "Een voorwaarde over een vraag die er niet is, geldt nooit. Een advies zou dan zonder een woord wegvallen.",
        "A condition about a question that is not there never holds. Advice would then drop out without a word.",
    ),
    "R02": (
        "Een voorwaarde over een antwoord dat niemand kan geven, geldt nooit.",
        "A condition about an answer that nobody can give never holds.",
    ),
    "R03": (
        "Wat bij een stap hoort, moet bij een stap staan die er is.",
        "What belongs to a step must stand with a step that is there.",
    ),
    "R04": (
        "Bij elke regel moet na te lezen zijn waarop zij rust.",
        "For every rule it must be possible to read what it rests on.",
    ),
    "R05": (
        "Wie dit leest, krijgt anders niemand te zien om te bellen.",
        "Whoever reads this would otherwise see nobody to call.",
    ),
    "R06": (
        "Een stap in een weg die er niet is, ziet niemand.",
        "A step in a route that is not there is seen by nobody.",
    ),
    "R07": (
        "Een begrip wordt getoond bij de vraag die het noemt. Het moet er dus zijn.",
        "A definition is shown at the question that names it. So it must be there.",
    ),
    "R08": (
        "Signalen komen uit lijsten. Een lijst die er niet is, geeft geen signalen.",
        "Signals come from lists. A list that is not there gives no signals.",
    ),
    "R09": (
        "Een regel noemt wat iemand moet doen. Wat er niet is, kan niemand doen.",
        "A rule names what someone must do. What is not there, nobody can do.",
    ),
    "R11": (
        "Twee dingen met hetzelfde id zijn niet uit elkaar te houden, ook niet in een dossier.",
        "Two things with the same id cannot be told apart, in a record neither.",
    ),
    "R12": (
        "Of een vraag wordt gesteld, moet op dat moment bekend zijn.",
        "Whether a question is asked must be known at that moment.",
    ),
    "R13": (
        "Een sector waarvoor de wet geldt, stelt elke vraag van het basismodel. Zo valt er nooit een weg.",
        "A sector that the law binds asks every question of the base model. So none ever drops out.",
    ),
    "R14": (
        "Een signaal heet naar zijn lijst, met een punt ertussen.",
        "A signal is called by its list, with a dot between.",
    ),
    "R15": (
        "Een overlay bouwt op een protocol dat bij het programma hoort, nooit op een bestand of een adres.",
        "An overlay builds on a protocol that comes with the program, never on a file or an address.",
    ),
    "R16": (
        "Een thema bepaalt wie wordt gevraagd en of een gesprek veilig is. Het moet er dus zijn.",
        "A theme decides who is asked and whether a talk is safe. So it must be there.",
    ),
    "R17": (
        "Hulp is voor iemand met een rol uit de vraag naar de betrokkenen.",
        "Help is for someone with a role from the question about the persons concerned.",
    ),
    "C01": (
        "Met twee sleutels is niet duidelijk of het een en het ander moet gelden, of een van beide.",
        "With two keys it is not clear whether both must hold, or one of them.",
    ),
    "C02": (
        "Een lege lijst zegt niets. Zij zou altijd gelden, of nooit.",
        "An empty list says nothing. It would always hold, or never.",
    ),
    "C03": (
        "Er zijn twee manieren om te vergelijken. Zo is elke voorwaarde in een zin te zeggen en te bewijzen.",
        "There are two ways to compare. So every condition can be said in a sentence and be proven.",
    ),
    "C04": (
        "Vrije tekst stuurt nooit het advies: het programma leest geen verhalen.",
        "Free text never steers the advice: the program reads no stories.",
    ),
    "C05": (
        "Het advies kan niet afhangen van wat iemand na het advies besluit.",
        "The advice cannot depend on what someone decides after the advice.",
    ),
    "T01": (
        "Een vertaling staat bij een tekst die er is. Anders ziet niemand haar, of zegt zij iets nieuws.",
        "A translation stands with a text that is there. Otherwise nobody sees it, or it says something new.",
    ),
    "T02": (
        "Alleen tekst wordt vertaald. Een versie, een niveau of een id is in elke taal gelijk.",
        "Only text is translated. A version, a level or an id is the same in every language.",
    ),
}

_RULE = "{{add: rule, rule: {{id: eigen, because: Zo spraken wij af., {}}}}}"

EXAMPLES = {
    "R01": Example(
        _RULE.format("when: {veilig: ja}"),
        _RULE.format("when: {veiligheid: ja}"),
        {"name": "veilig", "meant": "veiligheid"},
    ),
    "R02": Example(
        _RULE.format("when: {veiligheid: jaa}"),
        _RULE.format("when: {veiligheid: ja}"),
        {"name": "jaa", "question": "veiligheid", "meant": "ja", "options": "nee, onbekend, ja"},
    ),
    "R03": Example(
        "{add: task, step: weeg, id: team, text: Vraag het wijkteam.}",
        "{add: task, step: wegen, id: team, text: Vraag het wijkteam.}",
        {"name": "weeg", "meant": "wegen"},
    ),
    "R04": Example(
        _RULE.format("when: {veiligheid: ja}, source: wett"),
        _RULE.format("when: {veiligheid: ja}, source: wet"),
        {"name": "wett", "meant": "wet"},
    ),
    "R05": Example(
        _RULE.format("when: {veiligheid: ja}, contacts: [alarmm]"),
        _RULE.format("when: {veiligheid: ja}, contacts: [alarm]"),
        {"name": "alarmm", "meant": "alarm"},
    ),
    "R06": Example(
        "- id: bestuur\n    route: beroeps",
        "- id: bestuur\n    route: beroepskracht",
        {"name": "beroeps", "meant": "beroepskracht"},
    ),
    "R07": Example(
        "{add: example, definition: veilig, id: alleen, text: Een kind is nachten alleen.}",
        "{add: example, definition: onveilig, id: alleen, text: Een kind is nachten alleen.}",
        {"name": "veilig", "meant": "onveilig"},
    ),
    "R08": Example(
        "{add: signal, list: kinderen, signal: {id: zwerft, text: Zwerft rond., severity: hoog}}",
        "{add: signal, list: kind, signal: {id: zwerft, text: Zwerft rond., severity: hoog}}",
        {"name": "kinderen", "meant": "kind"},
    ),
    "R09": Example(
        _RULE.format("when: {veiligheid: ja}, actions: [bell]"),
        _RULE.format("when: {veiligheid: ja}, actions: [bel]"),
        {"name": "bell", "meant": "bel"},
    ),
    "R11": Example(
        "{add: task, step: wegen, id: team, text: Vraag het wijkteam.}\n"
        "{add: task, step: wegen, id: team, text: Vraag de leraar.}",
        "{add: task, step: wegen, id: team, text: Vraag het wijkteam.}\n"
        "{add: task, step: wegen, id: leraar, text: Vraag de leraar.}",
        {"name": "team"},
    ),
    "R12": Example(
        "add: question\nafter: thema\nquestion: {id: sinds, ask: Sinds wanneer?, type: date, when: {veiligheid: ja}}",
        "add: question\nafter: veiligheid\n"
        "question: {id: sinds, ask: Sinds wanneer?, type: date, when: {veiligheid: ja}}",
        {"name": "veiligheid", "question": "sinds"},
    ),
    "R13": Example(
        "questions: [gesprek, gesprek_datum, deskundige]",
        "questions: [gesprek, gesprek_datum, deskundige, vt_advies]",
        {"name": "vt_advies"},
    ),
    "R14": Example(
        "{hide: signal, id: kind.bangg}",
        "{hide: signal, id: kind.bang}",
        {
            "name": "kind.bangg",
            "meant": "kind.bang",
        },
    ),
    "R15": Example(
        "overlay: stad\nversion: 1.0.0\nowner: Gemeente Stad\nextends: schol\nbase: 2.0.0\noperations: []",
        "overlay: stad\nversion: 1.0.0\nowner: Gemeente Stad\nextends: school\nbase: 2.0.0\noperations: []",
        {"name": "schol", "meant": "school"},
    ),
    "R16": Example(
        "{add: contact, id: team, name: Wijkteam, verified: 2026-01-02, themes: [eerr]}",
        "{add: contact, id: team, name: Wijkteam, verified: 2026-01-02, themes: [eer]}",
        {"name": "eerr", "meant": "eer"},
    ),
    "R17": Example(
        "fits: {roles: [kint], age_from: 4",
        "fits: {roles: [kind], age_from: 4",
        {"name": "kint", "meant": "kind"},
    ),
    "C01": Example(
        _RULE.format("when: {veiligheid: ja, gesprek: gevoerd}"),
        _RULE.format("when: {all: [{veiligheid: ja}, {gesprek: gevoerd}]}"),
        {},
    ),
    "C02": Example(
        _RULE.format("when: {any: {veiligheid: ja}}"), _RULE.format("when: {any: [{veiligheid: ja}]}"), {"key": "any"}
    ),
    "C03": Example(
        _RULE.format("when: {jongste_leeftijd: {under: 12}}"),
        _RULE.format("when: {jongste_leeftijd: {younger_than: 12}}"),
        {},
    ),
    "C04": Example(
        _RULE.format("when: {toelichting: honger}"),
        _RULE.format("when: {answered: toelichting}"),
        {
            "name": "toelichting",
        },
    ),
    "C05": Example(
        _RULE.format("when: {below_advice: besluit}"),
        "{add: flag, flag: {id: minder, text: Het besluit gaat minder ver., when: {below_advice: besluit}}}",
        {},
    ),
    "T01": Example(
        "language: en\noperations: {team: {naam: District team}}",
        "language: en\noperations: {team: {name: District team}}",
        {"key": "naam", "meant": "name"},
    ),
    "T02": Example(
        "language: en\noperations: {team: {hours: always}}",
        "language: en\noperations: {team: {note: Always there}}",
        {"key": "hours"},
    ),
}
"""Operations of an overlay, translations of one, and R06, R13, R17: part of a sector or of the shared files."""
