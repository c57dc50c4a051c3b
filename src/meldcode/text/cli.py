"""What the command line says, the help texts among it."""

TEXTS = {
    "error": ("Fout:", "Error:"),
    "or": ("of", "or"),
    "usage": ("Gebruik: ", "Usage: "),
    "arguments": ("Gegevens:\n", "Arguments:\n"),
    "options": ("Opties:\n", "Options:\n"),
    "commands": ("Opdrachten:\n", "Commands:\n"),
    "show_help": ("Toon deze uitleg.", "Show this help."),
    "required": ("[verplicht]", "[required]"),
    "default": ("[standaard: ", "[default: "),
    "try_help": ("Uitleg: {command} --help", "Help: {command} --help"),
    "no_command": ("De opdracht “{given}” bestaat niet.", "There is no command “{given}”."),
    "no_command_meant": (
        "De opdracht “{given}” bestaat niet. Bedoelde u “{meant}”?",
        "There is no command “{given}”. Did you mean “{meant}”?",
    ),
    "no_option": ("De optie “{given}” bestaat niet.", "There is no option “{given}”."),
    "meant": ("Bedoelde u “{meant}”?", "Did you mean “{meant}”?"),
    "missing_parameter": ("Dit ontbreekt: {name}.", "This is missing: {name}."),
    "bad_parameter": ("De waarde van {name} kan niet.", "The value of {name} is not possible."),
    "bad_choice": (
        "De waarde van {name} kan niet. Kies uit: {choices}.",
        "The value of {name} is not possible. Choose from: {choices}.",
    ),
    "bad_usage": ("Deze opdracht is niet goed ingevuld: {what}", "This command is not right: {what}"),
    "unknown_language": (
        "De taal “{given}” is er niet. Kies nl of en.",
        "There is no language “{given}”. Choose nl or en.",
    ),
    "unreadable": (
        "Het bestand {file} kan niet worden gelezen: {reason}.",
        "The file {file} cannot be read: {reason}.",
    ),
    "no_sector": (
        "Welk protocol? Geef --sector, of zet sector in het bestand. Kies met: meldcode sectors",
        "Which protocol? Give --sector, or put sector in the file. Choose with: meldcode sectors",
    ),
    "sector_taken": (
        "Bedoeld is sector {sector} (u typte: {given}).",
        "Taken to mean sector {sector} (you typed: {given}).",
    ),
    "sector_meant": (
        "De sector “{given}” bestaat niet. Bedoelde u: {meant}?",
        "There is no sector “{given}”. Did you mean: {meant}?",
    ),
    "sector_unknown": (
        "De sector “{given}” bestaat niet. Kies uit: {known}.",
        "There is no sector “{given}”. Choose from: {known}.",
    ),
    "municipality_taken": (
        "Bedoeld is gemeente {name} (u typte: {given}).",
        "Taken to mean municipality {name} (you typed: {given}).",
    ),
    "municipality_meant": (
        "De gemeente “{given}” is niet gevonden. Bedoelde u {meant}?",
        "The municipality “{given}” was not found. Did you mean {meant}?",
    ),
    "municipality_unknown": ("De gemeente “{given}” is niet gevonden.", "The municipality “{given}” was not found."),
    "no_terminal": (
        "Er is geen terminal om vragen te stellen. Nog te beantwoorden: {missing}. Zonder terminal: meldcode advise --sector {sector} --answers BESTAND",
        "There is no terminal to ask questions. Still to be answered: {missing}. Without a terminal: meldcode advise --sector {sector} --answers FILE",
    ),
    "no_terminal_case": (
        "Deze opdracht stelt vragen en heeft een terminal nodig.",
        "This command asks questions and needs a terminal.",
    ),
    "which_case": ("Er zijn meer zaken. Kies er een: {codes}", "There are several cases. Choose one: {codes}"),
    "no_open_case": (
        "Er is geen open zaak. Begin met: meldcode start",
        "There is no open case. Begin with: meldcode start",
    ),
    "case_closed": (
        "Deze zaak is gesloten. Nieuwe feiten? meldcode reopen {code}",
        "This case is closed. New facts? meldcode reopen {code}",
    ),
    "case_not_closed": (
        "Deze zaak is nog open. Verder gaan: meldcode resume {code}",
        "This case is still open. To go on: meldcode resume {code}",
    ),
    "case_damaged": (
        "Deze zaak is beschadigd. Er wordt niets aan toegevoegd. Kijk met: meldcode verify {code}",
        "This case is damaged. Nothing is added to it. See: meldcode verify {code}",
    ),
    "case_newer": (
        "Deze zaak is gemaakt door een nieuwere meldcode. Werk het programma bij.",
        "This case was made by a newer meldcode. Update the program.",
    ),
    "close_waits": (
        "Deze zaak wacht op: {what}. Leg eerst een datum vast of beantwoord de vraag: meldcode resume {code}",
        "This case is waiting for: {what}. First record a date or answer the question: meldcode resume {code}",
    ),
    "close_open": (
        "De stappen zijn nog niet af. Nog te beantwoorden: {missing}. Verder gaan: meldcode resume {code}",
        "The steps are not finished. Still to be answered: {missing}. To go on: meldcode resume {code}",
    ),
    "close_ask": ("Waarom sluit u deze zaak?", "Why do you close this case?"),
    "close_note": (
        "Zet de samenvatting eerst in het officiële dossier. Schrijf daarna de reden van het sluiten op.",
        "First put the summary in the official file. Then write down why you close the case.",
    ),
    "closed": ("Zaak {code} is gesloten.", "Case {code} is closed."),
    "reopen_ask": ("Welke nieuwe feiten zijn er?", "Which new facts are there?"),
    "reopen_note": (
        "De weging begint opnieuw. De eerdere weging blijft bewaard. Wat u in stap 1 tot en met 3 vastlegde, blijft staan.",
        "The weighing starts again. The earlier weighing is kept. What you recorded in steps 1 to 3 stays.",
    ),
    "reopened": (
        "Zaak {code} is heropend. Verder gaan: meldcode resume {code}",
        "Case {code} was reopened. To go on: meldcode resume {code}",
    ),
    "noted": ("De notitie is bewaard in zaak {code}.", "The note was stored in case {code}."),
    "list_none": (
        "Er zijn nog geen zaken. Begin met: meldcode start",
        "There are no cases yet. Begin with: meldcode start",
    ),
    "list_open": ("open, bij stap {step}", "open, at step {step}"),
    "list_waiting": ("wacht op: {what}", "waiting for: {what}"),
    "list_decided": ("afgerond, nog niet gesloten", "finished, not closed yet"),
    "list_closed": ("gesloten", "closed"),
    "written": ("Geschreven: {path}", "Written: {path}"),
    "file_exists": (
        "Het bestand {path} bestaat al en wordt niet overschreven.",
        "The file {path} exists already and is not overwritten.",
    ),
    "file_failed": ("Schrijven naar {path} is niet gelukt: {reason}.", "Writing to {path} failed: {reason}."),
    "content_broken": (
        "De inhoud van het programma is beschadigd. Bel bij direct gevaar 112, en voor advies Veilig Thuis: 0800-2000.",
        "The content of the program is damaged. In immediate danger call 112, and for advice Veilig Thuis: 0800-2000.",
    ),
    "not_bound": ("(niet gebonden door de wet)", "(not bound by the law)"),
    "region_of": ("{name}: Veilig Thuis {region}, 0800-2000", "{name}: Veilig Thuis {region}, 0800-2000"),
    "region_unverified": ("het webadres is niet nagekeken", "the web address was not verified"),
    "topic_unknown": (
        "Over “{given}” is geen uitleg. Kies uit: {known}.",
        "There is no help about “{given}”. Choose from: {known}.",
    ),
    "welcome": (
        "meldcode helpt u door de vijf stappen van de meldcode huiselijk geweld en kindermishandeling: voor leraren, artsen, "
        "verpleegkundigen, pedagogisch medewerkers, sociaal werkers en andere professionals. Het adviseert; u beslist.",
        "meldcode takes you through the five steps of the Dutch reporting code for domestic violence and child abuse: for "
        "teachers, doctors, nurses, child-care workers, social workers and other professionals. It advises; you decide.",
    ),
    "welcome_start": (
        "Beginnen: meldcode start   Oefenen: meldcode start --practice   Uitleg: meldcode --help",
        "Begin: meldcode start   Practise: meldcode start --practice   Help: meldcode --help",
    ),
    "welcome_vault": (
        "Er is een kluis met zaken. Verder gaan: meldcode resume",
        "There is a vault with cases. To go on: meldcode resume",
    ),
    # help
    "help.main": (
        "De vijf stappen van de meldcode, met het protocol van uw sector.\n\nDirect gevaar: 112. Veilig Thuis: 0800-2000 (gratis, dag en nacht).\n\n"
        "\b\nVoorbeelden:\n  meldcode start --sector onderwijs\n  meldcode start --practice\n  meldcode emergency",
        "The five steps of the Dutch reporting code, with the protocol of your sector.\n\nImmediate danger: 112. Veilig Thuis: 0800-2000 (free, day and night).\n\n"
        "\b\nExamples:\n  meldcode start --sector onderwijs\n  meldcode start --practice\n  meldcode emergency",
    ),
    "help.lang": ("Taal: nl of en.", "Language: nl or en."),
    "help.plain": (
        "Gewone regels, zonder schermopbouw (schermlezer).",
        "Plain lines, no screen layout (screen reader).",
    ),
    "help.version": ("Toon de versie.", "Show the version."),
    "help.start": (
        "Begin een nieuwe zaak en doorloop de stappen.\n\n\b\nVoorbeeld:\n  meldcode start --sector onderwijs --municipality Utrecht",
        "Begin a new case and walk through the steps.\n\n\b\nExample:\n  meldcode start --sector onderwijs --municipality Utrecht",
    ),
    "help.sector": (
        "Het protocol van uw sector; zie meldcode sectors.",
        "The protocol of your sector; see meldcode sectors.",
    ),
    "help.municipality": (
        "De gemeente, voor de regio van Veilig Thuis.",
        "The municipality, for the Veilig Thuis region.",
    ),
    "help.practice": ("Oefenen: er wordt niets bewaard.", "Practise: nothing is kept."),
    "help.fd": ("Lees het wachtwoord van dit bestandsnummer.", "Read the passphrase from this file descriptor."),
    "help.resume": (
        "Ga verder met een zaak.\n\n\b\nVoorbeeld:\n  meldcode resume 7Q2MX4HK",
        "Go on with a case.\n\n\b\nExample:\n  meldcode resume 7Q2MX4HK",
    ),
    "help.code": ("De code van de zaak.", "The code of the case."),
    "help.list": (
        "Toon de zaken.\n\n\b\nVoorbeeld:\n  meldcode list --all",
        "Show the cases.\n\n\b\nExample:\n  meldcode list --all",
    ),
    "help.all": ("Ook gesloten zaken.", "Closed cases too."),
    "help.show": (
        "Toon de samenvatting van een zaak, of schrijf haar naar een bestand.\n\n\b\nVoorbeeld:\n  meldcode show 7Q2MX4HK --format md --output zaak.md",
        "Show the summary of a case, or write it to a file.\n\n\b\nExample:\n  meldcode show 7Q2MX4HK --format md --output case.md",
    ),
    "help.format": ("Vorm: text, md of json.", "Form: text, md or json."),
    "help.output": ("Schrijf naar dit nieuwe bestand.", "Write to this new file."),
    "help.note": (
        "Voeg een notitie toe aan een zaak; de tekst wordt gevraagd.\n\n\b\nVoorbeeld:\n  meldcode note 7Q2MX4HK",
        "Add a note to a case; the text is asked.\n\n\b\nExample:\n  meldcode note 7Q2MX4HK",
    ),
    "help.reopen": (
        "Nieuwe feiten: begin de weging opnieuw. De oude blijft bewaard.\n\n\b\nVoorbeeld:\n  meldcode reopen 7Q2MX4HK",
        "New facts: start the weighing again. The old one is kept.\n\n\b\nExample:\n  meldcode reopen 7Q2MX4HK",
    ),
    "help.close": (
        "Sluit een zaak; de reden wordt gevraagd.\n\n\b\nVoorbeeld:\n  meldcode close 7Q2MX4HK",
        "Close a case; the reason is asked.\n\n\b\nExample:\n  meldcode close 7Q2MX4HK",
    ),
    "help.advise": (
        "Advies zonder terminal, uit een antwoordenbestand. Er wordt niets bewaard.\n\n"
        "\b\nVoorbeelden:\n  meldcode advise --sector onderwijs --answers zaak.yaml\n  meldcode advise --answers zaken.jsonl --sector zorg-arts",
        "Advice without a terminal, from an answers file. Nothing is kept.\n\n"
        "\b\nExamples:\n  meldcode advise --sector onderwijs --answers case.yaml\n  meldcode advise --answers cases.jsonl --sector zorg-arts",
    ),
    "help.answers": ("YAML of JSON, of - voor standaardinvoer.", "YAML or JSON, or - for standard input."),
    "help.jsonl": ("Per regel een JSON-object.", "One JSON object per line."),
    "help.emergency": (
        "112, Veilig Thuis en wat u nu doet.\n\n\b\nVoorbeeld:\n  meldcode emergency",
        "112, Veilig Thuis and what to do now.\n\n\b\nExample:\n  meldcode emergency",
    ),
    "help.contacts": (
        "Wie u kunt bellen, en de regio van Veilig Thuis van een gemeente.\n\n\b\nVoorbeeld:\n  meldcode contacts Utrecht",
        "Whom you can call, and the Veilig Thuis region of a municipality.\n\n\b\nExample:\n  meldcode contacts Utrecht",
    ),
    "help.sectors": (
        "Welk protocol is voor mij?\n\n\b\nVoorbeeld:\n  meldcode sectors",
        "Which protocol is for me?\n\n\b\nExample:\n  meldcode sectors",
    ),
    "help.verify": (
        "Controleer de kluis: zegt in woorden wat er mis is en wat nog te vertrouwen is.\n\n\b\nVoorbeeld:\n  meldcode verify 7Q2MX4HK --control ABCD-EFGH-IJKL-MNOP-QRST",
        "Check the vault: says in words what is wrong and what can still be trusted.\n\n\b\nExample:\n  meldcode verify 7Q2MX4HK --control ABCD-EFGH-IJKL-MNOP-QRST",
    ),
    "help.control": ("De controlecode van een eerdere samenvatting.", "The control code of an earlier summary."),
    "help.repair": ("Maak een onleesbaar register opnieuw.", "Rebuild an unreadable register."),
    "help.vault": (
        "De kluis met uw zaken.\n\n\b\nVoorbeeld:\n  meldcode vault init",
        "The vault with your cases.\n\n\b\nExample:\n  meldcode vault init",
    ),
    "help.vault.init": (
        "Maak een kluis.\n\n\b\nVoorbeeld:\n  meldcode vault init",
        "Make a vault.\n\n\b\nExample:\n  meldcode vault init",
    ),
    "help.accept": ("Sta een gedeelde of gesynchroniseerde map toe.", "Accept a shared or synced folder."),
    "help.vault.info": (
        "Waar de kluis is en wie haar kan lezen.\n\n\b\nVoorbeeld:\n  meldcode vault info",
        "Where the vault is and who can read it.\n\n\b\nExample:\n  meldcode vault info",
    ),
    "help.help": (
        "Uitleg over een onderwerp: accessibility, exit-codes, privacy, answers.\n\n\b\nVoorbeeld:\n  meldcode help privacy",
        "Help about a topic: accessibility, exit-codes, privacy, answers.\n\n\b\nExample:\n  meldcode help privacy",
    ),
    "help.topic": ("Het onderwerp.", "The topic."),
}
