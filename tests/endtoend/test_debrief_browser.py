"""The debrief as a page in a real browser: what axe finds, what is loaded, how wide and large it is, how it prints."""

from __future__ import annotations

import base64
import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from meldcode.training.debrief import debrief
from meldcode.training.debrief_outline import sections
from meldcode.training.debrief_page import page
from meldcode.training.exercise import load
from meldcode.training.gather import files_of, gather
from tests.endtoend.test_handbook_browser import A4, VIOLATIONS, WIDEST
from tests.shared import ROOT
from tests.training.made_group import Made, written

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.protocol.language import Language
    from tests.endtoend.chromium import Chromium

pytestmark = pytest.mark.xdist_group("browser")


def made(folder: Path, size: int, language: Language) -> Path:
    exercise = load(ROOT / "examples" / "exercises" / "brood-zonder-beleg.yaml")
    for attempt in Made(exercise).group(size, 0.6):
        written(attempt, folder)
    found = gather(files_of([folder]), {exercise.id: exercise}.get)
    file = folder / "nabespreking.html"
    file.write_text(page(sections(map(debrief, found.groups), language), language), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("groep"), 60, "nl")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("group"), 3, "en")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_to_repair(browser: Chromium, large: Path, small: Path, *, dark: bool) -> None:
    for file, width in ((large, 1280), (large, 400), (small, 1280)):
        browser.open(file, width, dark=dark)
        browser.evaluate(files("axe_core_python").joinpath("axe.min.js").read_text("utf-8"))
        assert browser.evaluate(VIOLATIONS) == []


def test_it_loads_nothing_and_its_style_sheet_is_allowed(browser: Chromium, large: Path) -> None:
    browser.open(large, 1280)
    sent = [event["params"]["request"]["url"] for event in browser.events if event["method"].endswith("WillBeSent")]
    assert sent == [large.as_uri()]
    assert not [event for event in browser.events if event["method"] in ("Log.entryAdded", "Runtime.consoleAPICalled")]


def test_it_can_be_read_from_the_back_of_a_room(browser: Chromium, large: Path) -> None:
    """No words below 16 pixels, nor in a drawing as it is scaled; running text has 22 or more."""
    browser.open(large, 1280)
    sizes = "[...document.querySelectorAll('p, li, th, td, span')].map(at => parseFloat(getComputedStyle(at).fontSize))"
    smallest = f"Math.min(...{sizes})"
    assert browser.evaluate(smallest) >= 16
    assert browser.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)") >= 22
    drawn = "Math.min(...[...document.querySelectorAll('.tree text')].map(each => each.getBoundingClientRect().height))"
    assert browser.evaluate(drawn) >= 16


def test_the_words_of_the_tree_lie_within_it_and_not_on_each_other(browser: Chromium, large: Path) -> None:
    browser.open(large, 1280)
    boxes = browser.evaluate(
        "[...document.querySelectorAll('.tree text')].map(each => each.getBoundingClientRect())"
        ".map(each => [each.left, each.top, each.right, each.bottom])"
    )
    left, right = browser.evaluate(
        "(box => [box.left, box.right])(document.querySelector('.tree').getBoundingClientRect())"
    )
    assert boxes
    assert all(left <= box[0] and box[2] <= right for box in boxes)
    overlapping = [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] + 4 < other[3] and other[1] + 4 < one[3]
    ]
    assert overlapping == []


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_nothing_sticks_out_at_the_side(browser: Chromium, large: Path, small: Path, width: int) -> None:
    """320 pixels is a screen of 1280 at 400 per cent (WCAG 1.4.10)."""
    for file in (large, small):
        browser.open(file, width)
        assert browser.evaluate("document.documentElement.scrollWidth") <= width
        assert browser.evaluate(WIDEST) <= width


def test_it_prints_on_a4_without_cut_bars(browser: Chromium, large: Path) -> None:
    browser.open(large, 1280)
    printed = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {A4}
    assert 5 < len(boxes) < 40
    browser.call("Emulation.setEmulatedMedia", media="print")
    for kept in ("tbody tr", ".tree", ".block:has(.bars)"):
        assert browser.evaluate(f"getComputedStyle(document.querySelector('{kept}')).breakInside") == "avoid", kept
    assert browser.evaluate("getComputedStyle(document.querySelector('.bar')).printColorAdjust") == "exact"
    browser.call("Emulation.setEmulatedMedia", media="")
