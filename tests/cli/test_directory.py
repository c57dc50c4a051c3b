"""`sectors` leads to the protocol that is for someone; `contacts` tells whom to call, by place and theme and age."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.cli.directory import contacts, sectors
from meldcode.cli.errors import Exit
from meldcode.cli.output import Voice
from meldcode.export.contacts import contact_lines
from meldcode.export.text import text
from meldcode.protocol import library
from meldcode.text import say
from tests.cli.program import Program
from tests.export.papers import advice_on
from tests.wizard.driven import Driven

if TYPE_CHECKING:
    from collections.abc import Callable

    from meldcode.protocol.language import Language

SCRIPT = Path(__file__).parents[1] / "endtoend" / "program.py"
FIRST = ["Alarmnummer: 112", "Veilig Thuis: 0800-2000"]


def heads(out: str) -> list[str]:
    return [line for line in out.splitlines() if line and not line.startswith(" ")]


def sectors_in(out: str) -> list[str]:
    known = set(library.sector_ids())
    return [name for name in (line.partition(":")[0] for line in heads(out)) if name in known]


class TestSectorByWord:
    @pytest.mark.parametrize(
        ("word", "sector"),
        [
            ("huisarts", "zorg-arts"),
            ("Huisarts", "zorg-arts"),
            ("GP", "zorg-arts"),
            ("leraar", "onderwijs"),
            ("onderwijzer", "onderwijs"),
            ("voetbalcoach", "sport"),
            ("scheidsrechter", "sport"),
            ("teacher", "onderwijs"),
            ("tandarts", "zorg-mondzorg"),
            ("dentist", "zorg-mondzorg"),
            ("verloskundige", "zorg-verloskunde"),
            ("midwife", "zorg-verloskunde"),
            ("ambulance", "zorg-acuut"),
            ("leerplichtambtenaar", "leerplicht"),
            ("COA", "asielopvang"),
            ("SEH", "zorg-acuut"),
        ],
    )
    def test_a_profession_in_dutch_or_english_leads_first_to_its_protocol(
        self, program: Program, word: str, sector: str
    ) -> None:
        for language in ("nl", "en"):
            done = program.run("sectors", word, "--lang", language)
            assert (done.code, done.err) == (0, "")
            assert sectors_in(done.out)[0] == sector

    def test_every_word_of_every_profession_leads_to_its_protocol(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """In this process: a program for each word would take minutes."""
        index = library.index()
        monkeypatch.setattr(library, "index", lambda: index)
        for place in index.workplaces:
            for each in place.professions:
                for word in filter(lambda word: len(word) > 1, each.words):
                    assert sectors(Voice("nl"), word, every=False) is Exit.FINE
                    assert each.sector in sectors_in(capsys.readouterr().out), word

    def test_the_profession_that_has_the_very_word_comes_before_one_that_begins_with_it(self, program: Program) -> None:
        """Who works at the COA comes before a coach, who also begins so."""
        assert sectors_in(program.run("sectors", "coa").out)[:2] == ["asielopvang", "kinderopvang"]
        assert heads(program.run("sectors", "teacher").out)[0] == "Leraar, docent of mentor:"

    def test_a_protocol_is_told_once_with_whom_it_is_for_and_when_it_was_read(self, program: Program) -> None:
        found = sectors_in(program.run("sectors", "verpleegkundige").out)
        assert len(found) == len(set(found)) > 1
        entry = next(each for each in library.sectors() if each.id == "zorg-arts")
        out = program.run("sectors", "huisarts").out
        assert f"  {entry.for_whom.nl}" in out
        assert f"nagekeken op {entry.reviewed}" in out

    @pytest.mark.parametrize("word", ["xyzzy", "q", " "])
    def test_a_word_that_nobody_has_is_refused_with_the_way_to_the_list(self, program: Program, word: str) -> None:
        done = program.run("sectors", word)
        assert (done.code, done.out) == (2, "")
        assert "meldcode sectors --all" in done.err

    @pytest.mark.parametrize(("word", "meant"), [("lerar", "leraar"), ("huisartts", "huisarts"), ("nurze", "nurse")])
    def test_a_slip_of_the_pen_is_told(self, program: Program, word: str, meant: str) -> None:
        done = program.run("sectors", word)
        assert (done.code, done.out) == (2, "")
        assert f"Bedoelde u “{meant}”?" in done.err

    def test_what_was_typed_is_shown_safely_and_not_whole(self, program: Program) -> None:
        done = program.run("sectors", "\x1b[31m" + "x" * 300)
        assert done.code == 2
        assert "\x1b" not in done.err
        assert "x" * 50 not in done.err


class TestSectorByAsking:
    def asked(self, *arguments: str, columns: int = 80) -> Driven:
        return Driven(SCRIPT, "sectors", *arguments, columns=columns, rows=40, HOME=os.devnull)

    @pytest.mark.parametrize("columns", [40, 80])
    def test_in_a_terminal_two_questions_lead_to_it_and_the_way_on_is_said(self, columns: int) -> None:
        terminal = self.asked(columns=columns)
        page = terminal.see("Waar werkt u?")
        assert "vorige keer" not in page
        terminal.send("6\r")
        terminal.see("Wat is daar uw werk?")
        terminal.send("\x1b")
        terminal.see("Waar werkt u?")
        terminal.send("6\r")
        terminal.see("Wat is daar uw werk?")
        terminal.send("1\r")
        assert terminal.end() == 0
        said = " ".join(terminal.normal().split())
        assert "onderwijs: Onderwijs" in said
        assert said.endswith("Beginnen: meldcode start --sector onderwijs")

    def test_in_plain_lines_in_english(self) -> None:
        terminal = self.asked("--plain", "--lang", "en", columns=40)
        terminal.see("Where do you work?")
        terminal.send("6\r")
        terminal.see("What is your work there?")
        terminal.send("1\r")
        assert terminal.end() == 0
        assert "onderwijs: Education" in terminal.normal()
        assert b"\x1b" not in terminal.output

    @pytest.mark.parametrize(("keys", "code"), [("\x03", 130), ("\x04", 0), ("\x18", 0)])
    def test_stopping_ends_calmly(self, keys: str, code: int) -> None:
        terminal = self.asked()
        terminal.see("Waar werkt u?")
        terminal.send(keys)
        assert terminal.end() == code
        assert "Traceback" not in terminal.normal()

    def test_all_protocols_can_be_listed_in_a_terminal_too(self) -> None:
        terminal = self.asked("--all")
        assert terminal.end() == 0
        assert "Waar werkt u?" not in terminal.without_alternate()
        assert sectors_in(terminal.normal()) == [entry.id for entry in library.sectors()]


class TestContacts:
    def test_112_and_veilig_thuis_come_first_whatever_is_asked(self, program: Program) -> None:
        for options in ([], ["--theme", "mensenhandel"], ["--age", "3"], ["--age", "99"], ["--sector", "sport"]):
            assert heads(program.run("contacts", *options).out)[:2] == FIRST, options

    def test_they_come_first_even_if_the_content_did_not_name_them_for_it(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shipped = library.directory()
        narrow = {
            name: replace(each, themes=(), age_from=50, only=("sport",)) if each.urgency <= 2 else each
            for name, each in shipped.contacts.items()
        }
        monkeypatch.setattr(library, "directory", lambda: replace(shipped, contacts=narrow))
        assert contacts(Voice("nl"), "", "eer", 9, "onderwijs") is Exit.FINE
        assert heads(capsys.readouterr().out)[:2] == FIRST

    def test_a_theme_names_those_who_are_for_it_and_nobody_else(self, program: Program) -> None:
        themes = {name for each in library.directory().contacts.values() for name in each.themes}
        assert themes == library.protocol("algemeen").themes.keys(), "each theme has someone to call"
        for theme in ("eer", "belaging"):
            expected = [
                each.name.nl
                for each in library.directory().contacts.values()
                if theme in each.themes or each.id in ("alarmnummer", "veilig_thuis")
            ]
            named = [line.partition(": ")[0] for line in heads(program.run("contacts", "--theme", theme).out)]
            assert named == expected
            assert 2 < len(named) < len(library.directory().contacts)

    def test_a_theme_that_was_misspelt_is_refused_with_what_was_meant(self, program: Program) -> None:
        done = program.run("contacts", "--theme", "eeer")
        assert (done.code, done.out) == (2, "")
        assert done.err == "Fout: Het thema “eeer” is er niet. Bedoelde u “eer”?\n"
        begun = program.run("contacts", "--theme", "Oude")
        assert begun.err.endswith("Bedoelde u “ouderenmishandeling” of “oudermishandeling”?\n")
        assert "“ouderenmishandeling”?" in program.run("contacts", "--theme", "ouderen").err
        unknown = program.run("contacts", "--theme", "x")
        assert unknown.code == 2
        assert "Kies uit: achterlating, belaging, eer," in unknown.err

    @pytest.mark.parametrize(
        ("age", "there", "not_there"), [(9, "Kindertelefoon", "Alles Oké?"), (40, "", "Kindertelefoon")]
    )
    def test_an_age_leaves_out_who_is_for_others(self, program: Program, age: int, there: str, not_there: str) -> None:
        out = program.run("contacts", "--age", str(age)).out
        assert there in out
        assert not_there not in "\n".join(heads(out))
        assert not_there in program.run("contacts").out

    @pytest.mark.parametrize("age", ["-1", "121", "negen"])
    def test_an_age_that_cannot_be_is_refused(self, program: Program, age: str) -> None:
        done = program.run("contacts", "--age", age)
        assert (done.code, done.out) == (2, "")
        assert "--age" in done.err

    def test_who_is_for_some_sectors_only_is_not_named_to_another(self, program: Program) -> None:
        leck = library.directory().contacts["leck"]
        assert "zorg-arts" in leck.only
        assert leck.name.nl in program.run("contacts", "--sector", "zorg-arts").out
        assert leck.name.nl not in program.run("contacts", "--sector", "onderwijs").out

    def test_theme_age_and_sector_are_asked_together(self, program: Program) -> None:
        out = program.run("contacts", "--theme", "kmdf", "--age", "3", "--sector", "onderwijs").out
        assert "Vertrouwensarts" in out
        assert library.directory().contacts["leck"].name.nl not in out

    @pytest.mark.parametrize(
        ("typed", "name"), [("Weesp", "Amsterdam"), ("Hilversun", "Hilversum"), ("den haag", "'s-Gravenhage")]
    )
    def test_an_old_name_a_slip_of_the_pen_and_another_name_lead_to_the_municipality(
        self, program: Program, typed: str, name: str
    ) -> None:
        done = program.run("contacts", typed)
        assert done.code == 0
        assert done.out.startswith(f"{name}: Veilig Thuis ")

    @pytest.mark.parametrize(
        ("typed", "said"), [("Bergen", "Bedoelde u Bergen (NH.) of Bergen (L.)?"), ("Xyzzy", "niet gevonden")]
    )
    def test_a_name_that_can_mean_two_or_none_is_refused(self, program: Program, typed: str, said: str) -> None:
        done = program.run("contacts", typed)
        assert (done.code, done.out) == (2, "")
        assert said in done.err

    @pytest.mark.parametrize("columns", [40, 80])
    def test_in_a_terminal_what_belongs_to_a_contact_stays_indented_under_it(self, columns: int) -> None:
        terminal = Driven(SCRIPT, "contacts", "--theme", "eer", columns=columns, rows=100, HOME=os.devnull)
        assert terminal.end() == 0
        rows = terminal.normal().split("\n")
        assert max(map(len, rows)) <= columns
        start = rows.index("Alarmnummer: 112")
        assert all(row.startswith("  ") for row in rows[start + 1 : rows.index("Veilig Thuis: 0800-2000")])

    def test_a_region_goes_with_a_theme(self, program: Program) -> None:
        out = program.run("contacts", "Utrecht", "--theme", "eer").out
        assert out.startswith("Utrecht: Veilig Thuis Utrecht, 0800-2000\n")
        assert "\nVeilig Thuis Utrecht: 0800-2000\n" in out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "open ma-vr 9:00-17:00, za 10:00-16:00 (nu open)"),
        ("en", "open Mon-Fri 9:00-17:00, Sat 10:00-16:00 (open now)"),
    ],
)
def test_opening_hours_name_the_days_in_the_language_of_the_reader(language: Language, said: str) -> None:
    contact = replace(library.directory().contacts["comensha"], hours="ma-vr 9:00-17:00, za 10:00-16:00", cost="gratis")
    lines = list(contact_lines(contact, None, language, datetime(2026, 11, 23, 12, tzinfo=UTC)))
    assert any(line.startswith(said) for line in lines)


@pytest.mark.parametrize(("after", "stale"), [(timedelta(days=365), False), (timedelta(days=366), True)])
def test_a_contact_that_was_checked_more_than_a_year_ago_says_so(after: timedelta, *, stale: bool) -> None:
    for contact in library.directory().contacts.values():
        if contact.verified:
            now = datetime.fromisoformat(contact.verified).replace(tzinfo=UTC) + after
            (*_, last) = contact_lines(contact, None, "nl", now)
            assert ("langer dan een jaar geleden" in last) == stale, contact.id
    unknown = replace(contact, verified="2020-01-01")
    assert "langer dan een jaar" not in list(contact_lines(unknown, None, "nl", None))[-1], "without a clock"


class TestReview:
    @pytest.fixture
    def expired(self, program: Program, tmp_path: Path) -> Program:
        """The program with content whose review was due years ago."""
        tree = tmp_path / "expired"
        shutil.copytree(program.tree, tree)
        for path in (tree / "meldcode" / "_content" / "compiled").iterdir():
            content = json.loads(path.read_text("utf-8"))
            path.write_text(json.dumps(changed(content, lambda _: "2020-01-01")), "utf-8")
        return Program(tree, tmp_path)

    def test_the_list_of_protocols_says_it_of_each(self, expired: Program, program: Program) -> None:
        out = expired.run("sectors").out
        assert out.count("LET OP: de inhoud van dit protocol moest voor 2020-01-01 opnieuw worden nagekeken.") == len(
            library.sector_ids()
        )
        assert "LET OP" not in program.run("sectors").out

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_a_summary_with_a_moment_says_it_from_that_day_on(self, language: Language) -> None:
        summary = advice_on("veiligheid=ja")
        due = datetime.fromisoformat(summary.protocol.review_before).replace(tzinfo=UTC)
        warning = say(language, "summary.review_expired", before=summary.protocol.review_before)
        assert warning in text(summary, language, due).replace("\n", " ")
        assert warning not in text(summary, language, due - timedelta(days=1)).replace("\n", " ")
        assert warning not in text(summary, language).replace("\n", " "), "advise tells the same every day"

    def test_a_case_begins_with_it(self, expired: Program) -> None:
        terminal = Driven(
            SCRIPT,
            *("start", "--practice", "--plain", "--sector", "onderwijs", "-m", "Utrecht"),
            rows=40,
            HOME=os.devnull,
            PYTHONPATH=f"{expired.tree}{os.pathsep}{SCRIPT.parents[2]}",
        )
        terminal.see("direct gevaar")
        terminal.send("1\r")
        terminal.see("LET OP: de inhoud van dit protocol moest voor 2020-01-01")
        terminal.send("1\r")
        terminal.see("Om welke leerling of student gaat het")
        terminal.send("\x04")
        assert terminal.end() == 0


def changed(content: Any, date: Callable[[str], str]) -> Any:  # noqa: ANN401 - compiled content is JSON
    """Return compiled content with another day before which it has to be reviewed."""
    if isinstance(content, dict):
        return {
            key: date(str(value)) if key == "review_before" else changed(value, date) for key, value in content.items()
        }
    return [changed(each, date) for each in content] if isinstance(content, list) else content
