"""`vault init`, `vault info` and `verify`: the vault itself."""

from meldcode.cli import kept
from meldcode.cli.cases import open_quietly
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.settings import is_interactive
from meldcode.cli.terminal import conversation, early_wording, ended, stopped_early
from meldcode.text import say
from meldcode.vault import errors
from meldcode.vault.errors import VaultError
from meldcode.vault.harden import harden
from meldcode.vault.place import check_place
from meldcode.vault.verify import CaseReport
from meldcode.vault.verify import verify as check
from meldcode.wizard.talk import Ending, StopSession, Talk


def init(voice: Voice, *, accept_place: bool) -> Exit:
    """Make a vault by asking for a passphrase and confirming the recovery code."""
    if not is_interactive():
        raise CommandError(Exit.MISSING, "cli.no_terminal_case")
    if (kept.place() / "kluis.json").exists():
        raise VaultError(errors.EXISTS, path=".")
    check_place(kept.place(), accept=accept_place)
    harden()
    with conversation(voice) as prompter:
        try:
            kept.locksmith(Talk(prompter, early_wording(voice))).make(accept_place=accept_place)
        except StopSession as stop:
            return stopped_early(voice, prompter, stop)
        return ended(prompter, Ending.FINISHED, say(voice.language, "vault.made", path=kept.place()))


def info(voice: Voice, descriptor: int | None) -> Exit:
    """Print where the vault is, how many cases it has, and who can read them."""
    vault = open_quietly(voice, descriptor)
    voice.out(say(voice.language, "vault.info_place", path=kept.place()))
    voice.out(say(voice.language, "vault.info_cases", count=len(vault.cases())))
    voice.out(say(voice.language, "vault.info_readers"))
    return Exit.FINE


def verify(voice: Voice, code: str, control: str, descriptor: int | None, *, repair: bool) -> Exit:
    """Say in words, per case, what is there, what is wrong and what can still be trusted."""
    vault = open_quietly(voice, descriptor)
    if repair:
        rebuilt = vault.repair()
        voice.note("vault.repair_done" if rebuilt else "vault.repair_none", codes=", ".join(rebuilt))
    reports = check(vault, code or None, control or None)
    for report in reports:
        _print(voice, report)
    if not reports:
        voice.out(say(voice.language, "vault.verify_none"))
        return Exit.FINE
    damaged = vault.damaged_kept()
    if damaged:
        voice.out(say(voice.language, "vault.kept_damaged", count=len(damaged)))
    good = all(report.good for report in reports) and not damaged
    voice.out(say(voice.language, "vault.verify_good" if good else "vault.verify_bad"))
    if good:
        return Exit.FINE
    return Exit.FINDINGS if _only_control(reports) and not damaged else Exit.DAMAGED


def _only_control(reports: tuple[CaseReport, ...]) -> bool:
    """Tell whether nothing is wrong but a control code that fits no record."""
    bad = {finding.code for report in reports if not report.good for finding in report.findings}
    return bad <= {"complete", "control_differs"}


def _print(voice: Voice, report: CaseReport) -> None:
    voice.out(say(voice.language, "vault.verify_case", code=report.code))
    for finding in report.findings:
        voice.out(f"  - {say(voice.language, f'vault.{finding.code}', **finding.values)}")
