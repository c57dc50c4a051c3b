"""`meldcode advise`: the same engine without a terminal; nothing is stored."""

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from meldcode.case.advice import UNKNOWN_QUESTION, Ignored
from meldcode.case.state import settled
from meldcode.case.summary import Facts, Summary, summarise
from meldcode.cli import answers_file
from meldcode.cli.answers_file import Given
from meldcode.cli.errors import CommandError, Exit, FindingsError
from meldcode.cli.output import Voice
from meldcode.cli.forms import shown
from meldcode.cli.places import municipality_facts, sector_of
from meldcode.protocol import library
from meldcode.protocol.diagnostics import RefusedError
from meldcode.protocol.model import Protocol


def run(voice: Voice, file: str, sector: str, municipality: str, form: str, *, lines: bool) -> Exit:
    """Advise on one file, or on each line of a `.jsonl` file; return the exit code."""
    if lines or file.endswith(".jsonl"):
        return _lines(voice, file, sector, municipality)
    given = answers_file.parse(answers_file.read_bytes(file), file)
    summary = _advised(voice, given, sector or given.sector, municipality or given.municipality)
    voice.out(shown(summary, voice, form))
    return Exit.FINE if summary.advice.complete else Exit.MISSING


def _advised(voice: Voice, given: Given, sector: str, municipality: str) -> Summary:
    if not sector:
        raise CommandError(Exit.USAGE, "cli.no_sector")
    protocol = _protocol(sector_of(voice, sector))
    facts = municipality_facts(voice, municipality) if municipality else Facts()
    answers, unknown = answers_file.judge_all(protocol, given)
    summary = summarise(protocol, settled(protocol, answers), facts)
    return _with_unknown(summary, unknown)


def _with_unknown(summary: Summary, unknown: list[str]) -> Summary:
    from dataclasses import replace  # noqa: PLC0415

    ignored = summary.advice.ignored + tuple(Ignored(name, UNKNOWN_QUESTION) for name in unknown)
    return replace(summary, advice=replace(summary.advice, ignored=ignored))


@cache
def _protocol(sector: str) -> Protocol:
    return library.protocol(sector)


def _lines(voice: Voice, file: str, sector: str, municipality: str) -> Exit:
    from meldcode.export.json import json_line  # noqa: PLC0415

    failed = False
    name = "stdin" if file == "-" else Path(file).name
    for number, line in _numbered(file):
        given_id: object = None
        try:
            given = answers_file.parse_json(line, name, number)
            given_id = given.id
            summary = _advised(voice, given, sector or given.sector, municipality or given.municipality)
            voice.out(json_line(summary, voice.language, {"id": given_id}))
        except (CommandError, FindingsError, RefusedError) as error:
            failed = True
            voice.out(_error_line(voice, given_id, number, error))
    return Exit.FINDINGS if failed else Exit.FINE


def _numbered(file: str) -> Iterator[tuple[int, bytes]]:
    if file == "-":
        yield from ((number, line) for number, line in enumerate(sys.stdin.buffer, start=1) if line.strip())
        return
    try:
        with Path(file).open("rb") as source:
            yield from ((number, line) for number, line in enumerate(source, start=1) if line.strip())
    except OSError as error:
        raise CommandError(Exit.REFUSED, "cli.unreadable", file=file, reason=error.strerror or "") from None


def _error_line(voice: Voice, given_id: object, number: int, error: CommandError | FindingsError | RefusedError) -> str:
    if isinstance(error, RefusedError):
        error = FindingsError(error.findings)
    codes = [finding.code for finding in error.findings] if isinstance(error, FindingsError) else [error.key]
    text = error.said(voice.language)
    return json.dumps({"id": given_id, "line": number, "error": {"codes": codes, "text": text}}, separators=(",", ":"))
