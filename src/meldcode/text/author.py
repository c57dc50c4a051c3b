"""What the commands for authors of protocols say."""

TEXTS = {
    "list_overlay": (
        "{id} {version}: overlay van {owner} op {sectors}; geldt in: {places}",
        "{id} {version}: overlay of {owner} on {sectors}; holds in: {places}",
    ),
    "list_broken": ("{file}: deze overlay is niet te gebruiken", "{file}: this overlay cannot be used"),
    "list_versions": (
        "{id} staat er in meer versies. Waar er meer gelden, telt de hoogste. Haal de oude weg: {file}",
        "{id} is there in several versions. Where several hold, the highest counts. Remove the old one: {file}",
    ),
    "translation": (
        "{file} is de vertaling van {overlay}; dat bestand wordt gelezen, met de vertaling erbij.",
        "{file} is the translation of {overlay}; that file is read, with its translation.",
    ),
    "whole_protocol": (
        (
            "{file} is een heel protocol, geen overlay. Noem het bij zijn naam: {sector}. Wilt u iets veranderen? "
            "Maak een overlay: meldcode protocol new"
        ),
        (
            "{file} is a whole protocol, no overlay. Give its name instead: {sector}. Do you want to change something? "
            "Make an overlay: meldcode protocol new"
        ),
    ),
    "everywhere": ("alle gemeenten", "all municipalities"),
    "proven": (
        "{name}: BEWEZEN over {paths} wegen ({states} samengevoegde toestanden, {seconds} s)",
        "{name}: PROVEN over {paths} paths ({states} merged states, {seconds} s)",
    ),
    "not_proven": (
        "{name}: NIET BEWEZEN ({paths} wegen, {states} samengevoegde toestanden, {seconds} s)",
        "{name}: NOT PROVEN ({paths} paths, {states} merged states, {seconds} s)",
    ),
    "by_construction": ("door de bouw van het programma", "by construction of the program"),
    "undecided": ("NIET BEWEZEN.", "NOT PROVEN."),
    "broken": ("GEBROKEN.", "BROKEN."),
    "with_answers": ("Met deze antwoorden:", "With these answers:"),
    "beside": ("Naast deze antwoorden:", "Beside these answers:"),
    "keep_hint": (
        "Met --answers MAP worden de antwoorden bewaard; meldcode advise --answers BESTAND speelt ze na.",
        "With --answers FOLDER the answers are kept; meldcode advise --answers FILE replays them.",
    ),
    "no_folder": ("De map {path} bestaat niet. Maak haar eerst.", "The folder {path} does not exist. Make it first."),
    "one_sector": (
        "Deze overlay is voor meer sectoren. Kies er een met --sector: {sectors}.",
        "This overlay is for several sectors. Choose one with --sector: {sectors}.",
    ),
    "left_out": (
        (
            "De lokale aanpassing {file} is niet te gebruiken en is weggelaten. Het landelijke protocol geldt. Vraag "
            "wie haar beheert om: meldcode protocol check {file}"
        ),
        (
            "The local overlay {file} cannot be used and was left out. The national protocol holds. Ask whoever "
            "maintains it to run: meldcode protocol check {file}"
        ),
    ),
    "left_out_title": ("Een lokale aanpassing is weggelaten", "A local overlay was left out"),
}
