"""`protocol diff` and `protocol impact`: what changed is said in words, and every example is an answers file."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from meldcode.case.events import Answered, Started, to_body
from meldcode.cli import advise, cases, protocol_impact
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.protocol_compare import diff
from meldcode.protocol import codec, library
from meldcode.protocol.diagnostics import RefusedError
from meldcode.protocol.model import Text
from meldcode.text.diff import amount, share
from meldcode.vault.age import Key
from tests.cli.program import COMPLETE
from tests.prove.mutants import with_flag, with_question, with_rule
from tests.vault.helpers import empty_vault

if TYPE_CHECKING:
    from meldcode.protocol.model import Protocol
    from meldcode.vault.store import Vault

VOICE = Voice("nl")

OVERLAY = """\
overlay: gemeente-voorbeeldstad
version: 1.0.0
owner: Gemeente Voorbeeldstad
extends: [onderwijs, kinderopvang]
base: 1.0.0
operations:
  - {tighten: rule, id: twijfel_hulp, level: melden}
"""

DOUBT = {
    "direct_gevaar": "nee",
    "betrokkenen": [{"role": "kind", "age": 9, "client": "ja"}],
    "signalen": [],
    "pleger": "huiselijke_kring",
    "thema": [],
    "collega": "ja",
    "vt_advies": "ja",
    "gesprek": "gevoerd",
    "vermoeden": "ja",
    "veiligheid": "nee",
    "hulp": "onbekend",
    "acceptatie": "ja",
}
"""Doubt about help, which the overlay makes a reason to report."""

SURE = {**DOUBT, "hulp": "nee"}


@cache
def school() -> Protocol:
    return library.protocol("onderwijs")


def saved(folder: Path, name: str, *protocols: Protocol) -> str:
    """Write protocols as `protocol show --format json` does; return the name of the file."""
    whole = (replace(each, digest=codec.digest(each)) for each in protocols)
    path = folder / name
    path.write_text("".join(f"{codec.encode(each)}\n" for each in whole), "utf-8")
    return str(path)


@pytest.fixture(autouse=True)
def no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MELDCODE_CONFIG", str(tmp_path / "configuratie"))


@pytest.fixture
def overlay(tmp_path: Path) -> str:
    path = tmp_path / "voorbeeldstad.yaml"
    path.write_text(OVERLAY, "utf-8")
    return str(path)


Captured = pytest.CaptureFixture[str]


def test_a_sector_and_itself_are_the_same(capsys: Captured) -> None:
    assert diff(VOICE, "onderwijs", "onderwijs", "text", "") == Exit.FINE
    out = capsys.readouterr().out
    assert "Tekst en inhoud zijn gelijk." in out
    assert "Het advies is gelijk, wat er ook wordt geantwoord." in out


def test_an_overlay_is_told_in_words_and_in_what_it_does(overlay: str, capsys: Captured) -> None:
    assert diff(VOICE, "onderwijs", overlay, "text", "") == Exit.FINE
    said = capsys.readouterr()
    assert "~ twijfel_hulp, level: overleg → melden" in said.out
    assert "1. Het niveau gaat van overleg naar melden:" in said.out
    assert "Hulp mogelijk: Dat weet ik niet zeker" in said.out
    assert "Versie" not in said.out
    assert "meldcode advise" in said.err


def test_an_overlay_on_several_sectors_is_held_against_the_one_it_is_compared_with(
    overlay: str, capsys: Captured
) -> None:
    diff(VOICE, overlay, overlay, "text", "")
    assert capsys.readouterr().out.count("Tekst en inhoud zijn gelijk.") == 2
    with pytest.raises(CommandError) as refused:
        diff(VOICE, "sport", overlay, "text", "")
    assert (refused.value.exit_code, refused.value.key) == (Exit.USAGE, "diff.no_pair")


def test_an_overlay_is_not_laid_over_a_sector_that_there_is_nothing_to_compare_with(
    tmp_path: Path, capsys: Captured
) -> None:
    """What does not fit there is refused where that sector is asked for, and by `check`."""
    path = tmp_path / "school.yaml"
    path.write_text(f"{OVERLAY}  - {{hide: question, id: bestuur_notities}}\n", "utf-8")
    with pytest.raises(RefusedError, match=r"^O02"):
        diff(VOICE, "kinderopvang", str(path), "text", "")
    assert diff(VOICE, "onderwijs", str(path), "text", "") == Exit.FINE
    assert "twijfel_hulp, level: overleg → melden" in capsys.readouterr().out


def test_every_example_is_an_answers_file_in_which_all_answers_count(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "antwoorden"
    folder.mkdir()
    new = replace(school(), flags=school().flags[1:])
    diff(VOICE, saved(tmp_path, "oud.json", school()), saved(tmp_path, "nieuw.json", new), "text", str(folder))
    files = sorted(folder.iterdir())
    assert files
    capsys.readouterr()
    for file in files:
        content = json.loads(file.read_text("utf-8"))
        advise.run(VOICE, str(file), advise.Options(), "json", lines=False)
        advised = json.loads(capsys.readouterr().out)
        assert advised["ignored"] == []
        assert {each["question"] for step in advised["steps"] for each in step["answers"]} == content["answers"].keys()


def test_a_folder_that_is_not_there_is_refused(overlay: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        diff(VOICE, "onderwijs", overlay, "text", str(tmp_path / "niets"))
    assert refused.value.key == "author.no_folder"


class TestVersions:
    """A version number that promises less than what changed is a finding."""

    def ends(self, folder: Path, version: str, new: Protocol) -> Exit:
        old = saved(folder, "oud.json", school())
        return diff(VOICE, old, saved(folder, "nieuw.json", replace(new, version=version)), "text", "")

    def test_other_words_need_a_patch(self, tmp_path: Path) -> None:
        question = replace(school().questions["collega"], help=Text("Vraag het."))
        assert self.ends(tmp_path, "1.0.0", with_question(school(), question)) == Exit.FINDINGS
        assert self.ends(tmp_path, "1.0.1", with_question(school(), question)) == Exit.FINE

    def test_a_rule_that_changed_needs_more_than_a_patch(self, tmp_path: Path, capsys: Captured) -> None:
        rule = next(rule for rule in school().rules if rule.id == "twijfel_hulp")
        new = with_rule(school(), rule, replace(rule, level="melden"))
        assert self.ends(tmp_path, "1.0.1", new) == Exit.FINDINGS
        assert "belooft te weinig" in capsys.readouterr().out
        assert self.ends(tmp_path, "1.1.0", new) == Exit.FINE
        assert "Dat past bij wat er is veranderd" in capsys.readouterr().out

    def test_a_flag_that_goes_needs_a_major_version(self, tmp_path: Path) -> None:
        new = with_flag(school(), school().flags[0], None)
        assert self.ends(tmp_path, "1.9.0", new) == Exit.FINDINGS
        assert self.ends(tmp_path, "2.0.0", new) == Exit.FINE

    def test_what_cannot_be_compared_is_a_finding(self, tmp_path: Path, capsys: Captured) -> None:
        question = replace(school().questions["collega"], type="multi")
        assert self.ends(tmp_path, "9.0.0", with_question(school(), question)) == Exit.FINDINGS
        assert "niet vast te stellen" in capsys.readouterr().out


class TestSavedProtocols:
    """A file that is not a protocol as it was saved is refused."""

    @pytest.mark.parametrize("text", ["", "{}", "[1]", '"tekst"', '{"@":"Protocol"}', '{"@":"Eval"}', "{", "[" * 9999])
    def test_what_is_no_protocol_is_refused(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "x.json"
        path.write_text(text, "utf-8")
        with pytest.raises(CommandError) as refused:
            diff(VOICE, str(path), "onderwijs", "text", "")
        assert (refused.value.exit_code, refused.value.key) == (Exit.REFUSED, "diff.saved")

    def test_one_that_was_altered_is_refused(self, tmp_path: Path) -> None:
        path = Path(saved(tmp_path, "x.json", school()))
        path.write_text(path.read_text("utf-8").replace('"level":"melden"', '"level":"volgen"', 1), "utf-8")
        with pytest.raises(CommandError) as refused:
            diff(VOICE, str(path), "onderwijs", "text", "")
        assert refused.value.key == "diff.altered"

    def test_a_file_that_is_not_there_is_refused(self) -> None:
        with pytest.raises(CommandError) as refused:
            diff(VOICE, "niets.json", "onderwijs", "text", "")
        assert refused.value.key == "cli.unreadable"


def test_as_json_it_holds_the_same(overlay: str, capsys: Captured) -> None:
    diff(VOICE, "onderwijs", overlay, "json", "")
    found = json.loads(capsys.readouterr().out)
    assert found["compared"] is True
    assert found["needed"] == "minor"
    assert found["promised"] is None
    assert found["content"][0] == {
        "change": "changed",
        "kind": "rule",
        "id": "twijfel_hulp",
        "key": "level",
        "before": "overleg",
        "after": "melden",
    }
    assert (found["advice"][0]["before"], found["advice"][0]["after"]) == ("overleg", "melden")


def test_numbers_are_written_as_people_do() -> None:
    assert [amount("nl", each) for each in (0, 1234, 10**9, 34 * 10**14)] == ["0", "1.234", "1,0·10^9", "3,4·10^15"]
    assert amount("en", 1234) == "1,234"
    assert [share("nl", each, 1000) for each in (1, 5, 10, 250, 1000)] == ["0,1 %", "0,5 %", "1 %", "25 %", "100 %"]
    assert share("nl", 1, 10**6) == "< 0,1 %"
    assert share("en", 1, 200) == "0.5 %"


# -- impact ------------------------------------------------------------------------------------------------------------


def impact(old: str, new: str, *logs: str, vault: bool = False) -> Exit:
    return protocol_impact.impact(VOICE, old, new, logs, None, vault=vault)


def lines(folder: Path, *records: Any) -> str:  # noqa: ANN401 - what JSON can hold
    path = folder / "zaken.jsonl"
    path.write_text("".join(f"{each if isinstance(each, str) else json.dumps(each)}\n" for each in records), "utf-8")
    return str(path)


def test_cases_that_would_have_ended_differently_are_listed_and_counted(
    tmp_path: Path, overlay: str, capsys: Captured
) -> None:
    log = lines(tmp_path, {"id": "een", "answers": SURE}, {"id": "twee", "answers": DOUBT}, {"answers": DOUBT})
    assert impact("onderwijs", overlay, log) == Exit.FINE
    assert capsys.readouterr().out.splitlines() == [
        "twee: overleg → melden",
        "zaken.jsonl:3: overleg → melden",
        "2 van 3 zaken zouden anders zijn geëindigd.",
        "  2 keer overleg → melden",
    ]


def test_a_case_that_ends_at_the_same_level_can_differ_in_something_else(tmp_path: Path, capsys: Captured) -> None:
    flagged = {**SURE, "besluit": "overleg", "afwijking_reden": "Eerst overleg."}
    new = replace(school(), flags=tuple(flag for flag in school().flags if flag.id != "lager_dan_advies"))
    impact("onderwijs", saved(tmp_path, "nieuw.json", new), lines(tmp_path, {"id": 1, "answers": flagged}))
    assert "1: melden, met een andere route" in capsys.readouterr().out


def test_cases_of_another_sector_do_not_count(tmp_path: Path, overlay: str, capsys: Captured) -> None:
    records = [{"sector": sector, "answers": DOUBT} for sector in ("onderwijs", "sport", "zorg-arts")]
    impact("onderwijs", overlay, lines(tmp_path, *records))
    out = capsys.readouterr().out
    assert "1 van 1 zaken" in out
    assert "2 zaken van een andere sector tellen niet mee." in out


def test_what_cannot_be_read_is_told_and_is_a_finding(tmp_path: Path, overlay: str, capsys: Captured) -> None:
    wrong = {"id": "fout", "answers": {**DOUBT, "hulp": "misschien"}}
    log = lines(tmp_path, "{", '{"id": 1}', "[]", '{"steps": [{"answers": [3]}]}', wrong, {"id": 2, "answers": DOUBT})
    assert impact("onderwijs", overlay, log) == Exit.FINDINGS
    said = capsys.readouterr()
    assert "1 van 1 zaken" in said.out
    assert "5 zaken konden niet worden gelezen" in said.out
    assert "fout: hulp: Kies een van deze antwoorden" in said.err
    assert "misschien" not in said.err


def test_what_advise_wrote_is_a_log_too(tmp_path: Path, overlay: str, capsys: Captured) -> None:
    answers = lines(tmp_path, {"id": "een", "sector": "onderwijs", "answers": DOUBT})
    advise.run(VOICE, answers, advise.Options(), "json", lines=True)
    written = tmp_path / "advies.jsonl"
    written.write_text(capsys.readouterr().out, "utf-8")
    whole = tmp_path / "zaak.json"
    whole.write_text(json.dumps({**json.loads(written.read_text("utf-8")), "case": "K7M2-Q9"}, indent=1), "utf-8")
    impact("onderwijs", overlay, str(written), str(whole))
    out = capsys.readouterr().out.splitlines()
    assert out[:2] == ["een: overleg → melden", "K7M2-Q9: overleg → melden"]


def test_an_answers_file_is_a_log_of_one(tmp_path: Path, overlay: str, capsys: Captured) -> None:
    path = tmp_path / "zaak.yaml"
    path.write_text(json.dumps({"sector": "onderwijs", "answers": DOUBT}), "utf-8")
    impact("onderwijs", overlay, str(path))
    assert "zaak.yaml: overleg → melden" in capsys.readouterr().out
    path.write_text(json.dumps(COMPLETE), "utf-8")
    impact("onderwijs", overlay, str(path))
    assert "1 zaken van een andere sector" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": "a", "answers": %s}', "a: overleg → melden"),
        ('{"id":7,"answers": %s}', "7: overleg → melden"),
        ('{"id": "\\u0061b", "answers": %s}', "ab: overleg → melden"),
        ('{"answers": %s, "id": "achter"}', "achter: overleg → melden"),
        ('{"id": null, "answers": %s}', "zaken.jsonl:2: overleg → melden"),
        ('{"id": "a", "id": "b", "answers": %s}', "Y04"),
        ('{"id": "a", "answers": %s, "id": "b"}', "Y04"),
        ('{"id": "a", "answers": %s, "answers": {}}', "Y04"),
        ('{"id": 007, "answers": %s}', "Y19"),
        ('{"id": "a", , "answers": %s}', "Y19"),
        ('{"id": "a", }', "Y19"),
        ('{"id": "a"}', "A15"),
    ],
)
def test_a_line_is_read_as_itself_though_another_told_the_same(
    tmp_path: Path, overlay: str, capsys: Captured, line: str, told: str
) -> None:
    doubt = json.dumps(DOUBT)
    impact("onderwijs", overlay, lines(tmp_path, f'{{"id": "eerst", "answers": {doubt}}}', line.replace("%s", doubt)))
    said = capsys.readouterr()
    assert "eerst: overleg → melden" in said.out
    assert told in said.out if ":" in told else said.err.startswith("zaken.jsonl:2:") and told in said.err


def test_lines_that_differ_in_one_answer_have_each_their_own_fate(
    tmp_path: Path, overlay: str, capsys: Captured
) -> None:
    impact("onderwijs", overlay, lines(tmp_path, *({"id": n, "answers": (SURE, DOUBT)[n % 2]} for n in range(40))))
    out = capsys.readouterr().out.splitlines()
    assert out[:-2] == [f"{number}: overleg → melden" for number in range(1, 40, 2)]


def test_cases_in_the_vault_are_weighed_by_their_code(
    tmp_path: Path, overlay: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    vault = empty_vault(tmp_path / "kluis", Key.generate())
    code = kept(vault, DOUBT)
    kept(vault, SURE)
    monkeypatch.setattr(cases, "open_quietly", lambda _voice, _descriptor: vault)
    assert impact("onderwijs", overlay, vault=True) == Exit.FINE
    out = capsys.readouterr().out
    assert f"{code}: overleg → melden" in out
    assert "1 van 2 zaken" in out


def kept(vault: Vault, answers: dict[str, Any]) -> str:
    """Put a case in the vault; return its code."""
    protocol = vault.keep(codec.encode(school()).encode())
    code = vault.create(to_body(Started("onderwijs", protocol, "1.0.0")), {})
    for name, value in answers.items():
        vault.append(code, to_body(Answered(name, value)), {})
    return code


def test_without_cases_there_is_nothing_to_weigh(overlay: str) -> None:
    with pytest.raises(CommandError) as refused:
        impact("onderwijs", overlay)
    assert (refused.value.exit_code, refused.value.key) == (Exit.USAGE, "diff.no_cases")


def test_what_cannot_be_compared_has_no_impact_that_can_be_told(tmp_path: Path) -> None:
    question = replace(school().questions["collega"], type="multi")
    new = saved(tmp_path, "nieuw.json", with_question(school(), question))
    with pytest.raises(CommandError) as refused:
        impact("onderwijs", new, lines(tmp_path, {"answers": DOUBT}))
    assert (refused.value.exit_code, refused.value.key) == (Exit.FINDINGS, "diff.advice_unproven")


def test_a_hundred_lines_and_more_are_written_in_order(tmp_path: Path, overlay: str, capsys: Captured) -> None:
    log = lines(tmp_path, *({"id": number, "answers": DOUBT} for number in range(1200)))
    impact("onderwijs", overlay, log)
    out = capsys.readouterr().out.splitlines()
    assert out[:1200] == [f"{number}: overleg → melden" for number in range(1200)]
