"""Exit codes, and what can go wrong in words: one line for the terminal, never a traceback."""

from enum import IntEnum

from meldcode.protocol.diagnostics import Finding
from meldcode.protocol.model import Language
from meldcode.text import say
from meldcode.text.findings import cause
from meldcode.text.visible import one_line, visible


class Exit(IntEnum):
    """Exit codes of every command."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    MISSING = 3
    REFUSED = 4
    LOCKED = 5
    DAMAGED = 6
    NOT_STORED = 7
    INTERRUPTED = 130


class CommandError(Exception):
    """A command can't go on: a sentence key with values, and the exit code."""

    def __init__(self, exit_code: Exit, key: str, /, **values: object) -> None:
        """Keep what the sentence needs."""
        self.exit_code, self.key, self.values = exit_code, key, values
        super().__init__(key)

    def said(self, language: Language) -> str:
        """Return the sentence."""
        shown = {name: one_line(str(value)) for name, value in self.values.items()}
        return say(language, self.key, **shown)


class FindingsError(Exception):
    """A file was refused; all its findings are shown."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings."""
        self.findings = findings
        self.exit_code = Exit.REFUSED
        super().__init__(len(findings))

    def said(self, language: Language) -> str:
        """Return every finding: place, code, cause and remedy, and the line with a caret."""
        return "\n".join(_finding(finding, language) for finding in self.findings)


def _finding(finding: Finding, language: Language) -> str:
    place = finding.place
    head = f"{visible(place.file)}:{place.line}:{place.column}: {finding.code} "
    shown = {name: one_line(value) for name, value in finding.values.items()}
    lines = [head + cause(language, finding.code, shown)]
    if finding.excerpt.strip():
        before = visible(finding.excerpt[: place.column - 1])
        lines += [f"    {visible(finding.excerpt)}", f"    {' ' * len(before)}^"]
    return "\n".join(lines)
