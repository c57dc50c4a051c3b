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
FILES = [
    (sector, path.stem)
    for sector, folder in FOLDERS.items()
    for path in sorted(folder.glob("*.yaml"))
    if not path.name.endswith(".en.yaml")
]


@cache
def outcomes(sector: str) -> dict[str, Outcome]:
    """Return what the scenarios of a sector lead to, by their id."""
    protocol = protocol_of(sector)
    return {scenario.scenario: tried(protocol, scenario) for scenario in of_sector(sector)}


@pytest.mark.parametrize(("sector", "name"), FILES)
def test_a_scenario_gives_what_it_expects(sector: str, name: str) -> None:
    assert name in outcomes(sector), f"{sector}/scenarios/{name}.yaml has another id"
    outcome = outcomes(sector)[name]
    assert outcome.scenario.sector == sector
    assert outcome.deviations() == ()
    assert (FOLDERS[sector] / f"{name}.en.yaml").is_file(), "no English beside it"


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("sector", SECTORS)
def test_the_scenarios_of_a_sector_touch_everything(sector: str, part: str) -> None:
    """Every level, route, rule, flag, action that is shown, and option of a choice or of ticks."""
    tally = Tally(protocol_of(sector))
    for outcome in outcomes(sector).values():
        tally.add(outcome.advice, outcome.live)
    assert tally.never(part) == ()
