"""What keys do to a page, without a terminal."""

from dataclasses import replace

import pytest
from prompt_toolkit.keys import Keys

from meldcode.wizard.editing import editing
from meldcode.wizard.frame import View
from meldcode.wizard.keys import COMMANDS, NAMES, PASTED, TYPED, press
from meldcode.wizard.picking import picking
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Option, Page, Reply, Write, Written
from tests.wizard.pages import CONSULTED, FACTS, PASSPHRASE, ROLE, SIGNALS, TEN, marked

SIZE = (60, 24)


def view(page: Page) -> View:
    form = picking(page.field) if isinstance(page.field, Choose) else editing(page.field)
    return View(page, form, "nl")


def after(page: Page, *keys: str, size: tuple[int, int] = SIZE) -> View | Reply:
    """What is left after these keys: names of keys, or characters that are typed one by one."""
    now: View | Reply = view(page)
    for key in keys:
        assert isinstance(now, View)
        names = [(key, "")] if key in NAMES else [(TYPED, char) for char in key]
        for name, text in names:
            assert isinstance(now, View)
            now = press(now, name, text, size)
    return now


def pasted(page: Page, text: str) -> View:
    now = press(view(page), PASTED, text, SIZE)
    assert isinstance(now, View)
    return now


def draft(now: View | Reply) -> Chosen | Written:
    assert isinstance(now, View)
    return now.form.draft()


def drafted(page: Page, text: str, *, lines: bool = True) -> Page:
    return replace(page, field=Write(lines=lines, draft=text))


def test_every_key_has_a_name_that_the_library_knows() -> None:
    assert {key.value for key in Keys} >= NAMES


# Choosing one


def test_nothing_is_chosen_until_a_person_chooses() -> None:
    now = after(CONSULTED, "c-m")
    assert isinstance(now, View)
    assert now.error == "Kies eerst een antwoord."
    assert draft(now) == Chosen(())


@pytest.mark.parametrize(
    ("keys", "id_"),
    [
        (("1",), "ja"),
        (("2",), "nee"),
        (("1", "3"), "onbekend"),
        (("4", "2", "9"), "nee"),
        (("down",), "ja"),
        (("up",), "onbekend"),
        (("down", "down"), "nee"),
        (("c-i", "c-i", "s-tab"), "ja"),
        (("end",), "onbekend"),
        (("end", "down"), "ja"),
        (("end", "home"), "ja"),
        (("2", " "), "nee"),
    ],
)
def test_a_digit_or_an_arrow_marks_and_enter_confirms(keys: tuple[str, ...], id_: str) -> None:
    assert draft(after(CONSULTED, *keys)) == Chosen((id_,))
    assert after(CONSULTED, *keys, "c-m") == Chosen((id_,))


def test_an_earlier_answer_is_marked_and_enter_keeps_it() -> None:
    page = marked(CONSULTED, "nee")
    assert after(page, "c-m") == Chosen(("nee",))


def test_the_error_goes_at_the_next_key() -> None:
    now = after(CONSULTED, "c-m", "1")
    assert isinstance(now, View)
    assert now.error == ""


@pytest.mark.parametrize(
    ("keys", "id_"),
    [("1", "o1"), ("12", "o12"), ("10", "o10"), ("122", "o2"), ("2", "o2"), ("20", "o2"), ("0", None), ("19", "o9")],
)
def test_with_more_than_nine_options_digits_make_a_number(keys: str, id_: str | None) -> None:
    assert draft(after(TEN, keys)) == Chosen((id_,) if id_ else ())


def test_an_arrow_ends_a_number() -> None:
    assert draft(after(TEN, "1", "home", "2")) == Chosen(("o2",))


@pytest.mark.parametrize("text", ["j", "n", "x", "²", "٣", "ö"])
def test_letters_and_foreign_digits_choose_nothing(text: str) -> None:
    assert draft(after(CONSULTED, text)) == Chosen(())


def test_pasting_chooses_nothing() -> None:
    assert draft(pasted(CONSULTED, "1\n2\n")) == Chosen(())


# Choosing several


@pytest.mark.parametrize(
    ("keys", "ids"),
    [
        (("1",), ("plek",)),
        (("3", "1"), ("plek", "honger")),
        (("1", "1", "2"), ("moe",)),
        (("down", " ", "down", "down", " "), ("plek", "honger")),
        (("1", "0", "c-m"), ()),
        (("1", "0", "2"), ("plek", "moe")),
        (("0", "2"), ("moe",)),
        (("end", " "), ()),
    ],
)
def test_digits_and_space_tick_and_enter_confirms(keys: tuple[str, ...], ids: tuple[str, ...]) -> None:
    assert after(SIGNALS, *keys, "c-m") == Chosen(ids)


@pytest.mark.parametrize("keys", [(), ("down",), ("1", "1"), ("0", "0"), (" ",)])
def test_none_of_these_has_to_be_chosen(keys: tuple[str, ...]) -> None:
    now = after(SIGNALS, *keys, "c-m")
    assert isinstance(now, View)
    assert now.error == "Er is nog niets gekozen. Typ het nummer van wat past, of 0 voor geen van deze."


MANY = marked(TEN, several=True)


@pytest.mark.parametrize(
    ("keys", "ids"),
    [
        (("5",), ("o5",)),
        (("12",), ("o12",)),
        (("10", "2"), ("o2", "o10")),
        (("12", "12"), ()),
        (("1", "c-m"), ("o1",)),
        (("1", " "), ("o1",)),
        (("1", "c-m", "2"), ("o1", "o2")),
        (("0",), ()),
        (("5", "0", "c-m"), ()),
        (("0", "5"), ("o5",)),
    ],
)
def test_with_many_options_a_whole_number_ticks_and_enter_ends_one_that_may_go_on(
    keys: tuple[str, ...], ids: tuple[str, ...]
) -> None:
    now = after(MANY, *keys)
    assert draft(now) == Chosen(ids)
    if ids:
        assert after(MANY, *keys, "c-m") == Chosen(ids)


def test_none_of_these_is_one_key_also_in_a_long_list() -> None:
    assert after(MANY, "0", "c-m") == Chosen(())


@pytest.mark.parametrize("keys", [("1",), ("1", "down"), ("1", "home", "end"), ("5", "0")])
def test_a_number_that_is_not_finished_ticks_and_unticks_nothing(keys: tuple[str, ...]) -> None:
    assert draft(after(MANY, *keys)) == Chosen(("o5",) if "5" in keys else ())


@pytest.mark.parametrize(("keys", "number"), [("19", "19"), ("13", "13"), ("5196", "19")])
def test_a_number_that_is_not_there_ticks_nothing_and_is_named(keys: str, number: str) -> None:
    now = after(MANY, *keys[: keys.index(number) + len(number)])
    assert isinstance(now, View)
    assert now.error == f"Nummer {number} is er niet."
    assert draft(now) == Chosen(("o5",) if keys.startswith("5") else ())


def test_a_number_beyond_a_short_list_is_named_too() -> None:
    now = after(SIGNALS, "1", "7")
    assert isinstance(now, View)
    assert now.error == "Nummer 7 is er niet."
    assert draft(now) == Chosen(("plek",))


# Typing


def test_enter_confirms_a_line() -> None:
    assert after(ROLE, "leraar", "c-m") == Written("leraar")


@pytest.mark.parametrize("ending", [("c-s",), ("c-i", "c-m"), ("down", "down", "c-m")])
def test_enter_starts_a_new_line_where_lines_are_allowed(ending: tuple[str, ...]) -> None:
    assert after(FACTS, "een", "c-m", "twee", *ending) == Written("een\ntwee")


def test_typing_goes_on_in_the_text_after_looking_at_done() -> None:
    assert draft(after(FACTS, "een", "c-i", "s")) == Written("eens")


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("left", "left", "x"), "een\ntwxee"),
        (("right", "x"), "een\ntweex"),
        (("home", "x"), "een\nxtwee"),
        (("home", "left", "x"), "eenx\ntwee"),
        (("home", "end", "x"), "een\ntweex"),
        (("home", "c-h"), "eentwee"),
        (("home", "delete"), "een\nwee"),
        (("delete",), "een\ntwee"),
        (("c-w",), "een\n"),
        (("c-u",), "een\n"),
        (("up", "x"), "eenx\ntwee"),
        (("up", "home", "c-h", "x"), "xeen\ntwee"),
        (("up", "up", "x"), "eenx\ntwee"),
        (("up", "down", "x"), "een\ntwexe"),
        (("down", "up", "x"), "een\ntweex"),
    ],
)
def test_keys_edit_the_text(keys: tuple[str, ...], text: str) -> None:
    assert draft(after(drafted(FACTS, "een\ntwee"), *keys)) == Written(text)


def test_up_goes_one_row_up_in_a_long_paragraph() -> None:
    page = drafted(FACTS, "aaaa bbbb cccc dddd eeee")
    assert draft(after(page, "up", "x", size=(18, 24))) == Written("aaaa bbbbx cccc dddd eeee")


def test_pasted_line_breaks_go_into_the_text() -> None:
    assert draft(pasted(FACTS, "een\r\ntwee\rdrie")) == Written("een\ntwee\ndrie")


def test_pasted_line_breaks_become_spaces_on_a_line() -> None:
    assert draft(pasted(ROLE, "een\r\ntwee\n")) == Written("een twee")


def test_control_characters_are_kept_for_the_session_to_judge() -> None:
    assert draft(pasted(FACTS, "a\x00\x1b[31m\udcff")) == Written("a\x00\x1b[31m\udcff")


def test_a_question_mark_is_text_in_a_text() -> None:
    assert draft(after(ROLE, "?")) == Written("?")


def test_a_secret_is_typed_as_any_text() -> None:
    assert after(PASSPHRASE, "geheim", "c-m") == Written("geheim")


# Commands


@pytest.mark.parametrize(("key", "command"), COMMANDS.items())
def test_a_command_takes_what_was_chosen_along(key: str, command: Command) -> None:
    assert after(CONSULTED, "2", key) == Asked(command, Chosen(("nee",)))


@pytest.mark.parametrize(("key", "command"), COMMANDS.items())
def test_a_command_takes_what_was_typed_along(key: str, command: Command) -> None:
    assert after(FACTS, "een", key) == Asked(command, Written("een"))


def test_a_question_mark_explains() -> None:
    assert after(CONSULTED, "?") == Asked(Command.EXPLAIN, Chosen(()))


@pytest.mark.parametrize("key", ["escape", "f1", "f2", "f3", "?"])
def test_a_command_that_the_page_does_not_name_does_nothing(key: str) -> None:
    page = Page("x", "X", Choose((Option("a", "A"),)))
    assert after(page, key) == view(page)


@pytest.mark.parametrize("key", ["f4", "c-d", "f8", "c-x", "c-c"])
def test_stopping_leaving_and_emergency_work_on_every_page(key: str) -> None:
    assert isinstance(after(Page("x", "X", Write()), key), Asked)
