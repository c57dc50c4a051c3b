"""The few words of the prompters themselves: how to answer, and what is said when that does not work."""

TEXTS = {
    "error": ("Fout: {message}", "Error: {message}"),
    # Full screen
    "choose": (
        "Kies met een cijfer of de pijltjes. Enter bevestigt.",
        "Choose with a digit or the arrows. Enter confirms.",
    ),
    "tick": (
        "Een nummer kruist aan of haalt weg; pijltjes en spatie ook. Klaar: Enter.",
        "A number ticks or unticks; arrows and space do so too. Done: Enter.",
    ),
    "tick_on": ("Enter kruist {number} aan.", "Enter ticks {number}."),
    "tick_off": ("Enter haalt {number} weg.", "Enter unticks {number}."),
    "tick_longer": ("Of typ nog een cijfer.", "Or type one more digit."),
    "tick_none": (
        "Enter kiest geen van deze en haalt de kruisjes weg.",
        "Enter chooses none of these and takes the ticks away.",
    ),
    "no_number": ("Nummer {number} is er niet.", "There is no number {number}."),
    "write": ("Typ uw antwoord. Enter bevestigt.", "Type your answer. Enter confirms."),
    "write_lines": (
        "Typ uw tekst. Enter begint een nieuwe regel. Klaar: Ctrl-S, of Tab en dan Enter.",
        "Type your text. Enter starts a new line. Done: Ctrl-S, or Tab and then Enter.",
    ),
    "done": ("[ Klaar ]", "[ Done ]"),
    "choose_first": ("Kies eerst een antwoord.", "Choose an answer first."),
    "tick_first": (
        "Er is nog niets gekozen. Typ het nummer van wat past, of 0 voor geen van deze.",
        "Nothing is chosen yet. Type the number of what fits, or 0 for none of these.",
    ),
    "none": ("Geen van deze", "None of these"),
    "more_below": ("Meer: PageDown", "More: PageDown"),
    "more_above": ("Meer: PageUp", "More: PageUp"),
    "more_both": ("Meer: PgUp, PgDn", "More: PgUp, PgDn"),
    # Plain
    "chosen_mark": ("gekozen", "chosen"),
    "plain_choose": ("Kies een nummer, en dan Enter:", "Choose a number, then Enter:"),
    "plain_tick": (
        "Kies nummers met een spatie ertussen, of 0 voor geen van deze, en dan Enter:",
        "Choose numbers with a space between them, or 0 for none of these, then Enter:",
    ),
    "plain_keep": ("Alleen Enter houdt wat gekozen is.", "Enter alone keeps what is chosen."),
    "plain_write": ("Typ uw antwoord, en dan Enter:", "Type your answer, then Enter:"),
    "plain_lines": ("Typ uw tekst. Een lege regel betekent klaar:", "Type your text. An empty line means done:"),
    "plain_secret": ("Typ, en dan Enter. U ziet niet wat u typt:", "Type, then Enter. You do not see what you type:"),
    "plain_echo": (
        "Let op: wat u typt kan op het scherm te zien zijn. Dat is hier niet uit te zetten.",
        "Take care: what you type may be visible on the screen. That cannot be switched off here.",
    ),
    "plain_unreadable": ("Dit is niet te lezen. Typ het opnieuw.", "This cannot be read. Type it again."),
    "plain_draft": ("Er staat nu:", "It now says:"),
    "plain_draft_keep": (
        "Alleen Enter houdt deze tekst. Een nieuwe tekst komt ervoor in de plaats. {word} maakt leeg.",
        "Enter alone keeps this text. A new text replaces it. {word} makes it empty.",
    ),
    "plain_draft_add": (
        "Wat u typt, komt eronder. Alleen Enter houdt de tekst zo. {word} maakt leeg.",
        "What you type is added below. Enter alone keeps the text as it is. {word} makes it empty.",
    ),
    "plain_emptied": ("De tekst is leeg. Typ een nieuwe.", "The text is empty. Type a new one."),
    "plain_empty": ("leeg", "empty"),
    "plain_chose": ("U koos: {labels}", "You chose: {labels}"),
    "plain_chose_none": ("U koos: geen van deze", "You chose: none of these"),
    "plain_none_word": ("geen", "none"),
    "plain_unknown": (
        "{typed} is hier geen keuze. Kies een nummer van 1 tot en met {last}.",
        "{typed} is not a choice. Choose 1 to {last}.",
    ),
    "plain_several": (
        "{typed} past bij meer keuzes. Kies een nummer.",
        "{typed} fits more than one choice. Choose a number.",
    ),
    "plain_none_mixed": (
        "0 betekent geen van deze. Kies 0 alleen, of kies andere nummers.",
        "0 means none of these. Choose 0 alone, or choose other numbers.",
    ),
    "plain_commands": ("U kunt ook typen:", "You can also type:"),
    "back": ("vorige vraag", "previous question"),
    "explain": ("wat wordt bedoeld, en waarom", "what is meant, and why"),
    "overview": ("uw antwoorden", "your answers"),
    "note": ("iets opschrijven", "write something down"),
    "pause": ("bewaren en stoppen", "save and stop"),
    "emergency": ("wat u nu doet bij gevaar", "what to do now in danger"),
    "leave": ("bewaren en meteen weg", "save and away at once"),
    "plain_question_mark": ("Een vraagteken is hetzelfde als {word}.", "A question mark is the same as {word}."),
    "plain_no_command": (
        "{typed} kan hier niet. U kunt typen: {words}.",
        "{typed} is not possible here. You can type: {words}.",
    ),
    "plain_double": (
        "Begint uw tekst met een dubbele punt? Typ er dan twee.",
        "Does your text start with a colon? Then type two.",
    ),
}
