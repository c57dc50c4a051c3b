"""Exit codes, and what went wrong in words: never a traceback, never what a person typed into a case (USR-04)."""

import errno
from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path
from types import TracebackType

from meldcode.cli.findings_format import told
from meldcode.protocol.diagnostics import ContentDamagedError, Finding, LocalRefusedError, RefusedError
from meldcode.protocol.language import Language
from meldcode.text import say, system
from meldcode.text.visible import one_line
from meldcode.vault.errors import VaultError


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


_VAULT_EXITS = {
    "locked_wrong": Exit.LOCKED,
    "absent": Exit.LOCKED,
    "needs_passphrase": Exit.LOCKED,
    "bad_parameters": Exit.DAMAGED,
    "damaged": Exit.DAMAGED,
    "newer_format": Exit.DAMAGED,
    "symlink": Exit.DAMAGED,
    "unreadable": Exit.DAMAGED,
    "not_stored": Exit.NOT_STORED,
    "read_only": Exit.NOT_STORED,
}
"""Exit code of each vault error; any other is wrong usage."""


class CommandError(Exception):
    """A command can't go on: a sentence key with values, and the exit code.

    A value may be an `OSError`: then it is worded.
    """

    def __init__(self, exit_code: Exit, key: str, /, **values: object) -> None:
        """Keep what the sentence needs."""
        self.exit_code, self.key, self.values = exit_code, key, values
        super().__init__(key)

    def said(self, language: Language) -> str:
        """Return the sentence."""
        return _said(language, self.key, self.values)


class FindingsError(Exception):
    """A file was refused; all its findings are shown."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings."""
        self.findings = findings
        self.exit_code = Exit.REFUSED
        super().__init__(len(findings))

    def said(self, language: Language) -> str:
        """Return every finding: place, code, cause and remedy, and the line with a caret."""
        return "\n".join(told(finding, language) for finding in self.findings)


def outcome(error: Exception, language: Language) -> tuple[str, Exit]:
    """Return what went wrong in words, and the exit code to end with."""
    match error:
        case FindingsError():
            return error.said(language), error.exit_code
        case LocalRefusedError():
            return FindingsError(error.findings).said(language), Exit.REFUSED
        case RefusedError():
            return (
                f"{FindingsError(error.findings).said(language)}\n{say(language, 'cli.content_broken')}",
                Exit.REFUSED,
            )
        case ContentDamagedError():
            sentence, code = say(language, "cli.content_broken"), Exit.REFUSED
        case CommandError():
            sentence, code = error.said(language), error.exit_code
        case VaultError():
            sentence = _said(language, f"vault.{error.code}", error.values)
            code = _VAULT_EXITS.get(error.code, Exit.USAGE)
        case OSError():
            sentence = _said(language, "cli.system_refused", {"reason": error})
            code = Exit.NOT_STORED
        case _:
            where = f"{type(error).__name__}, {_place(error.__traceback__)}"
            sentence, code = say(language, "cli.unexpected", where=where), Exit.FINDINGS
    return f"{say(language, 'cli.error')} {sentence}", code


def _said(language: Language, key: str, values: Mapping[str, object]) -> str:
    return say(language, key, **{name: one_line(_value(language, value)) for name, value in values.items()})


def _value(language: Language, value: object) -> str:
    if not isinstance(value, OSError):
        return str(value)
    name = errno.errorcode.get(value.errno or 0, "")
    return say(language, f"system.{name}") if name in system.TEXTS else value.strerror or name


def _place(trace: TracebackType | None) -> str:
    """Return the file and line where it happened, without the folders of this machine."""
    place = ""
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
