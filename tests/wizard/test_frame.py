"""Where things stand on the screen, for every size."""

import re
from dataclasses import replace

import pytest

from meldcode.text import say
from meldcode.text.visible import visible
from meldcode.wizard.editing import editing
from meldcode.wizard.frame import Frame, View, frame
from meldcode.wizard.keys import press
from meldcode.wizard.layout import width
from meldcode.wizard.picking import picking
from meldcode.wizard.prompter import Choose, Command, Option, Page, Write
from tests.wizard.pages import ALL_KEYS, CONSULTED, FACTS, HOSTILE, PASSPHRASE, SIGNALS, TEN, hostile_pages, marked

LONG = replace(CONSULTED, body=tuple(f"Alinea {number}." for number in range(60)))


def view(page: Page) -> View:
    form = picking(page.field) if isinstance(page.field, Choose) else editing(page.field)
    return View(page, form, "nl")


def text(shown: Frame) -> str:
    return "\n".join(row.rstrip() for _, row in shown.rows)


def words(shown: Frame) -> str:
    return " ".join(text(shown).split())


def shown_at(page: Page, *keys: str, columns: int = 60, rows: int = 24) -> Frame:
    now = view(page)
    for key in keys:
        after = press(now, key if len(key) > 1 else "<any>", key, (columns, rows))
        assert isinstance(after, View)
        now = after
    return frame(now, columns, rows)


def test_a_page_from_top_to_bottom() -> None:
    now = replace(view(replace(CONSULTED, error="Dat is niet bewaard.")), told="Opgeslagen.")
    assert text(frame(now, 70, 20)) == (
        " meldcode   zaak 7Q2MX4HK   onderwijs   Stap 2 van 5 · Overleg\n"
        " ● Signalen   ◉ Overleg   ○ Gesprek   ○ Wegen   ○ Beslissen\n"
        "\n"
        " Heeft u met een collega of de aandachtsfunctionaris overlegd?\n"
        " Doe dit nooit alleen. Bel Veilig Thuis op 0800-2000 of uw collega op\n"
        " 06 12 34 56 78.\n"
        "\n"
        " Fout: Dat is niet bewaard.\n"
        "\n"
        "   1  Ja\n"
        "   2  Nee, nog niet\n"
        "      Doe dat dan eerst.\n"
        "   3  Onbekend\n"
        "\n"
        " Kies met een cijfer of de pijltjes. Enter bevestigt.\n"
        "\n"
        " Opgeslagen.\n"
        " Direct gevaar: 112 · Veilig Thuis 0800-2000 (gratis, dag en nacht)\n"
        " Esc terug   F1 uitleg   F2 overzicht   F3 notitie   F4 pauze\n"
        " F8 112   ^X weg"
    )


def test_what_is_marked_and_ticked_can_be_read_without_colour() -> None:
    assert " > 2  Nee, nog niet" in text(shown_at(CONSULTED, "2"))
    ticked = text(shown_at(SIGNALS, "1", "3"))
    assert "   1  [x] Blauwe plekken\n   2  [ ] Moe\n > 3  [x] Honger\n   0  [ ] Geen van deze" in ticked


def test_numbers_of_ten_and_more_stand_under_each_other() -> None:
    assert "    9  Keuze 9\n   10  Keuze 10" in text(shown_at(TEN))


def test_only_keys_that_the_page_names_are_shown() -> None:
    shown = text(shown_at(replace(CONSULTED, keys=(Command.LEAVE, Command.BACK))))
    assert shown.endswith("\n Esc terug   ^X weg")


def test_english_pages_have_english_keys() -> None:
    shown = words(frame(replace(view(CONSULTED), language="en"), 80, 24))
    assert "Esc back F1 explain F2 overview F3 note F4 pause F8 112 ^X away" in shown
    assert "Immediate danger: 112" in shown


@pytest.mark.parametrize("rows", [6, 8, 12, 24, 60])
@pytest.mark.parametrize("page", [CONSULTED, SIGNALS, FACTS, LONG, TEN], ids=lambda page: page.id)
def test_every_screen_is_full_and_has_the_emergency_line_whole(page: Page, rows: int) -> None:
    for columns in range(20, 131, 5):
        full_with_the_emergency_line(page, columns, rows)


def full_with_the_emergency_line(page: Page, columns: int, rows: int) -> None:
    shown = shown_at(page, columns=columns, rows=rows)
    assert len(shown.rows) == rows
    assert all(width(row) <= columns for _, row in shown.rows)
    assert say("nl", "emergency.line") in words(shown)
    assert not any(re.search(r"0800-$|^2000", row.strip()) for _, row in shown.rows)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_word_of_a_page_is_cut(columns: int) -> None:
    shown = words(shown_at(CONSULTED, columns=columns, rows=40))
    for part in (CONSULTED.title, *CONSULTED.body, *(" ".join(line.split()) for line in CONSULTED.head)):
        assert part in shown
    for key in ("Esc terug", "F1 uitleg", "F2 overzicht", "F3 notitie", "F4 pauze", "F8 112", "^X weg"):
        assert any(key in row for _, row in shown_at(CONSULTED, columns=columns).rows)


# Higher than the screen


def test_a_high_page_begins_at_its_top_and_says_that_there_is_more() -> None:
    shown = text(shown_at(LONG))
    assert "Heeft u met een collega" in shown
    assert "Meer: PageDown" in shown
    assert "Onbekend" not in shown


def test_how_to_tick_stands_above_the_options_where_a_long_list_begins() -> None:
    for columns in (40, 80):
        shown = words(shown_at(marked(TEN, several=True), columns=columns, rows=14))
        assert "Klaar: Enter. 1 [ ] Keuze 1" in shown
        assert "Keuze 12" not in shown


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("1",), "> 1 [ ] Keuze 1 Enter kruist 1 aan. Of typ nog een cijfer."),
        (("1", "c-m", "1"), "> 1 [x] Keuze 1 Enter haalt 1 weg. Of typ nog een cijfer."),
        (("5", "0"), "> 0 [ ] Geen van deze Enter kiest geen van deze en haalt de kruisjes weg."),
        (("1", "2"), "> 12 [x] Keuze 12 0 [ ] Geen van deze"),
    ],
)
@pytest.mark.parametrize("rows", [10, 24])
def test_how_a_number_ends_stands_with_its_option(keys: tuple[str, ...], said: str, rows: int) -> None:
    shown = words(shown_at(marked(TEN, several=True), *keys, columns=40, rows=rows))
    assert (said if rows > 10 else said.partition(" 0 [")[0]) in shown


@pytest.mark.parametrize("keys", [("end", "c-m"), ("1", "2", " ", "c-m"), ("end", "1", "9")])
def test_what_went_wrong_is_seen_also_at_the_end_of_a_long_list(keys: tuple[str, ...]) -> None:
    assert "Fout: " in text(shown_at(marked(TEN, several=True), *keys, rows=12))


def test_a_refused_answer_says_why_at_first_and_then_the_marked_option_is_followed() -> None:
    page = replace(marked(TEN, "o12", several=True), error="Dat past niet bij elkaar.")
    assert "Fout: Dat past" in text(shown_at(page, rows=12))
    assert "> 11  [ ] Keuze 11" in text(shown_at(page, "up", rows=12))


@pytest.mark.parametrize("key", ["1", "2", "3"])
@pytest.mark.parametrize("rows", [8, 12, 24])
def test_the_marked_option_is_visible(key: str, rows: int) -> None:
    shown = shown_at(LONG, key, rows=rows)
    assert f" > {key}" in text(shown)
    assert "Meer: " in text(shown)
    assert shown.cursor is not None
    assert shown.rows[shown.cursor[1]][1].startswith(f" > {key}")


def test_an_earlier_answer_is_visible_at_once() -> None:
    assert " > 3  Onbekend" in text(shown_at(marked(LONG, "onbekend")))


def to_read(page: Page) -> Page:
    """The page as one to read, with nothing on it but the way back."""
    return replace(page, field=Choose((Option("return", "Terug"),), marked=("return",)))


def test_a_page_to_read_begins_at_its_top_and_the_arrows_move_it() -> None:
    """The explanation and the emergency page: the way back is marked, but stands at the end."""
    first, moved, back = (shown_at(to_read(LONG), *keys) for keys in ((), ("down", "down"), ("down", "down", "up")))
    assert "Heeft u met een collega" in text(first)
    assert "Terug" not in text(first)
    assert (first.scroll, moved.scroll, back.scroll) == (0, 2, 1)
    assert "> 1  Terug" in text(shown_at(to_read(LONG), *["down"] * 200))
    assert "> 1  Terug" in text(shown_at(to_read(LONG), *["pagedown"] * 9))


def test_an_error_is_visible_at_once() -> None:
    assert "Fout: Mis." in text(shown_at(replace(LONG, error="Mis.")))
    assert "Fout: Kies eerst een antwoord." in text(shown_at(LONG, "c-m"))


def test_every_paragraph_can_be_reached_by_page() -> None:
    down = [text(shown_at(LONG, *["pagedown"] * count)) for count in range(12)]
    seen = set(re.findall(r"Alinea \d+\.|Onbekend", "\n".join(down)))
    assert seen == {*LONG.body, "Onbekend"}
    assert "Meer: PgUp, PgDn" in down[1]
    assert "Meer: PageUp" in down[-1]
    assert text(shown_at(LONG, *["pagedown"] * 12, *["pageup"] * 12)) == down[0]


def test_what_is_typed_is_visible_in_a_long_text() -> None:
    page = replace(FACTS, field=Write(lines=True, draft="\n".join(f"regel {number}" for number in range(50))))
    shown = shown_at(page, "!")
    assert "regel 49!" in text(shown)
    assert shown.cursor is not None
    assert shown.rows[shown.cursor[1]][1][: shown.cursor[0]].endswith("regel 49!")


# Texts


def test_a_secret_is_dots() -> None:
    assert " > ••••••\n" in text(shown_at(PASSPHRASE, *"geheim"))


def test_the_cursor_stands_where_the_next_character_comes() -> None:
    page = replace(FACTS, field=Write(lines=True, draft="a\x1bb\ncd"))
    for keys, before in [((), "   cd"), (("left", "left", "left"), " > a⟨U+001B⟩b"), (("up", "home"), " > ")]:
        shown = shown_at(page, *keys)
        assert shown.cursor is not None
        place, row = shown.cursor
        assert shown.rows[row][1].ljust(place)[:place] == before


@pytest.mark.parametrize("columns", [5, 20, 40, 80, 120])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_shown_and_never_active(name: str, columns: int) -> None:
    for page in hostile_pages(HOSTILE[name]):
        for keys in ((), ("pagedown",), ("pageup",), ("end",)):
            shown = shown_at(page, *keys, columns=columns)
            assert all(visible(row) == row and "\n" not in row for _, row in shown.rows)
            assert columns < 20 or all(width(row) <= columns for _, row in shown.rows)


def test_markup_is_shown_as_it_was_typed() -> None:
    assert HOSTILE["markup"] in text(shown_at(Page("x", HOSTILE["markup"], Write())))


def test_a_line_break_in_a_label_cannot_make_an_option() -> None:
    page = Page("x", "X", Choose((Option("a", "Ja\n   2  Nee"),)), keys=ALL_KEYS)
    assert "   1  Ja 2 Nee\n" in text(shown_at(page))


@pytest.mark.parametrize("columns", [1, 2, 5, 10])
@pytest.mark.parametrize("rows", [1, 2, 3, 5])
def test_the_smallest_screens_do_not_crash(columns: int, rows: int) -> None:
    for page in (CONSULTED, SIGNALS, FACTS, LONG):
        assert len(shown_at(page, "1", "end", "pagedown", columns=columns, rows=rows).rows) == rows
