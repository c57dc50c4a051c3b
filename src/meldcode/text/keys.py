"""Who can open the vault, and how that changes: `vault info`, `vault passphrase` and `vault recovery`."""

TEXTS = {
    "no_terminal": (
        "Dit kan alleen in een terminal: er worden geheimen gevraagd of getoond.",
        "This works only in a terminal: secrets are asked or shown.",
    ),
    "nothing_changed": ("Gestopt. Er is niets veranderd.", "Stopped. Nothing was changed."),
    "unsure": (
        (
            "Dit is onderbroken en misschien maar voor een deel gebeurd. Er is niets kwijt. Bewaar het oude en het "
            "nieuwe wachtwoord of papier: een van beide past. Maak ruimte vrij of kijk of de schijf het doet, en "
            "draai: meldcode verify --repair"
        ),
        (
            "This was interrupted and may have been done only in part. Nothing is lost. Keep the old and the new "
            "passphrase or paper: one of them fits. Free some space or check the disk, and run: meldcode verify "
            "--repair"
        ),
    ),
    "left": (
        (
            "Let op: {files} kan niet worden gelezen. Dat bestand is niet veranderd. De oude sleutel blijft zo lang "
            "in de kluis."
        ),
        "Note: {files} cannot be read. That file was not changed. Until then the old key stays in the vault.",
    ),
    "finished": (
        "Wat onderbroken was, is afgemaakt: elke sleutel is de nieuwe.",
        "What was interrupted is finished: every key is the new one.",
    ),
    # passphrase
    "passphrase": ("Een nieuw wachtwoord voor de kluis", "A new passphrase for the vault"),
    "passphrase_why": (
        "Het nieuwe wachtwoord komt in de plaats van het oude. De herstelcode blijft gelden.",
        "The new passphrase takes the place of the old one. The recovery code remains valid.",
    ),
    "passphrase_changed": (
        "Het wachtwoord is veranderd. Het oude opent deze kluis niet meer.",
        "The passphrase was changed. The old one no longer opens this vault.",
    ),
    "passphrase_copies": (
        (
            "De kluis heeft ook een nieuwe sleutel gekregen. Een oudere reservekopie opent u nog wel met het oude "
            "wachtwoord. Is dat bekend bij een ander? Vernietig dan die kopieën."
        ),
        (
            "The vault got a new key as well. An older backup still opens with the old passphrase. Does someone else "
            "know that passphrase? Then destroy those copies."
        ),
    ),
    # recovery
    "paper": ("herstelcode op papier ({fingerprint})", "recovery code on paper ({fingerprint})"),
    "organisation": ("sleutel van {name} ({fingerprint})", "key of {name} ({fingerprint})"),
    "one_key": (
        "In dit bestand staan meer sleutels. Geef er een tegelijk.",
        "This file holds several keys. Give one at a time.",
    ),
    "add_key": ("De openbare sleutel van de organisatie (age1…)", "The public key of the organisation (age1…)"),
    "add_why": (
        (
            "Wie de geheime helft van deze sleutel heeft, kan daarna al uw zaken lezen. Voeg alleen een sleutel toe "
            "van een organisatie waarmee u dat hebt afgesproken."
        ),
        (
            "Whoever has the secret half of this key can then read all your cases. Add only a key of an organisation "
            "with which you agreed on that."
        ),
    ),
    "add_compare": (
        (
            "Vraag de organisatie zelf naar haar vingerafdruk, aan de telefoon of op papier. Is die anders dan hier? "
            "Stop dan."
        ),
        "Ask the organisation itself for its fingerprint, by phone or on paper. Does it differ from this? Then stop.",
    ),
    "add_fingerprint": (
        "Typ de vingerafdruk over die de organisatie u gaf",
        "Type the fingerprint that the organisation gave you",
    ),
    "add_differs": (
        "Dit is niet de vingerafdruk van deze sleutel. Gaf de organisatie u deze? Stop dan: het is een andere sleutel.",
        "This is not the fingerprint of this key. Is it what the organisation gave you? Then stop: it is another key.",
    ),
    "add_name": ("De naam van de organisatie", "The name of the organisation"),
    "add_nameless": ("Typ een naam, ten hoogste {most} tekens.", "Type a name, at most {most} characters."),
    "added": ("De sleutel van {name} opent nu ook deze kluis.", "The key of {name} now opens this vault too."),
    "remove": ("Welke sleutel mag de kluis niet meer openen?", "Which key may no longer open the vault?"),
    "remove_why": (
        "De kluis krijgt daarna een nieuwe sleutel. Met de verwijderde sleutel gaat zij dan niet meer open.",
        "After that the vault gets a new key. It then no longer opens with the removed key.",
    ),
    "removed": (
        "De sleutel is verwijderd. De kluis heeft een nieuwe sleutel gekregen.",
        "The key was removed. The vault got a new key.",
    ),
    "old_copies": (
        (
            "Wie de oude sleutel heeft, kan oudere kopieën van de kluis nog wel lezen, en zaken waarvan hij de sleutel "
            "al had overgenomen. Vernietig reservekopieën die u niet meer nodig hebt."
        ),
        (
            "Whoever has the old key can still read older copies of the vault, and cases whose key they had copied "
            "already. Destroy backups that you no longer need."
        ),
    ),
    "renewed": (
        "De nieuwe herstelcode geldt. De oude opent deze kluis niet meer: vernietig dat papier.",
        "The new recovery code is valid. The old one no longer opens this vault: destroy that paper.",
    ),
    # info
    "info_format": ("Formaat: {format}", "Format: {format}"),
    "info_destroyed": ("Vernietigde zaken: {count}", "Destroyed cases: {count}"),
    "info_readers": ("Wie alles kan lezen:", "Who can read everything:"),
    "info_passphrase": ("wie het wachtwoord heeft", "whoever has the passphrase"),
    "info_receiving": (
        "Sleutel om zaken van een collega te ontvangen (die mag u geven):",
        "Key to receive cases from a colleague (you may give it):",
    ),
    "info_fingerprint": ("vingerafdruk: {fingerprint}", "fingerprint: {fingerprint}"),
    "info_no_receiving": (
        (
            "Sleutel om te ontvangen: nog niet gemaakt. Dat lukt hier nu niet; open de kluis met het wachtwoord op "
            "een plaats waar geschreven kan worden."
        ),
        (
            "Key to receive: not made yet. That is not possible here now; open the vault with the passphrase in a "
            "place that can be written."
        ),
    ),
    "info_visible": (
        (
            "Zonder sleutel is te zien: hoeveel zaken er zijn, hun codes, ongeveer hoe lang elk record is, hoeveel "
            "sleutels de kluis openen, en wanneer bestanden veranderden. Niet: namen, antwoorden, sector of "
            "vernietigde zaken."
        ),
        (
            "Visible without a key: how many cases there are, their codes, roughly how long each record is, how "
            "many keys open the vault, and when files changed. Not: names, answers, sector or destroyed cases."
        ),
    ),
    "info_unfinished": (
        (
            "Een verandering van sleutels of een vernietiging is onderbroken. Er is niets kwijt. Maak haar af met: "
            "meldcode verify --repair"
        ),
        (
            "A change of keys or a destruction was interrupted. Nothing is lost. Finish it with: meldcode verify "
            "--repair"
        ),
    ),
    "info_header": (
        (
            "kluis.json is beschadigd: het wachtwoord werkt daardoor niet. Maak een nieuw wachtwoord, met de "
            "herstelcode: meldcode vault passphrase"
        ),
        (
            "kluis.json is damaged, so the passphrase does not work. Make a new passphrase, with the recovery code: "
            "meldcode vault passphrase"
        ),
    ),
}
