"""What fuzzing and hostile texts once broke, each as small as it can be."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from meldcode.case.events import UnknownEventError, from_body
from meldcode.cli.errors import CommandError
from meldcode.cli.findings_format import as_json, told
from meldcode.cli.forms import expanded
from meldcode.cli.kept import open_with_descriptor
from meldcode.protocol.diagnostics import Finding, Place
from meldcode.vault import register
from meldcode.vault.errors import VaultError
from meldcode.vault.place import default_place
from meldcode.vault.register import CaseEntry
from meldcode.wizard.editing import Editing
from meldcode.wizard.prompter import Write

ROW: dict[str, Any] = {"count": 1, "last": "a" * 64, "facts": {}}


@pytest.mark.parametrize(
    "body",
    [
        {"event": "answered", "question": [], "value": "nee"},
        {"event": "skipped", "question": {}},
        {"event": "noted", "text": 5},
        {"event": "closed", "reason": None},
        {"event": ["noted"], "text": "x"},
    ],
)
def test_an_event_with_something_else_than_text_is_none_of_ours(body: dict[str, object]) -> None:
    """One such record, from whoever sent the case, made every list of cases end with an error of the program."""
    with pytest.raises(UnknownEventError):
        from_body(body)


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("7Q2M9XKD", ROW | {"last": "a" * 63}),
        ("7Q2M9XKD", ROW | {"last": 5}),
        ("7Q2M9XKD", ROW | {"last": ": " + "a" * 62}),
        ("7Q2M9XKD", ROW | {"count": "1"}),
        ("7Q2M9XKD", ROW | {"count": -1}),
        ("7Q2M9XKD", ROW | {"facts": {"step": 5}}),
        ("../../aa", ROW),
        ("", ROW),
    ],
)
def test_a_row_of_the_register_that_cannot_be_one_is_damage(code: str, row: dict[str, Any]) -> None:
    plain = json.dumps({"v": 1, "cases": {code: row}, "repairs": []}).encode()
    with pytest.raises(VaultError) as refused:
        register.decode(plain)
    assert refused.value.code == "damaged"


def test_a_row_that_can_be_one_is_read() -> None:
    known = register.Register({"7Q2M9XKD": CaseEntry("7Q2M9XKD", 1, "a" * 64, {"step": "signalen"})})
    assert register.decode(register.encode(known)) == known


@pytest.mark.parametrize("text", ["x " * 100_000, " " * 200_000, "\n" * 200_000, "x" * 100_000 + " y"])
def test_erasing_a_word_of_a_long_text_takes_no_time(text: str) -> None:
    """A text of two hundred thousand spaces took two minutes."""
    begun = time.perf_counter()
    Editing(Write(lines=True), text, len(text)).erase_word()
    assert time.perf_counter() - begun < 0.5


def test_the_name_of_a_file_and_a_line_of_it_steer_no_terminal() -> None:
    found = Finding("S02", Place("a\n\x1b[31m.yaml", 1, 1), {"key": "x"}, excerpt="a: \x9b31m \u202e")
    for output in (told(found, "nl"), as_json([found], "nl", ["a\x1b"])):
        assert all(each == "\n" or each.isprintable() for each in output)
    assert told(found, "nl").startswith("a ⟨U+001B⟩[31m.yaml:1:1: S02")


def test_the_home_of_someone_who_is_not_here_is_an_ordinary_mistake() -> None:
    with pytest.raises(OSError, match="No such file"):
        expanded("~niemand/x")
    with pytest.raises(OSError, match="Invalid"):
        expanded("a\0b")
    assert str(default_place({"MELDCODE_VAULT": "~niemand/x"})) == "~niemand/x"


@pytest.mark.parametrize("number", [-1, 2**31 - 1, 2**31, 10**20])
def test_a_number_that_no_descriptor_has_is_wrong_usage(number: int) -> None:
    with pytest.raises(CommandError) as refused:
        open_with_descriptor(number)
    assert refused.value.exit_code == 2
