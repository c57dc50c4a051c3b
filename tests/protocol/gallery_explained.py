"""The examples of `meldcode protocol explain`, each planted where it belongs: a wrong one gives its very code."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from meldcode.case.answers import AnswerError
from meldcode.case.path import trace
from meldcode.cli import answers_file
from meldcode.cli.errors import FindingsError
from meldcode.protocol import library, warnings
from meldcode.protocol.diagnostics import Finding, RefusedError
from meldcode.protocol.overlay_file import laid_over
from meldcode.protocol.overlay_file import read as read_overlay
from meldcode.protocol.yaml import parse
from meldcode.training import exercise
from tests.protocol import small, small_exercise
from tests.protocol.gallery_overlay import RICH
from tests.protocol.small import HELP, SCHOOL
from tests.protocol.small_overlay import file, laid, overlay, school

NOT_SHOWN = frozenset(("Y01", "Y02", "Y11", "Y12", "Y18", "O12", "O14", "A04", "A08"))
"""Codes of what no text can show: too large, not readable, no text at all."""

TODAY = date(2026, 11, 23)

PARTS = {
    "R06": (SCHOOL, "- id: bestuur\n    route: beroepskracht"),
    "R13": (SCHOOL, "questions: [gesprek, gesprek_datum, deskundige, vt_advies]"),
    "R17": (HELP, "fits: {roles: [kind], age_from: 4"),
    "S12": (SCHOOL, "routes:"),
    "W15": (SCHOOL, "help: Denk aan school."),
}
"""Codes of what only a sector or a shared file holds: the file, and the words that the example replaces."""


def said(code: str, text: str, folder: Path) -> list[Finding]:
    """Return what is said about an example of this code."""
    return list(_WAYS.get(code, _WAYS[code[0]])(code, text, folder))


def _yaml(_: str, text: str, folder: Path) -> tuple[Finding, ...]:
    try:
        parse(text.encode(), f"{folder.name}/a.yaml")
    except RefusedError as error:
        return error.findings
    return ()


def overlay_text(text: str) -> str:
    """Return the whole overlay of which this is an example: its operations, or all of it."""
    if text.startswith("overlay:"):
        return text
    operations = text.split("\n") if text.startswith("{") else text.replace("\nadd:", "\0add:").split("\0")
    return overlay(*(each.replace("\n", "\n    ") for each in operations))


def _overlay(_: str, text: str, folder: Path) -> tuple[Finding, ...]:
    try:
        laid(folder / "stad", overlay_text(text))
    except RefusedError as error:
        return error.findings
    return ()


def _english(_: str, text: str, folder: Path) -> tuple[Finding, ...]:
    team = "{add: contact, id: team, name: Wijkteam, note: Altijd, hours: altijd, verified: 2026-01-02}"
    try:
        laid(folder / "stad", overlay(team), english=text)
    except RefusedError as error:
        return error.findings
    return ()


def _part(code: str, text: str, folder: Path) -> tuple[Finding, ...]:
    name, old = PARTS[code]
    kept = f"{text}\nroutes:" if old == "routes:" else text
    try:
        small.resolved(folder, "school", small.edited(name, old, kept))
    except RefusedError as error:
        return error.findings
    return ()


def _warning(code: str, text: str, folder: Path) -> list[Finding]:
    if code == "W15":
        files = {**small.FILES, small.BASE: small.FILES[small.BASE].replace("        definitions: [onveilig]\n", "")}
        files[SCHOOL] = files[SCHOOL].replace("help: Denk aan school.", text)
        found = warnings.of_protocol(small.resolved(folder, "school", files), frozenset(), TODAY)
        return [each for each in found if each.code == code]
    if code in ("W29", "W32"):
        return _in_a_whole_sector(code, overlay_text(text), folder)
    asked = overlay("{add: question, after: gemeld, question: {id: hulp_team, ask: Is het team gebeld?, type: text}}")
    role = overlay("{add: role, id: wie, text: De intern begeleider denkt mee.}")
    translated = {"W04": role, "W33": asked}
    given, english = (translated[code], text) if code in translated else (overlay_text(text), "")
    fired: frozenset[str] = frozenset()
    if text.startswith("answers:"):
        fired = frozenset(rule.id for rule in trace(school(), {"veiligheid": "ja"}).fired)
        given = overlay_text("{tighten: rule, id: meld, level: bel_112}")
    read = file(folder / "stad", given, english)
    protocol = laid_over(school(), "school", [read])
    found = warnings.of_overlay(read.spec, protocol, {"Utrecht"}, fired, TODAY)
    return [each for each in found if each.code == code]


def _in_a_whole_sector(code: str, text: str, folder: Path) -> list[Finding]:
    head = text.replace("extends: school", "extends: onderwijs").replace("base: 2.0.0", "base: 1.0.0")
    folder.mkdir()
    (folder / "stad.yaml").write_text(head.replace("rules: [meld]", "rules: [onveilig]"), encoding="utf-8")
    spec = read_overlay(folder / "stad.yaml")
    protocol = laid_over(library.protocol("onderwijs"), "onderwijs", [spec])
    found = warnings.of_overlay(spec.spec, protocol, {"Utrecht"}, frozenset(), TODAY)
    return [each for each in found if each.code == code]


def _exercise(code: str, text: str, folder: Path) -> list[Finding]:
    if code == "E01":
        whole = small_exercise.TEXT if "\n" in text else small_exercise.TEXT.partition("teaching:")[0]
        try:
            exercise.load(small_exercise.write(folder, whole))
        except RefusedError as error:
            return list(error.findings)
        return []
    return small_exercise.found(folder, small_exercise.with_lines(text))


def _answers(code: str, text: str, folder: Path) -> tuple[Finding, ...]:
    protocol = laid(folder / "stad", RICH) if code == "A07" else library.protocol("onderwijs")
    try:
        answers_file.judge_all(protocol, answers_file.parse(text.encode(), "a.json" if text[0] == "{" else "a.yaml"))
    except FindingsError as error:
        return error.findings
    except AnswerError as error:
        return (Finding(error.code, school().steps[0].origin, error.values),)
    return ()


def _json(_: str, text: str, folder: Path) -> tuple[Finding, ...]:
    try:
        answers_file.read_json(text.encode(), f"{folder.name}/a.json")
    except FindingsError as error:
        return error.findings
    return ()


_WAYS: dict[str, Callable[[str, str, Path], list[Finding] | tuple[Finding, ...]]] = {
    "Y": _yaml,
    "S": _overlay,
    "R": _overlay,
    "C": _overlay,
    "O": _overlay,
    "T": _english,
    "W": _warning,
    "A": _answers,
    "E": _exercise,
    **dict.fromkeys(("W24", "W25", "W26", "W27", "W28"), _exercise),
    "Y19": _json,
    "R06": _part,
    "R13": _part,
    "R17": _part,
    "S12": _part,
}
