"""USR-06: what may identify someone is warned about, and what is no such thing is not."""

from __future__ import annotations

import time

import pytest

from meldcode.wizard.sensitive import found
from tests.hostile.corpus import KEEPABLE


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("BSN 123456782.", ("bsn",)),
        ("het nummer is 1234.56.782", ("bsn",)),
        ("123 456 782", ("bsn",)),
        ("12345672", ("bsn",)),
        ("mobiel 06 12345678", ("phone",)),
        ("06-12 34 56 78", ("phone",)),
        ("+31 6 12345678", ("phone",)),
        ("0031612345678", ("phone",)),
        ("030 123 45 67", ("phone",)),
        ("mail ouder@evil.example", ("email",)),
        ("geboren 3-4-2015", ("birth",)),
        ("geb. 03/04/2015", ("birth",)),
        ("born 2015-04-03", ("birth",)),
        ("geboren 3-4-2015, 06 12345678, a@evil.example", ("phone", "email", "birth")),
    ],
)
def test_it_is_warned_about(text: str, kinds: tuple[str, ...]) -> None:
    assert found(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Gezien op 3-4-2026 om 9:30.",
        "Het kind is 11 jaar en weegt 35 kg.",
        "123456789",
        "000000000",
        "Bel 112.",
        "kamer 12, 3 van 4, 2,5 cm",
        "@school",
        "2026-11-23 tot 2026-12-01",
    ],
)
def test_an_ordinary_sentence_is_not_warned_about(text: str) -> None:
    assert found(text) == ()


def test_no_text_takes_long_to_look_at() -> None:
    texts = [each.text for each in KEEPABLE] + [piece * (20_000 // len(piece)) for piece in ("a@", "0 ", "1-", "geb. ")]
    begun = time.perf_counter()
    for text in texts:
        found(text)
    assert time.perf_counter() - begun < 3
