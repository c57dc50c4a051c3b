"""Who can open a vault, and how that changes: the passphrase, recovery keys, rotation, and the receiving key."""

from __future__ import annotations

import contextlib
import dataclasses
import secrets
from typing import TYPE_CHECKING, Final

from meldcode.vault import age, errors, header, passphrase, rotate, slot
from meldcode.vault.errors import VaultError
from meldcode.vault.header import Header
from meldcode.vault.keyring import header_if_sound
from meldcode.vault.userkeys import Recovery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meldcode.vault.disk import Disk
    from meldcode.vault.keyring import Keyring
    from meldcode.vault.userkeys import UserKeys

MOST_NAME: Final = 80


class Access:
    """The keys of an opened vault, for whoever may change them.

    Every change raises `needs_passphrase` in a vault of the first kind that was opened without it, `not_stored` or
    `read_only` when it was interrupted, and `damaged` when `kluis.json` is (a new passphrase repairs that).
    """

    def __init__(self, disk: Disk, ring: Keyring) -> None:
        """Take the keys of an opened vault."""
        self._disk = disk
        self._ring = ring

    @property
    def recovery(self) -> tuple[Recovery, ...]:
        """The keys besides the passphrase that open the vault."""
        return self._ring.keys.recovery

    @property
    def receiving(self) -> str | None:
        """The public half of the receiving key, if it was ever made."""
        key = self._ring.keys.receiving
        return key.recipient if key else None

    def receiving_key(self) -> str:
        """Give the public half of the key that colleagues hand over to, and make it the first time."""
        if self._ring.keys.receiving is None or self._ring.unsure:
            with self._changing() as keys:
                if keys.receiving is None:
                    self._ring.write(dataclasses.replace(keys, receiving=age.Key.generate()))
                elif self._ring.unsure:
                    self._ring.write(keys)
        return self.receiving or ""

    def open_received(self, ciphertext: bytes) -> bytes:
        """Open what was made for the receiving key; raises `age.UndecryptableError` or `age.HostileHeaderError`."""
        with slot.reading(self._disk):
            self._ring.refresh()
        key = self._ring.keys.receiving
        if key is None:
            age.check_header(ciphertext)
            raise age.UndecryptableError
        return key.decrypt(ciphertext)

    def rotate(self) -> tuple[str, ...]:
        """Give everything a fresh key, and return the files that no key opens (see `rotate.finish`)."""
        with self._changing() as keys:
            return self._rotated(keys)

    def finish(self) -> tuple[str, ...]:
        """Bring what was interrupted to its end, and return the files that no key opens."""
        with self._changing():
            return rotate.finish(self._disk, self._ring)

    def is_unfinished(self) -> bool:
        """Tell whether a change of keys or the destruction of a case waits for `finish`."""
        with slot.reading(self._disk):
            self._ring.refresh()
            return rotate.is_unfinished(self._disk, self._ring)

    def has_sound_header(self) -> bool:
        """Tell whether `kluis.json` is whole; without it only a recovery key opens the vault."""
        with slot.reading(self._disk):
            return header_if_sound(self._disk) is not None

    def change_passphrase(self, own: str) -> None:
        """Let `own` open the vault instead of the present passphrase; only key files are written.

        At every moment the present or the new one opens it. Raises `weak_passphrase`.
        """
        passphrase.judge(own)
        salt = secrets.token_bytes(header.SALT_BYTES)
        scalar = header.derive(passphrase.as_bytes(own), Header(salt, header.SCRYPT_N, ""))
        with self._changing() as keys:
            self._ring.write_with_passphrase(keys, age.Key.from_bytes(scalar), salt, header.SCRYPT_N)

    def add_organisation(self, recipient: str, name: str) -> None:
        """Let an organisation's key open the vault too; raises `bad_recipient` and `too_many_keys`."""
        plain = check_recipient(recipient)
        if not name.strip() or len(name) > MOST_NAME:
            raise VaultError(errors.BAD_RECIPIENT, reason="name")
        with self._changing() as keys:
            if plain in {one.recipient for one in keys.recovery} | {keys.passphrase, self.receiving}:
                raise VaultError(errors.BAD_RECIPIENT, reason="known")
            added = Recovery(plain, " ".join(name.split()))
            self._ring.write(dataclasses.replace(keys, recovery=(*keys.recovery, added)))

    def remove_recovery(self, recipient: str) -> tuple[str, ...]:
        """Let a recovery key open nothing any more, and rotate; return the files that no key opens.

        Raises `last_recovery`, and `bad_recipient` if there is no such key.
        """
        with self._changing() as keys:
            others = tuple(one for one in keys.recovery if one.recipient != recipient)
            if others == keys.recovery:
                raise VaultError(errors.BAD_RECIPIENT, reason="absent")
            return self._rotated(dataclasses.replace(keys, recovery=others))

    def renew_paper(self, code: str) -> tuple[str, ...]:
        """Let a new paper code, written down already, take the place of every earlier one, and rotate."""
        with self._changing() as keys:
            organisations = tuple(one for one in keys.recovery if one.name)
            return self._rotated(
                dataclasses.replace(keys, recovery=(Recovery(age.Key(code).recipient), *organisations))
            )

    def _rotated(self, keys: UserKeys) -> tuple[str, ...]:
        rotate.begin(self._ring, keys)
        return rotate.finish(self._disk, self._ring)

    @contextlib.contextmanager
    def _changing(self) -> Iterator[UserKeys]:
        with slot.writing(self._disk):
            self._ring.refresh()
            yield self._ring.keys


def check_recipient(typed: str) -> str:
    """Read an `age1…` public key as typed; raises `bad_recipient`."""
    plain = "".join(typed.split()).lower()
    try:
        age.encrypt(b"", [plain])
    except (age.BadKeyError, UnicodeEncodeError) as error:
        raise VaultError(errors.BAD_RECIPIENT, reason="form") from error
    return plain
