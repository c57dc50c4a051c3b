"""Where the cases of `meldcode protocol impact` come from: answers files, cases shown as JSON, and the vault."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from meldcode.cli import answers_file
from meldcode.cli.answers_file import Read
from meldcode.cli.errors import CommandError, FindingsError
from meldcode.protocol.diagnostics import Finding, Place
from meldcode.text import say

if TYPE_CHECKING:
    from meldcode.protocol.language import Language
    from meldcode.vault.store import Vault

Unreadable = Callable[[str], None]
"""Is told of a case that can't be read."""

REMEMBERED = 300
"""Most lines of which it is remembered what they tell; after that those that were not used for longest are dropped."""

LONG = 400
"""Bytes from which a line is not remembered: one with so much text in it is like no other."""

_BEGIN = re.compile(rb'\{(?:"id": ?("[ !#-\[\]-~]*"|0|[1-9][0-9]{0,14}), ?)?')
"""How a line begins, with its id if that comes first and is written plainly; something must follow it."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What is known of a case: its sector (empty where that is not said) and its raw answers.

    One object may stand for several cases that tell the same; only an object itself is equal to it.
    """

    sector: str
    answers: Mapping[str, object]


class Recorded(NamedTuple):
    """A case as it was recorded, by its name."""

    id: str
    told: Told
    done: int
    """How far the reading is with this case: bytes of its file, or cases of the vault."""


def from_file(log: str, language: "Language", unreadable: Unreadable) -> Iterator[Recorded]:
    """Yield the cases of a log: of each line, or the one of a file."""
    name = answers_file.name_of(log)
    if log.endswith((".yaml", ".yml")):
        given = answers_file.parse(answers_file.read_bytes(log), log)
        yield Recorded(name, Told(given.sector, given.answers), 0)
        return
    whole = [(1, answers_file.read_bytes(log))] if log.endswith(".json") else answers_file.read_lines(log)
    done = 0
    for number, data in whole:
        done += len(data)
        try:
            yield _remembered(data, name, number, done) or _recorded(data, name, number, done)
        except FindingsError as error:
            unreadable(error.said(language))


def from_vault(vault: "Vault", language: "Language", unreadable: Unreadable) -> Iterator[Recorded]:
    """Yield the cases of the vault; one that can't be read is told, and does not hide the others."""
    from meldcode.case.values import plain  # noqa: PLC0415 - only where there is a vault
    from meldcode.cli import kept  # noqa: PLC0415
    from meldcode.vault.errors import VaultError  # noqa: PLC0415

    for number, entry in enumerate(vault.cases()):
        try:
            state = kept.read_case(vault, entry.code).state
        except (CommandError, VaultError):
            unreadable(say(language, "cli.case_damaged", code=entry.code))
            continue
        sector = state.started.sector if state.started else ""
        answers = {name: plain(value) for name, value in state.answers.items()}
        yield Recorded(entry.code, Told(sector, answers), number)


# -- lines that tell the same ------------------------------------------------------------------------------------------


def _remembered(data: bytes, name: str, number: int, done: int) -> Recorded | None:
    """Return the case of a line that tells what another one told, but for its id; None where it must be read itself."""
    begin = _BEGIN.match(data) if len(data) < LONG else None
    told = _told(data[begin.end() :]) if begin else None
    if begin is None or told is None:
        return None
    return Recorded(begin[1].strip(b'"').decode() if begin[1] else f"{name}:{number}", told, done)


@lru_cache(maxsize=REMEMBERED)
def _told(rest: bytes) -> Told | None:
    """Return what a line tells after its id; None where that is not plainly sound, or names the case once more."""
    try:
        value = answers_file.read_json(b"{" + rest, "").value
    except FindingsError:
        return None
    if not isinstance(value, dict) or "id" in value or "steps" in value:
        return None
    return _answers(value)


# -- lines one by one --------------------------------------------------------------------------------------------------


def _recorded(data: bytes, name: str, number: int, done: int) -> Recorded:
    """Return a case from answers, or from the JSON in which a case was shown; raises `FindingsError`."""
    read = answers_file.read_json(data, name, number)
    value, place = read.value, f"{name}:{number}"
    if isinstance(value, dict) and isinstance(value.get("steps"), list):
        shown = value.get("protocol")
        sector = shown.get("id") if isinstance(shown, dict) else ""
        case = str(value.get("case") or _name(read, place))
        return Recorded(case, Told(str(sector), _shown(value["steps"], read.whole)), done)
    told = _answers(value) if isinstance(value, dict) else None
    if told is None:
        raise FindingsError((Finding("A15", read.whole, {}),))
    return Recorded(_name(read, place), told, done)


def _answers(value: Mapping[str, object]) -> Told | None:
    """Return what an answers file tells, None where it has none."""
    sector, answers = value.get("sector"), value.get("answers")
    return Told(sector if isinstance(sector, str) else "", answers) if isinstance(answers, dict) else None


def _name(read: Read, place: str) -> str:
    given = read.id
    return place if given is None else str(given)


def _shown(steps: Iterable[object], whole: Place) -> dict[str, object]:
    """Return the answers in the steps of a case that was shown as JSON."""
    try:
        return {each["question"]: each["value"] for step in steps for each in step["answers"]}  # type: ignore[index]
    except (KeyError, TypeError):
        raise FindingsError((Finding("A15", whole, {}),)) from None
