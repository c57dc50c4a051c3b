from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

import pytest

from meldcode.vault import disk, errors, header, keyfile, passphrase, register
from meldcode.vault.age import Key, encrypt
from meldcode.vault.errors import VaultError
from meldcode.vault.setup import Pending, check_place, default_place, grouped, open_vault, open_with_recovery, prepare
from tests.vault.helpers import FACTS, Clock, numbers, tree

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.store import Vault

OWN = "correct paard batterij nietje"


def prepared(path: Path, own: str = OWN) -> Pending:
    return prepare(path, own, clock=Clock(), who="j.jansen")


def opened(path: Path, own: str = OWN) -> Vault:
    return open_vault(path, own, clock=Clock(), who="j.jansen")


def recovered(path: Path, code: str) -> Vault:
    return open_with_recovery(path, code, clock=Clock(), who="j.jansen")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A real vault with one case: its place, its recovery code and the code of the case. Tests leave it as it is."""
    path = tmp_path_factory.mktemp("made") / "kluis"
    pending = prepared(path)
    code = pending.confirm(pending.recovery_code[-6:]).create({"kind": "started"}, FACTS)
    return path, pending.recovery_code, code


@pytest.fixture
def copy(made: tuple[Path, str, str], tmp_path: Path) -> tuple[Path, str, str]:
    """The same vault, to be changed."""
    path = tmp_path / "copy"
    for name, data in tree(made[0]).items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return path, made[1], made[2]


def refusal(path: Path, own: str = OWN) -> tuple[str, dict[str, str]]:
    with pytest.raises(VaultError) as refused:
        opened(path, own)
    return refused.value.code, refused.value.values


def test_passphrase_and_recovery_code_both_open_and_change_nothing(made: tuple[Path, str, str]) -> None:
    path, recovery, code = made
    before = tree(path)

    assert numbers(opened(path), code) == [1]
    assert numbers(recovered(path, recovery), code) == [1]
    assert numbers(recovered(path, " ".join(grouped(recovery)).lower() + "\n"), code) == [1]
    assert tree(path) == before


def test_the_same_passphrase_typed_otherwise_opens(tmp_path: Path) -> None:
    pending = prepared(tmp_path / "kluis", "caf\u00e9 met een  terras")
    pending.confirm(pending.recovery_code[-6:])

    assert opened(tmp_path / "kluis", " cafe\u0301 met een terras ").cases() == ()


@pytest.mark.parametrize("wrong", ["", "correct paard batterij nietj", OWN.upper(), "\ud800 een ander wachtwoord"])
def test_a_wrong_passphrase_is_said_to_be_wrong(made: tuple[Path, str, str], wrong: str) -> None:
    assert refusal(made[0], wrong) == (errors.LOCKED_WRONG, {})


def test_a_wrong_recovery_code_is_said_to_be_wrong(made: tuple[Path, str, str]) -> None:
    path, recovery, _ = made
    for wrong in ("", "x", recovery[:-1] + ("Q" if recovery[-1] != "Q" else "P"), Key.generate().secret(), "\ud800é"):
        with pytest.raises(VaultError) as refused:
            recovered(path, wrong)
        assert refused.value.code == errors.LOCKED_WRONG


def test_nothing_exists_before_the_recovery_code_is_confirmed(tmp_path: Path) -> None:
    pending = prepared(tmp_path / "new" / "kluis")
    assert list(tmp_path.iterdir()) == []

    for wrong in ("", "QQQQQQ", pending.recovery_code[:-6]):
        with pytest.raises(VaultError) as refused:
            pending.confirm(wrong)
        assert refused.value.code == errors.RECOVERY_MISMATCH
        assert list(tmp_path.iterdir()) == []

    vault = pending.confirm(f" {pending.recovery_code[-6:].lower()}\n")
    assert vault.cases() == ()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["kluis"]


def test_a_recovery_code_is_shown_in_groups_that_make_the_whole(made: tuple[Path, str, str]) -> None:
    groups = grouped(made[1])

    assert "".join(groups) == made[1]
    assert [len(group) for group in groups] == [16, 4, *[6] * 9]


def test_an_empty_folder_may_become_a_vault_and_nothing_else_may(tmp_path: Path, made: tuple[Path, str, str]) -> None:
    (tmp_path / "empty").mkdir()
    pending = prepared(tmp_path / "empty")
    (tmp_path / "empty" / "just in time").touch()
    with pytest.raises(VaultError) as refused:
        pending.confirm(pending.recovery_code[-6:])
    assert refused.value.code == errors.EXISTS
    assert list(tmp_path.iterdir()) == [tmp_path / "empty"]

    (tmp_path / "file").touch()
    for taken in (made[0], tmp_path / "file", tmp_path / "empty"):
        with pytest.raises(VaultError) as refused:
            prepared(taken)
        assert refused.value.code == errors.EXISTS

    (tmp_path / "empty" / "just in time").unlink()
    assert pending.confirm(pending.recovery_code[-6:]).cases() == ()


def test_a_failing_disk_leaves_no_half_vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pending = prepared(tmp_path / "kluis")

    def failing(_descriptor: int) -> None:
        raise OSError(28, "ENOSPC")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", failing)
        with pytest.raises(VaultError) as refused:
            pending.confirm(pending.recovery_code[-6:])

    assert (refused.value.code, refused.value.values["errno"]) == (errors.NOT_STORED, "ENOSPC")
    assert not (tmp_path / "kluis").exists()
    assert pending.confirm(pending.recovery_code[-6:]).cases() == ()


def test_no_vault_is_said_to_be_absent(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "nothing", tmp_path / "empty"):
        assert refusal(path)[0] == errors.ABSENT
        with pytest.raises(VaultError) as refused:
            recovered(path, Key.generate().secret())
        assert refused.value.code == errors.ABSENT


@pytest.mark.parametrize("file", ["kluis.json", "sleutel.age"])
def test_a_missing_key_or_header_is_damage_and_not_an_absent_vault(copy: tuple[Path, str, str], file: str) -> None:
    (copy[0] / file).unlink()

    assert refusal(copy[0]) == (errors.DAMAGED, {"path": file})


def test_every_flipped_bit_in_the_header_is_damage_and_never_a_wrong_passphrase(copy: tuple[Path, str, str]) -> None:
    sound = (copy[0] / header.PATH).read_bytes()
    for at in range(len(sound) - 1):
        for bit in range(8):
            changed = bytearray(sound)
            changed[at] ^= 1 << bit
            with pytest.raises(VaultError) as refused:
                header.decode(bytes(changed))
            assert refused.value.code in (errors.DAMAGED, errors.NEWER_FORMAT)


@pytest.mark.parametrize("damage", [b"", b"age-encryption.org/v1\n", b"age-encryption.org/v1\n--- \n", b"\x00" * 600])
def test_a_damaged_key_file_is_not_called_a_wrong_passphrase(copy: tuple[Path, str, str], damage: bytes) -> None:
    path, recovery, _ = copy
    (path / "sleutel.age").write_bytes(damage)

    assert refusal(path) == (errors.DAMAGED, {"path": "sleutel.age"})
    with pytest.raises(VaultError) as refused:
        recovered(path, recovery)
    assert (refused.value.code, refused.value.values) == (errors.DAMAGED, {"path": "sleutel.age"})


@pytest.mark.parametrize("damage", [b"", b"{", b"null", b"[" * 60_000, b"\xff", b"x" * 100_000, b'{"format":1}'])
def test_the_recovery_code_opens_even_when_the_header_is_damaged(copy: tuple[Path, str, str], damage: bytes) -> None:
    path, recovery, code = copy
    (path / "kluis.json").write_bytes(damage)

    assert refusal(path)[0] == errors.DAMAGED
    assert numbers(recovered(path, recovery), code) == [1]


def with_header(path: Path, **changes: object) -> None:
    fields = json.loads((path / "kluis.json").read_bytes())
    del fields["check"]
    fields |= changes
    check = hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    (path / "kluis.json").write_text(json.dumps({**fields, "check": check}), encoding="ascii")


def with_scrypt(path: Path, changes: dict[str, object]) -> None:
    with_header(path, scrypt={**json.loads((path / "kluis.json").read_bytes())["scrypt"], **changes})


@pytest.mark.parametrize(
    "scrypt",
    [
        {"n": 2**16},
        {"n": 2},
        {"n": 2**21},
        {"n": 2**62},
        {"n": 2**17 + 1},
        {"n": 0},
        {"n": -(2**17)},
        {"r": 1},
        {"r": 2**20},
        {"p": 0},
        {"p": 2**20},
        {"salt": ""},
        {"salt": "00" * 15},
    ],
    ids=str,
)
def test_weaker_or_dearer_key_parameters_are_refused_before_any_work(
    copy: tuple[Path, str, str], scrypt: dict[str, object]
) -> None:
    with_scrypt(copy[0], scrypt)

    assert refusal(copy[0]) == (errors.BAD_PARAMETERS, {"path": "kluis.json", "reason": "scrypt"})


@pytest.mark.parametrize("scrypt", [{"n": "131072"}, {"n": None}, {"n": 2.0**17}, {"salt": 5}, {"salt": "zz"}], ids=str)
def test_key_parameters_of_another_kind_are_damage(copy: tuple[Path, str, str], scrypt: dict[str, object]) -> None:
    with_scrypt(copy[0], scrypt)

    assert refusal(copy[0])[0] == errors.DAMAGED


def test_a_newer_format_is_said_to_be_newer(copy: tuple[Path, str, str], user: Key) -> None:
    path, recovery, _ = copy
    with_header(path, format=2, scrypt="whatever")
    with pytest.raises(VaultError) as refused:
        recovered(path, recovery)
    assert (refused.value.code, refused.value.values["format"]) == (errors.NEWER_FORMAT, "2")
    assert refusal(path)[0] == errors.NEWER_FORMAT

    newer = encrypt(b"# meldcode 2\nwhatever\n", [user.recipient])
    with pytest.raises(VaultError) as refused:
        keyfile.unseal(newer, user, "sleutel.age")
    assert refused.value.code == errors.NEWER_FORMAT
    with pytest.raises(VaultError) as refused:
        register.decode(b'{"v":2}')
    assert refused.value.code == errors.NEWER_FORMAT


@pytest.mark.parametrize(
    "hostile",
    [
        b"age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 30\nAAAA\n--- AAAA\n",
        b"age-encryption.org/v1\n" + b"-> X25519 AAAA\nAAAA\n" * 33 + b"--- AAAA\n",
    ],
    ids=["scrypt", "stanzas"],
)
def test_a_hostile_key_file_is_refused_from_its_header(copy: tuple[Path, str, str], hostile: bytes) -> None:
    path, recovery, _ = copy
    (path / "sleutel.age").write_bytes(hostile)

    with pytest.raises(VaultError) as refused:
        recovered(path, recovery)
    assert refused.value.code == errors.BAD_PARAMETERS


def test_an_enormous_key_file_is_not_read(copy: tuple[Path, str, str]) -> None:
    with (copy[0] / "sleutel.age").open("wb") as file:
        file.truncate(10**12)

    assert refusal(copy[0]) == (errors.DAMAGED, {"path": "sleutel.age", "reason": "size"})


@pytest.mark.parametrize(
    "weak", ["", "kort", "veertien teken", " a b c d e f ", "aaaaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabc"]
)
def test_a_weak_passphrase_makes_no_vault(tmp_path: Path, weak: str) -> None:
    with pytest.raises(VaultError) as refused:
        prepared(tmp_path / "kluis", weak)
    assert refused.value.code == errors.WEAK_PASSPHRASE


def test_an_offered_passphrase_is_six_words_of_the_list_and_good_enough() -> None:
    words = passphrase.words()
    offered = {passphrase.generate() for _ in range(50)}

    assert len(words) == len(set(words)) == 2048
    assert all(word.isascii() and word.islower() and word.isalpha() and 3 <= len(word) <= 8 for word in words)
    assert len(offered) == 50
    assert all(len(one.split()) == 6 and set(one.split()) <= set(words) for one in offered)
    for one in offered:
        passphrase.judge(one)


def test_native_windows_is_refused_everywhere(made: tuple[Path, str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    path, recovery, _ = made
    monkeypatch.setattr(disk.require_platform, "__defaults__", ("nt",))
    for ask in (
        lambda: opened(path),
        lambda: recovered(path, recovery),
        lambda: prepared(path),
        lambda: default_place({}),
        lambda: check_place(path),
    ):
        with pytest.raises(VaultError) as refused:
            ask()
        assert (refused.value.code, refused.value.values) == (errors.NO_PLATFORM, {"platform": "nt"})
