"""Pages for the tests of the prompters, and the texts that people could use to break them."""

from dataclasses import replace

from meldcode.wizard.prompter import Choose, Command, Option, Page, Write

ALL_KEYS = tuple(command for command in Command if command is not Command.INTERRUPT)
HEAD = (
    "meldcode   zaak 7Q2MX4HK   onderwijs   Stap 2 van 5 · Overleg",
    "● Signalen   ◉ Overleg   ○ Gesprek   ○ Wegen   ○ Beslissen",
)
CONSULTED = Page(
    "overleg.gehad",
    "Heeft u met een collega of de aandachtsfunctionaris overlegd?",
    Choose((Option("ja", "Ja"), Option("nee", "Nee, nog niet", "Doe dat dan eerst."), Option("onbekend", "Onbekend"))),
    head=HEAD,
    body=("Doe dit nooit alleen. Bel Veilig Thuis op 0800-2000 of uw collega op 06 12 34 56 78.",),
    keys=ALL_KEYS,
)
SIGNALS = Page(
    "signalen.gezien",
    "Wat ziet u?",
    Choose((Option("plek", "Blauwe plekken"), Option("moe", "Moe"), Option("honger", "Honger")), several=True),
    head=HEAD,
    keys=ALL_KEYS,
)
FACTS = Page("feiten", "Wat zag u?", Write(lines=True), head=HEAD, keys=ALL_KEYS)
ROLE = Page("rol", "Wat is uw rol?", Write(), head=HEAD, keys=(Command.BACK,))
PASSPHRASE = Page("wachtzin", "Wachtzin", Write(secret=True), keys=(Command.BACK,))
TEN = Page("tien", "Welke?", Choose(tuple(Option(f"o{number}", f"Keuze {number}") for number in range(1, 13))))

HOSTILE = {
    "csi": "rood \x1b[31m en wis \x1b[3J",
    "osc 8": "\x1b]8;;https://example.org\x07link\x1b]8;;\x07",
    "osc 52": "\x1b]52;c;aGFsbG8=\x1b\\",
    "c1": "\x9b31m \x9d52;c;x\x9c \x90q",
    "lone escape": "a\x1b",
    "nul and bell": "a\x00b\x07\x08\x7f",
    "markup": "[bold]zegt[/bold] [/x] [blauwe plek]",
    "bidi override": "\u202egnirts\u202c \u2066x\u2069",
    "zero width": "a\u200bb\u200dc\ufeff",
    "lone surrogates": "caf\udcff \ud800",
    "twenty thousand": "x" * 20_000,
    "words": "woord " * 3_000,
    "emoji": "👩‍👧 🙂 ☎️",
    "names": "Łukasz Şahin € قالت الأم",
    "combining": "Z" + "\u0301" * 40,
    "line breaks": "een\r\ntwee\rdrie\n\nvier\u2028vijf",
}


def marked(page: Page, *ids: str, several: bool = False) -> Page:
    """The page with these options marked beforehand."""
    assert isinstance(page.field, Choose)
    return replace(page, field=replace(page.field, marked=ids, several=several or page.field.several))


def hostile_pages(text: str) -> list[Page]:
    """Pages with the text wherever a text can stand."""
    option = Option("x", text, text)
    several = Choose((option, Option("y", "Y")), several=True, marked=("x",))
    return [
        Page("a", text, Choose((option,), marked=("x",)), (text,), (text, text), text, ALL_KEYS),
        Page("b", text, several, (text,), (text,), text),
        Page("c", text, Write(draft=text)),
        Page("d", text, Write(lines=True, draft=text), error=text),
        Page("e", text, Write(secret=True, draft=text)),
    ]
