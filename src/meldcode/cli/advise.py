"""`meldcode advise`: the same engine without a terminal; nothing is stored."""

import json
from dataclasses import dataclass, replace
from functools import cache

from meldcode.case.advice import UNKNOWN_QUESTION, Ignored
from meldcode.case.state import settled
from meldcode.case.summary import Facts, Summary, summarise
from meldcode.cli import answers_file
from meldcode.cli.answers_file import Given
from meldcode.cli.errors import CommandError, Exit, FindingsError
from meldcode.cli.forms import shown
from meldcode.cli.local import protocol_here
from meldcode.cli.output import Voice
from meldcode.cli.places import municipality_facts, sector_of
from meldcode.protocol.model import Protocol

MOST_NAME = 80
"""Of what is no question of the protocol no more characters are repeated; it may be anything."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line gives; it wins over what a file says."""

    sector: str = ""
    municipality: str = ""
    overlays: tuple[str, ...] = ()


def run(voice: Voice, file: str, options: Options, form: str, *, lines: bool) -> Exit:
    """Advise on one file, or on each line of a `.jsonl` file; return the exit code."""
    if lines or file.endswith(".jsonl"):
        return _lines(voice, file, options)
    given = answers_file.parse(answers_file.read_bytes(file), file)
    summary = _advised(voice, given, options)
    voice.out(shown(summary, voice, form))
    return Exit.FINE if summary.advice.complete else Exit.MISSING


def _advised(voice: Voice, given: Given, options: Options) -> Summary:
    """Return the summary; what an option says wins over what the file says."""
    sector, municipality = options.sector or given.sector, options.municipality or given.municipality
    if not sector:
        raise CommandError(Exit.USAGE, "cli.no_sector")
    facts = municipality_facts(voice, municipality) if municipality else Facts()
    protocol = _protocol(voice, sector_of(voice, sector), facts.municipality, options.overlays)
    answers, unknown = answers_file.judge_all(protocol, given)
    summary = summarise(protocol, settled(protocol, answers), facts)
    if not unknown:
        return summary
    ignored = summary.advice.ignored + tuple(Ignored(name[:MOST_NAME], UNKNOWN_QUESTION) for name in unknown)
    return replace(summary, advice=replace(summary.advice, ignored=ignored))


@cache
def _protocol(voice: Voice, sector: str, municipality: str, overlays: tuple[str, ...]) -> Protocol:
    here = protocol_here(sector, municipality, overlays)
    for file in here.broken:
        voice.note("author.left_out", file=file)
    return here.protocol


def _lines(voice: Voice, file: str, options: Options) -> Exit:
    from meldcode.export.json import json_line  # noqa: PLC0415 - only for lines

    failed = False
    name = answers_file.name_of(file)
    for number, line in answers_file.read_lines(file):
        line_id: str | int | None = None
        try:
            read = answers_file.read_json(line, name, number)
            line_id = read.id
            summary = _advised(voice, answers_file.given(read), options)
            voice.out(json_line(summary, voice.language, {"id": line_id}))
        except (CommandError, FindingsError) as error:
            failed = True
            voice.out(_error_line(voice, line_id, number, error))
    return Exit.FINDINGS if failed else Exit.FINE


def _error_line(voice: Voice, line_id: str | int | None, number: int, error: CommandError | FindingsError) -> str:
    codes = [finding.code for finding in error.findings] if isinstance(error, FindingsError) else [error.key]
    text = error.said(voice.language)
    return json.dumps({"id": line_id, "line": number, "error": {"codes": codes, "text": text}}, separators=(",", ":"))
