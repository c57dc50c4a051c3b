"""A debrief for programs: JSON of the group, and CSV with a row for each participant, question and round.

Neither holds what was typed. Participants in the CSV are numbers in a shuffled order, or pseudonyms where asked.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence

from meldcode.case.values import Observation, Value
from meldcode.export.csv import MARK, line
from meldcode.training.agreement import LEAST, RESAMPLES, SEED, Interval
from meldcode.training.debrief import FEW, Debrief, Scale
from meldcode.training.gather import Left, Sat
from meldcode.training.pace import IDLE
from meldcode.training.remarks import SIGNALS
from meldcode.training.spread import Spread, answers_in, in_order, norms_in, rounds_of

FORMAT = 1
COLUMNS = ("exercise", "participant", "round", "question", "answer", "within", "reference_range")


def csv_lines(found: Sequence[Debrief], *, names: bool) -> Iterator[str]:
    """Yield the lines of the file; several ticked options or signals stand in one cell, with spaces between."""
    called = _called(found, names=names)
    yield MARK + line(COLUMNS)
    for each in found:
        for sat in each.sats:
            for row in _rows(each, sat):
                yield line((each.exercise.id, called[sat.participant], *row))


def _called(found: Sequence[Debrief], *, names: bool) -> Mapping[str, str]:
    known = sorted({sat.participant for each in found for sat in each.sats})
    if names:
        return {name: name for name in known}
    random.Random(SEED).shuffle(known)  # noqa: S311 - an order that says nothing, no secret
    return {name: str(number) for number, name in enumerate(known, start=1)}


def _rows(found: Debrief, sat: Sat) -> Iterator[tuple[str, ...]]:
    for number in rounds_of(found.exercise):
        answers, norms = answers_in(sat, number), norms_in(found.exercise, number)
        for question in in_order(found.exercise):
            if question.id in answers and (question.options or question.id == SIGNALS):
                given, norm = chosen(answers[question.id]), norms.get(question.id)
                within = "" if norm is None else "ja" if given in norm.accept else "nee"
                yield str(number), question.id, given, within, " ".join(norm.accept) if norm else ""


def chosen(value: Value) -> str:
    """Return the ids of what was chosen, never what was typed."""
    if isinstance(value, tuple):
        return " ".join(each.signal if isinstance(each, Observation) else str(each) for each in value)
    return str(value)


def json_text(found: Sequence[Debrief], together: Sequence[Scale], left: Sequence[Left]) -> str:
    """Return the debrief as JSON; times in seconds, shares as counts."""
    body = {
        "format": FORMAT,
        "kind": "meldcode-nabespreking",
        "exercise_only": True,
        "bootstrap": {"of": "participants", "resamples": RESAMPLES, "seed": SEED, "least": LEAST},
        "exercises": [_exercise(each) for each in found],
        "together": [_scale(each) for each in together],
        "left_out": [{"file": each.path.name, "why": each.why} for each in left],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _exercise(found: Debrief) -> dict[str, object]:
    return {
        "exercise": found.exercise.id,
        "digest": found.exercise.digest,
        "participants": len(found.sats),
        "few": 0 < len(found.sats) < FEW,
        "unfinished": found.unfinished,
        "classes": found.classes,
        "questions": [_spread(each) for each in found.spreads],
        "hands": [_spread(each) for each in found.hands],
        "decisions": [
            {"round": each.round, "advice": each.advice, "decided": dict(each.decisions)} for each in found.weighed
        ],
        "signals": {
            "recorders": found.recorders,
            "recorded": [{"signal": each.signal, "role": each.role, "count": each.count} for each in found.signals],
        },
        "process": [{"code": each.code, "flag": each.flag, "count": each.count} for each in found.faults],
        "paths": [
            {
                "question": each.question,
                "reference": each.reference,
                "still": each.still,
                "parted": dict(each.parted),
                "stopped": each.stopped,
            }
            for each in found.stations
        ],
        "routes": [{"choices": dict(each.choices), "count": each.count} for each in found.routes],
        "time": {
            "idle_over": int(IDLE.total_seconds()),
            "idle_gaps": found.away,
            "steps": [
                {
                    "round": each.round,
                    "step": each.step,
                    "participants": each.participants,
                    "quartiles": [each.low, each.median, each.high],
                }
                for each in found.paces
            ],
        },
        "agreement": [_scale(each) for each in found.scales],
    }


def _spread(each: Spread) -> dict[str, object]:
    return {
        "round": each.round,
        "question": each.question,
        "asked": each.asked,
        "counts": dict(each.counts),
        "several": each.several,
        "accept": list(each.accept),
        "within": each.within if each.accept else None,
        "within_interval": _interval(each.surely),
        "alike": each.alike,
    }


def _scale(each: Scale) -> dict[str, object]:
    return {
        "about": each.kind,
        "options": list(each.options),
        "metric": each.metric,
        "units": [{"exercise": name, "round": number, "unit": unit} for name, number, unit in each.units],
        "participants": each.participants,
        "alpha": each.alpha,
        "interval": _interval(each.interval),
    }


def _interval(found: Interval | None) -> list[float] | None:
    return None if found is None else [found.low, found.high]
