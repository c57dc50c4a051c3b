"""What the export command says, and the few words that only a page has."""

TEXTS = {
    "which": (
        "Welke zaken? Geef de code van een of meer zaken, of --all voor alle zaken.",
        "Which cases? Give the code of one or more cases, or --all for all cases.",
    ),
    "not_both": (
        "Geef de codes van zaken, of --all. Niet allebei.",
        "Give the codes of cases, or --all. Not both.",
    ),
    "which_form": (
        "In welke vorm? Kies met --format uit: {forms}.",
        "In which form? Choose with --format from: {forms}.",
    ),
    "no_terminal_binary": (
        "Deze vorm is niet om in een terminal te lezen. Schrijf naar een bestand: --output {name}",
        "This form cannot be read in a terminal. Write to a file: --output {name}",
    ),
    "not_installed": (
        (
            "Voor deze vorm ({form}) ontbreekt een onderdeel. Installeer het archief met -pdf-docx in de naam, of uit "
            "een kloon: pipx install --force '.[{form}]', of vraag uw ICT-afdeling. Zonder dat kan wel: --format html"
        ),
        (
            "For this form ({form}) a part is missing. Install the archive with -pdf-docx in its name, or from a "
            "clone: pipx install --force '.[{form}]'. Or ask your IT department. What works without it: --format html"
        ),
    ),
    "bad_recipient": (
        (
            "Bij --to hoort een openbare sleutel (age1…), of een bestand met op elke regel zo een sleutel. Dit is er "
            "geen."
        ),
        "--to takes a public key (age1…), or a file with such a key on every line. This is none.",
    ),
    "secret_recipient": (
        "In {file} staat een geheime sleutel. Geef de openbare (age1…), en houd de geheime voor uzelf.",
        "{file} holds a secret key. Give the public one (age1…), and keep the secret one to yourself.",
    ),
    "no_cases": ("Er zijn geen zaken. Er is geen bestand gemaakt.", "There are no cases. No file was made."),
    "unreadable": (
        "Zaak {code} kan niet worden gelezen en staat er niet bij. Kijk met: meldcode verify {code}",
        "Case {code} cannot be read and is not in it. See: meldcode verify {code}",
    ),
    "nothing_readable": (
        "Geen van deze zaken kan worden gelezen. Er is geen bestand gemaakt. Kijk met: meldcode verify",
        "None of these cases can be read. No file was made. See: meldcode verify",
    ),
    "done": ("Zaken in het bestand: {count}", "Cases in the file: {count}"),
    # on the page itself
    "title": ("Samenvatting meldcode, zaak {code}", "Meldcode summary, case {code}"),
    "title_several": ("Samenvattingen meldcode", "Meldcode summaries"),
    "page": ("blz.", "page"),
    "of": ("van", "of"),
    "page_case": ("zaak {code}", "case {code}"),
    "page_practice": ("oefening", "exercise"),
    "glyphs": (
        (
            "Sommige tekens heeft het lettertype van dit bestand niet. Daar staat hun nummer, zoals ⟨U+6F22⟩. De vorm "
            "html toont ze wel."
        ),
        (
            "The font of this file lacks some characters. Their number stands there, such as ⟨U+6F22⟩. The form html "
            "does show them."
        ),
    ),
}
