"""What the wizard says besides the protocol's own texts."""

TEXTS = {
    "adapted": ("aangepast door {owner}", "adapted by {owner}"),
    "case": ("zaak {code}", "case {code}"),
    "practice": ("OEFENING: er wordt niets bewaard", "PRACTICE: nothing is kept"),
    "step": ("Stap {number} van {count} · {title}", "Step {number} of {count} · {title}"),
    "earlier": ("Eerder beantwoord: {answer}", "Answered earlier: {answer}"),
    "optional": ("Deze vraag mag u overslaan.", "You may skip this question."),
    "skip": ("Overslaan", "Skip"),
    "stored": ("Elk antwoord wordt meteen bewaard.", "Every answer is stored at once."),
    "continue": ("Verder", "Continue"),
    "later": ("Later verder", "Continue later"),
    "return": ("Terug", "Back"),
    "date_hint": (
        "Schrijf de datum als jaar-maand-dag, bijvoorbeeld 2026-12-01.",
        "Write the date as year-month-day, for example 2026-12-01.",
    ),
    "record_facts": (
        "Gebruik geen namen. Schrijf feiten op, en apart wat u erbij denkt.",
        "Do not use names. Write down facts, and apart from them what you think.",
    ),
    "explain": ("Uitleg", "Explanation"),
    "why": ("Waarom deze vraag: {why}", "Why this question: {why}"),
    "tasks": ("Wat u in deze stap doet:", "What you do in this step:"),
    "roles": ("Wie kan helpen:", "Who can help:"),
    "theme_lists": ("Signalen hierbij staan in de lijst: {lists}.", "Signals of this are in the list: {lists}."),
    "who_decides": ("Wie beslist: {who}", "Who decides: {who}"),
    "examples": ("Voorbeelden:", "Examples:"),
    "no_help": ("Bij deze vraag is geen verdere uitleg.", "There is no further explanation for this question."),
    "overview": ("Overzicht", "Overview"),
    "overview_ask": ("Welk antwoord wilt u bekijken of veranderen?", "Which answer do you want to see or change?"),
    "overview_then": (
        "Na een wijziging gaat u verder bij de eerste vraag die nog open is.",
        "After a change you go on at the first question that is still open.",
    ),
    "overview_onward": ("U gaat verder bij: {name}", "You go on at: {name}"),
    "overview_empty": ("Er is nog niets beantwoord.", "Nothing has been answered yet."),
    "note": ("Notitie", "Note"),
    "note_ask": (
        "Schrijf uw notitie. De notitie komt in het verslag van deze zaak.",
        "Write your note. It becomes part of the record of this case.",
    ),
    "note_stored": ("De notitie is bewaard.", "The note was stored."),
    "note_empty": ("Er is geen notitie gemaakt.", "No note was made."),
    "step_done": ("Stap {number} is klaar: {title}", "Step {number} is done: {title}"),
    "recorded": ("Vastgelegd:", "Recorded:"),
    "next_step": ("Hierna komt: {title}. {purpose}", "Next comes: {title}. {purpose}"),
    "meanwhile": ("Gaat u later verder? {text}", "Continuing later? {text}"),
    "lapse": (
        "Als u dit antwoord wijzigt, vervallen latere antwoorden",
        "If you change this answer, later answers lapse",
    ),
    "lapse_list": ("Deze antwoorden worden niet meer gebruikt:", "These answers are no longer used:"),
    "lapse_back": (
        "Komt de vraag later terug, dan ziet u uw eerdere antwoord weer.",
        "If the question comes back later, you will see your earlier answer again.",
    ),
    "lapse_change": ("Wijzigen", "Change"),
    "lapse_keep": ("Laten zoals het was", "Leave as it was"),
    "text_needed": ("Schrijf ten minste een zin, of ga terug.", "Write at least one sentence, or go back."),
    "private": ("Staat er iets in dat iemand herkenbaar maakt?", "Does it hold something that identifies someone?"),
    "private_found": (
        "Dit lijkt op: {kinds}. Schrijf liever rollen op, geen gegevens.",
        "This looks like: {kinds}. Rather write roles, not details.",
    ),
    "private_bsn": ("een burgerservicenummer", "a citizen service number (BSN)"),
    "private_phone": ("een telefoonnummer", "a telephone number"),
    "private_email": ("een e-mailadres", "an e-mail address"),
    "private_birth": ("een geboortedatum", "a date of birth"),
    "private_edit": ("Tekst aanpassen", "Change the text"),
    "private_keep": ("Zo laten", "Leave it"),
    "people_so_far": ("Tot nu toe:", "So far:"),
    "people_none": (
        "Noem geen namen, alleen rollen en leeftijden.",
        "No names, only roles and ages.",
    ),
    "people_add": ("Iemand toevoegen", "Add someone"),
    "people_remove": ("De laatste weghalen", "Remove the last one"),
    "people_done": ("Dit is iedereen", "This is everyone"),
    "people_role": ("Wie is dit?", "Who is this?"),
    "people_age": ("Hoe oud is deze persoon?", "How old is this person?"),
    "people_age_hint": (
        "Typ de leeftijd in jaren, of het woord ongeboren. Weet u het niet? Laat het leeg.",
        "Type the age in years, or the word unborn. Not known? Leave it empty.",
    ),
    "people_client": (
        "Is dit de persoon met wie u beroepsmatig te maken heeft?",
        "Is this the person you deal with professionally?",
    ),
    "people_client_word": ("Uw {client}.", "Your {client}."),
    "people_client_hint": ("Uw leerling, patiënt of cliënt.", "Your pupil, patient or client."),
    "yes": ("Ja", "Yes"),
    "no": ("Nee", "No"),
    "signals_lists": ("Welke lijsten passen bij wat u zag of hoorde?", "Which lists fit what you saw or heard?"),
    "signals_rule": (
        "Een lijst ondersteunt een vermoeden en bewijst niets. Geen enkele lijst past? Kies dan 0.",
        "A list supports a suspicion and proves nothing. If no list fits, choose 0.",
    ),
    "signals_tick": ("Wat zag of hoorde u? {list}", "What did you see or hear? {list}"),
    "signal_acute_bron": ("Kan op acuut gevaar wijzen.", "May point to acute danger."),
    "signal_acute_eigen": (
        "Kan op acuut gevaar wijzen (eigen inschatting, niet nagekeken).",
        "May point to acute danger (our own grading, not verified).",
    ),
    "signals_seen": ("Wat is er precies gezien of gehoord?", "What exactly was seen or heard?"),
    "signals_seen_hint": (
        (
            "Schrijf het feit op, in gewone woorden. Wie zag of hoorde het? Heeft iemand iets gezegd, schrijf dan "
            "die woorden op."
        ),
        "Write down the fact, in plain words. Who saw or heard it? If someone said something, write down those words.",
    ),
    "signals_how": ("Hoe weet u dit?", "How do you know this?"),
    "signals_how_hint": (
        "Wat u van een ander hoort, is geen eigen waarneming. Wie dit later leest, moet dat zien.",
        "What you hear from someone else is not your own observation. Whoever reads this later must see that.",
    ),
    "signals_on": ("Wanneer was dat?", "When was that?"),
    "signals_meaning": ("Wat kan het betekenen?", "What may it mean?"),
    "signals_meaning_hint": (
        "Dit is uw uitleg, geen feit. Een andere verklaring hoort er ook bij. U mag dit leeg laten.",
        "This is your interpretation, not a fact. Another explanation belongs here too. You may leave it empty.",
    ),
    "weigh_explicitly": (
        (
            "U legde iets vast dat op ernstig gevaar kan wijzen. Weeg dat hier uitdrukkelijk, en schrijf straks op "
            "waarom u tot uw antwoord komt:"
        ),
        (
            "You recorded something that may point to serious danger. Weigh it explicitly here, and write down "
            "afterwards how you come to your answer:"
        ),
    ),
    "help_offered": (
        "Er zijn {amount} vormen van hulp die kunnen passen. De uitleg zegt welke, en hoe goed ze zijn onderbouwd.",
        "There are {amount} forms of help that may fit. The explanation tells which, and how well founded they are.",
    ),
    "help_offered_one": (
        "Er is een vorm van hulp die kan passen. De uitleg zegt welke, en hoe goed die is onderbouwd.",
        "There is one form of help that may fit. The explanation tells which, and how well founded it is.",
    ),
    "talk_unsafe": (
        "Let op: voer dit gesprek niet zonder advies. {theme}: {because}",
        "Please note: do not hold this talk without advice. {theme}: {because}",
    ),
    "tell_unsafe": (
        "Let op: vertel niemand over de melding zonder advies. {theme}: {because}",
        "Please note: do not tell anyone about the report without advice. {theme}: {because}",
    ),
    "consult": ("{theme}: {text}", "{theme}: {text}"),
    "advice": ("Het advies", "The advice"),
    "advice_go": ("Verder naar uw besluit", "Continue to your decision"),
    "advice_is": ("Het advies is: {title}", "The advice is: {title}"),
    "end": ("Einde van deze ronde", "End of this round"),
    "end_waits": ("Deze zaak wacht op: {what}", "This case is waiting for: {what}"),
    "end_stored": (
        "Alles is bewaard in zaak {code}. Controlecode: {control}",
        "Everything is stored in case {code}. Control code: {control}",
    ),
    "end_record": (
        (
            "Zet de samenvatting in het officiële dossier. Deze zaak is een werkkopie. Met een bestand kunt u de "
            "samenvatting daarheen brengen."
        ),
        "Put the summary in the official file. This case is a working copy. A file lets you take the summary there.",
    ),
    "end_text": ("Samenvatting schrijven naar een tekstbestand", "Write the summary to a text file"),
    "end_md": ("Samenvatting schrijven naar een Markdown-bestand", "Write the summary to a Markdown file"),
    "end_overview": ("Antwoorden bekijken of veranderen", "See or change answers"),
    "end_done": ("Klaar", "Done"),
    "file_ask": ("Waar moet het bestand komen?", "Where should the file go?"),
    "file_hint": (
        "Typ een bestandsnaam, met de map ervoor als u wilt. Een bestaand bestand wordt niet overschreven.",
        "Type a file name, with the folder before it if you like. An existing file is not overwritten.",
    ),
    "file_written": (
        "Geschreven: {path}. Alleen u kunt dit bestand lezen.",
        "Written: {path}. Only you can read this file.",
    ),
    "file_exists": ("Dit bestand bestaat al. Kies een andere naam.", "This file exists already. Choose another name."),
    "file_failed": (
        "Schrijven is niet gelukt: {reason}. Kies een andere plaats.",
        "Writing failed: {reason}. Choose another place.",
    ),
    "waits": ("Deze zaak wacht", "This case is waiting"),
    "waits_answer": ("Nu beantwoorden: {name}", "Answer now: {name}"),
    "waits_advice": ("Het advies bekijken", "See the advice"),
    "not_stored": ("Dit is niet bewaard", "This was not stored"),
    "not_stored_why": (
        (
            "Wat eerder bewaard is, staat er nog. Probeer het opnieuw als het probleem is verholpen. Stopt u nu, dan "
            "is alleen dit laatste niet bewaard: schrijf het op papier."
        ),
        (
            "What was stored before is still there. Try again when the problem is solved. If you stop now, only this "
            "last entry is not stored: write it on paper."
        ),
    ),
    "not_stored_again": ("Opnieuw proberen", "Try again"),
    "not_stored_stop": ("Stoppen zonder dit te bewaren", "Stop without storing this"),
    "paused": (
        "Bewaard in zaak {code}. Verder gaan: meldcode resume {code}",
        "Stored in case {code}. To go on: meldcode resume {code}",
    ),
    "paused_practice": ("Oefening gestopt. Er is niets bewaard.", "Practice stopped. Nothing was kept."),
    "finished": (
        "Zaak {code} is bewaard. Bekijken: meldcode show {code}",
        "Case {code} is stored. To see it: meldcode show {code}",
    ),
    "paused_early": ("Gestopt. Er is nog geen zaak gemaakt.", "Stopped. No case was made yet."),
    "renew": ("Er is een nieuwer protocol", "There is a newer protocol"),
    "renew_versions": (
        "Deze zaak loopt met versie {old}. Er is nu versie {new}.",
        "This case goes by version {old}. There is now version {new}.",
    ),
    "renew_changed": (
        "Het protocol is veranderd sinds deze zaak begon (versie {version}).",
        "The protocol was changed since this case began (version {version}).",
    ),
    "renew_same": ("Het advies blijft: {level}", "The advice stays: {level}"),
    "renew_advice": (
        "Het advies verandert, van: {before}. Naar: {after}.",
        "The advice changes, from: {before}. To: {after}.",
    ),
    "renew_lower": (
        "Let op: dat is minder zwaar. De weging van nu blijft in de samenvatting staan. Overleg bij twijfel.",
        "Please note: that is less serious. The present weighing stays in the summary. If in doubt, consult.",
    ),
    "renew_lapse": (
        "Deze antwoorden vervallen. Zij blijven in de samenvatting staan, bij de eerdere weging:",
        "These answers lapse. They stay in the summary, with the earlier weighing:",
    ),
    "renew_reworded": (
        "Deze vragen zijn anders gesteld. Kijk uw antwoord na:",
        "These questions are put in other words. Check your answer:",
    ),
    "renew_asked": ("Nieuw gevraagd:", "Newly asked:"),
    "renew_stay": (
        "Antwoorden die blijven staan: {amount}. De uitleg zegt welke.",
        "Answers that stay: {amount}. The explanation tells which.",
    ),
    "renew_new": ("Verder met het nieuwe protocol", "Go on with the new protocol"),
    "renew_old": ("Verder met het protocol van deze zaak", "Go on with the protocol of this case"),
    "renew_why": (
        (
            "Een zaak houdt het protocol waarmee zij begon. Een nieuwer protocol kan op nieuwe kennis of regels "
            "berusten. U kiest; uw keuze wordt vastgelegd en voor dit nieuwe protocol niet opnieuw gevraagd."
        ),
        (
            "A case keeps the protocol that it began with. A newer one may rest on new knowledge or rules. You "
            "choose; your choice is recorded and not asked again for this new protocol."
        ),
    ),
    "renew_staying": ("Deze antwoorden blijven staan:", "These answers stay:"),
    "renew_overlay": (
        (
            "Deze zaak begon met een lokale aanpassing die hier nu niet is: {names}. Zij gaat verder met het protocol "
            "waarmee zij begon. Met --overlay BESTAND kunt u de aanpassing erbij geven."
        ),
        (
            "This case began with a local adaptation that is not here now: {names}. It goes on with the protocol that "
            "it began with. Give the adaptation with --overlay FILE."
        ),
    ),
    "sector_ask": ("Waar werkt u?", "Where do you work?"),
    "sector_hint": (
        "Met uw werkplek en uw werk vindt het programma het protocol dat voor u is.",
        "By your workplace and your work the program finds the protocol that is for you.",
    ),
    "sector_work": ("Wat is daar uw werk?", "What is your work there?"),
    "sector_which": ("Met welk protocol werkt u?", "Which protocol do you work with?"),
    "sector_last": ("Zoals de vorige keer: {title}", "As last time: {title}"),
    "sector_all": ("Alle protocollen op een rij", "All protocols in a list"),
    "municipality_other": ("Een andere gemeente", "Another municipality"),
    "review_expired": ("Dit protocol is lang niet nagekeken", "This protocol was not reviewed for a long time"),
    "municipality_ask": ("In welke gemeente speelt dit?", "In which municipality is this?"),
    "municipality_hint": (
        "Dan ziet u welke regio van Veilig Thuis erbij hoort. Leeg laten mag.",
        "Then you see which Veilig Thuis region belongs to it. You may leave it empty.",
    ),
    "municipality_taken": ("Bedoeld is: {name}.", "Taken to mean: {name}."),
    "municipality_unknown": (
        "Deze gemeente is niet gevonden. Probeer het opnieuw of laat het leeg.",
        "This municipality was not found. Try again or leave it empty.",
    ),
    "municipality_meant": ("Bedoelde u {meant}? Typ de naam opnieuw.", "Did you mean {meant}? Type the name again."),
}
