"""The agenda over a real vault: late, today, later, without a date, damaged, and into a calendar file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from meldcode.case.calendar import after_working_days
from meldcode.case.events import Closed
from meldcode.protocol import library
from meldcode.protocol.model import REPORTED
from tests.endtoend.made import ANSWERS, made_case
from tests.endtoend.test_walk import PASSPHRASE, Sitting, ran, vault_output

if TYPE_CHECKING:
    from meldcode.case.values import Plain

HELPED: dict[str, Plain] = {
    **{name: ANSWERS[name] for name in list(ANSWERS)[:9]},
    "veiligheid": "nee",
    "hulp": "ja",
    "acceptatie": "ja",
    "besluit": "hulp",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


def helped(vault: Path, until: date | None) -> str:
    """Make a case that waits for the result of help until a day, if one was agreed."""
    answers = HELPED | ({"evaluatie": until.isoformat()} if until else {})
    return made_case(vault, PASSPHRASE, answers)


def reported(vault: Path, on: date) -> str:
    return made_case(vault, PASSPHRASE, ANSWERS | {"melding_datum": on.isoformat()})


def heads(output: str) -> list[str]:
    return [line for line in output.splitlines() if not line.startswith("  ")]


def drop_record(vault: Path, code: str, number: int) -> None:
    path = vault / "zaken" / f"{code}.zaak"
    lines = path.read_bytes().splitlines(keepends=True)
    del lines[number]
    path.write_bytes(b"".join(lines))


def test_what_is_late_comes_first_then_today_then_later_then_what_has_no_date(vault: Path) -> None:
    today = date.today()  # noqa: DTZ011 - the day where the program runs, as the program sees it
    undated, later = helped(vault, None), helped(vault, today + timedelta(days=400))
    now, late = helped(vault, today), helped(vault, today - timedelta(days=1))

    lines = heads(vault_output(vault, "agenda"))

    assert [code for line in lines for code in (late, now, later, undated) if code in line.split(" wacht")[0]] == [
        late,
        now,
        later,
        undated,
    ]
    assert f"{today - timedelta(days=1)}, OVER TIJD" in lines[0]
    assert f"{today}, VANDAAG" in lines[1]
    assert f"{today + timedelta(days=400)} · zaak {later} · Resultaat van de hulp" in lines[2]
    assert lines[3] == (
        f"Zonder datum · zaak {undated} wacht op: Resultaat van de hulp. Leg een datum vast: meldcode resume {undated}"
    )


def test_a_day_is_named_with_its_weekday_in_the_language_that_is_asked(vault: Path) -> None:
    made = helped(vault, date(2099, 1, 1))
    for language, weekday in (("nl", "donderdag"), ("en", "Thursday")):
        (line,) = heads(vault_output(vault, "agenda", "--lang", language))
        assert line.startswith(f"{weekday} 2099-01-01 · ")
        assert made in line


def test_after_a_report_one_is_reminded_to_ask_veilig_thuis_how_things_stand(vault: Path) -> None:
    today = date.today()  # noqa: DTZ011 - as above
    code = reported(vault, today)
    output = vault_output(vault, "agenda")
    assert heads(output) == [line for line in heads(output) if code in line]
    assert after_working_days(today, 5).isoformat() in output
    assert "Oordeel van Veilig Thuis" in output
    assert "0800-2000" in output.splitlines()[1]


def test_a_report_that_was_decided_and_not_dated_is_on_the_agenda(vault: Path) -> None:
    code = made_case(vault, PASSPHRASE, {name: value for name, value in ANSWERS.items() if name != "melding_datum"})
    label = library.protocol("onderwijs").questions[REPORTED].label.nl
    assert heads(vault_output(vault, "agenda")) == [
        f"Zonder datum · zaak {code} wacht op: {label}. Leg een datum vast: meldcode resume {code}"
    ]


def test_nothing_due_is_said_and_a_closed_case_asks_nothing(vault: Path) -> None:
    for answers in (ANSWERS, HELPED):
        made_case(vault, PASSPHRASE, answers, more=[Closed("Overgedragen.")])
    done = ran(vault, "agenda")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Er staat niets in de agenda.\n"


class TestCalendarFile:
    def test_it_is_written_for_its_owner_only_and_never_over_a_file(self, vault: Path, tmp_path: Path) -> None:
        code, file = helped(vault, date(2099, 1, 1)), tmp_path / "dagen.ics"

        done = ran(vault, "agenda", "--ics", str(file))
        content = file.read_bytes()
        assert (done.returncode, done.stderr) == (0, f"Geschreven: {file}\n")
        assert file.stat().st_mode & 0o777 == 0o600
        assert b"DTSTART;VALUE=DATE:20990101\r\n" in content
        assert f"SUMMARY:Herinnering {code}\r\n".encode() in content

        again = ran(vault, "agenda", "--ics", str(file))
        assert again.returncode == 7
        assert "bestaat al" in again.stderr
        assert code in again.stdout, "the agenda itself is shown all the same"
        assert file.read_bytes() == content

    def test_it_tells_nothing_of_the_cases_but_their_codes(self, vault: Path, tmp_path: Path) -> None:
        code, file = reported(vault, date(2026, 11, 20)), tmp_path / "dagen.ics"
        vault_output(vault, "agenda", "--ics", str(file))
        content = file.read_text("ascii").casefold()
        assert code.casefold() in content
        for telling in ("veilig", "thuis", "meldcode", "onderwijs", "kind", "utrecht", "oordeel", "zaak"):
            assert telling not in content, telling

    def test_a_hyphen_is_standard_output_and_only_the_calendar_comes_there(self, vault: Path) -> None:
        helped(vault, date(2099, 1, 1))
        done = ran(vault, "agenda", "--ics", "-")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines()[0] == "BEGIN:VCALENDAR"
        assert done.stdout.splitlines()[-1] == "END:VCALENDAR"
        assert not Path("-").exists()

    def test_without_a_day_no_file_is_made_and_that_is_said(self, vault: Path, tmp_path: Path) -> None:
        helped(vault, None)
        done = ran(vault, "agenda", "--ics", str(tmp_path / "dagen.ics"))
        assert done.returncode == 0
        assert "Er is geen bestand gemaakt." in done.stderr
        assert not (tmp_path / "dagen.ics").exists()

    def test_a_folder_that_is_not_there_is_said(self, vault: Path, tmp_path: Path) -> None:
        helped(vault, date(2099, 1, 1))
        done = ran(vault, "agenda", "--ics", str(tmp_path / "weg" / "dagen.ics"))
        assert done.returncode == 7
        assert "is niet gelukt" in done.stderr


@pytest.mark.parametrize("lost", ["first record", "middle record", "file", "key"])
def test_a_damaged_case_is_named_and_hides_no_other(vault: Path, lost: str) -> None:
    codes = [helped(vault, date(2099, 1, day)) for day in (1, 2, 3)]
    broken, *whole = codes
    if lost in ("file", "key"):
        (vault / {"file": f"zaken/{broken}.zaak", "key": f"sleutels/{broken}.age"}[lost]).unlink()
    else:
        drop_record(vault, broken, 0 if lost == "first record" else 3)

    done = ran(vault, "agenda")
    assert done.returncode == 6
    assert f"meldcode verify {broken}" in done.stderr
    for code in whole:
        assert any(f"zaak {code} · Resultaat van de hulp" in line for line in heads(done.stdout))
        assert code not in done.stderr

    listed = ran(vault, "list")
    assert sorted(line.split()[0] for line in listed.stdout.splitlines()) == sorted(codes)
    assert listed.returncode == 6
    assert f"meldcode verify {broken}" in listed.stdout
    assert not any(f"meldcode verify {code}" in listed.stdout for code in whole)


@pytest.mark.parametrize("columns", [40, 80])
def test_in_a_terminal_the_passphrase_is_asked_and_the_lines_fit(vault: Path, columns: int) -> None:
    code = helped(vault, date(2099, 1, 1))
    sitting = Sitting(vault, "agenda", columns=columns)
    sitting.write("Wachtwoord van de kluis", PASSPHRASE)
    assert sitting.end() == 0
    shown = " ".join(sitting.normal().split())
    assert f"donderdag 2099-01-01 · zaak {code} · Resultaat van de hulp" in shown
    assert PASSPHRASE not in shown


def test_interrupted_at_the_passphrase_it_ends_calmly(vault: Path) -> None:
    helped(vault, date(2099, 1, 1))
    sitting = Sitting(vault, "agenda")
    sitting.see("Wachtwoord van de kluis")
    sitting.send("\x03")
    assert sitting.end() == 130
    assert "2099" not in sitting.normal()
