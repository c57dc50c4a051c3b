from __future__ import annotations

import pyrage
import pytest

from meldcode.vault import bech32
from meldcode.vault.age import (
    BadKeyError,
    HostileHeaderError,
    Key,
    UndecryptableError,
    check_header,
    encrypt,
)


class PanicException(BaseException):
    pass


def test_bech32_agrees_with_what_age_itself_writes() -> None:
    """The key of 32 bytes of 0x42, as the age programs write it."""
    assert bech32.encode("a", b"") == "a12uel5l"  # BIP 173
    for scalar in (b"\x42" * 32, bytes(32), bytes(range(32)), b"\xff" * 32):
        assert Key.from_bytes(scalar).secret() == bech32.encode("age-secret-key-", scalar).upper()


def test_what_is_encrypted_to_several_can_be_opened_by_each_and_no_other() -> None:
    one, other, stranger = Key.generate(), Key.generate(), Key.generate()
    sealed = encrypt(b"text", [one.recipient, other.recipient])

    assert one.decrypt(sealed) == other.decrypt(sealed) == b"text"
    with pytest.raises(UndecryptableError):
        stranger.decrypt(sealed)


@pytest.mark.parametrize("secret", ["", "AGE-SECRET-KEY-1", "age1xyz", "\ud800", "AGE-SECRET-KEY-1" + "Q" * 58])
def test_what_is_no_key_is_refused(secret: str) -> None:
    with pytest.raises(BadKeyError):
        Key(secret)


def test_what_is_no_recipient_is_refused() -> None:
    with pytest.raises(BadKeyError):
        encrypt(b"text", ["age1nonsense"])


MAGIC = b"age-encryption.org/v1\n"


@pytest.mark.parametrize(
    ("header", "error"),
    [
        (b"", UndecryptableError),
        (MAGIC, UndecryptableError),
        (b"age-encryption.org/v2\n--- x\n", UndecryptableError),
        (MAGIC + b"-> scrypt AAAA 18\nAAAA\n--- x\n", HostileHeaderError),
        (MAGIC + b"-> X25519 A\nA\n-> scrypt AAAA 18\nAAAA\n--- x\n", HostileHeaderError),
        (MAGIC + b"-> scrypt\n--- x\n", HostileHeaderError),
        (MAGIC + b"-> x\n" * 33 + b"--- x\n", HostileHeaderError),
        (MAGIC + b"A" * 10_000_000, HostileHeaderError),
    ],
)
def test_a_header_is_judged_before_any_key_work(header: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        check_header(header)
    with pytest.raises(error):
        Key.generate().decrypt(header)


def test_a_header_of_32_stanzas_may_pass() -> None:
    check_header(MAGIC + b"-> X25519 A\nA\n" * 32 + b"--- x\n")


def test_a_panic_in_rust_is_damage_and_an_interrupt_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    key = Key.generate()
    sealed = encrypt(b"text", [key.recipient])
    for thrown, expected in ((PanicException, UndecryptableError), (KeyboardInterrupt, KeyboardInterrupt)):

        def throw(*_: object, thrown: type[BaseException] = thrown) -> bytes:
            raise thrown

        monkeypatch.setattr(pyrage, "decrypt", throw)
        with pytest.raises(expected):
            key.decrypt(sealed)
