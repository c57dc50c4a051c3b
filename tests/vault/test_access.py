"""Who can open a vault: the passphrase changed, recovery keys added and removed, and the key to receive with."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from meldcode.vault import access, age, codes, errors, header, keyfile, paper, userkeys
from meldcode.vault.age import Key
from meldcode.vault.disk import Disk
from meldcode.vault.errors import VaultError
from meldcode.vault.header import Header
from meldcode.vault.keyfile import KeyFile
from meldcode.vault.setup import open_vault, open_with_recovery, prepare
from tests.vault.helpers import FACTS, PAPER, Clock, FailingDisk, PowerCutError, numbers, tree, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from meldcode.vault.store import Vault

OLD, NEW = "correct paard batterij nietje", "heel andere woorden dan eerst"


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys without the cost of scrypt; the salt still counts."""
    monkeypatch.setattr(header, "derive", lambda typed, found: hashlib.sha256(found.salt + typed).digest())


@pytest.fixture
def made(cheap: None, root: Path) -> tuple[str, str]:
    """A vault with one case, opened by `OLD`: its paper code and the code of the case."""
    del cheap
    pending = prepare(root, OLD, clock=Clock(), who="j.jansen")
    vault = pending.confirm(pending.recovery_code[-6:])
    code = vault.create({"n": 1}, FACTS)
    vault.keep(b"kept")
    return pending.recovery_code, code


def opened(root: Path, own: str) -> Vault:
    return open_vault(root, own, clock=Clock(), who="j.jansen")


def recovered(root: Path, code: str) -> Vault:
    return open_with_recovery(root, code, clock=Clock(), who="j.jansen")


def opens(root: Path, own: str) -> bool:
    try:
        opened(root, own)
    except VaultError as error:
        assert error.code == errors.LOCKED_WRONG  # noqa: PT017 - the other answer is a return value
        return False
    return True


class TestPassphrase:
    def test_only_key_files_change_and_the_salt_is_a_new_one(self, made: tuple[str, str], root: Path) -> None:
        before, salt = tree(root), header.decode((root / header.PATH).read_bytes()).salt
        opened(root, OLD).access.change_passphrase(NEW)

        after = tree(root)
        assert {name for name in after if after[name] != before[name]} == {header.PATH, userkeys.PATH}
        assert header.decode(after[header.PATH]).salt != salt
        assert (opens(root, OLD), opens(root, NEW)) == (False, True)
        assert numbers(recovered(root, made[0]), made[1]) == [1]

    @pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
    def test_at_every_moment_the_old_or_the_new_one_opens_it(
        self, made: tuple[str, str], root: Path, *, after: bool
    ) -> None:
        outcomes = []
        for at in itertools.count(1):
            copy = shutil.copytree(root, root.with_name(f"copy{at}"))
            disk = FailingDisk(copy, at, PowerCutError(), after=after)
            vault = unlocked(copy, Key(made[0]), disk=disk)
            try:
                vault.access.change_passphrase(NEW)
                cut = False
            except PowerCutError:
                cut = True
            found = (opens(copy, OLD), opens(copy, NEW))
            assert sum(found) == 1
            outcomes.append(found[1])
            assert not opens(copy, "een wachtwoord dat nergens op slaat")
            again = opened(copy, NEW if found[1] else OLD)
            again.rotate()
            again.access.change_passphrase(OLD)
            assert numbers(opened(copy, OLD), made[1]) == [1]
            assert header.decode((copy / header.PATH).read_bytes()).coming is None
            if not cut:
                break
        assert outcomes == sorted(outcomes)
        assert len(outcomes) == 5

    def test_a_weak_one_changes_nothing(self, made: tuple[str, str], root: Path) -> None:
        before = tree(root)
        with pytest.raises(VaultError) as refused:
            recovered(root, made[0]).access.change_passphrase("kort")
        assert refused.value.code == errors.WEAK_PASSPHRASE
        assert tree(root) == before

    def test_a_new_one_repairs_a_lost_header(self, made: tuple[str, str], root: Path) -> None:
        (root / header.PATH).unlink()
        vault = recovered(root, made[0])
        assert not vault.access.has_sound_header()
        with pytest.raises(VaultError) as refused:
            vault.rotate()
        assert (refused.value.code, refused.value.values["path"]) == (errors.DAMAGED, header.PATH)

        vault.access.change_passphrase(NEW)

        assert opens(root, NEW)
        assert opened(root, NEW).access.has_sound_header()

    def test_a_header_that_promises_weaker_parameters_next_is_refused(self, made: tuple[str, str], root: Path) -> None:
        """ENC-03: what holds next is bounded as what holds now."""
        del made
        fields = json.loads((root / header.PATH).read_bytes())
        del fields["check"]
        fields["next"] = {"key_file": fields["key_file"], "scrypt": {**fields["scrypt"], "n": 2}}
        spelled = json.dumps(fields, sort_keys=True, separators=(",", ":"))
        check = hashlib.sha256(spelled.encode()).hexdigest()
        with pytest.raises(VaultError) as refused:
            header.decode(json.dumps({**fields, "check": check}).encode())
        assert refused.value.code == errors.BAD_PARAMETERS

    def test_a_session_that_a_change_shut_out_is_told_so_and_stores_nothing(
        self, made: tuple[str, str], root: Path
    ) -> None:
        session, other = opened(root, OLD), opened(root, OLD)
        other.access.change_passphrase(NEW)
        other.rotate()
        before = tree(root)

        with pytest.raises(VaultError) as refused:
            session.append(made[1], {"n": 2}, FACTS)
        assert refused.value.code == errors.LOCKED_WRONG
        assert tree(root) == before


class TestRecovery:
    def test_an_organisation_opens_all_until_it_is_removed(self, made: tuple[str, str], root: Path) -> None:
        organisation = Key.generate()
        vault = opened(root, OLD)
        vault.access.add_organisation(organisation.recipient.upper() + " ", "Gemeente Één  & co")
        assert numbers(recovered(root, organisation.secret()), made[1]) == [1]
        assert recovered(root, made[0]).access.recovery[1].name == "Gemeente Één & co"

        old_key = organisation.decrypt((root / userkeys.PATH).read_bytes()).decode().splitlines()[-1]
        assert vault.access.remove_recovery(organisation.recipient) == ()

        with pytest.raises(VaultError):
            recovered(root, organisation.secret())
        with pytest.raises(age.UndecryptableError):
            Key(old_key).decrypt((root / "register.age").read_bytes())
        assert numbers(recovered(root, made[0]), made[1]) == [1]

    @pytest.mark.parametrize(
        ("recipient", "name", "reason"),
        [
            ("age1niets", "x", "form"),
            ("", "x", "form"),
            (PAPER.secret(), "x", "form"),
            (PAPER.recipient, "x", "known"),
            (Key.generate().recipient, " ", "name"),
            (Key.generate().recipient, "x" * 81, "name"),
        ],
        ids=["no key", "nothing", "secret", "known", "no name", "long name"],
    )
    def test_a_key_that_is_none_is_known_or_has_no_name_is_refused(
        self, vault: Vault, root: Path, recipient: str, name: str, reason: str
    ) -> None:
        before = tree(root)
        with pytest.raises(VaultError) as refused:
            vault.access.add_organisation(recipient, name)
        assert (refused.value.code, refused.value.values) == (errors.BAD_RECIPIENT, {"reason": reason})
        assert {**before, ".slot": b""} == {**tree(root), ".slot": b""}

    def test_the_last_way_to_recover_stays(self, vault: Vault, root: Path) -> None:
        with pytest.raises(VaultError) as refused:
            vault.access.remove_recovery(PAPER.recipient)
        assert refused.value.code == errors.LAST_RECOVERY
        assert unlocked(root, PAPER).cases() == ()

    def test_there_are_never_more_keys_than_a_reader_takes(self, vault: Vault, root: Path) -> None:
        for number in range(userkeys.MOST_RECOVERY - 1):
            vault.access.add_organisation(Key.generate().recipient, f"organisatie {number}")
        with pytest.raises(VaultError) as refused:
            vault.access.add_organisation(Key.generate().recipient, "nog een")
        assert refused.value.code == errors.TOO_MANY_KEYS
        assert unlocked(root, PAPER).cases() == ()

    def test_a_new_paper_code_ends_the_old_one(self, vault: Vault, root: Path) -> None:
        code = paper.new_code()
        assert vault.access.renew_paper(code) == ()

        assert unlocked(root, Key(code)).cases() == ()
        with pytest.raises(age.UndecryptableError):
            unlocked(root, PAPER)
        assert len(vault.access.recovery) == 1

    def test_a_fingerprint_is_read_as_people_type_it(self) -> None:
        shown = codes.fingerprint(PAPER.recipient)
        assert codes.same_fingerprint(shown.lower().replace("-", " "), PAPER.recipient)
        assert not codes.same_fingerprint(codes.fingerprint(Key.generate().recipient), PAPER.recipient)


class TestReceiving:
    def test_it_is_made_once_and_outlives_rotation_and_another_passphrase(
        self, made: tuple[str, str], root: Path
    ) -> None:
        del made
        vault = opened(root, OLD)
        assert vault.access.receiving is None
        key = vault.receiving_key()
        vault.rotate()
        vault.access.change_passphrase(NEW)

        again = opened(root, NEW)
        assert again.receiving_key() == key
        assert again.open_received(age.encrypt(b"een zaak", [key])) == b"een zaak"

    def test_what_is_not_for_it_is_refused(self, vault: Vault) -> None:
        stranger = age.encrypt(b"x", [Key.generate().recipient])
        with pytest.raises(age.UndecryptableError):
            vault.open_received(stranger)
        vault.receiving_key()
        for wrong, error in (
            (stranger, age.UndecryptableError),
            (b"", age.UndecryptableError),
            (b"age-encryption.org/v1\n-> scrypt AAAA 30\nAAAA\n--- AAAA\n", age.HostileHeaderError),
        ):
            with pytest.raises(error):
                vault.open_received(wrong)

    def test_two_processes_that_ask_at_once_get_the_same(self, vault: Vault, root: Path, user: Key) -> None:
        other = unlocked(root, user)
        assert vault.receiving_key() == other.receiving_key()


class TestFirstVaults:
    """Vaults whose key file does not note the passphrase's key."""

    @pytest.fixture
    def first(self, vault: Vault, root: Path, user: Key) -> str:
        code = vault.create({"n": 1}, FACTS)
        content = KeyFile(user, (("recovery", PAPER.recipient), ("later", "something")))
        sealed = keyfile.seal(content, [user.recipient, PAPER.recipient])
        parameters = Header(bytes(16), header.SCRYPT_N, hashlib.sha256(sealed).hexdigest())
        Disk(root).replace(userkeys.PATH, sealed)
        Disk(root).replace(header.PATH, header.encode(parameters))
        return code

    def test_opened_with_the_passphrase_they_note_it_at_the_next_rewrite(
        self, first: str, root: Path, user: Key
    ) -> None:
        unlocked(root, user).rotate()

        assert numbers(unlocked(root, user), first) == [1]
        notes = keyfile.unseal((root / userkeys.PATH).read_bytes(), user, "x").notes
        assert ("passphrase", user.recipient) in notes
        assert ("later", "something") in notes
        assert unlocked(root, PAPER).rotate() == ()
        assert numbers(unlocked(root, user), first) == [1]

    def test_opened_with_the_paper_code_they_refuse_what_would_shut_the_passphrase_out(
        self, first: str, root: Path
    ) -> None:
        vault = unlocked(root, PAPER)
        before = tree(root)
        for change in (vault.rotate, vault.receiving_key, lambda: vault.shred(first, "mistake")):
            with pytest.raises(VaultError) as refused:
                change()
            assert refused.value.code == errors.NEEDS_PASSPHRASE
        assert {**before, ".slot": b""} == tree(root)

        vault.access.change_passphrase(NEW)
        assert vault.rotate() == ()


def test_a_recipient_is_read_in_any_case_and_with_spaces() -> None:
    key = PAPER.recipient
    assert access.check_recipient(f" {key[:20].upper()} {key[20:].upper()}\n") == key
