"""How the looking back is worded: what was done, what the norm asks, why; calm, and never about the person."""

TEXTS = {
    "about": ("Over dit bestand", "About this file"),
    "exercise": ("Oefening", "Exercise"),
    "participant": ("Schuilnaam", "Pseudonym"),
    "mode": ("Manier", "Mode"),
    "digest": ("Vingerafdruk van de oefening", "Fingerprint of the exercise"),
    "round": ("Na de nieuwe feiten: {title}", "After the new facts: {title}"),
    "all_steps": ("Alle stappen", "All steps"),
    "open": (
        "{question}: hier staat geen antwoord. De norm laat ruimte voor: {room}. {because}",
        "{question}: there is no answer here. The norm leaves room for: {room}. {because}",
    ),
    "within": (
        "{question}: u koos “{given}”. Dat past bij de norm. {because}",
        "{question}: you chose “{given}”. That fits the norm. {because}",
    ),
    "within_room": (
        "{question}: u koos “{given}”. Dat past bij de norm; ook te verdedigen is: {room}. {because}",
        "{question}: you chose “{given}”. That fits the norm; this can be defended too: {room}. {because}",
    ),
    "outside": (
        "{question}: u koos “{given}”. De norm laat hier ruimte voor: {room}. {because}",
        "{question}: you chose “{given}”. The norm leaves room here for: {room}. {because}",
    ),
    "signal_seen": ("U noteerde: {signal} {because}", "You recorded: {signal} {because}"),
    "signal_missed": (
        "Ook in het verhaal: {signal} {because}",
        "Also in the case: {signal} {because}",
    ),
    "overclaimed": (
        "U noteerde ook: {signal} Kijk nog eens of het verhaal dat laat zien. {because}",
        "You also recorded: {signal} Look again whether the case shows that. {because}",
    ),
    "not_in_story": (
        "U noteerde ook: {signal} Dat staat niet op de lijst van dit verhaal. Waaraan zag u het?",
        "You also recorded: {signal} That is not on the list of this case. What made you see it?",
    ),
    "second_hand_as_seen": (
        "{signal} U noteerde dat u dit zelf zag. In het verhaal hoorde u het. Schrijf op van wie u het weet.",
        "{signal} You recorded that you saw this yourself. In the case you heard it. Write down from whom.",
    ),
    "interpretation_as_fact": (
        "{signal} Bij wat u zag staat “{given}”. Dat klinkt als een duiding. Zet die apart, bij wat u erbij denkt.",
        "{signal} What you saw has “{given}” in it. That sounds like an interpretation. Keep it with what you think.",
    ),
    "no_fact": (
        "{signal} Hier ontbreekt wat u precies zag of hoorde.",
        "{signal} What exactly you saw or heard is missing here.",
    ),
    "no_date": ("{signal} De datum ontbreekt.", "{signal} The date is missing."),
    "no_how": (
        "{signal} Er staat niet bij of u dit zelf zag of van iemand hoorde.",
        "{signal} It does not say whether you saw this yourself or heard it from someone.",
    ),
    "told_unsafe_gesprek": (
        "U sprak met de betrokkene, terwijl dat hier gevaar kan geven. Wat gezegd is, gaat niet terug. {because}",
        "You spoke with the person concerned, which can be dangerous here. What was said cannot be unsaid. {because}",
    ),
    "told_unsafe_aankondiging": (
        "De melding werd aangekondigd terwijl dat in dit verhaal gevaar kan geven. {because}",
        "The report was announced while that can be dangerous in this case. {because}",
    ),
    "told_unsafe_gesprek_back": (
        (
            "U koos eerst dat er met de betrokkene gesproken was, en veranderde dat later. In het echt gaat wat gezegd "
            "is niet terug. {because}"
        ),
        (
            "You first chose that the person concerned was spoken with, and changed it later. In real life what was "
            "said cannot be unsaid. {because}"
        ),
    ),
    "told_unsafe_aankondiging_back": (
        "U koos eerst om de melding aan te kondigen, en veranderde dat later. Hier kan het gevaar geven. {because}",
        "You first chose to announce the report, and changed it later. Here that can be dangerous. {because}",
    ),
    "flag": ("Over de stappen: {because}", "About the steps: {because}"),
    "path_title": ("Uw weg naast de weg die de maker koos", "Your path beside the path that the author chose"),
    "path": (
        "{question}: u “{given}”, de maker “{reference}”",
        "{question}: you “{given}”, the author “{reference}”",
    ),
    "path_open": (
        "{question}: u antwoordde niet, de maker “{reference}”",
        "{question}: you gave no answer, the author “{reference}”",
    ),
    "path_same": (
        "Bij alle keuzes nam u dezelfde weg als de maker. Een andere weg kan ook goed zijn.",
        "At every choice you took the same path as the author. Another path can be right as well.",
    ),
    "path_as_before": (
        "Uw weg en die van de maker verschillen op dezelfde punten als hiervoor.",
        "Your path and that of the author differ at the same points as before.",
    ),
    "outcome": (
        "Het advies bij uw antwoorden: {level}. Bij die van de maker: {reference}.",
        "The advice for your answers: {level}. For those of the author: {reference}.",
    ),
    "unheard": ("Wie verder vraagt, had dit gehoord", "Whoever asks on would have heard this"),
    "careful": ("Een zorgvuldige weg", "A careful route"),
    "discuss": ("Om over door te praten", "To talk about"),
    "no_grade_title": ("Geen cijfer", "No mark"),
    "no_grade": (
        "Hier staat geen cijfer. Ook ervaren mensen wegen hetzelfde verhaal soms anders.",
        "There is no mark here. Experienced people too sometimes weigh the same case differently.",
    ),
}
