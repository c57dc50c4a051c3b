"""What a check says of a case into which someone wrote who once had its key: a colleague, or a removed organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.vault import keyfile, log, record
from meldcode.vault.verify import CONTROL_MATCHES, CONTROL_UNSURE, CaseReport, verify
from tests.vault.helpers import FACTS, case_file

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.age import Key
    from meldcode.vault.store import Vault


@pytest.fixture
def code(vault: Vault) -> str:
    made = vault.create({"number": 1}, FACTS)
    for number in range(2, 6):
        vault.append(made, {"number": number}, FACTS)
    return made


@pytest.fixture
def key(code: str, root: Path, user: Key) -> Key:
    path = f"sleutels/{code}.age"
    return keyfile.unseal((root / path).read_bytes(), user, path).key


def forged(key: Key, code: str, seq: object, prev: object, **other: object) -> bytes:
    """Make the line that a forger with the key of the case makes."""
    fields = {"v": 1, "case": code, "seq": seq, "at": "2026-11-02T09:30:00+00:00", "who": "ander", "prev": prev}
    return record.seal(record.canonical(fields | {"salt": "00" * 16, "body": {}} | other), key.recipient)


def checked(vault: Vault, code: str, control: str | None = None) -> tuple[CaseReport, list[str]]:
    report = verify(vault, code, control)[0]
    return report, [one.code for one in report.findings]


def put(root: Path, code: str, place: int, lines: list[bytes]) -> None:
    """Put lines in the place of as many, from `place` on."""
    there = case_file(root, code).read_bytes().splitlines()
    there[place : place + len(lines)] = lines
    case_file(root, code).write_bytes(b"".join(line + b"\n" for line in there))


@pytest.mark.parametrize(
    "odd",
    [{"seq": 5.5}, {"seq": True}, {"seq": 2**53 + 1}, {"seq": 1e300}, {"who": 5}, {"who": ["x"]}, {"prev": 5}],
    ids=str,
)
def test_a_line_with_values_of_another_kind_is_no_record(
    vault: Vault, root: Path, code: str, key: Key, odd: dict[str, object]
) -> None:
    last = vault.read(code).records[-1]
    put(root, code, 5, [forged(key, code, **({"seq": 6, "prev": last.hash} | odd))])
    report, said = checked(vault, code)
    assert log.TORN_TAIL in said
    assert report.records == 5


def test_a_forged_record_in_the_middle_makes_none_of_them_certain(
    vault: Vault, root: Path, code: str, key: Key
) -> None:
    put(root, code, 2, [forged(key, code, 3, vault.read(code).records[1].hash)])
    report, said = checked(vault, code)
    assert log.TAMPERED in said
    assert (report.records, report.trusted) == (5, 0)


def test_a_control_code_after_a_forged_record_does_not_vouch_for_what_came_before(
    vault: Vault, root: Path, code: str, key: Key
) -> None:
    control = vault.cases()[0].control
    put(root, code, 2, [forged(key, code, 3, vault.read(code).records[1].hash)])
    report, said = checked(vault, code, control)
    assert CONTROL_UNSURE in said
    assert CONTROL_MATCHES not in said
    assert not report.good


def test_a_control_code_after_a_hole_does_not_either(vault: Vault, root: Path, code: str) -> None:
    control = vault.cases()[0].control
    put(root, code, 2, [b"x"])
    report, said = checked(vault, code, control)
    assert CONTROL_UNSURE in said
    assert report.trusted == 2


def test_a_control_code_before_a_forged_record_says_how_far_it_is_certain(
    vault: Vault, root: Path, code: str, key: Key
) -> None:
    control = vault.cases()[0].control
    last = vault.append(code, {"number": 6}, FACTS)
    put(root, code, 5, [forged(key, code, 6, vault.read(code).records[4].hash)])
    report, said = checked(vault, code, control)
    assert last.hash not in {one.hash for one in vault.read(code).records}
    assert {log.TAMPERED, CONTROL_MATCHES} <= set(said)
    assert report.trusted == 5
