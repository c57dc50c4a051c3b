"""Rows that fit, without a word or a number cut in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meldcode.wizard.layout import hang, rows, width, wrap

WORDS = st.lists(st.text(st.characters(exclude_characters=" \n"), min_size=1, max_size=8), max_size=30)


@given(st.text(), st.integers(1, 100))
def test_the_rows_are_the_whole_text_but_for_its_line_breaks(text: str, columns: int) -> None:
    assert "".join(text[start:end] for start, end in rows(text, columns)) == text.replace("\n", "")


@given(st.text(st.characters(exclude_characters="\n")), st.integers(2, 100))
def test_no_row_is_wider_than_the_columns(text: str, columns: int) -> None:
    assert all(width(row) <= columns for row in wrap(text, columns))


@given(WORDS, st.integers(16, 100))
def test_words_that_fit_are_never_cut(words: list[str], columns: int) -> None:
    text = " ".join(words)
    assert " ".join(wrap(text, columns)).split() == text.split()


@pytest.mark.parametrize("number", ["0800-2000", "06 12 34 56 78", "112", "088 123 45 67", "31-12-2026"])
def test_a_number_stands_on_one_row(number: str) -> None:
    text = f"Bel nu met Veilig Thuis op {number} en vraag naar de dienst, of bel {number}."
    whole = {columns: sum(row.count(number) for row in wrap(text, columns)) for columns in range(20, 81)}
    assert whole == dict.fromkeys(range(20, 81), 2)


def test_a_number_wider_than_a_row_is_cut_at_its_spaces() -> None:
    assert wrap("06 12 34 56 78", 8) == ["06 12 34", "56 78"]


def test_a_sign_of_progress_stays_with_its_step() -> None:
    assert wrap("● Signalen   ◉ Overleg", 15) == ["● Signalen", "◉ Overleg"]


def test_a_word_wider_than_a_row_is_cut_and_starts_on_its_own_row() -> None:
    assert wrap("de aandachtsfunctionaris komt", 20) == ["de", "aandachtsfunctionari", "s komt"]


def test_spaces_inside_a_row_and_empty_lines_stay() -> None:
    assert wrap("a   b\n\nc", 20) == ["a   b", "", "c"]


def test_wide_characters_count_double_and_accents_not_at_all() -> None:
    assert [width(text) for text in ("abc", "漢字", "e\u0301")] == [3, 4, 1]
    assert wrap("漢字漢字", 5) == ["漢字", "漢字"]


def test_rows_after_the_first_begin_under_the_text() -> None:
    assert hang("  1  ", "Nee, nog niet", 14) == ["  1  Nee, nog", "     niet"]
