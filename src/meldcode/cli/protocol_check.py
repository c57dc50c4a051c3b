"""`meldcode protocol check`, `explain` and `schema`: what is wrong, what a code means, what may stand in a file."""

from collections.abc import Iterable, Sequence
from datetime import date

from meldcode.cli import findings_format
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.findings_format import Form, severity
from meldcode.cli.output import Voice
from meldcode.cli.places import sector_of
from meldcode.cli.protocol_findings import of_overlays, of_scenario, of_sector
from meldcode.cli.settings import clock
from meldcode.cli.subject import files_of, is_file, scenarios_of
from meldcode.protocol.diagnostics import Finding
from meldcode.text import say
from meldcode.text.visible import one_line

UNREADABLE = "Y18"
"""Code of a file that can't be read."""


def check(voice: Voice, names: Sequence[str], form: Form, *, stack: bool, today: date | None = None) -> Exit:
    """Print everything that is wrong with each sector, overlay file, scenario or exercise, and what asks for a look.

    With `stack` the overlay files are laid over each other in the order given. Exit 1 with an error, 4 where a file
    can't be read; warnings alone are exit 0. Raises `CommandError` for a sector that does not exist.
    """
    day = today or clock().date()
    scenarios, others = scenarios_of(voice, names)
    files = files_of(voice, others)
    stacks = [files] if stack and files else [[file] for file in files]
    looked = [of_sector(sector_of(voice, name), day) for name in others if not is_file(name)]
    looked += [of_overlays(several, day) for several in stacks]
    looked += [of_scenario(path) for path in scenarios]
    findings = _once(finding for each in looked for finding in each.findings)
    _print(voice, findings, [name for each in looked for name in each.names], form)
    if any(finding.code == UNREADABLE for finding in findings):
        return Exit.REFUSED
    return Exit.FINDINGS if any(severity(finding) == "error" for finding in findings) else Exit.FINE


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Return each finding once: an overlay on three sectors is wrong in three of them, at one place."""
    seen = {(each.code, each.place, tuple(sorted(each.values.items()))): each for each in findings}
    return sorted(seen.values(), key=lambda each: (each.place, each.code))


def _print(voice: Voice, findings: Sequence[Finding], checked: Sequence[str], form: Form) -> None:
    if form == "json":
        voice.out(findings_format.as_json(findings, voice.language, checked))
    elif form == "github":
        if findings:
            voice.out(findings_format.as_github(findings, voice.language))
    else:
        for name in checked:
            voice.prose(say(voice.language, "findings.checked", name=one_line(name)))
        voice.out("")
        voice.prose(findings_format.as_text(findings, voice.language))


def explain(voice: Voice, code: str) -> Exit:
    """Print what a code means, an example that is wrong, and its repair; raises `CommandError` for an unknown code."""
    from meldcode.protocol.diagnostics import nearest  # noqa: PLC0415 - only for a code that does not exist
    from meldcode.text.codes import CODES, explained  # noqa: PLC0415 - only when it is asked

    wanted = code.strip().upper()
    if wanted not in CODES:
        meant = nearest(wanted, CODES)
        raise CommandError(Exit.USAGE, "codes.meant" if meant else "codes.unknown", given=code[:20], meant=meant)
    voice.prose(explained(voice.language, wanted))
    return Exit.FINE


def schema(voice: Voice, kind: str) -> Exit:
    """Print the JSON Schema of a kind of file; raises `CommandError` for a kind that has none."""
    import json  # noqa: PLC0415 - only here

    from meldcode.protocol.json_schema import KINDS  # noqa: PLC0415 - as above
    from meldcode.protocol.json_schema import schema as made  # noqa: PLC0415

    if kind not in KINDS:
        raise CommandError(Exit.USAGE, "codes.no_schema", given=kind[:20], known=", ".join(KINDS))
    voice.out(json.dumps(made(kind), ensure_ascii=False, indent=2))
    return Exit.FINE
