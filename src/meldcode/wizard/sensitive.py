"""Find what may identify someone in free text: a warning for the writer, never a change."""

import re

_BSN = re.compile(r"(?<!\d)\d{8,9}(?!\d)|(?<!\d)\d{3}[. ]\d{3}[. ]\d{3}(?!\d)|(?<!\d)\d{4}[. ]\d{2}[. ]\d{3}(?!\d)")
_PHONE = re.compile(r"(?<![\d-])(?:\+31|0031|0)[ -]?(?:\(0\))?(?:\d[ -]?){8}\d(?!\d)")
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}\.[A-Za-z]{2,}")
_BIRTH = re.compile(
    r"(?<!\d)(?:[0-3]?\d[-/. ][01]?\d[-/. ](?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)", re.IGNORECASE
)
_BIRTH_WORD = re.compile(r"gebore|geb\.|geb |born|d\.o\.b|dob", re.IGNORECASE)


def found(text: str) -> tuple[str, ...]:
    """Return which kinds of identifying data the text seems to hold: `bsn`, `phone`, `email`, `birth`.

    A date counts only near a word for birth: other dates belong in a record.
    """
    kinds = {
        "bsn": any(_eleven(re.sub(r"\D", "", match[0])) for match in _BSN.finditer(text)),
        "phone": _PHONE.search(text) is not None,
        "email": _EMAIL.search(text) is not None,
        "birth": any(
            _BIRTH_WORD.search(text[max(0, match.start() - 30) : match.start()]) for match in _BIRTH.finditer(text)
        ),
    }
    return tuple(kind for kind, there in kinds.items() if there)


def _eleven(digits: str) -> bool:
    """Tell whether the digits pass the eleven-test of the BSN (Regeling BSN: weights 9…2 and -1)."""
    padded = digits.zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, padded, strict=True))
    return int(digits) > 0 and total % 11 == 0
