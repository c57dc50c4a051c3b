"""A municipality is found by its name, another name, another spelling or a typing error, and never by a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.protocol import library
from meldcode.protocol.library import Municipality
from meldcode.referral.municipality import Found, UnknownMunicipalityError, find
from tests.case.shipped import checked


def found(name: str) -> Found:
    return find(name, library.municipalities())


def not_found(name: str) -> tuple[str, ...]:
    with pytest.raises(UnknownMunicipalityError) as caught:
        found(name)
    assert caught.value.name == name
    return caught.value.meant


def test_every_municipality_is_found_by_its_name_and_by_its_other_names() -> None:
    for municipality in library.municipalities():
        for name in (municipality.name, *municipality.aliases):
            assert found(name) == Found(municipality, corrected=False), name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Den Haag", "'s-Gravenhage"),
        ("den haag", "'s-Gravenhage"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("s gravenhage", "'s-Gravenhage"),
        ("  UTRECHT ", "Utrecht"),
        ("gemeente Utrecht", "Utrecht"),
        ("Sudwest-Fryslan", "Súdwest-Fryslân"),
        ("den bosch", "'s-Hertogenbosch"),
    ],
)
def test_capitals_accents_hyphens_and_the_word_gemeente_do_not_matter(typed: str, name: str) -> None:
    assert (found(typed).municipality.name, found(typed).corrected) == (name, False)


@pytest.mark.parametrize(
    ("typed", "name"), [("Utrect", "Utrecht"), ("Amsterdm", "Amsterdam"), ("Den Hag", "'s-Gravenhage")]
)
def test_a_clear_typing_error_is_put_right_and_said(typed: str, name: str) -> None:
    assert (found(typed).municipality.name, found(typed).corrected) == (name, True)


def test_a_name_that_two_municipalities_share_is_asked_back() -> None:
    assert not_found("Bergen") == ("Bergen (NH.)", "Bergen (L.)")
    assert found("bergen nh").municipality.name == "Bergen (NH.)"


@pytest.mark.parametrize("typed", ["Xyzzy", "Parijs", "", "   ", "12345", "\x1b[31m", "مرحبا", "a" * 10_000])
def test_nonsense_is_never_taken_for_a_municipality(typed: str) -> None:
    not_found(typed)


def test_an_error_that_fits_two_names_is_asked_back_however_near() -> None:
    north, south, far = (Municipality(name, "", "VT01", ()) for name in ("Oosterveld", "Oosterveen", "Zuid"))
    with pytest.raises(UnknownMunicipalityError) as caught:
        find("Oosterve", [far, north, south])
    assert set(caught.value.meant) == {"Oosterveen", "Oosterveld"}
    assert find("Oostervel", [far, north]).municipality == north


def test_what_comes_near_is_suggested_nearest_first() -> None:
    assert not_found("Bergen op Zee")[0] == "Bergen op Zoom"
    assert not_found("Haag") == ("'s-Gravenhage",)


@checked
@given(typed=st.text(max_size=12))
def test_any_text_gives_a_municipality_or_a_refusal(typed: str) -> None:
    try:
        municipality = found(typed).municipality
    except UnknownMunicipalityError as error:
        names = {each.name for each in library.municipalities()}
        assert set(error.meant) <= names  # noqa: PT017 - a refusal is as good as a find
    else:
        assert municipality in library.municipalities()
