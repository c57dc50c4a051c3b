"""Findings in words: as lines for people, as JSON for programs, as annotations for GitHub."""

from collections.abc import Sequence
from typing import Literal

from meldcode.protocol.diagnostics import Finding
from meldcode.protocol.language import Language
from meldcode.text import say
from meldcode.text.findings import cause
from meldcode.text.visible import one_line, visible
from meldcode.wizard.layout import width

Form = Literal["text", "json", "github"]

MOST_QUOTED = 160
"""Characters of a line that are shown; of a longer one the part around the place."""


def severity(finding: Finding) -> Literal["error", "warning"]:
    """Return how bad it is: what has a W code does not stop anything."""
    return "warning" if finding.code.startswith("W") else "error"


def sentence(finding: Finding, language: Language) -> str:
    """Return what is wrong and what to do, on one line."""
    shown = {name: one_line(value) for name, value in finding.values.items()}
    return cause(language, finding.code, shown)


def told(finding: Finding, language: Language) -> str:
    """Return a finding for people: place, code, cause and remedy, and the line with a caret."""
    place = finding.place
    lines = [f"{one_line(place.file)}:{place.line}:{place.column}: {finding.code} {sentence(finding, language)}"]
    if finding.excerpt.strip():
        before, line = _quoted(finding.excerpt, place.column)
        lines += [f"    {visible(line)}", f"    {' ' * width(visible(before))}^"]
    return "\n".join(lines)


def _quoted(line: str, column: int) -> tuple[str, str]:
    """Return what stands before the place, and the line, both cut off where the line is long."""
    begin = max(0, column - MOST_QUOTED // 2) if len(line) > MOST_QUOTED else 0
    front = "…" if begin else ""
    back = "…" if len(line) > begin + MOST_QUOTED else ""
    return front + line[begin : column - 1], front + line[begin : begin + MOST_QUOTED] + back


def as_text(findings: Sequence[Finding], language: Language) -> str:
    """Return all findings for people, with an empty line between, and how many there are."""
    counted = say(language, "findings.count", **_counts(findings))
    return "\n\n".join([*(told(finding, language) for finding in findings), counted])


def as_json(findings: Sequence[Finding], language: Language, checked: Sequence[str]) -> str:
    """Return all findings as one JSON object.

    `format` is 1; `checked` names what was looked at; `errors` and `warnings` count. Each finding has `code`,
    `severity` (`error` or `warning`), `file`, `line` and `column` (from 1), `text` (cause and remedy in the language of
    this run), `values` (what the text is filled in with, `meant` being the name that was probably meant) and `excerpt`
    (the line as it stands in the file, or empty). In ASCII, so that no character of that line is active in a terminal.
    """
    import json  # noqa: PLC0415 - the errors of every command are worded in this module

    rows = [
        {
            "code": finding.code,
            "severity": severity(finding),
            "file": finding.place.file,
            "line": finding.place.line,
            "column": finding.place.column,
            "text": sentence(finding, language),
            "values": dict(sorted(finding.values.items())),
            "excerpt": finding.excerpt,
        }
        for finding in findings
    ]
    whole = {"format": 1, "checked": list(checked), **_counts(findings), "findings": rows}
    return json.dumps(whole, indent=1)


def as_github(findings: Sequence[Finding], language: Language) -> str:
    """Return a workflow command of GitHub for each finding: it shows at the line in the file."""
    return "\n".join(_command(finding, language) for finding in findings)


def _command(finding: Finding, language: Language) -> str:
    place = finding.place
    given = {"file": visible(place.file), "line": place.line, "col": place.column, "title": finding.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in given.items())
    return f"::{severity(finding)} {properties}::{_message(sentence(finding, language))}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    kinds = [severity(finding) for finding in findings]
    return {"errors": kinds.count("error"), "warnings": kinds.count("warning")}
