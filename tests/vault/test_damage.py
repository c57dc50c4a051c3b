"""Bit rot, cut ends, swapped and lost lines: what is damaged is said, and nothing wrong is ever a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.vault import errors, log
from meldcode.vault.errors import VaultError
from meldcode.vault.log import Finding
from tests.vault.helpers import FACTS, case_file, found, numbers, tree, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.age import Key
    from meldcode.vault.store import Vault

RECORDS = 4


@pytest.fixture
def code(vault: Vault) -> str:
    code = vault.create({"n": 1}, FACTS)
    for number in range(2, RECORDS + 1):
        vault.append(code, {"n": number}, FACTS)
    return code


def lines_of(root: Path, code: str) -> list[bytes]:
    return case_file(root, code).read_bytes().splitlines(keepends=True)


def findings(vault: Vault, code: str) -> list[tuple[str, dict[str, str]]]:
    return [(one.code, dict(one.values)) for one in vault.read(code).findings]


def test_every_flipped_bit_in_a_case_file_is_noticed(vault: Vault, root: Path, code: str) -> None:
    """Each bit of the 40 bytes around every line end, and one bit of every third byte elsewhere."""
    path = case_file(root, code)
    sound = path.read_bytes()
    truth = {one.seq: one for one in vault.read(code).records}
    near_an_edge = {
        at + step for at, byte in enumerate(sound) if byte == ord("\n") for step in range(-40, 41) if at + step >= 0
    }
    flips = [(at, bit) for at in near_an_edge if at < len(sound) for bit in range(8)]
    flips += [(at, at % 8) for at in range(0, len(sound), 3)]
    silent = []
    for at, bit in flips:
        changed = bytearray(sound)
        changed[at] ^= 1 << bit
        path.write_bytes(changed)
        case = vault.read(code)
        assert all(truth[one.seq] == one for one in case.records), (at, bit)
        assert len(case.records) >= RECORDS - 2, (at, bit)
        if not case.findings:
            silent.append((at, bit))

    assert silent == []


@pytest.mark.parametrize("file", ["register.age", "sleutels"])
def test_every_flipped_bit_in_register_or_case_key_is_noticed(vault: Vault, root: Path, user: Key, file: str) -> None:
    code = vault.create({}, FACTS)
    path = root / file if file == "register.age" else root / file / f"{code}.age"
    sound = path.read_bytes()
    for at in range(len(sound)):
        changed = bytearray(sound)
        changed[at] ^= 1 << at % 8
        path.write_bytes(changed)
        with pytest.raises(VaultError) as refused:
            unlocked(root, user).append(code, {}, FACTS)
        assert refused.value.code == errors.DAMAGED
    path.write_bytes(sound)

    assert numbers(vault, code) == [1]


@pytest.mark.parametrize("gone", range(1, RECORDS + 1))
def test_a_damaged_line_leaves_all_others_readable_and_marks_the_hole(
    vault: Vault, root: Path, code: str, gone: int
) -> None:
    lines = lines_of(root, code)
    lines[gone - 1] = lines[gone - 1].replace(lines[gone - 1][50:60], b"AAAAAAAAAA")
    case_file(root, code).write_bytes(b"".join(lines))

    assert numbers(vault, code) == [n for n in range(1, RECORDS + 1) if n != gone]
    assert findings(vault, code) == [(log.HOLE, {"first": str(gone), "last": str(gone)})]
    assert not vault.read(code).complete


def hurt(lines: list[bytes], at: int, damage: str, foreign: bytes) -> list[bytes]:
    """Give the lines with one of them damaged."""
    line = lines[at]
    changed = {
        "flipped": [line[:99] + bytes([line[99] ^ 1]) + line[100:]],
        "cut": [line[:-99] + b"\n"],
        "emptied": [b"\n"],
        "zeros": [bytes(len(line) - 1) + b"\n"],
        "foreign": [foreign],
        "doubled": [line, line],
        "swapped": [*lines[at + 1 : at + 2], line],
    }[damage]
    return [*lines[:at], *changed, *lines[at + (2 if damage == "swapped" else 1) :]]


@pytest.mark.parametrize("damage", ["flipped", "cut", "emptied", "zeros", "foreign", "doubled", "swapped"])
@pytest.mark.parametrize("at", range(1, RECORDS + 1))
def test_each_line_damaged_in_turn_costs_no_other_and_leaves_its_mark(
    vault: Vault, root: Path, code: str, at: int, damage: str
) -> None:
    """DUR-09: what is lost is named by its number, and what was doubled or moved is read and named."""
    truth = {one.seq: one for one in vault.read(code).records}
    other = vault.create({"n": 1}, FACTS)
    case_file(root, code).write_bytes(b"".join(hurt(lines_of(root, code), at - 1, damage, lines_of(root, other)[0])))
    kept_all = damage in {"doubled", "swapped"}
    is_last = at == RECORDS

    assert vault.read(code).records == tuple(truth[n] for n in truth if kept_all or n != at)
    expected = {
        "doubled": [(log.TAMPERED, {"seq": str(at)})],
        "swapped": [] if is_last else [(log.OUT_OF_ORDER, {"seq": str(at)})],
        "emptied": [(log.OLDER_THAN_REGISTER, {"count": str(RECORDS), "found": str(at - 1)})] if is_last else None,
    }.get(damage)
    hole = [(log.HOLE, {"first": str(at), "last": str(at)})]
    assert findings(vault, code) == (hole if expected is None else expected)


@pytest.mark.parametrize("gone", range(1, RECORDS))
def test_a_line_taken_out_is_a_hole(vault: Vault, root: Path, code: str, gone: int) -> None:
    lines = lines_of(root, code)
    del lines[gone - 1]
    case_file(root, code).write_bytes(b"".join(lines))

    assert findings(vault, code) == [(log.HOLE, {"first": str(gone), "last": str(gone)})]


@pytest.mark.parametrize("left", range(RECORDS))
def test_a_cut_end_is_seen_by_the_register(vault: Vault, root: Path, code: str, left: int) -> None:
    case_file(root, code).write_bytes(b"".join(lines_of(root, code)[:left]))

    assert numbers(vault, code) == list(range(1, left + 1))
    assert findings(vault, code) == [(log.OLDER_THAN_REGISTER, {"count": str(RECORDS), "found": str(left)})]


def test_swapped_lines_are_read_in_order_and_reported(vault: Vault, root: Path, code: str) -> None:
    one, two, three, four = lines_of(root, code)
    case_file(root, code).write_bytes(one + three + two + four)

    assert numbers(vault, code) == [1, 2, 3, 4]
    assert findings(vault, code) == [(log.OUT_OF_ORDER, {"seq": "2"})]


def test_a_repeated_line_is_reported_and_counted_once(vault: Vault, root: Path, code: str) -> None:
    lines = lines_of(root, code)
    case_file(root, code).write_bytes(b"".join([*lines[:2], lines[1], *lines[2:]]))

    assert numbers(vault, code) == [1, 2, 3, 4]
    assert findings(vault, code) == [(log.TAMPERED, {"seq": "2"})]


def test_a_line_of_another_case_is_no_record_here(vault: Vault, root: Path, code: str) -> None:
    other = vault.create({"n": 1}, FACTS)
    case_file(root, code).write_bytes(b"".join([lines_of(root, other)[0], *lines_of(root, code)[1:]]))

    assert findings(vault, code) == [(log.HOLE, {"first": "1", "last": "1"})]


def test_a_record_from_another_past_does_not_fit_the_chain(vault: Vault, root: Path, user: Key, code: str) -> None:
    """An older copy of the vault that went its own way, and whose line was put into ours."""
    ours = tree(root)
    vault.append(code, {"n": "ours"}, FACTS)
    path = case_file(root, code)
    our_line = lines_of(root, code)[-1]
    (root / "register.age").write_bytes(ours["register.age"])
    path.write_bytes(b"".join(lines_of(root, code)[:-1]))
    vault.append(code, {"n": "theirs"}, FACTS)
    vault.append(code, {"n": "after"}, FACTS)
    lines = lines_of(root, code)
    path.write_bytes(b"".join([*lines[:4], our_line, lines[5]]))

    assert (log.TAMPERED, {"seq": "6"}) in findings(unlocked(root, user), code)


def test_nothing_is_added_to_a_file_that_ends_in_another_record_than_the_register_says(
    vault: Vault, root: Path, code: str
) -> None:
    before = tree(root)
    vault.append(code, {"n": "ours"}, FACTS)
    ours = case_file(root, code).read_bytes()
    for name in ("register.age", f"zaken/{code}.zaak"):
        (root / name).write_bytes(before[name])
    vault.append(code, {"n": "theirs"}, FACTS)
    case_file(root, code).write_bytes(ours)

    with pytest.raises(VaultError) as refused:
        vault.append(code, {}, FACTS)
    assert refused.value.code == errors.DAMAGED
    assert case_file(root, code).read_bytes() == ours
    assert findings(vault, code) == [(log.TAMPERED, {"seq": str(RECORDS + 1)})]
    assert vault.repair() == (code,)
    assert vault.append(code, {}, FACTS).seq == RECORDS + 2


@pytest.mark.parametrize("beyond", [1, 2])
def test_an_older_register_is_reported_unless_one_record_explains_it(
    vault: Vault, root: Path, code: str, beyond: int
) -> None:
    before = (root / "register.age").read_bytes()
    for _ in range(beyond):
        vault.append(code, {}, FACTS)
    (root / "register.age").write_bytes(before)

    expected = {
        1: (log.EXTRA_RECORD, {"seq": str(RECORDS + 1)}),
        2: (log.NEWER_THAN_REGISTER, {"count": str(RECORDS), "found": str(RECORDS + 2)}),
    }
    assert findings(vault, code) == [expected[beyond]]
    assert vault.read(code).complete == (beyond == 1)


def test_without_register_cases_can_be_read_but_nothing_is_added(vault: Vault, root: Path, code: str) -> None:
    (root / "register.age").unlink()

    assert numbers(vault, code) == [1, 2, 3, 4]
    assert findings(vault, code) == [(log.REGISTER_LOST, {})]
    for ask in (vault.cases, lambda: vault.create({}, FACTS), lambda: vault.append(code, {}, FACTS)):
        with pytest.raises(VaultError) as refused:
            ask()
        assert refused.value.code == errors.DAMAGED
    assert not (root / "register.age").exists()


def test_repair_makes_a_lost_register_anew_and_says_so_for_ever(vault: Vault, root: Path, code: str) -> None:
    (root / "register.age").write_bytes(b"")

    assert vault.repair() == (code,)
    assert [(entry.code, entry.count, entry.facts) for entry in vault.cases()] == [(code, RECORDS, {})]
    assert vault.append(code, {}, FACTS).seq == RECORDS + 1
    assert [one for one in vault.read(code).findings if one.code != log.REPAIRED] == []
    assert found(vault, code) == [log.REPAIRED]
    assert vault.repair() == ()


def test_repair_follows_a_file_that_went_further_than_the_register(vault: Vault, root: Path, code: str) -> None:
    before = (root / "register.age").read_bytes()
    vault.append(code, {}, FACTS)
    vault.append(code, {}, FACTS)
    (root / "register.age").write_bytes(before)
    with pytest.raises(VaultError) as refused:
        vault.append(code, {}, FACTS)
    assert refused.value.code == errors.DAMAGED

    assert vault.repair() == (code,)
    assert vault.append(code, {}, FACTS).seq == RECORDS + 3
    assert vault.cases()[0].facts == FACTS
    assert Finding(log.REPAIRED, {"at": vault.read(code).findings[0].values["at"], "count": str(RECORDS)}) in (
        vault.read(code).findings
    )


def test_repair_leaves_a_cut_end_visible(vault: Vault, root: Path, code: str) -> None:
    case_file(root, code).write_bytes(b"".join(lines_of(root, code)[:2]))

    assert vault.repair() == ()
    assert found(vault, code) == [log.OLDER_THAN_REGISTER]


def test_a_cut_end_stops_nobody_and_stays_visible(vault: Vault, root: Path, code: str) -> None:
    case_file(root, code).write_bytes(b"".join(lines_of(root, code)[:2]))

    added = vault.append(code, {"n": "on"}, FACTS)
    vault.append(code, {"n": "and on"}, FACTS)

    assert added.seq == RECORDS + 1
    assert numbers(vault, code) == [1, 2, 5, 6]
    assert findings(vault, code) == [(log.HOLE, {"first": "3", "last": "4"})]


def test_a_lost_case_key_is_named(root: Path, user: Key, code: str) -> None:
    (root / "sleutels" / f"{code}.age").unlink()
    again = unlocked(root, user)
    for ask in (lambda: again.read(code), lambda: again.append(code, {}, FACTS)):
        with pytest.raises(VaultError) as refused:
            ask()
        assert (refused.value.code, refused.value.values["path"]) == (errors.DAMAGED, f"sleutels/{code}.age")


def test_damage_writes_nothing(root: Path, user: Key, code: str) -> None:
    path = case_file(root, code)
    path.write_bytes(path.read_bytes()[:-100] + b"\xff\x00\n\n\nx")
    before = tree(root)

    unlocked(root, user).read(code)

    assert tree(root) == before
