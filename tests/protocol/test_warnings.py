"""What is accepted and still asks for a look: each warning where it belongs, and none where it does not."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from meldcode.protocol import library, said, warnings
from meldcode.protocol.diagnostics import Finding, Place
from meldcode.protocol.overlay_file import laid_over
from meldcode.protocol.readable import too_long
from meldcode.protocol.warnings import dates
from tests.protocol.gallery_overlay import RICH
from tests.protocol.small_overlay import HEAD, file, overlay, school

TODAY = date(2026, 11, 23)
PLACE = Place("a.yaml", 1, 1)


def about(
    folder: Path, text: str, english: str = "", today: date = TODAY, fired: frozenset[str] = frozenset()
) -> list[str]:
    """Return the codes of what is said about an overlay, with the line of each."""
    read = file(folder / "stad", text, english)
    protocol = laid_over(school(), "school", [read])
    found = warnings.of_overlay(read.spec, protocol, {"Utrecht"}, fired, today)
    return [f"{each.code}:{each.place.line}" for each in found]


@cache
def of_sector(sector: str) -> tuple[Finding, ...]:
    return tuple(warnings.of_protocol(library.protocol(sector), frozenset(), TODAY))


def test_a_good_overlay_gets_no_warning(tmp_path: Path) -> None:
    text = overlay("{add: role, id: wie, text: De intern begeleider denkt mee.}")
    english = "language: en\noperations: {wie: {text: The support coordinator thinks along.}}\n"
    assert about(tmp_path, text, english) == []


def test_only_what_the_overlay_says_itself_is_judged(tmp_path: Path) -> None:
    """The small school has questions without a reason, and no English."""
    codes = {each.code for each in warnings.of_protocol(school(), frozenset(), TODAY)}
    assert {"W01", "W02", "W04", "W16"} <= codes
    assert about(tmp_path, overlay("{hide: intervention, id: praten}")) == []


def test_warnings_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = about(tmp_path, RICH)
    assert found == sorted(found, key=lambda each: (int(each.split(":")[1]), each))
    assert {each[:3] for each in found} >= {"W01", "W02", "W04", "W07", "W12", "W16", "W19"}


@pytest.mark.parametrize(
    ("today", "said_so"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True), (date(2027, 1, 2), True)]
)
def test_a_review_is_due_on_the_very_day(tmp_path: Path, today: date, *, said_so: bool) -> None:
    head = HEAD + "reviewed: {date: 2026-01-01, before: 2027-01-01}\n"
    assert about(tmp_path, overlay("{hide: intervention, id: praten}", head=head), today=today) == ["W08:1"] * said_so


@pytest.mark.parametrize(("checked", "said_so"), [("2025-11-23", False), ("2025-11-22", True)])
def test_a_contact_is_stale_after_a_year(tmp_path: Path, checked: str, *, said_so: bool) -> None:
    contact = f"{{add: contact, id: team, name: Wijkteam, hours: altijd, verified: {checked}, rules: [meld]}}"
    assert about(tmp_path, overlay(contact)) == ["W10:7"] * said_so


@pytest.mark.parametrize(
    "ask",
    [
        *("Wat is de naam van het kind?", "Hoe heet de ouder?", "Wat is het adres?", "Waar woont het gezin?"),
        *("Wat is het BSN?", "Wat is de geboortedatum?", "Wat is het telefoonnummer?", "Wat is het e-mailadres?"),
        *("Wat is de achternaam? Schrijf geen adres op.",),
    ],
)
def test_a_question_that_asks_who_someone_is_is_seen(tmp_path: Path, ask: str) -> None:
    question = f'{{add: question, after: gemeld, question: {{id: x, ask: "{ask}", type: text, why: X., source: wet}}}}'
    assert "W03:7" in about(tmp_path, overlay(question))


@pytest.mark.parametrize(
    "ask",
    [
        *(
            "Wat ziet u?",
            "Wat weegt zwaar? Noem geen namen.",
            "Is de kindcheck gedaan?",
            "Was het gesprek per telefoon?",
        ),
        *("Wat is er afgesproken, zonder adres en naam?", "Hoe oud is het kind?", "Wat is de naam van de school?"),
    ],
)
def test_a_question_that_asks_no_such_thing_is_left_alone(tmp_path: Path, ask: str) -> None:
    question = f'{{add: question, after: gemeld, question: {{id: x, ask: "{ask}", type: text, why: X., source: wet}}}}'
    assert "W03:7" not in about(tmp_path, overlay(question))


@pytest.mark.parametrize(
    "text",
    [
        *("Vraag uw leidinggevende.", "Meld pas na overleg.", "Vraag de ouders om toestemming.", "Bel 112."),
        *("Bel Veilig Thuis.", "Wacht met bellen.", "U mag dit niet melden.", "De directeur beslist."),
        *("Kies nee als het kind op school zit.", "Dit is bijna altijd nee.", "Sla deze stap over.", "VT is verhuisd."),
        *("Deze stap is niet nodig.", "U hoeft dit niet te doen.", "Vertel de ouders wat het kind zei."),
        *("Bel eerst de moeder.", "Vraag de ouders of zij het ermee eens zijn.", "Het bestuur denkt mee."),
        *(
            "Dit valt mee.",
            "Dat is geen reden tot zorg.",
            "U bent klaar.",
            "U deed alles goed.",
            "De vader is schuldig.",
        ),
        *("Een tik is geen onveiligheid.", "Kijk het een paar maanden aan.", "Stuur een mail naar thuis."),
        *("Een tik hoort er soms bij.", "U bent te snel.", "Alleen op werkdagen.", "Dan stopt u hier."),
    ],
)
def test_a_text_about_what_may_never_be_weakened_is_to_be_read(tmp_path: Path, text: str) -> None:
    assert "W07:7" in about(tmp_path, overlay(f"{{add: task, step: wegen, id: x, text: {text}}}"))


def test_what_only_the_english_says_is_to_be_read_too(tmp_path: Path) -> None:
    english = "language: en\noperations: {x: {text: Ask your manager first.}}\n"
    assert about(tmp_path, overlay("{add: task, step: wegen, id: x, text: Denk samen na.}"), english) == ["W07:7"]


@pytest.mark.parametrize(
    "text",
    [
        *("Vraag een collega.", "De wachtkamer is open.", "Het nummer staat op 1120 kaarten."),
        *("Bel het team als een gezin hulp wil.", "Schrijf op wat u afsprak.", "Kies samen een dag."),
    ],
)
def test_an_ordinary_text_needs_no_reader(tmp_path: Path, text: str) -> None:
    assert "W07:7" not in about(tmp_path, overlay(f"{{add: task, step: wegen, id: x, text: {text}}}"))


@pytest.mark.parametrize(
    "operation",
    [
        "{change: question, id: veiligheid, help: Denk goed na.}",
        "{change: contact, id: veilig_thuis, note: Een fijn team.}",
        "{change: step, id: wegen, title: Samen kijken}",
        "{change: step, id: wegen, purpose: Samen kijken.}",
        "{change: role, id: ib, text: Kijkt mee.}",
        "{change: term, id: client, text: dader}",
    ],
)
def test_words_beside_or_in_the_place_of_ours_are_to_be_read_whatever_they_say(tmp_path: Path, operation: str) -> None:
    assert "W07:7" in about(tmp_path, overlay(operation))


def test_a_few_things_may_be_hidden_without_a_word_also_when_there_are_only_few(tmp_path: Path) -> None:
    assert about(tmp_path, overlay("{hide: signal, id: kind.bang}")) == []


def test_words_below_ours_and_about_what_an_overlay_added_are_judged_by_what_they_say(tmp_path: Path) -> None:
    contact = "{add: contact, id: team, name: Wijkteam, unverified: nee}"
    changes = (
        "{change: step, id: wegen, guidance: Denk goed na.}",
        "{change: contact, id: team, note: Een fijn team.}",
    )
    assert not [each for each in about(tmp_path, overlay(contact, *changes)) if each.startswith("W07")]


def test_an_owner_that_is_called_veilig_thuis_is_to_be_read(tmp_path: Path) -> None:
    head = HEAD.replace("Gemeente Stad", "Veilig Thuis Nederland")
    assert "W07:1" in about(tmp_path, overlay("{hide: intervention, id: praten}", head=head))


def test_a_name_needs_no_english(tmp_path: Path) -> None:
    contact = "{add: contact, id: team, name: Wijkteam, hours: altijd, verified: 2026-01-02, rules: [meld]}"
    source = HEAD + "sources: {x: {title: Het convenant, verified: 2026-01-02}}\n"
    rule = "{add: rule, rule: {id: r, when: {veiligheid: ja}, because: X., source: x}}"
    english = "language: en\noperations: {r: {rule: {because: X.}}}\n"
    assert about(tmp_path, overlay(contact, rule, head=source), english, fired=frozenset({"r"})) == []


def test_a_rule_that_a_scenario_lets_fire_is_tried(tmp_path: Path) -> None:
    text = overlay("{tighten: rule, id: meld, level: bel_112}", "{tighten: rule, id: signaal, level: overleg}")
    assert about(tmp_path, text, fired=frozenset({"meld"})) == ["W16:8"]


def test_one_answer_that_nothing_names_is_what_is_left(tmp_path: Path) -> None:
    """So are `onbekend` and `niet_nodig`; two others that do the same are a question too many or a rule too few."""
    question = "{add: question, after: gemeld, question: {id: x, ask: X, type: choice, why: X., source: wet, options: "
    rule = "{add: rule, rule: {id: r, when: {x: nee}, because: X.}}"
    fine = overlay(question + "{ja: Ja, nee: Nee, onbekend: O, niet_nodig: N}}}", rule)
    assert not [each for each in about(tmp_path, fine) if each.startswith("W11")]
    wrong = overlay(question + "{ja: Ja, nee: Nee, soms: Soms}}}", rule)
    assert [each for each in about(tmp_path, wrong) if each.startswith("W11")] == ["W11:7"]


@pytest.mark.parametrize("sector", library.sector_ids())
def test_what_is_shipped_is_translated_filled_in_and_asks_for_no_names(sector: str) -> None:
    assert [each for each in of_sector(sector) if each.code in ("W02", "W03", "W04", "W05", "W06", "W08")] == []


def test_every_text_of_a_protocol_is_looked_at() -> None:
    texts = {each.text.nl for each in said.in_protocol(school())}
    for text in (
        "Is het onveilig?",
        "Weet ik niet",
        "Er is geen eten.",
        "Heeft een wond.",
        "Vraag een deskundige.",
        "X",
    ):
        assert (text in texts) is (text != "X")


def test_a_text_stands_where_its_element_stands() -> None:
    place = {each.text.nl: each.place for each in said.in_protocol(school())}
    assert place["Is het gemeld?"].file == "sectors/school/sector.yaml"
    assert place["Is het gemeld?"].line > 20
    assert place["Heeft een wond."] == Place("sectors/school/sector.yaml", 1, 1)


def test_a_review_without_a_day_is_not_judged() -> None:
    assert list(dates.review("", PLACE, TODAY)) == []


def test_a_long_sentence_is_shown_with_its_words() -> None:
    ((sentence, counted, most),) = too_long("Kort. Woord " + " ".join(["woord"] * 25) + ".")
    assert (sentence.split()[0], counted, most) == ("Woord", 26, 25)


def test_an_owner_that_sounds_like_the_state_is_to_be_read(tmp_path: Path) -> None:
    head = HEAD.replace("Gemeente Stad", "Ministerie van Zorg")
    assert about(tmp_path, overlay("{hide: intervention, id: praten}", head=head)) == ["W07:1"]


@pytest.mark.parametrize(
    ("ask", "said_so"),
    [
        ("Is er nu gevaar?", True),
        ("Is er nu geen gevaar?", True),
        ("Is er nu gеvaar?", True),  # noqa: RUF001 - a letter that looks alike
        ("Is er nu iemand thuis?", False),
    ],
)
def test_a_question_in_the_words_of_a_fixed_one_is_seen(tmp_path: Path, ask: str, *, said_so: bool) -> None:
    question = f'{{add: question, after: gemeld, question: {{id: x, ask: "{ask}", type: text, why: X., source: wet}}}}'
    assert ("W23:7" in about(tmp_path, overlay(question))) == said_so


@pytest.mark.parametrize(("before", "said_so"), [("2028-01-03", False), ("2028-01-05", True)])
def test_a_review_is_no_more_than_two_years_away(tmp_path: Path, before: str, *, said_so: bool) -> None:
    head = HEAD + f"reviewed: {{date: 2026-01-02, before: {before}}}\n"
    assert about(tmp_path, overlay("{hide: intervention, id: praten}", head=head)) == ["W22:1"] * said_so


@pytest.mark.parametrize("words", ["Ja", "Jazeker", "Ja, maar niet alleen thuis"])
def test_ordinary_words_of_an_option_are_accepted(tmp_path: Path, words: str) -> None:
    options = f'{{ja: "{words}", nee: Nog niet, onbekend: Geen idee, gemeld: Gemeld, niet_gemeld: Niet gemeld}}'
    question = f"{{add: question, after: gemeld, question: {{id: x, ask: X?, type: choice, options: {options}}}}}"
    assert "W01:7" in about(tmp_path, overlay(question))
