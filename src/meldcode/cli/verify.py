"""`verify`: in words, per case, what is there, what is wrong and what can still be trusted."""

from meldcode.cli.cases import open_quietly
from meldcode.cli.errors import Exit
from meldcode.cli.output import Voice
from meldcode.text import say
from meldcode.vault import log
from meldcode.vault.log import Finding
from meldcode.vault.store import Vault
from meldcode.vault.verify import (
    COMPLETE,
    CONTROL_DIFFERS,
    CONTROL_MATCHES,
    CONTROL_UNSURE,
    DESTROYED,
    CaseReport,
)
from meldcode.vault.verify import verify as check

NO_DAMAGE = frozenset({COMPLETE, CONTROL_MATCHES, CONTROL_DIFFERS, DESTROYED, log.REPAIRED, *log.HARMLESS})
"""Findings with which every record that the register tells of is there; some of them are good to know."""


def verify(voice: Voice, code: str, control: str, descriptor: int | None, *, repair: bool) -> Exit:
    """Check the vault, or one case; with `repair` first rebuild in the register what can be rebuilt."""
    vault = open_quietly(voice, descriptor)
    if repair:
        _repair(voice, vault)
    elif vault.access.is_unfinished():
        voice.note("keys.info_unfinished")
    if not vault.access.has_sound_header():
        voice.note("keys.info_header")
    reports = check(vault, code or None, control or None)
    if not reports:
        voice.prose(say(voice.language, "vault.verify_none"))
        return Exit.FINE
    for report in reports:
        _print(voice, report)
    kept = vault.damaged_kept()
    if kept:
        voice.prose(say(voice.language, "vault.kept_damaged", count=len(kept)))
    found = {finding.code for report in reports for finding in report.findings}
    stranger = bool(control) and not found & {CONTROL_MATCHES, CONTROL_UNSURE, CONTROL_DIFFERS}
    if stranger:
        voice.prose(say(voice.language, "vault.control_unknown"))
    outcome = _outcome(reports, noted=stranger, damaged=bool(kept))
    voice.prose(say(voice.language, f"vault.verify_{'good' if outcome is Exit.FINE else _CLOSING[outcome]}"))
    return outcome


_CLOSING = {Exit.FINDINGS: "noted", Exit.DAMAGED: "bad"}


def _repair(voice: Voice, vault: Vault) -> None:
    rebuilt = vault.repair()
    voice.note("vault.repair_done" if rebuilt else "vault.repair_none", codes=", ".join(rebuilt))
    if vault.access.is_unfinished():
        left = vault.access.finish()
        voice.note("keys.left" if left else "keys.finished", files=", ".join(left))


def _outcome(reports: tuple[CaseReport, ...], *, noted: bool, damaged: bool) -> Exit:
    bad = [report for report in reports if not report.good]
    if damaged or any(finding.code not in NO_DAMAGE for report in bad for finding in report.findings):
        return Exit.DAMAGED
    return Exit.FINDINGS if bad or noted else Exit.FINE


def _print(voice: Voice, report: CaseReport) -> None:
    voice.prose(say(voice.language, "vault.verify_case", code=report.code))
    for finding in report.findings:
        voice.prose(f"  - {_said(voice, finding)}")
    if report.good or report.records is None:
        return
    trusted, rest = report.trusted, report.records - report.trusted
    key = "trust_none" if trusted == 0 else "trust_rest" if rest else "trust_all"
    voice.prose(f"  - {say(voice.language, f'vault.{key}', trusted=trusted, rest=rest)}")


def _said(voice: Voice, finding: Finding) -> str:
    single = finding.code == log.HOLE and finding.values["first"] == finding.values["last"]
    return say(voice.language, f"vault.{'hole_one' if single else finding.code}", **finding.values)
