"""Every text that people read is plain, polite, without names, and there in both languages."""

import pytest

from meldcode.protocol.library import directory, index, protocol, sector_ids
from meldcode.protocol.readable import sentences, words
from tests.content.plain_language import RULES
from tests.content.plain_words import PLAIN
from tests.content.shown_texts import INTERFACE, Shown, groups, texts_in, texts_of
from tests.content.test_shipped import texts
from tests.protocol.small import FILES, KIND, write

GROUPS = groups()
CONTENT = [group for group in GROUPS if group != INTERFACE]
TIRING = " ".join(["heel"] * 24) + " lang."


def shown(nl: str, en: str | None = "English.", way: tuple[str, ...] = ("steps", "signalen", "purpose")) -> Shown:
    return Shown("protocol.yaml:1", way, nl, en)


def faults(rule: str, text: Shown) -> list[str]:
    return [fault.remedy for fault in RULES[rule](text)]


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("rule", RULES)
def test_what_people_read_breaks_no_rule(rule: str, group: str) -> None:
    """A line for each fault: the place, the keys that lead there, what to do, and the words concerned."""
    found = [
        f"{text.place} {'/'.join(text.way)}: {fault.remedy}: “{fault.excerpt}”"
        for text in texts_of(group)
        for fault in RULES[rule](text)
    ]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("group", GROUPS)
def test_every_folder_has_texts(group: str) -> None:
    assert len(texts_of(group)) > 100


@pytest.mark.parametrize("sector", sector_ids())
def test_no_text_of_a_whole_protocol_escapes_the_rules(sector: str) -> None:
    """The rules read files; what a user sees is the protocol that they make together."""
    judged = {text.nl for group in CONTENT for text in texts_of(group)}
    seen = [(where, text.nl) for where, text in texts(protocol(sector))]
    assert len(seen) > 200
    assert [each for each in seen if each[1] not in judged] == []


def test_no_contact_or_profession_escapes_the_rules() -> None:
    judged = {text.nl for text in texts_of("protocols")}
    seen = [*texts(directory()), *(each for place in index().workplaces for each in texts(place))]
    assert len(seen) > 100
    assert [where for where, text in seen if text.nl not in judged] == []


@pytest.mark.parametrize("part", ["/basismodel/protocol", "/basismodel/scenarios/", "/signals/", "/themes/", "/con"])
def test_every_kind_of_file_is_read(part: str) -> None:
    assert [text for text in texts_of("protocols") if part in text.place]


def test_a_text_knows_its_line_its_keys_and_its_english(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = write(tmp_path_factory.mktemp("content"), FILES)
    write(root, {"protocols/signals/kind.en.yaml": "language: en\nsignals: {wond: {text: Has a wound.}}\n"})
    assert [each for each in texts_in(root / KIND, root) if "signals" in each.way] == [
        Shown(f"{KIND}:8", ("signals", "bang", "text"), "Is bang.", None),
        Shown(f"{KIND}:9", ("signals", "wond", "text"), "Heeft een wond.", "Has a wound."),
    ]


@pytest.mark.parametrize("group", CONTENT)
def test_nothing_but_texts_is_read(group: str) -> None:
    """Ids of roles and options would be found wanting for English."""
    assert [text for text in texts_of(group) if text.way[-1] in ("", "id", "severity", "source", "url")] == []


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Bel 112. Blijf aan de lijn.", ["Bel 112.", "Blijf aan de lijn."]),
        ("Bel u 0800-2000? Zeg dan niets.", ["Bel u 0800-2000?", "Zeg dan niets."]),
        ("Zie art. 4.1.1 van de wet.", ["Zie art. 4.1.1 van de wet."]),
        ("Zie art. 9 en nr. 3, bijv. van de Wmo.", ["Zie art. 9 en nr. 3, bijv. van de Wmo."]),
        ("Vraag het J. Jansen.", ["Vraag het J. Jansen."]),
        ("Dit beslist u. Een ander niet.", ["Dit beslist u.", "Een ander niet."]),
        ("Hij zegt: “Ik wil niet.” Dan loopt hij weg.", ["Hij zegt: “Ik wil niet.", "Dan loopt hij weg."]),
        ("Eerste regel\nTweede regel", ["Eerste regel", "Tweede regel"]),
        ("Kijk op 113.nl of bel.", ["Kijk op 113.nl of bel."]),
        ("Dit is klaar. 12 jaar is hij.", ["Dit is klaar.", "12 jaar is hij."]),
    ],
)
def test_sentences_end_at_a_full_stop_and_not_at_an_abbreviation(text: str, split: list[str]) -> None:
    assert sentences(text) == split


def test_numbers_values_and_addresses_are_one_word_and_marks_are_none() -> None:
    assert words("Bel 0800-2000 (gratis) · zie https://veiligthuis.nl of {url}.") == 7


BREAKING = [
    ("long_sentences", shown(f"Goed. {TIRING} Ook {TIRING}")),
    ("long_sentences", shown(f"Denk aan a, b, c, {' '.join(['of d'] * 15)}.")),
    (
        "long_on_average",
        shown(f"{TIRING} Dat zijn er veel, en dan komt er hier nog een zin van achttien woorden bij."),
    ),
    ("informal", shown("Wat ga je doen?")),
    ("informal", shown("Is dit Jouw leerling?")),
    ("informal", shown("Het kind zegt “ik wil niet”. Vraag jullie collega.")),
    ("click_here", shown("Klik hier voor meer.")),
    ("click_here", shown("Lees meer.", "For more, click here.")),
    ("shouted", shown("Bel 112!")),
    ("shouted", shown("Bel 112.", "Call 112!")),
    ("jargon", shown("Indien het onveilig is.")),
    ("jargon", shown("U dient te bellen.")),
    ("jargon", shown("Bespreek de casus met een collega.")),
    ("jargon", shown("Dit is gedaan m.b.t. het kind.")),
    ("named", shown("Fatima is bang om naar huis te gaan.")),
    ("named", shown("Zij woont bij Łukasz.")),
    ("named", shown("Mevrouw K. is 81.")),
    ("named", shown("Zij vertelt dat meneer Bakker haar sloeg.")),
    ("named", shown("De heer des huizes slaat.")),
    ("untranslated", shown("Wat ziet u?", None)),
    ("untranslated", shown("Wat ziet u?", "Wat ziet u?")),
    ("untranslated", shown("De wet", None, ("sources", "wet", "title"))),
    ("dutch_in_english", shown("Bel met Veilig Thuis.", "Call Veilig Thuis als het niet veilig is.")),
]
"""A text that breaks each rule, planted."""


@pytest.mark.parametrize(("rule", "text"), BREAKING)
def test_what_breaks_a_rule_is_found(rule: str, text: Shown) -> None:
    assert faults(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("long_sentences", shown(" ".join(["kort"] * 25) + ".")),
        ("long_sentences", shown(f"Denk aan {', '.join(['een ding'] * 14)}.")),
        ("long_sentences", shown(TIRING * 2, way=("sources", "wet", "title"))),
        ("long_on_average", shown(TIRING)),
        ("long_on_average", shown(f"{TIRING} Kort.")),
        ("informal", shown("Het kind zegt: “Wil je niets zeggen?” en “jullie weten het niet”.")),
        ("informal", shown("Een jonge moeder, een jeugdige en het jeugdteam.")),
        ("informal", shown("Wat kun je doen?", way=("sources", "site", "title"))),
        ("jargon", shown("Let op signalen. Doe de kindcheck met de aandachtsfunctionaris en de mantelzorger.")),
        ("jargon", shown("De weging volgt het afwegingskader. Een indicatie is niet nodig.")),
        ("jargon", shown("Het gaat slechter met het kind.")),
        ("named", shown("De moeder, een roos van een vrouw, belt Veilig Thuis. Mevrouw is moe.")),
        ("named", shown("Wat Julia doet", way=("interventions", "julia", "name"))),
        ("untranslated", shown("0800-2000", "0800-2000")),
        ("untranslated", shown("{theme}: {text}", "{theme}: {text}")),
        ("untranslated", shown("LIRIK", "LIRIK")),
        ("untranslated", shown("Movisie", "Movisie", ("interventions", "aware", "judged_by"))),
        ("untranslated", shown("art. 3", None, ("sources", "wet", "article"))),
        ("untranslated", shown("Twente", None, ("regions", "VT19", "name"))),
        (
            "dutch_in_english",
            shown("De Raad", "The Council (Raad voor de Kinderbescherming) and “kindcheck uit angst”."),
        ),
    ],
)
def test_what_breaks_no_rule_is_left_alone(rule: str, text: Shown) -> None:
    assert faults(rule, text) == []


def test_a_fault_shows_the_words_and_the_plain_one() -> None:
    (fault,) = RULES["jargon"](shown("Bel teneinde advies te krijgen."))
    assert (fault.excerpt, fault.remedy) == ("Bel teneinde advies te krijgen.", "“teneinde”: om")


def test_no_plain_word_is_itself_a_hard_one() -> None:
    assert [plain for plain in PLAIN.values() if faults("jargon", shown(plain))] == []


def test_every_rule_has_a_text_that_breaks_it() -> None:
    assert {rule for rule, _ in BREAKING} == set(RULES)
