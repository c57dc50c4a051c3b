"""What could be taken for 112 or Veilig Thuis, however it is written: nobody may call the wrong one.

Letters of other alphabets that look alike, digits of other scripts, capitals, spaces and signs between the letters make
no difference. A slip of the pen is taken for what it looks like.
"""

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import pairwise

EMERGENCY = ("112", "0800-2000")
"""Numbers that are never changed, imitated or put second."""

EMERGENCY_DIGITS = frozenset(re.sub(r"\D", "", number) for number in EMERGENCY)
VEILIG_THUIS = "veilig thuis"
PROTECTED = (
    *(VEILIG_THUIS, "alarmnummer", "alarmcentrale", "emergency number", "emergency services", "een een twee"),
    *("one one two", "meldpunt huiselijk geweld", "meldpunt kindermishandeling", "amhk"),
)
"""Names of 112 and Veilig Thuis, of today and of before."""

ALIKE = 0.85
"""How much a name may look like that of Veilig Thuis, as a share of its letters."""

FURTHEST = 4
"""Letters by which a name may be longer or shorter and still look like it."""

SHORTEST = 5
"""Digits from which a number is one to call; shorter ones are ages, amounts and articles."""

_NUMBER = r"(?<![0-9a-z]){}(?![0-9a-z])"
_112 = re.compile(_NUMBER.format(r"[1il|]([ .-]?)[1il|]\1[2z]"))
_0800_2000 = re.compile(_NUMBER.format(r"[o0]8[o0][o0][ ./-]*2[o0][o0][o0]"))
_YEAR = r"(?:19|20)\d\d"
_NO_NUMBER = re.compile(
    rf"\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}-\d{{1,2}}-\d{{4}}\b|\b\d{{1,2}}[.:]\d\d\b"
    rf"|(?<!\d[ ./-])\b{_YEAR}(?:-{_YEAR})?\b(?![ ./-]\d)"
)
"""Days, times of day and years."""

_CALLABLE = re.compile(r"\+?\d[\d ()./-]*\d")
_SHORT = re.compile(r"\b(?:bel|belt|bellen|call|dial|nummer|number)\W{1,3}(\d{3,4})\b")
_HELPLINE = "113"
_COUNTRY = re.compile(r"^(?:00)?31")
_WHOLE, _ALONE = frozenset(("veilig", "thuis")), frozenset(("vt", "sos", "noodnummer"))
"""Words that together, and words that each, make the name of a contact one of 112 or Veilig Thuis."""

_LATIN = re.compile(
    r"LATIN (?:\w+ )*LETTER (?:(?:SMALL CAPITAL|SCRIPT|DOTLESS|INSULAR|TURNED|OPEN) )*([A-Z])(?: WITH .*)?"
)
_LOOKALIKES = str.maketrans("аеорсухіјѕһԁѵѡԛтквмнгպιενοατυκχρβητցոսհեѐ", "aeopcyxijshdvwqtkbmhrniveoatukxpbntgnuhee")
_SIGNS = str.maketrans("1l|!035$97", "iiiioessgt")


def folded(text: str) -> str:
    """Return the text as it looks: small letters a to z, digits 0 to 9, and the signs between them."""
    bare = (char for char in unicodedata.normalize("NFKD", text).casefold() if unicodedata.category(char) != "Mn")
    return "".join(_plain(char) for char in bare).translate(_LOOKALIKES)


def _plain(char: str) -> str:
    if char.isascii():
        return char
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if char in "‐‑‒–—―−":  # noqa: RUF001 - dashes that look like a hyphen
        return "-"
    latin = _LATIN.fullmatch(unicodedata.name(char, ""))
    return latin[1].lower() if latin else char


def wordless(text: str, *, cited: bool = False) -> bool:
    """Tell whether a text has no letter and no digit that people here can read: only signs, pictures or spaces.

    A name that is `cited` stays as it is, in any script.
    """
    return not any(map(str.isalnum, text)) if cited else re.search(r"[a-z0-9]", folded(text)) is None


def imitates(name: str) -> bool:
    """Tell whether a name could be taken for that of 112 or of Veilig Thuis."""
    seen = folded(name)
    if _112.search(seen) or _0800_2000.search(seen) or _mixed(name):
        return True
    whole = _shape(seen)
    return any(_shape(each) in whole for each in PROTECTED) or _resembles(seen)


def takes_the_name(name: str) -> bool:
    """Tell whether a contact has a name like that of 112 or Veilig Thuis; in running text less is taken for it."""
    words = set(re.split(r"[^a-z0-9]+", folded(name)))
    return imitates(name) or words >= _WHOLE or bool(words & _ALONE)


def _shape(text: str) -> str:
    """Return the letters alone, those that look alike as one, and none twice in a row."""
    letters = re.sub(r"[^a-z]", "", text.translate(_SIGNS))
    return re.sub(r"(.)\1+", r"\1", letters)


def _resembles(seen: str) -> bool:
    words = [shape for word in re.split(r"[^a-z0-9|!$]+", seen) if (shape := _shape(word))]
    target = _shape(VEILIG_THUIS)
    windows = (each for each in (*words, *map("".join, pairwise(words))) if abs(len(each) - len(target)) <= FURTHEST)
    return any(SequenceMatcher(None, target, window).ratio() >= ALIKE for window in windows)


def _mixed(name: str) -> bool:
    """Tell whether a word has letters of two alphabets."""
    for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", name)):
        if len({unicodedata.name(char, "").partition(" ")[0] for char in word}) > 1:
            return True
    return False


def is_emergency(phone: str) -> bool:
    """Tell whether this is the number of 112 or Veilig Thuis."""
    return _digits(phone) in EMERGENCY_DIGITS


def nearly_emergency(phone: str) -> bool:
    """Tell whether a number differs from 112 or 0800-2000 by a slip of the finger."""
    given = _digits(phone)
    if given in EMERGENCY_DIGITS or not given:
        return False
    national = _COUNTRY.sub("", given)
    abroad = national != given and (national in EMERGENCY_DIGITS or _near(f"0{national}"))
    return abroad or _near(given)


def _near(given: str) -> bool:
    own = _digits(EMERGENCY[1])
    if given == own or given in _shorter(own) or own in _shorter(given) or sorted(given) == sorted(own):
        return True
    changed = sum(a != b for a, b in zip(given, own, strict=False)) if len(given) == len(own) else len(own)
    return changed <= 1 or (EMERGENCY[0] in given and len(given) <= SHORTEST)


def _shorter(number: str) -> set[str]:
    return {number[:at] + number[at + 1 :] for at in range(len(number))}


def _digits(text: str) -> str:
    return re.sub(r"\D", "", folded(text))


def other_number(text: str, *, about_emergency: bool = False) -> str:
    """Return a number to call that a text about 112 or Veilig Thuis gives besides theirs; empty where there is none.

    `about_emergency` says that the text stands with one of them, whatever it names itself.
    """
    rest = _NO_NUMBER.sub(" ", _0800_2000.sub(" ", _112.sub(" ", folded(text))))
    long = [found[0].strip() for found in _CALLABLE.finditer(rest) if len(_digits(found[0])) >= SHORTEST]
    short = [found[1] for found in _SHORT.finditer(rest) if found[1] != _HELPLINE]
    found = next(iter((*long, *short)), "")
    return found if found and (about_emergency or imitates(text)) else ""
