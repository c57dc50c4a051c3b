"""Every condition in words, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from meldcode.protocol.condition import (
    FACTS,
    SEVERITIES,
    All,
    Answered,
    Any,
    AtLeast,
    BelowAdvice,
    Condition,
    Is,
    Not,
    YoungerThan,
    leaves,
)
from meldcode.protocol.language import Language
from meldcode.protocol.library import protocol, sector_ids
from meldcode.protocol.model import Protocol
from meldcode.protocol.sentence import sentence
from tests.protocol import small

LANGUAGES: tuple[Language, ...] = ("nl", "en")

DANGER = Is("direct_gevaar", ("ja",))
UNSAFE = Is("veiligheid", ("ja", "onbekend"))

EXACT = [
    (DANGER, "“Gevaar” is “Ja”", "“Danger” is “Yes”"),
    (UNSAFE, "“Onveiligheid” is “Ja” of “Weet ik niet”", "“Onveiligheid” is “Ja” or “Weet ik niet”"),
    (Not(DANGER), "“Gevaar” is niet “Ja”", "“Danger” is not “Yes”"),
    (Answered("gesprek"), "“Gesprek” is beantwoord", "“Gesprek” has been answered"),
    (Not(Answered("gesprek")), "“Gesprek” is niet beantwoord", "“Gesprek” has not been answered"),
    (AtLeast("signalen", 2), "bij “Signalen” is ten minste 2 gekozen", "at least 2 chosen at “Signalen”"),
    (
        AtLeast("signalen", 1, "hoog"),
        "bij “Signalen” is iets vastgelegd dat hoog weegt of zwaarder",
        "“Signalen” holds something weighing high or more",
    ),
    (
        YoungerThan("jongste_leeftijd", 12),
        "“leeftijd van de jongste” is onder 12 jaar",
        "“age of the youngest” is under 12 years",
    ),
    (BelowAdvice("besluit"), "“Besluit” is lager dan het advies", "“Besluit” is below the advice"),
    (
        All((DANGER, Any((Answered("gesprek"), Not(UNSAFE))))),
        "“Gevaar” is “Ja” en (“Gesprek” is beantwoord of “Onveiligheid” is niet “Ja” of “Weet ik niet”)",
        "“Danger” is “Yes” and (“Gesprek” has been answered or “Onveiligheid” is not “Ja” or “Weet ik niet”)",
    ),
    (
        Any((DANGER, All((DANGER, Answered("gesprek"))))),
        "“Gevaar” is “Ja” of (“Gevaar” is “Ja” en “Gesprek” is beantwoord)",
        "“Danger” is “Yes” or (“Danger” is “Yes” and “Gesprek” has been answered)",
    ),
    (
        Not(All((DANGER, Answered("gesprek")))),
        "niet (“Gevaar” is “Ja” en “Gesprek” is beantwoord)",
        "not (“Danger” is “Yes” and “Gesprek” has been answered)",
    ),
    (Is("minderjarige", ("ja",)), "“er is een minderjarige” is “ja”", "“there is a minor” is “yes”"),
    (Is("signalen", ("kind.bang",)), "“Signalen” is “Is bang.”", "“Signalen” is “Is bang.”"),
    (Is("thema", ("eer",)), "“Vormen” is “Eer”", "“Vormen” is “Eer”"),
]


@pytest.mark.parametrize(("condition", "dutch", "english"), EXACT)
def test_a_condition_reads_as_a_sentence(condition: Condition, dutch: str, english: str, tmp_path: Path) -> None:
    school = small.resolved(tmp_path)
    assert sentence(school, condition, "nl") == dutch
    assert sentence(school, condition, "en") == english


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_has_words(name: str, tmp_path: Path) -> None:
    school = small.resolved(tmp_path)
    for language in LANGUAGES:
        said = sentence(school, Is(name, ("ja",)), language)
        assert said
        assert "_" not in said


@pytest.mark.parametrize("severity", SEVERITIES)
def test_every_severity_has_words(severity: str, tmp_path: Path) -> None:
    school = small.resolved(tmp_path)
    assert sentence(school, AtLeast("signalen", 1, severity), "nl")
    assert sentence(school, AtLeast("signalen", 1, severity), "en")


def conditions(one: Protocol) -> Iterator[Condition]:
    """Every condition of a protocol."""
    yield from (rule.when for rule in one.rules)
    yield from (flag.when for flag in one.flags)
    yield from (route.when for route in one.routes)
    yield from (action.when for action in one.actions.values() if action.when is not None)
    yield from (question.when for question in one.questions.values() if question.when is not None)
    yield from (question.waits.when for question in one.questions.values() if question.waits is not None)


def known(one: Protocol, language: Language) -> set[str]:
    """Every text that a sentence may put in quotes."""
    labels = {question.label.to(language) for question in one.questions.values()}
    options = {option.text.to(language) for question in one.questions.values() for option in question.options}
    facts = {quoted for name in FACTS for quoted in quotes(sentence(one, YoungerThan(name, 1), language))}
    return labels | options | facts | ({"ja", "nee"} if language == "nl" else {"yes", "no"})


def quotes(text: str) -> list[str]:
    return re.findall("“([^”]*)”", text)


@pytest.mark.parametrize("sector", sector_ids())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_condition_reads_as_a_sentence_without_ids(sector: str, language: Language) -> None:
    one = protocol(sector)
    texts = known(one, language)
    for condition in conditions(one):
        said = sentence(one, condition, language)
        assert not re.search(r"[{}_]", said), said
        assert set(quotes(said)) <= texts, said
        assert len(quotes(said)) >= len(list(leaves(condition))), said
