"""What two protocols have different, and which cases that would have changed."""

TEXTS = {
    "heading": ("{old} → {new}", "{old} → {new}"),
    "version": ("{id} {version}", "{id} {version}"),
    "saved": ("{file} is geen bewaard protocol.", "{file} is not a saved protocol."),
    "altered": (
        "{file} is na het bewaren veranderd: de inhoud past niet bij de code erin.",
        "{file} was altered after it was saved: its content does not fit the digest in it.",
    ),
    "no_pair": (
        "Deze twee hebben geen sector gemeen: {old} en {new}.",
        "These two have no sector in common: {old} and {new}.",
    ),
    "content": ("In tekst en inhoud ({amount}):", "In text and content ({amount}):"),
    "content_same": ("Tekst en inhoud zijn gelijk.", "Text and content are the same."),
    "added": ("+ {id}: {text}", "+ {id}: {text}"),
    "removed": ("- {id}: {text}", "- {id}: {text}"),
    "changed": ("~ {name}: {before} → {after}", "~ {name}: {before} → {after}"),
    "changed_long": ("~ {name}", "~ {name}"),
    "was": ("was: {text}", "was: {text}"),
    "becomes": ("is nu: {text}", "is now: {text}"),
    "nothing": ("niets", "nothing"),
    "true": ("ja", "yes"),
    "false": ("nee", "no"),
    "kind_protocol": ("Het protocol zelf", "The protocol itself"),
    "kind_source": ("Bronnen", "Sources"),
    "kind_step": ("Stappen", "Steps"),
    "kind_task": ("Taken", "Tasks"),
    "kind_question": ("Vragen", "Questions"),
    "kind_option": ("Antwoorden", "Options"),
    "kind_definition": ("Begrippen", "Definitions"),
    "kind_example": ("Voorbeelden", "Examples"),
    "kind_rule": ("Regels", "Rules"),
    "kind_action": ("Acties", "Actions"),
    "kind_flag": ("Aandachtspunten", "Flags"),
    "kind_level": ("Niveaus", "Levels"),
    "kind_route": ("Routes", "Routes"),
    "kind_theme": ("Thema's", "Themes"),
    "kind_signal_list": ("Signalenlijsten", "Signal lists"),
    "kind_signal": ("Signalen", "Signals"),
    "kind_contact": ("Contacten", "Contacts"),
    "kind_at_hand": ("Bij de hand", "At hand"),
    "kind_role": ("Rollen", "Roles"),
    "kind_term": ("Woorden", "Terms"),
    "kind_deadline": ("Termijnen", "Deadlines"),
    "kind_local_help": ("Lokale uitleg", "Local explanations"),
    "kind_intervention": ("Hulp", "Help"),
    "kind_offer": ("Scholing", "Training"),
    "kind_help_level": ("Onderbouwing van hulp", "How help is founded"),
    "kind_caution": ("Waarschuwingen bij hulp", "Cautions about help"),
    "advice": (
        "In het advies ({amount} soorten situaties; {paths} wegen zijn in beide compleet):",
        "In the advice ({amount} kinds of situations; {paths} paths are complete in both):",
    ),
    "advice_same": (
        "Het advies is gelijk, wat er ook wordt geantwoord.",
        "The advice is the same, whatever is answered.",
    ),
    "advice_unproven": (
        "Of het advies gelijk is, is niet vast te stellen. {reason}",
        "Whether the advice is the same can't be determined. {reason}",
    ),
    "level": ("Het niveau gaat van {before} naar {after}: {paths}", "The level goes from {before} to {after}: {paths}"),
    "route": ("De route gaat van {before} naar {after}: {paths}", "The route goes from {before} to {after}: {paths}"),
    "flag_comes": ("Er komt een aandachtspunt bij, {name}: {paths}", "A flag is raised, {name}: {paths}"),
    "flag_goes": ("Een aandachtspunt vervalt, {name}: {paths}", "A flag is no longer raised, {name}: {paths}"),
    "action_comes": ("Er komt een actie bij, {name}: {paths}", "An action is shown, {name}: {paths}"),
    "action_goes": ("Een actie vervalt, {name}: {paths}", "An action is no longer shown, {name}: {paths}"),
    "complete_comes": (
        "De antwoorden zijn nu compleet, eerst niet: {paths}",
        "The answers are complete now, and were not: {paths}",
    ),
    "complete_goes": (
        "De antwoorden zijn niet meer compleet, er wordt meer gevraagd: {paths}",
        "The answers are no longer complete, more is asked: {paths}",
    ),
    "paths": ("{amount} wegen ({share})", "{amount} paths ({share})"),
    "paths_open": ("{amount} wegen", "{amount} paths"),
    "unfinished": ("alleen zolang er nog iets ontbreekt", "only while something is still missing"),
    "example": ("Bijvoorbeeld: {answers}", "For example: {answers}"),
    "example_old": ("Bijvoorbeeld, oud: {answers}", "For example, old: {answers}"),
    "example_new": ("Nieuw: {answers}", "New: {answers}"),
    "no_answers": ("zonder antwoorden", "without answers"),
    "promise_kept": (
        "Versie: {old} → {new}. Dat past bij wat er is veranderd ({needed}).",
        "Version: {old} → {new}. That fits what changed ({needed}).",
    ),
    "promise_broken": (
        (
            "Versie: {old} → {new} belooft te weinig ({promised}). Wat er is veranderd, vraagt om {needed}. Verhoog "
            "het versienummer."
        ),
        (
            "Version: {old} → {new} promises too little ({promised}). What changed asks for {needed}. Raise the "
            "version number."
        ),
    ),
    "none": ("niets veranderd", "nothing changed"),
    "patch": ("alleen woorden en gegevens: het derde getal", "only words and data: the third number"),
    "minor": ("iets toegevoegd of anders gestuurd: het tweede getal", "something added or steered: the second number"),
    "major": ("iets weggehaald of verzwakt: het eerste getal", "something removed or weakened: the first number"),
    "no_cases": (
        "Welke zaken? Geef --cases BESTAND, of --vault.",
        "Which cases? Give --cases FILE, or --vault.",
    ),
    "case_level": ("{id}: {before} → {after}", "{id}: {before} → {after}"),
    "case_other": (
        "{id}: {level}, met een andere route, andere acties, aandachtspunten of vragen",
        "{id}: {level}, with another route, other actions, flags or questions",
    ),
    "impact": (
        "{changed} van {amount} zaken zouden anders zijn geëindigd.",
        "{changed} of {amount} cases would have ended differently.",
    ),
    "impact_level": ("{amount} keer {before} → {after}", "{amount} times {before} → {after}"),
    "impact_other": (
        "{amount} keer {level}, met iets anders erbij",
        "{amount} times {level}, with something else different",
    ),
    "impact_foreign": (
        "{amount} zaken van een andere sector tellen niet mee.",
        "{amount} cases of another sector do not count.",
    ),
    "impact_unread": (
        "{amount} zaken konden niet worden gelezen en tellen niet mee.",
        "{amount} cases could not be read and do not count.",
    ),
}

GROUPING = (".", ",")
"""Between thousands, in Dutch and English."""

COUNTABLE = 10**9
"""Numbers from here on are written by their size."""

LEAST = 0.1
"""Smallest percentage that is written."""


def amount(language: str, number: int) -> str:
    """Return a number as people write it; a very large one as `3,4·10^15`."""
    grouping, point = GROUPING if language == "nl" else GROUPING[::-1]
    if number < COUNTABLE:
        return f"{number:,}".replace(",", grouping)
    size = len(str(number)) - 1
    return f"{number / 10**size:.1f}·10^{size}".replace(".", point)


def share(language: str, part: int, whole: int) -> str:
    """Return a share, more than nothing, as a percentage."""
    percent = 100 * part / whole
    if percent >= 1:
        return f"{percent:.0f} %"
    text = f"{percent:.1f} %" if percent >= LEAST else f"< {LEAST} %"
    return text.replace(".", ",") if language == "nl" else text
