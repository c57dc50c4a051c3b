"""Every way in which an answer can be refused, by its code; and what is kept as it was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.case.answers import LONGEST_WORD, MAX_AGE, MAX_ITEMS, MAX_TEXT, AnswerError, free_text, judged
from meldcode.case.values import HOW, Observation, Person, plain
from meldcode.protocol.diagnostics import Place
from meldcode.protocol.model import ROLES, Item, Question, Text
from meldcode.text import answers as words
from tests.case.shipped import SECTORS, answers_to, checked, protocol_of

if TYPE_CHECKING:
    from meldcode.case.values import Value

SIGNAL = "kind_4_12.vertelt_mishandeling"
ARABIC = "\u0662\u0660\u0662\u0666"
"""2026 in digits that `\\d` and `int` take for digits too."""

NUMBER = Question("aantal", Text("Hoeveel?"), Text("Aantal"), "number", Place("hier.yaml", 1, 1))


def judge(name: str, raw: object) -> Value:
    protocol = protocol_of("onderwijs")
    return judged(protocol, NUMBER if name == "aantal" else protocol.questions[name], raw)


def refused(name: str, raw: object) -> AnswerError:
    with pytest.raises(AnswerError) as caught:
        judge(name, raw)
    assert caught.value.question == name
    return caught.value


REFUSED: list[tuple[str, object, str]] = [
    ("direct_gevaar", "misschien", "A01"),
    ("direct_gevaar", "JA", "A01"),
    ("direct_gevaar", True, "A01"),
    ("direct_gevaar", ["ja"], "A01"),
    ("direct_gevaar", None, "A01"),
    ("thema", ["eer", "onbekend"], "A01"),
    ("thema", [["eer"]], "A01"),
    ("thema", "eer", "A02"),
    ("thema", None, "A02"),
    ("thema", {"eer": "ja"}, "A02"),
    ("betrokkenen", {"role": "kind"}, "A02"),
    ("signalen", SIGNAL, "A02"),
    ("weging", 3, "A03"),
    ("weging", ["a"], "A03"),
    ("weging", None, "A03"),
    ("signalen", [{"signal": SIGNAL, "seen": 3}], "A03"),
    ("weging", "a" * (MAX_TEXT + 1), "A04"),
    ("signalen", [{"signal": SIGNAL, "how": "horen zeggen"}], "A18"),
    ("signalen", [{"signal": SIGNAL, "how": ["gezien"]}], "A18"),
    ("signalen", [{"signal": SIGNAL, "meaning": "a" * (MAX_TEXT + 1)}], "A04"),
    ("weging", "a\0b", "A05"),
    ("weging", "a\ud800b", "A05"),
    ("weging", "\udfff", "A05"),
    ("signalen", [{"signal": SIGNAL, "seen": "\0"}], "A05"),
    ("evaluatie", "1-12-2026", "A06"),
    ("evaluatie", "2026-02-30", "A06"),
    ("evaluatie", "2026-12-1", "A06"),
    ("evaluatie", "20261201", "A06"),
    ("evaluatie", ARABIC + "-12-01", "A06"),
    ("evaluatie", 20261201, "A06"),
    ("evaluatie", "2026-12-01\n", "A06"),
    ("signalen", [{"signal": SIGNAL, "on": "gisteren"}], "A06"),
    ("signalen", [{"signal": SIGNAL, "on": 0}], "A06"),
    ("aantal", "vier", "A07"),
    ("aantal", "-1", "A07"),
    ("aantal", -1, "A07"),
    ("aantal", 1.5, "A07"),
    ("aantal", True, "A07"),
    ("aantal", "1234567", "A07"),
    ("aantal", ARABIC, "A07"),
    ("thema", ["eer"] * (MAX_ITEMS + 1), "A08"),
    ("betrokkenen", [{"role": "kind"}] * (MAX_ITEMS + 1), "A08"),
    ("betrokkenen", ["kind"], "A09"),
    ("betrokkenen", [{"role": "kind", "naam": "Piet"}], "A09"),
    ("signalen", [{"signal": SIGNAL, "wie": "Piet"}], "A09"),
    ("signalen", [[SIGNAL]], "A09"),
    ("betrokkenen", [{"role": "dochter"}], "A10"),
    ("betrokkenen", [{"role": ["kind"]}], "A10"),
    ("betrokkenen", [{"age": 7}], "A10"),
    ("betrokkenen", [{"role": "kind", "client": "misschien"}], "A11"),
    ("betrokkenen", [{"role": "kind", "client": True}], "A11"),
    ("betrokkenen", [{"role": "kind", "age": 121}], "A12"),
    ("betrokkenen", [{"role": "kind", "age": -1}], "A12"),
    ("betrokkenen", [{"role": "kind", "age": "zeven"}], "A12"),
    ("betrokkenen", [{"role": "kind", "age": 7.5}], "A12"),
    ("betrokkenen", [{"role": "kind", "age": True}], "A12"),
    ("betrokkenen", [{"role": "kind", "age": ARABIC}], "A12"),
    ("signalen", ["kind_4_12.bestaat_niet"], "A13"),
    ("signalen", [{"seen": "iets"}], "A13"),
    ("signalen", [{"signal": [[SIGNAL]]}], "A13"),
    ("afwijking_reden", " \n ", "A14"),
]


@pytest.mark.parametrize(("name", "raw", "code"), REFUSED)
def test_an_answer_that_does_not_fit_is_refused_with_its_code(name: str, raw: object, code: str) -> None:
    assert refused(name, raw).code == code


NAMED = {
    "A04": (str(MAX_TEXT),),
    "A08": (str(MAX_ITEMS),),
    "A10": ROLES,
    "A12": (str(MAX_AGE),),
    "A18": HOW,
}
"""What must stand in the sentence besides."""

FIELDS = {"betrokkenen": ("role", "age", "client"), "signalen": ("signal", "seen", "how", "on", "meaning")}


@pytest.mark.parametrize(("name", "raw", "code"), REFUSED)
def test_a_refusal_can_be_said_and_names_what_would_fit(name: str, raw: object, code: str) -> None:
    values = refused(name, raw).values
    fitting = FIELDS[name] if code == "A09" else NAMED.get(code, ())
    for text in words.TEXTS[code]:
        said = text.format(**values)
        assert all(each in said for each in fitting), said


@pytest.mark.parametrize(("raw", "number"), [(0, 0), ("0", 0), (1, 1), (10**6, 10**6)])
def test_a_number_is_kept_from_nothing_to_a_million(raw: object, number: int) -> None:
    assert judge("aantal", raw) == number
    assert refused("aantal", 10**6 + 1).code == "A07"


def test_every_code_is_tried_here_and_has_words_in_both_languages() -> None:
    codes = {code for code in words.TEXTS if code.startswith("A")} - {"A15", "A16", "A17"}
    assert {code for _, _, code in REFUSED} == codes, "A15 to A17 are about the file: tests/cli/test_answers_file.py"


def test_a_refusal_says_what_was_probably_meant_and_never_what_was_typed() -> None:
    error = refused("gesprek", "gevoert")
    assert error.values["meant"] == "gevoerd"
    assert "gevoert" not in str(error)
    assert refused("signalen", ["kind_4_12.vertelt_mishandelin"]).values["meant"] == SIGNAL
    assert refused("betrokkenen", [{"role": "mantelzorgster"}]).values["meant"] == "mantelzorger"


def test_a_long_text_in_place_of_a_choice_is_not_compared_with_the_options() -> None:
    assert refused("direct_gevaar", "ja" * 100_000).values["meant"] == ""
    protocol, long = protocol_of("onderwijs"), "x" * (LONGEST_WORD - 1)
    question = replace(protocol.questions["direct_gevaar"], options=(Item(long, Text("X")),))
    for given_word, meant in ((f"{long}y", long), (f"{long}yy", "")):
        with pytest.raises(AnswerError) as error:
            judged(protocol, question, given_word)
        assert error.value.values["meant"] == meant


def test_what_would_fit_is_listed_with_commas() -> None:
    ids = ", ".join(option.id for option in protocol_of("onderwijs").questions["thema"].options)
    assert refused("thema", ["vuur"]).values["options"] == ids
    assert refused("betrokkenen", ["kind"]).values["keys"] == "role, age, client"
    assert refused("betrokkenen", [{"role": "dochter"}]).values["options"] == ", ".join(ROLES)
    assert refused("signalen", [[SIGNAL]]).values["keys"] == "signal, seen, how, on, meaning"
    assert refused("signalen", [{"signal": SIGNAL, "how": "gezein"}]).values == {
        "options": ", ".join(HOW),
        "meant": "gezien",
    }


def test_a_text_that_answers_no_question_is_refused_without_the_name_of_one() -> None:
    with pytest.raises(AnswerError) as caught:
        free_text(3)
    assert (caught.value.question, caught.value.code) == ("", "A03")


def test_as_many_items_as_are_allowed_are_taken() -> None:
    assert len(judge("betrokkenen", [{"role": "kind"}] * MAX_ITEMS)) == MAX_ITEMS  # type: ignore[arg-type]


def test_who_has_the_role_of_client_is_the_client() -> None:
    assert judge("betrokkenen", [{"role": "client"}, {"role": "kind"}]) == (
        Person("client", client=True),
        Person("kind", client=False),
    )


def test_a_text_of_20_000_characters_is_taken() -> None:
    assert judge("weging", "é" * MAX_TEXT) == "é" * 20_000


@pytest.mark.parametrize(
    "text", ["\x1b[31mrood\x1b[0m", "\x9b2J", "\u202eomgekeerd", "a\tb\r\nc", "Łukasz Şahin €", ""]
)
def test_what_is_typed_is_kept_as_it_is(text: str) -> None:
    """Only shown differently: what a person wrote is evidence (INP-12, INP-14, INP-17)."""
    assert judge("weging", text) == text


def test_ticks_are_kept_once_and_in_the_order_of_the_protocol() -> None:
    assert judge("thema", ["vgv", "eer", "vgv"]) == ("eer", "vgv")
    assert judge("thema", []) == ()


def test_numbers_and_dates_are_taken_as_text_too() -> None:
    assert judge("aantal", "7") == judge("aantal", 7) == 7
    assert judge("evaluatie", "2026-12-01") == "2026-12-01"


def test_a_person_is_a_role_with_an_age_and_never_a_name() -> None:
    people = [{"role": "kind", "age": "7", "client": "ja"}, {"role": "kind", "age": "ongeboren"}, {"role": "ouder"}]
    assert judge("betrokkenen", people) == (
        Person("kind", 7, client=True),
        Person("kind", "ongeboren"),
        Person("ouder"),
    )


def test_signals_stand_in_the_order_of_the_protocol_and_each_observation_is_kept() -> None:
    first, later = [signal.id for signal in protocol_of("onderwijs").signal_lists["kind_4_12"].signals[:2]]
    given = [{"signal": later, "seen": "a"}, {"signal": first}, {"signal": later, "seen": "b"}]
    assert judge("signalen", given) == (Observation(first), Observation(later, "a"), Observation(later, "b"))


def test_an_observation_keeps_fact_and_meaning_apart() -> None:
    given = {"signal": SIGNAL, "seen": "wil niet", "how": "verteld", "on": "2026-11-02", "meaning": "misschien angst"}
    kept = judge("signalen", [SIGNAL, given])
    assert kept == (Observation(SIGNAL), Observation(SIGNAL, "wil niet", "verteld", "2026-11-02", "misschien angst"))
    assert plain(kept) == [{"signal": SIGNAL}, given], "as an event holds it"


@pytest.mark.parametrize("sector", SECTORS)
@checked
@given(data=st.data())
def test_an_answer_that_was_taken_is_taken_again_as_it_was_written_down(sector: str, data: st.DataObject) -> None:
    protocol = protocol_of(sector)
    for name, value in data.draw(answers_to(sector)).items():
        assert judged(protocol, protocol.questions[name], plain(value)) == value


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["role", "age", "client", "signal", "seen", "on"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@checked
@given(raw=anything)
def test_whatever_comes_in_is_taken_or_refused_and_nothing_else_happens(raw: object) -> None:
    protocol = protocol_of("onderwijs")
    for question in (*protocol.questions.values(), NUMBER):
        try:
            value = judged(protocol, question, raw)
        except AnswerError as error:
            assert error.code in words.TEXTS  # noqa: PT017 - refusing is as good as taking
        else:
            assert judged(protocol, question, plain(value)) == value
