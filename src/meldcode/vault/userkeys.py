"""What `sleutel.age` holds: the user's key, whom it is wrapped to, and the key that colleagues hand over to."""

from __future__ import annotations

import urllib.parse
from dataclasses import dataclass
from typing import Final

from meldcode.vault import age, errors
from meldcode.vault.errors import VaultError
from meldcode.vault.keyfile import KeyFile

PATH: Final = "sleutel.age"
MOST_RECOVERY: Final = 20
"""With the passphrase's stanza and the decoy that an age writer may add, well under the 32 that a reader takes."""
_PASSPHRASE: Final = "passphrase"  # noqa: S105 - the name of a note
_PAPER: Final = "recovery"
_ORGANISATION: Final = "organisation"
_RECEIVING: Final = "receiving"


@dataclass(frozen=True, slots=True)
class Recovery:
    """A key besides the passphrase that opens the vault: the paper code, or (with a name) an organisation's."""

    recipient: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class UserKeys:
    """The user's keys as `sleutel.age` holds them.

    Everything in the vault is for `current`; `previous` (the oldest first) is what an unfinished rotation still
    needs. `passphrase` is the public half of the passphrase's key; None in a vault that was opened without it and never
    noted it. `other` are notes that this program does not know.
    """

    current: age.Key
    passphrase: str | None
    recovery: tuple[Recovery, ...]
    previous: tuple[age.Key, ...] = ()
    receiving: age.Key | None = None
    other: tuple[tuple[str, str], ...] = ()

    def ring(self) -> tuple[age.Key, ...]:
        """Give the keys that a file of the vault may be for, the likeliest first."""
        return (self.current, *reversed(self.previous))

    def recipients(self) -> list[str]:
        """Give all whom `sleutel.age` must be for; raises `needs_passphrase`, `last_recovery` or `too_many_keys`."""
        if self.passphrase is None:
            raise VaultError(errors.NEEDS_PASSPHRASE)
        if not self.recovery:
            raise VaultError(errors.LAST_RECOVERY)
        if len(self.recovery) > MOST_RECOVERY:
            raise VaultError(errors.TOO_MANY_KEYS, most=str(MOST_RECOVERY))
        return [self.passphrase, *(one.recipient for one in self.recovery)]

    def key_file(self) -> KeyFile:
        """Write them as a key file."""
        notes = [] if self.passphrase is None else [(_PASSPHRASE, self.passphrase)]
        for one in self.recovery:
            name = urllib.parse.quote(one.name, safe="")
            notes.append((_ORGANISATION, f"{one.recipient} {name}") if name else (_PAPER, one.recipient))
        if self.receiving is not None:
            notes.append((_RECEIVING, self.receiving.secret()))
        return KeyFile(self.current, (*notes, *self.other), self.previous)


def read(content: KeyFile, opener: age.Key) -> UserKeys:
    """Read them from a key file that `opener` opened; raises `damaged`."""
    known = (_PASSPHRASE, _PAPER, _ORGANISATION, _RECEIVING)
    recovery = tuple(_recovery(name, value) for name, value in content.notes if name in (_PAPER, _ORGANISATION))
    passphrase = dict(content.notes).get(_PASSPHRASE)
    if passphrase is None and opener.recipient not in {one.recipient for one in recovery}:
        # The first vaults did not note it; what opens them and is no recovery key is the passphrase's.
        passphrase = opener.recipient
    receiving = dict(content.notes).get(_RECEIVING)
    try:
        return UserKeys(
            content.key,
            passphrase,
            recovery,
            content.previous,
            age.Key(receiving) if receiving else None,
            tuple(note for note in content.notes if note[0] not in known),
        )
    except age.BadKeyError as error:
        raise VaultError(errors.DAMAGED, path=PATH) from error


def _recovery(name: str, value: str) -> Recovery:
    recipient, _, spelled = value.partition(" ")
    return Recovery(recipient, urllib.parse.unquote(spelled) if name == _ORGANISATION else "")
