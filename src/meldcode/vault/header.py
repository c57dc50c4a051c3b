"""`kluis.json`: the format version and how the passphrase becomes a key; nothing in it is secret or trusted."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Final

from meldcode.vault import errors
from meldcode.vault.errors import VaultError
from meldcode.vault.record import canonical

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
    """What a vault says of itself: scrypt's salt and N (r is 8, p is 1), and the SHA-256 (hex) of `sleutel.age`."""

    salt: bytes
    n: int
    key_file: str


def encode(header: Header) -> bytes:
    """Write `kluis.json`, with a checksum that tells a damaged file from a wrong passphrase."""
    fields = {
        "format": FORMAT,
        "scrypt": {"n": header.n, "r": SCRYPT_R, "p": SCRYPT_P, "salt": header.salt.hex()},
        "key_file": header.key_file,
    }
    return canonical({**fields, "check": hashlib.sha256(canonical(fields)).hexdigest()}) + b"\n"


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
        scrypt = fields["scrypt"]
        header = Header(bytes.fromhex(scrypt["salt"]), scrypt["n"], fields["key_file"])
        if not _is_allowed(header, scrypt["r"], scrypt["p"]):
            raise VaultError(errors.BAD_PARAMETERS, path=PATH, reason="scrypt")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise VaultError(errors.DAMAGED, path=PATH) from error
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
