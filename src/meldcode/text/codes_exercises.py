"""Why an exercise file is refused, with an example of each."""

from meldcode.text.code_example import Example

TEXTS = {
    "E01": (
        "Een scenario laat zien wat eruit komt. Pas met teaching kan iemand ermee oefenen.",
        "A scenario shows what comes out. Only with teaching can someone practise with it.",
    ),
    "E02": (
        "Wie oefent, kiest uit de lijsten van de sector. Een ander signaal kan niemand vinden.",
        "Someone who practises chooses from the lists of the sector. Another signal nobody can find.",
    ),
    "E03": (
        "Anders leest wie het voorbeeld volgt, dat het buiten de norm valt.",
        "Else someone who follows the example reads that it is outside the norm.",
    ),
    "E04": (
        "Bij vrije tekst kan het programma niet zien of een antwoord past.",
        "With free text the program cannot see whether an answer fits.",
    ),
    "E05": (
        "Een oefening die iets anders leert dan het protocol, leert het verkeerde aan.",
        "An exercise that teaches something else than the protocol teaches the wrong thing.",
    ),
    "E06": (
        "Een deel van het verhaal hoort bij een stap. Komt die stap niet, dan mist het verhaal een stuk.",
        "A part of the story belongs to a step. If that step never comes, the story misses a piece.",
    ),
    "E07": (
        "Bij overclaims staat wat het verhaal niet laat zien. Het voorbeeld mag dat dan niet vastleggen.",
        "Overclaims holds what the story does not show. The example may not record that.",
    ),
    "E08": (
        "Een antwoord op een vraag die niet komt, telt nergens mee.",
        "An answer to a question that never comes counts for nothing.",
    ),
}

_NORM = "- {{id: {}, accept: [{}], because: Praten is hier veilig.}}"
_PART = "parts: [{{id: {}, text: De collega luistert.}}]"
_SIGNAL = "signals: [{{id: {}, how: gezien, because: U zag het zelf.}}]"
_OVER = "overclaims: [{{id: {}, because: Niemand zag dat.}}]"

EXAMPLES = {
    "E01": Example(
        "expect: {level: hulp, flags: []}",
        "expect: {level: hulp, flags: []}\nteaching:\n  form: Verwaarlozing\n  difficulty: basis\n  minutes: 20",
    ),
    "E02": Example(
        _SIGNAL.format("kind_4_12.honger"),
        _SIGNAL.format("kind_4_12.honger_vuil"),
        {"name": "kind_4_12.honger", "meant": "kind_4_12.honger_vuil"},
    ),
    "E03": Example(
        _NORM.format("gesprek", "uitgesteld"),
        _NORM.format("gesprek", "gevoerd, uitgesteld"),
        {"question": "gesprek", "given": "gevoerd", "accept": "uitgesteld"},
    ),
    "E04": Example(_NORM.format("beschermend", "ja"), _NORM.format("gesprek", "gevoerd"), {"question": "beschermend"}),
    "E05": Example(
        "expect: {level: melden, flags: []}",
        "expect: {level: hulp, flags: []}",
        {"part": "level", "got": "hulp", "wanted": "melden"},
    ),
    "E06": Example(_PART.format("bestuur"), _PART.format("overleg"), {"name": "bestuur"}),
    "E07": Example(
        _OVER.format("kind_4_12.school_achteruit"),
        _OVER.format("kind_4_12.alleen_gelaten"),
        {"name": "kind_4_12.school_achteruit"},
    ),
    "E08": Example(
        "hulp: ja\nafwijking_reden: De ouders vroegen om tijd.",
        "hulp: ja",
        {"question": "afwijking_reden"},
    ),
}
"""Lines of an exercise."""
