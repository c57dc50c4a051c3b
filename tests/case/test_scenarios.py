"""Every worked case in the sector folders gives exactly what it expects, and together they touch all there is."""

from __future__ import annotations

from functools import cache

import pytest

from meldcode.case.scenario import PARTS, Outcome, Tally, tried
from meldcode.protocol.library import BASE, content_root, sector_ids
from meldcode.protocol.scenario_file import of_sector
from tests.case.shipped import protocol_of

SECTORS = sector_ids()
FOLDERS = {
    sector: content_root() / ("protocols/basismodel" if sector == BASE else f"sectors/{sector}") / "scenarios"
    for sector in SECTORS
}
of_every_sector = pytest.mark.parametrize("sector", SECTORS)


def names(sector: str) -> list[str]:
    """Return the names of its scenario files, without the English beside them."""
    return sorted(path.stem for path in FOLDERS[sector].glob("*.yaml") if not path.name.endswith(".en.yaml"))


@cache
def outcomes(sector: str) -> dict[str, Outcome]:
    """Return what the scenarios of a sector lead to, by their id."""
    protocol = protocol_of(sector)
    return {scenario.scenario: tried(protocol, scenario) for scenario in of_sector(sector)}


@of_every_sector
def test_every_scenario_gives_what_it_expects(sector: str) -> None:
    found = outcomes(sector)
    assert names(sector) == sorted(found), "the name of a file is the id in it"
    assert {name: outcome.deviations() for name, outcome in found.items() if outcome.deviations()} == {}
    assert {outcome.scenario.sector for outcome in found.values()} <= {sector}
    assert [name for name in found if not (FOLDERS[sector] / f"{name}.en.yaml").is_file()] == [], "no English beside it"


@of_every_sector
def test_the_scenarios_of_a_sector_touch_everything(sector: str) -> None:
    """Every level, route, rule, flag, action that is shown, and option of a choice or of ticks."""
    tally = Tally(protocol_of(sector))
    for outcome in outcomes(sector).values():
        tally.add(outcome.advice, outcome.live)
    assert {part: tally.never(part) for part in PARTS} == dict.fromkeys(PARTS, ())
