"""Why a file must be plain, strict YAML, with an example of each fault."""

from meldcode.text.code_example import Example

TEXTS = {
    "Y01": (
        "Een letter met een accent wordt anders een ander teken. UTF-8 is op elke computer hetzelfde.",
        "A letter with an accent would become another character. UTF-8 is the same on every computer.",
    ),
    "Y02": (
        "Een protocol dat een mens kan nalezen, is veel kleiner. De grens houdt het programma snel.",
        "A protocol that a person can read through is much smaller. The limit keeps the program fast.",
    ),
    "Y03": (
        "Het programma raadt nooit wat er bedoeld kan zijn. Na een dubbele punt met een spatie begint een waarde.",
        "The program never guesses what may be meant. After a colon with a space a value begins.",
    ),
    "Y04": (
        "Anders zou de laatste winnen zonder dat iemand het ziet.",
        "Otherwise the last one would win without anybody seeing it.",
    ),
    "Y05": (
        "Wie de regel leest, moet zien wat er staat, zonder elders te zoeken.",
        "Whoever reads the line must see what it says, without looking elsewhere.",
    ),
    "Y06": (
        "Wat samengevoegd wordt, staat nergens zoals het geldt. Schrijf het uit.",
        "What is merged stands nowhere as it holds. Write it out.",
    ),
    "Y07": (
        "Een label kan een waarde ongemerkt veranderen, of zelfs een opdracht uitvoeren.",
        "A tag can change a value unseen, or even run a command.",
    ),
    "Y08": (
        "Een aanwijzing verandert hoe de rest wordt gelezen. Dat is hier nooit nodig.",
        "A directive changes how the rest is read. That is never needed here.",
    ),
    "Y09": (
        "Een bestand is een ding: een sector, een overlay, een thema.",
        "A file is one thing: a sector, an overlay, a theme.",
    ),
    "Y10": (
        "Zo diep is niets in een protocol. De grens houdt het programma veilig.",
        "Nothing in a protocol is that deep. The limit keeps the program safe.",
    ),
    "Y11": (
        "Een protocol dat een mens kan nalezen, is veel kleiner. De grens houdt het programma snel.",
        "A protocol that a person can read through is much smaller. The limit keeps the program fast.",
    ),
    "Y12": (
        "Niemand leest zo veel bij een vraag. Verwijs naar een bron.",
        "Nobody reads that much at a question. Refer to a source.",
    ),
    "Y13": (
        "Een stuurteken kan een scherm iets anders laten tonen dan er staat.",
        "A control character can make a screen show something else than what is there.",
    ),
    "Y14": (
        "Een onzichtbaar teken kan een nummer of naam anders laten lijken dan zij is.",
        "An invisible character can make a number or name look different from what it is.",
    ),
    "Y15": (
        "Zonder aanhalingstekens is de tekst na het hekje weg, en dat ziet niemand.",
        "Without quotes the text after the number sign is gone, and nobody sees it.",
    ),
    "Y16": ("Een leeg bestand is bijna altijd een vergissing.", "An empty file is nearly always a mistake."),
    "Y17": (
        "Een sleutel is een naam. Een lijst kan geen naam zijn, en namen met @ houdt het programma voor zichzelf.",
        "A key is a name. A list cannot be a name, and the program keeps names with @ for itself.",
    ),
    "Y18": (
        "Het bestand is er niet, het is een map, of u mag het niet lezen.",
        "The file is not there, it is a folder, or you may not read it.",
    ),
    "Y19": (
        "Een antwoordbestand dat met { begint, is JSON, en JSON is streng.",
        "An answers file that begins with { is JSON, and JSON is strict.",
    ),
}

EXAMPLES = {
    "Y01": Example(),
    "Y02": Example(values={"size": "2000000", "limit": "1048576"}),
    "Y03": Example("help: Let op: bel eerst.", 'help: "Let op: bel eerst."', {"problem": ""}),
    "Y04": Example(
        "id: sisa\nask: Staat het kind in SISA?\nid: team",
        "id: sisa\nask: Staat het kind in SISA?",
        {
            "key": "id",
            "first": "1",
        },
    ),
    "Y05": Example("help: &uitleg Bel het team.", "help: Bel het team.", {"name": "&uitleg"}),
    "Y06": Example("<<: {help: Bel het team.}", "help: Bel het team.", {}),
    "Y07": Example("urgency: !!int 30", "urgency: 30", {"name": "tag:yaml.org,2002:int"}),
    "Y08": Example("%YAML 1.2\n---\noverlay: stad", "overlay: stad", {}),
    "Y09": Example("overlay: stad\n---\noverlay: dorp", "overlay: stad", {}),
    "Y10": Example("a: [[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]", "a: [x]", {"limit": "16"}),
    "Y11": Example(values={"limit": "20000"}),
    "Y12": Example(values={"limit": "20000"}),
    "Y13": Example(r'name: "Wijk\x1bteam"', "name: Wijkteam", {"character": "U+001B"}),
    "Y14": Example(r'name: "Wijk\u200bteam"', "name: Wijkteam", {"character": "U+200B"}),
    "Y15": Example("ask: Zit het kind in groep # 4?", 'ask: "Zit het kind in groep # 4?"', {"key": "ask"}),
    "Y16": Example("# hier komt de overlay", "overlay: stad", {}),
    "Y17": Example("[ja, nee]: Antwoord", "ja: Antwoord", {}),
    "Y18": Example(values={"reason": "ENOENT"}),
    "Y19": Example('{"answers": {"direct_gevaar": nee}}', '{"answers": {"direct_gevaar": "nee"}}', {}),
}
"""Whole files, or the part that matters."""
