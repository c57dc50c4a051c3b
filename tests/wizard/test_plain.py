"""Plain mode: lines in, lines out, nothing else."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from meldcode.text import say
from meldcode.wizard.plain import Plain
from meldcode.wizard.prompter import Asked, Choose, Chosen, Command, Option, Page, Reply, Write, Written
from tests.wizard.pages import (
    ALL_KEYS,
    CONSULTED,
    FACTS,
    HOSTILE,
    PASSPHRASE,
    ROLE,
    SIGNALS,
    TEN,
    hostile_pages,
    marked,
)

EMERGENCY = say("nl", "emergency.line")


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


class Talk:
    """A conversation: these lines are typed, `said` is what was printed."""

    def __init__(self, lines: Iterable[str], language: str = "nl") -> None:
        self._lines = iter(lines)
        self._said: list[str] = []
        self.plain = Plain(language, read=lambda: next(self._lines, ""), write=self._said.append)

    @property
    def said(self) -> str:
        return "".join(self._said)

    def ask(self, page: Page) -> Reply:
        self._said.clear()
        return self.plain.ask(page)


def talk(*lines: str, language: str = "nl") -> Talk:
    return Talk([f"{line}\n" for line in lines], language)


def text_page(draft: str, *, lines: bool) -> Page:
    return replace(FACTS, field=Write(lines=lines, draft=draft))


def test_a_whole_page() -> None:
    conversation = talk("2")
    assert conversation.ask(replace(CONSULTED, keys=(Command.EXPLAIN, Command.LEAVE))) == Chosen(("nee",))
    assert conversation.said == (
        "\n"
        "Direct gevaar: 112 · Veilig Thuis 0800-2000 (gratis, dag en nacht)\n"
        "meldcode   zaak 7Q2MX4HK   onderwijs   Stap 2 van 5 · Overleg\n"
        "● Signalen   ◉ Overleg   ○ Gesprek   ○ Wegen   ○ Beslissen\n"
        "\n"
        "Heeft u met een collega of de aandachtsfunctionaris overlegd?\n"
        "Doe dit nooit alleen. Bel Veilig Thuis op 0800-2000 of uw collega op\n"
        "06 12 34 56 78.\n"
        "1. Ja\n"
        "2. Nee, nog niet\n"
        "   Doe dat dan eerst.\n"
        "3. Onbekend\n"
        "U kunt ook typen:\n"
        ":uitleg  wat wordt bedoeld, en waarom\n"
        ":weg  bewaren en meteen weg\n"
        "Een vraagteken is hetzelfde als :uitleg.\n"
        "Kies een nummer, en dan Enter:\n"
        "U koos: Nee, nog niet\n"
    )


# Choosing


@pytest.mark.parametrize("typed", ["2", " 2 ", "nee", "Nee, nog niet", "NEE, NOG", "nee, nog niet"])
def test_an_option_is_a_number_or_a_word(typed: str) -> None:
    assert talk(typed).ask(CONSULTED) == Chosen(("nee",))


def test_a_whole_label_wins_from_the_start_of_another() -> None:
    page = Page("x", "X", Choose((Option("a", "Ja, soms"), Option("b", "Ja"), Option("c", "Ja, vaak"))))
    assert talk("ja").ask(page) == Chosen(("b",))
    assert talk("ja, s").ask(page) == Chosen(("a",))


def test_a_number_is_the_number_that_is_shown_and_not_a_word() -> None:
    page = Page("x", "X", Choose((Option("a", "2 keer"), Option("b", "1 keer"), Option("112", "112 bellen"))))
    assert talk("2").ask(page) == Chosen(("b",))
    assert talk("112").ask(page) == Chosen(("112",))
    assert talk("12").ask(TEN) == Chosen(("o12",))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Kies eerst een antwoord."),
        ("4", "4 is hier geen keuze. Kies een nummer van 1 tot en met 3."),
        ("0", "0 is hier geen keuze."),
        ("misschien", "misschien is hier geen keuze."),
        ("1 2", "1 2 is hier geen keuze."),
        ("9" * 5000, f"{'9' * 40}… is hier geen keuze."),
        ("\x1b[31m", "⟨U+001B⟩[31m is hier geen keuze."),
        ("²", "² is hier geen keuze."),
    ],
)
def test_what_is_no_choice_is_refused_and_asked_again(typed: str, message: str) -> None:
    conversation = talk(typed, "1")
    assert conversation.ask(CONSULTED) == Chosen(("ja",))
    assert f"Fout: {message}" in conversation.said


def test_a_word_that_fits_twice_is_refused() -> None:
    page = Page("x", "X", Choose((Option("a", "Ja, soms"), Option("b", "Ja, vaak"))))
    conversation = talk("ja", "1")
    conversation.ask(page)
    assert "Fout: ja past bij meer keuzes. Kies een nummer." in conversation.said


def test_enter_alone_keeps_an_earlier_answer_and_the_page_says_which() -> None:
    conversation = talk("")
    assert conversation.ask(marked(CONSULTED, "nee")) == Chosen(("nee",))
    assert "2. Nee, nog niet (gekozen)\n" in conversation.said
    assert "Alleen Enter houdt wat gekozen is.\n" in conversation.said
    assert "U koos: Nee, nog niet\n" in conversation.said


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("1 3", ("plek", "honger")),
        ("3,1", ("plek", "honger")),
        ("3, 1, 3", ("plek", "honger")),
        ("moe", ("moe",)),
        ("blauwe plekken", ("plek",)),
        ("Blauwe plekken, moe", ("plek", "moe")),
        ("moe honger", ("moe", "honger")),
        ("0", ()),
        ("geen", ()),
        ("none", ()),
    ],
)
def test_several_are_numbers_or_words_in_the_order_of_the_page(typed: str, ids: tuple[str, ...]) -> None:
    assert talk(typed).ask(SIGNALS) == Chosen(ids)


@pytest.mark.parametrize(("typed", "confirmed"), [("0", "geen van deze"), ("1 2", "Blauwe plekken; Moe")])
def test_several_are_confirmed_in_words(typed: str, confirmed: str) -> None:
    conversation = talk(typed)
    conversation.ask(SIGNALS)
    assert "0. Geen van deze\n" in conversation.said
    assert conversation.said.endswith(f"U koos: {confirmed}\n")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Er is nog niets gekozen. Typ het nummer van wat past, of 0"),
        ("1 9", "9 is hier geen keuze."),
        ("0 1", "0 betekent geen van deze."),
        (",", ", is hier geen keuze."),
    ],
)
def test_several_are_taken_all_or_not_at_all(typed: str, message: str) -> None:
    conversation = talk(typed, "2")
    assert conversation.ask(SIGNALS) == Chosen(("moe",))
    assert f"Fout: {message}" in conversation.said


def test_an_option_called_none_is_that_option() -> None:
    page = Page("x", "X", Choose((Option("geen", "Geen hulp"), Option("b", "B")), several=True))
    assert talk("geen").ask(page) == Chosen(("geen",))


# Typing


def test_a_line_is_taken_as_it_is() -> None:
    assert talk("  leraar ").ask(ROLE) == Written("  leraar ")
    assert talk("").ask(ROLE) == Written("")
    assert talk("?").ask(ROLE) == Written("?")
    assert Talk(["leraar\r\n"]).ask(ROLE) == Written("leraar")
    assert Talk(["leraar"]).ask(ROLE) == Written("leraar")


def test_an_empty_line_ends_a_text() -> None:
    assert talk("een", "twee", "", "drie").ask(FACTS) == Written("een\ntwee")


def test_a_draft_is_shown_and_enter_keeps_it() -> None:
    for lines in (True, False):
        conversation = talk("")
        assert conversation.ask(text_page("een", lines=lines)) == Written("een")
        assert "Er staat nu:\neen\n" in conversation.said


def test_a_new_line_replaces_a_draft_and_new_lines_are_added_to_it() -> None:
    assert talk("twee", "").ask(text_page("een", lines=False)) == Written("twee")
    assert talk("twee", "").ask(text_page("een", lines=True)) == Written("een\ntwee")


def test_a_draft_can_be_made_empty() -> None:
    assert talk(":leeg").ask(text_page("een", lines=False)) == Written("")
    assert talk(":leeg", "twee", "").ask(text_page("een", lines=True)) == Written("twee")
    assert talk(":empty", "").ask(text_page("een", lines=True)) == Written("")


def test_a_doubled_colon_is_text() -> None:
    assert talk("::-)", "a: b", "").ask(FACTS) == Written(":-)\na: b")
    assert talk("::terug").ask(ROLE) == Written(":terug")


def test_a_line_with_a_colon_that_is_no_command_is_refused_and_nothing_is_lost() -> None:
    conversation = talk("een", ":-)", "twee", "")
    assert conversation.ask(FACTS) == Written("een\ntwee")
    assert "Fout: :-) kan hier niet. U kunt typen: :terug, :uitleg" in conversation.said
    assert "Begint uw tekst met een dubbele punt? Typ er dan twee.\n" in conversation.said


def test_bytes_that_are_no_text_are_passed_on() -> None:
    assert talk("caf\udcff\x00").ask(ROLE) == Written("caf\udcff\x00")


# Commands


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("command", ALL_KEYS)
def test_commands_are_words_in_either_language(command: Command, language: str) -> None:
    for word in command.value:
        for typed in (f":{word}", f" : {word.upper()} "):
            assert talk(typed, language=language).ask(marked(CONSULTED, "ja")) == Asked(command, Chosen(("ja",)))
        assert talk("een", f":{word}", language=language).ask(FACTS) == Asked(command, Written("een"))


def test_a_question_mark_explains() -> None:
    assert talk("?").ask(CONSULTED) == Asked(Command.EXPLAIN, Chosen(()))


@pytest.mark.parametrize("typed", [":trug", ":", ":notitie", "?"])
def test_what_is_not_possible_here_is_refused_with_what_is(typed: str) -> None:
    conversation = talk(typed, "1")
    assert conversation.ask(replace(CONSULTED, keys=(Command.BACK,))) == Chosen(("ja",))
    assert "kan hier niet. U kunt typen: :terug, :pauze, :112, :weg.\n" in conversation.said


def test_commands_are_explained_once() -> None:
    conversation = talk("1", "1", "1")
    conversation.ask(replace(CONSULTED, keys=(Command.BACK,)))
    assert ":terug  vorige vraag\n" in conversation.said
    conversation.ask(CONSULTED)
    assert ":terug  " not in conversation.said
    assert ":notitie  " in conversation.said
    conversation.ask(CONSULTED)
    assert "U kunt ook typen" not in conversation.said


def test_the_emergency_line_comes_first_and_again_with_every_new_head() -> None:
    conversation = talk("1", "1", "1")
    conversation.ask(replace(CONSULTED, head=()))
    assert conversation.said.strip().startswith(EMERGENCY)
    conversation.ask(CONSULTED)
    assert EMERGENCY in conversation.said
    conversation.ask(CONSULTED)
    assert EMERGENCY not in conversation.said
    assert CONSULTED.head[0] not in conversation.said


def test_a_mark_stands_before_the_title_of_every_page_also_where_the_head_is_not() -> None:
    conversation = talk("1", "1")
    conversation.ask(replace(CONSULTED, mark="OEFENING"))
    conversation.ask(replace(CONSULTED, mark="OEFENING"))
    assert f"OEFENING · {CONSULTED.title}" in conversation.said


def test_an_error_of_the_session_comes_after_the_body() -> None:
    conversation = talk("1")
    conversation.ask(replace(CONSULTED, error="Dat is niet bewaard."))
    assert "06 12 34 56 78.\nFout: Dat is niet bewaard.\n1. Ja\n" in conversation.said


def test_english() -> None:
    conversation = talk("9", "no", language="en")
    page = Page("x", "Consulted?", Choose((Option("ja", "Yes"), Option("nee", "No"))), keys=(Command.BACK,))
    assert conversation.ask(page) == Chosen(("nee",))
    assert "Error: 9 is not a choice." in conversation.said
    assert ":back  previous question\n" in conversation.said
    assert "You chose: No\n" in conversation.said


# Endings


def test_the_end_of_the_input_pauses_with_what_was_typed() -> None:
    conversation = talk("een")
    assert conversation.ask(FACTS) == Asked(Command.PAUSE, Written("een"))
    assert conversation.ask(CONSULTED) == Asked(Command.PAUSE, Chosen(()))


def test_control_c_interrupts_with_what_was_typed() -> None:
    lines = iter(["een\n"])

    def read() -> str:
        for line in lines:
            return line
        raise KeyboardInterrupt

    assert Plain("nl", read=read, write=lambda _: None).ask(FACTS) == Asked(Command.INTERRUPT, Written("een"))


@pytest.mark.parametrize("failure", [BrokenPipeError(), OSError(28, "full"), ValueError("closed")])
def test_output_that_fails_pauses_without_reading_on(failure: Exception) -> None:
    def write(_: str) -> None:
        raise failure

    plain = Plain("nl", read=lambda: "1\n", write=write)
    assert plain.ask(CONSULTED) == Asked(Command.PAUSE, Chosen(()))
    plain.tell("Opgeslagen.")
    plain.close("Klaar.")
    plain.leave()


def test_leaving_pushes_everything_out_of_sight_and_names_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", "24")
    conversation = talk("1")
    conversation.ask(CONSULTED)
    before = conversation.said
    conversation.plain.leave()
    assert conversation.said.removeprefix(before) == "\n" * 24


def test_the_last_words_are_printed() -> None:
    conversation = talk()
    conversation.plain.tell("Opgeslagen.")
    conversation.plain.close("Ga verder met: meldcode resume")
    conversation.plain.close()
    assert conversation.said == "Opgeslagen.\n\nGa verder met: meldcode resume\n"


# Texts


@pytest.mark.parametrize("columns", [5, 20, 40, 80, 200])
@pytest.mark.parametrize("name", HOSTILE)
def test_no_control_character_of_a_text_is_printed(name: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for page in hostile_pages(HOSTILE[name]):
        conversation = talk("", HOSTILE[name].replace("\n", " "), "1", "", "")
        conversation.ask(page)
        conversation.plain.tell(HOSTILE[name])
        conversation.plain.close(HOSTILE[name])
        assert all(char == "\n" or char.isprintable() for char in conversation.said)
        rows = conversation.said.split("\n")
        assert columns < 20 or max(map(len, rows)) <= min(columns, 80) or name in {"combining", "emoji"}


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_word_or_number_is_cut(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    conversation = talk("1")
    conversation.ask(CONSULTED)
    said = " ".join(conversation.said.split())
    for text in (CONSULTED.title, *CONSULTED.body, EMERGENCY):
        assert text in said
    assert any("06 12 34 56 78." in row for row in conversation.said.split("\n"))
    assert all(len(row) <= min(columns, 80) for row in conversation.said.split("\n"))


def test_a_line_break_in_a_label_cannot_make_an_option() -> None:
    conversation = talk("1")
    conversation.ask(Page("x", "X", Choose((Option("a", "Ja\n2. Nee"),))))
    assert "\n1. Ja 2. Nee\n" in conversation.said


# Secrets


def test_a_secret_that_cannot_be_hidden_is_warned_about() -> None:
    conversation = talk("geheim")
    assert conversation.ask(PASSPHRASE) == Written("geheim")
    assert "Let op: wat u typt kan op het scherm te zien zijn." in conversation.said


@pytest.mark.parametrize("secret", ["", " a ", ":abc", "::abc", "?", ":"])
def test_a_secret_is_taken_as_it_is(secret: str) -> None:
    assert talk(secret).ask(PASSPHRASE) == Written(secret)


def test_commands_work_at_a_secret_and_a_draft_of_it_is_never_shown() -> None:
    conversation = talk(":weg")
    assert conversation.ask(replace(PASSPHRASE, field=Write(secret=True, draft="geheim"))) == Asked(
        Command.LEAVE, Written("")
    )
    assert "geheim" not in conversation.said


# After an error, and long words


def test_a_few_options_are_printed_again_after_an_error() -> None:
    conversation = talk("", ":verder", "2")
    conversation.ask(CONSULTED)
    assert conversation.said.count("2. Nee, nog niet") == 3
    assert conversation.said.index("Kies eerst een antwoord.") < conversation.said.rindex("2. Nee, nog niet")


def test_a_long_list_is_not_printed_again() -> None:
    conversation = talk("", "12")
    conversation.ask(TEN)
    assert conversation.said.count("Keuze 12") == 2  # in the list, and in what was chosen


def test_a_web_address_stays_whole_where_it_is_wider_than_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    address = "https://www.example.org/a-long-way-to-what-is-said"
    conversation = talk("")
    conversation.plain.tell(f"Zie {address} en een-woord-dat-veel-te-lang-is.")
    assert conversation.said.splitlines()[:3] == ["Zie", address, "en"]
    assert "een-woord-dat-veel-t\n" in conversation.said
