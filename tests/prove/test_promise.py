"""A version number promises what changed: words, something added, something weakened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meldcode.protocol.model import LEVELS, Overlay, Text
from meldcode.protocol.textual import edits
from meldcode.prove.difference import difference
from meldcode.prove.promise import Step, needed, promised
from tests.prove.mutants import mutants, with_flag, with_question, with_rule
from tests.prove.shipped import protocol_of

OLD = protocol_of("onderwijs")
QUESTION = OLD.questions["veiligheid"]
RULE = next(rule for rule in OLD.rules if rule.level == "overleg")


def asked_by(new: object) -> Step:
    assert isinstance(new, type(OLD))
    return needed(edits(OLD, new), difference(OLD, new).situations, OLD.actions)


def test_nothing_changed_asks_for_nothing() -> None:
    assert asked_by(replace(OLD, version="9.9.9", digest="sha256:0")) == "none"


def test_other_words_are_a_patch() -> None:
    assert asked_by(with_question(OLD, replace(QUESTION, help=Text("Anders.", "Different.")))) == "patch"


def test_another_phone_number_is_a_patch() -> None:
    contact = replace(OLD.contacts["slachtofferhulp"], phone="088-0000000")
    assert asked_by(replace(OLD, contacts={**OLD.contacts, contact.id: contact})) == "patch"


def test_what_is_added_is_minor() -> None:
    extra = replace(OLD.contacts["slachtofferhulp"], id="buurtteam")
    assert asked_by(replace(OLD, contacts={**OLD.contacts, extra.id: extra})) == "minor"


def test_a_level_that_rises_is_minor() -> None:
    assert asked_by(with_rule(OLD, RULE, replace(RULE, level="melden"))) == "minor"


def test_a_level_that_falls_is_major() -> None:
    reporting = next(rule for rule in OLD.rules if rule.id == "hulp_werkt_niet")
    assert asked_by(with_rule(OLD, reporting, replace(reporting, level="overleg"))) == "major"


def test_a_flag_or_an_option_that_goes_is_major() -> None:
    assert asked_by(with_flag(OLD, OLD.flags[0], None)) == "major"
    assert asked_by(with_question(OLD, replace(QUESTION, options=QUESTION.options[:-1]))) == "major"


def test_a_lock_that_is_lifted_is_major_and_one_that_is_set_is_minor() -> None:
    free = with_question(OLD, replace(QUESTION, locked=False))
    assert asked_by(free) == "major"
    assert needed(edits(free, OLD), (), OLD.actions) == "minor"


def test_an_informing_action_that_closes_is_no_weakening() -> None:
    closed = replace(OLD.actions["informeer_betrokkenen"], when=OLD.flags[0].when)
    assert asked_by(replace(OLD, actions={**OLD.actions, closed.id: closed})) == "minor"


def test_no_change_that_lowers_a_level_is_less_than_major() -> None:
    for name, new in list(mutants(OLD))[::197]:
        situations = difference(OLD, new).situations
        falls = [each for each in situations if each.about == "level" and rank(each.after) < rank(each.before)]
        asked = needed(edits(OLD, new), situations, OLD.actions)
        assert not falls or asked == "major", name
        assert not situations or asked in ("minor", "major"), name


def rank(level: str) -> int:
    return LEVELS.index(level)


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        ("1.2.3", "1.2.3", "none"),
        ("1.2.3", "1.2.4", "patch"),
        ("1.2.9", "1.2.10", "patch"),
        ("1.2.3", "1.3.0", "minor"),
        ("1.9.3", "2.0.0", "major"),
        ("1.2.3", "1.2.2", "none"),
        ("2.0.0", "1.9.9", "none"),
    ],
)
def test_a_version_promises_the_first_number_that_rises(before: str, after: str, step: str) -> None:
    assert promised(replace(OLD, version=before), replace(OLD, version=after)) == step


def test_the_version_of_an_overlay_promises_as_well() -> None:
    first, second = (replace(OLD, overlays=(Overlay("gemeente", each, "Gemeente", ""),)) for each in ("1.0.0", "1.1.0"))
    assert promised(first, second) == "minor"


def test_what_is_not_two_releases_of_one_thing_promises_nothing() -> None:
    assert promised(OLD, protocol_of("zorg-arts")) is None
    assert promised(OLD, replace(OLD, overlays=(Overlay("gemeente", "1.0.0", "Gemeente", ""),))) is None
