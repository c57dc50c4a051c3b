"""What can go wrong with a vault, as codes with values; package `text` words them."""

from typing import Final

EXISTS: Final = "exists"
ABSENT: Final = "absent"
LOCKED_WRONG: Final = "locked_wrong"
DAMAGED: Final = "damaged"
NEWER_FORMAT: Final = "newer_format"
BUSY: Final = "busy"
NOT_STORED: Final = "not_stored"
UNREADABLE: Final = "unreadable"
READ_ONLY: Final = "read_only"
UNSAFE_PLACE: Final = "unsafe_place"
UNKNOWN_CASE: Final = "unknown_case"
NO_PLATFORM: Final = "no_platform"
WEAK_PASSPHRASE: Final = "weak_passphrase"  # noqa: S105 - a code, not a secret
SYMLINK: Final = "symlink"
BAD_PARAMETERS: Final = "bad_parameters"
RECOVERY_MISMATCH: Final = "recovery_mismatch"
NEEDS_PASSPHRASE: Final = "needs_passphrase"  # noqa: S105 - a code, not a secret
LAST_RECOVERY: Final = "last_recovery"
TOO_MANY_KEYS: Final = "too_many_keys"
BAD_RECIPIENT: Final = "bad_recipient"
SHREDDED: Final = "shredded"

CODES: Final = frozenset(
    {
        EXISTS,
        ABSENT,
        LOCKED_WRONG,
        DAMAGED,
        NEWER_FORMAT,
        BUSY,
        NOT_STORED,
        UNREADABLE,
        READ_ONLY,
        UNSAFE_PLACE,
        UNKNOWN_CASE,
        NO_PLATFORM,
        WEAK_PASSPHRASE,
        SYMLINK,
        BAD_PARAMETERS,
        RECOVERY_MISMATCH,
        NEEDS_PASSPHRASE,
        LAST_RECOVERY,
        TOO_MANY_KEYS,
        BAD_RECIPIENT,
        SHREDDED,
    }
)
"""The closed set; a test of package `text` can walk it."""


class VaultError(Exception):
    """The vault could not do what was asked.

    `code` is one of `CODES`; `values` names places inside the vault, numbers and reasons, never anything a user wrote.

    | code | means | values |
    |---|---|---|
    | exists | something is there already | path |
    | absent | no vault, or no kept blob, there | path |
    | locked_wrong | wrong passphrase or recovery code | |
    | damaged | a file is missing, cut or changed | path, sometimes reason |
    | newer_format | written by a newer meldcode | path, format |
    | busy | another process has it | path, pid if known |
    | not_stored | nothing was acknowledged | errno, path |
    | unreadable | the disk refuses to read | errno, path |
    | read_only | the place cannot be written | path |
    | unsafe_place | network or synced folder | reason, name |
    | unknown_case | no such case here | |
    | no_platform | native Windows | platform |
    | weak_passphrase | too easy to guess | reason, minimum |
    | symlink | not an ordinary file or folder of ours | path, kind |
    | bad_parameters | hostile or unknown key parameters | path, reason |
    | recovery_mismatch | the typed-back group is not that of the code | |
    | needs_passphrase | only a vault opened with the passphrase can note whom its key is for | |
    | last_recovery | without this key nobody could recover the vault | |
    | too_many_keys | the vault has as many recovery keys as it may | most |
    | bad_recipient | not a public key, not a new one, or without a name | reason |
    | shredded | this case was destroyed | at |
    """

    def __init__(self, code: str, **values: str) -> None:
        """Take a code of `CODES` and its values."""
        if code not in CODES:
            raise ValueError(f"unknown vault error code {code!r}")
        self.code = code
        self.values: dict[str, str] = values
        super().__init__(" ".join([code, *(f"{name}={value}" for name, value in sorted(values.items()))]))
