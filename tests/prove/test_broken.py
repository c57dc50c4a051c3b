"""One careless edit each, and the invariant that catches it, with answers that show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from meldcode.case.answers import judged
from meldcode.case.path import trace
from meldcode.protocol.condition import All, Answered, Is, Not
from meldcode.protocol.model import Item, Protocol, Source, Text
from meldcode.prove.proof import prove
from meldcode.text import LANGUAGES, say
from meldcode.text.proof import TEXTS
from tests.prove.mutants import with_flag, with_question, with_rule
from tests.prove.shipped import protocol_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from meldcode.case.values import Plain
    from meldcode.protocol.condition import Condition
    from meldcode.prove.report import Counterexample

Edit = Callable[[Protocol], Protocol]

SOUND = "algemeen"


def rule(name: str, **fields: object) -> Edit:
    """Change these fields of a rule; without any, drop it."""

    def edit(protocol: Protocol) -> Protocol:
        old = next(each for each in protocol.rules if each.id == name)
        return with_rule(protocol, old, replace(old, **fields) if fields else None)  # type: ignore[arg-type]

    return edit


def question(name: str, **fields: object) -> Edit:
    return lambda protocol: with_question(protocol, replace(protocol.questions[name], **fields))  # type: ignore[arg-type]


def narrowed(name: str, when: Condition) -> Edit:
    """Ask a question only on one more condition."""

    def edit(protocol: Protocol) -> Protocol:
        old = protocol.questions[name]
        return with_question(protocol, replace(old, when=All((old.when, when)) if old.when else when))

    return edit


def options(name: str, *ids: str) -> Edit:
    return question(name, options=tuple(Item(option, Text(option)) for option in ids))


def flag_dropped(name: str) -> Edit:
    return lambda protocol: with_flag(protocol, next(each for each in protocol.flags if each.id == name), None)


def flag_when(name: str, when: Condition) -> Edit:
    def edit(protocol: Protocol) -> Protocol:
        old = next(each for each in protocol.flags if each.id == name)
        return with_flag(protocol, old, replace(old, when=when))

    return edit


def action(name: str, **fields: object) -> Edit:
    def edit(protocol: Protocol) -> Protocol:
        edited = replace(protocol.actions[name], **fields)  # type: ignore[arg-type]
        return replace(protocol, actions={**protocol.actions, name: edited})

    return edit


def source(name: str, edited: Source | None) -> Edit:
    def edit(protocol: Protocol) -> Protocol:
        others = {each: value for each, value in protocol.sources.items() if each != name}
        return replace(protocol, sources=others | ({name: edited} if edited else {}))

    return edit


def steps(*order: int) -> Edit:
    return lambda protocol: replace(protocol, steps=tuple(protocol.steps[at] for at in order))


def without(*names: str) -> Edit:
    """Take questions out of the protocol altogether."""

    def edit(protocol: Protocol) -> Protocol:
        kept = {name: each for name, each in protocol.questions.items() if name not in names}
        walked = (replace(step, questions=tuple(n for n in step.questions if n in kept)) for step in protocol.steps)
        return replace(protocol, questions=kept, steps=tuple(walked))

    return edit


def together(*edits: Edit) -> Edit:
    def edit(protocol: Protocol) -> Protocol:
        for each in edits:
            protocol = each(protocol)
        return protocol

    return edit


def second_question_first(protocol: Protocol) -> Protocol:
    first = protocol.steps[0]
    turned = replace(first, questions=(first.questions[1], first.questions[0], *first.questions[2:]))
    return replace(protocol, steps=(turned, *protocol.steps[1:]))


TALK = ("gesprek", "gesprek_datum", "gesprek_reden", "gesprek_verslag")

TALK_SKIPPED = together(*(narrowed(name, Not(Is("direct_gevaar", ("ja",)))) for name in TALK))

WEIGHING = ("veiligheid", "hulp", "acceptatie", "resultaat")

DOUBT_IS_NO_SUSPICION = together(
    rule("geen_vermoeden", when=Is("vermoeden", ("nee", "onbekend"))),
    *(
        narrowed(name, Not(Is("vermoeden", ("onbekend",))))
        for name in ("veiligheid", "hulp", "acceptatie", "resultaat")
    ),
)

BROKEN: dict[str, tuple[str, str, Edit]] = {
    "danger now gives no more than a report": ("I-01", "P01", rule("gevaar_nu", level="melden")),
    "doubt about danger gives nothing": ("I-01", "P01", rule("gevaar_onbekend")),
    "nobody can say that there is danger": ("I-01", "P31", options("direct_gevaar", "nee", "onbekend")),
    "unsafety gives no report": ("I-02", "P01", rule("onveilig")),
    "unsafety gives a report only in direct danger": (
        "I-02",
        "P01",
        rule("onveilig", when=All((Is("veiligheid", ("ja",)), Is("direct_gevaar", ("ja",))))),
    ),
    "unsafety can't be answered": ("I-02", "P31", options("veiligheid", "nee", "onbekend")),
    "no help gives advice only": ("I-03", "P01", rule("geen_hulp", level="overleg")),
    "refused help gives nothing": ("I-03", "P01", rule("niet_aanvaard")),
    "help that does not work gives nothing": ("I-03", "P01", rule("hulp_werkt_niet")),
    "a bound sector without a question of the base": ("I-03", "P30", without("acceptatie")),
    "help that works is more urgent than help that is not known to": (
        "I-04",
        "P02",
        rule("hulp_werkt", level="overleg"),
    ),
    "danger of a text": ("I-04", "P03", question("weging", rising=True)),
    "answers about danger turned round": ("I-04", "P33", options("veiligheid", "ja", "onbekend", "nee")),
    "answers about danger without an order": ("I-04", "P33", question("veiligheid", rising=False)),
    "not knowing is safer than the safest": ("I-05", "P04", rule("hulp_werkt", level="overleg")),
    "no answer is safer than the safest": ("I-05", "P05", rule("hulp_werkt", level="overleg")),
    "an open question about danger can be passed over": ("I-05", "P06", question("veiligheid", required=False)),
    "another question than the result may wait": (
        "I-05",
        "P06",
        lambda p: question("hulp", waits=p.questions["resultaat"].waits)(p),
    ),
    "doubt about help is no doubt": ("I-05", "P01", rule("twijfel_hulp", level="hulp")),
    "doubt about the suspicion closes the case": ("I-05", "P01", DOUBT_IS_NO_SUSPICION),
    "doubt about the suspicion is weighed no further": (
        "I-05",
        "P34",
        narrowed("veiligheid", Not(Is("vermoeden", ("onbekend",)))),
    ),
    "a step is gone": ("I-06", "P07", steps(0, 1, 3, 4)),
    "two steps change places": ("I-06", "P07", steps(0, 1, 3, 2, 4)),
    "danger is not the first question": ("I-06", "P08", second_question_first),
    "danger has a guard": ("I-06", "P08", question("direct_gevaar", when=Answered("betrokkenen"))),
    "danger ends the case": ("I-06", "P09", narrowed("gesprek", Not(Is("direct_gevaar", ("ja",))))),
    "danger skips a step": (
        "I-06",
        "P10",
        TALK_SKIPPED,
    ),
    "no reason is asked for a talk that was not held": (
        "I-06",
        "P11",
        together(narrowed("gesprek_reden", Is("collega", ("nee",))), flag_dropped("gesprek_ontbreekt")),
    ),
    "nobody is told that no colleague was asked": ("I-07", "P12", flag_dropped("collega_niet_geraadpleegd")),
    "a colleague counts as asked in doubt": (
        "I-07",
        "P12",
        flag_when("collega_niet_geraadpleegd", All((Is("collega", ("nee",)), Is("vermoeden", ("ja",))))),
    ),
    "what informs is open to all": ("I-08", "P13", action("informeer_betrokkenen", when=None)),
    "another action informs": ("I-08", "P13", action("bel_veilig_thuis", informs=True)),
    "the child check only with children named": ("I-09", "P14", narrowed("kindcheck", Is("minderjarige", ("ja",)))),
    "a bound sector without the child check": ("I-09", "P30", without("kindcheck")),
    "no rule for help that goes on": ("I-10", "P15", rule("hulp_loopt")),
    "a rule that can't hold": (
        "I-10",
        "P16",
        rule("hulp_loopt", when=All((Is("hulp", ("ja",)), Is("hulp", ("nee",))))),
    ),
    "a rule about a question that is then not asked": (
        "I-10",
        "P16",
        rule("hulp_loopt", when=All((Is("hulp", ("ja",)), Is("vermoeden", ("nee",))))),
    ),
    "a flag that can't be raised": ("I-10", "P17", flag_when("gesprek_ontbreekt", Is("hulp", ("misschien",)))),
    "an action that no rule names": ("I-10", "P18", rule("hulp_werkt", actions=())),
    "a question that is never asked": (
        "I-10",
        "P19",
        narrowed("weging", All((Answered("collega"), Not(Answered("collega"))))),
    ),
    "a question that is asked only while another is left open": (
        "I-10",
        "P19",
        narrowed("weging", All((Is("collega", ("ja",)), Is("collega", ("nee",))))),
    ),
    "a decision that is no level": ("I-10", "P20", options("besluit", "melden", "afwachten")),
    "a guard that reads what comes later": ("I-10", "P21", narrowed("collega", Not(Is("vermoeden", ("nee",))))),
    "a choice of nothing": ("I-10", "P22", options("vt_advies")),
    "an option twice": ("I-10", "P23", options("vt_advies", "ja", "nee", "nee")),
    "a wait for a date that is not asked": ("I-10", "P24", narrowed("evaluatie", Not(Is("acceptatie", ("onbekend",))))),
    "a source that does not exist": ("I-12", "P28", source("nji_afweging", None)),
    "a source nobody read or excused": ("I-12", "P29", source("nji_afweging", Source("nji_afweging", Text("Kader")))),
}


@cache
def counterexamples(edit: Edit) -> tuple[Protocol, dict[tuple[str, str], Counterexample]]:
    """Return the broken protocol, and the first counterexample of each invariant and code."""
    protocol = edit(protocol_of(SOUND))
    report = prove(protocol)
    assert report.unproven == ()
    assert not report.sound
    return protocol, {(each.invariant, each.code): each for each in reversed(report.broken)}


def test_what_is_edited_here_is_sound_before() -> None:
    assert prove(protocol_of(SOUND)).broken == ()


each_edit = pytest.mark.parametrize(
    ("invariant", "code", "edit"),
    [pytest.param(*broken, id=name, marks=pytest.mark.xdist_group(name)) for name, broken in BROKEN.items()],
)
"""One worker proves an edit once, for all tests of it."""


@each_edit
def test_an_edit_that_breaks_an_invariant_is_caught(invariant: str, code: str, edit: Edit) -> None:
    _, found = counterexamples(edit)
    assert (invariant, code) in found


@each_edit
def test_a_counterexample_says_where_and_in_both_languages_what(invariant: str, code: str, edit: Edit) -> None:
    _, found = counterexamples(edit)
    wrong = found[invariant, code]
    assert wrong.places
    assert len(set(wrong.places)) == len(wrong.places)
    for language in LANGUAGES:
        assert say(language, f"proof.{code}", **wrong.values)
        assert say(language, f"proof.{invariant}")


@each_edit
def test_the_answers_of_a_counterexample_give_what_it_says(invariant: str, code: str, edit: Edit) -> None:
    protocol, found = counterexamples(edit)
    wrong = found[invariant, code]
    if "level" in wrong.values:
        assert level_of(protocol, wrong.answers) == wrong.values["level"]
    if wrong.other is not None:
        assert level_of(protocol, wrong.answers) == wrong.values["before"]
        assert level_of(protocol, wrong.other) == wrong.values["after"]


def level_of(protocol: Protocol, answers: Mapping[str, Plain]) -> str:
    """Return the level that the engine gives for answers as in an answers file, all of which count."""
    values = {name: judged(protocol, protocol.questions[name], value) for name, value in answers.items()}
    path = trace(protocol, values)
    assert path.live == values
    return path.level


def test_every_code_is_shown_here_or_with_the_overlays() -> None:
    codes = {code for _, code, _ in BROKEN.values()}
    assert {code for code in TEXTS if code.startswith("P")} - codes == {"P25", "P26", "P27", "P32"}


def test_what_a_counterexample_answers_is_as_little_as_it_takes() -> None:
    _, found = counterexamples(rule("gevaar_nu", level="melden"))
    assert found["I-01", "P01"].answers == {"direct_gevaar": "ja"}


def test_persons_and_signals_stand_in_the_answers_as_a_file_has_them() -> None:
    _, found = counterexamples(narrowed("kindcheck", Is("minderjarige", ("ja",))))
    people = found["I-09", "P14"].answers["betrokkenen"]
    assert people == [{"role": "client", "age": 27, "client": "ja"}]


def test_the_places_are_those_of_the_question_and_of_the_rules_that_give_the_level() -> None:
    protocol, found = counterexamples(rule("onveilig", level="hulp"))
    given = next(each.origin for each in protocol.rules if each.id == "onveilig")
    assert set(found["I-02", "P01"].places) == {protocol.questions["veiligheid"].origin, given}


def test_a_theme_that_asks_for_advice_before_the_talk_closes_what_informs_until_then() -> None:
    def less_of_the_themes(protocol: Protocol) -> Protocol:
        informing = protocol.actions["informeer_betrokkenen"]
        assert isinstance(informing.when, All)
        return action("informeer_betrokkenen", when=All(informing.when.parts[:-1]))(protocol)

    protocol, _ = counterexamples(less_of_the_themes)
    careful = {each.id for each in protocol.themes.values() if each.talk_safe == "na_overleg"}
    told = [each for each in prove(protocol).broken if each.code == "P13"]
    assert {each.values["option"] for each in told} == careful
    assert {each.values["question"] for each in told} == {"thema"}
