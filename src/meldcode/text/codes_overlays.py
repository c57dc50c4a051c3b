"""Why an overlay may add and strengthen, and never weaken, with an example of each fault."""

from meldcode.text.code_example import Example

TEXTS = {
    "O01": (
        "Een overlay voegt toe, verandert woorden, verbergt en verscherpt. Verzwakken kan hij niet.",
        "An overlay adds, changes words, hides and tightens. It cannot weaken.",
    ),
    "O02": (
        "Een bewerking noemt wat er is. Zo merkt u het als een volgende versie het anders noemt.",
        "An operation names what is there. So you notice when a next version calls it something else.",
    ),
    "O03": (
        "Wat vastligt, betekent overal hetzelfde. Anders zou een advies rusten op een vraag die anders is gesteld.",
        "What is fixed means the same everywhere. Otherwise advice would rest on a question that was put differently.",
    ),
    "O04": (
        "Inlichten kan gevaarlijk zijn. Wanneer dat veilig is, bepaalt het landelijke protocol.",
        "Informing can be dangerous. When it is safe, the national protocol decides.",
    ),
    "O05": (
        "Wat verborgen is, kan niemand beantwoorden. Dan zou een regel nooit meer gelden.",
        "What is hidden, nobody can answer. A rule would then never hold again.",
    ),
    "O06": ("Een overlay mag strenger zijn, nooit milder.", "An overlay may be stricter, never milder."),
    "O07": (
        "Een lager niveau zou geruststellen. Dat kan alleen het landelijke protocol.",
        "A lower level would reassure. Only the national protocol can do that.",
    ),
    "O08": (
        "Anders zou de laatste winnen zonder dat iemand het ziet.",
        "Otherwise the last one would win without anybody seeing it.",
    ),
    "O09": (
        "Een overlay bouwt op een sector, niet op zichzelf. In een dossier moet te zien zijn welke er gold.",
        "An overlay builds on a sector, not on itself. A record must show which one held.",
    ),
    "O10": (
        "Een regel voor de ene sector kan in een andere iets anders betekenen.",
        "A rule for one sector can mean something else in another.",
    ),
    "O11": (
        "Na een grote verandering kan een bewerking iets anders raken dan bedoeld. Iemand moet haar nalezen.",
        "After a large change an operation can touch something else than was meant. Someone must review it.",
    ),
    "O12": (
        "Een overlay die een mens kan nalezen, is veel kleiner.",
        "An overlay that a person can read through is much smaller.",
    ),
    "O13": (
        "Wie haast heeft, leest maar half. Een naam die op Veilig Thuis lijkt, leidt naar het verkeerde nummer.",
        "Someone in a hurry reads by half. A name like that of Veilig Thuis leads to the wrong number.",
    ),
    "O14": (
        "Land, organisatie, gemeente: meer lagen kan niemand overzien.",
        "Country, organisation, municipality: nobody can oversee more layers.",
    ),
    "O15": (
        "Van een nieuwe vraag of stap moet vaststaan waar zij komt.",
        "Of a new question or step it must be certain where it comes.",
    ),
    "O16": (
        "Sommige vragen betekenen in elk protocol hetzelfde, zodat zaken te vergelijken zijn.",
        "Some questions mean the same in every protocol, so that cases can be compared.",
    ),
    "O17": (
        "De nummers van 112 en Veilig Thuis liggen vast. Een ander nummer in dezelfde tekst brengt iemand in de war.",
        "The numbers of 112 and Veilig Thuis are fixed. Another number in the same text confuses people.",
    ),
    "O18": (
        "Wie “sterke aanwijzingen” leest, vertrouwt erop dat iemand dat onderzocht. Dat mag niemand zelf zeggen.",
        "Someone who reads “strong indications” trusts that this was studied. Nobody may say that of their own help.",
    ),
    "O19": (
        "Mensen lezen de woorden, regels lezen het id. Zeggen die iets anders, dan klopt het advies niet.",
        "People read the words, rules read the id. If these differ, the advice is wrong.",
    ),
    "O20": (
        "Een plaatje leest iedereen anders, en een schermlezer of een oude terminal toont het niet.",
        "Everyone reads a picture in another way, and a screen reader or an old terminal does not show it.",
    ),
}

_HELP = (
    "add: intervention\nintervention: {{id: maatje, name: Maatje, what: Iemand kijkt mee., refer: Bel het wijkteam., "
    "aim: herstel, level: {}, fits: {{roles: [kind]}}}}"
)
_CHOICE = "add: question\nafter: gemeld\nquestion: {{id: sisa, ask: Is het team er?, type: choice, options: {{{}}}}}"
_HEAD = "overlay: {}\nversion: 1.0.0\nowner: Gemeente Stad\nextends: {}\nbase: {}\noperations: []"

EXAMPLES = {
    "O01": Example(
        "{hide: step, id: wegen}",
        "{change: step, id: wegen, title: Wegen met het team}",
        {"given": "hide step", "allowed": "add, change, hide, tighten"},
    ),
    "O02": Example(
        "{hide: intervention, id: prate}",
        "{hide: intervention, id: praten}",
        {
            "name": "prate",
            "meant": "praten",
        },
    ),
    "O03": Example(
        "{change: question, id: direct_gevaar, ask: Is iedereen veilig?}",
        "{change: question, id: direct_gevaar, help: Denk ook aan broers en zussen.}",
        {"name": "direct_gevaar"},
    ),
    "O04": Example(
        "{add: action, action: {id: brief, text: Stuur een brief., informs: true}}",
        "{add: action, action: {id: brief, text: Leg een brief klaar.}}",
        {"name": "brief"},
    ),
    "O05": Example(
        "{hide: signal, id: kind.wond}",
        "{hide: signal, id: kind.bang}",
        {
            "name": "kind.wond",
            "readers": "acuut",
        },
    ),
    "O06": Example(
        "{tighten: rule, id: meld, level: hulp}",
        "{tighten: rule, id: meld, level: bel_112}",
        {"name": "meld", "level": "melden", "given": "hulp"},
    ),
    "O07": Example(
        "add: rule\nrule: {id: eigen, when: {gesprek: gevoerd}, level: volgen, because: Zo spraken wij af.}",
        "add: rule\nrule: {id: eigen, when: {gesprek: gevoerd}, level: overleg, because: Zo spraken wij af.}",
        {"given": "volgen"},
    ),
    "O08": Example(
        "{change: step, id: wegen, title: Wegen}\n{change: step, id: wegen, title: Samen wegen}",
        "{change: step, id: wegen, title: Samen wegen}",
        {"name": "wegen", "first": "stad/stad.yaml:7"},
    ),
    "O09": Example(
        _HEAD.format("school", "school", "2.0.0"),
        _HEAD.format("stad", "school", "2.0.0"),
        {
            "name": "school",
        },
    ),
    "O10": Example(
        _HEAD.format("stad", "algemeen", "2.0.0"),
        _HEAD.format("stad", "school", "2.0.0"),
        {
            "given": "algemeen",
            "sector": "school",
        },
    ),
    "O11": Example(
        _HEAD.format("stad", "school", "1.0.0"),
        _HEAD.format("stad", "school", "2.0.0"),
        {
            "given": "1.0.0",
            "version": "2.0.0",
        },
    ),
    "O12": Example(values={"amount": "501", "limit": "500"}),
    "O13": Example(
        "{add: contact, id: team, name: Veilig Thuis Stad, phone: 030-1234567, verified: 2026-01-02}",
        "{add: contact, id: team, name: Wijkteam Stad, phone: 030-1234567, verified: 2026-01-02}",
        {"name": "Veilig Thuis Stad"},
    ),
    "O14": Example(values={"limit": "3"}),
    "O15": Example(
        "{add: question, question: {id: sinds, ask: Sinds wanneer?, type: date}}",
        "{add: question, after: gemeld, question: {id: sinds, ask: Sinds wanneer?, type: date}}",
        {},
    ),
    "O16": Example(
        "{add: question, after: gemeld, question: {id: vermoeden, ask: Wat denkt het team?, type: text}}",
        "{add: question, after: gemeld, question: {id: team_denkt, ask: Wat denkt het team?, type: text}}",
        {"name": "vermoeden"},
    ),
    "O17": Example(
        "{add: role, id: team, text: Bel het team (030-1234567) of Veilig Thuis.}",
        "{add: role, id: team, text: Bel het team of Veilig Thuis.}",
        {"number": "030-1234567"},
    ),
    "O18": Example(
        _HELP.format("sterk"),
        _HELP.format("geen"),
        {"name": "maatje", "level": "sterk"},
    ),
    "O19": Example(
        _CHOICE.format("ja: Nee, nee: Ja"),
        _CHOICE.format("ja: Ja, nee: Nee"),
        {"option": "ja", "words": "Nee"},
    ),
    "O20": Example(
        _CHOICE.format("ja: 👍, nee: Nee"),
        _CHOICE.format("ja: Ja, nee: Nee"),
        {"key": "options"},
    ),
}
"""Operations of an overlay, and whole overlays."""
