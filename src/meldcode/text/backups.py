"""What is said about backups of the vault."""

TEXTS = {
    "made": (
        (
            "Geschreven: {path}\n"
            "{cases} zaken; nagelezen en gelijk aan de kluis. Vernietig dit bestand uiterlijk op {destroy_by}: een "
            "zaak die u vernietigt, blijft erin leesbaar."
        ),
        (
            "Written: {path}\n"
            "{cases} cases; read back and equal to the vault. Destroy this file by {destroy_by}: a case that you "
            "destroy stays readable in it."
        ),
    ),
    "tried": (
        "Geprobeerd: alle zaken gaan open met de sleutel van deze kluis.",
        "Tried: all cases open with the key of this vault.",
    ),
    "tried_bad": (
        "In de kluis, en dus in deze reservekopie, is schade aan: {codes}. Kijk met: meldcode verify",
        "In the vault, and so in this backup, there is damage to: {codes}. See: meldcode verify",
    ),
    "untried": (
        "Niet geprobeerd of de zaken opengaan: daarvoor is het wachtwoord nodig (--passphrase-fd NUMMER).",
        "Not tried whether the cases open: that needs the passphrase (--passphrase-fd NUMBER).",
    ),
    "kept": ("bewaarde protocollen", "kept protocols"),
    "bad_date": (
        "{given} is geen dag die nog komt. Schrijf de dag als 2027-02-28.",
        "{given} is not a day to come. Write the day as 2027-02-28.",
    ),
    "changed": (
        "De reservekopie kon niet goed worden teruggelezen en is weer weggehaald. Kijk of de schijf het doet.",
        "The backup could not be read back as written and was removed again. Check the disk.",
    ),
    "damaged": (
        "{file} is geen reservekopie van meldcode, of is beschadigd ({where}). Er is niets teruggezet.",
        "{file} is not a backup of meldcode, or is damaged ({where}). Nothing was restored.",
    ),
    "newer": (
        "{file} is gemaakt door een nieuwere meldcode. Er is niets teruggezet. Werk het programma bij.",
        "{file} was made by a newer meldcode. Nothing was restored. Update the program.",
    ),
    "restored": (
        "{cases} zaken van {made} zijn teruggezet in {path}",
        "{cases} cases of {made} were restored in {path}",
    ),
    "then_verify": ("Kijk alles na met: {command}", "Check everything with: {command}"),
    "shredded_again": (
        (
            "Zaken die na {made} zijn vernietigd, zijn nu terug: dat kan een reservekopie niet weten. Kijk met "
            "meldcode list --all, en vernietig ze opnieuw met meldcode shred CODE. Een wachtwoord of sleutel die "
            "sindsdien is veranderd, geldt hier nog zoals op die dag."
        ),
        (
            "Cases that were destroyed after {made} are back now: a backup cannot know that. See meldcode list --all, "
            "and destroy them again with meldcode shred CODE. A passphrase or key that was changed since still holds "
            "here as on that day."
        ),
    ),
    "expired": (
        "Deze reservekopie had op {destroy_by} vernietigd moeten zijn. Vernietig haar als u haar niet meer nodig hebt.",
        "This backup should have been destroyed by {destroy_by}. Destroy it when you no longer need it.",
    ),
    "place_taken": (
        "In {path} staat al iets; er wordt niets overschreven. Kies een andere map met --place.",
        "Something is in {path} already; nothing is overwritten. Choose another folder with --place.",
    ),
}
