"""The little of bech32 that age keys need: encode 32 bytes as an `AGE-SECRET-KEY-1…` text.

Source: BIP 173; the age format, https://age-encryption.org/v1 (section X25519).
"""

from typing import Final

_ALPHABET: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM_LENGTH: Final = 6


def encode(prefix: str, data: bytes) -> str:
    """Encode `data` under a lower-case `prefix`; the result is lower case."""
    groups = _five_bit_groups(data)
    return prefix + "1" + "".join(_ALPHABET[group] for group in groups + _checksum(prefix, groups))


def _five_bit_groups(data: bytes) -> list[int]:
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return [int(bits[at : at + 5], 2) for at in range(0, len(bits), 5)]


def _checksum(prefix: str, groups: list[int]) -> list[int]:
    expanded = [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]
    remainder = _polymod(expanded + groups + [0] * _CHECKSUM_LENGTH) ^ 1
    return [(remainder >> 5 * (_CHECKSUM_LENGTH - 1 - at)) & 31 for at in range(_CHECKSUM_LENGTH)]


def _polymod(groups: list[int]) -> int:
    remainder = 1
    for group in groups:
        top = remainder >> 25
        remainder = (remainder & 0x1FFFFFF) << 5 ^ group
        for at, term in enumerate(_GENERATOR):
            if top >> at & 1:
                remainder ^= term
    return remainder
