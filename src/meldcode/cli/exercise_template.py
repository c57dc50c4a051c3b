"""What `train new` fills in: reference answers that fit the sector, and what comes of them in both rounds.

The texts are in `templates/exercise.yaml`, in Dutch.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from string import Template

from meldcode.case.advice import Advice
from meldcode.case.answers import judged
from meldcode.case.path import Path, trace
from meldcode.case.values import Plain
from meldcode.cli.local_folder import CASE, TEMPLATES, flow, worked
from meldcode.protocol.model import DECISION, Protocol

SIGNAL, OVERCLAIM = "kind_4_12.honger_vuil", "kind_4_12.alleen_gelaten"
SEEN = "INVULLEN: wat er te zien was, zonder oordeel."
LATER: Mapping[str, Plain] = {"direct_gevaar": "nee", "vermoeden": "ja", "veiligheid": "ja", DECISION: "melden"}
"""What changes with the new facts."""
ASKED = ("collega", "gesprek")
"""Questions whose answer brings something to light."""
WEIGHED = ("collega", "gesprek", "veiligheid", DECISION)
RECONSIDERED = ("veiligheid", DECISION)
"""Questions to which the example gives a norm: in the first round, and after the new facts."""
_LIST = "    "


def filled(name: str, title: str, sector: str, protocol: Protocol, today: date) -> str:
    """Return a new exercise file with this id, for a sector and its protocol."""
    signal: dict[str, str | int] = {"signal": SIGNAL, "seen": SEEN, "how": "gezien", "on": today.isoformat()}
    first, advice = worked(protocol, {**CASE, "signalen": [signal]})
    first, advice = worked(protocol, _whole(protocol, _decided(protocol, first, advice)))
    later, _ = worked(protocol, {**_lasting(protocol, first), **LATER})
    later, after = worked(protocol, _whole(protocol, later))
    path, again = (_path(protocol, given) for given in (first, later))
    values = {
        "id": name,
        "file": f"{name}.yaml",
        "sector": sector,
        "title": json.dumps(title, ensure_ascii=False),
        "answers": _lines(((key, flow(value)) for key, value in first.items()), "  "),
        "expect": _lines(_expect(advice), "  "),
        "steps": ", ".join(step.id for step in path.steps),
        "parts": "\n".join(_parts(path)),
        "facts": "\n".join(_facts(path)),
        "signal": SIGNAL,
        "overclaim": OVERCLAIM,
        "norms": "\n".join(_norms(path, _LIST)),
        "turn_answers": _lines(((key, flow(later[key])) for key in _new(first, later)), "      "),
        "turn_expect": _lines(_expect(after), "      "),
        "turn_norms": "\n".join(_norms(again, "      ", RECONSIDERED)),
    }
    return Template((TEMPLATES / "exercise.yaml").read_text(encoding="utf-8")).substitute(values)


def _decided(protocol: Protocol, given: Mapping[str, Plain], advice: Advice) -> dict[str, Plain]:
    """Return the answers with the decision that was advised, where the sector asks for one."""
    asked = DECISION in _path(protocol, given).reached
    return {**given, DECISION: advice.level} if asked else dict(given)


def _whole(protocol: Protocol, given: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return the answers with the first option for what must be answered after the decision."""
    whole = dict(given)
    while opened := [name for name in _path(protocol, whole).reached if name not in whole and _must(protocol, name)]:
        whole[opened[0]] = protocol.questions[opened[0]].options[0].id
    return whole


def _must(protocol: Protocol, name: str) -> bool:
    question = protocol.questions[name]
    return question.required and question.type == "choice"


def _lasting(protocol: Protocol, given: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return the answers that stay when new facts come: those that do not rest on the decision."""
    without = {name: value for name, value in given.items() if name not in LATER}
    reached = _path(protocol, {**without, **LATER}).reached
    return {name: value for name, value in without.items() if name in reached}


def _new(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> list[str]:
    return [name for name, value in after.items() if before.get(name) != value]


def _path(protocol: Protocol, given: Mapping[str, Plain]) -> Path:
    questions = protocol.questions
    return trace(
        protocol, {name: judged(protocol, questions[name], given[name]) for name in given if name in questions}
    )


def _expect(advice: Advice) -> Iterator[tuple[str, str]]:
    yield "level", advice.level
    yield "flags", f"[{', '.join(flag.id for flag in advice.flags)}]"
    if not advice.complete:
        yield "complete", "false"


def _parts(path: Path) -> Iterator[str]:
    for step in path.steps[1:3]:
        yield f"{_LIST}- id: {step.id}"
        yield f'{_LIST}  text: "INVULLEN: wat er gebeurt als deze stap begint."'


def _facts(path: Path) -> Iterator[str]:
    for name in ASKED:
        if name in path.live:
            yield f"{_LIST}- id: na_{name}"
            yield f"{_LIST}  when: {{{name}: {path.live[name]}}}"
            yield f'{_LIST}  text: "INVULLEN: wat men nu hoort, en van wie."'


def _norms(path: Path, space: str, names: Iterable[str] = WEIGHED) -> Iterator[str]:
    for name in names:
        if name in path.live:
            yield f"{space}- id: {name}"
            yield f"{space}  accept: [{path.live[name]}]"
            yield f'{space}  because: "INVULLEN: waarom dit past, en waarom een ander antwoord ook kan."'


def _lines(entries: Iterable[tuple[str, str]], space: str) -> str:
    return "\n".join(f"{space}{key}: {value}" for key, value in entries)
