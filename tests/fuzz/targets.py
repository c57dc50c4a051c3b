"""Everything that reads what others may have written, each with what it may end in and nothing else.

A target takes a source of choices of hypothesis and fails when anything but the refusals that its reader promises comes
out. `test_smoke.py` tries each a few times in every run; `make fuzz` goes on for minutes.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

from hypothesis import strategies as some

from meldcode.case.events import to_body
from meldcode.cli import answers_file, kept
from meldcode.cli.errors import CommandError, FindingsError
from meldcode.export.json import json_text
from meldcode.export.text import text
from meldcode.protocol import codec, overlay_file, scenario_file
from meldcode.protocol.diagnostics import RefusedError
from meldcode.protocol.yaml import parse
from meldcode.vault import age, bundle, header, keyfile, log, record, register
from meldcode.vault.errors import VaultError
from meldcode.vault.log import KnownCase
from meldcode.vault.record import Record, canonical
from meldcode.vault.register import CaseEntry
from tests.case.shipped import protocol_of
from tests.endtoend.made import ANSWERS
from tests.fuzz.changes import altered, spoilt
from tests.vault.helpers import FACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from meldcode.vault.store import Vault

ROOT = Path(__file__).parents[2]
CASE = "7Q2M9XKD"


def picked(data: some.DataObject, files: Iterable[Path]) -> bytes:
    """Draw one of some files and spoil it."""
    good = data.draw(some.sampled_from(sorted(files)), "file").read_bytes()
    return data.draw(spoilt(good), "bytes")


# What people and organisations write


def yaml(data: some.DataObject) -> None:
    """The strict loader, on spoilt files of ours."""
    with suppress(RefusedError):
        parse(picked(data, [*(ROOT / "sectors").rglob("*.yaml"), *(ROOT / "protocols").rglob("*.yaml")]), "a.yaml")


def overlay(data: some.DataObject) -> None:
    """An overlay that was spoilt, read and laid over what it extends."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "overlay.yaml"
        path.write_bytes(picked(data, (ROOT / "examples").glob("*/overlay.yaml")))
        with suppress(RefusedError):
            file = overlay_file.read(path)
            for sector in file.spec.extends:
                overlay_file.laid_over(protocol_of(sector), sector, [file])


def scenario(data: some.DataObject) -> None:
    """A scenario that was spoilt."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "voorbeeld.yaml"
        path.write_bytes(picked(data, (ROOT / "examples").glob("*/scenarios/*.yaml")))
        with suppress(RefusedError):
            scenario_file.read(path)


ANSWERED: dict[str, Any] = {
    "id": 7,
    "sector": "onderwijs",
    "municipality": "Utrecht",
    "answers": ANSWERS | {"signalen": [{"signal": "kind_4_12.vertelt_mishandeling", "seen": "x", "on": "2026-11-02"}]},
}


def answers(data: some.DataObject) -> None:
    """An answers file, spoilt as bytes or altered inside, read and judged."""
    given = data.draw(some.one_of(altered(ANSWERED).map(written), spoilt(written(ANSWERED))), "answers")
    with suppress(FindingsError):
        for name in ("zaak.yaml", "zaak.json", "-"):
            answers_file.judge_all(protocol_of("onderwijs"), answers_file.parse(given, name))


def written(value: object) -> bytes:
    return json.dumps(value).encode()


def events(data: some.DataObject) -> None:
    """What a record holds, as this version, a newer one, or someone who means harm would write it."""
    body = data.draw(altered(data.draw(some.sampled_from(bodies()), "of")), "body")
    first = data.draw(some.booleans(), "first")
    records = [body] if first else [bodies()[0], *bodies()[1:4], body]
    vault = cast("Vault", Kept(tuple(each if isinstance(each, dict) else {"event": each} for each in records)))
    with suppress(CommandError, VaultError):
        summary = kept.summary_of(kept.read_case(vault, CASE))
        text(summary, "nl")
        json_text(summary, "nl")


class Kept:
    """What reading a case takes of a vault: its records, and the protocol that they name."""

    def __init__(self, given: Sequence[Mapping[str, object]]) -> None:
        at = datetime(2026, 11, 23, tzinfo=UTC)
        self._records = tuple(Record(number, at, "x", body, "a" * 64) for number, body in enumerate(given, start=1))

    def read(self, _code: str) -> log.CaseLog:
        return log.CaseLog(self._records, ())

    def kept(self, digest: str) -> bytes:
        if digest != digest_of("onderwijs"):
            raise VaultError("absent", path="protocollen")
        return encoded()


@cache
def encoded() -> bytes:
    return codec.encode(protocol_of("onderwijs")).encode()


@cache
def bodies() -> tuple[dict[str, Any], ...]:
    """The bodies of the records of a case, the first of them the start."""
    from meldcode.case import events as e  # noqa: PLC0415 - one letter keeps the list below readable

    protocol = protocol_of("onderwijs")
    kinds: list[e.Event] = [
        e.Started("onderwijs", digest_of("onderwijs"), protocol.version, "Utrecht", "2026-11-23T10:00:00+01:00"),
        *(e.Answered(name, value) for name, value in ANSWERS.items()),
        e.Drafted("weging", "x"),
        e.Skipped("weging"),
        e.Retracted("collega"),
        e.Noted("x"),
        e.Reopened("x"),
        e.Closed("x"),
        e.Exported("md"),
    ]
    return tuple(json.loads(json.dumps(to_body(each))) for each in kinds)


@cache
def digest_of(sector: str) -> str:
    return "sha256:" + hashlib.sha256(codec.encode(protocol_of(sector)).encode()).hexdigest()


@cache
def user() -> age.Key:
    return age.Key.from_bytes(bytes(range(32)))


@cache
def sealed(plain: bytes) -> bytes:
    """An age file, the same one each time: what is drawn must not depend on its randomness."""
    return age.encrypt(plain, [user().recipient])


# What stands in a vault


def kluis_json(data: some.DataObject) -> None:
    """`kluis.json`, spoilt, or altered with its checksum made right."""
    good = header.encode(header.Header(bytes(header.SALT_BYTES), header.SCRYPT_N, "0" * 64))
    fields = data.draw(altered(json.loads(good)), "fields")
    if isinstance(fields, dict):
        fields.pop("check", None)
        with suppress(ValueError, TypeError):
            fields["check"] = hashlib.sha256(canonical(fields)).hexdigest()
    for given in (data.draw(spoilt(good), "bytes"), written(fields)):
        with suppress(VaultError):
            header.decode(given)


def key_file(data: some.DataObject) -> None:
    """A key file: what is inside is spoilt and encrypted again, or the ciphertext itself is."""
    plain = f"# meldcode 1\n# case {CASE}\n{user().secret()}\n".encode()
    inside = age.encrypt(data.draw(spoilt(plain), "plain"), [user().recipient])
    for given in (inside, data.draw(spoilt(sealed(plain)), "sealed")):
        with suppress(VaultError, age.UndecryptableError):
            keyfile.unseal(given, user(), "sleutel.age")


def cases_register(data: some.DataObject) -> None:
    """The register, altered, read and listed."""
    entry = CaseEntry(CASE, 2, "a" * 64, FACTS)
    good = register.encode(register.Register({CASE: entry}))
    given = data.draw(some.one_of(altered(json.loads(good)).map(written), spoilt(good)), "register")
    with suppress(VaultError):
        for each in register.decode(given).cases.values():
            assert each.control


def one_record(data: some.DataObject) -> None:
    """The plaintext of a record, altered in its one spelling or another."""
    at = datetime(2026, 11, 23, tzinfo=UTC)
    good = record.plaintext(CASE, Record(1, at, "x", {"a": [1]}, ""), record.NOTHING_BEFORE, bytes(16))
    value = data.draw(altered(json.loads(good)), "record")
    same = canonical(value) if isinstance(value, dict) else b"0"
    for given in (same, written(value), data.draw(spoilt(good), "bytes")):
        with suppress(VaultError):
            record.parse(given, CASE)


@cache
def lines() -> tuple[bytes, CaseEntry]:
    """The file of a case of three records, and its row."""
    before, found = record.NOTHING_BEFORE, []
    for number in (1, 2, 3):
        one = Record(number, datetime(2026, 11, 23, tzinfo=UTC), "x", {"a": number}, "")
        plain = record.plaintext(CASE, one, before, bytes(16))
        before = hashlib.sha256(plain).hexdigest()
        found.append(record.seal(plain, user().recipient))
    return b"\n".join(found) + b"\n", CaseEntry(CASE, 3, before, FACTS)


def case_log(data: some.DataObject) -> None:
    """The file of a case: nothing is guessed, and every record that is still there is read."""
    whole, entry = lines()
    given = data.draw(spoilt(whole), "file")
    found = log.read_log(given, KnownCase(CASE, user(), entry))
    intact = [line for line in whole.split() if line in given.split(b"\n")]
    assert len(found.records) >= len(set(intact))
    assert given.split() == whole.split() or found.findings


def ciphertext(data: some.DataObject) -> None:
    """An age file that was spoilt, header and all."""
    good = sealed(b"x" * 40)
    with suppress(age.UndecryptableError, age.HostileHeaderError):
        assert user().decrypt(data.draw(spoilt(good), "bytes")) == b"x" * 40


def parcel(data: some.DataObject) -> None:
    """What a colleague sends, altered before it was encrypted."""
    whole, entry = lines()
    fields = {
        "v": 1,
        "kind": "copy",
        "case": CASE,
        "key": user().secret(),
        "lines": whole.decode().split(),
        "count": 3,
        "last": entry.last_hash,
        "facts": dict(FACTS),
        "kept": {},
        "at": "2026-11-23T10:00:00+00:00",
        "who": "x",
    }
    value = data.draw(altered(fields), "fields")
    for given in (canonical(value) if isinstance(value, dict) else b"0", data.draw(spoilt(canonical(fields)), "bytes")):
        with suppress(VaultError):
            bundle.decode(given)
        with suppress(VaultError):
            bundle.check(given)


TARGETS: Mapping[str, Callable[[some.DataObject], None]] = {
    each.__name__: each
    for each in (
        yaml,
        overlay,
        scenario,
        answers,
        events,
        kluis_json,
        key_file,
        cases_register,
        one_record,
        case_log,
        ciphertext,
        parcel,
    )
}
"""All of them, by name."""
