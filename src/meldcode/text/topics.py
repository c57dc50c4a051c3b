"""Longer help: `meldcode help TOPIC`."""

TEXTS = {
    "accessibility": (
        (
            "Toegankelijkheid\n\n"
            "Met --plain (of MELDCODE_PLAIN=1, ACCESSIBLE=1, TERM=dumb) schrijft meldcode alleen gewone regels, van "
            "boven naar beneden. Er is geen schermopbouw, geen kleur en geen teken dat een schermlezer stoort. Elke "
            "keuze heeft een nummer. Typ het nummer of het woord.\n\n"
            "Deze woorden werken bij elke vraag: :terug, :uitleg, :overzicht, :notitie, :pauze, :112 en :weg.\n\n"
            "Zonder --plain is er een scherm met toetsen: Esc terug, F1 uitleg, F2 overzicht, F3 notitie, F4 pauze, "
            "F8 112, Ctrl-X weg.\n\n"
            "Gewone regels zijn er voor elke opdracht die iets vraagt: ook voor oefenen (train), uitvoer (export), "
            "overdracht (handover) en vernietigen (shred). Elke vraag en elk antwoord is gelijk aan die op het "
            "scherm. Gewone regels hebben nooit kleur, ook niet met FORCE_COLOR. Op het scherm is alleen een fout "
            "rood; hij staat er ook in woorden. De tekst past zich aan het venster aan, ook met 40 tekens "
            "op een regel. Een "
            "teken dat uw terminal niet kent, wordt een vraagteken.\n"
        ),
        (
            "Accessibility\n\n"
            "With --plain (or MELDCODE_PLAIN=1, ACCESSIBLE=1, TERM=dumb) meldcode writes plain lines only, from top "
            "to bottom. There is no screen layout, no colour and no character that disturbs a screen reader. Every "
            "choice has a number. Type the number or the word.\n\n"
            "These words work at every question: :back, :explain, :overview, :note, :pause, :112 and :away.\n\n"
            "Without --plain there is a screen with keys: Esc back, F1 explain, F2 overview, F3 note, F4 pause, F8 "
            "112, Ctrl-X away.\n\n"
            "There are plain lines for every command that asks something: also for practice (train), export, "
            "hand-over (handover) and destroying (shred). Every question and every answer is the same as on the "
            "screen. Plain lines never have colour, not with FORCE_COLOR either. On the screen only an error is red; "
            "it is said in words too. "
            "The text adapts to the window, also with 40 characters on a line. A character your "
            "terminal does not know becomes a question mark.\n"
        ),
    ),
    "exit-codes": (
        (
            "Eindcodes\n\n"
            "0 goed\n"
            "1 er is iets gevonden, of het programma zelf maakte een fout\n"
            "  (bij verify: een controlecode die niet past, of een herstelde regel)\n"
            "2 de opdracht is niet goed ingevuld\n3 er ontbreken antwoorden\n4 een bestand is geweigerd\n"
            "5 de kluis is op slot of het wachtwoord past niet\n6 de kluis of een zaak is beschadigd\n"
            "7 bewaren is niet gelukt\n"
            "130 onderbroken (wat beantwoord was, is bewaard)\n"
        ),
        (
            "Exit codes\n\n"
            "0 fine\n1 something was found, or the program itself failed\n"
            "  (at verify: a control code that does not fit, or a repaired row)\n"
            "2 wrong usage\n3 answers are missing\n4 a file was refused\n"
            "5 the vault is locked or the passphrase is wrong\n6 the vault or a case is damaged\n7 storing failed\n"
            "130 interrupted (what was answered is stored)\n"
        ),
    ),
    "privacy": (
        (
            "Privacy\n\n"
            "meldcode verstuurt niets en maakt geen verbinding met internet. Antwoorden staan versleuteld in een "
            "kluis op deze computer. Namen worden niet gevraagd: schrijf rollen op. Lijkt een tekst op een "
            "burgerservicenummer, telefoonnummer, e-mailadres of geboortedatum, dan ziet u een waarschuwing.\n\n"
            "De kluis is een werkkopie. Het officiële dossier is van uw organisatie. Een samenvatting die u naar een "
            "bestand schrijft, is niet versleuteld, behalve met export --to: bewaar die alleen in het dossier. Een "
            "reservekopie en een overdracht zijn wel versleuteld. Wat u vernietigt, blijft in oudere kopieën.\n\n"
            "Wie uw zaken kan lezen, ziet u met: meldcode vault info\n\n"
            "Wie meekijkt op uw computer terwijl de kluis open is, kan lezen wat u leest. Ctrl-X (of :weg) maakt het "
            "scherm leeg.\n"
        ),
        (
            "Privacy\n\n"
            "meldcode sends nothing and does not connect to the internet. Answers are kept encrypted in a vault on "
            "this computer. Names are not asked: write roles. When a text looks like a citizen service number, "
            "telephone number, e-mail address or date of birth, you see a warning.\n\n"
            "The vault is a working copy. The official file belongs to your organisation. A summary that you write to "
            "a file is not encrypted, except with export --to: keep it in the file only. A backup and a hand-over are "
            "encrypted. What you destroy stays in older copies.\n\n"
            "Who can read your cases, you see with: meldcode vault info\n\n"
            "Someone who watches your computer while the vault is open can read what you read. Ctrl-X (or :away) "
            "clears the screen.\n"
        ),
    ),
    "answers": (
        (
            "Antwoordenbestand\n\n"
            "sector: onderwijs\nmunicipality: Utrecht\nanswers:\n  direct_gevaar: nee\n"
            "  betrokkenen: [{role: kind, age: 7, client: ja}, {role: ouder}]\n"
            "  signalen: [{signal: kind_4_12.vertelt_mishandeling, seen: zelf gehoord, on: 2026-11-02}]\n"
            "  thema: []\n  veiligheid: ja\n\n"
            "Een lijst zonder iets erin ([]) is ook een antwoord: geen. Onbekende vragen en vragen die niet aan de "
            "orde zijn, worden gemeld en niet gebruikt. De vragen van een protocol ziet u met: meldcode advise "
            '--sector onderwijs --answers - --format json, met als invoer: {"answers": {}}\n'
        ),
        (
            "Answers file\n\n"
            "sector: onderwijs\nmunicipality: Utrecht\nanswers:\n  direct_gevaar: nee\n"
            "  betrokkenen: [{role: kind, age: 7, client: ja}, {role: ouder}]\n"
            "  signalen: [{signal: kind_4_12.vertelt_mishandeling, seen: heard it myself, on: 2026-11-02}]\n"
            "  thema: []\n  veiligheid: ja\n\n"
            "A list with nothing in it ([]) is an answer too: none. Unknown questions and questions that do not apply "
            "are reported and not used. To see the questions of a protocol: meldcode advise --sector onderwijs "
            '--answers - --format json, with as input: {"answers": {}}\n'
        ),
    ),
}
