"""Why some things that are accepted ask for a look, with an example of each."""

from meldcode.text.code_example import Example

TEXTS = {
    "W01": (
        "Wie weet waarom iets wordt gevraagd, antwoordt beter. Een vraag zonder reden kan vaak weg.",
        "Someone who knows why something is asked answers better. A question without a reason can often go.",
    ),
    "W02": (
        "Met een bron is na te lezen waar de vraag vandaan komt.",
        "With a source one can read where the question comes from.",
    ),
    "W03": (
        "Een dossier dat uitlekt, mag niemand aanwijzen. Daarom staan er rollen en leeftijden in, geen namen.",
        "A record that leaks must point at nobody. That is why it holds roles and ages, no names.",
    ),
    "W04": (
        "Wie het programma in het Engels gebruikt, krijgt deze tekst in het Nederlands.",
        "Whoever uses the program in English gets this text in Dutch.",
    ),
    "W05": (
        "Wie geschrokken is, leest slecht. Korte zinnen helpen iedereen.",
        "Someone who is shaken reads badly. Short sentences help everyone.",
    ),
    "W06": (
        "Deze tekst komt van protocol new en is nog van niemand.",
        "This text comes from protocol new and is nobody's yet.",
    ),
    "W07": (
        "Of zo'n tekst klopt, kan geen programma zien. Een zin als “meld pas na toestemming” kost een kind tijd.",
        "Whether such a text is right, no program can see. A line like “report only after consent” costs a child time.",
    ),
    "W08": (
        "Wet en hulp veranderen. Na deze dag weet niemand of het nog klopt.",
        "Law and help change. After this day nobody knows whether it is still right.",
    ),
    "W09": (
        "Zonder tijden kan het programma niet zeggen wie nu te bellen is.",
        "Without hours the program cannot say who can be called now.",
    ),
    "W10": (
        "Nummers en tijden veranderen. Bel elk jaar een keer.",
        "Numbers and hours change. Call once a year.",
    ),
    "W11": (
        "Twee antwoorden die hetzelfde doen, zijn vaak een vergeten voorwaarde.",
        "Two options that do the same are often a forgotten condition.",
    ),
    "W12": (
        "Een contact komt in het advies als een regel het noemt.",
        "A contact comes into the advice when a rule names it.",
    ),
    "W13": (
        "Een actie komt in het advies als een regel haar noemt.",
        "An action comes into the advice when a rule names it.",
    ),
    "W14": (
        "Een bron die niets draagt, is vergeten of te veel.",
        "A source that carries nothing was forgotten or is too much.",
    ),
    "W15": (
        "Een uitleg die nergens staat, helpt niemand.",
        "An explanation that stands nowhere helps nobody.",
    ),
    "W16": (
        "Een scenario laat zien dat de regel doet wat u bedoelt, ook na een verandering.",
        "A scenario shows that the rule does what you mean, also after a change.",
    ),
    "W17": (
        "Het protocol is veranderd sinds u deze overlay schreef. Lees beide na.",
        "The protocol has changed since you wrote this overlay. Review both.",
    ),
    "W18": (
        "Een overlay geldt vanzelf in de gemeenten die hij noemt. Met een tikfout geldt hij nergens.",
        "An overlay holds by itself in the municipalities that it names. With a typing error it holds nowhere.",
    ),
    "W20": (
        "Wat nog moet komen, heeft niemand nagekeken.",
        "What is yet to come, nobody has checked.",
    ),
    "W19": (
        "Wie belt, moet weten of het nummer klopt.",
        "Whoever calls must know whether the number is right.",
    ),
    "W21": (
        "Een oordeel vervalt of verandert. Alleen de databank zelf weet wat nu geldt.",
        "A judgement lapses or changes. Only the database itself knows what holds now.",
    ),
    "W22": (
        "Wet en hulp veranderen vaker dan eens in de twee jaar. Een verre dag betekent dat niemand kijkt.",
        "Law and help change more often than every two years. A day far away means that nobody looks.",
    ),
    "W23": (
        "Wie denkt dat hij de vaste vraag al beantwoordde, leest die niet goed meer. Een ontkenning maakt het erger.",
        "Someone who thinks the fixed question is already answered reads it badly. A negation makes it worse.",
    ),
    "W24": (
        "Een feit dat alleen op een andere weg komt, is soms zo bedoeld. Vaak is het een vergissing in when.",
        "A fact that only comes on another way is sometimes meant so. Often it is a slip in when.",
    ),
    "W25": (
        "Nieuwe feiten vragen om een nieuwe weging. Leer dan ook wat er anders is.",
        "New facts ask for a new weighing. Then also teach what is different.",
    ),
    "W26": (
        "Over een vraag die niet aan bod komt, valt achteraf niets te zeggen.",
        "About a question that never comes there is nothing to say afterwards.",
    ),
    "W27": (
        "Van een oefening leert een groep het meest in het gesprek erna.",
        "A group learns most from an exercise in the talk that follows it.",
    ),
    "W28": (
        "Het voorbeeld moet zelf laten zien wat er in het verhaal te zien is, en van wie men het weet.",
        "The example itself must show what there is to see in the story, and from whom one knows it.",
    ),
    "W29": (
        "Iets verbergen kan, maar een bijna lege lijst helpt niemand een signaal te herkennen of hulp te vinden.",
        "Hiding is allowed, but a list that is almost empty helps nobody to know a signal or to find help.",
    ),
    "W30": (
        "Alleen een acuut signaal vraagt zelf om een weging. Een licht signaal lijkt te zeggen dat het meevalt.",
        "Only an acute signal asks for a weighing by itself. A light one seems to say that it is not so bad.",
    ),
    "W31": (
        "Wie weinig geld heeft, hangt op, of schrikt van de rekening.",
        "Someone with little money hangs up, or is shaken by the bill.",
    ),
    "W32": (
        "Wie de naam kent, belt zonder te kijken.",
        "Someone who knows the name calls without looking.",
    ),
    "W33": (
        "Een vraag die in een taal omgekeerd is, krijgt van de ene lezer het omgekeerde antwoord.",
        "A question that is turned round in one language gets the opposite answer from half of its readers.",
    ),
    "W34": (
        "In de samenvatting staat de korte naam met het antwoord. “Niet gebeld: ja” leest anders dan bedoeld.",
        "The summary gives the label with the answer. “Not called: yes” reads otherwise than it was meant.",
    ),
}

_TURN = "turn: {{text: De hulp is gestopt., answers: {{{}, besluit: {}}}, expect: {{level: {}, flags: []}}}}"
_SHOWN = "signals: [{{id: kind_4_12.honger_vuil, how: {}, because: U zag het zelf.}}]"
_ASK = "add: question\nafter: gemeld\nquestion: {{id: sinds, {}, type: date, source: wet{}}}"
_HELP = (
    "add: intervention\nintervention: {{id: maatje, name: Maatje, what: Iemand kijkt mee., refer: Bel het wijkteam., "
    "aim: herstel, {}fits: {{roles: [kind]}}}}"
)
_SIGNAL = "{{add: signal, list: kind, signal: {{id: greep, text: Is bij de keel gepakt., severity: {}}}}}"
_CALL = "{{add: contact, id: team, name: {}, {}, hours: altijd, verified: 2026-01-02, rules: [meld]}}"
_OPEN = "{{add: question, after: gemeld, question: {{id: sinds, ask: {}, type: text}}}}"
_WHY = ", why: Om te zien of het al lang zo is."
_HEAD = "overlay: stad\nversion: 1.0.0\nowner: Gemeente Stad\nextends: school\nbase: {}\n{}operations: []"

EXAMPLES = {
    "W01": Example(
        _ASK.format("ask: Sinds wanneer?", ""), _ASK.format("ask: Sinds wanneer?", _WHY), {"question": "sinds"}
    ),
    "W02": Example(
        "{add: question, after: gemeld, question: {id: sinds, ask: Sinds wanneer?, type: date}}",
        "{add: question, after: gemeld, question: {id: sinds, ask: Sinds wanneer?, type: date, source: wet}}",
        {"question": "sinds"},
    ),
    "W03": Example(
        _ASK.format("ask: Wat is de geboortedatum van het kind?", _WHY),
        _ASK.format("ask: Sinds wanneer maakt u zich zorgen?", _WHY),
        {"question": "sinds", "words": "geboortedatum"},
    ),
    "W04": Example(
        "language: en\noperations: {}",
        "language: en\noperations: {wie: {text: The support coordinator thinks along.}}",
        {"keys": "text"},
    ),
    "W05": Example(
        "{change: step, id: wegen, guidance: Vraag eerst aan het team en aan de leraar en aan de buurvrouw en aan de "
        "huisarts en aan de wijkagent en aan de oma of zij iets weten.}",
        "{change: step, id: wegen, guidance: Vraag het team en de leraar. Weten zij iets?}",
        {"key": "guidance", "start": "Vraag eerst aan het team en", "words": "29", "limit": "25"},
    ),
    "W06": Example(
        '{add: role, id: wie, text: "INVULLEN: wie denkt mee"}',
        "{add: role, id: wie, text: De intern begeleider denkt mee.}",
        {"keys": "text", "word": "INVULLEN"},
    ),
    "W07": Example(
        "{change: step, id: wegen, guidance: Vraag uw leidinggevende om toestemming.}",
        "{change: step, id: wegen, guidance: Vraag een collega om mee te denken.}",
        {"words": "toestemming, leidinggevende"},
    ),
    "W08": Example(
        _HEAD.format("2.0.0", "reviewed: {date: 2024-01-02, before: 2025-01-02}\n"),
        _HEAD.format("2.0.0", "reviewed: {date: 2026-01-02, before: 2027-01-02}\n"),
        {"before": "2025-01-02"},
    ),
    "W09": Example(
        "{add: contact, id: team, name: Wijkteam, verified: 2026-01-02, rules: [meld]}",
        '{add: contact, id: team, name: Wijkteam, hours: "ma-vr 9-17", verified: 2026-01-02, rules: [meld]}',
        {"name": "team"},
    ),
    "W10": Example(
        "{add: contact, id: team, name: Wijkteam, hours: altijd, verified: 2024-01-02, rules: [meld]}",
        "{add: contact, id: team, name: Wijkteam, hours: altijd, verified: 2026-01-02, rules: [meld]}",
        {"name": "team", "date": "2024-01-02"},
    ),
    "W11": Example(
        "add: question\nafter: gemeld\n"
        "question: {id: waar, ask: Waar?, type: choice, options: {thuis: Thuis, school: School, buiten: Buiten}}\n"
        "add: rule\nrule: {id: thuis, when: {waar: thuis}, because: Zo spraken wij af.}",
        "add: question\nafter: gemeld\n"
        "question: {id: waar, ask: Waar?, type: choice, options: {thuis: Thuis, school: School, buiten: Buiten}}\n"
        "add: rule\nrule: {id: thuis, when: {waar: [thuis, buiten]}, because: Zo spraken wij af.}",
        {"question": "waar", "options": "school, buiten"},
    ),
    "W12": Example(
        "{add: contact, id: team, name: Wijkteam, hours: altijd, verified: 2026-01-02}",
        "{add: contact, id: team, name: Wijkteam, hours: altijd, verified: 2026-01-02, rules: [meld]}",
        {"name": "team"},
    ),
    "W13": Example(
        "{add: action, action: {id: bel_team, text: Bel het team.}}",
        "{add: action, action: {id: bel_team, text: Bel het team.}}\n"
        "{add: rule, rule: {id: team, when: {veiligheid: ja}, because: Zij kijken mee., actions: [bel_team]}}",
        {"name": "bel_team"},
    ),
    "W14": Example(
        "overlay: stad\nversion: 1.0.0\nowner: Gemeente Stad\nextends: school\nbase: 2.0.0\n"
        "sources: {convenant: {title: Convenant, verified: 2026-01-02}}\noperations: []",
        "overlay: stad\nversion: 1.0.0\nowner: Gemeente Stad\nextends: school\nbase: 2.0.0\noperations: []",
        {"name": "convenant"},
    ),
    "W15": Example(
        "help: Denk aan wat blijft.",
        "help: Denk aan wat blijft.\n        definitions: [onveilig]",
        {
            "name": "onveilig",
        },
    ),
    "W16": Example("{tighten: rule, id: meld, level: bel_112}", "answers: {veiligheid: ja}", {"name": "meld"}),
    "W17": Example(_HEAD.format("2.1.0", ""), _HEAD.format("2.0.0", ""), {"given": "2.1.0", "version": "2.0.0"}),
    "W18": Example(
        _HEAD.format("2.0.0", "municipalities: [Utrech]\n"),
        _HEAD.format("2.0.0", "municipalities: [Utrecht]\n"),
        {"name": "Utrech"},
    ),
    "W20": Example(
        "{add: contact, id: team, name: Wijkteam, hours: altijd, verified: 2029-01-02, rules: [meld]}",
        "{add: contact, id: team, name: Wijkteam, hours: altijd, verified: 2026-01-02, rules: [meld]}",
        {"date": "2029-01-02"},
    ),
    "W21": Example(
        _HELP.format("level: goed, judged_by: de Erkenningscommissie, judged_on: 2024-01-02, "),
        _HELP.format(""),
        {"name": "maatje", "level": "goed"},
    ),
    "W22": Example(
        _HEAD.format("2.0.0", "reviewed: {date: 2026-01-02, before: 2036-01-02}\n"),
        _HEAD.format("2.0.0", "reviewed: {date: 2026-01-02, before: 2027-01-02}\n"),
        {"before": "2036-01-02", "date": "2026-01-02"},
    ),
    "W23": Example(
        _OPEN.format("Is er nu geen gevaar?"),
        _OPEN.format("Wie past er vanavond op?"),
        {"question": "direct_gevaar"},
    ),
    "W24": Example(
        "facts: [{id: zus, when: {collega: nee}, text: De zus kookt.}]",
        "facts: [{id: zus, when: {collega: ja}, text: De zus kookt.}]",
        {"name": "zus"},
    ),
    "W25": Example(
        _TURN.format("veiligheid: nee", "hulp", "hulp"),
        _TURN.format("veiligheid: ja", "melden", "melden"),
    ),
    "W26": Example(
        "- {id: zeden, accept: [nee], because: Het gaat om thuis.}",
        "- {id: gesprek, accept: [gevoerd], because: Praten is hier veilig.}",
        {"question": "zeden"},
    ),
    "W27": Example(
        "discussion: {gerucht: Wat doet u met een gerucht?}",
        "discussion: {gerucht: Wat doet u met een gerucht?, grens: Wanneer meldt u?}",
        {"key": "discussion", "amount": "1", "least": "2"},
    ),
    "W28": Example(
        _SHOWN.format("verteld"), _SHOWN.format("gezien"), {"name": "kind_4_12.honger_vuil", "how": "verteld"}
    ),
    "W29": Example(
        "{hide: signal, id: belaging.cadeaus_bestellingen}\n"
        "{hide: signal, id: belaging.via_anderen}\n"
        "{hide: signal, id: belaging.valse_meldingen}",
        "{hide: signal, id: belaging.cadeaus_bestellingen}",
        {"name": "belaging", "hidden": "3", "total": "4"},
    ),
    "W30": Example(
        _SIGNAL.format("laag"), _SIGNAL.format("acuut"), {"name": "greep", "word": "keel", "severity": "laag"}
    ),
    "W31": Example(
        _CALL.format("Wijkteam", "phone: 0900-1234, cost: gratis"),
        _CALL.format("Wijkteam", "phone: 0900-1234"),
        {"name": "team", "phone": "0900-1234"},
    ),
    "W32": Example(
        _CALL.format("Kindertelefoon Stad", "phone: 030-1234567"),
        _CALL.format("Het wijkteam", "phone: 030-1234567"),
        {"name": "team", "other": "kindertelefoon"},
    ),
    "W33": Example(
        "language: en\noperations: {hulp_team: {question: {ask: Was the team not called?}}}",
        "language: en\noperations: {hulp_team: {question: {ask: Was the team called?}}}",
        {"key": "ask", "nl": "Is het team gebeld?", "en": "Was the team not called?"},
    ),
    "W34": Example(
        _OPEN.format("Is het team gebeld?, label: Niet gebeld"),
        _OPEN.format("Is het team gebeld?, label: Team gebeld"),
        {"question": "sinds"},
    ),
    "W19": Example(
        "{add: contact, id: team, name: Wijkteam, hours: altijd, unverified: nog niet gebeld, rules: [meld]}",
        "{add: contact, id: team, name: Wijkteam, hours: altijd, verified: 2026-01-02, rules: [meld]}",
        {"name": "team"},
    ),
}
"""Operations of an overlay, whole overlays, W04: a translation, W15: part of a sector, W16: what a scenario adds.

From W24 on lines of an exercise.
"""
