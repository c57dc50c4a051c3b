"""Counts for a municipality: what is counted, in which categories, and how the figures must be read."""

TEXTS = {
    "heading": ("Telling meldcode {period}", "Meldcode count {period}"),
    "about": ("Over deze telling", "About this count"),
    "period": ("Periode", "Period"),
    "period_text": (
        "{first} tot en met {last}; zaken die in deze periode zijn begonnen",
        "{first} to {last}; cases started in this period",
    ),
    "running": (
        "Deze periode is nog niet voorbij. Wacht met delen tot zij voorbij is, en deel een periode maar een keer.",
        "This period is not over yet. Wait until it is before you share it, and share a period only once.",
    ),
    "version": ("Versie van de definities", "Version of the definitions"),
    "started": ("Begonnen trajecten", "Trajectories started"),
    "few": (
        "Er zijn minder dan {few} trajecten in deze periode. Daarom staan hier geen aantallen.",
        "There are fewer than {few} trajectories in this period. So there are no numbers here.",
    ),
    "rounding": (
        (
            "Aantallen zijn afgerond op vijftallen, elk apart. Kleine aantallen zijn samengeteld met de categorie "
            "ernaast. Een tabel die iets over weinig zaken zou zeggen, staat er niet. Tel verschillende tabellen of "
            "tellingen niet op en trek ze niet van elkaar af."
        ),
        (
            "Numbers are rounded to multiples of five, each by itself. Small numbers are counted together with the "
            "category beside them. A table that would tell something about few cases is left out. Do not add or "
            "subtract different tables or counts."
        ),
    ),
    "steering": (
        (
            "Het aantal meldingen alleen is geen stuurcijfer: campagnes, trends en meer of minder gebruik van de "
            "meldcode veranderen het. Meer meldingen kan goed nieuws zijn, en minder meldingen slecht."
        ),
        (
            "The number of reports alone is no figure to steer by: campaigns, trends and more or less use of the "
            "meldcode change it. More reports can be good news, and fewer reports bad."
        ),
    ),
    "days": (
        "Dagen vanaf het begin tot de eerste vastlegging in een stap (de middelste zaak)",
        "Days from the start to the first record in a step (the middle case)",
    ),
    "together": ("{labels} (samen)", "{labels} (together)"),
    "table.sector": ("Protocol", "Protocol"),
    "table.stand": ("Hoe ver het traject is", "How far the trajectory is"),
    "table.besluit": ("Besluit, naast het advies", "Decision, beside the advice"),
    "table.weg": ("Weg", "Route"),
    "table.veilig_thuis": ("Advies van Veilig Thuis gevraagd", "Advice of Veilig Thuis asked"),
    "table.gesprek": ("Gesprek met de betrokkenen", "Talk with the persons concerned"),
    "table.hulp": ("Hulp", "Help"),
    "table.evaluatie": ("Evaluatie van de hulp", "Review of the help"),
    "table.vorm": ("Vorm: {label}", "Form: {label}"),
    "table.let_op": ("Verloop van de stappen: {label}", "How the steps went: {label}"),
    "category.stand.stap_1": ("stap 1", "step 1"),
    "category.stand.stap_2": ("stap 2", "step 2"),
    "category.stand.stap_3": ("stap 3", "step 3"),
    "category.stand.stap_4": ("stap 4", "step 4"),
    "category.stand.stap_5": ("stap 5", "step 5"),
    "category.stand.andere_weg": ("een andere weg dan de vijf stappen", "another way than the five steps"),
    "category.stand.gesloten": ("gesloten", "closed"),
    "category.besluit.niet_beantwoord": ("nog geen besluit", "no decision yet"),
    "category.besluit.afsluiten": ("volgens het advies: afsluiten", "as advised: close"),
    "category.besluit.volgen": ("volgens het advies: blijven volgen", "as advised: keep following"),
    "category.besluit.hulp": ("volgens het advies: hulp", "as advised: help"),
    "category.besluit.overleg": ("volgens het advies: overleg met Veilig Thuis", "as advised: consult Veilig Thuis"),
    "category.besluit.melden": ("volgens het advies: melden", "as advised: report"),
    "category.besluit.bel_112": ("volgens het advies: 112 bellen", "as advised: call 112"),
    "category.besluit.hoger": ("verder dan het advies", "further than the advice"),
    "category.besluit.lager_met_reden": (
        "minder ver dan het advies, met reden",
        "less far than the advice, with a reason",
    ),
    "category.besluit.lager_zonder_reden": (
        "minder ver dan het advies, zonder reden",
        "less far than the advice, without a reason",
    ),
    "category.weg.huiselijke_kring": ("huiselijke kring", "domestic circle"),
    "category.weg.beroepskracht": ("beroepskracht", "professional"),
    "category.weg.medeclient": ("andere cliënt", "other client"),
    "category.weg.kinderen_onderling": ("kinderen onderling", "children among themselves"),
    "category.weg.andere": ("een andere weg", "another way"),
    "category.veilig_thuis.ja": ("ja", "yes"),
    "category.veilig_thuis.nee": ("nee", "no"),
    "category.veilig_thuis.niet_nodig": ("niet nodig", "not needed"),
    "category.veilig_thuis.niet_beantwoord": ("niet beantwoord", "not answered"),
    "category.gesprek.gevoerd": ("gevoerd", "held"),
    "category.gesprek.uitgesteld": ("uitgesteld", "put off"),
    "category.gesprek.veiligheid": ("niet gevoerd, om de veiligheid", "not held, for safety"),
    "category.gesprek.onbereikbaar": ("niet gevoerd, onbereikbaar", "not held, out of reach"),
    "category.gesprek.ander": ("niet gevoerd, andere reden", "not held, other reason"),
    "category.gesprek.niet_beantwoord": ("niet beantwoord", "not answered"),
    "category.hulp.aangenomen": ("hulp mogelijk en aangenomen", "help possible and accepted"),
    "category.hulp.niet_aangenomen": (
        "hulp mogelijk, niet of nog niet aangenomen",
        "help possible, not or not yet accepted",
    ),
    "category.hulp.niet_mogelijk": ("hulp niet mogelijk, of niet bekend", "help not possible, or not known"),
    "category.hulp.niet_beantwoord": ("niet beantwoord", "not answered"),
    "category.evaluatie.op_tijd": (
        "gedaan, uiterlijk een week na de afgesproken dag",
        "done, at most a week after the day agreed",
    ),
    "category.evaluatie.te_laat": ("gedaan, later dan dat", "done, later than that"),
    "category.evaluatie.afgesproken": ("afgesproken, nog niet gedaan", "agreed, not done yet"),
    "category.evaluatie.niet_afgesproken": ("niet afgesproken", "not agreed"),
    "category.tick.ja": ("ja", "yes"),
    "category.tick.nee": ("nee", "no"),
    # the command
    "all_cases": (
        "Een telling gaat over alle zaken: geef --all, en geen codes van zaken.",
        "A count is about all cases: give --all, and no codes of cases.",
    ),
    "which_form": (
        "Een telling kan in de vorm text, csv of json. Kies met --format.",
        "A count can have the form text, csv or json. Choose with --format.",
    ),
    "bad_period": (
        "Geef een half jaar, zoals 2026-H1 of 2026-H2. Andere periodes kunnen niet: wie ze vergelijkt, ziet te veel.",
        "Give a half-year, such as 2026-H1 or 2026-H2. Other periods cannot: comparing them shows too much.",
    ),
    "period_alone": ("--period hoort bij --statistics.", "--period belongs to --statistics."),
    "not_with": (
        "Een telling heeft geen spoor en geen ontvanger: laat --audit en --to weg.",
        "A count has no trail and no recipient: leave out --audit and --to.",
    ),
}
