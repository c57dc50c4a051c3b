"""What the command line says; its help texts are in `help`."""

TEXTS = {
    "error": ("Fout:", "Error:"),
    "or": ("of", "or"),
    "try_help": ("Uitleg: {command} --help", "Help: {command} --help"),
    "no_command": (
        "De opdracht “{given}” bestaat niet. Uitleg: {command} --help",
        "There is no command “{given}”. Help: {command} --help",
    ),
    "no_command_meant": (
        "De opdracht “{given}” bestaat niet. Bedoelde u “{meant}”?",
        "There is no command “{given}”. Did you mean “{meant}”?",
    ),
    "no_option": ("De optie “{given}” bestaat niet.", "There is no option “{given}”."),
    "meant": ("Bedoelde u “{meant}”?", "Did you mean “{meant}”?"),
    "missing_parameter": ("Dit ontbreekt: {name}.", "This is missing: {name}."),
    "bad_parameter": ("De waarde van {name} kan niet.", "The value of {name} is not possible."),
    "bad_choice": (
        "De waarde van {name} kan niet. Kies uit: {choices}.",
        "The value of {name} is not possible. Choose from: {choices}.",
    ),
    "bad_usage": ("Deze opdracht is niet goed ingevuld.", "This command is not filled in right."),
    "option_needs": ("Na {name} hoort een waarde.", "{name} needs a value."),
    "option_takes_none": ("Bij {name} hoort geen waarde.", "{name} takes no value."),
    "system_refused": (
        "Lezen of schrijven is niet gelukt: {reason}.",
        "Reading or writing failed: {reason}.",
    ),
    "unexpected": (
        (
            "Er ging iets mis in het programma ({where}). Wat al bewaard was, blijft bewaard. Meld deze regel aan wie "
            "meldcode bij u beheert; er staat niets uit uw zaak in. Bij direct gevaar: 112. Veilig Thuis: 0800-2000."
        ),
        (
            "Something went wrong in the program ({where}). What was stored stays stored. Report this line to whoever "
            "maintains meldcode for you; it holds nothing from your case. In immediate danger: 112. Veilig Thuis: "
            "0800-2000."
        ),
    ),
    "unknown_language": (
        "De taal “{given}” is er niet. Kies nl of en.",
        "There is no language “{given}”. Choose nl or en.",
    ),
    "unreadable": (
        "Het bestand {file} kan niet worden gelezen: {reason}.",
        "The file {file} cannot be read: {reason}.",
    ),
    "no_sector": (
        "Welk protocol? Geef --sector, of zet sector in het bestand. Kies met: meldcode sectors",
        "Which protocol? Give --sector, or put sector in the file. Choose with: meldcode sectors",
    ),
    "sector_taken": (
        "Bedoeld is sector {sector} (u typte: {given}).",
        "Taken to mean sector {sector} (you typed: {given}).",
    ),
    "sector_meant": (
        "De sector “{given}” bestaat niet. Bedoelde u: {meant}?",
        "There is no sector “{given}”. Did you mean: {meant}?",
    ),
    "sector_unknown": (
        "De sector “{given}” bestaat niet. Kies uit: {known}.",
        "There is no sector “{given}”. Choose from: {known}.",
    ),
    "municipality_taken": (
        "Bedoeld is gemeente {name} (u typte: {given}).",
        "Taken to mean municipality {name} (you typed: {given}).",
    ),
    "municipality_meant": (
        "De gemeente “{given}” is niet gevonden. Bedoelde u {meant}?",
        "The municipality “{given}” was not found. Did you mean {meant}?",
    ),
    "municipality_unknown": ("De gemeente “{given}” is niet gevonden.", "The municipality “{given}” was not found."),
    "no_terminal": (
        (
            "Er is geen terminal om vragen te stellen. Nog te beantwoorden: {missing}. Zonder terminal: meldcode "
            "advise --sector {sector} --answers BESTAND"
        ),
        (
            "There is no terminal to ask questions. Still to be answered: {missing}. Without a terminal: meldcode "
            "advise --sector {sector} --answers FILE"
        ),
    ),
    "no_terminal_case": (
        "Deze opdracht stelt vragen en heeft een terminal nodig.",
        "This command asks questions and needs a terminal.",
    ),
    "which_case": ("Met welke zaak gaat u verder?", "Which case do you want to go on with?"),
    "no_open_case": (
        "Er is geen open zaak. Begin met: meldcode start {question}",
        "There is no open case. Begin with: meldcode start {question}",
    ),
    "case_closed": (
        "Deze zaak is gesloten. Nieuwe feiten? meldcode reopen {code}",
        "This case is closed. New facts? meldcode reopen {code}",
    ),
    "case_damaged": (
        "Deze zaak is beschadigd. Er wordt niets aan toegevoegd. Kijk met: meldcode verify {code}",
        "This case is damaged. Nothing is added to it. See: meldcode verify {code}",
    ),
    "case_newer": (
        "Deze zaak is gemaakt door een nieuwere meldcode. Werk het programma bij.",
        "This case was made by a newer meldcode. Update the program.",
    ),
    "close_waits": (
        (
            "Deze zaak wacht op: {what}. Een gesloten zaak komt niet meer in de agenda, dus zij blijft open. "
            "Beantwoord de vraag als het zover is: meldcode resume {code}"
        ),
        (
            "This case is waiting for: {what}. A closed case is no longer on the agenda, so it stays open. Answer the "
            "question when the time has come: meldcode resume {code}"
        ),
    ),
    "close_open": (
        "De stappen zijn nog niet af. Nog te beantwoorden: {missing}. Verder gaan: meldcode resume {code}",
        "The steps are not finished. Still to be answered: {missing}. To go on: meldcode resume {code}",
    ),
    "close_ask": ("Waarom sluit u deze zaak?", "Why do you close this case?"),
    "close_note": (
        "Zet de samenvatting eerst in het officiële dossier. Schrijf daarna de reden van het sluiten op.",
        "First put the summary in the official file. Then write down why you close the case.",
    ),
    "closed": (
        "Zaak {code} is gesloten, en de samenvatting staat in het officiële dossier.",
        "Case {code} is closed, and the summary is in the official file.",
    ),
    "closed_unfiled": (
        "Zaak {code} is gesloten. Staat de samenvatting in het dossier? Zeg dat dan met: meldcode close {code}",
        "Case {code} is closed. Once the summary is in the official file, say so with: meldcode close {code}",
    ),
    "filed_ask": ("Staat de samenvatting in het officiële dossier?", "Is the summary in the official file?"),
    "filed_note": (
        "De zaak is gesloten. Wat hier staat, is een werkkopie. Die is later niet meer nodig als het dossier klopt.",
        "The case is closed. What is kept here is a working copy. Later it is not needed if the file is complete.",
    ),
    "filed_yes": ("Ja, de samenvatting staat in het dossier", "Yes, the summary is in the official file"),
    "filed_no": ("Nee, nog niet", "No, not yet"),
    "stopped": ("Gestopt. Er is niets toegevoegd.", "Stopped. Nothing was added."),
    "stopped_noted": (
        "Gestopt. Wat u typte, is als notitie bewaard in zaak {code}. Verder is er niets veranderd.",
        "Stopped. What you typed was stored as a note in case {code}. Nothing else was changed.",
    ),
    "opening_not_recorded": (
        "Dat u deze zaak bekijkt, kon niet worden vastgelegd: in deze kluis kan nu niet worden geschreven.",
        "That you look at this case could not be recorded: this vault cannot be written now.",
    ),
    "erasable": (
        (
            "Zaken gesloten en in het dossier, langer dan 90 dagen geleden: {count} ({codes}). Is die werkkopie nog "
            "nodig? Zo niet, wis haar dan met: meldcode shred {code}"
        ),
        (
            "Cases closed and in the official file for more than 90 days: {count} ({codes}). Is that working copy "
            "still needed? If not, erase it with: meldcode shred {code}"
        ),
    ),
    "reopen_ask": ("Welke nieuwe feiten zijn er?", "Which new facts are there?"),
    "reopen_note": (
        (
            "De weging begint opnieuw. De eerdere weging blijft bewaard. Wat u in stap 1 tot en met 3 vastlegde, "
            "blijft staan."
        ),
        "The weighing starts again. The earlier weighing is kept. What you recorded in steps 1 to 3 stays.",
    ),
    "reopened": (
        "Zaak {code} is heropend. Verder gaan: meldcode resume {code}",
        "Case {code} was reopened. To go on: meldcode resume {code}",
    ),
    "noted": ("De notitie is bewaard in zaak {code}.", "The note was stored in case {code}."),
    "list_none": (
        "Er zijn nog geen zaken. Begin met: meldcode start",
        "There are no cases yet. Begin with: meldcode start",
    ),
    "list_none_open": (
        "Er zijn geen open zaken. Ook de gesloten zaken zien: meldcode list --all",
        "There are no open cases. To see closed cases too: meldcode list --all",
    ),
    "list_unchecked": (
        "Bij meer dan {count} zaken kijkt list niet in elke zaak of zij nog heel is. Dat doet: meldcode verify",
        "With more than {count} cases list does not look whether each is still whole. To do that: meldcode verify",
    ),
    "list_unlisted": (
        "In de kluis staan ook bestanden van zaken die het register niet kent: {codes}. Kijk met: meldcode verify",
        "The vault also holds files of cases that the register does not know: {codes}. See: meldcode verify",
    ),
    "list_damaged": (
        "BESCHADIGD. Kijk met: meldcode verify {code}",
        "DAMAGED. See: meldcode verify {code}",
    ),
    "list_filed": ("gesloten, in het dossier", "closed, in the official file"),
    "list_open": ("open, bij stap {step}", "open, at step {step}"),
    "list_waiting": ("wacht op: {what}", "waiting for: {what}"),
    "list_decided": ("afgerond, nog niet gesloten", "finished, not closed yet"),
    "list_closed": ("gesloten", "closed"),
    "list_unreadable": (
        "kan niet worden gelezen. Kijk met: meldcode verify {code}",
        "cannot be read. See: meldcode verify {code}",
    ),
    "agenda_late": (
        "{weekday} {date}, OVER TIJD · zaak {code} · {what}",
        "{weekday} {date}, OVERDUE · case {code} · {what}",
    ),
    "agenda_today": (
        "{weekday} {date}, VANDAAG · zaak {code} · {what}",
        "{weekday} {date}, TODAY · case {code} · {what}",
    ),
    "agenda_later": ("{weekday} {date} · zaak {code} · {what}", "{weekday} {date} · case {code} · {what}"),
    "agenda_no_date": (
        "Zonder datum · zaak {code} wacht op: {what}. Leg een datum vast: meldcode resume {code}",
        "No date · case {code} is waiting for: {what}. Record a date: meldcode resume {code}",
    ),
    "agenda_none": ("Er staat niets in de agenda.", "There is nothing on the agenda."),
    "agenda_no_file": (
        "Er is geen dag om in een agendabestand te zetten. Er is geen bestand gemaakt.",
        "There is no day to put in a calendar file. No file was made.",
    ),
    "weekday_1": ("maandag", "Monday"),
    "weekday_2": ("dinsdag", "Tuesday"),
    "weekday_3": ("woensdag", "Wednesday"),
    "weekday_4": ("donderdag", "Thursday"),
    "weekday_5": ("vrijdag", "Friday"),
    "weekday_6": ("zaterdag", "Saturday"),
    "weekday_7": ("zondag", "Sunday"),
    "report_form": (
        "Een melding is er als tekst of md. Kies --format text of --format md.",
        "A report is text or md. Choose --format text or --format md.",
    ),
    "written": ("Geschreven: {path}", "Written: {path}"),
    "file_exists": (
        "Het bestand {path} bestaat al en wordt niet overschreven.",
        "The file {path} exists already and is not overwritten.",
    ),
    "file_failed": ("Schrijven naar {path} is niet gelukt: {reason}.", "Writing to {path} failed: {reason}."),
    "content_broken": (
        "De inhoud van het programma is beschadigd. Bel bij direct gevaar 112, en voor advies Veilig Thuis: 0800-2000.",
        "The content of the program is damaged. In immediate danger call 112, and for advice Veilig Thuis: 0800-2000.",
    ),
    "theme_meant": (
        "Het thema “{given}” is er niet. Bedoelde u “{meant}”?",
        "No theme “{given}”. Did you mean “{meant}”?",
    ),
    "theme_unknown": (
        "Het thema “{given}” is er niet. Kies uit: {known}.",
        "There is no theme “{given}”. Choose from: {known}.",
    ),
    "profession_unknown": (
        "“{given}” staat niet in de lijst van beroepen. Kies met: meldcode sectors --all",
        "“{given}” is not in the list of professions. Choose with: meldcode sectors --all",
    ),
    "profession_meant": (
        "“{given}” staat niet in de lijst van beroepen. Bedoelde u “{meant}”?",
        "“{given}” is not in the list of professions. Did you mean “{meant}”?",
    ),
    "profession_is": ("{name}:", "{name}:"),
    "sector_start": ("Beginnen: meldcode start --sector {sector}", "Begin: meldcode start --sector {sector}"),
    "not_bound": ("(niet gebonden door de wet)", "(not bound by the law)"),
    "region_of": ("{name}: Veilig Thuis {region}, 0800-2000", "{name}: Veilig Thuis {region}, 0800-2000"),
    "region_unverified": ("het webadres is niet nagekeken", "the web address was not verified"),
    "topics": ("Uitleg over een onderwerp:", "Help about a topic:"),
    "topic_unknown": (
        "Over “{given}” is geen uitleg. Kies uit: {known}.",
        "There is no help about “{given}”. Choose from: {known}.",
    ),
    "welcome": (
        (
            "meldcode helpt u door de vijf stappen van de meldcode huiselijk geweld en kindermishandeling: voor "
            "leraren, artsen, verpleegkundigen, pedagogisch medewerkers, sociaal werkers en andere professionals. Het "
            "adviseert; u beslist."
        ),
        (
            "meldcode takes you through the five steps of the Dutch reporting code for domestic violence and child "
            "abuse: for teachers, doctors, nurses, child-care workers, social workers and other professionals. It "
            "advises; you decide."
        ),
    ),
    "welcome_start": (
        "Beginnen: meldcode start   Oefenen: meldcode start --practice   Uitleg: meldcode --help",
        "Begin: meldcode start   Practise: meldcode start --practice   Help: meldcode --help",
    ),
    "welcome_vault": (
        "Er is een kluis. U kunt verder met een zaak.",
        "There is a vault. You can go on with a case.",
    ),
}
