"""Write docs/overlay-reference.md: every key that an overlay can have, from the models, and every code it can get.

Which keys there are, of what kind and obligatory or not, comes from `meldcode.protocol.overlay_schema`; what they mean
is said here, in Dutch, once. A key, an operation or a kind of value that nothing is said of stops the tool.
"""

from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from meldcode.protocol.overlay import MOST_OPERATIONS, MOST_OVERLAYS
from meldcode.protocol.overlay_schema import VERBS, Operation, OverlaySpec
from meldcode.text.findings import TEXTS

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "overlay-reference.md"

HEAD = f"""\
# Naslag: wat er in een overlay kan staan

Deze bladzijde wordt gemaakt uit het programma, met `make content`. Verander haar dus niet met de hand. Hoe u een
overlay maakt, staat in [`aanpassen.md`](aanpassen.md).

Een sleutel met een sterretje is verplicht. Er kunnen {MOST_OPERATIONS} bewerkingen in een overlay, en {MOST_OVERLAYS}
overlays op elkaar. Wat hier niet staat, wordt geweigerd.
"""

KINDS = {
    "_plain": "woorden",
    "_text": "tekst, te vertalen",
    "_id": "id",
    "_ids": "id, of een lijst daarvan",
    "_signal": "`lijst.signaal`",
    "_truth": "`true` of `false`",
    "_number": "heel getal",
    "_hours": "openingstijden",
    "_version": "versie",
    "_date": "datum, zoals 2026-11-23",
    "_phone": "telefoonnummer",
    "_address": "webadres",
    "_line": "een regel tekst",
}
"""What each kind of scalar is called, by the function of `meldcode.protocol` that judges it."""

OPERATIONS = {
    "add contact": "Iemand om te bellen. Staat altijd onder 112 en Veilig Thuis.",
    "add question": "Een vraag, voor of na een die er is. Nooit vóór de vraag naar direct gevaar.",
    "add step": "Een stap met eigen vragen, voor of na een die er is.",
    "add rule": "Een regel met ten minste het niveau overleg, of zonder niveau en met acties of contacten.",
    "add action": "Iets om te doen, te vertellen of te weten. Zij kan de betrokkenen niet inlichten.",
    "add flag": "Een aandachtspunt over de stappen, nooit over schuld.",
    "add signal": (
        "Een signaal in een lijst die er is. Alleen een acuut signaal telt mee in het advies. Een licht gewicht "
        "verlaagt niets, maar bij ernstig geweld waarschuwt het programma (W30)."
    ),
    "add example": "Een voorbeeld bij een begrip dat er is.",
    "add task": "Een taak bij een stap die er is.",
    "add role": "Wie wat doet.",
    "add intervention": "Hulp die er bij u is. Zij staat in beeld als lokaal toegevoegd.",
    "add offer": "Scholing die er bij u is. Zij staat in `meldcode train offers` als lokaal toegevoegd.",
    "change question": (
        "Woorden van een vraag. Rust er iets op, of staat zij vast, dan alleen `help`: uw uitleg komt naast de onze."
    ),
    "change step": "Woorden van een stap.",
    "change contact": "Een contact dat een overlay toevoegde; van een landelijk contact alleen `note`.",
    "change role": "Wie wat doet, in uw woorden.",
    "change term": "Het woord voor degene om wie het gaat, zoals leerling.",
    "hide question": "Een vraag waar niets op rust.",
    "hide contact": "Een contact dat geen regel en geen thema noemt.",
    "hide intervention": "Hulp die er bij u niet is. Bent u de meeste hulp kwijt, dan waarschuwt het programma (W29).",
    "hide signal": (
        "Een signaal dat niet hoog of acuut is en dat geen thema weegt. Het advies blijft hetzelfde. Verbergt u de "
        "meeste van een lijst, dan waarschuwt het programma (W29)."
    ),
    "tighten rule": "Het niveau van een regel hoger zetten. Lager kan niet.",
}

KEYS = {
    "accredited": "hoe de scholing is geaccrediteerd",
    "action": "de actie, met de sleutels hieronder",
    "actions": "acties die de regel toont",
    "after": "waar zij na komt; of `before`, een van beide",
    "age_from": "jongste leeftijd, in jaren",
    "age_to": "oudste leeftijd, in jaren",
    "ages": "voor welke leeftijden, in jaren",
    "aim": "waar de hulp voor is",
    "article": "artikel of hoofdstuk",
    "ask": "de vraag zelf",
    "base": "de versie van het protocol waarvoor dit is geschreven",
    "because": "waarom de regel geldt; staat bij het advies",
    "before": "waar zij voor komt; of `after`, een van beide",
    "channel": "andere manieren om contact te krijgen",
    "contacts": "wie de regel noemt om te bellen",
    "cost": "wat bellen kost",
    "definition": "het begrip",
    "extends": "de sector of sectoren waarop dit past",
    "fits": "voor wie, met de sleutels hieronder",
    "flag": "het aandachtspunt, met de sleutels hieronder",
    "format": "altijd 1",
    "forms": "hoe de scholing wordt gegeven",
    "from": "jongste leeftijd",
    "guidance": "hoe u de stap zet",
    "help": "wat er wordt bedoeld",
    "hints": "een regel uitleg onder een antwoord, per id",
    "hours": "wanneer: `altijd`, `onbekend`, of zoals `ma-vr 9:00-17:00, za 10:00-16:00`",
    "id": "naam voor het programma; bij add nieuw, anders een die er is",
    "informs": "kan in een overlay niet true zijn",
    "intervention": "de hulp, met de sleutels hieronder",
    "judged_by": "wie de hulp heeft beoordeeld",
    "judged_on": "wanneer",
    "kind": "doen, vertellen of plicht",
    "label": "korte naam voor het overzicht; anders de vraag zelf",
    "length": "hoe lang de scholing duurt",
    "level": "het niveau van het advies",
    "list": "de signalenlijst",
    "lists": "signalenlijsten waarbij zij past",
    "meanwhile": "wat te doen als er wordt gewacht",
    "municipalities": "gemeenten waarin een geplaatste overlay geldt; zonder deze sleutel alle",
    "name": "de naam",
    "note": "een opmerking",
    "offer": "de scholing, met de sleutels hieronder",
    "ongeboren": "ook bij een zwangerschap",
    "operations": "de bewerkingen, in volgorde",
    "options": "de antwoorden, per id",
    "overlay": "id van deze overlay",
    "owner": "wie hem beheert; staat in beeld en in elke samenvatting",
    "phone": "telefoonnummer",
    "price": "wat de scholing kost; dan ook `price_on`",
    "price_on": "de dag waarop u de prijs las",
    "provider": "wie de scholing geeft; anders de eigenaar van de overlay",
    "purpose": "waarvoor de stap is",
    "question": "de vraag, met de sleutels hieronder",
    "questions": "de vragen van de stap, zoals bij add question",
    "refer": "hoe u er komt",
    "required": "of er een antwoord moet zijn; anders niet",
    "reviewed": "wanneer u dit nalas, en voor wanneer dat weer moet",
    "roles": "voor wie: client, kind, ouder, partner, …",
    "rule": "de regel, met de sleutels hieronder",
    "rules": "regels waarbij het contact in het advies staat",
    "severity": "hoe zwaar het signaal weegt",
    "signal": "het signaal, met de sleutels hieronder",
    "source": "id van een bron; zonder is het een lokale afspraak van u",
    "sources": "bronnen, per id",
    "step": "de stap",
    "tasks": "wat u in de stap doet, per id",
    "text": "de tekst",
    "themes": "thema's waarbij het past",
    "title": "de titel",
    "to": "oudste leeftijd",
    "type": "soort antwoord",
    "unsafe_with": "thema's waarbij deze hulp niet wordt getoond",
    "unverified": "waarom het niet is nagekeken; of `verified`, een van beide",
    "urgency": "lager staat eerder in de lijst",
    "url": "webadres",
    "use": "wanneer iemand belt",
    "verified": "de dag waarop u het nakeek; of `unverified`, een van beide",
    "version": "uw eigen versie",
    "what": "wat de hulp of scholing is",
    "when": "de voorwaarde; zie Conditions in `protocol-format.md`",
    "where": "waar de scholing is",
    "who": "voor wie",
    "why": "waarom u het vraagt",
    "date": "de dag",
}
"""What each key means; a key means the same wherever it stands."""

ELSEWHERE = {"LocalInterventionSpec": {"level": "hoe goed de hulp is onderbouwd"}, "ReviewedSpec": {"before": "de dag"}}
"""The exceptions to that."""


def page() -> str:
    """Return the page."""
    parts = [HEAD, "## Het bestand\n", *_model(OverlaySpec, "")]
    parts.append("## Bewerkingen\n\nElke bewerking begint met een werkwoord en een soort, zoals `add: contact`.\n")
    for model in operations():
        name = _name(model)
        parts += [f"### `{name.replace(' ', ': ')}`\n", f"{OPERATIONS[name]}\n", *_model(model, name.split()[0])]
    parts.append("## Codes\n\nMeer uitleg met een voorbeeld: `meldcode protocol explain O03`.\n")
    parts.append("| code | betekenis |\n|---|---|\n" + "".join(f"| {code} | {said} |\n" for code, said in _codes()))
    return "\n".join(parts)


def operations() -> list[type[BaseModel]]:
    """Return the model of every operation, in the order of the schema."""
    return [get_args(tagged)[0] for tagged in get_args(get_args(Operation)[0])]


def _name(model: type[BaseModel]) -> str:
    verb = next(verb for verb in VERBS if verb in model.model_fields)
    (kind,) = get_args(get_args(get_type_hints(model, include_extras=True)[verb])[0])
    return f"{verb} {kind}"


def _model(model: type[BaseModel], verb: str) -> Iterator[str]:
    """Yield the table of a model, and those of the mappings in it; what a list or a mapping by id holds as well."""
    hints = get_type_hints(model, include_extras=True)
    rows, inner = [], []
    for name, field in model.model_fields.items():
        if name in ("place", verb):
            continue
        key = field.alias or name
        said = ELSEWHERE.get(model.__name__, {}).get(key) or KEYS[key]
        rows.append(f"| `{key}`{'*' if field.is_required() else ''} | {_kind(hints[name])} | {said} |\n")
        inner += [(key, found) for found in _models(hints[name]) if key not in ("operations", "questions")]
    yield "| sleutel | soort | betekenis |\n|---|---|---|\n" + "".join(rows)
    for key, found in inner:
        yield f"In `{key}`:\n"
        yield from _model(found, "")


def _models(hint: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    elif get_origin(hint) is not Literal:
        for part in get_args(hint):
            yield from _models(part)


def _kind(hint: Any) -> str:  # noqa: ANN401, PLR0911 - any annotation, and a name for each kind of them
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _kind(parts[0])
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return "sleutels"
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in parts)
    if origin is tuple:
        return f"lijst: {_kind(parts[0])}"
    if origin is dict:
        return f"per id: {_kind(parts[1])}"
    if get_origin(parts[0]) in (Literal, Union):
        return "bewerkingen" if get_origin(parts[0]) is Union else _kind(parts[0])
    if parts[0] is Any:
        return "voorwaarde"
    judges = [part.func.__name__ for part in parts[1:] if hasattr(part, "func")]
    return KINDS[judges[0]]


def _codes() -> list[tuple[str, str]]:
    return [(code, pair[0].replace("|", "\\|")) for code, pair in TEXTS.items() if code.startswith("O")]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
