"""`list`: where each case stands, from the register, so that thousands take no longer than a few."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from meldcode.case.due import is_erasable
from meldcode.cli import kept
from meldcode.cli.errors import CommandError, Exit
from meldcode.cli.output import Voice
from meldcode.cli.settings import clock
from meldcode.protocol import library
from meldcode.text import say
from meldcode.vault.errors import VaultError
from meldcode.vault.store import CaseEntry, Vault
from meldcode.wizard import walk

CHECKED = 30
"""Of so many cases the records are read and checked too; of more that would take seconds, and `verify` does it."""

NAMED = 5
"""So many codes are named in a sentence about several cases."""


@dataclass(frozen=True, slots=True)
class Line:
    """A case in a list; `sound` is false when something of it was lost or changed, as far as was looked."""

    code: str
    text: str
    sound: bool


def list_cases(voice: Voice, vault: Vault, *, every: bool) -> Exit:
    """Print the cases: code, sector, and where each stands; then ask which working copies can go."""
    known = vault.cases()
    entries = [entry for entry in known if every or entry.facts.get("status") != "closed"]
    on_disk = frozenset(vault.case_codes_on_disk())
    lines = lines_of(voice, vault, entries, on_disk)
    destroyed = [
        say(voice.language, "shred.listed", code=one.code, at=one.at[:10])
        for one in (vault.tombstones() if every else ())
    ]
    if lines or destroyed:
        voice.out("\n".join([*(line.text for line in lines), *destroyed]))
    else:
        voice.note("cli.list_none_open" if known else "cli.list_none")
    strange = kept.unlisted(vault, known, on_disk)
    if strange:
        voice.note("cli.list_unlisted", codes=named(strange))
    if len(entries) > CHECKED:
        voice.note("cli.list_unchecked", count=CHECKED)
    question = erasable(voice, known)
    if question:
        voice.err(question)
    return Exit.FINE if all(line.sound for line in lines) and not strange else Exit.DAMAGED


def named(codes: Sequence[str]) -> str:
    """Return the first few codes, and a sign that there are more."""
    return ", ".join(codes[:NAMED]) + (" …" if len(codes) > NAMED else "")


def erasable(voice: Voice, entries: Iterable[CaseEntry]) -> str:
    """Return the question which working copies can be erased; empty when there are none to ask about."""
    today = clock().date()
    old = [
        entry.code
        for entry in entries
        if is_erasable(entry.facts.get("closed", ""), entry.facts.get("filed", ""), today)
    ]
    if not old:
        return ""
    return say(voice.language, "cli.erasable", count=len(old), codes=named(old), code=old[0])


def lines_of(voice: Voice, vault: Vault, entries: Sequence[CaseEntry], present: Collection[str]) -> list[Line]:
    """Return the cases as lines of a list; one that can't be read hides no other."""
    titles = {each.id: each.title.to(voice.language) for each in library.sectors()}
    closely = len(entries) <= CHECKED
    return [_line(voice, vault, entry, titles, closely=closely, present=entry.code in present) for entry in entries]


def _line(
    voice: Voice, vault: Vault, entry: CaseEntry, titles: Mapping[str, str], *, closely: bool, present: bool
) -> Line:
    code, language = entry.code, voice.language
    try:
        damaged = (closely or not present) and kept.is_damaged(vault, code)
        facts = entry.facts if "where_nl" in entry.facts else _facts_again(vault, code)
    except (CommandError, VaultError):
        return Line(code, f"{code}  {say(language, 'cli.list_unreadable', code=code)}", sound=False)
    sector = facts.get("sector", "")
    text = f"{code}  {titles.get(sector, sector)}: {standing(voice, facts)}"
    if damaged:
        text += f". {say(language, 'cli.list_damaged', code=code)}"
    return Line(code, text, sound=not damaged)


def _facts_again(vault: Vault, code: str) -> Mapping[str, str]:
    """Return what the register no longer tells after a repair."""
    case = kept.read_case(vault, code)
    return walk.facts_of(case.protocol, case.state)


def standing(voice: Voice, facts: Mapping[str, str]) -> str:
    """Return where a case stands, in words."""
    where = facts.get(f"where_{voice.language}", "")
    match facts.get("status"):
        case "away" | "copy" as status:
            return say(voice.language, f"handover.list_{status}")
        case "closed" if facts.get("filed"):
            return say(voice.language, "cli.list_filed")
        case "closed":
            return say(voice.language, "cli.list_closed")
        case "waiting":
            return say(voice.language, "cli.list_waiting", what=where)
        case "decided":
            return say(voice.language, "cli.list_decided")
        case _:
            return say(voice.language, "cli.list_open", step=where)
