"""Destroying a case: what it means, what is asked, and what it does not reach."""

TEXTS = {
    "what": (
        (
            "Zaak {code} wordt vernietigd: de sleutel en de records verdwijnen en komen niet terug. In de kluis blijft "
            "staan dat de zaak er was, wie haar vernietigde, wanneer en waarom."
        ),
        (
            "Case {code} will be destroyed: its key and its records go and do not come back. The vault keeps that the "
            "case was there, who destroyed it, when and why."
        ),
    ),
    "not_filed": (
        "Let op: bij deze zaak staat niet dat de samenvatting in het officiële dossier zit.",
        "Note: this case does not say that its summary is in the official file.",
    ),
    "not_closed": ("Let op: deze zaak is niet gesloten.", "Note: this case is not closed."),
    "recent": (
        "Let op: het is minder dan 90 dagen na {day}. Misschien hebt u de zaak nog nodig.",
        "Note: it is less than 90 days after {day}. You may still need the case.",
    ),
    "never_exported": (
        "Let op: er is nooit een samenvatting van deze zaak naar een bestand geschreven.",
        "Note: no summary of this case was ever written to a file.",
    ),
    "damaged": (
        "Let op: deze zaak is beschadigd. Misschien is zij nog te herstellen: vraag eerst uw ICT-afdeling.",
        "Note: this case is damaged. Perhaps it can be repaired: ask your IT department first.",
    ),
    "ground": ("Waarom mag deze zaak weg?", "Why may this case go?"),
    "ground_filed": ("Zij wordt bewaard in het officiële dossier", "It is kept in the official file"),
    "ground_retention": ("De bewaartermijn is voorbij", "The retention period is over"),
    "ground_request": ("Op verzoek van de persoon om wie het gaat", "At the request of the person concerned"),
    "ground_mistake": ("Het was een vergissing of een oefening", "It was a mistake or an exercise"),
    "ground_other": ("Een andere reden", "Another reason"),
    "text": ("Wat is de reden?", "What is the reason?"),
    "text_why": (
        "De reden blijft versleuteld in de kluis. Schrijf niets over de inhoud van de zaak.",
        "The reason stays encrypted in the vault. Write nothing about the content of the case.",
    ),
    "sure": ("Zaak {code} vernietigen?", "Destroy case {code}?"),
    "keep": ("Nee, de zaak blijft", "No, the case stays"),
    "destroy": ("Ja, vernietigen", "Yes, destroy it"),
    "code": ("Typ de code van de zaak over: {code}", "Type the code of the case: {code}"),
    "code_differs": (
        "Dit is niet de code van deze zaak. Met Esc gebeurt er niets.",
        "This is not the code of this case. With Esc nothing happens.",
    ),
    "done": (
        "Zaak {code} is vernietigd. De kluis heeft een nieuwe sleutel gekregen.",
        "Case {code} was destroyed. The vault got a new key.",
    ),
    "copies": (
        (
            "Kopieën blijven leesbaar voor wie de sleutel ervan heeft: oudere reservekopieën, en bestanden die u aan "
            "een ander gaf of zelf liet maken. Die moet u zelf vernietigen."
        ),
        (
            "Copies remain readable for whoever has their key: older backups, and files that you gave to someone or "
            "had made. You have to destroy those yourself."
        ),
    ),
    "listed": ("{code}  vernietigd op {at}", "{code}  destroyed on {at}"),
}
