"""Overlay files for the tests of the command line, small and on the sector of schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Program

TIGHTER = "{tighten: rule, id: twijfel_hulp, level: melden}"
HELP = "{change: question, id: collega, help: Bel eerst de zorgcoach.}"
CONTACT = "{add: contact, id: team, name: Buurtteam, phone: 030-0000000, unverified: test, rules: [hulp_loopt]}"
NOT_MONOTONE = "{add: rule, rule: {id: strak, when: {veiligheid: nee}, level: melden, because: Zo willen wij het.}}"
LOWER = "{tighten: rule, id: twijfel_hulp, level: volgen}"

IN_DOUBT = """\
sector: onderwijs
answers: {direct_gevaar: nee, vermoeden: ja, veiligheid: nee, hulp: onbekend}
"""
"""Answers that give at least `melden` only with `TIGHTER`; nationally more is missing and asked."""


def overlay(name: str, *operations: str, extends: str = "onderwijs", places: str = "", base: str = "1.0.0") -> str:
    """Return an overlay file of the owner `Eigenaar NAME`."""
    head = f"overlay: {name}\nversion: 1.2.3\nowner: Eigenaar {name}\nextends: [{extends}]\nbase: {base}\n"
    where = f"municipalities: [{places}]\n" if places else ""
    return head + where + "operations:\n" + "".join(f"  - {each}\n" for each in operations or (HELP,))


def configured(program: Program, name: str, content: str) -> Path:
    """Put a file where this machine's overlays are and return its path."""
    path = program.folder / ".config" / "meldcode" / "overlays" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path
