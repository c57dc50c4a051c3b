"""The life of a case after the walk: closing, filing, looking, a newer protocol, and what is kept of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Closed, Filed
from meldcode.protocol import codec, library
from meldcode.vault import setup
from tests.endtoend.made import ANSWERS, clock, made_case
from tests.endtoend.test_walk import PASSPHRASE, SAVE, Sitting, ran, vault_output

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.protocol.model import Protocol


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


def unlocked(vault: Path, *arguments: str, columns: int = 80) -> Sitting:
    sitting = Sitting(vault, *arguments, columns=columns)
    sitting.write("Wachtwoord van de kluis", PASSPHRASE)
    return sitting


def events(vault: Path, code: str) -> list[dict[str, object]]:
    """Return what the vault keeps of a case, without the values that say when."""
    opened = setup.open_vault(vault, PASSPHRASE, clock=clock, who="test")
    return [{name: value for name, value in each.body.items() if name != "at"} for each in opened.read(code).records]


def days_ago(days: int) -> str:
    return (clock() - timedelta(days=days)).isoformat()


class TestClosing:
    def test_it_is_asked_whether_the_summary_is_in_the_file_and_can_be_said_later(self, vault: Path) -> None:
        code = made_case(vault, PASSPHRASE)
        closing = unlocked(vault, "close", code)
        closing.see("Waarom sluit u deze zaak?")
        closing.send(f"Overgedragen.{SAVE}")
        closing.choose("Staat de samenvatting in het officiële dossier?", 2)
        assert closing.end() == 0
        assert f"meldcode close {code}" in " ".join(closing.normal().split())
        assert vault_output(vault, "list", "--all") == f"{code}  Onderwijs: gesloten\n"

        filing = unlocked(vault, "close", code)
        filing.choose("Staat de samenvatting in het officiële dossier?", 1)
        assert filing.end() == 0
        assert [each["event"] for each in events(vault, code)[-2:]] == ["closed", "filed"]
        assert vault_output(vault, "list", "--all") == f"{code}  Onderwijs: gesloten, in het dossier\n"
        again = unlocked(vault, "close", code)
        assert again.end() == 2

    @pytest.mark.parametrize(("key", "exit_code"), [("\x03", 130), ("\x18", 0)])
    def test_a_reason_that_was_typed_and_not_sent_is_kept_as_a_note(
        self, vault: Path, key: str, exit_code: int
    ) -> None:
        code = made_case(vault, PASSPHRASE)
        closing = unlocked(vault, "close", code)
        closing.see("Waarom sluit u deze zaak?")
        closing.send(f"De leerling verhuist{key}")
        assert closing.end() == exit_code
        assert events(vault, code)[-1] == {"event": "noted", "text": "De leerling verhuist"}
        assert "verhuist" not in closing.normal()
        assert ("als notitie bewaard" in " ".join(closing.normal().split())) == (key != "\x18")

    def test_stopped_before_anything_was_typed_nothing_is_added(self, vault: Path) -> None:
        code = made_case(vault, PASSPHRASE)
        before = events(vault, code)
        closing = unlocked(vault, "close", code)
        closing.see("Waarom sluit u deze zaak?")
        closing.send("\x03")
        assert closing.end() == 130
        assert "Er is niets toegevoegd." in closing.normal()
        assert events(vault, code) == before


class TestRetention:
    """A working copy is not kept for ever, and never erased by itself."""

    def test_ninety_days_after_closing_and_filing_it_is_asked_whether_it_can_go(self, vault: Path) -> None:
        old = made_case(vault, PASSPHRASE, more=[Closed("Klaar.", days_ago(200)), Filed(days_ago(90))])
        made_case(vault, PASSPHRASE, more=[Closed("Klaar.", days_ago(200)), Filed(days_ago(89))])
        made_case(vault, PASSPHRASE, more=[Closed("Klaar.", days_ago(89)), Filed(days_ago(200))])
        made_case(vault, PASSPHRASE, more=[Closed("Klaar.", days_ago(200))])

        for command in (["list"], ["agenda"]):
            done = ran(vault, *command)
            assert done.returncode == 0
            assert f"1 ({old})" in done.stderr
            assert f"meldcode shred {old}" in done.stderr
            assert old not in done.stdout
        bare = unlocked(vault)
        assert bare.end() == 2
        assert f"meldcode shred {old}" in " ".join(bare.normal().split())


class TestOpening:
    """Who looked, and when, is a record too."""

    def test_looking_is_recorded_and_changes_no_control_code(self, vault: Path) -> None:
        code = made_case(vault, PASSPHRASE)
        records = len(events(vault, code))
        shown = [vault_output(vault, "show", code) for _ in range(2)]
        assert events(vault, code)[records:] == [{"event": "opened", "how": "show"}] * 2
        controls = [line for text in shown for line in text.splitlines() if "Controlecode" in line]
        assert controls[0] == controls[1]
        control = controls[0].split()[-1]
        assert "tot daar is niets veranderd" in vault_output(vault, "verify", code, "--control", control)

    def test_a_list_records_nothing(self, vault: Path) -> None:
        code = made_case(vault, PASSPHRASE)
        before = events(vault, code)
        vault_output(vault, "list")
        vault_output(vault, "agenda")
        vault_output(vault, "verify")
        assert events(vault, code) == before

    def test_going_on_is_recorded_before_the_first_page(self, vault: Path) -> None:
        code = made_case(vault, PASSPHRASE)
        sitting = unlocked(vault, "resume", code)
        sitting.see("Het advies")
        assert events(vault, code)[-1] == {"event": "opened", "how": "resume"}
        sitting.send("\x03")
        assert sitting.end() == 130


def lacking(protocol: Protocol, name: str) -> Protocol:
    """Return an earlier protocol that did not ask this yet."""
    steps = tuple(
        replace(step, questions=tuple(each for each in step.questions if each != name)) for step in protocol.steps
    )
    questions = {each: question for each, question in protocol.questions.items() if each != name}
    older = replace(protocol, version="0.9.0", steps=steps, questions=questions, digest="")
    return replace(older, digest=codec.digest(older))


class TestNewerProtocol:
    @pytest.fixture
    def code(self, vault: Path) -> str:
        older = lacking(library.protocol("onderwijs"), "collega")
        answers = {name: value for name, value in ANSWERS.items() if name != "collega"}
        return made_case(vault, PASSPHRASE, answers, begun_with=older)

    def test_it_is_offered_with_what_changes_and_taken_over(self, vault: Path, code: str) -> None:
        sitting = unlocked(vault, "resume", code, columns=40)
        page = " ".join(sitting.see("Er is een nieuwer protocol").split())
        assert "versie 0.9.0. Er is nu versie 1." in page
        assert "Het advies blijft" in page
        assert "Nieuw gevraagd: - Overleg" in page
        sitting.send("1\r")
        sitting.see("Heeft u overlegd met de")
        sitting.send("\x03")
        assert sitting.end() == 130
        kinds = [each["event"] for each in events(vault, code)]
        assert kinds[-2:] == ["opened", "renewed"]
        assert "van het protocol overgenomen" in vault_output(vault, "show", code)

        again = unlocked(vault, "resume", code)
        again.see("Heeft u overlegd met de")
        again.send("\x03")
        assert again.end() == 130

    def test_left_once_it_is_not_offered_again(self, vault: Path, code: str) -> None:
        sitting = unlocked(vault, "resume", code)
        sitting.choose("Er is een nieuwer protocol", 2)
        sitting.see("Het advies")
        sitting.send("\x03")
        assert sitting.end() == 130
        assert events(vault, code)[-1]["event"] == "declined"

        again = unlocked(vault, "resume", code)
        again.see("Het advies")
        assert "nieuwer protocol" not in again.screen()
        again.send("\x03")
        assert again.end() == 130

    def test_stopped_at_the_offer_nothing_is_chosen(self, vault: Path, code: str) -> None:
        sitting = unlocked(vault, "resume", code)
        sitting.see("Er is een nieuwer protocol")
        sitting.send("\x1b[11~")
        sitting.see("Een zaak houdt het protocol waarmee zij begon.")
        sitting.send("\x03")
        assert sitting.end() == 130
        assert events(vault, code)[-1] == {"event": "opened", "how": "resume"}


@pytest.mark.parametrize("columns", [5, 30])
def test_no_number_of_the_emergency_line_is_cut_on_a_narrow_terminal(vault: Path, columns: int) -> None:
    """SPD-03, DUR-11: it comes before anything else, also before the passphrase."""
    made_case(vault, PASSPHRASE)
    sitting = Sitting(vault, "resume", columns=columns)
    sitting.see_page()
    sitting.send("\x03")
    assert sitting.end() == 130
    shown = sitting.normal()
    assert "112" in shown
    if columns == 30:
        assert shown.splitlines()[:3] == ["Direct gevaar: 112", "Veilig Thuis 0800-2000", "(gratis, dag en nacht)"]


class TestOutputFails:
    """DUR-11: what can't be shown was recorded first, and is said in one line."""

    def test_on_a_full_disk(self, vault: Path) -> None:
        code = made_case(vault, PASSPHRASE)
        done = ran(vault, "show", code, stdout="/dev/full")
        assert done.returncode == 7
        assert done.stderr.startswith("Fout: Lezen of schrijven is niet gelukt")
        assert events(vault, code)[-1] == {"event": "opened", "how": "show"}

    def test_where_only_ascii_can_be_shown(self, vault: Path) -> None:
        made_case(vault, PASSPHRASE)
        done = ran(vault, "list", "--all", PYTHONIOENCODING="ascii:strict")
        assert (done.returncode, done.stdout.isascii()) == (0, True)
