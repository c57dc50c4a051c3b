"""Write docs/content.md: what of the content nobody has verified yet, for experts who review it.

What a file says is read from its nodes, so that every line names its place; what a sector shows comes from its
protocol. There is no date of today in the page: the same content gives the same page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from meldcode.protocol.diagnostics import Place
from meldcode.protocol.library import BASE, sector_ids
from meldcode.protocol.model import ACUTE, Protocol, Text
from meldcode.protocol.source import Content
from meldcode.protocol.translate import identity
from meldcode.protocol.yaml import Map, Node, Scalar, Seq, parse

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "content.md"

KINDS = {
    "steps": "stap",
    "questions": "vraag",
    "rules": "regel",
    "actions": "actie",
    "flags": "aandachtspunt",
    "definitions": "begrip",
    "deadlines": "termijn",
    "retention": "bewaartermijn",
    "signals": "signaal",
    "contacts": "contact",
    "interventions": "hulp",
    "offers": "scholing",
    "accreditations": "accreditatie",
    "criteria": "eis aan scholing",
}
"""The keys under which elements stand that name a source, and what one of them is called."""

MAIN_TEXT = {
    "steps": "purpose",
    "questions": "ask",
    "rules": "because",
    "contacts": "use",
    "interventions": "what",
    "offers": "what",
}
"""Which text of an element says what it is about, where that is not `text`."""

BESIDE = ("offers", "accreditations", "criteria")
"""What stands beside the protocols, in the catalogue of training."""

IN_CATALOGUE = "in geen protocol, wel in `train offers`"

SHARED = ("protocols/contacts.yaml", "protocols/interventions.yaml", "protocols/training.yaml")
"""The files of which the items themselves say whether they were verified."""

WEIGHTS = ("context", "laag", "midden", "hoog", ACUTE)

HEAD = """\
# Wat er nog nagekeken moet worden

Deze bladzijde is voor deskundigen die de inhoud van meldcode nakijken. Zij noemt wat nog niet is nagekeken, met het
bestand en de regel waar het staat. Zij wordt gemaakt uit de bestanden in `protocols/` en `sectors/`, met
`make content`. Verander haar dus niet met de hand.

**Nagekeken** (`verified`) betekent: een van ons las de bewering op die dag in de bron, of in een bewaarde kopie van die
bladzijde. Het betekent niet dat een deskundige uit het beroep haar goedkeurde. **Niet nagekeken** (`unverified`) staat
er in het programma altijd bij.
"""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a file gives it, with what it takes over from the base."""

    place: Place
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Use:
    """An element of a file that names a source; a signal is `list.id`. `text` is empty where the base gives it."""

    place: Place
    kind: str
    id: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a protocol says on the authority of a source."""

    source: str
    text: Text


Key = tuple[str, str]
"""Kind and id of an element."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All content: files as nodes, protocols as sectors show them."""

    content: Content
    files: Mapping[str, Map]
    protocols: Mapping[str, Protocol]
    said: Mapping[str, Mapping[Key, Statement]]
    uses: tuple[Use, ...]
    cited: Mapping[str, Mapping[str, Cited]]


def page(root: Path) -> str:
    """Return the page about the content below a folder. Raises `RefusedError` when the content is faulty."""
    whole = _read(root)
    parts = (HEAD, *_unverified(whole), *_graded(whole), *_caveats(whole), *_sectors(whole))
    return "\n".join(part.strip("\n") + "\n" for part in parts)


# -- reading -------------------------------------------------------------------------------------------------------


def _read(root: Path) -> Whole:
    content = Content(root)
    files = dict(_trees(root))
    protocols = {sector: content.protocol(sector) for sector in sector_ids(root)}
    said = {sector: dict(_said(one)) for sector, one in protocols.items()}
    uses = tuple(use for tree in files.values() for use in _uses(tree, "", _value(tree, "list")))
    return Whole(content, files, protocols, said, uses, _all_cited(files))


def _trees(root: Path) -> Iterator[tuple[str, Map]]:
    paths = [path for folder in ("protocols", "sectors") for path in (root / folder).rglob("*.yaml")]
    for path in sorted(paths):
        name = path.relative_to(root).as_posix()
        english = path.name == "en.yaml" or path.name.endswith(".en.yaml")
        if not english and "scenarios" not in path.parts:
            tree = parse(path.read_bytes(), name)
            assert isinstance(tree, Map)
            yield name, tree


def _uses(node: Node, key: str, prefix: str) -> Iterator[Use]:
    if isinstance(node, Seq):
        for item in node.items:
            yield from _uses(item, key, prefix)
    elif isinstance(node, Map) and key != "sources":
        if key in KINDS and (source := _value(node, "source")):
            name = f"{prefix}.{identity(node)}" if prefix else identity(node)
            yield Use(node.place, key, name, source, _value(node, MAIN_TEXT.get(key, "text")))
        for inner, value in node.entries.items():
            yield from _uses(value, inner, prefix)


def _all_cited(files: Mapping[str, Map]) -> dict[str, dict[str, Cited]]:
    base = files[_file(BASE)]
    found = {}
    for name, tree in files.items():
        below = _sources(base) if name.startswith("sectors/") else {}
        found[name] = {
            each: Cited(cited.place, {**below[each].fields, **cited.fields} if each in below else cited.fields)
            for each, cited in _sources(tree).items()
        }
    return found


def _sources(tree: Map) -> dict[str, Cited]:
    sources = tree.entries.get("sources")
    if not isinstance(sources, Map):
        return {}
    return {
        name: Cited(
            sources.keys[name], {key: node.value for key, node in source.entries.items() if isinstance(node, Scalar)}
        )
        for name, source in sources.entries.items()
        if isinstance(source, Map)
    }


def _said(one: Protocol) -> Iterator[tuple[Key, Statement]]:
    """Return what a protocol says, by kind and id."""
    elements: Mapping[str, Iterable[Any]] = {
        "steps": one.steps,
        "questions": one.questions.values(),
        "rules": one.rules,
        "actions": one.actions.values(),
        "flags": one.flags,
        "definitions": one.definitions.values(),
        "deadlines": one.deadlines,
        "signals": [signal for each in one.signal_lists.values() for signal in each.signals],
        "contacts": one.contacts.values(),
        "interventions": one.help.interventions.values(),
    }
    for kind, several in elements.items():
        for each in several:
            yield (kind, each.id), Statement(each.source, getattr(each, MAIN_TEXT.get(kind, "text")))
    if one.retention:
        yield ("retention", ""), Statement(one.retention.source, one.retention.text)


# -- what nobody verified ------------------------------------------------------------------------------------------


def _unverified(whole: Whole) -> Iterator[str]:
    yield "## 1. Niet nagekeken\n"
    yield "Per bron: waarom zij niet is nagekeken, en elke tekst die erop steunt."
    for file, sources in whole.cited.items():
        for name, cited in sources.items():
            if "unverified" in cited.fields:
                yield from _source(whole, file, name, cited)
    yield "### Contacten, regio's, hulp en scholing\n"
    yield _table("plaats | wat | naam | gegevens | waarom niet nagekeken | in welke sectoren", _dated(whole))


def _source(whole: Whole, file: str, name: str, cited: Cited) -> Iterator[str]:
    yield f"### {_at(cited.place)} · bron `{name}`\n"
    yield f"“{cited.fields.get('title', '')}”. Waarom niet nagekeken: {cited.fields['unverified']}."
    rows = [
        (_at(use.place), f"{KINDS[use.kind]} `{use.id}`".replace(" ``", ""), text, shown)
        for use in _using(whole, file, name)
        for text, shown in _shown(whole, use)
    ]
    yield _table("plaats | wat | tekst | in welke sectoren", rows) if rows else "Geen tekst gebruikt deze bron."


def _using(whole: Whole, file: str, name: str) -> list[Use]:
    return [use for use in whole.uses if use.source == name and _home(whole, use) == file]


def _home(whole: Whole, use: Use) -> str:
    """Return the file whose source an element means: its own, or the base that it extends."""
    return use.place.file if use.source in whole.cited[use.place.file] else _file(BASE)


def _shown(whole: Whole, use: Use) -> Iterator[tuple[str, str]]:
    """Return the texts that an element has in the protocols, each with the sectors that show it."""
    texts: dict[str, list[str]] = {}
    for sector in _showing(whole, use):
        texts.setdefault(whole.said[sector][use.kind, use.id].text.nl, []).append(sector)
    yield from ((text, _some(whole, sectors)) for text, sectors in texts.items())
    if use.kind in BESIDE:
        yield use.text, IN_CATALOGUE
    elif not texts:
        yield use.text, "geen"


def _showing(whole: Whole, use: Use) -> Iterator[str]:
    own = {other.place.file for other in whole.uses if (other.kind, other.id) == (use.kind, use.id)}
    for sector, said in whole.said.items():
        replaced = _file(sector) in own and _file(sector) != use.place.file
        foreign = use.place.file.startswith("sectors/") and use.place.file != _file(sector)
        if (use.kind, use.id) in said and not replaced and not foreign:
            yield sector


def _dated(whole: Whole) -> Iterator[tuple[str, ...]]:
    """Return the contacts, regions, interventions and training that say why they are not verified."""
    kinds = {"contacts": "contact", "regions": "regio", "interventions": "hulp", "offers": "scholing"}
    for file in SHARED:
        for key, called in kinds.items():
            for item in _items(whole.files[file].entries.get(key) if file in whole.files else None):
                if why := _value(item, "unverified"):
                    hours = _value(item, "hours").replace("onbekend", "tijden onbekend")
                    given = " · ".join(filter(None, (_value(item, "phone"), hours, _value(item, "url"))))
                    shown = _holding(whole, key, identity(item))
                    yield _at(item.place), called, _value(item, "name"), given, why, shown


def _holding(whole: Whole, key: str, name: str) -> str:
    if key in BESIDE:
        return IN_CATALOGUE
    sectors = [sector for sector, said in whole.said.items() if key == "regions" or (key, name) in said]
    return _some(whole, sectors)


# -- weights, caveats, sectors -------------------------------------------------------------------------------------


def _graded(whole: Whole) -> Iterator[str]:
    yield "## 2. Signalen met een gewicht van onszelf\n"
    yield (
        "Bij deze signalen noemt de bron geen gewicht. Hoe zwaar zij tellen, schatten wij zelf in (`graded: eigen`).\n"
        "Een acuut signaal vraagt om advies en om een aparte weging: kijk die het eerst na."
    )
    rows, acute = [], []
    for file, tree in whole.files.items():
        signals = _items(tree.entries.get("signals"))
        own = [each for each in signals if _value(each, "graded") != "bron"]
        counts = Counter(_value(each, "severity") for each in own)
        if own:
            share = f"{len(own)} van {len(signals)}"
            rows.append((f"`{file}`", _value(tree, "title"), share, *(str(counts[each]) for each in WEIGHTS)))
        heavy = [each for each in own if _value(each, "severity") == ACUTE]
        acute += [(_at(each.place), _value(each, "text"), _value(tree, "title")) for each in heavy]
    yield _table(" | ".join(("bestand", "lijst", "van onszelf", *WEIGHTS)), rows)
    yield "### Acute signalen met een gewicht van onszelf\n"
    yield _table("plaats | signaal | lijst", acute)


def _caveats(whole: Whole) -> Iterator[str]:
    yield "## 3. Nagekeken, maar met een kanttekening\n"
    yield (
        "Deze bronnen zijn gelezen, met iets erbij dat u moet weten. Vaak is het een oudere tekst van een wet.\n"
        "Het getal zegt hoeveel vragen, regels en andere onderdelen de bron noemen."
    )
    rows = [
        (_at(cited.place), *(cited.fields.get(key, "") for key in ("title", "article", "note", "verified")), str(used))
        for file, sources in whole.cited.items()
        for name, cited in sources.items()
        if {"note", "verified"} <= cited.fields.keys()
        for used in [len(_using(whole, file, name))]
    ]
    yield _table("plaats | bron | artikel | kanttekening | gelezen op | genoemd", rows)


def _sectors(whole: Whole) -> Iterator[str]:
    yield "## 4. Per sector\n"
    yield (
        "Wettelijk: de wet verplicht deze sector tot een meldcode. Voorbeelden zijn uitgewerkte zaken, met het advies\n"
        "dat eruit moet komen. Een bewering is alles met een bron: een vraag, regel, begrip, signaal, contact of hulp."
    )
    header = "sector | versie | nagekeken op | opnieuw voor | wettelijk | voorbeelden | beweringen | niet nagekeken"
    yield _table(header, (_sector(whole, sector, one) for sector, one in whole.protocols.items()))
    yield "### Hoe lang het dossier bewaard blijft\n"
    kept = (_retention(sector, one) for sector, one in whole.protocols.items())
    yield _table("sector | jaren | tekst | grond", kept)


def _sector(whole: Whole, sector: str, one: Protocol) -> tuple[str, ...]:
    said = {key: statement for key, statement in whole.said[sector].items() if statement.source}
    doubtful = sum(_doubtful(one, key, statement) for key, statement in said.items())
    bound = "ja" if one.bound else "nee"
    counts = (len(whole.content.scenarios(sector)), len(said), doubtful)
    return f"`{sector}`", one.version, one.reviewed, one.review_before, bound, *map(str, counts)


def _doubtful(one: Protocol, key: Key, statement: Statement) -> bool:
    """Tell whether a statement rests on an unverified source, or is itself a contact or help that is unverified."""
    kind, name = key
    unverified = [each.id for each in one.contacts.values() if kind == "contacts" and not each.verified]
    unverified += [each.id for each in one.help.interventions.values() if kind == "interventions" and not each.verified]
    return not one.sources[statement.source].verified or name in unverified


def _retention(sector: str, one: Protocol) -> tuple[str, ...]:
    if one.retention is None:
        return f"`{sector}`", "", "geen termijn genoemd", ""
    source = one.sources[one.retention.source]
    ground = ", ".join(filter(None, (source.title.nl, source.article, "niet nagekeken" if not source.verified else "")))
    return f"`{sector}`", str(one.retention.years or "geen vaste"), one.retention.text.nl, ground


# -- small things --------------------------------------------------------------------------------------------------


def _file(sector: str) -> str:
    return "protocols/basismodel/protocol.yaml" if sector == BASE else f"sectors/{sector}/sector.yaml"


def _items(node: Node | None) -> list[Map]:
    return [item for item in node.items if isinstance(item, Map)] if isinstance(node, Seq) else []


def _value(node: Map, key: str) -> str:
    value = node.entries.get(key)
    return value.value if isinstance(value, Scalar) else ""


def _at(place: Place) -> str:
    return f"`{place.file}:{place.line}`"


def _some(whole: Whole, sectors: Iterable[str]) -> str:
    shown, known = set(sectors), list(whole.protocols)
    missing = [sector for sector in known if sector not in shown]
    if not missing:
        return "alle"
    if len(missing) <= len(shown) // 3:
        return "alle, behalve " + ", ".join(missing)
    return ", ".join(sector for sector in known if sector in shown) or "geen"


def _table(header: str, rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table; the names in the header stand between bars."""
    names = tuple(header.split(" | "))
    lines = [names, ("---",) * len(names), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(ROOT), encoding="utf-8")
