"""What is said when a case goes to a colleague, and when one comes in."""

TEXTS = {
    # to a colleague
    "compare": ("Is dit de sleutel van uw collega?", "Is this your colleague's key?"),
    "compare_how": (
        (
            "Vraag uw collega, in een gesprek, de vingerafdruk van de ontvangstsleutel voor te lezen (meldcode vault "
            "info). Vergelijk, en typ de laatste groep die u hoort."
        ),
        (
            "Ask your colleague, in conversation, to read out the fingerprint of the receiving key (meldcode vault "
            "info). Compare, and type the last group that you hear."
        ),
    ),
    "compare_groups": ("Van deze sleutel: {groups}-....", "Of this key: {groups}-...."),
    "compare_wrong": (
        "Deze groep hoort niet bij de sleutel. Vergelijk opnieuw. Blijft dit zo, geef de zaak dan niet mee.",
        "This group does not belong to the key. Compare again. If it stays so, do not hand over the case.",
    ),
    "means_handover": (
        (
            "Uw collega gaat verder met zaak {code}. Hier wordt zij afgesloten voor antwoorden en notities, zodat er "
            "een verhaal blijft. Lezen kan hier nog wel."
        ),
        (
            "Your colleague goes on with case {code}. Here it is closed to answers and notes, so that there stays one "
            "story. You can still read it here."
        ),
    ),
    "means_copy": (
        "Uw collega krijgt zaak {code} om te lezen. Hier verandert niets.",
        "Your colleague gets case {code} to read. Nothing changes here.",
    ),
    "own_key": (
        "Dit is uw eigen sleutel. Vraag uw collega om de ontvangstsleutel (meldcode vault info).",
        "This is your own key. Ask your colleague for the receiving key (meldcode vault info).",
    ),
    "one_key": ("Geef een openbare sleutel, niet meer.", "Give one public key, not more."),
    "no_folder": (
        "In de map van {path} kan niets worden geschreven.",
        "Nothing can be written in the folder of {path}.",
    ),
    "too_large": (
        "Zaak {code} is te groot om over te dragen (meer dan 16 MB). Gebruik: meldcode export",
        "Case {code} is too large to hand over (over 16 MB). Use: meldcode export",
    ),
    "done_handover": (
        (
            "Geschreven: {path}\n"
            "Controlecode: {control}\n"
            "Alleen uw collega kan dit openen, met: meldcode receive BESTAND. Vergelijk daarna de controlecode, en "
            "vraag of de zaak is aangekomen: tot dan is zij van niemand."
        ),
        (
            "Written: {path}\n"
            "Control code: {control}\n"
            "Only your colleague can open this, with: meldcode receive FILE. Then compare the control code, and ask "
            "whether the case has arrived: until then it is nobody's."
        ),
    ),
    "done_copy": (
        (
            "Geschreven: {path}\n"
            "Controlecode: {control}\n"
            "Alleen uw collega kan dit openen, met: meldcode receive BESTAND. Vergelijk daarna de controlecode."
        ),
        (
            "Written: {path}\n"
            "Control code: {control}\n"
            "Only your colleague can open this, with: meldcode receive FILE. Then compare the control code."
        ),
    ),
    "not_made": (
        "{reason} In zaak {code} staat al wel dat zij is overgedragen. Doe het nog een keer met een ander bestand.",
        "{reason} Case {code} already says that it was handed over. Do it once more with another file.",
    ),
    # a case that is elsewhere
    "is_away": (
        (
            "Zaak {code} is overgedragen (vingerafdruk {to}); uw collega gaat ermee verder. Lezen: meldcode show "
            "{code}. Moet u toch zelf verder, dan kan dat na: meldcode reopen {code}. Wat uw collega later teruggeeft, "
            "wordt dan geweigerd, want er zijn dan twee verhalen."
        ),
        (
            "Case {code} was handed over (fingerprint {to}); your colleague goes on with it. To read: meldcode show "
            "{code}. If you must go on yourself, you can after: meldcode reopen {code}. What your colleague returns "
            "later is then refused, because there are two stories."
        ),
    ),
    "is_copy": (
        (
            "Zaak {code} is een leeskopie; er wordt niets aan toegevoegd. Lezen: meldcode show {code}. Wie de zaak "
            "heeft, kan haar aan u overdragen."
        ),
        (
            "Case {code} is a copy to read; nothing is added to it. To read: meldcode show {code}. Whoever has the "
            "case can hand it over to you."
        ),
    ),
    "looking_away": (
        "Deze zaak is overgedragen: wat uw collega toevoegt, ziet u hier niet. Dat u haar opende, wordt niet vermeld.",
        "This case was handed over: you do not see what your colleague adds. That you opened it is not recorded.",
    ),
    "looking_copy": (
        "Dit is een leeskopie: wat er later bijkomt, ziet u hier niet. Dat u haar opende, wordt niet vermeld.",
        "This is a copy to read: you do not see what is added later. That you opened it is not recorded.",
    ),
    "list_away": ("overgedragen", "handed over"),
    "list_copy": ("leeskopie", "copy to read"),
    # from a colleague
    "take_handover": ("Deze zaak overnemen?", "Take over this case?"),
    "take_copy": ("Deze leeskopie bewaren?", "Keep this copy to read?"),
    "take_yes": ("Ja, bewaren in mijn kluis", "Yes, keep it in my vault"),
    "take_no": ("Nee, er wordt niets bewaard", "No, nothing is kept"),
    "take_case": ("Zaak {code}: {title}", "Case {code}: {title}"),
    "take_from": ("Gemaakt door {who} op {at}; {count} records", "Made by {who} on {at}; {count} records"),
    "take_protocol": (
        (
            "Het protocol van deze zaak is niet gelijk aan dat in uw programma: een andere versie, aangepast, of "
            "veranderd. Het advies in deze zaak komt eruit. Vraag uw collega hoe dat zit."
        ),
        (
            "The protocol of this case is not equal to the one in your program: another version, adapted, or "
            "changed. The advice in this case comes from it. Ask your colleague how that came about."
        ),
    ),
    "take_control": ("Controlecode: {control}", "Control code: {control}"),
    "take_compare": (
        (
            "De naam bewijst niets: vergelijk de controlecode met wat uw collega ziet. Klopt zij, dan is er onderweg "
            "niets veranderd."
        ),
        (
            "The name proves nothing: compare the control code with what your colleague sees. If it is the same, "
            "nothing was changed on the way."
        ),
    ),
    "taken": (
        "Zaak {code} is bewaard. Verder gaan: meldcode resume {code}. Zeg uw collega dat de zaak er is.",
        "Case {code} is kept. To go on: meldcode resume {code}. Tell your colleague that the case has arrived.",
    ),
    "taken_copy": (
        "De leeskopie van zaak {code} is bewaard. Lezen: meldcode show {code}",
        "The copy of case {code} is kept. To read: meldcode show {code}",
    ),
    "known": (
        "Zaak {code} staat al in deze kluis, net zo ver of verder. Er is niets veranderd.",
        "Case {code} is in this vault already, as far or further. Nothing was changed.",
    ),
    "not_taken": ("Er is niets bewaard.", "Nothing was kept."),
    "contradicts": (
        (
            "In deze kluis staat zaak {code} al, met een ander verhaal of beschadigd. Er is niets veranderd. Kijk met: "
            "meldcode verify {code}. Leg beide verhalen naast elkaar, samen met uw collega."
        ),
        (
            "Case {code} is in this vault already, with another story or damaged. Nothing was changed. See: meldcode "
            "verify {code}. Compare both stories, together with your colleague."
        ),
    ),
    "shredded": (
        (
            "Zaak {code} is in deze kluis vernietigd op {at}; een oud bestand brengt haar niet terug. Is zij toch "
            "nodig: maak een andere kluis (MELDCODE_VAULT) en laat haar daaraan overdragen."
        ),
        (
            "Case {code} was destroyed in this vault on {at}; an old file does not bring it back. If it is needed all "
            "the same: make another vault (MELDCODE_VAULT) and have it handed over to that one."
        ),
    ),
    "not_for_here": (
        (
            "{file} is niet voor deze kluis, of is onderweg veranderd. Er is niets bewaard. Geef uw collega uw "
            "ontvangstsleutel (meldcode vault info) en vraag een nieuw bestand."
        ),
        (
            "{file} is not for this vault, or was changed on the way. Nothing was kept. Give your colleague your "
            "receiving key (meldcode vault info) and ask for a new file."
        ),
    ),
    "no_bundle": (
        "{file} is geen overdracht van meldcode, of is beschadigd. Er is niets bewaard. Vraag een nieuw bestand.",
        "{file} is not a hand-over of meldcode, or is damaged. Nothing was kept. Ask for a new file.",
    ),
    "newer": (
        "{file} is gemaakt door een nieuwere meldcode. Er is niets bewaard. Werk het programma bij.",
        "{file} was made by a newer meldcode. Nothing was kept. Update the program.",
    ),
}
