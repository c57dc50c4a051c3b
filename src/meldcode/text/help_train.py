"""What `--help` says about the commands for trainers."""

TEXTS = {
    "train": ("Oefenen met bedachte verhalen, alleen of samen.", "Practise with cases, alone or with a group."),
    "train.list": (
        "Toon de oefeningen, alle of die met een woord erin.",
        "Show the exercises, all or those with a word.",
    ),
    "train.word": (
        "Een woord uit de titel, de vorm of de doelen; of een map met eigen oefeningen.",
        "A word from the title, the form or the goals; or a folder with exercises of your own.",
    ),
    "train.sector": ("Alleen oefeningen van deze sector.", "Only exercises of this sector."),
    "train.new": ("Maak een oefening om in te vullen.", "Make an exercise to fill in."),
    "train.for_sector": ("De sector waarvoor de oefening is.", "The sector that the exercise is for."),
    "train.title": ("Hoe de oefening heet.", "What the exercise is called."),
    "train.folder": (
        "De map waarin het bestand komt; gewoonlijk de map waarin u werkt.",
        "The folder for the file; usually the one that you work in.",
    ),
    "value.title": ("TITEL", "TITLE"),
    "train.run": (
        "Doorloop een oefening. Er komt nooit iets van in de kluis.",
        "Walk through an exercise. Nothing of it ever enters the vault.",
    ),
    "train.exercises": (
        "Oefeningen: een naam uit meldcode train list, een bestand of een map.",
        "Exercises: a name from meldcode train list, a file or a folder.",
    ),
    "train.mode": (
        "leren: terugkijken na elke stap. toets: pas aan het eind. klas: handen tellen met een groep.",
        "leren: look back after every step. toets: only at the end. klas: count hands with a group.",
    ),
    "train.result": (
        "Bewaar het verloop in dit bestand (of deze map), en ga ermee verder als het er is.",
        "Keep the course of it in this file (or folder), and go on with it when it is there.",
    ),
    "train.name": (
        "Een schuilnaam voor in het bestand; geen echte naam.",
        "A pseudonym for in the file; no real name.",
    ),
    "train.seed": (
        "Zet meer oefeningen in een willekeurige volgorde, die bij dit getal hoort.",
        "Put several exercises in a random order that belongs to this number.",
    ),
    "train.score": (
        "Bekijk uitslagen langs een vaste lijst: punten per onderdeel, elk met de grond. Geen cijfer.",
        "Look at results along a fixed list: points for each part, each with its ground. No mark.",
    ),
    "train.score_form": (
        "text: om te lezen. json: voor een programma. csv: voor een rekenblad.",
        "text: to read. json: for a program. csv: for a spreadsheet.",
    ),
    "train.total": ("Tel de punten ook op.", "Add up the points as well."),
    "train.debrief": (
        "Bespreek een oefening na met de groep: hoe de antwoorden liggen.",
        "Debrief an exercise with the group: how the answers lie.",
    ),
    "train.results": (
        "Bestanden van meldcode train run --result, of mappen ermee (*.jsonl).",
        "Files of meldcode train run --result, or folders of them (*.jsonl).",
    ),
    "train.own_exercises": (
        "De map met eigen oefeningen waar de bestanden bij horen.",
        "The folder with exercises of your own that the files belong to.",
    ),
    "train.html": (
        "Schrijf een pagina om te laten zien en te printen.",
        "Write a page to project and to print.",
    ),
    "train.csv": (
        "Schrijf een rij per deelnemer, vraag en ronde, om zelf mee te rekenen.",
        "Write a row per participant, question and round, to calculate with.",
    ),
    "train.format": ("text: om te lezen. json: voor een programma.", "text: to read. json: for a program."),
    "train.names": (
        "Zet de schuilnamen met hun antwoorden erbij. Niet om aan de groep te laten zien.",
        "Add the pseudonyms with their answers. Not to show to the group.",
    ),
    "value.results": ("UITSLAG…", "RESULT…"),
    "train.offers": (
        "Scholing over de meldcode: wie haar geeft, voor wie, en wat zij kost. Wij bevelen niemand aan.",
        "Training about the code: who gives it, for whom, and what it costs. We endorse nobody.",
    ),
    "train.offers_word": ("Een woord uit het aanbod, zoals online.", "A word from the offer, such as online."),
    "train.offers_sector": ("Alleen aanbod voor deze sector.", "Only offers for this sector."),
    "train.offers_municipality": (
        "De gemeente: zonder aanbod van een andere regio, met wat daar is toegevoegd.",
        "The municipality: without offers of another region, with what was added there.",
    ),
    "train.offers_overlay": (
        "Neem ook het aanbod uit dit bestand van een gemeente of organisatie. Mag vaker.",
        "Take the offers from this file of a municipality or organisation as well. May be repeated.",
    ),
    "train.criteria": (
        "Toon wat goede scholing bevat, met de grond, en wat de oefeningen ervan doen.",
        "Show what good training holds, with the ground, and what the exercises do of it.",
    ),
    "train.offers_form": ("Vorm: text of json.", "Form: text or json."),
    "value.exercises": ("OEFENING…", "EXERCISE…"),
    "value.path": ("BESTAND|MAP", "FILE|FOLDER"),
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "train": ("meldcode train list", "meldcode train run --sector onderwijs"),
    "train.list": ("meldcode train list verwaarlozing --sector onderwijs",),
    "train.new": ("meldcode train new", 'meldcode train new --sector sport --title "Na de training"'),
    "train.run": (
        "meldcode train run brood-zonder-beleg --result mijn-oefening.jsonl",
        "meldcode train run oefeningen --mode toets --result uitslagen --name vos",
    ),
    "train.score": (
        "meldcode train score mijn-oefening.jsonl",
        "meldcode train score uitslagen --format csv --output punten.csv",
    ),
    "train.debrief": (
        "meldcode train debrief uitslagen",
        "meldcode train debrief uitslagen --html bespreking.html --csv rijen.csv",
    ),
    "train.offers": (
        "meldcode train offers --sector onderwijs",
        "meldcode train offers online --municipality Tilburg",
        "meldcode train offers --criteria",
    ),
}
