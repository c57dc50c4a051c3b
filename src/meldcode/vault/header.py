"""`kluis.json`: the format version and how the passphrase becomes a key; nothing in it is secret or trusted."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from meldcode.vault import errors
from meldcode.vault.errors import VaultError
from meldcode.vault.record import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH: Final = "kluis.json"
FORMAT: Final = 1
MOST_BYTES: Final = 64 * 1024
SALT_BYTES: Final = 16
SCRYPT_N: Final = 2**17
SCRYPT_R: Final = 8
SCRYPT_P: Final = 1
_MOST_N: Final = 2**20


@dataclass(frozen=True, slots=True)
class Header:
    """What a vault says of itself: scrypt's salt and N (r is 8, p is 1), and the SHA-256 (hex) of `sleutel.age`.

    `coming` is what holds from the moment that `sleutel.age` has its checksum: two files can't be replaced at once, so
    the one that says how is told beforehand.
    """

    salt: bytes
    n: int
    key_file: str
    coming: Header | None = None

    def of(self, key_file: bytes) -> Header | None:
        """Give the header that belongs to these bytes of `sleutel.age`; None if neither does: they are damaged."""
        digest = hashlib.sha256(key_file).hexdigest()
        belonging = (one for one in (self, self.coming) if one is not None and one.key_file == digest)
        return next(belonging, None)


def encode(header: Header) -> bytes:
    """Write `kluis.json`, with a checksum that tells a damaged file from a wrong passphrase."""
    fields: dict[str, object] = {"format": FORMAT, **_fields(header)}
    if header.coming is not None:
        fields["next"] = _fields(header.coming)
    return canonical({**fields, "check": hashlib.sha256(canonical(fields)).hexdigest()}) + b"\n"


def _fields(header: Header) -> dict[str, object]:
    scrypt = {"n": header.n, "r": SCRYPT_R, "p": SCRYPT_P, "salt": header.salt.hex()}
    return {"scrypt": scrypt, "key_file": header.key_file}


def decode(data: bytes) -> Header:
    """Read `kluis.json`; raises `newer_format`, `bad_parameters` (too weak or too dear) or `damaged`."""
    try:
        fields = json.loads(data)
        newer = isinstance(fields["format"], int) and fields["format"] > FORMAT
        if newer:
            raise VaultError(errors.NEWER_FORMAT, path=PATH, format=str(fields["format"]))
        check = fields.pop("check")
        if check != hashlib.sha256(canonical(fields)).hexdigest() or fields["format"] != FORMAT:
            raise VaultError(errors.DAMAGED, path=PATH)
        coming = _read(fields["next"]) if "next" in fields else None
        return dataclasses.replace(_read(fields), coming=coming)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise VaultError(errors.DAMAGED, path=PATH) from error


def _read(fields: Mapping[str, Any]) -> Header:
    scrypt = fields["scrypt"]
    header = Header(bytes.fromhex(scrypt["salt"]), scrypt["n"], fields["key_file"])
    if not _is_allowed(header, scrypt["r"], scrypt["p"]):
        raise VaultError(errors.BAD_PARAMETERS, path=PATH, reason="scrypt")
    return header


def derive(passphrase_bytes: bytes, header: Header) -> bytes:
    """Turn a passphrase into 32 bytes: about 0.4 s and 128 MiB at N = 2^17, eight times that at the most."""
    memory = 128 * SCRYPT_R * (header.n + SCRYPT_P + 2)
    return hashlib.scrypt(
        passphrase_bytes, salt=header.salt, n=header.n, r=SCRYPT_R, p=SCRYPT_P, maxmem=memory + 1024, dklen=32
    )


def _is_allowed(header: Header, r: object, p: object) -> bool:
    n = header.n
    power_of_two = n > 0 and n & (n - 1) == 0
    return power_of_two and SCRYPT_N <= n <= _MOST_N and (r, p, len(header.salt)) == (SCRYPT_R, SCRYPT_P, SALT_BYTES)
