"""What is wrong with an exercise file, and what to do: one sentence each for the cause and the remedy."""

TEXTS = {
    "E01": (
        "Dit is een scenario zonder teaching, en dus geen oefening. Voeg teaching toe, zoals in meldcode train new.",
        "This is a scenario without teaching, and so no exercise. Add teaching, as meldcode train new does.",
    ),
    "E02": (
        "Het signaal “{name}” staat in geen lijst van deze sector. Schrijf de lijst, een punt en het signaal.",
        "The signal “{name}” is in no list of this sector. Write the list, a dot and the signal.",
    ),
    "E03": (
        (
            "Op “{question}” is het voorbeeldantwoord {given}, maar accept noemt alleen: {accept}. Zet het erbij, of "
            "verander het antwoord."
        ),
        (
            "The reference answer to “{question}” is {given}, but accept only names: {accept}. Add it, or change the "
            "answer."
        ),
    ),
    "E04": (
        "De vraag “{question}” heeft geen vaste antwoorden. Een norm kan alleen bij een vraag met een keuze.",
        "The question “{question}” has no fixed answers. A norm can only be about a question with a choice.",
    ),
    "E05": (
        "De antwoorden geven niet wat expect noemt. Bij {part} komt: {got}. Er staat: {wanted}. Verander een ervan.",
        "The answers do not give what expect says. For {part} comes: {got}. It says: {wanted}. Change one of the two.",
    ),
    "E06": (
        (
            "De stap “{name}” komt met deze antwoorden niet aan bod, dus dit deel hoort niemand. Verander de stap of "
            "de antwoorden."
        ),
        "These answers never reach the step “{name}”, so nobody hears this part. Change the step or the answers.",
    ),
    "E07": (
        (
            "Het signaal “{name}” staat bij overclaims, en de voorbeeldantwoorden leggen het zelf vast. Haal het op "
            "een van beide plaatsen weg."
        ),
        (
            "The signal “{name}” is in overclaims, and the reference answers record it themselves. Remove it in one of "
            "the two places."
        ),
    ),
    "E08": (
        "De vraag “{question}” komt met deze antwoorden niet aan bod. Haal dit antwoord weg, of verander een ander.",
        "These answers never reach the question “{question}”. Remove this answer, or change another.",
    ),
}
