"""Questions that need a second look: without a reason or a source, or asking who someone is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from meldcode.protocol.diagnostics import Finding, Place
from meldcode.protocol.language import Language
from meldcode.protocol.model import NO_TEXT, Protocol, Text
from meldcode.protocol.overlay_names import folded
from meldcode.protocol.overlay_schema import AddQuestion, AddStep, ChangeQuestion, LocalQuestionSpec, OverlaySpec

_IDENTIFYING = {
    "bsn": r"\bbsn\b|burgerservice\w*|citizen service number|social security",
    "naam": (
        r"\b(?:voor|achter|roep)?na(?:am|men)\b(?! van (?:de|het|uw) (?:school|organisatie|instelling|team))"
        r"|\bhoe heet|\b(?:first|last|full|the|their) ?names?\b|\bsurnames?\b"
    ),
    "adres": r"\b(?:woon)?adres(?:sen)?\b|\bpostcode\b|\bwaar woont\b|\b(?:home )?address(?:es)?\b",
    "geboortedatum": r"geboorte ?dat\w*|\bgeboren op\b|date of birth|birthday",
    "telefoon": r"telefoonn\w+|\bmobiele? nummer|phone number",
    "e-mail": r"\be-?mail\w*",
}
_NOT_ASKED = re.compile(
    r"\b(?:geen|zonder|nooit|no|without|never|not)\b[^.?!\n]{0,40}|[^.?!\n]*\b(?:geheim|secret)\b[^.?!\n]*",
    re.IGNORECASE,
)
"""What a question says to leave out, or to keep secret, is not asked."""

ALIKE = 0.8
"""How much of the words of a question must be those of another, as a share, to be taken for it."""

_TURNING = frozenset(("niet", "geen", "nooit", "wel", "not", "no", "never"))
"""Words that turn a question round and leave it looking the same."""

_TOPICS = {
    "direct_gevaar": r"\bgevaar\w*|\blevensgevaar\w*|\bdanger\w*",
    "veiligheid": r"\b(?:on)?veilig\w*(?! thuis)|\b(?:un)?safe\w*",
    "vermoeden": (
        r"\bvermoed\w*|\bverden(?:kt|king)\w*|\bsprake van \w*(?:mishandel|geweld)\w*"
        r"|\bsuspect\w*|\bsuspicion\w*|\bis (?:this|there|it) (?:any )?(?:abuse|violence)\b"
    ),
    "acceptatie": (
        r"\b(?:wil|willen|aanvaard\w*|accepteer\w*)\b[^.?!\n]{0,30}\bhulp\b|\baccept\w*\b[^.?!\n]{0,20}\bhelp\b"
    ),
}
"""The subject of questions on which every advice rests, in whatever words."""

_ABOUT = {name: re.compile(pattern) for name, pattern in _TOPICS.items()}

_DENIAL = {
    "nl": re.compile(r"\b(?:niet|geen|nee|nooit|niets|niemand|zonder)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:not|no|never|nothing|nobody|none|without|cannot)\b|n['\u2019]t\b", re.IGNORECASE),
}

_PATTERNS = {word: re.compile(pattern, re.IGNORECASE) for word, pattern in _IDENTIFYING.items()}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is judged of a question: where it stands, and what it says."""

    id: str
    place: Place
    words: tuple[Text, ...]
    why: bool = True
    source: bool = True
    options: tuple[Text, ...] = ()


def in_protocol(protocol: Protocol) -> Iterator[Asked]:
    """Yield every question of a resolved protocol."""
    for each in protocol.questions.values():
        yield Asked(each.id, each.origin, (each.ask, each.label), bool(each.why.nl), bool(each.source))


def in_overlay(spec: OverlaySpec) -> Iterator[Asked]:
    """Yield every question that an overlay adds or rewords."""
    for operation in spec.operations:
        if isinstance(operation, AddQuestion):
            yield _added(operation.question)
        elif isinstance(operation, AddStep):
            yield from map(_added, operation.step.questions)
        elif isinstance(operation, ChangeQuestion):
            said = (operation.ask, operation.label, operation.help)
            yield Asked(operation.id, operation.place, tuple(each or NO_TEXT for each in said))


def _added(spec: LocalQuestionSpec) -> Asked:
    words, options = (spec.ask, spec.label, spec.help), tuple(spec.options.values())
    return Asked(spec.id, spec.place, words, bool(spec.why.nl), spec.source is not None, options)


def unexplained(asked: Iterable[Asked]) -> Iterator[Finding]:
    """W01 and W02: yield a finding for each question without a reason, and for each without a source."""
    for each in asked:
        if not each.why:
            yield Finding("W01", each.place, {"question": each.id})
        if not each.source:
            yield Finding("W02", each.place, {"question": each.id})


def identifying(asked: Iterable[Asked]) -> Iterator[Finding]:
    """W03: yield a finding for each question that seems to ask who someone is (privacy: roles and ages only)."""
    for each in asked:
        whole = _NOT_ASKED.sub(" ", "\n".join(f"{text.nl}\n{text.en or ''}" for text in each.words))
        words = [word for word, pattern in _PATTERNS.items() if pattern.search(whole)]
        if words:
            yield Finding("W03", each.place, {"question": each.id, "words": ", ".join(words)})


def denies(text: Text, language: Language) -> bool:
    """Tell whether a text has a word that denies, such as *niet* or *never*."""
    return _DENIAL[language].search(text.to(language)) is not None


def mislabelled(asked: Iterable[Asked]) -> Iterator[Finding]:
    """W34: yield a finding for each question that an overlay adds with a label that turns it round, or the reverse."""
    for each in asked:
        ask, label = each.words[:2]
        if ask.nl and label.nl and denies(ask, "nl") != denies(label, "nl"):
            yield Finding("W34", each.place, {"question": each.id})


def like_fixed(asked: Iterable[Asked], protocol: Protocol) -> Iterator[Finding]:
    """W23: yield a finding for each question like one on which advice rests: in its words, or about its subject.

    Turned round or not. Of a question that is there already only the words are compared, not the subject.
    """
    fixed = [each for each in protocol.questions.values() if each.locked or each.rising]
    shapes = [(each.id, _shape(words)) for each in fixed for words in (each.ask, each.label)]
    for each in asked:
        own = [_shape(words) for words in each.words]
        alike = (name for name, shape in shapes if name != each.id and any(_alike(shape, words) for words in own))
        if found := next(alike, "") or _subject(each, protocol):
            yield Finding("W23", each.place, {"question": found})


def _subject(asked: Asked, protocol: Protocol) -> str:
    """Return the question on which advice rests that a closed question of an overlay is about; empty if none."""
    words = (text for one in ((*asked.words[:2], *asked.options) if asked.options else ()) for text in (one.nl, one.en))
    seen = [folded(each) for each in words if each]
    about = (name for name, pattern in _ABOUT.items() if any(pattern.search(each) for each in seen))
    return next((name for name in about if name in protocol.questions), "")


def _shape(text: Text) -> list[str]:
    """Return the words as they look, without those that turn a sentence round."""
    return [word for word in re.findall(r"\w+", folded(text.nl)) if word not in _TURNING]


def _alike(one: list[str], other: list[str]) -> bool:
    return len(one) > 1 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
