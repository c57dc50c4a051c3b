"""The first page of help, `meldcode --help`: what one can do, by who does it, on one screen."""

TEXTS = {
    "for_case": ("Voor wie een zaak heeft:", "With a case:"),
    "for_author": ("Voor wie protocollen maakt:", "For authors of protocols:"),
    "for_trainer": ("Voor trainers:", "For trainers:"),
    "for_all": ("Uitleg en opties:", "Help and options:"),
    "start": ("Begin een nieuwe zaak, of ga ermee verder.", "Begin a new case, or go on with it."),
    "list": ("De zaken, een ervan, en wat wanneer moet.", "The cases, one of them, and what is due when."),
    "note": ("Noteer iets, meld nieuwe feiten, sluit de zaak.", "Write a note, report new facts, close the case."),
    "export": ("Naar een bestand; naar of van een collega.", "To a file; to or from a colleague."),
    "vault": ("De kluis met uw zaken; nakijken; vernietigen.", "The vault with your cases; check it; destroy."),
    "emergency": ("112 en wat u nu doet; wie u kunt bellen.", "112 and what you do now; whom you can call."),
    "sectors": ("Kies een protocol; advies uit een bestand.", "Choose a protocol; advice from a file."),
    "protocol": ("Protocollen maken, nakijken en bewijzen.", "Make, check and prove protocols."),
    "train": ("Oefenen met bedachte verhalen, alleen of samen.", "Practise with cases, alone or with a group."),
    "help": ("Uitleg over een onderwerp; opdrachten aanvullen.", "Help on a topic; completion in your shell."),
    "lang": ("De taal; gewone regels (schermlezer).", "The language; plain lines (screen reader)."),
    "version": ("De versie; uitleg, ook na elke opdracht.", "The version; help, also after each command."),
}
