"""What `--help` says about the commands for trainers."""

TEXTS = {
    "train": ("Oefenen met casussen, alleen of met een groep.", "Practise with cases, alone or with a group."),
    "train.list": (
        "Toon de oefeningen, alle of die met een woord erin.",
        "Show the exercises, all or those with a word.",
    ),
    "train.word": ("Een woord uit de titel, de vorm of de doelen.", "A word from the title, the form or the goals."),
    "train.sector": ("Alleen oefeningen van deze sector.", "Only exercises of this sector."),
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
    "value.exercises": ("OEFENING…", "EXERCISE…"),
    "value.path": ("BESTAND|MAP", "FILE|FOLDER"),
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "train": ("meldcode train list", "meldcode train run --sector onderwijs"),
    "train.list": ("meldcode train list verwaarlozing --sector onderwijs",),
    "train.run": (
        "meldcode train run brood-zonder-beleg --result mijn-oefening.jsonl",
        "meldcode train run oefeningen --mode toets --seed 7 --result uitslagen --name vos",
    ),
}
