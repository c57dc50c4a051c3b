from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from meldcode.vault import errors, log
from meldcode.vault.errors import VaultError
from meldcode.vault.verify import (
    COMPLETE,
    CONTROL_DIFFERS,
    CONTROL_MATCHES,
    LOST,
    verify,
)
from tests.vault.helpers import FACTS, case_file, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.age import Key
    from meldcode.vault.store import Vault


def said(vault: Vault, code: str | None = None, control: str | None = None) -> dict[str, list[str]]:
    return {report.code: [one.code for one in report.findings] for report in verify(vault, code, control)}


def control_of(vault: Vault, code: str) -> str:
    return next(entry.control for entry in vault.cases() if entry.code == code)


def test_a_sound_vault_is_complete(vault: Vault) -> None:
    first, second = vault.create({}, FACTS), vault.create({}, FACTS)
    vault.append(second, {}, FACTS)

    reports = verify(vault)

    assert {report.code: dict(report.findings[0].values) for report in reports} == {
        first: {"records": "1"},
        second: {"records": "2"},
    }
    assert all(report.good and report.findings[0].code == COMPLETE for report in reports)


def test_a_control_code_is_known_again_also_when_the_case_went_on(vault: Vault) -> None:
    code, other = vault.create({}, FACTS), vault.create({}, FACTS)
    vault.append(code, {}, FACTS)
    control = control_of(vault, code)
    vault.append(code, {}, FACTS)

    matched = verify(vault, code, control.lower().replace("-", " "))[0]

    assert matched.good
    assert (matched.findings[-1].code, matched.findings[-1].values) == (CONTROL_MATCHES, {"seq": "2", "records": "3"})
    assert said(vault, control=control)[code][-1] == CONTROL_MATCHES
    assert said(vault, control=control)[other] == [COMPLETE]


@pytest.mark.parametrize("control", ["", "AAAA-AAAA-AAAA-AAAA-AAAA", "é"])
def test_a_wrong_control_code_differs(vault: Vault, control: str) -> None:
    code = vault.create({}, FACTS)

    report = verify(vault, code, control)[0]

    assert [one.code for one in report.findings] == [COMPLETE, CONTROL_DIFFERS]
    assert not report.good


def test_only_the_control_code_sees_a_vault_put_back_in_time(vault: Vault, root: Path) -> None:
    code = vault.create({}, FACTS)
    older = {path: path.read_bytes() for path in (root / "register.age", case_file(root, code))}
    vault.append(code, {"decision": "melden"}, FACTS)
    control = control_of(vault, code)
    for path, data in older.items():
        path.write_bytes(data)

    assert said(vault, code) == {code: [COMPLETE]}
    assert said(vault, code, control) == {code: [COMPLETE, CONTROL_DIFFERS]}


def test_damage_in_one_case_leaves_the_others_alone(vault: Vault, root: Path, user: Key) -> None:
    cut, keyless, sound = (vault.create({}, FACTS) for _ in range(3))
    case_file(root, cut).write_bytes(b"")
    (root / "sleutels" / f"{keyless}.age").write_bytes(b"?")

    again = unlocked(root, user)

    assert said(again) == {cut: [log.OLDER_THAN_REGISTER], keyless: [LOST], sound: [COMPLETE]}
    assert {report.code for report in verify(again) if report.good} == {sound}


def test_cases_that_the_register_does_not_know_are_found(vault: Vault, root: Path) -> None:
    before = (root / "register.age").read_bytes()
    code = vault.create({}, FACTS)
    registered = (root / "register.age").read_bytes()
    (root / "register.age").write_bytes(before)
    (root / "zaken" / "notes.txt").touch()

    assert said(vault) == {code: [COMPLETE, log.UNFINISHED_CASE]}
    (root / "register.age").write_bytes(registered)
    vault.append(code, {}, FACTS)
    (root / "register.age").write_bytes(before)

    assert said(vault) == {code: [log.NOT_IN_REGISTER]}
    assert vault.repair() == (code,)
    assert said(vault) == {code: [log.REPAIRED]}


def test_without_register_all_cases_are_still_checked(vault: Vault, root: Path) -> None:
    code = vault.create({}, FACTS)
    (root / "register.age").unlink()

    assert said(vault) == {code: [log.REGISTER_LOST]}


def test_an_unknown_case_is_refused(vault: Vault) -> None:
    with pytest.raises(VaultError) as refused:
        verify(vault, "ZZZZZZZZ")
    assert refused.value.code == errors.UNKNOWN_CASE


def test_damaged_kept_bytes_are_named(vault: Vault, root: Path) -> None:
    sound = vault.keep(b"sound")
    before = set((root / "protocollen").iterdir())
    vault.keep(b"damaged")
    (damaged,) = set((root / "protocollen").iterdir()) - before
    damaged.write_bytes(b"")

    assert vault.damaged_kept() == (damaged.name,)
    assert vault.kept(sound) == b"sound"
