"""How the rubric is worded: points with their grounds; no mark unless asked for."""

TEXTS = {
    "heading": ("OEFENING · {title} · {name}", "EXERCISE · {title} · {name}"),
    "unfinished": ("Deze oefening is niet afgemaakt.", "This exercise was not finished."),
    "points": ("{points} van {of}", "{points} of {of}"),
    "signals_seen": ("Signalen gezien", "Signals seen"),
    "not_overclaimed": (
        "Signalen niet genoteerd die er alleen op lijken (de maker noemde ze)",
        "Signals not recorded that only seem to be there (the author named them)",
    ),
    "record": (
        "Hoe het is opgeschreven (feit, hoe u het weet, wanneer)",
        "How it was recorded (fact, how you know, when)",
    ),
    "safety": ("Gevaar herkennen", "Recognising danger"),
    "consults": ("Overleg", "Consulting"),
    "talk": ("Het gesprek", "The talk"),
    "weighing": ("Weging binnen de ruimte van de norm", "Weighing within the room of the norm"),
    "decision": ("Besluit binnen de ruimte van de norm", "Decision within the room of the norm"),
    "process": (
        "De stappen (geen waarschuwing van het protocol; niemand onveilig ingelicht)",
        "The steps (no warning of the protocol; nobody told unsafely)",
    ),
    "total": (
        "Samen: {points} van {of} punten. Elk punt weegt even zwaar.",
        "Together: {points} of {of} points. Every point weighs the same.",
    ),
    "no_total": (
        "Geen cijfer: kijk naar de gronden. Met --total telt meldcode de punten op.",
        "No mark: look at the grounds. With --total meldcode adds up the points.",
    ),
    "nothing": (
        "Er is geen uitslag om te bekijken. Een uitslag maakt u met meldcode train run --result.",
        "There is no result to look at. You make one with meldcode train run --result.",
    ),
    "left.not_exercise": (
        "Overgeslagen, geen uitslag van een oefening: {path}",
        "Left out, no result of an exercise: {path}",
    ),
    "left.newer": (
        "Overgeslagen, gemaakt door een nieuwere versie van meldcode: {path}",
        "Left out, made by a newer version of meldcode: {path}",
    ),
    "left.size": ("Overgeslagen, te groot voor een oefening: {path}", "Left out, too large for an exercise: {path}"),
    "left.line": ("Overgeslagen, beschadigd: {path}", "Left out, damaged: {path}"),
    "left.unreadable": ("Overgeslagen, niet te lezen: {path}", "Left out, can't be read: {path}"),
    "left.unknown": (
        "Overgeslagen, de oefening is er niet; noem haar map met --exercises: {path}",
        "Left out, the exercise is not there; name its folder with --exercises: {path}",
    ),
    "left.other_exercise": ("Overgeslagen, van een andere oefening: {path}", "Left out, of another exercise: {path}"),
    "left.other_version": (
        "Overgeslagen, van een andere versie van de oefening: {path}",
        "Left out, of another version of the exercise: {path}",
    ),
    "left.other_protocol": (
        "Overgeslagen, van een andere versie van het protocol: {path}",
        "Left out, of another version of the protocol: {path}",
    ),
    "left.other_events": (
        "Overgeslagen, wat erin staat kan niet in deze oefening gebeurd zijn: {path}",
        "Left out, what it holds can't have happened in this exercise: {path}",
    ),
}
