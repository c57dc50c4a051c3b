"""Where things stand in the folder of a vault; the same names in a backup."""

from typing import Final

CASES: Final = "zaken"
KEYS: Final = "sleutels"
KEPT: Final = "protocollen"
FOLDERS: Final = (CASES, KEYS, KEPT)


def case_path(code: str) -> str:
    """Give the place of a case's records."""
    return f"{CASES}/{code}.zaak"


def key_path(code: str) -> str:
    """Give the place of a case's key."""
    return f"{KEYS}/{code}.age"
