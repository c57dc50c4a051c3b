"""Every worked case in the sector folders gives exactly what it expects, and together they try every rule and flag."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from meldcode.case.advice import advise
from meldcode.case.answers import judged
from meldcode.case.state import settled
from meldcode.protocol import yaml
from meldcode.protocol.library import BASE, content_root, sector_ids
from meldcode.protocol.model import HOME_ROUTE
from meldcode.protocol.source import Content
from tests.case.shipped import protocol_of

if TYPE_CHECKING:
    from meldcode.case.advice import Advice
    from meldcode.case.values import Value
    from meldcode.protocol.schema import ScenarioSpec

SECTORS = tuple(sector for sector in sector_ids() if sector != BASE)
FILES = [
    (sector, path.stem)
    for sector in SECTORS
    for path in sorted((content_root() / "sectors" / sector / "scenarios").glob("*.yaml"))
    if not path.name.endswith(".en.yaml")
]


@cache
def scenarios(sector: str) -> dict[str, ScenarioSpec]:
    """Return the scenarios of a sector by their id."""
    return {scenario.scenario: scenario for scenario in Content(content_root()).scenarios(sector)}


@dataclass(frozen=True)
class Outcome:
    """What the answers of a scenario lead to, where anything else than expected is a difference."""

    scenario: ScenarioSpec
    advice: Advice

    def differences(self) -> list[str]:
        """Return in words what is not as the scenario expects."""
        expect, advice = self.scenario.expect, self.advice
        exact = {
            "level": (advice.level, str(expect.level)),
            "flags": (sorted(flag.id for flag in advice.flags), sorted(expect.flags)),
            "route": (advice.route, expect.route or HOME_ROUTE),
            "complete": (advice.complete, expect.complete),
            "ignored": ([ignored.question for ignored in advice.ignored], []),
        }
        found = [f"{name}: {got}, expected {want}" for name, (got, want) in exact.items() if got != want]
        actions = {action.id for action in advice.actions}
        wanted = {
            "missing": set(expect.missing) - set(advice.missing),
            "actions": set(expect.actions) - actions,
            "contacts": set(expect.contacts) - {contact.id for contact in advice.contacts},
            "rules": set(expect.rules) - {reason.rule.id for reason in advice.reasons},
        }
        found += [f"{name} not there: {sorted(names)}" for name, names in wanted.items() if names]
        unwanted = sorted(actions & set(expect.not_actions))
        return [*found, f"not_actions there: {unwanted}"] if unwanted else found


def outcome(sector: str, name: str) -> Outcome:
    protocol, scenario = protocol_of(sector), scenarios(sector)[name]
    return Outcome(scenario, advise(protocol, settled(protocol, given_in(sector, name))))


def given_in(sector: str, name: str) -> dict[str, Value]:
    """Return the answers of a scenario as values."""
    protocol = protocol_of(sector)
    given = yaml.plain(scenarios(sector)[name].answers)
    assert isinstance(given, dict)
    return {key: judged(protocol, protocol.questions[key], value) for key, value in given.items()}


@pytest.mark.parametrize(("sector", "name"), FILES)
def test_a_scenario_gives_what_it_expects(sector: str, name: str) -> None:
    assert name in scenarios(sector), f"sectors/{sector}/scenarios/{name}.yaml has another id"
    found = outcome(sector, name)
    assert found.scenario.sector == sector
    assert not found.differences(), f"sectors/{sector}/scenarios/{name}.yaml: {'; '.join(found.differences())}"


@pytest.mark.parametrize("sector", SECTORS)
def test_the_scenarios_of_a_sector_fire_every_rule_with_a_level(sector: str) -> None:
    protocol = protocol_of(sector)
    fired = {reason.rule.id for name in scenarios(sector) for reason in outcome(sector, name).advice.reasons}
    never = sorted(rule.id for rule in protocol.rules if rule.level and rule.id not in fired)
    assert not never, f"sectors/{sector}/scenarios: no scenario fires {', '.join(never)}"


@pytest.mark.parametrize("sector", SECTORS)
def test_the_scenarios_of_a_sector_raise_every_flag(sector: str) -> None:
    protocol = protocol_of(sector)
    raised = {flag.id for name in scenarios(sector) for flag in outcome(sector, name).advice.flags}
    never = sorted(flag.id for flag in protocol.flags if flag.id not in raised)
    assert not never, f"sectors/{sector}/scenarios: no scenario raises {', '.join(never)}"


@pytest.mark.parametrize("sector", SECTORS)
def test_the_scenarios_of_a_sector_walk_every_route_and_reach_every_level(sector: str) -> None:
    protocol = protocol_of(sector)
    advices = [outcome(sector, name).advice for name in scenarios(sector)]
    assert {advice.route for advice in advices} == {HOME_ROUTE, *(route.id for route in protocol.routes)}
    levels = {rule.level for rule in protocol.rules if rule.level}
    assert {advice.level for advice in advices} >= levels


def test_a_scenario_that_expects_something_else_is_told_apart() -> None:
    """The comparison itself: every part of `expect` that is wrong is named."""
    sector, name = FILES[0]
    good = outcome(sector, name)
    there = good.advice.actions[0].id
    wrong = good.scenario.expect.model_copy(
        update={
            "level": "volgen" if good.advice.level != "volgen" else "hulp",
            "flags": ("onzin",),
            "route": "onzin",
            "complete": not good.advice.complete,
            "missing": ("onzin",),
            "actions": ("onzin",),
            "contacts": ("onzin",),
            "rules": ("onzin",),
            "not_actions": (there,),
        }
    )
    found = Outcome(good.scenario.model_copy(update={"expect": wrong}), good.advice).differences()
    kinds = ["level", "flags", "route", "complete", "missing", "actions", "contacts", "rules", "not_actions"]
    assert [line.split()[0].rstrip(":") for line in found] == kinds
