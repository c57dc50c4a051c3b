from __future__ import annotations

import json

import pytest

from meldcode.vault import errors
from meldcode.vault.age import Key
from meldcode.vault.errors import VaultError
from meldcode.vault.record import canonical, parse, seal, unseal

CASE = "7Q2M9XKD"
FIELDS: dict[str, object] = {
    "v": 1,
    "case": CASE,
    "seq": 1,
    "at": "2026-11-23T09:33:00+01:00",
    "who": "j.jansen",
    "prev": "0" * 64,
    "salt": "00" * 16,
    "body": {"kind": "started"},
}


def test_a_canonical_record_is_one() -> None:
    link = parse(canonical(FIELDS), CASE)

    assert link is not None
    assert link.record.body == {"kind": "started"}


@pytest.mark.parametrize(
    "changes",
    [
        {"case": "AAAAAAAA"},
        {"v": 0},
        {"v": "1"},
        {"seq": 0},
        {"seq": "1"},
        {"at": "2026-11-23T09:33:00"},
        {"at": "yesterday"},
        {"at": None},
        {"body": []},
        {"more": 1},
    ],
    ids=str,
)
def test_anything_else_is_no_record(changes: dict[str, object]) -> None:
    assert parse(canonical({**FIELDS, **changes}), CASE) is None


@pytest.mark.parametrize(
    "plain",
    [
        json.dumps(FIELDS).encode(),
        json.dumps(FIELDS, separators=(",", ":")).encode(),
        canonical(FIELDS) + b"\n",
        canonical(FIELDS).replace(b'"v":1', b'"v":1,"v":1'),
        canonical(FIELDS).replace(b"started", b"start\\u0065d"),
        b"[]",
        b"",
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_another_spelling_is_no_record(plain: bytes) -> None:
    assert parse(plain, CASE) is None


def test_a_record_of_a_newer_format_is_said_to_be_newer() -> None:
    with pytest.raises(VaultError) as refused:
        parse(canonical({"v": 2}), CASE)
    assert refused.value.code == errors.NEWER_FORMAT


def test_a_line_opens_with_its_key_and_in_its_one_spelling_only() -> None:
    key = Key.generate()
    line = seal(b"x", key.recipient)

    assert unseal(line, key) == b"x"
    assert unseal(line, Key.generate()) is None
    for changed in (line + b"=", b" " + line, line[:-4], line.rstrip(b"=")[:-1], b"", b"\xff"):
        assert unseal(changed, key) is None
