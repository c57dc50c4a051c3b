"""One overlay for each way in which its words say something else than rules read or is known; and what was hidden."""

from tests.protocol.small_overlay import HEAD, MARK, after, choice, earlier, fault, headed, helped

MISLEADING = {
    "yes and no that are swapped": fault("O19", choice("ja: Nee, nee: Ja"), option="ja", words="Nee"),
    "yes that ends in not": fault("O19", choice("ja: Zeker niet"), option="ja"),
    "no that ends in surely": fault("O19", choice("nee: Zeker wel"), option="nee"),
    "no in letters with spaces": fault("O19", choice("ja: N e e"), option="ja"),
    "no that reads as yes": fault("O19", choice("ja: Ja, nee: Jawel"), option="nee"),
    "not known that reads as no": fault("O19", choice("ja: Ja, onbekend: Nee"), option="onbekend"),
    "an option that its words deny": fault("O19", choice("gebeld: Niet gebeld, klaar: Klaar"), option="gebeld"),
    "a reason for no that reads as yes": fault("O19", choice("nee_druk: Ja"), option="nee_druk"),
    "words in letters that look alike": fault("O19", choice("ja: Nее")),  # noqa: RUF001 - the trick
    "words that only the English turns round": fault("O19", choice("ja: Ja"))._replace(
        english="language: en\noperations: {x: {question: {options: {ja: No}}}}\n"
    ),
    "options that are swapped later on": fault(
        "O19", choice("ja: Ja, nee: Nee").replace(MARK, ""), "→{change: question, id: x, options: {ja: Nee}}"
    ),
    "a hint below yes that says no": fault("O19", choice("ja: Ja, nee: Nee}, hints: {ja: Nee dus."), option="ja"),
    "a hint below no that says yes": fault("O19", choice("ja: Ja, nee: Nee}, hints: {nee: Ja dus."), option="nee"),
    "hints that are swapped": fault(
        "O19", choice("klaar: Gedaan, later: Komt nog}, hints: {klaar: Komt nog., later: Gedaan."), words="Komt nog."
    ),
    "options that are swapped": fault("O19", choice("gedaan: Later, later: Gedaan"), option="gedaan", words="Later"),
    "two options that look the same": fault("O19", choice("klaar: Gedaan, later: G e daan, ooit: Gedaan")),
    "hints that are swapped later on": fault(
        "O19",
        choice("klaar: Gedaan, later: Komt nog").replace(MARK, ""),
        "→{change: question, id: x, hints: {later: Gedaan}}",
    ),
    "an option that is a picture": fault(
        "O20", choice("ja: 👍, nee: Nee").replace(MARK, "").replace("question: {", "question: →{"), key="options"
    ),
    "a question that is a picture": fault(
        "O20", "{add: question, after: gemeld, question: →{id: x, ask: 🙂, type: text}}", key="ask"
    ),
    "a label that is a sign": fault(
        "O20", '{add: question, after: gemeld, question: →{id: x, ask: X?, label: "!?", type: text}}', key="label"
    ),
    "a question in letters that nobody here reads": fault(
        "O20", "{add: question, after: gemeld, question: →{id: x, ask: 危险吗, type: text}}", key="ask"
    ),
    "English without words": fault("O20", "→{add: role, id: x, text: Wie}")._replace(
        english="language: en\noperations: {x: {text: 🙂}}\n"
    ),
    "an owner that is a picture": headed("O20", HEAD, MARK + HEAD.replace("Gemeente Stad", "🙂"), key="owner"),
    "help that claims to be proven": fault("O18", helped("level: sterk"), name="maatje", level="sterk"),
    "help that claims to be proven by nobody on a day": fault("O18", helped("level: goed, judged_on: 2024-01-02")),
    "help that claims to be proven by someone, never": fault("O18", helped("level: onderbouwd, judged_by: de stad")),
}

AFTER_HIDING = {
    "a change of what an earlier overlay hid": after(
        (earlier(1, "{hide: question, id: toelichting}"),),
        fault(
            "O08", "→{change: question, id: toelichting, help: X.}", name="toelichting", first="given/eerder0.yaml:7"
        ),
    ),
    "a question after what an earlier overlay hid": after(
        (earlier(1, "{hide: question, id: toelichting}"),),
        fault("O08", "→{add: question, after: toelichting, question: {id: x, ask: X?, type: text}}"),
    ),
}
