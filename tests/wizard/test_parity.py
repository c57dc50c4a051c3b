"""Every shipped scenario through all three prompters gives the same events, byte for byte."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from meldcode.case.answers import judged
from meldcode.case.events import Event, Started, from_body, to_body
from meldcode.case.state import State, replay, settled
from meldcode.case.values import Value
from meldcode.protocol.library import content_root, sector_ids
from meldcode.protocol.model import Protocol
from meldcode.protocol.schema_scenario import ScenarioSpec
from meldcode.protocol.source import Content
from meldcode.protocol.yaml import plain
from meldcode.wizard.pages import Wording
from meldcode.wizard.plain import Plain
from meldcode.wizard.prompter import Page, Prompter, Reply
from meldcode.wizard.screen import Screen
from meldcode.wizard.scripted import Scripted
from meldcode.wizard.session import Session
from tests.wizard.answerer import Answerer, pressed, typed

CONTENT = Content(content_root())
SCENARIOS = [
    pytest.param(sector, scenario, id=f"{sector}-{scenario.scenario}")
    for sector in sector_ids()
    for scenario in CONTENT.scenarios(sector)
]


class SmallOutput(DummyOutput):
    """A terminal of 40 by 12: every scenario fits it, and drawing forty rows for each key was most of the cost."""

    def get_size(self) -> Size:
        return Size(rows=12, columns=40)


class Remembered:
    """A record in memory that keeps what the vault would get."""

    code = "7Q2MX4HK"
    practice = False

    def __init__(self) -> None:
        self.bodies: list[Mapping[str, object]] = []

    def add(self, event: Event, facts: Mapping[str, str]) -> None:
        self.bodies.append({**to_body(event), "facts": dict(facts)})

    def control(self) -> str:
        return "ABCD-EFGH-IJKL-MNOP-QRST"


class NoPaper:
    def advice(self, state: State) -> tuple[str, ...]:
        return (state.path.level,)

    def help(self, state: State) -> tuple[str, ...]:
        return (state.path.level,)

    def write(self, state: State, form: str, path: str) -> str:
        raise AssertionError(path, form, state)


class Driven:
    """A prompter behind which someone answers each page as it comes."""

    def __init__(self, inner: Prompter, answer: Callable[[Page], Reply], feed: Callable[[Page, Reply], None]) -> None:
        self.inner, self.answer, self.feed = inner, answer, feed

    def ask(self, page: Page) -> Reply:
        self.feed(page, self.answer(page))
        return self.inner.ask(page)

    def tell(self, text: str) -> None:
        self.inner.tell(text)

    def close(self, last: str = "") -> None:
        self.inner.close(last)

    def leave(self) -> None:
        self.inner.leave()


def walked(protocol: Protocol, sector: str, prompter: Prompter) -> list[Mapping[str, object]]:
    """Return what a walk with this prompter records."""
    record = Remembered()
    state = replay(protocol, [Started(sector, protocol.digest, protocol.version)])
    wording = Wording(protocol, "nl", code=record.code, practice=False)
    Session(wording, state, record, prompter, NoPaper()).run()
    prompter.close()
    return record.bodies


def seen_to_be_plain(text: str) -> None:
    """What plain mode writes is text and ends of lines, nothing that moves, colours or rings."""
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def through_plain(answer: Callable[[Page], Reply]) -> Prompter:
    lines: list[str] = []
    inner = Plain("nl", read=lambda: lines.pop(0), write=seen_to_be_plain)

    def feed(page: Page, reply: Reply) -> None:
        assert not lines, "every line of the last page was used"
        lines.extend(typed(page, reply).splitlines(keepends=True))

    return Driven(inner, answer, feed)


@pytest.fixture
def through_screen() -> Iterator[Callable[[Callable[[Page], Reply]], Prompter]]:
    with create_pipe_input() as keys:

        def made(answer: Callable[[Page], Reply]) -> Prompter:
            inner = Screen("nl", input=keys, output=SmallOutput())
            return Driven(inner, answer, lambda page, reply: keys.send_text(pressed(page, reply)))

        yield made


@pytest.mark.parametrize(("sector", "scenario"), SCENARIOS)
def test_a_scenario_gives_the_same_events_through_all_three_prompters(
    sector: str, scenario: ScenarioSpec, through_screen: Callable[[Callable[[Page], Reply]], Prompter]
) -> None:
    protocol = CONTENT.protocol(sector)
    answers = plain(scenario.answers)
    assert isinstance(answers, dict)

    scripted = walked(protocol, sector, Scripted(Answerer(protocol, answers)))
    plainly = walked(protocol, sector, through_plain(Answerer(protocol, answers)))
    on_screen = walked(protocol, sector, through_screen(Answerer(protocol, answers)))

    assert _bytes(plainly) == _bytes(scripted)
    assert _bytes(on_screen) == _bytes(scripted)
    assert dict(ended(protocol, scripted).answers) == fresh(protocol, answers)


def ended(protocol: Protocol, bodies: list[Mapping[str, object]]) -> State:
    """Return the state that these records tell."""
    events = [from_body({key: value for key, value in body.items() if key != "facts"}) for body in bodies]
    return replay(protocol, events)


def fresh(protocol: Protocol, answers: dict[str, Any]) -> dict[str, Value]:
    """Return the answers of the scenario that count."""
    values = {name: judged(protocol, protocol.questions[name], raw) for name, raw in answers.items()}
    return dict(settled(protocol, values).answers)


def _bytes(bodies: list[Mapping[str, object]]) -> bytes:
    return json.dumps(bodies, sort_keys=True).encode()
