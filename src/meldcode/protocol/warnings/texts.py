"""Texts that a person must look at: not translated, hard to read, not filled in, or about what is never weakened."""

import re
from collections.abc import Collection, Iterable, Iterator

from meldcode.protocol.diagnostics import Finding, Place
from meldcode.protocol.overlay_names import imitates
from meldcode.protocol.overlay_schema import (
    ChangeContact,
    ChangeQuestion,
    ChangeRole,
    ChangeStep,
    ChangeTerm,
    OverlaySpec,
)
from meldcode.protocol.readable import too_long
from meldcode.protocol.said import Said
from meldcode.protocol.warnings.questions import denies

PLACEHOLDER = "INVULLEN"
"""What `protocol new` writes where someone must still fill something in."""

Beside = ChangeContact | ChangeQuestion | ChangeRole | ChangeStep | ChangeTerm
BESIDE = (ChangeContact, ChangeQuestion, ChangeRole, ChangeStep, ChangeTerm)
"""Operations whose words stand beside or in the place of ours: people take them for those of the country."""

_CLOSE = r"(?:ouder|moeder|vader|verzorger|partner|pleger|betrokkene|gezin|familie|parent|mother|father|famil)\w*"
"""Who could be in danger when they, or those close to them, are told."""

_WATCHED = {
    "112": (
        r"(?<![\w-])112(?![\w-])|alarm ?nummer|alarmcentrale|nood ?nummer"
        r"|\bsos\b|crisis(?:dienst|lijn)|\bpolitie\b|\bpolice\b|emergency (?:number|services)"
    ),
    "Veilig Thuis": r"veilig thuis|\bvt\b|0800[ -]?2000|meldpunt",
    "melden": r"\b(?:ge)?meld(?:en|t|ing(?:en)?|recht|plicht)?\b|\breport(?:s|ed|ing)?\b",
    "toestemming": (
        r"toestemming|instemming|akkoord|\b(?:mee|het) eens\b|\beens zijn\b"
        r"|consent|permission|approv\w+|\bagree[sd]? (?:to|with)\b"
    ),
    "leidinggevende": (
        r"leidinggevende|teamleider|manager|directeur|directie|bestuur|schoolleid\w+|rector\b|supervisor|management"
        r"|\b(?:head ?teacher|principal)\b|\bboard\b"
    ),
    "beslissen": (
        r"\b(?:beslis\w*|besluit\w*|bepaalt|bevoegd)\b|\bmag(?: \w+)? niet\b|\bgaat er\b[^.?!\n]{0,15}\bover\b"
        r"|\b(?:decide\w*|decision)\b"
    ),
    "wachten": (
        r"\bwacht(?:en)? (?:u )?(?:met|tot|op)\b|\b(?:meld|bel)t? (?:u )?(?:niet|nooit|pas)\b"
        r"|\bafwacht\w*|\bbedenktijd\b|\bvanzelf\b|\brust(?:ig)? eerst\b|\bslaap\b[^.?!\n]{0,30}\bover\b|\bpas als\b"
        r"|\beerst (?:ons|bij|via|langs)\b|\bbelt? ons eerst\b|\baltijd eerst\b"
        r"|\bcall us first\b|\bfirst (?:via|through)\b"
        r"|\b(?:paar|twee|drie|vier|zes|acht|\d+) (?:weken|maanden|nachten)\b|\b(?:few|two|six|\d+) (?:weeks|months)\b"
        r"|\b(?:niet|nooit|pas) (?:melden|bellen)\b|\bwait (?:with|until|for)\b|\b(?:do not|never) (?:report|call)\b"
    ),
    "minder doen": (
        r"\bhoe(?:ft|ven)\b[^.?!\n]{0,30}\b(?:niet|geen|niets)\b|\bniet (?:altijd )?nodig\b|\boverbodig\b"
        r"|\boverslaan\b|\bsla(?:at)?\b[^.?!\n]{0,30}\bover\b|\bniets (?:meer )?(?:nodig|doen|aan de hand)\b|\bstopt?\b"
        r"|\btel(?:t|len)\b[^.?!\n]{0,20}\bniet\b|\bin (?:de )?plaats van\b|\binstead of\b|\bbijna (?:niemand|nooit)\b"
        r"|\bdoes not count\b"
        r"|\b(?:hoort|horen) er\b[^.?!\n]{0,20}\bbij\b|\boverdr\w+|\bte (?:snel|vroeg)\b|\bbijna altijd\b|\balleen\b"
        r"|\bnot (?:needed|necessary)\b|\bno need\b|\bneed not\b|\bskip\b|\bstop\b|\bonly\b|\btoo (?:soon|early)\b"
    ),
    "de wet": r"\bwet\b|\bwettelijk\w*|\bverplicht\b|\bby law\b|\blegal(?:ly)?\b|\bobliged\b",
    "straffen": (
        r"\bu\b[^.?!\n]{0,20}\bfout\b|\bkrijgt een aantekening\b|\bsancties?\b|\bberisp\w*|\bgevolgen voor u\b"
        r"|\bblamed?\b|\bpunish\w*"
    ),
    "bewijs": r"\bbewij[sz]\w*|\bproof\b|\bprove\b|\bevidence\b",
    "het dossier": (
        r"\b(?:wis|verwijder|vernietig|verscheur)\w*\b|\bgooi\w*\b[^.?!\n]{0,30}\bweg\b"
        r"|\b(?:delete|erase|destroy|shred)\w*\b"
    ),
    "samen spreken": (
        r"\bbeide (?:ouders|partners|partijen)\b|\bhele gezin\b|\bdader en slachtoffer\b|\bslachtoffer en dader\b"
        r"|\bbemiddel\w*|\bmediation\b|\bboth (?:parents|partners)\b|\bwhole family\b"
    ),
    "geruststellen": (
        r"\bvalt (?:\w+ )?mee\b|\bgeen (?:reden|zorgen)\b|\bu bent klaar\b|\balles goed\b|\bschuldig\b"
        r"|\bis geen (?:onveiligheid|mishandeling|geweld)\b|\bkijk\w*\b[^.?!\n]{0,30}\baan\b|\bdossier weg\b"
        r"|\bnothing to worry\b|\bno reason\b|\byou are done\b|\bis no (?:abuse|violence)\b|\bguilty\b"
    ),
    "het antwoord": (
        r"\b(?:kies|kiest|vul|antwoord|kruis)\w*\b[^.?!\n]{0,20}\b(?:ja|nee|onbekend|geen|niet)\b"
        r"|\b(?:choose|answer|pick|tick)\b[^.?!\n]{0,20}\b(?:yes|no|unknown|none|not)\b"
    ),
    "inlichten": (
        rf"\b(?:vertel|informeer|licht|confronteer|bespreek|waarschuw|bel|vraag)\w*(?: (?!als\b)\w+){{0,3}} {_CLOSE}"
        r"|\b(?:stuur|mail|app|schrijf)\w*\b[^.?!\n]{0,30}\bnaar (?:huis|thuis)\b"
        rf"|{_CLOSE}[^.?!\n]{{0,40}}\b(?:inlichten|informeren|vertellen|confronteren|praten)\b"
        rf"|\b(?:tell|inform|confront|warn|ask|call)(?: (?!when\b|if\b)\w+){{0,3}} {_CLOSE}"
    ),
}
_STATE = re.compile(
    r"ministerie|\brijk|inspectie|landelijk|nationaal|nederland|politie|justitie|kinderbescherming|\b(?:vws|ocw|vng)\b"
    r"|ministry|government|\bnational|netherlands|police",
    re.IGNORECASE,
)
"""Owners whose word would be taken for the law, or for that of the whole country; an overlay is local."""

_ASKED = ("ask", "label", "options", "hints")
_UNKNOWN = re.compile(r"\bweet\b|onbekend|\bknow\b|unknown", re.IGNORECASE)

_PATTERNS = {word: re.compile(pattern, re.IGNORECASE) for word, pattern in _WATCHED.items()}


def untranslated(said: Iterable[Said]) -> Iterator[Finding]:
    """W04: yield a finding for each mapping with texts that have no English."""
    for place, keys in _by_place(each for each in said if each.text.en is None and not each.cited):
        yield Finding("W04", place, {"keys": ", ".join(keys)})


def hard(said: Iterable[Said]) -> Iterator[Finding]:
    """W05: yield a finding for each sentence that is too long."""
    for each in said:
        for sentence, counted, most in () if each.cited else too_long(each.text.nl):
            start = " ".join(sentence.split()[:6])
            values = {"key": each.key, "start": start, "words": str(counted), "limit": str(most)}
            yield Finding("W05", each.place, values)


def one_sided(said: Iterable[Said]) -> Iterator[Finding]:
    """W33: yield a finding for each text of a question that denies in one of the languages only."""
    for each in said:
        dutch, english = each.text.nl, each.text.en or ""
        known = english and not _UNKNOWN.search(f"{dutch}\n{english}")
        if known and each.key in _ASKED and denies(each.text, "nl") != denies(each.text, "en"):
            yield Finding("W33", each.place, {"key": each.key, "nl": dutch, "en": english})


def open_places(said: Iterable[Said]) -> Iterator[Finding]:
    """W06: yield a finding for each mapping in which something must still be filled in."""
    for place, keys in _by_place(each for each in said if PLACEHOLDER in _whole(each)):
        yield Finding("W06", place, {"keys": ", ".join(keys), "word": PLACEHOLDER})


def to_be_read(said: Iterable[Said], spec: OverlaySpec, own: Collection[str]) -> Iterator[Finding]:
    """W07: yield a finding for each mapping whose texts speak of what an overlay may never weaken, or stand with it.

    `own` are the ids of what overlays added. Whether such a text is right, no program can tell: someone who knows the
    meldcode must read it.
    """
    found: dict[Place, dict[str, None]] = {}
    for each in said:
        for word, pattern in _PATTERNS.items():
            if pattern.search(_whole(each)):
                found.setdefault(each.place, {})[word] = None
    for operation in spec.operations:
        if isinstance(operation, BESIDE) and operation.id not in own and _says(operation):
            found.setdefault(operation.place, {})[f"“{operation.id}”"] = None
    if imitates(spec.owner):
        found.setdefault(spec.place, {})["Veilig Thuis"] = None
    if _STATE.search(spec.owner):
        found.setdefault(spec.place, {})["owner"] = None
    for place, words in sorted(found.items()):
        yield Finding("W07", place, {"words": ", ".join(words)})


def _says(operation: Beside) -> bool:
    """Tell whether words come beside or in the place of ours; those below ours say whose they are and what to do."""
    return not isinstance(operation, ChangeStep) or bool(operation.model_fields_set & {"title", "purpose"})


def _whole(said: Said) -> str:
    return f"{said.text.nl}\n{said.text.en or ''}"


def _by_place(said: Iterable[Said]) -> Iterator[tuple[Place, list[str]]]:
    found: dict[Place, dict[str, None]] = {}
    for each in said:
        found.setdefault(each.place, {})[each.key] = None
    yield from ((place, list(keys)) for place, keys in found.items())
