"""Read an answers file (YAML, JSON or lines of JSON) and judge each answer, all findings at once."""

import errno
import json
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from meldcode.case.answers import AnswerError, judged
from meldcode.case.values import Value
from meldcode.cli.errors import CommandError, Exit, FindingsError
from meldcode.protocol.diagnostics import Finding, Place, RefusedError, nearest
from meldcode.protocol.model import Protocol

KEYS = ("id", "sector", "municipality", "answers")

MAX_BYTES = 1024 * 1024
"""Size of a file or of a line, as `protocol.yaml` has it."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, with the place of the whole and of every key and answer that has one of its own."""

    value: object
    whole: Place
    keys: Mapping[str, Place]
    answers: Mapping[str, Place]

    @property
    def id(self) -> str | int | None:
        """The `id`, where there is a good one."""
        given = self.value.get("id") if isinstance(self.value, dict) else None
        return given if isinstance(given, str | int) and not isinstance(given, bool) else None


@dataclass(frozen=True, slots=True)
class Given:
    """What a file (or a line) gave: raw answers with the place of each, and what else it named."""

    answers: Mapping[str, object]
    places: Mapping[str, Place]
    whole: Place
    sector: str
    municipality: str


def read_bytes(file: str) -> bytes:
    """Return the bytes of a file, or of standard input for `-`; no more than show that it is too large."""
    with _opened(file) as source:
        return source.read(MAX_BYTES + 1)


def read_lines(file: str) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of every line that is not blank; of one that is too large only the beginning."""
    with _opened(file) as source:
        number = 0
        while line := source.readline(MAX_BYTES + 1):
            number += 1
            rest = line
            while len(rest) > MAX_BYTES and not rest.endswith(b"\n"):
                rest = source.readline(MAX_BYTES + 1)
            if line.strip():
                yield number, line


def _opened(file: str) -> IO[bytes]:
    if file == "-":
        if sys.stdin is None:
            raise CommandError(Exit.REFUSED, "cli.unreadable", file=file, reason=OSError(errno.EBADF, ""))
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise CommandError(Exit.REFUSED, "cli.unreadable", file=file, reason=error) from None


def parse(data: bytes, file: str) -> Given:
    """Return what one file holds; it is JSON when it is called so or starts with a brace or a bracket.

    Raises `FindingsError`.
    """
    name = name_of(file)
    is_json = file.endswith(".json") or (file == "-" and data.lstrip()[:1] in (b"{", b"["))
    return given(read_json(data, name) if is_json else _read_yaml(data, name))


def name_of(file: str) -> str:
    """Return what a file is called in findings."""
    return "stdin" if file == "-" else Path(file).name


def read_json(data: bytes, name: str, line: int = 1) -> Read:
    """Return what JSON holds; `line` is where it begins. Raises `FindingsError`."""
    place = Place(name, line, 1)
    if len(data) > MAX_BYTES:
        raise FindingsError((Finding("Y02", place, {"size": f"> {MAX_BYTES}", "limit": str(MAX_BYTES)}),))
    try:
        value = _JSON.decode(data.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError:
        raise FindingsError((Finding("Y01", place, {}),)) from None
    except _TwiceError as error:
        raise FindingsError((Finding("Y04", place, {"key": str(error)[:80], "first": str(line)}),)) from None
    except json.JSONDecodeError as error:
        there = Place(name, line + error.lineno - 1, error.colno)
        raise FindingsError((Finding("Y19", there, {}),)) from None
    except (ValueError, RecursionError):
        raise FindingsError((Finding("Y19", place, {}),)) from None
    return Read(value, place, {}, {})


class _TwiceError(ValueError):
    """A key stands twice in an object."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for at, key in enumerate(keys) if key in keys[:at]))
    return found


_JSON = json.JSONDecoder(object_pairs_hook=_once)


def _read_yaml(data: bytes, name: str) -> Read:
    from meldcode.protocol import yaml  # noqa: PLC0415 - only for YAML

    try:
        node = yaml.parse(data, name)
    except RefusedError as error:
        raise FindingsError(tuple(_discreet(finding) for finding in error.findings)) from None
    keys = node.keys if isinstance(node, yaml.Map) else {}
    answers = node.entries.get("answers") if isinstance(node, yaml.Map) else None
    places = {key: value.place for key, value in answers.entries.items()} if isinstance(answers, yaml.Map) else {}
    return Read(yaml.plain(node), node.place, keys, places)


def _discreet(finding: Finding) -> Finding:
    """Return the finding without the line and the words of the file: those can be part of an answer (USR-04)."""
    unsaid = {"name": "…", "problem": ""}
    values = {name: unsaid.get(name, value) for name, value in finding.values.items()}
    return Finding(finding.code, finding.place, values)


def given(read: Read) -> Given:
    """Return what was given; raises `FindingsError` when it does not have the form of an answers file."""
    value = read.value
    if not isinstance(value, dict):
        raise FindingsError((Finding("A15", read.whole, {}),))
    findings = [
        Finding("S01", read.keys.get(key, read.whole), {"key": key[:80], "meant": nearest(key[:80], KEYS)})
        for key in value
        if key not in KEYS
    ]
    answers = value.get("answers", "")
    if "answers" not in value:
        findings.append(Finding("S02", read.whole, {"key": "answers"}))
    elif answers in ("", None):
        answers = {}
    elif not isinstance(answers, dict):
        findings.append(Finding("A15", read.keys.get("answers", read.whole), {}))
    texts = {key: "" if value.get(key) is None else value[key] for key in ("sector", "municipality")}
    findings += [
        Finding("A16", read.keys.get(key, read.whole), {"key": key})
        for key, text in texts.items()
        if not isinstance(text, str)
    ]
    if value.get("id") is not None and read.id is None:
        findings.append(Finding("A17", read.keys.get("id", read.whole), {}))
    if findings:
        raise FindingsError(tuple(findings))
    return Given(answers, read.answers, read.whole, texts["sector"], texts["municipality"])


def judge_all(protocol: Protocol, given: Given) -> tuple[dict[str, Value], list[str]]:
    """Return the answers as values, and the ids that this protocol does not know; raises `FindingsError`."""
    answers: dict[str, Value] = {}
    findings: list[Finding] = []
    unknown = sorted(name for name in given.answers if name not in protocol.questions)
    for name, raw in given.answers.items():
        if name not in protocol.questions:
            continue
        try:
            answers[name] = judged(protocol, protocol.questions[name], raw)
        except AnswerError as error:
            values = {"key": name, **error.values}
            findings.append(Finding(error.code, given.places.get(name, given.whole), values))
    if findings:
        raise FindingsError(tuple(findings))
    return answers, unknown
