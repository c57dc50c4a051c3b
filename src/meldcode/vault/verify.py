"""Read and check everything, and say for each case what can still be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from meldcode.vault import codes, errors, log
from meldcode.vault.errors import VaultError
from meldcode.vault.log import CaseLog, Finding

if TYPE_CHECKING:
    from meldcode.vault.store import Vault

COMPLETE: Final = "complete"
LOST: Final = "lost"
CONTROL_MATCHES: Final = "control_matches"
CONTROL_UNSURE: Final = "control_unsure"
CONTROL_DIFFERS: Final = "control_differs"
DESTROYED: Final = "destroyed"
_GOOD: Final = log.HARMLESS | {COMPLETE, CONTROL_MATCHES, DESTROYED}


@dataclass(frozen=True, slots=True)
class CaseReport:
    """What was found in one case: the findings of `log`, and these.

    | code | means | values |
    |---|---|---|
    | complete | every acknowledged record is there, in order and unchanged | records |
    | lost | the case cannot be read at all | code, path |
    | control_matches | the control code is that of record `seq` of `records` | seq, records |
    | control_unsure | the same, but at or before that record something is missing or does not fit | seq, records |
    | control_differs | no record of this case has that control code | |
    | destroyed | the case was destroyed; with a control code only its last one can still be compared | at, who |
    """

    code: str
    findings: tuple[Finding, ...]
    records: int | None = None
    """How many records can be read; None where the case could not be read at all or is gone."""
    trusted: int = 0
    """How many of the first records are there, in order, each fitting the one before it.

    None once something was changed, unless a control code vouches for them: a chain holds what comes before a record,
    so that a forger who rewrites the first records gives himself away only at the one after them.
    """

    @property
    def good(self) -> bool:
        """Whether nothing was lost or changed, and the control code (if any was given) is right."""
        return all(finding.code in _GOOD for finding in self.findings)


def verify(vault: Vault, code: str | None = None, control: str | None = None) -> tuple[CaseReport, ...]:
    """Check one case, or all: those of the register and those found on disk.

    With a control code but no case, only the case that it belongs to says `control_matches`; the others say nothing of
    it. Raises `unknown_case`.
    """
    return tuple(_report(vault, one, control, asked=code is not None) for one in _codes(vault, code))


def _codes(vault: Vault, code: str | None) -> tuple[str, ...]:
    if code is not None:
        return (codes.case_code(code) or code,)
    try:
        listed = {entry.code for entry in vault.cases()} | {stone.code for stone in vault.tombstones()}
    except VaultError as error:
        if error.code != errors.DAMAGED:
            raise
        listed = set()
    return tuple(sorted(listed | set(vault.case_codes_on_disk())))


def _report(vault: Vault, code: str, control: str | None, *, asked: bool) -> CaseReport:
    try:
        found = vault.read(code)
    except VaultError as error:
        if error.code in (errors.UNKNOWN_CASE, errors.BUSY):
            raise
        if error.code == errors.SHREDDED:
            return _destroyed(vault, code, control, asked=asked)
        return CaseReport(code, (Finding(LOST, {"code": error.code, **error.values}),))
    findings = found.findings
    if found.complete:
        findings = (Finding(COMPLETE, {"records": str(len(found.records))}), *findings)
    if control is not None:
        findings += _control(found, control, asked=asked)
    vouched = (int(one.values["seq"]) for one in findings if one.code == CONTROL_MATCHES)
    return CaseReport(code, findings, len(found.records), max(_trusted(found), *vouched, 0))


def _trusted(found: CaseLog) -> int:
    """Count the records up to the first that is missing; none where one does not fit."""
    if any(one.code == log.TAMPERED for one in found.findings):
        return 0
    holes = (int(one.values["first"]) - 1 for one in found.findings if one.code == log.HOLE)
    return min([len(found.records), *holes])


def _is_whole_to(found: CaseLog, seq: int) -> bool:
    """Tell whether every record up to this one is there and fits the one before it."""
    changed = (one.values["seq"] for one in found.findings if one.code == log.TAMPERED)
    missing = (one.values["first"] for one in found.findings if one.code == log.HOLE)
    return all(int(broken) > seq for broken in (*changed, *missing))


def _destroyed(vault: Vault, code: str, control: str | None, *, asked: bool) -> CaseReport:
    stone = next(one for one in vault.tombstones() if one.code == code)
    findings: tuple[Finding, ...] = (Finding(DESTROYED, {"at": stone.at[:10], "who": stone.who}),)
    if control is not None and stone.last_hash and codes.same_control(control, stone.last_hash):
        findings += (Finding(CONTROL_MATCHES, {"seq": str(stone.count), "records": str(stone.count)}),)
    elif control is not None and asked:
        findings += (Finding(CONTROL_DIFFERS),)
    return CaseReport(code, findings)


def _control(found: CaseLog, control: str, *, asked: bool) -> tuple[Finding, ...]:
    for one in found.records:
        if codes.same_control(control, one.hash):
            code = CONTROL_MATCHES if _is_whole_to(found, one.seq) else CONTROL_UNSURE
            return (Finding(code, {"seq": str(one.seq), "records": str(len(found.records))}),)
    return (Finding(CONTROL_DIFFERS),) if asked else ()
