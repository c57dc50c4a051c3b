"""SPD-01 to SPD-06: whole processes and prompts in a terminal, beside those of others, in turns."""

import json
import shutil
from collections.abc import Callable
from functools import partial
from time import perf_counter

from bench import many, peers
from bench.place import BIN, MELDCODE, PYTHON, Place, medians, taken
from bench.rows import Measure, Row
from bench.screen import Sitting
from meldcode.protocol import library

ROUNDS = 5
ANSWERS = {"direct_gevaar": "nee", "vermoeden": "ja", "veiligheid": "nee", "hulp": "ja", "acceptatie": "onbekend"}
WHO, SIGNALS = (library.protocol("onderwijs").questions[name].ask.nl for name in ("pleger", "signalen"))
CASE = {"sector": "onderwijs", "answers": ANSWERS}


def measured(place: Place) -> tuple[float, list[Row]]:
    """Return F in seconds and the rows."""
    first_two = dict(list(many.STEP_ONE.items())[:2])
    codes = many.fill(many.empty(place.vault), 1, first_two)
    (place.folder / "zaak.json").write_text(json.dumps(CASE), encoding="utf-8")
    found = medians(_processes(place) | _prompts(place, codes[0]), ROUNDS)
    f = found["F"]
    row = Measure(f).in_f
    asked_by = {name: found[name] for name in ("cz commit", "copier copy")}
    helps = {name: found[f"{name} --help"] for name in ("sqlite-utils", "cz", "copier")}
    rows = [
        row("SPD-01", "--version", found["version"], 1.2, **{"sqlite-utils": found["sqlite-utils --version"]}),
        row("SPD-02", "--help", found["help"], 6, **helps),
        row("SPD-03", "start: the emergency line in a terminal", found["line"], 2),
        row("SPD-04", "start: the first question in a terminal", found["question"], 20, **asked_by),
        _key_row(found["key"], found["bare"], f),
        row("SPD-06", "advise, one case", found["advise"], 8),
        row("USR-11", "emergency", found["emergency"]),
    ]
    return f, rows


def _key_row(key: float, bare: float, f: float) -> Row:
    """Return SPD-05, whose ratio is to a bare prompt."""
    peer = {"questionary, ms": bare * 1000, "ours, ms": key * 1000, "F, ms": f * 1000}
    return Row("SPD-05", "key to next question, stored; bare prompt = 1", key / bare, "x", 1.3, key / bare, peer)


def _processes(place: Place) -> dict[str, Callable[[], float]]:
    commands = {
        "F": [PYTHON, "-c", "pass"],
        "version": [MELDCODE, "--version"],
        "help": [MELDCODE, "--help"],
        "advise": [MELDCODE, "advise", "-a", "zaak.json"],
        "emergency": [MELDCODE, "emergency"],
        "sqlite-utils --version": [str(BIN / "sqlite-utils"), "--version"],
        **{f"{name} --help": [str(BIN / name), "--help"] for name in ("sqlite-utils", "cz", "copier")},
    }
    return {name: partial(taken, place.process(command)) for name, command in commands.items()}


def _prompts(place: Place, code: str) -> dict[str, Callable[[], float]]:
    start = [MELDCODE, "start", "--practice", "--sector", "onderwijs"]
    template, repository = peers.copier_template(place.folder), peers.commit_at_hand(place.folder)
    copy = [str(BIN / "copier"), "copy", str(template), str(place.folder / "copied")]
    return {
        "line": partial(_first, place, start, "Direct gevaar: 112"),
        "question": partial(_first, place, start, "direct gevaar voor iemand"),
        "cz commit": partial(_first, place, [str(BIN / "cz"), "commit"], "Select the type", str(repository)),
        "copier copy": partial(_first, place, copy, "Naam van de map"),
        "key": partial(_key, place, code),
        "bare": partial(_bare_key, place),
    }


def _first(place: Place, command: list[str], text: str, folder: str = "") -> float:
    """Return the seconds until the text is on the screen."""
    sitting = Sitting(command, place.env, folder or str(place.folder))
    seconds = sitting.see(text) - sitting.started
    sitting.end()
    return seconds


def _key(place: Place, code: str) -> float:
    """Return the seconds from a choice to the next question, with the answer stored; the case stays as it was."""
    before = place.folder / "voor"
    shutil.copytree(place.vault, before)
    sitting = Sitting([MELDCODE, "resume", code], place.env, str(place.folder))
    sitting.see("Wachtwoord")
    sitting.send(f"{many.PASSPHRASE}\r")
    sitting.see(WHO[:30])
    seconds = -sitting.send("1\r") + sitting.see(SIGNALS[:30])
    sitting.end()
    shutil.rmtree(place.vault)
    before.rename(place.vault)
    return seconds


def _bare_key(place: Place) -> float:
    sitting = Sitting([PYTHON, "-c", peers.TWO_QUESTIONS], place.env, str(place.folder))
    sitting.see("Vraag nummer 0")
    began = perf_counter()
    sitting.send("\r")
    seconds = sitting.see("Vraag nummer 1") - began
    sitting.end()
    return seconds
