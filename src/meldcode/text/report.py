"""Headings, blanks and fixed sentences of the draft of a report to Veilig Thuis."""

TEXTS = {
    "heading": ("Concept van een melding bij Veilig Thuis", "Draft of a report to Veilig Thuis"),
    "draft": ("Lees dit eerst", "Read this first"),
    "draft_text": (
        (
            "Dit is een concept, gemaakt uit wat u vastlegde. Lees het na, vul de lege plekken in en haal weg wat niet "
            "nodig is. Bij acute onveiligheid belt u eerst: 112, of Veilig Thuis 0800-2000. Het programma verstuurt "
            "niets. Feiten staan apart van uitleg. Wat u schreef, staat er woord voor woord."
        ),
        (
            "This is a draft, made from what you recorded. Read it, fill in the blanks and take out what is not "
            "needed. With acute unsafety you call first: 112, or Veilig Thuis 0800-2000. The program sends nothing. "
            "Facts stand apart from interpretation. What you wrote is given word for word."
        ),
    ),
    "other_route": (
        "Let op: uw antwoorden wijzen op een andere weg dan een melding bij Veilig Thuis. Kijk in de samenvatting.",
        "Please note: your answers point to another way than a report to Veilig Thuis. See the summary.",
    ),
    "not_advised": (
        "Het advies is op dit moment: {title}. U mag ook melden als het advies minder ver gaat.",
        "The advice at this moment is: {title}. You may also report when the advice goes less far.",
    ),
    "reporter": ("Wie meldt", "Who reports"),
    "anonymous": ("Mag uw naam bekend worden bij de betrokkenen", "May the persons concerned know your name"),
    "persons": ("Om wie het gaat", "Who it is about"),
    "others_at_home": ("Wie er verder nog in huis zijn of vaak komen", "Who else lives there or often comes"),
    "now": ("De veiligheid nu", "Safety now"),
    "own": ("Feiten: zelf gezien, gehoord of zelf verteld gekregen", "Facts: seen, heard or told to me directly"),
    "second_hand": ("Feiten uit de tweede hand", "Facts from second hand"),
    "how_unknown": (
        "Feiten waarbij niet is vastgelegd hoe u het weet",
        "Facts of which it is not recorded how you know",
    ),
    "fact": ("Wat er was", "What it was"),
    "date": ("Wanneer", "When"),
    "source": ("Hoe ik het weet", "How I know"),
    "who_said": ("Van wie ik het hoorde", "From whom I heard it"),
    "history": ("Wat er eerder gebeurde", "What happened before"),
    "risk": ("Bijzondere vormen en risico's", "Particular forms and risks"),
    "protective": ("Wat beschermt, en wat het vermoeden tegenspreekt", "What protects, and what speaks against it"),
    "interpretation": ("Mijn uitleg", "My interpretation"),
    "interpretation_text": (
        "Dit zijn geen feiten. Zo legt de melder de feiten uit; een andere uitleg kan er zijn.",
        "These are not facts. This is how the reporter explains the facts; there may be another explanation.",
    ),
    "weighing": ("De weging", "The weighing"),
    "consulted": ("Met wie is overlegd", "Who was consulted"),
    "talk": ("Het gesprek met de betrokkenen", "The talk with the persons concerned"),
    "told": ("Wie van de melding weet", "Who knows of the report"),
    "help": ("Welke hulp er is", "Which help there is"),
    "norm": ("Waarom ik meld", "Why I report"),
    "rest": ("Wat verder is vastgelegd", "What else was recorded"),
    "notes": ("Notities", "Notes"),
    "note": ("Notitie", "Note"),
    "rounds": (
        "Er is eerder gewogen. Die weging staat in de samenvatting van de zaak en niet in dit concept.",
        "There was an earlier weighing. It stands in the summary of the case and not in this draft.",
    ),
    "after": ("Wat ik blijf doen", "What I keep doing"),
    "at_hand": ("Bij de hand houden als u belt", "To have at hand when you call"),
    "blank_name": ("Naam", "Name"),
    "blank_function": ("Functie", "Function"),
    "blank_organisation": ("Organisatie", "Organisation"),
    "blank_reach": ("Wanneer en hoe te bereiken", "When and how to be reached"),
    "blank_open": ("Ja of nee", "Yes or no"),
    "blank_ground": (
        (
            "Zo nee, de reden (gevaar voor de betrokkenen, gevaar voor u of collega's, of ernstige schade aan het "
            "vertrouwen)"
        ),
        (
            "If no, the reason (danger to the persons concerned, danger to you or colleagues, or serious harm to the "
            "relation of trust)"
        ),
    ),
    "blank_born": ("Geboortedatum", "Date of birth"),
    "blank_address": ("Adres, en waar de persoon nu is", "Address, and where the person is now"),
    "blank_authority": ("Wie het gezag heeft of vertegenwoordigt", "Who has authority or represents"),
    "blank_language": ("Taal, en of een tolk nodig is", "Language, and whether an interpreter is needed"),
    "blank_where": ("Waar iedereen nu is", "Where everyone is now"),
    "blank_needed": ("Wat er nu nodig is", "What is needed now"),
    "blank_earlier": ("Eerdere meldingen", "Earlier reports"),
    "blank_pattern": ("Eerdere gebeurtenissen en patronen", "Earlier events and patterns"),
    "blank_weapons": (
        "Wapens, bedreigingen, middelen, zwangerschap, psychische problemen, voor zover bekend",
        "Weapons, threats, substances, pregnancy, mental health problems, as far as known",
    ),
    "blank_network": ("Wie er steun geeft of zicht heeft", "Who gives support or keeps an eye on things"),
    "blank_reaction": ("Hoe de betrokkenen reageerden", "How the persons concerned reacted"),
    "blank_whom": (
        "Wie wat weet, sinds wanneer, en voor wie dat niet veilig is",
        "Who knows what, since when, and for whom that is not safe",
    ),
    "blank_others": ("Andere professionals en hulp", "Other professionals and help"),
    "blank_own": ("Wat ik zelf blijf doen", "What I myself keep doing"),
    "blank_agreed": ("Afgesproken met Veilig Thuis", "Agreed with Veilig Thuis"),
}
