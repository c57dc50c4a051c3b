"""What two protocols say differently is told element by element, key by key, and nothing that differs is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meldcode.protocol import codec
from meldcode.protocol.condition import Is
from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import Item, Protocol, Text
from meldcode.protocol.textual import Added, Changed, Removed, edits
from tests.prove.mutants import mutants, with_question, with_rule
from tests.prove.shipped import SECTORS, protocol_of

OLD = protocol_of("onderwijs")
QUESTION = OLD.questions["veiligheid"]


@pytest.mark.parametrize("sector", SECTORS)
def test_a_protocol_says_the_same_as_itself(sector: str) -> None:
    assert edits(protocol_of(sector), protocol_of(sector)) == ()


def test_a_text_is_told_in_the_language_in_which_it_changed() -> None:
    assert edits(OLD, with_question(OLD, replace(QUESTION, ask=Text("Nieuw?", QUESTION.ask.en)))) == (
        Changed("question", "veiligheid", "ask", QUESTION.ask.nl, "Nieuw?"),
    )
    assert edits(OLD, with_question(OLD, replace(QUESTION, ask=Text(QUESTION.ask.nl, "New?")))) == (
        Changed("question", "veiligheid", "ask.en", QUESTION.ask.en, "New?"),
    )


def test_what_is_inside_an_element_that_came_or_went_is_not_told_apart() -> None:
    extra = replace(QUESTION, id="sisa", ask=Text("Staat het kind in SISA?"), label=Text("SISA"))
    new = with_question(OLD, extra)
    assert edits(OLD, new) == (Added("question", "sisa", Text("Staat het kind in SISA?")),)
    assert edits(new, OLD) == (Removed("question", "sisa", Text("Staat het kind in SISA?")),)


def test_an_option_has_a_name_in_its_question() -> None:
    more = Item("deels", Text("Voor een deel"))
    new = with_question(OLD, replace(QUESTION, options=(*QUESTION.options, more)))
    assert edits(OLD, new) == (Added("option", "veiligheid.deels", more.text),)


def test_options_that_change_places_are_told() -> None:
    new = with_question(OLD, replace(QUESTION, options=QUESTION.options[::-1]))
    ids = tuple(option.id for option in QUESTION.options)
    assert edits(OLD, new) == (Changed("question", "veiligheid", "options", ids, ids[::-1]),)


def test_a_condition_is_told_as_a_condition() -> None:
    rule, when = OLD.rules[0], Is("vermoeden", ("ja",))
    assert edits(OLD, with_rule(OLD, rule, replace(rule, when=when))) == (
        Changed("rule", rule.id, "when", rule.when, when),
    )


def test_where_something_stands_and_which_version_it_is_of_are_no_difference() -> None:
    moved = with_question(OLD, replace(QUESTION, origin=Place("elders.yaml", 1, 1)))
    assert edits(OLD, replace(moved, version="9.9.9", digest="sha256:0")) == ()


def test_whatever_changes_the_digest_is_told() -> None:
    for name, new in list(mutants(OLD))[::41]:
        assert bool(edits(OLD, new)) == (codec.digest(new) != OLD.digest), name


@pytest.mark.parametrize("field", ["title", "for_whom", "decides", "bound", "retention", "expertise"])
def test_a_change_of_the_protocol_itself_is_told(field: str) -> None:
    other: Protocol = protocol_of("zorg-arts" if field != "bound" else "sport")
    found = edits(OLD, replace(OLD, **{field: getattr(other, field)}))
    assert found
    assert all(isinstance(edit, Changed) and (edit.kind, edit.id) == ("protocol", "") for edit in found)
    assert all(isinstance(edit, Changed) and edit.key.split(".")[0] == field for edit in found)
