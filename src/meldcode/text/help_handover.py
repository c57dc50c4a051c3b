"""What `--help` says about handing over, receiving, backup and restore."""

TEXTS = {
    "handover": (
        "Draag een zaak over aan een collega, in een versleuteld bestand.",
        "Hand over a case to a colleague, in an encrypted file.",
    ),
    "to_colleague": (
        "De ontvangstsleutel van uw collega: age1…, of een bestand ermee.",
        "Your colleague's receiving key: age1…, or a file with it.",
    ),
    "copy": (
        "Alleen om te lezen, voor de aandachtsfunctionaris; hier verandert niets.",
        "Only to read, for the attention officer; nothing changes here.",
    ),
    "receive": (
        "Neem een zaak aan die een collega u overdraagt.",
        "Take in a case that a colleague hands over to you.",
    ),
    "bundle": ("Het bestand van uw collega.", "Your colleague's file."),
    "vault.backup": (
        "Maak een reservekopie van de hele kluis, in een bestand.",
        "Make a backup of the whole vault, in one file.",
    ),
    "destroy_by": (
        "De dag waarop zij vernietigd moet zijn; gewoonlijk over 90 dagen.",
        "The day by which it must be destroyed; usually in 90 days.",
    ),
    "value.date": ("DATUM", "DATE"),
    "vault.restore": (
        "Zet een reservekopie terug, op een plaats waar geen kluis is.",
        "Restore a backup, at a place where no vault is.",
    ),
    "backup_file": ("De reservekopie.", "The backup."),
    "place": ("De map voor de kluis; anders de gewone plaats.", "The folder for the vault; otherwise the usual place."),
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "handover": (
        "meldcode handover 7Q2MX4HK --to collega.txt --output zaak.age",
        "meldcode handover 7Q2MX4HK --copy --to collega.txt --output leeskopie.age",
    ),
    "receive": ("meldcode receive zaak.age",),
    "vault.backup": ("meldcode vault backup --output kluis.tar --destroy-by 2027-02-28",),
    "vault.restore": ("meldcode vault restore kluis.tar",),
}
