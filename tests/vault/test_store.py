from __future__ import annotations

import hashlib
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from meldcode.vault import errors, log
from meldcode.vault.errors import VaultError
from meldcode.vault.record import NOTHING_BEFORE
from meldcode.vault.register import CaseEntry, Register
from tests.vault.helpers import FACTS, case_file, found, numbers, tree, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.age import Key
    from meldcode.vault.store import Vault


def test_what_was_stored_comes_back_in_order_and_unchanged(vault: Vault, root: Path, user: Key) -> None:
    bodies: list[dict[str, object]] = [
        {"kind": "started"},
        {"kind": "answered", "value": ["a", 1, None, True, 2.5]},
        {"kind": "é ¿ 漢 🙂"},
    ]
    code = vault.create(bodies[0], FACTS)
    vault.append(code, bodies[1], FACTS)
    vault.append(code, bodies[2], {"step": "afweging"})

    again = unlocked(root, user)
    case = again.read(code)

    assert [one.body for one in case.records] == bodies
    assert [one.seq for one in case.records] == [1, 2, 3]
    assert {one.who for one in case.records} == {"j.jansen"}
    assert case.findings == ()
    assert again.cases() == (CaseEntry(code, 3, case.records[-1].hash, {"step": "afweging"}),)


def test_an_appended_record_is_the_one_that_is_read(vault: Vault) -> None:
    code = vault.create({}, FACTS)
    added = vault.append(code, {"answer": "ja"}, FACTS)

    assert vault.read(code).records[-1] == added


@pytest.mark.parametrize(
    "text", ["\ud800", "a\udfffb", "nul \x00 nul", "\u2028", "regel\nregel\r", '"\\', "\x7f\x1b[0m"]
)
def test_any_text_a_terminal_can_give_survives(vault: Vault, text: str) -> None:
    code = vault.create({text: text}, {"note": text})

    assert vault.read(code).records[0].body == {text: text}
    assert vault.cases()[0].facts == {"note": text}


def test_time_comes_back_with_the_offset_of_the_clock(root: Path, user: Key, vault: Vault) -> None:
    at = datetime(2026, 10, 25, 2, 30, 0, 7, tzinfo=timezone(timedelta(hours=2)))
    code = vault.create({}, FACTS)
    added = unlocked(root, user, clock=lambda: at).append(code, {}, FACTS)

    assert added.at == at
    assert added.at.utcoffset() == timedelta(hours=2)


def test_a_clock_without_a_zone_is_a_programming_error(root: Path, user: Key, vault: Vault) -> None:
    code = vault.create({}, FACTS)
    with pytest.raises(ValueError, match="zone"):
        unlocked(root, user, clock=lambda: datetime(2026, 1, 1)).append(code, {}, FACTS)  # noqa: DTZ001 - the point

    assert numbers(vault, code) == [1]


def test_a_clock_set_back_is_reported_and_changes_no_order(root: Path, user: Key, vault: Vault) -> None:
    code = vault.create({}, FACTS)
    for year in (2100, 1970, 2030):
        at = datetime(year, 1, 1, tzinfo=UTC)
        unlocked(root, user, clock=lambda at=at: at).append(code, {"year": year}, FACTS)  # type: ignore[misc]

    case = vault.read(code)
    assert [one.body.get("year") for one in case.records] == [None, 2100, 1970, 2030]
    assert [(one.code, one.values) for one in case.findings] == [(log.CLOCK_BACK, {"seq": "3"})]
    assert case.complete


@pytest.mark.parametrize("body", [{"number": float("nan")}, {"deep": [{"er": float("inf")}]}, {"object": object()}])
def test_what_json_cannot_say_is_not_stored(vault: Vault, body: dict[str, object]) -> None:
    code = vault.create({}, FACTS)
    with pytest.raises((ValueError, TypeError), match="JSON"):
        vault.append(code, body, FACTS)

    assert numbers(vault, code) == [1]


def test_a_code_is_eight_characters_that_cannot_be_mistaken(vault: Vault) -> None:
    codes = [vault.create({}, FACTS) for _ in range(30)]

    assert len(set(codes)) == 30
    assert all(len(code) == 8 and set(code) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ") for code in codes)
    assert [entry.code for entry in vault.cases()] == sorted(codes)


def test_a_code_is_understood_as_people_type_it(vault: Vault) -> None:
    code = vault.create({}, FACTS)
    typed = f" {code[:4].lower()}-{code[4:].lower()}".replace("0", "o").replace("1", "l")

    assert numbers(vault, typed) == [1]
    assert vault.append(typed, {}, FACTS).seq == 2


@pytest.mark.parametrize("code", ["ZZZZZZZZ", "", "../../x", "kluis", "AAAAAAA\n", "ÀÀÀÀÀÀÀÀ"])
def test_an_unknown_case_is_said_to_be_unknown(vault: Vault, code: str) -> None:
    for ask in (vault.read, lambda code: vault.append(code, {}, {}), lambda code: vault.hold(code).__enter__()):
        with pytest.raises(VaultError) as refused:
            ask(code)
        assert refused.value.code == errors.UNKNOWN_CASE


def test_kept_bytes_come_back_and_are_stored_once(vault: Vault, root: Path) -> None:
    digest = vault.keep(b"protocol: onderwijs")
    before = tree(root)

    assert vault.keep(b"protocol: onderwijs") == digest
    assert tree(root) == before
    assert digest == "sha256:" + hashlib.sha256(b"protocol: onderwijs").hexdigest()
    assert vault.kept(digest) == b"protocol: onderwijs"


def test_the_name_of_kept_bytes_does_not_tell_what_they_are(vault: Vault, root: Path) -> None:
    """ENC-01: a known protocol text would give away the sector."""
    digest = vault.keep(b"protocol: onderwijs")

    assert not [path for path in root.rglob("*") if digest[7:] in path.name]


def test_keeping_again_mends_kept_bytes_that_were_damaged(vault: Vault, root: Path) -> None:
    digest = vault.keep(b"abc")
    path = next((root / "protocollen").iterdir())
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(VaultError) as refused:
        vault.kept(digest)
    assert refused.value.code == errors.DAMAGED

    vault.keep(b"abc")

    assert vault.kept(digest) == b"abc"


def test_kept_bytes_under_another_name_are_refused(vault: Vault, root: Path) -> None:
    vault.keep(b"one")
    (one,) = (root / "protocollen").iterdir()
    digest = vault.keep(b"other")
    (other,) = set((root / "protocollen").iterdir()) - {one}
    one.replace(other)

    with pytest.raises(VaultError) as refused:
        vault.kept(digest)
    assert refused.value.code == errors.DAMAGED


@pytest.mark.parametrize("digest", ["sha256:" + "0" * 64, "sha256:../../kluis", "", "0" * 63])
def test_bytes_that_were_never_kept_are_absent(vault: Vault, digest: str) -> None:
    with pytest.raises(VaultError) as refused:
        vault.kept(digest)
    assert refused.value.code == errors.ABSENT


def test_ten_thousand_cases_are_listed_at_once(vault: Vault, root: Path) -> None:
    many = {f"{at:08d}": CaseEntry(f"{at:08d}", 1, NOTHING_BEFORE, FACTS) for at in range(10_000)}
    vault._files.store(Register(many))  # noqa: SLF001 - ten thousand real cases are not what is tested

    started = time.perf_counter()
    listed = vault.cases()

    assert len(listed) == 10_000
    assert time.perf_counter() - started < 1
    assert not list((root / "zaken").iterdir())


def test_a_case_can_be_held_once(vault: Vault, root: Path, user: Key) -> None:
    code, other = vault.create({}, FACTS), vault.create({}, FACTS)
    second = unlocked(root, user)
    with vault.hold(code):
        started = time.monotonic()
        with pytest.raises(VaultError) as refused, second.hold(code):
            pass
        assert refused.value.code == errors.BUSY
        assert time.monotonic() - started < 2
        with second.hold(other):
            assert vault.append(code, {}, FACTS).seq == 2

    with second.hold(code):
        assert found(second, code) == []


def test_a_case_file_that_is_gone_is_said_to_be_gone(vault: Vault, root: Path) -> None:
    code = vault.create({}, FACTS)
    case_file(root, code).unlink()

    assert found(vault, code) == [log.OLDER_THAN_REGISTER]
    with pytest.raises(VaultError) as refused:
        vault.append(code, {}, FACTS)
    assert (refused.value.code, refused.value.values["reason"]) == (errors.DAMAGED, "missing")
