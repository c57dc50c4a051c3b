"""What a font lacks is shown by its number; found in few attempts, and never more is taken away than needs be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.export.legible import MOST_ATTEMPTS, Legible, cautious

if TYPE_CHECKING:
    from collections.abc import Sequence


class Font:
    """A font with these letters and those of western Europe; `apart` are letters that can't stand in one word."""

    def __init__(self, letters: str, apart: str = "") -> None:
        """Nothing was tried yet."""
        self.letters, self.apart, self.tried = letters, set(apart), 0

    def can_show(self, texts: Sequence[str]) -> bool:
        self.tried += 1
        known = all(character < "\u0180" or character in self.letters for text in texts for character in text)
        return known and not any(self.apart and self.apart <= set(word) for text in texts for word in text.split())


def test_what_every_font_has_is_never_tried() -> None:
    font = Font("")
    legible = Legible(["Łukasz zei: “ja”, € 5"], font.can_show)
    assert legible("Łukasz zei: “ja”, € 5") == "Łukasz zei: “ja”, € 5"
    assert (legible.found_all, font.tried) == (True, 0)


def test_only_what_is_lacking_gets_its_number() -> None:
    legible = Legible(["Жж ßß \u0e01a"], Font("Жж").can_show)
    assert legible("Жж ßß \u0e01a") == "Жж ßß ⟨U+0E01⟩a"
    assert not legible.found_all


@pytest.mark.parametrize("character", ["漢", "한", "😀", "\ue000"])
def test_what_no_font_of_ours_has_is_not_even_tried(character: str) -> None:
    font = Font("")
    assert Legible([character], font.can_show)(character) == f"⟨U+{ord(character):04X}⟩"
    assert font.tried == 0


def test_letters_that_do_not_go_together_lose_their_word_and_no_other() -> None:
    text = "Жи Ж и"
    legible = Legible([text], Font("Жи", apart="Жи").can_show)
    assert legible(text) == "⟨U+0416⟩⟨U+0438⟩ Ж и"
    assert not legible.found_all


def test_a_hundred_letters_of_which_one_is_lacking_cost_few_attempts() -> None:
    letters = "".join(map(chr, range(0x400, 0x464)))
    font = Font(letters.replace("ж", ""))
    assert Legible([" ".join(letters)], font.can_show)("жз") == "⟨U+0436⟩з"
    assert font.tried < 20


def test_the_worst_of_texts_is_made_legible_in_a_bounded_number_of_attempts() -> None:
    letters = "".join(map(chr, range(0x400, 0x1400)))
    font = Font("Ж")
    shown = Legible([letters, "Ж"], font.can_show)(letters)
    assert shown == cautious(shown)
    assert font.tried <= MOST_ATTEMPTS


def test_the_cautious_way_keeps_what_every_font_has() -> None:
    assert cautious("Łé €\nЖ") == "Łé €\n⟨U+0416⟩"
