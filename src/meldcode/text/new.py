"""What `meldcode protocol new` asks and says; what it writes is in `meldcode.cli.templates`."""

TEXTS = {
    "missing": (
        "Zonder terminal ontbreekt nog: {names}.",
        "Without a terminal this is still missing: {names}.",
    ),
    "sectors": ("Voor welke sectoren is de aanpassing?", "For which sectors is the overlay?"),
    "sectors_note": (
        "Kies er een of meer. Wat u schrijft komt bij elk van deze protocollen.",
        "Choose one or more. What you write is added to each of these protocols.",
    ),
    "sectors_none": ("Kies ten minste een sector.", "Choose at least one sector."),
    "owner": ("Wie is de eigenaar van de aanpassing?", "Who owns the overlay?"),
    "owner_note": (
        (
            "De naam van de gemeente of organisatie. Zij staat bij elke zaak in beeld en in elke samenvatting. Noem "
            "geen persoon."
        ),
        (
            "The name of the municipality or organisation. It is on the screen of every case and in every summary. Do "
            "not name a person."
        ),
    ),
    "owner_bad": (
        "Geef de eigenaar een naam op een regel, van hoogstens {most} tekens.",
        "Give the owner a name on one line, of at most {most} characters.",
    ),
    "versions_differ": (
        "Deze protocollen hebben een andere hoofdversie: {versions}. Maak voor elke hoofdversie een eigen map.",
        "These protocols have another major version: {versions}. Make a folder of its own for each major version.",
    ),
    "exists": (
        "{path} bestaat al en wordt niet overschreven. Kies een andere map met --folder.",
        "{path} exists already and is not overwritten. Choose another folder with --folder.",
    ),
    "made": ("Gemaakt: {path}", "Made: {path}"),
    "next": (
        (
            "Lees README.md in die map. Vul in overlay.yaml in wat na INVULLEN staat, en kijk daarna met: meldcode "
            "protocol check overlay.yaml"
        ),
        (
            "Read README.md in that folder. Fill in what follows INVULLEN in overlay.yaml, and then look with: "
            "meldcode protocol check overlay.yaml"
        ),
    ),
}
