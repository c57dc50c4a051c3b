"""The whole program in a real terminal: answer, go back, jump, stop, resume; at 40, 80 and 120 columns, and plain."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.warm import only_a_start_will_do, warm
from tests.endtoend.made import made_case
from tests.shared import installed
from tests.wizard.driven import Driven, clean

PROGRAM = Path(__file__).parent / "program.py"
PASSPHRASE = "fiets lampion zeester kompas"
EMERGENCY = "Direct gevaar: 112 · Veilig Thuis 0800-2000 (gratis, dag en nacht)"
ESCAPE, SAVE, OVERVIEW, EMERGENCY_PAGE = "\x1b", "\x13", "\x1bOQ", "\x1b[19~"
TICK_FIRST, TICK_NONE = "\x1b[H \r", "\x1b[F \r"


class Sitting(Driven):
    """The program in a terminal, with a vault of its own."""

    def __init__(
        self,
        vault: Path,
        *arguments: str,
        columns: int = 80,
        rows: int = 40,
        fresh: bool = False,
        **environment: str,
    ) -> None:
        super().__init__(
            PROGRAM,
            *arguments,
            columns=columns,
            rows=rows,
            fresh=fresh,
            MELDCODE_VAULT=str(vault),
            HOME=str(vault.parent),
            **environment,
        )

    def choose(self, text: str, number: int) -> None:
        """Choose a number on the page that shows this text."""
        self.see(text)
        self.send(f"{number}\r")

    def write(self, text: str, words: str) -> None:
        """Type words on the page that shows this text."""
        self.see(text)
        self.send(f"{words}\r")


def begin(vault: Path, *, columns: int = 80) -> Sitting:
    """Start a case in a new vault, up to the question about the people."""
    sitting = Sitting(vault, "start", "--sector", "onderwijs", "--municipality", "Utrecht", columns=columns)
    sitting.choose("Is er op dit moment direct gevaar voor iemand?", 1)
    sitting.choose("Een kluis voor uw zaken", 2)
    sitting.write("Kies een wachtwoord", PASSPHRASE)
    sitting.write("Typ het wachtwoord nog een keer", PASSPHRASE)
    page = sitting.see("Ik heb de code opgeschreven")
    group = re.findall(r"^\s*([A-Z0-9]{6})\s*$", page, re.MULTILINE)[-1]
    sitting.send("1\r")
    sitting.write("Typ de laatste groep van de herstelcode over", group)
    sitting.see("Om welke leerling of student gaat het")
    return sitting


def people(sitting: Sitting) -> None:
    """Enter a pupil of eleven and a parent."""
    sitting.choose("Om welke leerling of student gaat het", 2)
    sitting.write("Hoe oud is deze persoon?", "11")
    sitting.choose("Is dit de persoon met wie u beroepsmatig te maken heeft?", 1)
    sitting.choose("kind, 11 jaar", 2)
    sitting.choose("Wie is dit?", 3)
    sitting.write("Hoe oud is deze persoon?", "")
    sitting.choose("ouder, leeftijd onbekend", 1)


def signals(sitting: Sitting) -> None:
    """Tick one signal and write what was heard."""
    sitting.choose("Wie veroorzaakt misschien het geweld", 1)
    sitting.see("Welke signalen heeft u gezien of gehoord?")
    sitting.send(TICK_FIRST)
    sitting.see("Wat zag of hoorde u?")
    sitting.send(TICK_FIRST)
    sitting.see("Wat is er precies gezien of gehoord?")
    sitting.send(f"Zegt: ik wil niet naar huis. Łukasz € ü{SAVE}")
    sitting.choose("Hoe weet u dit?", 2)
    sitting.write("Wanneer was dat?", "2026-11-20")
    sitting.see("Wat kan het betekenen?")
    sitting.send(SAVE)


def rest_of_step_one(sitting: Sitting) -> None:
    sitting.see("Wat gaat er goed")
    sitting.send(SAVE)
    sitting.see("Denkt u aan een van deze bijzondere vormen")
    sitting.send(TICK_NONE)


def ran(vault: Path, *arguments: str, stdout: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command that only prints, with the passphrase through a descriptor; `stdout` is a file to print to."""
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n".encode())
    os.close(writing)
    # On a full disk compiled code would leave half a file for every other test.
    more = {"MELDCODE_VAULT": str(vault), "HOME": str(vault.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    env = clean(more | environment)
    command = [str(PROGRAM), *arguments, "--passphrase-fd", str(reading)]
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, reading)
        if not stdout and not only_a_start_will_do(environment):
            code, out, err = warm(installed()).run(command, env, more={reading: reading})
            return subprocess.CompletedProcess(command, code, out.decode(), err.decode())
        to = stack.enter_context(Path(stdout).open("w", encoding="utf-8")) if stdout else subprocess.PIPE
        command = [sys.executable, *command]
        return subprocess.run(
            command, env=env, pass_fds=[reading], stdout=to, stderr=subprocess.PIPE, text=True, check=False
        )


def vault_output(vault: Path, *arguments: str, code: int = 0) -> str:
    """Return what such a command prints, when it ends with this exit code."""
    done = ran(vault, *arguments)
    assert done.returncode == code, done.stderr
    return done.stdout


def case_code(vault: Path) -> str:
    return vault_output(vault, "list").split()[0]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_case_is_begun_stopped_and_resumed(vault: Path, columns: int) -> None:
    sitting = begin(vault, columns=columns)
    people(sitting)
    sitting.see("Wie veroorzaakt misschien het geweld")
    sitting.send("\x03")

    assert sitting.end() == 130
    assert "kind, 11 jaar" not in sitting.normal()
    assert "meldcode resume" in " ".join(sitting.normal().split())

    again = Sitting(vault, "resume", columns=columns)
    again.write("Wachtwoord van de kluis", PASSPHRASE)
    signals(again)
    rest_of_step_one(again)
    again.see("Stap 1 is klaar")
    again.send("2\r")

    assert again.end() == 0
    stored = json.loads(vault_output(vault, "show", case_code(vault), "--format", "json"))
    answers = {each["question"]: each["value"] for step in stored["steps"] for each in step["answers"]}
    assert answers["betrokkenen"] == [{"role": "kind", "age": 11, "client": "ja"}, {"role": "ouder"}]
    assert answers["signalen"][0]["seen"] == "Zegt: ik wil niet naar huis. Łukasz € ü"
    assert stored["region"] == {"id": "VT20", "name": "Utrecht"}


def test_going_back_and_jumping_change_an_answer_and_say_what_lapses(vault: Path) -> None:
    sitting = Sitting(vault, "start", "--practice", "--sector", "algemeen")
    sitting.choose("direct gevaar", 1)
    sitting.write("In welke gemeente speelt dit?", "")
    sitting.choose("Noem geen namen", 1)
    sitting.write("Hoe oud is deze persoon?", "34")
    sitting.choose("cliënt, patiënt of leerling zelf, 34 jaar", 1)
    sitting.see("OEFENING: er wordt niets bewaard")
    sitting.see("Wie zou het geweld kunnen plegen")
    sitting.send(ESCAPE)
    sitting.choose("34 jaar", 1)
    sitting.see("Wie zou het geweld kunnen plegen")
    sitting.send(OVERVIEW)
    sitting.see("Welk antwoord wilt u bekijken of veranderen?")
    sitting.send("1\r")
    sitting.choose("direct gevaar", 2)
    sitting.see("Wie zou het geweld kunnen plegen")
    sitting.send(OVERVIEW)
    sitting.see("Direct gevaar: Dat weet ik niet")
    sitting.send("\x04")

    assert sitting.end() == 0
    assert not vault.exists()


def test_the_emergency_page_and_the_quick_exit_work_at_the_first_question(vault: Path) -> None:
    sitting = Sitting(vault, "start", "--practice", "--sector", "onderwijs")
    sitting.see("direct gevaar")
    sitting.send(EMERGENCY_PAGE)
    sitting.see("Blijf aan de lijn")
    sitting.send("\r")
    sitting.see("Is er op dit moment direct gevaar")
    sitting.send("\x18")

    assert sitting.end() == 0
    assert "meldcode" not in sitting.screen()


def test_what_was_answered_survives_kill_nine(vault: Path) -> None:
    sitting = begin(vault)
    people(sitting)
    sitting.see("Wie veroorzaakt misschien het geweld")
    sitting.program.kill(signal.SIGKILL)
    sitting.end()

    shown = vault_output(vault, "show", case_code(vault))

    assert "kind, 11 jaar" in shown
    assert "volledig" in vault_output(vault, "verify")


def test_in_plain_mode_the_same_walk_holds_no_escape_code(vault: Path) -> None:
    sitting = Sitting(
        vault, "start", "--practice", "--plain", "--sector", "onderwijs", "--municipality", "Utrecht", columns=40
    )
    for text, line in (
        ("Is er op dit moment direct gevaar", "1"),
        ("Om welke leerling of student gaat het", "kind"),
        ("Hoe oud is deze persoon?", "11"),
        ("beroepsmatig te maken heeft?", "ja"),
        ("Tot nu toe", "1"),
        ("Wie veroorzaakt misschien het geweld", ":112"),
        ("Blijf aan de lijn", "1"),
        ("Wie veroorzaakt misschien het geweld", ":pauze"),
    ):
        sitting.write(text, line)

    assert sitting.end() == 0
    assert b"\x1b" not in sitting.output
    assert "U koos: Nee" in sitting.screen() or "U koos: Nee" in sitting.normal()


def test_in_english_the_questions_are_english(vault: Path) -> None:
    sitting = Sitting(
        vault, "start", "--practice", "--lang", "en", "--sector", "onderwijs", "--municipality", "Utrecht"
    )
    sitting.see("Immediate danger: 112")
    sitting.choose("immediate danger", 1)
    sitting.see("No names, only roles and ages.")
    sitting.send("\x03")

    assert sitting.end() == 130


def unlock(sitting: Sitting) -> None:
    sitting.write("Wachtwoord van de kluis", PASSPHRASE)


def test_a_decided_case_is_noted_closed_reopened_and_shown(vault: Path, tmp_path: Path) -> None:
    code = made_case(vault, PASSPHRASE)

    noting = Sitting(vault, "note", code)
    unlock(noting)
    noting.see("Schrijf uw notitie")
    noting.send(f"Het bestuur is ingelicht.{SAVE}")
    assert noting.end() == 0

    closing = Sitting(vault, "close", code)
    unlock(closing)
    closing.see("Waarom sluit u deze zaak?")
    closing.send(f"Melding gedaan en overgedragen.{SAVE}")
    closing.choose("Staat de samenvatting in het officiële dossier?", 1)
    assert closing.end() == 0
    assert vault_output(vault, "list") == ""
    assert "gesloten" in vault_output(vault, "list", "--all")

    reopening = Sitting(vault, "reopen", code)
    unlock(reopening)
    reopening.see("Welke nieuwe feiten zijn er?")
    reopening.send(f"De leerling kwam weer met letsel.{SAVE}")
    assert reopening.end() == 0

    summary = tmp_path / "zaak.md"
    vault_output(vault, "show", code, "--format", "md", "--output", str(summary))
    text = summary.read_text(encoding="utf-8")
    assert summary.stat().st_mode & 0o777 == 0o600
    assert "Het bestuur is ingelicht" in text
    assert "De leerling kwam weer met letsel" in text
    vault_output(vault, "show", code, "--format", "md", "--output", str(summary), code=7)


def test_the_control_code_on_the_summary_is_a_witness(vault: Path) -> None:
    code = made_case(vault, PASSPHRASE)
    control = json.loads(vault_output(vault, "show", code, "--format", "json"))["control"]

    assert "tot daar is niets veranderd" in vault_output(vault, "verify", code, "--control", control)
    assert "past bij geen enkel record" in vault_output(vault, "verify", code, "--control", "A" * 20, code=1)

    path = vault / "zaken" / f"{code}.zaak"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:3] + lines[4:]))
    assert "ontbreekt of is onleesbaar" in vault_output(vault, "verify", code, code=6)
    refused = Sitting(vault, "resume", code)
    unlock(refused)
    assert refused.end() == 6


def test_a_second_window_on_the_same_case_is_refused(vault: Path) -> None:
    code = made_case(vault, PASSPHRASE)
    first = Sitting(vault, "resume", code)
    unlock(first)
    first.see("Het advies")

    second = Sitting(vault, "resume", code)
    unlock(second)

    assert second.end() == 2
    assert "Een ander venster werkt al aan deze zaak" in " ".join(second.normal().split())
    first.send("\x03")
    assert first.end() == 130


def test_with_several_cases_one_chooses(vault: Path) -> None:
    codes = [made_case(vault, PASSPHRASE), made_case(vault, PASSPHRASE)]
    sitting = Sitting(vault, "resume")
    unlock(sitting)
    sitting.choose("Met welke zaak gaat u verder?", 1)
    shown = sitting.see("Het advies")

    assert any(code in shown for code in codes)
    sitting.send("\x04")
    assert sitting.end() == 0


def test_a_wrong_passphrase_is_said_and_five_end_it(vault: Path) -> None:
    made_case(vault, PASSPHRASE)
    sitting = Sitting(vault, "resume")
    sitting.see("Wachtwoord van de kluis")
    sitting.send("dit is niet het wachtwoord\r" * 5)

    assert sitting.end() == 5


def test_the_advice_is_shown_with_what_to_do_now_at_forty_columns_in_english(vault: Path) -> None:
    code = made_case(vault, PASSPHRASE)
    sitting = Sitting(vault, "resume", code, "--lang", "en", columns=40)
    sitting.write("Passphrase of the vault", PASSPHRASE)
    sitting.see("Report to Veilig Thuis")
    for _ in range(12):
        sitting.send("\x1b[6~")
    sitting.see("Continue to your decision")
    sitting.send("1\r")
    sitting.see("End of this round")
    sitting.see("Control code")
    sitting.send("1\r")

    assert sitting.end() == 0


def test_of_a_damaged_case_what_is_left_is_shown_with_a_warning(vault: Path) -> None:
    code = made_case(vault, PASSPHRASE)
    path = vault / "zaken" / f"{code}.zaak"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:5], *lines[6:]]))

    assert "Direct gevaar: Nee" in vault_output(vault, "show", code, code=6)

    path.write_bytes(b"".join(lines[1:]))
    assert vault_output(vault, "show", code, code=6) == ""


def test_a_vault_with_generated_words_opens_with_them_and_with_the_paper_code(vault: Path) -> None:
    sitting = Sitting(vault, "vault", "init")
    sitting.choose("Een kluis voor uw zaken", 1)
    page = sitting.see("Dit is uw wachtwoord")
    words = next(match[0] for line in page.splitlines() if (match := re.fullmatch(r"\s*([a-z]+ ){5}[a-z]+", line)))
    sitting.send("1\r")
    sitting.write("Typ het wachtwoord nog een keer", words.strip())
    groups = re.findall(
        r"^\s*(AGE-SECRET-KEY-1|[A-Z0-9]{4}|[A-Z0-9]{6})\s*$", sitting.see("Ik heb de code"), re.MULTILINE
    )
    sitting.send("1\r")
    sitting.write("Typ de laatste groep", "AAAAAA")
    sitting.see("Dit is niet de laatste groep")
    sitting.send("\x15" + groups[-1] + "\r")
    assert sitting.end() == 0

    for secret in (words.strip(), " ".join(groups)):
        info = Sitting(vault, "vault", "info")
        info.write("Wachtwoord van de kluis", secret)
        assert info.end() == 0
        assert "Zaken: 0" in info.normal()
