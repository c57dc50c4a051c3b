"""What the vault has to say: setting up, unlocking, errors, and what a check found."""

TEXTS = {
    "exists": (
        "Op deze plaats staat al iets. Kies een andere map met MELDCODE_VAULT.",
        "Something is at this place already. Choose another folder with MELDCODE_VAULT.",
    ),
    "absent": (
        "Er is nog geen kluis. Maak er een met: meldcode vault init",
        "There is no vault yet. Make one with: meldcode vault init",
    ),
    "locked_wrong": ("Dit wachtwoord of deze herstelcode past niet.", "This passphrase or recovery code does not fit."),
    "damaged": (
        "De kluis is beschadigd ({path}). Verander er niets aan en draai: meldcode verify",
        "The vault is damaged ({path}). Do not change it, and run: meldcode verify",
    ),
    "newer_format": (
        "Deze kluis is gemaakt door een nieuwere meldcode ({path}). Werk het programma bij.",
        "This vault was made by a newer meldcode ({path}). Update the program.",
    ),
    "busy": (
        "Een ander venster werkt al aan deze zaak. Sluit dat eerst.",
        "Another window is working on this case already. Close that first.",
    ),
    "not_stored": (
        "Bewaren is niet gelukt ({errno}). Er is niets half bewaard. Maak ruimte vrij of kijk of de schijf het doet.",
        "Storing failed ({errno}). Nothing was half stored. Free some space or check the disk.",
    ),
    "unreadable": ("De schijf kan {path} niet lezen ({errno}).", "The disk cannot read {path} ({errno})."),
    "read_only": (
        "In deze map kan niet worden geschreven. Lezen kan wel; een zaak beginnen niet.",
        "This folder cannot be written. Reading works; starting a case does not.",
    ),
    "unsafe_place": (
        (
            "Deze map wordt gedeeld of elders gekopieerd ({reason}). Kies een map op deze computer met "
            "MELDCODE_VAULT, of sta deze plaats een keer toe met: meldcode vault init --accept-place"
        ),
        (
            "This folder is shared or copied elsewhere ({reason}). Choose a folder on this computer with "
            "MELDCODE_VAULT, or accept this place once with: meldcode vault init --accept-place"
        ),
    ),
    "unknown_case": ("Deze zaak is er niet. Kijk met: meldcode list", "There is no such case. See: meldcode list"),
    "no_platform": (
        (
            "Op Windows zelf werkt de kluis nog niet. Oefenen kan wel (meldcode start --practice), en advise, "
            "contacts en emergency ook. In WSL werkt de kluis wel."
        ),
        (
            "The vault does not work on native Windows yet. Practice does (meldcode start --practice), and so do "
            "advise, contacts and emergency. The vault works in WSL."
        ),
    ),
    "weak_passphrase": (
        "Dit wachtwoord is te makkelijk te raden. Neem ten minste 15 tekens, liefst een paar losse woorden.",
        "This passphrase is too easy to guess. Use at least 15 characters, preferably a few separate words.",
    ),
    "symlink": (
        (
            "In de kluis staat geen gewoon bestand, maar een verwijzing of een bestand met twee namen ({path}). Dat "
            "wordt niet gebruikt. Verwijder niets en vraag uw ICT-afdeling om hulp."
        ),
        (
            "The vault holds no ordinary file but a link, or a file with two names ({path}). It is not used. Remove "
            "nothing, and ask your IT department for help."
        ),
    ),
    "bad_parameters": (
        "De sleutelgegevens van deze kluis kloppen niet ({path}). Zij wordt niet geopend.",
        "The key parameters of this vault are not right ({path}). It is not opened.",
    ),
    "recovery_mismatch": (
        "Dit is niet de laatste groep van de code. Kijk nog eens.",
        "This is not the last group of the code. Look again.",
    ),
    "needs_passphrase": (
        "Hiervoor moet deze kluis met het wachtwoord worden geopend, niet met een herstelcode.",
        "For this the vault must be opened with the passphrase, not with a recovery code.",
    ),
    "last_recovery": (
        (
            "Dit is de laatste sleutel waarmee u zonder wachtwoord bij uw zaken kunt. Die kan niet weg. Vervangen kan "
            "wel: meldcode vault recovery renew"
        ),
        (
            "This is the last key with which you can reach your cases without the passphrase. It cannot go. It can be "
            "replaced: meldcode vault recovery renew"
        ),
    ),
    "too_many_keys": (
        "Er zijn al {most} herstelsleutels. Verwijder er eerst een.",
        "There are {most} recovery keys already. Remove one first.",
    ),
    "bad_recipient": (
        "Deze sleutel kan niet: het is geen openbare sleutel (age1…), of zij opent de kluis al.",
        "This key cannot be used: it is no public key (age1…), or it opens the vault already.",
    ),
    "shredded": (
        "Deze zaak is vernietigd op {at}. Haar inhoud is er niet meer.",
        "This case was destroyed on {at}. Its content is gone.",
    ),
    # setting up
    "setup": ("Een kluis voor uw zaken", "A vault for your cases"),
    "setup_why": (
        (
            "Uw antwoorden worden versleuteld bewaard op deze computer, in een kluis. Alleen wie het wachtwoord of de "
            "herstelcode heeft, kan ze lezen. Raakt u beide kwijt, dan kan niemand ze nog openen."
        ),
        (
            "Your answers are kept encrypted on this computer, in a vault. Only someone with the passphrase or the "
            "recovery code can read them. If you lose both, no one can open them."
        ),
    ),
    "setup_place": ("De kluis komt in: {path}", "The vault will be in: {path}"),
    "setup_generate": ("Een wachtwoord van zes woorden laten maken", "Have a passphrase of six words made"),
    "setup_own": (
        "Zelf een wachtwoord kiezen (15 tekens of meer)",
        "Choose a passphrase yourself (15 characters or more)",
    ),
    "words": ("Dit is uw wachtwoord", "This is your passphrase"),
    "words_note": (
        "Schrijf het op en bewaar het apart van deze computer. Typ het op de volgende bladzijde over.",
        "Write it down and keep it away from this computer. Type it on the next page.",
    ),
    "own": ("Kies een wachtwoord", "Choose a passphrase"),
    "own_note": (
        "Ten minste 15 tekens. Een paar losse woorden zijn goed te onthouden.",
        "At least 15 characters. A few separate words are easy to remember.",
    ),
    "again": ("Typ het wachtwoord nog een keer", "Type the passphrase once more"),
    "again_wrong": (
        "Dit is niet hetzelfde wachtwoord. Probeer het opnieuw.",
        "This is not the same passphrase. Try again.",
    ),
    "recovery": ("Uw herstelcode op papier", "Your recovery code on paper"),
    "recovery_note": (
        (
            "Met deze code kunt u bij uw zaken als u het wachtwoord kwijt bent. Schrijf haar op papier en bewaar dat "
            "op slot. De code wordt maar een keer getoond."
        ),
        (
            "With this code you can reach your cases if you lose the passphrase. Write it on paper and keep that "
            "locked away. The code is shown only once."
        ),
    ),
    "recovery_written": ("Ik heb de code opgeschreven", "I have written the code down"),
    "recovery_group": ("Typ de laatste groep van de herstelcode over", "Type the last group of the recovery code"),
    "made": ("De kluis is gemaakt: {path}", "The vault was made: {path}"),
    "passphrase": ("Wachtwoord van de kluis", "Passphrase of the vault"),
    "passphrase_note": (
        "U ziet niet wat u typt. De herstelcode kan ook.",
        "You do not see what you type. The recovery code works too.",
    ),
    "no_terminal": (
        "Voor de kluis is een wachtwoord nodig. Geef het met --passphrase-fd NUMMER, of gebruik een terminal.",
        "The vault needs a passphrase. Give it with --passphrase-fd NUMBER, or use a terminal.",
    ),
    "bad_descriptor": (
        "Van --passphrase-fd {number} kan niet worden gelezen.",
        "--passphrase-fd {number} cannot be read.",
    ),
    # info
    "info_place": ("Plaats: {path}", "Place: {path}"),
    "info_cases": ("Zaken: {count}", "Cases: {count}"),
    # what a check found
    "complete": (
        "volledig: alle {records} records zijn er, in volgorde en ongewijzigd",
        "complete: all {records} records are there, in order and unchanged",
    ),
    "torn_tail": (
        "een half geschreven regel aan het eind is overgeslagen; bewaard was die nog niet",
        "a half-written line at the end was left out; it had not been acknowledged",
    ),
    "torn_line": (
        "een half geschreven regel na record {after} is overgeslagen; bewaard was die nog niet",
        "a half-written line after record {after} was left out; it had not been acknowledged",
    ),
    "extra_record": (
        "record {seq} is er wel, maar is niet als bewaard gemeld; meestal stopte het programma net daarvoor",
        "record {seq} is there, but was not said to be stored; mostly the program stopped just before that",
    ),
    "clock_back": (
        "bij record {seq} stond de klok eerder dan bij het record ervoor",
        "at record {seq} the clock was earlier than at the record before it",
    ),
    "hole": (
        "records {first} tot en met {last} ontbreken of zijn onleesbaar",
        "records {first} to {last} are missing or unreadable",
    ),
    "hole_one": ("record {first} ontbreekt of is onleesbaar", "record {first} is missing or unreadable"),
    "tampered": (
        "record {seq} past niet bij het record ervoor of bij het register: er is iets veranderd",
        "record {seq} does not fit the one before it or the register: something was changed",
    ),
    "unfinished_case": (
        "deze zaak is nooit helemaal begonnen: het programma stopte bij het maken; bewaard was er nog niets",
        "this case was never wholly started: the program stopped while making it; nothing had been acknowledged yet",
    ),
    "out_of_order": ("record {seq} staat op de verkeerde plaats", "record {seq} stands in the wrong place"),
    "older_than_register": (
        "het eind ontbreekt: {found} van {count} records gevonden; dit is een oudere of afgekapte versie",
        "the end is missing: {found} of {count} records found; this is an older or cut version",
    ),
    "newer_than_register": (
        "er zijn meer records ({found}) dan het register telt ({count})",
        "there are more records ({found}) than the register counts ({count})",
    ),
    "not_in_register": (
        "het register kent deze zaak niet ({found} records gevonden)",
        "the register does not know this case ({found} records found)",
    ),
    "register_lost": (
        "het register is onleesbaar; deze zaak kan er niet mee worden vergeleken",
        "the register is unreadable; this case cannot be compared with it",
    ),
    "repaired": (
        "de regel in het register is opnieuw gemaakt op {at}; daarvoor stond er {count}",
        "the row in the register was rebuilt on {at}; before it counted {count}",
    ),
    "lost": ("deze zaak kan helemaal niet worden gelezen ({path})", "this case cannot be read at all ({path})"),
    "control_matches": (
        "de controlecode is die van record {seq} van {records}: tot daar is niets veranderd",
        "the control code is that of record {seq} of {records}: nothing was changed up to there",
    ),
    "control_unsure": (
        "de controlecode is die van record {seq} van {records}; of daarvoor niets veranderd is, staat niet vast",
        "the control code is that of record {seq} of {records}; whether nothing was changed before it is not certain",
    ),
    "control_differs": (
        "de controlecode past bij geen enkel record van deze zaak",
        "the control code fits no record of this case",
    ),
    "control_unknown": (
        "De controlecode past bij geen enkele zaak in deze kluis.",
        "The control code fits no case in this vault.",
    ),
    "trust_all": (
        "te vertrouwen: record 1 tot en met {trusted}; die passen op elkaar",
        "can be trusted: records 1 to {trusted}; they fit each other",
    ),
    "trust_rest": (
        "te vertrouwen: record 1 tot en met {trusted}; daarna zijn er nog {rest} te lezen, die u moet nagaan",
        "can be trusted: records 1 to {trusted}; after that {rest} more can be read, which you must check",
    ),
    "trust_none": (
        "geen enkel record is zeker; ga alles na wat u nog kunt lezen",
        "no record is certain; check all that you can still read",
    ),
    "verify_noted": (
        "Er is geen record kwijt, maar lees wat hierboven staat.",
        "No record was lost, but read what is said above.",
    ),
    "destroyed": ("vernietigd op {at}, door {who}", "destroyed on {at}, by {who}"),
    "verify_case": ("Zaak {code}:", "Case {code}:"),
    "verify_none": ("Er zijn geen zaken.", "There are no cases."),
    "verify_good": ("Alles is in orde.", "Everything is in order."),
    "verify_bad": (
        "Er is schade. Verander niets, maak een kopie van de map en vraag uw ICT-afdeling om hulp.",
        "There is damage. Change nothing, make a copy of the folder and ask your IT department for help.",
    ),
    "kept_damaged": (
        (
            "{count} bewaarde protocollen zijn onleesbaar. De antwoorden van die zaken zijn er nog, maar worden niet "
            "getoond."
        ),
        "{count} kept protocols are unreadable. The answers of those cases are still there, but are not shown.",
    ),
    "repair_none": (
        "Er was niets te herstellen in het register. Wat ontbreekt of veranderd is, blijft gemarkeerd.",
        "Nothing in the register needed repair. What is missing or changed stays marked.",
    ),
    "repair_done": (
        "Het register is opnieuw gemaakt voor: {codes}. Wat ontbreekt of veranderd is, blijft gemarkeerd.",
        "The register was rebuilt for: {codes}. What is missing or changed stays marked.",
    ),
}
