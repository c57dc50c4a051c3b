"""`protocol test` and `protocol walk`: what a protocol makes of worked cases and of random answers, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.cli import protocol_try
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.protocol_try import walk
from meldcode.protocol.diagnostics import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

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

SCENARIO = """\
format: 1
scenario: eigen
sector: SECTOR
title: Een eigen voorbeeld
story: Iemand ziet iets.
answers: {direct_gevaar: ja}
expect:
  level: LEVEL
  flags: []
  complete: false
"""

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def overlay(tmp_path: Path) -> str:
    path = tmp_path / "voorbeeldstad.yaml"
    path.write_text(OVERLAY, "utf-8")
    return str(path)


def own_scenario(folder: Path, sector: str, level: str) -> None:
    (folder / "scenarios").mkdir()
    text = SCENARIO.replace("SECTOR", sector).replace("LEVEL", level)
    (folder / "scenarios" / "eigen.yaml").write_text(text, "utf-8")


def try_out(*names: str) -> Exit:
    return protocol_try.test(VOICE, names, stack=False)


class TestTest:
    """`protocol test`."""

    def test_a_sector_gives_what_its_scenarios_expect_and_they_touch_everything(self, capsys: Captured) -> None:
        assert try_out("sport") == Exit.FINE
        out = capsys.readouterr().out
        assert out.startswith("sport: ")
        assert ", 0 met een verschil." in out
        assert "Alles komt in de scenario's voor: " in out

    def test_what_an_overlay_changes_in_the_scenarios_of_its_sector_is_listed(
        self, overlay: str, capsys: Captured
    ) -> None:
        assert try_out(overlay) == Exit.FINE
        out = capsys.readouterr().out
        assert "Door de aanpassing is dit anders in de scenario's van onderwijs:" in out
        assert "niveau: overleg → melden" in out
        assert "ZWAKKER" not in out
        assert "kinderopvang + gemeente-voorbeeldstad" in out

    def test_the_scenarios_beside_an_overlay_are_tried(self, tmp_path: Path, overlay: str, capsys: Captured) -> None:
        own_scenario(tmp_path, "onderwijs", "bel_112")
        assert try_out(overlay) == Exit.FINE
        out = capsys.readouterr().out
        amounts = {
            line.partition(":")[0]: int(line.split()[3]) for line in out.splitlines() if "met een verschil" in line
        }
        try_out("onderwijs")
        alone = int(capsys.readouterr().out.split()[1])
        assert amounts["onderwijs + gemeente-voorbeeldstad"] == alone + 1

    def test_a_scenario_that_gives_something_else_is_a_finding(
        self, tmp_path: Path, overlay: str, capsys: Captured
    ) -> None:
        own_scenario(tmp_path, "onderwijs", "volgen")
        assert try_out(overlay) == Exit.FINDINGS
        out = capsys.readouterr().out
        assert "scenarios/eigen.yaml:1: eigen" in out
        assert "niveau: bel_112. Verwacht: volgen" in out

    def test_a_scenario_for_a_sector_that_the_overlay_is_not_for_is_a_finding(
        self, tmp_path: Path, overlay: str, capsys: Captured
    ) -> None:
        own_scenario(tmp_path, "sport", "bel_112")
        assert try_out(overlay) == Exit.FINDINGS
        assert "dit scenario is voor sport" in capsys.readouterr().out

    def test_a_scenario_that_is_faulty_is_refused_with_its_line(self, tmp_path: Path, overlay: str) -> None:
        own_scenario(tmp_path, "onderwijs", "hoog")
        with pytest.raises(RefusedError) as refused:
            try_out(overlay)
        finding = refused.value.findings[0]
        assert (finding.place.file, finding.place.line, finding.excerpt) == ("scenarios/eigen.yaml", 8, "  level: hoog")


class TestWalk:
    """`protocol walk`."""

    def test_the_table_is_the_same_for_the_same_seed(self, capsys: Captured) -> None:
        outs = []
        for seed in (7, 7, 8):
            assert walk(VOICE, "sport", 40, seed, []) == Exit.FINE
            outs.append(capsys.readouterr().out.partition("\n")[2])
        assert outs[0] == outs[1] != outs[2]

    def test_shares_add_up_and_what_was_not_seen_is_named(self, capsys: Captured) -> None:
        walk(VOICE, "onderwijs", 30, 7, ["veiligheid=nee", "thema=eer,vgv"])
        said = capsys.readouterr()
        rows = said.out.split("niveaus\n")[1].split("\n\n")[0].splitlines()
        assert sum(int(row.split()[1]) for row in rows) == 30
        assert sum(float(row.split()[2].rstrip("%")) for row in rows) == pytest.approx(100, abs=0.1)
        assert "thema=eer,vgv: gevraagd op 30 wegen." in said.out
        assert "onveilig" in said.out.split("Niet gezien, regels: ")[1].splitlines()[0]
        assert "veiligheid=" not in said.out.split("Niet gezien, antwoorden: ")[1]
        assert "meldcode protocol prove" in said.err

    @pytest.mark.parametrize(
        ("given", "key"),
        [
            ("veiligheid", "walk.set_form"),
            ("veilighied=nee", "walk.set_meant"),
            ("xyz=nee", "walk.set_unknown"),
            ("veiligheid=misschien", "walk.set_refused"),
            ("thema=eer,onzin", "walk.set_refused"),
            ("betrokkenen=kind", "walk.set_refused"),
        ],
    )
    def test_an_answer_that_cannot_be_fixed_is_wrong_usage(self, given: str, key: str) -> None:
        with pytest.raises(CommandError) as refused:
            walk(VOICE, "onderwijs", 1, 7, [given])
        assert (refused.value.exit_code, refused.value.key) == (Exit.USAGE, key)

    def test_nothing_ticked_can_be_fixed_too(self, capsys: Captured) -> None:
        walk(VOICE, "onderwijs", 5, 7, ["thema="])
        assert "thema=: gevraagd op 5 wegen." in capsys.readouterr().out


def test_a_sector_id_walks_the_base_model_too(capsys: Captured) -> None:
    assert walk(VOICE, "algemeen", 3, 7, []) == Exit.FINE
    assert capsys.readouterr().out.startswith("algemeen: 3 wegen")
