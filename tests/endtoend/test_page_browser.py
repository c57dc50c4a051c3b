"""The summary as a page in a real browser: what axe finds, what is loaded, how wide it is, how it prints."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from meldcode.export.page import page
from tests.endtoend.test_handbook_browser import VIOLATIONS, WIDEST
from tests.export.papers import case_with
from tests.export.said import NAMES, NOW

if TYPE_CHECKING:
    from pathlib import Path

    from tests.endtoend.chromium import Chromium

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pages") / "zaken.html"
    cases = [case_with(f"{NAMES} {'x' * 300}"), case_with("Gewoon.")]
    file.write_text("".join(page(cases, "nl", NOW)), encoding="utf-8")
    return file


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_to_repair(browser: Chromium, made: Path, *, dark: bool) -> None:
    for width in (1280, 400):
        browser.open(made, width, dark=dark)
        browser.evaluate(files("axe_core_python").joinpath("axe.min.js").read_text("utf-8"))
        assert browser.evaluate(VIOLATIONS) == []


def test_it_loads_nothing_and_its_style_sheet_is_allowed(browser: Chromium, made: Path) -> None:
    browser.open(made, 1280)
    sent = [event["params"]["request"]["url"] for event in browser.events if event["method"].endswith("WillBeSent")]
    assert sent == [made.as_uri()]
    assert not [event for event in browser.events if event["method"] in ("Log.entryAdded", "Runtime.consoleAPICalled")]
    assert browser.evaluate("getComputedStyle(document.querySelector('.about .verdict')).fontWeight") == "700"


@pytest.mark.parametrize("width", [1280, 400, 320])
def test_nothing_sticks_out_at_the_side(browser: Chromium, made: Path, width: int) -> None:
    """320 pixels is a screen of 1280 at 400 per cent (WCAG 1.4.10)."""
    browser.open(made, width)
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    assert browser.evaluate(WIDEST) <= width


def test_each_case_is_printed_from_a_new_page_on(browser: Chromium, made: Path) -> None:
    browser.open(made, 1280)
    browser.call("Emulation.setEmulatedMedia", media="print")
    assert browser.evaluate("getComputedStyle(document.querySelector('article + article')).breakBefore") == "page"
    browser.call("Emulation.setEmulatedMedia", media="")
