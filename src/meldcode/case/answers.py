"""The one way in for answers: what is refused in the wizard is refused in an answers file and in the tests."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from meldcode.case.values import HOW, UNBORN, Observation, Person, Value
from meldcode.protocol.diagnostics import nearest
from meldcode.protocol.model import ROLES, Protocol, Question

MAX_TEXT = 20_000
MAX_ITEMS = 200
MAX_AGE = 120

LONGEST_WORD = 80
"""Length of an id, with room for slips of the pen."""


class AnswerError(Exception):
    """An answer was refused: the question, a code that `meldcode.text` words, and values for that sentence."""

    def __init__(self, question: str, code: str, **values: str) -> None:
        """Keep what is needed to say it; never the answer itself."""
        self.question, self.code, self.values = question, code, values
        super().__init__(f"{question}: {code}")


def judged(protocol: Protocol, question: Question, raw: object) -> Value:  # noqa: PLR0911 - one return a type
    """Return the answer as a value, or raise `AnswerError`."""
    match question.type:
        case "choice":
            return _option(question, raw)
        case "multi":
            return _ticks(question, raw)
        case "text":
            return _text(question, raw)
        case "date":
            return _date(question, raw)
        case "number":
            return _number(question, raw)
        case "people":
            return tuple(_person(question, item) for item in _list(question, raw))
        case "signals":
            return _signals(protocol, question, raw)


def _option(question: Question, raw: object) -> str:
    options = [option.id for option in question.options]
    if isinstance(raw, str) and raw in options:
        return raw
    raise AnswerError(question.id, "A01", options=", ".join(options), meant=_meant(raw, options))


def _meant(raw: object, known: Sequence[str]) -> str:
    """Return the known word nearest to what was given; a text too long to be a slip of the pen is not compared."""
    return nearest(raw, known) if isinstance(raw, str) and len(raw) <= LONGEST_WORD else ""


def _ticks(question: Question, raw: object) -> tuple[str, ...]:
    given = [_option(question, item) for item in _list(question, raw)]
    return tuple(option.id for option in question.options if option.id in given)


def _list(question: Question, raw: object) -> list[object]:
    if not isinstance(raw, list | tuple):
        raise AnswerError(question.id, "A02")
    if len(raw) > MAX_ITEMS:
        raise AnswerError(question.id, "A08", limit=str(MAX_ITEMS))
    return list(raw)


_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


def unkeepable(text: str) -> bool:
    """Tell whether a text has a character that can't be kept: NUL, or half of a surrogate pair (no text in UTF-8)."""
    return _UNKEEPABLE.search(text) is not None


def free_text(raw: object, name: str = "") -> str:
    """Return a text that can be kept, or raise `AnswerError`; `name` is the question that it answers, if any."""
    if not isinstance(raw, str):
        raise AnswerError(name, "A03")
    if len(raw) > MAX_TEXT:
        raise AnswerError(name, "A04", limit=str(MAX_TEXT))
    if unkeepable(raw):
        raise AnswerError(name, "A05")
    return raw


def _text(question: Question, raw: object) -> str:
    text = free_text(raw, question.id)
    if question.type == "text" and question.required and not text.strip():
        raise AnswerError(question.id, "A14")
    return text


def _date(question: Question, raw: object) -> str:
    try:
        if isinstance(raw, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", raw):
            return date.fromisoformat(raw).isoformat()
    except ValueError:
        pass
    raise AnswerError(question.id, "A06")


def _number(question: Question, raw: object) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= 10**6:
        return raw
    if isinstance(raw, str) and re.fullmatch(r"[0-9]{1,6}", raw):
        return int(raw)
    raise AnswerError(question.id, "A07")


def _person(question: Question, raw: object) -> Person:
    if not isinstance(raw, dict) or not set(raw) <= {"role", "age", "client"}:
        raise AnswerError(question.id, "A09", keys="role, age, client")
    role, client = raw.get("role"), raw.get("client", "nee")
    if role not in ROLES:
        raise AnswerError(question.id, "A10", options=", ".join(ROLES), meant=_meant(role, ROLES))
    if client not in ("ja", "nee"):
        raise AnswerError(question.id, "A11")
    return Person(role, _age(question, raw.get("age")), client == "ja" or role == "client")


def _age(question: Question, raw: object) -> int | str | None:
    if raw is None or raw == UNBORN:
        return raw
    if isinstance(raw, str) and re.fullmatch(r"[0-9]{1,3}", raw):
        raw = int(raw)
    if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= MAX_AGE:
        return raw
    raise AnswerError(question.id, "A12", limit=str(MAX_AGE))


def _signals(protocol: Protocol, question: Question, raw: object) -> tuple[Observation, ...]:
    known = protocol.lookup.signal_order[question.id]
    observed = [_observation(question, known, item) for item in _list(question, raw)]
    return tuple(sorted(observed, key=lambda each: known[each.signal]))


def _observation(question: Question, known: Mapping[str, int], raw: object) -> Observation:
    entry = {"signal": raw} if isinstance(raw, str) else raw
    if not isinstance(entry, dict) or not set(entry) <= {"signal", "seen", "how", "on", "meaning"}:
        raise AnswerError(question.id, "A09", keys="signal, seen, how, on, meaning")
    signal = entry.get("signal")
    if not isinstance(signal, str) or signal not in known:
        raise AnswerError(question.id, "A13", meant=_meant(signal, tuple(known)))
    how = entry.get("how", "")
    if how not in ("", *HOW):
        raise AnswerError(question.id, "A18", options=", ".join(HOW), meant=_meant(how, HOW))
    return Observation(
        signal,
        _text(question, entry.get("seen", "")),
        str(how),
        _date(question, entry["on"]) if entry.get("on", "") != "" else "",
        _text(question, entry.get("meaning", "")),
    )
