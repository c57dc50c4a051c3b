"""What `--help` says about each command and option, with examples that can be typed as they stand."""

TEXTS = {
    # the words around them
    "word.usage": ("Gebruik: ", "Usage: "),
    "word.arguments": ("Gegevens:\n", "Arguments:\n"),
    "word.options": ("Opties:\n", "Options:\n"),
    "word.commands": ("Opdrachten:\n", "Commands:\n"),
    "word.show_help": ("Toon deze uitleg.", "Show this help."),
    "word.required": ("[verplicht]", "[required]"),
    "word.default": ("[standaard: ", "[default: "),
    "word.any_options": ("[OPTIES]", "[OPTIONS]"),
    "word.any_command": ("OPDRACHT ...", "COMMAND ..."),
    "word.example": ("Voorbeeld:", "Example:"),
    "word.examples": ("Voorbeelden:", "Examples:"),
    # what stands for a value
    "value.language": ("nl|en", "nl|en"),
    "value.sector": ("SECTOR", "SECTOR"),
    "value.municipality": ("GEMEENTE", "MUNICIPALITY"),
    "value.number": ("NUMMER", "NUMBER"),
    "value.code": ("CODE", "CODE"),
    "value.file": ("BESTAND", "FILE"),
    "value.control": ("CONTROLECODE", "CONTROLCODE"),
    "value.topic": ("ONDERWERP", "TOPIC"),
    # commands and options
    "main": (
        (
            "De vijf stappen van de meldcode, met het protocol van uw sector.\n\n"
            "Direct gevaar: 112. Veilig Thuis: 0800-2000 (gratis, dag en nacht)."
        ),
        (
            "The five steps of the Dutch reporting code, with the protocol of your sector.\n\n"
            "Immediate danger: 112. Veilig Thuis: 0800-2000 (free, day and night)."
        ),
    ),
    "lang": ("Taal: nl of en.", "Language: nl or en."),
    "plain": ("Gewone regels, zonder schermopbouw (schermlezer).", "Plain lines, no screen layout (screen reader)."),
    "version": ("Toon de versie.", "Show the version."),
    "start": ("Begin een nieuwe zaak en doorloop de stappen.", "Begin a new case and walk through the steps."),
    "sector": (
        "Het protocol van uw sector; zie meldcode sectors.",
        "The protocol of your sector; see meldcode sectors.",
    ),
    "municipality": ("De gemeente, voor de regio van Veilig Thuis.", "The municipality, for the Veilig Thuis region."),
    "practice": ("Oefenen: er wordt niets bewaard.", "Practise: nothing is kept."),
    "fd": ("Lees het wachtwoord van dit bestandsnummer.", "Read the passphrase from this file descriptor."),
    "resume": ("Ga verder met een zaak.", "Go on with a case."),
    "code": ("De code van de zaak.", "The code of the case."),
    "list": ("Toon de zaken.", "Show the cases."),
    "all": ("Ook gesloten zaken.", "Closed cases too."),
    "show": (
        "Toon de samenvatting van een zaak, of schrijf haar naar een bestand.",
        "Show the summary of a case, or write it to a file.",
    ),
    "format": ("Vorm: text, md of json.", "Form: text, md or json."),
    "output": ("Schrijf naar dit nieuwe bestand.", "Write to this new file."),
    "report": (
        "In plaats daarvan: het concept van een melding bij Veilig Thuis.",
        "Instead: the draft of a report to Veilig Thuis.",
    ),
    "agenda": ("Toon wat wanneer aan de beurt is, over alle zaken.", "Show what is due when, over all cases."),
    "ics": (
        "Schrijf de dagen ook naar dit nieuwe agendabestand, met neutrale titels.",
        "Also write the days to this new calendar file, with neutral titles.",
    ),
    "note": ("Voeg een notitie toe aan een zaak; de tekst wordt gevraagd.", "Add a note to a case; the text is asked."),
    "reopen": (
        "Nieuwe feiten: begin de weging opnieuw. De oude blijft bewaard.",
        "New facts: start the weighing again. The old one is kept.",
    ),
    "close": ("Sluit een zaak; de reden wordt gevraagd.", "Close a case; the reason is asked."),
    "advise": (
        "Advies zonder terminal, uit een antwoordenbestand. Er wordt niets bewaard.",
        "Advice without a terminal, from an answers file. Nothing is kept.",
    ),
    "answers": ("YAML of JSON, of - voor standaardinvoer.", "YAML or JSON, or - for standard input."),
    "jsonl": ("Per regel een JSON-object.", "One JSON object per line."),
    "emergency": ("112, Veilig Thuis en wat u nu doet.", "112, Veilig Thuis and what to do now."),
    "contacts": (
        "Wie u kunt bellen, en de regio van Veilig Thuis van een gemeente.",
        "Whom you can call, and the Veilig Thuis region of a municipality.",
    ),
    "theme": ("Alleen wie over dit thema gaat, zoals eer of belaging.", "Only those for this theme, such as eer."),
    "age": ("Alleen wie er is voor deze leeftijd, in jaren.", "Only those for this age, in years."),
    "word": ("Uw beroep of werkplek in een woord.", "Your profession or workplace in a word."),
    "sectors.all": ("Toon alle protocollen, ook in een terminal.", "Show all protocols, in a terminal too."),
    "value.theme": ("THEMA", "THEME"),
    "value.word": ("WOORD", "WORD"),
    "sectors": ("Welk protocol is voor mij?", "Which protocol is for me?"),
    "verify": (
        "Controleer de kluis: zegt in woorden wat er mis is en wat nog te vertrouwen is.",
        "Check the vault: says in words what is wrong and what can still be trusted.",
    ),
    "control": ("De controlecode van een eerdere samenvatting.", "The control code of an earlier summary."),
    "repair": ("Maak een onleesbaar register opnieuw.", "Rebuild an unreadable register."),
    "vault": ("De kluis met uw zaken.", "The vault with your cases."),
    "vault.init": ("Maak een kluis.", "Make a vault."),
    "accept": ("Sta een gedeelde of gesynchroniseerde map toe.", "Accept a shared or synced folder."),
    "vault.info": ("Waar de kluis is en wie haar kan lezen.", "Where the vault is and who can read it."),
    "value.folder": ("MAP", "FOLDER"),
    "value.names": ("NAAM...", "NAME..."),
    "overlay": (
        "Een lokale aanpassing (overlay); mag vaker, in deze volgorde.",
        "A local overlay; may be given more than once, in this order.",
    ),
    "names": ("Een sector, of het bestand van een overlay.", "A sector, or the file of an overlay."),
    "stack": ("Leg de overlays op elkaar, in deze volgorde.", "Lay the overlays over each other, in this order."),
    "protocol": ("Protocollen maken, nakijken en bewijzen.", "Make, check and prove protocols."),
    "protocol.list": ("Toon alle protocollen en overlays.", "Show all protocols and overlays."),
    "protocol.show": (
        "Toon wat een protocol is; met --resolved alles wat erin staat.",
        "Show what a protocol is; with --resolved all that is in it.",
    ),
    "resolved": ("Alles, na het samenvoegen.", "Everything, after merging."),
    "origin": ("Bij elk onderdeel het bestand en de regel.", "With every element its file and line."),
    "format.json": ("Vorm: text, of json om te bewaren en te vergelijken.", "Form: text, or json to keep and compare."),
    "protocol.prove": (
        "Bewijs over alle wegen dat een protocol veilig is; zonder naam alle sectoren.",
        "Prove over every path that a protocol is safe; without a name all sectors.",
    ),
    "proof.answers": (
        "Bewaar de antwoorden van elk tegenvoorbeeld in deze map.",
        "Keep the answers of each counterexample in this folder.",
    ),
    "help": (
        "Uitleg over een onderwerp: accessibility, exit-codes, privacy, answers.",
        "Help about a topic: accessibility, exit-codes, privacy, answers.",
    ),
    "topic": ("Het onderwerp.", "The topic."),
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "main": ("meldcode start --sector onderwijs", "meldcode start --practice", "meldcode emergency"),
    "start": ("meldcode start --sector onderwijs --municipality Utrecht",),
    "resume": ("meldcode resume 7Q2MX4HK",),
    "list": ("meldcode list --all",),
    "show": ("meldcode show 7Q2MX4HK --format md --output zaak.md", "meldcode show 7Q2MX4HK --report"),
    "agenda": ("meldcode agenda --ics dagen.ics",),
    "note": ("meldcode note 7Q2MX4HK",),
    "reopen": ("meldcode reopen 7Q2MX4HK",),
    "close": ("meldcode close 7Q2MX4HK",),
    "advise": (
        "meldcode advise --sector onderwijs --answers zaak.yaml",
        "meldcode advise --answers zaken.jsonl --sector zorg-arts",
    ),
    "emergency": ("meldcode emergency",),
    "contacts": ("meldcode contacts Utrecht", "meldcode contacts --theme eer --age 16"),
    "sectors": ("meldcode sectors", "meldcode sectors huisarts"),
    "verify": ("meldcode verify 7Q2MX4HK --control ABCD-EFGH-IJKL-MNOP-QRST",),
    "vault": ("meldcode vault init",),
    "protocol": ("meldcode protocol prove onderwijs",),
    "protocol.list": ("meldcode protocol list",),
    "protocol.show": ("meldcode protocol show onderwijs --resolved --origin",),
    "protocol.prove": ("meldcode protocol prove onderwijs", "meldcode protocol prove gemeente.yaml"),
    "vault.init": ("meldcode vault init",),
    "vault.info": ("meldcode vault info",),
    "help": ("meldcode help privacy",),
}
