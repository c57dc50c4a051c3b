"""What every shipped protocol must be, whoever wrote it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meldcode.case.answers import judged
from meldcode.case.path import trace
from meldcode.case.values import Value
from meldcode.protocol.condition import Is, reads
from meldcode.protocol.hours import is_open
from meldcode.protocol.library import content_root, directory, protocol, sector_ids
from meldcode.protocol.model import LEVELS, NO_TEXT, Contact, Protocol, Question, Source, Text
from meldcode.protocol.source import Content
from meldcode.protocol.yaml import Map, parse, plain
from meldcode.text import emergency
from tests.protocol.fakes import Answers

SECTORS = sector_ids()
BOUND = [sector for sector in SECTORS if protocol(sector).bound]
MONDAY = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)

FIXED = {
    "direct_gevaar": ("nee", "onbekend", "ja"),
    "vermoeden": ("nee", "onbekend", "ja"),
    "veiligheid": ("nee", "onbekend", "ja"),
    "hulp": ("ja", "onbekend", "nee"),
    "acceptatie": ("ja", "onbekend", "nee"),
    "resultaat": ("ja", "onbekend", "nee"),
    "pleger": ("huiselijke_kring", "beroepskracht", "medeclient", "kind", "onbekend"),
    "kindcheck": ("niet_nodig", "veilig", "onbekend", "zorgen"),
    "gesprek": ("gevoerd", "uitgesteld", "niet_gevoerd"),
    "gesprek_reden": ("veiligheid", "onbereikbaar", "ander"),
    "aankondiging": ("ja", "nee_veiligheid", "nee"),
    "besluit": LEVELS,
}
"""Questions with the same options in every protocol (the table of fixed ids)."""

CONSULTS = ("collega", "vt_advies", "deskundige")
"""`ja`, `nee`; a sector may add `niet_nodig`."""

TYPES = {
    "betrokkenen": "people",
    "thema": "multi",
    "signalen": "signals",
    "besluit": "choice",
    "afwijking_reden": "text",
}

RISING = ("direct_gevaar", "vermoeden", "veiligheid", "hulp", "acceptatie", "resultaat")

LOCKED = (*FIXED, "collega", "deskundige", "betrokkenen", "thema", "afwijking_reden")

FLAGS = (
    *("gesprek_ontbreekt", "collega_niet_geraadpleegd", "veilig_thuis_niet_geraadpleegd", "kindcheck_ontbreekt"),
    *("aankondiging_ontbreekt", "lager_dan_advies"),
)

UNSAFE = ("eer", "huwelijksdwang", "achterlating", "vgv")
"""Themes in which telling the family can be deadly."""


def texts(value: object, where: str = "") -> Iterator[tuple[str, Text]]:
    """Every text in a value, with the way to it."""
    if isinstance(value, Text):
        if value != NO_TEXT:
            yield where, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from texts(item, f"{where}/{key}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from texts(item, f"{where}/{getattr(item, 'id', number)}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), f"{where}/{field.name}")


def all_texts(sector: str) -> list[tuple[str, Text]]:
    found = [*texts(protocol(sector)), *texts(directory(), "/directory")]
    assert len(found) > 200
    return found


@pytest.mark.parametrize("sector", SECTORS)
def test_every_text_has_english(sector: str) -> None:
    assert [where for where, text in all_texts(sector) if text.en is None] == []


def originals() -> list[Path]:
    """Every shipped file that holds Dutch."""
    return [path for path in shipped() if not is_translation(path)]


def shipped() -> list[Path]:
    return sorted(path for folder in ("protocols", "sectors") for path in (content_root() / folder).rglob("*.yaml"))


def is_translation(path: Path) -> bool:
    """A Dutch name may end in these letters too: ouderen.yaml."""
    return path.name == "en.yaml" or path.name.endswith(".en.yaml")


def sources_of(path: Path) -> dict[str, dict[str, str]]:
    root = parse(path.read_bytes(), path.name)
    sources = root.entries.get("sources") if isinstance(root, Map) else None
    given = plain(sources) if sources is not None else {}
    assert isinstance(given, dict)
    return given


def test_every_source_has_its_english_in_the_file_beside_it() -> None:
    """File by file: in a whole protocol one source hides another with the same id."""
    for path in originals():
        beside = path.with_name("en.yaml") if path.stem in ("protocol", "sector") else path.with_suffix(".en.yaml")
        english = sources_of(beside)
        for name, source in sources_of(path).items():
            assert {"title", "note", "unverified"} & set(source) <= set(english.get(name, {})), (path.name, name)


def test_an_article_can_be_read_in_both_languages() -> None:
    """It has no English of its own, so it holds names of laws and numbers, and no words."""
    articles = [source.get("article", "") for path in originals() for source in sources_of(path).values()]
    assert any(articles)
    assert [each for each in articles if set(re.findall("[a-z]{2,}", each)) - {"art"}] == []


@pytest.mark.parametrize("sector", SECTORS)
def test_no_text_is_empty_in_one_language(sector: str) -> None:
    texts_in_both = [(where, (text.nl, text.nl if text.en is None else text.en)) for where, text in all_texts(sector)]
    assert [where for where, both in texts_in_both if not all(text.strip() for text in both)] == []


@pytest.mark.parametrize("sector", SECTORS)
def test_nothing_is_shouted_and_no_marks_are_left(sector: str) -> None:
    found = all_texts(sector)
    assert [where for where, text in found if "!" in text.nl + (text.en or "")] == []
    assert [
        where for where, text in found if any(mark in text.nl + (text.en or "") for mark in ("**", "TODO", "{", "}"))
    ] == []


@pytest.mark.parametrize("sector", SECTORS)
def test_labels_and_titles_of_levels_are_short(sector: str) -> None:
    one = protocol(sector)
    labels = [question.label for question in one.questions.values()]
    assert [label for label in labels if max(len(label.nl), len(label.en or "")) > 40] == []
    titles = [
        one.level_text(level, route).title for level in LEVELS for route in ("", *(each.id for each in one.routes))
    ]
    assert [title for title in titles if max(len(title.nl), len(title.en or "")) > 60] == []


@pytest.mark.parametrize("sector", SECTORS)
def test_every_statement_names_a_source_that_exists(sector: str) -> None:
    one = protocol(sector)
    assert {rule.source for rule in one.rules} <= set(one.sources)
    assert {flag.source for flag in one.flags} <= set(one.sources)
    assert {definition.source for definition in one.definitions.values()} <= set(one.sources)
    assert {signal.source for each in one.signal_lists.values() for signal in each.signals} <= set(one.sources)
    assert {contact.source for contact in one.contacts.values()} <= set(one.sources)


@pytest.mark.parametrize("sector", SECTORS)
def test_every_source_was_read_on_a_day_or_says_why_not(sector: str) -> None:
    def told(thing: Source | Contact) -> bool:
        return bool(thing.verified) != bool(thing.unverified.nl.strip())

    one = protocol(sector)
    assert [source.id for source in one.sources.values() if not told(source)] == []
    assert [contact.id for contact in one.contacts.values() if not told(contact)] == []


def test_the_same_source_id_is_the_same_page_everywhere() -> None:
    """Sources of themes, lists and contacts come together in one protocol: an id used for two pages would misquote."""
    pages: dict[str, set[tuple[str, str]]] = {}
    for path in originals():
        if path.is_relative_to(content_root() / "protocols"):
            for name, source in sources_of(path).items():
                pages.setdefault(name, set()).add((source.get("url", ""), source.get("article", "")))
    assert len(pages) > 50
    assert {name: found for name, found in pages.items() if len(found) > 1} == {}


@pytest.mark.parametrize("sector", SECTORS)
def test_fixed_questions_have_exactly_their_options(sector: str) -> None:
    one = protocol(sector)
    held = [name for name in FIXED if name in one.questions or one.bound]
    options = {name: tuple(option.id for option in one.questions[name].options) for name in held}
    assert options == {name: FIXED[name] for name in held}
    assert [name for name in held if one.questions[name].rising != (name in RISING)] == []


@pytest.mark.parametrize("sector", SECTORS)
def test_consults_are_yes_or_no(sector: str) -> None:
    one = protocol(sector)
    held = [name for name in CONSULTS if name in one.questions or one.bound]
    options = {name: tuple(option.id for option in one.questions[name].options) for name in held}
    assert set(options.values()) <= {("ja", "nee"), ("ja", "nee", "niet_nodig")}, options


@pytest.mark.parametrize("sector", BOUND)
def test_fixed_questions_are_there_with_their_types_and_locked(sector: str) -> None:
    questions = protocol(sector).questions
    assert {name: questions[name].type for name in TYPES} == TYPES
    assert [name for name in LOCKED if not questions[name].locked] == []


@pytest.mark.parametrize("sector", BOUND)
def test_fixed_flags_are_there(sector: str) -> None:
    assert set(FLAGS) <= {flag.id for flag in protocol(sector).flags}


@pytest.mark.parametrize("sector", BOUND)
def test_the_five_statutory_steps_are_there_in_order(sector: str) -> None:
    """I-06."""
    assert [step.number for step in protocol(sector).steps if step.number] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("sector", SECTORS)
def test_every_question_is_placed_once_in_each_route(sector: str) -> None:
    one = protocol(sector)
    for route in ("huiselijke_kring", *(each.id for each in one.routes)):
        placed = [name for step in one.steps if step.route in ("alle", route) for name in step.questions]
        assert len(placed) == len(set(placed)), route
    assert {name for step in one.steps for name in step.questions} == set(one.questions)


def ordinary(question: Question) -> object:
    """An answer that leads the long way: a suspicion, no acute danger, help that is accepted and works."""
    match question.type:
        case "choice":
            options = [option.id for option in question.options]
            told = {"vermoeden": "ja", "gesprek": "gevoerd", "kindcheck": "zorgen", "besluit": "volgen"}
            return told.get(question.id, "ja" if "ja" in options and not question.rising else options[0])
        case "people":
            return [{"role": "client", "age": 34, "client": "ja"}, {"role": "kind", "age": 4}]
        case "date":
            return "2026-12-01"
        case "number":
            return 1
        case "text":
            return "Kort verslag."
        case _:
            return []


def ordinary_walk(one: Protocol) -> dict[str, Value]:
    """Answer each next open question, as the wizard asks them."""
    answers: dict[str, Value] = {}
    while left := [name for name in trace(one, answers).reached if name not in answers]:
        answers[left[0]] = judged(one, one.questions[left[0]], ordinary(one.questions[left[0]]))
    return answers


@pytest.mark.parametrize("sector", SECTORS)
def test_an_ordinary_path_asks_at_most_25_questions(sector: str) -> None:
    one = protocol(sector)
    path = trace(one, ordinary_walk(one))
    assert path.missing == ()
    assert len([name for name in path.reached if one.questions[name].required]) <= 25


@pytest.mark.parametrize("sector", SECTORS)
def test_nobody_is_informed_where_that_can_be_deadly(sector: str) -> None:
    """I-08: with the theme ticked the action is closed for certain, whatever else is answered or not."""
    for action in protocol(sector).actions.values():
        if action.informs:
            assert action.when is not None
            judged_so = {theme: action.when.judge(Answers({"thema": (theme,)})) for theme in UNSAFE}
            assert judged_so == dict.fromkeys(UNSAFE, False), action.id


TOLD = {"thema": (), "direct_gevaar": "nee", "gesprek": "gevoerd", "aankondiging": "ja", "vt_advies": "ja"}

DANGERS: list[dict[str, object]] = [
    {"direct_gevaar": "ja"},
    {"direct_gevaar": "onbekend"},
    {"gesprek": "niet_gevoerd", "gesprek_reden": "veiligheid"},
    {"gesprek": "uitgesteld"},
    {"aankondiging": "nee_veiligheid"},
]


@pytest.mark.parametrize("sector", SECTORS)
def test_nobody_is_informed_when_the_answers_say_it_is_not_safe(sector: str) -> None:
    for action in protocol(sector).actions.values():
        if action.informs:
            assert action.when is not None
            told = [danger for danger in DANGERS if action.when.judge(Answers({**TOLD, **danger}))]
            assert told == [], action.id


@pytest.mark.parametrize("sector", BOUND)
def test_somebody_is_informed_when_it_is_safe(sector: str) -> None:
    """Openness is the rule: an action that is always closed would pass every test above."""
    open_ones = [
        action.id
        for action in protocol(sector).actions.values()
        if action.informs and action.when is not None and action.when.judge(Answers(TOLD)) is True
    ]
    assert open_ones


@pytest.mark.parametrize("sector", SECTORS)
def test_unsafe_themes_are_there_and_forbid_the_talk(sector: str) -> None:
    themes = protocol(sector).themes
    if "thema" in protocol(sector).questions:
        assert [themes[name].talk_safe for name in UNSAFE] == ["nee"] * len(UNSAFE)
        assert all(themes[name].consult_required for name in UNSAFE)


@pytest.mark.parametrize("sector", SECTORS)
def test_free_text_and_dates_steer_nothing(sector: str) -> None:
    """Only whether they were answered may count."""
    one = protocol(sector)
    free = {question.id for question in one.questions.values() if question.type in ("text", "date")}
    steering = {name for rule in one.rules if rule.level for name in reads(rule.when)}
    assert free & steering == set()


def test_hours_can_be_read() -> None:
    for contact in directory().contacts.values():
        assert is_open(contact.hours, MONDAY) in (True, False, None), contact.id


def test_a_contact_with_unknown_hours_says_so() -> None:
    silent = [contact for contact in directory().contacts.values() if contact.hours == "onbekend"]
    assert len(silent) > 5
    assert [contact.id for contact in silent if "openingstijden" not in contact.note.nl] == []


NUMBER = re.compile(r"(?<![\w-])(?:0\d{2,3}-\d{4,7}|\+31[ \d]+\d)")
"""Dutch telephone numbers as these files write them."""


@pytest.mark.parametrize("sector", SECTORS)
def test_no_text_names_a_number_that_no_contact_has(sector: str) -> None:
    held = directory().contacts.values()
    known = {number for each in held for number in (each.phone, *NUMBER.findall(each.channel.nl + each.unverified.nl))}
    given = [(where, n) for where, text in all_texts(sector) for n in NUMBER.findall(f"{text.nl} {text.en or ''}")]
    assert len(given) > 50
    assert [(where, number) for where, number in given if number not in known] == []


def test_contacts_name_themes_that_exist_and_can_be_reached() -> None:
    themes = set(protocol("algemeen").themes)
    for contact in directory().contacts.values():
        assert set(contact.themes) <= themes, contact.id
        assert contact.phone or contact.channel.nl or contact.url, contact.id


def test_the_emergency_numbers_are_those_of_the_contacts() -> None:
    """`meldcode 112` works without any content file, so its numbers stand in the code."""
    contacts = directory().contacts
    danger, advice = contacts["alarmnummer"].phone, contacts["veilig_thuis"].phone
    suicide = contacts["zelfmoordpreventie"]
    assert (danger, advice, suicide.phone) == ("112", "0800-2000", "113")
    for language in (0, 1):
        assert danger in emergency.LINE[language]
        assert advice in emergency.LINE[language]
        assert danger in emergency.TEXTS["danger"][language]
        assert advice in emergency.TEXTS["advice"][language]
        assert suicide.phone in emergency.TEXTS["suicide"][language]
        assert "0800-0113" in emergency.TEXTS["suicide"][language]
    assert "0800-0113" in suicide.channel.nl
    assert contacts["alarmnummer"].hours == contacts["veilig_thuis"].hours == suicide.hours == "altijd"


@pytest.mark.parametrize("sector", SECTORS)
def test_direct_danger_is_asked_first_and_leads_to_112(sector: str) -> None:
    one = protocol(sector)
    assert one.steps[0].questions[0] == "direct_gevaar"
    assert one.steps[0].route == "alle"
    assert one.questions["direct_gevaar"].when is None
    rules = [rule for rule in one.rules if rule.when == Is("direct_gevaar", ("ja",)) and rule.level == "bel_112"]
    assert rules
    assert "alarmnummer" in rules[0].contacts


def test_every_scenario_can_be_read() -> None:
    content = Content(content_root())
    for sector in SECTORS[1:]:
        names = [scenario.scenario for scenario in content.scenarios(sector)]
        assert names, sector
        assert len(names) == len(set(names))
        assert {scenario.sector for scenario in content.scenarios(sector)} == {sector}


def test_every_translation_stands_beside_a_file() -> None:
    for path in filter(is_translation, shipped()):
        names = ("protocol.yaml", "sector.yaml") if path.name == "en.yaml" else (path.name.replace(".en.", "."),)
        assert any(Path(path.parent, name).is_file() for name in names), path
