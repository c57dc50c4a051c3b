"""A kept case full of hostile text in a real terminal: what is sent there by each command and by the wizard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from meldcode.case.events import Noted
from meldcode.text import say
from tests.endtoend.made import ANSWERS, made_case
from tests.endtoend.test_walk import OVERVIEW, PASSPHRASE, Sitting, ran
from tests.hostile.corpus import KEEPABLE
from tests.hostile.papers import TYPED, joined, missing, observed

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.case.values import Plain

TEXTS = tuple(each for each in KEEPABLE if len(each.text) <= 300)
STEERING = re.compile(rb"[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b-\x8f\xa8-\xae]")
"""Control, bidi and zero-width characters in UTF-8; ESC, backspace, tab and line ends are looked at apart."""
ESCAPES = re.compile(rb"\x1b(\[[?0-9;]*[A-Za-z]|\[\d? q)?")
NEVER = re.compile(rb"\x1b(\[31m|\]|P|_|\^|X|c|\[6n|\[\?1003h|\[200~)")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault with one open case, in which every text of the corpus of a readable length stands."""
    vault = tmp_path_factory.mktemp("vijandig") / "kluis"
    seen: Plain = [
        {"signal": each.signal, "seen": each.seen, "on": each.on} for each in map(observed, range(len(TYPED)))
    ]
    answers = {**ANSWERS, "signalen": seen, "weging": joined(TEXTS[:120]), "beschermend": joined(TEXTS[120:])}
    more = [Noted(joined(TEXTS[start : start + 60])) for start in range(0, len(TEXTS), 60)]
    return vault, made_case(vault, PASSPHRASE, answers, more=more)


def sent_is_ours(output: bytes) -> None:
    """Hold what was sent to a terminal to it: nothing but letters, line ends and the sequences of our own screen."""
    assert not NEVER.search(output)
    assert not STEERING.search(ESCAPES.sub(b"", output))
    assert all(match[1] for match in ESCAPES.finditer(output))


@pytest.mark.parametrize("arguments", [["show", "CODE"], ["list"]], ids=["show", "list"])
def test_what_a_command_prints_holds_no_control_character(kept: tuple[Path, str], arguments: list[str]) -> None:
    vault, code = kept
    done = ran(vault, *(code if each == "CODE" else each for each in arguments))
    assert done.returncode == 0, done.stderr
    output = (done.stdout + done.stderr).encode()
    assert b"\x1b" not in output
    assert not STEERING.search(output)
    if "show" in arguments:
        assert missing(done.stdout, [each.text for each in TEXTS]) == []


def test_a_summary_in_a_terminal_steers_nothing(kept: tuple[Path, str]) -> None:
    vault, code = kept
    sitting = Sitting(vault, "show", code, "--plain", columns=40)
    sitting.write("Wachtwoord", PASSPHRASE)
    assert sitting.end() == 0
    assert b"\x1b" not in sitting.output
    sent_is_ours(sitting.output)


def test_the_wizard_shows_it_on_the_screen_and_leaves_nothing_behind(kept: tuple[Path, str]) -> None:
    vault, code = kept
    sitting = Sitting(vault, "resume", code, columns=40)
    sitting.write("Wachtwoord", PASSPHRASE)
    sitting.see("Het advies")
    sitting.send(OVERVIEW)
    sitting.see(say("nl", "wizard.overview"))
    sitting.send("\x1b[6~" * 12)
    sitting.send("\x03")
    assert sitting.end() == 130
    sent_is_ours(sitting.output)
    assert "gezien" not in sitting.normal()
    assert "enettol" not in sitting.normal()
