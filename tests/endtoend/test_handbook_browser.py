"""The handbook in a real browser: what axe finds, what is loaded, how wide it is, where keys lead, how it prints."""

from __future__ import annotations

import base64
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from meldcode.export.handbook import handbook
from tests.case.shipped import protocol_of
from tests.export.test_handbook_changes import CHANGES, adapted

if TYPE_CHECKING:
    from pathlib import Path

    from tests.endtoend.chromium import Chromium

pytestmark = pytest.mark.xdist_group("browser")

VIOLATIONS = """
axe.run(document, {resultTypes: ["violations"], elementRef: false}).then(found => found.violations.map(
    each => each.id + ": " + each.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(" | ")))
"""
WIDEST = "Math.max(...[...document.querySelectorAll('body *')].map(each => each.getBoundingClientRect().right))"
A4 = (595, 842)
"""Points."""


@pytest.fixture(scope="module")
def dutch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with everything on it: other routes, and what a municipality changed."""
    page = tmp_path_factory.mktemp("pages") / "handboek.html"
    page.write_text(handbook(adapted(*CHANGES), "nl"), encoding="utf-8")
    return page


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("pages") / "handbook.html"
    page.write_text(handbook(protocol_of("sport"), "en"), encoding="utf-8")
    return page


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_to_repair(browser: Chromium, dutch: Path, english: Path, *, dark: bool) -> None:
    """Contrast, names, order and structure, by the rules of WCAG and good practice."""
    for page, width in ((dutch, 1280), (english, 400)):
        browser.open(page, width, dark=dark)
        browser.evaluate(files("axe_core_python").joinpath("axe.min.js").read_text("utf-8"))
        assert browser.evaluate(VIOLATIONS) == []


def test_axe_is_there_and_sees_a_fault(browser: Chromium, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.html"
    faulty.write_text("<html><title>x</title><body><h1></h1><p style='color:#ccc'>te licht</p></body></html>", "utf-8")
    browser.open(faulty, 1280)
    browser.evaluate(files("axe_core_python").joinpath("axe.min.js").read_text("utf-8"))
    found = {each.partition(":")[0] for each in browser.evaluate(VIOLATIONS)}
    assert {"html-has-lang", "color-contrast", "empty-heading"} <= found


def test_it_loads_nothing_and_its_style_sheet_is_allowed(browser: Chromium, dutch: Path) -> None:
    browser.open(dutch, 1280)
    sent = [event["params"]["request"]["url"] for event in browser.events if event["method"].endswith("WillBeSent")]
    assert sent == [dutch.as_uri()]
    assert not [event for event in browser.events if event["method"] in ("Log.entryAdded", "Runtime.consoleAPICalled")]
    assert browser.evaluate("getComputedStyle(document.querySelector('.emergency')).position") == "sticky"


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_nothing_sticks_out_at_the_side(browser: Chromium, dutch: Path, english: Path, width: int) -> None:
    """320 pixels is a screen of 1280 at 400 per cent (WCAG 1.4.10)."""
    for page in (dutch, english):
        browser.open(page, width)
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
        assert browser.evaluate(WIDEST) <= width


def test_the_first_tab_gives_a_way_past_the_contents(browser: Chromium, dutch: Path) -> None:
    browser.open(dutch, 1280)
    focused = "document.activeElement"
    before = browser.evaluate("document.querySelector('.skip').getBoundingClientRect().right")
    press(browser, "Tab", 9)
    assert browser.evaluate(f"{focused}.className") == "skip"
    assert before < 0 < browser.evaluate(f"{focused}.getBoundingClientRect().left")
    assert browser.evaluate(f"getComputedStyle({focused}).outlineStyle") == "solid"
    press(browser, "Enter", 13, "\r")
    assert browser.evaluate(f"{focused}.id") == "main"


def press(browser: Chromium, key: str, code: int, text: str = "") -> None:
    given = {"key": key, "code": key, "windowsVirtualKeyCode": code, "text": text}
    browser.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **given)
    browser.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=key, windowsVirtualKeyCode=code)


def test_it_follows_the_reader_into_the_dark(browser: Chromium, dutch: Path) -> None:
    colours = []
    for dark in (False, True):
        browser.open(dutch, 1280, dark=dark)
        colours.append(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colours == ["rgb(255, 255, 255)", "rgb(20, 25, 28)"]


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_a_jump_does_not_end_below_the_emergency_line(browser: Chromium, dutch: Path, width: int) -> None:
    browser.open(dutch, width)
    browser.evaluate("document.getElementById('vraag-veiligheid').scrollIntoView()")
    bar = browser.evaluate("document.querySelector('.emergency').getBoundingClientRect().bottom")
    assert 0 < bar <= browser.evaluate("document.getElementById('vraag-veiligheid').getBoundingClientRect().top")


def test_it_prints_on_a4_and_keeps_a_question_on_one_page(browser: Chromium, dutch: Path) -> None:
    browser.open(dutch, 1280)
    printed = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {A4}
    assert 40 < len(boxes) < 160
    browser.call("Emulation.setEmulatedMedia", media="print")
    for kept in (".question", ".card", ".rules > li", ".node", "tbody tr"):
        assert browser.evaluate(f"getComputedStyle(document.querySelector('{kept}')).breakInside") == "avoid", kept
    browser.call("Emulation.setEmulatedMedia", media="")
