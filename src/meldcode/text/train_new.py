"""What `meldcode train new` asks and says; what it writes is in `meldcode.cli.templates`."""

TEXTS = {
    "title": ("Hoe heet de oefening?", "What is the exercise called?"),
    "title_note": (
        "Een paar woorden uit het verhaal, zoals: Brood zonder beleg. De naam van het bestand komt daarvan.",
        "A few words from the story, such as: Bread with nothing on it. The name of the file comes from them.",
    ),
    "title_bad": (
        "Geef de oefening een titel op een regel, met letters, van hoogstens {most} tekens.",
        "Give the exercise a title on one line, with letters, of at most {most} characters.",
    ),
    "next": (
        "Vul in wat na INVULLEN staat. Kijk het dan na met: meldcode protocol check {path}",
        "Fill in what follows INVULLEN. Then check it with: meldcode protocol check {path}",
    ),
}
