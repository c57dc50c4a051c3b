"""Case codes and control codes: made, read as people type them, and shown."""

import base64
import hashlib
import re
import secrets
from typing import Final

_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CASE_LENGTH: Final = 8
_CASE: Final = re.compile(f"[{_CROCKFORD}]{{{_CASE_LENGTH}}}")
_CONTROL_LENGTH: Final = 20
_LOOKALIKE: Final = str.maketrans("OIL", "011", " -")
_CONTROL_LOOKALIKE: Final = str.maketrans("08", "OB", " -")


def new_case_code() -> str:
    """Draw 8 random Crockford base32 characters (40 bits); says nothing about the case."""
    return "".join(secrets.choice(_CROCKFORD) for _ in range(_CASE_LENGTH))


def case_code(typed: str) -> str | None:
    """Read a case code as typed (small letters, spaces, O for 0, I or L for 1); None if it is none."""
    code = typed.upper().translate(_LOOKALIKE)
    return code if is_case_code(code) else None


def is_case_code(text: str) -> bool:
    """Tell whether this is a case code as it is written."""
    return _CASE.fullmatch(text) is not None


def control_code(last_hash: str) -> str:
    """Show the first 20 base32 characters (100 bits) of a record's hash, as 5 groups of 4."""
    text = base64.b32encode(bytes.fromhex(last_hash)).decode("ascii")[:_CONTROL_LENGTH]
    return "-".join(text[at : at + 4] for at in range(0, _CONTROL_LENGTH, 4))


def same_control(typed: str, last_hash: str) -> bool:
    """Say whether a typed control code (small letters, spaces, 0 for O, 8 for B) is that of this hash."""
    return typed.upper().translate(_CONTROL_LOOKALIKE) == control_code(last_hash).replace("-", "")


def fingerprint(recipient: str) -> str:
    """Show a public key (`age1…`) as people compare it: like a control code, of the SHA-256 of its text."""
    return control_code(hashlib.sha256(recipient.encode("utf-8")).hexdigest())


def same_fingerprint(typed: str, recipient: str) -> bool:
    """Say whether a typed fingerprint is that of this public key; read as a control code is."""
    return same_control(typed, hashlib.sha256(recipient.encode("utf-8")).hexdigest())
