"""Read an answers file (YAML, JSON or lines of JSON) and judge each answer, all findings at once."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from meldcode.case.answers import AnswerError, judged
from meldcode.case.values import Value
from meldcode.cli.errors import CommandError, Exit, FindingsError
from meldcode.protocol.diagnostics import Finding, Place, RefusedError, nearest
from meldcode.protocol.model import Protocol

KEYS = ("id", "sector", "municipality", "answers")


@dataclass(frozen=True, slots=True)
class Given:
    """What a file (or a line) gave: raw answers with the place of each, and what else it named."""

    answers: Mapping[str, object]
    places: Mapping[str, Place]
    whole: Place
    sector: str = ""
    municipality: str = ""
    id: object = None


def read_bytes(file: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`."""
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise CommandError(Exit.REFUSED, "cli.unreadable", file=file, reason=error.strerror or "") from None


def parse(data: bytes, file: str) -> Given:
    """Return what one file holds; it is JSON when it is called so or starts with a brace or a bracket.

    Raises `FindingsError`.
    """
    name = "stdin" if file == "-" else Path(file).name
    is_json = file.endswith(".json") or (file == "-" and data.lstrip()[:1] in (b"{", b"["))
    return parse_json(data, name) if is_json else _parse_yaml(data, name)


def parse_json(data: bytes, name: str, line: int = 1) -> Given:
    """Return what a JSON object holds; raises `FindingsError`."""
    place = Place(name, line, 1)
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise FindingsError((Finding("Y01", place, {}),)) from None
    except _TwiceError as error:
        raise FindingsError((Finding("Y04", place, {"key": str(error), "first": str(line)}),)) from None
    except (ValueError, RecursionError):
        raise FindingsError((Finding("Y19", place, {}),)) from None
    return _given(value, {}, place)


def _parse_yaml(data: bytes, name: str) -> Given:
    from meldcode.protocol.yaml import Map, parse as parse_yaml, plain  # noqa: PLC0415 - only for YAML

    try:
        node = parse_yaml(data, name)
    except RefusedError as error:
        raise FindingsError(error.findings) from None
    answers = node.entries.get("answers") if isinstance(node, Map) else None
    places = {key: value.place for key, value in answers.entries.items()} if isinstance(answers, Map) else {}
    keys = {f"@{key}": place for key, place in node.keys.items()} if isinstance(node, Map) else {}
    return _given(plain(node), places | keys, node.place)


def _given(value: object, places: Mapping[str, Place], whole: Place) -> Given:
    if not isinstance(value, dict):
        raise FindingsError((Finding("S03", whole, {"key": "", "expected": "answers: {…}"}),))
    findings = [
        Finding("S01", places.get(f"@{key}", whole), {"key": str(key)[:80], "meant": nearest(str(key)[:80], KEYS)})
        for key in value
        if key not in KEYS
    ]
    if "answers" not in value:
        findings.append(Finding("S02", whole, {"key": "answers"}))
    for key in ("sector", "municipality"):
        if not isinstance(value.get(key, ""), str):
            findings.append(Finding("S03", places.get(f"@{key}", whole), {"key": key, "expected": "tekst"}))
    answers: Any = value.get("answers") or {}
    if not isinstance(answers, dict):
        findings.append(
            Finding("S03", places.get("@answers", whole), {"key": "answers", "expected": "{vraag: antwoord}"})
        )
    if findings:
        raise FindingsError(tuple(findings))
    return Given(answers, places, whole, value.get("sector", ""), value.get("municipality", ""), value.get("id"))


class _TwiceError(ValueError):
    """A key stands twice in an object."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def judge_all(protocol: Protocol, given: Given) -> tuple[dict[str, Value], list[str]]:
    """Return the answers as values, and the ids that this protocol does not know; raises `FindingsError`."""
    answers: dict[str, Value] = {}
    findings: list[Finding] = []
    unknown = [name for name in given.answers if name not in protocol.questions]
    for name, raw in given.answers.items():
        if name in unknown:
            continue
        try:
            answers[name] = judged(protocol, protocol.questions[name], raw)
        except AnswerError as error:
            values = {"key": name, **error.values}
            findings.append(Finding(error.code, given.places.get(name, given.whole), values))
    if findings:
        raise FindingsError(tuple(findings))
    return answers, unknown
